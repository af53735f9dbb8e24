"""The time of day in a text, and the zone that is written with it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from ipak_cli.base.timezones import offset_of

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
