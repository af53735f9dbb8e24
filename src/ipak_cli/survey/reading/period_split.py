"""How the responses of a file are told apart by their time: by periods of one kind, or by a range of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.base.period import AllDays, Period, PeriodKind

if TYPE_CHECKING:
    import numpy.typing as npt

    Numbers = npt.NDArray[np.int64]
    Moments = npt.NDArray[np.datetime64]

NO_PERIOD: Final = -1
"""The period of a response whose time is not known."""
_INSIDE: Final = 0
"""The number of the range; what lies outside has the number of its month since year 0, which is higher."""
_EPOCH: Final = 1970 * 12


@dataclass(frozen=True, slots=True)
class PeriodSplit:
    """Periods of a kind, numbered in their order; or the days of ``days``, and the months of all others.

    ``everything`` takes all responses that have a time as one period, whose days are known afterwards.
    """

    kind: PeriodKind = PeriodKind.QUARTER
    days: Period | None = None
    everything: bool = False

    @classmethod
    def for_asked(cls, asked: Period | AllDays | None, kind: PeriodKind) -> PeriodSplit:
        """Return the split in which what is asked for is one part; ``kind`` counts where nothing is."""
        match asked:
            case AllDays.ALL:
                return cls(everything=True)
            case Period() if asked.kind is PeriodKind.RANGE:
                return cls(days=asked)
            case Period():
                return cls(asked.kind)
            case None:
                return cls(kind)

    def ordinals(self, moments: Moments) -> Numbers:
        """Return the number of each moment's period, ``NO_PERIOD`` where it is not known."""
        known = ~np.isnat(moments)
        if self.everything:
            return np.where(known, _INSIDE, NO_PERIOD)
        months = moments.astype("datetime64[M]").astype(np.int64) + _EPOCH
        if self.days is None:
            return np.where(known, months // self.kind.months, NO_PERIOD)
        first, last = np.datetime64(self.days.start), np.datetime64(self.days.end)
        day = moments.astype("datetime64[D]")
        return np.where(known, np.where((first <= day) & (day <= last), _INSIDE, months), NO_PERIOD)

    def ordinal(self, period: Period) -> int:
        """Return the number of a period of this split."""
        if self.everything or self.days is not None:
            return _INSIDE
        months = 12 * period.start.year + period.start.month - 1
        return months // self.kind.months

    def period(self, ordinal: int) -> Period:
        """Return the period of a number; what lies outside a range is told by its month."""
        if self.days is not None and ordinal == _INSIDE:
            return self.days
        kind = PeriodKind.MONTH if self.days is not None else self.kind
        year, month = divmod(ordinal * kind.months, 12)
        return Period.of(date(year, month + 1, 1), kind)


BY_QUARTER: Final = PeriodSplit()
"""What counts where nothing else is said."""
