"""The time of day, and the zone that is written with it: in a text, and in a whole column at once."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from ipak_cli.base.timezones import offset_of

if TYPE_CHECKING:
    from ipak_cli.base.timezones import Clocks
    from ipak_cli.tables.column import Column, DistinctValues
    from ipak_cli.tables.text_column import ClockParts

    Numbers = npt.NDArray[np.int64]

_CLOCK: Final = re.compile(
    r"(?:(?:, ?|- )?(?:(?:pukul|pkl|jam)\.? ?)?"
    r"(?P<hour>\d{1,2})(?P<mark>[:.])(?P<minute>\d{2})(?:(?P=mark)(?P<second>\d{2})(?:[.,]\d+)?)?"
    r" ?(?P<half>[ap]\.?m\.?)?"
    r"(?: ?(?P<zone>Z|WIB|WITA|WIT|(?:GMT|UTC) ?(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}(?::?\d{2})?)"
    r"(?: \([a-z ]{1,40}\))?| ?\((?P<within>Z|WIB|WITA|WIT|GMT|UTC)\))?)?",
    re.IGNORECASE | re.ASCII,
)


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


UNREAD: Final = -1
"""Stands for what is no time that a clock shows."""

_HOUR: Final = 3600
_DAY: Final = 24 * _HOUR


def clock_seconds(cells: DistinctValues, parts: ClockParts, clocks: Clocks) -> tuple[Numbers, Numbers]:
    """Return each text's seconds since midnight, or ``UNREAD``, and its shift to the office's clock.

    Both are what :func:`clock_time` reads and :meth:`Clocks.shift` makes of it.
    """
    hour_seconds, shifts = _of_day(parts.hours, parts.tails, clocks)
    read = np.where(parts.hours < 0, UNREAD, hour_seconds + parts.seconds)
    for place in np.flatnonzero(read < 0).tolist():
        clock = clock_time(str(cells.cells[place]))
        read[place] = UNREAD if clock is None else clock.seconds
        shifts[place] = 0 if clock is None else clocks.shift(clock.offset)
    return read, shifts


def _of_day(hours: Numbers, tails: Column, clocks: Clocks) -> tuple[Numbers, Numbers]:
    """Return the seconds from midnight to each hour, far below 0 for no such hour, and the shift.

    What stands behind a time (``AM``, ``WIB``, ``Z``) is known by what it makes of noon and of one.
    """
    known = [_noon_and_one(str(tail), clocks) for tail in (*tails.values.cells, "")]
    noon, one, shifts = np.array(known)[tails.codes].T
    by_half_days = np.where((hours >= 1) & (hours <= 12), hours % 12 * _HOUR + noon, -_DAY)
    by_days = np.where(noon == 12 * _HOUR, hours * _HOUR, -_DAY)
    seconds = np.where(one == 13 * _HOUR, by_days, np.where(one == UNREAD, by_half_days, -_DAY))
    return seconds, shifts


def _noon_and_one(tail: str, clocks: Clocks) -> tuple[int, int, int]:
    """Read 12 and 13 o'clock with a tail, and its shift; a clock of half days has no 13."""
    noon, one = (clock_time(f"{hour}:00:00{tail}") for hour in (12, 13))
    if noon is None or one is None:
        return -_DAY, -_DAY, 0
    return noon.seconds, one.seconds, clocks.shift(noon.offset)
