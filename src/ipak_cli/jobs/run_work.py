"""The work of ``ipak run`` in one workspace: inputs taken, quarters settled, results stored, reports made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.jobs.run_basis import Kind, read_setting
from ipak_cli.jobs.run_memory import DoneInput, Memory, forget
from ipak_cli.jobs.run_parts import UNKNOWN, Outcome, Step, Watcher, Way, Work
from ipak_cli.jobs.run_plan import due_inputs, result_path, stored_documents
from ipak_cli.jobs.run_reports import foresee_reports, make_reports
from ipak_cli.jobs.run_settle import settled
from ipak_cli.origin import is_newer
from ipak_cli.problems import ProblemsFoundError, Where, has_errors, problem
from ipak_cli.workspace.inbox import open_inbox, where_of
from ipak_cli.workspace.state import must_be_there
from ipak_cli.workspace.store import PEKPPP, SURVEY, store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from ipak_cli.jobs.run_basis import Setting
    from ipak_cli.jobs.run_plan import Due
    from ipak_cli.jobs.run_step import Taken
    from ipak_cli.period import Quarter
    from ipak_cli.workspace.inbox import Arrived, Inbox


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
    work.problems += [problem("D637", where_of(name)) for name in sorted(work.waiting)]
    return work


def _taken(due: Sequence[Due], setting: Setting, watcher: Watcher) -> Iterator[Taken]:
    if due:
        from ipak_cli.jobs.run_step import take  # noqa: PLC0415 (a run with nothing to do loads no pandas)

        stored = stored_documents(setting.workspace)
        for each in due:
            watcher.step(each.arrived.name)
            yield take(each, setting, stored)


def _keep(each: Taken, setting: Setting, work: Work, way: Way) -> tuple[Kind, Quarter] | None:
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
    kind: Kind, quarter: Quarter, document: str, setting: Setting, *, dry: bool
) -> tuple[Kind, Quarter] | None:
    """Store a document, or only look whether it would change what is stored."""
    path = result_path(setting.workspace, kind, quarter)
    for stored in stored_documents(setting.workspace):
        if (stored.kind, stored.quarter) == (kind, quarter) and is_newer(stored.tool, setting.tool.version):
            where = Where(path.relative_to(setting.workspace).as_posix())
            raise ProblemsFoundError([problem("D611", where, found=stored.tool, known=setting.tool.version)])
    if path.is_file() and path.read_bytes() == document.encode():
        return None
    if not dry:
        must_be_there(setting.workspace)
        store(setting.workspace, SURVEY if kind is Kind.SURVEY else PEKPPP, quarter, document)
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


def _done(arrived: Arrived, kind: Kind, quarters: Sequence[Quarter], setting: Setting) -> DoneInput:
    return DoneInput(
        size=arrived.look.size,
        written=arrived.look.written,
        kind=kind,
        quarters=tuple(map(str, quarters)),
        basis=setting.of_input(arrived.sha256, kind),
    )
