"""A lake: a roll-up's tables as Parquet files that many programs read, and that survive any crash.

``manifest.json`` names the files in force. A batch writes new files, each whole (beside its place, flushed,
then renamed), and then the manifest; whoever is killed before leaves files that nobody names, and the next
call removes them. No file is ever changed. So a reader sees one state of all tables, the old or the new.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import contextmanager
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import duckdb
from filelock import Timeout
from pydantic import Field, ValidationError

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.rollup import (
    LAKE_DAMAGED,
    LAKE_IN_USE,
    LAKE_LACKS_A_FILE,
    LAKE_NOT_THERE,
    LAKE_OF_OTHER_SCHEMA,
    LAKE_UNFIT,
)
from ipak_cli.rollup.store import SETTINGS
from ipak_cli.rollup.tables import OF_DOCUMENTS
from ipak_cli.rollup.views import lake_sql, quoted
from ipak_cli.rubric.types import Model
from ipak_cli.workspace.atomic import ensure_folders, make_folder, remove_file, write_file
from ipak_cli.workspace.files import read
from ipak_cli.workspace.layout import LARGEST_RECORD
from ipak_cli.workspace.listing import EntryType, walk
from ipak_cli.workspace.lock_files import system_lock
from ipak_cli.workspace.refusals import unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from ipak_cli.base.message import Message
    from ipak_cli.base.problem import Problem
    from ipak_cli.rollup.store import Batch
    from ipak_cli.rollup.tables import Table

SCHEMA: Final = "ipak/lake/1"
MANIFEST: Final = PurePath("manifest.json")
VIEWS: Final = PurePath("views.sql")
_LOCK: Final = ".kunci"
_OWN: Final = re.compile(r"[a-z]+(/[^/]+)?/[0-9]{6}\.parquet|(.*/)?\.ipak-[0-9a-f]{16}\.tmp")
"""The names of files that only we write."""
# Numbers of documents and times hardly repeat: they are small as differences, not in a dictionary.
_FORMAT: Final = (
    "FORMAT parquet, PARQUET_VERSION v2, DICTIONARY_SIZE_LIMIT 1000, COMPRESSION zstd, COMPRESSION_LEVEL 15"
)
_BY_PERIOD: Final = frozenset(table.name for table in OF_DOCUMENTS)


class Manifest(Model):
    """What is in force: the files of each table, the last batch, and the number of the next document."""

    batch: int = 0
    next_doc: int = 1
    tables: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)

    @property
    def text(self) -> str:
        """The manifest as its file holds it."""
        return json.dumps({"schema": SCHEMA, **self.model_dump(mode="json")}, indent=1) + "\n"


class LakeStore:
    """A lake in a folder; to be written by the holder of its lock alone."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.folder = folder
        self.manifest = manifest
        self.db: duckdb.DuckDBPyConnection = duckdb.connect(":memory:", config=SETTINGS)
        self._show()

    @property
    def next_doc(self) -> int:
        """The number that the next document gets."""
        return self.manifest.next_doc

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
        self.manifest = Manifest(
            batch=number,
            next_doc=self.next_doc + new,
            tables={name: tuple(files) for name, files in sorted(tables.items())},
        )
        write_file(self.folder, MANIFEST, self.manifest.text.encode())
        self._show()
        self.write_views()

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
                write_file(self.folder, name, self._parquet(table, part))
                yield name.as_posix()

    def _parquet(self, table: Table, frame: pd.DataFrame) -> bytes:
        with TemporaryDirectory(prefix="ipak-") as place:
            out = Path(place) / "data.parquet"
            self.db.register("given", frame)
            self.db.execute(
                f"COPY (SELECT {table.select} FROM given ORDER BY {table.order}) TO {quoted(str(out))} "
                f"({_FORMAT})"
            )
            self.db.unregister("given")
            return out.read_bytes()

    def _show(self) -> None:
        """Let the connection see the files in force. Raises ``ProblemsFoundError`` where one is lost."""
        try:
            self.db.execute(lake_sql(self.manifest.tables, f"{self.folder}/"))
        except duckdb.Error:  # a file is lost or damaged
            raise ProblemsFoundError([_unfit(self.folder, LAKE_LACKS_A_FILE())]) from None

    def sweep(self) -> None:
        """Remove our own files that the manifest does not name: of killed calls, and of states before."""
        named = {name for files in self.manifest.tables.values() for name in files}
        for each in walk(self.folder, PurePath()):
            name = each.name.as_posix()
            if each.type is EntryType.FILE and name not in named and _OWN.fullmatch(name):
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
        raise ProblemsFoundError([_unfit(folder, unreadable(error))]) from None
    try:
        store = LakeStore(folder.resolve(), read_manifest(folder) or Manifest())
        store.sweep()
        yield store
    finally:
        lock.release()


def open_to_read(folder: Path) -> LakeStore:
    """Open a lake to ask it. Raises ``ProblemsFoundError`` where there is none, or it cannot be read."""
    manifest = read_manifest(folder)
    if manifest is None:
        raise ProblemsFoundError([problem(LAKE_NOT_THERE, Where(str(folder)))])
    return LakeStore(folder.resolve(), manifest)


def read_manifest(folder: Path) -> Manifest | None:
    """Return what a lake has in force; ``None`` where there is no lake. Raises ``ProblemsFoundError``."""
    try:
        data = json.loads(read(folder, MANIFEST, LARGEST_RECORD))
        if data.pop("schema") != SCHEMA:
            raise ProblemsFoundError([_unfit(folder, LAKE_OF_OTHER_SCHEMA(schema=SCHEMA))])
        return Manifest.model_validate(data)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise ProblemsFoundError([_unfit(folder, unreadable(error))]) from None
    except (ValueError, KeyError, TypeError, AttributeError, ValidationError):
        raise ProblemsFoundError([_unfit(folder, LAKE_DAMAGED())]) from None


def _unfit(folder: Path, reason: Message) -> Problem:
    return problem(LAKE_UNFIT, Where(str(folder)), reason=reason)


def _periods(batch: Batch) -> dict[int, str]:
    """Return the period of each document of a batch."""
    found: dict[int, str] = {}
    for table, frame in batch.added:
        if table.name == "documents":
            found |= dict(zip(frame["doc"].tolist(), frame["period"].tolist(), strict=True))
    return found
