"""Cells by their row and column, however far apart: what the readers fill that see one cell after another."""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.base.problem import Where, problem
from ipak_cli.catalogue.files import (
    CELL_BEYOND_SHEET,
    CELL_WRITTEN_TWICE,
    CELLS_BEFORE_ROW,
    CELLS_FAR_FROM_TABLE,
    CELLS_TOO_SCATTERED,
    SO_MANY_CELLS,
)
from ipak_cli.tables.cell import LAST_COLUMN, LAST_ROW, address
from ipak_cli.tables.column import Piece
from ipak_cli.tables.refusal import beyond, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.base.problem import Problem
    from ipak_cli.tables.cell import Cell

TOGETHER: Final = 500_000
"""Cells that are kept one by one, until their rows become a piece."""
FREE_AREA: Final = 1_000_000
AREA_PER_CELL: Final = 10
ROW_GAP: Final = 1_000
COLUMN_GAP: Final = 100
_NAMED: Final = 5


def too_spread(cells: int, rows: int, columns: int) -> bool:
    """Tell whether a table of so many rows and columns would be almost empty, and big."""
    return rows * columns > FREE_AREA + AREA_PER_CELL * cells


class Grid:
    """The cells of one sheet: ``pieces`` of many rows, and below them the ``rows`` that came last."""

    def __init__(self, file: str, sheet: str) -> None:
        self.file = file
        self.sheet = sheet
        self.rows: dict[int, dict[int, Cell]] = {}
        self.pieces: list[Piece] = []
        self._cells = 0

    def put(self, row: int, column: int, value: Cell) -> None:
        """Place a value. Raises ``ProblemsFoundError`` beyond the grid and where a value already stands."""
        if not (0 < row <= LAST_ROW and 0 < column <= LAST_COLUMN):
            raise refusal(CELL_BEYOND_SHEET, self.file, self.sheet)
        if value is None:
            return
        cells = self.rows.get(row)
        if cells is None:
            cells = self._begin(row)
        if column in cells:
            raise refusal(CELL_WRITTEN_TWICE, self.file, self.sheet, address(row, column))
        cells[column] = value
        self._cells += 1

    def _begin(self, row: int) -> dict[int, Cell]:
        if self._cells >= TOGETHER:
            self._set_aside()
        if self.pieces and row <= self.pieces[-1].rows[-1]:
            before = CELLS_BEFORE_ROW(row=row, sheet=self.sheet)
            raise beyond(self.file, before, SO_MANY_CELLS(count=TOGETHER))
        return self.rows.setdefault(row, {})

    def _set_aside(self) -> None:
        """Make a piece of the rows that are whole."""
        columns = self._in_order()
        self.pieces.append(piece_of(self.rows, list(self.rows), columns))
        self.rows, self._cells = {}, 0

    def is_spread(self) -> bool:
        """Tell whether the cells make a table that is almost empty, and big."""
        return too_spread(self._cells, len(self.rows), len(self._used_columns()))

    def finish(self) -> tuple[Problem, ...]:
        """Bring the rows in order and report far cells. Raises ``ProblemsFoundError`` for scattered ones."""
        self._in_order()
        return strays(self, self.pieces)

    def _in_order(self) -> list[int]:
        """Bring the rows in order, and return the columns in use; raise for cells that are scattered."""
        self.rows = dict(sorted(self.rows.items()))
        columns = self._used_columns()
        if self.is_spread():
            counts = {"cells": self._cells, "rows": len(self.rows), "columns": len(columns)}
            raise refusal(CELLS_TOO_SCATTERED, self.file, self.sheet, **counts)
        return columns

    def _used_columns(self) -> list[int]:
        return sorted({column for cells in self.rows.values() for column in cells})

    def read(self, rows: int) -> Iterator[Piece]:
        """Yield the cells in pieces of at most ``rows`` rows; empty rows are left out."""
        yield from chain.from_iterable(piece.parts(rows) for piece in self.pieces)
        used = self._used_columns()
        last = used[-1] if used else 0
        spread = too_spread(self._cells, len(self.rows), last)
        columns: Sequence[int] = used if spread else range(1, last + 1)
        numbers = list(self.rows)
        for start in range(0, len(numbers), rows):
            part = numbers[start : start + rows]
            yield piece_of(self.rows, part, columns)


def piece_of(rows: Mapping[int, Mapping[int, Cell]], numbers: Sequence[int], columns: Sequence[int]) -> Piece:
    """Return some of the rows, and some of their columns, as a piece."""
    return Piece.of(numbers, columns, chain.from_iterable(map(rows[row].get, columns) for row in numbers))


def stray_cells(file: str, sheet: str, far: Sequence[tuple[int, int]]) -> tuple[Problem, ...]:
    """Warn of cells, by row and column, that stand far from all others, if there are any."""
    if not far:
        return ()
    cells = ", ".join(address(*place) for place in far[:_NAMED]) + (" …" if len(far) > _NAMED else "")
    return (problem(CELLS_FAR_FROM_TABLE, Where(file, sheet, address(*far[0])), count=len(far), cells=cells),)


def strays(grid: Grid, pieces: Sequence[Piece]) -> tuple[Problem, ...]:
    """Warn of cells behind the first wide gap between rows or columns, of pieces and of a grid's own rows."""
    rows = np.unique(np.concatenate([list(grid.rows), *(piece.rows for piece in pieces)]).astype(np.int64))
    used = set().union(*grid.rows.values(), *(piece.columns for piece in pieces))
    last_row, last_column = before_gap(rows.tolist(), ROW_GAP), before_gap(sorted(used), COLUMN_GAP)
    far = [
        (row, column)
        for row, cells in grid.rows.items()
        for column in cells
        if row > last_row or column > last_column
    ]
    for piece in pieces:
        if piece.rows[-1] > last_row or max(piece.columns) > last_column:
            far += (place for place, _ in piece.cells() if place[0] > last_row or place[1] > last_column)
    return stray_cells(grid.file, grid.sheet, sorted(far))


def before_gap(numbers: list[int], gap: int) -> int:
    """Return the last number before a gap wider than ``gap``; the last of all where there is none."""
    for number, following in pairwise(numbers):
        if following - number > gap:
            return number
    return numbers[-1] if numbers else 0
