"""Which items come first: those lower than the others beyond chance, then by what lacks to the target."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.catalogue.certainty import (
    ANSWERS_TAKEN_ALONE,
    COUNTED_BY_NORMAL_CURVE,
    LOWER_THAN_OTHERS,
    OTHERS_ALIKE,
    TOO_FEW_ANSWERS,
)
from ipak_cli.survey.certainty.distribution import Distribution
from ipak_cli.survey.certainty.intervals import FEWEST
from ipak_cli.survey.certainty.permutation import LEVEL, chance_as_low, holm, rounded_up

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.base.message import Message
    from ipak_cli.survey.certainty.permutation import Chance


@dataclass(frozen=True, slots=True)
class ItemRank:
    """An item in the order in which to look at the items.

    ``lower`` tells whether it is lower than the others beyond chance, ``None`` where it has too few answers;
    ``p`` is how often chance alone makes it as low, by Holm, rounded up. ``lacks`` is target minus mean,
    below 0 where the target is passed, ``None`` without a target or without an answer.
    """

    code: str
    lower: bool | None
    p: Fraction | None
    lacks: Fraction | None
    said: Message
    notes: tuple[Message, ...]


def ranked(items: Mapping[str, Distribution], targets: Mapping[str, Fraction]) -> tuple[ItemRank, ...]:
    """Order items: lower than the others beyond chance first, then the farthest from its target.

    Of each item the answers are held against those of all the others together: how often does a random draw
    of so many of all answers have a mean as low? Holm over the items keeps the chance of any false finding at
    5 %. Documents hold no answers of one person side by side, so all answers count as independent. People
    who answer high or low throughout make the items more alike than that, and the test then finds too little
    rather than too much; with 24 or 41 people it still finds as much as a paired t test by cross-products,
    or more, unless a few people answer everything low. The items share a scale; of an item of several columns
    each answer is a mean, which spreads less, so that it too is rather not found.
    """
    tested = {code: item for code, item in items.items() if item.answers >= FEWEST}
    chances = {
        code: chance_as_low(item, _others(code, tested)) for code, item in tested.items() if len(tested) > 1
    }
    adjusted = holm({code: chance.p for code, chance in chances.items()})
    ranks = [
        _rank(code, item, targets.get(code), chances.get(code), adjusted) for code, item in items.items()
    ]
    return tuple(sorted(ranks, key=_place))


def higher(items: Mapping[str, Distribution]) -> tuple[str, ...]:
    """Return the items that are higher than the others beyond chance, the highest first.

    It is the same test with the scale turned round: high answers are low ones then.
    """
    found = ranked({code: _turned(item) for code, item in items.items()}, {})
    high = [rank.code for rank in found if rank.lower]
    return tuple(sorted(high, key=lambda code: -items[code].value))


def _turned(item: Distribution) -> Distribution:
    ends = item.lowest + item.highest
    counts = {ends - value: count for value, count in item.counts.items()}
    return Distribution(lowest=item.lowest, highest=item.highest, counts=counts)


def _others(code: str, items: Mapping[str, Distribution]) -> Distribution:
    """Return the answers to all other items together."""
    counts: Counter[Fraction] = Counter()
    for other, item in items.items():
        if other != code:
            counts.update(item.counts)
    return Distribution(lowest=items[code].lowest, highest=items[code].highest, counts=counts)


def _rank(
    code: str,
    item: Distribution,
    target: Fraction | None,
    chance: Chance | None,
    adjusted: Mapping[str, Fraction],
) -> ItemRank:
    lacks = target - item.value if target is not None and item.answers else None
    if chance is None:
        reason = (
            TOO_FEW_ANSWERS(answers=item.answers, fewest=FEWEST) if item.answers < FEWEST else OTHERS_ALIKE()
        )
        return ItemRank(code, None, None, lacks, reason, ())
    lower = adjusted[code] <= LEVEL
    notes = (ANSWERS_TAKEN_ALONE(),) if chance.exact else (ANSWERS_TAKEN_ALONE(), COUNTED_BY_NORMAL_CURVE())
    said = LOWER_THAN_OTHERS() if lower else OTHERS_ALIKE()
    return ItemRank(code, lower, rounded_up(adjusted[code]), lacks, said, notes)


def _place(rank: ItemRank) -> tuple[bool, bool, Fraction]:
    """Return what ranks sort by; the items' own order decides between equals."""
    return not rank.lower, rank.lacks is None, -(rank.lacks or Fraction(0))
