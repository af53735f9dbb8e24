"""The rule ``choice``: described cases, of which the highest that holds decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from ipak_cli.base.message import InFull
from ipak_cli.base.problem import problem
from ipak_cli.catalogue.pekppp import (
    CASE_HOLDS,
    CONDITION,
    CONDITIONS,
    CONDITIONS_DOUBTFUL,
    EITHER,
    FIRST_CASE_DECIDES,
    NO_CASE_HOLDS,
)
from ipak_cli.catalogue.rubrics import ANSWER_NOT_OF_FACT, CASE_NEVER_DECIDES, CASES_OUT_OF_ORDER
from ipak_cli.rubric.rules.interface import (
    AnyRule,
    Derived,
    Doubt,
    FactId,
    Facts,
    KeyPath,
    Level,
    Line,
    Markable,
    Need,
    RulePart,
    Wanted,
    change,
)
from ipak_cli.rubric.types import Flag, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.base.message import Message
    from ipak_cli.base.problem import Problem
    from ipak_cli.rubric.lint_names import Place
    from ipak_cli.rubric.pekppp import Indicator


class Condition(RulePart):
    """A fact and the answers that fit."""

    model_config = ConfigDict(title="Syarat")
    facts_used: ClassVar = {"fact": Wanted.WORDS}

    fact: FactId = Field(description="Fakta.")
    answers: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(description="Jawaban yang memenuhi.")

    def nearest(self, facts: Facts) -> str:
        """Return the least of the answers that fit, in the fact's own order."""
        words = facts.indicator.fact(self.fact).answers
        return min(self.answers, key=words.index)

    def words(self) -> Message:
        """Say the fact and the answers that fit."""
        either: str | Message = self.answers[0]
        for other in self.answers[1:]:
            either = EITHER(first=either, other=other)
        return CONDITION(fact=self.fact, answers=either)


class Case(RulePart):
    """A level that holds when all conditions do."""

    model_config = ConfigDict(title="Keadaan")

    level: Level = Field(description="Tingkat.")
    when: Annotated[tuple[Condition, ...], Field(min_length=1)] = Field(description="Syarat-syarat.")
    doubtful: Flag = Field(default=False, description="true bila instrumen tidak menyebut keadaan ini.")

    def surely_holds(self, facts: Facts) -> bool:
        """Tell whether every condition is answered and fits."""
        return all(facts.answers.get(condition.fact) in condition.answers for condition in self.when)

    def holds(self, facts: Facts) -> bool:
        """Tell whether the case holds; one answer that does not fit settles that, whatever else is blank."""
        answered = [condition for condition in self.when if condition.fact in facts.answers]
        fits = all(facts.answer(condition.fact) in condition.answers for condition in answered)
        return fits and all(facts.answer(condition.fact) in condition.answers for condition in self.when)

    def lacks(self, facts: Facts) -> tuple[Need, ...]:
        """Ask for what the case lacks."""
        return tuple(
            need
            for condition in self.when
            if facts.answers.get(condition.fact) not in condition.answers
            for need in change(facts, condition.fact, condition.nearest(facts))
        )

    def covers(self, later: Case) -> bool:
        """Tell whether this case holds wherever a later one does, so that the later one never decides."""
        allowed = {condition.fact: set(condition.answers) for condition in later.when}
        return all(
            condition.fact in allowed and allowed[condition.fact] <= set(condition.answers)
            for condition in self.when
        )


class Choice(AnyRule):
    """Cases, the highest first; the first that holds decides, and none means level 0."""

    model_config = ConfigDict(title="Pilihan keadaan")

    rule: Literal["choice"] = Field(description="Aturan: keadaan tertinggi yang cocok.")
    cases: Annotated[tuple[Case, ...], Field(min_length=1)] = Field(
        description="Keadaan, dari tingkat tertinggi."
    )

    def level_of(self, facts: Facts) -> Derived:
        """Return the level of the first case that holds; none is level 0.

        A case that waits for a blank fact is passed over where another one of its level holds without it.
        """
        known = {case.level for case in self.cases if case.surely_holds(facts)}
        for case in self.cases:
            if case.surely_holds(facts) or (case.level not in known and case.holds(facts)):
                reason = CASE_HOLDS(answers=tuple(facts.said(condition.fact) for condition in case.when))
                return Derived(case.level, reason, (Doubt.OUTSIDE,) if case.doubtful else ())
        return Derived(0, NO_CASE_HOLDS())

    def needs_for(self, facts: Facts, target: int) -> Iterator[tuple[Need, ...]]:
        """Ask for what each case from the level up lacks, lowest first, and our own readings last."""
        for case in sorted(self.cases, key=lambda case: (case.doubtful, case.level)):
            if case.level >= target:
                yield case.lacks(facts)

    def markable(self) -> Iterator[tuple[KeyPath, Sequence[Markable], Doubt]]:
        """Yield the cases: the instrument may not name one."""
        yield ("cases",), self.cases, Doubt.OUTSIDE

    def faults(self, indicator: Indicator, place: Place) -> Iterator[Problem]:
        """Check that the cases fit their facts, go down, and can each decide."""
        facts = {fact.id: fact for fact in indicator.facts}
        for number, case in enumerate(self.cases):
            for order, condition in enumerate(case.when):
                known = facts[condition.fact].answers if condition.fact in facts else ()
                where = place("cases", number, "when", order, "answers")
                for answer in condition.answers:
                    if known and answer not in known:
                        shown = {"answer": answer, "known": InFull(", ".join(known))}
                        yield problem(ANSWER_NOT_OF_FACT, where, fact=condition.fact, **shown)
            yield from self._order(number, place)

    def _order(self, number: int, place: Place) -> Iterator[Problem]:
        case = self.cases[number]
        if number and case.level > self.cases[number - 1].level:
            levels = {"level": case.level, "before": self.cases[number - 1].level}
            yield problem(CASES_OUT_OF_ORDER, place("cases", number, "level"), **levels)
        earlier = next((n for n, each in enumerate(self.cases[:number]) if each.covers(case)), None)
        if earlier is not None:
            line = place("cases", earlier).line or "?"
            yield problem(CASE_NEVER_DECIDES, place("cases", number), line=line)

    def words(self) -> Iterator[Line]:
        """Say each case."""
        yield "", FIRST_CASE_DECIDES()
        for case in self.cases:
            phrase = CONDITIONS_DOUBTFUL if case.doubtful else CONDITIONS
            said = tuple(condition.words() for condition in case.when)
            yield str(case.level), phrase(conditions=said)
