"""The proof that a rule covers its inputs: every one gets an outcome, every level is reached, none sinks.

Words are tried in every combination where there are not too many; else, and for numbers and dates, on inputs
that stand for all others: each limit, and both its sides.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Final

from ipak_cli.catalogue.pekppp import BETTER_ANSWER_LOWERS, INPUT_WITHOUT_LEVEL, LEVEL_NEVER_REACHED
from ipak_cli.pekppp.levels import derive
from ipak_cli.rubric.pekppp import LEVELS, FactType
from ipak_cli.rubric.rules.interface import Derived
from ipak_cli.rubric.rules.ladder import Ladder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.base.message import Message
    from ipak_cli.rubric.pekppp import Fact, Indicator, PekpppRubric
    from ipak_cli.rubric.rules.interface import Answer

MOST_INPUTS: Final = 60_000
_COUNTS: Final = (
    0,
    1,
    2,
    8,
    49,
    50,
    90,
    100,
    299,
    300,
    301,
    499,
    500,
    501,
    799,
    800,
    801,
    899,
    900,
    901,
    1000,
)
"""Rising; the first few are tried where there are many numbers, or dates beside them."""
_FIRST_DAYS: Final = (date(2023, 1, 31), date(2024, 2, 29), date(2024, 6, 15))
_SPAN: Final = 800

Answers = tuple[tuple[str, "Answer"], ...]


@dataclass(frozen=True, slots=True)
class IndicatorProof:
    """What trying a rule showed: how many inputs, whether all of them, which levels, and what is wrong."""

    no: int
    rule: str
    inputs: int
    exhaustive: bool
    levels: tuple[int, ...]
    gaps: tuple[Message, ...]


def prove(rubric: PekpppRubric) -> tuple[IndicatorProof, ...]:
    """Try every indicator's rule."""
    return tuple(prove_indicator(indicator) for indicator in rubric.indicators)


def prove_indicator(indicator: Indicator) -> IndicatorProof:
    """Try one indicator's rule on all its inputs, or on those that stand for them."""
    words = all(fact.answers for fact in indicator.facts)
    exhaustive = words and prod(len(fact.answers) for fact in indicator.facts) <= MOST_INPUTS
    inputs = _every(indicator.facts) if exhaustive else _standing_for_all(indicator)
    levels: dict[Answers, int] = {}
    tried, open_input = 0, None
    for answers in inputs:
        tried += 1
        outcome = derive(indicator, answers)
        if isinstance(outcome, Derived):
            levels[_key(answers)] = outcome.level
        elif words:
            open_input = open_input or outcome.reason
    gaps = [LEVEL_NEVER_REACHED(level=level) for level in LEVELS if level not in levels.values()]
    if open_input:
        gaps.append(INPUT_WITHOUT_LEVEL(reason=open_input))
    gaps += _falls(indicator, levels) if words else []
    reached = tuple(sorted(set(levels.values())))
    return IndicatorProof(indicator.no, indicator.rule.rule, tried, exhaustive, reached, tuple(gaps))


def _key(answers: Mapping[str, Answer]) -> Answers:
    return tuple(sorted(answers.items()))


def _every(facts: Sequence[Fact]) -> Iterator[dict[str, Answer]]:
    """Yield every combination of the facts' words."""
    for words in product(*(fact.answers for fact in facts)):
        yield {fact.id: word for fact, word in zip(facts, words, strict=True)}


def _falls(indicator: Indicator, levels: Mapping[Answers, int]) -> list[Message]:
    """Return the facts whose better answer lowers the level somewhere, though the rubric does not say so."""
    falling = set()
    declared = indicator.rule.may_lower()
    for key, level in levels.items():
        answers = dict(key)
        for fact in indicator.facts:
            rank = fact.answers.index(str(answers[fact.id]))
            for better in fact.answers[rank + 1 :]:
                higher = levels.get(_key(answers | {fact.id: better}), level)
                if higher < level and fact.id not in declared:
                    falling.add(fact.id)
    return [BETTER_ANSWER_LOWERS(fact=fact) for fact in sorted(falling)]


def _standing_for_all(indicator: Indicator) -> Iterator[dict[str, Answer]]:
    if isinstance(indicator.rule, Ladder):
        return _ladder_inputs(indicator, indicator.rule)
    if all(fact.answers for fact in indicator.facts):
        return _counted_inputs(indicator.facts)
    return _measured_inputs(indicator)


def _counted_inputs(facts: Sequence[Fact]) -> Iterator[dict[str, Answer]]:
    """Yield, for each number, so many facts at their best, from either end; the others at their worst."""
    for best in range(len(facts) + 1):
        for order in (facts, facts[::-1]):
            yield {fact.id: fact.answers[-1 if n < best else 0] for n, fact in enumerate(order)}


def _ladder_inputs(indicator: Indicator, ladder: Ladder) -> Iterator[dict[str, Answer]]:
    """Yield, for each step, all met, each single fact at each lesser answer, and all at their worst."""
    by_step: list[list[dict[str, Answer]]] = []
    for step in ladder.steps:
        facts = [indicator.fact(fact_id) for fact_id in step.all]
        best: dict[str, Answer] = {fact.id: fact.answers[-1] for fact in facts}
        lesser = [best | {fact.id: word} for fact in facts for word in fact.answers[:-1]]
        by_step.append([best, *lesser, {fact.id: fact.answers[0] for fact in facts}])
    for parts in product(*by_step):
        yield {fact: answer for part in parts for fact, answer in part.items()}


def _measured_inputs(indicator: Indicator) -> Iterator[dict[str, Answer]]:
    """Yield counts at and around every limit, and days on both sides of every month's end."""
    dates = [fact.id for fact in indicator.facts if fact.type is FactType.DATE]
    others = [fact for fact in indicator.facts if fact.type is not FactType.DATE]
    numbers = sum(fact.type is FactType.NUMBER for fact in others)
    counts = _COUNTS[: 4 if dates else 8 if numbers > 2 else None]
    choices: list[Sequence[Answer]] = [fact.answers or counts for fact in others]
    for answers in product(*choices):
        known: dict[str, Answer] = dict(zip((fact.id for fact in others), answers, strict=True))
        for days in _days(len(dates)):
            yield known | dict(zip(dates, days, strict=True))


def _days(count: int) -> Iterator[tuple[date, ...]]:
    """Yield nothing but one empty choice without dates; else starts, each with every day that may follow."""
    if not count:
        yield ()
        return
    for first in _FIRST_DAYS:
        for days in range(-1, _SPAN):
            yield (first, *(first + timedelta(days=days) for _ in range(count - 1)))
