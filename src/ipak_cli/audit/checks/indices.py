"""Indices against their items, the combined index, components against their parts, one figure twice."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.checks.common import (
    beside,
    by_subject,
    by_table,
    figure_name,
    fits,
    shown,
    span_of,
    spans_behind,
    times,
    total_of,
)
from ipak_cli.audit.checks.percentages import points_a_unit
from ipak_cli.audit.claim import Claim, ClaimKind, Claims
from ipak_cli.audit.finding import Finding
from ipak_cli.base.figures import decimal, short
from ipak_cli.base.message import InFull
from ipak_cli.base.problem import problem
from ipak_cli.catalogue.audit import (
    COMBINED_IN_INDEX_ROW,
    COMPONENT_NOT_ITS_PARTS,
    CUT_OFF,
    INDEX_NOT_ITS_ITEMS,
    TWO_VALUES,
    WOULD_BE,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.rubric.survey import Component

_COUNTS: Final = (ClaimKind.STARS, ClaimKind.VISITORS, ClaimKind.RESPONDENTS)
"""Figures that were counted, and never rounded."""


def indices_and_items(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield, one finding a table of items, claimed indices that are not the weighted mean of its means."""
    for table, rows in by_table(claims.of_kind(ClaimKind.ITEM_MEAN)).items():
        means = by_subject(rows)
        wrong: dict[Claim, tuple[str, list[Claim]]] = {}
        cut: dict[Claim, tuple[str, list[Claim]]] = {}
        for claim in claims.of_kind(ClaimKind.INDEX):
            index = instrument.indices.get(claim.subject or "")
            if index is None or claim.number is None or claim.period != table[0]:
                continue
            items = [each for item in index.items if (each := means.get(item.code))]
            if len(items) < len(index.items):
                continue
            spans = [spans_behind(each, claims) for each in items]
            ways = [total_of([each[way] for each in spans], index.weights) for way in (0, -1)]
            if any(fits(claim.number, way) for way in ways):
                continue
            was_cut = claim.number.value <= ways[0][0] == ways[0][1] < claim.number.value + claim.number.step
            (cut if was_cut else wrong)[claim] = (shown(ways[0], max(claim.number.places, 2)), items)
        if cut:
            figures = InFull("; ".join(dict.fromkeys(f"{each.subject} {each.number}" for each in cut)))
            right = InFull("; ".join(dict.fromkeys(f"{each.subject} {cut[each][0]}" for each in cut)))
            yield Finding(
                problem(CUT_OFF, count=len(cut), values=figures), tuple(cut), (WOULD_BE(values=right),)
            )
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
    return Fraction(100, highest) if claim.kind is ClaimKind.PERCENT else points_a_unit(claim, instrument)


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
            found = problem(TWO_VALUES, what=figure_name(same[0]), values=values)
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
    if one.kind in _COUNTS:
        return _equal(one, other)
    return one.number is not None and other.number is not None and one.number.agrees(other.number)


def _are_answers(one: Claim, other: Claim, items: int) -> bool:
    """Tell whether one number of respondents is that of the answers that the other gave."""
    if one.kind is not ClaimKind.RESPONDENTS or one.number is None or other.number is None:
        return False
    low, high = sorted((one.number.value, other.number.value))
    return low * items == high


def _equal(one: Claim, other: Claim) -> bool:
    return one.number is not None and other.number is not None and one.number.value == other.number.value
