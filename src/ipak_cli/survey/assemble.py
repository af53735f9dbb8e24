"""The survey result put together from a tally and what is known besides it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, worst_first
from ipak_cli.base.provenance import Decisions, RubricRef, period_of
from ipak_cli.base.timezones import JAKARTA
from ipak_cli.catalogue.survey import INPUT_FAULTY
from ipak_cli.survey import result as r
from ipak_cli.survey.group_findings import with_findings
from ipak_cli.survey.groups import break_down
from ipak_cli.survey.own_index import written_own
from ipak_cli.survey.period import answer_days
from ipak_cli.survey.quality import RowCounts, look
from ipak_cli.survey.sample import judge_sample
from ipak_cli.survey.scores import Scores, score_counts
from ipak_cli.survey.suggestion_result import Suggestions
from ipak_cli.survey.tally import Counts, StoredTally, Tally, values_of
from ipak_cli.survey.zi_scores import score_zi

if TYPE_CHECKING:
    from ipak_cli.base.period import Period
    from ipak_cli.base.provenance import Tool
    from ipak_cli.rubric.survey import SurveyRubric


BAD_INPUT: Final = INPUT_FAULTY()
"""Why nothing is scored while the input has errors."""


@dataclass(frozen=True, slots=True)
class ScoringContext:
    """What scoring takes from outside the answers; names of the ``staff`` are not shown.

    ``figures_only`` leaves out what is said of groups and of suggestions, which is half of the work.
    """

    rubric: SurveyRubric
    digest: str
    tool: Tool
    unit: str | None = None
    population: int | None = None
    performance: str | None = None
    timezone: str = JAKARTA.name
    staff: tuple[str, ...] = ()
    figures_only: bool = False


def assemble(
    facts: ScoringContext,
    period: Period | None,
    tally: Tally,
    rows: RowCounts,
    read: tuple[tuple[r.Source, ...], tuple[Problem, ...]],
) -> r.SurveyResult:
    """Score a tally; ``read`` are the sources and the problems of reading them."""
    total, rubric = tally.total, facts.rubric
    answers = sum(map(sum, total.answers))
    return replace(
        scored_result(facts, period, score_counts(total, rubric), read),
        respondents=total.respondents,
        answers=answers,
        missing=total.respondents * len(rubric.items) - answers,
        sample=judge_sample(rubric.sample, total.respondents, facts.population),
        breakdowns=()
        if facts.figures_only
        else with_findings(break_down(tally.groups, tally.crossed, rubric), tally, rubric),
        quality=look(tally, rows, rubric),
        tally=kept_of(tally, rubric),
        answer_days=answer_days(tally, rubric.smallest_group),
    )


def kept_of(tally: Tally, rubric: SurveyRubric) -> StoredTally:
    """Return what a document keeps of a tally: nothing of groups.

    Of an index that fewer respondents answered wholly than a group must have, no values of single ones.
    """
    products = {index.code: tally.products[index.code] for index in rubric.indices}
    told = {
        code: counts for code, counts in tally.own.items() if sum(counts.values()) >= rubric.smallest_group
    }
    return StoredTally(tally.total, products, written_own(told))


def unscored(
    facts: ScoringContext,
    period: Period | None,
    sources: tuple[r.Source, ...],
    problems: tuple[Problem, ...],
) -> r.SurveyResult:
    """Return the result of input with errors: every problem, and no figure."""
    scale = facts.rubric.scale
    nothing = Counts(0, tuple((0,) * len(values_of(item, scale)) for item in facts.rubric.items))
    scores = score_counts(nothing, facts.rubric, BAD_INPUT)
    return scored_result(facts, period, scores, (sources, problems))


def scored_result(
    facts: ScoringContext,
    period: Period | None,
    scores: Scores,
    read: tuple[tuple[r.Source, ...], tuple[Problem, ...]],
) -> r.SurveyResult:
    """Return the result that has these figures alone, as of respondents whose number is not known."""
    rubric = facts.rubric
    points = {code: index.points for code, index in scores.indices.items()}
    return r.SurveyResult(
        schema=r.SCHEMA,
        tool=facts.tool,
        rubric=RubricRef(rubric.id, rubric.version, facts.digest),
        unit=facts.unit,
        period=period_of(period),
        timezone=facts.timezone,
        sources=read[0],
        decisions=Decisions(),
        respondents=None,
        population=facts.population,
        answers=None,
        missing=None,
        items=scores.items,
        indices=scores.indices,
        combined=scores.combined,
        distribution=scores.distribution,
        zi=score_zi(rubric.zi, points, facts.performance) if rubric.zi else None,
        sample=judge_sample(rubric.sample, None, facts.population),
        breakdowns=(),
        quality=(),
        suggestions=Suggestions(),
        tally=None,
        problems=worst_first(read[1]),
    )
