"""The ZI result component (PermenPANRB 90/2021): points of each part, and what WBK and WBBM ask."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.arithmetic import Figure, NotScored, scale, weighted_sum
from ipak_cli.rubric.models import (
    Component,
    PerformancePart,
    Predicate,
    SurveyPart,
    SurveyRubric,
    ZonaIntegritas,
)
from ipak_cli.survey.result import (
    ComponentResult,
    ConditionResult,
    PartResult,
    PredicateResult,
    Status,
    ZiResult,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_GRADE = "jawaban pertanyaan capaian kinerja (A–E) tidak diberikan"
OUTSIDE = "di luar survei ini"


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
        return NotScored("rubrik ini tidak memakai poin ZI")
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
    return next((choice.points for choice in part.grades if choice.code == grade), NotScored(NO_GRADE))


def _judge(predicate: Predicate, reached: Mapping[str, Figure]) -> PredicateResult:
    """Judge on exact points: a value that only rounds to its minimum does not reach it."""
    conditions = []
    for condition in predicate.conditions:
        figure = reached[condition.of] if condition.of is not None else NotScored(OUTSIDE)
        conditions.append(
            ConditionResult(condition.name, condition.minimum, figure, _status(figure, condition.minimum))
        )
    inside = [
        result.status
        for condition, result in zip(predicate.conditions, conditions, strict=True)
        if condition.of is not None
    ]
    if Status.NOT_MET in inside:
        met: bool | None = False
    else:
        met = None if Status.NOT_ASSESSED in inside else True
    return PredicateResult(predicate.name, met, tuple(conditions))


def _status(figure: Figure, minimum: Fraction) -> Status:
    if isinstance(figure, NotScored):
        return Status.NOT_ASSESSED
    return Status.MET if figure >= minimum else Status.NOT_MET
