"""What stands in ``masuk/``: files that are whole, files still on their way, copies, links and litter."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, Where, has_errors, problem
from ipak_cli.catalogue.drive import (
    COPY_DIFFERS,
    COPY_IDENTICAL,
    COPY_WITHOUT_ORIGINAL,
    FOLDER_UNREADABLE,
    INBOX_UNREADABLE,
    INPUT_UNREADABLE,
    LINK_LEAVES_INBOX,
)
from ipak_cli.catalogue.workspace import NAME_NOT_UTF8, NOT_READABLE, NOT_THERE, SYSTEM_REFUSED
from ipak_cli.workspace.inbox_names import is_litter, is_on_its_way, original_of, same_name
from ipak_cli.workspace.layout import SHOWN, Paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ipak_cli.base.message import Message

KEPT: Final = 1 << 20
"""Bytes of a new input that are kept from its digest until it is used; of many inputs that is no burden."""


@dataclass(frozen=True, slots=True)
class FileLook:
    """What the system tells of a file that is not opened: bytes, and when it was written (nanoseconds)."""

    size: int
    written: int


@dataclass(frozen=True, slots=True)
class Known:
    """What an earlier run found: the digest of a file that looked so."""

    look: FileLook
    sha256: str


@dataclass(frozen=True, slots=True)
class Patience:
    """How it is told that a file is whole.

    Bytes written within ``fresh`` seconds before ``now`` (seconds since 1970) may not be the last; ``pause``
    waits between two looks at a file that no earlier run knows.
    """

    now: float
    fresh: float
    pause: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that is whole: its name relative to ``masuk/``, with ``/``, its look and its digest.

    ``content`` is what was digested, where a file of that size may be kept until it is used.
    """

    name: str
    path: Path
    look: FileLook
    sha256: str
    content: bytes | None = field(default=None, repr=False, compare=False)

    @property
    def stands_still(self) -> bool:
        """Whether the file still looks as it did when it was digested."""
        try:
            return _look(self.path) == self.look
        except OSError:
            return False


@dataclass(frozen=True, slots=True)
class Inbox:
    """What stands in ``masuk/``.

    ``ready`` is sorted by name; ``refused`` are the problems of files that are not used, by their names;
    ``waiting`` are left for the next run; ``problems`` are notes, and faults of folders.
    """

    ready: tuple[Arrived, ...] = ()
    refused: tuple[tuple[str, Problem], ...] = ()
    waiting: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether every folder could be opened: what is missing from the listing is gone then."""
        return not has_errors(self.problems)


@dataclass(slots=True)
class _Found:
    """The listing in the making."""

    files: dict[str, Path]
    refused: list[tuple[str, Problem]]
    waiting: list[str]
    problems: list[Problem]


def open_inbox(workspace: Path, known: Mapping[str, Known], patience: Patience) -> Inbox:
    """List and digest what arrived; a file that looks as an earlier run knew it is not read again.

    Nothing is written. What cannot be used is in the result with its problem, and never ends the listing.
    """
    root = Paths(workspace).inbox
    found = _Found({}, [], [], [])
    _list(root, root, found)
    looks = {name: look for name, path in found.files.items() if (look := _look(path))}
    strange = {name for name, look in looks.items() if name not in known or known[name].look != look}
    if strange:
        patience.pause()
    ready = []
    for name, look in sorted(looks.items()):
        if name not in strange:
            ready.append(Arrived(name, found.files[name], look, known[name].sha256))
        elif isinstance(arrived := _arrive(name, found.files[name], look, patience), Arrived):
            ready.append(arrived)
        elif arrived is None:
            found.waiting.append(name)
        else:
            found.refused.append((name, arrived))
    usable = tuple(_judge_copies(ready, found))
    return Inbox(usable, tuple(found.refused), tuple(sorted(found.waiting)), tuple(found.problems))


def unseen(workspace: Path, known: Mapping[str, Known]) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Return the names of the files that no earlier run finished as they look now, and faults of folders."""
    root = Paths(workspace).inbox
    found = _Found({}, [], [], [])
    _list(root, root, found)
    looks = ((name, _look(path)) for name, path in found.files.items())
    strange = (name for name, look in looks if look and not (name in known and known[name].look == look))
    return tuple(sorted((*strange, *found.waiting))), tuple(found.problems)


def where_of(name: str) -> Where:
    """Return the place of a file of the inbox as problems show it."""
    return Where((SHOWN.inbox / name).as_posix())


def _list(folder: Path, root: Path, found: _Found) -> None:
    """Collect the files of a folder and of those below it, in the order of their names."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as refusal:
        fault = INBOX_UNREADABLE if folder == root else FOLDER_UNREADABLE
        where = Where((SHOWN.inbox / folder.relative_to(root)).as_posix())
        found.problems.append(problem(fault, where, reason=_reason(refusal)))
        return
    for entry in entries:
        path = Path(entry.path)
        name = path.relative_to(root).as_posix()
        if is_litter(entry.name):
            continue
        if not _is_text(entry.name):
            shown = name.encode("utf-8", "replace").decode()
            unnamed = problem(INPUT_UNREADABLE, where_of(shown), reason=NAME_NOT_UTF8())
            found.refused.append((shown, unnamed))
        elif entry.is_symlink():
            # A link to another file of the inbox is a second name for what is listed already.
            if not path.resolve().is_relative_to(root.resolve()):
                found.refused.append((name, problem(LINK_LEAVES_INBOX, where_of(name))))
        elif entry.is_dir():
            _list(path, root, found)
        elif is_on_its_way(entry.name):
            found.waiting.append(name)
        else:
            found.files[name] = path


def _is_text(name: str) -> bool:
    """Tell whether a file's name can be written down; old archives make names that cannot."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _look(path: Path) -> FileLook | None:
    """Look at a file; ``None`` for one that has gone since it was listed."""
    try:
        state = path.stat()
    except FileNotFoundError:
        return None
    return FileLook(state.st_size, state.st_mtime_ns)


def _arrive(name: str, path: Path, look: FileLook, patience: Patience) -> Arrived | Problem | None:
    """Digest a file that stands still; ``None`` for one that is still being written."""
    # A clock that is ahead of ours by more than a moment says nothing about how fresh a file is.
    if abs(patience.now - look.written / 1e9) < patience.fresh or _look(path) != look:
        return None
    try:
        with path.open("rb") as file:
            content = file.read(KEPT + 1)
            begun = hashlib.sha256(content)
            digest = hashlib.file_digest(file, lambda: begun).hexdigest()
    except FileNotFoundError:
        return None
    except OSError as refusal:
        return problem(INPUT_UNREADABLE, where_of(name), reason=_reason(refusal))
    kept = content if len(content) <= KEPT else None
    return Arrived(name, path, look, digest, kept) if _look(path) == look else None


def _judge_copies(ready: list[Arrived], found: _Found) -> Iterator[Arrived]:
    """Yield what is ready; a copy of a conflict is never used in its original's place."""
    waiting = tuple(found.waiting)
    for arrived in ready:
        original = _beside(arrived.name)
        if original is None:
            yield arrived
        elif any(same_name(name, original) for name in waiting):
            found.waiting.append(arrived.name)
        else:
            others = [other for other in ready if same_name(other.name, original)]
            fault = _copy_problem(arrived, others[0] if others else None)
            if fault.entry == COPY_IDENTICAL:
                found.problems.append(fault)
            else:
                found.refused.append((arrived.name, fault))


def _beside(name: str) -> str | None:
    """Return the name of the original that stands in the same folder, if the name is a copy's."""
    path = PurePosixPath(name)
    original = original_of(path.name)
    return None if original is None else path.with_name(original).as_posix()


def _copy_problem(copy: Arrived, original: Arrived | None) -> Problem:
    where = where_of(copy.name)
    if original is None:
        return problem(COPY_WITHOUT_ORIGINAL, where)
    return problem(
        COPY_IDENTICAL if original.sha256 == copy.sha256 else COPY_DIFFERS, where, original=original.name
    )


def _reason(refusal: OSError) -> Message | str:
    if isinstance(refusal, PermissionError):
        return NOT_READABLE()
    if isinstance(refusal, FileNotFoundError):
        return NOT_THERE()
    return refusal.strerror or SYSTEM_REFUSED()
