"""What a cell says in the service users' survey: a whole number 0 to 5, nothing, or no answer."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from enum import IntEnum
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ipak_cli.base.text import normalise
from ipak_cli.catalogue.phrases_pekppp import F03_CONTENT_OF_CELL, F03_PERCENTAGE
from ipak_cli.tables.cell import Cell, PercentCell
from ipak_cli.tables.column import is_blank

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.base.message import Message

HIGHEST: Final = 5
SCALE: Final = range(HIGHEST + 1)


class Read(IntEnum):
    """What a cell is that holds no answer, which would be a number from 0 on; words have no digits."""

    BLANK = -1
    NUMBER = -2
    WORDS = -3
    DATE = -4
    TEXT = -5
    OTHER = -6


_ANSWER: Final = re.compile(r"([0-5])(?:[.,]0{1,2})?(?:\s?(?:/|dari)\s?5(?:[.,]0{1,2})?)?")
_WITH_WORDS: Final = re.compile(r"([0-5])\s?[-–—:=.)(](\D+)")
_NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")
_NUMBERS: Final = re.compile(r"[0-9.,/%\s+-]+")
_DATE: Final = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?:\D.*)?")
_WORD: Final = re.compile(r"[^\W\d_]+")
_POLES: Final[Mapping[str, int]] = {"sangat buruk": 0, "sangat baik": HIGHEST}
"""The ends of the scale on the form before 2022: another number beside their words is no answer."""
_MONTHS: Final = frozenset(
    {
        "jan", "januari", "feb", "februari", "mar", "maret", "apr", "april", "mei", "may", "jun",
        "juni", "jul", "juli", "agu", "agt", "ags", "agustus", "aug", "sep", "sept", "september", "okt",
        "oktober", "oct", "nov", "nop", "november", "des", "desember", "dec",
    }
)  # fmt: skip
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
_MOST_DIGITS: Final = 5
"""Longer numbers may be telephone or identity numbers; a message does not show them."""


def read_cell(value: Cell) -> int:
    """Return the answer in a cell, 0 to 5, or the :class:`Read` that says what it is instead.

    ``4``, ``4,0``, ``4/5``, ``4 dari 5`` and ``4 - Baik`` are the answer 4; nothing is rounded.
    """
    if is_blank(value):
        return Read.BLANK
    match value:
        case bool():
            return Read.OTHER
        case int() | float():
            return int(value) if value in SCALE else Read.NUMBER
        case str():
            return _read_text(" ".join(value.split()))
        case date() | time() | timedelta():
            return Read.DATE
        case _:
            return Read.OTHER


def _read_text(text: str) -> int:
    if answer := _ANSWER.fullmatch(text):
        return int(answer[1])
    if _NUMBER.fullmatch(text):
        return Read.NUMBER
    words = normalise(text).split()
    if _DATE.fullmatch(text) or (len(words) in (2, 3) and words[0].isdecimal() and words[1] in _MONTHS):
        return Read.DATE
    if not _WORD.search(text):
        return Read.OTHER
    if marked := _WITH_WORDS.fullmatch(text):
        answered = int(marked[1])
        return answered if _POLES.get(normalise(marked[2]), answered) == answered else Read.TEXT
    return Read.TEXT if any(map(str.isdigit, text)) else Read.WORDS


def are_ratings(cells: Sequence[Cell]) -> bool:
    """Tell whether at least half of some cells are words that rate something, such as ``Sangat Baik``."""
    return 2 * sum(map(_is_rating, cells)) >= len(cells)


def _is_rating(value: Cell) -> bool:
    words = normalise(value).split() if isinstance(value, str) else []
    return not _RATINGS.isdisjoint(words) and _RATINGS.union(_BESIDE_RATINGS).issuperset(words)


def number_in(value: Cell) -> Fraction | None:
    """Return the number in a cell exactly as it is written."""
    if isinstance(value, str):
        text = value.strip().replace(",", ".")
    elif isinstance(value, int | float) and not isinstance(value, bool):
        text = repr(value) if abs(value) < 10**9 else ""
    else:
        text = ""
    return Fraction(text) if _NUMBER.fullmatch(text) else None


def is_running(cells: Sequence[Cell]) -> bool:
    """Tell a running number or a key: whole numbers from 0 or 1 on by ones, or many that go up or down."""
    values = list(map(number_in, cells))
    whole = [value for value in values if value is not None and value.denominator == 1]
    if len(whole) < max(len(values), _LEAST_RUN):
        return False
    steps = {after - before for before, after in pairwise(whole)}
    if steps in ({1}, {-1}) and min(whole) in (0, 1):
        return True
    telling = len(whole) >= HIGHEST or max(whole) > HIGHEST
    return telling and (min(steps) > 0 or max(steps) < 0)


def is_fifth(value: Cell) -> bool:
    """Tell a date that ``4/5`` may have become: the 4th of May or the 5th of April, at midnight."""
    if not isinstance(value, date) or value.timetuple()[3:6] != (0, 0, 0):
        return False
    return HIGHEST in (value.day, value.month) and max(value.day, value.month) <= HIGHEST


def shown(value: Cell) -> str | Message:
    """Return a short number as it is, and words for anything else: it could tell who a person is."""
    if isinstance(value, PercentCell):
        return F03_PERCENTAGE()
    number = isinstance(value, str | float) or (type(value) is int and abs(value) < 10**_MOST_DIGITS)
    text = " ".join(str(value).split()).replace(".", ",") if number else ""
    few = 0 < sum(c.isdigit() for c in text) <= _MOST_DIGITS
    return text if few and _NUMBERS.fullmatch(text) else F03_CONTENT_OF_CELL()
