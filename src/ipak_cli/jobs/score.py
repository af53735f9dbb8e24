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
from ipak_cli.jobs.score_answers import AskedOfAnswers, Scored, score_answers
from ipak_cli.rubric import SURVEY_RUBRIC
from ipak_cli.rubric.load import load_rubric
from ipak_cli.rubric.own_form import OwnForm, asked_of
from ipak_cli.survey.assemble import ScoringContext, unscored
from ipak_cli.survey.period import NO_PERIOD, PeriodSplit
from ipak_cli.survey.reading.recap_read import RecapFaultyError
from ipak_cli.survey.recap import RecapShape

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ipak_cli.base.provenance import Tool
    from ipak_cli.jobs.read_files import FilesRead, RecapSource
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

    ``names`` are what decisions call the files, if not their own; ``hear`` gets answers; ``staff`` is hidden.
    ``respondents`` is how many people a recap is of, where it does not say so. ``figures_only`` asks for
    nothing about groups and suggestions.
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
    staff: tuple[str, ...] = ()
    figures_only: bool = False


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
    way = _Way.of(request, loaded, tool, settings, form)
    try:
        scored = way.score(read_files(request.files, way.reading), request)
    except ProblemsFoundError as stop:
        return way.unscored(stop, request)
    # Whoever hears the answers may refuse them: that is no problem of the files.
    if request.hear is not None and scored.answers is not None:
        request.hear(scored.answers)
    return scored.result


def score_each_period(
    request: ScoreRequest,
    loaded: LoadedRubric[SurveyRubric],
    tool: Tool,
    read: Callable[[Reading], FilesRead] | None = None,
) -> tuple[SurveyResult, ...]:
    """Score the files as one survey for each period that their responses are of, the earliest first.

    One result, as :func:`score` gives it, where a period is asked for, or no response tells its own.
    ``read`` reads them, where whoever asks knows their form already.
    """
    way = _Way.of(request, loaded, tool, None, None)
    try:
        files = read(way.reading) if read else read_files(request.files, way.reading)
    except ProblemsFoundError as stop:
        return (way.unscored(stop, request),)
    results = []
    for period in (request.period,) if request.period else _periods(files, way.reading.split):
        asked = replace(request, period=period)
        try:
            results.append(way.score(files, asked).result)
        except ProblemsFoundError as stop:
            results.append(way.unscored(stop, asked))
    return tuple(results)


def _periods(files: FilesRead, split: PeriodSplit) -> tuple[Period | None, ...]:
    """Return the periods of responses; nothing is asked where none is told."""
    found = {ordinal for source in files.answers for ordinal in source.collected.responses}
    return tuple(split.period(ordinal) for ordinal in sorted(found - {NO_PERIOD})) or (None,)


@dataclass(frozen=True, slots=True)
class _Way:
    """How files are read and scored: the form, how it is read, and what is known of a period."""

    form: OwnForm
    reading: Reading
    facts_of: Callable[[Period | None], ScoringContext]

    @classmethod
    def of(
        cls,
        request: ScoreRequest,
        loaded: LoadedRubric[SurveyRubric],
        tool: Tool,
        settings: Config | None,
        form: OwnForm | None,
    ) -> _Way:
        """Put together what was asked and what the settings say."""
        form = form or OwnForm(
            loaded.rubric, asked_of(loaded.rubric) if loaded.rubric.has_means else loaded.rubric
        )
        zone = settings.zone if settings else JAKARTA
        said = request.unit, request.population, request.performance
        facts = ScoringContext(
            form.rubric, loaded.digest, tool, *said, zone.name, request.staff, request.figures_only
        )
        reading = Reading(
            form,
            request.sheet,
            request.date_order,
            request.lenient,
            zone,
            PeriodSplit.for_asked(request.period, settings.period_kind if settings else PeriodKind.QUARTER),
            keeps_answers=request.hear is not None,
            period=request.period if isinstance(request.period, Period) else None,
            # Of several recaps it is the number of all together.
            respondents=request.respondents if len(request.files) == 1 else None,
        )
        return cls(form, reading, partial(_completed, facts, settings))

    def score(self, files: FilesRead, request: ScoreRequest) -> Scored:
        """Score files that were read; raises ``ProblemsFoundError`` where no period can be chosen."""
        if files.recaps:
            scored = _score_recaps(files.recaps, request, self.facts_of)
        else:
            asked = AskedOfAnswers(
                request.period, self.reading.split, request.hear is not None, request.respondents
            )
            scored = score_answers(files.answers, asked, self.facts_of)
        result = replace(scored.result, decisions=_decisions(request, scored.result, self.form))
        return replace(scored, result=result)

    def unscored(self, stop: ProblemsFoundError, request: ScoreRequest) -> SurveyResult:
        """Return the result of files that cannot be scored, with every problem."""
        named = stop.period if isinstance(stop, RecapFaultyError) else None
        period = request.period if isinstance(request.period, Period) else named
        return unscored(self.facts_of(period), period, (), stop.problems)


def _score_recaps(
    recaps: tuple[RecapSource, ...],
    request: ScoreRequest,
    facts_of: Callable[[Period | None], ScoringContext],
) -> Scored:
    from ipak_cli.jobs.score_recaps import AskedOfRecaps, score_recaps  # noqa: PLC0415 (few files are so)

    asked = AskedOfRecaps(request.period, request.respondents, request.lenient)
    result = score_recaps(recaps, asked, facts_of)
    if request.hear is None or has_errors(result.problems):
        return Scored(result)
    from ipak_cli.survey.reading.answer_rows import ScoredAnswers  # noqa: PLC0415 (as above)

    counted = result.recap is RecapShape.COUNTS and isinstance(result.respondents, int)
    return Scored(result, ScoredAnswers(facts_of(None).rubric, None, result.least_respondents, counted))


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
