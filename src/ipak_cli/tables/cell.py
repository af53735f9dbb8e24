"""Cells as values: what a spreadsheet cell can hold besides text and numbers, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LAST_ROW: Final = 1_048_576
LAST_COLUMN: Final = 16_384


@dataclass(frozen=True, slots=True)
class ErrorCell:
    """A cell that shows an error such as ``#REF!``."""

    text: str


@dataclass(frozen=True, slots=True)
class UncachedFormula:
    """A formula whose value no program has stored yet."""


@dataclass(frozen=True, slots=True)
class PercentCell:
    """A number that the cell shows as a percentage; ``value`` is the fraction (1.0 for 100 %)."""

    value: float


Cell = (
    str
    | int
    | float
    | bool
    | datetime
    | date
    | time
    | timedelta
    | ErrorCell
    | UncachedFormula
    | PercentCell
    | None
)
"""One cell's value; ``None`` is an empty cell (a cell with only white space is text)."""


def column_letters(column: int) -> str:
    """Return the letters of a column counted from 1: ``1 -> "A"``, ``28 -> "AB"``."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Undo :func:`column_letters`."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def address(row: int, column: int) -> str:
    """Return the address that Excel shows, row and column counted from 1: ``(17, 8) -> "H17"``."""
    return f"{column_letters(column)}{row}"


def position(text: str) -> tuple[int, int]:
    """Return row and column of an address, counted from 1: ``"AA17" -> (17, 27)``."""
    letters = text.rstrip("0123456789")
    return int(text[len(letters) :]), column_number(letters)


def spans(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Gather sorted row numbers into runs without a gap: ``[5, 9, 10, 11] -> [(5, 5), (9, 11)]``."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and row == found[-1][1] + 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found


def row_ranges(rows: list[int]) -> str:
    """Write sorted row numbers shortly: ``[5, 9, 10, 11] -> "5, 9–11"``."""
    return spans_text(spans(rows))


def spans_text(runs: Sequence[tuple[int, int]]) -> str:
    """Write runs of row numbers: ``[(5, 5), (9, 11)] -> "5, 9–11"``."""
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)


class Addresses:
    """Where a table's cells and rows stand in their sheet: as they are, unless the table was turned.

    ``joined_by`` is the column that told which of a sheet's rows are one row of the table, if any did.
    """

    joined_by: int | None = None
    lacks_rows: bool = False
    """Whether what is blank in the table may stand in a row of the sheet that could not be put into it."""

    def has_row(self, row: int, column: int) -> bool:  # noqa: ARG002 (a turned table asks for them)
        """Tell whether a cell of the table stands in the sheet, if only as a blank one."""
        return True

    def cell(self, row: int, column: int) -> str:
        """Return the address of a cell."""
        return address(row, column)

    def runs(self, rows: Sequence[tuple[int, int]], column: int) -> Iterator[tuple[str, int]]:
        """Yield the cells of a column in runs of rows: ``F5:F9``, and how many cells that are."""
        for first, last in rows:
            if first == last:
                yield address(first, column), 1
            else:
                yield f"{address(first, column)}:{address(last, column)}", last - first + 1

    def rows(self, runs: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
        """Return the sheet's rows in which the rows of a table stand, in order, as runs."""
        return runs


AS_IT_STANDS: Final = Addresses()
"""The addresses of a table that is read as its sheet has it."""
