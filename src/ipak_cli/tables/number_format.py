"""Number formats: which numbers are dates, spans of time or percentages, and what moment a serial means."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.catalogue.files import LENGTH_OF_NUMBER_FORMAT, SO_MANY_LETTERS
from ipak_cli.tables.cell import PercentCell
from ipak_cli.tables.refusal import beyond

if TYPE_CHECKING:
    import numpy.typing as npt

    from ipak_cli.tables.cell import Cell


class Display(Enum):
    """As what a cell shows its number."""

    NUMBER = auto()
    PERCENT = auto()
    MOMENT = auto()
    SPAN = auto()


_BUILT_IN: Final = {
    **dict.fromkeys((9, 10), Display.PERCENT),
    **dict.fromkeys((*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)), Display.MOMENT),
    46: Display.SPAN,
}
LONGEST_CODE: Final = 255
"""Letters of a format's code: Excel's own limit ([MS-XLS] 2.4.126), and many times what a date needs."""
_LITERAL: Final = re.compile(r'"[^"]*"|\\.|_.|\*.')
_SPAN: Final = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_BRACKETS: Final = re.compile(r"\[[^\[\]]*\]")
_MOMENT: Final = re.compile(r"[dmyhs]", re.IGNORECASE)
_MILLISECONDS: Final = 86_400_000
_LAST_SERIAL: Final = 2_958_466
"""One past 31 December 9999."""
_YEARS_1904: Final = 1_462
"""Days from the first epoch to the second."""
_LEAP_BUG: Final = 60
"""Excel's day 60 is 29 February 1900, a day that never was."""
_WRITTEN: Final = re.compile(
    r"(?:(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?=\d)|\Z))?"
    r"(?:(?P<clock>\d\d:\d\d(?::\d\d(?:\.(?P<decimals>\d{1,30}))?)?)(?P<zone>Z|[+-]\d\d:?\d\d)?)?",
    re.ASCII,
)
_ANY_DAY: Final = "2000-01-01"
_EXACT_DECIMALS: Final = 6


def shown_as(format_id: int, code: str | None, *, file: str) -> Display:
    """Return what a number format shows: by its code, or by its number where it is built in.

    Raises ``ProblemsFoundError`` for a code that no program writes so long: what it shows is not guessed.
    """
    if code is None:
        return _BUILT_IN.get(format_id, Display.NUMBER)
    if len(code) > LONGEST_CODE:
        raise beyond(file, LENGTH_OF_NUMBER_FORMAT(), SO_MANY_LETTERS(count=LONGEST_CODE))
    first = _LITERAL.sub("", code).split(";")[0]
    if _SPAN.search(first):
        return Display.SPAN
    plain = _BRACKETS.sub("", first)
    if "%" in plain:
        return Display.PERCENT
    if re.search("general", plain, re.IGNORECASE):
        return Display.NUMBER
    return Display.MOMENT if _MOMENT.search(plain) else Display.NUMBER


def number_cell(value: float, shown: Display, *, epoch_1904: bool) -> Cell:
    """Return the cell for a number: a date without a time of day, a time without a date, or both.

    A serial outside the calendar stays a number.
    """
    if shown is Display.NUMBER:
        return value
    if shown is Display.PERCENT:
        return PercentCell(value)
    if not (0 <= value < _LAST_SERIAL and round(value * _MILLISECONDS) < _end(epoch_1904=epoch_1904)):
        return value
    if shown is Display.SPAN:
        return timedelta(milliseconds=round(value * _MILLISECONDS))
    return _moment(value, epoch_1904=epoch_1904)


def usual_moments(serials: npt.NDArray[np.float64], *, epoch_1904: bool) -> npt.NDArray[np.datetime64] | None:
    """Return the moments of many serials, ``None`` where one is before March 1900 or no date at all."""
    milliseconds = np.rint(serials * _MILLISECONDS)
    if not ((serials > _LEAP_BUG) & (milliseconds < _end(epoch_1904=epoch_1904))).all():
        return None
    first = np.datetime64("1904-01-01" if epoch_1904 else "1899-12-30", "ms")
    return first + milliseconds.astype("timedelta64[ms]")


def written_moment(text: str) -> Cell:
    """Return the cell for a day, a time of day or both in the notation of ISO 8601, as strict files have it.

    A zone that is written stays with the moment. What is none of them, or in no calendar, stays text.
    """
    found = _WRITTEN.fullmatch(text)
    if found is None or not text:
        return text
    day, clock, zone = found["day"], found["clock"], found["zone"]
    try:
        if clock is None:
            return date.fromisoformat(day)
        start = datetime.fromisoformat(f"{day or _ANY_DAY}T{clock.partition('.')[0]}{zone or ''}")
        moment = start + timedelta(microseconds=_microseconds(found["decimals"] or ""))
    except (ValueError, OverflowError):
        return text
    if day is None:
        return moment.time() if zone is None else text
    return moment if zone or moment.time() != time() else moment.date()


def _microseconds(decimals: str) -> int:
    """Read the decimals of a second; where a computed number was written out, to the nearest millisecond."""
    if len(decimals) <= _EXACT_DECIMALS:
        return int(decimals.ljust(_EXACT_DECIMALS, "0"))
    return (int(decimals[:4]) + 5) // 10 * 1_000


def _end(*, epoch_1904: bool) -> int:
    """Return the milliseconds from the epoch to the end of the year 9999."""
    return (_LAST_SERIAL - (_YEARS_1904 if epoch_1904 else 0)) * _MILLISECONDS


def _moment(serial: float, *, epoch_1904: bool) -> date | time | datetime:
    first = datetime(1904, 1, 1) if epoch_1904 else datetime(1899, 12, 30 + (serial < _LEAP_BUG))  # noqa: DTZ001 (cells have no zone)
    moment = first + timedelta(milliseconds=round(serial * _MILLISECONDS))
    if serial < 1:
        return moment.time()
    return moment if moment.time() != time() else moment.date()
