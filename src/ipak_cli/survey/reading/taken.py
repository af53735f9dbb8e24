"""A piece of a sheet below its header, taken apart: its columns and its times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipak_cli.survey.reading.date_column import read_times
from ipak_cli.survey.reading.responses import NO_PERIOD
from ipak_cli.tables.column import Column

if TYPE_CHECKING:
    import numpy.typing as npt

    from ipak_cli.base.problem import Fault
    from ipak_cli.survey.reading.context import SheetContext
    from ipak_cli.tables.column import Mask, Piece


@dataclass(frozen=True, slots=True)
class Shifted:
    """Times that another zone's clock told: how many, and the rows that it puts into another quarter."""

    count: int = 0
    quarter_rows: tuple[int, ...] = ()

    def __add__(self, other: Shifted) -> Shifted:
        """Add those of another piece."""
        return Shifted(self.count + other.count, self.quarter_rows + other.quarter_rows)


@dataclass(frozen=True, slots=True)
class Taken:
    """Row numbers, columns by number, and the times (``None`` without a column) with their faults by row.

    ``shifts`` are the seconds that times of another zone have gained on the way to the office's clock.
    """

    rows: npt.NDArray[np.int64]
    columns: dict[int, Column]
    times: npt.NDArray[np.datetime64] | None
    shifts: npt.NDArray[np.int64]
    time_faults: dict[int, Fault]

    def only(self, keep: Mask) -> Taken:
        """Leave out the rows that are not to be kept."""
        if keep.all():
            return self
        rows = np.flatnonzero(keep)
        faults = {
            new: self.time_faults[old] for new, old in enumerate(rows.tolist()) if old in self.time_faults
        }
        columns = {number: column.only(rows) for number, column in self.columns.items()}
        times = None if self.times is None else self.times[rows]
        return Taken(self.rows[rows], columns, times, self.shifts[rows], faults)

    @property
    def quarters(self) -> npt.NDArray[np.int64]:
        """The ordinal of each row's quarter, ``NO_PERIOD`` where it is not known."""
        if self.times is None:
            return np.full(len(self.rows), NO_PERIOD, dtype=np.int64)
        return _quarters(self.times)

    @property
    def shifted(self) -> Shifted:
        """The times that another zone's clock told."""
        if self.times is None or not self.shifts.any():
            return Shifted()
        other = _quarters(self.times) != _quarters(self.times - self.shifts.astype("timedelta64[s]"))
        return Shifted(int(np.count_nonzero(self.shifts)), tuple(self.rows[other].tolist()))

    @property
    def seconds(self) -> npt.NDArray[np.int64]:
        """The seconds of each row's time since 1970, -1 where it is not known."""
        if self.times is None:
            return np.full(len(self.rows), -1, dtype=np.int64)
        return np.where(np.isnat(self.times), -1, self.times.astype("datetime64[s]").astype(np.int64))


def take_apart(piece: Piece, context: SheetContext) -> Taken:
    """Take the rows below the header apart; a column that the piece lacks is empty."""
    header = context.layout.header_rows[1]
    piece = piece.only(slice(int(np.searchsorted(piece.rows, header, "right")), None))
    columns = dict(piece.columns)
    for number in context.layout.columns - columns.keys():
        columns[number] = Column.empty(len(piece.rows))
    if context.layout.time is None:
        return Taken(piece.rows, columns, None, np.zeros(len(piece.rows), np.int64), {})
    read = read_times(columns[context.layout.time], context.time_form)
    return Taken(piece.rows, columns, read.moments, read.shifts, dict(read.faults))


def _quarters(times: npt.NDArray[np.datetime64]) -> npt.NDArray[np.int64]:
    months = times.astype("datetime64[M]").astype(np.int64) + 1970 * 12
    return np.where(np.isnat(times), NO_PERIOD, months // 3)
