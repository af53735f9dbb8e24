"""A sheet of the service users' survey counted: its questions, respondents, answers, faults and mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from ipak_cli.base.figures import Figure, NotScored, mean
from ipak_cli.catalogue.phrases_pekppp import F03_NEEDS_MENDING, F03_NO_ANSWERS
from ipak_cli.f03.cells import SCALE, Read, read_cell, shown
from ipak_cli.f03.columns import Body, Uses, sort_columns
from ipak_cli.f03.head import UsersHeader, find_head
from ipak_cli.f03.headers import heading_of
from ipak_cli.f03.rows import apart, summaries, text_below, text_rows, trials, unmarked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import numpy.typing as npt

    from ipak_cli.base.message import Message
    from ipak_cli.rubric.pekppp import UsersForm, UsersSurvey
    from ipak_cli.tables.column import Piece

Place = tuple[int, int]
"""A cell's row and column."""


@dataclass(frozen=True, slots=True)
class AnswerFault:
    """Cells that hold the same kind of no answer; a message may say ``shown`` of it."""

    kind: Read
    cells: tuple[Place, ...]
    shown: str | Message = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rows below the header that are no respondents, or may be none."""

    summaries: tuple[int, ...] = ()
    trials: tuple[int, ...] = ()
    texts: tuple[int, ...] = ()
    unmarked: tuple[int, ...] = ()
    apart: tuple[int, ...] = ()

    @property
    def open(self) -> bool:
        """Whether a row may be a respondent or not."""
        return bool(self.unmarked or self.apart)


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """A sheet as counted: its header, what each column is, its respondents' rows, its answers and faults.

    ``counts`` holds how often each answer was given; ``twice`` are pairs of columns that ask the same.
    """

    head: UsersHeader
    uses: Uses = field(default_factory=Uses)
    form: UsersForm | None = None
    rows: tuple[int, ...] = ()
    counts: tuple[int, ...] = (0,) * len(SCALE)
    faults: tuple[AnswerFault, ...] = ()
    twice: tuple[tuple[int, int], ...] = ()
    left_out: LeftOut = field(default_factory=LeftOut)

    @property
    def questions(self) -> tuple[int, ...]:
        """The columns that are questions."""
        return tuple(self.uses.questions)

    @property
    def answers(self) -> int:
        """The number of answers."""
        return sum(self.counts)

    @property
    def mean(self) -> Figure:
        """The mean over respondents of their own means, exact.

        As every respondent answered every question, it is the sum of all answers by their number.
        """
        if self.faults or self.twice or self.uses.open or self.left_out.open:
            return NotScored(F03_NEEDS_MENDING())
        total = sum(value * count for value, count in zip(SCALE, self.counts, strict=True))
        return mean(total, self.answers, reason=F03_NO_ANSWERS())


def count_answers(piece: Piece, survey: UsersSurvey | None) -> AnswerTable:
    """Count the answers of a sheet.

    :func:`find_head` finds the header and :func:`sort_columns` the questions. Every question is compulsory:
    each of its cells is a whole number 0 to 5, or a fault. A respondent is a row with answers.
    """
    head = find_head(piece, survey)
    people, uses, left_out = _people(_body(piece, head, survey), survey.forms if survey else ())
    if not uses.questions:
        return AnswerTable(head, uses)
    asked = np.stack([people.reads[column] for column in uses.questions])
    form = _form(people, uses, survey)
    return AnswerTable(
        head=head,
        uses=uses,
        form=form,
        rows=_numbers(people.rows),
        counts=tuple(int((asked == value).sum()) for value in SCALE),
        faults=tuple(_faults(people, uses.questions)),
        twice=tuple(_twice(people, uses.questions, form)),
        left_out=left_out,
    )


def _people(body: Body, forms: Sequence[UsersForm]) -> tuple[Body, Uses, LeftOut]:
    """Return the respondents' rows, what each column is, and the other rows."""
    sums = summaries(body)
    tried = trials(body) & ~sums
    kept = body.only(~(sums | tried))
    uses = sort_columns(kept.only(~text_below(kept)), forms)
    if not uses.questions:
        return kept, uses, LeftOut()
    text = text_rows(kept, uses.questions)
    people = kept.only(~text)
    lacking, gapped = unmarked(people, uses.beside), apart(people, uses.beside)
    left_out = LeftOut(
        summaries=_numbers(body.rows[sums]),
        trials=_numbers(body.rows[tried]),
        texts=_numbers(kept.rows[text]),
        unmarked=_numbers(people.rows[lacking]),
        apart=_numbers(people.rows[gapped]),
    )
    return people.only(~(lacking | gapped)), uses, left_out


def _body(piece: Piece, head: UsersHeader, survey: UsersSurvey | None) -> Body:
    """Read the cells below the header; rows without any cell are passed over."""
    below = piece.only(piece.rows > head.row)
    filled = np.zeros(len(below.rows), np.bool_)
    for column in below.columns.values():
        filled |= ~column.blank
    below = below.only(filled)
    reads = {
        number: column.map(read_cell, empty=Read.BLANK, kind=np.int8)
        for number, column in below.columns.items()
    }
    headings = {number: heading_of(head.titles.get(number, ()), survey) for number in sorted(below.columns)}
    return Body(below.rows, headings, below.columns, reads)


def _numbers(rows: npt.NDArray[np.int64]) -> tuple[int, ...]:
    return tuple(rows.tolist())


def _form(body: Body, uses: Uses, survey: UsersSurvey | None) -> UsersForm | None:
    """Return the form that has as many questions, if no header asks what it does not ask."""
    asked = [body.headings[column].matches for column in uses.questions]
    fitting = [
        form
        for form in (survey.forms if survey else ())
        if len(form.questions) == len(asked)
        and all(not matches or form.code in {code for code, _ in matches} for matches in asked)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _faults(body: Body, columns: Sequence[int]) -> Iterator[AnswerFault]:
    """Yield what is no answer: of each question each kind once, and of all each different number once."""
    for column in columns:
        for kind in (Read.BLANK, Read.WORDS, Read.DATE):
            if rows := body.rows[body.reads[column] == kind].tolist():
                yield AnswerFault(kind, tuple((row, column) for row in rows))
    told: dict[str | Message, list[Place]] = {}
    for column in columns:
        wrong = np.isin(body.reads[column], (Read.NUMBER, Read.TEXT, Read.OTHER))
        cells = body.columns[column].only(wrong).cells()
        for row, cell in zip(body.rows[wrong].tolist(), cells, strict=True):
            told.setdefault(shown(cell), []).append((row, column))
    yield from (AnswerFault(Read.OTHER, tuple(sorted(cells)), text) for text, cells in told.items())


def _twice(body: Body, columns: Iterable[int], form: UsersForm | None) -> Iterator[tuple[int, int]]:
    """Yield pairs of columns that ask the same: by code or number, or by key words where no form fits."""
    first: dict[object, int] = {}
    for column in columns:
        heading = body.headings[column]
        key = heading.key or (None if form or heading.series else heading.matches)
        if key and first.setdefault(key, column) != column:
            yield first[key], column
