"""A whole column of times at once, as each cell alone would be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from ipak_cli.base.problem import Fault
from ipak_cli.survey.reading.clock import UNREAD, clock_seconds
from ipak_cli.survey.reading.date import FIRST_YEAR, LAST_YEAR, LONGEST, TimeForm, instant_of, numeric_day

if TYPE_CHECKING:
    from ipak_cli.base.timezones import Clocks
    from ipak_cli.tables.column import Column, DistinctValues
    from ipak_cli.tables.text_column import DaysAndClocks

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
    usual, usual_shifts = _usual(column.values, form)
    seconds, shifts = np.append(usual, NO_TIME), np.append(usual_shifts, 0)  # the last for empty cells
    faults: dict[int, Fault] = {}
    for place in np.unique(column.codes[seconds[column.codes] == NO_TIME]).tolist():
        read = instant_of(column.values.cells[place], form) if place >= 0 else None
        if isinstance(read, Fault):
            faults[place] = read
        elif read is not None:
            seconds[place], shifts[place] = read
    rows = np.flatnonzero(np.isin(column.codes, list(faults)))
    told = zip(rows.tolist(), column.codes[rows].tolist(), strict=True)
    moments = seconds[column.codes].view("datetime64[s]")
    return Times(moments, shifts[column.codes], tuple((row, faults[place]) for row, place in told))


def _usual(values: DistinctValues, form: TimeForm) -> tuple[Numbers, Numbers]:
    """Return seconds since 1970 (or ``NO_TIME``) and shifts of dates, and of texts that are day and clock."""
    if (moments := values.moments) is not None:
        return _of_moments(moments, form.clocks)
    if (texts := values.days_and_clocks) is not None:
        return _of_texts(texts, form)
    return np.full(len(values), NO_TIME), np.zeros(len(values), np.int64)


def _of_moments(moments: npt.NDArray[np.datetime64], clocks: Clocks) -> tuple[Numbers, Numbers]:
    """Read real dates; midnight is how a file stores a day without a time, which no zone shifts."""
    known = (moments >= _FIRST) & (moments < _LAST)
    timed = known & (moments != moments.astype("datetime64[D]"))
    shifts = np.where(timed, clocks.shift(None), 0)
    seconds = moments.astype("datetime64[s]").astype(np.int64) + shifts
    return np.where(known, seconds, NO_TIME), shifts


def _of_texts(texts: DaysAndClocks, form: TimeForm) -> tuple[Numbers, Numbers]:
    """Read each different day once, and all clock times together."""
    read = (numeric_day(str(day), form.order) for day in texts.days.values.cells)
    known = [seconds if isinstance(seconds, int) else NO_TIME for seconds in (*read, None)]
    day = np.array(known, np.int64)[texts.days.codes]
    seconds, shifts = clock_seconds(texts.clocks.values, texts.parts, form.clocks)
    # The last is that of a day without a time.
    clock, shift = np.append(seconds, 0)[texts.clocks.codes], np.append(shifts, 0)[texts.clocks.codes]
    usual = (day != NO_TIME) & (clock != UNREAD) & (texts.lengths <= LONGEST)
    return np.where(usual, day + clock + shift, NO_TIME), np.where(usual, shift, 0)
