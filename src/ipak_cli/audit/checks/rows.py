"""Figures that stand in another's row, and items and surveys that stand under another index."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.checks.common import is_in_table, joined, name_of
from ipak_cli.audit.checks.indices import indices_and_items
from ipak_cli.audit.claim import Claim, ClaimKind, Claims
from ipak_cli.audit.finding import Finding
from ipak_cli.base.message import InFull
from ipak_cli.base.problem import problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.audit import IN_ANOTHER_ROW, ITEM_OF_OTHER_INDEX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.base.period import Period
    from ipak_cli.base.printed import Printed

_KINDS: Final = (
    ClaimKind.ITEM_MEAN, ClaimKind.INDEX, ClaimKind.PERCENT, ClaimKind.CONVERTED, ClaimKind.POINTS,
    ClaimKind.SUM, ClaimKind.ASPECT,
)  # fmt: skip
_PART: Final = re.compile(r"[-–•]\s|[a-z]{1,2}[.)]\s|\d+\)\s")
"""How the row of a component's part begins."""


def in_another_row(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield figures with two values, of which one is the undisputed figure of another subject.

    Where two subjects have each other's values, the rows were swapped, and one finding tells both. Where the
    items tell which of an index's values is wrong, no other is doubted.
    """
    of_items = [each.claims for each in indices_and_items(claims, instrument)]
    wrong = {each for told in of_items for each in told if each.kind is ClaimKind.INDEX}
    figures: dict[tuple[ClaimKind, Period | None], dict[str, list[Claim]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for claim in claims.of_kind(*_KINDS):
        if claim.subject is not None and claim.number is not None:
            figures[claim.kind, claim.period][claim.subject].append(claim)
    for subjects in figures.values():
        told: set[str] = set()
        for subject, same in subjects.items():
            if subject in told:
                continue
            doubtful = [each for each in same if each in wrong] or same
            found = _taken(subject, doubtful, subjects)
            if found is None:
                continue
            doubted, right, other = found
            told |= {subject, other.subject or ""}
            made = problem(
                IN_ANOTHER_ROW, what=name_of(subject), value=InFull(str(doubted.number)),
                other=name_of(other.subject), right=InFull(str(right.number)),
            )  # fmt: skip
            yield Finding(made, (doubted, other, right))


def _taken(
    subject: str, doubtful: list[Claim], subjects: dict[str, list[Claim]]
) -> tuple[Claim, Claim, Claim] | None:
    """Return a doubted claim, the right one, and the other's claim whose value the doubted one has."""
    for doubted in doubtful:
        right = next((each for each in subjects[subject] if not _agree(each.number, doubted.number)), None)
        if right is None:
            continue
        for name, others in subjects.items():
            equal = [each for each in others if each.number == doubted.number and _far(each, doubted)]
            if name == subject or not equal:
                continue
            # The other figure elsewhere has this value, and in the doubted table perhaps this one's.
            own = next((each for each in others if each.place.table == doubted.place.table), None)
            if (
                own is None
                or _agree(own.number, right.number)
                or all(_agree(each.number, doubted.number) for each in others)
            ):
                return doubted, right, equal[0]
    return None


def _far(one: Claim, other: Claim) -> bool:
    """Tell whether two claims do not stand in one row."""
    return (one.place.table, one.place.row, one.place.line) != (
        other.place.table,
        other.place.row,
        other.place.line,
    )


def _agree(one: Printed | None, other: Printed | None) -> bool:
    return one is not None and other is not None and one.agrees(other)


def of_other_index(claims: Claims, instrument: Instrument) -> Iterator[Finding]:
    """Yield items in rows that name another index, and components with the survey of another index."""
    if len(instrument.indices) == 1:
        return
    found: dict[tuple[str, str, str | None], dict[str, Claim]] = defaultdict(dict)
    for claim in claims.of_kind(*_KINDS, ClaimKind.TARGET, ClaimKind.COMPONENT):
        if not is_in_table(claim) or claim.subject is None:
            continue
        stated = _stated(claim, instrument)
        if claim.subject in instrument.items:
            right = instrument.index_of(claim.subject)
            if stated is not None and stated != right:
                found[stated, right, claim.place.table].setdefault(claim.subject, claim)
        elif claim.subject in instrument.indices:
            component = _component(claim, instrument) or _component_above(claim, claims, instrument)
            if component is not None and claim.subject not in component[1]:
                found[component[0], " dan ".join(component[1]), claim.place.table].setdefault(
                    claim.subject, claim
                )
    for (stated, right, _), doubted in found.items():
        subjects = InFull(joined([name_of(each) for each in doubted]))
        made = problem(ITEM_OF_OTHER_INDEX, subjects=subjects, stated=InFull(stated), right=InFull(right))
        yield Finding(made, tuple(doubted.values()))


def _stated(claim: Claim, instrument: Instrument) -> str | None:
    """Return the only index that a cell of the row names alone, besides the item's own sentence."""
    named = set()
    for cell in claim.words.split(" | "):
        plain = normalise(cell)
        for index in instrument.rubric.indices:
            if plain in {normalise(name) for name in (index.code, index.name, *index.aliases)}:
                named.add(index.code)
    return named.pop() if len(named) == 1 else None


def _component_above(
    claim: Claim, claims: Claims, instrument: Instrument
) -> tuple[str, tuple[str, ...]] | None:
    """Return the component of which a row is a part: that of the nearest row above that names one."""
    if not any(map(_PART.match, claim.words.split(" | "))):
        return None
    above = [
        each
        for each in claims.of_kind(ClaimKind.COMPONENT, ClaimKind.POINTS)
        if is_in_table(each)
        and each.place.table == claim.place.table
        and (each.place.row or 0) < (claim.place.row or 0)
    ]
    named = (found for each in reversed(above) if (found := _component(each, instrument)) is not None)
    return next(named, None)


def _component(claim: Claim, instrument: Instrument) -> tuple[str, tuple[str, ...]] | None:
    """Return the component that a row names, with the indices whose surveys it counts."""
    words = normalise(claim.words)
    zi = instrument.rubric.zi
    for component in zi.components if zi else ():
        codes = tuple(part.index for part in component.parts if part.kind == "survey")
        others = [each for each in zi.components if each is not component] if zi else []
        if normalise(component.name) in words and not any(normalise(each.name) in words for each in others):
            return component.name, codes
    return None
