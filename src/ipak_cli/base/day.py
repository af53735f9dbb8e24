"""Dates as offices type them, told from names of periods and from phrases."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import Final

from ipak_cli.base.period import MONTH_NAME, MONTH_NUMBERS, parse_period

_WEEKDAY: Final = r"(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu)"
_DAY_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        r"(?P<y>\d{4})(?P<gap>[-/.])(?P<n>\d{1,2})(?P=gap)(?P<d>\d{1,2})",
        r"(?P<d>\d{1,2})(?P<gap> ?[-/.] ?)(?P<n>\d{1,2})(?P=gap)(?P<y>\d{1,4})",
        rf"(?:{_WEEKDAY},? )?(?P<d>\d{{1,2}})[ /-]{{1,3}}(?P<m>[a-z]{{3,9}})\.?[ ,/-]{{1,3}}(?P<y>\d{{1,4}})",
    )
)
_DAY_WITHIN: Final = re.compile(
    rf"(?<![\d-])(?P<d>\d{{1,2}}) {MONTH_NAME}\b\.?(?: (?P<y>\d{{4}})\b)?", re.IGNORECASE
)


def parse_day(text: str) -> date | None:
    """Read a date as it is typed: ``2025-01-31``, ``31 Januari 2025``, ``31-01-2025`` or ``31/1/2025``.

    ``None`` for a phrase: a period's name (``Maret 2025``), or words (``setiap bulan``), also around a date.
    Raises ``ValueError`` where a text is only digits and signs, or has a day before a month's name, and that
    is no day of the years 2000 to 2100.
    """
    plain = " ".join(text.split())
    with suppress(ValueError):
        parse_period(plain)
        return None
    if match := next((found for form in _DAY_FORMS if (found := form.fullmatch(plain))), None):
        return _day(match)
    if not any(c.isalpha() for c in plain):
        raise ValueError(f"not a date: {text!r}")
    for match in _DAY_WITHIN.finditer(plain):
        if match[0] == plain:
            raise ValueError(f"a date without its year: {text!r}")
        _day(match)
    return None


def _day(match: re.Match[str]) -> date:
    """Return a date that was found; one without a year is looked up in a leap year. Raises ``ValueError``."""
    named = match.groupdict()
    month = named.get("n") or MONTH_NUMBERS.get((named.get("m") or "").lower(), 0)
    day = date(int(named["y"] or 2000), int(month), int(named["d"]))
    if not 2000 <= day.year <= 2100:
        raise ValueError(f"not of our time: {day}")
    return day
