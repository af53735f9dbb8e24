"""Indices with bands as people know them: IKM is said on 25 to 100 and not on the scale of the answers."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import scale

if TYPE_CHECKING:
    from collections.abc import Collection

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
    """Return a roll-up for people: its indices that have bands in percent of the scale's highest value.

    Means, totals, ends and changes are multiplied, exactly; nothing else differs.
    """
    codes = converted_indices(given)
    factor = Fraction(100) / given.scale_highest
    units = tuple(
        replace(unit, surveys=tuple(_survey(cell, codes, factor) for cell in unit.surveys))
        for unit in given.units
    )
    return replace(given, units=units, totals=tuple(_total(each, codes, factor) for each in given.totals))


def _survey(cell: SurveyCell, codes: Collection[str], factor: Fraction) -> SurveyCell:
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
