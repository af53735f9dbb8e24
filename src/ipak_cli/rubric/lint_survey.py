"""What makes a well-formed survey rubric a sound one: weights, scale, words, bands, references, names."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from ipak_cli.base.figures import exact_text, half_up, in_full, parse_fraction, round_half_up
from ipak_cli.base.message import InFull
from ipak_cli.base.problem import problem
from ipak_cli.base.text import wording
from ipak_cli.catalogue.rubrics import (
    BANDS_MISS_LOWEST,
    BANDS_OVERLAP,
    CODE_NAMED_TWICE,
    COMPONENT_POINTS_MISMATCH,
    CONDITION_IMPOSSIBLE,
    FULL_POINTS_UNREACHABLE,
    GRADE_POINTS_OUT_OF_RANGE,
    ITEM_WEIGHT_NOT_POSITIVE,
    LABEL_OUTSIDE_SCALE,
    MEAN_OF_ONE_COLUMN,
    MISSING_WORD_HAS_VALUE,
    PART_POINTS_NOT_POSITIVE,
    REFERENCE_UNKNOWN,
    SCALE_REVERSED,
    SOME_ITEMS_WITHOUT_WEIGHT,
    TARGET_OUTSIDE_SCALE,
    VALUE_LABELLED_TWICE,
    WEIGHTS_NOT_ONE,
    WORD_FOR_TWO_VALUES,
    WORD_IS_OTHER_NUMBER,
)
from ipak_cli.rubric.lint_names import Named, Place, lint_names, repeated
from ipak_cli.rubric.survey import Component, PerformancePart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ipak_cli.base.problem import Problem, Where
    from ipak_cli.rubric.survey import (
        Band,
        Combined,
        Index,
        Item,
        Label,
        Predicate,
        Scale,
        SurveyRubric,
        ZonaIntegritas,
    )


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
        yield problem(COMPONENT_POINTS_MISMATCH, place("points"), component=component.code, **shown)
    for number, part in enumerate(component.parts):
        here = partial(place, "parts", number)
        if part.points <= 0:
            yield problem(
                PART_POINTS_NOT_POSITIVE, here("points"), part=part.code, points=exact_text(part.points)
            )
        if isinstance(part, PerformancePart):
            yield from _grades(part, here)
        elif part.index not in indices:
            known = ", ".join(indices)
            yield problem(REFERENCE_UNKNOWN, here("index"), key="index", code=part.index, known=known)


def _grades(part: PerformancePart, place: Place) -> Iterator[Problem]:
    for number, grade in enumerate(part.grades):
        if not 0 <= grade.points <= part.points:
            shown = {"points": exact_text(grade.points), "most": exact_text(part.points)}
            yield problem(
                GRADE_POINTS_OUT_OF_RANGE, place("grades", number, "points"), grade=grade.code, **shown
            )
    best = max(grade.points for grade in part.grades)
    if best < part.points:
        shown = {"best": exact_text(best), "points": exact_text(part.points)}
        yield problem(FULL_POINTS_UNREACHABLE, place("points"), part=part.code, **shown)
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
            yield problem(REFERENCE_UNKNOWN, here("of"), key="of", code=condition.of, known=known)
        elif condition.minimum > points[condition.of]:
            shown = {"minimum": exact_text(condition.minimum), "most": exact_text(points[condition.of])}
            yield problem(
                CONDITION_IMPOSSIBLE, here("minimum"), name=condition.name, of=condition.of, **shown
            )


def _component_codes(zi: ZonaIntegritas, place: Place) -> Iterator[Named]:
    for number, component in enumerate(zi.components):
        here = partial(place, "components", number)
        yield component.code, str(number), here("code")
        for order, part in enumerate(component.parts):
            yield part.code, f"{number}.{order}", here("parts", order, "code")


Word = tuple[str, int, "Where | None"]
"""An answer word, its value, and its place; no place for a word that is judged elsewhere."""


def lint(rubric: SurveyRubric, place: Place) -> Iterator[Problem]:
    """Yield every fault of a rubric's content; ``place`` tells where each part stands in its file."""
    yield from _scale(rubric.scale, partial(place, "scale"))
    for number, index in enumerate(rubric.indices):
        yield from _index(index, rubric.scale, partial(place, "indices", number))
    yield from _missing(rubric, partial(place, "scale", "missing"))
    yield from _target(rubric.target, rubric.scale, place("target"))
    codes = [index.code for index in rubric.indices]
    if rubric.combined:
        yield from _combined(rubric.combined, codes, partial(place, "combined"))
    yield from _swapped(rubric, partial(place, "swapped"))
    if rubric.zi:
        yield from lint_zi(rubric.zi, codes, partial(place, "zi"))
    yield from lint_names(rubric, place)


def _scale(scale: Scale, place: Place) -> Iterator[Problem]:
    if scale.lowest >= scale.highest:
        yield problem(SCALE_REVERSED, place("highest"), lowest=scale.lowest, highest=scale.highest)
    yield from _labels(scale.labels, scale, partial(place, "labels"))
    yield from _words(_words_of(scale.labels, partial(place, "labels")))


def _index(index: Index, scale: Scale, place: Place) -> Iterator[Problem]:
    yield from _weights(index, place)
    yield from _bands(index.bands, partial(place, "bands"))
    yield from _lowest_band(index.bands, scale, partial(place, "bands"))
    for number, item in enumerate(index.items):
        yield from _item(item, scale, partial(place, "items", number))


def _item(item: Item, scale: Scale, place: Place) -> Iterator[Problem]:
    yield from _target(item.target, scale, place("target"))
    yield from _labels(item.labels, scale, partial(place, "labels"))
    shared: list[Word] = [(word, value, None) for word, value, _ in _words_of(scale.labels, place)]
    yield from _words(shared + _words_of(item.labels, partial(place, "labels")))
    if len(item.mean_of) == 1:
        yield problem(MEAN_OF_ONE_COLUMN, place("mean_of"), item=item.code)


def _labels(labels: Iterable[Label], scale: Scale, place: Place) -> Iterator[Problem]:
    seen: set[int] = set()
    for number, label in enumerate(labels):
        where = place(number, "value")
        if label.value not in scale.values:
            yield problem(
                LABEL_OUTSIDE_SCALE, where, value=label.value, lowest=scale.lowest, highest=scale.highest
            )
        if label.value in seen:
            yield problem(VALUE_LABELLED_TWICE, where, value=label.value)
        seen.add(label.value)


def _words_of(labels: Iterable[Label], place: Place) -> list[Word]:
    return [
        (word, label.value, place(number, "words", order))
        for number, label in enumerate(labels)
        for order, word in enumerate(label.words)
    ]


def _words(words: Iterable[Word]) -> Iterator[Problem]:
    """Yield the words that would let one answer mean two values."""
    meant: dict[str, int] = {}
    for word, value, where in words:
        other = meant.setdefault(wording(word), value)
        if where is None:
            continue
        if other != value:
            yield problem(WORD_FOR_TWO_VALUES, where, word=word, value=value, other=other)
        if is_another_number(wording(word), value):
            yield problem(WORD_IS_OTHER_NUMBER, where, word=word, value=value)


def _missing(rubric: SurveyRubric, place: Place) -> Iterator[Problem]:
    """Yield the words for "not given" that are an answer as well."""
    labels = (rubric.scale.labels, *(item.labels for item in rubric.items))
    values = {str(value): value for value in rubric.scale.values}
    values |= {wording(word): value for each in labels for word, value, _ in _words_of(each, place)}
    for order, word in enumerate(rubric.scale.missing):
        if (value := values.get(wording(word))) is not None:
            yield problem(MISSING_WORD_HAS_VALUE, place(order), word=word, value=value)


def is_another_number(word: str, value: int) -> bool:
    """Tell a word such as ``3``, ``3.0`` or ``3,5`` that is a number other than the value it stands for."""
    try:
        return parse_fraction(word.removeprefix("+").replace(",", ".")) != value and "/" not in word
    except ValueError:
        return False


def _target(target: Fraction | None, scale: Scale, where: Where) -> Iterator[Problem]:
    if target is not None and not scale.lowest <= target <= scale.highest:
        shown = in_full(target)
        yield problem(TARGET_OUTSIDE_SCALE, where, target=shown, lowest=scale.lowest, highest=scale.highest)


def _weights(index: Index, place: Place) -> Iterator[Problem]:
    given = [item.weight for item in index.items if item.weight is not None]
    if not given:
        return
    for number, item in enumerate(index.items):
        where = place("items", number, "weight")
        if item.weight is None:
            yield problem(SOME_ITEMS_WITHOUT_WEIGHT, where, item=item.code, index=index.code)
        elif item.weight <= 0:
            yield problem(ITEM_WEIGHT_NOT_POSITIVE, where, item=item.code, weight=exact_text(item.weight))
    total = sum(given, Fraction(0))
    if len(given) == len(index.items) and total != 1:
        yield problem(WEIGHTS_NOT_ONE, place("items"), index=index.code, total=exact_text(total))


def _bands(bands: tuple[Band, ...], place: Place) -> Iterator[Problem]:
    """Check that the bands go down step by step from at most 100 percent."""
    above = Fraction(100)
    for number, band in enumerate(bands):
        if band.minimum > above or (number and band.minimum == above):
            limit, shown = exact_text(above), exact_text(band.minimum)
            yield problem(BANDS_OVERLAP, place(number, "minimum"), band=band.code, minimum=shown, above=limit)
        above = band.minimum


def _lowest_band(bands: tuple[Band, ...], scale: Scale, place: Place) -> Iterator[Problem]:
    """Check that the lowest answers still fall into a band."""
    lowest = round_half_up(Fraction(100 * scale.lowest, scale.highest))
    if bands and min(band.minimum for band in bands) > lowest:
        last = bands[-1]
        shown, reached = exact_text(last.minimum), half_up(lowest)
        yield problem(
            BANDS_MISS_LOWEST, place(len(bands) - 1, "minimum"), band=last.code, minimum=shown, lowest=reached
        )


def _combined(combined: Combined, codes: list[str], place: Place) -> Iterator[Problem]:
    for number, code in enumerate(combined.indices):
        where = place("indices", number)
        if code not in codes:
            yield problem(REFERENCE_UNKNOWN, where, key="indices", code=code, known=InFull(", ".join(codes)))
        if code in combined.indices[:number]:
            yield problem(CODE_NAMED_TWICE, where, code=code, key="indices")


def _swapped(rubric: SurveyRubric, place: Place) -> Iterator[Problem]:
    """Check that the codes that some forms swap are codes of items, each named once."""
    known = [item.code for item in rubric.items]
    seen: set[str] = set()
    for number, codes in enumerate(rubric.swapped):
        for order, code in enumerate(codes):
            where = place(number, order)
            if code not in known:
                yield problem(REFERENCE_UNKNOWN, where, key="swapped", code=code, known=", ".join(known))
            if code in seen:
                yield problem(CODE_NAMED_TWICE, where, code=code, key="swapped")
            seen.add(code)
