"""What makes the Zona Integritas part of a rubric sound: points that add up, grades and minimums in reach."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from ipak_cli.arithmetic import exact_text
from ipak_cli.problems import problem
from ipak_cli.rubric.lint_names import Named, Place, repeated
from ipak_cli.rubric.models import Component, PerformancePart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.problems import Problem
    from ipak_cli.rubric.models import Predicate, ZonaIntegritas


def lint_zi(zi: ZonaIntegritas, indices: Sequence[str], place: Place) -> Iterator[Problem]:
    """Yield every fault of the ZI components and predicates; ``indices`` are the rubric's index codes."""
    for number, component in enumerate(zi.components):
        yield from _component(component, indices, partial(place, "components", number))
    points: dict[str, Fraction] = {}
    for each in (each for component in zi.components for each in (component, *component.parts)):
        points.setdefault(each.code, each.points)
    for number, predicate in enumerate(zi.predicates):
        yield from _predicate(predicate, points, partial(place, "predicates", number))
    yield from repeated(_component_codes(zi, place))
    yield from repeated(
        (predicate.code, str(number), place("predicates", number, "code"))
        for number, predicate in enumerate(zi.predicates)
    )


def _component(component: Component, indices: Sequence[str], place: Place) -> Iterator[Problem]:
    total = sum((part.points for part in component.parts), Fraction(0))
    if total != component.points:
        shown = {"points": exact_text(component.points), "total": exact_text(total)}
        yield problem("R660", place("points"), component=component.code, **shown)
    for number, part in enumerate(component.parts):
        here = partial(place, "parts", number)
        if part.points <= 0:
            yield problem("R668", here("points"), part=part.code, points=exact_text(part.points))
        if isinstance(part, PerformancePart):
            yield from _grades(part, here)
        elif part.index not in indices:
            known = ", ".join(indices)
            yield problem("R652", here("index"), key="index", code=part.index, known=known)


def _grades(part: PerformancePart, place: Place) -> Iterator[Problem]:
    for number, grade in enumerate(part.grades):
        if not 0 <= grade.points <= part.points:
            shown = {"points": exact_text(grade.points), "most": exact_text(part.points)}
            yield problem("R661", place("grades", number, "points"), grade=grade.code, **shown)
    best = max(grade.points for grade in part.grades)
    if best < part.points:
        shown = {"best": exact_text(best), "points": exact_text(part.points)}
        yield problem("R662", place("points"), part=part.code, **shown)
    yield from repeated(
        (grade.code, str(number), place("grades", number, "code")) for number, grade in enumerate(part.grades)
    )


def _predicate(predicate: Predicate, points: dict[str, Fraction], place: Place) -> Iterator[Problem]:
    for number, condition in enumerate(predicate.conditions):
        here = partial(place, "conditions", number)
        if condition.of is None:
            continue
        if condition.of not in points:
            known = ", ".join(points)
            yield problem("R652", here("of"), key="of", code=condition.of, known=known)
        elif condition.minimum > points[condition.of]:
            shown = {"minimum": exact_text(condition.minimum), "most": exact_text(points[condition.of])}
            yield problem("R663", here("minimum"), name=condition.name, of=condition.of, **shown)


def _component_codes(zi: ZonaIntegritas, place: Place) -> Iterator[Named]:
    for number, component in enumerate(zi.components):
        here = partial(place, "components", number)
        yield component.code, str(number), here("code")
        for order, part in enumerate(component.parts):
            yield part.code, f"{number}.{order}", here("parts", order, "code")
