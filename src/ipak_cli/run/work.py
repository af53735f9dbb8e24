"""The work in one workspace: the inputs that are due are read and stored, then the reports are made."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, has_errors, problem
from ipak_cli.base.provenance import is_newer
from ipak_cli.base.quarter import Quarter, parse_quarter
from ipak_cli.catalogue.drive import (
    INTERNAL_ERROR,
    OPEN_FILE_NOT_REPLACED,
    REPORT_OF_QUARTER,
    SAME_INPUT_TWICE,
    STILL_BEING_WRITTEN,
    TWO_INPUTS_FOR_QUARTER,
    WRITTEN_BY_NEWER_VERSION,
)
from ipak_cli.run.due import due_inputs, due_reports, open_context, stored_documents
from ipak_cli.run.values import (
    REPORT,
    UNKNOWN,
    DoneInput,
    DoneReport,
    InputRead,
    Memory,
    Outcome,
    RunOptions,
    RunStep,
    Watcher,
    Work,
    forget,
    write_memory,
)
from ipak_cli.workspace.inbox import open_inbox, where_of
from ipak_cli.workspace.layout import SHOWN, must_be_there
from ipak_cli.workspace.store import InputKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ipak_cli.run.due import Due, DueReport, RunContext
    from ipak_cli.workspace.inbox import Arrived, Inbox

_Claims: TypeAlias = dict[tuple[InputKind, Quarter], list[str]]
"""The names of the inputs that each quarter and kind has."""


def work_in(workspace: Path, memory: Memory, options: RunOptions) -> Work:
    """Do what is to be done in a workspace, or plan it; one bad input never stops the others.

    Raises ``ProblemsFoundError`` for what concerns all inputs: ``ipak.yaml`` and the rubrics it names.
    """
    context = open_context(workspace, options.tool)
    known = {name: done.known for name, done in memory.inputs.items()}
    inbox = open_inbox(workspace, known, options.patience)
    work = Work(inbox, memory, memory, problems=list(inbox.problems), waiting=list(inbox.waiting))
    for name, fault in inbox.refused:
        work.faults[name] = (fault,)
    due = due_inputs(inbox, memory, context)
    options.watcher.steps(len(due))
    taken = settled(tuple(_taken(due, context, options.watcher)), inbox, memory)
    if not options.dry:
        replaced = {(each.kind, str(each.quarters[0])) for each in taken if each.document and each.kind}
        work.on_disk = forget(workspace, memory, replaced)
    changed = [found for each in taken if (found := _keep(each, context, work, options))]
    _remember_inputs(work, inbox, taken, context)
    if options.dry:
        foresee_reports(work, context, changed)
    else:
        make_reports(work, context, options.watcher)
    work.problems += [problem(STILL_BEING_WRITTEN, where_of(name)) for name in sorted(work.waiting)]
    return work


def _taken(due: Sequence[Due], context: RunContext, watcher: Watcher) -> Iterator[InputRead]:
    if due:
        from ipak_cli.run.inputs import take  # noqa: PLC0415 (a run with nothing to do loads no pandas)

        stored = stored_documents(context.opened.stored)
        for each in due:
            watcher.step(each.arrived.name)
            yield take(each, context, stored)


def settled(taken: Sequence[InputRead], inbox: Inbox, memory: Memory) -> tuple[InputRead, ...]:
    """Refuse the inputs that meet another one for the same quarter and kind; equal ones count once."""
    # What waits, or stands in a folder that could not be opened, keeps the quarters that it had.
    unseen = {name: done.known.sha256 for name, done in memory.inputs.items()}
    if inbox.whole:
        unseen = {name: unseen[name] for name in inbox.waiting if name in unseen}
    digests = unseen | {arrived.name: arrived.sha256 for arrived in inbox.ready}
    claims: _Claims = {}
    again = {each.name for each in taken if not each.unready}
    for name in (name for name in sorted(digests) if name in memory.inputs and name not in again):
        done = memory.inputs[name]
        for quarter in map(parse_quarter, done.quarters):
            claims.setdefault((done.kind, quarter), []).append(name)
    for each in taken:
        for quarter in each.quarters:
            if each.kind is not None:
                claims.setdefault((each.kind, quarter), []).append(each.name)
    return tuple(_settle(each, claims, digests) for each in taken)


def _settle(each: InputRead, claims: _Claims, digests: dict[str, str]) -> InputRead:
    if each.document is None or each.kind is None:
        return each
    key = each.kind, each.quarters[0]
    where, digest = where_of(each.name), each.due.arrived.sha256
    others = [name for name in claims[key] if digests[name] != digest]
    if others:
        fault = problem(TWO_INPUTS_FOR_QUARTER, where, other=others[0], kind=each.kind.label, quarter=key[1])
        return replace(each, document=None, problems=(fault,))
    first = next(name for name in claims[key] if digests[name] == digest)
    if first != each.name:
        return replace(each, document=None, problems=(problem(SAME_INPUT_TWICE, where, other=first),))
    return each


def _keep(
    each: InputRead, context: RunContext, work: Work, options: RunOptions
) -> tuple[InputKind, Quarter] | None:
    """Store what an input gave, and note how it went; return what changes in ``hasil/``."""
    if each.unready:
        work.waiting.append(each.name)
        return None
    changed, problems = None, each.problems
    if each.document is not None and each.kind is not None:
        try:
            changed = _store(each.kind, each.quarters[0], each.document, context, dry=options.dry)
        except ProblemsFoundError as found:
            problems = (*problems, *found.problems)
    failed = has_errors(problems)
    if failed:
        work.faults[each.name] = problems
    else:
        work.problems += problems
    outcome = Outcome.FAILED if failed else Outcome.PLANNED if options.dry else Outcome.DONE
    quarters = ", ".join(map(str, each.quarters)) or None
    work.steps.append(RunStep(each.kind or UNKNOWN, each.name, quarters, each.due.why, outcome))
    return changed


def _store(
    kind: InputKind, quarter: Quarter, document: str, context: RunContext, *, dry: bool
) -> tuple[InputKind, Quarter] | None:
    """Store a document, or only look whether it would change what is stored."""
    for stored in stored_documents(context.opened.stored):
        if (stored.kind, stored.quarter) == (kind, quarter) and is_newer(stored.tool, context.tool.version):
            where = Where(SHOWN.result(quarter, kind.file).as_posix())
            raise ProblemsFoundError(
                [problem(WRITTEN_BY_NEWER_VERSION, where, found=stored.tool, known=context.tool.version)]
            )
    if context.opened.stored.content(kind, quarter) == document.encode():
        return None
    if not dry:
        must_be_there(context.workspace)
        context.opened.stored.store(kind, quarter, document)
    return kind, quarter


def _remember_inputs(work: Work, inbox: Inbox, taken: Iterable[InputRead], context: RunContext) -> None:
    """Remember what is done; what failed is tried again, what waits keeps what was known of it.

    So does what stands in a folder that could not be opened.
    """
    ready = {arrived.name: arrived for arrived in inbox.ready}
    here = {*ready, *work.waiting} if inbox.whole else {*ready, *work.memory.inputs}
    inputs = {name: done for name, done in work.memory.inputs.items() if name in here}
    for each in taken:
        inputs.pop(each.name, None)
        if each.name not in work.faults and not each.unready and each.kind is not None:
            inputs[each.name] = _done(ready[each.name], each.kind, each.quarters, context)
    for name, arrived in ready.items():
        if name in inputs:
            inputs[name] = inputs[name].model_copy(
                update={"size": arrived.look.size, "written": arrived.look.written}
            )
    work.memory = work.memory.model_copy(update={"inputs": dict(sorted(inputs.items()))})


def _done(arrived: Arrived, kind: InputKind, quarters: Sequence[Quarter], context: RunContext) -> DoneInput:
    return DoneInput(
        size=arrived.look.size,
        written=arrived.look.written,
        kind=kind,
        quarters=tuple(map(str, quarters)),
        basis=context.of_input(arrived.sha256, kind),
    )


def foresee_reports(work: Work, context: RunContext, changed: Sequence[tuple[InputKind, Quarter]]) -> None:
    """Plan the reports: those that are due now, and those that the changed results will touch."""
    due = {each.quarter: each.why for each in due_reports(work.memory, context)}
    surveys = {quarter for kind, quarter in changed if kind is InputKind.SURVEY}
    for quarter in sorted({*context.opened.stored.quarters(InputKind.SURVEY), *surveys}):
        touched = any(
            quarter == other if kind is InputKind.PEKPPP else quarter >= other for kind, other in changed
        )
        why = due.get(quarter, ("results",) if touched else ())
        if why:
            work.steps.append(RunStep(REPORT, None, str(quarter), why, Outcome.PLANNED))


def make_reports(work: Work, context: RunContext, watcher: Watcher) -> None:
    """Make the reports that are due, the oldest first; one that fails never stops the others."""
    reports = dict(work.memory.reports)
    due = due_reports(work.memory, context)
    watcher.steps(len(due))
    for each in due:
        reports.pop(str(each.quarter), None)
    if due:
        # A run that is killed halfway must leave no page behind that is taken for that of earlier results.
        work.on_disk = work.memory.model_copy(update={"reports": dict(reports)})
        write_memory(context.workspace, work.on_disk)
    for each in due:
        watcher.step(REPORT_OF_QUARTER(quarter=each.quarter))
        made, problems = _make_report(each, context)
        if made is not None:
            reports[str(each.quarter)] = made
        work.problems += problems
        outcome = Outcome.FAILED if has_errors(problems) else Outcome.DONE
        work.steps.append(RunStep(REPORT, None, str(each.quarter), each.why, outcome))
    work.memory = work.memory.model_copy(update={"reports": dict(sorted(reports.items()))})


def _make_report(due: DueReport, context: RunContext) -> tuple[DoneReport | None, tuple[Problem, ...]]:
    """Return what to remember of a report, and what there is to tell; a makeshift is made again next time."""
    from ipak_cli.jobs.report import make_report  # noqa: PLC0415 (nothing to do: no templates)

    basis = context.of_report(due.quarter)
    try:
        made = make_report(context.opened, due.quarter)
    except ProblemsFoundError as found:
        return None, found.problems
    except Exception as bug:  # noqa: BLE001 (one report must not keep the others from being made)
        where = Where(SHOWN.report(due.quarter).as_posix())
        return None, (problem(INTERNAL_ERROR, where, kind=type(bug).__name__),)
    makeshift = tuple(each for each in made.problems if each.entry == OPEN_FILE_NOT_REPLACED)
    if makeshift:
        return None, makeshift
    files = tuple(Path(file.path).relative_to(context.workspace).as_posix() for file in made.files)
    return DoneReport(files=files, basis=basis), ()
