"""Rises and falls against the figures, points that are called percent, and words for a trend."""

from __future__ import annotations

import itertools
import re
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.checks.common import fits, is_in_table, name_of, row_of, shown
from ipak_cli.audit.checks.stars import StarSet, star_sets
from ipak_cli.audit.claim import Claim, ClaimKind, Claims
from ipak_cli.audit.finding import Finding
from ipak_cli.base.figures import decimal
from ipak_cli.base.message import InFull
from ipak_cli.base.printed import Printed
from ipak_cli.base.problem import problem
from ipak_cli.catalogue.audit import (
    CHANGE_OTHER_SIZE,
    CHANGE_OTHER_WAY,
    POINTS_CALLED_PERCENT,
    TREND_NOT_OF_FIGURES,
    TREND_OF_COUNTS,
    WOULD_BE,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.audit.checks.common import Span
    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.base.period import Period


class Way(StrEnum):
    """Which way a word says that figures go."""

    UP = "naik"
    DOWN = "turun"
    BOTH = "fluktuatif"
    LEVEL = "tetap"


_WORDS: Final = (
    (Way.BOTH, re.compile(r"(?i)fluktua|naik[\s-]*turun|turun[\s-]*naik|berubah-ubah")),
    (
        Way.UP,
        re.compile(r"(?i)\b(?:me|pe)?naik|\bkenaikan|meningkat|peningkatan|bertambah|membaik|lebih tinggi"),
    ),
    (Way.DOWN, re.compile(r"(?i)\b(?:me)?nurun|turun|penurunan|berkurang|memburuk|lebih rendah")),
    (Way.LEVEL, re.compile(r"(?i)\b(?:tetap|sama|konstan)\b")),
)
_OF_PERIOD: Final = (
    ClaimKind.INDEX, ClaimKind.COMBINED, ClaimKind.CONVERTED, ClaimKind.PERCENT, ClaimKind.ITEM_MEAN,
    ClaimKind.POINTS,
)  # fmt: skip
_PAIR: Final = 2


def way_of(word: str | None) -> Way | None:
    """Return which way a word says that figures go, if it is one that this module knows."""
    return next((way for way, pattern in _WORDS if pattern.search(word or "")), None)


def changes(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield changes whose direction or size is not that of the figures of the two periods."""
    del instrument
    for claim in claims.of_kind(ClaimKind.CHANGE):
        pairs = _pairs(claim, claims)
        if not pairs:
            continue
        way = way_of(claim.word)
        first, last = pairs[0]
        values = InFull(f"{first} ke {last}")
        if way is not None and not any(_goes(way, [one, other]) for one, other in pairs):
            found = problem(CHANGE_OTHER_WAY, what=name_of(claim.subject), word=claim.word, values=values)
            yield Finding(
                found,
                (claim, *_behind(claim, claims)),
                (),
                (f"{last} - {first} = {_difference(first, last)}",),
            )
        elif claim.number is not None:
            yield from _size(claim, claims, pairs)


def _size(claim: Claim, claims: Claims, pairs: Sequence[tuple[Printed, Printed]]) -> Iterator[Finding]:
    number = claim.number
    if number is None:
        return
    size = Printed(abs(number.value), number.places)
    points = [_apart(one, other) for one, other in pairs]
    percents = [_percent(one, other) for one, other in pairs if one.low > 0]
    is_points = any(fits(size, span) for span in points)
    is_percent = any(fits(size, span) for span in percents)
    unit = claim.unit
    if (unit == "persen" and is_percent) or (
        unit != "persen" and (is_points or (unit is None and is_percent))
    ):
        return
    first, last = pairs[0]
    values = InFull(f"{first} ke {last}")
    behind = (claim, *_behind(claim, claims))
    step = f"{last} - {first} = {_difference(first, last)}"
    if unit == "persen" and percents:
        right = shown(percents[0], max(number.places, 2))
        steps = (step, f"({last} - {first}) / {first} x 100 = {right}")
        entry = POINTS_CALLED_PERCENT if is_points else CHANGE_OTHER_SIZE
        made = problem(entry, what=name_of(claim.subject), value=InFull(str(size)), values=values)
        yield Finding(made, behind, (WOULD_BE(values=InFull(f"{right} persen")),), steps)
    elif unit != "persen":
        made = problem(CHANGE_OTHER_SIZE, what=name_of(claim.subject), value=InFull(str(size)), values=values)
        right = shown(points[0], max(first.places, last.places))
        yield Finding(made, behind, (WOULD_BE(values=InFull(right)),), (step,))


def _apart(one: Printed, other: Printed) -> Span:
    """Return how far two printed numbers can be apart: from the exact values, or from the printed ones."""
    low, high = other.low - one.high, other.high - one.low
    if low >= 0:
        return low, high
    return (-high, -low) if high <= 0 else (Fraction(0), max(-low, high))


def _percent(one: Printed, other: Printed) -> Span:
    low, high = _apart(one, other)
    return 100 * low / one.high, 100 * high / one.low


def _difference(one: Printed, other: Printed) -> str:
    return decimal(other.value - one.value, max(one.places, other.places))


def _pairs(claim: Claim, claims: Claims) -> list[tuple[Printed, Printed]]:
    """Return the two figures between which something changed, in every way that the report prints them."""
    steps = claim.series
    if len(steps) >= _PAIR:
        first, last = (_values(step, claim, claims) for step in (steps[0], steps[-1]))
    elif is_in_table(claim):
        row = [each for each in _row(claim, claims) if each.period is not None]
        kinds = {each.kind for each in row}
        periods = sorted({each.period for each in row if each.period is not None})
        if len(kinds) != 1 or len(periods) != _PAIR:
            return []
        first, last = ([each.number for each in row if each.period == p and each.number] for p in periods)
    elif claim.period is not None:
        earlier = [p for p in _periods_of(claim, claims) if claim.period.follows(p)]
        if not earlier:
            return []
        first = _figures(claim, claims, max(earlier))
        last = _figures(claim, claims, claim.period)
    else:
        return []
    return [(one, other) for one in first for other in last if _alike(one, other)]


def _alike(one: Printed, other: Printed) -> bool:
    """Tell whether two figures can be of one kind: an index of 4 and one of 100 are not."""
    low, high = sorted((abs(one.value), abs(other.value)))
    return high <= 10 * low or high - low <= 1


def _values(step: tuple[Period | None, Printed | None], claim: Claim, claims: Claims) -> list[Printed]:
    period, value = step
    if value is not None:
        return [value]
    return _figures(claim, claims, period) if period is not None else []


def _figures(claim: Claim, claims: Claims, period: Period) -> list[Printed]:
    return [
        each.number
        for each in claims.of_kind(*_OF_PERIOD)
        if each.subject == claim.subject is not None and each.period == period and each.number is not None
    ]


def _periods_of(claim: Claim, claims: Claims) -> set[Period]:
    return {
        each.period
        for each in claims.of_kind(*_OF_PERIOD)
        if each.subject == claim.subject and each.period is not None and each.number is not None
    }


def _row(claim: Claim, claims: Claims) -> list[Claim]:
    return [
        each
        for each in claims.of_kind(*_OF_PERIOD)
        if row_of(each) == row_of(claim) and each.subject == claim.subject and each.number is not None
    ]


def _behind(claim: Claim, claims: Claims) -> tuple[Claim, ...]:
    periods = {period for period, _ in claim.series} or {claim.period, *_periods_of(claim, claims)}
    return tuple(
        each
        for each in claims.of_kind(*_OF_PERIOD)
        if each.subject == claim.subject is not None and each.period in periods and each.number is not None
    )


def _goes(way: Way, numbers: Sequence[Printed]) -> bool:
    """Tell whether figures can go the way that a word says, whatever was rounded."""
    steps = [*itertools.pairwise(numbers)]
    may_rise = [other.high > one.low for one, other in steps]
    may_fall = [other.low < one.high for one, other in steps]
    match way:
        case Way.UP:
            return all(may_rise) and numbers[-1].high > numbers[0].low
        case Way.DOWN:
            return all(may_fall) and numbers[-1].low < numbers[0].high
        case Way.BOTH:
            return any(may_rise) and any(may_fall)
        case Way.LEVEL:
            return all(one.low <= other.high and other.low <= one.high for one, other in steps)


def trend_words(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield words for a trend that the figures of the periods, or their shares of all answers, contradict."""
    sets = {each.period: each for each in star_sets(claims, instrument) if each.subject is None}
    for claim in claims.of_kind(ClaimKind.TREND_WORD):
        way = way_of(claim.word)
        steps = _series(claim, claims)
        if way is None or len(steps) < _PAIR:
            continue
        numbers = [number for _, number in steps]
        shares = _shares(claim, [period for period, _ in steps], sets)
        word = InFull(claim.word or "")
        what = _what(claim)
        if shares is not None:
            if not _goes(way, shares):
                values = InFull(" → ".join(f"{each} %" for each in shares))
                entry = TREND_OF_COUNTS if _goes(way, numbers) else TREND_NOT_OF_FIGURES
                totals = tuple(
                    f"{period}: {number} / {sets[period].answers} = {share} %"
                    for (period, number), share in zip(steps, shares, strict=True)
                )
                yield Finding(problem(entry, what=what, word=word, values=values), (claim,), (), totals)
        elif not _goes(way, numbers):
            values = InFull(" → ".join(map(str, numbers)))
            yield Finding(problem(TREND_NOT_OF_FIGURES, what=what, word=word, values=values), (claim,))


def _what(claim: Claim) -> str:
    subject = claim.subject or ""
    return f"nilai {subject}" if subject.isdigit() else name_of(claim.subject)


def _series(claim: Claim, claims: Claims) -> list[tuple[Period | None, Printed]]:
    """Return the periods and figures of a trend, those of its own sentence where it names none itself."""
    if claim.series:
        found = []
        for step in claim.series:
            values = _values(step, claim, claims)
            if not values:
                return []
            found.append((step[0], values[0]))
        return found
    same = [
        each
        for each in claims.of_kind(ClaimKind.STARS, *_OF_PERIOD)
        if each.place == claim.place
        and each.words == claim.words
        and each.subject == claim.subject
        and each.number
    ]
    kinds = {each.kind for each in same}
    return [(each.period, each.number) for each in same if each.number] if len(kinds) == 1 else []


def _shares(
    claim: Claim, periods: Sequence[Period | None], sets: Mapping[Period | None, StarSet]
) -> list[Printed] | None:
    """Return the shares of all answers that a number of answers had in the periods, to two decimals."""
    if not (claim.subject or "").isdigit() or any(period not in sets for period in periods):
        return None
    value = int(claim.subject or "0")
    if len({sets[period].answers for period in periods}) == 1:
        return None
    found = [Fraction(100 * sets[period].counts[value], sets[period].answers or 1) for period in periods]
    return [Printed(Fraction(decimal(each).replace(",", ".")), 2) for each in found]
