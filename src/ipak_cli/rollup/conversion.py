"""Indices with bands as people know them: IKM is said on 25 to 100 and not on the scale of the answers."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import scale

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ipak_cli.rollup.result import IndexCell, IndexTotal, RollUp, SurveyCell, Total


def converted_indices(given: RollUp) -> tuple[str, ...]:
    """Return the indices whose converted value has bands, so that it is what people call the index."""
    banded = {
        code
        for unit in given.units
        for cell in unit.surveys
        for code, index in cell.indices.items()
        if index.band is not None
    }
    return tuple(code for code in given.index_names if code in banded)


def converted(given: RollUp) -> RollUp:
    """Return a roll-up for people: its indices that have bands in percent of their scale's highest value.

    Means, totals, ends and changes are multiplied, exactly; nothing else differs.
    """
    codes, factors = converted_indices(given), factors_of(given)
    units = tuple(
        replace(unit, surveys=tuple(_survey(cell, codes, factors) for cell in unit.surveys))
        for unit in given.units
    )
    totals = tuple(_total(each, codes, factors[each.rubric.digest]) for each in given.totals)
    return replace(given, units=units, totals=totals)


def factors_of(given: RollUp) -> Mapping[str, Fraction]:
    """Return what makes a mean percent of the highest answer, for each rubric by its digest."""
    return {digest: Fraction(100) / highest for digest, highest in given.scales.items()}


def _survey(cell: SurveyCell, codes: Collection[str], factors: Mapping[str, Fraction]) -> SurveyCell:
    if cell.rubric is None or not cell.indices:
        return cell
    factor = factors[cell.rubric.digest]
    indices = {
        code: _index(index, factor) if code in codes else index for code, index in cell.indices.items()
    }
    return replace(cell, indices=indices)


def _index(index: IndexCell, factor: Fraction) -> IndexCell:
    change = index.change
    return replace(
        index,
        mean=scale(index.mean, factor),
        low=None if index.low is None else index.low * float(factor),
        high=None if index.high is None else index.high * float(factor),
        change=None if change is None else replace(change, size=scale(change.size, factor)),
    )


def _total(total: Total, codes: Collection[str], factor: Fraction) -> Total:
    indices = {
        code: _figures(index, factor) if code in codes else index for code, index in total.indices.items()
    }
    return replace(total, indices=indices)


def _figures(index: IndexTotal, factor: Fraction) -> IndexTotal:
    return replace(
        index,
        mean_of_units=scale(index.mean_of_units, factor),
        pooled=scale(index.pooled, factor),
        lowest=scale(index.lowest, factor),
        median=scale(index.median, factor),
        highest=scale(index.highest, factor),
    )
