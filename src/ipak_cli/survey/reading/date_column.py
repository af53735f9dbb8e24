"""A whole column of times at once, as each cell alone would be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from ipak_cli.base.problem import Fault
from ipak_cli.survey.period import BY_QUARTER, PeriodSplit
from ipak_cli.survey.reading.date import LONGEST, TimeForm, clock_time, instant_of, numeric_day
from ipak_cli.survey.reading.date_order import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.base.timezones import Clocks
    from ipak_cli.tables.column import Column, DistinctValues, Mask
    from ipak_cli.tables.text_column import ClockParts, DaysAndClocks

    Numbers = npt.NDArray[np.int64]
    Moments = npt.NDArray[np.datetime64]

NO_TIME: Final = np.iinfo(np.int64).min
"""What numpy takes for "not a time"."""
UNREAD: Final = -1
"""Stands for what is no time that a clock shows."""
_FIRST, _LAST = np.datetime64(str(FIRST_YEAR), "ms"), np.datetime64(str(LAST_YEAR), "ms")
_HOUR: Final = 3600
_DAY: Final = 24 * _HOUR


@dataclass(frozen=True, slots=True, eq=False)
class Times:
    """The times of rows by the office's clock, NaT where none is known, and the faults by row from 0.

    ``shifts`` are the seconds that times of another zone have gained on the way to that clock; ``split``
    tells periods apart.
    """

    moments: Moments
    shifts: Numbers
    faults: Mapping[int, Fault]
    split: PeriodSplit = BY_QUARTER

    @classmethod
    def unknown(cls, rows: int) -> Times:
        """Return the times of rows that have no column of times."""
        return cls(np.full(rows, "NaT", "datetime64[s]"), np.zeros(rows, np.int64), {})

    def only(self, rows: npt.NDArray[np.intp]) -> Times:
        """Return the times of some of the rows (counted from 0)."""
        faults = enumerate(rows.tolist()) if self.faults else ()
        kept = {new: self.faults[old] for new, old in faults if old in self.faults}
        return Times(self.moments[rows], self.shifts[rows], kept, self.split)

    @property
    def known(self) -> Mask:
        """Which rows have a time."""
        known: Mask = ~np.isnat(self.moments)
        return known

    @property
    def periods(self) -> Numbers:
        """The ordinal of each row's period, ``NO_PERIOD`` where it is not known."""
        return self.split.ordinals(self.moments)

    @property
    def seconds(self) -> Numbers:
        """The seconds of each row's time since 1970, -1 where it is not known."""
        return np.where(self.known, self.moments.astype("datetime64[s]").astype(np.int64), -1)

    @property
    def moved(self) -> Mask:
        """Which rows are in another period by the office's clock than by the one that told their time."""
        if not self.shifts.any():
            return np.zeros(len(self.shifts), np.bool_)
        moved: Mask = self.periods != self.split.ordinals(self.moments - self.shifts.astype("timedelta64[s]"))
        return moved


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
    found = {row: faults[place] for row, place in told}
    return Times(moments, shifts[column.codes], found, form.split)


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


def clock_seconds(cells: DistinctValues, parts: ClockParts, clocks: Clocks) -> tuple[Numbers, Numbers]:
    """Return each text's seconds since midnight, or ``UNREAD``, and its shift to the office's clock.

    Both are what :func:`clock_time` reads and :meth:`Clocks.shift` makes of it.
    """
    hour_seconds, shifts = _of_day(parts.hours, parts.tails, clocks)
    read = np.where(parts.hours < 0, UNREAD, hour_seconds + parts.seconds)
    for place in np.flatnonzero(read < 0).tolist():
        clock = clock_time(str(cells.cells[place]))
        read[place] = UNREAD if clock is None else clock.seconds
        shifts[place] = 0 if clock is None else clocks.shift(clock.offset)
    return read, shifts


def _of_day(hours: Numbers, tails: Column, clocks: Clocks) -> tuple[Numbers, Numbers]:
    """Return the seconds from midnight to each hour, far below 0 for no such hour, and the shift.

    What stands behind a time (``AM``, ``WIB``, ``Z``) is known by what it makes of noon and of one.
    """
    known = [_noon_and_one(str(tail), clocks) for tail in (*tails.values.cells, "")]
    noon, one, shifts = np.array(known)[tails.codes].T
    by_half_days = np.where((hours >= 1) & (hours <= 12), hours % 12 * _HOUR + noon, -_DAY)
    by_days = np.where(noon == 12 * _HOUR, hours * _HOUR, -_DAY)
    seconds = np.where(one == 13 * _HOUR, by_days, np.where(one == UNREAD, by_half_days, -_DAY))
    return seconds, shifts


def _noon_and_one(tail: str, clocks: Clocks) -> tuple[int, int, int]:
    """Read 12 and 13 o'clock with a tail, and its shift; a clock of half days has no 13."""
    noon, one = (clock_time(f"{hour}:00:00{tail}") for hour in (12, 13))
    if noon is None or one is None:
        return -_DAY, -_DAY, 0
    return noon.seconds, one.seconds, clocks.shift(noon.offset)
