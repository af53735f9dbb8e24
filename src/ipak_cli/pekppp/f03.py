"""F-03, the service users' mean: which columns are questions, and what their answers come to."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from ipak_cli.arithmetic import Figure, NotScored, mean
from ipak_cli.cells import Cell, address, column_letters
from ipak_cli.pekppp.f03_headers import asks_no_question
from ipak_cli.problems import Problem, Where, problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ipak_cli.pekppp.result import Source

Row: TypeAlias = "tuple[int, Mapping[int, Cell]]"
"""A row's number and its cells by their column's number, both counted from 1."""

SCALE: Final = range(6)
MOST_LISTED: Final = 1000
"""Wrong cells of one column that are listed; beyond that they are only counted."""
_WRITTEN: Final = re.compile(r"([0-5])(?:[.,]0{1,2})?")
_NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")
_MOST_DIGITS: Final = 5
"""Longer numbers may be telephone or identity numbers; a message does not show them."""


@dataclass(frozen=True, slots=True)
class F03:
    """The service users' mean on the scale 0 to 5, of how many respondents and answers, and its file."""

    mean: Figure
    respondents: int
    answers: int
    source: Source


@dataclass(frozen=True, slots=True)
class WrongCell:
    """A cell of a question column that holds no answer; ``shown`` is what a message may say of it."""

    row: int
    column: int
    shown: str


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """A sheet as counted: its question columns and those passed over, its respondents' rows, its answers.

    ``counts`` holds how often each answer was given. ``untitled`` are question columns whose header is no
    title; ``unlisted`` is the number of wrong cells beyond those listed.
    """

    questions: tuple[int, ...]
    passed_over: tuple[int, ...]
    untitled: tuple[int, ...]
    rows: tuple[int, ...]
    counts: tuple[int, ...]
    wrong: tuple[WrongCell, ...]
    unlisted: int

    @property
    def answers(self) -> int:
        """The number of answers."""
        return sum(self.counts)

    @property
    def mean(self) -> Figure:
        """The pooled mean, exact: the sum of all answers by their number."""
        if self.wrong or self.untitled:
            return NotScored("berkas jawaban F-03 perlu diperbaiki")
        total = sum(value * count for value, count in zip(SCALE, self.counts, strict=True))
        return mean(total, self.answers, reason="berkas F-03 tidak memuat jawaban")


@dataclass(slots=True)
class _Column:
    answered: bool = False
    wrong: list[WrongCell] = field(default_factory=list)
    unlisted: int = 0


def count_answers(rows: Iterable[Row]) -> AnswerTable:
    """Count the answers of a sheet, row by row.

    The first row that is not blank is the header. A column whose header is known to ask no question on the
    scale (time, person, service, remarks ...) is passed over, and so is a column without any whole number 0
    to 5. Every other column is a question: each of its cells is a whole number 0 to 5, or blank, or wrong.
    A blank is no answer and no 0. A respondent is a row with at least one answer.
    """
    filled = _filled(rows)
    _, header = next(filled, (0, {}))
    beside = {number for number, cell in header.items() if isinstance(cell, str) and asks_no_question(cell)}
    columns: dict[int, _Column] = defaultdict(_Column, {column: _Column() for column in header})
    counts = [0] * len(SCALE)
    respondents: list[int] = []
    for row, cells in filled:
        before = sum(counts)
        for column, value in cells.items():
            if column not in beside:
                _take(columns[column], (row, column), value, counts)
        if sum(counts) > before:
            respondents.append(row)
    return _table(columns, header, tuple(respondents), tuple(counts))


def f03_problems(table: AnswerTable, where: Where) -> tuple[Problem, ...]:
    """Say what is wrong with a sheet of answers and which columns were passed over; no cell's text is shown.

    ``where`` names file and sheet.
    """
    problems = [problem("E221", _at(where, cell.row, cell.column), value=cell.shown) for cell in table.wrong]
    if table.unlisted:
        problems.append(problem("J312", where, count=table.unlisted, code="E221"))
    if table.untitled:
        problems.append(problem("E225", where, columns=_letters(table.untitled)))
    if table.passed_over:
        problems.append(problem("E224", where, columns=_letters(table.passed_over)))
    if table.answers and not table.counts[0] and not table.counts[-1]:
        problems.append(problem("E226", where, answers=table.answers))
    return tuple(problems)


def _filled(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows that are not blank, with the cells that are not blank."""
    for row, cells in rows:
        filled = {column: value for column, value in cells.items() if not _is_blank(value)}
        if filled:
            yield row, filled


def _is_blank(value: Cell) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _take(column: _Column, place: tuple[int, int], value: Cell, counts: list[int]) -> None:
    answer = _answer(value)
    if answer is not None:
        column.answered = True
        counts[answer] += 1
    elif len(column.wrong) < MOST_LISTED:
        column.wrong.append(WrongCell(*place, _shown(value)))
    else:
        column.unlisted += 1


def _table(
    columns: Mapping[int, _Column], header: Mapping[int, Cell], rows: tuple[int, ...], counts: tuple[int, ...]
) -> AnswerTable:
    questions = {number: columns[number] for number in sorted(columns) if columns[number].answered}
    return AnswerTable(
        questions=tuple(questions),
        passed_over=tuple(number for number in sorted(columns) if number not in questions),
        untitled=tuple(number for number in questions if not _is_title(header.get(number))),
        rows=rows,
        counts=counts,
        wrong=tuple(cell for column in questions.values() for cell in column.wrong),
        unlisted=sum(column.unlisted for column in questions.values()),
    )


def _answer(value: Cell) -> int | None:
    """Return the whole number 0 to 5 in a cell; a logical value is none."""
    if isinstance(value, str):
        written = _WRITTEN.fullmatch(value.strip())
        return int(written[1]) if written else None
    if isinstance(value, int | float) and not isinstance(value, bool) and value in SCALE:
        return int(value)
    return None


def _shown(value: Cell) -> str:
    """Return a short number as it is, and words for anything else: it could tell who a person is."""
    number = isinstance(value, str | float) or (type(value) is int and abs(value) < 10**_MOST_DIGITS)
    text = str(value).strip().replace(".", ",") if number else ""
    few = sum(c.isdigit() for c in text) <= _MOST_DIGITS
    return text if few and _NUMBER.fullmatch(text) else "isi sel ini"


def _is_title(header: Cell) -> bool:
    return isinstance(header, str) and any(c.isalpha() for c in header)


def _letters(columns: Iterable[int]) -> str:
    return ", ".join(map(column_letters, columns))


def _at(where: Where, row: int, column: int) -> Where:
    return Where(where.file, where.sheet, address(row, column))
