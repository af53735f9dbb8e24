"""Row numbers of a sheet, kept as runs: ten million rows without a gap take no more memory than ten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt


@dataclass(frozen=True, slots=True, eq=False)
class RowRuns:
    """Rows in order; run ``i`` is ``firsts[i]`` and the following ones, ``counts[i]`` in all."""

    firsts: npt.NDArray[np.int64]
    counts: npt.NDArray[np.int64]

    @classmethod
    def of(cls, rows: npt.NDArray[np.int64]) -> RowRuns:
        """Gather row numbers that are in order."""
        starts = np.flatnonzero(np.diff(rows, prepend=-1) != 1)
        return cls(rows[starts], np.diff(starts, append=len(rows)))

    @classmethod
    def joined(cls, parts: Iterable[RowRuns]) -> RowRuns:
        """Return all the rows of parts that have none in common."""
        listed = list(parts)
        if not listed:
            return cls.of(np.zeros(0, np.int64))
        firsts = np.concatenate([part.firsts for part in listed])
        counts = np.concatenate([part.counts for part in listed])
        order = np.argsort(firsts, kind="stable")
        firsts, counts = firsts[order], counts[order]
        starts = np.flatnonzero(np.append(-1, (firsts + counts)[:-1])[: len(firsts)] != firsts)
        return cls(firsts[starts], np.add.reduceat(counts, starts) if len(starts) else counts)

    def __len__(self) -> int:
        """Return the number of rows."""
        return int(self.counts.sum())

    def at(self, places: npt.NDArray[np.intp]) -> npt.NDArray[np.int64]:
        """Return the rows at some places, counted from 0."""
        before = np.cumsum(self.counts) - self.counts
        run = np.searchsorted(before, places, side="right") - 1
        return self.firsts[run] + places - before[run]

    def common(self, rows: Sequence[int]) -> list[int]:
        """Return those of some rows that are among these, in order."""
        asked = np.unique(np.array(rows, np.int64))
        run = np.searchsorted(self.firsts, asked, side="right") - 1
        within = run >= 0
        within[within] = asked[within] < (self.firsts + self.counts)[run[within]]
        found: list[int] = asked[within].tolist()
        return found

    def meets(self, first: int, last: int) -> bool:
        """Tell whether any row is between two, these included."""
        return bool(((self.firsts <= last) & (self.firsts + self.counts > first)).any())

    def spans(self) -> list[tuple[int, int]]:
        """Return first and last row of each run."""
        return list(zip(self.firsts.tolist(), (self.firsts + self.counts - 1).tolist(), strict=True))
