"""Shares of groups without a printed total: where they are known to be of all respondents."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final, TypeAlias

from ipak_cli.audit.claim import Claim, ClaimKind
from ipak_cli.base.printed import Printed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ipak_cli.audit.document import Place
    from ipak_cli.base.period import Period

    Together: TypeAlias = tuple[Place, str, Period | None]
    """A table's shares, or those of a sentence, of one period."""

_HALF: Final = Fraction(1, 2)


def with_totals_of_all(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Give the shares of groups all respondents as their total, where it is known that they are of them.

    That is known where the counts beside the shares add up to the respondents, block after block (a table of
    gender, age and schooling has several, one below the other), and where most of the report's shares, at
    least half of them in the same table or sentence, are the percentages of all respondents. Elsewhere nobody
    knows of what the shares are: all of the table are left alone.
    """
    everybody: dict[Period | None, set[int]] = defaultdict(set)
    for claim in claims:
        if claim.kind is ClaimKind.RESPONDENTS and claim.group is None and (number := _whole(claim.number)):
            everybody[claim.period].add(number)
    totals: dict[Together, Printed] = {}
    together = _together(claims)
    for key, shares in together.items():
        same_period = [each for other, found in together.items() if other[2] == key[2] for each in found]
        total = _total(shares, same_period, everybody[key[2]])
        totals |= {key: Printed(Fraction(total), 0)} if total else {}
    return tuple(
        replace(claim, of=totals.get(_key(claim))) if _lacks_total(claim) else claim for claim in claims
    )


def _total(shares: Sequence[Claim], same_period: Sequence[Claim], everybody: Collection[int]) -> int | None:
    """Return of how many respondents the shares of a table or a sentence are."""
    fitting = [total for total in sorted(everybody) if _are_blocks(shares, total)]
    if fitting or len(everybody) != 1:
        return next(iter(fitting), None)
    (total,) = everybody
    own, every = _part_of(shares, total), _part_of(same_period, total)
    return total if own >= _HALF and every > _HALF else None


def _part_of(shares: Iterable[Claim], total: int) -> Fraction:
    """Return the part of the shares that are the percentages of a total; nobody is 0 % of any."""
    fits = [
        share.number is not None and share.number.rounds(100 * share.count.value / total)
        for share in shares
        if share.count is not None and share.count.value
    ]
    return Fraction(sum(fits), len(fits)) if fits else Fraction(0)


def _whole(number: Printed | None) -> int | None:
    return int(number.value) if number is not None and number.value.denominator == 1 else None


def _lacks_total(claim: Claim) -> bool:
    of_group = claim.kind is ClaimKind.SHARE and claim.group is not None and claim.subject is None
    return of_group and claim.of is None and _whole(claim.count) is not None


def _key(claim: Claim) -> Together:
    whole = replace(claim.place, row=None, column=None, cell=None)
    return whole, claim.words if claim.place.row is None else "", claim.period


def _together(claims: Iterable[Claim]) -> dict[Together, list[Claim]]:
    found: dict[Together, list[Claim]] = defaultdict(list)
    for claim in claims:
        if _lacks_total(claim):
            found[_key(claim)].append(claim)
    return {key: shares for key, shares in found.items() if not _share_rows(shares)}


def _share_rows(shares: Sequence[Claim]) -> bool:
    """Tell shares of which several stand in a row of a table: they may be of the row's people."""
    rows = [share.place.row for share in shares if share.place.row is not None]
    return len({*rows}) < len(rows)


def _are_blocks(shares: Sequence[Claim], total: int) -> bool:
    """Tell whether the counts of shares, from the first on, make up whole blocks of a total."""
    added = 0
    for share in shares:
        added += int(share.count.value) if share.count is not None else 0
        if added > total:
            return False
        added = 0 if added == total else added
    return not added
