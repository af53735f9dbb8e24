"""What every rule of the closed set is: the data of a rubric, and all that the program asks of a rule."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Annotated, ClassVar, Protocol, TypeAlias

from pydantic import Field

from ipak_cli.base.message import Message
from ipak_cli.catalogue.phrases_rubric import TYPE_OF_COVERAGE, TYPE_OF_DATE, TYPE_OF_NUMBER, TYPE_OF_WORDS
from ipak_cli.rubric.types import FACT_ID, Model, Whole

if TYPE_CHECKING:
    from ipak_cli.base.problem import Problem
    from ipak_cli.rubric.lint_names import Place
    from ipak_cli.rubric.pekppp import Indicator
    from ipak_cli.rubric.rules.outcome import Facts, Need, Outcome

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
