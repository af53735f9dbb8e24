"""Clock times of a whole column: all figures at once, and each kind of what stands behind them once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

import numpy as np
import numpy.typing as npt

from ipak_cli.base.problem import Fault
from ipak_cli.survey.reading.clock import clock_time
from ipak_cli.survey.reading.date import FIRST_YEAR, LAST_YEAR, LONGEST, TimeForm, instant_of, numeric_day
from ipak_cli.tables.column import Moments
from ipak_cli.tables.text_column import Texts

if TYPE_CHECKING:
    from ipak_cli.base.timezones import Clocks
    from ipak_cli.tables.column import Column, Distinct


if TYPE_CHECKING:
    Numbers = npt.NDArray[np.int64]

UNREAD: Final = -1
"""Stands for what is no time that a clock shows."""

_HOUR: Final = 3600

_DAY: Final = 24 * _HOUR

_FORM: Final = len("HH:MM:SS")

_FIRST_MARK, _SECOND_MARK = 2, 5

_ZERO: Final = ord("0")

_ZONE_MARKS: Final = np.frombuffer(b"Zz+-", np.uint8)
"""What a zone begins with where no space stands before it."""


def clock_seconds(texts: Texts, clocks: Clocks) -> tuple[Numbers, Numbers]:
    """Return each text's seconds since midnight, or ``UNREAD``, and its shift to the office's clock.

    Both are what :func:`clock_time` reads and :meth:`Clocks.shift` makes of it.
    """
    text = np.frombuffer(texts.text, np.uint8)
    ends = texts.first_spaces
    glued = (ends - texts.starts > _FORM) & np.isin(text[texts.starts + _FORM], _ZONE_MARKS)
    ends = np.where(glued, texts.starts + _FORM, ends)
    hours, rest = _figures(text, texts.starts, ends - texts.starts)
    hour_seconds, shifts = _of_day(hours, texts.between(ends, texts.ends), clocks)
    read = np.where(hours < 0, UNREAD, hour_seconds + rest)
    for place in np.flatnonzero(read < 0).tolist():
        clock = clock_time(str(texts.cells[place]))
        read[place] = UNREAD if clock is None else clock.seconds
        shifts[place] = 0 if clock is None else clocks.shift(clock.offset)
    return read, shifts


def _figures(text: npt.NDArray[np.uint8], starts: Numbers, lengths: Numbers) -> tuple[Numbers, Numbers]:
    """Read ``HH:MM:SS`` and ``H:MM:SS``: the hour (-1 for another form), and the seconds of the rest."""
    letters = np.array([text[starts + lengths - _FORM + place] for place in range(_FORM)]).astype(np.int64)
    letters[0, lengths == _FORM - 1] = _ZERO
    marks = letters[_FIRST_MARK]
    usual = (lengths == _FORM) | (lengths == _FORM - 1)
    usual &= ((marks == ord(":")) | (marks == ord("."))) & (marks == letters[_SECOND_MARK])
    figures = np.delete(letters, (_FIRST_MARK, _SECOND_MARK), axis=0) - _ZERO
    usual &= ((figures >= 0) & (figures <= 9)).all(axis=0)
    hours, minutes, seconds = figures[::2] * 10 + figures[1::2]
    usual &= (hours < 24) & (minutes < 60) & (seconds < 60)
    return np.where(usual, hours, -1), minutes * 60 + seconds


def _of_day(hours: Numbers, tails: Column, clocks: Clocks) -> tuple[Numbers, Numbers]:
    """Return the seconds from midnight to each hour, far below 0 for no such hour, and the shift.

    What stands behind a time (``AM``, ``WIB``, ``Z``) is known by what it makes of noon and of one.
    """
    known = [_noon_and_one(str(tail), clocks) for tail in (*tails.distinct.cells, "")]
    noon, one, shifts = np.array(known)[tails.places].T
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
