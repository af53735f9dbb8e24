"""Where the header of a service users' survey stands, and the titles of its columns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from ipak_cli.f03.cells import HIGHEST, Read, read_cell
from ipak_cli.f03.headers import Asks, heading_of, is_title
from ipak_cli.tables.column import is_blank

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.rubric.pekppp import UsersSurvey
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.column import Piece

Line: TypeAlias = "tuple[int, Mapping[int, Cell]]"
"""A row's number and its cells that are not blank by their column's number."""

_ROWS: Final = 60
"""Rows among which the header is looked for."""
_ABOVE: Final = 2
"""Rows above the header in which a group's title may stand."""


@dataclass(frozen=True, slots=True)
class UsersHeader:
    """The header's lowest row (0: there is none) and each column's titles, the nearest to its cells first."""

    row: int = 0
    titles: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


def find_head(piece: Piece, survey: UsersSurvey | None) -> UsersHeader:
    """Find the header: the first row with most titles; codes or numbers of questions may stand below it."""
    lines = _lines(piece)
    if not lines:
        return UsersHeader()
    best = max(range(len(lines)), key=lambda place: _titles(lines[place][1]))
    last = best
    while last + 1 < len(lines) and _belongs(lines[last + 1][1], survey):
        last += 1
    rows = [cells for _, cells in lines[: last + 1]]
    return UsersHeader(lines[last][0], {column: _stack(rows, best, column) for column in piece.columns})


def _lines(piece: Piece) -> list[Line]:
    first = piece.only(piece.rows <= (piece.rows.min(initial=1) + _ROWS))
    lines: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in first.cells():
        if not is_blank(cell):
            lines.setdefault(row, {})[column] = cell
    return sorted((row, dict(sorted(cells.items()))) for row, cells in lines.items())


def _titles(cells: Mapping[int, Cell]) -> int:
    """Tell how much like a header a row is: its titles and question numbers, without what may be answers."""
    numbers = _question_numbers(cells)
    rest = [cell for column, cell in cells.items() if column not in numbers]
    answers = sum(read_cell(cell) >= 0 for cell in rest)
    return len(numbers) + sum(is_title(cell) and read_cell(cell) != Read.DATE for cell in rest) - answers


def _belongs(cells: Mapping[int, Cell], survey: UsersSurvey | None) -> bool:
    """Tell a further row of the header: numbers of columns, or codes of questions."""
    if _question_numbers(cells):
        return True
    told = [heading_of([str(cell)], survey) for cell in cells.values() if is_title(cell)]
    return 2 * sum(each.asks is Asks.QUESTION for each in told) > len(cells)


def _question_numbers(cells: Mapping[int, Cell]) -> Mapping[int, int]:
    """Return the run 1, 2, 3 ... at a row's end, if it goes beyond the scale: no one answers like that.

    Titles such as those of totals may stand behind it.
    """
    numbers = {column: _whole(cell) for column, cell in cells.items()}
    ones = [column for column, number in numbers.items() if number == 1]
    last = max((column for column, number in numbers.items() if number is not None), default=0)
    behind = any(not is_title(cell) for column, cell in cells.items() if column > last)
    run = {column: number for column, number in numbers.items() if ones and ones[-1] <= column <= last}
    if behind:
        return {}
    found = {column: number for column, number in run.items() if number is not None}
    counted = list(found.values()) == list(range(1, len(run) + 1))
    return found if counted and len(run) > HIGHEST else {}


def _whole(cell: Cell) -> int | None:
    if isinstance(cell, str):
        text = cell.strip(" .()")
        return int(text) if text.isdecimal() and len(text) <= 2 else None
    return int(cell) if isinstance(cell, int | float) and cell in range(100) else None


def _stack(rows: Sequence[Mapping[int, Cell]], best: int, column: int) -> tuple[str, ...]:
    """Return a column's titles; where the header has none, what stands above it, or the question's number."""
    titles = [str(cells[column]) for cells in reversed(rows[best:]) if is_title(cells.get(column))]
    if titles:
        return tuple(titles)
    for cells in reversed(rows[best:]):
        if number := _question_numbers(cells).get(column):
            return (f"Pertanyaan {number}",)
    above = [str(cells[column]) for cells in reversed(rows[:best][-_ABOVE:]) if is_title(cells.get(column))]
    return tuple(above[:1])
