"""What every reader gives: a workbook of sheets whose cells keep the row and column they stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ipak_cli.cells import Cell
from ipak_cli.problems import Problem


@dataclass(frozen=True, slots=True)
class MergedRange:
    """A range of merged cells; rows and columns are counted from 1 and both ends belong to it."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Block:
    """Some rows of a sheet, in order: ``values[i][j]`` stands in row ``rows[i]``, column ``columns[j]``.

    Rows and columns are the sheet's own numbers, counted from 1; numbers that are left out are empty. Every
    row of ``values`` is as long as ``columns``, and an empty cell is ``None``.
    """

    rows: Sequence[int]
    columns: Sequence[int]
    values: Sequence[Sequence[Cell]]


Reader = Callable[[int], Iterator[Block]]
"""Reads a sheet from its first row, in blocks of at most so many rows; may be called more than once."""


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """One worksheet, or a text file's only table; the values are read when they are asked for."""

    file: str
    name: str | None
    read: Reader = field(repr=False)
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    merged: tuple[MergedRange, ...] = ()
    epoch_1904: bool = False

    def head(self, rows: int = 60) -> list[list[Cell]]:
        """Return the sheet's first rows from A1 on, empty rows and columns included."""
        grid: list[list[Cell]] = []
        for block in self.read(rows):
            width = block.columns[-1] if block.columns else 0
            for number, values in zip(block.rows, block.values, strict=True):
                if number > rows:
                    return grid
                grid.extend([None] * width for _ in range(len(grid), number))
                for column, value in zip(block.columns, values, strict=True):
                    grid[number - 1][column - 1] = value
        return grid

    def pieces(self, rows: int = 50_000) -> Iterator[pd.DataFrame]:
        """Yield the whole sheet as frames of Python values, labelled by row and column number from 1."""
        for block in self.read(rows):
            # Through numpy: pandas looks at every value of nested lists for a better type, five times slower.
            values = np.array(block.values, dtype=object).reshape(len(block.rows), len(block.columns))
            yield pd.DataFrame(values, index=list(block.rows), columns=list(block.columns))


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file that was opened: its name, the digest of the bytes that were read, and its worksheets."""

    file: str
    sha256: str
    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...] = ()
