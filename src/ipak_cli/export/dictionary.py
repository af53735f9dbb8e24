"""What a table of the export is: its columns with their meaning, its key, and the tables it refers to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

Value: TypeAlias = str | int | bool | Decimal | date | None
"""What a cell holds; a decimal has been rounded, half up, once. ``None`` is written as nothing at all."""
Row: TypeAlias = Mapping[str, Value]
"""A row by the names of its columns."""


class Kind(StrEnum):
    """What a column holds, by the names of the Table Schema."""

    TEXT = "string"
    WHOLE = "integer"
    NUMBER = "number"
    DAY = "date"
    FLAG = "boolean"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name for programs; title, meaning and unit for people; the texts that it may hold.

    A number has at most so many decimal ``places``.
    """

    name: str
    kind: Kind
    title: str
    description: str
    unit: str | None = None
    required: bool = False
    values: tuple[str, ...] = ()
    places: int = 2


@dataclass(frozen=True, slots=True)
class Reference:
    """Columns whose values stand in columns of the same names of another table, where they are its key."""

    columns: tuple[str, ...]
    table: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: a row says one thing, and ``key`` names the columns that tell rows apart."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class FilledTable:
    """A table with its rows."""

    table: Table
    rows: Sequence[Row]

    @property
    def cells(self) -> Sequence[tuple[Value, ...]]:
        """The rows in the order of the columns."""
        names = [column.name for column in self.table.columns]
        return [tuple(row[name] for name in names) for row in self.rows]
