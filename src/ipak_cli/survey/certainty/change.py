"""Whether a figure rose or fell between two periods, or whether that cannot be told from chance."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ipak_cli.base.figures import decimal
from ipak_cli.catalogue.certainty import (
    CHANGE_UNSURE,
    COUNTED_BY_NORMAL_CURVE,
    FALLEN,
    MAY_BE_THE_SAME_PEOPLE,
    RISEN,
    TOO_FEW_TO_COMPARE,
)
from ipak_cli.survey.certainty.intervals import FEWEST
from ipak_cli.survey.certainty.permutation import LEVEL, chance_either_way, holm, rounded_up

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from ipak_cli.base.message import Message
    from ipak_cli.survey.certainty.distribution import Distribution
    from ipak_cli.survey.certainty.permutation import Chance


class ChangeFinding(StrEnum):
    """What can be said of a change."""

    RISEN = "risen"
    FALLEN = "fallen"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class ChangeResult:
    """A change of a figure: its size (now minus before), what can be said of it, and in words.

    ``p`` is how often chance alone changes the figure as much, rounded up to six decimals, among several
    items by Holm. ``notes`` are what a reader has to know.
    """

    finding: ChangeFinding
    size: Fraction
    p: Fraction
    exact: bool
    said: Message
    notes: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class NotCompared:
    """Why nothing can be said of a change."""

    reason: Message


def change_of(before: Distribution, after: Distribution) -> ChangeResult | NotCompared:
    """Compare a figure of two periods by an exact permutation test of the difference of means.

    It asks how often all respondents of both periods, parted at random into two of these sizes, differ as
    much; that holds for few people and for answers that are nearly all the highest. Exact for independent
    respondents whose answers spread alike in both periods; where the smaller group spreads much wider, false
    alarms may be 10 in 100 instead of 5. Of a census it tells whether it can be chance who came in which
    period. Raises ``ValueError`` for two scales.
    """
    if too_few := _too_few(before, after):
        return too_few
    chance = chance_either_way(before, after)
    return _result(before, after, chance, chance.p)


def changes_of(
    before: Mapping[str, Distribution], after: Mapping[str, Distribution]
) -> dict[str, ChangeResult | NotCompared]:
    """Compare the items that both periods have, in the order of ``after``, by Holm over those compared.

    Where nothing changed, some item is called risen or fallen in at most 5 of 100 comparisons.
    """
    pairs = {code: (before[code], now) for code, now in after.items() if code in before}
    results: dict[str, ChangeResult | NotCompared] = {}
    chances: dict[str, Chance] = {}
    for code, (then, now) in pairs.items():
        if too_few := _too_few(then, now):
            results[code] = too_few
        else:
            chances[code] = chance_either_way(then, now)
    adjusted = holm({code: chance.p for code, chance in chances.items()})
    for code, chance in chances.items():
        results[code] = _result(*pairs[code], chance, adjusted[code])
    return {code: results[code] for code in pairs}


def _too_few(before: Distribution, after: Distribution) -> NotCompared | None:
    if min(before.answers, after.answers) >= FEWEST:
        return None
    return NotCompared(TOO_FEW_TO_COMPARE(before=before.answers, after=after.answers, fewest=FEWEST))


def _result(before: Distribution, after: Distribution, chance: Chance, p: Fraction) -> ChangeResult:
    size = after.value - before.value
    finding = _finding(before, after, p)
    phrase = {ChangeFinding.RISEN: RISEN, ChangeFinding.FALLEN: FALLEN}.get(finding, CHANGE_UNSURE)
    notes = (
        (MAY_BE_THE_SAME_PEOPLE(),) if chance.exact else (MAY_BE_THE_SAME_PEOPLE(), COUNTED_BY_NORMAL_CURVE())
    )
    return ChangeResult(
        finding, size, rounded_up(p), chance.exact, phrase(size=_written(size, finding)), notes
    )


def _finding(before: Distribution, after: Distribution, p: Fraction) -> ChangeFinding:
    """Judge the change of the respondents compared; a shown figure that goes the other way leaves it open."""
    tested = after.total / after.answers - before.total / before.answers
    shown = after.value - before.value
    if p > LEVEL or tested * shown <= 0:
        return ChangeFinding.UNSURE
    return ChangeFinding.RISEN if shown > 0 else ChangeFinding.FALLEN


def _written(size: Fraction, finding: ChangeFinding) -> str:
    """Write the size of a change; its sign only where no word tells the direction."""
    if finding is not ChangeFinding.UNSURE:
        return decimal(abs(size))
    text = decimal(size)
    return f"+{text}" if size > 0 and text != "0,00" else text.replace("-", "−")
