"""Score recaps: their period, their respondents, and one survey result of what they say together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.period import Period
from ipak_cli.base.problem import Problem, ProblemsFoundError, Severity, Where, has_errors, problem
from ipak_cli.catalogue.recap import RECAP_ITEMS_NOT_ANSWERED
from ipak_cli.catalogue.recap_sources import (
    COUNTS_LIKE_PERCENTAGES,
    FEWER_RESPONDENTS_THAN_ANSWERS,
    RECAP_PERIOD_ASKED,
    RECAP_RESPONDENTS_FOLLOW,
    RECAP_WITHOUT_PERIOD,
    RECAPS_ALIKE,
    RECAPS_OF_SEVERAL_PERIODS,
    RESPONDENTS_CONTRADICT,
)
from ipak_cli.catalogue.survey import PERIOD_AND_RESPONDENTS, PERIOD_NOT_IN_FILE, SEVERAL_PERIODS
from ipak_cli.catalogue.usage import MORE_RESPONDENTS_THAN_VISITORS
from ipak_cli.rubric.survey import BlankRule
from ipak_cli.survey.assemble import unscored
from ipak_cli.survey.reading.recap_terms import where_lacking
from ipak_cli.survey.recap import most_answers, not_given
from ipak_cli.survey.recap_result import assemble_recap
from ipak_cli.survey.recap_sums import add_recaps
from ipak_cli.survey.result import Source, TableLayout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ipak_cli.base.message import Message
    from ipak_cli.base.period import AllDays
    from ipak_cli.jobs.read_files import RecapSource
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.assemble import ScoringContext
    from ipak_cli.survey.recap import Recap
    from ipak_cli.survey.result import SurveyResult


_HUNDRED: Final = 100


@dataclass(frozen=True, slots=True)
class AskedOfRecaps:
    """What was asked of recaps: the period, and how many respondents they have where they do not say so.

    ``lenient`` lets items be left out where the rubric does not.
    """

    period: Period | AllDays | None
    respondents: int | None
    lenient: bool = False


def score_recaps(
    recaps: Sequence[RecapSource],
    asked: AskedOfRecaps,
    facts_of: Callable[[Period], ScoringContext],
) -> SurveyResult:
    """Score recaps of different respondents as one survey; ``facts_of`` says what is known of a period.

    Raises ``ProblemsFoundError`` where they have no period, or several.
    """
    period, problems = _period(recaps, asked.period)
    facts = _of_unit(facts_of(period), recaps)
    problems += [found for each in recaps for found in each.read.problems]
    problems += _alike(recaps)
    recap = add_recaps([each.read.recap for each in recaps], facts.rubric)
    if asked.respondents is not None:
        problems += _contradictions(recaps, recap, asked, facts.rubric)
        recap = replace(recap, respondents=asked.respondents)
    elif shared := [each for each in recaps if _like_percentages(each.read.recap)]:
        problems += [problem(COUNTS_LIKE_PERCENTAGES, each.read.where) for each in shared]
    elif recap.respondents is None and facts.rubric.blank is BlankRule.ERROR and not asked.lenient:
        recap = replace(recap, respondents=_as_many(recap))
        problems += _followed(recaps, recap.respondents)
    if facts.population is not None and (recap.respondents or 0) > facts.population:
        told = {"respondents": recap.respondents, "population": facts.population}
        problems.append(problem(MORE_RESPONDENTS_THAN_VISITORS, **told))
    sources = tuple(_source(each) for each in recaps)
    if has_errors(problems):
        return unscored(facts, period, sources, tuple(problems))
    return assemble_recap(facts, period, recap, (sources, tuple(problems)))


def _of_unit(facts: ScoringContext, recaps: Sequence[RecapSource]) -> ScoringContext:
    """Take the unit that the forms name, where neither the command nor the settings say one."""
    named = {each.read.unit for each in recaps}
    return replace(facts, unit=named.pop()) if facts.unit is None and len(named) == 1 else facts


def _period(recaps: Sequence[RecapSource], asked: Period | AllDays | None) -> tuple[Period, list[Problem]]:
    """Return the period: the asked one where no recap says another, else the one that all of them say."""
    if isinstance(asked, Period):
        others = [each for each in recaps if each.read.period not in (None, asked)]
        if others:
            raise ProblemsFoundError(
                problem(PERIOD_NOT_IN_FILE, each.read.where, period=asked, periods=(_said(each),))
                for each in others
            )
        silent = [each for each in recaps if each.read.period is None]
        return asked, [problem(RECAP_PERIOD_ASKED, each.read.where, period=asked) for each in silent]
    named = [each for each in recaps if each.read.period is not None]
    found = {each.read.period for each in named if each.read.period is not None}
    faults = [problem(RECAP_WITHOUT_PERIOD, each.read.where) for each in recaps if each.read.period is None]
    if len(found) > 1:
        faults += [_of_several_periods(each, first=min(found)) for each in named]
    if faults:
        known = [told for each in recaps for told in each.read.problems]
        raise ProblemsFoundError([*faults, *known])
    return found.pop(), []


def _of_several_periods(each: RecapSource, *, first: Period) -> Problem:
    """Return that a recap is of another period than those beside it."""
    found = problem(SEVERAL_PERIODS, each.read.where, periods=(_said(each),), period=first)
    return replace(found, other_advice=RECAPS_OF_SEVERAL_PERIODS())


def _said(each: RecapSource) -> Message | str:
    period, respondents = each.read.period, each.read.recap.respondents
    if respondents is None:
        return str(period)
    return PERIOD_AND_RESPONDENTS(period=period, respondents=respondents)


def _alike(recaps: Sequence[RecapSource]) -> Iterator[Problem]:
    for number, each in enumerate(recaps):
        for other in recaps[:number]:
            if each.read.recap == other.read.recap:
                yield problem(RECAPS_ALIKE, each.read.where, other=other.workbook.file)
                break


def _contradictions(
    recaps: Sequence[RecapSource], recap: Recap, said: AskedOfRecaps, rubric: SurveyRubric
) -> Iterator[Problem]:
    """Yield what cannot be true where so many people answered."""
    where, asked = recaps[0].read.where, said.respondents or 0
    if recap.respondents not in (None, asked):
        yield problem(RESPONDENTS_CONTRADICT, where, said=recap.respondents, asked=asked)
        return
    answers = [(code, item.n, asked) for code, item in recap.items.items()]
    totals = recap.totals.items()
    answers += [(code, sum(counts.values()), most_answers(code, asked, rubric)) for code, counts in totals]
    for code, given, most in answers:
        if given > most:
            told = {"what": code or "Survei", "answers": given, "asked": asked, "most": most}
            yield problem(FEWER_RESPONDENTS_THAN_ANSWERS, where, **told)
    # What one file lacks was told as it was read; it was not told there of several.
    if len(recaps) > 1 and rubric.blank is BlankRule.ERROR and (gaps := not_given(recap, asked, rubric)):
        lacking = where_lacking(gaps, items=bool(recap.items))
        told = {"count": sum(gaps.values()), "respondents": asked, "where": lacking}
        found = problem(RECAP_ITEMS_NOT_ANSWERED, Where(), **told)
        yield replace(found, severity=Severity.WARNING) if said.lenient else found


def _like_percentages(recap: Recap) -> bool:
    """Tell counts that add up to a hundred in every item, where nothing says how many people answered."""
    numbers = {item.n for item in recap.items.values() if item.counts is not None}
    return recap.respondents is None and numbers == {_HUNDRED}


def _as_many(recap: Recap) -> int | None:
    """Return how many people answered, where nobody may leave an item out: all items say the same."""
    numbers = {item.n for item in recap.items.values()}
    return numbers.pop() if len(numbers) == 1 else None


def _followed(recaps: Sequence[RecapSource], respondents: int | None) -> Iterator[Problem]:
    """Yield of every recap without respondents that their number follows from its answers."""
    for each in recaps if respondents is not None else ():
        if each.read.recap.respondents is None:
            n = next(item.n for item in each.read.recap.items.values())
            yield problem(RECAP_RESPONDENTS_FOLLOW, each.read.where, n=n)


def _source(each: RecapSource) -> Source:
    return Source(
        name=each.workbook.file,
        sha256=each.workbook.sha256,
        sheet=each.read.where.sheet,
        rows=each.read.rows,
        layout=TableLayout.RECAP,
        recap=each.read.recap.shape,
    )
