"""What every reader gives: a workbook of sheets whose cells keep the row and column they stand in."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain, takewhile
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ipak_cli.base.problem import Problem
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.column import Piece


@dataclass(frozen=True, slots=True)
class MergedRange:
    """A range of merged cells; rows and columns are counted from 1 and both ends belong to it."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @classmethod
    def between(cls, row: int, column: int, other_row: int, other_column: int) -> MergedRange:
        """Return the range between two corners, whichever is named first."""
        rows, columns = sorted((row, other_row)), sorted((column, other_column))
        return cls(rows[0], columns[0], rows[1], columns[1])


class Sheet(Protocol):
    """One worksheet, or a text file read with one separator; values are read when they are asked for."""

    @property
    def file(self) -> str:
        """The file's name, without its folder."""

    @property
    def name(self) -> str | None:
        """The worksheet's name; ``None`` for a text file."""

    @property
    def hidden(self) -> bool:
        """Whether the worksheet is hidden, by its menu or by a macro."""

    @property
    def hidden_rows(self) -> tuple[int, ...]:
        """The hidden and filtered rows, counted from 1, in order."""

    @property
    def merged(self) -> tuple[MergedRange, ...]:
        """The merged ranges."""

    @property
    def epoch_1904(self) -> bool:
        """Whether the file counts days from 1904 instead of 1900."""

    def head(self, rows: int = 60) -> list[list[Cell]]:
        """Return the first rows from A1 on, empty rows and columns included."""

    def pieces(self, rows: int = 50_000) -> Iterator[Piece]:
        """Yield the whole sheet in pieces of at most ``rows`` rows, in order, as often as it is called."""


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file that was opened: its name, the digest of the bytes that were read, and its worksheets."""

    file: str
    sha256: str
    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class PieceSheet:
    """A worksheet that a function reads, in pieces of at most so many rows, from the first row on."""

    file: str
    name: str | None
    read: Callable[[int], Iterator[Piece]] = field(repr=False)
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    merged: tuple[MergedRange, ...] = ()
    epoch_1904: bool = False

    def head(self, rows: int = 60) -> list[list[Cell]]:
        """Return the first rows from A1 on, empty rows and columns included."""
        # A piece may be shorter than was asked for, so that the head may stand in several.
        first = takewhile(lambda piece: piece.rows[0] <= rows, self.read(rows))
        cells = dict(chain.from_iterable(piece.only(piece.rows <= rows).cells() for piece in first))
        height = max((row for row, _ in cells), default=0)
        width = max((column for _, column in cells), default=0)
        grid: list[list[Cell]] = [[None] * width for _ in range(height)]
        for (row, column), value in cells.items():
            grid[row - 1][column - 1] = value
        return grid

    def pieces(self, rows: int = 50_000) -> Iterator[Piece]:
        """Yield the whole sheet in pieces of at most ``rows`` rows, as often as it is called."""
        return self.read(rows)
