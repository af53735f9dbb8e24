"""The engine of one machine: a pool of processes; one that is killed costs what it had at hand, once more."""

from __future__ import annotations

from collections import deque
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING, Final

from ipak_cli.rollup.engines.batches import BATCH, batches, ended_process
from ipak_cli.rollup.exports.score import score_task, score_tasks
from ipak_cli.rollup.pool import obey_parent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Future

    from ipak_cli.rollup.exports.task import ExportOptions, ExportOutcome, ExportTask

_FEW: Final = 8
"""Tasks that are done before another process has started."""
_TRIES: Final = 2
"""How often a task is tried alone after its process ended."""

Batch = tuple["ExportTask", ...]


@dataclass(frozen=True, slots=True)
class LocalEngine:
    """Score in so many processes; in this one where one is enough."""

    processes: int
    size: int = BATCH

    def outcomes(self, tasks: Sequence[ExportTask], options: ExportOptions) -> Iterator[ExportOutcome]:
        """Yield outcomes as they come; whoever stops listening ends the processes."""
        few = len(tasks) <= _FEW and all(task.part[1] == 1 for task in tasks)
        if self.processes < 2 or few:
            yield from (score_task(task, options) for task in tasks)
            return
        waiting = deque(batches(tasks, self.size))
        while waiting:
            lost: list[Batch] = []
            with _pool(self.processes) as pool:
                yield from self._until_broken(pool, waiting, options, lost)
            yield from _one_by_one([task for batch in lost for task in batch], options)

    def _until_broken(
        self, pool: ProcessPoolExecutor, waiting: deque[Batch], options: ExportOptions, lost: list[Batch]
    ) -> Iterator[ExportOutcome]:
        """Work until all is done, or a process ended; then ``lost`` are the batches that were at hand."""
        at_hand: dict[Future[list[ExportOutcome]], Batch] = {}
        while (waiting and not lost) or at_hand:
            while waiting and not lost and len(at_hand) < 2 * self.processes:
                batch = waiting.popleft()
                try:
                    at_hand[pool.submit(score_tasks, batch, options)] = batch
                except BrokenProcessPool:
                    lost.append(batch)
            done, _ = wait(at_hand, return_when=FIRST_COMPLETED)
            for future in done:
                batch = at_hand.pop(future)
                try:
                    yield from future.result()
                except BrokenProcessPool:
                    lost.append(batch)


def _one_by_one(tasks: Sequence[ExportTask], options: ExportOptions) -> Iterator[ExportOutcome]:
    """Score tasks alone, one after the other, so that the one that ends its process is known."""
    left = deque((task, 1) for task in tasks)
    while left:
        with _pool(1) as pool:
            while left:
                task, tries = left.popleft()
                try:
                    yield pool.submit(score_task, task, options).result()
                except BrokenProcessPool:
                    if tries < _TRIES:
                        left.appendleft((task, tries + 1))
                    else:
                        yield ended_process(task)
                    break


@contextmanager
def _pool(processes: int) -> Iterator[ProcessPoolExecutor]:
    """Give a pool whose processes end at once when nobody waits for them any more."""
    context = get_context("spawn")
    pool = ProcessPoolExecutor(processes, context, initializer=obey_parent)
    try:
        yield pool
    except BaseException:  # an interrupt, or nobody listens: what is at hand can be done again
        for process in [*pool._processes.values()]:  # noqa: SLF001 (there is no other way before Python 3.14)
            process.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
