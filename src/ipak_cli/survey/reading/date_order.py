"""What a column's dates tell together: whether days or months come first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, TypeGuard

from ipak_cli.base.problem import Fault
from ipak_cli.catalogue.times import DAY_MONTH_ORDER_MIXED, DAY_MONTH_ORDER_UNCERTAIN
from ipak_cli.survey.reading.date import day_of, needs_order, orders_of

if TYPE_CHECKING:
    from collections.abc import Iterable

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
