"""What formats for paper share: millimetres of text, of a chart's units and of a table's columns."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from ipak_cli.report.outline import Align
from ipak_cli.report.prose import unbroken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.report.charts import Drawing
    from ipak_cli.report.outline import Cell, Picture, ReportTable

TEXT_WIDTH: Final = 162.0
"""Millimetres between the margins of A4."""
CHART_UNIT: Final = 0.21
"""Millimetres of a chart's unit: its letters are then nine points high."""
MANY_COLUMNS: Final = 7
"""A table with more columns is set in smaller letters."""
_HIGHEST: Final = 210.0
"""Millimetres of a page that a chart may take, so that its caption stands below it."""
_LOGO_HEIGHT: Final = 24.0
_LOGO_ROW: Final = 130.0
LOGO_GAP: Final = 8.0
"""Millimetres of the logos on a cover: how high they are, how wide all may be, and what lies between two."""
_PHOTOGRAPH_WIDTH: Final = 120.0
_PHOTOGRAPH_HEIGHT: Final = 60.0
_DOTS_PER_MM: Final = 4.0
_LETTER: Final = 1.5
_SMALL_LETTER: Final = 1.32
"""Millimetres of a letter in a table, and in one of many columns."""
_PADDING: Final = 3.6
_SMALL_PADDING: Final = 2.4
"""Millimetres beside what a cell holds, in a table and in one of many columns."""
_STEP: Final = 2.0
"""Millimetres by which a column of words becomes wider at a time."""
_ITEM: Final = 8
"""Letters that the number of a list's item and the rest of its last line take."""
LONGEST_WORD: Final = 30
"""Letters of a word from which a line may end anywhere within it: an address, or what no word is."""
LETTERS_OF_A_WHOLE_ROW: Final = 1_000
"""Up to which a row of a table stands on one page; a longer one may be higher than a page."""
_PIECE: Final = re.compile(r"[^/]+/?|/")
"""What a line's end never cuts: it may come behind a stroke between two words."""
_LINE: Final = 4.1
_SMALL_LINE: Final = 3.6
"""Millimetres of a line in a table, and in one of many columns."""
_HIGHEST_WHOLE: Final = 75.0
"""Millimetres up to which a table stands on one page; a higher one goes on where the page ends."""


def chart_width(drawing: Drawing) -> float:
    """Return how wide a drawing is in millimetres; one that is higher than a page becomes smaller."""
    return min(TEXT_WIDTH, drawing.width * CHART_UNIT, _HIGHEST * drawing.width / drawing.height)


def logo_height(logos: Sequence[Picture]) -> float:
    """Return how high all logos are in millimetres, so that they fit side by side into a cover's frame."""
    widths = sum(each.width / each.height for each in logos)
    gaps = LOGO_GAP * max(len(logos) - 1, 0)
    return min(_LOGO_HEIGHT, (_LOGO_ROW - gaps) / widths) if logos else _LOGO_HEIGHT


def photograph_width(picture: Picture) -> float:
    """Return how wide a photograph is in millimetres: two fit on a page, and its dots stay small."""
    widest = min(_PHOTOGRAPH_WIDTH, picture.width / _DOTS_PER_MM)
    return min(widest, _PHOTOGRAPH_HEIGHT * picture.width / picture.height)


def column_widths(table: ReportTable) -> tuple[float, ...]:
    """Return the width of each column in millimetres; a table with words is as wide as the text.

    Figures and words are never cut, but for those of more than ``LONGEST_WORD`` letters, or where a table has
    too many long ones: then its widest columns become as narrow as needed. What is left goes, step by step,
    to the column of words whose cells make the table high.
    """
    figures = tuple(column.align is not Align.LEFT for column in table.columns)
    letter, padding = _letter(table), _padding(table)
    widths = [_least(table, n, whole=whole) * letter + padding for n, whole in enumerate(figures)]
    if sum(widths) >= TEXT_WIDTH:
        return _narrowed(widths)
    rooms = [[_letters(cell) * letter for cell in cells] for cells in zip(*table.rows, strict=True)]
    while sum(widths) + _STEP <= TEXT_WIDTH:
        column = _column_to_widen(rooms, [width - padding for width in widths])
        if column is None:
            break
        widths[column] += _STEP
    words = [n for n, whole in enumerate(figures) if not whole]
    left = TEXT_WIDTH - sum(widths)
    return tuple(width + (left / len(words) if n in words else 0.0) for n, width in enumerate(widths))


def letters_of_lines(table: ReportTable, widths: Sequence[float]) -> tuple[int, ...]:
    """Return how many letters a line of each column holds at least: a longer word has to be cut."""
    return tuple(max(1, int((width - _padding(table)) / _letter(table))) for width in widths)


def _letter(table: ReportTable) -> float:
    return _SMALL_LETTER if len(table.columns) > MANY_COLUMNS else _LETTER


def _padding(table: ReportTable) -> float:
    return _SMALL_PADDING if len(table.columns) > MANY_COLUMNS else _PADDING


def _narrowed(widths: Sequence[float]) -> tuple[float, ...]:
    """Return widths that are the text's together: the widest become alike, the others stay as they are."""
    left, most = TEXT_WIDTH, 0.0
    for n, width in enumerate(sorted(widths)):
        most = left / (len(widths) - n)
        if width > most:
            break
        left -= width
    return tuple(min(width, most) for width in widths)


def _column_to_widen(rooms: Sequence[Sequence[float]], insides: Sequence[float]) -> int | None:
    """Return the column that makes a table lower by most, or ``None`` where each cell has one line.

    ``rooms`` are the lengths of each column's cells on one line, ``insides`` what its cells have, in
    millimetres.
    """
    lines = [[room / inside for room in cells] for cells, inside in zip(rooms, insides, strict=True)]
    saved = [0.0] * len(insides)
    for row in zip(*lines, strict=True):
        most = max(row)
        if most > 1:
            saved[row.index(most)] += most / insides[row.index(most)]
    most = max(saved)
    return saved.index(most) if most else None


def _letters(cell: Cell) -> int:
    """Return how many letters a cell takes on one line; each of several texts is an item of a list."""
    return sum(map(len, cell.texts)) + (_ITEM * len(cell.texts) if len(cell.texts) > 1 else 0)


def stands_on_one_page(table: ReportTable) -> bool:
    """Tell whether a table is low enough to stand on one page, whatever room that leaves before it."""
    letter, padding = _letter(table), _padding(table)
    insides = [max(width - padding, letter) for width in column_widths(table)]
    line = _SMALL_LINE if len(table.columns) > MANY_COLUMNS else _LINE
    lines = (
        max(math.ceil(_letters(cell) * letter / inside) for cell, inside in zip(row, insides, strict=True))
        for row in table.rows
    )
    return sum(max(each, 1) * line + padding for each in lines) <= _HIGHEST_WHOLE


def _least(table: ReportTable, column: int, *, whole: bool) -> int:
    """Return how many letters wide a column must be: its longest figure, or longest word that stays whole.

    A line may also end behind a stroke between two words, as in ``uang/barang/fasilitas``. Bold letters are a
    little wider: those of the head, and of what names a row.
    """
    letters = [len(word) + 2 for word in unbroken(table.columns[column].title)]
    for row in table.rows:
        cell = row[column]
        words = (word for text in cell.texts for word in unbroken(text))
        parts = cell.texts if whole else (piece for word in words for piece in _PIECE.findall(word))
        letters += [len(part) + cell.head for part in parts]
    return min(max(letters, default=1), LONGEST_WORD)
