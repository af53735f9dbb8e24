"""An input of a run, read by what its content is: a survey scored, or a self-assessment assessed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import figure, parse_fraction
from ipak_cli.base.message import InFull
from ipak_cli.base.period import Period, parse_period
from ipak_cli.base.problem import Problem, ProblemsFoundError, has_errors, problem
from ipak_cli.catalogue.drive import (
    INPUT_KIND_UNKNOWN,
    INPUT_KNOWN_BY_NUMBERS,
    INPUT_SPANS_PERIODS,
    INTERNAL_ERROR,
    STORED_USER_SCORE_REUSED,
)
from ipak_cli.catalogue.recap_sources import RECAP_WITHOUT_PERIOD
from ipak_cli.catalogue.survey import (
    ANSWER_TABLE_NOT_FOUND,
    ITEM_WITHOUT_COLUMN,
    ITEMS_KNOWN_BY_NUMBER,
    SEVERAL_PERIODS,
)
from ipak_cli.documents.read import read_part
from ipak_cli.jobs.assess import AssessContext, AssessRequest, assess_workbook
from ipak_cli.jobs.f03 import F03
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.pekppp.book.names import FACT_FORM, INDICATOR_FORM, ORIGIN_SHEET
from ipak_cli.pekppp.result import UsersAnswers
from ipak_cli.run.decided import INBOX
from ipak_cli.run.looks import look_of_evidence
from ipak_cli.run.repeat import period_unknown, periods_meant, take_unit
from ipak_cli.run.values import InputRead
from ipak_cli.tables.open import open_any
from ipak_cli.workspace.inbox import where_of
from ipak_cli.workspace.store import InputKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.run.due import Due, RunContext, StoredDocument
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.tables.workbook import Workbook


_FORM_SHEETS: Final = frozenset({INDICATOR_FORM.sheet.casefold(), FACT_FORM.sheet.casefold()})


def take(due: Due, context: RunContext, stored: Sequence[StoredDocument]) -> InputRead:
    """Read an input; whatever is wrong with it is in the result, and never ends the run.

    ``stored`` are the results that may be the office's own. What is wrong with a file that changes
    meanwhile may be wrong with its half alone, and evidence that arrives meanwhile is not missing.
    """
    try:
        taken = _take(due, context, stored)
    except ProblemsFoundError as found:
        taken = InputRead(due, problems=found.problems)
    except Exception as bug:  # noqa: BLE001 (one input must not keep the others from being done)
        taken = InputRead(
            due, problems=(problem(INTERNAL_ERROR, where_of(due.arrived.name), kind=type(bug).__name__),)
        )
    decided = due.unit.decisions if due.unit else ()
    moved = taken.kind is InputKind.PEKPPP and look_of_evidence(context.workspace) != context.evidence
    files = (due.arrived, *(each for one in decided for each in one.files))
    if moved or not all(each.stands_still for each in files):
        return InputRead(due, unready=True, together=taken.together)
    return taken


def _take(due: Due, context: RunContext, stored: Sequence[StoredDocument]) -> InputRead:
    mine = [document for document in stored if due.arrived.sha256 in document.sources]
    unit = due.unit
    if unit is not None and (len(unit.names) > 1 or unit.by_hand):
        return take_unit(due, unit, context)
    workbook = open_any(due.arrived.path, due.arrived.content)
    if _is_pekppp(workbook, context):
        return _assessed(due, workbook, context, stored=stored, mine=mine)
    return _scored(due, workbook, context) if unit is None else take_unit(due, unit, context)


def _is_pekppp(workbook: Workbook, context: RunContext) -> bool:
    """Tell a self-assessment workbook by its two sheets, or by the hidden sheet that names its rubric."""
    names = {(sheet.name or "").casefold(): sheet for sheet in workbook.sheets}
    if names.keys() >= _FORM_SHEETS:
        return True
    if ORIGIN_SHEET not in names:
        return False
    rubric = context.opened.pekppp_rubric.rubric
    return any(rubric.id in row for row in names[ORIGIN_SHEET].head())


def _scored(due: Due, workbook: Workbook, context: RunContext) -> InputRead:
    opened = context.opened
    request = ScoreRequest((workbook,), names=(f"{INBOX}{due.arrived.name}",), staff=opened.staff)
    result = score(request, opened.survey_rubric, context.tool, opened.config, opened.survey_form)
    if any(each.entry == ITEMS_KNOWN_BY_NUMBER for each in result.problems):
        # Before its faults: those of another survey's answers would only mislead.
        rubric = opened.config.rubrics.survey
        held = problem(
            INPUT_KNOWN_BY_NUMBERS, where_of(due.arrived.name), name=due.arrived.name, survey=rubric
        )
        return InputRead(due, InputKind.SURVEY, problems=(held,))
    if has_errors(result.problems):
        told = _explained(result.problems, due, context)
        return InputRead(due, InputKind.SURVEY, problems=told, meant=periods_meant([result]))
    if result.period.name is None:
        fault = period_unknown(due.arrived, "ipak score", opened.config)
        return InputRead(due, InputKind.SURVEY, problems=(fault,))
    return _read(due, InputKind.SURVEY, result)


def _explained(problems: Sequence[Problem], due: Due, context: RunContext) -> tuple[Problem, ...]:
    """Say what faults of a survey mean to a run, which has no options to choose by."""
    where = where_of(due.arrived.name)
    if [each.entry for each in problems] == [ANSWER_TABLE_NOT_FOUND]:
        told = {"survey": context.opened.config.rubrics.survey, "name": InFull(due.arrived.name)}
        return (problem(INPUT_KIND_UNKNOWN, where, **told),)
    several = next((each.values for each in problems if each.entry == SEVERAL_PERIODS), None)
    if several is not None:
        return (*problems, problem(INPUT_SPANS_PERIODS, where, name=due.arrived.name, **several))
    if any(each.entry == RECAP_WITHOUT_PERIOD for each in problems):
        unknown = period_unknown(due.arrived, "ipak score", context.opened.config)
        return tuple(unknown if each.entry == RECAP_WITHOUT_PERIOD else each for each in problems)
    name = InFull(f"{INBOX}{due.arrived.name}")
    return tuple(
        replace(each, values={**each.values, "name": name}) if each.entry == ITEM_WITHOUT_COLUMN else each
        for each in problems
    )


def _assessed(
    due: Due,
    workbook: Workbook,
    context: RunContext,
    *,
    stored: Sequence[StoredDocument],
    mine: Sequence[StoredDocument],
) -> InputRead:
    """Assess a workbook; the period and F-03 that the office gave it before stay."""
    path: Path = due.arrived.path
    plain = AssessContext(context.opened.pekppp_rubric, context.tool, workspace=context.workspace)
    result = assess_workbook(workbook, AssessRequest((path,)), plain, path.parent).result
    if has_errors(result.problems):
        return InputRead(due, InputKind.PEKPPP, problems=result.problems)
    told = [document.period for document in mine if document.kind is InputKind.PEKPPP]
    written = result.period.name
    period = parse_period(written) if written else (told[0] if len(told) == 1 else None)
    if period is None:
        fault = period_unknown(due.arrived, "ipak pekppp assess", context.opened.config)
        return InputRead(due, InputKind.PEKPPP, problems=(fault,))
    f03 = _stored_f03(period, stored)
    notes: tuple[Problem, ...] = ()
    if f03 is not None:
        plain = replace(plain, f03=f03)
        notes = (
            problem(
                STORED_USER_SCORE_REUSED, where_of(due.arrived.name), f03=figure(f03.mean), period=period
            ),
        )
    if f03 is not None or written is None:
        result = assess_workbook(workbook, AssessRequest((path,), period), plain, path.parent).result
    return _read(due, InputKind.PEKPPP, result, notes)


def _stored_f03(period: Period, stored: Sequence[StoredDocument]) -> F03 | None:
    """Return F-03 as a period's stored assessment has it, with what it was counted from."""
    for document in stored:
        f03 = document.said.get("f03")
        if (document.kind, document.period) == (InputKind.PEKPPP, period) and isinstance(f03, dict):
            exact = f03.get("exact")
            users = read_part(document.said.get("users"), UsersAnswers)
            return F03(parse_fraction(exact), users) if isinstance(exact, str) else None
    return None


def _read(
    due: Due, kind: InputKind, result: SurveyResult | PekpppResult, notes: tuple[Problem, ...] = ()
) -> InputRead:
    if result.sources[0].sha256 != due.arrived.sha256:
        return InputRead(due, kind, unready=True)
    assert result.period.name is not None  # noqa: S101 (a result without one does not come this far)
    return InputRead(due, kind, (parse_period(result.period.name),), result, notes)
