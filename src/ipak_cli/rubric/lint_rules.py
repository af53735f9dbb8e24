"""What makes a rule sound: facts that fit it, each used once, numbers in order, doubts that can arise."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, assert_never

from ipak_cli.base.message import InFull, Message
from ipak_cli.base.problem import problem
from ipak_cli.catalogue.rubrics import (
    CHOICE_OF_OPTIONS,
    DOUBT_IMPOSSIBLE,
    DOUBT_UNEXPLAINED,
    FACT_TWICE_IN_RULE,
    FACT_TYPE_UNFIT_FOR_RULE,
    FACT_UNUSED,
    NONE,
    REFERENCE_UNKNOWN,
)
from ipak_cli.rubric.lint_names import repeated
from ipak_cli.rubric.pekppp import FactType
from ipak_cli.rubric.rules.interface import RulePart, Wanted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.base.problem import Problem
    from ipak_cli.rubric.lint_names import Place
    from ipak_cli.rubric.pekppp import Fact, Indicator
    from ipak_cli.rubric.rules import Rule
    from ipak_cli.rubric.rules.interface import Doubt, KeyPath


def lint_rule(indicator: Indicator, place: Place) -> Iterator[Problem]:
    """Yield every fault of an indicator's rule and doubts; ``place`` tells where its keys stand."""
    yield from lint_uses(indicator, place)
    yield from indicator.rule.faults(indicator, partial(place, "rule"))
    yield from lint_doubts(indicator, place)


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
            shown = {"wanted": use.wanted.value(), "type": _type(fact)}
            yield problem(FACT_TYPE_UNFIT_FOR_RULE, where, rule=rule, fact=fact.id, **shown)
    for use in _repeated(named):
        yield problem(FACT_TWICE_IN_RULE, place("rule", *use.path), rule=rule, fact=use.fact)
    idle = set(facts) - {use.fact for use in named}
    for number, fact in enumerate(indicator.facts):
        if fact.id in idle:
            yield problem(FACT_UNUSED, place("facts", number, "id"), rule=rule, fact=fact.id)


def uses(part: RulePart, path: tuple[str | int, ...] = ()) -> Iterator[Use]:
    """Yield every fact that a rule, or a part of one, names, in the order of its keys."""
    for key in type(part).model_fields:
        yield from _uses_at(getattr(part, key), (*path, key), part.facts_used.get(key))


def _uses_at(value: object, path: tuple[str | int, ...], wanted: Wanted | None) -> Iterator[Use]:
    match value:
        case RulePart():
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
    choice = fact.type is FactType.CHOICE
    return CHOICE_OF_OPTIONS(count=len(fact.options)) if choice else fact.type.value


def _key(use: Use) -> str:
    """Return the key that names the fact: the last of the path that is a word."""
    return next(step for step in reversed(use.path) if isinstance(step, str))


def lint_doubts(indicator: Indicator, place: Place) -> Iterator[Problem]:
    """Yield a fault for each doubt that cannot arise, and for each place marked doubtful without a text."""
    rule, said = indicator.rule, [each.doubt for each in indicator.doubts]
    possible = _possible(rule)
    for number, doubt in enumerate(said):
        if doubt not in possible:
            able = InFull(", ".join(possible)) if possible else NONE()
            where = place("doubts", number, "doubt")
            yield problem(DOUBT_IMPOSSIBLE, where, rule=rule.rule, doubt=doubt.value, possible=able)
    yield from repeated(
        (doubt.value, str(number), place("doubts", number, "doubt")) for number, doubt in enumerate(said)
    )
    for path, doubt in _marked(rule):
        if doubt not in said:
            yield problem(DOUBT_UNEXPLAINED, place("rule", *path, "doubtful"), doubt=doubt.value)


def _possible(rule: Rule) -> tuple[Doubt, ...]:
    marked = (doubt for _, doubt in _marked(rule))
    return tuple(dict.fromkeys((*rule.possible_doubts(), *marked)))


def _marked(rule: Rule) -> Iterator[tuple[KeyPath, Doubt]]:
    """Yield where in the rule each part stands that is marked as doubtful, and the doubt that it raises."""
    for path, parts, doubt in rule.markable():
        yield from (((*path, number), doubt) for number, part in enumerate(parts) if part.doubtful)
