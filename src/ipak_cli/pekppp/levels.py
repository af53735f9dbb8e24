"""From facts to a level, by the instrument's own rule: the level, why, and what the instrument left open.

A fact is only asked for where the rule needs it: without a parking place nobody has to say what is in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipak_cli.catalogue.pekppp import FACT_BLANK, FACT_UNREADABLE
from ipak_cli.rubric.pekppp import FactType
from ipak_cli.rubric.rules.interface import (
    BlankFactError,
    Derived,
    Facts,
    Need,
    NotDerived,
    Outcome,
    changed,
    cost,
)
from ipak_cli.rubric.types import HIGHEST_LEVEL

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from ipak_cli.rubric.pekppp import Indicator
    from ipak_cli.rubric.rules.interface import Answer


def derive(
    indicator: Indicator, answers: Mapping[str, Answer], faulty: Collection[str] = frozenset()
) -> Outcome:
    """Return what an indicator's rule makes of the answers; a blank fact that decides leaves it open.

    ``faulty`` are the facts that are blank because their cell could not be read.
    """
    facts = Facts(indicator, answers)
    try:
        return indicator.rule.level_of(facts)
    except BlankFactError as blank:
        phrase = FACT_UNREADABLE if blank.fact.id in faulty else FACT_BLANK
        return NotDerived(phrase(id=blank.fact.id, fact=blank.fact.text))


@dataclass(frozen=True, slots=True)
class LevelStep:
    """A level above today's, and all that is missing for it, counted from today's answers."""

    level: int
    needs: tuple[Need, ...]

    @property
    def cost(self) -> int:
        """How many facts have to change."""
        return cost(self.needs)


def steps_up(indicator: Indicator, answers: Mapping[str, Answer]) -> tuple[LevelStep, ...]:
    """Return each level above today's that changes of facts can reach, lowest first, with the fewest changes.

    Empty at the highest level and where no level is known. A level may be missing where the instrument jumps,
    as when the key criterion joins five others, no change leads exactly to the levels between.
    """
    today = derive(indicator, answers)
    if not isinstance(today, Derived):
        return ()
    cheapest: dict[int, LevelStep] = {}
    known = _at_worst(indicator, answers)
    for target in range(today.level + 1, HIGHEST_LEVEL + 1):
        for step in _ways(indicator, known, target):
            if step.level not in cheapest or step.cost < cheapest[step.level].cost:
                cheapest[step.level] = step
    return tuple(cheapest[level] for level in sorted(cheapest))


def climb(indicator: Indicator, answers: Mapping[str, Answer], goal: LevelStep) -> tuple[LevelStep, ...]:
    """Split the way to a step into single levels; where that would need more changes, it stays one jump.

    The needs of each part count from the part before it.
    """
    parts: list[LevelStep] = []
    now: Mapping[str, Answer] = _at_worst(indicator, answers)
    while not parts or parts[-1].level < goal.level:
        onward = [step for step in steps_up(indicator, now) if step.level <= goal.level]
        if not onward:
            return (goal,)
        parts.append(onward[0])
        now = changed(now, onward[0].needs)
    return tuple(parts) if sum(part.cost for part in parts) == goal.cost else (goal,)


def _at_worst(indicator: Indicator, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """Return the answers with every blank choice at its worst and every blank number at 0.

    A level was derived without them, so they change nothing today; but a higher one may ask for them.
    """
    worst: dict[str, Answer] = {fact.id: fact.answers[0] for fact in indicator.facts if fact.answers}
    nothing = {fact.id: 0 for fact in indicator.facts if fact.type is FactType.NUMBER}
    return worst | nothing | dict(answers)


def _ways(indicator: Indicator, answers: Mapping[str, Answer], target: int) -> Iterator[LevelStep]:
    """Yield the ways to a level or, where the instrument jumps, to the one beyond it."""
    try:
        ways = list(indicator.rule.needs_for(Facts(indicator, answers), target))
    except BlankFactError:
        return
    for needs in ways:
        after = derive(indicator, changed(answers, needs))
        if isinstance(after, Derived) and after.level >= target:
            yield LevelStep(after.level, needs)
