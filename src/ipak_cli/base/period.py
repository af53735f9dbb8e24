"""Periods of a survey: quarters, semesters, years, months and ranges of days; their names and their order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection

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


class PeriodKind(StrEnum):
    """How long a period is; the values are the Indonesian words."""

    MONTH = "bulan"
    QUARTER = "triwulan"
    SEMESTER = "semester"
    YEAR = "tahun"
    RANGE = "rentang"

    @property
    def months(self) -> int:
        """How many months it has; 0 for a range of days, which has no fixed length."""
        return _MONTHS_OF[self]

    @property
    def word(self) -> str:
        """What an office calls such a period in a sentence; a range of days is a ``periode``."""
        return "periode" if self is PeriodKind.RANGE else self.value


_MONTHS_OF: Final = {
    PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.SEMESTER: 6, PeriodKind.YEAR: 12,
    PeriodKind.RANGE: 0,
}  # fmt: skip
_REGULAR: Final = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.SEMESTER, PeriodKind.YEAR)


MOST_YEARS: Final = 10
"""How long a period may be: more is a slip of the pen, and no survey."""


class PeriodTooLongError(ValueError):
    """The days asked for are more than ``MOST_YEARS`` years."""


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """The days from ``start`` to ``end``, both included; a range that is just a quarter is that quarter.

    Raises ``ValueError`` where the end lies before the start, ``PeriodTooLongError`` where it lies more than
    ``MOST_YEARS`` years later.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a period that ends before it begins: {self.start}..{self.end}")
        first, last = self.start, self.end
        if (last.year - MOST_YEARS, last.month, last.day) >= (first.year, first.month, first.day):
            raise PeriodTooLongError(f"a period of more than {MOST_YEARS} years: {first}..{last}")

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name, for people and for folders: ``IV-2024``, ``II-2024S``, ``2024``, ``2024-10``."""
        year, number = self.start.year, self.number
        match self.kind:
            case PeriodKind.MONTH:
                return f"{year}-{number:02}"
            case PeriodKind.QUARTER:
                return f"{ROMAN[number - 1]}-{year}"
            case PeriodKind.SEMESTER:
                return f"{ROMAN[number - 1]}-{year}S"
            case PeriodKind.YEAR:
                return f"{year}"
            case PeriodKind.RANGE:
                return f"{self.start}..{self.end}"

    @property
    def kind(self) -> PeriodKind:
        """How long it is."""
        return next((kind for kind in _REGULAR if self == _of_kind(kind, self.start)), PeriodKind.RANGE)

    @property
    def number(self) -> int:
        """Which one of its kind it is in the year, from 1."""
        return (self.start.month - 1) // max(self.kind.months, 1) + 1

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    def meets(self, other: Period) -> bool:
        """Tell whether the two have a day in common, as a year and its quarters have."""
        return self.start <= other.end and other.start <= self.end

    def holds(self, other: Period) -> bool:
        """Tell whether every day of the other is one of this one's, as a year's quarters are."""
        return self.start <= other.start and other.end <= self.end

    def follows(self, other: Period) -> bool:
        """Tell whether the other is an earlier period of the same kind, so that the two can be compared."""
        return other.kind is self.kind and other < self

    @classmethod
    def of(cls, day: date, kind: PeriodKind = PeriodKind.QUARTER) -> Period:
        """Return the period of a kind in which a day lies; a range has no such."""
        return _of_kind(kind, day)

    @classmethod
    def quarter(cls, year: int, number: int) -> Period:
        """Return a quarter, 1 to 4, of a year."""
        return _regular(PeriodKind.QUARTER, year, number)


def _of_kind(kind: PeriodKind, day: date) -> Period:
    return _regular(kind, day.year, (day.month - 1) // kind.months + 1)


def _regular(kind: PeriodKind, year: int, number: int) -> Period:
    first = (number - 1) * kind.months
    last = date(year, first + kind.months, 1) + timedelta(days=31)
    return Period(date(year, first + 1, 1), last.replace(day=1) - timedelta(days=1))


_NUMBER: Final = r"(?P<q>IV|III|II|I|[1-4])"
_HALF: Final = r"(?P<s>II|I|[12])"
_YEAR: Final = r"(?P<y>(?:19|20)\d\d)"
_GAP: Final = r"\s*(?:[-/,]|TAHUN)?\s*"
MONTH_NAME: Final = rf"(?P<m>{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})"
_DAY: Final = r"(?:19|20)\d\d-\d\d-\d\d"
_SPOKEN: Final = (
    rf"(?:TW|TRIWULAN)\.?\s*{_NUMBER}{_GAP}{_YEAR}",
    rf"(?:SEMESTER|SMT|SEM)\.?\s*{_HALF}{_GAP}{_YEAR}",
)
"""Names that are also found in titles and names of files."""
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_HALF}\s*[-/ ]\s*{_YEAR}\s*S",
        rf"{_NUMBER}\s*[-/ ]\s*{_YEAR}",
        rf"{_YEAR}\s*[-/ ]?\s*Q{_NUMBER}",
        rf"Q{_NUMBER}\s*[-/ ]?\s*{_YEAR}",
        rf"{_YEAR}-(?P<n>0[1-9]|1[0-2])",
        rf"(?:TAHUN\s*)?{_YEAR}",
        rf"(?:BULAN\s*)?{MONTH_NAME}\.?{_GAP}{_YEAR}",
        *_SPOKEN,
    )
)
_FULL_MONTH: Final = rf"(?P<m>{'|'.join(MONTHS)})"
_IN_TITLES: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        *(rf"\b{form}(?!\d)" for form in _SPOKEN),
        # A year or a month is what a title is about at its end alone: "Survei Kepuasan Tahun 2024".
        rf"\b(?:BULAN\s+)?{_FULL_MONTH}\s+(?:TAHUN\s+)?{_YEAR}[\s.)]*$",
        rf"\bTAHUN\s+{_YEAR}[\s.)]*$",
    )
)
_NOT_ITS_PERIOD: Final = re.compile(
    r"(?:\d\S*|[-/,]|\b(?:dan|atau|s\.?/?d\.?|sampai(?:\s+dengan)?|hingga|ke|sejak|dari|mulai|per|tanggal|dicetak|diperbarui))\s*$",
    re.IGNORECASE,
)
"""What stands before a month or year that ends a span, is that of a day or a law, or of printing."""
_OF_A_SPAN: Final = re.compile(r"\b(?:tw|triwulan|semester|smt|sem)\b", re.IGNORECASE)
"""What stands before a quarter or semester that ends a span: ``Triwulan III dan Triwulan IV 2024``."""
_OF_A_LAW: Final = re.compile(r"\b(?:peraturan|permen\w*|undang|uu|keputusan|nomor|no)\b", re.IGNORECASE)
"""What a title says of a law, whose year is not its own."""
_RANGE: Final = re.compile(rf"({_DAY})\s*\.\.\s*({_DAY})")


class AllDays(StrEnum):
    """What is asked for instead of a period: all answers, whatever their days."""

    ALL = "semua"


def parse_period(text: str) -> Period:
    """Read the name of a period.

    A quarter is ``IV-2024``, ``4-2024``, ``2024-Q4``, ``Q4 2024`` or ``TW IV 2024``; a semester ``II-2024S``
    or ``Semester II 2024``; a year ``2024``; a month ``2024-10`` or ``Oktober 2024``; a range of days
    ``2024-10-01..2024-12-30``. Raises ``ValueError`` when the text is none of these, and
    ``PeriodTooLongError`` for a range of more than ``MOST_YEARS`` years.
    """
    plain = " ".join(text.replace("\N{EN DASH}", "-").split())
    if days := _RANGE.fullmatch(plain):
        return Period(date.fromisoformat(days[1]), date.fromisoformat(days[2]))
    for form in _FORMS:
        if match := form.fullmatch(plain):
            return _named(match)
    raise ValueError(f"not a period: {text!r}")


def parse_asked(text: str) -> Period | AllDays:
    """Read the name of a period, or ``semua``; raises ``ValueError`` when the text is neither."""
    return AllDays.ALL if text.strip().casefold() in {AllDays.ALL, "all"} else parse_period(text)


def find_period(text: str) -> Period | None:
    """Return the period that a title names: ``... Triwulan III Tahun 2024``, ``SKM Oktober 2024``.

    ``None`` where it names none, or more than one, or where a month or year may be that of a law or a date.
    """
    plain = " ".join(text.replace("\N{EN DASH}", "-").split())
    found: dict[Period, re.Match[str]] = {}
    for form in _IN_TITLES:
        for match in form.finditer(plain):
            if not any(_holds(other, match) for other in found.values()):
                found[_named(match)] = match
    if len(found) != 1:
        return None
    [(period, match)] = found.items()
    before = plain[: match.start()]
    if period.kind in {PeriodKind.QUARTER, PeriodKind.SEMESTER}:
        return None if _OF_A_SPAN.search(before) else period
    return None if _NOT_ITS_PERIOD.search(before) or _OF_A_LAW.search(plain) else period


def _holds(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() <= other.start() and other.end() <= one.end()


def timeline(periods: Collection[Period]) -> list[Period]:
    """Return periods of one kind from the first to the last, and those between; ranges as they are."""
    line = sorted(periods)
    first, last = line[0], line[-1]
    if first.kind is PeriodKind.RANGE:
        return line
    found = [first]
    while found[-1] < last:
        found.append(Period.of(found[-1].end + timedelta(days=1), first.kind))
    return found


def period_words(period: Period) -> str:
    """Write a period in a sentence: ``triwulan IV 2024``, ``tahun 2024``, ``1 Mei 2024 s.d. ...``."""
    year = period.start.year
    match period.kind:
        case PeriodKind.MONTH:
            return f"{MONTHS[period.start.month - 1]} {year}"
        case PeriodKind.QUARTER | PeriodKind.SEMESTER:
            return f"{period.kind} {ROMAN[period.number - 1]} {year}"
        case PeriodKind.YEAR:
            return f"tahun {year}"
        case PeriodKind.RANGE:
            return f"{indonesian_date(period.start)} s.d. {indonesian_date(period.end)}"


def indonesian_date(day: date) -> str:
    """Write ``2 Januari 2025``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _named(match: re.Match[str]) -> Period:
    named, year = match.groupdict(), int(match["y"])
    if month := named.get("n"):
        return _regular(PeriodKind.MONTH, year, int(month))
    if name := named.get("m"):
        return _regular(PeriodKind.MONTH, year, MONTH_NUMBERS[name.lower()])
    if half := named.get("s"):
        return _regular(PeriodKind.SEMESTER, year, _number(half))
    if quarter := named.get("q"):
        return _regular(PeriodKind.QUARTER, year, _number(quarter))
    return _regular(PeriodKind.YEAR, year, 1)


def _number(name: str) -> int:
    upper = name.upper()
    return ROMAN.index(upper) + 1 if upper in ROMAN else int(name)
