"""The file in ``hasil/`` that tells an office what is wrong with one of its inputs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, has_errors, problem
from ipak_cli.base.provenance import is_newer
from ipak_cli.catalogue.drive import (
    INTERNAL_ERROR,
    OPEN_FILE_NOT_REPLACED,
    STILL_BEING_WRITTEN,
    WRITTEN_BY_NEWER_VERSION,
)
from ipak_cli.catalogue.usage import FILE_NOT_WRITABLE
from ipak_cli.run.due import InputKind, due_inputs, due_reports, open_context, result_path, stored_documents
from ipak_cli.run.inputs import settled
from ipak_cli.run.values import (
    REPORT,
    UNKNOWN,
    DoneInput,
    DoneReport,
    Memory,
    Outcome,
    RunOptions,
    RunStep,
    Watcher,
    Work,
    forget,
    write_memory,
)
from ipak_cli.workspace.atomic import make_folder, refusal, write_whole
from ipak_cli.workspace.inbox import open_inbox, where_of
from ipak_cli.workspace.state import must_be_there
from ipak_cli.workspace.store import PEKPPP, RESULTS, SURVEY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ipak_cli.base.quarter import Quarter
    from ipak_cli.run.due import Due, DueReport, RunContext
    from ipak_cli.run.inputs import InputRead
    from ipak_cli.workspace.inbox import Arrived, Inbox


NOTE_END: Final = ".masalah.txt"
"""How the names of these files end; before it stands the input's name."""


def note_path(workspace: Path, name: str) -> Path:
    """Return where the problems of an input are told; folders in its name become a part of the name."""
    return workspace / RESULTS / f"{name.replace('/', '__')}{NOTE_END}"


def write_note(workspace: Path, name: str, lines: Iterable[str]) -> None:
    """Tell an input's problems, one a line. Raises ``ProblemsFoundError`` when the system refuses."""
    must_be_there(workspace)
    make_folder(workspace / RESULTS)
    write_whole(note_path(workspace, name), "".join(f"{line}\n" for line in lines).encode())


def remove_note(path: Path) -> None:
    """Take back what was told of an input. Raises ``ProblemsFoundError`` when the system refuses."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise ProblemsFoundError(
            [problem(FILE_NOT_WRITABLE, Where(str(path)), reason=refusal(error))]
        ) from None


_BESIDE: Final = OPEN_FILE_NOT_REPLACED
"""A file of the report was open elsewhere, and the new one stands beside it for now."""


def foresee_reports(work: Work, context: RunContext, changed: Sequence[tuple[InputKind, Quarter]]) -> None:
    """Plan the reports: those that are due now, and those that the changed results will touch."""
    due = {each.quarter: each.why for each in due_reports(work.memory, context)}
    surveys = {quarter for kind, quarter in changed if kind is InputKind.SURVEY}
    for quarter in sorted({*context.opened.stored.quarters(SURVEY), *surveys}):
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
        watcher.step(f"laporan {each.quarter}")
        made, problems = _make_report(each, context)
        if made is not None:
            reports[str(each.quarter)] = made
        work.problems += problems
        outcome = Outcome.FAILED if has_errors(problems) else Outcome.DONE
        work.steps.append(RunStep(REPORT, None, str(each.quarter), each.why, outcome))
    work.memory = work.memory.model_copy(update={"reports": dict(sorted(reports.items()))})


def _make_report(due: DueReport, context: RunContext) -> tuple[DoneReport | None, tuple[Problem, ...]]:
    """Return what to remember of a report, and what there is to tell; a makeshift is made again next time."""
    from ipak_cli.jobs.report import REPORTS, make_report  # noqa: PLC0415 (nothing to do: no templates)

    basis = context.of_report(due.quarter)
    try:
        made = make_report(context.opened, due.quarter)
    except ProblemsFoundError as found:
        return None, found.problems
    except Exception as bug:  # noqa: BLE001 (one report must not keep the others from being made)
        return None, (problem(INTERNAL_ERROR, Where(f"{REPORTS}/{due.quarter}"), kind=type(bug).__name__),)
    makeshift = tuple(each for each in made.problems if each.entry == _BESIDE)
    if makeshift:
        return None, makeshift
    files = tuple(Path(file.path).relative_to(context.workspace).as_posix() for file in made.files)
    return DoneReport(files=files, basis=basis), ()


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
    path = result_path(context.workspace, kind, quarter)
    for stored in stored_documents(context.opened.stored):
        if (stored.kind, stored.quarter) == (kind, quarter) and is_newer(stored.tool, context.tool.version):
            where = Where(path.relative_to(context.workspace).as_posix())
            raise ProblemsFoundError(
                [problem(WRITTEN_BY_NEWER_VERSION, where, found=stored.tool, known=context.tool.version)]
            )
    result = SURVEY if kind is InputKind.SURVEY else PEKPPP
    if context.opened.stored.content(result, quarter) == document.encode():
        return None
    if not dry:
        must_be_there(context.workspace)
        context.opened.stored.store(result, quarter, document)
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
