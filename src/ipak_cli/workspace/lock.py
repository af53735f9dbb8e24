"""One writer at a time: a lock that holds on NFS and SMB, and that knows whose it is.

The lock is a file that is made only if it is not there: the one thing that file servers promise to do for one
process alone. So whoever made the file has the lock, and nothing else decides::

    FREE --- make the file, sign ---> HELD --- remove the signature, then the file ---> FREE
                                       |
                                       |  the process is killed, or its host loses power
                                       v
    DEAD, seen from its own host:   HELD by the next process that tries, with a note
          seen from another host:   HELD still, so the answer is "busy", until somebody who knows better says
                                    ``ipak unlock`` with a reason

A lock is taken over only where its owner is known to be dead, and only its own host's system can tell: a
lock older than the host's boot is dead, and so is a process whose number another one has by now. Two
processes of that host may see this at once, and the slower must not remove the lock that the faster just
made. Hence the *gate*, a lock of the operating system that the processes of one host hold for the moment of
a try: when it opens to the slower, the file names the faster, which is alive. Where a share knows no such
locks, nobody is taken over. Nor is another computer of the same name: a boot of another id made its lock.

Whose the lock is stands in the file, and in full in the *signature*, which is flushed to the disk. A power
cut can leave the file empty, without a signature. Then it is abandoned once it is older than any share
takes to show another host's signature, by the server's clock; or at once where this host noted that it
*asked* at the moment at which the file was made.

The processes of a container are not seen from outside. So an owner keeps a third file, *alive*, locked by the
operating system, which frees it when the owner dies.
"""

from __future__ import annotations

import hashlib
import time
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from filelock import Timeout

from ipak_cli.base.message import InFull
from ipak_cli.base.problem import Entry, Problem, ProblemsFoundError, Severity, problem
from ipak_cli.catalogue.drive import (
    DEAD_LOCK_TAKEN_OVER,
    LOCK_LOST,
    LOCK_OWNER_STILL_RUNNING,
    LOCK_OWNER_UNSURE,
    LOCK_WITHOUT_OWNER,
    NOT_LOCKED,
    OWNERLESS_LOCK_TAKEN_OVER,
    WORKSPACE_IN_USE,
)
from ipak_cli.catalogue.workspace import LOCK_BROKEN, OWNER_AT_HOST, OWNER_UNKNOWN
from ipak_cli.workspace.atomic import sweep_folder, write_file
from ipak_cli.workspace.layout import SHOWN, Paths, is_workspace
from ipak_cli.workspace.lock_files import (
    LockFiles,
    Marker,
    note_that_i_asked,
    system_lock,
    telling_refusals,
)  # fmt: skip
from ipak_cli.workspace.lock_owner import (
    Holder,
    Life,
    holder_of,
    is_abandoned,
    is_held_by,
    is_locked,
    life_of,
    must_be_plain,
)  # fmt: skip
from ipak_cli.workspace.log import open_log
from ipak_cli.workspace.state import own_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ipak_cli.workspace.log import Words

POLL: Final = 0.5
"""Seconds between two tries to get a lock that somebody holds."""
_GATE_WAIT: Final = 5.0


class BusyError(ProblemsFoundError):
    """Another process holds the lock; one that may be dead is not named: a stranger may have its number."""

    def __init__(self, holder: Holder | None, life: Life = Life.ELSEWHERE) -> None:
        self.holder = holder
        if life is Life.UNSURE:
            told = problem(LOCK_OWNER_UNSURE)
        else:
            told = problem(LOCK_WITHOUT_OWNER) if holder is None else _about(WORKSPACE_IN_USE, holder)
        super().__init__([told])


class LockLostError(Exception):
    """The lock was broken or taken over while its holder worked: nothing may be written any more.

    It is no ``ProblemsFoundError``: that of one step lets the others go on.
    """

    def __init__(self) -> None:
        self.problems = (problem(LOCK_LOST),)
        super().__init__()


@dataclass(frozen=True, slots=True)
class Held:
    """The lock in hand: what there is to tell about it, and when it was taken by the file server's clock."""

    workspace: Path
    me: Holder
    notes: tuple[Problem, ...]
    server_time: float

    def must_be_mine(self) -> None:
        """See, before each write, that nobody broke the lock while this process or its host stood still.

        Raises ``LockLostError``, and ``OSError`` when the system refuses. In the mount point of a lost share
        nothing is seen of the lock, and whatever writes there says so itself.
        """
        if is_workspace(self.workspace) and not is_held_by(self.workspace, self.me):
            raise LockLostError


@contextmanager
def hold(workspace: Path, me: Holder, wait: float = 0) -> Iterator[Held]:
    """Hold a workspace's lock, after waiting at most about ``wait`` seconds for it.

    A dead owner's lock on this host is taken over, with a note; another host's never. Raises ``BusyError``,
    and ``ProblemsFoundError`` when the folder is no workspace or the system refuses.
    """
    files = _files(workspace, me.host)
    held = _wait_for(files, me, wait)
    try:
        yield held
    finally:
        _release(files)


def break_lock(
    workspace: Path, me: Holder, reason: str, words: Words, *, force: bool = False
) -> Holder | None:
    """Break another host's lock and log the reason, which names the user; return the owner that signed it.

    ``force`` breaks also that of a process of this host that runs, or of which nobody can tell. Raises
    ``ProblemsFoundError`` for such a one without it, when nothing is locked (a note), and when the system
    refuses; ``BusyError`` when others are faster.
    """
    files = _files(workspace, me.host)
    with telling_refusals(), _gate(files):
        owner = holder_of(files.workspace)
        _break(files, me, force=force)
        _sign(files, me)
    try:
        whose = OWNER_UNKNOWN() if owner is None else OWNER_AT_HOST(pid=owner.pid, host=owner.host)
        broken = LOCK_BROKEN(whose=whose, reason=InFull(reason))
        open_log(workspace, me.run, words).line(Severity.WARNING, words(broken))
    finally:
        _release(files)
    return owner


def _files(workspace: Path, host: str) -> LockFiles:
    own_folder(workspace)
    paths = Paths(workspace)
    return LockFiles(
        workspace,
        paths,
        asked=paths.lock_asked(hashlib.sha256(host.encode()).hexdigest()[:12]),
        marker=Marker(paths.lock, timeout=0),
        gate=system_lock(paths.lock_gate, _GATE_WAIT),
        alive=system_lock(paths.lock_alive, 0),
    )


def _wait_for(files: LockFiles, me: Holder, wait: float) -> Held:
    for _ in range(int(wait / POLL)):
        with suppress(BusyError):
            return _try(files, me)
        time.sleep(POLL)
    return _try(files, me)


def _try(files: LockFiles, me: Holder) -> Held:
    with telling_refusals(), _gate(files) as alone:
        abandoned = False
        must_be_plain(files.workspace)
        if not _take(files):
            abandoned = alone and is_abandoned(files.workspace, me.host, files.asked)
            if abandoned:
                files.paths.lock.unlink(missing_ok=True)
            # On Windows the library itself may have removed a dead owner's at the first try.
            if not _take(files):
                raise BusyError(holder_of(files.workspace), _life(files, me))
        previous = holder_of(files.workspace)
        if previous is not None:
            return _sign(files, me, (_about(DEAD_LOCK_TAKEN_OVER, previous),))
        return _sign(files, me, (problem(OWNERLESS_LOCK_TAKEN_OVER),) if abandoned else ())


def _take(files: LockFiles) -> bool:
    free = not is_locked(files.workspace)
    if free:
        note_that_i_asked(files.asked)
    try:
        files.marker.acquire()
    except Timeout:
        if free:
            files.asked.unlink(missing_ok=True)
        return False
    # Before others pass the gate: it tells containers, which cannot see this process, that it lives.
    with suppress(OSError):
        files.paths.lock_alive.unlink(missing_ok=True)
        files.alive.acquire()
    return True


def _sign(files: LockFiles, me: Holder, notes: tuple[Problem, ...] = ()) -> Held:
    with ExitStack() as undo:
        undo.callback(files.asked.unlink, missing_ok=True)
        undo.callback(files.marker.release)
        undo.callback(_seem_dead, files)
        write_file(files.workspace, SHOWN.lock_holder, me.model_dump_json().encode())
        held = Held(files.workspace, me, notes, files.paths.lock_holder.stat().st_mtime)
        sweep_folder(files.workspace, SHOWN.own, held.server_time)
        files.asked.unlink(missing_ok=True)
        undo.pop_all()
    return held


def _release(files: LockFiles) -> None:
    # In the mount point of a lost share the gate would be made anew.
    if not files.paths.own.is_dir():
        return
    # What a lost share keeps from being removed is the lock of a dead process to the next run.
    with suppress(OSError, BusyError), _gate(files):
        if files.marker.is_lock_held_by_us:
            files.paths.lock_holder.unlink(missing_ok=True)
            files.marker.release()
            _seem_dead(files)
    for each in (files.marker, files.alive):
        with suppress(OSError):
            each.release()


def _seem_dead(files: LockFiles) -> None:
    files.alive.release()
    files.paths.lock_alive.unlink(missing_ok=True)


def _life(files: LockFiles, me: Holder) -> Life:
    """Return what is known of the owner; one whose lock has just gone could be anywhere."""
    try:
        return life_of(files.workspace, me.host)
    except OSError:
        return Life.ELSEWHERE


def _break(files: LockFiles, me: Holder, *, force: bool) -> None:
    """Take the marker whoever has it; without ``force`` not from a process that runs on this host, or may."""
    if not is_locked(files.workspace):
        raise ProblemsFoundError([problem(NOT_LOCKED)])
    try:
        must_be_plain(files.workspace)
    except ProblemsFoundError:
        files.paths.lock.unlink(missing_ok=True)  # of a link, the link itself
    if _take(files):
        return
    life, owner = Life.ELSEWHERE if force else _life(files, me), holder_of(files.workspace)
    if life is Life.RUNS:
        raise ProblemsFoundError([problem(LOCK_OWNER_STILL_RUNNING, pid=owner.pid if owner else 0)])
    if life is Life.UNSURE:
        raise ProblemsFoundError([problem(LOCK_OWNER_UNSURE)])
    files.paths.lock.unlink(missing_ok=True)
    if not _take(files):
        raise BusyError(holder_of(files.workspace))


@contextmanager
def _gate(files: LockFiles) -> Iterator[bool]:
    """Pass the gate; yields whether it keeps others out, as none does where the share knows no such locks."""
    try:
        files.gate.acquire()
    except Timeout:
        raise BusyError(holder_of(files.workspace)) from None
    except OSError:
        yield False
        return
    try:
        yield True
    finally:
        files.gate.release()


def _about(entry: Entry, holder: Holder) -> Problem:
    return problem(entry, host=holder.host, pid=holder.pid, started=holder.since, version=holder.version)
