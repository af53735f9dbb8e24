"""Sheets whose cells are kept in memory, for the formats that are read whole."""

from __future__ import annotations

import hashlib
from array import array
from dataclasses import dataclass, field
from math import isfinite
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.base.figures import grouped_int
from ipak_cli.base.problem import Problem, Where, problem
from ipak_cli.catalogue.files import (
    CELL_BEYOND_SHEET,
    CELL_WRITTEN_TWICE,
    CELLS_FAR_FROM_TABLE,
    CELLS_TOO_SCATTERED,
    LENGTH_OF_ALL_TEXTS,
    NO_WORKSHEET,
    NUMBER_OF_FILLED_CELLS,
    NUMBER_OF_MERGED_CELLS,
    NUMBER_OF_WORKSHEETS,
)
from ipak_cli.tables.cell import LAST_COLUMN, LAST_ROW, Cell, ErrorCell, address
from ipak_cli.tables.column import Piece
from ipak_cli.tables.number_format import Display, number_cell
from ipak_cli.tables.refusal import beyond, refusal
from ipak_cli.tables.workbook import PieceSheet, Workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from ipak_cli.tables.workbook import MergedRange

MOST_CELLS: Final = 500_000
"""Cells with content in one file: beyond that memory and patience end."""
MOST_PLACES: Final = 20_000_000
"""Rows in use times columns in use, in one sheet."""
MOST_SHEETS: Final = 255
"""Sheets in one file."""
MOST_MERGES: Final = 50_000
"""Merged ranges in one file."""
MOST_TEXT: Final = 16_000_000
"""Characters in the texts of one file, each different text once."""
FAR: Final = 10_000
"""So many empty rows above a cell make it a stray one."""
_PLACES_A_PIECE: Final = 1_000_000


@dataclass(slots=True)
class Allowance:
    """What one file may still bring in; ``file`` is its name for the problems."""

    file: str
    cells: int = MOST_CELLS
    sheets: int = MOST_SHEETS
    merges: int = MOST_MERGES
    characters: int = MOST_TEXT

    def take_cells(self, count: int) -> None:
        """Count cells; raises ``ProblemsFoundError`` when there are too many."""
        self.cells -= count
        if self.cells < 0:
            raise beyond(self.file, NUMBER_OF_FILLED_CELLS(), grouped_int(MOST_CELLS))

    def take_sheet(self) -> None:
        """Count a sheet; raises ``ProblemsFoundError`` when there are too many."""
        self.sheets -= 1
        if self.sheets < 0:
            raise beyond(self.file, NUMBER_OF_WORKSHEETS(), grouped_int(MOST_SHEETS))

    def take_text(self, text: str) -> None:
        """Count the characters of a text; raises ``ProblemsFoundError`` when there are too many."""
        self.characters -= len(text)
        if self.characters < 0:
            raise beyond(self.file, LENGTH_OF_ALL_TEXTS(), grouped_int(MOST_TEXT))

    def take_merge(self) -> None:
        """Count a merged range; raises ``ProblemsFoundError`` when there are too many."""
        self.merges -= 1
        if self.merges < 0:
            raise beyond(self.file, NUMBER_OF_MERGED_CELLS(), grouped_int(MOST_MERGES))


@dataclass(slots=True)
class SheetInMaking:
    """The cells of one sheet as its file names them, in any order; rows and columns count from 1."""

    allowance: Allowance
    name: str
    hidden: bool = False
    epoch_1904: bool = False
    merged: list[MergedRange] = field(default_factory=list)
    hidden_rows: array[int] = field(default_factory=lambda: array("q"))
    _rows: array[int] = field(default_factory=lambda: array("q"))
    _columns: array[int] = field(default_factory=lambda: array("q"))
    _values: list[Cell] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Count the sheet; raises ``ProblemsFoundError`` when there are too many."""
        self.allowance.take_sheet()

    def put(self, row: int, column: int, value: Cell) -> None:
        """Keep one cell; an empty one is forgotten. Raises ``ProblemsFoundError`` beyond the grid."""
        if value is None or value == "":
            return
        if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN):
            raise refusal(CELL_BEYOND_SHEET, self.allowance.file, self.name)
        self.allowance.take_cells(1)
        self._rows.append(row)
        self._columns.append(column)
        self._values.append(value)

    def merge(self, area: MergedRange) -> None:
        """Keep a merged range."""
        self.allowance.take_merge()
        self.merged.append(area)

    def done(self) -> tuple[PieceSheet, tuple[Problem, ...]]:
        """Return the sheet and the warning of stray cells; of its hidden rows those that hold something.

        Raises ``ProblemsFoundError`` when a cell is there twice, or when the cells lie too far apart.
        """
        cells = _Cells.sorted(self._rows, self._columns, self._values)
        cells.check(self.allowance.file, self.name)
        hidden = np.intersect1d(np.array(self.hidden_rows, dtype=np.int64), cells.used_rows)
        sheet = PieceSheet(
            file=self.allowance.file,
            name=self.name,
            read=cells.pieces,
            hidden=self.hidden,
            hidden_rows=tuple(hidden.tolist()),
            merged=tuple(self.merged),
            epoch_1904=self.epoch_1904,
        )
        return sheet, cells.stray(self.allowance.file, self.name)


@dataclass(frozen=True, slots=True, eq=False)
class _Cells:
    """Cells in the order of their rows, then columns; ``starts`` is where each row in use begins."""

    rows: npt.NDArray[np.int64]
    columns: npt.NDArray[np.int64]
    values: npt.NDArray[np.object_]
    used_rows: npt.NDArray[np.int64]
    used_columns: npt.NDArray[np.int64]
    starts: npt.NDArray[np.int64]

    @classmethod
    def sorted(cls, numbers: array[int], letters: array[int], found: list[Cell]) -> _Cells:
        rows, columns = (np.array(places, dtype=np.int64) for places in (numbers, letters))
        values = np.empty(len(found), dtype=object)
        values[:] = found
        order = np.lexsort((columns, rows))
        rows, columns, values = rows[order], columns[order], values[order]
        used_rows, starts = np.unique(rows, return_index=True)
        return cls(rows, columns, values, used_rows, np.unique(columns), np.append(starts, len(rows)))

    def check(self, file: str, sheet: str) -> None:
        twice = np.flatnonzero((np.diff(self.rows) == 0) & (np.diff(self.columns) == 0))
        if len(twice):
            raise refusal(CELL_WRITTEN_TWICE, file, sheet, self._address(int(twice[0])))
        if len(self.used_rows) * len(self.used_columns) > MOST_PLACES:
            counts = {
                "cells": len(self.rows),
                "rows": len(self.used_rows),
                "columns": len(self.used_columns),
            }
            raise refusal(CELLS_TOO_SCATTERED, file, sheet, **counts)

    def stray(self, file: str, sheet: str) -> tuple[Problem, ...]:
        """Warn of cells far below all others, and where the first is."""
        far = np.flatnonzero(np.diff(self.used_rows, prepend=0) > FAR)
        if not len(far):
            return ()
        first = int(self.starts[far[0]])
        place = self._address(first)
        count = len(self.rows) - first
        return (problem(CELLS_FAR_FROM_TABLE, Where(file, sheet, place), count=count, cells=place),)

    def pieces(self, rows: int) -> Iterator[Piece]:
        """Yield the rows in use, each piece with all columns in use, none larger than memory likes."""
        columns = self.used_columns
        size = max(1, min(rows, _PLACES_A_PIECE // max(1, len(columns))))
        for first in range(0, len(self.used_rows), size):
            mine = self.used_rows[first : first + size]
            part = slice(self.starts[first], self.starts[first + len(mine)])
            grid = np.full((len(mine), len(columns)), None, dtype=object)
            grid[np.searchsorted(mine, self.rows[part]), np.searchsorted(columns, self.columns[part])] = (
                self.values[part]
            )
            yield Piece.of(mine.tolist(), columns.tolist(), grid.flat)

    def _address(self, index: int) -> str:
        return address(int(self.rows[index]), int(self.columns[index]))


def finite_cell(value: float, shown: Display, *, epoch_1904: bool) -> Cell:
    """Return the cell for a number as it is stored; what is no number shows as an error."""
    return number_cell(value, shown, epoch_1904=epoch_1904) if isfinite(value) else ErrorCell("#NUM!")


def opened_workbook(
    file: str, data: bytes, sheets: list[SheetInMaking], problems: tuple[Problem, ...] = ()
) -> Workbook:
    """Return the finished workbook. Raises ``ProblemsFoundError`` when it has no sheet, or one beyond use."""
    if not sheets:
        raise refusal(NO_WORKSHEET, file)
    done = [sheet.done() for sheet in sheets]
    return Workbook(
        file=file,
        sha256=hashlib.sha256(data).hexdigest(),
        sheets=tuple(sheet for sheet, _ in done),
        problems=(*problems, *(stray for _, strays in done for stray in strays)),
    )
