"""Score response exports: the responses of one period, their counts, and one survey result of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ipak_cli.base.period import AllDays, Period
from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, has_errors, problem
from ipak_cli.catalogue.recap_sources import RESPONDENTS_ARE_COUNTED
from ipak_cli.catalogue.survey import (
    MEAN_OF_SOME_COLUMNS,
    NO_RESPONDENTS,
    NO_TIME_READABLE,
    ROWS_OUTSIDE_PERIOD,
    ROWS_WITHOUT_ANSWERS,
    ROWS_WITHOUT_TIME,
    TOO_MANY_TO_LIST,
)
from ipak_cli.catalogue.usage import MORE_RESPONDENTS_THAN_VISITORS
from ipak_cli.survey.assemble import assemble, unscored
from ipak_cli.survey.period import NO_PERIOD, all_days, choose_period, is_dated, not_checkable
from ipak_cli.survey.quality import RowCounts
from ipak_cli.survey.reading.group_names import without_names
from ipak_cli.survey.reading.suggestions import Heard, suggestions
from ipak_cli.survey.reading.summary_rows import Skip
from ipak_cli.survey.reading.unused_columns import unused_columns
from ipak_cli.survey.result import OUTSIDE, UNDATED, RowNote, Source, SurveyResult, TableLayout
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

    from ipak_cli.jobs.read_survey import SourceRead
    from ipak_cli.survey.assemble import ScoringContext
    from ipak_cli.survey.period import PeriodSplit
    from ipak_cli.survey.reading.answer_rows import ScoredAnswers
    from ipak_cli.survey.row_notes import KeptRows


@dataclass(frozen=True, slots=True)
class AskedOfAnswers:
    """What was asked of responses: the period, how periods are told apart, and whether to return answers."""

    period: Period | AllDays | None
    split: PeriodSplit
    keeps_answers: bool = False
    respondents: int | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """A survey result, and the answers that it was scored from where they were asked for and are sound."""

    result: SurveyResult
    answers: ScoredAnswers | None = None


def score_answers(
    sources: tuple[SourceRead, ...],
    asked: AskedOfAnswers,
    facts_of: Callable[[Period | None], ScoringContext],
) -> Scored:
    """Score responses as one survey; ``facts_of`` says what is known of a period.

    Raises ``ProblemsFoundError`` where no period can be chosen, and where the number of respondents is given
    although it is counted.
    """
    counted = [
        problem(RESPONDENTS_ARE_COUNTED, source.where)
        for source in (sources if asked.respondents is not None else ())
    ]
    if counted:
        raise ProblemsFoundError([*counted, *(found for source in sources for found in source.problems)])
    period, problems = _period(sources, asked.period, asked.split)
    facts = facts_of(period)
    result = _result(sources, period, list(problems), facts)
    if not asked.keeps_answers or has_errors(result.problems):
        return Scored(result)
    from ipak_cli.survey.reading.answer_rows import scored_answers  # noqa: PLC0415 (few ask)

    parts = (part for each in sources for part in each.collected.answers[_ordinal(each, period)])
    return Scored(result, scored_answers(facts.rubric, parts))


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
        told = _describe(source, mine, noted, period, ordinals[number])
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
    return result if facts.figures_only else replace(result, suggestions=suggestions([heard], facts.staff))


def _ordinal(source: SourceRead, period: Period | None) -> int:
    """Return the key of a file's responses to score: those without a time, where none has one."""
    collected = source.collected
    return collected.context.split.ordinal(period) if period and is_dated(collected.responses) else NO_PERIOD


def _describe(
    source: SourceRead, mine: KeptRows | None, noted: tuple[RowNote, ...], period: Period | None, ordinal: int
) -> Source:
    turned = source.turned
    return Source(
        name=source.workbook.file,
        sha256=source.workbook.sha256,
        sheet=source.where.sheet,
        rows=len(mine.rows) if mine else 0,
        left_out=(*rows_left_out(source.collected, period, ordinal), *(turned.notes if turned else ())),
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
    if note := left_out.get(UNDATED):
        found.append(problem(ROWS_WITHOUT_TIME, source.where, count=note.count, rows=note.rows))
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
