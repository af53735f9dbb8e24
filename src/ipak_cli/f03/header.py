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
    from collections.abc import Mapping, Sequence

    from ipak_cli.f03.form_words import FormWords, Match
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.column import Piece

Line: TypeAlias = "tuple[int, Mapping[int, Cell]]"
"""A row's number and its cells that are not blank by their column's number."""


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
_ROWS: Final = 60
"""Rows among which the header is looked for."""
_ABOVE: Final = 2
"""Rows above the header in which a group's title may stand."""


def find_head(piece: Piece, forms: FormWords) -> UsersHeader:
    """Find the header: the first row with most titles; codes or numbers of questions may stand below it."""
    lines = _lines(piece)
    if not lines:
        return UsersHeader()
    best = max(range(len(lines)), key=lambda place: _titles(lines[place][1]))
    last = best
    while last + 1 < len(lines) and _belongs(lines[last + 1][1], forms):
        last += 1
    above = [cells for _, cells in lines[max(best - _ABOVE, 0) : best]]
    rows = [(cells, _question_numbers(cells)) for _, cells in lines[best : last + 1]]
    return UsersHeader(lines[last][0], {column: _stack(rows, above, column) for column in piece.columns})


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


def _belongs(cells: Mapping[int, Cell], forms: FormWords) -> bool:
    """Tell a further row of the header: numbers of columns, or codes of questions."""
    if _question_numbers(cells):
        return True
    told = [heading_of([str(cell)], forms) for cell in cells.values() if is_title(cell)]
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


def _stack(
    rows: Sequence[tuple[Mapping[int, Cell], Mapping[int, int]]],
    above: Sequence[Mapping[int, Cell]],
    column: int,
) -> tuple[str, ...]:
    """Return a column's titles in the header's rows, each with its question numbers.

    Where the header has none, it is the question's number, or what stands above it.
    """
    titles = [str(cells[column]) for cells, _ in reversed(rows) if is_title(cells.get(column))]
    if titles:
        return tuple(titles)
    for _, numbers in reversed(rows):
        if number := numbers.get(column):
            return (f"Pertanyaan {number}",)
    group = [str(cells[column]) for cells in reversed(above) if is_title(cells.get(column))]
    return tuple(group[:1])


def heading_of(titles: Sequence[str], forms: FormWords) -> Heading:
    """Return what a column's titles say, the nearest to its cells first; a code or number decides."""
    found = [_heading(title, forms) for title in titles]
    certain = (each for each in found if each.asks is Asks.QUESTION)
    telling = (each for each in found if each.asks is not Asks.OPEN)
    return next(certain, None) or next(telling, None) or next(iter(found), UNTITLED)


def _heading(title: str, forms: FormWords) -> Heading:
    text = normalise(_CAMEL.sub(" ", title))
    if coded := _coded(text, forms):
        return Heading(Asks.QUESTION, min(coded)[1], coded)
    if label := _LABELLED.fullmatch(text) or _GROUPED.fullmatch(text):
        rest = label[2] if label.re is _LABELLED else None
        asked = _described(rest, forms) if rest else Heading(Asks.OPEN)
        if asked.beside:
            return asked
        return Heading(Asks.QUESTION, f"{int(label[1])}", asked.matches)
    numbered = _NUMBERED.fullmatch(text)
    number = int(numbered[1]) if numbered else None
    return _described(numbered[2] if numbered else text, forms, number)


def _described(text: str, forms: FormWords, number: int | None = None) -> Heading:
    words = text.split()
    series = _SERIES.fullmatch(text)
    if series and len(words) < _SENTENCE:
        return _in_series(series[1].strip(), int(series[2]), forms)
    matches = forms.worded(words)
    if asks_remark(words):
        return Heading(Asks.REMARK, matches=matches)
    if asks_beside(words, rated=bool(matches)):
        return Heading(Asks.BESIDE, matches=matches)
    return Heading(Asks.WORDED if matches else Asks.OPEN, matches=matches, number=number)


def _in_series(stem: str, number: int, forms: FormWords) -> Heading:
    if stem in RESPONDENTS:
        return Heading(Asks.OPEN)
    matches = forms.worded(stem.split())
    if asks_beside(stem.split(), rated=bool(matches), numbered=True) or asks_remark(stem.split()):
        return Heading(Asks.BESIDE)
    return Heading(Asks.WORDED if matches else Asks.OPEN, matches=matches, series=(stem, number))


def _coded(text: str, forms: FormWords) -> frozenset[Match]:
    match = _CODE.fullmatch(text)
    return forms.coded("".join(match.groups())) if match else frozenset()
