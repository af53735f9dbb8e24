"""One sheet of many as a sheet for each: the rows divided by what a column says, read by the usual readers.

A sheet of a part begins with the rows of the header; behind them stand the part's rows, one below the other,
so that whoever reads it need not know of the others. ``row`` tells where a row stood.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Protocol

import numpy as np

from ipak_cli.tables.column import Piece
from ipak_cli.tables.workbook import MergedRange, PieceSheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import numpy.typing as npt

    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.workbook import Sheet

    Rows = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Division:
    """How to divide: the rows of the header, the column (from 1), and which parts to keep."""

    head_rows: int
    column: int
    keeps: Callable[[str], bool]


class Divided(Protocol):
    """The parts of a sheet, by what their rows say in the column; ``""`` for rows that say nothing."""

    @property
    def labels(self) -> tuple[str, ...]:
        """The parts, in the order of their names."""

    def sheet(self, label: str) -> Sheet:
        """Return one part as a sheet of its own."""

    def rows(self, label: str) -> Rows:
        """Return the numbers, in the whole sheet, of the rows of a part below the header."""


def label_of(cell: Cell) -> str:
    """Return what a cell says of its row's part: its text with single spaces."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else " ".join(str(cell).split())


@dataclass(frozen=True, slots=True, eq=False)
class DividedPieces:
    """A sheet whose rows fit in memory: a worksheet, which is no longer than programs write them."""

    whole: Sheet
    head: Piece
    parts: Mapping[str, Sequence[Piece]]

    @classmethod
    def of(cls, sheet: Sheet, division: Division) -> DividedPieces:
        """Read a sheet and divide it."""
        heads: list[Piece] = []
        parts: dict[str, list[Piece]] = {}
        for piece in sheet.pieces():
            below = piece.rows > division.head_rows
            if not below.all():
                heads.append(piece.only(~below))
                piece = piece.only(below)  # noqa: PLW2901 (the rest of it)
            for label, rows in _by_label(piece, division.column):
                if division.keeps(label):
                    parts.setdefault(label, []).append(piece.only(rows))
        return cls(sheet, Piece.joined([Piece.of([], [], []), *heads]), parts)

    @property
    def labels(self) -> tuple[str, ...]:
        """The parts, in the order of their names."""
        return tuple(sorted(self.parts))

    def rows(self, label: str) -> Rows:
        """Return the numbers, in the whole sheet, of the rows of a part."""
        return np.concatenate([part.rows for part in self.parts[label]])

    def sheet(self, label: str) -> Sheet:
        """Return one part as a sheet of its own."""
        whole, rows, head = self.whole, self.rows(label), self._head_rows
        hidden = np.flatnonzero(np.isin(rows, whole.hidden_rows)) + head + 1

        def read(most: int) -> Iterator[Piece]:
            first = head + 1
            yield from self.head.parts(most) if len(self.head.rows) else ()
            for part in chain.from_iterable(piece.parts(most) for piece in self.parts[label]):
                yield Piece(np.arange(first, first + len(part.rows)), part.columns)
                first += len(part.rows)

        return PieceSheet(
            file=whole.file,
            name=whole.name,
            read=read,
            hidden=whole.hidden,
            hidden_rows=tuple(hidden.tolist()),
            merged=tuple(self._merged(rows)),
            epoch_1904=whole.epoch_1904,
        )

    @property
    def _head_rows(self) -> int:
        return int(self.head.rows[-1]) if len(self.head.rows) else 0

    def _merged(self, rows: Rows) -> Iterator[MergedRange]:
        for area in self.whole.merged:
            if area.last_row <= self._head_rows:
                yield area
                continue
            first, last = np.searchsorted(rows, (area.first_row, area.last_row + 1)).tolist()
            if first < last:
                begin = self._head_rows + 1
                yield MergedRange(begin + first, area.first_column, begin + last - 1, area.last_column)


def _by_label(piece: Piece, number: int) -> Iterator[tuple[str, npt.NDArray[np.intp]]]:
    """Yield the rows of a piece (counted from 0) that say the same in a column."""
    if not len(piece.rows):
        return
    if number not in piece.columns:
        yield "", np.arange(len(piece.rows))
        return
    column = piece.columns[number].texts(label_of)
    order = np.argsort(column.codes, kind="stable")
    codes = column.codes[order]
    starts = np.flatnonzero(np.diff(codes, prepend=-2))
    for start, end in zip(starts.tolist(), [*starts[1:].tolist(), len(codes)], strict=True):
        code = int(codes[start])
        yield "" if code < 0 else str(column.values.cells[code]), order[start:end]
