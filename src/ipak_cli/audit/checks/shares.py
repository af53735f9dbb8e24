"""Shares against the counts and totals that stand with them, and percentages whose decimals were cut off."""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING

from ipak_cli.audit.checks.common import (
    by_table,
    is_in_table,
    joined,
    row_of,
    shown,
    table_of,
    whole,
)
from ipak_cli.audit.checks.stars import StarSet, star_sets
from ipak_cli.audit.claim import Claim, ClaimKind, Claims
from ipak_cli.audit.finding import Finding
from ipak_cli.base.message import InFull
from ipak_cli.base.problem import problem
from ipak_cli.catalogue.audit import CUT_OFF, SHARE_NOT_OF_COUNT, SUM_NOT_OF_ROWS, WOULD_BE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.base.problem import Entry


class Share:
    """A claimed percentage with the count and the total behind it."""

    def __init__(self, claim: Claim, count: int, total: int) -> None:
        self.claim, self.count, self.total = claim, count, total
        self.exact = Fraction(100 * count, total)

    @property
    def step(self) -> str:
        """The division as a formula."""
        places = self.claim.number.places if self.claim.number else 2
        return f"{self.count} / {self.total} x 100 = {shown((self.exact, self.exact), max(places, 2))}"

    @property
    def name(self) -> str:
        """What the share is of, and its percentage, for a sentence."""
        subject = self.claim.group or (f"nilai {self.claim.subject}" if self.claim.subject else "bagian")
        return f"{subject} {self.claim.number} %"


def shares(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield, one finding a table and kind, shares that their counts do not give, or that were cut off."""
    known = [*_with_counts(claims), *_of_stars(claims, instrument)]
    wrong: list[Share] = []
    cut: list[Share] = []
    for share in known:
        number = share.claim.number
        if number is None or number.rounds(share.exact) or _evened(share, known):
            continue
        (cut if number.cuts(share.exact) else wrong).append(share)
    for entry, found in ((SHARE_NOT_OF_COUNT, wrong), (CUT_OFF, cut)):
        tables = by_table(each.claim for each in found)
        for claims_ in tables.values():
            yield _finding(entry, [each for each in found if each.claim in claims_])
        for share in found:
            if not is_in_table(share.claim):
                yield _finding(entry, [share])


def group_sums(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield totals of respondents that are not the sum of the groups in the rows right above them.

    A table may hold several questions one below the other, with one total: then its last rows add up to it.
    """
    del instrument
    for rows in by_table(each for each in claims.claims if each.kind is ClaimKind.RESPONDENTS).values():
        counts = [each for each in rows if whole(each) is not None]
        for total in (each for each in counts if each.group is None):
            groups = _rows_above(total, counts)
            sums = [*accumulate(whole(each) or 0 for each in reversed(groups))]
            if len(groups) < 2 or (whole(total) or 0) in sums or sums[-1] >= 2 * (whole(total) or 0):
                continue
            added = f"{' + '.join(str(each.number) for each in groups)} = {sums[-1]}"
            made = problem(SUM_NOT_OF_ROWS, value=InFull(str(total.number)), rows=len(groups))
            yield Finding(made, (total, *groups), (WOULD_BE(values=InFull(str(sums[-1]))),), (added,))


def _rows_above(total: Claim, counts: Sequence[Claim]) -> list[Claim]:
    """Return the groups in the unbroken rows right above a total, in its column, from the top."""
    in_column = {each.place.row: each for each in counts if each.place.column == total.place.column}
    found: list[Claim] = []
    row = (total.place.row or 0) - 1
    while (above := in_column.get(row)) is not None and above.group is not None:
        found.insert(0, above)
        row -= 1
    return found


def _evened(share: Share, known: Sequence[Share]) -> bool:
    """Tell a share that was moved by a unit of its last decimal so that a table's shares add up to 100."""
    number = share.claim.number
    same = [
        each for each in known if table_of(each.claim) == table_of(share.claim) and each.total == share.total
    ]
    same = next((block for block in _blocks(same, share.total) if share in block), [])
    numbers = [each.claim.number for each in same if each.claim.number is not None]
    if number is None or not is_in_table(share.claim) or sum(each.count for each in same) != share.total:
        return False
    moved = [each for each in same if each.claim.number and not each.claim.number.rounds(each.exact)]
    return len(moved) == 1 and sum(each.value for each in numbers) == 100 and (
        abs(number.value - share.exact) < number.step * 3 / 2
    )  # fmt: skip


def _blocks(shares: Sequence[Share], total: int) -> Iterator[list[Share]]:
    """Yield the parts of a table whose counts add up to its total, such as those of gender, then of age."""
    block: list[Share] = []
    for share in shares:
        block.append(share)
        if sum(each.count for each in block) >= total:
            yield block
            block = []


def _with_counts(claims: Claims) -> Iterator[Share]:
    """Yield the shares that stand with their own count and total; also those of a group of respondents."""
    for claim in claims.claims:
        if claim.kind is not ClaimKind.SHARE or claim.count is None or claim.of is None:
            continue
        count, total = claim.count.value, claim.of.value
        if count.denominator == total.denominator == 1 and 0 <= count <= total and total:
            yield Share(claim, int(count), int(total))


def _of_stars(claims: Claims, instrument: Instrument) -> Iterator[Share]:
    """Yield the shares of answers, with the counts of the same answers of the same period."""
    sets = {(each.subject, each.period): each for each in star_sets(claims, instrument)}
    for claim in claims.of_kind(ClaimKind.SHARE):
        if (claim.count is not None and claim.of is not None) or claim.subject is None:
            continue
        subject, _, value = claim.subject.rpartition(":")
        stars = sets.get((subject or None, claim.period))
        if stars is not None and stars.answers and value.isdigit() and _is_beside(claim, stars):
            yield Share(claim, stars.counts.get(int(value), 0), stars.answers)


def _is_beside(claim: Claim, stars: StarSet) -> bool:
    """Tell whether a share stands in the table of the counts, or in a sentence about the whole survey."""
    if not is_in_table(claim):
        return stars.subject is None
    return any(table_of(each) == table_of(claim) or row_of(each) == row_of(claim) for each in stars.claims)


def _finding(entry: Entry, found: Sequence[Share]) -> Finding:
    values = InFull(joined([each.name for each in found]))
    made = problem(entry, count=len(found), values=values)
    return Finding(made, tuple(each.claim for each in found), (), tuple(each.step for each in found))
