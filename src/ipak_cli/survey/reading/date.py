"""When a response was given: from a cell, in the day and month order that its column decides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from ipak_cli.base.period import MONTH_NUMBERS
from ipak_cli.base.problem import Fault
from ipak_cli.base.timezones import OWN_CLOCK, Clocks, offset_of
from ipak_cli.catalogue.survey import (
    ANSWER_IS_EXCEL_ERROR,
    DATE_IMPOSSIBLE,
    DATE_ORDER_NOT_THE_COLUMNS,
    DAY_MONTH_ORDER_UNCERTAIN,
    FORMULA_WITHOUT_VALUE,
    TIME_UNREADABLE,
    YEAR_HAS_TWO_DIGITS,
    YEAR_IMPLAUSIBLE,
)
from ipak_cli.survey.period import BY_QUARTER, PeriodSplit
from ipak_cli.survey.reading.date_order import (
    FIRST_YEAR,
    LAST_YEAR,
    NUMERIC_DATE,
    DateOrder,
    date_and_clock,
    needs_order,
    possible_orders,
    squeezed,
)
from ipak_cli.survey.reading.shown_cells import shown_time
from ipak_cli.tables.cell import Cell, ErrorCell, UncachedFormula

if TYPE_CHECKING:
    from ipak_cli.base.timezones import Clocks

_NAMED: Final = re.compile(
    r"(?:(?P<day>\d{1,2})[ /-]{1,2}(?P<month>[a-z]{3,9})|(?P<name>[a-z]{3,9})\.? (?P<number>\d{1,2}))"
    r"[ ,./-]{1,2}(?P<year>\d{4}|\d{2})(?![\d:.])",
    re.IGNORECASE | re.ASCII,
)
_SERIAL: Final = re.compile(r"\d{5}(?:[.,]\d+)?", re.ASCII)
_UNIX: Final = datetime(1970, 1, 1)  # noqa: DTZ001 (local time as printed)
_EPOCH: Final = datetime(1899, 12, 30)  # noqa: DTZ001 (as above)
_EPOCH_1904: Final = datetime(1904, 1, 1)  # noqa: DTZ001 (as above)
LONGEST: Final = 60
"""Letters of a time."""
_HALF_MILLISECOND: Final = timedelta(microseconds=500)
_CLOCK: Final = re.compile(
    r"(?:(?:, ?|- )?(?:(?:pukul|pkl|jam)\.? ?)?"
    r"(?P<hour>\d{1,2})(?P<mark>[:.])(?P<minute>\d{2})(?:(?P=mark)(?P<second>\d{2})(?:[.,]\d+)?)?"
    r" ?(?P<half>[ap]\.?m\.?)?"
    r"(?: ?(?P<zone>Z|WIB|WITA|WIT|(?:GMT|UTC) ?(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}(?::?\d{2})?)"
    r"(?: \([a-z ]{1,40}\))?| ?\((?P<within>Z|WIB|WITA|WIT|GMT|UTC)\))?)?",
    re.IGNORECASE | re.ASCII,
)


class Instant(NamedTuple):
    """Seconds since the start of 1970 by the office's clock, and what the time gained on its way to it."""

    seconds: int
    shift: int = 0


@dataclass(frozen=True, slots=True)
class TimeForm:
    """How a column's times are read: in which order, by which clocks, from which first day of serials.

    ``split`` tells the periods apart in which they lie.
    """

    order: DateOrder | None = None
    clocks: Clocks = OWN_CLOCK
    epoch_1904: bool = False
    split: PeriodSplit = BY_QUARTER


def read_time(value: Cell, form: TimeForm) -> datetime | Fault | None:
    """Return the time in a cell by the office's clock, ``None`` for a blank one, or the fault.

    A zone that is written with the time, or else in its header, is converted to the office's. Parts of a
    second are cut off, so that no response slips into the next period. Two-digit years are not guessed; the
    name of a weekday is passed over.
    """
    instant = instant_of(value, form)
    return _UNIX + timedelta(seconds=instant.seconds) if isinstance(instant, Instant) else instant


def instant_of(value: Cell, form: TimeForm) -> Instant | Fault | None:
    """Return what a cell says as seconds since 1970: whole columns of them are quickly made into times.

    A day without a time has no zone: it stays that day.
    """
    match value:
        case datetime():
            return _stored(value, form.clocks)
        case None:
            return None
        case bool() | ErrorCell() | UncachedFormula():
            return _fault(value)
        case date():
            return _on(_calendar(value.year, value.month, value.day), MIDNIGHT, 0)
        case int() | float():
            return _serial(value, form)
        case str():
            text = squeezed(value)
            return _text(text, form) if text else None
        case _:
            return _fault(value)


def _stored(moment: datetime, clocks: Clocks) -> Instant | Fault:
    """Read a real date; midnight is how a file stores a day without a time."""
    away, moment = moment.utcoffset(), moment.replace(tzinfo=None)
    timed = away is not None or moment.time() != time()
    offset = None if away is None else away // timedelta(seconds=1)
    return _on(_moment(moment), MIDNIGHT, clocks.shift(offset) if timed else 0)


def _text(text: str, form: TimeForm) -> Instant | Fault:
    if len(text) > LONGEST:
        return _fault(text)
    first, rest = date_and_clock(text)
    day = numeric_day(first, form.order)
    if day is None:
        if _SERIAL.fullmatch(text):
            return _serial(float(text.replace(",", ".")), form)
        day, rest = _named_day(text)
    clock = clock_time(rest) if rest else MIDNIGHT
    if day is None or clock is None:
        return _fault(text)
    if clock == NO_CLOCK and not isinstance(day, Fault):
        return Fault(DATE_IMPOSSIBLE, {"value": text})
    return _on(day, clock, form.clocks.shift(clock.offset) if rest else 0)


def _on(day: int | Fault, clock: Clock, shift: int) -> Instant | Fault:
    return day if isinstance(day, Fault) else Instant(day + clock.seconds + shift, shift)


# A survey has few days and at most 86,400 clock times: a value that stands in many pieces is read once.
@lru_cache(maxsize=4_096)
def numeric_day(text: str, order: DateOrder | None) -> int | Fault | None:
    """Read ``2024/12/05``, ``05-12-2024`` and the like as seconds since 1970; ``None`` is no such form."""
    match = NUMERIC_DATE.fullmatch(text)
    if match is None:
        return None
    a, b, c = match["a"], match["b"], match["c"]
    if len(a) == 4 and len(c) <= 2:
        return _calendar(int(a), int(b), int(c), text)
    if len(c) == 4 and len(a) <= 2:
        return _ordered(match, order)
    return Fault(YEAR_HAS_TWO_DIGITS, {"value": text}) if len(a) <= 2 and len(c) == 2 else None


def _ordered(match: re.Match[str], order: DateOrder | None) -> int | Fault:
    text = match[0]
    possible = possible_orders(text)
    if order is None:
        if needs_order(text):
            return Fault(DAY_MONTH_ORDER_UNCERTAIN, {"value": text})
        order = next(iter(possible), DateOrder.DMY)
    if possible and order not in possible:
        return Fault(
            DATE_ORDER_NOT_THE_COLUMNS,
            {"value": text, "possible": next(iter(possible)).message, "order": order.message},
        )
    day, month = ("a", "b") if order is DateOrder.DMY else ("b", "a")
    return _calendar(int(match["c"]), int(match[month]), int(match[day]), text)


def _named_day(text: str) -> tuple[int | Fault | None, str]:
    """Read ``5 Desember 2024`` or ``December 5, 2024``, and return what follows it."""
    match = _NAMED.match(text)
    month = MONTH_NUMBERS.get((match["month"] or match["name"]).lower()) if match else None
    if match is None or month is None:
        return None, ""
    written, rest = match[0], text[match.end() :].lstrip()
    if len(match["year"]) == 2:
        return Fault(YEAR_HAS_TWO_DIGITS, {"value": written}), rest
    return _calendar(int(match["year"]), month, int(match["day"] or match["number"]), written), rest


def _calendar(year: int, month: int, day: int, written: str = "") -> int | Fault:
    try:
        return _moment(datetime(year, month, day))  # noqa: DTZ001 (as above)
    except ValueError:
        return Fault(DATE_IMPOSSIBLE, {"value": written})


def _serial(days: float, form: TimeForm) -> Instant | Fault:
    """Read Excel's days since 1900 or 1904."""
    if not 0 < days < 100_000:
        return _fault(days)
    moment = (_EPOCH_1904 if form.epoch_1904 else _EPOCH) + timedelta(days=days)
    return _on(_moment(moment), MIDNIGHT, 0 if days == int(days) else form.clocks.shift(None))


def _moment(moment: datetime) -> int | Fault:
    """Cut off parts of a second, once the error of a binary fraction of a day is out of the way."""
    if not FIRST_YEAR <= moment.year < LAST_YEAR:
        return Fault(YEAR_IMPLAUSIBLE, {"value": moment.year})
    return (moment - _UNIX + _HALF_MILLISECOND) // timedelta(seconds=1)


def _fault(value: Cell) -> Fault:
    if isinstance(value, ErrorCell):
        return Fault(ANSWER_IS_EXCEL_ERROR, {"value": value.text})
    if isinstance(value, UncachedFormula):
        return Fault(FORMULA_WITHOUT_VALUE)
    return Fault(TIME_UNREADABLE, {"value": shown_time(str(value))})


class Clock(NamedTuple):
    """Seconds since midnight (-1: a time that no clock shows), and the offset from UTC written with it."""

    seconds: int
    offset: int | None = None


MIDNIGHT: Final = Clock(0)


NO_CLOCK: Final = Clock(-1)


@lru_cache(maxsize=131_072)
def clock_time(text: str) -> Clock | None:
    """Read the time of day, with its zone where one is written; ``None`` is no time at all."""
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    half = (match["half"] or "").replace(".", "").lower()
    if half:
        if not 1 <= hour <= 12:
            return NO_CLOCK
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return NO_CLOCK
    written = match["zone"] or match["within"]
    offset = offset_of(written) if written else None
    return None if written and offset is None else Clock(3600 * hour + 60 * minute + second, offset)
