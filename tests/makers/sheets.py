"""Sheets in memory: rows of cells as the readers give them."""

import pandas as pd

from ipak_cli.problems import Where
from ipak_cli.survey.collect import collect
from ipak_cli.survey.layout import match_layout
from ipak_cli.survey.reading import SheetContext
from ipak_cli.survey.times import DateOrder
from ipak_cli.survey.words import words_of

WHERE = Where("uji.xlsx", "Lembar")


def frames(rows, size=50_000):
    """Give rows as the frames that a reader would yield."""
    width = max(map(len, rows))
    padded = [[*row, *[None] * (width - len(row))] for row in rows]
    for first in range(0, len(padded), size):
        part = padded[first : first + size]
        yield pd.DataFrame(
            part,
            index=range(first + 1, first + len(part) + 1),
            columns=range(1, width + 1),
            dtype=object,
        ).where(lambda frame: frame.notna(), None)


def collected(rows, rubric, *, lenient=False, size=50_000):
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
    )
    return collect(frames(rows, size), context, rubric)
