"""What makes a rule's data sound: limits in order and in reach, cases that fit their facts and can be met."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final, assert_never

from ipak_cli.base.figures import exact_text
from ipak_cli.base.message import InFull
from ipak_cli.base.problem import problem
from ipak_cli.catalogue.phrases_rubric import (
    CHOICE_OF_OPTIONS,
    FALLING_ABOVE,
    FALLING_PERCENTAGES,
    FROM_ZERO,
    LISTED_AT_LEAST,
    RISING_FROM,
    TYPE_OF_COVERAGE,
    TYPE_OF_DATE,
    TYPE_OF_NUMBER,
    TYPE_OF_WORDS,
)
from ipak_cli.catalogue.rubrics import (
    ANSWER_NOT_OF_FACT,
    BASE_LEVELS_INCOMPLETE,
    CASE_NEVER_DECIDES,
    CASES_OUT_OF_ORDER,
    FACT_TWICE_IN_RULE,
    FACT_TYPE_UNFIT_FOR_RULE,
    FACT_UNUSED,
    INTERVAL_CONTRADICTS_DOUBTFUL_MARK,
    NUMBERS_OUT_OF_ORDER,
    REFERENCE_UNKNOWN,
    THRESHOLD_ABOVE_FACT_COUNT,
)
from ipak_cli.rubric import rules
from ipak_cli.rubric.pekppp import HIGHEST_LEVEL, FactType
from ipak_cli.rubric.rules import (
    BasePlusCount,
    Choice,
    Count,
    Coverage,
    Elapsed,
    KeyCriterion,
    Ladder,
    MandatoryPlusCount,
    Media,
    Ratio,
    TwoChannelRatio,
)
from ipak_cli.rubric.types import Model

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.base.message import Message
    from ipak_cli.base.problem import Problem, Where
    from ipak_cli.rubric.lint_names import Place
    from ipak_cli.rubric.pekppp import Fact, Indicator
    from ipak_cli.rubric.rules import Case, Interval, Share


def lint_rule(indicator: Indicator, place: Place) -> Iterator[Problem]:
    """Yield every fault of a rule's numbers and cases; ``place`` tells where its keys stand."""
    rule = indicator.rule
    match rule:
        case Count() | MandatoryPlusCount() | KeyCriterion() | Media():
            yield from _counted(rule, place)
        case BasePlusCount():
            yield from _base_levels(rule, indicator, place)
        case Elapsed():
            yield from _rising("months", rule.months, 1, place)
        case Ratio():
            yield from _shares(rule.shares, rule.plan_level, partial(place, "shares"))
        case TwoChannelRatio():
            yield from _shares(rule.main.shares, 0, partial(place, "main", "shares"))
            yield from _shares(rule.other.shares, 0, partial(place, "other", "shares"))
        case Choice():
            yield from _cases(rule.cases, indicator, partial(place, "cases"))
        case Coverage():
            yield from _intervals(rule.intervals, partial(place, "intervals"))
        case Ladder():
            return
        case _:
            assert_never(rule)


def _counted(rule: Count | MandatoryPlusCount | KeyCriterion | Media, place: Place) -> Iterator[Problem]:
    match rule:
        case Count():
            yield from _rising("thresholds", rule.thresholds, 1, place)
            yield from _in_reach(rule.thresholds[-1], len(rule.of), place("thresholds"))
        case MandatoryPlusCount():
            yield from _in_reach(HIGHEST_LEVEL - 1, len(rule.of), place("of"))
        case KeyCriterion():
            yield from _rising("without", rule.without, 1, place)
            yield from _rising("with_key", rule.with_key, 1, place)
            yield from _in_reach(rule.without[-1], len(rule.of), place("without"))
            yield from _in_reach(rule.with_key[-1], len(rule.of) + 1, place("with_key"))
            highest = rule.without[-1], rule.with_key[-1]
            if any(listed < most for listed, most in zip(rule.listed, highest, strict=True)):
                wanted = LISTED_AT_LEAST(without=highest[0], with_key=highest[1])
                yield _disorder("listed", rule.listed, wanted, place("listed"))
        case Media():
            yield from _rising("with_required", rule.with_required, max(rule.without, 1), place)
            yield from _in_reach(rule.with_required[-1], len(rule.media), place("with_required"))
        case _:
            assert_never(rule)


def _base_levels(rule: BasePlusCount, indicator: Indicator, place: Place) -> Iterator[Problem]:
    levels, where = rule.base_levels, place("base_levels")
    yield from _rising("base_levels", levels, 0, place)
    if levels[0] > 0:
        yield _disorder("base_levels", levels, FROM_ZERO(), where)
    yield from _in_reach(HIGHEST_LEVEL - levels[-1], len(rule.of), place("of"))
    base = next((fact for fact in indicator.facts if fact.id == rule.base), None)
    if base and base.answers and len(base.answers) != len(levels):
        answers = InFull(", ".join(base.answers))
        yield problem(BASE_LEVELS_INCOMPLETE, where, fact=base.id, count=len(levels), answers=answers)


def _rising(key: str, values: Sequence[int], least: int, place: Place) -> Iterator[Problem]:
    """Check that each value is more than the one before, and the first no less than ``least``."""
    if any(value <= before for before, value in pairwise((least - 1, *values))):
        yield _disorder(key, values, RISING_FROM(least=least), place(key))


def _in_reach(needed: int, available: int, where: Where) -> Iterator[Problem]:
    if needed > available:
        yield problem(THRESHOLD_ABOVE_FACT_COUNT, where, needed=needed, available=available)


def _disorder(key: str, values: Sequence[object], wanted: Message, where: Where) -> Problem:
    return problem(NUMBERS_OUT_OF_ORDER, where, key=key, values=", ".join(map(str, values)), wanted=wanted)


def _shares(shares: Sequence[Share], floor: int, place: Place) -> Iterator[Problem]:
    """Check that limits and levels go down, from at most 100 percent to anything above nothing."""
    minimums = [share.minimum for share in shares]
    falling = all(before > after for before, after in pairwise(minimums))
    if not falling or minimums[0] > 100 or minimums[-1] != 0:
        shown = [exact_text(minimum) for minimum in minimums]
        yield _disorder("minimum", shown, FALLING_PERCENTAGES(), place())
    levels = [share.level for share in shares]
    if any(level <= lower for level, lower in pairwise((*levels, floor))):
        yield _disorder("level", levels, FALLING_ABOVE(floor=floor), place())


def _intervals(intervals: Sequence[Interval], place: Place) -> Iterator[Problem]:
    """Check that some services give more than all of them only where the rubric says that it is so."""
    for number, interval in enumerate(intervals):
        if interval.doubtful != (interval.part > interval.all):
            levels = {"part": interval.part, "all": interval.all}
            yield problem(INTERVAL_CONTRADICTS_DOUBTFUL_MARK, place(number), fact=interval.fact, **levels)


def _cases(cases: Sequence[Case], indicator: Indicator, place: Place) -> Iterator[Problem]:
    facts = {fact.id: fact for fact in indicator.facts}
    for number, case in enumerate(cases):
        for order, condition in enumerate(case.when):
            known = facts[condition.fact].answers if condition.fact in facts else ()
            where = place(number, "when", order, "answers")
            for answer in condition.answers:
                if known and answer not in known:
                    shown = {"answer": answer, "known": InFull(", ".join(known))}
                    yield problem(ANSWER_NOT_OF_FACT, where, fact=condition.fact, **shown)
        if number and case.level > cases[number - 1].level:
            before = cases[number - 1].level
            yield problem(CASES_OUT_OF_ORDER, place(number, "level"), level=case.level, before=before)
        earlier = next((n for n, each in enumerate(cases[:number]) if _covers(each, case)), None)
        if earlier is not None:
            yield problem(CASE_NEVER_DECIDES, place(number), line=place(earlier).line or "?")


def _covers(earlier: Case, case: Case) -> bool:
    """Tell whether an earlier case holds wherever a later one does, so that the later one never decides."""
    allowed = {condition.fact: set(condition.answers) for condition in case.when}
    return all(
        condition.fact in allowed and allowed[condition.fact] <= set(condition.answers)
        for condition in earlier.when
    )


class Wanted(Enum):
    """What a rule needs a fact to be; a value says it."""

    WORDS = TYPE_OF_WORDS
    COVERAGE = TYPE_OF_COVERAGE
    NUMBER = TYPE_OF_NUMBER
    DATE = TYPE_OF_DATE


_WANTED: Final = {
    "base": Wanted.WORDS,
    "mandatory": Wanted.WORDS,
    "of": Wanted.WORDS,
    "all": Wanted.WORDS,
    "report": Wanted.WORDS,
    "key": Wanted.WORDS,
    "fact": Wanted.WORDS,
    "required": Wanted.WORDS,
    "media": Wanted.COVERAGE,
    "planned": Wanted.NUMBER,
    "done": Wanted.NUMBER,
    "received": Wanted.NUMBER,
    "settled": Wanted.NUMBER,
    "start": Wanted.DATE,
    "end": Wanted.DATE,
}
"""The keys of rules that name facts; the fact of an interval is a coverage."""


@dataclass(frozen=True, slots=True)
class Use:
    """A fact that a rule names: where, and what it has to be."""

    path: tuple[str | int, ...]
    fact: str
    wanted: Wanted

    @property
    def group(self) -> tuple[str | int, ...]:
        """Return where a fact may stand once only: in a step, in a case, else in the whole rule."""
        return self.path[:2] if self.path[0] in ("steps", "cases") else ()


def lint_uses(indicator: Indicator, place: Place) -> Iterator[Problem]:
    """Yield a fault for each fact that the rule misuses, and for each that it does not use."""
    facts = {fact.id: fact for fact in indicator.facts}
    rule, known = indicator.rule.rule, InFull(", ".join(facts))
    named = tuple(uses(indicator.rule))
    for use in named:
        where, fact = place("rule", *use.path), facts.get(use.fact)
        if fact is None:
            yield problem(REFERENCE_UNKNOWN, where, key=_key(use), code=use.fact, known=known)
        elif not _fits(fact, use.wanted):
            wanted, found = use.wanted.value(), _type(fact)
            yield problem(FACT_TYPE_UNFIT_FOR_RULE, where, rule=rule, fact=fact.id, wanted=wanted, type=found)
    for use in _repeated(named):
        yield problem(FACT_TWICE_IN_RULE, place("rule", *use.path), rule=rule, fact=use.fact)
    idle = set(facts) - {use.fact for use in named}
    for number, fact in enumerate(indicator.facts):
        if fact.id in idle:
            yield problem(FACT_UNUSED, place("facts", number, "id"), rule=rule, fact=fact.id)


def uses(part: Model, path: tuple[str | int, ...] = ()) -> Iterator[Use]:
    """Yield every fact that a rule, or a part of one, names, in the order of its keys."""
    for key in type(part).model_fields:
        wanted = Wanted.COVERAGE if isinstance(part, rules.Interval) else _WANTED.get(key)
        yield from _uses_at(getattr(part, key), (*path, key), wanted)


def _uses_at(value: object, path: tuple[str | int, ...], wanted: Wanted | None) -> Iterator[Use]:
    match value:
        case Model():
            yield from uses(value, path)
        case tuple():
            for number, each in enumerate(value):
                yield from _uses_at(each, (*path, number), wanted)
        case str() if wanted:
            yield Use(path, value, wanted)


def _repeated(named: Sequence[Use]) -> Iterator[Use]:
    seen: set[tuple[tuple[str | int, ...], str]] = set()
    for use in named:
        if (use.group, use.fact) in seen:
            yield use
        seen.add((use.group, use.fact))


def _fits(fact: Fact, wanted: Wanted) -> bool:
    match wanted:
        case Wanted.WORDS:
            return fact.type in (FactType.YES_NO, FactType.CHOICE)
        case Wanted.COVERAGE:
            return fact.type is FactType.CHOICE and len(fact.options) == 3
        case Wanted.NUMBER:
            return fact.type is FactType.NUMBER
        case Wanted.DATE:
            return fact.type is FactType.DATE
        case _:
            assert_never(wanted)


def _type(fact: Fact) -> Message | str:
    if fact.type is FactType.CHOICE:
        return CHOICE_OF_OPTIONS(count=len(fact.options))
    return fact.type.value


def _key(use: Use) -> str:
    """Return the key that names the fact: the last of the path that is a word."""
    return next(step for step in reversed(use.path) if isinstance(step, str))
