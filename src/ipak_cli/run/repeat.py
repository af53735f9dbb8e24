"""Inputs scored as the office decided: what is read again, and what of it may stand under the old names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from ipak_cli.base.period import Period, parse_asked, parse_period
from ipak_cli.base.problem import Problem, has_errors, problem
from ipak_cli.catalogue.drive import (
    DECISION_MEETS_NEW_CONTENT,
    INPUT_PERIOD_UNKNOWN,
    PERIOD_OF_NEW_CONTENT_UNKNOWN,
)
from ipak_cli.catalogue.recap_sources import RECAP_PERIOD_ASKED
from ipak_cli.catalogue.survey import PERIOD_NOT_CHECKABLE, PERIOD_NOT_IN_FILE
from ipak_cli.jobs.score import ScoreRequest, files_by_period, score
from ipak_cli.run.decided import INBOX, bare, figures_of
from ipak_cli.run.values import InputRead
from ipak_cli.survey.period import are_several
from ipak_cli.survey.reading.date_order import DateOrder
from ipak_cli.tables.open import open_any
from ipak_cli.workspace.inbox import where_of
from ipak_cli.workspace.sources import how
from ipak_cli.workspace.store import InputKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.run.decided import Decision, Unit
    from ipak_cli.run.due import Due, RunContext, StoredDocument
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.workspace.config import Config
    from ipak_cli.workspace.inbox import Arrived

_EXAMPLE: Final = date(2024, 12, 31)
"""A day in the periods that advice takes for examples."""
_PERIOD_ASKED: Final = (PERIOD_NOT_CHECKABLE, RECAP_PERIOD_ASKED)
"""What tells that a file does not say itself of which period it is."""


def take_unit(due: Due, unit: Unit, context: RunContext) -> InputRead:
    """Score the inputs of a unit, each decision for itself; the input that is due stands for all of them.

    A fault of one decision keeps all of the unit's results as they are: they share their files.
    """
    results: list[SurveyResult] = []
    problems: list[Problem] = []
    for decision in unit.decisions if unit.by_hand else _by_period(unit, context):
        result = _scored(decision, context)
        if _is_outgrown(result, decision):
            continue
        results.append(result)
        problems += _told(result, decision, context.opened.config, by_hand=unit.by_hand)
    if unit.decisions and not results:
        # All of it is of another time than any result: nothing was decided of that but the files.
        first = unit.decisions[0]
        results = [_scored(replace(first, asked=replace(first.asked, period=None)), context)]
        problems += _told(results[0], first, context.opened.config, by_hand=unit.by_hand)
    taken = InputRead(due, InputKind.SURVEY, together=unit.names, by_hand=unit.by_hand)
    if has_errors(problems):
        return replace(taken, problems=tuple(problems), meant=(*periods_meant(results), *_decided(unit)))
    if not _are_the_files(results, unit):
        return replace(taken, unready=True)
    given = {_period_of(result): result for result in results}
    periods = (*given, *(period for period in unit.kept if period not in given))
    return replace(taken, periods=periods, problems=tuple(problems), repeated=tuple(given.values()))


def _decided(unit: Unit) -> Iterator[Period]:
    """Return the periods of the results that the office made, which stand although a file of theirs fails."""
    return (each.stored.period for each in unit.decisions if unit.by_hand and each.stored is not None)


def periods_meant(results: Sequence[SurveyResult]) -> tuple[Period, ...]:
    """Return the periods of results that failed, where that was known before they did."""
    return tuple(_period_of(result) for result in results if result.period.name is not None)


def period_unknown(arrived: Arrived, command: str, config: Config) -> Problem:
    """Ask for the period of an input that names none, with an example of the kind that the office uses."""
    example = Period.of(_EXAMPLE, config.period_kind).name
    return problem(
        INPUT_PERIOD_UNKNOWN, where_of(arrived.name), command=command, name=arrived.name, example=example
    )


def _by_period(unit: Unit, context: RunContext) -> tuple[Decision, ...]:
    """Return what the settings decide, a decision for each period where each file is of one alone."""
    (said,) = unit.decisions
    whole = replace(said, stored=_before(said.files, unit))
    if len(whole.files) == 1 or not are_several(_scored(whole, context).problems):
        return (whole,)
    opened = context.opened
    form = opened.survey_form
    request = _request(whole, context)
    periods = files_by_period(request, opened.survey_rubric, context.tool, opened.config, form)
    parts = (tuple(whole.files[place] for place in places) for places in periods)
    return tuple(replace(whole, files=part, stored=_before(part, unit)) for part in parts) or (whole,)


def _before(files: Sequence[Arrived], unit: Unit) -> StoredDocument | None:
    digests = {each.sha256 for each in files}
    return next((document for document in unit.before if document.sources == digests), None)


def _request(decision: Decision, context: RunContext) -> ScoreRequest:
    """Return what is asked of the files; what no setting says is as the stored result has it."""
    asked, stored = decision.asked, decision.stored
    population, performance = (None, None) if stored is None else figures_of(stored)
    config, unit = context.opened.config, stored.said.get("unit") if stored else None
    said = config.of(stored.period if stored else None)
    return ScoreRequest(
        files=tuple(open_any(each.path, each.content) for each in decision.files),
        period=None if asked.period is None else parse_asked(asked.period),
        unit=unit if config.unit is None and isinstance(unit, str) else None,
        population=population if said.population is None else None,
        performance=performance if said.performance is None else None,
        sheet=asked.sheet,
        date_order=None if asked.date_order is None else DateOrder(asked.date_order),
        lenient=asked.lenient,
        respondents=asked.respondents,
        names=tuple(f"{INBOX}{each.name}" for each in decision.files),
    )


def _scored(decision: Decision, context: RunContext) -> SurveyResult:
    opened = context.opened
    request, form = _request(decision, context), opened.survey_form
    return score(request, opened.survey_rubric, context.tool, opened.config, form)


def _is_outgrown(result: SurveyResult, decision: Decision) -> bool:
    """Tell whether all files hold answers of other periods than the decided one by now."""
    errors = {each.entry for each in result.problems if has_errors([each])}
    return errors == {PERIOD_NOT_IN_FILE} and len(decision.changed) == len(decision.files)


def _told(result: SurveyResult, decision: Decision, config: Config, *, by_hand: bool) -> list[Problem]:
    """Return what keeps a result from being stored, else what it was made of that is new."""
    if has_errors(result.problems):
        return list(result.problems)
    first = decision.files[0]
    if result.period.name is None:
        return [period_unknown(first, "ipak score", config)]
    if decision.stored is None or not by_hand:
        return []
    period = decision.stored.period
    undated = {bare(each.where.file or "") for each in result.problems if each.entry in _PERIOD_ASKED}
    unsure = [name for name in decision.changed if bare(name) in undated]
    if unsure:
        return [problem(PERIOD_OF_NEW_CONTENT_UNKNOWN, where_of(name), period=period) for name in unsure]
    return [
        problem(DECISION_MEETS_NEW_CONTENT, where_of(name), period=period, how=how(result.decisions))
        for name in decision.changed
    ]


def _are_the_files(results: Sequence[SurveyResult], unit: Unit) -> bool:
    """Tell whether what was read is what had been digested before."""
    known = {each.sha256 for decision in unit.decisions for each in decision.files}
    return all(source.sha256 in known for result in results for source in result.sources)


def _period_of(result: SurveyResult) -> Period:
    assert result.period.name is not None  # noqa: S101 (a result without one is a fault above)
    return parse_period(result.period.name)
