"""What stands above a row: sums over the answers so far, so that a row which repeats them is known."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from ipak_cli.rubric.survey import Scale

    Answers = npt.NDArray[np.int8]
    Value = tuple[Fraction, int]

_FEWEST: Final = 2
"""Responses, and answers in a row, below which a match says nothing."""
_MOST_PLACES: Final = 6
"""Decimals of a number that was computed, not typed."""


@dataclass(slots=True)
class _Totals:
    """For each item: answers, their sum, the lowest and the highest, as places on the scale."""

    counts: npt.NDArray[np.int64] | int = 0
    sums: npt.NDArray[np.int64] | int = 0
    lowest: npt.NDArray[np.int64] | int = 127
    highest: npt.NDArray[np.int64] | int = 0

    def take(self, answers: Answers) -> None:
        given = answers > 0
        self.counts = self.counts + given.sum(axis=0)
        self.sums = self.sums + answers.sum(axis=0, dtype=np.int64)
        self.lowest = np.minimum(self.lowest, np.where(given, answers, 127).min(axis=0))
        self.highest = np.maximum(self.highest, answers.max(axis=0))

    def figures(self, item: int, scale: Scale) -> Iterator[Fraction]:
        """Yield what a summary may say of an item: sum, mean, percent, count, lowest, highest."""
        down = scale.lowest - 1
        count, total, low, high = (
            int(each[item])
            for each in (self.counts, self.sums, self.lowest, self.highest)
            if not isinstance(each, int)
        )
        mean = Fraction(total, count) + down
        yield from (Fraction(total + down * count), mean, mean * 100 / scale.highest)
        yield from map(Fraction, (count, low + down, high + down))

    def told_by(self, values: Sequence[Value | None], scale: Scale) -> bool:
        """Tell whether all values are the same figure of their items."""
        if isinstance(self.counts, int) or int(self.counts.max()) < _FEWEST:
            return False
        given = [(item, value) for item, value in enumerate(values) if value is not None]
        if len(given) < min(_FEWEST, len(values)) or not all(self.counts[item] for item, _ in given):
            return False
        matched = [[_is(value, figure) for figure in self.figures(item, scale)] for item, value in given]
        return any(map(all, zip(*matched, strict=True)))


@dataclass(slots=True)
class Above:
    """The responses above a row: all of them, and those since the last summary; and the last row in use."""

    scale: Scale
    row: int
    _all: _Totals = field(default_factory=_Totals)
    _block: _Totals = field(default_factory=_Totals)
    _closed: bool = False

    @property
    def begun(self) -> bool:
        """Whether any response stands above."""
        return not isinstance(self._all.counts, int)

    def take(self, answers: Answers) -> None:
        """Take further responses."""
        if not answers.any():
            return
        if self._closed:
            self._block, self._closed = _Totals(), False
        self._all.take(answers)
        self._block.take(answers)

    def close(self) -> None:
        """End a block of responses: a row that is none stands below it."""
        self._closed = True

    def told_by(self, values: Sequence[Value | None]) -> bool:
        """Tell whether a row's numbers (with their decimals) sum up the answers above, or the last block."""
        return self._all.told_by(values, self.scale) or self._block.told_by(values, self.scale)


def _is(value: Value, figure: Fraction) -> bool:
    """Tell whether a number is a figure, as far as it was written out."""
    number, places = value
    return (
        abs(number - figure) <= Fraction(1, 2 * 10 ** min(places, _MOST_PLACES))
        if places
        else number == figure
    )
