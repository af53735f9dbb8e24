"""From facts to a level, by the instrument's own rule: the level, why, and what the instrument left open.

A fact is only asked for where the rule needs it: without a parking place nobody has to say what is in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from ipak_cli.pekppp.answers import BlankFactError
from ipak_cli.pekppp.rules import counted as counted_needs
from ipak_cli.pekppp.rules import described as described_needs
from ipak_cli.pekppp.rules import measured as measured_needs
from ipak_cli.pekppp.rules.counted import (
    level_of_base_plus_count,
    level_of_count,
    level_of_key_criterion,
    level_of_mandatory_plus_count,
    level_of_media,
)
from ipak_cli.pekppp.rules.described import level_of_choice, level_of_coverage, level_of_ladder
from ipak_cli.pekppp.rules.measured import level_of_elapsed, level_of_ratio, level_of_two_channels
from ipak_cli.pekppp.rules.outcome import Derived, Facts, Need, NotDerived, Outcome, changed, cost
from ipak_cli.rubric import rules
from ipak_cli.rubric.pekppp import HIGHEST_LEVEL

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from ipak_cli.pekppp.answers import Answer
    from ipak_cli.rubric.pekppp import Indicator


def derive(
    indicator: Indicator, answers: Mapping[str, Answer], faulty: Collection[str] = frozenset()
) -> Outcome:
    """Return what an indicator's rule makes of the answers; a blank fact that decides leaves it open.

    ``faulty`` are the facts that are blank because their cell could not be read.
    """
    facts = Facts(indicator, answers)
    try:
        return _apply(indicator.rule, facts)
    except BlankFactError as blank:
        state = "tidak terbaca" if blank.fact.id in faulty else "belum diisi"
        return NotDerived(f"{blank.fact.id} {state}: {blank.fact.text}")


def _apply(rule: rules.Rule, facts: Facts) -> Outcome:  # noqa: C901 (one case a rule)
    match rule:
        case rules.Count():
            return level_of_count(rule, facts)
        case rules.MandatoryPlusCount():
            return level_of_mandatory_plus_count(rule, facts)
        case rules.BasePlusCount():
            return level_of_base_plus_count(rule, facts)
        case rules.KeyCriterion():
            return level_of_key_criterion(rule, facts)
        case rules.Media():
            return level_of_media(rule, facts)
        case rules.Ladder():
            return level_of_ladder(rule, facts)
        case rules.Coverage():
            return level_of_coverage(rule, facts)
        case rules.Choice():
            return level_of_choice(rule, facts)
        case rules.Elapsed():
            return level_of_elapsed(rule, facts)
        case rules.Ratio():
            return level_of_ratio(rule, facts)
        case rules.TwoChannelRatio():
            return level_of_two_channels(rule, facts)
        case _:
            assert_never(rule)


@dataclass(frozen=True, slots=True)
class Step:
    """A level above today's, and all that is missing for it, counted from today's answers."""

    level: int
    needs: tuple[Need, ...]

    @property
    def cost(self) -> int:
        """How many facts have to change."""
        return cost(self.needs)


def steps_up(indicator: Indicator, answers: Mapping[str, Answer]) -> tuple[Step, ...]:
    """Return each level above today's that changes of facts can reach, lowest first, with the fewest changes.

    Empty at the highest level and where no level is known. A level may be missing where the instrument jumps,
    as when the key criterion joins five others, no change leads exactly to the levels between.
    """
    today = derive(indicator, answers)
    if not isinstance(today, Derived):
        return ()
    cheapest: dict[int, Step] = {}
    known = _at_worst(indicator, answers)
    for target in range(today.level + 1, HIGHEST_LEVEL + 1):
        for step in _ways(indicator, known, target):
            if step.level not in cheapest or step.cost < cheapest[step.level].cost:
                cheapest[step.level] = step
    return tuple(cheapest[level] for level in sorted(cheapest))


def climb(indicator: Indicator, answers: Mapping[str, Answer], goal: Step) -> tuple[Step, ...]:
    """Split the way to a step into single levels; where that would need more changes, it stays one jump.

    The needs of each part count from the part before it.
    """
    parts: list[Step] = []
    now: Mapping[str, Answer] = _at_worst(indicator, answers)
    while not parts or parts[-1].level < goal.level:
        onward = [step for step in steps_up(indicator, now) if step.level <= goal.level]
        if not onward:
            return (goal,)
        parts.append(onward[0])
        now = changed(now, onward[0].needs)
    return tuple(parts) if sum(part.cost for part in parts) == goal.cost else (goal,)


def _at_worst(indicator: Indicator, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """Return the answers with every blank choice at its worst.

    A level was derived without them, so they change nothing today; but a higher one may ask for them.
    """
    return {fact.id: fact.answers[0] for fact in indicator.facts if fact.answers} | dict(answers)


def _ways(indicator: Indicator, answers: Mapping[str, Answer], target: int) -> Iterator[Step]:
    """Yield the ways to a level or, where the instrument jumps, to the one beyond it."""
    try:
        ways = list(_needs(indicator.rule, Facts(indicator, answers), target))
    except BlankFactError:
        return
    for needs in ways:
        after = derive(indicator, changed(answers, needs))
        if isinstance(after, Derived) and after.level >= target:
            yield Step(after.level, needs)


def _needs(rule: rules.Rule, facts: Facts, target: int) -> Iterator[tuple[Need, ...]]:  # noqa: C901 (one case a rule)
    match rule:
        case rules.Count():
            return counted_needs.for_count(rule, facts, target)
        case rules.MandatoryPlusCount():
            return counted_needs.for_mandatory_plus_count(rule, facts, target)
        case rules.BasePlusCount():
            return counted_needs.for_base_plus_count(rule, facts, target)
        case rules.KeyCriterion():
            return counted_needs.for_key_criterion(rule, facts, target)
        case rules.Media():
            return counted_needs.for_media(rule, facts, target)
        case rules.Ladder():
            return described_needs.for_ladder(rule, facts, target)
        case rules.Coverage():
            return described_needs.for_coverage(rule, facts, target)
        case rules.Choice():
            return described_needs.for_choice(rule, facts, target)
        case rules.Elapsed():
            return measured_needs.for_elapsed(rule, facts, target)
        case rules.Ratio():
            return measured_needs.for_ratio(rule, facts, target)
        case rules.TwoChannelRatio():
            return measured_needs.for_two_channels(rule, facts, target)
        case _:
            assert_never(rule)
