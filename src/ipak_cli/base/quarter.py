"""Quarters (triwulan): reading their names, their first and last day, their order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

ROMAN: Final = ("I", "II", "III", "IV")
MONTHS: Final = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
MONTH_NUMBERS: Final = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan", "februari february pebruari feb peb", "maret march mar", "april apr",
            "mei may", "juni june jun", "juli july jul", "agustus august agu agt ags aug",
            "september sep sept", "oktober october okt oct", "november nopember nov nop",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
"""The number of each month by its Indonesian and English names and their abbreviations."""
_NUMBER: Final = r"(?P<q>IV|III|II|I|[1-4])"
_YEAR: Final = r"(?P<y>(?:19|20)\d\d)"
_FORMS: Final = (
    re.compile(rf"{_NUMBER}\s*[-/ ]\s*{_YEAR}", re.IGNORECASE),
    re.compile(rf"{_YEAR}\s*[-/ ]?\s*Q{_NUMBER}", re.IGNORECASE),
    re.compile(rf"Q{_NUMBER}\s*[-/ ]?\s*{_YEAR}", re.IGNORECASE),
    re.compile(rf"(?:TW|TRIWULAN)\.?\s*{_NUMBER}\s*(?:[-/,]|TAHUN)?\s*{_YEAR}", re.IGNORECASE),
)


@dataclass(frozen=True, order=True, slots=True)
class Quarter:
    """One quarter of a calendar year; ``number`` is 1 to 4."""

    year: int
    number: int

    def __str__(self) -> str:
        """Return the canonical name: ``IV-2024``."""
        return f"{ROMAN[self.number - 1]}-{self.year}"

    @property
    def start(self) -> date:
        """The first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def end(self) -> date:
        """The last day."""
        return self.next.start - timedelta(days=1)

    @property
    def next(self) -> Quarter:
        """The quarter that follows."""
        return Quarter.from_ordinal(self.ordinal + 1)

    @property
    def previous(self) -> Quarter:
        """The quarter before."""
        return Quarter.from_ordinal(self.ordinal - 1)

    @property
    def ordinal(self) -> int:
        """The number of quarters since year 0, to compare and count with."""
        return 4 * self.year + self.number - 1

    @classmethod
    def from_ordinal(cls, ordinal: int) -> Quarter:
        """Return the quarter with an :attr:`ordinal`."""
        return cls(ordinal // 4, ordinal % 4 + 1)

    @classmethod
    def of(cls, day: date) -> Quarter:
        """Return the quarter in which a day lies."""
        return cls(day.year, (day.month + 2) // 3)


def parse_quarter(text: str) -> Quarter:
    """Read ``IV-2024``, ``4-2024``, ``2024-Q4``, ``Q4 2024`` or ``TW IV 2024``.

    Raises ``ValueError`` when the text is none of these.
    """
    for form in _FORMS:
        if match := form.fullmatch(text.strip().replace("\N{EN DASH}", "-")):
            return _quarter(match)
    raise ValueError(f"not a quarter: {text!r}")


def find_quarter(text: str) -> Quarter | None:
    """Return the quarter that a title line names (``... Triwulan III Tahun 2024``), if it names one."""
    match = _FORMS[-1].search(text)
    return _quarter(match) if match else None


def indonesian_date(day: date) -> str:
    """Write ``2 Januari 2025``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _quarter(match: re.Match[str]) -> Quarter:
    name = match["q"].upper()
    return Quarter(int(match["y"]), ROMAN.index(name) + 1 if name in ROMAN else int(name))
