"""Answers in words: yes or no, one of several choices, and days; a text that may mean two is asked about."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import InFull
from ipak_cli.base.period import MONTH_NUMBERS, indonesian_date
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.pekppp import (
    DATE_AMBIGUOUS,
    DATE_NOT_POSSIBLE,
    NOT_A_CHOICE,
    NOT_A_DATE,
    YES_OR_NO_UNCLEAR,
)
from ipak_cli.rubric.pekppp import NO, YES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.base.problem import Entry

_TICKS: Final = frozenset("✓✔☑✅√")
_VARIANT: Final = "\N{VARIATION SELECTOR-16}"
"""Follows a tick that is to be shown in colour."""
_THERE: Final = {
    "ada": YES, "sudah ada": YES, "ya ada": YES, "tidak ada": NO, "tdk ada": NO, "belum ada": NO,
}  # fmt: skip
"""Words of being there; on a statement that denies something, they may mean either."""
_SAID: Final = {
    "ya": YES, "iya": YES, "y": YES, "yes": YES, "v": YES, "sudah": YES, "benar": YES, "betul": YES,
    "true": YES,
    "tidak": NO, "tdk": NO, "no": NO, "n": NO, "belum": NO, "blm": NO, "false": NO,
}  # fmt: skip
_DENYING: Final = frozenset({"tanpa", "tidak", "bukan", "belum", "tak"})
_LONGEST_MARK: Final = 2
YEARS: Final = range(2000, 2101)
_PARTS: Final = re.compile(r"[\s,./-]+")
_YEAR: Final = re.compile(r"[0-9]{4}")
_NUMBER: Final = re.compile(r"[0-9]{1,2}")
_BEFORE: Final = frozenset(
    {
        "tanggal", "tgl", "senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu", "ahad",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    }
)  # fmt: skip
"""Words that may stand before a day and say nothing more."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a cell cannot be read: an entry of the catalogue and the values of its sentences."""

    entry: Entry
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """The code that users look up."""
        return self.entry.code


def yes_or_no(text: str, statement: str) -> str | Unread:
    """Return what a text answers to a statement; marks that are used either way are asked about."""
    mark, word = text.strip().removesuffix(_VARIANT), normalise(text)
    if mark in _TICKS or word in _SAID:
        return YES if mark in _TICKS else _SAID[word]
    if word in _THERE and not _denies(statement):
        return _THERE[word]
    if word in _THERE or len(text) <= _LONGEST_MARK:
        return Unread(YES_OR_NO_UNCLEAR, {"value": text})
    return Unread(NOT_A_CHOICE, {"value": text, "choices": f"{YES}, {NO}"})


def one_of(text: str, options: Sequence[str]) -> str | Unread:
    """Return the option that a text is, or the only one that begins with its words."""
    said = normalise(text)
    exact = [option for option in options if normalise(option) == said]
    begun = exact or [option for option in options if said and normalise(option).startswith(f"{said} ")]
    if len(begun) == 1:
        return begun[0]
    return Unread(NOT_A_CHOICE, {"value": text, "choices": InFull("; ".join(options))})


def _denies(statement: str) -> bool:
    first, *others = normalise(statement).split()
    return first != "ada" and not _DENYING.isdisjoint((first, *others))


def day_of(text: str) -> date | Unread:
    """Return the day that a text names, such as ``15 Juli 2024``, ``July 15, 2024`` or ``2024-07-15``."""
    parts = [part for part in _PARTS.split(text.casefold()) if part]
    match parts[1:] if parts and parts[0] in _BEFORE else parts:
        case year, month, day if _YEAR.fullmatch(year):
            return _day(text, year, month, day)
        case first, second, year if _YEAR.fullmatch(year):
            if first in MONTH_NUMBERS:
                return _day(text, year, first, second)
            return _two_days(text, year, first, second) or _day(text, year, second, first)
        case _:
            return Unread(NOT_A_DATE, {"value": text})


def within(day: date) -> date | Unread:
    """Return a day of the years that may be meant."""
    return day if day.year in YEARS else Unread(DATE_NOT_POSSIBLE, {"value": indonesian_date(day)})


def _two_days(text: str, year: str, first: str, second: str) -> Unread | None:
    """Return the question that two numbers leave open, either of which may be the month."""
    months = [int(part) for part in (first, second) if _NUMBER.fullmatch(part) and 1 <= int(part) <= 12]
    if len(months) < 2 or months[0] == months[1] or int(year) not in YEARS:
        return None
    one, other = months
    readings = [indonesian_date(date(int(year), month, day)) for day, month in ((one, other), (other, one))]
    return Unread(DATE_AMBIGUOUS, {"value": text, "first": readings[0], "second": readings[1]})


def _day(text: str, year: str, month: str, day: str) -> date | Unread:
    number = int(month) if _NUMBER.fullmatch(month) else MONTH_NUMBERS.get(month)
    if number is None or not _NUMBER.fullmatch(day):
        return Unread(NOT_A_DATE, {"value": text})
    try:
        return within(date(int(year), number, int(day)))
    except ValueError:
        return Unread(DATE_NOT_POSSIBLE, {"value": text})
