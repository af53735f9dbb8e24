"""Indices against their items, their percentages and points, the answers, and the combined index."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from ipak_cli.audit.checks.common import (
    beside,
    by_subject,
    by_table,
    fits,
    name_of,
    shown,
    span_of,
    times,
    total_of,
)
from ipak_cli.audit.checks.means import respondents_of
from ipak_cli.audit.claim import Claim, ClaimKind, Claims
from ipak_cli.audit.finding import Finding
from ipak_cli.audit.printed import Printed, nearest_means
from ipak_cli.base.figures import decimal, short
from ipak_cli.base.message import InFull
from ipak_cli.base.problem import problem
from ipak_cli.catalogue.audit import (
    COMBINED_IN_INDEX_ROW,
    COMPONENT_NOT_ITS_PARTS,
    INDEX_NOT_ITS_ITEMS,
    NEAREST_MEANS,
    PERCENT_IMPOSSIBLE,
    PERCENT_NOT_OF_INDEX,
    POINTS_NOT_OF_INDEX,
    TWO_VALUES,
    WOULD_BE,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.base.period import Period
    from ipak_cli.rubric.survey import Component


def impossible_percentages(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield each percentage of an index that the claimed respondents' whole answers cannot give."""
    respondents = respondents_of(claims)
    highest = instrument.rubric.scale.highest
    told: set[tuple[str | None, Period | None, Printed | None]] = set()
    for claim in claims.of_kind(ClaimKind.PERCENT):
        index = instrument.indices.get(claim.subject or "")
        counts = {int(each.number.value): each for each in respondents.get(claim.period, ()) if each.number}
        if index is None or claim.number is None or not counts or len({*index.weights}) > 1:
            continue
        mean = Printed(claim.number.value / 100 * highest, claim.number.places + 2)
        step = Fraction(highest, 100) * claim.number.step / 2
        if any(_some_mean(mean.value - step, mean.value + step, n * len(index.items)) for n in counts):
            continue
        figure = claim.subject, claim.period, claim.number
        if _is_of_rounded_index(claim, claims, highest) or figure in told:
            continue
        told.add(figure)
        count, said = next(iter(counts.items()))
        answers = count * len(index.items)
        near = [each / highest * 100 for each in nearest_means(mean, answers)]
        near_ones = " atau ".join(f"{decimal(each)} %" for each in near)
        found = problem(
            PERCENT_IMPOSSIBLE, index=claim.subject, value=InFull(str(claim.number)), respondents=count,
            items=len(index.items), answers=answers,
        )  # fmt: skip
        others = _indices(claim, claims)
        steps = dict.fromkeys(
            f"{each.number} / {highest} x 100 = {_percent_of(each, highest)} %" for each in others
        )
        yield Finding(found, (claim, said, *others), (NEAREST_MEANS(values=InFull(near_ones)),), tuple(steps))


def _indices(percent: Claim, claims: Claims) -> tuple[Claim, ...]:
    """Return the values that the report gives the index of a percentage."""
    return tuple(
        each
        for each in claims.of_kind(ClaimKind.INDEX)
        if (each.subject, each.period) == (percent.subject, percent.period) and each.number is not None
    )


def _percent_of(index: Claim, highest: int) -> str:
    return shown(times(span_of(index.number), Fraction(100, highest)), 2) if index.number else ""


def _some_mean(low: Fraction, high: Fraction, answers: int) -> bool:
    return (high * answers) // 1 >= -((-low * answers) // 1)


def _is_of_rounded_index(percent: Claim, claims: Claims, highest: int) -> bool:
    """Tell whether a percentage is that of the printed index, such as 3,91 of 4."""
    return percent.number is not None and any(
        percent.number.rounds(each.number.value / highest * 100)
        for each in _indices(percent, claims)
        if each.number is not None
    )


def percentages_and_points(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield percentages and points that are not those of any claimed index beside them."""
    highest = Fraction(instrument.rubric.scale.highest)
    for kind, entry in (
        (ClaimKind.PERCENT, PERCENT_NOT_OF_INDEX),
        (ClaimKind.POINTS, POINTS_NOT_OF_INDEX),
        (ClaimKind.COMPONENT, POINTS_NOT_OF_INDEX),
    ):
        for claim in claims.of_kind(kind):
            factor = 100 / highest if kind is ClaimKind.PERCENT else _points(claim, instrument)
            beside = [
                each
                for each in claims.of_kind(ClaimKind.INDEX, ClaimKind.COMBINED)
                if each.place == claim.place and each.number is not None
            ]
            if factor is None or claim.number is None or not beside:
                continue
            ranges = [
                (each, each.number.low * factor, each.number.high * factor) for each in beside if each.number
            ]
            if any(claim.number.low <= high and low <= claim.number.high for _, low, high in ranges):
                continue
            index, low, high = ranges[-1]
            found = problem(
                entry, index=name_of(index.subject), value=InFull(str(claim.number)),
                of=InFull(str(index.number)),
            )  # fmt: skip
            yield Finding(found, (claim, index), (WOULD_BE(values=InFull(shown((low, high), 2))),))


def _points(claim: Claim, instrument: Instrument) -> Fraction | None:
    """Return the points of a component a unit of its index, or ``None`` for one that has other parts."""
    zi = instrument.rubric.zi
    for component in zi.components if zi else ():
        for part in component.parts:
            if getattr(part, "index", None) == claim.subject:
                if claim.of is not None and claim.of.value != part.points:
                    return None
                return part.points / instrument.rubric.scale.highest
    return None


def indices_and_items(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield, one finding a table of items, claimed indices that are not the weighted mean of its means."""
    for table, rows in by_table(claims.of_kind(ClaimKind.ITEM_MEAN)).items():
        means = by_subject(rows)
        wrong: dict[Claim, tuple[str, list[Claim]]] = {}
        for claim in claims.of_kind(ClaimKind.INDEX):
            index = instrument.indices.get(claim.subject or "")
            if index is None or claim.number is None or claim.period != table[0]:
                continue
            items = [each for item in index.items if (each := means.get(item.code))]
            if len(items) < len(index.items):
                continue
            span = total_of([span_of(each.number) for each in items if each.number], index.weights)
            if not fits(claim.number, span):
                wrong[claim] = (shown(span, max(claim.number.places, 2)), items)
        if wrong:
            yield _not_of_items(wrong)


def _not_of_items(wrong: Mapping[Claim, tuple[str, list[Claim]]]) -> Finding:
    doubted = dict.fromkeys(f"{claim.subject} {claim.number}" for claim in wrong)
    possible = dict.fromkeys(f"{claim.subject} {right}" for claim, (right, _) in wrong.items())
    items = dict.fromkeys(item for _, known in wrong.values() for item in known)
    steps = dict.fromkeys(
        f"{claim.subject}: ({' + '.join(str(item.number) for item in known)}) / {len(known)} = {right}"
        for claim, (right, known) in wrong.items()
    )
    found = problem(INDEX_NOT_ITS_ITEMS, values=InFull("; ".join(doubted)))
    return Finding(found, (*wrong, *items), (WOULD_BE(values=InFull("; ".join(possible))),), tuple(steps))


def combined_as_index(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield each index value that is the combined one, while the index has another value elsewhere."""
    combined = [each for each in claims.of_kind(ClaimKind.COMBINED) if each.number is not None]
    values = [each for each in claims.of_kind(ClaimKind.INDEX) if each.subject in instrument.indices]
    for claim in values:
        same = [each for each in values if (each.subject, each.period) == (claim.subject, claim.period)]
        other = next((each for each in same if not _agree(each, claim)), None)
        taken = next((each for each in combined if each.period == claim.period and _equal(each, claim)), None)
        if other is not None and taken is not None:
            found = problem(
                COMBINED_IN_INDEX_ROW, index=claim.subject, value=InFull(str(claim.number)),
                right=InFull(str(other.number)),
            )  # fmt: skip
            row = _of_combined(claim, taken, claims, instrument)
            steps = tuple(_step(each, taken, instrument) for each in row)
            yield Finding(found, (claim, *row, other, taken), (), steps)


def _of_combined(claim: Claim, combined: Claim, claims: Claims, instrument: Instrument) -> tuple[Claim, ...]:
    """Return the percentage and the points in an index's row that are those of the combined index."""
    return tuple(
        each
        for each in beside(claim, claims, ClaimKind.PERCENT, ClaimKind.POINTS, ClaimKind.COMPONENT)
        if each.number and combined.number and (factor := _factor(each, instrument)) is not None
        and fits(each.number, times(span_of(combined.number), factor))
    )  # fmt: skip


def _factor(claim: Claim, instrument: Instrument) -> Fraction | None:
    """Return the percent or points a unit of the index."""
    highest = instrument.rubric.scale.highest
    return Fraction(100, highest) if claim.kind is ClaimKind.PERCENT else _points(claim, instrument)


def _step(claim: Claim, index: Claim, instrument: Instrument) -> str:
    """Write how percent or points follow from an index."""
    highest, factor = instrument.rubric.scale.highest, _factor(claim, instrument) or Fraction(0)
    unit = " %" if claim.kind is ClaimKind.PERCENT else " poin"
    right = shown(times(span_of(index.number), factor), 2) if index.number else ""
    steps = f"{index.number} / {highest} x {short(factor * highest)} = {right}{unit}"
    return f"{steps}, tertulis {claim.number}{unit}"


def two_values(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield figures that are claimed with values that cannot be the same.

    Answers that are called respondents are told by a check of their own.
    """
    items = len(instrument.items)
    kinds = (ClaimKind.INDEX, ClaimKind.COMBINED, ClaimKind.PERCENT, ClaimKind.CONVERTED, ClaimKind.STARS,
             ClaimKind.VISITORS, ClaimKind.RESPONDENTS, ClaimKind.ITEM_MEAN)  # fmt: skip
    by_figure: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims.of_kind(*kinds):
        if claim.number is not None and claim.period is not None:
            by_figure.setdefault((claim.kind, claim.subject, claim.period), []).append(claim)
    for same in by_figure.values():
        pairs = ((a, b) for a, b in combinations(same, 2) if not _agree(a, b))
        pair = next((each for each in pairs if not _are_answers(*each, items)), None)
        if pair is not None:
            values = tuple(dict.fromkeys(InFull(str(each.number)) for each in same))
            found = problem(TWO_VALUES, what=name_of(same[0].subject), values=values)
            yield Finding(found, pair)


def components(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield each component of the result whose points are not the sum of its parts."""
    zi = instrument.rubric.zi
    for component in zi.components if zi else ():
        codes = {getattr(part, "index", None) for part in component.parts}
        for whole in claims.of_kind(ClaimKind.COMPONENT):
            if whole.of is None or whole.of.value != component.points or whole.subject not in codes:
                continue
            parts = [
                each
                for each in claims.of_kind(ClaimKind.COMPONENT, ClaimKind.POINTS)
                if each.place.table == whole.place.table
                and each.place.table is not None
                and each is not whole
                and (each.subject in codes or (each.subject == "performance" and _has_performance(component)))
                and each.number is not None
            ]
            if len(parts) != len(component.parts) or whole.number is None:
                continue
            low = sum((each.number.low for each in parts if each.number), Fraction(0))
            high = sum((each.number.high for each in parts if each.number), Fraction(0))
            if whole.number.low <= high and low <= whole.number.high:
                continue
            added = " + ".join(str(each.number) for each in parts)
            total = sum((each.number.value for each in parts if each.number), Fraction(0))
            found = problem(COMPONENT_NOT_ITS_PARTS, name=component.name, value=InFull(str(whole.number)))
            yield Finding(
                found,
                (whole, *parts),
                (WOULD_BE(values=InFull(decimal(total))),),
                (f"{added} = {decimal(total)}",),
            )


def _has_performance(component: Component) -> bool:
    return any(part.kind == "performance" for part in component.parts)


def _agree(one: Claim, other: Claim) -> bool:
    return one.number is not None and other.number is not None and one.number.agrees(other.number)


def _are_answers(one: Claim, other: Claim, items: int) -> bool:
    """Tell whether one number of respondents is that of the answers that the other gave."""
    if one.kind is not ClaimKind.RESPONDENTS or one.number is None or other.number is None:
        return False
    low, high = sorted((one.number.value, other.number.value))
    return low * items == high


def _equal(one: Claim, other: Claim) -> bool:
    return one.number is not None and other.number is not None and one.number.value == other.number.value
