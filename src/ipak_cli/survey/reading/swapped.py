"""Dates whose day and month a program has swapped: it read texts such as 05/10/2025 by the wrong order.

What it could read so became real dates, all of them with a day up to 12; what it could not, such as
13/10/2025, stayed text. Where all could be read, only the order of the rows can tell.
"""

from __future__ import annotations

import re
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ipak_cli.survey.reading.date import day_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ipak_cli.survey.reading.date_order import Days
    from ipak_cli.tables.cell import Cell

_MONTHS: Final = 12
_YEAR_LAST: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})", re.ASCII)
_TELLING: Final = 8
"""Different dates from which it is no chance that rows are in order with day and month swapped alone."""


class Mixture(Enum):
    """What real dates are beside texts: swapped by all that can be seen, or right by their months."""

    SWAPPED = "swapped"
    RIGHT = "right"


def mixture(days: Days) -> Mixture | None:
    """Judge real dates, none of which has a day above 12, beside texts that do; ``None`` is nothing to tell.

    Months that the texts name for sure speak for the dates as they stand, or for the swapped ones.
    """
    parts = [found for day in days.written if (found := _parts(day))]
    months = {min(pair) for pair in parts if max(pair) > _MONTHS}
    if not months or any(day > _MONTHS for _, day in days.real):
        return None
    differing = {(month, day) for month, day in days.real if month != day}
    as_is = {pair for pair in differing if pair[0] in months}
    turned = {pair for pair in differing if pair[1] in months}
    if any(max(pair) <= _MONTHS and pair[0] != pair[1] for pair in parts):
        return Mixture.SWAPPED if turned - as_is and not as_is - turned else None
    if not differing:
        return None
    return Mixture.RIGHT if as_is == differing != turned else Mixture.SWAPPED


def ordered_when_swapped(moments: Sequence[date]) -> bool:
    """Tell rows that jump in time as their dates stand, and are in order with day and month swapped."""
    if any(day.day > _MONTHS for day in moments) or len(set(moments)) < _TELLING:
        return False
    turned = [(day.year, day.day, day.month) for day in moments]
    return not _rising([(day.year, day.month, day.day) for day in moments]) and _rising(turned)


def is_left_as_text(value: Cell) -> bool:
    """Tell a date in figures that can be read in one order alone."""
    parts = _parts(day_of(value)) if isinstance(value, str) else None
    return parts is not None and max(parts) > _MONTHS


def _rising(days: Sequence[tuple[int, int, int]]) -> bool:
    return all(first <= second for first, second in pairwise(days))


def _parts(day: str) -> tuple[int, int] | None:
    """Return the first two numbers of a date that ends with its year, where one of them can be a month."""
    match = _YEAR_LAST.fullmatch(day)
    pair = (int(match[1]), int(match[2])) if match else None
    return pair if pair and min(pair) <= _MONTHS else None
