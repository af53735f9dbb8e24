"""Shares of groups without a printed total: they are of all respondents where the groups add up to them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from ipak_cli.audit.claim import Claim, ClaimKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ipak_cli.audit.document import Place
    from ipak_cli.base.period import Period
    from ipak_cli.base.printed import Printed

    Together: TypeAlias = tuple[Place, str, Period | None]
    """A table's shares, or those of a sentence, of one period."""


def with_totals_of_all(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Give the shares of groups the respondents to whom, block after block, the counts beside them add up.

    A table of gender, age and schooling has several blocks, one below the other. Where one does not
    add up to the claimed respondents nobody knows of what its shares are: all of the table are left alone.
    """
    everybody: dict[Period | None, list[Printed]] = defaultdict(list)
    for claim in claims:
        if claim.kind is ClaimKind.RESPONDENTS and claim.group is None and claim.number is not None:
            everybody[claim.period].append(claim.number)
    totals: dict[Together, Printed] = {}
    for key, shares in _together(claims).items():
        fitting = [total for total in everybody.get(key[2], ()) if _are_blocks(shares, total)]
        totals |= {key: fitting[0]} if fitting else {}
    return tuple(
        replace(claim, of=totals.get(_key(claim))) if _lacks_total(claim) else claim for claim in claims
    )


def _lacks_total(claim: Claim) -> bool:
    of_group = claim.kind is ClaimKind.SHARE and claim.group is not None
    return of_group and claim.of is None and claim.count is not None


def _key(claim: Claim) -> Together:
    whole = replace(claim.place, row=None, column=None)
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


def _are_blocks(shares: Sequence[Claim], total: Printed) -> bool:
    """Tell whether the counts of shares, from the first on, make up whole blocks of a total."""
    added = 0
    for share in shares:
        added += int(share.count.value) if share.count is not None else 0
        if added > total.value:
            return False
        added = 0 if added == total.value else added
    return not added
