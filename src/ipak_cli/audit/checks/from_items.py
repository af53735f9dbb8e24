"""Converted values against the means of the items, where a report prints no index between them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.audit.checks.common import (
    by_subject,
    by_table,
    fits,
    name_of,
    shown,
    spans_behind,
    times,
    total_of,
)
from ipak_cli.audit.checks.weights import is_of_rounded_index, rounded_weight
from ipak_cli.audit.claim import Claim, ClaimKind, Claims
from ipak_cli.audit.finding import Finding
from ipak_cli.base.message import InFull
from ipak_cli.base.problem import problem
from ipak_cli.catalogue.audit import INDEX_NOT_ITS_ITEMS, WOULD_BE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.audit.checks.common import Span
    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.rubric.survey import Index


def converted_of_items(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield converted values, one finding each, that no table of all items gives with the index's weights.

    Where an index is printed too, it is compared with its items, and the converted value with it.
    """
    factor = Fraction(100, instrument.rubric.scale.highest)
    indices = {(each.subject, each.period) for each in claims.of_kind(ClaimKind.INDEX)}
    told: set[tuple[object, ...]] = set()
    for claim in claims.of_kind(ClaimKind.CONVERTED):
        index = instrument.indices.get(claim.subject or "")
        figure = claim.subject, claim.period, claim.number
        if index is None or claim.number is None or figure[:2] in indices or figure in told:
            continue
        tables = [*_item_tables(claims, claim, index)]
        ways = [way for items in tables for way in _ways(items, claims, index)]
        spans = [[spans_behind(each, claims)[0] for each in items] for items in tables]
        told_elsewhere = any(rounded_weight(claim.number, each, index, factor) for each in spans)
        if ways and not told_elsewhere and not any(_gives(way, claim, claims, factor) for way in ways):
            told.add(figure)
            yield _finding(claim, tables[0], times(ways[0], factor), factor)


def _gives(way: Span, claim: Claim, claims: Claims, factor: Fraction) -> bool:
    """Tell whether an index that items give is a converted value, as it is or rounded before."""
    exact = claim.number is not None and fits(claim.number, times(way, factor))
    return exact or is_of_rounded_index(claim, claims, way, factor)


def _item_tables(claims: Claims, claim: Claim, index: Index) -> Iterator[list[Claim]]:
    """Yield the means of all items of an index, of each table of the claim's period that has them."""
    for table, rows in by_table(claims.of_kind(ClaimKind.ITEM_MEAN)).items():
        means = by_subject(rows)
        items = [each for item in index.items if (each := means.get(item.code))]
        if table[0] == claim.period and len(items) == len(index.items):
            yield items


def _ways(items: Sequence[Claim], claims: Claims, index: Index) -> Iterator[Span]:
    """Yield the indices of items as they are printed, and as their sums give them."""
    spans = [spans_behind(each, claims) for each in items]
    for way in (0, -1):
        yield total_of([each[way] for each in spans], index.weights)


def _finding(claim: Claim, items: Sequence[Claim], right: Span, factor: Fraction) -> Finding:
    values = shown(right, max(claim.number.places if claim.number else 0, 2))
    added = " + ".join(str(each.number) for each in items)
    found = problem(INDEX_NOT_ITS_ITEMS, values=InFull(f"{name_of(claim.subject)} {claim.number}"))
    step = f"({added}) / {len(items)} x {shown((factor, factor), 0)} = {values}"
    return Finding(found, (claim, *items), (WOULD_BE(values=InFull(values)),), (step,))
