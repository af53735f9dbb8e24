"""Words and figures as the report writes them: lists, periods, dates, figures that tell themselves apart."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NOT_SCORED, NotScored, decimal, ends_of, figure, half_up
from ipak_cli.base.period import MONTHS, ROMAN, PeriodKind, indonesian_date, period_words
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ipak_cli.base.figures import Figure
    from ipak_cli.base.period import Period
    from ipak_cli.survey.result import BandRef, ItemResult

UNKNOWN: Final = "belum diketahui"
NOT_SET: Final = "belum ditetapkan"
FROM_UNROUNDED: Final = "selisih dihitung dari angka yang belum dibulatkan"
"""What tells why a difference is not always that of the figures beside it."""
_MOST_PLACES: Final = 6


def listed(words: Iterable[str]) -> str:
    """Write ``a``, ``a dan b`` or ``a, b, dan c``; nothing for none."""
    *first, last = list(words) or [""]
    if not first:
        return last
    comma = "," if len(first) > 1 else ""
    return f"{', '.join(first)}{comma} dan {last}"


def shortened(text: str, most: int) -> str:
    """Return a text of at most so many letters, cut behind a word and marked with ``…``."""
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    words, _, _ = kept.rpartition(" ")
    return f"{(words or kept).rstrip(' ,;:.')}…"


def long_period(period: Period) -> str:
    """Write ``Triwulan IV Tahun 2024``, ``Tahun 2024``, ``Oktober 2024``, as a title does."""
    match period.kind:
        case PeriodKind.QUARTER | PeriodKind.SEMESTER:
            return f"{period.kind.capitalize()} {ROMAN[period.number - 1]} Tahun {period.start.year}"
        case _:
            return capital(period_words(period))


def short_period(period: Period) -> str:
    """Write ``TW IV 2024``, for tables and charts."""
    year = period.start.year
    match period.kind:
        case PeriodKind.QUARTER:
            return f"TW {ROMAN[period.number - 1]} {year}"
        case PeriodKind.SEMESTER:
            return f"Smt {ROMAN[period.number - 1]} {year}"
        case PeriodKind.YEAR:
            return f"Tahun {year}"
        case PeriodKind.MONTH:
            return f"{MONTHS[period.start.month - 1][:3]} {year}"
        case PeriodKind.RANGE:
            return f"{period.start:%d/%m/%Y}–{period.end:%d/%m/%Y}"


def day(iso: str) -> str:
    """Write an ISO date as ``2 Januari 2025``."""
    return indonesian_date(date.fromisoformat(iso))


def said(value: Figure, unit: str = "") -> str:
    """Write a figure in a sentence or cell: its number, both ends, or the reason why there is none."""
    if isinstance(value, NotScored) and value.between is None:
        return f"belum dinilai ({say(value.reason)})"
    return figure(value, unit)


def percent(value: Figure) -> str:
    """Write a percentage: ``97,50 %``."""
    return said(value, " %")


def apart(values: Sequence[Fraction]) -> list[str]:
    """Write figures with two decimals, or as many more as different ones need to look different."""
    different = len(set(values))
    places = next((n for n in range(2, _MOST_PLACES) if _distinct(values, n) == different), _MOST_PLACES)
    return [decimal(value, places) for value in values]


def against(value: Figure, limit: Fraction) -> str:
    """Write a figure so that it never looks as if it had reached a limit that it misses, or the reverse."""
    ends = ends_of(value)
    if ends is None:
        return said(value)
    low, high = (apart((end, limit))[0] for end in ends)
    return low if low == high else f"{low}–{high}"


def mean_against(item: ItemResult, goal: Fraction | None) -> str:
    """Write an item's mean, with more decimals where two would hide that it misses its target."""
    return said(item.mean) if goal is None else against(item.mean, goal)


def gap(value: Fraction, limit: Fraction) -> str:
    """Write how far a figure lies from a limit, with its sign: ``−0,10``, ``0,00`` or ``+0,02``."""
    distance = value - limit
    sign = "−" if distance < 0 else "+" if distance > 0 else ""
    return sign + against(abs(distance), Fraction(0))


def target(value: Fraction | None) -> str:
    """Write a target with the decimals that it has, or that there is none."""
    if value is None:
        return NOT_SET
    places = (n for n in range(_MOST_PLACES) if Fraction(half_up(value, n)) == value)
    return decimal(value, next(places, _MOST_PLACES))


def _distinct(values: Sequence[Fraction], places: int) -> int:
    return len({decimal(value, places) for value in values})


def band(given: BandRef | None) -> str:
    """Write a band with its name: ``A (Sangat Baik)``."""
    return f"{given.code} ({given.name})" if given else NOT_SCORED
