"""Everything that can be said of chance about one result, or about two of one instrument: made here alone.

Nothing of it is stored: it follows from the result's counts, its population and its targets.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import NotScored
from ipak_cli.survey.certainty.against import against, among_bands
from ipak_cli.survey.certainty.change import NotCompared, change_of, changes_of
from ipak_cli.survey.certainty.distribution import Distribution
from ipak_cli.survey.certainty.first import higher, ranked
from ipak_cli.survey.certainty.intervals import ConfidenceInterval, NoInterval, certainty_of
from ipak_cli.survey.certainty.stored import ends, index_distribution, index_moments, item_distribution

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.certainty.against import BandsResult, ThresholdResult
    from ipak_cli.survey.certainty.change import ChangeResult
    from ipak_cli.survey.certainty.first import ItemRank
    from ipak_cli.survey.certainty.intervals import Certainty
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.survey.zi_result import ConditionResult, PartResult, ZiResult


@dataclass(frozen=True, slots=True)
class SurveyCertainty:
    """What chance leaves open about a result, by index and by item, on the scale of the answers.

    ``thresholds`` are the indices' minimums of Zona Integritas, the lowest first; ``bands`` those in which an
    index may lie, where the rubric is known and has any. ``first`` has the items in the order in which to
    look at them, those alone of which the counts are known, and ``higher`` those that are higher than the
    others beyond chance, the highest first.
    """

    indices: Mapping[str, Certainty]
    items: Mapping[str, Certainty]
    thresholds: Mapping[str, tuple[ThresholdResult, ...]]
    bands: Mapping[str, BandsResult]
    first: tuple[ItemRank, ...]
    higher: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SurveyChanges:
    """What can be said of the changes between two results, by index and by item."""

    indices: Mapping[str, ChangeResult | NotCompared]
    items: Mapping[str, ChangeResult | NotCompared]


def survey_certainty(
    survey: SurveyResult,
    rubric: SurveyRubric | None = None,
    targets: Mapping[str, Fraction | None] | None = None,
) -> SurveyCertainty:
    """Return what can be said of a result; ``targets`` are by item, without them those of the result.

    Where no item has a target the items are ordered by their means. The rubric alone tells of bands.
    """
    indices = index_certainties(survey, rubric)
    told = _items_told(survey)
    known = {code: found for code, found in told.items() if isinstance(found, Distribution)}
    goals = _goals(survey, targets)
    return SurveyCertainty(
        indices=indices,
        items={code: _item(found, survey.population) for code, found in told.items()},
        thresholds={code: tuple(_against(survey, code, found)) for code, found in indices.items()},
        bands=dict(_bands(survey, indices, rubric)),
        first=ranked(known, goals),
        higher=higher(known),
    )


def index_certainties(survey: SurveyResult, rubric: SurveyRubric | None = None) -> dict[str, Certainty]:
    """Return the intervals of a result's indices; the rubric tells those that the result alone does not."""
    return {code: _index(survey, code, rubric) for code in survey.indices}


def survey_changes(
    before: SurveyResult, after: SurveyResult, factor: Fraction = Fraction(1)
) -> SurveyChanges:
    """Compare two results of one instrument; sizes of the indices' changes are told times ``factor``.

    The factor is above 0: that by which an index is told on another scale, as 25 for an IKM.
    """
    then, now = _items_told(before), _items_told(after)
    pairs = {code: (then[code], now[code]) for code in now if code in then}
    known = {
        code: (one, other)
        for code, (one, other) in pairs.items()
        if isinstance(one, Distribution) and isinstance(other, Distribution)
    }
    compared = changes_of(*({code: pair[side] for code, pair in known.items()} for side in (0, 1)))
    both = [code for code in after.indices if code in before.indices]
    return SurveyChanges(
        indices={code: _index_change(before, after, code, factor) for code in both},
        items={code: compared.get(code) or _untold(pair) for code, pair in pairs.items()},
    )


def index_minima(zi: ZiResult | None, highest: int) -> dict[str, tuple[Fraction, ...]]:
    """Return by index the minimums that conditions of Zona Integritas set it, on the scale of the answers.

    A condition is an index's where it is named as the part of a component that the index alone earns, or as
    a component of no other part, and has its points.
    """
    found: dict[str, set[Fraction]] = {}
    for predicate in zi.predicates.values() if zi else ():
        for condition in predicate.conditions:
            if (limit := index_limit(zi, condition, highest)) is not None:
                found.setdefault(limit[0], set()).add(limit[1])
    return {code: tuple(sorted(minima)) for code, minima in found.items()}


def index_limit(zi: ZiResult | None, condition: ConditionResult, highest: int) -> tuple[str, Fraction] | None:
    """Return the index that a condition is of and its minimum on the scale; nothing where it is of none."""
    for part, names in _earned_by_index(zi):
        if condition.reached == part.points and condition.name.startswith(names):
            return part.index or "", condition.minimum / part.maximum * highest
    return None


def _earned_by_index(zi: ZiResult | None) -> Iterator[tuple[PartResult, tuple[str, ...]]]:
    """Yield each part that an index earns, with the names of what it is alone."""
    for component in zi.components if zi else ():
        for part in component.parts:
            if part.index is not None:
                alone = (component.name,) if len(component.parts) == 1 else ()
                yield part, (part.name, *alone)


def _goals(survey: SurveyResult, targets: Mapping[str, Fraction | None] | None) -> dict[str, Fraction]:
    asked = targets if targets is not None else {item.code: item.target for item in survey.items}
    goals = {code: goal for code, goal in asked.items() if goal is not None}
    return goals or {item.code: Fraction(ends(survey)[1]) for item in survey.items}


def _index(survey: SurveyResult, code: str, rubric: SurveyRubric | None) -> Certainty:
    moments = index_moments(survey, code, rubric)
    if isinstance(moments, NotScored):
        return NoInterval(moments.reason)
    return certainty_of(moments, survey.population)


def _item(told: Distribution | NotScored, population: int | None) -> Certainty:
    if isinstance(told, NotScored):
        return NoInterval(told.reason)
    return certainty_of(told.moments, population)


def _against(survey: SurveyResult, code: str, certainty: Certainty) -> Iterator[ThresholdResult]:
    value = survey.indices[code].mean
    if isinstance(value, Fraction):
        minima = index_minima(survey.zi, ends(survey)[1]).get(code, ())
        yield from (against(certainty, value, minimum) for minimum in minima)


def _bands(
    survey: SurveyResult, indices: Mapping[str, Certainty], rubric: SurveyRubric | None
) -> Iterator[tuple[str, BandsResult]]:
    """Yield the bands in which an index may lie, which are of its percentage of the highest answer."""
    factor = Fraction(100, ends(survey)[1])
    for index in rubric.indices if rubric else ():
        percent = survey.indices[index.code].percent if index.code in survey.indices else None
        if index.bands and isinstance(percent, Fraction):
            found = indices[index.code]
            scaled = found.times(factor) if isinstance(found, ConfidenceInterval) else found
            yield index.code, among_bands(scaled, percent, {band.code: band.minimum for band in index.bands})


def _items_told(survey: SurveyResult) -> dict[str, Distribution | NotScored]:
    return {item.code: item_distribution(item, ends(survey)) for item in survey.items}


def _untold(pair: tuple[Distribution | NotScored, Distribution | NotScored]) -> NotCompared:
    """Return why a pair cannot be compared, of which one at least is not told."""
    return NotCompared(next(each.reason for each in pair if isinstance(each, NotScored)))


def _index_change(
    before: SurveyResult, after: SurveyResult, code: str, factor: Fraction
) -> ChangeResult | NotCompared:
    then, now = index_distribution(before, code), index_distribution(after, code)
    if isinstance(then, NotScored):
        return NotCompared(then.reason)
    if isinstance(now, NotScored):
        return NotCompared(now.reason)
    return change_of(then.times(factor), now.times(factor))
