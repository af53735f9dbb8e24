"""A sheet's table: its header by the columns' names, and the rows below it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

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
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.pekppp.book.names import Form
    from ipak_cli.tables.workbook import Sheet, Workbook

Grid: TypeAlias = list[list[Cell]]
"""A sheet's cells from A1 on."""
ROWS: Final = 10_000
COLUMNS: Final = 100
"""What is read of a sheet at most; an instrument needs a few hundred rows, and what is not found is named."""
_FEWEST: Final = 2
"""Columns by whose names a header is known; one alone may stand in any sentence."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row below a header: its number in the sheet, and its cells by the names of the columns found."""

    number: int
    cells: Mapping[str, Cell]

    def shown(self, column: str) -> str:
        """Return a cell as its reader sees it; empty where there is no such column."""
        return shown(self.cells.get(column))

    def filled(self, form: Form) -> dict[str, Cell]:
        """Return what the input columns hold, by their names; blank cells are left out."""
        cells = ((name, self.cells.get(name)) for name in form.inputs)
        return {name: cell for name, cell in cells if not is_blank(cell)}


@dataclass(frozen=True, slots=True)
class Table:
    """A form's table: its sheet, its header's row, its columns by name, counted from 1, and its rows.

    ``above`` are the rows over the header. Where no header was found, there is nothing of all this.
    """

    form: Form
    where: Where
    header: int = 0
    columns: Mapping[str, int] = field(default_factory=dict)
    above: Grid = field(default_factory=list)
    rows: tuple[Row, ...] = ()

    def place(self, row: int, column: str) -> Where:
        """Return the place of a cell; of the row's first cell where there is no such column."""
        return self.cell(row, self.columns.get(column, 1))

    def cell(self, row: int, column: int) -> Where:
        """Return the place of the cell in a row and a column, both counted from 1."""
        return Where(self.where.file, self.where.sheet, address(row, column))


def sheet_named(workbook: Workbook, name: str) -> Sheet | None:
    """Return the sheet of a name; else the only one of that name, letter case and spacing aside."""
    exact = [sheet for sheet in workbook.sheets if sheet.name == name]
    alike = exact or [sheet for sheet in workbook.sheets if normalise(sheet.name or "") == normalise(name)]
    return alike[0] if len(alike) == 1 else None


def cells_of(sheet: Sheet) -> Grid:
    """Return a sheet's cells from A1 on, every row as wide as its part of the sheet."""
    rows: Grid = []
    for piece in sheet.pieces(ROWS):
        frame = piece.frame()
        columns = [column for column in map(int, frame.columns) if column <= COLUMNS]
        for number, values in zip(map(int, frame.index), frame.to_numpy(), strict=True):
            if number > ROWS:
                return rows
            rows += [[] for _ in range(number - len(rows))]
            rows[-1] = [None] * max(columns, default=0)
            for column, value in zip(columns, values, strict=False):
                rows[-1][column - 1] = value
    return rows


def cell_at(rows: Grid, row: int, column: int) -> Cell:
    """Return a cell by row and column, counted from 1; ``None`` outside the grid."""
    inside = 0 < row <= len(rows) and 0 < column <= len(rows[row - 1])
    return rows[row - 1][column - 1] if inside else None


def find_table(workbook: Workbook, form: Form) -> tuple[Table, tuple[Problem, ...]]:
    """Find a form's sheet and header, and say what of it is missing, doubled, merged or hidden."""
    sheet = sheet_named(workbook, form.sheet)
    if sheet is None:
        names = ", ".join(f"“{each.name or ''}”" for each in workbook.sheets)
        where = Where(workbook.file)
        return Table(form, where), (problem(SHEET_MISSING, where, sheet=form.sheet, sheets=names),)
    rows, where = cells_of(sheet), Where(workbook.file, sheet.name or "")
    header, found = _header(rows, form)
    if len(found) < _FEWEST:
        fault = problem(HEADER_ROW_NOT_FOUND, where, columns=InFull(", ".join(form.read)))
        return Table(form, where), (fault,)
    columns = {name: numbers[0] for name, numbers in found.items() if len(numbers) == 1}
    below = tuple(
        Row(number, {name: cell_at(rows, number, column) for name, column in columns.items()})
        for number in range(header + 1, len(rows) + 1)
    )
    table = Table(form, where, header, columns, rows[: header - 1], below)
    return table, (*_column_faults(found, table), *_merged(sheet, table), *_hidden(sheet, table))


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


def _column_faults(found: Mapping[str, Sequence[int]], table: Table) -> Iterator[Problem]:
    for name in table.form.read:
        if name not in found:
            code = OPTIONAL_COLUMN_MISSING if name in table.form.extras else COLUMN_MISSING
            yield problem(code, table.place(table.header, name), column=name)
        elif len(found[name]) > 1:
            cells = ", ".join(address(table.header, column) for column in found[name])
            second = table.cell(table.header, found[name][1])
            yield problem(HEADER_IN_SEVERAL_COLUMNS, second, column=name, cells=cells)


def _merged(sheet: Sheet, table: Table) -> Iterator[Problem]:
    """Report merged cells in the input columns below the header; elsewhere they hide nothing."""
    inputs = [table.columns[name] for name in table.form.inputs if name in table.columns]
    for area in sheet.merged:
        hides = any(area.first_column <= column <= area.last_column for column in inputs)
        if hides and area.last_row > table.header:
            first = table.cell(area.first_row, area.first_column)
            last = address(area.last_row, area.last_column)
            yield problem(MERGED_ENTRY_CELLS, first, range=f"{first.cell}:{last}")


def _hidden(sheet: Sheet, table: Table) -> Iterator[Problem]:
    named = {row.number for row in table.rows if row.shown(table.form.key)}
    hidden = [row for row in sheet.hidden_rows if row in named]
    if hidden:
        yield problem(HIDDEN_ROWS_READ, table.where, count=len(hidden), rows=row_ranges(hidden))
