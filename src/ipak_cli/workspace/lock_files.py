"""The two kinds of lock of which the lock of a workspace is made, as the library makes them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from filelock import FileLock, SoftFileLock

if TYPE_CHECKING:
    from pathlib import Path

_POLL: Final = 0.01


class Marker(SoftFileLock):
    """The lock's file; the library makes and removes it, and is kept from taking over a dead owner's.

    It takes for dead whoever has a number that nobody has here, on any computer of this name.
    """

    if os.name == "posix":

        def _try_break_stale_lock(self) -> None:
            """Leave what is there: :func:`ipak_cli.workspace.lock_owner.is_abandoned` judges it."""


def system_lock(path: Path, wait: float) -> FileLock:
    """Return a lock that the system frees when its owner dies; all who work here must be able to take it."""
    return FileLock(path, mode=0o666, timeout=wait, poll_interval=_POLL, fallback_to_soft=False)
