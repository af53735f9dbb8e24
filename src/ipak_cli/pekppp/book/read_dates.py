"""A day in a text, in numbers or with its month in words; a text that can be two days is asked about."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from ipak_cli.base.quarter import MONTH_NUMBERS, indonesian_date
from ipak_cli.catalogue.pekppp import DATE_AMBIGUOUS, DATE_NOT_POSSIBLE, NOT_A_DATE
from ipak_cli.pekppp.book.unread import Unread

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
