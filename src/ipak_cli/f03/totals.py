"""The answers of each row added up once, by which the columns of sums and of means are known."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.f03.cells import HIGHEST
from ipak_cli.survey.reading.row_looks import number_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

    from ipak_cli.tables.cell import Cell

NO_ANSWER: Final = -1
_LEAST_PROOFS: Final = 2
"""Rows of different answers whose sum or mean a column must hold."""
_MOST_DECIMALS: Final = 4


@dataclass(frozen=True, slots=True, eq=False)
class Totals:
    """How many answers each row has, their sum, and whether they differ."""

    counts: npt.NDArray[np.int64]
    sums: npt.NDArray[np.int64]
    varied: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, answers: npt.NDArray[np.int8]) -> Totals:
        """Add up answers, a line for each question and ``NO_ANSWER`` for other cells."""
        given = answers != NO_ANSWER
        highest = answers.max(axis=0, initial=NO_ANSWER)
        lowest = answers.min(axis=0, initial=HIGHEST, where=given)
        return cls(given.sum(axis=0), answers.sum(axis=0, where=given), highest > lowest)

    def are_in(self, cells: Sequence[Cell], rows: npt.NDArray[np.intp]) -> bool:
        """Tell a column that holds the sum or the mean of each row's answers, by its cells and their rows.

        Rows whose answers are all the same prove nothing: any question may be answered like that too.
        """
        numbers = [number for number in map(number_of, cells) if number]
        whole = len(numbers) == len(cells) and bool((self.counts[rows] > 0).all())
        if not whole or int(self.varied[rows].sum()) < _LEAST_PROOFS:
            return False
        places = min(max(decimals for _, decimals in numbers), _MOST_DECIMALS)
        apart = Fraction(1, 2 * 10**places) if places else 0
        values = [value for value, _ in numbers]
        sums, counts = self.sums[rows].tolist(), self.counts[rows].tolist()
        return values == sums or all(
            abs(value - Fraction(total, count)) <= apart
            for value, total, count in zip(values, sums, counts, strict=True)
        )
