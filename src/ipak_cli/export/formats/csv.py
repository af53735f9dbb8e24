"""The export as text: UTF-8 without a mark, commas, a point before decimals, as programs expect it."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.export.dictionary import FilledTable, Value

FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet program would run: a text that begins so is written with an apostrophe before it."""


def render(tables: Sequence[FilledTable]) -> Mapping[str, bytes]:
    """Return a file a table."""
    return {f"{filled.table.name}.csv": _text(filled).encode() for filled in tables}


def _text(filled: FilledTable) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(column.name for column in filled.table.columns)
    writer.writerows(map(_written, row) for row in filled.cells)
    return text.getvalue()


def _written(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case str():
            return f"'{value}" if value.startswith(FORMULA_STARTS) else value
        case date():
            return value.isoformat()
        case _:
            return str(value)
