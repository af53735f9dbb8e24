"""Which rows below a header are responses, and which are summaries, notes and signatures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.names import normalise
from ipak_cli.survey.answers import read_answer

if TYPE_CHECKING:
    from ipak_cli.cells import Cell
    from ipak_cli.columns import Mask
    from ipak_cli.survey.reading import SheetContext
    from ipak_cli.survey.taken import Taken
    from ipak_cli.survey.words import Words

SUMMARY: Final = frozenset(
    {
        "rata", "rerata", "jumlah", "total", "nilai", "nrr", "ikm", "indeks", "skor", "mean", "average",
        "median", "modus", "sum",
    }
)  # fmt: skip
_HARDLY: Final = 2
"""Cells filled in a row of text, at the most."""


class Skip(Enum):
    """Why a row below the header is no response."""

    SUMMARY = "summary"
    NO_ANSWER = "no_answer"


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that is no response."""

    row: int
    why: Skip


def sort_rows(taken: Taken, context: SheetContext) -> tuple[Mask, tuple[SkippedRow, ...]]:
    """Tell responses from blank rows (passed over), summary rows and rows of text (listed).

    A signature may stand under an item's column: a row without a time and with hardly a cell filled, none of
    them with anything like an answer, is text too.
    """
    keep = np.zeros(len(taken.rows), np.bool_)
    for column in taken.columns.values():
        keep |= ~column.blank
        if keep.all():
            break
    timed = ~np.isnat(taken.times) if taken.times is not None else np.zeros(len(keep), np.bool_)
    doubtful = np.flatnonzero(keep & ~timed)
    if not len(doubtful):
        return keep, ()
    items = {column: context.words[n] for n, column in enumerate(_item_columns(context))}
    filled, answered, telling, summary = np.zeros((4, len(doubtful)), np.int64)
    for number, whole in taken.columns.items():
        column = whole.only(doubtful).trimmed()
        given = ~column.blank
        filled += given
        if number in items:
            answered += given
            telling += column.map(partial(_tells, words=items[number]), empty=False, kind=np.bool_)
        else:
            summary += column.map(_is_summary, empty=False, kind=np.bool_)
    sums = summary > 0
    wordy = ~sums & ((answered == 0) | ((filled <= _HARDLY) & (telling == 0)))
    keep[doubtful[sums | wordy]] = False
    skipped = [SkippedRow(row, Skip.SUMMARY) for row in taken.rows[doubtful[sums]].tolist()]
    skipped += [SkippedRow(row, Skip.NO_ANSWER) for row in taken.rows[doubtful[wordy]].tolist()]
    return keep, tuple(skipped)


def _item_columns(context: SheetContext) -> list[int]:
    return [context.layout.items[item.code] for item in context.rubric.items]


def _tells(value: Cell, words: Words) -> bool:
    """Tell what may be meant as an answer, rightly or wrongly, from mere text."""
    return not isinstance(value, str) or isinstance(read_answer(value, words), int)


def _is_summary(value: Cell) -> bool:
    """Tell a label such as "Rata-rata" or "Jumlah nilai" from a respondent's words."""
    if not isinstance(value, str) or len(value) > 40:
        return False
    words = normalise(value).split()
    return bool(words) and words[0] in SUMMARY
