"""The work in one workspace: the inputs that are due are read and stored, then the reports are made."""

from __future__ import annotations

from contextlib import suppress
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
from ipak_cli.run.conflicts import contested_documents, is_own, settled, withdraw
from ipak_cli.run.due import (
    all_surveys,
    content_of,
    digest_of,
    due_inputs,
    open_context,
    results_now,
    stored_documents,
)
from ipak_cli.run.moved import (
    earlier_inputs,
    figures_not_in_settings,
    leave_former_periods,
    results_older_than_inputs,
)
from ipak_cli.run.reports import foresee_reports, make_reports
from ipak_cli.run.tables import compared
from ipak_cli.run.values import (
    TABLES,
    UNKNOWN,
    DoneInput,
    InputRead,
    Memory,
    Outcome,
    RunOptions,
    RunStep,
    Work,
    forget,
)
from ipak_cli.survey.result import SurveyResult
from ipak_cli.workspace.inbox import open_inbox, where_of
from ipak_cli.workspace.layout import SHOWN, must_be_there
from ipak_cli.workspace.store import InputKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from ipak_cli.base.problem import Problem
    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.run.due import Due, RunContext, StoredDocument
    from ipak_cli.workspace.inbox import Arrived, Inbox

_Key: TypeAlias = tuple[InputKind, Period]


def work_in(workspace: Path, memory: Memory, options: RunOptions) -> Work:
    """Do what is to be done in a workspace, or plan it; one bad input never stops the others.

    Raises ``ProblemsFoundError`` for what concerns all inputs: ``ipak.yaml`` and the rubrics it names.
    """
    context = open_context(workspace, options.tool, memory)
    known = {name: done.known for name, done in memory.inputs.items()}
    inbox = open_inbox(workspace, known, options.patience)
    work = Work(inbox, memory, memory, problems=list(inbox.problems), waiting=list(inbox.waiting))
    for name, fault in inbox.refused:
        # Two names that are no text may be shown alike.
        work.faults[name] = (*work.faults.get(name, ()), fault)
    due = due_inputs(inbox, memory, context)
    options.watcher.steps(len(due))
    read = tuple(_taken(due, context, options))
    taken = settled(read, inbox, memory)
    # What stands in a folder that could not be opened keeps its result.
    if inbox.whole and not options.dry:
        options.before_write()
        withdraw(taken, context, work)
    if not options.dry:
        leave_former_periods(read, context, work)
    changed = _store_all(taken, context, work, options)
    _remember_inputs(work, inbox, taken, context)
    failing = {each.name for each in taken if each.failed}
    work.problems += results_older_than_inputs(failing, work.memory, context)
    by_hand = {period for each in taken if not (each.result or each.problems) for period in each.periods}
    if by_hand:
        work.problems += figures_not_in_settings(context, by_hand)
    if options.dry:
        foresee_reports(work, context, changed)
    else:
        make_reports(work, context, options)
    work.problems += [problem(STILL_BEING_WRITTEN, where_of(name)) for name in sorted(work.waiting)]
    return work


def _taken(due: Sequence[Due], context: RunContext, options: RunOptions) -> Iterator[InputRead]:
    if due:
        stored = stored_documents(context.opened.stored)
        if options.apart:
            _read_what_is_shared(context)
        for each in due:
            options.watcher.step(each.arrived.name)
            yield _take(each, context, stored, options)


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
    results = {(each.kind, each.periods[0]): each.result for each in taken if each.result and each.kind}
    new = {period: result for (_, period), result in results.items() if isinstance(result, SurveyResult)}
    told = compared(new, context.opened.stored, work.memory.compared)
    surveys = {(InputKind.SURVEY, period): result for period, result in told.items()}
    rest = [key for key in surveys if key[1] not in new]
    own = {*results, *(key for key in rest if is_own(*key, context))}
    results.update(surveys)
    if not options.dry:
        replaced = {(kind, str(period)) for kind, period in results}
        options.before_write()
        begun = {digest_of(to_json(results[key]).encode()) for key in own}
        starting = {
            each.name: _done(each.due.arrived, each, each.kind, context)
            for each in taken
            if each.result and each.kind
        }
        work.on_disk = forget(context.workspace, work.memory, replaced, begun, starting)
    changed = [found for each in taken if (found := _keep(each, results, context, work, options))]
    return changed + [found for key in rest if (found := _retell(key, results[key], context, work, options))]


def _keep(
    each: InputRead,
    results: Mapping[_Key, SurveyResult | PekpppResult],
    context: RunContext,
    work: Work,
    options: RunOptions,
) -> _Key | None:
    """Store what an input gave, and note how it went; return what changes in ``hasil/``."""
    if each.unready:
        work.waiting.append(each.name)
        return None
    changed, problems = None, each.problems
    if each.result is not None and each.kind is not None:
        key = each.kind, each.periods[0]
        options.before_write()
        try:
            changed = _store(key, to_json(results[key]), context, dry=options.dry)
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
) -> _Key | None:
    """Store a result that says something else of other periods' tables now; its input stays as it was."""
    options.before_write()
    try:
        changed = _store(key, to_json(result), context, dry=options.dry)
        outcome = Outcome.PLANNED if options.dry else Outcome.DONE
    except ProblemsFoundError as found:
        changed, outcome = None, Outcome.FAILED
        work.problems += found.problems
    work.steps.append(RunStep(key[0], None, str(key[1]), (TABLES,), outcome))
    return changed


def _warnings(result: SurveyResult | PekpppResult) -> list[Problem]:
    return [each for each in result.problems if each.severity is Severity.WARNING]


def _store(key: _Key, document: str, context: RunContext, *, dry: bool) -> _Key | None:
    """Store a document, or only look whether it would change what is stored."""
    kind, period = key
    for stored in stored_documents(context.opened.stored):
        if (stored.kind, stored.period) == (kind, period) and is_newer(stored.tool, context.tool.version):
            where = Where(SHOWN.result(period, kind.file).as_posix())
            raise ProblemsFoundError(
                [problem(WRITTEN_BY_NEWER_VERSION, where, found=stored.tool, known=context.tool.version)]
            )
    if content_of(context.opened.stored, kind, period) == document.encode():
        return None
    if not dry:
        must_be_there(context.workspace)
        context.opened.stored.store(kind, period, document)
    return key


def _remember_inputs(work: Work, inbox: Inbox, taken: Sequence[InputRead], context: RunContext) -> None:
    """Remember what is done; what failed is tried again, what waits keeps what was known of it.

    So does what stands in a folder that could not be opened.
    """
    ready = {arrived.name: arrived for arrived in inbox.ready}
    here = {*ready, *work.waiting} if inbox.whole else {*ready, *work.memory.inputs}
    inputs = {name: done for name, done in work.memory.inputs.items() if name in here}
    for each in taken:
        inputs.pop(each.name, None)
        if each.name not in work.faults and not each.unready and each.kind is not None:
            inputs[each.name] = _done(ready[each.name], each, each.kind, context)
    first = _first_names(inputs)
    for name, done in inputs.items():
        look = ready[name].look if name in ready else done.known.look
        under = first[done.known.sha256, done.kind]
        seen = {
            "size": look.size,
            "written": look.written,
            "changed": look.changed,
            "results": results_now(done, context.opened.stored),
            "under": None if under == name else under,
        }
        inputs[name] = done.model_copy(update=seen)
    compared_now = all_surveys(context.opened.stored)
    begun = contested_documents(taken, context)
    work.memory = work.memory.model_copy(
        update={
            "inputs": dict(sorted(inputs.items())),
            "earlier": earlier_inputs(here, inputs, context, work),
            "compared": compared_now,
            "begun": begun,
        }
    )


def _first_names(inputs: Mapping[str, DoneInput]) -> Mapping[tuple[str, InputKind], str]:
    """Return the first name of each content."""
    first: dict[tuple[str, InputKind], str] = {}
    for name in sorted(inputs):
        first.setdefault((inputs[name].known.sha256, inputs[name].kind), name)
    return first


def _done(arrived: Arrived, each: InputRead, kind: InputKind, context: RunContext) -> DoneInput:
    return DoneInput(
        size=arrived.look.size,
        written=arrived.look.written,
        changed=arrived.look.changed,
        kind=kind,
        results=dict.fromkeys(map(str, each.periods), ""),
        basis=context.of_input(arrived.sha256, kind),
        by_hand=each.result is None and not each.problems,
    )
