"""A service users' survey counted: its questions are a survey's rubric, its rows are read as a survey's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.base.figures import Figure, NotScored, mean
from ipak_cli.base.problem import has_errors, problem
from ipak_cli.catalogue.pekppp import F03_NEEDS_MENDING, F03_NO_ANSWERS, TOO_MANY_COLUMNS
from ipak_cli.f03.cells import SCALE, words_among
from ipak_cli.f03.header import Asks
from ipak_cli.f03.questions import Questions, find_questions
from ipak_cli.rubric.respondents import Sample
from ipak_cli.rubric.survey import Index, Item, Polarity, SurveyRubric
from ipak_cli.survey.period import NO_PERIOD
from ipak_cli.survey.reading.collect import Collected, collect
from ipak_cli.survey.reading.header import is_person
from ipak_cli.survey.reading.row_pattern import RowPattern
from ipak_cli.survey.reading.sheet_layout import SheetContext, SheetLayout
from ipak_cli.survey.reading.summary_rows import RowDoubt, SkippedRow
from ipak_cli.survey.reading.trials import is_trial
from ipak_cli.survey.row_notes import doubtful_rows, rows_left_out
from ipak_cli.tables.cell import address, column_letters
from ipak_cli.tables.column import Piece

if TYPE_CHECKING:
    from ipak_cli.base.problem import Problem, Where
    from ipak_cli.rubric.pekppp import UsersSurvey
    from ipak_cli.survey.result import RowNote
    from ipak_cli.tables.column import Mask

_NAME: Final = "F-03"
_OWN_WORDS: Final = (Asks.REMARK, Asks.WORDED)
"""What the headers of columns ask for that hold remarks: words on what a question asks are some too."""
MOST_COLUMNS: Final = 500
"""Columns that are looked at, far more than any form and its export have: each of them costs time."""
_FEW: Final = 5
"""Rows at the bottom that may be summaries without a label."""


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """A sheet as counted: what its columns are, its respondents' rows, its answers, and what is wrong.

    ``where`` names file and sheet. ``counts`` holds how often each answer from 0 to 5 was given; ``faults``
    are cells that are no answers, and rows that may be no respondents; ``left_out`` and ``trials`` are rows
    that are none.
    """

    where: Where
    asked: Questions
    rows: tuple[int, ...] = ()
    counts: tuple[int, ...] = (0,) * len(SCALE.values)
    faults: tuple[Problem, ...] = ()
    left_out: tuple[RowNote, ...] = ()
    trials: tuple[int, ...] = ()

    @property
    def answers(self) -> int:
        """The number of answers."""
        return sum(self.counts)

    @property
    def mean(self) -> Figure:
        """The mean over respondents of their own means, exact.

        As every respondent answered every question, it is the sum of all answers by their number.
        """
        if self.asked.twice or self.asked.uses.open or has_errors(self.faults):
            return NotScored(F03_NEEDS_MENDING())
        total = sum(value * count for value, count in zip(SCALE.values, self.counts, strict=True))
        return mean(total, self.answers, reason=F03_NO_ANSWERS())


def count_answers(piece: Piece, where: Where, survey: UsersSurvey | None) -> AnswerTable:
    """Count the answers of a sheet.

    :func:`find_questions` finds the questions; the survey's own reader reads them, with every answer
    compulsory. ``where`` names file and sheet. Columns beyond the first ``MOST_COLUMNS`` are an error.
    """
    piece, beyond = _within_reach(piece)
    table = _count(piece, where, survey)
    if not beyond:
        return table
    told = {"most": MOST_COLUMNS, "count": len(beyond), "first": column_letters(beyond[0])}
    fault = problem(TOO_MANY_COLUMNS, replace(where, cell=address(1, beyond[0])), **told)
    return replace(table, faults=(fault, *table.faults))


def _within_reach(piece: Piece) -> tuple[Piece, list[int]]:
    """Return the columns that are looked at, and those beyond them that hold something."""
    numbers = sorted(piece.columns)
    kept = {number: piece.columns[number] for number in numbers[:MOST_COLUMNS]}
    beyond = [number for number in numbers[MOST_COLUMNS:] if not piece.columns[number].blank.all()]
    return Piece(piece.rows, kept), beyond


def _count(piece: Piece, where: Where, survey: UsersSurvey | None) -> AnswerTable:
    asked = find_questions(piece, survey)
    if not asked.columns:
        return AnswerTable(where, asked)
    tried = _trials(piece, asked)
    trials = tuple(piece.rows[tried].tolist())
    piece = piece.only(~tried)
    context = _context(piece, where, asked)
    read = collect([piece], context)
    read.skipped += [SkippedRow(row, RowDoubt.BARE) for row in _bare(piece, read)]
    return replace(_counted(read, asked), trials=trials)


def _trials(piece: Piece, asked: Questions) -> Mask:
    """Return the rows that somebody filled in to try the form, as a cell beside the questions says."""
    found = piece.rows < 0
    for number in asked.uses.beside:
        if asked.headings[number].asks is not Asks.REMARK:
            found |= piece.columns[number].map(is_trial, empty=False, kind=np.bool_)
    return found & (piece.rows > asked.head.row)


def _bare(piece: Piece, read: Collected) -> list[int]:
    """Return the last respondents with nothing beside their answers, where all above have something.

    In a survey they count; among the few of this one, a mean or a target without a label would tell.
    """
    people = piece.only(np.isin(piece.rows, _respondents(read)))
    told = np.zeros(len(people.rows), np.bool_)
    for number in people.columns.keys() & set(read.context.frame.labels):
        told |= ~people.columns[number].blank
    first = int(np.flatnonzero(told)[-1]) + 1 if told.any() else 0
    last: list[int] = people.rows[first:].tolist()
    return last if first > 1 and told[:first].all() and len(last) <= _FEW else []


def _respondents(read: Collected) -> list[int]:
    kept = read.rows[NO_PERIOD].rows.spans() if read.rows else []
    return [row for first, last in kept for row in range(first, last + 1)]


def _counted(read: Collected, asked: Questions) -> AnswerTable:
    where = read.context.where
    faults = (*read.problems(None), *doubtful_rows(read))
    left_out = rows_left_out(read, None, NO_PERIOD)
    if not read.tallies:
        return AnswerTable(where, asked, faults=faults, left_out=left_out)
    answers = np.array(read.tallies[NO_PERIOD].total.answers)
    return AnswerTable(
        where=where,
        asked=asked,
        rows=tuple(_respondents(read)),
        counts=tuple(answers.sum(axis=0).tolist()),
        faults=faults,
        left_out=left_out,
    )


def _context(piece: Piece, where: Where, asked: Questions) -> SheetContext:
    """Return how to read the sheet as a survey: an item for each question, called by its column's letters."""
    rubric = _rubric(asked)
    items = dict(zip((item.code for item in rubric.items), asked.columns, strict=True))
    words = (words_among(code, piece.columns[column].held()) for code, column in items.items())
    context = SheetContext(
        where=where,
        rubric=rubric,
        layout=_layout(items, asked),
        words=tuple(words),
        order=None,
        epoch_1904=False,
        lenient=False,
    )
    return replace(context, frame=RowPattern.of(piece, context))


def _rubric(asked: Questions) -> SurveyRubric:
    items = tuple(
        Item(code=column_letters(column), text=titled(asked, column), polarity=Polarity.POSITIVE)
        for column in asked.columns
    )
    return SurveyRubric(
        kind="survey",
        id="f-03",
        version="1",
        title=_NAME,
        source=_NAME,
        scale=SCALE,
        indices=(Index(code=_NAME, name=_NAME, items=items),),
        sample=Sample(minimum=None, source=_NAME),
    )


def titled(asked: Questions, column: int) -> str:
    """Return a column's title on one line, or its letters where it has none."""
    titles = asked.head.titles.get(column, ())
    return " ".join(titles[0].split()) if titles else column_letters(column)


def _layout(items: dict[str, int], asked: Questions) -> SheetLayout:
    """Say which columns tell respondents apart; a time is one more of them, as it decides no figure."""
    headers = {column: titled(asked, column) for column, titles in asked.head.titles.items() if titles}
    beside = {column: header for column, header in headers.items() if column not in items.values()}
    remarks = [n for n in beside if asked.headings[n].asks in _OWN_WORDS]
    persons = {header: n for n, header in beside.items() if is_person(header)}
    return SheetLayout(
        header_rows=(asked.head.row, asked.head.row),
        items=items,
        time=None,
        profiles={},
        persons=persons,
        others={f"{header} ({n})": n for n, header in beside.items() if n not in remarks},
        suggestions=tuple(remarks),
        headers=headers,
    )
