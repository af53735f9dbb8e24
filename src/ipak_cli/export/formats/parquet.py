"""The export as Parquet files, with exact decimals, dates and truth values."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import duckdb

from ipak_cli.export.dictionary import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.export.dictionary import Column, FilledTable

_SETTINGS: Final[dict[str, str | bool | int | float | list[str]]] = {
    "threads": 1,  # rows stay in their order, and the file is the same everywhere
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
_TYPES: Final = {Kind.TEXT: "VARCHAR", Kind.WHOLE: "BIGINT", Kind.DAY: "DATE", Kind.FLAG: "BOOLEAN"}


def render(tables: Sequence[FilledTable]) -> Mapping[str, bytes]:
    """Return a file a table."""
    with TemporaryDirectory(prefix="ipak-") as folder:
        return {f"{filled.table.name}.parquet": _file(filled, Path(folder)) for filled in tables}


def _file(filled: FilledTable, folder: Path) -> bytes:
    path = folder / f"{filled.table.name}.parquet"
    with duckdb.connect(":memory:", config=_SETTINGS) as database:
        names = ", ".join(f'"{column.name}" {_type(column)}' for column in filled.table.columns)
        database.execute(f"CREATE TABLE data ({names})")
        data = database.table("data")
        for row in filled.cells:
            data.insert(row)
        data.write_parquet(str(path))
    return path.read_bytes()


def _type(column: Column) -> str:
    return f"DECIMAL(18, {column.places})" if column.kind is Kind.NUMBER else _TYPES[column.kind]
