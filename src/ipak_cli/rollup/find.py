"""Result documents below folders: at any depth, in workspaces or loose, and what could not be looked into."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.catalogue.rollup import NO_DOCUMENTS_BELOW, ROLLUP_FOLDER_UNREADABLE, ROLLUP_LINK_NOT_FOLLOWED
from ipak_cli.catalogue.workspace import FOLDERS_TOO_DEEP
from ipak_cli.rollup.facts import FactKind
from ipak_cli.workspace.layout import MARKER, SHOWN
from ipak_cli.workspace.listing import DEEPEST, EntryType, list_folder
from ipak_cli.workspace.refusals import unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.base.message import Message
    from ipak_cli.workspace.listing import Listed

_KINDS: Final = {f"{kind}.json": kind for kind in FactKind}
_RESULTS: Final = SHOWN.results.name
_SUPERSEDED: Final = "lama"
"""The folder in a period's folder that keeps what a newer result replaced."""


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
    """A way through the folders below ``root``; what it cannot look into it notes."""

    root: Path
    unread: list[str]
    problems: list[Problem]

    def documents(self) -> Iterator[FoundDocument]:
        """Yield what stands below the root."""
        yield from self._inside(PurePosixPath(), None)

    def _inside(self, name: PurePosixPath, workspace: PurePosixPath | None) -> Iterator[FoundDocument]:
        entries = self._entries(name)
        if any(entry.name.name == MARKER and entry.type is EntryType.FILE for entry in entries):
            workspace = name
        for entry in entries:
            own = entry.name.name
            if own.startswith(".") or own == _SUPERSEDED:
                continue
            if workspace == name and own != _RESULTS:
                continue
            yield from self._entry(name, entry, workspace)

    def _entry(
        self, name: PurePosixPath, entry: Listed, workspace: PurePosixPath | None
    ) -> Iterator[FoundDocument]:
        below = name / entry.name
        kind = _KINDS.get(entry.name.name)
        if entry.type is EntryType.FOLDER:
            yield from self._inside(below, workspace)
        elif entry.type is EntryType.FILE and kind is not None:
            yield self._document(below, kind, workspace, entry)
        elif entry.type is EntryType.LINK and (kind is not None or self._leads_to_folder(below)):
            self.problems.append(problem(ROLLUP_LINK_NOT_FOLLOWED, self._where(below)))
        elif entry.type is EntryType.UNREADABLE and entry.fault is not None:
            self._note(below, entry.fault)

    def _document(
        self, below: PurePosixPath, kind: FactKind, workspace: PurePosixPath | None, entry: Listed
    ) -> FoundDocument:
        parent = below.parent
        in_results = parent.parent.name == _RESULTS
        unit = workspace if workspace is not None else _unit_folder(below)
        return FoundDocument(
            root=str(self.root),
            source=below.as_posix(),
            kind=kind,
            folder=unit.as_posix() if unit.parts else self.root.name,
            stated_period=parent.name if in_results else None,
            size=entry.look.size,
            written=entry.look.written,
        )

    def _entries(self, name: PurePosixPath) -> tuple[Listed, ...]:
        if len(name.parts) > DEEPEST:
            self._note(name, FOLDERS_TOO_DEEP())
            return ()
        try:
            return list_folder(self.root, name)
        except OSError as error:
            self._note(name, unreadable(error))
        except ProblemsFoundError as found:  # since it was listed, a link has taken its place
            self.problems.extend(found.problems)
            self.unread.append(name.as_posix())
        return ()

    def _note(self, name: PurePosixPath, reason: Message) -> None:
        self.unread.append(name.as_posix())
        self.problems.append(problem(ROLLUP_FOLDER_UNREADABLE, self._where(name), reason=reason))

    def _where(self, name: PurePosixPath) -> Where:
        return Where(str(self.root / name))

    def _leads_to_folder(self, name: PurePosixPath) -> bool:
        try:
            return (self.root / name).is_dir()
        except OSError:
            return False


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
