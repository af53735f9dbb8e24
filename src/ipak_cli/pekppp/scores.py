"""From levels to indices: aspects, principles, F-02, IPP, the category."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import Figure, NotScored, round_half_up, scale, weighted_sum
from ipak_cli.catalogue.pekppp import NO_LEVEL
from ipak_cli.pekppp.result import AspectResult, CategoryRef, PrincipleResult

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.rubric.pekppp import Category, Indicator, PekpppRubric

_STEP = Fraction(1, 100)


def score_aspects(rubric: PekpppRubric, levels: Mapping[int, int | None]) -> tuple[AspectResult, ...]:
    """Return each aspect's index, 0 to 5: its indicators' levels by their weights."""
    return tuple(
        AspectResult(
            code=aspect.code,
            name=aspect.name,
            weight=aspect.weight,
            index=scale(
                weighted_sum((_figure(each, levels), each.weight) for each in aspect.indicators),
                Fraction(1, 100),
            ),
        )
        for aspect in rubric.aspects
    )


def score_principles(rubric: PekpppRubric, levels: Mapping[int, int | None]) -> tuple[PrincipleResult, ...]:
    """Return each principle's mean level, its indicators weighted by their shares of F-02."""
    results = []
    for principle in rubric.principles:
        mine = [each for each in rubric.indicators if each.principle == principle.code]
        total = sum((rubric.share_of(each) for each in mine), Fraction(0))
        index = weighted_sum((_figure(each, levels), rubric.share_of(each) / total) for each in mine)
        numbers = tuple(each.no for each in mine)
        results.append(PrincipleResult(principle.code, principle.name, numbers, index))
    return tuple(results)


def score_f02(aspects: Sequence[AspectResult]) -> Figure:
    """Return F-02, 0 to 5: the aspects' indices by their weights."""
    return scale(weighted_sum((aspect.index, aspect.weight) for aspect in aspects), Fraction(1, 100))


def score_ipp(rubric: PekpppRubric, f02: Figure, f03: Figure) -> Figure:
    """Return IPP, 0 to 5: F-02 and F-03 by their shares; both are needed."""
    return weighted_sum([(f02, rubric.ipp.f02), (f03, rubric.ipp.f03)])


def categorise(rubric: PekpppRubric, index: Figure, of: str) -> CategoryRef | None:
    """Return the category of an index, rounded half up to two places; ``None`` where there is no index."""
    if isinstance(index, NotScored):
        return None
    rounded = round_half_up(index)
    category = next(each for each in rubric.categories if rounded >= each.minimum)
    return CategoryRef(category.code, category.name, of)


def category_above_gap(rubric: PekpppRubric, index: Figure) -> Category | None:
    """Return the category whose limit lies less than 0.01 above the unrounded index, if there is one.

    The printed ranges end at 4.00 and begin again at 4.01: what lies between is in neither.
    """
    if isinstance(index, NotScored):
        return None
    return next((each for each in rubric.categories if each.minimum - _STEP < index < each.minimum), None)


def _figure(indicator: Indicator, levels: Mapping[int, int | None]) -> Figure:
    level = levels[indicator.no]
    return NotScored(NO_LEVEL(no=indicator.no)) if level is None else Fraction(level)
