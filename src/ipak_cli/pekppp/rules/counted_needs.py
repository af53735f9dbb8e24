"""What is missing for a level that comes from how many things are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.pekppp.rules.need import Need, change, improve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.pekppp.rules.facts import Facts
    from ipak_cli.rubric.rules import BasePlusCount, Count, KeyCriterion, MandatoryPlusCount, Media

Needs = tuple[Need, ...]


def for_count(rule: Count, facts: Facts, target: int) -> Iterator[Needs]:
    """Ask for the base, and for as many of the others as the threshold wants."""
    yield _base(rule.base, facts) + _more(rule.of, facts, rule.thresholds[target - 1])


def for_mandatory_plus_count(rule: MandatoryPlusCount, facts: Facts, target: int) -> Iterator[Needs]:
    """Ask for the base, all that is mandatory, and one complement for each level above 1."""
    yield _base(rule.base, facts) + improve(facts, rule.mandatory) + _more(rule.of, facts, target - 1)


def for_base_plus_count(rule: BasePlusCount, facts: Facts, target: int) -> Iterator[Needs]:
    """Ask for the base answer that gives the level, or for the whole base and further facts."""
    words = facts.indicator.fact(rule.base).answers
    rank = next((rank for rank, level in enumerate(rule.base_levels) if level >= target), len(words) - 1)
    yield change(facts, rule.base, words[rank]) + _more(rule.of, facts, target - rule.base_levels[rank])


def for_key_criterion(rule: KeyCriterion, facts: Facts, target: int) -> Iterator[Needs]:
    """Ask for more criteria, with the key criterion or, for the lower levels, without it."""
    base = _base(rule.base, facts)
    if target <= len(rule.without):
        yield base + _more(rule.of, facts, rule.without[target - 1])
    wanted = rule.with_key[max(target - 1 - len(rule.without), 0)]
    yield base + improve(facts, (rule.key,)) + _more(rule.of, facts, wanted - 1)


def for_media(rule: Media, facts: Facts, target: int) -> Iterator[Needs]:
    """Ask for the required channel from level 3 on, and for media that carry everything."""
    if target == 1:
        first = facts.indicator.fact(rule.media[0])
        yield change(facts, first.id, first.answers[1])
    elif target == 2:
        yield _more(rule.media, facts, rule.without)
    else:
        yield improve(facts, (rule.required,)) + _more(rule.media, facts, rule.with_required[target - 3])


def _base(fact_id: str | None, facts: Facts) -> Needs:
    return improve(facts, (fact_id,)) if fact_id else ()


def _more(fact_ids: Sequence[str], facts: Facts, wanted: int) -> Needs:
    """Ask for as many more of the facts as are missing to the number wanted."""
    return improve(facts, fact_ids, wanted - (len(fact_ids) - len(facts.unmet(fact_ids))))
