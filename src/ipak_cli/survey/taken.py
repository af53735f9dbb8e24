"""A piece of a sheet below its header, taken apart: its columns and its times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipak_cli.columns import Column
from ipak_cli.survey.responses import NO_PERIOD
from ipak_cli.survey.time_column import read_times

if TYPE_CHECKING:
    import numpy.typing as npt

    from ipak_cli.columns import Mask, Piece
    from ipak_cli.survey.faults import Fault
    from ipak_cli.survey.reading import SheetContext


@dataclass(frozen=True, slots=True)
class Taken:
    """Row numbers, columns by number, and the times (``None`` without a column) with their faults by row."""

    rows: npt.NDArray[np.int64]
    columns: dict[int, Column]
    times: npt.NDArray[np.datetime64] | None
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
        return Taken(self.rows[rows], columns, None if self.times is None else self.times[rows], faults)

    @property
    def quarters(self) -> npt.NDArray[np.int64]:
        """The ordinal of each row's quarter, ``NO_PERIOD`` where it is not known."""
        if self.times is None:
            return np.full(len(self.rows), NO_PERIOD, dtype=np.int64)
        months = self.times.astype("datetime64[M]").astype(np.int64) + 1970 * 12
        return np.where(np.isnat(self.times), NO_PERIOD, months // 3)

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
    times, faults = None, {}
    if context.layout.time is not None:
        column = columns[context.layout.time]
        times, found = read_times(column, context.order, epoch_1904=context.epoch_1904)
        faults = dict(found)
    return Taken(piece.rows, columns, times, faults)
