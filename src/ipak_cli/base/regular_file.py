"""Opening a file that somebody named: a regular one, behind links too, and never one that makes us wait."""

from __future__ import annotations

import errno
import os
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from io import BufferedReader
    from pathlib import Path

NO_WAITING: Final = getattr(os, "O_NONBLOCK", 0)
"""Without it the opening of a named pipe lasts until somebody writes to it."""
_READ: Final = os.O_RDONLY | NO_WAITING | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class NotRegularError(OSError):
    """What was to be read is a named pipe, a device or a socket."""


def open_regular(path: Path) -> BufferedReader:
    """Open a file for reading bytes.

    Raises ``NotRegularError`` for a pipe, a device and a socket, and ``OSError`` as the system does, for a
    folder too. What was looked at before it is opened is looked at again when it is open: another may stand
    there by then.
    """
    must_be_regular(path.stat(), path)
    descriptor = os.open(path, _READ)
    try:
        must_be_regular(os.fstat(descriptor), path)
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def must_be_regular(state: os.stat_result, path: Path) -> None:
    """Raise ``IsADirectoryError`` for a folder, and ``NotRegularError`` for what else is no regular file."""
    if S_ISDIR(state.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not S_ISREG(state.st_mode):
        raise NotRegularError(errno.EINVAL, "not a regular file", str(path))
