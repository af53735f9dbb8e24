"""Means that no whole number of whole answers can have (GRIM), and for which number of answers they could."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.claim import Claim, ClaimKind, Claims
from ipak_cli.audit.finding import Finding
from ipak_cli.audit.printed import counts_for, is_possible, nearest_means, sums_of
from ipak_cli.base.figures import decimal
from ipak_cli.base.message import InFull
from ipak_cli.base.problem import problem
from ipak_cli.catalogue.audit import MEANS_IMPOSSIBLE, NEAREST_MEANS, POSSIBLE_FOR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.audit.instrument import Instrument

_MOST_ANSWERS: Final = 500
"""Up to how many answers are tried where a table fits another number of them."""
_MOST_TOLD: Final = 8


def respondents_of(claims: Claims) -> dict[object, tuple[Claim, ...]]:
    """Return the claimed numbers of respondents by period."""
    found: dict[object, list[Claim]] = defaultdict(list)
    for claim in claims.of_kind(ClaimKind.RESPONDENTS):
        if claim.subject is None:
            found[claim.period].append(claim)
    return {period: tuple(each) for period, each in found.items()}


def impossible_means(claims: Claims, instrument: Instrument) -> Iterator[Finding]:  # noqa: ARG001 (as all checks)
    """Yield each table whose item means no claimed number of respondents of its period can give."""
    respondents = respondents_of(claims)
    tables: dict[object, list[Claim]] = defaultdict(list)
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
    wrong = [mean for mean, possible in zip(means, map_possible(means, count), strict=True) if not possible]
    numbers = [mean.number for mean in means if mean.number is not None]
    possible = [
        NEAREST_MEANS(values=InFull("; ".join(_nearest(mean, count) for mean in wrong[:_MOST_TOLD]))),
    ]
    if fitting := counts_for(numbers, range(2, _MOST_ANSWERS)):
        possible.append(POSSIBLE_FOR(counts=tuple(map(str, fitting[:_MOST_TOLD]))))
    arithmetic = [
        f"{mean.subject}: {mean.number} x {count} = {decimal(mean.number.value * count)}, "
        f"{_between(mean, count)}"
        for mean in wrong
        if mean.number is not None
    ]
    for n in fitting[:1]:
        sums = [sums_of(number, n) for number in numbers]
        if all(len(each) == 1 for each in sums):
            arithmetic.append(
                f"n = {n}: {' + '.join(str(each[0]) for each in sums)} = {sum(each[0] for each in sums)}"
            )
    values = InFull(", ".join(f"{mean.subject} {mean.number}" for mean in wrong))
    found = problem(
        MEANS_IMPOSSIBLE, count=len(wrong), all=len(means), respondents=count, values=values,
        items=InFull(", ".join(str(mean.subject) for mean in wrong)),
    )  # fmt: skip
    return Finding(found, (*wrong, respondents), tuple(possible), tuple(arithmetic))


def _nearest(mean: Claim, count: int) -> str:
    assert mean.number is not None
    places = mean.number.places
    return (
        f"{mean.subject} {' atau '.join(decimal(each, places) for each in nearest_means(mean.number, count))}"
    )


def _between(mean: Claim, count: int) -> str:
    assert mean.number is not None
    low, high = nearest_means(mean.number, count)
    places = mean.number.places
    return f"{low * count}/{count} = {decimal(low, places)}, {high * count}/{count} = {decimal(high, places)}"
