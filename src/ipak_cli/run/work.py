"""The work in one workspace: the inputs that are due are read and stored, then the reports are made."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from ipak_cli.base.period import Period
from ipak_cli.base.problem import ProblemsFoundError, Severity, Where, has_errors, problem
from ipak_cli.base.provenance import is_newer
from ipak_cli.catalogue.drive import (
    STEP_DIED,
    STEP_TOO_LONG,
    STILL_BEING_WRITTEN,
    WRITTEN_BY_NEWER_VERSION,
)
from ipak_cli.documents.write import to_json
from ipak_cli.run.apart import Ended, do_apart
from ipak_cli.run.conflicts import (
    is_own,
    left_out,
    partners,
    settled,
    spread_faults,
    withdraw,
)
from ipak_cli.run.decided import Decided, decide, files_gone
from ipak_cli.run.due import content_of, digest_of, due_inputs, open_context, stored_documents
from ipak_cli.run.forms import take_forms
from ipak_cli.run.moved import (
    done_input,
    figures_not_in_settings,
    leave_former_periods,
    remember_inputs,
    results_older_than_inputs,
    unplaced,
)
from ipak_cli.run.reports import foresee_reports, make_reports
from ipak_cli.run.same_tables import compared
from ipak_cli.run.values import (
    TABLES,
    UNKNOWN,
    InputRead,
    Memory,
    Outcome,
    RunOptions,
    RunStep,
    Work,
    forget,
)
from ipak_cli.survey.result import SurveyResult
from ipak_cli.workspace.config_file import examples_left
from ipak_cli.workspace.inbox import open_inbox, where_of
from ipak_cli.workspace.layout import SHOWN, must_be_there
from ipak_cli.workspace.store import InputKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from ipak_cli.base.problem import Problem
    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.run.due import Due, RunContext, StoredDocument
    from ipak_cli.run.forms import FormsTaken
    from ipak_cli.workspace.inbox import Inbox

_Key: TypeAlias = tuple[InputKind, Period]


def work_in(workspace: Path, memory: Memory, options: RunOptions) -> Work:
    """Do what is to be done in a workspace, or plan it; one bad input never stops the others.

    Raises ``ProblemsFoundError`` for what concerns all inputs: ``ipak.yaml`` and the rubrics it names.
    """
    context, forms = _opened(workspace, memory, options)
    inbox, decided = forms.inbox, _decided(forms.inbox, context)
    work = _begun(forms, decided, memory)
    due = due_inputs(inbox, memory, context)
    options.watcher.steps(len(due))
    read = tuple(_taken(due, decided, inbox, context, options))
    taken = spread_faults(settled(read, inbox, memory, context))
    # What stands in a folder that could not be opened keeps its result.
    if inbox.whole and not options.dry:
        options.before_write()
        withdraw(taken, context, work)
    if not options.dry:
        leave_former_periods(read, context, work)
    changed = _store_all(taken, context, work, options)
    remember_inputs(work, inbox, taken, context)
    failing = {each.name for each in taken if each.failed}
    work.problems += [
        *results_older_than_inputs(failing, work.memory, context),
        *left_out(taken, work.memory),
        *unplaced(taken, memory),
        *_told_of_gone(inbox, memory, context),
    ]
    by_hand = {period for each in taken if each.by_hand for period in each.periods}
    if by_hand:
        work.problems += figures_not_in_settings(context, by_hand)
    if options.dry:
        foresee_reports(work, context, changed)
    else:
        make_reports(work, context, options)
    # Reports told theirs already.
    left = examples_left(context.opened.settings.document)
    work.warnings += [each for each in left if each not in work.warnings]
    work.problems += [problem(STILL_BEING_WRITTEN, where_of(name)) for name in sorted(work.waiting)]
    return work


def _opened(workspace: Path, memory: Memory, options: RunOptions) -> tuple[RunContext, FormsTaken]:
    """Open a workspace and read its filled forms first: what they say counts for all that is done."""
    context = open_context(workspace, options.tool, memory)
    inbox = open_inbox(workspace, memory.known, options.patience)
    forms = take_forms(inbox, memory, context, options)
    return (open_context(workspace, options.tool, memory) if forms.changed else context), forms


def _begun(forms: FormsTaken, decided: Decided, on_disk: Memory) -> Work:
    """Return the work with what forms, inbox and decisions gave to tell."""
    inbox = forms.inbox
    work = Work(inbox, forms.memory, on_disk, waiting=list(inbox.waiting), standing=decided.standing)
    work.steps += forms.steps
    work.faults.update(forms.faults)
    work.problems += [*forms.problems, *inbox.problems, *decided.problems]
    for name, fault in (*inbox.refused, *decided.faults.items()):
        # Two names that are no text may be shown alike.
        work.faults[name] = (*work.faults.get(name, ()), fault)
    return work


def _told_of_gone(inbox: Inbox, memory: Memory, context: RunContext) -> Iterator[Problem]:
    """Yield once what results stay of whose inputs none is there any more."""
    there = {*(each.name for each in inbox.ready), *inbox.waiting, *(name for name, _ in inbox.refused)}
    gone = memory.inputs.keys() - there
    if gone and inbox.whole:
        yield from files_gone(gone, inbox, there, context)


def _decided(inbox: Inbox, context: RunContext) -> Decided:
    """Return what is decided of the inputs: nothing where no result and no setting says anything."""
    stored = stored_documents(context.opened.stored)
    return decide(inbox, context, stored) if stored or context.opened.config.sources else Decided()


def _taken(
    due: Sequence[Due], decided: Decided, inbox: Inbox, context: RunContext, options: RunOptions
) -> Iterator[InputRead]:
    """Yield the inputs that are due as they were read; those of a unit after the one that stands for them."""
    if due:
        stored = stored_documents(context.opened.stored)
        if options.apart:
            _read_what_is_shared(context)
    done: set[str] = set()
    for each in due:
        name = each.arrived.name
        if name in decided.held or name in decided.faults or name in done:
            continue
        options.watcher.step(name)
        unit = next((unit for unit in decided.units if name in unit.names), None)
        taken = _take(replace(each, unit=unit), context, stored, options)
        yield taken
        if taken.together:
            done |= {*taken.together}
            yield from partners(taken, inbox.ready)


def _read_what_is_shared(context: RunContext) -> None:
    """Read the rubrics here, so that no child has to; what is wrong with one is told where it is used."""
    for read in (lambda: context.opened.survey_rubric, lambda: context.opened.pekppp_rubric):
        with suppress(ProblemsFoundError):
            read()


def _take(due: Due, context: RunContext, stored: Sequence[StoredDocument], options: RunOptions) -> InputRead:
    from ipak_cli.run.inputs import take  # noqa: PLC0415 (a run with nothing to do loads no pandas)

    if not options.apart:
        return take(due, context, stored)
    minutes = context.opened.config.run.deadline
    found = do_apart(lambda: take(due, context, stored), minutes * 60)
    match found:
        case Ended.TOO_LONG:
            return InputRead(
                due, problems=(problem(STEP_TOO_LONG, where_of(due.arrived.name), minutes=minutes),)
            )
        case Ended.DIED:
            return InputRead(due, problems=(problem(STEP_DIED, where_of(due.arrived.name)),))
        case _:
            return found


def _store_all(
    taken: Sequence[InputRead], context: RunContext, work: Work, options: RunOptions
) -> list[_Key]:
    """Store what the inputs gave, and note how each went; return what changes in ``hasil/``.

    Whether a table is that of another period is told when all tables are known: so it does not matter
    which inputs arrived together.
    """
    results = dict(result for each in taken for result in _given(each))
    new = {period: result for (_, period), result in results.items() if isinstance(result, SurveyResult)}
    told = compared(new, context.opened.stored, work.memory.compared)
    surveys = {(InputKind.SURVEY, period): result for period, result in told.items()}
    rest = [key for key in surveys if key[1] not in new]
    decided = {key for each in taken if each.by_hand for key, _ in _given(each)}
    own = {*results, *(key for key in rest if is_own(*key, context))} - decided
    results.update(surveys)
    if not options.dry:
        replaced = {(kind, str(period)) for kind, period in results}
        options.before_write()
        begun = {digest_of(to_json(results[key]).encode()) for key in own}
        starting = {
            each.name: done_input(each.due.arrived, each, each.kind, context)
            for each in taken
            if each.kind and _given(each) and not each.by_hand
        }
        work.on_disk = forget(context.workspace, work.memory, replaced, begun, starting)
    changed = [found for each in taken for found in _keep(each, results, context, work, options)]
    return changed + [found for key in rest for found in _retell(key, results[key], context, work, options)]


def _keep(
    each: InputRead,
    results: Mapping[_Key, SurveyResult | PekpppResult],
    context: RunContext,
    work: Work,
    options: RunOptions,
) -> list[_Key]:
    """Store what an input gave, and note how it went; return what changes in ``hasil/``."""
    if each.unready:
        work.waiting.append(each.name)
        return []
    changed, problems = [], each.problems
    for key, _ in _given(each):
        options.before_write()
        try:
            changed += _store(key, to_json(results[key]), context, dry=options.dry)
            work.warnings += _warnings(results[key])
        except ProblemsFoundError as found:
            problems = (*problems, *found.problems)
    failed = has_errors(problems)
    if failed:
        work.faults[each.name] = problems
    else:
        work.problems += problems
    outcome = Outcome.FAILED if failed else Outcome.PLANNED if options.dry else Outcome.DONE
    periods = ", ".join(map(str, each.periods)) or None
    work.steps.append(RunStep(each.kind or UNKNOWN, each.name, periods, each.due.why, outcome))
    return changed


def _retell(
    key: _Key, result: SurveyResult | PekpppResult, context: RunContext, work: Work, options: RunOptions
) -> list[_Key]:
    """Store a result that says something else of other periods' tables now; its input stays as it was."""
    options.before_write()
    try:
        changed = _store(key, to_json(result), context, dry=options.dry)
        outcome = Outcome.PLANNED if options.dry else Outcome.DONE
    except ProblemsFoundError as found:
        changed, outcome = [], Outcome.FAILED
        work.problems += found.problems
    work.steps.append(RunStep(key[0], None, str(key[1]), (TABLES,), outcome))
    return changed


def _given(each: InputRead) -> list[tuple[_Key, SurveyResult | PekpppResult]]:
    """Return what an input gives: its result, or those that repeat what the office decided."""
    given = each.repeated if each.result is None else (each.result,)
    pairs = zip(each.periods, given, strict=False)  # periods whose results stay have none
    return [((each.kind, period), result) for period, result in pairs if each.kind]


def _warnings(result: SurveyResult | PekpppResult) -> list[Problem]:
    return [each for each in result.problems if each.severity is Severity.WARNING]


def _store(key: _Key, document: str, context: RunContext, *, dry: bool) -> list[_Key]:
    """Store a document, or only look whether it would change what is stored; return what changes."""
    kind, period = key
    for stored in stored_documents(context.opened.stored):
        if (stored.kind, stored.period) == (kind, period) and is_newer(stored.tool, context.tool.version):
            where = Where(SHOWN.result(period, kind.file).as_posix())
            raise ProblemsFoundError(
                [problem(WRITTEN_BY_NEWER_VERSION, where, found=stored.tool, known=context.tool.version)]
            )
    if content_of(context.opened.stored, kind, period) == document.encode():
        return []
    if not dry:
        must_be_there(context.workspace)
        context.opened.stored.store(kind, period, document)
    return [key]
