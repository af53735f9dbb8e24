"""Files of periods that the office made on the page, and what they were made from.

A run makes its own all the same; what it makes stands in :attr:`ipak_cli.run.values.Memory.reports`.
"""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from ipak_cli.run.due import changes, due_reports
from ipak_cli.run.values import DoneReport, read_memory, write_memory
from ipak_cli.workspace.atomic import named_first
from ipak_cli.workspace.files import is_file

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from ipak_cli.base.period import Period
    from ipak_cli.jobs.written import WrittenFile
    from ipak_cli.run.due import RunContext
    from ipak_cli.run.values import Memory


def remember_made(
    workspace: Path, period: Period, what: str, files: Collection[WrittenFile], basis: Mapping[str, str]
) -> None:
    """Remember the files of a period that were made; ``what`` tells the report and the published sheet apart.

    The workspace is held meanwhile.
    """
    memory = read_memory(workspace)
    names = {named_first(Path(file.path).relative_to(workspace)).as_posix(): file.sha256 for file in files}
    made = {**memory.by_hand, f"{period}/{what}": DoneReport(files=names, basis=basis)}
    write_memory(workspace, memory.model_copy(update={"by_hand": dict(sorted(made.items()))}))


def outdated_files(
    period: Period, names: Collection[str], memory: Memory, context: RunContext
) -> frozenset[str]:
    """Return which files of a period, named from the workspace on, nobody made from what there is now."""
    now = context.of_report(period)
    done = (memory.reports.get(str(period)), *_by_hand(period, memory))
    sound = {name for each in done if each and not changes(each.basis, now) for name in each.files}
    return frozenset({*names} - sound)


def outdated_reports(
    memory: Memory, context: RunContext, standing: Collection[Period] = ()
) -> tuple[str, ...]:
    """Return the periods whose report is missing or out of date; one that was made by hand may be neither.

    Of ``standing`` ones only if missing, as :func:`ipak_cli.run.due.due_reports` says.
    """
    due = (each.period for each in due_reports(memory, context, standing))
    return tuple(str(period) for period in due if not _is_made_by_hand(period, memory, context))


def _is_made_by_hand(period: Period, memory: Memory, context: RunContext) -> bool:
    """Tell whether the office made a period's report from what there is now, and has it still."""
    now = context.of_report(period)
    sound = (each for each in _by_hand(period, memory, "laporan") if not changes(each.basis, now))
    return any(all(is_file(context.workspace, PurePath(name)) for name in each.files) for each in sound)


def _by_hand(period: Period, memory: Memory, what: str = "") -> Iterator[DoneReport]:
    return (done for key, done in memory.by_hand.items() if key.startswith(f"{period}/{what}"))
