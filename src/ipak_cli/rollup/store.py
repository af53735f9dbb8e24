"""Where the tables of a roll-up are: in memory for one call, or as a lake's Parquet files for many.

Both offer the same tables to the same SQL, as views in the schema ``data`` of what they have in ``kept``, so
that all counting is written once.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, Protocol

import duckdb

from ipak_cli.rollup.tables import ALL
from ipak_cli.rollup.views import VIEWS

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from ipak_cli.rollup.tables import Table

SETTINGS: Final[dict[str, str | bool | int | float | list[str]]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "preserve_insertion_order": True,
}


class Store(Protocol):
    """The tables, to be asked through ``db`` and written a batch at a time."""

    @property
    def db(self) -> duckdb.DuckDBPyConnection:
        """The connection; it sees what was written last."""

    @property
    def next_doc(self) -> int:
        """The number that the next document gets."""

    @property
    def changed(self) -> int:
        """A number that grows with every batch of documents or of what was seen of their files."""

    @property
    def settled(self) -> str:
        """What was in force decided from, as its last batch said."""

    def write(self, batch: Batch) -> None:
        """Take a batch whole, or not at all."""

    def merge(self) -> None:
        """Put together what many batches left; the tables say the same afterwards."""


class Batch:
    """Frames to be written together: those ``added`` to a table, and those that take a table's place.

    ``settled`` tells of a batch of what is in force from what that was decided; ``None`` leaves it.
    """

    def __init__(self) -> None:
        self.added: list[tuple[Table, pd.DataFrame]] = []
        self.replaced: list[tuple[Table, pd.DataFrame]] = []
        self.settled: str | None = None

    def add(self, table: Table, frame: pd.DataFrame) -> None:
        """Add rows to a table; none are nothing to add."""
        if len(frame):
            self.added.append((table, frame))

    def replace(self, table: Table, frame: pd.DataFrame) -> None:
        """Put rows into the place of all that a table had."""
        self.replaced.append((table, frame))


class MemoryStore:
    """Tables that last as long as the process."""

    def __init__(self) -> None:
        self.db: duckdb.DuckDBPyConnection = duckdb.connect(":memory:", config=SETTINGS)
        self.db.execute("CREATE SCHEMA kept")
        for table in ALL:
            self.db.execute(f'CREATE TABLE kept."{table.name}" ({table.definition})')
        self.db.execute(VIEWS)
        self.next_doc = 1
        self.changed = 0
        self.settled = ""

    def write(self, batch: Batch) -> None:
        """Take a batch."""
        self.changed += 1
        for table, frame in batch.replaced:
            self.db.execute(f'CREATE OR REPLACE TABLE kept."{table.name}" ({table.definition})')
            self._insert(table, frame)
        if batch.replaced:  # the units may have other columns now
            self.db.execute(VIEWS)
        for table, frame in batch.added:
            self._insert(table, frame)
            if table.name == "documents":
                self.next_doc += len(frame)

    def merge(self) -> None:
        """Leave the tables, which are whole."""

    def _insert(self, table: Table, frame: pd.DataFrame) -> None:
        with given(self.db, frame):
            self.db.execute(f'INSERT INTO kept."{table.name}" SELECT {table.select} FROM given')


def rows(db: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[Any, ...]]:
    """Return the rows that a question yields; its columns' types are what the SQL says."""
    found: list[tuple[Any, ...]] = db.execute(sql).fetchall()
    return found


@contextmanager
def given(db: duckdb.DuckDBPyConnection, frame: pd.DataFrame, name: str = "given") -> Iterator[None]:
    """Let questions name a frame as a table."""
    db.register(name, frame)
    try:
        yield
    finally:
        db.unregister(name)


def is_written(store: Store, batch: Batch) -> bool:
    """Tell whether the tables hold these very rows, so that nothing is written where nothing changed."""
    for table, frame in batch.replaced:
        with given(store.db, frame):
            try:
                [(different,)] = rows(
                    store.db,
                    f"""SELECT count(*) FROM (
                    (SELECT {table.select} FROM given EXCEPT ALL SELECT * FROM kept.{table.name}) UNION ALL
                    (SELECT * FROM kept.{table.name} EXCEPT ALL SELECT {table.select} FROM given))""",
                )
            except duckdb.Error:  # the list of units has other columns now
                return False
        if different:
            return False
    return True
