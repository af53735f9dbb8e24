"""Tables of a page whose cells are drawn: level and upright lines that cross, and what stands between."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, Final, TypeAlias

from ipak_cli.audit.readers.layout import PageTable
from ipak_cli.audit.readers.pdf_lines import lines_of, text_of
from ipak_cli.audit.readers.pdf_pages import Edge
from ipak_cli.audit.readers.words import FIGURE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ipak_cli.audit.readers.pdf_pages import Glyph, Page

    Cell: TypeAlias = tuple[int, int]

_NEAR: Final = 3.0
"""Points within which two lines are one, and within which they meet."""
_MOST_EDGES: Final = 500
"""Of one direction on a page, joined; a page with more holds a drawing."""
_FILLED: Final = 0.4
"""The part of a table's cells that hold text; of a chart's fields fewer do."""


def ruled_tables(page: Page, before: tuple[float, ...] = ()) -> tuple[list[PageTable], list[Glyph]]:
    """Return the drawn tables of a page from top to bottom, and the letters outside all of them.

    ``before`` are the columns of the last table on the pages before: a single row may go on with it.
    """
    level, upright = _joined(page.level), _joined(page.upright)
    if not level or not upright or max(len(level), len(upright)) > _MOST_EDGES:
        return [], [*page.glyphs]
    tables: list[PageTable] = []
    left = [*page.glyphs]
    for lines in _connected(level, upright):
        found = _table(*lines, left)
        if found is not None and (_is_table(found) or same_columns(found.columns, before)):
            tables.append(found)
            left = [glyph for glyph in left if not _is_within(glyph, found)]
    return sorted(tables, key=lambda table: -table.top), left


def _is_table(table: PageTable) -> bool:
    """Tell a table from a head alone, and from the fields of a chart."""
    return len(table.rows) > 1 and table.filled >= _FILLED


def same_columns(ones: tuple[float, ...], others: tuple[float, ...]) -> bool:
    """Tell whether the columns of two tables are in the same places."""
    if len(ones) != len(others):
        return False
    return all(abs(one - other) <= _NEAR for one, other in zip(ones, others, strict=True))


def _is_within(glyph: Glyph, table: PageTable) -> bool:
    x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
    return table.columns[0] <= x <= table.columns[-1] and table.bottom <= y <= table.top


def _joined(edges: Iterable[Edge]) -> list[Edge]:
    """Join lines of one direction that overlie or go on in each other."""
    found: list[Edge] = []
    for at in _positions(edge.at for edge in edges):
        same = sorted((e for e in edges if abs(e.at - at) <= _NEAR), key=lambda edge: edge.start)
        for edge in same:
            last = found[-1] if found and found[-1].at == at else None
            if last is not None and edge.start <= last.end + _NEAR:
                found[-1] = Edge(at, last.start, max(last.end, edge.end))
            else:
                found.append(Edge(at, edge.start, edge.end))
    return found


def _positions(values: Iterable[float]) -> list[float]:
    """Return positions in order, those that are one to the eye once."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _connected(level: Sequence[Edge], upright: Sequence[Edge]) -> list[tuple[list[Edge], list[Edge]]]:
    """Return groups of lines that meet each other, each with lines of both directions."""
    group = [*range(len(level) + len(upright))]

    def root(n: int) -> int:
        while group[n] != n:
            group[n] = group[group[n]]
            n = group[n]
        return n

    for n, flat in enumerate(level):
        for m, tall in enumerate(upright, start=len(level)):
            across = flat.start - _NEAR <= tall.at <= flat.end + _NEAR
            if across and tall.start - _NEAR <= flat.at <= tall.end + _NEAR:
                group[root(n)] = root(m)
    found: dict[int, tuple[list[Edge], list[Edge]]] = defaultdict(lambda: ([], []))
    for n, edge in enumerate((*level, *upright)):
        found[root(n)][n >= len(level)].append(edge)
    return [lines for lines in found.values() if lines[0] and lines[1]]


def _table(level: Sequence[Edge], upright: Sequence[Edge], glyphs: Sequence[Glyph]) -> PageTable | None:
    """Return the table that lines draw, ``None`` where they draw none, or a cell that is no rectangle."""
    xs = _positions((*(e.at for e in upright), *(end for e in level for end in (e.start, e.end))))
    ys = _positions((*(e.at for e in level), *(end for e in upright for end in (e.start, e.end))))
    merged = _merged(xs, ys, level, upright)
    while len(ys) > 2 and len(xs) > 2 and (end := _frame_end(merged, len(xs) - 1, len(ys) - 1)) is not None:
        del ys[end]
        merged = _merged(xs, ys, level, upright)
    height, width = len(ys) - 1, len(xs) - 1
    cells = set(merged.values())
    if width < 2 or not _are_rectangles(merged):
        return None
    fields: dict[Cell, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        column = bisect_right(xs, (glyph.left + glyph.right) / 2) - 1
        row = bisect_right(ys, (glyph.top + glyph.bottom) / 2) - 1
        if 0 <= column < width and 0 <= row < height:
            fields[row, column].append(glyph)
    texts = _texts(fields, merged, xs)
    if texts is None or not any(texts.values()):
        return None
    rows = tuple(
        tuple(texts.get((row, column), "") for column in range(width)) for row in reversed(range(height))
    )
    filled = len({merged[place] for place in fields}) / len(cells)
    return PageTable(tuple(row for row in rows if any(row)), tuple(xs), ys[-1], ys[0], filled)


def _frame_end(merged: dict[Cell, Cell], width: int, height: int) -> int | None:
    """Return the end line of a first or last row that is one field over all columns: a frame, no row."""
    for row, line in ((height - 1, height), (0, 0)):
        if len({merged[row, column] for column in range(width)}) == 1 and width > 1:
            return line
    return None


def _texts(
    fields: dict[Cell, list[Glyph]], merged: dict[Cell, Cell], xs: Sequence[float]
) -> dict[Cell, str] | None:
    """Return the texts of cells by row, from below, and column; a merged cell's stands in its first place.

    Where only the head has upright lines, the cells below are what stands below its columns. Returns ``None``
    where a cell seems to hold several figures: some line is not drawn.
    """
    cells: dict[Cell, list[Cell]] = defaultdict(list)
    for place, cell in merged.items():
        cells[cell].append(place)
    found: dict[Cell, str] = {}
    for places in cells.values():
        letters = [glyph for place in places for glyph in fields.get(place, ())]
        lines = lines_of(letters)
        if sum(bool(FIGURE.fullmatch(line.text)) for line in lines) > 1:
            return None
        first, last = min(column for _, column in places), max(column for _, column in places)
        top = max(row for row, _ in places)
        if all(len(line.segments) < 2 for line in lines) or first == last:
            found[top, first] = text_of(letters)
            continue
        inner = xs[first + 1 : last + 1]
        if any(s.left + _NEAR < x < s.right - _NEAR for line in lines for s in line.segments for x in inner):
            return None
        for column in range(first, last + 1):
            beside = [g for row, other in places if other == column for g in fields.get((row, other), ())]
            if sum(bool(FIGURE.fullmatch(line.text)) for line in lines_of(beside)) > 1:
                return None
            found[top, column] = text_of(beside)
    return found


def _merged(
    xs: Sequence[float], ys: Sequence[float], level: Sequence[Edge], upright: Sequence[Edge]
) -> dict[Cell, Cell]:
    """Return for each field between lines the first field of the cell that it belongs to."""
    cell = {(row, column): (row, column) for row in range(len(ys) - 1) for column in range(len(xs) - 1)}

    def root(place: Cell) -> Cell:
        while cell[place] != place:
            place = cell[place]
        return place

    for row, column in list(cell):
        x, y = (xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2
        beside, above = (row, column + 1), (row + 1, column)
        if beside in cell and not _is_drawn(upright, xs[column + 1], y):
            one, other = sorted((root((row, column)), root(beside)))
            cell[other] = one
        if above in cell and not _is_drawn(level, ys[row + 1], x):
            one, other = sorted((root((row, column)), root(above)))
            cell[other] = one
    return {place: root(place) for place in cell}


def _is_drawn(edges: Iterable[Edge], at: float, along: float) -> bool:
    return any(abs(edge.at - at) <= _NEAR and edge.start <= along <= edge.end for edge in edges)


def _are_rectangles(merged: dict[Cell, Cell]) -> bool:
    fields: dict[Cell, list[Cell]] = defaultdict(list)
    for place, cell in merged.items():
        fields[cell].append(place)
    return all(
        len(places) == len({row for row, _ in places}) * len({column for _, column in places})
        and min(places) == cell
        for cell, places in fields.items()
    )
