"""Rows that are left out of a score, or are worth a look: which they are, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.catalogue.phrases_survey import (
    DUPLICATE_ROWS,
    HEADER_ROWS,
    OUTSIDE_ROWS,
    QUOTED,
    ROWS_WITHOUT_ANSWER,
    SAME_PERSON_ROWS,
    STRAIGHT_ROWS,
    SUMMARY_ROWS,
    SUMMARY_ROWS_CALLED,
    SUMMARY_ROWS_CALLED_AND_MORE,
    TEST_ROWS,
)
from ipak_cli.survey.reading.responses import NO_PERIOD
from ipak_cli.survey.reading.row_numbers import RowRuns
from ipak_cli.survey.reading.rows import Skip
from ipak_cli.survey.result import RowNote
from ipak_cli.tables.cell import spans_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    import numpy.typing as npt

    from ipak_cli.base.message import Message
    from ipak_cli.base.quarter import Quarter
    from ipak_cli.survey.reading.collect import Collected, Rows

OUTSIDE: Final = "outside"
"""The code of rows of other quarters."""
_MOST_LABELS: Final = 6
_NOTES: Final = {
    "duplicates": DUPLICATE_ROWS,
    "same_person": SAME_PERSON_ROWS,
    "tests": TEST_ROWS,
    "straight_other": STRAIGHT_ROWS,
}
_SKIPPED: Final = {
    Skip.NO_ANSWER: ROWS_WITHOUT_ANSWER,
    Skip.HEADER: HEADER_ROWS,
}


def rows_left_out(collected: Collected, quarter: Quarter | None) -> tuple[RowNote, ...]:
    """Return the rows of a sheet that are no responses, and those of other quarters than the one scored."""
    notes = (
        _note(Skip.SUMMARY.value, _summaries(collected.labels), collected.skipped_rows(Skip.SUMMARY)),
        *(_note(skip.value, phrase(), collected.skipped_rows(skip)) for skip, phrase in _SKIPPED.items()),
        _note(OUTSIDE, OUTSIDE_ROWS(), _outside(collected, quarter)),
    )
    return tuple(note for note in notes if note.count)


def rows_noted(
    mine: Rows | None, repeats: Mapping[str, npt.NDArray[np.intp]], first: int
) -> tuple[RowNote, ...]:
    """Return the rows of one file that are counted and worth a look.

    ``repeats`` holds the places, in all files together, of what came again; this file's responses begin at
    the place ``first``.
    """
    if mine is None:
        return ()
    found = {"tests": mine.tests, "straight_other": mine.low_straight}
    for code, places in repeats.items():
        inside = places[(places >= first) & (places < first + len(mine.rows))]
        found[code] = RowRuns.of(mine.rows.at(inside - first))
    notes = (_note(code, phrase(), found[code]) for code, phrase in _NOTES.items())
    return tuple(note for note in notes if note.count)


def _note(code: str, why: Message, rows: RowRuns) -> RowNote:
    return RowNote(code, why, len(rows), spans_text(rows.spans()))


def _summaries(labels: tuple[str, ...]) -> Message:
    """Say what the summary rows call themselves, a few of them."""
    if not labels:
        return SUMMARY_ROWS()
    told, more = tuple(QUOTED(text=label) for label in labels[:_MOST_LABELS]), len(labels) - _MOST_LABELS
    return (
        SUMMARY_ROWS_CALLED_AND_MORE(labels=told, more=more) if more > 0 else SUMMARY_ROWS_CALLED(labels=told)
    )


def _outside(collected: Collected, quarter: Quarter | None) -> RowRuns:
    inside = (quarter.ordinal, NO_PERIOD) if quarter is not None else tuple(collected.rows)
    return RowRuns.joined(rows.rows for ordinal, rows in collected.rows.items() if ordinal not in inside)
