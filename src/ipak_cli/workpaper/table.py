"""Tables of formulas: a column has one, in which ``{key}`` is the same row's cell of another column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.tables.cell import column_letters
from ipak_cli.workpaper.cells import Cell, Look
from ipak_cli.workpaper.paper import Place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.workpaper.book import Sheet
    from ipak_cli.workpaper.cells import Value
    from ipak_cli.workpaper.paper import Places

LABEL_COLUMNS: Final = 3
"""Columns of ``Hitung`` over which the name of a single value stands."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key, its head, its formula if it has one, the decimals of its numbers, its look."""

    key: str
    head: Value
    formula: str | None = None
    places: int = 0
    look: Look = Look.DERIVED


class _At(str):
    """A row's cell of a column, for a formula; ``head`` is the cell of the column's head."""

    __slots__ = ("head",)
    head: str


class Table:
    """A table that is written once; afterwards :meth:`range` returns its columns for other formulas."""

    def __init__(self, sheet: Sheet, kind: str, columns: Sequence[Column]) -> None:
        self._sheet, self._kind, self._columns = sheet, kind, columns
        self._numbers = {column.key: number for number, column in enumerate(columns, 1)}
        self._head = self._first = self._last = 0

    def range(self, key: str) -> str:
        """Return all cells of a column."""
        return self._sheet.ref(self._numbers[key], self._first, self._last)

    def write(self, rows: Mapping[str, Mapping[str, Value | Cell]], places: Places) -> None:
        """Write the head and a row for each of ``rows``, and note where each value stands.

        A row has a value for each column: what its formula comes to. What a row has beside them are words of
        its own for the formulas; a ``Cell`` stands in place of the column's formula.
        """
        heads = [Cell(column.head, Look.HEAD, None, _decimals(column.head)) for column in self._columns]
        self._head = self._sheet.put(*heads)
        self._first = self._sheet.row
        for name, values in rows.items():
            self._row(name, values, places)
        self._sheet.row = max(self._sheet.row, self._first + 1)  # an empty row stands for none
        self._last = self._sheet.row - 1

    def _row(self, name: str, values: Mapping[str, Value | Cell], places: Places) -> None:
        row = self._sheet.row
        words: dict[str, object] = dict(values)
        cells = []
        for key, number in self._numbers.items():
            at = _At(f"${column_letters(number)}{row}")
            at.head = f"${column_letters(number)}${self._head}"
            words[key] = at
        for column in self._columns:
            value = values[column.key]
            if isinstance(value, Cell):
                cells.append(value)
                continue
            # Words of a row may name its cells too.
            formula = column.formula and column.formula.format_map(words).format_map(words)
            cells.append(Cell(value, column.look, formula, column.places))
        self._sheet.put(*cells)
        for column, cell in zip(self._columns, cells, strict=True):
            ref = self._sheet.ref(self._numbers[column.key], row)
            places[self._kind, name, column.key] = Place(ref, cell.value, cell.places)


def _decimals(head: Value) -> int:
    return 0 if isinstance(head, str | int) else 2


def write_line(sheet: Sheet, places: Places, key: tuple[str, ...], label: str, cell: Cell) -> str:
    """Write a value with its name in a row of its own; return its cell."""
    row = sheet.labelled(label, cell, LABEL_COLUMNS)
    places[key] = Place(sheet.ref(LABEL_COLUMNS + 1, row), cell.value, cell.places)
    return places[key].ref
