"""From a sheet to its responses, and to their tallies by period.

A sheet is read piece by piece, each distinct value once; each fault keeps its cell.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from ipak_cli.base.problem import Fault
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.survey import ANSWER_EMPTY, ANSWER_NOT_GIVEN, SUGGESTION_UNREADABLE, TIME_EMPTY
from ipak_cli.rubric.survey import BlankRule
from ipak_cli.survey.period import NO_PERIOD
from ipak_cli.survey.reading.answer import read_answer
from ipak_cli.survey.reading.cell_faults import CellFaults, key_of
from ipak_cli.survey.reading.date_column import Times, read_times
from ipak_cli.survey.reading.header import is_running_number
from ipak_cli.survey.reading.repeats import cell_print, number_print, person_print
from ipak_cli.survey.reading.responses import (
    Responses,
    answer_table,
    group_labels,
    straight_lines,
    tally,
    unreadable,
)
from ipak_cli.survey.reading.suggestions import Heard, is_unread, texts_of
from ipak_cli.survey.reading.summary_rows import AnswersAbove, Skip, SkippedRow, sort_rows
from ipak_cli.survey.reading.together import count_not_given, together
from ipak_cli.survey.reading.trials import is_trial
from ipak_cli.survey.reading.unused_columns import columns_beside
from ipak_cli.survey.row_notes import KeptRows, RowRuns
from ipak_cli.survey.tally import Tally
from ipak_cli.tables.column import Column, Piece, as_text

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping

    import numpy.typing as npt

    from ipak_cli.base.problem import Problem
    from ipak_cli.survey.reading.responses import Places
    from ipak_cli.survey.reading.sheet_layout import SheetContext
    from ipak_cli.survey.reading.summary_rows import RowDoubt
    from ipak_cli.tables.column import Mask

    Answers = npt.NDArray[np.int8]

_MOST_TALLIES: Final = 16
"""Tallies that wait to be added up: one by one, the minutes of a big file would be copied for each piece."""
_Found = tuple[int, int, Fault]
"""The row (counted from 0), the column and what is wrong with the cell there."""


@dataclass(slots=True)
class Collected:
    """All that one sheet says: each period's tally, rows, texts; faults, and rows passed over.

    ``shifted`` counts the times that another zone's clock told, and ``moved`` rows are in another period by
    that; ``beside`` are the columns without a header that hold something. ``answers`` are those of each
    response, where they are kept.
    """

    context: SheetContext
    tallies: dict[int, Tally] = field(default_factory=dict)
    rows: dict[int, KeptRows] = field(default_factory=dict)
    heard: defaultdict[int, Heard] = field(default_factory=lambda: defaultdict(Heard))
    answers: defaultdict[int, list[Places]] = field(default_factory=lambda: defaultdict(list))
    faults: CellFaults = field(default_factory=CellFaults)
    skipped: list[SkippedRow] = field(default_factory=list)
    shifted: int = 0
    moved: list[int] = field(default_factory=list)
    beside: set[int] = field(default_factory=set)

    @property
    def responses(self) -> dict[int, int]:
        """Responses in each period."""
        return {period: tally.total.respondents for period, tally in self.tallies.items()}

    def skipped_rows(self, why: Skip | RowDoubt) -> RowRuns:
        """Return the rows that are no response, or doubtful, for one reason."""
        rows = sorted(skipped.row for skipped in self.skipped if skipped.why is why)
        return RowRuns.of(np.array(rows, np.int64))

    @property
    def labels(self) -> tuple[str, ...]:
        """What the summary rows call themselves, each label once."""
        return tuple(dict.fromkeys(skipped.label for skipped in self.skipped if skipped.label))

    def problems(self, period: int | None) -> list[Problem]:
        """Return the faults that concern a period: its own and those whose period is not known."""
        return self.faults.problems(period, self.context)


def collect(pieces: Iterable[Piece], context: SheetContext) -> Collected:
    """Read a sheet piece by piece; the size of the pieces makes no difference to the outcome."""
    collected = Collected(context)
    rubric = context.rubric
    tallies: dict[int, list[Tally]] = defaultdict(list)
    rows: dict[int, list[KeptRows]] = defaultdict(list)
    above = AnswersAbove(rubric.scale, context.layout.header_rows[1])
    for piece in pieces:
        read = read_piece(piece, context, above)
        for period, responses in read.responses.by_period():
            tallies[period].append(tally(responses, context.counted))
            if len(tallies[period]) == _MOST_TALLIES:
                tallies[period] = [Tally.joined(tallies[period])]
            rows[period].append(KeptRows.of(responses))
            if context.keeps_answers:
                collected.answers[period].append(responses.places)
            places = context.suggestion_cells(responses.answers.index)
            collected.heard[period].hear(responses.suggestions, responses.identities, places)
        _keep_faults(collected.faults, read)
        collected.beside |= columns_beside(piece, context.layout)
        collected.skipped += read.skipped
        collected.shifted += int(np.count_nonzero(read.times.shifts))
        collected.moved += read.rows[read.times.moved].tolist()
    collected.tallies = {period: Tally.joined(parts) for period, parts in tallies.items()}
    collected.rows = {period: KeptRows.joined(parts) for period, parts in rows.items()}
    return collected


def _keep_faults(faults: CellFaults, read: PieceRead) -> None:
    keys: dict[tuple[int, int], Hashable] = {}  # one fault stands for all cells of its value
    periods = read.times.periods if read.faults else ()
    for place, column, fault in read.faults:
        known = column, id(fault)
        if known not in keys:
            keys[known] = key_of(column, fault)
        period = None if periods[place] == NO_PERIOD else int(periods[place])
        faults.add(int(read.rows[place]), column, period, fault, keys[known])


@dataclass(frozen=True, slots=True)
class PieceRead:
    """What a piece of a sheet says; ``faults`` are in the order of their ``rows``, which have ``times``.

    Rows whose answers are all faulty are among these rows, not among the responses.
    """

    responses: Responses
    rows: npt.NDArray[np.int64]
    times: Times
    faults: list[_Found]
    skipped: tuple[SkippedRow, ...]


def read_piece(piece: Piece, context: SheetContext, above: AnswersAbove) -> PieceRead:
    """Read the rows below the header; ``above`` tells of the pieces before this one."""
    piece = _filled(_below_header(piece, context))
    times = _read_times(piece, context)
    answers, wrong = _read_answers(piece, context)
    keep, skipped = sort_rows(piece, times.known, answers, context, above)
    piece, times, answers = _only(keep, piece, times, answers)
    faults = [*_answer_faults(piece, wrong, context), *_time_faults(times, context)]
    faults += _unread_suggestions(piece, context)
    given: Mask = np.any(answers > 0, axis=1)
    without = tuple(SkippedRow(row, Skip.NO_ANSWER) for row in piece.rows[~given].tolist())
    return PieceRead(
        responses=_responses(*_only(given, piece, times, answers), wrong, context),
        rows=piece.rows,
        times=times,
        faults=sorted(faults, key=lambda fault: fault[0]),
        skipped=skipped + without,
    )


def _below_header(piece: Piece, context: SheetContext) -> Piece:
    """Return the rows below the header; a column of the layout that the piece lacks is empty there."""
    below = piece.only(slice(int(np.searchsorted(piece.rows, context.layout.header_rows[1], "right")), None))
    lacking = context.layout.columns - below.columns.keys()
    return Piece(below.rows, {**below.columns, **dict.fromkeys(lacking, Column.empty(len(below.rows)))})


def _filled(piece: Piece) -> Piece:
    """Leave out the rows that have nothing in any cell."""
    filled = np.zeros(len(piece.rows), np.bool_)
    for column in piece.columns.values():
        filled |= ~column.blank
        if filled.all():
            return piece
    return piece.only(np.flatnonzero(filled))


def _only(keep: Mask, piece: Piece, times: Times, answers: Answers) -> tuple[Piece, Times, Answers]:
    """Leave out the rows that are not to be kept."""
    if keep.all():
        return piece, times, answers
    rows = np.flatnonzero(keep)
    return piece.only(rows), times.only(rows), np.asfortranarray(answers[rows])


def _read_times(piece: Piece, context: SheetContext) -> Times:
    if context.layout.time is None:
        return Times.unknown(len(piece.rows))
    return read_times(piece.columns[context.layout.time], context.time_form)


def _read_answers(piece: Piece, context: SheetContext) -> tuple[Answers, list[dict[int, Fault]]]:
    """Return the answers as places on the scale from 1, and each item's faults by the code of the value."""
    lowest = context.rubric.scale.lowest
    answers = np.zeros((len(piece.rows), len(context.rubric.items)), dtype=np.int8, order="F")
    wrong = []
    for number, (item, words) in enumerate(zip(context.rubric.items, context.words, strict=True)):
        column = piece.columns[context.layout.items[item.code]]
        read = [read_answer(value, words) for value in column.values.cells]
        places = [r - lowest + 1 if isinstance(r, int) else 0 for r in read]
        answers[:, number] = np.array([*places, 0], np.int8)[column.codes]  # the last for empty cells
        wrong.append({code: r for code, r in enumerate(read) if isinstance(r, Fault)})
    return answers, wrong


def _answer_faults(piece: Piece, wrong: list[dict[int, Fault]], context: SheetContext) -> Iterator[_Found]:
    code = ANSWER_EMPTY if context.rubric.blank is BlankRule.ERROR else ANSWER_NOT_GIVEN
    for item, faults in zip(context.rubric.items, wrong, strict=True):
        number = context.layout.items[item.code]
        column = piece.columns[number]
        if faults:
            rows = np.flatnonzero(np.isin(column.codes, list(faults)))
            values = zip(rows.tolist(), column.codes[rows].tolist(), strict=True)
            yield from ((row, number, faults[code]) for row, code in values)
        blank = Fault(code, {"item": item.code})
        told = np.flatnonzero(column.blank).tolist()
        if context.addresses.lacks_rows:
            told = [row for row in told if context.addresses.has_row(int(piece.rows[row]), number)]
        yield from ((row, number, blank) for row in told)


def _time_faults(times: Times, context: SheetContext) -> Iterator[_Found]:
    if context.layout.time is not None:
        for row in np.flatnonzero(~times.known).tolist():
            yield row, context.layout.time, times.faults.get(row, Fault(TIME_EMPTY))


def _unread_suggestions(piece: Piece, context: SheetContext) -> Iterator[_Found]:
    for number in context.layout.suggestions:
        unread = piece.columns[number].map(is_unread, empty=False, kind=np.bool_)
        yield from ((row, number, Fault(SUGGESTION_UNREADABLE)) for row in np.flatnonzero(unread).tolist())


def _responses(
    piece: Piece, times: Times, answers: Answers, wrong: list[dict[int, Fault]], context: SheetContext
) -> Responses:
    layout, columns = context.layout, piece.columns
    rows = pd.Index(piece.rows)
    groups = {profile: group_labels(columns[n].texts(as_text)) for profile, n in layout.profiles.items()}
    asked = [(words, columns[layout.items[words.item]]) for words in context.words]
    given, some = together(answers, context.together, context.rubric) if context.together else (answers, {})
    return Responses(
        answers=answer_table(given, rows, context.counted),
        groups=pd.DataFrame(groups, index=rows, copy=False),
        marks=_marks(piece, times, answers, context),
        suggestions=texts_of(columns[number] for number in layout.suggestions),
        identities=texts_of(columns[number] for number in layout.identities),
        not_given=count_not_given(asked) if context.rubric.scale.missing else {},
        partial=some,
        unreadable=unreadable(asked, wrong, given, context.counted),
    )


def _marks(piece: Piece, times: Times, answers: Answers, context: SheetContext) -> pd.DataFrame:
    layout, seconds = context.layout, times.seconds
    numbers = {number for header, number in layout.others.items() if is_running_number(header)}
    numbers.add(context.addresses.joined_by or 0)
    others = {header: number for header, number in layout.others.items() if number not in numbers}
    columns = {**layout.persons, **others, **layout.profiles}
    cells = {header: piece.columns[number] for header, number in columns.items()}
    trial = np.zeros(len(piece.rows), np.bool_)
    for column in cells.values():
        trial |= column.map(is_trial, empty=False, kind=np.bool_)
    prints = np.zeros(len(piece.rows), np.uint64)
    if layout.time is not None or layout.persons:
        prints = number_print(answers, seconds)
        for header, column in cells.items():
            prints += cell_print(header, column)
    marks = {
        "period": times.periods,
        "minute": np.where(seconds < 0, -1, seconds // 60),
        "straight": straight_lines(answers, context.rubric),
        "trial": trial,
        "print": prints,
    }
    if layout.persons:
        header = _person(layout.persons)
        marks["person"] = person_print(header, cells[header])
    return pd.DataFrame(marks, index=piece.rows, copy=False)


def _person(persons: Mapping[str, int]) -> str:
    """Return the one header that tells respondents apart best; a name alone can be two people's."""
    headers = sorted(persons.items())
    return min(headers, key=lambda each: normalise(each[0]).startswith(("nama", "name")))[0]
