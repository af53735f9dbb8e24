"""What an input is, and what it gives: read once, never the end of a run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import figure, parse_fraction
from ipak_cli.base.problem import Problem, ProblemsFoundError, has_errors, problem
from ipak_cli.base.quarter import Quarter, parse_quarter
from ipak_cli.catalogue.columns import ANSWER_TABLE_NOT_FOUND
from ipak_cli.catalogue.drive import (
    INPUT_KIND_UNKNOWN,
    INPUT_QUARTER_UNKNOWN,
    INPUT_SPANS_QUARTERS,
    INTERNAL_ERROR,
    STORED_USER_SCORE_REUSED,
)
from ipak_cli.catalogue.times import SEVERAL_QUARTERS
from ipak_cli.documents.read import read_part
from ipak_cli.documents.write import to_json
from ipak_cli.jobs.assess import AssessRequest, assess_file
from ipak_cli.jobs.assess import Setting as AssessSetting
from ipak_cli.jobs.f03 import F03
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.jobs.score_kept import compare_with_stored
from ipak_cli.pekppp.book.names import FACT_FORM, INDICATOR_FORM, ORIGIN_SHEET
from ipak_cli.pekppp.result import UsersAnswers
from ipak_cli.rubric.load import load_pekppp, load_rubric
from ipak_cli.run.values import Taken
from ipak_cli.tables.open import open_any
from ipak_cli.workspace.inbox import where_of
from ipak_cli.workspace.store import InputKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.run.due import Due, Setting, StoredDocument
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.tables.workbook import Workbook


_NO_TABLE: Final = ANSWER_TABLE_NOT_FOUND

_SEVERAL_QUARTERS: Final = SEVERAL_QUARTERS

_FORM_SHEETS: Final = frozenset({INDICATOR_FORM.sheet.casefold(), FACT_FORM.sheet.casefold()})


def take(due: Due, setting: Setting, stored: Sequence[StoredDocument]) -> Taken:
    """Read an input; whatever is wrong with it is in the result, and never ends the run.

    What is wrong with a file that changes meanwhile may be wrong with its half alone.
    """
    try:
        taken = _take(due, setting, stored)
    except ProblemsFoundError as found:
        taken = Taken(due, problems=found.problems)
    except Exception as bug:  # noqa: BLE001 (one input must not keep the others from being done)
        taken = Taken(
            due, problems=(problem(INTERNAL_ERROR, where_of(due.arrived.name), kind=type(bug).__name__),)
        )
    return taken if due.arrived.stands_still else Taken(due, unready=True)


def _take(due: Due, setting: Setting, stored: Sequence[StoredDocument]) -> Taken:
    mine = [document for document in stored if due.arrived.sha256 in document.sources]
    if told := _told_by_hand(mine, setting):
        return Taken(due, InputKind.SURVEY, told)
    if _is_pekppp(open_any(due.arrived.path), setting):
        return _assessed(due, setting, stored, mine)
    return _scored(due, setting)


def _told_by_hand(mine: Sequence[StoredDocument], setting: Setting) -> tuple[Quarter, ...]:
    """Return the quarters whose stored survey was made from this very input and would come out alike now.

    So what the office scored with options of its own, or from several files together, is not undone.
    """
    surveys = [document for document in mine if document.kind is InputKind.SURVEY]
    if not surveys:
        return ()
    digest = load_rubric(setting.rubrics[InputKind.SURVEY]).digest
    own = (setting.tool.version, digest)
    alike = all(
        (document.tool, document.rubric) == own and _agrees(document, setting) for document in surveys
    )
    return tuple(document.quarter for document in surveys) if alike else ()


def _agrees(document: StoredDocument, setting: Setting) -> bool:
    """Tell whether a stored survey has what ``ipak.yaml`` says of its quarter."""
    quarter, unit = setting.config.of(document.quarter), setting.config.unit
    zi = document.said.get("zi")
    performance = zi.get("performance") if isinstance(zi, dict) else quarter.performance
    compared = (
        (setting.config.zone.name, document.said.get("timezone")),
        (unit and unit.name, document.said.get("unit")),
        (quarter.population, document.said.get("population")),
        (quarter.performance, performance),
    )
    return all(wanted == said for wanted, said in compared if wanted is not None)


def _is_pekppp(workbook: Workbook, setting: Setting) -> bool:
    """Tell a self-assessment workbook by its two sheets, or by the hidden sheet that names its rubric."""
    names = {(sheet.name or "").casefold(): sheet for sheet in workbook.sheets}
    if names.keys() >= _FORM_SHEETS:
        return True
    if ORIGIN_SHEET not in names:
        return False
    rubric = load_pekppp(setting.rubrics[InputKind.PEKPPP]).rubric
    return any(rubric.id in row for row in names[ORIGIN_SHEET].head())


def _scored(due: Due, setting: Setting) -> Taken:
    request = ScoreRequest((due.arrived.path,))
    result = score(request, load_rubric(setting.rubrics[InputKind.SURVEY]), setting.tool, setting.config)
    if has_errors(result.problems):
        return Taken(due, InputKind.SURVEY, problems=_explained(result.problems, due, setting))
    if result.period.quarter is None:
        return _without_quarter(due, InputKind.SURVEY, "ipak score")
    result = compare_with_stored(result, parse_quarter(result.period.quarter), setting.workspace)
    return _taken(due, InputKind.SURVEY, result)


def _explained(problems: Sequence[Problem], due: Due, setting: Setting) -> tuple[Problem, ...]:
    """Say what faults of a survey mean to a run, which has no options to choose by."""
    entries = [each.entry for each in problems]
    where = where_of(due.arrived.name)
    if entries == [_NO_TABLE]:
        return (problem(INPUT_KIND_UNKNOWN, where, survey=setting.config.rubrics.survey),)
    if _SEVERAL_QUARTERS in entries:
        return (*problems, problem(INPUT_SPANS_QUARTERS, where, name=due.arrived.name))
    return tuple(problems)


def _without_quarter(due: Due, kind: InputKind, command: str) -> Taken:
    fault = problem(INPUT_QUARTER_UNKNOWN, where_of(due.arrived.name), command=command, name=due.arrived.name)
    return Taken(due, kind, problems=(fault,))


def _assessed(
    due: Due, setting: Setting, stored: Sequence[StoredDocument], mine: Sequence[StoredDocument]
) -> Taken:
    """Assess a workbook; the quarter and F-03 that the office gave it before stay."""
    rubric = load_pekppp(setting.rubrics[InputKind.PEKPPP])
    plain = AssessSetting(rubric, setting.tool, workspace=setting.workspace)
    path: Path = due.arrived.path
    result = assess_file(path, AssessRequest((path,)), plain).result
    if has_errors(result.problems):
        return Taken(due, InputKind.PEKPPP, problems=result.problems)
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
        result = assess_file(path, AssessRequest((path,), quarter), plain).result
    return _taken(due, InputKind.PEKPPP, result, notes)


def _stored_f03(quarter: Quarter, stored: Sequence[StoredDocument]) -> F03 | None:
    """Return F-03 as a quarter's stored assessment has it, with what it was counted from."""
    for document in stored:
        f03 = document.said.get("f03")
        if (document.kind, document.quarter) == (InputKind.PEKPPP, quarter) and isinstance(f03, dict):
            exact = f03.get("exact")
            users = read_part(document.said.get("users"), UsersAnswers)
            return F03(parse_fraction(exact), users) if isinstance(exact, str) else None
    return None


def _taken(
    due: Due, kind: InputKind, result: SurveyResult | PekpppResult, notes: tuple[Problem, ...] = ()
) -> Taken:
    if result.sources[0].sha256 != due.arrived.sha256:
        return Taken(due, kind, unready=True)
    assert result.period.quarter is not None  # noqa: S101 (a result without one does not come this far)
    return Taken(due, kind, (parse_quarter(result.period.quarter),), to_json(result), notes)
