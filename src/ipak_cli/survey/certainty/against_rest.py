"""Which groups of respondents answer otherwise than all the rest, beyond chance."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import InFull
from ipak_cli.catalogue.certainty import GROUPS_HIGHER, GROUPS_LOWER, GROUPS_NOT_COMPARED, GROUPS_UNSURE
from ipak_cli.survey.certainty.intervals import FEWEST
from ipak_cli.survey.certainty.permutation import LEVEL, chance_either_way, holm

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from fractions import Fraction

    from ipak_cli.base.message import Message, Phrase
    from ipak_cli.survey.certainty.distribution import Distribution
    from ipak_cli.survey.result import Breakdown

MOST_WORK: Final = 4 * 10**9
"""Bits moved by the exact counts of all groups together, about a tenth of a second."""


class GroupFinding(StrEnum):
    """How a group's index stands against that of all other respondents.

    ``NOT_COMPARED`` where the group or the rest has under ten values, or none are known.
    """

    HIGHER = "higher"
    LOWER = "lower"
    UNSURE = "unsure"
    NOT_COMPARED = "not_compared"


def against_rest(groups: Mapping[str, tuple[Distribution, Distribution]]) -> dict[str, GroupFinding]:
    """Hold each group against its rest, by exact permutation tests of the difference of their means.

    Holm over the groups that can be compared: where no group differs, any is said to differ in at most 5 of
    100 breakdowns. What one test may cost is the same for all; dearer ones use the normal curve.
    Raises ``ValueError`` for two scales.
    """
    tested = {name: pair for name, pair in groups.items() if min(each.answers for each in pair) >= FEWEST}
    chances = {
        name: chance_either_way(mine, rest, most_work=MOST_WORK // len(tested)).p
        for name, (mine, rest) in tested.items()
    }
    adjusted = holm(chances)
    return {
        name: _finding(*pair, adjusted[name]) if name in tested else GroupFinding.NOT_COMPARED
        for name, pair in groups.items()
    }


def said_of_groups(given: Breakdown) -> Iterator[Message]:
    """Yield which groups of a breakdown differ from the rest, or that none can be told apart.

    Indices of which the same is to be said are named together; of a document without findings nothing is.
    """
    told = [group for group in given.groups if group.against_rest is not None]
    alike: dict[Phrase, list[str]] = {}
    for code in told[0].indices if told else ():
        found = [(group.name, (group.against_rest or {}).get(code)) for group in told]
        differs = False
        for finding, phrase in ((GroupFinding.HIGHER, GROUPS_HIGHER), (GroupFinding.LOWER, GROUPS_LOWER)):
            if names := tuple(_name(name) for name, each in found if each is finding):
                differs = True
                yield phrase(groups=names, index=InFull(code))
        if not differs:
            compared = any(each is GroupFinding.UNSURE for _, each in found)
            alike.setdefault(GROUPS_UNSURE if compared else GROUPS_NOT_COMPARED, []).append(code)
    for phrase, codes in alike.items():
        yield phrase(index=tuple(map(InFull, codes)), fewest=FEWEST)


def _name(name: str | Message) -> str | Message:
    return InFull(name) if isinstance(name, str) else name


def _finding(mine: Distribution, rest: Distribution, p: Fraction) -> GroupFinding:
    """Judge a group by those who answered everything; shown figures that go the other way leave it open."""
    tested = mine.total / mine.answers - rest.total / rest.answers
    shown = mine.value - rest.value
    if p > LEVEL or tested * shown <= 0:
        return GroupFinding.UNSURE
    return GroupFinding.HIGHER if shown > 0 else GroupFinding.LOWER
