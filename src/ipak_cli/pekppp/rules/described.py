"""Levels that come from a state which the instrument describes: ladders, intervals with coverage, cases."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from ipak_cli.pekppp.rules.outcome import Derived, Need, change, improve
from ipak_cli.rubric.rules import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.pekppp.rules.outcome import Facts
    from ipak_cli.rubric.rules import Case, Choice, Condition, Coverage, Interval, Ladder, Step


def level_of_ladder(rule: Ladder, facts: Facts) -> Derived:
    """Return the longest unbroken run of steps from the first one."""
    level = len(list(takewhile(lambda step: _step_met(step, facts), rule.steps)))
    different = any(facts.partly(fact) for step in rule.steps for fact in step.all)
    doubts = [Doubt.DIFFERENT] if different else []
    if level == len(rule.steps):
        return Derived(level, "semua langkah terpenuhi", tuple(doubts))
    step = rule.steps[level]
    missing = facts.unmet(step.all)
    if step.doubtful and any(not facts.unmet(later.all) for later in rule.steps[level + 1 :]):
        doubts.insert(0, Doubt.HOLE)
    more = f" (dan {len(missing) - 1} hal lain)" if len(missing) > 1 else ""
    reason = f"langkah {level + 1} belum terpenuhi: {facts.indicator.fact(missing[0]).text}{more}"
    return Derived(level, reason, tuple(doubts))


def _step_met(step: Step, facts: Facts) -> bool:
    """Tell whether a step is met; an unmet fact settles that, whatever is blank beside it."""
    answered = [fact for fact in step.all if fact in facts.answers]
    return facts.count(answered) == len(answered) and facts.count(step.all) == len(step.all)


def level_of_coverage(rule: Coverage, facts: Facts) -> Derived:
    """Return the highest level whose interval is kept by all services, or by some."""
    covered = [(interval, facts.rank(interval.fact)) for interval in rule.intervals]
    best, rank = max(covered, key=lambda pair: _interval_level(*pair))
    level = _interval_level(best, rank)
    fact = facts.indicator.fact(best.fact)
    reason = f"{fact.text}: {fact.answers[rank]}"
    return Derived(level, reason, (Doubt.OVERLAP,) if _overlaps(covered, best, rank) else ())


def _interval_level(interval: Interval, rank: int) -> int:
    """Return the level of an interval by its coverage: none, some, all."""
    return (0, interval.part, interval.all)[rank]


def _overlaps(covered: Sequence[tuple[Interval, int]], best: Interval, rank: int) -> bool:
    """Tell whether the printed levels fit in more than one way.

    They do when a slower interval covers more services, when only some keep a middle interval ("or more"
    beside "or faster"), and for the slowest one, which is printed as 3 years and begins above 2.
    """
    intervals = [interval for interval, _ in covered]
    if best is intervals[0]:
        return any(slower > rank for _, slower in covered)
    return bool(rank) and (best is intervals[-1] or rank == 1)


def level_of_choice(rule: Choice, facts: Facts) -> Derived:
    """Return the level of the first case that holds; none is level 0.

    A case that waits for a blank fact is passed over where another one of its level holds without it.
    """
    known = {case.level for case in rule.cases if _surely_holds(case, facts)}
    for case in rule.cases:
        if _surely_holds(case, facts) or (case.level not in known and _holds(case, facts)):
            reason = "; ".join(_said(condition.fact, facts) for condition in case.when)
            return Derived(case.level, reason, (Doubt.OUTSIDE,) if case.doubtful else ())
    return Derived(0, "tidak ada keadaan di atas tingkat 0 yang terpenuhi")


def _surely_holds(case: Case, facts: Facts) -> bool:
    return all(facts.answers.get(condition.fact) in condition.answers for condition in case.when)


def _holds(case: Case, facts: Facts) -> bool:
    """Tell whether a case holds; one answer that does not fit settles that, whatever else is blank."""
    answered = [condition for condition in case.when if condition.fact in facts.answers]
    fits = all(facts.answer(condition.fact) in condition.answers for condition in answered)
    return fits and all(facts.answer(condition.fact) in condition.answers for condition in case.when)


def _said(fact_id: str, facts: Facts) -> str:
    return f"{facts.indicator.fact(fact_id).text}: {facts.answer(fact_id)}"


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
