"""A recap as somebody types it, value by value: what is known, what is still to be asked, what cannot be."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.catalogue.typed_recap import (
    ALL_ITEMS,
    EACH_ITEM,
    MORE_TYPED_THAN_RESPONDENTS,
    THE_PERIOD,
    THE_RESPONDENTS,
    THE_SHAPE,
    TYPED_SHAPES_MIXED,
    TYPED_TWICE,
)
from ipak_cli.survey.recap import RecapShape
from ipak_cli.survey.typed_values import read_counts, read_mean, read_period, read_shape, read_sum, read_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.base.message import Message
    from ipak_cli.base.period import Period
    from ipak_cli.base.printed import Printed
    from ipak_cli.rubric.survey import SurveyRubric

FIGURE_OPTIONS: Final = MappingProxyType(
    {
        RecapShape.COUNTS: "--counts",
        RecapShape.SUMS: "--sum",
        RecapShape.MEANS: "--mean",
        RecapShape.TOTALS: "--stars",
    }
)
"""The option that gives the figures of each shape."""
NUMBER_OPTION: Final = "--n"
OF_NUMBERS: Final = (RecapShape.SUMS, RecapShape.MEANS)
"""The shapes that say nothing without the number of answers."""
ALL: Final = ""
"""Stands for all items together, among the codes of indices."""
_ALL_WORD: Final = "semua"
_PERIOD_WORDS: Final = frozenset({"periode", "triwulan"})
_RESPONDENT_WORDS: Final = frozenset({"responden", "respondents"})


class Topic(StrEnum):
    """What is typed: of the recap as a whole, or of an item or an index."""

    PERIOD = "period"
    RESPONDENTS = "respondents"
    SHAPE = "shape"
    N = "n"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be typed next; ``code`` is that of the item or index."""

    topic: Topic
    code: str = ALL


@dataclass(frozen=True, slots=True)
class TypedRecap:
    """What was typed so far of a recap of a rubric.

    ``numbers`` are how many answers each item has, ``figures`` its counts from the lowest value on, its sum
    or its printed mean, or the counts of an index. ``waiting`` are figures as options give
    them, of items whose number of answers is still to be typed. ``passed`` are the questions left open.
    """

    rubric: SurveyRubric
    period: Period | None = None
    respondents: int | None = None
    shape: RecapShape | None = None
    numbers: Mapping[str, int] = field(default_factory=dict)
    figures: Mapping[str, tuple[int, ...] | int | Printed] = field(default_factory=dict)
    waiting: Mapping[str, str] = field(default_factory=dict)
    passed: frozenset[Question] = frozenset()

    @property
    def codes(self) -> tuple[str, ...]:
        """What figures are typed of: items, or indices and then all items together."""
        if self.shape is RecapShape.TOTALS:
            return (*(index.code for index in self.rubric.indices), ALL)
        return tuple(item.code for item in self.rubric.items)

    def known(self, question: Question) -> bool:
        """Tell whether a question is answered."""
        match question.topic:
            case Topic.PERIOD:
                return self.period is not None
            case Topic.RESPONDENTS:
                return self.respondents is not None
            case Topic.SHAPE:
                return self.shape is not None
            case Topic.N:
                return question.code in self.numbers
            case Topic.FIGURE:
                return question.code in self.figures

    def may_pass(self, question: Question) -> bool:
        """Tell whether a question may stay open: a number of respondents, and an index beside another."""
        if self.shape is RecapShape.TOTALS and question.topic is Topic.FIGURE:
            return question.code != ALL or bool(self.figures)
        return question.topic is Topic.RESPONDENTS

    def passing(self, question: Question) -> TypedRecap:
        """Leave a question open."""
        return replace(self, passed=self.passed | {question})

    def forgetting(self, name: str) -> TypedRecap | None:
        """Ask again what was typed of an item or index, ``periode``, ``responden``; ``None`` for no such."""
        wanted = name.strip().casefold()
        if wanted in _PERIOD_WORDS:
            return replace(self, period=None)
        if wanted in _RESPONDENT_WORDS:
            return replace(self, respondents=None, passed=self.passed - {Question(Topic.RESPONDENTS)})
        named = {code.casefold() or _ALL_WORD: code for code in self.codes}
        if wanted not in named:
            return None
        code = named[wanted]
        return replace(
            self,
            numbers={each: number for each, number in self.numbers.items() if each != code},
            figures={each: figure for each, figure in self.figures.items() if each != code},
            passed=self.passed - {Question(Topic.FIGURE, code)},
        )

    def saying(self, question: Question, text: str) -> TypedRecap:
        """Take what was typed for a question; raises ``ProblemsFoundError`` for what cannot be."""
        what = self.name_of(question)
        if self.known(question):
            raise ProblemsFoundError([problem(TYPED_TWICE, what=what)])
        match question.topic:
            case Topic.PERIOD:
                return replace(self, period=read_period(text, what))
            case Topic.RESPONDENTS:
                return self._of_people(read_whole(text, what, least=1))
            case Topic.SHAPE:
                return self._of_shape(read_shape(text, what))
            case Topic.N:
                given = read_whole(text, what, least=1)
                _must_have_answered(given, 1, self.respondents, what)
                return replace(self, numbers={**self.numbers, question.code: given})
            case Topic.FIGURE:
                return replace(self, figures={**self.figures, question.code: self._figure(question, text)})

    def name_of(self, question: Question) -> str | Message:
        """Return what a question is about, for a sentence."""
        if question.code:
            return question.code
        if question.topic is Topic.N:
            return EACH_ITEM()
        named = {Topic.PERIOD: THE_PERIOD, Topic.RESPONDENTS: THE_RESPONDENTS, Topic.SHAPE: THE_SHAPE}
        return named.get(question.topic, ALL_ITEMS)()

    def no_longer_waiting(self, code: str) -> TypedRecap:
        """Take the figure of an item out of those that wait."""
        return replace(self, waiting={each: text for each, text in self.waiting.items() if each != code})

    def _of_shape(self, shape: RecapShape) -> TypedRecap:
        """Take the shape; numbers of answers that were typed before belong to sums and means alone."""
        if self.numbers and shape not in OF_NUMBERS:
            options = (NUMBER_OPTION, FIGURE_OPTIONS[shape])
            raise ProblemsFoundError([problem(TYPED_SHAPES_MIXED, options=options)])
        return replace(self, shape=shape)

    def _of_people(self, respondents: int) -> TypedRecap:
        """Take the number of respondents; what was typed before it must be of no more."""
        for code, number in self.numbers.items():
            _must_have_answered(number, 1, respondents, code)
        for code, figure in self.figures.items():
            if isinstance(figure, tuple):
                _must_have_answered(sum(figure), self._items_of(code), respondents, code or ALL_ITEMS())
        return replace(self, respondents=respondents)

    def _figure(self, question: Question, text: str) -> tuple[int, ...] | int | Printed:
        what, scale = self.name_of(question), self.rubric.scale
        if self.shape is RecapShape.SUMS:
            return read_sum(text, self.numbers[question.code], scale, what)
        if self.shape is RecapShape.MEANS:
            return read_mean(text, self.numbers[question.code], scale, what)
        counts = read_counts(text, scale, what)
        _must_have_answered(sum(counts), self._items_of(question.code), self.respondents, what)
        return counts

    def _items_of(self, code: str) -> int:
        """Return how many items a figure is of."""
        if self.shape is not RecapShape.TOTALS:
            return 1
        if code == ALL:
            return len(self.rubric.items)
        return next(len(index.items) for index in self.rubric.indices if index.code == code)


def _must_have_answered(answers: int, items: int, respondents: int | None, what: str | Message) -> None:
    """Raise ``ProblemsFoundError`` for more answers than so many people can give to so many items."""
    if respondents is not None and answers > respondents * items:
        told = {"answers": answers, "most": respondents * items, "respondents": respondents}
        raise ProblemsFoundError([problem(MORE_TYPED_THAN_RESPONDENTS, what=what, **told)])


def questions(said: TypedRecap) -> Iterator[Question]:
    """Yield what is still to be typed, in the order in which it is asked; more may follow from the shape."""
    asked = [Question(Topic.PERIOD), Question(Topic.RESPONDENTS), Question(Topic.SHAPE)]
    if said.shape is not None:
        counted = said.shape in OF_NUMBERS
        for code in said.codes:
            asked += [Question(Topic.N, code)] if counted else []
            asked += [Question(Topic.FIGURE, code)]
    for question in asked:
        if not said.known(question) and question not in said.passed and not _is_covered(said, question):
            yield question


def _is_covered(said: TypedRecap, question: Question) -> bool:
    """Tell whether the sum over all items follows from what indices have."""
    of_all = question == Question(Topic.FIGURE, ALL)
    return of_all and said.shape is RecapShape.TOTALS and bool(said.figures)
