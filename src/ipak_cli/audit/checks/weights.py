"""Weighted and converted values: weights that were rounded, columns and rows of sums, means from sums."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.checks.common import (
    beside,
    by_subject,
    by_table,
    counts_of,
    fits,
    is_in_table,
    joined,
    name_of,
    shown,
    span_of,
    spans_behind,
    table_of,
    times,
    total_of,
    whole,
)
from ipak_cli.audit.claim import Claim, ClaimKind, Claims
from ipak_cli.audit.finding import Finding
from ipak_cli.base.figures import decimal, round_half_up, short
from ipak_cli.base.message import InFull
from ipak_cli.base.printed import Printed
from ipak_cli.base.problem import problem
from ipak_cli.catalogue.audit import (
    CONVERTED_NOT_OF_INDEX,
    CUT_OFF,
    MEAN_NOT_OF_SUM,
    SUM_NOT_OF_ROWS,
    WEIGHTED_NOT_OF_ITEM,
    WEIGHTS_ROUNDED,
    WOULD_BE,
)
from ipak_cli.rubric.survey import BlankRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.audit.checks.common import Span
    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.base.problem import Entry
    from ipak_cli.rubric.survey import Index

_PLACES: Final = (2, 3)
"""Decimals to which offices round weights such as 1/9, and an index before they convert it."""


def rounded_weights(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield indices and converted values that only weights rounded to two or three decimals give."""
    highest = Fraction(instrument.rubric.scale.highest)
    for table, rows in by_table(claims.of_kind(ClaimKind.ITEM_MEAN)).items():
        means = by_subject(rows)
        for index in instrument.rubric.indices:
            chosen = [means.get(item.code) for item in index.items]
            known = [each for each in chosen if each is not None and each.number is not None]
            if len(known) < len(chosen):
                continue
            spans = [span_of(each.number) for each in known if each.number is not None]
            right = total_of(spans, index.weights)
            found: list[Finding] = []
            for value in claims.of_kind(ClaimKind.CONVERTED, ClaimKind.INDEX):
                if (value.subject, value.period) != (index.code, table[0]) or value.number is None:
                    continue
                factor = 100 / highest if value.kind is ClaimKind.CONVERTED else Fraction(1)
                if fits(value.number, times(right, factor)) or is_of_rounded_index(
                    value, claims, right, factor
                ):
                    continue
                wrong = rounded_weight(value.number, spans, index, factor)
                if wrong is not None:
                    found.append(_rounded(value, known, wrong, index, times(right, factor)))
            yield from found[-1:]  # an index and its converted value are wrong together


def is_of_rounded_index(value: Claim, claims: Claims, right: Span, factor: Fraction) -> bool:
    """Tell whether a converted value is of the right index, as printed or with two or three decimals."""
    if value.number is None or value.kind is not ClaimKind.CONVERTED:
        return False
    # Many offices round the index before they convert it, whether or not they print it.
    for parts in (10**places for places in _PLACES):
        first, last = (int(round_half_up(bound * parts, 0)) for bound in right)
        if any(value.number.rounds(Fraction(n, parts) * factor) for n in range(first, last + 1)):
            return True
    return any(
        each.number is not None
        and fits(each.number, right)
        and fits(value.number, times(_basis(each.number), factor))
        for each in claims.of_kind(ClaimKind.INDEX)
        if (each.subject, each.period) == (value.subject, value.period)
    )


def _basis(index: Printed) -> Span:
    """Return the values of a printed index with which a report counts on: no office does with one decimal."""
    return span_of(index) if index.places >= _PLACES[0] else (index.value, index.value)


def rounded_weight(value: Printed, spans: Sequence[Span], index: Index, factor: Fraction) -> Fraction | None:
    """Return the weight, rounded to two or three decimals, with which means give a value, or ``None``."""
    if len({*index.weights}) > 1:
        return None
    for places in _PLACES:
        weight = round_half_up(index.weights[0], places)
        if weight != index.weights[0] and fits(value, times(total_of(spans), weight * factor)):
            return weight
    return None


def _rounded(value: Claim, means: Sequence[Claim], weight: Fraction, index: Index, right: Span) -> Finding:
    places = value.number.places if value.number else 2
    values = shown(right, places)
    found = problem(
        WEIGHTS_ROUNDED, what=name_of(value.subject), value=InFull(str(value.number)),
        weight=InFull(_weight(weight)), exact=InFull(str(index.weights[0])), right=InFull(values),
    )  # fmt: skip
    added = " + ".join(str(each.number) for each in means)
    steps = (
        f"({added}) x {_weight(weight)}",
        f"{len(means)} x {_weight(weight)} = {short(len(means) * weight)}",
    )
    return Finding(found, (value, *means), (WOULD_BE(values=InFull(values)),), steps)


def _weight(value: Fraction) -> str:
    places = next((n for n in range(1, 4) if value * 10**n % 1 == 0), 3)
    return str(Printed(value, places))


def converted(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield converted values that are not those of any claimed index of the same period."""
    factor = Fraction(100, instrument.rubric.scale.highest)
    for claim in claims.of_kind(ClaimKind.CONVERTED):
        kinds = (
            (ClaimKind.ITEM_MEAN,)
            if claim.subject in instrument.items
            else (ClaimKind.INDEX, ClaimKind.COMBINED)
        )
        same = beside(claim, claims, *kinds) or tuple(
            each
            for each in claims.of_kind(*kinds)
            if (each.subject, each.period) == (claim.subject, claim.period) and each.number is not None
        )
        spans = [times(span_of(each.number), factor) for each in same if each.number is not None]
        if not spans or claim.number is None or any(fits(claim.number, span) for span in spans):
            continue
        found = problem(
            CONVERTED_NOT_OF_INDEX, what=name_of(claim.subject), value=InFull(str(claim.number)),
            of=InFull(str(same[0].number)),
        )  # fmt: skip
        values = shown(spans[0], max(claim.number.places, 2))
        step = f"{same[0].number} / {instrument.rubric.scale.highest} x 100 = {values}"
        yield Finding(found, (claim, same[0]), (WOULD_BE(values=InFull(values)),), (step,))


def weighted(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield, one finding a table, weighted values that are not an item's mean times its weight."""
    exact = {
        item.code: weight
        for index in instrument.rubric.indices
        for item, weight in zip(index.items, index.weights, strict=True)
    }
    for rows in by_table(claims.of_kind(ClaimKind.WEIGHTED)).values():
        wrong: list[tuple[Claim, Claim, Fraction]] = []
        for claim in rows:
            weight = exact.get(claim.subject or "")
            mean = next(iter(beside(claim, claims, ClaimKind.ITEM_MEAN)), None)
            if weight is None or mean is None or mean.number is None or claim.number is None:
                continue
            printed = [each.number.value for each in beside(claim, claims, ClaimKind.WEIGHT) if each.number]
            near = [weight, *(w for w in printed if w <= 1), *(round_half_up(weight, n) for n in _PLACES)]
            spans = spans_behind(mean, claims)
            if not any(fits(claim.number, times(span, each)) for span in spans for each in near):
                wrong.append((claim, mean, weight))
        if wrong:
            values = joined([f"{c.subject} {c.number} (dari {m.number})" for c, m, _ in wrong])
            found = problem(WEIGHTED_NOT_OF_ITEM, count=len(wrong), values=InFull(values))
            steps = tuple(
                f"{c.subject}: {m.number} x {w} = {shown(times(span_of(m.number), w), c.number.places)}"
                for c, m, w in wrong
                if c.number is not None and m.number is not None
            )
            yield Finding(found, tuple(each for c, m, _ in wrong for each in (c, m)), (), steps)


def sums(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield totals of a table's column of sums, or of weighted values, that are not the sum of its rows."""
    for kind in (ClaimKind.SUM, ClaimKind.WEIGHTED):
        for rows in by_table(claims.of_kind(kind)).values():
            parts = by_subject(each for each in rows if each.subject in instrument.items)
            for claim in rows:
                codes = _items_under(claim, instrument)
                if not codes or not parts.keys() >= {*codes} or claim.number is None:
                    continue
                spans = [_exact(n) for code in codes if (n := parts[code].number) is not None]
                low, high = _exact(claim.number)
                right = total_of(spans)
                if low <= right[1] and right[0] <= high:
                    continue
                places = max(
                    claim.number.places, *(n.places for c in codes if (n := parts[c].number) is not None)
                )
                total = sum((n.value for code in codes if (n := parts[code].number) is not None), Fraction(0))
                values = shown((total, total), places)
                found = problem(SUM_NOT_OF_ROWS, value=InFull(str(claim.number)), rows=len(codes))
                added = " + ".join(str(parts[code].number) for code in codes)
                yield Finding(
                    found, (claim, *(parts[code] for code in codes)), (WOULD_BE(values=InFull(values)),),
                    (f"{added} = {values}",),
                )  # fmt: skip


def _exact(number: Printed) -> Span:
    """Return the values behind a printed sum: a whole one is of whole answers, and was not rounded."""
    return span_of(number) if number.places else (number.value, number.value)


def _items_under(claim: Claim, instrument: Instrument) -> tuple[str, ...]:
    """Return the items that a total is of: those of its index, or all of them."""
    if claim.subject is None:
        return tuple(instrument.items)
    index = instrument.indices.get(claim.subject)
    return tuple(item.code for item in index.items) if index is not None else ()


def means_of_sums(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield, one finding a table, item means that are not their sum by n, and those that were cut off."""
    respondents = counts_of(claims, ClaimKind.RESPONDENTS)
    if instrument.rubric.blank is BlankRule.MISSING or instrument.rubric.has_means:
        return  # an item has as many answers as were given, and they are no whole numbers
    for rows in by_table(claims.of_kind(ClaimKind.ITEM_MEAN)).values():
        counts = [n for each in respondents.get(rows[0].period, ()) if (n := whole(each))]
        wrong: list[tuple[Claim, Claim, int]] = []
        cut: list[tuple[Claim, Claim, int]] = []
        for mean in rows:
            total = next((each for each in _sums_of(mean, claims) if whole(each) is not None), None)
            if total is None or mean.number is None or not counts or mean.subject not in instrument.items:
                continue
            exact = [Fraction(whole(total) or 0, n) for n in counts]
            if any(mean.number.rounds(each) for each in exact):
                continue
            if whole(total) in counts:
                continue  # a column of how many answered, not of what they answered
            (cut if any(mean.number.cuts(each) for each in exact) else wrong).append((mean, total, counts[0]))
        for entry, found in ((MEAN_NOT_OF_SUM, wrong), (CUT_OFF, cut)):
            if found:
                yield _not_of_sums(entry, found)


def _sums_of(mean: Claim, claims: Claims) -> tuple[Claim, ...]:
    return beside(mean, claims, ClaimKind.SUM) or tuple(
        each
        for each in claims.of_kind(ClaimKind.SUM)
        if (each.subject, each.period) == (mean.subject, mean.period) and is_in_table(each)
        and table_of(each)[1:3] == table_of(mean)[1:3]
    )  # fmt: skip


def _not_of_sums(entry: Entry, found: Sequence[tuple[Claim, Claim, int]]) -> Finding:
    values = InFull(joined([f"{mean.subject} {mean.number}" for mean, _, _ in found]))
    steps = tuple(
        f"{mean.subject}: {total.number} / {n} = {decimal(Fraction(whole(total) or 0, n), m.places)}"
        for mean, total, n in found
        if (m := mean.number) is not None
    )
    told = {"respondents": found[0][2]} if entry is MEAN_NOT_OF_SUM else {}
    made = problem(entry, count=len(found), values=values, **told)
    return Finding(made, tuple(each for mean, total, _ in found for each in (mean, total)), (), steps)
