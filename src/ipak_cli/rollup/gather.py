"""Read what is new or changed into a roll-up's tables, a batch at a time.

Only documents of which size or time are others than when they were last seen are opened, and only those
whose digest is new are read.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

import pandas as pd

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.catalogue.rollup import (
    DOCUMENT_UNREADABLE,
    DOCUMENTS_GONE,
    FOLDER_LOST_ITS_DOCUMENTS,
    READING_DOCUMENTS,
)
from ipak_cli.rollup.packing import frames
from ipak_cli.rollup.pool import chunks
from ipak_cli.rollup.read import digest_of, read_facts
from ipak_cli.rollup.store import Batch, given, rows
from ipak_cli.rollup.tables import DIGITS, FILES, OF_DOCUMENTS
from ipak_cli.workspace.files import read
from ipak_cli.workspace.layout import LARGEST_RESULT
from ipak_cli.workspace.refusals import unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.rollup.facts import Facts
    from ipak_cli.rollup.find import Found, FoundDocument
    from ipak_cli.rollup.pool import Pool, Watcher
    from ipak_cli.rollup.store import Store
    from ipak_cli.rollup.tables import Row

BATCH: Final = 2_000
"""Documents that are written together: some megabytes of facts."""
_SEEN: Final = "SELECT path, folder, size, written, doc FROM kept.files_now"


@dataclass(frozen=True, slots=True)
class Seen:
    """A document's file as it was last seen, and its document's number."""

    folder: str
    size: int
    written: int
    doc: int


@dataclass(frozen=True, slots=True)
class Faulty:
    """A document or an export that cannot be used, why, and its unit where that is known."""

    found: FoundDocument
    problems: tuple[Problem, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Gathered:
    """How many documents there are, how many of them were new, and what cannot be used."""

    documents: int
    read: int
    faulty: tuple[Faulty, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Opened:
    """A document that was opened: its digest, and its facts unless it is the one that was known there."""

    found: FoundDocument
    digest: str | None = None
    facts: Facts | None = None
    problems: tuple[Problem, ...] = ()


def gather(store: Store, found: Found, pool: Pool, watcher: Watcher) -> Gathered:
    """Bring the tables up to what was found; each batch is whole, so that work goes on where it stopped."""
    seen = seen_files(store)
    gone, problems = _gone(found, seen)
    if gone:
        write_batch(store, [], gone)
    changed = [each for each in found.documents if not _looks_the_same(each, seen)]
    changed.sort(key=lambda each: (each.stated_period or "", path_of(each)))
    watcher.begin(READING_DOCUMENTS.key, len(changed))
    digests = _digests(store, changed, seen)
    faulty: list[Faulty] = []
    new = 0
    for part in chunks(changed, BATCH):
        opened = [*pool.map(_open, [(each, digests.get(path_of(each))) for each in part], watcher)]
        faulty += [Faulty(each.found, each.problems) for each in opened if each.problems]
        new += _take(store, opened, seen)
    return Gathered(len(found.documents), new, tuple(faulty), problems)


def seen_files(store: Store) -> dict[str, Seen]:
    """Return every path as it was last seen, without those that have gone."""
    return {path: Seen(*seen) for path, *seen in rows(store.db, _SEEN)}


def path_of(found: FoundDocument) -> str:
    """Return the whole path of a document, by which a lake knows it."""
    return f"{found.root.rstrip('/')}/{found.source}"


def _looks_the_same(found: FoundDocument, seen: Mapping[str, Seen]) -> bool:
    then = seen.get(path_of(found))
    return then is not None and then == Seen(found.folder, found.size, found.written, then.doc)


def _digests(store: Store, changed: Sequence[FoundDocument], seen: Mapping[str, Seen]) -> dict[str, str]:
    """Return the first digits of the digests that changed files had when they were last seen."""
    docs = {path: seen[path].doc for each in changed if (path := path_of(each)) in seen}
    if not docs:
        return {}
    known: dict[int, str] = dict(rows(store.db, "SELECT doc, lower(hex(digest)) FROM data.documents"))
    return {path: known[doc] for path, doc in docs.items() if doc in known}


def _open(asked: tuple[FoundDocument, str | None]) -> _Opened:
    """Read a document, in whatever process; nothing that is wrong with it ends the others."""
    found, known = asked
    shown = path_of(found)
    try:
        content = read(Path(found.root), PurePosixPath(found.source), LARGEST_RESULT)
        digest = digest_of(content)
        if digest[:DIGITS] == known:
            return _Opened(found, digest)
        return _Opened(
            found, digest, read_facts(content, found.kind, found.source, found.stated_period, shown)
        )
    except OSError as error:
        told = problem(DOCUMENT_UNREADABLE, Where(shown), reason=unreadable(error))
        return _Opened(found, problems=(told,))
    except ProblemsFoundError as refused:
        return _Opened(found, problems=refused.problems)


def _take(store: Store, opened: Sequence[_Opened], seen: Mapping[str, Seen]) -> int:
    """Write a batch; returns how many documents were new."""
    known = known_documents(store, [each.digest for each in opened if each.digest])
    fresh: list[tuple[int, Facts]] = []
    files: list[Row] = []
    for each in opened:
        path, found = path_of(each.found), each.found
        if each.problems:
            if path in seen:
                files.append((path, found.folder, found.size, found.written, None, 0))
            continue
        if each.digest not in known and each.facts is not None:
            known[each.digest] = store.next_doc + len(fresh)
            fresh.append((known[each.digest], each.facts))
        files.append((path, found.folder, found.size, found.written, known[each.digest], 0))
    if files:
        write_batch(store, fresh, files)
    return len(fresh)


def known_documents(store: Store, digests: Sequence[str]) -> dict[str | None, int]:
    """Return the numbers of the documents that the tables have already, wherever they were found."""
    frame = pd.DataFrame({"digest": digests}, dtype="string")
    with given(store.db, frame):
        return dict(
            rows(
                store.db,
                f"""SELECT given.digest, doc FROM data.documents d
                JOIN given ON d.digest = unhex(left(given.digest, {DIGITS}))""",
            )
        )


def write_batch(store: Store, fresh: Sequence[tuple[int, Facts]], files: Sequence[Row]) -> None:
    """Write documents with their numbers, and what was seen of their files, whole or not at all."""
    [(number,)] = rows(store.db, "SELECT coalesce(max(batch), 0) + 1 FROM data.files")
    batch = Batch()
    made = frames(fresh)
    for table in OF_DOCUMENTS:
        batch.add(table, made[table.name])
    batch.add(FILES, FILES.frame((*row[:-1], number) for row in files))
    store.write(batch)


def _gone(found: Found, seen: Mapping[str, Seen]) -> tuple[list[Row], tuple[Problem, ...]]:
    """Return the rows of files that have gone from the folders that were looked into, and what to tell.

    A folder that lost everything may be a share that is not mounted: what it had stays.
    """
    there = {path_of(each) for each in found.documents}
    filled = {each.root for each in found.documents}
    lost: dict[str, list[str]] = defaultdict(list)
    for path in seen:
        root = next((root for root in found.roots if _is_below(path, root)), None)
        if root is not None and path not in there and not _is_unread(path, found):
            lost[root].append(path)
    problems = (
        problem(DOCUMENTS_GONE, Where(root), count=len(paths), first=min(paths))
        if root in filled
        else problem(FOLDER_LOST_ITS_DOCUMENTS, Where(root), count=len(paths))
        for root, paths in lost.items()
    )
    gone = [path for root, paths in lost.items() if root in filled for path in paths]
    return [(path, seen[path].folder, 0, 0, None, 0) for path in gone], tuple(problems)


def _is_unread(path: str, found: Found) -> bool:
    """Tell whether a path could not be looked at, or is below a folder that could not."""
    places = (f"{root.rstrip('/')}/{name}" if name != "." else root for root, name in found.unread)
    return any(path == place or _is_below(path, place) for place in places)


def _is_below(path: str, folder: str) -> bool:
    return path.startswith(f"{folder.rstrip('/')}/")
