"""The Zona Integritas result component, from the points of the indices and the performance grade."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import Figure, NotScored, ends_of, weighted_sum
from ipak_cli.catalogue.survey import NO_PERFORMANCE_GRADE, OUTSIDE_THE_SURVEY
from ipak_cli.rubric.survey import Component, PerformancePart, Predicate, SurveyPart, ZonaIntegritas
from ipak_cli.survey.zi_result import (
    ComponentResult,
    ConditionResult,
    ConditionStatus,
    PartResult,
    PredicateResult,
    ZiResult,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


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
    """Say what is sure: of a figure with two ends, that both of them reach the minimum, or neither."""
    ends = ends_of(figure)
    if ends is not None and ends[0] >= minimum:
        return ConditionStatus.MET
    if ends is not None and ends[1] < minimum:
        return ConditionStatus.NOT_MET
    return ConditionStatus.NOT_ASSESSED
