"""Where the header of a service users' survey stands, and what each column's titles ask for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final, TypeAlias

from ipak_cli.base.text import normalise
from ipak_cli.f03.cells import HIGHEST, answer_in, is_title
from ipak_cli.f03.header_words import RESPONDENTS, asks_beside, asks_remark
from ipak_cli.tables.column import is_blank

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.rubric.pekppp import UsersSurvey
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.column import Piece

Line: TypeAlias = "tuple[int, Mapping[int, Cell]]"
"""A row's number and its cells that are not blank by their column's number."""
Match = tuple[str, str]
"""The letter of a form of F-03, and the code of a question on it."""


class Asks(Enum):
    """What a header asks: a question (by code or number, by key words), a remark, something else, or open."""

    QUESTION = "question"
    WORDED = "worded"
    REMARK = "remark"
    BESIDE = "beside"
    OPEN = "open"
    UNTITLED = "untitled"


@dataclass(frozen=True, slots=True)
class Heading:
    """What a header says.

    ``key`` is what no two questions share. ``matches`` are the questions that it may ask. An open header may
    end in a number, as ``layanan1`` does (``series``), or begin with one (``number``).
    """

    asks: Asks
    key: str | None = None
    matches: frozenset[Match] = frozenset()
    series: tuple[str, int] | None = None
    number: int | None = None

    @property
    def beside(self) -> bool:
        """Whether it asks no question on the scale."""
        return self.asks in (Asks.REMARK, Asks.BESIDE)


@dataclass(frozen=True, slots=True)
class UsersHeader:
    """The header's lowest row (0: there is none) and each column's titles, the nearest to its cells first."""

    row: int = 0
    titles: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


UNTITLED: Final = Heading(Asks.UNTITLED)
_LABEL: Final = r"(?:q|p|pertanyaan|soal|item|butir|pernyataan|question)(?: (?:no|nomor|ke))? ?0*(\d{1,2})"
_LABELLED: Final = re.compile(rf"(?:f ?03 )?{_LABEL}(?: (.+))?")
_GROUPED: Final = re.compile(rf"[^ ]+ {_LABEL}")
"""A group's name ahead of the label, as in ``f03/P1``."""
_CODE: Final = re.compile(r"(\d{1,2}) ?([a-e]) ?([kats]{1,2}) ?(\d?)(?: .+)?")
_NUMBERED: Final = re.compile(r"0*(\d{1,2}) (.+)")
_SERIES: Final = re.compile(r"(.*[^\d ]) ?0*(\d{1,3})")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SENTENCE: Final = 3
"""Words from which a header may be a sentence."""
_WHOLE_WORD: Final = 5
"""Letters below which a key word must be a whole word of the header."""
_ROWS: Final = 60
"""Rows among which the header is looked for."""
_ABOVE: Final = 2
"""Rows above the header in which a group's title may stand."""


def find_head(piece: Piece, survey: UsersSurvey | None) -> UsersHeader:
    """Find the header: the first row with most titles; codes or numbers of questions may stand below it."""
    lines = _lines(piece)
    if not lines:
        return UsersHeader()
    best = max(range(len(lines)), key=lambda place: _titles(lines[place][1]))
    last = best
    while last + 1 < len(lines) and _belongs(lines[last + 1][1], survey):
        last += 1
    rows = [cells for _, cells in lines[: last + 1]]
    return UsersHeader(lines[last][0], {column: _stack(rows, best, column) for column in piece.columns})


def _lines(piece: Piece) -> list[Line]:
    first = piece.only(piece.rows <= (piece.rows.min(initial=1) + _ROWS))
    lines: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in first.cells():
        if not is_blank(cell):
            lines.setdefault(row, {})[column] = cell
    return sorted((row, dict(sorted(cells.items()))) for row, cells in lines.items())


def _titles(cells: Mapping[int, Cell]) -> int:
    """Tell how much like a header a row is: its titles and question numbers, without what may be answers."""
    numbers = _question_numbers(cells)
    rest = [cell for column, cell in cells.items() if column not in numbers]
    answers = sum(answer_in(cell) is not None for cell in rest)
    return len(numbers) + sum(map(is_title, rest)) - answers


def _belongs(cells: Mapping[int, Cell], survey: UsersSurvey | None) -> bool:
    """Tell a further row of the header: numbers of columns, or codes of questions."""
    if _question_numbers(cells):
        return True
    told = [heading_of([str(cell)], survey) for cell in cells.values() if is_title(cell)]
    return 2 * sum(each.asks is Asks.QUESTION for each in told) > len(cells)


def _question_numbers(cells: Mapping[int, Cell]) -> Mapping[int, int]:
    """Return the run 1, 2, 3 ... at a row's end, if it goes beyond the scale: no one answers like that.

    Titles such as those of totals may stand behind it.
    """
    numbers = {column: _whole(cell) for column, cell in cells.items()}
    ones = [column for column, number in numbers.items() if number == 1]
    last = max((column for column, number in numbers.items() if number is not None), default=0)
    behind = any(not is_title(cell) for column, cell in cells.items() if column > last)
    run = {column: number for column, number in numbers.items() if ones and ones[-1] <= column <= last}
    if behind:
        return {}
    found = {column: number for column, number in run.items() if number is not None}
    counted = list(found.values()) == list(range(1, len(run) + 1))
    return found if counted and len(run) > HIGHEST else {}


def _whole(cell: Cell) -> int | None:
    if isinstance(cell, str):
        text = cell.strip(" .()")
        return int(text) if text.isdecimal() and len(text) <= 2 else None
    return int(cell) if isinstance(cell, int | float) and cell in range(100) else None


def _stack(rows: Sequence[Mapping[int, Cell]], best: int, column: int) -> tuple[str, ...]:
    """Return a column's titles; where the header has none, what stands above it, or the question's number."""
    titles = [str(cells[column]) for cells in reversed(rows[best:]) if is_title(cells.get(column))]
    if titles:
        return tuple(titles)
    for cells in reversed(rows[best:]):
        if number := _question_numbers(cells).get(column):
            return (f"Pertanyaan {number}",)
    above = [str(cells[column]) for cells in reversed(rows[:best][-_ABOVE:]) if is_title(cells.get(column))]
    return tuple(above[:1])


def heading_of(titles: Sequence[str], survey: UsersSurvey | None) -> Heading:
    """Return what a column's titles say, the nearest to its cells first; a code or number decides."""
    found = [_heading(title, survey) for title in titles]
    certain = (each for each in found if each.asks is Asks.QUESTION)
    telling = (each for each in found if each.asks is not Asks.OPEN)
    return next(certain, None) or next(telling, None) or next(iter(found), UNTITLED)


def _heading(title: str, survey: UsersSurvey | None) -> Heading:
    text = normalise(_CAMEL.sub(" ", title))
    if coded := _coded(text, survey):
        return Heading(Asks.QUESTION, min(coded)[1], coded)
    if label := _LABELLED.fullmatch(text) or _GROUPED.fullmatch(text):
        rest = label[2] if label.re is _LABELLED else None
        asked = _described(rest, survey) if rest else Heading(Asks.OPEN)
        if asked.beside:
            return asked
        return Heading(Asks.QUESTION, f"{int(label[1])}", asked.matches)
    numbered = _NUMBERED.fullmatch(text)
    number = int(numbered[1]) if numbered else None
    return _described(numbered[2] if numbered else text, survey, number)


def _described(text: str, survey: UsersSurvey | None, number: int | None = None) -> Heading:
    words = text.split()
    series = _SERIES.fullmatch(text)
    if series and len(words) < _SENTENCE:
        return _in_series(series[1].strip(), int(series[2]), survey)
    matches = frozenset(_worded(words, survey))
    if asks_remark(words):
        return Heading(Asks.REMARK, matches=matches)
    if asks_beside(words, rated=bool(matches)):
        return Heading(Asks.BESIDE, matches=matches)
    return Heading(Asks.WORDED if matches else Asks.OPEN, matches=matches, number=number)


def _in_series(stem: str, number: int, survey: UsersSurvey | None) -> Heading:
    if stem in RESPONDENTS:
        return Heading(Asks.OPEN)
    matches = frozenset(_worded(stem.split(), survey))
    if asks_beside(stem.split(), rated=bool(matches), numbered=True) or asks_remark(stem.split()):
        return Heading(Asks.BESIDE)
    return Heading(Asks.WORDED if matches else Asks.OPEN, matches=matches, series=(stem, number))


def _coded(text: str, survey: UsersSurvey | None) -> frozenset[Match]:
    match = _CODE.fullmatch(text)
    if match is None or survey is None:
        return frozenset()
    said = "".join(part for part in match.groups())
    return frozenset(
        (form.code, question.code)
        for form in survey.forms
        for question in form.questions
        if question.code.replace(".", "").casefold() == said
    )


def _worded(words: Sequence[str], survey: UsersSurvey | None) -> Iterator[Match]:
    """Yield the questions of each form whose key words stand in a header: those with most of them."""
    for form in survey.forms if survey else ():
        fits = {question.code: _fit(question.keys, words) for question in form.questions}
        best = max(fits.values())
        yield from ((form.code, code) for code, fit in fits.items() if best and fit == best)


def _fit(keys: Sequence[str], words: Sequence[str]) -> int:
    """Return how many words the longest key has of which all stand in the header."""
    wanted = [normalise(key).split() for key in keys]
    return max((len(key) for key in wanted if all(_stands(word, words) for word in key)), default=0)


def _stands(key: str, words: Sequence[str]) -> bool:
    return any(key == word or (len(key) >= _WHOLE_WORD and key in word) for word in words)
