"""Percentages and points of an index: against its printed value, and against what whole answers can give."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.audit.checks.common import beside, fits, is_in_table, name_of, shown, span_of, times
from ipak_cli.audit.checks.means import respondents_of
from ipak_cli.audit.claim import Claim, ClaimKind, Claims
from ipak_cli.audit.finding import Finding
from ipak_cli.base.figures import decimal, short
from ipak_cli.base.message import InFull
from ipak_cli.base.printed import Printed, nearest_means
from ipak_cli.base.problem import problem
from ipak_cli.catalogue.audit import (
    NEAREST_MEANS,
    PERCENT_IMPOSSIBLE,
    PERCENT_NOT_OF_INDEX,
    POINTS_NOT_OF_INDEX,
    WOULD_BE,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.base.period import Period


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
        named = {each.subject for each in claims.of_kind(ClaimKind.ITEM_MEAN)}
        if 0 < sum(item.code in named for item in index.items) < len(index.items):
            continue  # the report has fewer items, so that nobody knows how many answers there are
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
    """Yield percentages and points that are not those of the index beside them, or of any elsewhere."""
    highest = Fraction(instrument.rubric.scale.highest)
    for kind, entry in (
        (ClaimKind.PERCENT, PERCENT_NOT_OF_INDEX),
        (ClaimKind.POINTS, POINTS_NOT_OF_INDEX),
        (ClaimKind.COMPONENT, POINTS_NOT_OF_INDEX),
    ):
        told: set[tuple[str | None, Period | None, Printed]] = set()
        for claim in claims.of_kind(kind):
            factor = 100 / highest if kind is ClaimKind.PERCENT else points_a_unit(claim, instrument)
            indices = _indices_of(claim, claims)
            if factor is None or claim.number is None or not indices:
                continue
            spans = [times(span_of(each.number), factor) for each in indices if each.number]
            figure = claim.subject, claim.period, claim.number
            if any(fits(claim.number, span) for span in spans) or figure in told:
                continue
            told.add(figure)
            index = indices[-1]
            found = problem(
                entry,
                index=name_of(index.subject),
                value=InFull(str(claim.number)),
                of=InFull(str(index.number)),
            )
            right = shown(spans[-1], max(claim.number.places, 2))
            step = f"{index.number} / {highest} x {short(factor * highest)} = {right}"
            yield Finding(found, (claim, index), (WOULD_BE(values=InFull(right)),), (step,))


def _indices_of(claim: Claim, claims: Claims) -> tuple[Claim, ...]:
    """Return the indices in a percentage's or points' cell, else in its row, else anywhere.

    Points whose maximum is not printed may be those of a component with other parts, and stay in their row.
    """
    here = tuple(
        each
        for each in claims.of_kind(ClaimKind.INDEX, ClaimKind.COMBINED)
        if each.place == claim.place and each.period == claim.period and each.number is not None
    )
    own = tuple(each for each in here if each.subject == claim.subject)
    near = (
        own
        or (here if is_in_table(claim) else ())  # a paragraph may tell of several
        or beside(claim, claims, ClaimKind.INDEX, ClaimKind.ITEM_MEAN)
    )
    return near or (
        () if claim.kind is not ClaimKind.PERCENT and claim.of is None else _indices(claim, claims)
    )


def points_a_unit(claim: Claim, instrument: Instrument) -> Fraction | None:
    """Return the points of a component a unit of its index, or ``None`` for one that has other parts."""
    zi = instrument.rubric.zi
    for component in zi.components if zi else ():
        for part in component.parts:
            if getattr(part, "index", None) == claim.subject:
                if claim.of is not None and claim.of.value != part.points:
                    return None
                return part.points / instrument.rubric.scale.highest
    return None
