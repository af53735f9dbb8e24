"""Work in a process of its own, which the system ends when it takes too long or too much memory.

The child only reads and counts. What it found comes back through a pipe, and whoever holds the lock
writes it: a child that is stopped at any moment, or outlives a run that is killed, leaves nothing behind.
"""

from __future__ import annotations

import os
import pickle
import signal
from contextlib import suppress
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, NoReturn, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

MOST_MEMORY: Final = 4 << 30
"""Bytes that a step may ask for: more than any input needs, less than stops a computer."""


class Ended(Enum):
    """How a child ended that found nothing: at its deadline, or by itself, as for want of memory."""

    TOO_LONG = auto()
    DIED = auto()


def do_apart(work: Callable[[], T], seconds: float) -> T | Ended:
    """Do some work in a child process that may take so many seconds; return what it found.

    Where a system cannot fork, as Windows, the work is done here and takes as long as it takes.
    """
    if not hasattr(os, "fork"):
        return work()
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        _work_and_leave(work, seconds, writer)
    os.close(writer)
    try:
        with os.fdopen(reader, "rb") as pipe:
            answer = pipe.read()
    except BaseException:
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        _, status = os.waitpid(child, 0)
    if status:
        late = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGALRM
        return Ended.TOO_LONG if late else Ended.DIED
    found: T = pickle.loads(answer)  # noqa: S301 (our own child wrote it)
    return found


def _work_and_leave(work: Callable[[], T], seconds: float, writer: int) -> NoReturn:
    """Work as the child, and end without what a process does at its end: all of that is the parent's."""
    code = 1
    try:
        # Ctrl-C goes to parent and child alike, and the parent ends both.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        _limit_memory()
        answer = pickle.dumps(work())
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(answer)
        code = 0
    finally:
        os._exit(code)


def _limit_memory() -> None:
    import resource  # noqa: PLC0415 (POSIX alone has it)

    with suppress(OSError, ValueError):
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        most = MOST_MEMORY if hard == resource.RLIM_INFINITY else min(MOST_MEMORY, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
