"""From facts to a level, by the instrument's own rule: the level, why, and what the instrument left open.

A fact is only asked for where the rule needs it: without a parking place nobody has to say what is in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from ipak_cli.pekppp.answers import BlankFactError
from ipak_cli.pekppp.rules.counted import (
    level_of_base_plus_count,
    level_of_count,
    level_of_key_criterion,
    level_of_mandatory_plus_count,
    level_of_media,
)
from ipak_cli.pekppp.rules.described import level_of_choice, level_of_coverage, level_of_ladder
from ipak_cli.pekppp.rules.facts import Facts
from ipak_cli.pekppp.rules.measured import level_of_elapsed, level_of_ratio, level_of_two_channels
from ipak_cli.pekppp.rules.outcome import NotDerived, Outcome
from ipak_cli.rubric import rules

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

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
