"""Achievements and gaps against targets and realised values; follow-up for what is at its target."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.checks.common import (
    beside,
    by_table,
    fits,
    is_in_table,
    joined,
    name_of,
    ratio,
    shown,
    spans_behind,
    times,
)
from ipak_cli.audit.claim import Claim, ClaimKind, Claims
from ipak_cli.audit.finding import Finding
from ipak_cli.base.message import InFull
from ipak_cli.base.problem import problem
from ipak_cli.catalogue.audit import (
    ACHIEVEMENT_NOT_OF_TARGET,
    CUT_OFF,
    FOLLOW_UP_AT_TARGET,
    GAP_NOT_OF_TARGET,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.audit.checks.common import Span
    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.base.problem import Entry

_REALISED: Final = (
    ClaimKind.ITEM_MEAN, ClaimKind.INDEX, ClaimKind.COMBINED, ClaimKind.CONVERTED, ClaimKind.PERCENT,
    ClaimKind.POINTS,
)  # fmt: skip
_SHORTEST_PLAN: Final = 20
"""Letters from which on a cell of a row is a plan and no label."""
_KEPT: Final = re.compile(
    r"(?i)\b(?:(?:di|mem|me)?pertahan\w*|memelihara|menjaga|dijaga|tidak ada|tidak perlu|tidak memerlukan"
    r"|tercapai|selesai|konsisten\w*)\b"
)
"""Words of a row that keeps what is reached, or plans nothing."""
_PLANNED: Final = re.compile(
    r"(?i)\b(?:pe(?:ning|mutakh|rbaik|latih|ngada|masang|nambah|nyusun|nyempurna)\w*|men\w+kan|mem\w+"
    r"|meng\w+|sosialisasi|pelatihan|perlu|optimalisasi|evaluasi|koordinasi|rapat|pembinaan|role play)\b"
)


def achievements(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield, one finding a table, achievements that are not realised by target, or were cut off."""
    del instrument
    known = [*_triples(claims, ClaimKind.ACHIEVEMENT)]
    wrong: list[tuple[Claim, Claim, Claim]] = []
    cut: list[tuple[Claim, Claim, Claim]] = []
    for claim, value, target in known:
        spans = _achieved(value, target, claims)
        if claim.number is None or not spans or any(fits(claim.number, span) for span in spans):
            continue
        cut_to = claim.number.value, claim.number.value + claim.number.step
        was_cut = any(cut_to[0] <= high and low < cut_to[1] for low, high in spans)
        (cut if was_cut else wrong).append((claim, value, target))
    for entry, found in ((ACHIEVEMENT_NOT_OF_TARGET, wrong), (CUT_OFF, cut)):
        yield from _by_table(entry, found, " / {t} x 100", " %")


def _achieved(value: Claim, target: Claim, claims: Claims) -> list[Span]:
    if target.number is None or target.number.value <= 0:
        return []
    exact = target.number.value  # a target is set, and not rounded
    return [times(ratio(span, (exact, exact)), 100) for span in spans_behind(value, claims)]


def gaps(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield, one finding a table, gaps that are not the difference of target and realised value."""
    del instrument
    wrong: list[tuple[Claim, Claim, Claim]] = []
    for claim, value, target in _triples(claims, ClaimKind.GAP):
        if claim.number is None or target.number is None:
            continue
        exact = target.number.value
        spans = [(low - exact, high - exact) for low, high in spans_behind(value, claims)]
        either = [*spans, *((-high, -low) for low, high in spans)]
        if not any(fits(claim.number, span) for span in either):
            wrong.append((claim, value, target))
    yield from _by_table(GAP_NOT_OF_TARGET, wrong, " - {t}", "")


def _triples(claims: Claims, kind: ClaimKind) -> Iterator[tuple[Claim, Claim, Claim]]:
    """Yield figures of a kind with the realised value and the target of their row, where each is only one."""
    for claim in claims.of_kind(kind):
        targets = beside(claim, claims, ClaimKind.TARGET)
        values = beside(claim, claims, *_REALISED)
        if claim.number is not None and len(targets) == 1 and len(values) == 1:
            yield claim, values[0], targets[0]


def _by_table(
    entry: Entry, found: Sequence[tuple[Claim, Claim, Claim]], how: str, unit: str
) -> Iterator[Finding]:
    tables = [*by_table(each[0] for each in found).values()]
    tables += [(each[0],) for each in found if not is_in_table(each[0])]
    for table in tables:
        rows = [each for each in found if each[0] in table]
        values = InFull(joined([f"{name_of(claim.subject)} {claim.number}{unit}" for claim, _, _ in rows]))
        steps = tuple(
            f"{name_of(c.subject)}: {value.number}{how.format(t=target.number)} = {_right(c, value, target)}"
            for c, value, target in rows
        )
        yield Finding(
            problem(entry, count=len(rows), values=values),
            tuple(each for row in rows for each in row),
            (),
            steps,
        )


def _right(claim: Claim, value: Claim, target: Claim) -> str:
    if value.number is None or target.number is None:
        return ""
    places = claim.number.places if claim.number else 2
    if claim.kind is ClaimKind.GAP:
        gap = value.number.value - target.number.value
        return shown((gap, gap), max(places, value.number.places))
    share = Fraction(100) * value.number.value / target.number.value
    return shown((share, share), max(places, 2))


def follow_up(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield, one finding a table, items at their target for which the row nevertheless plans improvements."""
    reached: list[tuple[Claim, Claim]] = []
    for target in claims.of_kind(ClaimKind.TARGET):
        value = next(iter(beside(target, claims, *_REALISED)), None)
        if value is None or value.number is None or target.number is None or not is_in_table(target):
            continue
        plan = " ".join(_plans(target, instrument))
        if value.number.value >= target.number.value and _PLANNED.search(plan) and not _KEPT.search(plan):
            reached.append((value, target))
    for table in by_table(value for value, _ in reached).values():
        rows = [(value, target) for value, target in reached if value in table]
        items = InFull(joined([f"{name_of(v.subject)} ({v.number} dari target {t.number})" for v, t in rows]))
        yield Finding(problem(FOLLOW_UP_AT_TARGET, items=items), tuple(each for row in rows for each in row))


def _plans(claim: Claim, instrument: Instrument) -> Iterator[str]:
    """Yield the cells of a claim's row that are sentences of their own, not the item's."""
    for cell in claim.words.split(" | "):
        if len(cell) >= _SHORTEST_PLAN and instrument.item_named(cell) is None:
            yield cell
