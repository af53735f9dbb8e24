"""Means that no whole number of whole answers can have (GRIM), and for which number of answers they could."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.claim import Claim, ClaimKind, Claims
from ipak_cli.audit.finding import Finding
from ipak_cli.base.figures import decimal, short
from ipak_cli.base.message import InFull
from ipak_cli.base.printed import counts_for, is_possible, nearest_means, sums_of
from ipak_cli.base.problem import problem
from ipak_cli.catalogue.audit import MEANS_IMPOSSIBLE, NEAREST_MEANS, POSSIBLE_FOR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.base.period import Period
    from ipak_cli.base.printed import Printed

_MOST_ANSWERS: Final = 500
"""Up to how many answers are tried where a table fits another number of them."""
_MOST_TOLD: Final = 8


def respondents_of(claims: Claims) -> dict[Period | None, tuple[Claim, ...]]:
    """Return the claimed numbers of respondents by period."""
    found: dict[Period | None, list[Claim]] = defaultdict(list)
    for claim in claims.of_kind(ClaimKind.RESPONDENTS):
        if claim.subject is None:
            found[claim.period].append(claim)
    return {period: tuple(each) for period, each in found.items()}


def impossible_means(claims: Claims, instrument: Instrument) -> Iterator[Finding]:  # noqa: ARG001 (as all checks)
    """Yield each table whose item means no claimed number of respondents of its period can give."""
    respondents = respondents_of(claims)
    tables: dict[tuple[Period | None, str | None, str | None], list[Claim]] = defaultdict(list)
    for claim in claims.of_kind(ClaimKind.ITEM_MEAN):
        if claim.number is not None and claim.number.places:
            tables[claim.period, claim.place.table, claim.place.sheet].append(claim)
    for (period, *_), means in tables.items():
        counts = {int(each.number.value): each for each in respondents.get(period, ()) if each.number}
        if not counts or any(all(map_possible(means, count)) for count in counts):
            continue
        count = max(counts, key=lambda n: sum(map_possible(means, n)))
        yield _finding(means, count, counts[count])


def map_possible(means: Sequence[Claim], count: int) -> list[bool]:
    """Tell of each mean whether so many answers can have it."""
    return [mean.number is not None and is_possible(mean.number, count) for mean in means]


def _finding(means: Sequence[Claim], count: int, respondents: Claim) -> Finding:
    possible_ones = map_possible(means, count)
    wrong = [mean for mean, possible in zip(means, possible_ones, strict=True) if not possible]
    doubted = {str(mean.subject): mean.number for mean in wrong if mean.number is not None}
    numbers = [mean.number for mean in means if mean.number is not None]
    nearest = "; ".join(f"{code} {_nearest(number, count)}" for code, number in doubted.items())
    possible = [NEAREST_MEANS(values=InFull(nearest))]
    arithmetic = [f"{code}: {_steps(number, count)}" for code, number in doubted.items()]
    if fitting := counts_for(numbers, range(2, _MOST_ANSWERS)):
        possible.append(POSSIBLE_FOR(counts=tuple(map(str, fitting[:_MOST_TOLD]))))
        arithmetic += [line for n in fitting[:_MOST_TOLD] if (line := _added(numbers, n))]
    found = problem(
        MEANS_IMPOSSIBLE, count=len(wrong), all=len(means), respondents=count,
        values=InFull(", ".join(f"{code} {number}" for code, number in doubted.items())),
        items=InFull(", ".join(doubted)),
    )  # fmt: skip
    return Finding(found, (*wrong, respondents), tuple(possible), tuple(arithmetic))


def _added(numbers: Sequence[Printed], count: int) -> str | None:
    """Write the sums behind means of so many answers where each mean has just one."""
    sums = [sums_of(number, count) for number in numbers]
    if any(len(each) != 1 for each in sums):
        return None
    return f"n = {count}: {' + '.join(str(each[0]) for each in sums)} = {sum(each[0] for each in sums)}"


def _nearest(mean: Printed, count: int) -> str:
    return " atau ".join(decimal(each, mean.places) for each in nearest_means(mean, count))


def _steps(mean: Printed, count: int) -> str:
    low, high = nearest_means(mean, count)
    total = short(mean.value * count)
    return (
        f"{mean} x {count} = {total}; {low * count}/{count} = {decimal(low, mean.places)}, "
        f"{high * count}/{count} = {decimal(high, mean.places)}"
    )
