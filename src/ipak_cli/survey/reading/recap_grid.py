"""The cells of a sheet in which a recap is looked for, as they stand or with rows and columns exchanged."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Where
from ipak_cli.tables.cell import address
from ipak_cli.tables.column import as_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.tables.cell import Cell

NOTHING: Final = frozenset({"", "-", "–", "—"})
"""What stands where there is no number."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells, counted from 0, and where they stand in their sheet.

    ``first`` is the sheet's row of the first row, or column where the grid is ``turned``; ``as_typed`` tells
    texts that somebody typed from those that a program wrote into a text file.
    """

    where: Where
    rows: Sequence[Sequence[Cell]]
    turned: bool = False
    first: int = 1
    as_typed: bool = True

    @property
    def height(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max(map(len, self.rows), default=0)

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell; ``None`` beyond the last."""
        cells = self.rows[row]
        return cells[column] if 0 <= column < len(cells) else None

    def text(self, row: int, column: int) -> str:
        """Return a cell as one line of text."""
        return as_text(self.cell(row, column))

    def is_blank(self, row: int, column: int) -> bool:
        """Tell whether a cell holds nothing, or a dash."""
        return self.text(row, column) in NOTHING

    def filled(self, row: int) -> list[int]:
        """Return the columns of a row that hold something."""
        return [column for column in range(len(self.rows[row])) if self.text(row, column)]

    def at(self, row: int, column: int) -> Where:
        """Return the place of a cell in its sheet."""
        if self.turned:
            row, column = column, row
            return Where(self.where.file, self.where.sheet, address(row + self.first, column + 1))
        return Where(self.where.file, self.where.sheet, address(row + self.first, column + 1))

    def turn(self, first: int = 0) -> Grid:
        """Return the grid from a row on with rows and columns exchanged."""
        rows = [list(column) for column in zip_longest(*self.rows[first:])]
        return Grid(self.where, rows, not self.turned, self.first + first, self.as_typed)
