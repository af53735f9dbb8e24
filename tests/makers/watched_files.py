"""Which files a process opens and renames, by their whole paths, also where it names them from a folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
"""The flags of a file that is opened for writing."""


def watch(opened: Callable[[str, int], None], renamed: Callable[[str], None]) -> None:
    """Tell, from now on, the path and the flags of each file that is opened, and each new path of a file.

    The system's own hook tells a name without the folder that it is seen from; there the descriptor tells.
    """
    real = os.open

    def told(path: Any, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        descriptor = real(path, flags, mode, dir_fd=dir_fd)
        if dir_fd is not None:
            opened(os.fspath(Path(f"/proc/self/fd/{descriptor}").readlink()), flags)
        return descriptor

    def seen(event: str, given: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(given[0], str | os.PathLike) and Path(given[0]).is_absolute():
            opened(os.fspath(given[0]), given[2])
        elif event == "os.rename":
            target, folder = given[1], given[3]
            start = Path() if folder == -1 else Path(f"/proc/self/fd/{folder}").readlink()
            renamed(os.fspath(start / target))

    os.open = told
    sys.addaudithook(seen)
