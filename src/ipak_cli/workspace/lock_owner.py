"""Whose the lock of a workspace is, and whether that process is surely dead.

A number says little of a process: after a reboot another one has it, and in a container the first has always
the same. So an owner is known by its host, the boot of that host, and the moment at which it began.
"""

from __future__ import annotations

import os
import re
import socket
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Final

from pydantic import AwareDatetime

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.rubric.types import Model
from ipak_cli.workspace.files import read
from ipak_cli.workspace.layout import LARGEST_SIDE_FILE, SHOWN, Paths

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

UNSIGNED_AGE: Final = 300.0
"""Seconds after which a lock that nobody signed lost its owner; shares show a new file in a minute."""
_ASKED_WITHIN: Final = 2.0
"""Seconds, at most, between asking for a free lock and making it."""
_OWNER: Final = re.compile(
    r"(?P<pid>[0-9]{1,10})\n(?P<host>[^\n?]+)(?:\?pidns-(?P<space>[0-9a-f]{1,16}))?(?P<more>[^\n]*)\n"
    r"(?:(?P<token>[0-9]{1,60})\n)?"
)
"""What the library writes into the lock's file; the token is the boot's id above 64 bits of the start."""
_START_BITS: Final = 64
_FIRST_SPACE: Final = 0xEFFFFFFC
"""The number of the host's own space of process numbers, which the library does not write."""
_STATE_FIELD: Final = 0
_START_FIELD: Final = 19
"""The state of a process, and its start, among the fields of ``/proc/PID/stat`` that follow its name."""
_ENDED: Final = frozenset({b"Z", b"X"})
"""The states of a process that has ended, and whose number is kept until its parent has asked how."""


class Holder(Model):
    """A process that holds the lock, or asks for it; ``host`` is what ``socket.gethostname()`` says.

    ``boot`` is the id of its host's boot, ``born`` the clock tick after the boot at which the process began,
    ``space`` the number of the space in which its number counts. Not every system tells them.
    """

    host: str
    pid: int
    started: AwareDatetime
    version: str
    run: str
    boot: str | None = None
    born: int | None = None
    space: int | None = None

    @property
    def since(self) -> str:
        """Write when it started, for people."""
        return f"{self.started:%d-%m-%Y pukul %H.%M}"


def this_holder(started: datetime, version: str, run: str) -> Holder:
    """Return this process as a holder of locks."""
    pid = os.getpid()
    return Holder(
        host=socket.gethostname(), pid=pid, started=started, version=version, run=run,
        boot=_boot(), born=_born(pid), space=_space(),
    )  # fmt: skip


class Life(Enum):
    """What is known of a lock's owner.

    ``UNSURE`` is one of this host of which nothing tells whether it still runs, and ``ELSEWHERE`` one that
    only another host could ask for.
    """

    RUNS = auto()
    DEAD = auto()
    UNSURE = auto()
    ELSEWHERE = auto()


@dataclass(frozen=True, slots=True)
class Process:
    """A process as a lock tells of it; what is not known of it is ``None``."""

    host: str
    pid: int
    boot: str | None = None
    born: int | None = None
    space: int | None = None


def is_locked(workspace: Path) -> bool:
    """Tell whether somebody has the workspace's lock, alive or dead; nothing is made."""
    return os.path.lexists(Paths(workspace).lock)


def must_be_plain(workspace: Path) -> None:
    """See that what stands in the lock's place can be the lock, or that nothing stands there.

    Raises ``ProblemsFoundError`` for a link, a pipe, a device, or a file too large to be one, and ``OSError``
    for a folder: nobody made any of them to lock.
    """
    with suppress(FileNotFoundError):
        read(workspace, SHOWN.lock, LARGEST_SIDE_FILE)


def holder_of(workspace: Path) -> Holder | None:
    """Return who signed the workspace's lock; ``None`` where nobody did, or not in a form that is known."""
    try:
        return Holder.model_validate_json(read(workspace, SHOWN.lock_holder, LARGEST_SIDE_FILE))
    except (OSError, ValueError, ProblemsFoundError):
        return None


def is_held_by(workspace: Path, me: Holder) -> bool:
    """Tell whether the lock is there, and is ``me``'s: made by this process and signed for this very run.

    Raises ``OSError`` when the system refuses to tell.
    """
    try:
        owner = owner_of(workspace)
    except (FileNotFoundError, ProblemsFoundError):
        return False
    made = owner is not None and (owner.host, owner.pid) == (me.host, me.pid)
    return made and holder_of(workspace) == me


def is_abandoned(workspace: Path, host: str, asked: Path) -> bool:
    """Tell whether the lock's owner is surely dead; ``asked`` is the note that ``host``, this one, asked.

    After a power cut the lock's file may be empty, and the signature tells; both say nothing where the owner
    died between making the file and writing to it, or where another host's are not seen on the share yet.
    """
    paths = Paths(workspace)
    try:
        owner = owner_of(workspace)
        if owner is not None:
            return life_of(workspace, host) is Life.DEAD
        made = paths.lock.stat().st_mtime
        if asked.exists() and abs(asked.stat().st_mtime - made) < _ASKED_WITHIN:
            return True
        return server_time(paths.own) - made > UNSIGNED_AGE
    except FileNotFoundError:
        return False


def life_of(workspace: Path, host: str) -> Life:
    """Return what is known of the owner of the lock, as seen from ``host``, this one. Raises ``OSError``."""
    owner, boot = owner_of(workspace), _boot()
    if owner is None or owner.host != host:
        return Life.ELSEWHERE
    if os.name != "posix":
        # The library alone knows there, and has acted by now.
        return Life.RUNS
    if None not in {owner.boot, boot}:
        if owner.boot == boot:
            return _life_in_this_boot(workspace, owner)
        # A younger lock is another computer's of the same name; an older one may be, while that one runs.
        older = _is_older_than_boot(workspace)
        return Life.DEAD if older and not _is_shown_alive(workspace) else Life.ELSEWHERE
    seen = owner.space in {None, _space()}
    gone = _is_older_than_boot(workspace) or (seen and not is_running(owner.pid))
    return Life.DEAD if gone else Life.UNSURE


def is_running(pid: int, born: int | None = None) -> bool:
    """Tell whether a process of this host runs: not one of the same number that began at another tick.

    One that has ended runs no more, though its parent has not asked how, as in many containers none does.
    """
    if os.name != "posix":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        pass
    fields = _stat(pid)
    if fields is None:
        return True
    return fields[_STATE_FIELD] not in _ENDED and born in {None, _tick(fields)}


def server_time(folder: Path) -> float:
    """Return the file server's time: the clock of this host may differ."""
    with TemporaryFile(dir=folder) as file:
        file.write(b".")
        file.flush()
        return os.fstat(file.fileno()).st_mtime


def owner_of(workspace: Path) -> Process | None:
    """Return the process that the lock's file names, else the one that signed.

    Raises ``OSError``, and ``ProblemsFoundError`` for what no process made to lock.

    The signature tells the rest of a process that the file names by its number alone.
    """
    found = _OWNER.match(read(workspace, SHOWN.lock, LARGEST_SIDE_FILE).decode("utf-8", errors="replace"))
    signed = holder_of(workspace)
    holder = Process(signed.host, signed.pid, signed.boot, signed.born, signed.space) if signed else None
    if found is None:
        return holder
    space = int(found["space"], 16) if found["space"] else _FIRST_SPACE
    named = Process(found["host"] + found["more"], int(found["pid"]), space=space)
    if found["token"]:
        token = int(found["token"])
        boot = f"{token >> _START_BITS:032x}"
        boot = "-".join((boot[:8], boot[8:12], boot[12:16], boot[16:20], boot[20:]))
        return replace(named, boot=boot, born=token % (1 << _START_BITS))
    return holder if holder and (holder.host, holder.pid) == (named.host, named.pid) else named


def _life_in_this_boot(workspace: Path, owner: Process) -> Life:
    if owner.space == _space():
        return Life.RUNS if is_running(owner.pid, owner.born) else Life.DEAD
    return Life.UNSURE if _is_shown_alive(workspace) else Life.DEAD


def _is_shown_alive(workspace: Path) -> bool:
    """Tell whether the owner may live: it holds the system's lock too, or nothing can be told.

    For whoever has passed the gate: another that tells would be taken for the owner.
    """
    import fcntl  # noqa: PLC0415 (POSIX alone has it)

    try:
        descriptor = os.open(Paths(workspace).lock_alive, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False


def _is_older_than_boot(workspace: Path) -> bool:
    """Tell whether the lock was made before this host started, by the ages of both: clocks may differ."""
    try:
        uptime = float(Path("/proc/uptime").read_text("ascii").split()[0])
    except (OSError, ValueError, IndexError):
        return False
    paths = Paths(workspace)
    return server_time(paths.own) - paths.lock.stat().st_mtime > uptime


def _born(pid: int) -> int | None:
    """Return the tick after the boot at which a process began; ``None`` where the system does not tell."""
    fields = _stat(pid)
    return None if fields is None else _tick(fields)


def _tick(fields: Sequence[bytes]) -> int:
    return int(fields[_START_FIELD])


def _stat(pid: int) -> Sequence[bytes] | None:
    """Return the fields after its name that the system tells of a process; ``None`` where it tells none."""
    try:
        said = Path(f"/proc/{pid}/stat").read_bytes()
        fields = said[said.rindex(b")") + 1 :].split()
    except (OSError, ValueError):
        return None
    return fields if len(fields) > _START_FIELD and fields[_START_FIELD].isdigit() else None


def _boot() -> str | None:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        return None


def _space() -> int | None:
    try:
        return Path("/proc/self/ns/pid").stat().st_ino
    except OSError:
        return None
