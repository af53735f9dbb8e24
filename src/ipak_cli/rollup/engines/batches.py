"""Tasks in batches, and what an engine is: it gives an outcome for every task, in whatever order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from ipak_cli.base.problem import Where, problem
from ipak_cli.catalogue.rollup_exports import EXPORT_ENDED_PROCESS
from ipak_cli.rollup.exports.score import left_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ipak_cli.rollup.exports.task import ExportOptions, ExportOutcome, ExportTask

BATCH: Final = 16
"""Tasks that are handed over together, and lost together with a process: a second or two of work."""
_HEAVY: Final = 16_000_000
"""Bytes of files that make a batch full."""


class Engine(Protocol):
    """Where tasks are scored; every one of them has one outcome, whatever happens to who scores it."""

    def outcomes(self, tasks: Sequence[ExportTask], options: ExportOptions) -> Iterator[ExportOutcome]:
        """Yield outcomes as they come. Raises ``ProblemsFoundError`` where work cannot begin or go on."""


def batches(tasks: Iterable[ExportTask], size: int = BATCH) -> Iterator[tuple[ExportTask, ...]]:
    """Yield tasks in batches of at most so many, fewer where their files are large."""
    batch: list[ExportTask] = []
    heavy = 0
    for task in tasks:
        weight = sum(file.size for file in task.files) // task.part[1]
        if batch and (len(batch) == size or heavy + weight > _HEAVY):
            yield tuple(batch)
            batch, heavy = [], 0
        batch.append(task)
        heavy += weight
    if batch:
        yield tuple(batch)


def ended_process(task: ExportTask) -> ExportOutcome:
    """Return the outcome of a task that ended its process each time that it was tried."""
    return left_out(task, [problem(EXPORT_ENDED_PROCESS, Where(task.source))])
