"""Totals of answers by value against respondents and item means; tables that are those of another period."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.checks.common import by_subject, by_table, counts_of, name_of, whole
from ipak_cli.audit.claim import Claim, ClaimKind, Claims
from ipak_cli.audit.finding import Finding
from ipak_cli.base.message import InFull
from ipak_cli.base.period import period_words
from ipak_cli.base.printed import is_possible, sums_of
from ipak_cli.base.problem import problem
from ipak_cli.catalogue.audit import STARS_NOT_ANSWERS, STARS_NOT_MEANS, TABLE_OF_OTHER_PERIOD
from ipak_cli.rubric.survey import BlankRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.audit.checks.common import Table
    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.base.period import Period

_FEWEST_MEANS: Final = 3
"""A shorter table fits too many numbers of respondents to be called that of another period."""
_FEWEST_ALIKE: Final = 5
_FEWEST_DIFFERENT: Final = 3
"""Tables of two periods are called the same from so many items, and so many different means, on."""


class StarSet:
    """How often each answer was given, of the survey, an index or an item, in one period."""

    def __init__(self, subject: str | None, period: Period | None, claims: Sequence[Claim]) -> None:
        self.subject, self.period, self.claims = subject, period, tuple(claims)
        self.counts = {_value(each): whole(each) or 0 for each in claims}

    @property
    def answers(self) -> int:
        """How many answers they are together."""
        return sum(self.counts.values())

    @property
    def points(self) -> int:
        """The sum of the answers' values."""
        return sum(value * count for value, count in self.counts.items())

    @property
    def added(self) -> str:
        """The sum of the counts as a formula."""
        return f"{' + '.join(map(str, self.counts.values()))} = {self.answers}"

    @property
    def weighed(self) -> str:
        """The sum of the values as a formula."""
        return f"{' + '.join(f'{v} x {n}' for v, n in self.counts.items())} = {self.points}"


def star_sets(claims: Claims, instrument: Instrument) -> tuple[StarSet, ...]:
    """Return the totals of answers of which every value of the scale is claimed."""
    found: dict[tuple[str | None, Period | None], dict[int, Claim]] = defaultdict(dict)
    for claim in claims.of_kind(ClaimKind.STARS):
        if whole(claim) is not None and claim.subject is not None:
            subject = claim.subject.rpartition(":")[0] or None
            found[subject, claim.period].setdefault(_value(claim), claim)
    values = instrument.rubric.scale.values
    return tuple(
        StarSet(subject, period, [by_value[value] for value in values])
        for (subject, period), by_value in found.items()
        if by_value.keys() >= {*values}
    )


def _value(claim: Claim) -> int:
    return int((claim.subject or "").rpartition(":")[2])


def items_of(subject: str | None, instrument: Instrument) -> tuple[str, ...]:
    """Return the items that a subject's answers are about."""
    if subject is None:
        return tuple(instrument.items)
    if subject in instrument.items:
        return (subject,)
    index = instrument.indices.get(subject)
    return tuple(item.code for item in index.items) if index else ()


def answers_and_respondents(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield totals of answers that are not the respondents times the items."""
    respondents = counts_of(claims, ClaimKind.RESPONDENTS)
    answers = counts_of(claims, ClaimKind.ANSWERS)
    sizes = [len(index.items) for index in instrument.rubric.indices]
    for stars in star_sets(claims, instrument):
        items = len(items_of(stars.subject, instrument))
        said = respondents.get(stars.period, ())
        told = [whole(each) for each in answers.get(stars.period, ())]
        if not said or not items or instrument.rubric.has_means or stars.answers in told:
            continue
        counts = [whole(each) or 0 for each in said]
        possible = {n * size for n in counts for size in ([items] if stars.subject else [items, *sizes])}
        blank = instrument.rubric.blank is BlankRule.MISSING and stars.answers < max(counts) * items
        if stars.answers in possible or blank:
            continue
        expected = counts[0] * items
        found = problem(
            STARS_NOT_ANSWERS, what=name_of(stars.subject), period=InFull(_named(stars.period)),
            answers=stars.answers, respondents=counts[0], items=items, expected=expected,
        )  # fmt: skip
        arithmetic = (stars.added, f"{counts[0]} x {items} = {expected}")
        yield Finding(found, (*stars.claims, said[0]), (), arithmetic)


def answers_and_means(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield totals of answers whose sum is not that of the claimed item means of the period."""
    tables = by_table(claims.of_kind(ClaimKind.ITEM_MEAN))
    for stars in star_sets(claims, instrument):
        items = items_of(stars.subject, instrument)
        counts = _counts(claims, stars, len(items))
        for means in (by_subject(each) for table, each in tables.items() if table[0] == stars.period):
            if not items or not means.keys() >= {*items}:
                continue
            chosen = [means[item] for item in items]
            sums = {n: span for n in counts if (span := sum_span(chosen, n)) is not None}
            if not sums or any(low <= stars.points <= high for low, high in sums.values()):
                continue
            count, (low, high) = next(iter(sums.items()))
            found = problem(
                STARS_NOT_MEANS, period=InFull(_named(stars.period)), what=name_of(stars.subject),
                sum=stars.points, respondents=count, expected=InFull(_range(low, high)),
            )  # fmt: skip
            arithmetic = (stars.weighed, f"n = {count}: {_range(low, high)}")
            yield Finding(found, (*stars.claims, *chosen), (), arithmetic)


def _counts(claims: Claims, stars: StarSet, items: int) -> tuple[int, ...]:
    """Return the respondents that a period can have: the claimed numbers, else that of its answers."""
    said = [whole(each) or 0 for each in counts_of(claims, ClaimKind.RESPONDENTS).get(stars.period, ())]
    if said:
        return tuple(n for n in said if n)
    return (stars.answers // items,) if items and stars.answers and stars.answers % items == 0 else ()


def sum_span(means: Sequence[Claim], count: int) -> tuple[int, int] | None:
    """Return the lowest and highest sum of so many answers behind means, ``None`` where one is impossible."""
    sums = [sums_of(each.number, count) for each in means if each.number is not None]
    if not all(sums):
        return None
    return sum(each[0] for each in sums), sum(each[-1] for each in sums)


def tables_of_other_periods(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield tables of item means that do not fit their own period, but another one that the report knows."""
    tables = by_table(claims.of_kind(ClaimKind.ITEM_MEAN))
    sets = {stars.period: stars for stars in star_sets(claims, instrument) if stars.subject is None}
    respondents = counts_of(claims, ClaimKind.RESPONDENTS)
    for (period, *_), rows in tables.items():
        means = [each for each in rows if each.number is not None and each.subject in instrument.items]
        if period is None or len(means) < _FEWEST_MEANS:
            continue
        own = {whole(each) or 0: each for each in respondents.get(period, ())}
        fits_own = any(n and _possible(means, n) for n in own) or not own
        if (stars := sets.get(period)) is not None and len(by_subject(means)) == len(instrument.items):
            fits_own = _why(means, stars, own, instrument) is not None
        others = [each for each in {*sets, *respondents} if each is not None and each != period]
        for other in () if fits_own else sorted(others):
            counts = {whole(each) or 0: each for each in respondents.get(other, ())}
            why = _why(means, sets.get(other), counts, instrument)
            if why is not None:
                yield _of_other(means, period, other, why, sets.get(other))
                break
    yield from _same_tables(tables)


def _why(
    means: Sequence[Claim], stars: StarSet | None, counts: Mapping[int, Claim], instrument: Instrument
) -> str | None:
    """Tell why means fit a period: its number of respondents, and the sum of its answers if known."""
    items = len(instrument.items)
    complete = len(by_subject(means)) == items
    if stars is not None and complete and stars.answers and stars.answers % items == 0:
        span = sum_span(means, stars.answers // items)
        if span is None or not span[0] <= stars.points <= span[1]:
            return None
        n = stars.answers // items
        return (
            f"semua nilainya mungkin untuk n = {n} dan berjumlah sama dengan rekap jawabannya, {stars.points}"
        )
    fewest = 10 ** max(each.number.places for each in means if each.number is not None)
    fitting = next((n for n in counts if 0 < n < fewest and _possible(means, n)), None)
    return None if fitting is None else f"semua nilainya mungkin untuk n = {fitting}"


def _possible(means: Sequence[Claim], count: int) -> bool:
    return all(each.number is not None and is_possible(each.number, count) for each in means)


def _of_other(
    means: Sequence[Claim], period: Period, other: Period, why: str, stars: StarSet | None
) -> Finding:
    found = problem(
        TABLE_OF_OTHER_PERIOD, period=InFull(period_words(period)), other=InFull(period_words(other)),
        why=InFull(why),
    )  # fmt: skip
    return Finding(
        found, (*means, *(stars.claims if stars else ())), (), (stars.added, stars.weighed) if stars else ()
    )


def _same_tables(tables: Mapping[Table, tuple[Claim, ...]]) -> Iterator[Finding]:
    """Yield tables whose means are all those of the table of an earlier period."""
    figures = [
        (table[0], {s: c.number for s, c in by_subject(rows).items()}, rows) for table, rows in tables.items()
    ]
    for period, means, rows in figures:
        different = {number.value for number in means.values() if number is not None}
        if period is None or len(means) < _FEWEST_ALIKE or len(different) < _FEWEST_DIFFERENT:
            continue
        for other, others, same in figures:
            if other is not None and other < period and others == means:
                yield _of_other((*rows, *same), period, other, "semua nilainya sama", None)
                break


def _named(period: Period | None) -> str:
    return period_words(period) if period is not None else "periode ini"


def _range(low: int, high: int) -> str:
    return str(low) if low == high else f"{low} s.d. {high}"


def share_of(count: int, answers: int) -> Fraction:
    """Return a part of all answers in percent."""
    return Fraction(100 * count, answers)
