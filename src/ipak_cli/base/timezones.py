"""Time zones: those of Indonesian offices, and what a written time says of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_HOUR: Final = 3600
_FARTHEST: Final = 14 * _HOUR
_WRITTEN: Final = re.compile(
    r"(?P<name>Z|UTC|GMT|WITA|WIB|WIT)?(?: ?(?P<sign>[+-])(?P<hours>\d{1,2})(?:[:.]?(?P<minutes>\d{2}))?)?",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone of Indonesia, none of which has daylight saving: its name, its label, seconds ahead of UTC."""

    name: str
    label: str
    offset: int

    def __str__(self) -> str:
        """Write ``WIB (Asia/Jakarta)``."""
        return f"{self.label} ({self.name})"


JAKARTA: Final = Zone("Asia/Jakarta", "WIB", 7 * _HOUR)
"""The zone of an office that names none."""
ZONES: Final = (JAKARTA, Zone("Asia/Makassar", "WITA", 8 * _HOUR), Zone("Asia/Jayapura", "WIT", 9 * _HOUR))
_NAMES: Final = {name.casefold(): zone for zone in ZONES for name in (zone.name, zone.label)} | {
    "asia/pontianak": JAKARTA
}
_OFFSETS: Final = {"Z": 0, "UTC": 0, "GMT": 0, **{zone.label: zone.offset for zone in ZONES}}


@dataclass(frozen=True, slots=True)
class Clocks:
    """The zones by which times are read: the office's, and the one that a column's header names, if any."""

    office: Zone = JAKARTA
    header: int | None = None

    def shift(self, written: int | None) -> int:
        """Return the seconds to add to a time to get the office's; ``written`` is the time's own offset."""
        offset = self.header if written is None else written
        return 0 if offset is None else self.office.offset - offset


OWN_CLOCK: Final = Clocks()
"""Times are those of an office that names no zone."""


def find_zone(name: str) -> Zone | None:
    """Return the zone of a name such as ``Asia/Makassar`` or ``WITA``."""
    return _NAMES.get(name.strip().casefold())


def offset_of(written: str) -> int | None:
    """Return the offset from UTC in seconds of ``Z``, ``WIB``, ``GMT+7`` or ``+07:00``, else ``None``."""
    match = _WRITTEN.fullmatch(written)
    if match is None or not written:
        return None
    name, hours, minutes = (
        (match["name"] or "UTC").upper(),
        int(match["hours"] or 0),
        int(match["minutes"] or 0),
    )
    away = hours * _HOUR + minutes * 60
    if minutes > 59 or away > _FARTHEST or (match["sign"] and name not in {"UTC", "GMT"}):
        return None
    return _OFFSETS[name] + (-away if match["sign"] == "-" else away)
