"""Score response exports and recaps: files in, one survey result out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from ipak_cli.base.period import AllDays, Period, PeriodKind
from ipak_cli.base.problem import ProblemsFoundError, has_errors
from ipak_cli.base.provenance import DecidedFile, Decisions
from ipak_cli.base.timezones import JAKARTA
from ipak_cli.jobs.read_files import read_files
from ipak_cli.jobs.read_survey import Reading
from ipak_cli.jobs.score_answers import AskedOfAnswers, score_answers
from ipak_cli.rubric import SURVEY_RUBRIC
from ipak_cli.rubric.load import load_rubric
from ipak_cli.rubric.own_form import OwnForm, asked_of
from ipak_cli.survey.assemble import ScoringContext, unscored
from ipak_cli.survey.period import PeriodSplit
from ipak_cli.survey.reading.recap_read import RecapFaultyError
from ipak_cli.survey.recap import RecapShape

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ipak_cli.base.provenance import Tool
    from ipak_cli.jobs.read_files import RecapSource
    from ipak_cli.rubric.load import LoadedRubric
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.reading.answer_rows import ScoredAnswers
    from ipak_cli.survey.reading.date_order import DateOrder
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.tables.workbook import Workbook
    from ipak_cli.workspace.config import Config
    from ipak_cli.workspace.layout import Destination


@dataclass(frozen=True, slots=True)
class ScoreRequest:
    """What ``ipak score`` was asked: files, opened or by their paths, and what they cannot say themselves.

    ``names`` are what the decisions call the files, where not by their own; ``hear`` is told their answers.
    ``respondents`` is how many people a recap is of, where it does not say so.
    """

    files: tuple[Workbook | Path, ...]
    period: Period | AllDays | None = None
    unit: str | None = None
    population: int | None = None
    performance: str | None = None
    sheet: str | None = None
    date_order: DateOrder | None = None
    lenient: bool = False
    names: tuple[str, ...] = ()
    hear: Callable[[ScoredAnswers], None] | None = None
    respondents: int | None = None


def score(
    request: ScoreRequest,
    loaded: LoadedRubric[SurveyRubric],
    tool: Tool,
    settings: Config | None = None,
    form: OwnForm | None = None,
) -> SurveyResult:
    """Score the files as one survey; what was not asked comes from the settings.

    ``form`` is the rubric as the office's form asks it, where the settings say something of that.
    The result of files with errors has every problem and no figure: each says that it is not scored.
    """
    form = form or OwnForm(
        loaded.rubric, asked_of(loaded.rubric) if loaded.rubric.has_means else loaded.rubric
    )
    zone = settings.zone if settings else JAKARTA
    said = request.unit, request.population, request.performance
    facts = ScoringContext(form.rubric, loaded.digest, tool, *said, timezone=zone.name)
    split = PeriodSplit.for_asked(request.period, settings.period_kind if settings else PeriodKind.QUARTER)
    reading = Reading(
        form,
        request.sheet,
        request.date_order,
        request.lenient,
        zone,
        split,
        keeps_answers=request.hear is not None,
        period=request.period if isinstance(request.period, Period) else None,
        # Of several recaps it is the number of all together.
        respondents=request.respondents if len(request.files) == 1 else None,
    )
    facts_of = partial(_completed, facts, settings)
    try:
        files = read_files(request.files, reading)
        if files.recaps:
            result = _score_recaps(files.recaps, request, facts_of)
        else:
            asked = AskedOfAnswers(request.period, split, request.hear, request.respondents)
            result = score_answers(files.answers, asked, facts_of)
    except ProblemsFoundError as stop:
        named = stop.period if isinstance(stop, RecapFaultyError) else None
        period = request.period if isinstance(request.period, Period) else named
        return unscored(facts_of(period), period, (), stop.problems)
    return replace(result, decisions=_decisions(request, result, form))


def _score_recaps(
    recaps: tuple[RecapSource, ...],
    request: ScoreRequest,
    facts_of: Callable[[Period | None], ScoringContext],
) -> SurveyResult:
    from ipak_cli.jobs.score_recaps import AskedOfRecaps, score_recaps  # noqa: PLC0415 (few files are so)

    result = score_recaps(recaps, AskedOfRecaps(request.period, request.respondents), facts_of)
    if request.hear is not None and not has_errors(result.problems):
        from ipak_cli.survey.reading.answer_rows import ScoredAnswers  # noqa: PLC0415 (as above)

        counted = result.recap is RecapShape.COUNTS and isinstance(result.respondents, int)
        request.hear(ScoredAnswers(facts_of(None).rubric, None, result.least_respondents, counted))
    return result


def files_by_period(
    request: ScoreRequest,
    loaded: LoadedRubric[SurveyRubric],
    tool: Tool,
    settings: Config | None = None,
    form: OwnForm | None = None,
) -> tuple[tuple[int, ...], ...]:
    """Return the places of the files that share a period, where each has one period alone.

    Nothing where a file has none, or several, or faults.
    """
    found: dict[str, tuple[int, ...]] = {}
    for place, file in enumerate(request.files):
        one = replace(request, files=(file,), names=(), hear=None, respondents=None)
        alone = score(one, loaded, tool, settings, form)
        if has_errors(alone.problems) or alone.period.name is None:
            return ()
        found[alone.period.name] = (*found.get(alone.period.name, ()), place)
    return tuple(found.values())


def _decisions(request: ScoreRequest, result: SurveyResult, form: OwnForm) -> Decisions:
    """Return how a result was made, for whoever makes it again."""
    names = request.names or tuple(source.name for source in result.sources)
    files = zip(names, result.sources, strict=True)
    return Decisions(
        files=tuple(DecidedFile(name, source.sha256) for name, source in files),
        period=None if request.period is None else str(request.period),
        lenient=request.lenient,
        sheet=request.sheet,
        date_order=None if request.date_order is None else request.date_order.value,
        columns=form.heads.written,
        answers=form.answers,
        respondents=request.respondents,
    )


def _completed(facts: ScoringContext, settings: Config | None, period: Period | None) -> ScoringContext:
    """Fill what the request left open from the settings: the period's where they depend on it."""
    if settings is None:
        return facts
    said = settings.of(period)
    return replace(
        facts,
        unit=facts.unit or (settings.unit.name if settings.unit else None),
        population=said.population if facts.population is None else facts.population,
        performance=facts.performance or said.performance,
    )


def score_files(
    request: ScoreRequest, rubric: str | None, destination: Destination, tool: Tool
) -> SurveyResult:
    """Score files by the rubric of an id or path, and store or write the document.

    What was not asked comes from the workspace's ``ipak.yaml``, the rubric too. Raises ``ProblemsFoundError``
    when that file or the rubric is not sound or the document cannot be written; the problems of the files are
    in the result, and a result with errors is not written.
    """
    # A score that is only shown needs nothing of what keeps one, and should not wait for it.
    if destination.workspace is None:
        result = score(request, load_rubric(rubric or SURVEY_RUBRIC), tool)
    else:
        from ipak_cli.jobs.score_kept import score_in_workspace  # noqa: PLC0415 (as said)

        result = score_in_workspace(request, rubric, destination.workspace, tool)
    if destination.out is not None and not has_errors(result.problems):
        from ipak_cli.jobs.score_kept import write_result  # noqa: PLC0415 (as said)

        write_result(result, destination.out)
    return result
