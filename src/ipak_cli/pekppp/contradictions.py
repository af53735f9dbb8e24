"""Answers that are probably wrong: they contradict each other by the rubric, or name an unlikely day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import InFull, Message
from ipak_cli.base.period import indonesian_date
from ipak_cli.base.problem import problem
from ipak_cli.catalogue.pekppp import (
    ANSWER_GIVEN,
    ANSWER_GIVEN_IN,
    ANSWERS_GIVEN,
    ANSWERS_GIVEN_IN,
    CONTRADICTION,
    DATE_IN_FUTURE,
    DATE_LONG_PAST,
    DATES_REVERSED,
    FACTS_CONTRADICT,
)
from ipak_cli.rubric.pekppp import Enough
from ipak_cli.rubric.rules.elapsed import Elapsed, add_months

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ipak_cli.base.period import Period
    from ipak_cli.base.problem import Problem, Where
    from ipak_cli.pekppp.answers import Assessment
    from ipak_cli.rubric.pekppp import PekpppRubric, Saying
    from ipak_cli.rubric.rules.interface import Answer


_LONG_AGO: Final = -24
"""Months."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer to a fact of the indicator ``no``, and its cell, as far as it is known."""

    no: int
    fact: str
    answer: Answer
    where: Where

    def follows(self, before: Answered) -> bool:
        """Tell whether this is the fact after another one of the indicator, with the same answer."""
        neighbours = int(self.fact[-2:]) == int(before.fact[-2:]) + 1
        return neighbours and (self.no, self.answer) == (before.no, before.answer)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Answers of which any one rules out each of the others, and why."""

    first: tuple[Answered, ...]
    second: tuple[Answered, ...]
    text: str

    @property
    def indicators(self) -> frozenset[int]:
        """The indicators whose facts take part."""
        return frozenset(each.no for each in (*self.first, *self.second))

    @property
    def told(self) -> Message:
        """Both sides by their facts, without cells."""
        first, second = _given(self.first, cells=False), _given(self.second, cells=False)
        return CONTRADICTION(first=first, second=second, text=InFull(self.text))

    @property
    def warning(self) -> Problem:
        """Both sides by their facts and cells, at the first one's."""
        first, second = _given(self.first, cells=True), _given(self.second, cells=True)
        where = self.first[0].where
        return problem(FACTS_CONTRADICT, where, first=first, second=second, text=InFull(self.text))


def contradictions_of(rubric: PekpppRubric, assessment: Assessment) -> tuple[Contradiction, ...]:
    """Return what contradicts each other in an assessment, in the rubric's order."""
    given = {
        fact: Answered(no, fact, answer, row.facts[fact].where)
        for no, row in assessment.indicators.items()
        for fact, answer in row.answers.items()
    }
    return tuple(
        Contradiction(first, second, implication.text)
        for implication in rubric.implications
        if (first := tuple(_saying(implication.when, given, so=True)))
        if (second := tuple(_saying(implication.then, given, so=False)))
        if implication.enough is Enough.ALL or len(second) == len(implication.then.facts)
    )


def _saying(saying: Saying, given: Mapping[str, Answered], *, so: bool) -> Iterator[Answered]:
    """Yield the answered facts that say it, or those that say something else."""
    for fact in saying.facts:
        if fact in given and _holds(saying, given[fact].answer) == so:
            yield given[fact]


def _holds(saying: Saying, answer: Answer) -> bool:
    if saying.answered is not None:
        return saying.answered
    if not isinstance(answer, int):
        return answer in saying.answers
    enough = saying.minimum is None or answer >= saying.minimum
    return enough and (saying.maximum is None or answer <= saying.maximum)


def _given(side: Iterable[Answered], *, cells: bool) -> tuple[Message, ...]:
    """Name facts with their answers, neighbours with the same answer by their ends."""
    runs: list[list[Answered]] = []
    for each in side:
        if runs and each.follows(runs[-1][-1]):
            runs[-1].append(each)
        else:
            runs.append([each])
    return tuple(_run(run, cells=cells) for run in runs)


def _run(run: Sequence[Answered], *, cells: bool) -> Message:
    answer = run[0].answer
    said = {"no": run[0].no, "answer": indonesian_date(answer) if isinstance(answer, date) else answer}
    known = list(dict.fromkeys(each.where.cell for each in run if each.where.cell)) if cells else []
    places = {"cells": InFull(", ".join(known))} if known else {}
    if len(run) == 1:
        return (ANSWER_GIVEN_IN if known else ANSWER_GIVEN)(fact=run[0].fact, **said, **places)
    phrase = ANSWERS_GIVEN_IN if known else ANSWERS_GIVEN
    return phrase(first=run[0].fact, last=run[-1].fact, **said, **places)


def odd_dates(assessment: Assessment, period: Period | None, today: date | None) -> Iterator[Problem]:
    """Yield a question for each date after today, and for each more than two years before the period's end.

    Without a period the two years end today. What is not known is not compared with.
    """
    ends = [day for day in (period and period.end, today) if day]
    for no, row in assessment.indicators.items():
        for fact, answer in row.answers.items():
            if not isinstance(answer, date):
                continue
            shown = {"no": no, "fact": fact, "day": indonesian_date(answer)}
            where = row.facts[fact].where
            if today and answer > today:
                yield problem(DATE_IN_FUTURE, where, **shown)
            elif ends and answer < add_months(min(ends), _LONG_AGO):
                yield problem(DATE_LONG_PAST, where, **shown, end=indonesian_date(min(ends)))


def reversed_dates(rubric: PekpppRubric, assessment: Assessment) -> Iterator[Problem]:
    """Yield a question for each indicator whose last date is before its first, whatever its level."""
    for indicator in rubric.indicators:
        rule, row = indicator.rule, assessment.indicators.get(indicator.no)
        if row is None or not isinstance(rule, Elapsed):
            continue
        start, end = row.answers.get(rule.start), row.answers.get(rule.end)
        if isinstance(start, date) and isinstance(end, date) and end < start:
            days = {"start": indonesian_date(start), "end": indonesian_date(end)}
            facts = {"earlier": rule.start, "later": rule.end}
            yield problem(DATES_REVERSED, row.facts[rule.end].where, no=indicator.no, **facts, **days)
