"""Whole files only: a file is written completely beside its place, then put there in one step."""

from __future__ import annotations

import errno
import os
import re
import secrets
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.catalogue.drive import OPEN_FILE_NOT_REPLACED
from ipak_cli.catalogue.usage import FILE_NOT_WRITABLE, TARGET_FOLDER_MISSING
from ipak_cli.catalogue.workspace import (
    DISK_FULL,
    DRIVE_FAULTY,
    FILE_TOO_LARGE_THERE,
    FOLDER_IS_A_FILE,
    FOLDER_LOST,
    NAME_OF_A_FILE,
    NAME_OF_A_FOLDER,
    NAME_TOO_LONG,
    NOT_WRITABLE,
    OPEN_ELSEWHERE,
    QUOTA_USED_UP,
    READ_ONLY,
    SYSTEM_REFUSED,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from ipak_cli.base.message import Message

RETRY_DELAYS: Final = (0.05, 0.05, 0.1, 0.1, 0.2, 0.2, 0.3, 0.3, 0.3, 0.4)
"""Seconds between the tries to replace a file that somebody has open: 2 s in all."""
LEFTOVER_AGE: Final = 600.0
"""Seconds after which an unfinished file is nobody's any more: no file takes so long to write."""
_UNFINISHED: Final = re.compile(r"\.ipak-[0-9a-f]{16}\.tmp")
_IN_USE: Final = frozenset({errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY})
"""What Windows and SMB answer when another program has the target open."""
_REASONS: Final = {
    errno.EACCES: NOT_WRITABLE,
    errno.EPERM: NOT_WRITABLE,
    errno.EBUSY: OPEN_ELSEWHERE,
    errno.ETXTBSY: OPEN_ELSEWHERE,
    errno.EROFS: READ_ONLY,
    errno.ENOSPC: DISK_FULL,
    errno.EDQUOT: QUOTA_USED_UP,
    errno.EFBIG: FILE_TOO_LARGE_THERE,
    errno.EEXIST: NAME_OF_A_FILE,
    errno.EISDIR: NAME_OF_A_FOLDER,
    errno.ENOTDIR: FOLDER_IS_A_FILE,
    errno.ENAMETOOLONG: NAME_TOO_LONG,
    errno.ENOENT: FOLDER_LOST,
    errno.ESTALE: FOLDER_LOST,
    errno.ENOTCONN: FOLDER_LOST,
    errno.EHOSTDOWN: FOLDER_LOST,
    errno.ETIMEDOUT: FOLDER_LOST,
    errno.EIO: DRIVE_FAULTY,
}


@dataclass(frozen=True, slots=True)
class Written:
    """Where the bytes stand now, and a warning when that is beside the place that was asked for."""

    path: Path
    problem: Problem | None = None


def write_whole(out: Path, data: bytes, delays: Sequence[float] = RETRY_DELAYS) -> None:
    """Write a file whole or not at all; a file that holds these bytes already is left alone.

    A target that is open elsewhere is tried again after each of ``delays`` (seconds). Raises
    ``ProblemsFoundError`` when its folder is missing or the system refuses; the old file is intact then.
    """
    with _telling_refusals(out):
        if not _holds(out, data):
            with _unfinished(out, data) as unfinished:
                _put(unfinished, out, delays)


def write_or_beside(out: Path, data: bytes, delays: Sequence[float] = RETRY_DELAYS) -> Written:
    """Write a file for people as :func:`write_whole` does; beside a target that stays open elsewhere.

    The file beside ``laporan.html`` is ``laporan (baru).html``. Raises as :func:`write_whole` does.
    """
    with _telling_refusals(out):
        if _holds(out, data):
            return Written(out)
        with _unfinished(out, data) as unfinished:
            try:
                _put(unfinished, out, delays)
            except OSError as error:
                if error.errno not in _IN_USE:
                    raise
                return _put_beside(unfinished, out, data)
    return Written(out)


def make_folder(folder: Path) -> None:
    """Make the last part of a folder's path; its parent must exist, so that no typing error makes a tree.

    Raises ``ProblemsFoundError`` as :func:`write_whole` does.
    """
    with _telling_refusals(folder):
        folder.mkdir(exist_ok=True)
        # A file in a folder whose name is not on the disk yet would be lost with it.
        _flush_folder(folder.parent)


def sweep(folder: Path, now: float) -> None:
    """Remove what killed runs left unfinished in a folder; for the holder of the workspace's lock alone.

    ``now`` is the time of the file server (seconds, as in a file's modification time). What was written in
    the last ``LEFTOVER_AGE`` seconds stays, as does what the system does not let go.
    """
    with suppress(OSError):
        for path in folder.iterdir():
            if _UNFINISHED.fullmatch(path.name):
                with suppress(OSError):
                    if path.stat().st_mtime < now - LEFTOVER_AGE:
                        path.unlink()


def refusal(error: OSError) -> Message:
    """Return why the system refused to write."""
    return _REASONS.get(error.errno or 0, SYSTEM_REFUSED)()


@contextmanager
def _telling_refusals(out: Path) -> Iterator[None]:
    try:
        if not out.parent.is_dir():
            raise ProblemsFoundError([problem(TARGET_FOLDER_MISSING, Where(str(out)), folder=out.parent)])
        yield
    except OSError as error:
        raise ProblemsFoundError(
            [problem(FILE_NOT_WRITABLE, Where(str(out)), reason=refusal(error))]
        ) from None


def _holds(out: Path, data: bytes) -> bool:
    """Tell whether a file holds these bytes; one that cannot be read is taken not to."""
    if out.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder")
    try:
        return out.stat().st_size == len(data) and out.read_bytes() == data
    except OSError:
        return False


@contextmanager
def _unfinished(out: Path, data: bytes) -> Iterator[Path]:
    """Write a new file, all on the disk, that waits beside ``out`` to take its place."""
    path = out.with_name(f".ipak-{secrets.token_hex(8)}.tmp")
    try:
        with path.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # A share may know no permissions, and a new file has none to keep.
        with suppress(OSError):
            path.chmod(out.stat().st_mode & 0o7777)
        yield path
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _put(unfinished: Path, out: Path, delays: Sequence[float]) -> None:
    for delay in delays:
        try:
            unfinished.replace(out)
        except OSError as error:
            if error.errno not in _IN_USE:
                raise
            time.sleep(delay)
        else:
            break
    else:
        unfinished.replace(out)
    _flush_folder(out.parent)


def _put_beside(unfinished: Path, out: Path, data: bytes) -> Written:
    beside = out.with_name(f"{out.stem} (baru){out.suffix}")
    if not _holds(beside, data):
        _put(unfinished, beside, ())
    return Written(beside, problem(OPEN_FILE_NOT_REPLACED, Where(str(out)), name=beside.name))


def _flush_folder(folder: Path) -> None:
    """Bring the new name to the disk; the bytes are there, and no system but a few has more to do."""
    if os.name == "posix":
        with suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
