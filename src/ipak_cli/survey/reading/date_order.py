"""Whether days or months come first in a column's dates, and whether a program has swapped them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeGuard

from ipak_cli.base.problem import Fault
from ipak_cli.catalogue.times import DAY_MONTH_ORDER_MIXED, DAY_MONTH_ORDER_UNCERTAIN
from ipak_cli.survey.reading.date import day_of, needs_order, orders_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ipak_cli.survey.reading.date import DateOrder
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.column import Column

_YEAR_FIRST: Final = re.compile(r"\d{4}-(\d{2})-(\d{2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Days:
    """What one pass over a column tells of its dates: those written as text, month and day of real ones.

    A text such as ``2025-01-10`` counts as a real one too: that is how many programs write those.
    """

    written: tuple[str, ...] = ()
    real: frozenset[tuple[int, int]] = frozenset()

    @classmethod
    def of(cls, column: Column) -> Days:
        """Gather those that rows hold."""
        written: dict[str, None] = {}
        real: set[tuple[int, int]] = set()
        for value in column.dates():
            if isinstance(value, str):
                # Where a figure comes first no weekday does: the date ends before the first space.
                written[value.partition(" ")[0] if value[:1].isdigit() else value] = None
            elif is_real_date(value):
                real.add((value.month, value.day))
        real.update(found for text in written if (found := _year_first(text)) is not None)
        return cls(tuple(dict.fromkeys(map(day_of, written))), frozenset(real))

    @classmethod
    def joined(cls, parts: Iterable[Days]) -> Days:
        """Join what the pieces of a column tell."""
        listed = list(parts)
        written = dict.fromkeys(day for part in listed for day in part.written)
        return cls(tuple(written), frozenset().union(*(part.real for part in listed)))


def is_real_date(value: Cell) -> TypeGuard[date]:
    """Tell a date of a spreadsheet, which a program may have made of a text; one with a zone was none."""
    return isinstance(value, date) and not (isinstance(value, datetime) and value.tzinfo is not None)


def is_fixed_date(value: Cell) -> bool:
    """Tell a real date, or a text that is written as programs write real ones."""
    return is_real_date(value) or (
        isinstance(value, str) and _year_first(value.strip().partition(" ")[0]) is not None
    )


def _year_first(text: str) -> tuple[int, int] | None:
    match = _YEAR_FIRST.fullmatch(text)
    return (int(match[1]), int(match[2])) if match else None


def find_order(days: Days) -> DateOrder | Fault | None:
    """Return the order that a column's values decide on, ``None`` where none of them needs one.

    A column that cannot decide, or decides both ways, is a fault.
    """
    deciding = {order for day in days.written if len(orders := orders_of(day)) == 1 for order in orders}
    if len(deciding) > 1:
        return Fault(DAY_MONTH_ORDER_MIXED)
    if deciding:
        return deciding.pop()
    doubtful = next((day for day in days.written if needs_order(day)), None)
    return None if doubtful is None else Fault(DAY_MONTH_ORDER_UNCERTAIN, {"value": doubtful})


_MONTHS: Final = 12
_YEAR_LAST: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})", re.ASCII)
_TELLING: Final = 8
"""Different dates from which it is no chance that rows are in order with day and month swapped alone."""


class Mixture(Enum):
    """What real dates are beside texts: swapped by all that can be seen, or right by their months.

    A program that reads texts such as 05/10/2025 by the wrong order makes real dates of them, all with a day
    up to 12; what it cannot read so, such as 13/10/2025, stays text. Where it could read all of them, only
    the order of the rows can tell.
    """

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
