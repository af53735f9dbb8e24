"""Sheets whose cells are kept in memory, for the formats that are read whole."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.cells import LAST_COLUMN, LAST_ROW, Cell, address
from ipak_cli.problems import Problem, ProblemsFoundError, Where, problem
from ipak_cli.sheets.workbook import Block, BlockSheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from ipak_cli.sheets.workbook import MergedRange

MOST_CELLS: Final = 1_000_000
"""Cells with content in one file: beyond that memory and patience end."""
MOST_PLACES: Final = 20_000_000
"""Rows in use times columns in use, in one sheet."""
MOST_MERGES: Final = 100_000
"""Merged ranges in one file."""
FAR: Final = 10_000
"""So many empty rows above a cell make it a stray one."""
_PLACES_A_BLOCK: Final = 1_000_000


@dataclass(slots=True)
class Allowance:
    """What one file may still bring in; ``file`` is its name for the problems."""

    file: str
    cells: int = MOST_CELLS
    merges: int = MOST_MERGES

    def take_cells(self, count: int) -> None:
        """Count cells; raises ``ProblemsFoundError`` when there are too many."""
        self.cells -= count
        if self.cells < 0:
            raise too_large(self.file, "jumlah sel", MOST_CELLS)

    def take_merge(self) -> None:
        """Count a merged range; raises ``ProblemsFoundError`` when there are too many."""
        self.merges -= 1
        if self.merges < 0:
            raise too_large(self.file, "jumlah sel gabungan", MOST_MERGES)


@dataclass(slots=True)
class SheetInMaking:
    """The cells of one sheet as its file names them, in any order; rows and columns count from 1."""

    allowance: Allowance
    name: str
    hidden: bool = False
    epoch_1904: bool = False
    merged: list[MergedRange] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    _rows: array[int] = field(default_factory=lambda: array("q"))
    _columns: array[int] = field(default_factory=lambda: array("q"))
    _values: list[Cell] = field(default_factory=list)

    def put(self, row: int, column: int, value: Cell) -> None:
        """Keep one cell; an empty one is forgotten. Raises ``ProblemsFoundError`` beyond the grid."""
        if value is None or value == "":
            return
        if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN):
            raise refused("F113", Where(self.allowance.file, self.name))
        self.allowance.take_cells(1)
        self._rows.append(row)
        self._columns.append(column)
        self._values.append(value)

    def merge(self, area: MergedRange) -> None:
        """Keep a merged range."""
        self.allowance.take_merge()
        self.merged.append(area)

    def done(self) -> tuple[BlockSheet, tuple[Problem, ...]]:
        """Return the sheet and the warning of stray cells; of its hidden rows those that hold something.

        Raises ``ProblemsFoundError`` when a cell is there twice, or when the cells lie too far apart.
        """
        where = Where(self.allowance.file, self.name)
        cells = _Cells.sorted(self._rows, self._columns, self._values)
        cells.check(where)
        hidden = self.hidden_rows.intersection(cells.used_rows.tolist()) if self.hidden_rows else ()
        sheet = BlockSheet(
            file=self.allowance.file,
            name=self.name,
            read=cells.blocks,
            hidden=self.hidden,
            hidden_rows=tuple(sorted(hidden)),
            merged=tuple(self.merged),
            epoch_1904=self.epoch_1904,
        )
        return sheet, cells.stray(where)


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

    def check(self, where: Where) -> None:
        twice = np.flatnonzero((np.diff(self.rows) == 0) & (np.diff(self.columns) == 0))
        if len(twice):
            raise refused("F114", Where(where.file, where.sheet, self._address(int(twice[0]))))
        if len(self.used_rows) * len(self.used_columns) > MOST_PLACES:
            counts = {
                "cells": len(self.rows),
                "rows": len(self.used_rows),
                "columns": len(self.used_columns),
            }
            raise refused("F117", where, **counts)

    def stray(self, where: Where) -> tuple[Problem, ...]:
        """Warn of cells far below all others, and where the first is."""
        far = np.flatnonzero(np.diff(self.used_rows, prepend=0) > FAR)
        if not len(far):
            return ()
        first = int(self.starts[far[0]])
        place = self._address(first)
        count = len(self.rows) - first
        return (problem("F112", Where(where.file, where.sheet, place), count=count, cells=place),)

    def blocks(self, rows: int) -> Iterator[Block]:
        """Yield the rows in use, each block with all columns in use, none larger than memory likes."""
        columns = self.used_columns
        size = max(1, min(rows, _PLACES_A_BLOCK // max(1, len(columns))))
        for first in range(0, len(self.used_rows), size):
            mine = self.used_rows[first : first + size]
            part = slice(self.starts[first], self.starts[first + len(mine)])
            grid = np.full((len(mine), len(columns)), None, dtype=object)
            grid[np.searchsorted(mine, self.rows[part]), np.searchsorted(columns, self.columns[part])] = (
                self.values[part]
            )
            yield Block(mine.tolist(), columns.tolist(), grid.tolist())

    def _address(self, index: int) -> str:
        return address(int(self.rows[index]), int(self.columns[index]))


def refused(code: str, where: Where, /, **values: object) -> ProblemsFoundError:
    """Return the refusal of a file, to be raised."""
    return ProblemsFoundError([problem(code, where, **values)])


def damaged(file: str, kind: str) -> ProblemsFoundError:
    """Return the refusal of a damaged file of a ``kind`` (``".xls"``), to be raised."""
    return refused("F108", Where(file), reason=f"susunannya bukan susunan {kind} yang utuh")


def too_large(file: str, what: str, limit: int) -> ProblemsFoundError:
    """Return the refusal of a file that holds more than ``limit``, to be raised."""
    return refused("F109", Where(file), what=what, limit=f"{limit:,}".replace(",", "."))
