"""What stands in ``masuk/``: files that are whole, files still on their way, copies, links and litter."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field, replace
from pathlib import PurePath, PurePosixPath
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, has_errors, problem
from ipak_cli.catalogue.drive import (
    COPY_DIFFERS,
    COPY_IDENTICAL,
    COPY_WITHOUT_ORIGINAL,
    FOLDER_UNREADABLE,
    INBOX_UNREADABLE,
    INPUT_UNREADABLE,
    LINK_LEAVES_INBOX,
    LINK_NOT_FOLLOWED,
    NOT_A_REAL_FILE,
    WORKSPACE_FILE_TOO_LARGE,
)
from ipak_cli.catalogue.workspace import NAME_NOT_UTF8
from ipak_cli.workspace.files import FileLook, look_at, open_file
from ipak_cli.workspace.inbox_names import is_litter, is_on_its_way, original_of, same_name
from ipak_cli.workspace.layout import LARGEST_INPUT, SHOWN, Paths
from ipak_cli.workspace.listing import EntryType, walk
from ipak_cli.workspace.refusals import unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from ipak_cli.base.problem import Entry
    from ipak_cli.workspace.listing import Listed

KEPT: Final = 1 << 20
"""Bytes of a new input that are kept from its digest until it is used; of many inputs that is no burden."""


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

    workspace: Path = field(repr=False)
    name: str
    look: FileLook
    sha256: str
    content: bytes | None = field(default=None, repr=False, compare=False)

    @property
    def path(self) -> Path:
        """Where it stands."""
        return Paths(self.workspace).inbox / self.name

    @property
    def stands_still(self) -> bool:
        """Whether the file still looks as it did when it was digested."""
        return _look(self.workspace, self.name) == self.look


@dataclass(frozen=True, slots=True)
class Inbox:
    """What stands in ``masuk/``.

    ``ready`` is sorted by name; ``refused`` are the problems of files that are not used, by their names;
    ``copies`` hold what their originals hold, and are not used either; ``waiting`` are left for the next
    run; ``problems`` are notes, and faults of folders.
    """

    ready: tuple[Arrived, ...] = ()
    refused: tuple[tuple[str, Problem], ...] = ()
    waiting: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    copies: tuple[Arrived, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether every folder could be opened: what is missing from the listing is gone then."""
        return not has_errors(self.problems)


@dataclass(slots=True)
class _Found:
    """The listing in the making."""

    files: dict[str, FileLook] = field(default_factory=dict)
    refused: list[tuple[str, Problem]] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    copies: list[Arrived] = field(default_factory=list)


def open_inbox(workspace: Path, known: Mapping[str, Known], patience: Patience) -> Inbox:
    """List and digest what arrived; a file that looks as an earlier run knew it is not read again.

    Nothing is written. What cannot be used is in the result with its problem, and never ends the listing.
    """
    found = _list(workspace)
    strange = {name for name, look in found.files.items() if name not in known or known[name].look != look}
    if strange:
        patience.pause()
    ready = []
    for name, look in sorted(found.files.items()):
        if name not in strange:
            ready.append(Arrived(workspace, name, look, known[name].sha256))
        elif isinstance(arrived := _arrive(workspace, name, look, patience), Arrived):
            ready.append(arrived)
        elif arrived is None:
            found.waiting.append(name)
        else:
            found.refused.append((name, arrived))
    usable = tuple(_judge_copies(ready, found))
    waiting, problems = tuple(sorted(found.waiting)), tuple(found.problems)
    return Inbox(usable, tuple(found.refused), waiting, problems, tuple(found.copies))


def unseen(workspace: Path, known: Mapping[str, Known]) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Return the names of the files that no earlier run finished as they look now, and faults of folders."""
    found = _list(workspace)
    strange = (name for name, look in found.files.items() if not (name in known and known[name].look == look))
    return tuple(sorted((*strange, *found.waiting))), tuple(found.problems)


def input_names(workspace: Path) -> tuple[str, ...]:
    """Return the names of the files in ``masuk/``, relative to it; what is no file is left out."""
    return tuple(sorted(_list(workspace).files))


def where_of(name: str) -> Where:
    """Return the place of a file of the inbox as problems show it."""
    return Where((SHOWN.inbox / name).as_posix())


def _list(workspace: Path) -> _Found:
    """Sort what stands in ``masuk/`` and in the folders below it, by names alone."""
    found = _Found()
    try:
        for each in walk(workspace, SHOWN.inbox, is_litter):
            _sort(workspace, each, found)
    except OSError as refusal:
        where = Where(SHOWN.inbox.as_posix())
        found.problems.append(problem(INBOX_UNREADABLE, where, reason=unreadable(refusal)))
    except ProblemsFoundError as link:
        found.problems += link.problems
    return found


def _sort(workspace: Path, each: Listed, found: _Found) -> None:
    name = str(each.name)
    if not _is_text(name):
        shown = name.encode("utf-8", "replace").decode()
        found.refused.append((shown, problem(INPUT_UNREADABLE, where_of(shown), reason=NAME_NOT_UTF8())))
        return
    match each.type:
        case EntryType.FOLDER:
            found.problems.append(problem(FOLDER_UNREADABLE, where_of(name), reason=each.fault))
        case EntryType.LINK:
            found.refused += [
                (name, problem(entry, where_of(name))) for entry in _link_faults(workspace, name)
            ]
        case EntryType.OTHER:
            found.refused.append((name, problem(NOT_A_REAL_FILE, where_of(name))))
        case EntryType.UNREADABLE:
            found.refused.append((name, problem(INPUT_UNREADABLE, where_of(name), reason=each.fault)))
        case EntryType.FILE if is_on_its_way(name):
            found.waiting.append(name)
        case EntryType.FILE:
            found.files[name] = each.look


def _link_faults(workspace: Path, name: str) -> tuple[Entry, ...]:
    """Return what is wrong with a link; one to a file of the inbox is a second name for what is listed."""
    # pathlib would raise for links that lead in a circle.
    root, real = (os.path.realpath(path) for path in (Paths(workspace).inbox, Paths(workspace).inbox / name))
    if not PurePath(real).is_relative_to(root):
        return (LINK_LEAVES_INBOX,)
    return () if os.path.exists(real) else (LINK_NOT_FOLLOWED,)  # noqa: PTH110 (as above)


def _is_text(name: str) -> bool:
    """Tell whether a file's name can be written down; old archives make names that cannot."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _look(workspace: Path, name: str) -> FileLook | None:
    """Look at a file again; ``None`` for one that has gone, or is refused for now."""
    try:
        return look_at(workspace, SHOWN.inbox / name)
    except (OSError, ProblemsFoundError):
        return None


def _arrive(workspace: Path, name: str, look: FileLook, patience: Patience) -> Arrived | Problem | None:
    """Digest a file that stands still; ``None`` for one that is still being written."""
    # A clock that is ahead of ours by more than a moment says nothing about how fresh a file is.
    if abs(patience.now - look.written / 1e9) < patience.fresh or _look(workspace, name) != look:
        return None
    if look.size > LARGEST_INPUT:
        limit = f"{LARGEST_INPUT >> 30} GiB"
        return problem(WORKSPACE_FILE_TOO_LARGE, where_of(name), limit=limit)
    try:
        with open_file(workspace, SHOWN.inbox / name) as file:
            content = file.read(KEPT + 1)
            begun = hashlib.sha256(content)
            digest = hashlib.file_digest(file, lambda: begun).hexdigest()
    except FileNotFoundError:
        return None
    except OSError as refusal:
        return problem(INPUT_UNREADABLE, where_of(name), reason=unreadable(refusal))
    except ProblemsFoundError as found:
        return replace(found.problems[0], where=where_of(name))
    kept = content if len(content) <= KEPT else None
    return Arrived(workspace, name, look, digest, kept) if _look(workspace, name) == look else None


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
                found.copies.append(arrived)
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
