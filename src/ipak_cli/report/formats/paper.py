"""What formats for paper share: millimetres of text, of a chart's units and of a table's columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.report.outline import Align

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.report.charts import Drawing
    from ipak_cli.report.outline import ReportTable

TEXT_WIDTH: Final = 162.0
"""Millimetres between the margins of A4."""
CHART_UNIT: Final = 0.21
"""Millimetres of a chart's unit: its letters are then nine points high."""
MANY_COLUMNS: Final = 7
"""A table with more columns is set in smaller letters."""
_HIGHEST: Final = 210.0
"""Millimetres of a page that a chart may take, so that its caption stands below it."""
_LETTER: Final = 1.5
_SMALL_LETTER: Final = 1.32
"""Millimetres of a letter in a table, and in one of many columns."""
_PADDING: Final = 3.6
_LONGEST: Final = 300
"""Letters beyond which a cell gets no more room, since it has many lines in any case."""
_MOST_ROWS: Final = 12
_MOST_LETTERS: Final = 1_200
"""Up to which a table stands on one page; a longer one goes on where the page ends."""


def chart_width(drawing: Drawing) -> float:
    """Return how wide a drawing is in millimetres; one that is higher than a page becomes smaller."""
    return min(TEXT_WIDTH, drawing.width * CHART_UNIT, _HIGHEST * drawing.width / drawing.height)


def column_widths(table: ReportTable) -> tuple[float, ...]:
    """Return the width of each column in millimetres; a table with words is as wide as the text.

    Figures and words of a column's longest word are never cut; what is left goes to the columns of words by
    the square root of their longest cell, so that their lines become about as many.
    """
    columns = tuple(_texts(table, n) for n in range(len(table.columns)))
    figures = tuple(column.align is not Align.LEFT for column in table.columns)
    letter = _SMALL_LETTER if len(columns) > MANY_COLUMNS else _LETTER
    least = [
        _least(texts, whole=whole) * letter + _PADDING for texts, whole in zip(columns, figures, strict=True)
    ]
    shares = [0.0 if whole else _share(texts) for texts, whole in zip(columns, figures, strict=True)]
    left = TEXT_WIDTH - sum(least)
    total = sum(shares)
    if left <= 0 or not total:
        factor = min(1.0, TEXT_WIDTH / sum(least))
        return tuple(width * factor for width in least)
    return tuple(width + left * share / total for width, share in zip(least, shares, strict=True))


def stands_on_one_page(table: ReportTable) -> bool:
    """Tell whether a table is short enough to stand on one page."""
    letters = sum(len(text) for row in table.rows for cell in row for text in cell.texts)
    return len(table.rows) <= _MOST_ROWS and letters <= _MOST_LETTERS


def _texts(table: ReportTable, column: int) -> list[str]:
    return [table.columns[column].title, *(" ".join(row[column].texts) for row in table.rows)]


def _least(texts: Sequence[str], *, whole: bool) -> int:
    """Return how many letters wide a column must be: its longest figure, or its longest word."""
    title, *others = texts
    parts = others if whole else [word for text in others for word in text.split()]
    bold = (len(word) + 1 for word in title.split())  # letters of heads are a little wider
    return max((*map(len, parts), *bold), default=1)


def _share(texts: Sequence[str]) -> float:
    """Return how much of the room that is left a column of words wants: nothing if it fits on one line."""
    longest = min(max(map(len, texts)), _LONGEST)
    longest_word = max((len(word) for text in texts for word in text.split()), default=0)
    return longest**0.75 if longest > longest_word else 0.0
