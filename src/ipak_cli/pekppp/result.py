"""The result of a self-assessment: the one value from which every document, view and report is made.

Field names are the keys of ``pekppp.json``; figures are exact fractions or say why they are not scored.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import grouped_int
from ipak_cli.catalogue.pekppp import USERS_ANSWERS, USERS_ANSWERS_OF_FORM

if TYPE_CHECKING:
    from fractions import Fraction

    from ipak_cli.base.figures import Figure
    from ipak_cli.base.message import Message
    from ipak_cli.base.problem import Problem
    from ipak_cli.base.provenance import PeriodRef, RubricRef, Tool

SCHEMA: Final = "ipak/pekppp/2"


class Status(StrEnum):
    """Where an indicator's level comes from: its facts, the assessor's claim, or nowhere."""

    DERIVED = "derived"
    CLAIMED = "claimed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class WorkbookSource:
    """An input file: its name, content and sheets."""

    name: str
    sha256: str
    sheets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """An evidence file that exists: its path as written, its digest and its size in bytes."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an indicator names as evidence: each name stands in one list of the others.

    ``empty`` files hold nothing; ``refused`` names lead outside, to no file, or to one that cannot be read;
    links are listed, never opened. Names that nobody looked for stand in none.
    """

    named: tuple[str, ...] = ()
    found: tuple[EvidenceFile, ...] = ()
    empty: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Next:
    """The next level that can be reached, what is missing for it, and how much F-02 would gain."""

    level: int
    needs: tuple[Message, ...]
    gain: Fraction


@dataclass(frozen=True, slots=True)
class IndicatorResult:
    """One indicator: ``level`` is what counts, ``derived`` what the facts give, ``claimed`` what was written.

    ``weight`` is the indicator's share of F-02 in percent. ``contradictions`` say which of its facts
    contradict others.
    """

    no: int
    code: str
    title: str
    aspect: str
    principle: str
    weight: Fraction
    claimed: int | None
    derived: int | None
    level: int | None
    status: Status
    reason: Message
    ambiguity: Message | None
    contradictions: tuple[Message, ...]
    next: Next | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class AspectResult:
    """An aspect: its weight in percent and the weighted mean of its levels, 0 to 5."""

    code: str
    name: str
    weight: Fraction
    index: Figure


@dataclass(frozen=True, slots=True)
class PrincipleResult:
    """A principle: its indicators and the mean of their levels, weighted by their share of F-02."""

    code: str
    name: str
    indicators: tuple[int, ...]
    index: Figure


@dataclass(frozen=True, slots=True)
class CategoryRef:
    """The category of F-02, or of IPP where F-03 is known; ``of`` says which."""

    code: str
    name: str
    of: str


@dataclass(frozen=True, slots=True)
class UsersAnswers:
    """The file that F-03 was counted from: which form of how many questions, respondents and answers.

    ``form`` is the form's letter where the number of questions tells it; ``columns`` are the questions'.
    """

    source: WorkbookSource
    form: str | None
    columns: tuple[str, ...]
    questions: int
    respondents: int
    answers: int

    @property
    def told(self) -> Message:
        """What was counted."""
        counts = {
            "questions": grouped_int(self.questions),
            "respondents": grouped_int(self.respondents),
            "answers": grouped_int(self.answers),
        }
        return USERS_ANSWERS_OF_FORM(form=self.form, **counts) if self.form else USERS_ANSWERS(**counts)


@dataclass(frozen=True, slots=True)
class PekpppResult:
    """Everything that is known of a self-assessment.

    ``f02`` is an estimate as long as no evaluator confirmed it; ``ipp`` needs ``f03``, and ``users`` says
    what that was counted from, if from a file. ``answered`` counts the indicators that have a level.
    """

    schema: str
    tool: Tool
    rubric: RubricRef
    unit: str | None
    period: PeriodRef
    sources: tuple[WorkbookSource, ...]
    indicators: tuple[IndicatorResult, ...]
    aspects: tuple[AspectResult, ...]
    principles: tuple[PrincipleResult, ...]
    f02: Figure
    f03: Figure
    users: UsersAnswers | None
    ipp: Figure
    category: CategoryRef | None
    answered: int
    complete: bool
    problems: tuple[Problem, ...] = ()
