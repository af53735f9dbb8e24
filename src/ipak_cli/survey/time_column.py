"""A whole column of times: the order of its dates, and each row's moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from ipak_cli.survey.column import Column
from ipak_cli.survey.faults import Fault
from ipak_cli.survey.times import (
    DateOrder,
    all_seconds_of,
    day_of,
    needs_order,
    order_matters,
    orders_of,
    possible_orders,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from ipak_cli.cells import Cell

_NO_TIME: Final = np.iinfo(np.int64).min  # what numpy takes for "not a time"


@dataclass(frozen=True, slots=True)
class Days:
    """What one pass over a column tells of its dates: those written as text, and the days of real ones."""

    written: tuple[str, ...]
    real: frozenset[int]

    @classmethod
    def of(cls, values: Iterable[Cell]) -> Days:
        """Gather them."""
        written: dict[str, None] = {}
        real: set[int] = set()
        for value in values:
            if isinstance(value, str):
                # Where a figure comes first no weekday does: the date ends before the first space.
                written[value.partition(" ")[0] if value[:1].isdigit() else value] = None
            elif isinstance(value, date):
                real.add(value.day)
        return cls(tuple(dict.fromkeys(map(day_of, written))), frozenset(real))

    @classmethod
    def joined(cls, parts: Iterable[Days]) -> Days:
        """Join what the pieces of a column tell."""
        listed = list(parts)
        written = dict.fromkeys(day for part in listed for day in part.written)
        return cls(tuple(written), frozenset().union(*(part.real for part in listed)))


def find_order(days: Days) -> DateOrder | Fault | None:
    """Return the order that a column's values decide on, ``None`` where none of them needs one.

    A column that cannot decide, or decides both ways, is a fault.
    """
    deciding = {order for day in days.written if len(orders := orders_of(day)) == 1 for order in orders}
    if len(deciding) > 1:
        return Fault("W406")
    if deciding:
        return deciding.pop()
    doubtful = next((day for day in days.written if needs_order(day)), None)
    return None if doubtful is None else Fault("W405", {"value": doubtful})


def looks_swapped(days: Days) -> bool:
    """Tell whether a program has taken some dates of a column for real ones with day and month swapped.

    It leaves as text what it cannot: then every real date has a day up to 12, and every text one above.
    """
    written = {len(possible_orders(day)) == 1 for day in days.written if order_matters(day)}
    return bool(days.real) and max(days.real) <= 12 and written == {True}


def read_times(
    series: pd.Series, order: DateOrder | None, *, epoch_1904: bool = False
) -> tuple[npt.NDArray[np.datetime64], tuple[tuple[int, Fault], ...]]:
    """Read a whole column: times to the second (NaT for blank or faulty), and the faults by row from 0."""
    column = Column.of(series)
    read = [*all_seconds_of(column.distinct, order, epoch_1904=epoch_1904), None]  # the last for empty cells
    seconds = [moment if isinstance(moment, int) else _NO_TIME for moment in read]
    times = np.array(seconds, dtype=np.int64).view("datetime64[s]")[column.places]
    faults = ((row, read[column.places[row]]) for row in np.flatnonzero(np.isnat(times)).tolist())
    return times, tuple((row, fault) for row, fault in faults if isinstance(fault, Fault))
