"""What a rule makes of an indicator's facts: a level with its reason, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from ipak_cli.base.message import InFull, Message
from ipak_cli.catalogue.phrases_pekppp import FACT_ANSWERED, NEED_ALL_OF, NEED_SOME_OF

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ipak_cli.rubric.pekppp import Fact, Indicator
    from ipak_cli.rubric.rules.interface import Doubt

Answer: TypeAlias = str | int | date
"""One of the fact's words (``ya`` and ``tidak`` for yes or no), a whole number of 0 or more, or a date."""


class BlankFactError(Exception):
    """A fact that decides the level has no answer."""

    def __init__(self, fact: Fact) -> None:
        self.fact = fact
        super().__init__(fact.id)


@dataclass(frozen=True, slots=True)
class Derived:
    """A level, why it is that one, and what the instrument left open there."""

    level: int
    reason: Message
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class NotDerived:
    """No level: why, and what the instrument left open there."""

    reason: Message
    doubts: tuple[Doubt, ...] = ()


Outcome: TypeAlias = Derived | NotDerived


@dataclass(frozen=True, slots=True)
class Facts:
    """The answers to one indicator's facts; asking for a blank one raises :class:`BlankFactError`."""

    indicator: Indicator
    answers: Mapping[str, Answer]

    def answer(self, fact_id: str) -> Answer:
        """Return the answer to a fact."""
        if fact_id not in self.answers:
            raise BlankFactError(self.indicator.fact(fact_id))
        return self.answers[fact_id]

    def text(self, fact_id: str) -> str:
        """Return the statement of a fact, to be quoted whole."""
        return InFull(self.indicator.fact(fact_id).text)

    def said(self, fact_id: str) -> Message:
        """Return a fact with its answer."""
        return FACT_ANSWERED(fact=self.text(fact_id), answer=self.answer(fact_id))

    def met(self, fact_id: str) -> bool:
        """Tell whether a fact has its best answer."""
        return self.answer(fact_id) == self.indicator.fact(fact_id).answers[-1]

    def partly(self, fact_id: str) -> bool:
        """Tell whether an answered fact is neither at its worst nor at its best."""
        words = self.indicator.fact(fact_id).answers
        return bool(words) and self.answers.get(fact_id) in words[1:-1]

    def rank(self, fact_id: str) -> int:
        """Return the place of an answer among the fact's answers, 0 for the worst."""
        return self.indicator.fact(fact_id).answers.index(str(self.answer(fact_id)))

    def number(self, fact_id: str) -> int:
        """Return a number; raises ``TypeError`` for a fact of another type."""
        answer = self.answer(fact_id)
        if isinstance(answer, int):
            return answer
        raise TypeError(f"{fact_id} is no number")

    def day(self, fact_id: str) -> date:
        """Return a date; raises ``TypeError`` for a fact of another type."""
        answer = self.answer(fact_id)
        if isinstance(answer, date):
            return answer
        raise TypeError(f"{fact_id} is no date")

    def count(self, fact_ids: Iterable[str]) -> int:
        """Return how many facts are met; every one must be answered."""
        return sum([self.met(fact_id) for fact_id in fact_ids])

    def unmet(self, fact_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the facts that are not met, blank ones included."""
        best = {fact_id: self.indicator.fact(fact_id).answers[-1] for fact_id in fact_ids}
        return tuple(fact_id for fact_id, word in best.items() if self.answers.get(fact_id) != word)


@dataclass(frozen=True, slots=True)
class Need:
    """So many of the changes have to happen, each a fact id with its new answer; ``text`` says it."""

    text: Message
    changes: tuple[tuple[str, Answer], ...]
    choose: int


def cost(needs: Iterable[Need]) -> int:
    """Return how many facts have to change."""
    return sum(need.choose for need in needs)


def changed(answers: Mapping[str, Answer], needs: Iterable[Need]) -> dict[str, Answer]:
    """Return the answers after the first sufficient changes of each need."""
    return dict(answers) | {fact: answer for need in needs for fact, answer in need.changes[: need.choose]}


def improve(facts: Facts, fact_ids: Iterable[str], choose: int | None = None) -> tuple[Need, ...]:
    """Ask for the best answer of so many facts that are not met yet, or of all of them.

    Empty when nothing has to change, and when there are not so many facts left to improve.
    """
    unmet = facts.unmet(fact_ids)
    wanted = len(unmet) if choose is None else choose
    if wanted <= 0 or wanted > len(unmet):
        return ()
    names = InFull("; ".join(facts.text(fact) for fact in unmet))
    text = NEED_ALL_OF(facts=names) if wanted == len(unmet) else NEED_SOME_OF(count=wanted, facts=names)
    return (Need(text, tuple((fact, facts.indicator.fact(fact).answers[-1]) for fact in unmet), wanted),)


def change(facts: Facts, fact_id: str, answer: Answer, text: Message | None = None) -> tuple[Need, ...]:
    """Ask for one fact's new answer; empty when it has it already."""
    if facts.answers.get(fact_id) == answer:
        return ()
    said = text or FACT_ANSWERED(fact=facts.text(fact_id), answer=answer)
    return (Need(said, ((fact_id, answer),), 1),)
