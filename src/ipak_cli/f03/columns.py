"""Which columns of a service users' survey are questions, by header and content; what stays open is asked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.f03.cells import HIGHEST, Read, are_ratings, is_fifth, is_running, number_in
from ipak_cli.f03.headers import Asks
from ipak_cli.f03.names import Beside

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import numpy.typing as npt

    from ipak_cli.f03.headers import Heading
    from ipak_cli.rubric.pekppp import UsersForm
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.column import Column, Mask

    Reads = npt.NDArray[np.int8]

_LEAST_PROOFS: Final = 2
"""Rows of different answers whose sum or mean a column must hold."""
_MOST_DECIMALS: Final = 4
_KNOWN_TO_ONE: Final = 3
"""Questions that must be known for each one that its place alone shows."""


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """The rows below a header that may be respondents: their numbers; columns' headings, cells, readings."""

    rows: npt.NDArray[np.int64]
    headings: Mapping[int, Heading]
    columns: Mapping[int, Column]
    reads: Mapping[int, Reads]

    def only(self, rows: Mask) -> Body:
        """Return some of the rows."""
        columns = {number: column.only(rows) for number, column in self.columns.items()}
        reads = {number: read[rows] for number, read in self.reads.items()}
        return Body(self.rows[rows], self.headings, columns, reads)

    def filled(self, column: int) -> list[Cell]:
        """Return a column's cells that are not blank."""
        return list(self.columns[column].only(self.reads[column] != Read.BLANK).cells())

    def cells(self, column: int, kind: Read) -> list[Cell]:
        """Return a column's cells of one kind."""
        return list(self.columns[column].only(self.reads[column] == kind).cells())

    def share(self, column: int, *kinds: Read) -> Fraction:
        """Return how many of a column's filled cells are answers, or of other kinds; 0 of none."""
        reads = self.reads[column]
        found = np.isin(reads, kinds) if kinds else reads >= 0
        given = int((reads != Read.BLANK).sum())
        return Fraction(int(found.sum()), given) if given else Fraction(0)


@dataclass(slots=True)
class Uses:
    """What each column is: a question, or beside them, or open for one of several reasons."""

    questions: list[int] = field(default_factory=list)
    beside: list[int] = field(default_factory=list)
    doubtful: list[int] = field(default_factory=list)
    untitled: list[int] = field(default_factory=list)
    worded: dict[int, int] = field(default_factory=dict)
    """Columns of words that rate something, and how many cells have them."""
    dated: dict[int, int] = field(default_factory=dict)
    """Columns of dates that 4/5 may have become, and how many cells have them."""
    by_number: list[int] = field(default_factory=list)
    """Questions (named above too) that only their numbered headers show to be some."""
    by_place: list[int] = field(default_factory=list)
    """Questions (named above too) that only their place between the others of a form shows to be some."""

    @property
    def open(self) -> bool:
        """Whether a column is neither a question nor known to be none."""
        return any((self.doubtful, self.untitled, self.worded, self.dated))


def sort_columns(body: Body, forms: Sequence[UsersForm] = ()) -> Uses:
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
    sure = tuple(uses.questions)
    for column, heading in body.headings.items():
        if column in sure:
            continue
        rated = heading.beside is Beside.REMARK and heading.matches and body.share(column) == 1
        if (heading.asks is Asks.BESIDE and not rated) or _tells_nothing(body, column, sure):
            uses.beside.append(column)
        else:
            _take_open(uses, body, column)
    _take_numbered(uses, body)
    _take_placed(uses, body, forms)
    return uses


def _asked(body: Body, forms: Sequence[UsersForm]) -> list[int]:
    """Return the columns whose codes, numbers or key words ask questions."""
    certain, worded = _certain(body), _worded(body)
    together = sorted((*certain, *worded))
    whole = any(len(form.questions) == len(together) for form in forms)
    return together if whole else certain or worded


def _certain(body: Body) -> list[int]:
    return [column for column, heading in body.headings.items() if heading.asks is Asks.QUESTION]


def _worded(body: Body) -> list[int]:
    """Return the columns with key words of questions, without those of times and of remarks.

    Dates that 4/5 may have become, and words that rate something, are meant as answers.
    """
    worded = [column for column, heading in body.headings.items() if heading.asks is Asks.WORDED]
    return [
        column
        for column in worded
        if body.share(column, Read.DATE, Read.WORDS, Read.TEXT) < 1 or _is_meant(body.filled(column))
    ]


def _is_meant(cells: Sequence[Cell]) -> bool:
    return all(map(is_fifth, cells)) or are_ratings(cells)


def _numbered_alike(body: Body) -> list[int]:
    """Return the columns whose headers are uniform, a word and a number, no two the same."""
    series = {column: each.series for column, each in body.headings.items() if each.series}
    if len(set(series.values())) < len(series):
        return []
    on_scale = [column for column in series if body.share(column) > Fraction(1, 2)]
    stems = Counter(series[column][0] for column in on_scale)
    if max(stems.values(), default=0) < 2:
        return []
    return [column for column, (stem, _) in series.items() if stems[stem] > 1 or body.share(column) == 1]


def _tells_nothing(body: Body, column: int, questions: Iterable[int]) -> bool:
    """Tell a column that its cells show to be no question: blank, counting, a total, or not on the scale."""
    cells = body.filled(column)
    if not cells or is_running(cells) or _sums_up(body, column, questions):
        return True
    if body.headings[column].asks is Asks.UNTITLED:
        return not body.share(column)
    if _is_meant(cells):
        return False
    off = map(number_in, body.cells(column, Read.NUMBER))
    near = body.share(column) * len(cells) + sum(value is not None and 0 <= value <= HIGHEST for value in off)
    return 2 * near < len(cells)


def _sums_up(body: Body, column: int, questions: Iterable[int]) -> bool:
    """Tell a column that holds the sum or the mean of each row's answers.

    Rows whose answers are all the same prove nothing: any question may be answered like that too.
    """
    answers = [body.reads[question] for question in questions]
    values = list(map(number_in, body.filled(column)))
    if not answers or None in values:
        return False
    rows = np.stack(answers)[:, body.reads[column] != Read.BLANK].T.tolist()
    given = [[answer for answer in row if answer >= 0] for row in rows]
    proofs = sum(len(set(row)) > 1 for row in given)
    if not all(given) or proofs < _LEAST_PROOFS:
        return False
    places = max(map(_decimals, values))
    apart = Fraction(1, 2 * 10**places) if places else 0
    pairs = [(value or Fraction(0), row) for value, row in zip(values, given, strict=True)]
    return all(value == sum(row) for value, row in pairs) or all(
        abs(value - Fraction(sum(row), len(row))) <= apart for value, row in pairs
    )


def _decimals(value: Fraction | None) -> int:
    places = 0
    while value is not None and places < _MOST_DECIMALS and (value * 10**places).denominator > 1:
        places += 1
    return places


def _take_open(uses: Uses, body: Body, column: int) -> None:
    cells = body.filled(column)
    if body.headings[column].asks is Asks.UNTITLED:
        uses.untitled.append(column)
    elif are_ratings(cells):
        uses.worded[column] = len(cells)
    elif all(map(is_fifth, cells)):
        uses.dated[column] = len(cells)
    else:
        uses.doubtful.append(column)


def _take_numbered(uses: Uses, body: Body) -> None:
    """Take the open columns as questions if their headers and those known are numbered 1, 2, 3 ..."""
    together = sorted((*uses.questions, *uses.doubtful))
    numbers = [body.headings[column].number for column in together]
    whole = all(body.share(column) == 1 for column in uses.doubtful)
    if whole and len(together) > 1 and numbers == list(range(1, len(together) + 1)):
        uses.by_number, uses.questions, uses.doubtful = [*uses.by_number, *uses.doubtful], together, []


def _take_placed(uses: Uses, body: Body, forms: Sequence[UsersForm]) -> None:
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


def _follows(uses: Uses, body: Body, together: Sequence[int], form: UsersForm) -> bool:
    return len(together) == len(form.questions) and all(
        column in uses.doubtful or (form.code, question.code) in body.headings[column].matches
        for column, question in zip(together, form.questions, strict=True)
    )
