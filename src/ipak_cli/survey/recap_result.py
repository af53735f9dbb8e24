"""The survey result put together from a recap: what follows from it, and why the rest does not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipak_cli.base.figures import NotScored
from ipak_cli.base.provenance import AnswerDays
from ipak_cli.catalogue.survey import RECAP_WITHOUT_ANSWERS, RECAP_WITHOUT_DAYS
from ipak_cli.survey.assemble import ScoringContext, scored_result
from ipak_cli.survey.quality import look_at_recap
from ipak_cli.survey.recap_scores import answers_of, missing_of, respondents_of, score_recap
from ipak_cli.survey.result import Breakdown, Source, SurveyResult
from ipak_cli.survey.sample import judge_sample

if TYPE_CHECKING:
    from ipak_cli.base.period import Period
    from ipak_cli.base.problem import Problem
    from ipak_cli.survey.recap import Recap


def assemble_recap(
    facts: ScoringContext,
    period: Period | None,
    recap: Recap,
    read: tuple[tuple[Source, ...], tuple[Problem, ...]],
) -> SurveyResult:
    """Score a recap; ``read`` are its sources, which name its shape, and the problems of reading them.

    Raises ``ValueError`` for a recap of more answers than its respondents can have given.
    """
    rubric, reason = facts.rubric, RECAP_WITHOUT_ANSWERS()
    scores = score_recap(recap, rubric)
    missing = missing_of(recap, rubric)
    gaps = (missing, *(item.missing for item in scores.items))
    if any(not isinstance(gap, NotScored) and gap < 0 for gap in gaps):
        raise ValueError("more answers than the respondents can have given")
    return replace(
        scored_result(facts, period, scores, read),
        respondents=respondents_of(recap),
        answers=answers_of(recap, rubric),
        missing=missing,
        sample=judge_sample(rubric.sample, respondents_of(recap), facts.population),
        breakdowns=tuple(
            Breakdown(profile.code, profile.name, (), None, 0, 0, 0, reason) for profile in rubric.profiles
        ),
        quality=look_at_recap(scores.distribution, rubric),
        suggestions=NotScored(reason),
        answer_days=AnswerDays(None, None, RECAP_WITHOUT_DAYS()),
    )
