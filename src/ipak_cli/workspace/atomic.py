"""Whole files only: a file is written completely beside its place, then put there in one step.

What stands in a workspace is written through its door (``files``): the folder is held open meanwhile, and no
part of the name is a link. When a function returns, bytes and name are on the disk, and so is the name of a
folder that it made.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import time
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from stat import S_IMODE
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.catalogue.drive import OPEN_FILE_NOT_REPLACED
from ipak_cli.catalogue.usage import FILE_NOT_WRITABLE, TARGET_FOLDER_MISSING
from ipak_cli.workspace.files import must_be_file, open_file, open_folder, open_parent
from ipak_cli.workspace.listing import EntryType, list_folder
from ipak_cli.workspace.refusals import advice, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.workspace.files import OpenFolder

RETRY_DELAYS: Final = (0.05, 0.05, 0.1, 0.1, 0.2, 0.2, 0.3, 0.3, 0.3, 0.4)
"""Seconds between the tries to replace a file that somebody has open: 2 s in all."""
LEFTOVER_AGE: Final = 600.0
"""Seconds after which an unfinished file is nobody's any more: no file takes so long to write."""
_UNFINISHED: Final = re.compile(r"\.ipak-[0-9a-f]{16}\.tmp")
_BESIDE: Final = re.compile(r" \(baru(?: [0-9]+)?\)\Z")
_IN_USE: Final = frozenset({errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY})
"""What Windows and SMB answer when another program has the target open."""
_NO_FLUSH: Final = frozenset(
    {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EBADF, errno.EACCES, errno.EPERM}
)
"""What systems answer that flush no folders: they have no more to do, or it cannot be asked of them."""
_NEW: Final = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True)
class Written:
    """Where the bytes stand now, and a warning when that is beside the place that was asked for."""

    path: Path
    problem: Problem | None = None


def write_file(
    root: Path,
    name: PurePath,
    data: bytes,
    *,
    like: PurePath | None = None,
    delays: Sequence[float] = RETRY_DELAYS,
) -> None:
    """Write a file of a workspace whole or not at all; one that holds these bytes already is left alone.

    A new file has the permissions of the file ``like``, where one is named. A target that is open elsewhere
    is tried again after each of ``delays`` (seconds). Raises ``ProblemsFoundError`` when its folder is
    missing, for what is no regular file, and when the system refuses; the old file is intact then.
    """
    with _telling_refusals(root / name):
        mode = None if like is None else _mode(root, like)
        with _target_folder(root, name) as folder:
            _write(folder, name.name, data, mode, delays)


def write_for_people(
    root: Path,
    name: PurePath,
    data: bytes,
    *,
    beside: PurePath | None = None,
    delays: Sequence[float] = RETRY_DELAYS,
) -> Written:
    """Write a file as :func:`write_file` does; as ``beside`` where the target stays open elsewhere."""
    out = root / name
    with _telling_refusals(out), _target_folder(root, name) as folder:
        try:
            _write(folder, name.name, data, None, delays)
        except OSError as error:
            if error.errno not in _IN_USE:
                raise
            other = (beside or named_beside(name)).name
            _write(folder, other, data, None, ())
            told = problem(OPEN_FILE_NOT_REPLACED, Where(str(out)), name=other)
            return Written(out.with_name(other), told)
    return Written(out)


def named_beside(name: PurePath, number: int = 1) -> PurePath:
    """Return what is written where a file stays: ``laporan (baru).html`` beside ``laporan.html``.

    Where that stays too, ``number`` is 2 and more: ``laporan (baru 2).html``.
    """
    new = "baru" if number == 1 else f"baru {number}"
    return name.with_name(f"{name.stem} ({new}){name.suffix}")


def named_first(name: PurePath) -> PurePath:
    """Return the name of the file beside which this one was written; else the name itself."""
    return name.with_name(f"{_BESIDE.sub('', name.stem)}{name.suffix}")


def ensure_folder(root: Path, name: PurePath) -> None:
    """Make the last part of a folder's name; what is before it must exist, so that no error makes a tree.

    Raises ``ProblemsFoundError`` as :func:`write_file` does, and for a link.
    """
    with _telling_refusals(root / name), _target_folder(root, name) as folder:
        try:
            os.mkdir(folder.at(name.name), dir_fd=folder.descriptor)
        except FileExistsError:
            with suppress(NotADirectoryError), open_folder(root, name):
                # Whoever made it may have been stopped before the name was on the disk.
                _flush(folder)
                return
            raise
        # A file in a folder whose name is not on the disk yet would be lost with it.
        _flush(folder)


def ensure_folders(root: Path, name: PurePath) -> None:
    """Make a folder below ``root`` with every folder on the way to it, each as :func:`ensure_folder` does."""
    for folder in reversed((name, *name.parents)):
        if folder.parts:
            ensure_folder(root, folder)


def remove_file(root: Path, name: PurePath) -> None:
    """Remove a file, or a link in its place; one that is not there is removed already.

    Raises ``ProblemsFoundError`` when the system refuses.
    """
    with _telling_refusals(root / name), _target_folder(root, name) as folder:
        with suppress(FileNotFoundError):
            os.unlink(folder.at(name.name), dir_fd=folder.descriptor)
        _flush(folder)


def sweep_folder(root: Path, name: PurePath, now: float) -> None:
    """Remove what killed runs left unfinished in a folder; for the holder of the workspace's lock alone.

    ``now`` is the time of the file server (seconds, as in a file's modification time). What was written in
    the last ``LEFTOVER_AGE`` seconds stays, as does what the system does not let go.
    """
    with suppress(OSError, ProblemsFoundError):
        for each in list_folder(root, name):
            old = each.look.written / 1e9 < now - LEFTOVER_AGE
            if old and each.type is not EntryType.UNREADABLE and _UNFINISHED.fullmatch(each.name.name):
                with suppress(ProblemsFoundError):
                    remove_file(root, name / each.name)


def write_whole(out: Path, data: bytes, delays: Sequence[float] = RETRY_DELAYS) -> None:
    """Write a file by its whole path, as :func:`write_file` does; its folder may be reached through links."""
    write_file(out.parent, PurePath(out.name), data, delays=delays)


def make_folder(folder: Path) -> None:
    """Make a folder that the user named, as :func:`ensure_folder` does; it may be there, as a link too."""
    if not os.path.isdir(folder):  # noqa: PTH112 (pathlib raises for a name that is too long)
        ensure_folder(folder.parent, PurePath(folder.name))


@contextmanager
def _telling_refusals(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        told = problem(FILE_NOT_WRITABLE, Where(str(out)), reason=refusal(error))
        raise ProblemsFoundError([replace(told, other_advice=advice(error))]) from None


@contextmanager
def _target_folder(root: Path, name: PurePath) -> Iterator[OpenFolder]:
    with ExitStack() as held:
        try:
            folder = held.enter_context(open_parent(root, name))
        except (FileNotFoundError, NotADirectoryError):
            out = root / name
            raise ProblemsFoundError(
                [problem(TARGET_FOLDER_MISSING, Where(str(out)), folder=out.parent)]
            ) from None
        yield folder


def _write(folder: OpenFolder, name: str, data: bytes, mode: int | None, delays: Sequence[float]) -> None:
    """Put a file into its place; a new one has the permissions ``mode``, or those of any new file."""
    before = _state(folder, name)
    if before is not None:
        mode = S_IMODE(before.st_mode)
    if before is None or not _holds(folder, name, before.st_size, data):
        with _unfinished(folder, data, mode) as unfinished:
            _put(folder, unfinished, name, delays)
    _flush(folder)


def _state(folder: OpenFolder, name: str) -> os.stat_result | None:
    try:
        return must_be_file(folder, name)
    except FileNotFoundError:
        return None


def _mode(root: Path, name: PurePath) -> int | None:
    with open_parent(root, name) as folder:
        state = _state(folder, name.name)
    return None if state is None else S_IMODE(state.st_mode)


def _holds(folder: OpenFolder, name: str, size: int, data: bytes) -> bool:
    """Tell whether a file of a size holds these bytes; one that cannot be read is taken not to."""
    if size != len(data):
        return False
    try:
        with open_file(folder.root, folder.name / name) as file:
            return file.read(size + 1) == data
    except OSError:
        return False


@contextmanager
def _unfinished(folder: OpenFolder, data: bytes, mode: int | None) -> Iterator[str]:
    """Write a new file, all on the disk, that waits in the folder to take its place."""
    name = f".ipak-{secrets.token_hex(8)}.tmp"
    # At no moment may more people read it than may read what it replaces.
    descriptor = os.open(
        folder.at(name), _NEW, 0o666 if mode is None else mode & 0o666, dir_fd=folder.descriptor
    )
    try:
        try:
            _write_all(descriptor, data)
            # A share may know no permissions.
            with suppress(OSError):
                if mode is not None and hasattr(os, "fchmod"):
                    os.fchmod(descriptor, mode)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        yield name
    finally:
        with suppress(OSError):
            os.unlink(folder.at(name), dir_fd=folder.descriptor)


def _write_all(descriptor: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]


def _put(folder: OpenFolder, unfinished: str, name: str, delays: Sequence[float]) -> None:
    for delay in delays:
        try:
            return _replace(folder, unfinished, name)
        except OSError as error:
            if error.errno not in _IN_USE:
                raise
            time.sleep(delay)
    return _replace(folder, unfinished, name)


def _replace(folder: OpenFolder, unfinished: str, name: str) -> None:
    seen_from = {"src_dir_fd": folder.descriptor, "dst_dir_fd": folder.descriptor}
    os.replace(folder.at(unfinished), folder.at(name), **seen_from)  # noqa: PTH105 (pathlib has no folders)


def _flush(folder: OpenFolder) -> None:
    """Bring the names of a folder to the disk. Raises ``OSError`` where the disk says that it failed."""
    if folder.descriptor is None:
        return
    try:
        descriptor = os.open(".", os.O_RDONLY, dir_fd=folder.descriptor)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _NO_FLUSH:
            raise
