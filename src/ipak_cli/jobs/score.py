"""Score response exports: files in, one survey result out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ipak_cli.base.period import AllDays, Period, PeriodKind
from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, has_errors, problem
from ipak_cli.base.provenance import DecidedFile, Decisions
from ipak_cli.base.timezones import JAKARTA
from ipak_cli.catalogue.survey import (
    MEAN_OF_SOME_COLUMNS,
    NO_RESPONDENTS,
    NO_TIME_READABLE,
    ROWS_OUTSIDE_PERIOD,
    ROWS_WITHOUT_ANSWERS,
    TOO_MANY_TO_LIST,
)
from ipak_cli.catalogue.usage import MORE_RESPONDENTS_THAN_VISITORS
from ipak_cli.jobs.read_survey import Reading, SourceRead, read_sources
from ipak_cli.rubric import SURVEY_RUBRIC
from ipak_cli.rubric.load import load_rubric
from ipak_cli.rubric.own_form import OwnForm, asked_of
from ipak_cli.survey.assemble import ScoringContext, assemble, unscored
from ipak_cli.survey.period import NO_PERIOD, PeriodSplit, all_days, choose_period, is_dated, not_checkable
from ipak_cli.survey.quality import RowCounts
from ipak_cli.survey.reading.group_names import without_names
from ipak_cli.survey.reading.suggestions import Heard, suggestions
from ipak_cli.survey.reading.summary_rows import Skip
from ipak_cli.survey.reading.unused_columns import unused_columns
from ipak_cli.survey.result import OUTSIDE, RowNote, Source, SurveyResult, TableLayout
from ipak_cli.survey.row_notes import (
    found_again,
    hidden_rows_counted,
    rows_in_sheet,
    rows_left_out,
    rows_noted,
)
from ipak_cli.survey.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from ipak_cli.base.provenance import Tool
    from ipak_cli.rubric.load import LoadedRubric
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.reading.answer_rows import ScoredAnswers
    from ipak_cli.survey.reading.date_order import DateOrder
    from ipak_cli.survey.row_notes import KeptRows
    from ipak_cli.tables.workbook import Workbook
    from ipak_cli.workspace.config import Config
    from ipak_cli.workspace.layout import Destination


@dataclass(frozen=True, slots=True)
class ScoreRequest:
    """What ``ipak score`` was asked: files, opened or by their paths, and what they cannot say themselves.

    ``names`` are what decisions call the files, if not their own; ``hear`` gets answers; ``staff`` is hidden.
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
    staff: tuple[str, ...] = ()


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
    facts = ScoringContext(form.rubric, loaded.digest, tool, *said, zone.name, request.staff)
    split = PeriodSplit.for_asked(request.period, settings.period_kind if settings else PeriodKind.QUARTER)
    reading = Reading(
        form, request.sheet, request.date_order, request.lenient, zone, split, request.hear is not None
    )
    try:
        sources = read_sources(request.files, reading)
        period, problems = _period(sources, request.period, split)
    except ProblemsFoundError as stop:
        asked = request.period if isinstance(request.period, Period) else None
        return unscored(_completed(facts, settings, asked), asked, (), stop.problems)
    result = _result(sources, period, list(problems), _completed(facts, settings, period))
    if request.hear is not None and not has_errors(result.problems):
        from ipak_cli.survey.reading.answer_rows import scored_answers  # noqa: PLC0415 (few ask)

        parts = (part for each in sources for part in each.collected.answers[_ordinal(each, period)])
        request.hear(scored_answers(form.rubric, parts))
    return replace(result, decisions=_decisions(request, result, form))


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
        alone = score(replace(request, files=(file,), names=(), hear=None), loaded, tool, settings, form)
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
    )


def _period(
    sources: Sequence[SourceRead], asked: Period | AllDays | None, split: PeriodSplit
) -> tuple[Period | None, tuple[Problem, ...]]:
    """Choose the period; where that fails, what else is known of the files is told in the same pass."""
    if not any(source.collected.responses for source in sources):
        raise ProblemsFoundError([found for source in sources for found in _without_answers(source)])
    known = [found for source in sources for found in source.problems]
    blind = [source for source in sources if source.has_no_readable_time]
    if blind:
        faults = (fault for source in blind for fault in source.collected.problems(None))
        raise ProblemsFoundError(
            [*(problem(NO_TIME_READABLE, source.where) for source in blind), *known, *faults]
        )
    counted = [(source.where, source.collected.responses) for source in sources]
    if isinstance(asked, AllDays):
        days = all_days(tally for source in sources for tally in source.collected.tallies.values())
        return days, not_checkable(counted, days)
    try:
        return choose_period(counted, asked, split)
    except ProblemsFoundError as stop:
        raise ProblemsFoundError([*stop.problems, *known]) from None


def _without_answers(source: SourceRead) -> Iterator[Problem]:
    """Say that a file has no respondent, and what stands where answers should."""
    faults = [*source.problems, *source.collected.problems(None)]
    if not has_errors(faults):
        yield problem(NO_RESPONDENTS, source.where)
    yield from faults


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


def _result(
    sources: tuple[SourceRead, ...], period: Period | None, problems: list[Problem], facts: ScoringContext
) -> SurveyResult:
    ordinals = [_ordinal(source, period) for source in sources]
    collected = [(source.collected, ordinal) for source, ordinal in zip(sources, ordinals, strict=True)]
    described = []
    rows = {n: kept for n, (all_of, ordinal) in enumerate(collected) if (kept := all_of.rows.get(ordinal))}
    repeats = found_again(list(rows.values()))
    respondents, first = sum(len(kept.rows) for kept in rows.values()), 0
    for number, source in enumerate(sources):
        mine = rows.get(number)
        noted = rows_noted(mine, repeats, first, source.collected.context.addresses)
        told = _describe(source, mine, noted, period)
        described.append(told)
        first += len(mine.rows) if mine else 0
        problems += [*source.problems, *source.collected.problems(ordinals[number])]
        problems += _row_problems(source, mine, told, period)
    if facts.population is not None and respondents > facts.population:
        problems.append(
            problem(MORE_RESPONDENTS_THAN_VISITORS, respondents=respondents, population=facts.population)
        )
    if has_errors(problems):
        return unscored(facts, period, tuple(described), tuple(problems))
    counts = RowCounts(
        duplicates=len(repeats["duplicates"]),
        same_person=len(repeats["same_person"]),
        tests=sum(len(kept.tests) for kept in rows.values()),
        outside=sum(note.count for source in described for note in source.left_out if note.code == OUTSIDE),
    )
    heard = Heard.joined(all_of.heard[ordinal] for all_of, ordinal in collected)
    tally = Tally.joined([found for all_of, ordinal in collected if (found := all_of.tallies.get(ordinal))])
    tally = without_names(tally, heard.identities, facts.staff)
    problems += [
        problem(MEAN_OF_SOME_COLUMNS, item=item, count=count) for item, count in tally.partial.items()
    ]
    result = assemble(facts, period, tally, counts, (tuple(described), tuple(problems)))
    return replace(result, suggestions=suggestions([heard], facts.staff))


def _ordinal(source: SourceRead, period: Period | None) -> int:
    """Return the key of a file's responses to score: those without a time, where none has one."""
    collected = source.collected
    return collected.context.split.ordinal(period) if period and is_dated(collected.responses) else NO_PERIOD


def _describe(
    source: SourceRead, mine: KeptRows | None, noted: tuple[RowNote, ...], period: Period | None
) -> Source:
    turned = source.turned
    return Source(
        name=source.workbook.file,
        sha256=source.workbook.sha256,
        sheet=source.where.sheet,
        rows=len(mine.rows) if mine else 0,
        left_out=(*rows_left_out(source.collected, period), *(turned.notes if turned else ())),
        noted=noted,
        unused=unused_columns(source.collected),
        layout=TableLayout.LONG if turned else TableLayout.WIDE,
        answer_rows=len(rows_in_sheet(mine.rows, turned)) if turned and mine else None,
    )


def _row_problems(
    source: SourceRead, mine: KeptRows | None, told: Source, period: Period | None
) -> list[Problem]:
    found: list[Problem] = []
    if mine is not None and source.hidden_rows:
        counted = rows_in_sheet(mine.rows, source.collected.context.addresses)
        found += hidden_rows_counted(source.hidden_rows, counted, source.where)
    left_out = {note.code: note for note in told.left_out}
    if note := left_out.get(OUTSIDE):
        found.append(
            problem(ROWS_OUTSIDE_PERIOD, source.where, count=note.count, period=period, rows=note.rows)
        )
    if note := left_out.get(Skip.NO_ANSWER.value):
        found.append(problem(ROWS_WITHOUT_ANSWERS, source.where, count=note.count, rows=note.rows))
    found += source.layout.title_problems(source.where, period)
    for entry, count in source.collected.faults.unlisted.items():
        found.append(
            problem(
                TOO_MANY_TO_LIST, Where(source.where.file, source.where.sheet), count=count, code=entry.code
            )
        )
    return found


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
