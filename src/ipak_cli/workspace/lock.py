"""One writer at a time: a lock that holds on NFS and SMB, and that knows whose it is."""

from __future__ import annotations

import hashlib
import os
import re
import time
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Final

from filelock import FileLock, SoftFileLock, Timeout
from pydantic import AwareDatetime

from ipak_cli.base.problem import Entry, Problem, ProblemsFoundError, Severity, problem
from ipak_cli.catalogue.drive import (
    DEAD_LOCK_TAKEN_OVER,
    LOCK_OWNER_STILL_RUNNING,
    LOCK_WITHOUT_OWNER,
    LOCKING_FAILED,
    NOT_LOCKED,
    OWNERLESS_LOCK_TAKEN_OVER,
    WORKSPACE_IN_USE,
)
from ipak_cli.rubric.types import Model
from ipak_cli.workspace.atomic import refusal, sweep, write_whole
from ipak_cli.workspace.log import open_log
from ipak_cli.workspace.state import own_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

POLL: Final = 0.5
"""Seconds between two tries to get a lock that somebody holds."""
UNSIGNED_AGE: Final = 300.0
"""Seconds after which a lock that nobody signed lost its owner; shares show a new file in a minute."""
_ASKED_WITHIN: Final = 2.0
"""Seconds, at most, between asking for a free lock and making it."""
_GATE_WAIT: Final = 5.0
_GATE_POLL: Final = 0.01
_OWNER: Final = re.compile(r"(?P<pid>[0-9]{1,10})\n(?P<host>[^\n]+)\n")
"""What the library writes into its marker."""


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


class BusyError(ProblemsFoundError):
    """Another process holds the lock; ``holder`` is ``None`` where it has not signed."""

    def __init__(self, holder: Holder | None) -> None:
        self.holder = holder
        super().__init__(
            [problem(LOCK_WITHOUT_OWNER) if holder is None else _about(WORKSPACE_IN_USE, holder)]
        )


@dataclass(frozen=True, slots=True)
class Held:
    """The lock in hand: what there is to tell about it, and when it was taken by the file server's clock."""

    notes: tuple[Problem, ...]
    server_time: float


@dataclass(frozen=True, slots=True)
class _Place:
    """The files of a workspace's lock.

    The marker is the lock: created exclusively, which holds on NFS and SMB. The signature tells whose it is.
    The gate is a lock of the operating system, which the processes of one host hold for the moment of a try:
    they alone can see each other dead, and when one has taken over, the others see it alive. Before a process
    makes a marker, it notes for its host that it asks: that tells whose a marker is that nobody came to sign.
    """

    folder: Path
    asked: Path
    marker: SoftFileLock
    gate: FileLock

    @property
    def path(self) -> Path:
        return self.folder / "lock"

    @property
    def signature(self) -> Path:
        return self.folder / "holder.json"


@contextmanager
def hold(workspace: Path, me: Holder, wait: float = 0) -> Iterator[Held]:
    """Hold a workspace's lock, after waiting at most about ``wait`` seconds for it.

    A dead owner's lock on this host is taken over, with a note; another host's never. Raises ``BusyError``,
    and ``ProblemsFoundError`` when the folder is no workspace or the system refuses.
    """
    place = _place(workspace, me.host)
    held = _wait_for(place, me, wait)
    try:
        yield held
    finally:
        _release(place)


def break_lock(workspace: Path, me: Holder, reason: str) -> Holder | None:
    """Break another host's lock and log the reason, which names the user; return the owner that signed it.

    Raises ``ProblemsFoundError`` when nothing is locked (a note), when the owner still runs on this host, and
    when the system refuses; ``BusyError`` when others are faster.
    """
    place = _place(workspace, me.host)
    with _telling_refusals(), _gate(place):
        owner = _read(place.signature)
        _break(place, me)
        _sign(place, me)
    try:
        whose = "pemegang yang tidak dikenal" if owner is None else f"proses {owner.pid} di {owner.host}"
        open_log(workspace, me.run).line(Severity.WARNING, f"kunci milik {whose} dibuka paksa: {reason}")
    finally:
        _release(place)
    return owner


def _place(workspace: Path, host: str) -> _Place:
    folder = own_folder(workspace)
    return _Place(
        folder,
        asked=folder / f"asked-{hashlib.sha256(host.encode()).hexdigest()[:12]}",
        marker=SoftFileLock(folder / "lock", timeout=0),
        # All who work here must be able to pass; where a share knows no such lock, nobody is taken over.
        gate=FileLock(
            folder / "gate", mode=0o666, timeout=_GATE_WAIT, poll_interval=_GATE_POLL, fallback_to_soft=False
        ),
    )


def _wait_for(place: _Place, me: Holder, wait: float) -> Held:
    for _ in range(int(wait / POLL)):
        with suppress(BusyError):
            return _try(place, me)
        time.sleep(POLL)
    return _try(place, me)


def _try(place: _Place, me: Holder) -> Held:
    with _telling_refusals(), _gate(place) as alone:
        abandoned = False
        if not _take(place):
            abandoned = alone and _is_abandoned(place, me.host)
            if abandoned:
                place.path.unlink(missing_ok=True)
            # Not in vain without that: at the first try the library itself may have removed a dead owner's.
            if not _take(place):
                raise BusyError(_read(place.signature))
        previous = _read(place.signature)
        if previous is not None:
            return _sign(place, me, (_about(DEAD_LOCK_TAKEN_OVER, previous),))
        return _sign(place, me, (problem(OWNERLESS_LOCK_TAKEN_OVER),) if abandoned else ())


def _take(place: _Place) -> bool:
    free = not place.path.exists()
    if free:
        place.asked.write_bytes(b".")
    try:
        place.marker.acquire()
    except Timeout:
        if free:
            place.asked.unlink(missing_ok=True)
        return False
    return True


def _sign(place: _Place, me: Holder, notes: tuple[Problem, ...] = ()) -> Held:
    with ExitStack() as undo:
        undo.callback(place.asked.unlink, missing_ok=True)
        undo.callback(place.marker.release)
        write_whole(place.signature, me.model_dump_json().encode())
        held = Held(notes, place.signature.stat().st_mtime)
        sweep(place.folder, held.server_time)
        place.asked.unlink(missing_ok=True)
        undo.pop_all()
    return held


def _release(place: _Place) -> None:
    # In the mount point of a lost share the gate would be made anew.
    if not place.folder.is_dir():
        return
    # What a lost share keeps from being removed is the lock of a dead process to the next run.
    with suppress(OSError, BusyError), _gate(place):
        if place.marker.is_lock_held_by_us:
            place.signature.unlink(missing_ok=True)
    with suppress(OSError):
        place.marker.release()


def _break(place: _Place, me: Holder) -> None:
    """Take the marker whoever has it, but for a process that runs on this host."""
    if not place.path.exists():
        raise ProblemsFoundError([problem(NOT_LOCKED)])
    if _take(place):
        return
    pid, host = _owner(place)
    # In a container the library adds the container's mark to the host's name.
    if host.partition("?")[0] == me.host and _runs(pid):
        raise ProblemsFoundError([problem(LOCK_OWNER_STILL_RUNNING, pid=pid)])
    place.path.unlink(missing_ok=True)
    if not _take(place):
        raise BusyError(_read(place.signature))


def _is_abandoned(place: _Place, host: str) -> bool:
    """Tell whether the marker's owner is surely dead.

    After a power cut the marker may be empty, and the signature tells; both say nothing where the owner died
    between making the marker and writing to it, or where another host's has not come through the share yet.
    """
    try:
        pid, marked = _owner(place)
        if marked:
            return marked == host and not _runs(pid)
        if (holder := _read(place.signature)) is not None:
            return holder.host == host and not _runs(holder.pid)
        made = place.path.stat().st_mtime
        if place.asked.exists() and abs(place.asked.stat().st_mtime - made) < _ASKED_WITHIN:
            return True
        return _server_time(place.folder) - made > UNSIGNED_AGE
    except FileNotFoundError:
        return False


def _owner(place: _Place) -> tuple[int, str]:
    """Return the process and the host that the marker names, ``(0, "")`` where it names none."""
    found = _OWNER.match(place.path.read_text("utf-8", errors="replace"))
    return (int(found["pid"]), found["host"]) if found else (0, "")


def _runs(pid: int) -> bool:
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


def _server_time(folder: Path) -> float:
    """Return the file server's time: the clock of this host may differ."""
    with TemporaryFile(dir=folder) as file:
        file.write(b".")
        file.flush()
        return os.fstat(file.fileno()).st_mtime


def _read(signature: Path) -> Holder | None:
    try:
        return Holder.model_validate_json(signature.read_bytes())
    except (OSError, ValueError):
        return None


@contextmanager
def _gate(place: _Place) -> Iterator[bool]:
    """Pass the gate; yields whether it keeps others out, as none does where the share knows no such locks."""
    try:
        place.gate.acquire()
    except Timeout:
        raise BusyError(_read(place.signature)) from None
    except OSError:
        yield False
        return
    try:
        yield True
    finally:
        place.gate.release()


@contextmanager
def _telling_refusals() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ProblemsFoundError([problem(LOCKING_FAILED, reason=refusal(error))]) from None


def _about(entry: Entry, holder: Holder) -> Problem:
    return problem(entry, host=holder.host, pid=holder.pid, started=holder.since, version=holder.version)
