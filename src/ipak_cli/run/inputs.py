"""An input of a run, read by what its content is: a survey scored, or a self-assessment assessed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import figure, parse_fraction
from ipak_cli.base.problem import Problem, ProblemsFoundError, has_errors, problem
from ipak_cli.base.quarter import Quarter, parse_quarter
from ipak_cli.catalogue.drive import (
    INPUT_KIND_UNKNOWN,
    INPUT_KNOWN_BY_NUMBERS,
    INPUT_QUARTER_UNKNOWN,
    INPUT_SPANS_QUARTERS,
    INTERNAL_ERROR,
    STORED_USER_SCORE_REUSED,
)
from ipak_cli.catalogue.survey import ANSWER_TABLE_NOT_FOUND, ITEMS_KNOWN_BY_NUMBER, SEVERAL_QUARTERS
from ipak_cli.documents.read import read_part
from ipak_cli.jobs.assess import AssessContext, AssessRequest, assess_workbook
from ipak_cli.jobs.f03 import F03
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.pekppp.book.names import FACT_FORM, INDICATOR_FORM, ORIGIN_SHEET
from ipak_cli.pekppp.result import UsersAnswers
from ipak_cli.run.due import look_of_evidence
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
    moved = taken.kind is InputKind.PEKPPP and look_of_evidence(context.workspace) != context.evidence
    return InputRead(due, unready=True) if moved or not due.arrived.stands_still else taken


def _take(due: Due, context: RunContext, stored: Sequence[StoredDocument]) -> InputRead:
    mine = [document for document in stored if due.arrived.sha256 in document.sources]
    if told := _told_by_hand(mine, context):
        return InputRead(due, InputKind.SURVEY, told)
    workbook = open_any(due.arrived.path, due.arrived.content)
    if _is_pekppp(workbook, context):
        return _assessed(due, workbook, context, stored=stored, mine=mine)
    return _scored(due, workbook, context)


def _told_by_hand(mine: Sequence[StoredDocument], context: RunContext) -> tuple[Quarter, ...]:
    """Return the quarters whose stored survey was made from this very input and would come out alike now.

    So what the office scored with options of its own, or from several files together, is not undone.
    """
    surveys = [document for document in mine if document.kind is InputKind.SURVEY]
    if not surveys or any(document.sha256 in context.own_documents for document in surveys):
        return ()
    digest = context.opened.survey_rubric.digest
    own = (context.tool.version, digest)
    alike = all(
        (document.tool, document.rubric) == own and _agrees(document, context) for document in surveys
    )
    return tuple(document.quarter for document in surveys) if alike else ()


def _agrees(document: StoredDocument, context: RunContext) -> bool:
    """Tell whether a stored survey has what ``ipak.yaml`` says of its quarter."""
    quarter, unit = context.opened.config.of(document.quarter), context.opened.config.unit
    zi = document.said.get("zi")
    performance = zi.get("performance") if isinstance(zi, dict) else quarter.performance
    compared = (
        (context.opened.config.zone.name, document.said.get("timezone")),
        (unit and unit.name, document.said.get("unit")),
        (quarter.population, document.said.get("population")),
        (quarter.performance, performance),
    )
    return all(wanted == said for wanted, said in compared if wanted is not None)


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
    result = score(
        ScoreRequest((workbook,)), opened.survey_rubric, context.tool, opened.config, opened.survey_form
    )
    if any(each.entry == ITEMS_KNOWN_BY_NUMBER for each in result.problems):
        # Before its faults: those of another survey's answers would only mislead.
        rubric = opened.config.rubrics.survey
        held = problem(
            INPUT_KNOWN_BY_NUMBERS, where_of(due.arrived.name), name=due.arrived.name, survey=rubric
        )
        return InputRead(due, InputKind.SURVEY, problems=(held,))
    if has_errors(result.problems):
        return InputRead(due, InputKind.SURVEY, problems=_explained(result.problems, due, context))
    if result.period.quarter is None:
        return _without_quarter(due, InputKind.SURVEY, "ipak score")
    return _read(due, InputKind.SURVEY, result)


def _explained(problems: Sequence[Problem], due: Due, context: RunContext) -> tuple[Problem, ...]:
    """Say what faults of a survey mean to a run, which has no options to choose by."""
    entries = [each.entry for each in problems]
    where = where_of(due.arrived.name)
    if entries == [ANSWER_TABLE_NOT_FOUND]:
        return (problem(INPUT_KIND_UNKNOWN, where, survey=context.opened.config.rubrics.survey),)
    if SEVERAL_QUARTERS in entries:
        return (*problems, problem(INPUT_SPANS_QUARTERS, where, name=due.arrived.name))
    return tuple(problems)


def _without_quarter(due: Due, kind: InputKind, command: str) -> InputRead:
    fault = problem(INPUT_QUARTER_UNKNOWN, where_of(due.arrived.name), command=command, name=due.arrived.name)
    return InputRead(due, kind, problems=(fault,))


def _assessed(
    due: Due,
    workbook: Workbook,
    context: RunContext,
    *,
    stored: Sequence[StoredDocument],
    mine: Sequence[StoredDocument],
) -> InputRead:
    """Assess a workbook; the quarter and F-03 that the office gave it before stay."""
    path: Path = due.arrived.path
    plain = AssessContext(context.opened.pekppp_rubric, context.tool, workspace=context.workspace)
    result = assess_workbook(workbook, AssessRequest((path,)), plain, path.parent).result
    if has_errors(result.problems):
        return InputRead(due, InputKind.PEKPPP, problems=result.problems)
    told = [document.quarter for document in mine if document.kind is InputKind.PEKPPP]
    written = result.period.quarter
    quarter = parse_quarter(written) if written else (told[0] if len(told) == 1 else None)
    if quarter is None:
        return _without_quarter(due, InputKind.PEKPPP, "ipak pekppp assess")
    f03 = _stored_f03(quarter, stored)
    notes: tuple[Problem, ...] = ()
    if f03 is not None:
        plain = replace(plain, f03=f03)
        notes = (
            problem(
                STORED_USER_SCORE_REUSED, where_of(due.arrived.name), f03=figure(f03.mean), quarter=quarter
            ),
        )
    if f03 is not None or written is None:
        result = assess_workbook(workbook, AssessRequest((path,), quarter), plain, path.parent).result
    return _read(due, InputKind.PEKPPP, result, notes)


def _stored_f03(quarter: Quarter, stored: Sequence[StoredDocument]) -> F03 | None:
    """Return F-03 as a quarter's stored assessment has it, with what it was counted from."""
    for document in stored:
        f03 = document.said.get("f03")
        if (document.kind, document.quarter) == (InputKind.PEKPPP, quarter) and isinstance(f03, dict):
            exact = f03.get("exact")
            users = read_part(document.said.get("users"), UsersAnswers)
            return F03(parse_fraction(exact), users) if isinstance(exact, str) else None
    return None


def _read(
    due: Due, kind: InputKind, result: SurveyResult | PekpppResult, notes: tuple[Problem, ...] = ()
) -> InputRead:
    if result.sources[0].sha256 != due.arrived.sha256:
        return InputRead(due, kind, unready=True)
    assert result.period.quarter is not None  # noqa: S101 (a result without one does not come this far)
    return InputRead(due, kind, (parse_quarter(result.period.quarter),), result, notes)
