"""A whole column of times at once, as each cell alone would be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

import numpy as np
import numpy.typing as npt

from ipak_cli.base.problem import Fault
from ipak_cli.survey.reading.clock import UNREAD, clock_seconds
from ipak_cli.survey.reading.date import FIRST_YEAR, LAST_YEAR, LONGEST, TimeForm, instant_of, numeric_day
from ipak_cli.tables.column import Moments
from ipak_cli.tables.text_column import Texts

if TYPE_CHECKING:
    from ipak_cli.base.timezones import Clocks
    from ipak_cli.tables.column import Column, Distinct

    Numbers = npt.NDArray[np.int64]

NO_TIME: Final = np.iinfo(np.int64).min
"""What numpy takes for "not a time"."""

_FIRST, _LAST = np.datetime64(str(FIRST_YEAR), "ms"), np.datetime64(str(LAST_YEAR), "ms")


@dataclass(frozen=True, slots=True)
class Times:
    """A column as read: times (NaT for blank or faulty), their shifts in seconds, faults by row from 0."""

    moments: npt.NDArray[np.datetime64]
    shifts: npt.NDArray[np.int64]
    faults: tuple[tuple[int, Fault], ...]


def read_times(column: Column, form: TimeForm) -> Times:
    """Read a whole column as :func:`ipak_cli.survey.reading.date.instant_of` reads its cells."""
    usual, usual_shifts = _usual(column.distinct, form)
    seconds, shifts = np.append(usual, NO_TIME), np.append(usual_shifts, 0)  # the last for empty cells
    faults: dict[int, Fault] = {}
    for place in np.unique(column.places[seconds[column.places] == NO_TIME]).tolist():
        read = instant_of(column.distinct.cells[place], form) if place >= 0 else None
        if isinstance(read, Fault):
            faults[place] = read
        elif read is not None:
            seconds[place], shifts[place] = read
    rows = np.flatnonzero(np.isin(column.places, list(faults)))
    told = zip(rows.tolist(), column.places[rows].tolist(), strict=True)
    moments = seconds[column.places].view("datetime64[s]")
    return Times(moments, shifts[column.places], tuple((row, faults[place]) for row, place in told))


def _usual(distinct: Distinct, form: TimeForm) -> tuple[Numbers, Numbers]:
    """Return seconds since 1970 (or ``NO_TIME``) and shifts of dates, and of texts that are day and clock."""
    match distinct:
        case Moments(milliseconds):
            return _of_moments(milliseconds, form.clocks)
        case Texts() as texts:
            return _of_texts(texts, form)
        case _:
            return np.full(len(distinct), NO_TIME), np.zeros(len(distinct), np.int64)


def _of_moments(milliseconds: npt.NDArray[np.datetime64], clocks: Clocks) -> tuple[Numbers, Numbers]:
    """Read real dates; midnight is how a file stores a day without a time, which no zone shifts."""
    known = (milliseconds >= _FIRST) & (milliseconds < _LAST)
    timed = known & (milliseconds != milliseconds.astype("datetime64[D]"))
    shifts = np.where(timed, clocks.shift(None), 0)
    seconds = milliseconds.astype("datetime64[s]").astype(np.int64) + shifts
    return np.where(known, seconds, NO_TIME), shifts


def _of_texts(texts: Texts, form: TimeForm) -> tuple[Numbers, Numbers]:
    """Read each different day once, and all clock times together."""
    days, clock_texts = texts.halves
    read = (numeric_day(str(day), form.order) for day in days.distinct.cells)
    known = [seconds if isinstance(seconds, int) else NO_TIME for seconds in (*read, None)]
    day = np.array(known, np.int64)[days.places]
    seconds, shifts = clock_seconds(cast("Texts", clock_texts.distinct), form.clocks)
    # The last is that of a day without a time.
    clock, shift = np.append(seconds, 0)[clock_texts.places], np.append(shifts, 0)[clock_texts.places]
    usual = (day != NO_TIME) & (clock != UNREAD) & (texts.ends - texts.starts <= LONGEST)
    return np.where(usual, day + clock + shift, NO_TIME), np.where(usual, shift, 0)
