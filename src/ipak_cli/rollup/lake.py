"""A lake: a roll-up's tables as Parquet files that many programs read, and that survive any crash.

``manifest.json`` names the files in force. A batch writes new files, each whole (beside its place, flushed,
then renamed), and then the manifest; whoever is killed before leaves files that nobody names, and the next
call removes them. No file is ever changed. So a reader sees one state of all tables, the old or the new.

Many small files become one in the same way: the whole one is written, then the manifest that names it instead
of them. They stay until the next call, for readers that began before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import duckdb
from filelock import Timeout

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.rollup import (
    LAKE_IN_USE,
    LAKE_LACKS_A_FILE,
    LAKE_NOT_THERE,
)
from ipak_cli.rollup.manifest import MANIFEST, Manifest, read_manifest, unfit
from ipak_cli.rollup.store import SETTINGS, given, rows
from ipak_cli.rollup.tables import CHANGES, FILES, OF_DOCUMENTS, UNITS
from ipak_cli.rollup.views import files_sql, lake_sql, parquet_of, quoted
from ipak_cli.workspace.atomic import ensure_folders, make_folder, remove_file, write_file
from ipak_cli.workspace.listing import EntryType, walk
from ipak_cli.workspace.lock_files import system_lock
from ipak_cli.workspace.refusals import unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import pandas as pd

    from ipak_cli.rollup.store import Batch
    from ipak_cli.rollup.tables import Table

VIEWS: Final = PurePath("views.sql")
_LOCK: Final = ".kunci"
_OWN: Final = re.compile(r"[a-z]+(/[^/]+)?/[0-9]{6}\.parquet|(.*/)?\.ipak-[0-9a-f]{16}\.tmp")
"""The names of files that only we write."""
# Numbers of documents and times hardly repeat: they are small as differences, not in a dictionary.
_FORMAT: Final = (
    "FORMAT parquet, PARQUET_VERSION v2, DICTIONARY_SIZE_LIMIT 1000, COMPRESSION zstd, COMPRESSION_LEVEL 15"
)
_BY_PERIOD: Final = frozenset(table.name for table in OF_DOCUMENTS)
MOST_FILES: Final = 24
"""So many files may a table have of a period; more become one."""
# What no place and nothing in force names is superseded: nobody can ask for it any more.
_KEPT_DOCS: Final = "doc IN (SELECT doc FROM kept.files_now UNION SELECT doc FROM kept.standing)"


class LakeStore:
    """A lake in a folder; to be written by the holder of its lock alone."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.folder = folder
        self.manifest = manifest
        self.db: duckdb.DuckDBPyConnection = duckdb.connect(":memory:", config=SETTINGS)
        self._show(lake_sql)

    @property
    def next_doc(self) -> int:
        """The number that the next document gets."""
        return self.manifest.next_doc

    @property
    def changed(self) -> int:
        """The last batch of documents, or of what was seen of them."""
        return self.manifest.changed

    @property
    def settled(self) -> str:
        """What was in force decided from."""
        return self.manifest.settled

    def write(self, batch: Batch) -> None:
        """Write a batch's files, then the manifest that names them, then the views.

        Raises ``ProblemsFoundError`` when the system refuses; what was in force stays so then.
        """
        number = self.manifest.batch + 1
        tables = {name: [*files] for name, files in self.manifest.tables.items()}
        periods = _periods(batch)
        for table, frame in batch.replaced:
            tables[table.name] = [*self._files(table, frame, f"{number:06}", {})]
        for table, frame in batch.added:
            parts = periods if table.name in _BY_PERIOD else {}
            tables.setdefault(table.name, []).extend(self._files(table, frame, f"{number:06}", parts))
        new = sum(len(frame) for table, frame in batch.added if table.name == "documents")
        told: dict[str, object] = {"next_doc": self.next_doc + new}
        if any(table is FILES for table, _ in batch.added):
            told["changed"] = number
        if batch.settled is not None:
            told["settled"] = batch.settled
        self._put_in_force(number, tables, told, [table.name for table, _ in batch.replaced])

    def _put_in_force(
        self,
        number: int,
        tables: Mapping[str, Sequence[str]],
        told: Mapping[str, object],
        replaced: Sequence[str] = (),
    ) -> None:
        """Write the manifest that names these files and is told else, then the views of them."""
        named = {name: tuple(files) for name, files in sorted(tables.items()) if files}
        self.manifest = self.manifest.model_copy(update={"batch": number, "tables": named, **told})
        write_file(self.folder, MANIFEST, self.manifest.text.encode())
        # What stands upon the tables stays as it is, but for the further columns of a list of units.
        self._show(lake_sql if UNITS.name in replaced else files_sql)
        self.write_views()

    def merge(self) -> None:
        """Make one file of many, a period with all its tables, and leave out what is superseded.

        Raises ``ProblemsFoundError`` when the system refuses; what was in force stays so then.
        """
        crowded = {folder for folder, files in self._folders().items() if len(files) > MOST_FILES}
        periods = sorted({folder.name for folder in crowded if len(folder.parts) > 1})
        wanted = [
            (PurePath(table.name) / period, table, f"SELECT * FROM {{}} WHERE {_KEPT_DOCS}")
            for period in periods
            for table in OF_DOCUMENTS
        ]
        if PurePath(FILES.name) in crowded:
            wanted.append((PurePath(FILES.name), FILES, "SELECT * REPLACE (0 AS batch) FROM kept.files_now"))
        if PurePath(CHANGES.name) in crowded:
            source = "SELECT * FROM {} SEMI JOIN kept.standing USING (doc, before)"
            wanted.append((PurePath(CHANGES.name), CHANGES, source))
        if wanted:
            self._merge(wanted)

    def _folders(self) -> dict[PurePath, list[str]]:
        """Return the files in force by their folder: a table's, or a table's of a period."""
        found: dict[PurePath, list[str]] = defaultdict(list)
        for files in self.manifest.tables.values():
            for name in files:
                found[PurePath(name).parent].append(name)
        return found

    def _merge(self, wanted: Sequence[tuple[PurePath, Table, str]]) -> None:
        """Put one file, with what a question yields of them, in the place of those of a folder."""
        number = self.manifest.batch + 1
        tables = {name: [*files] for name, files in self.manifest.tables.items()}
        folders = self._folders()
        for folder, table, question in wanted:
            if not (old := folders.get(folder)):
                continue
            source = question.format(parquet_of([f"{self.folder}/{name}" for name in old]))
            data = self._parquet(source, table.order)
            new = [] if data is None else [(folder / f"{number:06}.parquet").as_posix()]
            if data is not None:
                write_file(self.folder, PurePath(new[0]), data)
            tables[table.name] = [*(name for name in tables[table.name] if name not in old), *new]
        self._put_in_force(number, tables, {})

    def write_views(self) -> None:
        """Write the views of what is in force, with paths relative to the folder."""
        write_file(self.folder, VIEWS, lake_sql(self.manifest.tables, "").encode())

    def _files(self, table: Table, frame: pd.DataFrame, stem: str, periods: dict[int, str]) -> Iterator[str]:
        """Write a frame as one file, or one a period, and yield their names."""
        parts = [("", frame)]
        if periods:
            of = frame["doc"].map(periods)
            parts = [(f"{period}/", frame[of == period]) for period in sorted(set(periods.values()))]
        for period, part in parts:
            if len(part):
                name = PurePath(table.name) / period / f"{stem}.parquet"
                ensure_folders(self.folder, name.parent)
                with given(self.db, part):
                    data = self._parquet(f"SELECT {table.select} FROM given", table.order)
                write_file(self.folder, name, data or b"")
                yield name.as_posix()

    def _parquet(self, question: str, order: str) -> bytes | None:
        """Return the rows that a question yields as a file; nothing where there are none."""
        with TemporaryDirectory(prefix="ipak-") as place:
            out = Path(place) / "data.parquet"
            asked = f"COPY ({question} ORDER BY {order}) TO {quoted(str(out))} ({_FORMAT})"
            [(count,)] = rows(self.db, asked)
            return out.read_bytes() if count else None

    def _show(self, sql: Callable[[Mapping[str, Sequence[str]], str], str]) -> None:
        """Let the connection see the files in force. Raises ``ProblemsFoundError`` where one is lost."""
        try:
            self.db.execute(sql(self.manifest.tables, f"{self.folder}/"))
        except duckdb.Error:  # a file is lost or damaged
            raise ProblemsFoundError([unfit(self.folder, LAKE_LACKS_A_FILE())]) from None

    def sweep(self) -> None:
        """Remove our own files that the manifest does not name: of killed calls, and of states before.

        One that a reader holds open where that forbids it is left to the next call.
        """
        named = {name for files in self.manifest.tables.values() for name in files}
        for each in walk(self.folder, PurePath()):
            name = each.name.as_posix()
            if each.type is EntryType.FILE and name not in named and _OWN.fullmatch(name):
                with suppress(ProblemsFoundError):
                    remove_file(self.folder, PurePath(name))


@contextmanager
def open_to_write(folder: Path) -> Iterator[LakeStore]:
    """Open a lake, made where there is none, and hold its lock. Raises ``ProblemsFoundError``."""
    make_folder(folder)
    lock = system_lock(folder / _LOCK, 0)
    try:
        lock.acquire()
    except Timeout:
        raise ProblemsFoundError([problem(LAKE_IN_USE, Where(str(folder)))]) from None
    except OSError as error:
        raise ProblemsFoundError([unfit(folder, unreadable(error))]) from None
    try:
        store = LakeStore(folder.resolve(), read_manifest(folder) or Manifest())
        store.sweep()
        yield store
    finally:
        lock.release()


def open_to_read(folder: Path) -> LakeStore:
    """Open a lake to ask it. Raises ``ProblemsFoundError`` where there is none, or it cannot be read."""
    while True:
        manifest = read_manifest(folder)
        if manifest is None:
            raise ProblemsFoundError([problem(LAKE_NOT_THERE, Where(str(folder)))])
        try:
            return LakeStore(folder.resolve(), manifest)
        except ProblemsFoundError:
            # Two calls may have written since the manifest was read, and the second removed what it names.
            if not is_superseded(folder, manifest):
                raise


def is_superseded(folder: Path, manifest: Manifest) -> bool:
    """Tell whether a lake has another manifest by now. Raises ``ProblemsFoundError``."""
    return read_manifest(folder) != manifest


def _periods(batch: Batch) -> dict[int, str]:
    """Return the period of each document of a batch."""
    found: dict[int, str] = {}
    for table, frame in batch.added:
        if table.name == "documents":
            found |= dict(zip(frame["doc"].tolist(), frame["period"].tolist(), strict=True))
    return found
