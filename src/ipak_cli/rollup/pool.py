"""The same work for many inputs in several processes, in the order of the inputs."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

T = TypeVar("T")
R = TypeVar("R")
_FEWEST: Final = 200
"""Inputs below which other processes take longer to start than the work."""


class Watcher(Protocol):
    """Whoever looks at the progress: told what begins, of how many, and how many more are done."""

    def begin(self, what: str, count: int) -> None:
        """Begin a step of so many documents or pairs."""

    def done(self, count: int) -> None:
        """Hear that so many more are done."""


class Nobody:
    """The watcher of work that nobody looks at."""

    def begin(self, what: str, count: int) -> None:
        """Begin a step."""

    def done(self, count: int) -> None:
        """Hear of progress."""


class Pool:
    """Processes that are started when there is enough to do, and used until the end."""

    def __init__(self, processes: int) -> None:
        self.processes = processes
        self._executor: ProcessPoolExecutor | None = None

    def map(self, work: Callable[[T], R], inputs: Sequence[T], watcher: Watcher) -> Iterator[R]:
        """Yield what work gives for each input, in their order."""
        alone = self.processes < 2 or len(inputs) < _FEWEST
        for part in chunks(inputs, _FEWEST * max(1, self.processes) * 2):
            if alone:
                yield from map(work, part)
            else:
                if self._executor is None:
                    self._executor = _started(self.processes)
                yield from self._executor.map(work, part, chunksize=20)
            watcher.done(len(part))

    def close(self) -> None:
        """End the processes; what they have not begun is dropped."""
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)


@contextmanager
def pool_of(processes: int | None) -> Iterator[Pool]:
    """Give a pool of processes, as many as the machine has cores unless told otherwise."""
    pool = Pool(processes or cores())
    try:
        yield pool
    finally:
        pool.close()


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def chunks(inputs: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield inputs in lists of at most so many."""
    left = iter(inputs)
    while part := list(islice(left, size)):
        yield part


def _started(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, get_context("spawn"), initializer=obey_parent)


def obey_parent() -> None:
    """Leave interrupts to the parent, and end when it ends, however that is."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
