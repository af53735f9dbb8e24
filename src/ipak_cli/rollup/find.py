"""Result documents below folders: at any depth, in workspaces or loose, and what could not be looked into."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import Problem, Where, problem
from ipak_cli.catalogue.rollup import NO_DOCUMENTS_BELOW, ROLLUP_FOLDER_UNREADABLE, ROLLUP_LINK_NOT_FOLLOWED
from ipak_cli.catalogue.workspace import FOLDERS_TOO_DEEP
from ipak_cli.rollup.facts import FactKind
from ipak_cli.workspace.layout import MARKER, SHOWN
from ipak_cli.workspace.listing import DEEPEST
from ipak_cli.workspace.refusals import unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.base.message import Message

_KINDS: Final = {f"{kind}.json": kind for kind in FactKind}
_RESULTS: Final = SHOWN.results.name
_SUPERSEDED: Final = "lama"
"""The folder in a period's folder that keeps what a newer result replaced."""


EXPORT_MARK: Final = "ekspor:"
"""Begins the paths of exports, so that none is taken for a document that lies in the same folder."""


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document's file: the folder that was asked for, and its path below that, with ``/``.

    ``folder`` is the unit's: that of the workspace, else the one in which the document stands without a
    folder of its period. ``stated_period`` is the name of the folder in ``hasil``. ``size`` (bytes) and
    ``written`` (nanoseconds) are its quick look.
    """

    root: str
    source: str
    kind: FactKind
    folder: str
    stated_period: str | None
    size: int
    written: int


@dataclass(frozen=True, slots=True)
class Found:
    """Everything below some folders (``roots``), in the order of paths.

    ``unread`` are what could not be looked into: the root, and the path below it.
    """

    roots: tuple[str, ...]
    documents: tuple[FoundDocument, ...]
    unread: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]


def find_documents(roots: Sequence[Path]) -> Found:
    """Find the documents below folders; one folder twice, or inside another, is looked into once.

    What cannot be opened is a problem with its path, and the rest goes on. Links are not followed; hidden
    folders, ``lama``, and what is beside ``hasil`` in a workspace are passed over.
    """
    documents: list[FoundDocument] = []
    unread: list[tuple[str, str]] = []
    problems: list[Problem] = []
    apart = _apart(roots)
    for root in apart:
        walk = _Walk(root, [], [])
        found = [*walk.documents()]
        documents += found
        unread += ((str(root), name) for name in walk.unread)
        problems += walk.problems
        if not found and not walk.problems:
            problems.append(problem(NO_DOCUMENTS_BELOW, Where(str(root))))
    return Found(tuple(map(str, apart)), tuple(documents), tuple(unread), tuple(problems))


def _apart(roots: Sequence[Path]) -> list[Path]:
    """Return the folders as absolute paths, those alone that are not inside another one."""
    real = sorted({root.resolve() for root in roots})
    return [root for root in real if not any(other in root.parents for other in real)]


@dataclass(frozen=True, slots=True)
class _Walk:
    """A way through the folders below ``root``; what it cannot look into it notes.

    It only names files. They are read through the door that follows no link, wherever one may be put in
    between.
    """

    root: Path
    unread: list[str]
    problems: list[Problem]

    def documents(self) -> Iterator[FoundDocument]:
        """Yield what stands below the root."""
        yield from self._inside(PurePosixPath(), None)

    def _inside(self, name: PurePosixPath, workspace: PurePosixPath | None) -> Iterator[FoundDocument]:
        entries = self._entries(name)
        if any(entry.name == MARKER and entry.is_file() for entry in entries):
            workspace = name
        for entry in entries:
            if entry.name.startswith(".") or entry.name == _SUPERSEDED:
                continue
            if workspace != name or entry.name == _RESULTS:
                yield from self._entry(name / entry.name, entry, workspace)

    def _entry(
        self, below: PurePosixPath, entry: os.DirEntry[str], workspace: PurePosixPath | None
    ) -> Iterator[FoundDocument]:
        kind = _KINDS.get(entry.name)
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from self._inside(below, workspace)
            elif entry.is_symlink():
                if kind is not None or entry.is_dir():
                    self.problems.append(problem(ROLLUP_LINK_NOT_FOLLOWED, self._where(below)))
            elif kind is not None and entry.is_file(follow_symlinks=False):
                yield self._document(below, kind, workspace, entry.stat(follow_symlinks=False))
        except FileNotFoundError:  # gone since it was listed
            return
        except OSError as error:
            self._note(below, unreadable(error))

    def _document(
        self, below: PurePosixPath, kind: FactKind, workspace: PurePosixPath | None, state: os.stat_result
    ) -> FoundDocument:
        parent = below.parent
        unit = workspace if workspace is not None else _unit_folder(below)
        return FoundDocument(
            root=str(self.root),
            source=below.as_posix(),
            kind=kind,
            folder=unit.as_posix() if unit.parts else self.root.name,
            stated_period=parent.name if parent.parent.name == _RESULTS else None,
            size=state.st_size,
            written=state.st_mtime_ns,
        )

    def _entries(self, name: PurePosixPath) -> list[os.DirEntry[str]]:
        """Return what stands in a folder, by name; nothing of one that cannot be listed."""
        if len(name.parts) > DEEPEST:
            self._note(name, FOLDERS_TOO_DEEP())
            return []
        try:
            with os.scandir(self.root / name) as entries:
                return sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            self._note(name, unreadable(error))
            return []

    def _note(self, name: PurePosixPath, reason: Message) -> None:
        self.unread.append(name.as_posix())
        self.problems.append(problem(ROLLUP_FOLDER_UNREADABLE, self._where(name), reason=reason))

    def _where(self, name: PurePosixPath) -> Where:
        return Where(str(self.root / name))


def _unit_folder(below: PurePosixPath) -> PurePosixPath:
    """Return the folder of a loose document's unit: the one above ``hasil``, or above a period's folder."""
    parent = below.parent
    if parent.parent.name == _RESULTS:
        return parent.parent.parent
    try:
        parse_period(parent.name)
    except ValueError:
        return parent
    return parent.parent
