"""A sheet's table: its header by the columns' names, its rows by what names them, wherever they stand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pandas as pd

from ipak_cli.base.message import InFull
from ipak_cli.base.problem import Problem, Where, problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.pekppp import (
    COLUMN_MISSING,
    HEADER_IN_SEVERAL_COLUMNS,
    HEADER_ROW_NOT_FOUND,
    HIDDEN_ROWS_READ,
    MERGED_ENTRY_CELLS,
    OPTIONAL_COLUMN_MISSING,
    SHEET_MISSING,
)
from ipak_cli.pekppp.book.cell_values import is_blank, shown
from ipak_cli.tables.cell import Cell, address, row_ranges

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ipak_cli.pekppp.book.names import Form

Grid = list[list[Cell]]
_FEWEST: Final = 2
"""Columns by whose names a header is known; one alone may stand in any sentence."""


class Area(NamedTuple):
    """A range of merged cells; rows and columns are counted from 1 and both ends belong to it."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class SheetGrid:
    """A sheet as it was opened: its cells from A1 on, its hidden rows and merged ranges."""

    name: str
    rows: Grid
    hidden_rows: tuple[int, ...] = ()
    merged: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True)
class BookGrid:
    """A workbook as it was opened: the file's name, without its folder, and its sheets."""

    file: str
    sheets: tuple[SheetGrid, ...]

    def sheet(self, name: str) -> SheetGrid | None:
        """Return the sheet of a name; else the only one of that name, letter case and spacing aside."""
        exact = [sheet for sheet in self.sheets if sheet.name == name]
        alike = exact or [sheet for sheet in self.sheets if normalise(sheet.name) == normalise(name)]
        return alike[0] if len(alike) == 1 else None


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a table stands: its file and sheet, its header's row, its columns by name, counted from 1."""

    form: Form
    where: Where
    header: int
    columns: Mapping[str, int]

    def place(self, row: int, column: str) -> Where:
        """Return the place of a cell; of the row's first cell where there is no such column."""
        return Where(self.where.file, self.where.sheet, address(row, self.columns.get(column, 1)))


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table that was found: its layout, the sheet's rows above its header, and the cells below it.

    ``cells`` has the columns that were found, by name, and the sheet's row numbers as its index.
    """

    layout: Layout
    above: Grid
    cells: pd.DataFrame

    def shown(self, column: str) -> pd.Series[str]:
        """Return a column as its reader sees it; empty where there is no such column."""
        cells = self.cells[column] if column in self.cells else [None] * len(self.cells)
        return pd.Series([shown(cell) for cell in cells], index=self.cells.index, dtype=object)

    def inputs(self) -> pd.Series[Any]:
        """Return for each row what its input columns hold, by their names; blank cells are left out."""
        names = [name for name in self.layout.form.inputs if name in self.cells]
        filled = [
            {name: cell for name, cell in zip(names, row, strict=True) if not is_blank(cell)}
            for row in self.cells[names].to_numpy()
        ]
        return pd.Series(filled, index=self.cells.index, dtype=object)


def find_table(book: BookGrid, form: Form) -> tuple[Table | None, tuple[Problem, ...]]:
    """Find a form's sheet and header, and say what of it is missing, doubled, merged or hidden."""
    sheet = book.sheet(form.sheet)
    if sheet is None:
        names = ", ".join(f"“{each.name}”" for each in book.sheets)
        return None, (problem(SHEET_MISSING, Where(book.file), sheet=form.sheet, sheets=names),)
    where = Where(book.file, sheet.name)
    header, found = _header(sheet.rows, form)
    if len(found) < _FEWEST:
        return None, (problem(HEADER_ROW_NOT_FOUND, where, columns=InFull(", ".join(form.read))),)
    columns = {name: numbers[0] for name, numbers in found.items() if len(numbers) == 1}
    layout = Layout(form, where, header, columns)
    table = Table(layout, sheet.rows[: header - 1], _below(sheet.rows, layout))
    return table, (*_column_faults(found, layout), *_merged(sheet.merged, layout), *_hidden(sheet, table))


def cell_at(rows: Grid, row: int, column: int) -> Cell:
    """Return a cell by row and column, counted from 1; ``None`` outside the grid."""
    inside = 0 < row <= len(rows) and 0 < column <= len(rows[row - 1])
    return rows[row - 1][column - 1] if inside else None


def _header(rows: Grid, form: Form) -> tuple[int, Mapping[str, Sequence[int]]]:
    """Return the row that names most columns, and where each name stands in it."""
    best: tuple[int, Mapping[str, Sequence[int]]] = (0, {})
    names = {normalise(name): name for name in form.read}
    for number, row in enumerate(rows, start=1):
        found: defaultdict[str, list[int]] = defaultdict(list)
        for column, cell in enumerate(row, start=1):
            if isinstance(cell, str) and (name := names.get(normalise(cell))):
                found[name].append(column)
        if len(found) > len(best[1]):
            best = number, found
    return best


def _below(rows: Grid, layout: Layout) -> pd.DataFrame:
    numbers = range(layout.header + 1, len(rows) + 1)
    cells = {
        name: [cell_at(rows, number, column) for number in numbers] for name, column in layout.columns.items()
    }
    return pd.DataFrame(cells, index=pd.Index(numbers, dtype=int), dtype=object)


def _column_faults(found: Mapping[str, Sequence[int]], layout: Layout) -> Iterator[Problem]:
    for name in layout.form.read:
        if name not in found:
            code = OPTIONAL_COLUMN_MISSING if name in layout.form.extras else COLUMN_MISSING
            yield problem(code, layout.place(layout.header, name), column=name)
        elif len(found[name]) > 1:
            cells = [address(layout.header, column) for column in found[name]]
            where = Where(layout.where.file, layout.where.sheet, cells[1])
            yield problem(HEADER_IN_SEVERAL_COLUMNS, where, column=name, cells=", ".join(cells))


def _merged(merged: Iterable[Area], layout: Layout) -> Iterator[Problem]:
    """Report merged cells in the input columns below the header; elsewhere they hide nothing."""
    inputs = [layout.columns[name] for name in layout.form.inputs if name in layout.columns]
    for area in merged:
        hides = any(area.first_column <= column <= area.last_column for column in inputs)
        if hides and area.last_row > layout.header:
            first = address(area.first_row, area.first_column)
            last = address(area.last_row, area.last_column)
            where = Where(layout.where.file, layout.where.sheet, first)
            yield problem(MERGED_ENTRY_CELLS, where, range=f"{first}:{last}")


def _hidden(sheet: SheetGrid, table: Table) -> Iterator[Problem]:
    named = table.shown(table.layout.form.key).ne("")
    hidden = [row for row in sheet.hidden_rows if row in named.index[named]]
    if hidden:
        yield problem(HIDDEN_ROWS_READ, table.layout.where, count=len(hidden), rows=row_ranges(hidden))
