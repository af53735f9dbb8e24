"""Cells of a tagged table, put into its columns: programs leave empty cells out of what they tag."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    Places = dict[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class TaggedCell:
    """A cell's text, the columns and rows that it spans, and how far it reaches on the page, in points."""

    text: str
    across: int
    down: int
    left: float
    right: float


def placed_cells(rows: Sequence[Sequence[TaggedCell]]) -> tuple[tuple[str, ...], ...] | None:
    """Return a table's texts by row and column.

    A row that has fewer cells than the table has columns is put where its letters stand, below those of full
    rows. Returns ``None`` where that is not clear, and where there is a single column.
    """
    places: Places = {}
    columns: dict[int, tuple[float, float]] = {}
    for n, row in enumerate(rows):
        _put(places, n, len(rows), row)
    width = max((x for _, x in places), default=-1) + 1
    short = [n for n in range(len(rows)) if sum((n, x) in places for x in range(width)) < width]
    if width < 2 or (short and any(cell.down > 1 for row in rows for cell in row)):
        return None
    for n, row in enumerate(rows):
        if n not in short and len(row) == width:
            for x, cell in enumerate(row):
                if cell.text:
                    left, right = columns.get(x, (cell.left, cell.right))
                    columns[x] = min(left, cell.left), max(right, cell.right)
    for n in short:
        where = _columns(rows[n], columns, width)
        if where is None:
            return None
        places |= {(n, x): "" for x in range(width)}
        places |= {(n, x): cell.text for x, cell in zip(where, rows[n], strict=True)}
    return tuple(tuple(places.get((n, x), "") for x in range(width)) for n in range(len(rows)))


def _put(places: Places, n: int, height: int, row: Sequence[TaggedCell]) -> None:
    """Put a row's cells one after the other, past those that reach down from above."""
    column = 0
    for cell in row:
        while (n, column) in places:
            column += 1
        for y in range(min(cell.down, height - n)):
            places |= {(n + y, column + x): "" for x in range(cell.across)}
        places[n, column] = cell.text
        column += cell.across


def _columns(
    row: Sequence[TaggedCell], columns: dict[int, tuple[float, float]], width: int
) -> list[int] | None:
    """Return the first column of each cell of a short row, where its letters leave no doubt."""
    where: list[int] = []
    for cell in row:
        below = [
            x
            for x in range(width)
            if x in columns and cell.left < columns[x][1] and cell.right > columns[x][0]
        ]
        if not cell.text or not 1 <= len(below) <= cell.across or (where and below[0] <= where[-1]):
            return None
        where.append(below[0])
    return where
