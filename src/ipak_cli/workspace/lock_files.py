"""The files of which the lock of a workspace is made, two of them locks as the library makes them."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from filelock import FileLock, SoftFileLock

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.drive import LOCKING_FAILED
from ipak_cli.workspace.refusals import refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ipak_cli.workspace.layout import Paths

_POLL: Final = 0.01


class Marker(SoftFileLock):
    """The lock's file; the library makes and removes it, and is kept from taking over a dead owner's.

    It takes for dead whoever has a number that nobody has here, on any computer of this name.
    """

    if os.name == "posix":

        def _try_break_stale_lock(self) -> None:
            """Leave what is there: :func:`ipak_cli.workspace.lock_owner.is_abandoned` judges it."""


@dataclass(frozen=True, slots=True)
class LockFiles:
    """The files of a workspace's lock, as the module ``lock`` tells; ``marker`` is the lock itself.

    ``alive`` is a file of its own: on SMB nobody else can read, or remove, what one has locked.
    """

    workspace: Path
    paths: Paths
    asked: Path
    marker: SoftFileLock
    gate: FileLock
    alive: FileLock


def note_that_i_asked(asked: Path) -> None:
    """Leave the note, dated now, always as a file of its own: what stands there may be a link of others'."""
    asked.unlink(missing_ok=True)
    # Where no gate keeps others out, one of them may have been faster.
    with suppress(FileExistsError), asked.open("xb") as file:
        file.write(b".")


def system_lock(path: Path, wait: float) -> FileLock:
    """Return a lock that the system frees when its owner dies, and that every user of the share can take.

    So everybody may write the file, whatever the umask of the first who made it: several users may run
    ``ipak`` in one workspace, an exclusive lock needs a file opened for writing on NFS, and one who could not
    take the gate would take over no dead owner. The file is empty and never read.
    """
    return FileLock(path, mode=0o666, timeout=wait, poll_interval=_POLL, fallback_to_soft=False)


@contextmanager
def telling_refusals() -> Iterator[None]:
    """Turn the system's refusal into a problem that names the file. Raises ``ProblemsFoundError``."""
    try:
        yield
    except OSError as error:
        where = Where(str(error.filename)) if error.filename else Where()
        raise ProblemsFoundError([problem(LOCKING_FAILED, where, reason=refusal(error))]) from None
