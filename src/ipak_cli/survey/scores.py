"""From a tally to exact figures: items, indices, combined, distribution, one group."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import Figure, NotScored, mean, round_half_up, scale, weighted_sum
from ipak_cli.base.message import InFull
from ipak_cli.catalogue.survey import (
    GROUP_NOT_FILLED,
    ITEM_NOT_SCORED,
    NO_ANSWERS,
    NO_COMBINED_INDEX,
    NO_PERFORMANCE_GRADE,
    NO_ZI_POINTS,
    OUTSIDE_THE_SURVEY,
)
from ipak_cli.rubric.survey import (
    Component,
    Index,
    PerformancePart,
    Predicate,
    Scale,
    SurveyPart,
    SurveyRubric,
    ZonaIntegritas,
)
from ipak_cli.survey.result import (
    AnswerShare,
    BandRef,
    CombinedResult,
    ComponentResult,
    ConditionResult,
    ConditionStatus,
    GroupResult,
    IndexResult,
    ItemResult,
    PartResult,
    PredicateResult,
    ZiResult,
)
from ipak_cli.survey.tally import Counts, key_of, sum_of_values, valued

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.base.message import Message
    from ipak_cli.survey.tally import Number


def index_points(rubric: SurveyRubric, index: str, mean: Figure) -> Figure:
    """Return the ZI points that an index earns: ``mean / highest * points`` of its part."""
    part = next(
        (
            part
            for component in (rubric.zi.components if rubric.zi else ())
            for part in component.parts
            if isinstance(part, SurveyPart) and part.index == index
        ),
        None,
    )
    if part is None:
        return NotScored(NO_ZI_POINTS())
    return scale(mean, part.points / rubric.scale.highest)


def score_zi(zi: ZonaIntegritas, points: Mapping[str, Figure], grade: str | None) -> ZiResult:
    """Score the components from the indices' points and the performance grade, then judge each predicate."""
    components = tuple(_component(component, points, grade) for component in zi.components)
    reached = {component.code: component.points for component in components}
    reached |= {part.code: part.points for component in components for part in component.parts}
    return ZiResult(
        regulation=zi.regulation,
        performance=grade,
        components=components,
        predicates={predicate.code: _judge(predicate, reached) for predicate in zi.predicates},
    )


def _component(component: Component, points: Mapping[str, Figure], grade: str | None) -> ComponentResult:
    parts = tuple(
        PartResult(
            code=part.code,
            name=part.name,
            kind=part.kind,
            index=part.index if isinstance(part, SurveyPart) else None,
            maximum=part.points,
            points=_part_points(part, points, grade),
        )
        for part in component.parts
    )
    total = weighted_sum((part.points, Fraction(1)) for part in parts)
    return ComponentResult(component.code, component.name, component.points, total, parts)


def _part_points(
    part: SurveyPart | PerformancePart, points: Mapping[str, Figure], grade: str | None
) -> Figure:
    if isinstance(part, SurveyPart):
        return points[part.index]
    return next(
        (choice.points for choice in part.grades if choice.code == grade), NotScored(NO_PERFORMANCE_GRADE())
    )


def _judge(predicate: Predicate, reached: Mapping[str, Figure]) -> PredicateResult:
    """Judge on exact points: a value that only rounds to its minimum does not reach it."""
    conditions = []
    for condition in predicate.conditions:
        figure = reached[condition.of] if condition.of is not None else NotScored(OUTSIDE_THE_SURVEY())
        conditions.append(
            ConditionResult(condition.name, condition.minimum, figure, _status(figure, condition.minimum))
        )
    inside = [
        result.status
        for condition, result in zip(predicate.conditions, conditions, strict=True)
        if condition.of is not None
    ]
    if ConditionStatus.NOT_MET in inside:
        met: bool | None = False
    else:
        met = None if ConditionStatus.NOT_ASSESSED in inside else True
    return PredicateResult(predicate.name, met, tuple(conditions))


def _status(figure: Figure, minimum: Fraction) -> ConditionStatus:
    if isinstance(figure, NotScored):
        return ConditionStatus.NOT_ASSESSED
    return ConditionStatus.MET if figure >= minimum else ConditionStatus.NOT_MET


NO_ANSWER: Final = NO_ANSWERS()


def score_items(counts: Counts, rubric: SurveyRubric, reason: Message = NO_ANSWER) -> tuple[ItemResult, ...]:
    """Score every item: mean = sum of answers / number of answers, after polarity."""
    results = []
    for item, given in zip(rubric.items, counts.answers, strict=True):
        n = sum(given)
        total = sum_of_values(given, item, rubric.scale)
        results.append(
            ItemResult(
                code=item.code,
                text=item.text,
                index=rubric.index_of(item).code,
                element=item.element,
                n=n,
                missing=counts.respondents - n,
                sum=total,
                counts={key_of(value): count for value, count in valued(given, rubric.scale)},
                mean=mean(total, n, reason=reason),
                target=item.target if item.target is not None else rubric.target,
            )
        )
    return tuple(results)


def score_index(index: Index, items: Mapping[str, ItemResult], rubric: SurveyRubric) -> IndexResult:
    """Score an index: the weighted mean of its items' means; percent and ZI points follow from it."""
    figure = _index_mean(index, {code: item.mean for code, item in items.items()})
    percent = scale(figure, Fraction(100, rubric.scale.highest))
    return IndexResult(
        name=index.name,
        mean=figure,
        percent=percent,
        points=index_points(rubric, index.code, figure),
        band=band_of(index, percent),
    )


def score_combined(
    rubric: SurveyRubric,
    indices: Mapping[str, IndexResult],
    items: tuple[ItemResult, ...],
    reason: Message = NO_ANSWER,
) -> CombinedResult:
    """Score both combined figures, named apart: the mean of the indices, and all answers pooled."""
    if rubric.combined is None:
        of_indices: Figure = NotScored(NO_COMBINED_INDEX())
    else:
        members = rubric.combined.indices
        of_indices = weighted_sum((indices[code].mean, Fraction(1, len(members))) for code in members)
    pooled = mean(sum(item.sum for item in items), sum(item.n for item in items), reason=reason)
    return CombinedResult(of_indices, pooled)


def distribute(counts: Counts, scale_: Scale, reason: Message = NO_ANSWER) -> dict[str, AnswerShare]:
    """Count the answers (not the respondents) of each value, with their share of all answers in percent.

    An item of several columns has one answer a respondent, their mean: a value between those of the scale is
    told where there is such an answer.
    """
    totals: dict[Number, int] = dict.fromkeys(scale_.values, 0)
    for given in counts.answers:
        for value, count in valued(given, scale_):
            if count:
                totals[value] = totals.get(value, 0) + count
    answers = sum(totals.values())
    return {
        key_of(value): AnswerShare(totals[value], scale(mean(totals[value], answers, reason=reason), 100))
        for value in sorted(totals)
    }


def score_group(
    name: str | Message, respondents: int, means: Mapping[str, Figure], rubric: SurveyRubric
) -> GroupResult:
    """Score the indices of a group from the means of its items; no name is that of who gave none."""
    indices = {index.code: _index_mean(index, means) for index in rubric.indices}
    return GroupResult(name or GROUP_NOT_FILLED(), respondents, indices)


def _index_mean(index: Index, means: Mapping[str, Figure]) -> Figure:
    """Return the weighted mean; one item without a mean leaves the index without one, and says which."""
    figures = [means[item.code] for item in index.items]
    for item, figure in zip(index.items, figures, strict=True):
        if isinstance(figure, NotScored):
            alone = any(isinstance(other, Fraction) for other in figures)
            return (
                NotScored(ITEM_NOT_SCORED(item=InFull(item.code), reason=figure.reason)) if alone else figure
            )
    return weighted_sum(zip(figures, index.weights, strict=True))


def band_of(index: Index, percent: Figure) -> BandRef | None:
    """Return the band of the percentage rounded half up to two places; lower bounds are inclusive."""
    if isinstance(percent, NotScored):
        return None
    reached = [band for band in index.bands if round_half_up(percent) >= band.minimum]
    best = max(reached, key=lambda band: band.minimum, default=None)
    return BandRef(best.code, best.name) if best else None
