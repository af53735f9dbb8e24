"""One piece of a sheet to responses: each distinct value is read once, each fault keeps its cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from ipak_cli.base.problem import Fault
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.answers import ANSWER_EMPTY, ANSWER_NOT_GIVEN, SUGGESTION_UNREADABLE
from ipak_cli.catalogue.times import TIME_EMPTY
from ipak_cli.rubric.survey import BlankRule
from ipak_cli.survey.reading.answer import read_answer
from ipak_cli.survey.reading.header import is_running_number
from ipak_cli.survey.reading.repeats import fingerprint, number_print, person_print
from ipak_cli.survey.reading.responses import (
    NO_PERIOD,
    Responses,
    answer_table,
    group_labels,
    straight_lines,
)
from ipak_cli.survey.reading.rows import Skip, SkippedRow, sort_rows
from ipak_cli.survey.reading.suggestions import is_unread, texts_of
from ipak_cli.survey.reading.taken import Shifted, Taken, take_apart
from ipak_cli.tables.column import as_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import numpy.typing as npt

    from ipak_cli.survey.reading.context import SheetContext
    from ipak_cli.survey.reading.summary_rows import AnswersAbove
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.column import Mask, Piece

_TRIAL: Final = frozenset({"test", "tes", "testing", "coba", "percobaan", "dummy", "abaikan"})
_AROUND_TRIAL: Final = frozenset({"uji", "data", "isian", "responden"})
"""Words that may stand with those: ``data uji coba``."""
_LONGEST_TRIAL: Final = 40
"""Letters from which a text is more than the word for a trial."""
_Found = tuple[int, int, Fault]
"""The row (counted from 0), the column and what is wrong with the cell there."""


@dataclass(frozen=True, slots=True)
class PieceRead:
    """What a piece of a sheet says; ``faults`` are in the order of their rows, which have ``quarters``.

    Rows whose answers are all faulty are among ``rows``, not among the responses.
    """

    responses: Responses
    rows: npt.NDArray[np.int64]
    quarters: npt.NDArray[np.int64]
    faults: list[_Found]
    skipped: tuple[SkippedRow, ...]
    shifted: Shifted

    def place_of(self, row: int) -> tuple[int, int | None]:
        """Return a row's number in the sheet, and the ordinal of its quarter if that is known."""
        quarter = int(self.quarters[row])
        return int(self.rows[row]), quarter if quarter != NO_PERIOD else None


def read_piece(piece: Piece, context: SheetContext, above: AnswersAbove) -> PieceRead:
    """Read the rows below the header; ``above`` tells of the pieces before this one."""
    taken = take_apart(piece, context)
    taken = taken.only(_filled(taken))
    items = _read_items(taken, context)
    keep, skipped = sort_rows(taken, items.answers, context, above)
    taken, items = taken.only(keep), items.only(keep)
    faults = [*_item_faults(taken, items, context), *_time_faults(taken, context)]
    faults += _unread_suggestions(taken, context)
    faults.sort(key=lambda fault: fault[0])
    given: Mask = np.any(items.answers > 0, axis=1)
    without = tuple(SkippedRow(row, Skip.NO_ANSWER) for row in taken.rows[~given].tolist())
    return PieceRead(
        responses=_responses(taken.only(given), items.only(given).answers, context),
        rows=taken.rows,
        quarters=taken.quarters,
        faults=faults,
        skipped=skipped + without,
        shifted=taken.shifted,
    )


def _filled(taken: Taken) -> Mask:
    """Tell which rows have something in any cell."""
    filled = np.zeros(len(taken.rows), np.bool_)
    for column in taken.columns.values():
        filled |= ~column.blank
        if filled.all():
            break
    return filled


@dataclass(frozen=True, slots=True)
class _ItemsRead:
    """The answers as places on the scale, and each item's faults by the place of the distinct value."""

    answers: npt.NDArray[np.int8]
    wrong: tuple[dict[int, Fault], ...]

    def only(self, keep: Mask) -> _ItemsRead:
        """Leave out the rows that are not to be kept."""
        return self if keep.all() else _ItemsRead(np.asfortranarray(self.answers[keep]), self.wrong)


def _read_items(taken: Taken, context: SheetContext) -> _ItemsRead:
    answers = np.zeros((len(taken.rows), len(context.rubric.items)), dtype=np.int8, order="F")
    wrong = []
    for number, (item, words) in enumerate(zip(context.rubric.items, context.words, strict=True)):
        column = taken.columns[context.layout.items[item.code]]
        read = [read_answer(value, words) for value in column.values.cells]
        codes = [r - context.rubric.scale.lowest + 1 if isinstance(r, int) else 0 for r in read]
        answers[:, number] = np.array([*codes, 0], np.int8)[column.codes]  # the last for empty cells
        wrong.append({place: r for place, r in enumerate(read) if isinstance(r, Fault)})
    return _ItemsRead(answers, tuple(wrong))


def _item_faults(taken: Taken, items: _ItemsRead, context: SheetContext) -> Iterator[_Found]:
    code = ANSWER_EMPTY if context.rubric.blank is BlankRule.ERROR else ANSWER_NOT_GIVEN
    for item, wrong in zip(context.rubric.items, items.wrong, strict=True):
        number = context.layout.items[item.code]
        column = taken.columns[number]
        if wrong:
            rows = np.flatnonzero(np.isin(column.codes, list(wrong)))
            told = zip(rows.tolist(), column.codes[rows].tolist(), strict=True)
            yield from ((row, number, wrong[place]) for row, place in told)
        blank = Fault(code, {"item": item.code})
        yield from ((row, number, blank) for row in np.flatnonzero(column.blank).tolist())


def _time_faults(taken: Taken, context: SheetContext) -> Iterator[_Found]:
    if context.layout.time is not None and taken.times is not None:
        for row in np.flatnonzero(np.isnat(taken.times)).tolist():
            yield row, context.layout.time, taken.time_faults.get(row, Fault(TIME_EMPTY))


def _unread_suggestions(taken: Taken, context: SheetContext) -> Iterator[_Found]:
    for number in context.layout.suggestions:
        unread = taken.columns[number].map(is_unread, empty=False, kind=np.bool_)
        yield from ((row, number, Fault(SUGGESTION_UNREADABLE)) for row in np.flatnonzero(unread).tolist())


def _responses(taken: Taken, answers: npt.NDArray[np.int8], context: SheetContext) -> Responses:
    layout, columns = context.layout, taken.columns
    seconds = taken.seconds
    others = {header: column for header, column in layout.others.items() if not is_running_number(header)}
    words = {**layout.persons, **others, **layout.profiles}
    tests = np.zeros(len(taken.rows), np.bool_)
    for column in words.values():
        tests |= columns[column].map(is_trial, empty=False, kind=np.bool_)
    prints = np.zeros(len(taken.rows), np.uint64)
    if layout.time is not None or layout.persons:
        prints = fingerprint(taken, words) + number_print(answers, seconds)
    marks = {
        "quarter": taken.quarters,
        "minute": np.where(seconds < 0, -1, seconds // 60),
        "straight": straight_lines(answers, context.rubric),
        "trial": tests,
        "print": prints,
    }
    if layout.persons:
        marks["person"] = person_print(taken, *_person(layout.persons))
    groups = {profile: group_labels(columns[n].texts(as_text)) for profile, n in layout.profiles.items()}
    return Responses(
        answers=answer_table(answers, taken.rows, context.rubric),
        groups=pd.DataFrame(groups, index=taken.rows),
        marks=pd.DataFrame(marks, index=taken.rows),
        suggestions=texts_of(columns[number] for number in layout.suggestions),
        identities=texts_of(columns[number] for number in layout.identities),
    )


def is_trial(value: Cell) -> bool:
    """Tell what somebody writes who only tries the form: ``tes``, ``Uji coba``, ``data dummy``."""
    words = normalise(value).split() if isinstance(value, str) and len(value) < _LONGEST_TRIAL else []
    return not _TRIAL.isdisjoint(words) and (_TRIAL | _AROUND_TRIAL).issuperset(words)


def _person(persons: Mapping[str, int]) -> tuple[str, int]:
    """Return the one column that tells respondents apart best; a name alone can be two people's."""
    return min(persons.items(), key=lambda each: (normalise(each[0]).startswith(("nama", "name")), each))
