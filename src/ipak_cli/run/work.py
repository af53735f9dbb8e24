"""The work in one workspace: inputs are taken, results stored, reports made, and what failed is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, has_errors, problem
from ipak_cli.base.provenance import is_newer
from ipak_cli.base.quarter import parse_quarter
from ipak_cli.catalogue.drive import (
    INTERNAL_ERROR,
    OPEN_FILE_NOT_REPLACED,
    SAME_INPUT_TWICE,
    STILL_BEING_WRITTEN,
    TWO_INPUTS_FOR_QUARTER,
    WRITTEN_BY_NEWER_VERSION,
)
from ipak_cli.catalogue.usage import FILE_NOT_WRITABLE
from ipak_cli.run.due import due_inputs, due_reports, read_setting, stored_documents
from ipak_cli.run.values import (
    REPORT,
    UNKNOWN,
    DoneInput,
    DoneReport,
    Memory,
    Outcome,
    Step,
    Taken,
    Watcher,
    Way,
    Work,
    forget,
    write_memory,
)
from ipak_cli.workspace.atomic import make_folder, refusal, write_whole
from ipak_cli.workspace.inbox import open_inbox, where_of
from ipak_cli.workspace.layout import SHOWN, Paths, must_be_there
from ipak_cli.workspace.store import InputKind, store, stored_quarters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ipak_cli.base.quarter import Quarter
    from ipak_cli.run.due import Due, DueReport, Setting
    from ipak_cli.workspace.inbox import Arrived, Inbox


def write_note(workspace: Path, name: str, lines: Iterable[str]) -> None:
    """Tell an input's problems, one a line. Raises ``ProblemsFoundError`` when the system refuses."""
    must_be_there(workspace)
    paths = Paths(workspace)
    make_folder(paths.results)
    write_whole(paths.note(name), "".join(f"{line}\n" for line in lines).encode())


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


def foresee_reports(work: Work, setting: Setting, changed: Sequence[tuple[InputKind, Quarter]]) -> None:
    """Plan the reports: those that are due now, and those that the changed results will touch."""
    due = {each.quarter: each.why for each in due_reports(work.memory, setting)}
    surveys = {quarter for kind, quarter in changed if kind is InputKind.SURVEY}
    for quarter in sorted({*stored_quarters(setting.workspace, InputKind.SURVEY), *surveys}):
        touched = any(
            earlier == quarter if kind is InputKind.PEKPPP else earlier <= quarter
            for kind, earlier in changed
        )
        why = due.get(quarter, ("results",) if touched else ())
        if why:
            work.steps.append(Step(REPORT, None, str(quarter), why, Outcome.PLANNED))


def make_reports(work: Work, setting: Setting, watcher: Watcher) -> None:
    """Make the reports that are due, the oldest first; one that fails never stops the others."""
    reports = dict(work.memory.reports)
    due = due_reports(work.memory, setting)
    watcher.steps(len(due))
    for each in due:
        reports.pop(str(each.quarter), None)
    if due:
        # A run that is killed halfway must leave no page behind that is taken for that of earlier results.
        write_memory(setting.workspace, work.memory.model_copy(update={"reports": dict(reports)}))
    for each in due:
        watcher.step(f"laporan {each.quarter}")
        made, problems = _make_report(each, setting)
        if made is not None:
            reports[str(each.quarter)] = made
        work.problems += problems
        outcome = Outcome.FAILED if has_errors(problems) else Outcome.DONE
        work.steps.append(Step(REPORT, None, str(each.quarter), each.why, outcome))
    work.memory = work.memory.model_copy(update={"reports": dict(sorted(reports.items()))})


def _make_report(due: DueReport, setting: Setting) -> tuple[DoneReport | None, tuple[Problem, ...]]:
    """Return what to remember of a report, and what there is to tell; a makeshift is made again next time."""
    from ipak_cli.jobs.report import make_report  # noqa: PLC0415 (nothing to do: no templates)

    basis = setting.of_report(due.quarter)
    try:
        made = make_report(setting.workspace, due.quarter)
    except ProblemsFoundError as found:
        return None, found.problems
    except Exception as bug:  # noqa: BLE001 (one report must not keep the others from being made)
        where = Where(SHOWN.report(due.quarter).as_posix())
        return None, (problem(INTERNAL_ERROR, where, kind=type(bug).__name__),)
    makeshift = tuple(each for each in made.problems if each.entry == _BESIDE)
    if makeshift:
        return None, makeshift
    files = tuple(Path(file.path).relative_to(setting.workspace).as_posix() for file in made.files)
    return DoneReport(files=files, basis=basis), ()


_Claims: TypeAlias = "dict[tuple[InputKind, Quarter], list[str]]"
"""The names of the inputs that each quarter and kind has."""


def settled(taken: Sequence[Taken], inbox: Inbox, memory: Memory) -> tuple[Taken, ...]:
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


def _settle(each: Taken, claims: _Claims, digests: dict[str, str]) -> Taken:
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


def work_in(workspace: Path, memory: Memory, way: Way) -> Work:
    """Do what is to be done in a workspace, or plan it; one bad input never stops the others.

    Raises ``ProblemsFoundError`` for what concerns all inputs: ``ipak.yaml`` and the rubrics it names.
    """
    setting = read_setting(workspace, way.tool)
    inbox = open_inbox(workspace, {name: done.known for name, done in memory.inputs.items()}, way.patience)
    work = Work(inbox, memory, problems=list(inbox.problems), waiting=list(inbox.waiting))
    for name, fault in inbox.refused:
        work.faults[name] = (fault,)
    due = due_inputs(inbox, memory, setting)
    way.watcher.steps(len(due))
    taken = settled(tuple(_taken(due, setting, way.watcher)), inbox, memory)
    if not way.dry:
        replaced = {(each.kind, str(each.quarters[0])) for each in taken if each.document and each.kind}
        forget(workspace, memory, replaced)
    changed = [found for each in taken if (found := _keep(each, setting, work, way))]
    _remember_inputs(work, inbox, taken, setting)
    if way.dry:
        foresee_reports(work, setting, changed)
    else:
        make_reports(work, setting, way.watcher)
    work.problems += [problem(STILL_BEING_WRITTEN, where_of(name)) for name in sorted(work.waiting)]
    return work


def _taken(due: Sequence[Due], setting: Setting, watcher: Watcher) -> Iterator[Taken]:
    if due:
        from ipak_cli.run.inputs import take  # noqa: PLC0415 (a run with nothing to do loads no pandas)

        stored = stored_documents(setting.workspace)
        for each in due:
            watcher.step(each.arrived.name)
            yield take(each, setting, stored)


def _keep(each: Taken, setting: Setting, work: Work, way: Way) -> tuple[InputKind, Quarter] | None:
    """Store what an input gave, and note how it went; return what changes in ``hasil/``."""
    if each.unready:
        work.waiting.append(each.name)
        return None
    changed, problems = None, each.problems
    if each.document is not None and each.kind is not None:
        try:
            changed = _store(each.kind, each.quarters[0], each.document, setting, dry=way.dry)
        except ProblemsFoundError as found:
            problems = (*problems, *found.problems)
    failed = has_errors(problems)
    if failed:
        work.faults[each.name] = problems
    else:
        work.problems += problems
    outcome = Outcome.FAILED if failed else Outcome.PLANNED if way.dry else Outcome.DONE
    quarters = ", ".join(map(str, each.quarters)) or None
    work.steps.append(Step(each.kind or UNKNOWN, each.name, quarters, each.due.why, outcome))
    return changed


def _store(
    kind: InputKind, quarter: Quarter, document: str, setting: Setting, *, dry: bool
) -> tuple[InputKind, Quarter] | None:
    """Store a document, or only look whether it would change what is stored."""
    path = Paths(setting.workspace).result(quarter, kind.file)
    for stored in stored_documents(setting.workspace):
        if (stored.kind, stored.quarter) == (kind, quarter) and is_newer(stored.tool, setting.tool.version):
            where = Where(SHOWN.result(quarter, kind.file).as_posix())
            raise ProblemsFoundError(
                [problem(WRITTEN_BY_NEWER_VERSION, where, found=stored.tool, known=setting.tool.version)]
            )
    if path.is_file() and path.read_bytes() == document.encode():
        return None
    if not dry:
        must_be_there(setting.workspace)
        store(setting.workspace, kind, quarter, document)
    return kind, quarter


def _remember_inputs(work: Work, inbox: Inbox, taken: Iterable[Taken], setting: Setting) -> None:
    """Remember what is done; what failed is tried again, what waits keeps what was known of it.

    So does what stands in a folder that could not be opened.
    """
    ready = {arrived.name: arrived for arrived in inbox.ready}
    here = {*ready, *work.waiting} if inbox.whole else {*ready, *work.memory.inputs}
    inputs = {name: done for name, done in work.memory.inputs.items() if name in here}
    for each in taken:
        inputs.pop(each.name, None)
        if each.name not in work.faults and not each.unready and each.kind is not None:
            inputs[each.name] = _done(ready[each.name], each.kind, each.quarters, setting)
    for name, arrived in ready.items():
        if name in inputs:
            inputs[name] = inputs[name].model_copy(
                update={"size": arrived.look.size, "written": arrived.look.written}
            )
    work.memory = work.memory.model_copy(update={"inputs": dict(sorted(inputs.items()))})


def _done(arrived: Arrived, kind: InputKind, quarters: Sequence[Quarter], setting: Setting) -> DoneInput:
    return DoneInput(
        size=arrived.look.size,
        written=arrived.look.written,
        kind=kind,
        quarters=tuple(map(str, quarters)),
        basis=setting.of_input(arrived.sha256, kind),
    )
