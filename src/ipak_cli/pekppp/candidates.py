"""From an assessment to what a plan can choose from: each indicator's higher levels, their cost and needs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipak_cli.pekppp.plan import Candidate, Option
from ipak_cli.pekppp.result import IndicatorResult, Status
from ipak_cli.pekppp.rules.needs import Step, climb, steps_up
from ipak_cli.rubric.pekppp import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.pekppp.answers import Assessment, IndicatorAnswers
    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.rubric.pekppp import Indicator, PekpppRubric


def candidates_of(
    rubric: PekpppRubric, assessment: Assessment, result: PekpppResult
) -> tuple[Candidate, ...]:
    """Return every indicator that has a level, with its ways up.

    A step costs what the assessor gave for one level, times the levels; else one for each fact that has to
    change. Of an indicator that is only claimed, the facts are not known: each level costs one.
    """
    by_number = {each.no: each for each in result.indicators}
    return tuple(
        Candidate(
            no=indicator.no,
            code=indicator.code,
            title=indicator.title,
            level=found.level,
            share=rubric.share_of(indicator),
            options=tuple(_options(indicator, assessment.indicators[indicator.no], found)),
        )
        for indicator in rubric.indicators
        if (found := by_number[indicator.no]).level is not None
    )


def _options(indicator: Indicator, given: IndicatorAnswers, found: IndicatorResult) -> Iterator[Option]:
    today = found.level
    if given.fixed or today is None:
        return
    if found.status is Status.CLAIMED:
        cost = 1 if given.cost is None else given.cost
        claims = [Option(level, cost, (indicator.levels[level],)) for level in LEVELS[today + 1 :]]
        for n, claim in enumerate(claims, start=1):
            yield Option(claim.level, cost * n, claim.needs, tuple(claims[:n]) if n > 1 else ())
        return
    for goal in steps_up(indicator, given.answers):
        parts = climb(indicator, given.answers, goal)
        stages = tuple(
            _option(part, part.level - begin, given)
            for begin, part in zip((today, *(part.level for part in parts)), parts, strict=False)
        )
        yield replace(_option(goal, goal.level - today, given), stages=stages if len(parts) > 1 else ())


def _option(step: Step, levels: int, given: IndicatorAnswers) -> Option:
    needs = tuple(need.text for need in step.needs)
    return Option(step.level, step.cost if given.cost is None else given.cost * levels, needs)
