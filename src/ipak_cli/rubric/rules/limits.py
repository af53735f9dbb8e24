"""What several rules count and check alike: thresholds, a base, and limits that are in order."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ipak_cli.base.problem import problem
from ipak_cli.catalogue.pekppp import (
    ANSWERED_AS,
    FACTS_RUN,
    RISING_FROM,
)
from ipak_cli.catalogue.rubrics import NUMBERS_OUT_OF_ORDER, THRESHOLD_ABOVE_FACT_COUNT
from ipak_cli.rubric.rules.interface import Derived, Doubt, improve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.base.message import Message, Phrase
    from ipak_cli.base.problem import Problem, Where
    from ipak_cli.rubric.lint_names import Place
    from ipak_cli.rubric.rules.interface import Facts, Line, Need


def reached(thresholds: Sequence[int], count: int) -> int:
    """Return how many of the rising thresholds a count reaches."""
    return sum(count >= threshold for threshold in thresholds)


def count_met(fact_ids: Sequence[str], thresholds: Sequence[int], facts: Facts) -> int:
    """Count the facts met; blank ones do no harm when no threshold lies between them and the count."""
    answered = [fact for fact in fact_ids if fact in facts.answers]
    least = facts.count(answered)
    most = least + len(fact_ids) - len(answered)
    return least if reached(thresholds, least) == reached(thresholds, most) else facts.count(fact_ids)


def without_base(base: str, others: Sequence[str], facts: Facts) -> Derived:
    """Return level 0, and whether there is something all the same that the base is needed for."""
    reason = ANSWERED_AS(answer=facts.answer(base), fact=facts.text(base))
    return Derived(0, reason, (*((Doubt.NO_BASE,) if any_met(others, facts) else ()), Doubt.STRAY))


def any_met(fact_ids: Sequence[str], facts: Facts) -> bool:
    """Tell whether any of the facts is met."""
    return len(facts.unmet(fact_ids)) < len(fact_ids)


def with_base(fact_id: str | None, facts: Facts) -> tuple[Need, ...]:
    """Ask for the base, where there is one."""
    return improve(facts, (fact_id,)) if fact_id else ()


def more(fact_ids: Sequence[str], facts: Facts, wanted: int) -> tuple[Need, ...]:
    """Ask for as many more of the facts as are missing to the number wanted."""
    return improve(facts, fact_ids, wanted - (len(fact_ids) - len(facts.unmet(fact_ids))))


def rising(key: str, values: Sequence[int], least: int, place: Place) -> Iterator[Problem]:
    """Check that each value is more than the one before, and the first no less than ``least``."""
    if any(value <= before for before, value in pairwise((least - 1, *values))):
        yield disorder(key, values, RISING_FROM(least=least), place(key))


def in_reach(needed: int, available: int, where: Where) -> Iterator[Problem]:
    """Check that there are as many facts as the highest threshold needs."""
    if needed > available:
        yield problem(THRESHOLD_ABOVE_FACT_COUNT, where, needed=needed, available=available)


def disorder(key: str, values: Sequence[object], wanted: Message, where: Where) -> Problem:
    """Return the fault of numbers that are not in their order."""
    return problem(NUMBERS_OUT_OF_ORDER, where, key=key, values=", ".join(map(str, values)), wanted=wanted)


def named(facts: Sequence[str]) -> tuple[str | Message, ...]:
    """Name facts, a run of neighbours by its ends."""
    runs: list[list[str]] = []
    for fact in facts:
        if runs and int(fact[-2:]) == int(runs[-1][-1][-2:]) + 1:
            runs[-1].append(fact)
        else:
            runs.append([fact])
    return tuple(
        each for run in runs for each in ([FACTS_RUN(first=run[0], last=run[-1])] if len(run) > 2 else run)
    )


def threshold_words(thresholds: Sequence[int], first: int, phrase: Phrase, **values: str) -> Iterator[Line]:
    """Yield each level with its threshold, from the level ``first`` on."""
    for level, threshold in enumerate(thresholds, start=first):
        yield str(level), phrase(count=threshold, **values)
