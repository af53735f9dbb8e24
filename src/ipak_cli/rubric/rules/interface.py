"""What every rule of the closed set is: its data, and from facts to a level, or to why there is none."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Annotated, ClassVar, Protocol, TypeAlias

from pydantic import Field

from ipak_cli.base.message import InFull, Message
from ipak_cli.catalogue.pekppp import FACT_ANSWERED, NEED_ALL_OF, NEED_SOME_OF
from ipak_cli.catalogue.rubrics import TYPE_OF_COVERAGE, TYPE_OF_DATE, TYPE_OF_NUMBER, TYPE_OF_WORDS
from ipak_cli.rubric.types import FACT_ID, Model, Whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipak_cli.base.problem import Problem
    from ipak_cli.rubric.lint_names import Place
    from ipak_cli.rubric.pekppp import Fact, Indicator

FactId = Annotated[str, Field(pattern=FACT_ID)]
"""A fact of the same indicator, such as ``F01-03``."""
FactIds = Annotated[tuple[FactId, ...], Field(min_length=1)]
Level = Annotated[Whole, Field(ge=0, le=5)]
"""A level of maturity: 0 to 5."""

KeyPath: TypeAlias = tuple[str | int, ...]
"""The keys and list positions that lead from a rule to a part of it."""
Line: TypeAlias = tuple[str, Message]
"""A level, or nothing, and what is said of it."""


class Doubt(StrEnum):
    """Why the instrument itself leaves a level open, so that an agreed reading decides it."""

    HOLE = "hole"  # a later step is met while an earlier one is not
    DIFFERENT = "different"  # the services of the unit differ
    EMPTY = "empty"  # the base is there, but nothing that it asks for
    NO_BASE = "no_base"  # what is counted is there, but its base is not
    EDGE = "edge"  # exactly on, or between, the limits that are printed
    OVERLAP = "overlap"  # two levels fit
    TOP = "top"  # the highest level, whose printed limit is unclear
    PARTIAL = "partial"  # done in part
    CHANNELS = "channels"  # both channels were used
    NO_CASE = "no_case"  # nothing came in that could be settled
    OUTSIDE = "outside"  # a combination that the levels do not describe
    UNPROVEN = "unproven"  # done, but without the report that proves it
    STRAY = "stray"  # the printed level holds a sentence of another indicator
    ONE_PLACE = "one_place"  # everything is published in one place only
    NOT_A_MEDIUM = "not_a_medium"  # the required channel also stands in the list of media


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


class Wanted(Enum):
    """What a rule needs a fact to be; a value says it."""

    WORDS = TYPE_OF_WORDS
    COVERAGE = TYPE_OF_COVERAGE
    NUMBER = TYPE_OF_NUMBER
    DATE = TYPE_OF_DATE


class RulePart(Model):
    """A rule or a part of one; ``facts_used`` are its keys that name facts, and what these have to be."""

    facts_used: ClassVar[Mapping[str, Wanted]] = {}


class Markable(Protocol):
    """A part of a rule that a rubric may mark as doubtful."""

    @property
    def doubtful(self) -> bool:
        """Whether it is marked."""


class AnyRule(RulePart):
    """A rule: how facts decide a level, what a higher one needs, and what may be open or wrong there."""

    doubts: ClassVar[tuple[Doubt, ...]] = ()
    """What the rule can leave open by its nature; what a rubric marks as doubtful comes on top."""

    @abstractmethod
    def level_of(self, facts: Facts) -> Outcome:
        """Return the level that the facts give, or why there is none.

        Raises ``BlankFactError`` for a blank fact that decides.
        """

    @abstractmethod
    def needs_for(self, facts: Facts, target: int) -> Iterator[tuple[Need, ...]]:
        """Yield ways to a level that is higher than today's; whoever asks checks that they lead there."""

    @abstractmethod
    def words(self) -> Iterator[Line]:
        """Yield what a reader of the rubric is told of the rule."""

    def faults(self, indicator: Indicator, place: Place) -> Iterator[Problem]:
        """Yield what is wrong with the rule's numbers and cases; ``place`` tells where its keys stand."""
        del indicator, place
        yield from ()

    def markable(self) -> Iterator[tuple[KeyPath, Sequence[Markable], Doubt]]:
        """Yield the lists of parts that may be marked as doubtful, and the doubt that a mark raises."""
        yield from ()

    def possible_doubts(self) -> tuple[Doubt, ...]:
        """Return what the rule can leave open as the rubric gives it, marks aside."""
        return self.doubts

    def may_lower(self) -> frozenset[str]:
        """Return the facts whose better answer may lower the level by the instrument's own words."""
        return frozenset()
