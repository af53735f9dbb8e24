"""A whole column of times: the order of its dates, and each row's moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, cast

import numpy as np
import numpy.typing as npt

from ipak_cli.columns import Moments
from ipak_cli.fields import Texts
from ipak_cli.survey.clock_column import UNREAD, clock_seconds
from ipak_cli.survey.faults import Fault
from ipak_cli.survey.times import (
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST,
    DateOrder,
    day_of,
    needs_order,
    numeric_day,
    order_matters,
    orders_of,
    possible_orders,
    seconds_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ipak_cli.cells import Cell
    from ipak_cli.columns import Column, Distinct

Seconds = npt.NDArray[np.int64]
NO_TIME: Final = np.iinfo(np.int64).min
"""What numpy takes for "not a time"."""
_FIRST, _LAST = np.datetime64(str(FIRST_YEAR), "ms"), np.datetime64(str(LAST_YEAR), "ms")


@dataclass(frozen=True, slots=True)
class Days:
    """What one pass over a column tells of its dates: those written as text, and the days of real ones."""

    written: tuple[str, ...]
    real: frozenset[int]

    @classmethod
    def of(cls, column: Column) -> Days:
        """Gather those that rows hold."""
        match column.distinct:
            case Moments(milliseconds):
                days = milliseconds[column.used()].astype("datetime64[D]")
                of_month = np.unique(days - days.astype("datetime64[M]")).astype(np.int64) + 1
                return cls((), frozenset(of_month.tolist()))
            case Texts() as texts:
                return cls._of(_days_of(texts, column.used()))
            case _:
                return cls._of(column.held())

    @classmethod
    def _of(cls, values: Iterable[Cell]) -> Days:
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
    column: Column, order: DateOrder | None, *, epoch_1904: bool = False
) -> tuple[npt.NDArray[np.datetime64], tuple[tuple[int, Fault], ...]]:
    """Read a whole column: times to the second (NaT for blank or faulty), and the faults by row from 0."""
    seconds = np.append(_usual_seconds(column.distinct, order), NO_TIME)  # the last for empty cells
    faults: dict[int, Fault] = {}
    for place in np.unique(column.places[seconds[column.places] == NO_TIME]).tolist():
        read = seconds_of(column.distinct.cells[place], order, epoch_1904=epoch_1904) if place >= 0 else None
        if isinstance(read, Fault):
            faults[place] = read
        elif read is not None:
            seconds[place] = read
    rows = np.flatnonzero(np.isin(column.places, list(faults)))
    told = zip(rows.tolist(), column.places[rows].tolist(), strict=True)
    times = seconds[column.places].view("datetime64[s]")
    return times, tuple((row, faults[place]) for row, place in told)


def _usual_seconds(distinct: Distinct, order: DateOrder | None) -> Seconds:
    """Return the seconds since 1970 of dates, and of texts that are day and clock; else ``NO_TIME``."""
    match distinct:
        case Moments():
            known = (distinct.milliseconds >= _FIRST) & (distinct.milliseconds < _LAST)
            return np.where(known, distinct.milliseconds.astype("datetime64[s]").astype(np.int64), NO_TIME)
        case Texts():
            return _of_texts(distinct, order)
        case _:
            return np.full(len(distinct), NO_TIME)


def _of_texts(texts: Texts, order: DateOrder | None) -> Seconds:
    """Read each different day once, and all clock times together."""
    days, clocks = texts.halves
    read = (numeric_day(str(day), order) for day in days.distinct.cells)
    known = [seconds if isinstance(seconds, int) else NO_TIME for seconds in (*read, None)]
    day = np.array(known, np.int64)[days.places]
    # The last is that of a day without a time.
    clock = np.append(clock_seconds(cast("Texts", clocks.distinct)), 0)[clocks.places]
    usual = (day != NO_TIME) & (clock != UNREAD) & (texts.ends - texts.starts <= LONGEST)
    return np.where(usual, day + clock, NO_TIME)


def _days_of(texts: Texts, used: npt.NDArray[np.intp]) -> Iterator[Cell]:
    """Yield what has all the dates of the texts that are used, in their order.

    Of those that begin with a figure it is what stands before the time, and each but once.
    """
    first = texts.first_bytes[used]
    figure = (first >= ord("0")) & (first <= ord("9"))
    days = texts.halves[0]
    firsts = days.only(used[figure]).first_rows()
    shown = np.append(np.flatnonzero(figure)[firsts[firsts >= 0]], np.flatnonzero(~figure))
    for place in np.sort(shown).tolist():
        number = used[place]
        yield days.distinct.cells[days.places[number]] if figure[place] else texts.cells[number]
