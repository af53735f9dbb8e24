"""Sheets in memory: rows of cells as the readers give them."""

from dataclasses import replace
from itertools import chain

import numpy as np

from ipak_cli.base.problem import Where
from ipak_cli.base.timezones import JAKARTA
from ipak_cli.survey.reading.collect import collect
from ipak_cli.survey.reading.date_order import DateOrder
from ipak_cli.survey.reading.row_pattern import RowPattern
from ipak_cli.survey.reading.sheet_layout import SheetContext, match_layout
from ipak_cli.survey.reading.words import words_of
from ipak_cli.tables.column import Column, Piece, objects
from ipak_cli.tables.text_column import REACH, TextValues

WHERE = Where("uji.xlsx", "Lembar")


def pieces(rows, size=50_000):
    """Give rows as the pieces that a reader would yield."""
    width = max(map(len, rows))
    padded = [[*row, *[None] * (width - len(row))] for row in rows]
    for first in range(0, len(padded), size):
        part = padded[first : first + size]
        yield Piece.of(
            range(first + 1, first + len(part) + 1), range(1, width + 1), chain.from_iterable(part)
        )


def column_of(cells):
    """Give cells as a column."""
    return Column.of(objects(cells))


def column_in_text(texts):
    """Give texts as the column of a file in which they stand one behind the other."""
    fields = [text.encode() for text in texts]
    ends = np.cumsum([len(field) for field in fields], dtype=np.int64)
    starts = ends - np.array([len(field) for field in fields], dtype=np.int64)
    return TextValues.column(b"".join(fields) + bytes(REACH), starts, ends)


def collected(rows, rubric, *, lenient=False, size=50_000, zone=JAKARTA):
    """Read rows as one sheet."""
    match = match_layout(rows[:60], rubric, WHERE)
    assert match.layout is not None
    context = SheetContext(
        where=WHERE,
        rubric=rubric,
        layout=match.layout,
        words=tuple(words_of(rubric.scale, item) for item in rubric.items),
        order=DateOrder.DMY,
        epoch_1904=False,
        lenient=lenient,
        zone=zone,
    )
    (first,) = pieces(rows[:1000], 1000)
    return collect(pieces(rows, size), replace(context, frame=RowPattern.of(first, context)))
