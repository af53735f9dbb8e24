"""The door of a workspace: what stands below its folder is reached here, and never through a link.

Every function takes the workspace's folder and a name relative to it. The user names the folder, so it may be
reached through links. Below it others may write, and a link there could lead to any file of this computer. So
each part of a name is opened by itself, seen from the folder before it, with the system's own promise not to
follow a link: nobody can put one in between. A file is a regular file: a named pipe would make us wait, and a
device has no end. NFS and SMB keep this promise too; it is the client's, not the server's.

A system without such calls (Windows) is asked what each part is before it is used; the moment between the two
remains there. A second *hard* link to a file is a file like any other, and is read. It cannot be written
through: a file is written beside its place and then takes it, so the other name keeps the old bytes; and
nothing is appended to a file of two names.
"""

from __future__ import annotations

import errno
import os
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePath
from stat import S_ISDIR, S_ISLNK, S_ISREG
from typing import TYPE_CHECKING, Final, NoReturn

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.base.regular_file import NO_WAITING
from ipak_cli.catalogue.drive import (
    LINK_NOT_FOLLOWED,
    NAME_LEAVES_WORKSPACE,
    NOT_A_REAL_FILE,
    WORKSPACE_FILE_TOO_LARGE,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader, BufferedWriter

MIB: Final = 1 << 20
_SEEN_FROM_FOLDER: Final = (
    {os.open, os.stat, os.mkdir, os.rename, os.unlink} <= os.supports_dir_fd
    and os.scandir in os.supports_fd
    and hasattr(os, "O_NOFOLLOW")
)
"""Whether the system opens a name seen from an open folder, and refuses a link."""
_HERE: Final = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_FILE: Final = os.O_RDONLY | NO_WAITING | _HERE
_APPENDED: Final = os.O_WRONLY | os.O_APPEND | os.O_CREAT | NO_WAITING | _HERE
_PASSED: Final = getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_DIRECTORY", 0) | _HERE
"""To pass through a folder one need not be allowed to list it."""


@dataclass(frozen=True, slots=True)
class FileLook:
    """What the system tells of a file that is not opened: bytes, and two moments (nanoseconds).

    When it was ``written`` anybody may set, and copying tools do. When it was ``changed``, that too, the
    system alone says; Windows tells there when it was made, which says less, but nothing wrong.
    """

    size: int
    written: int
    changed: int

    @classmethod
    def of(cls, state: os.stat_result) -> FileLook:
        """Take what matters of a file's state."""
        return cls(state.st_size, state.st_mtime_ns, state.st_ctime_ns)


@dataclass(frozen=True, slots=True)
class OpenFolder:
    """A folder below ``root`` that is held open; no ``descriptor`` where the system has no such calls."""

    root: Path
    name: PurePath
    descriptor: int | None

    @property
    def path(self) -> Path:
        """Its path, for people."""
        return self.root / self.name

    def at(self, name: str) -> str:
        """Return a name in this folder, for a call with ``dir_fd=descriptor``."""
        return name if self.descriptor is not None else str(self.path / name)

    def state(self, name: str) -> os.stat_result:
        """Return what the system tells of an entry itself, also of a link. Raises ``OSError``."""
        return os.stat(self.at(name), dir_fd=self.descriptor, follow_symlinks=False)


@contextmanager
def open_folder(root: Path, name: PurePath) -> Iterator[OpenFolder]:
    """Hold a folder open. Raises ``OSError``, and ``ProblemsFoundError`` for a link on the way."""
    with ExitStack() as held:
        folder = _open(OpenFolder(root, PurePath(), None), "", held)
        for part in _parts(root, name):
            folder = _open(folder, part, held)
        yield folder


@contextmanager
def open_parent(root: Path, name: PurePath) -> Iterator[OpenFolder]:
    """Hold the folder open in which a file stands. Raises as :func:`open_folder` does."""
    _parts(root, name)
    with open_folder(root, name.parent) as folder:
        yield folder


def open_file(root: Path, name: PurePath) -> BufferedReader:
    """Open a regular file for reading bytes, of any size.

    Raises ``OSError``, and ``ProblemsFoundError`` for a link, and for a pipe, device or socket.
    """
    with open_parent(root, name) as folder:
        must_be_file(folder, name.name)
        descriptor = os.open(folder.at(name.name), _FILE, dir_fd=folder.descriptor)
        try:
            must_be_file(folder, name.name, os.fstat(descriptor))
            return os.fdopen(descriptor, "rb")
        except BaseException:
            os.close(descriptor)
            raise


def open_to_append(root: Path, name: PurePath) -> BufferedWriter:
    """Open a file for writing bytes at its end; it is made when missing.

    Raises as :func:`open_file` does, and for a file that has a second name, perhaps one outside.
    """
    with open_parent(root, name) as folder:
        with suppress(FileNotFoundError):
            must_be_file(folder, name.name)
        descriptor = os.open(folder.at(name.name), _APPENDED, 0o666, dir_fd=folder.descriptor)
        try:
            if must_be_file(folder, name.name, os.fstat(descriptor)).st_nlink > 1:
                raise ProblemsFoundError([problem(LINK_NOT_FOLLOWED, Where(str(root / name)))])
            return os.fdopen(descriptor, "ab")
        except BaseException:
            os.close(descriptor)
            raise


def read(root: Path, name: PurePath, limit: int) -> bytes:
    """Return what stands in a file; one of more than ``limit`` bytes is refused.

    Raises ``OSError``, and ``ProblemsFoundError`` as :func:`open_file` does and for what is too large.
    """
    with open_file(root, name) as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        told = f"{limit // MIB} MiB" if limit >= MIB else f"{limit >> 10} KiB"
        raise ProblemsFoundError([problem(WORKSPACE_FILE_TOO_LARGE, Where(str(root / name)), limit=told)])
    return content


def look_at(root: Path, name: PurePath) -> FileLook:
    """Look at a file without opening it. Raises as :func:`open_file` does."""
    with open_parent(root, name) as folder:
        return FileLook.of(must_be_file(folder, name.name))


def is_file(root: Path, name: PurePath) -> bool:
    """Tell whether a regular file stands there; what is refused or behind a link is none."""
    try:
        look_at(root, name)
    except (OSError, ProblemsFoundError):
        return False
    return True


def must_be_file(folder: OpenFolder, name: str, state: os.stat_result | None = None) -> os.stat_result:
    """Return the state of a regular file, looked at where it is not given.

    Raises ``OSError``, also for a folder, and ``ProblemsFoundError`` for a link, pipe, device or socket.
    """
    state = folder.state(name) if state is None else state
    if S_ISREG(state.st_mode):
        return state
    if S_ISDIR(state.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(folder.path / name))
    entry = LINK_NOT_FOLLOWED if S_ISLNK(state.st_mode) else NOT_A_REAL_FILE
    raise ProblemsFoundError([problem(entry, Where(str(folder.path / name)))])


def _parts(root: Path, name: PurePath) -> tuple[str, ...]:
    """Return the parts of a relative name; raises ``ProblemsFoundError`` for one that leads outside."""
    if name.anchor or ".." in name.parts:
        raise ProblemsFoundError([problem(NAME_LEAVES_WORKSPACE, Where(str(root)), name=name)])
    if any("\0" in part for part in name.parts):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(root))
    return name.parts


def _open(folder: OpenFolder, part: str, held: ExitStack) -> OpenFolder:
    """Open a folder in an open one; without a ``part``, the workspace's own folder, behind links too."""
    below = OpenFolder(folder.root, folder.name / part, None)
    if not _SEEN_FROM_FOLDER:
        if part and not S_ISDIR(folder.state(part).st_mode):
            _refuse(folder, part)
        return below
    try:
        # The dot makes a system that mounts folders when they are entered mount this one.
        path = part or os.path.join(folder.root, ".")  # noqa: PTH118 (pathlib drops the dot)
        descriptor = os.open(path, _PASSED, dir_fd=folder.descriptor)
    except OSError as error:
        if part and error.errno in {errno.ENOTDIR, errno.ELOOP}:
            _refuse(folder, part)
        raise
    held.callback(os.close, descriptor)
    return OpenFolder(below.root, below.name, descriptor)


def _refuse(folder: OpenFolder, part: str) -> NoReturn:
    """Raise what is to be said of an entry that is no folder."""
    if S_ISLNK(folder.state(part).st_mode):
        raise ProblemsFoundError([problem(LINK_NOT_FOLLOWED, Where(str(folder.path / part)))])
    raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder.path / part))
