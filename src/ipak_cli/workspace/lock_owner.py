"""Whose the lock of a workspace is, and whether that process is surely dead."""

from __future__ import annotations

import os
import re
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Final

from pydantic import AwareDatetime

from ipak_cli.rubric.types import Model
from ipak_cli.workspace.layout import Paths

if TYPE_CHECKING:
    from pathlib import Path

UNSIGNED_AGE: Final = 300.0
"""Seconds after which a lock that nobody signed lost its owner; shares show a new file in a minute."""
_ASKED_WITHIN: Final = 2.0
"""Seconds, at most, between asking for a free lock and making it."""
_OWNER: Final = re.compile(r"(?P<pid>[0-9]{1,10})\n(?P<host>[^\n]+)\n")
"""What the library writes into the lock's file."""


class Holder(Model):
    """A process that holds the lock, or asks for it; ``host`` is what ``socket.gethostname()`` says."""

    host: str
    pid: int
    started: AwareDatetime
    version: str
    run: str

    @property
    def since(self) -> str:
        """Write when it started, for people."""
        return f"{self.started:%d-%m-%Y pukul %H.%M}"


def is_locked(workspace: Path) -> bool:
    """Tell whether somebody has the workspace's lock, alive or dead; nothing is made."""
    return Paths(workspace).lock.exists()


def holder_of(workspace: Path) -> Holder | None:
    """Return who signed the workspace's lock; ``None`` where nobody did, or not in a form that is known."""
    try:
        return Holder.model_validate_json(Paths(workspace).lock_holder.read_bytes())
    except (OSError, ValueError):
        return None


def marked_owner(lock: Path) -> tuple[int, str]:
    """Return the process and the host that the lock's file names, ``(0, "")`` where it names none."""
    found = _OWNER.match(lock.read_text("utf-8", errors="replace"))
    return (int(found["pid"]), found["host"]) if found else (0, "")


def is_abandoned(workspace: Path, host: str, asked: Path) -> bool:
    """Tell whether the lock's owner is surely dead; ``asked`` is the note that ``host``, this one, asked.

    After a power cut the lock's file may be empty, and the signature tells; both say nothing where the owner
    died between making the file and writing to it, or where another host's are not seen on the share yet.
    """
    paths = Paths(workspace)
    try:
        pid, marked = marked_owner(paths.lock)
        if marked:
            return marked == host and not is_running(pid)
        if (holder := holder_of(workspace)) is not None:
            return holder.host == host and not is_running(holder.pid)
        made = paths.lock.stat().st_mtime
        if asked.exists() and abs(asked.stat().st_mtime - made) < _ASKED_WITHIN:
            return True
        return server_time(paths.own) - made > UNSIGNED_AGE
    except FileNotFoundError:
        return False


def is_running(pid: int) -> bool:
    """Tell whether a process of this host runs; on Windows the library alone knows, and has acted by now."""
    if os.name != "posix":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def server_time(folder: Path) -> float:
    """Return the file server's time: the clock of this host may differ."""
    with TemporaryFile(dir=folder) as file:
        file.write(b".")
        file.flush()
        return os.fstat(file.fileno()).st_mtime
