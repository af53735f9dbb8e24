"""What is missing for a level that comes from a state which the instrument describes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.pekppp.rules.need import Need, change, improve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.pekppp.rules.facts import Facts
    from ipak_cli.rubric.rules import Case, Choice, Condition, Coverage, Ladder

Needs = tuple[Need, ...]


def for_ladder(rule: Ladder, facts: Facts, target: int) -> Iterator[Needs]:
    """Ask for everything that is unmet up to the step."""
    yield tuple(need for step in rule.steps[:target] for need in improve(facts, step.all))


def for_coverage(rule: Coverage, facts: Facts, target: int) -> Iterator[Needs]:
    """Ask for an interval to be kept by all services or by some, never by fewer than today."""
    for interval in rule.intervals:
        words = facts.indicator.fact(interval.fact).answers
        for rank, level in ((1, interval.part), (2, interval.all)):
            if level == target and rank > facts.rank(interval.fact):
                yield change(facts, interval.fact, words[rank])


def for_choice(rule: Choice, facts: Facts, target: int) -> Iterator[Needs]:
    """Ask for what each case from the level up lacks, the lowest first, those that are our reading last."""
    for case in sorted(rule.cases, key=lambda case: (case.doubtful, case.level)):
        if case.level >= target:
            yield _lacks(case, facts)


def _lacks(case: Case, facts: Facts) -> Needs:
    return tuple(
        need
        for condition in case.when
        if facts.answers.get(condition.fact) not in condition.answers
        for need in change(facts, condition.fact, _nearest(condition, facts))
    )


def _nearest(condition: Condition, facts: Facts) -> str:
    """Return the least of the answers that fit, in the fact's own order."""
    words = facts.indicator.fact(condition.fact).answers
    return min(condition.answers, key=words.index)
