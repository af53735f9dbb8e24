"""Which columns of a service users' survey are questions, by header and content; what stays open is asked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.f03.cells import answer_in, is_meant, is_near, is_remark, is_running
from ipak_cli.f03.form_words import FormWords
from ipak_cli.f03.header import Asks, find_head, heading_of
from ipak_cli.f03.totals import NO_ANSWER, Totals
from ipak_cli.survey.reading.row_looks import SummaryLikeness, label_of
from ipak_cli.survey.reading.trials import is_trial

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy.typing as npt

    from ipak_cli.f03.header import Heading, UsersHeader
    from ipak_cli.rubric.pekppp import UsersForm, UsersSurvey
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.column import Column, Piece

_KNOWN_TO_ONE: Final = 3
"""Questions that must be known for each one that its place alone shows."""


@dataclass(slots=True)
class Uses:
    """What each column is: a question, or beside them, or open, with a title or without one."""

    questions: list[int] = field(default_factory=list)
    beside: list[int] = field(default_factory=list)
    doubtful: list[int] = field(default_factory=list)
    untitled: list[int] = field(default_factory=list)
    by_number: list[int] = field(default_factory=list)
    """Questions (named above too) that only their numbered headers show to be some."""
    by_place: list[int] = field(default_factory=list)
    """Questions (named above too) that only their place between the others of a form shows to be some."""

    @property
    def open(self) -> bool:
        """Whether a column is neither a question nor known to be none."""
        return bool(self.doubtful or self.untitled)


@dataclass(frozen=True, slots=True)
class Questions:
    """A sheet's header, what each column is, and the form that has just these questions.

    ``twice`` are pairs of columns that ask the same.
    """

    head: UsersHeader
    headings: Mapping[int, Heading]
    uses: Uses
    form: UsersForm | None = None
    twice: tuple[tuple[int, int], ...] = ()

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns that are questions."""
        return tuple(self.uses.questions)


def find_questions(piece: Piece, survey: UsersSurvey | None) -> Questions:
    """Tell which columns of a sheet are questions, by :func:`find_head` and :func:`sort_columns`."""
    words = FormWords.of(survey)
    head = find_head(piece, words)
    headings = {number: heading_of(head.titles.get(number, ()), words) for number in sorted(piece.columns)}
    uses = sort_columns(_body(piece, head, headings), survey.forms if survey else ())
    asked = {column: headings[column] for column in uses.questions}
    form = _form(list(asked.values()), survey)
    return Questions(head, headings, uses, form, tuple(_twice(asked, form)))


@dataclass(frozen=True, slots=True, eq=False)
class _Body:
    """The rows that tell what columns are: headings, cells, and answers (``NO_ANSWER`` for other cells)."""

    headings: Mapping[int, Heading]
    columns: Mapping[int, Column]
    answers: Mapping[int, npt.NDArray[np.int8]]

    def filled(self, column: int) -> list[Cell]:
        """Return a column's cells that are not blank."""
        cells = self.columns[column]
        return list(cells.only(~cells.blank).cells())

    def totals(self, questions: Sequence[int]) -> Totals:
        """Add up the answers to some questions, row by row."""
        rows = len(next(iter(self.answers.values()), ()))
        answers = np.array([self.answers[question] for question in questions], np.int8)
        return Totals.of(answers.reshape(len(questions), rows))

    def share(self, column: int) -> Fraction:
        """Return how many of a column's filled cells are answers; 0 of none."""
        given = int((~self.columns[column].blank).sum())
        return Fraction(int((self.answers[column] >= 0).sum()), given) if given else Fraction(0)


def _body(piece: Piece, head: UsersHeader, headings: Mapping[int, Heading]) -> _Body:
    """Return the rows below the header, without summaries, trials and what stands below the last answers."""
    below = piece.only(piece.rows > head.row)
    labelled = np.zeros(len(below.rows), np.bool_)
    answered = labelled.copy()
    for number, column in below.columns.items():
        heading = headings[number]
        if not heading.beside:
            answered |= column.map(_answer, empty=NO_ANSWER, kind=np.int8) != NO_ANSWER
        if heading.asks in (Asks.BESIDE, Asks.OPEN, Asks.UNTITLED):
            labelled |= column.map(_is_label, empty=False, kind=np.bool_)
    places = np.flatnonzero(answered)
    kept = ~labelled & (np.arange(len(labelled)) <= (places[-1] if len(places) else len(labelled)))
    if kept.any():
        below = below.only(kept)
    answers = {
        number: column.map(_answer, empty=NO_ANSWER, kind=np.int8) for number, column in below.columns.items()
    }
    return _Body(headings, below.columns, answers)


def _answer(cell: Cell) -> int:
    answer = answer_in(cell)
    return NO_ANSWER if answer is None else answer


def _is_label(cell: Cell) -> bool:
    return isinstance(cell, str) and (label_of(cell) is SummaryLikeness.WHOLE or is_trial(cell))


def sort_columns(body: _Body, forms: Sequence[UsersForm] = ()) -> Uses:
    """Tell the columns apart.

    Headers that ask questions by code or number are believed; if there are none, or if together they are as
    many as a form has, those with key words of questions; if there are none of these either, uniform headers
    that are numbered. A header that asks for something else makes no question, but remarks on what a question
    asks are open if they are numbers on the scale. Other columns are none where their cells count up, sum up
    the questions, or are hardly ever on the scale. The rest is open, unless numbers in its header or its
    place among the questions of a form show it to be one.
    """
    uses = Uses()
    uses.questions = _asked(body, forms)
    if all(body.headings[column].series for column in uses.questions):
        uses.by_number = _numbered_alike(body)
        uses.questions = uses.by_number or uses.questions
    sure = frozenset(uses.questions)
    totals = body.totals(uses.questions)
    for column, heading in body.headings.items():
        if column in sure:
            continue
        rated = heading.asks is Asks.REMARK and heading.matches and body.share(column) == 1
        if (heading.beside and not rated) or _tells_nothing(body, column, totals):
            uses.beside.append(column)
        else:
            untitled = heading.asks is Asks.UNTITLED
            (uses.untitled if untitled else uses.doubtful).append(column)
    _take_numbered(uses, body)
    _take_placed(uses, body, forms)
    return uses


def _asked(body: _Body, forms: Sequence[UsersForm]) -> list[int]:
    """Return the columns whose codes, numbers or key words ask questions."""
    certain, worded = _certain(body), _worded(body)
    together = sorted((*certain, *worded))
    whole = any(len(form.questions) == len(together) for form in forms)
    return together if whole else certain or worded


def _certain(body: _Body) -> list[int]:
    return [column for column, heading in body.headings.items() if heading.asks is Asks.QUESTION]


def _worded(body: _Body) -> list[int]:
    """Return the columns with key words of questions, without those of times and of remarks.

    Dates that 4/5 may have become, and words that rate something, are meant as answers.
    """
    worded = [column for column, heading in body.headings.items() if heading.asks is Asks.WORDED]
    return [
        column
        for column in worded
        if is_meant(body.filled(column)) or not all(map(is_remark, body.filled(column)))
    ]


def _numbered_alike(body: _Body) -> list[int]:
    """Return the columns whose headers are uniform, a word and a number, no two the same."""
    series = {column: each.series for column, each in body.headings.items() if each.series}
    if len(set(series.values())) < len(series):
        return []
    on_scale = [column for column in series if body.share(column) > Fraction(1, 2)]
    stems = Counter(series[column][0] for column in on_scale)
    if max(stems.values(), default=0) < 2:
        return []
    return [column for column, (stem, _) in series.items() if stems[stem] > 1 or body.share(column) == 1]


def _tells_nothing(body: _Body, column: int, totals: Totals) -> bool:
    """Tell a column that its cells show to be no question: blank, counting, a total, or not on the scale."""
    cells = body.filled(column)
    if not cells or is_running(cells):
        return True
    if totals.are_in(cells, np.flatnonzero(~body.columns[column].blank)):
        return True
    if body.headings[column].asks is Asks.UNTITLED:
        return not body.share(column)
    if is_meant(cells):
        return False
    return 2 * sum(map(is_near, cells)) < len(cells)


def _take_numbered(uses: Uses, body: _Body) -> None:
    """Take the open columns as questions if their headers and those known are numbered 1, 2, 3 ..."""
    together = sorted((*uses.questions, *uses.doubtful))
    numbers = [body.headings[column].number for column in together]
    whole = all(body.share(column) == 1 for column in uses.doubtful)
    if whole and len(together) > 1 and numbers == list(range(1, len(together) + 1)):
        uses.by_number, uses.questions, uses.doubtful = [*uses.by_number, *uses.doubtful], together, []


def _take_placed(uses: Uses, body: _Body, forms: Sequence[UsersForm]) -> None:
    """Take the few open columns as questions that stand where a form has just the questions still lacking.

    They stand between questions, all of which are at their own places, and hold answers alone.
    """
    together = sorted((*uses.questions, *uses.doubtful))
    few = 0 < len(uses.doubtful) * _KNOWN_TO_ONE <= len(uses.questions)
    if not few or not {together[0], together[-1]}.issubset(uses.questions):
        return
    whole = all(body.share(column) == 1 for column in uses.doubtful)
    if whole and any(_follows(uses, body, together, form) for form in forms):
        uses.by_place, uses.questions, uses.doubtful = uses.doubtful, together, []


def _follows(uses: Uses, body: _Body, together: Sequence[int], form: UsersForm) -> bool:
    return len(together) == len(form.questions) and all(
        column in uses.doubtful or (form.code, question.code) in body.headings[column].matches
        for column, question in zip(together, form.questions, strict=True)
    )


def _form(asked: Sequence[Heading], survey: UsersSurvey | None) -> UsersForm | None:
    """Return the form that has as many questions, if no header asks what it does not ask."""
    matches = [heading.matches for heading in asked]
    fitting = [
        form
        for form in (survey.forms if survey else ())
        if len(form.questions) == len(matches)
        and all(not each or form.code in {code for code, _ in each} for each in matches)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _twice(asked: Mapping[int, Heading], form: UsersForm | None) -> Iterator[tuple[int, int]]:
    """Yield pairs of columns that ask the same: by code or number, or by key words where no form fits."""
    first: dict[object, int] = {}
    for column, heading in asked.items():
        key = heading.key or (None if form or heading.series else heading.matches)
        if key and first.setdefault(key, column) != column:
            yield first[key], column
