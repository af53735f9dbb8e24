"""What several checks need: numbers as intervals, rows and tables of claims, and names for a reader."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final, TypeAlias

from ipak_cli.audit.claim import ClaimKind
from ipak_cli.audit.instrument import COMBINED
from ipak_cli.audit.words import kind_name
from ipak_cli.base.figures import decimal, round_half_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ipak_cli.audit.claim import Claim, Claims
    from ipak_cli.audit.document import Place
    from ipak_cli.base.period import Period
    from ipak_cli.base.printed import Printed

_NAMES: Final = {COMBINED: "indeks gabungan"}
Span: TypeAlias = "tuple[Fraction, Fraction]"
"""The lowest and the highest exact value that something can have."""
Table: TypeAlias = "tuple[Period | None, str | None, str | None, int | None]"
"""A period's part of a table: the period, the table's number, the sheet, and the line in a text file."""


def name_of(subject: str | None) -> str:
    """Return what a report calls a subject."""
    return _NAMES.get(subject or "", subject or "survei")


def figure_name(claim: Claim) -> str:
    """Return what a figure is called in a sentence: its subject, else what is counted."""
    if claim.kind is ClaimKind.STARS and claim.subject:
        index, _, star = claim.subject.rpartition(":")
        return f"{kind_name(claim.kind)} {star}{f' {index}' if index else ''}"
    return name_of(claim.subject) if claim.subject else kind_name(claim.kind)


def span_of(number: Printed) -> Span:
    """Return the exact values that can stand behind a printed number."""
    return number.low, number.high


def total_of(spans: Iterable[Span], weights: Iterable[Fraction] | None = None) -> Span:
    """Return the sum of intervals, each times its weight."""
    each = [*spans]
    factors = [Fraction(1)] * len(each) if weights is None else [*weights]
    low = sum((span[0] * factor for span, factor in zip(each, factors, strict=True)), Fraction(0))
    high = sum((span[1] * factor for span, factor in zip(each, factors, strict=True)), Fraction(0))
    return low, high


def fits(number: Printed, span: Span) -> bool:
    """Tell whether a printed number can be a value of an interval."""
    return number.low <= span[1] and span[0] <= number.high


def ratio(part: Span, whole: Span) -> Span:
    """Return the interval of a quotient of positive numbers; raises ``ZeroDivisionError`` for a 0."""
    return part[0] / whole[1], part[1] / whole[0]


def times(span: Span, factor: Fraction | int) -> Span:
    """Return an interval times a positive number."""
    return span[0] * factor, span[1] * factor


def shown(span: Span, places: int) -> str:
    """Write an interval with so many decimals: ``3,90 s.d. 3,91``, or one number where both look alike."""
    low, high = decimal(span[0], places), decimal(span[1], places)
    return low if round_half_up(span[0], places) == round_half_up(span[1], places) else f"{low} s.d. {high}"


def row_of(claim: Claim) -> Place:
    """Return the place of a claim's row, or of its sentence."""
    return replace(claim.place, column=None, cell=None)


def is_in_table(claim: Claim) -> bool:
    """Tell whether a claim stands in a table."""
    return claim.place.row is not None


def beside(claim: Claim, claims: Claims, *kinds: ClaimKind) -> tuple[Claim, ...]:
    """Return the numbers of some kinds in a claim's row or sentence, of its subject, period and group."""
    place = row_of(claim)
    return tuple(
        each
        for each in claims.claims
        if each.kind in kinds
        and each is not claim
        and each.number is not None
        and row_of(each) == place
        and (is_in_table(each) or each.words == claim.words)
        and (each.subject, each.period, each.group) == (claim.subject, claim.period, claim.group)
    )


def table_of(claim: Claim) -> Table:
    """Return the table in which a claim stands, with the period of which it speaks."""
    return claim.period, claim.place.table, claim.place.sheet, claim.place.line


def by_table(claims: Iterable[Claim]) -> Mapping[Table, tuple[Claim, ...]]:
    """Return the claims of tables by table and period, in order."""
    found: dict[Table, list[Claim]] = defaultdict(list)
    for claim in claims:
        if is_in_table(claim):
            found[table_of(claim)].append(claim)
    return {table: tuple(each) for table, each in found.items()}


def whole(claim: Claim) -> int | None:
    """Return a claimed count, or ``None`` for a number with decimals."""
    number = claim.number
    return None if number is None or number.value.denominator != 1 else int(number.value)


def counts_of(claims: Claims, kind: ClaimKind) -> Mapping[Period | None, tuple[Claim, ...]]:
    """Return claimed counts of the whole survey by period."""
    found: dict[Period | None, list[Claim]] = defaultdict(list)
    for claim in claims.of_kind(kind):
        if claim.subject is None and whole(claim) is not None:
            found[claim.period].append(claim)
    return {period: tuple(each) for period, each in found.items()}


def by_subject(claims: Iterable[Claim]) -> dict[str, Claim]:
    """Return the first claim about each subject."""
    found: dict[str, Claim] = {}
    for claim in claims:
        if claim.subject is not None and claim.number is not None:
            found.setdefault(claim.subject, claim)
    return found


def spans_behind(claim: Claim, claims: Claims) -> tuple[Span, ...]:
    """Return the values with which a report may have counted on where it prints a figure.

    They are those that are rounded to it; where the sum of an item and the respondents are claimed too, the
    quotient alone, and the printed figure itself.
    """
    number = claim.number
    if number is None:
        return ()
    if claim.kind is ClaimKind.ITEM_MEAN:
        counts = [
            n for each in counts_of(claims, ClaimKind.RESPONDENTS).get(claim.period, ()) if (n := whole(each))
        ]
        sums = {
            total
            for each in claims.of_kind(ClaimKind.SUM)
            if (each.subject, each.period) == (claim.subject, claim.period)
            and (total := whole(each)) is not None
        }
        exact = {Fraction(total, n) for total in sums for n in counts}
        if len(exact) == 1 and number.rounds(mean := exact.pop()):
            return (mean, mean), (number.value, number.value)
    return (span_of(number),)


def words_of(claims: Claims) -> frozenset[str]:
    """Return every sentence and row of the report that has a number."""
    parts = (claims.claims, claims.asides, claims.unread)
    return frozenset(each.words for part in parts for each in part)


def joined(texts: Sequence[str], most: int = 8) -> str:
    """Join examples for a sentence, and tell how many were left out."""
    kept = "; ".join(dict.fromkeys(texts[:most]))
    return kept if len(texts) <= most else f"{kept}; dan {len(texts) - most} lainnya"
