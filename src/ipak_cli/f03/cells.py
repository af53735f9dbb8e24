"""What a cell says in the service users' survey: an answer 0 to 5, or what shows that none is meant."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ipak_cli.base.period import MONTH_NUMBERS
from ipak_cli.base.text import normalise, wording
from ipak_cli.catalogue.survey import NUMBERS_FROM_TO
from ipak_cli.rubric.survey import Scale
from ipak_cli.survey.reading.row_looks import number_of
from ipak_cli.survey.reading.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ipak_cli.tables.cell import Cell

HIGHEST: Final = 5
SCALE: Final = Scale(lowest=0, highest=HIGHEST)
_NUMBER: Final = re.compile(r"([0-5])(?:[.,]0{1,2})?(?:\s?(?:/|dari)\s?5(?:[.,]0{1,2})?)?")
_WITH_WORDS: Final = re.compile(r"([0-5])\s?[-–—:=.)(](\D+)")
_DATE: Final = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?!\d)")
_RATINGS: Final = frozenset(
    {
        "puas", "memuaskan", "baik", "buruk", "jelek", "bagus", "setuju", "mudah", "sulit", "sesuai",
        "jelas", "cepat", "lambat", "lengkap", "nyaman", "bersih", "kotor", "ramah", "sopan", "memadai",
        "responsif", "prima", "tanggap",
    }
)  # fmt: skip
_BESIDE_RATINGS: Final = frozenset(
    {
        "amat", "sangat", "sekali", "cukup", "kurang", "tidak", "agak", "lebih", "paling", "biasa",
        "saja",
    }
)  # fmt: skip
_LEAST_RUN: Final = 3
"""Numbers from which steady counting up or down shows."""
_POLES: Final[Mapping[str, int]] = {"sangat buruk": 0, "sangat baik": HIGHEST}
"""The ends of the scale on the form before 2022: another number beside their words is no answer."""


def answer_in(cell: Cell) -> int | None:
    """Return the answer that a cell plainly holds: ``4``, ``4,0``, ``4/5``, ``4 dari 5``, ``4 - Baik``."""
    if isinstance(cell, str):
        return _written(" ".join(cell.split()))
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return int(cell) if cell in SCALE.values else None
    return None


def _written(text: str) -> int | None:
    if number := _NUMBER.fullmatch(text):
        return int(number[1])
    marked = _WITH_WORDS.fullmatch(text)
    words = normalise(marked[2]) if marked else ""
    if not marked or not words or words in MONTH_NUMBERS:
        return None
    answer = int(marked[1])
    return answer if _POLES.get(words, answer) == answer else None


def words_among(item: str, cells: Iterable[Cell]) -> Words:
    """Return what an item's cells may say besides numbers: the form has no words, but offices add some."""
    texts = {cell: answer_in(cell) for cell in cells if isinstance(cell, str)}
    meant = {wording(text): answer for text, answer in texts.items() if answer is not None}
    return Words(item, SCALE, meant, (NUMBERS_FROM_TO(lowest=SCALE.lowest, highest=SCALE.highest),))


def is_title(cell: Cell) -> bool:
    """Tell a title, which has a letter, from numbers and blanks."""
    return isinstance(cell, str) and any(c.isalpha() for c in cell)


def is_remark(cell: Cell) -> bool:
    """Tell a time and a text with more than a number in it from what is meant as an answer."""
    if isinstance(cell, str):
        return answer_in(cell) is None and bool(is_title(cell) or _DATE.match(cell.strip()))
    return isinstance(cell, date | time | timedelta)


def is_meant(cells: Sequence[Cell]) -> bool:
    """Tell answers that went wrong: dates that 4/5 may have become, or words that rate something."""
    return all(map(_is_fifth, cells)) or 2 * sum(map(_is_rating, cells)) >= len(cells)


def _is_fifth(cell: Cell) -> bool:
    """Tell the 4th of May and the 5th of April, at midnight."""
    if not isinstance(cell, date) or cell.timetuple()[3:6] != (0, 0, 0):
        return False
    return HIGHEST in (cell.day, cell.month) and max(cell.day, cell.month) <= HIGHEST


def _is_rating(cell: Cell) -> bool:
    """Tell ``Sangat Baik``."""
    words = normalise(cell).split() if isinstance(cell, str) else []
    return not _RATINGS.isdisjoint(words) and _RATINGS.union(_BESIDE_RATINGS).issuperset(words)


def is_near(cell: Cell) -> bool:
    """Tell an answer, and any other number from 0 to 5."""
    number = number_of(cell)
    return answer_in(cell) is not None or (number is not None and 0 <= number[0] <= HIGHEST)


def is_running(cells: Sequence[Cell]) -> bool:
    """Tell a running number or a key: whole numbers from 0 or 1 on by ones, or many that go up or down."""
    numbers = [number[0] for number in map(number_of, cells) if number]
    whole = [number for number in numbers if number.denominator == 1]
    if len(whole) < max(len(cells), _LEAST_RUN):
        return False
    steps = {after - before for before, after in pairwise(whole)}
    if steps in ({1}, {-1}) and min(whole) in (0, 1):
        return True
    telling = len(whole) >= HIGHEST or max(whole) > HIGHEST
    return telling and (min(steps) > 0 or max(steps) < 0)
