"""Whether days or months come first in a column's dates, and whether a program has swapped them."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeGuard

import numpy as np

from ipak_cli.base.problem import Fault, problem
from ipak_cli.catalogue.survey import (
    DATES_MIXED_WITH_TEXT,
    DAY_BEFORE_MONTH,
    DAY_MONTH_ORDER_MIXED,
    DAY_MONTH_ORDER_UNCERTAIN,
    MONTH_BEFORE_DAY,
    ROW_ORDER_SUGGESTS_SWAP,
    SOME_DATES_SWAPPED,
)
from ipak_cli.tables.cell import AS_IT_STANDS, Addresses, Cell, spans, spans_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ipak_cli.base.message import Message
    from ipak_cli.base.problem import Problem, Where
    from ipak_cli.survey.reading.sheet_layout import SheetLayout
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.column import Column
    from ipak_cli.tables.workbook import Sheet

_FORM: Final = re.IGNORECASE | re.ASCII
_WEEKDAY: Final = re.compile(
    r"(?:sen(?:in)?|sel(?:asa)?|rabu?|kam(?:is)?|jum(?:['\u2019`]?at)?|sab(?:tu)?|min(?:ggu)?|ahad"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b ?[,./]? ?",
    _FORM,
)
NUMERIC_DATE: Final = re.compile(r"(?P<a>\d{1,4})(?P<mark>[/.-])(?P<b>\d{1,2})(?P=mark)(?P<c>\d{1,4})", _FORM)
FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2100
"""The first year that is taken for a mistake again."""
_YEAR_FIRST: Final = re.compile(r"\d{4}-(\d{2})-(\d{2})", re.ASCII)
_MONTHS: Final = 12
_YEAR_LAST: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})", re.ASCII)
_TELLING: Final = 8
"""Different dates from which it is no chance that rows are in order with day and month swapped alone."""


class DateOrder(StrEnum):
    """Which comes first in dates such as 05/12/2024."""

    DMY = "dmy"
    MDY = "mdy"

    @property
    def message(self) -> Message:
        """What the order is called."""
        return DAY_BEFORE_MONTH() if self is DateOrder.DMY else MONTH_BEFORE_DAY()


def orders_of(value: Cell) -> frozenset[DateOrder]:
    """Return the orders that a cell allows: both, unless it is a date such as 26/06/2026 that decides."""
    return possible_orders(value) or frozenset(DateOrder)


def needs_order(value: Cell) -> bool:
    """Tell whether a cell reads differently day first and month first."""
    match = order_matters(value)
    return match is not None and int(match["a"]) != int(match["b"]) and len(possible_orders(value)) > 1


def possible_orders(value: Cell) -> frozenset[DateOrder]:
    """Return the orders in which a date lies in the calendar; none for what is no date of that form."""
    match = order_matters(value)
    if match is None:
        return frozenset()
    a, b, year = int(match["a"]), int(match["b"]), int(match["c"])
    forms = {DateOrder.DMY: (year, b, a), DateOrder.MDY: (year, a, b)}
    return frozenset(order for order, parts in forms.items() if _is_plausible(*parts))


def _is_plausible(year: int, month: int, day: int) -> bool:
    """Tell a day of the calendar in a year that a response can be of."""
    return FIRST_YEAR <= year < LAST_YEAR and 0 < month <= _MONTHS and 0 < day <= monthrange(year, month)[1]


def order_matters(value: Cell) -> re.Match[str] | None:
    """Match a date that ends with its year, in figures."""
    match = NUMERIC_DATE.fullmatch(day_of(value)) if isinstance(value, str) else None
    return match if match is not None and len(match["c"]) == 4 and len(match["a"]) <= 2 else None


def date_and_clock(text: str) -> tuple[str, str]:
    """Part a date in figures from its clock time, at a space or at the T of ISO 8601."""
    first, _, rest = text.partition(" ")
    day, mark, clock = first.upper().partition("T")
    if mark and day[-1:].isdigit():
        return day, f"{clock} {rest}".rstrip()
    return first.rstrip(","), rest


def day_of(value: str) -> str:
    """Return the part of a text that is its date, if it is a date in figures."""
    return date_and_clock(squeezed(value))[0]


def squeezed(value: str) -> str:
    """Return a text with single spaces, without invisible marks and the weekday."""
    if not value.isascii():
        value = "".join(c for c in value if unicodedata.category(c) != "Cf")
    text = " ".join(value.split())
    weekday = _WEEKDAY.match(text)
    return text[weekday.end() :] if weekday else text


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


def time_cells(sheet: Sheet, layout: SheetLayout) -> Iterator[tuple[int, Cell]]:
    """Yield row and value of the time column's cells; a sheet is read again only where they are asked for."""
    for piece in sheet.pieces():
        if layout.time is not None and layout.time in piece.columns:
            below = np.flatnonzero(piece.rows > layout.header_rows[1])
            yield from zip(
                piece.rows[below].tolist(), piece.columns[layout.time].only(below).cells(), strict=True
            )


def date_doubts(
    days: Days, cells: Iterable[tuple[int, Cell]], where: Where, addresses: Addresses = AS_IT_STANDS
) -> tuple[Problem, ...]:
    """Report dates whose day and month are swapped, for sure or perhaps; ``where`` is the column's header.

    ``addresses`` tell where the rows of ``cells`` stand in the sheet.
    """
    found = mixture(days)
    if found is not None:
        code = SOME_DATES_SWAPPED if found is Mixture.SWAPPED else DATES_MIXED_WITH_TEXT
        fixed, texts = [], []
        for row, cell in cells:
            if is_fixed_date(cell):
                fixed.append(row)
            elif is_left_as_text(cell):
                texts.append(row)
        dates, left = (spans_text(addresses.rows(spans(rows))) for rows in (fixed, texts))
        return (problem(code, where, dates=dates, texts=left),)
    if days.real and not days.written and all(day <= 12 for _, day in days.real):
        moments = [cell for _, cell in cells if is_real_date(cell)]
        return (problem(ROW_ORDER_SUGGESTS_SWAP, where),) if ordered_when_swapped(moments) else ()
    return ()
