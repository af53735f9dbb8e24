"""Columns that hold counts times their values, as offices work out a sum, under the heads of counts."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, problem
from ipak_cli.catalogue.recap import RECAP_COUNTS_MULTIPLIED
from ipak_cli.survey.reading.recap_told import span_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.survey.reading.recap_figures import Said

_FEWEST_CELLS: Final = 6
"""Numbers that have to be divisible by their value: fewer may be so by chance."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A row of counts, their cells, and how many items it is of."""

    counts: Mapping[int, int]
    cells: Sequence[Said]
    items: int = 1


def multiplied(rows: Sequence[Counted]) -> Iterator[Problem]:
    """Tell that all counts are products: unlike many answers in each row, and as many once divided."""
    filled = [row for row in rows if any(row.counts.values())]
    tested = [(value, count) for row in filled for value, count in row.counts.items() if value > 1 and count]
    if len(filled) < 2 or len(tested) < _FEWEST_CELLS or any(count % value for value, count in tested):
        return
    before = {Fraction(sum(row.counts.values()), row.items) for row in filled}
    after = {
        Fraction(sum(count // value for value, count in row.counts.items() if value), row.items)
        for row in filled
    }
    if len(before) > 1 and len(after) == 1:
        where = span_of([each.where for each in filled[0].cells])
        yield problem(RECAP_COUNTS_MULTIPLIED, where, n=str(after.pop()))
