"""Scoring where the result is kept: in a workspace, whose settings count, or in a folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from ipak_cli.base.problem import Where, has_errors, problem
from ipak_cli.base.quarter import parse_quarter
from ipak_cli.catalogue.survey import TABLE_OF_OTHER_QUARTER
from ipak_cli.catalogue.workspace import OWN_FORM_OF_OTHER_RUBRIC
from ipak_cli.documents.write import to_json
from ipak_cli.jobs.open_workspace import OpenWorkspace, StoredResults
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.rubric.load import load_rubric
from ipak_cli.workspace.atomic import make_folder, write_file
from ipak_cli.workspace.store import InputKind, item_table

if TYPE_CHECKING:
    from pathlib import Path

    from ipak_cli.base.problem import Problem
    from ipak_cli.base.provenance import Tool
    from ipak_cli.base.quarter import Quarter
    from ipak_cli.rubric.load import LoadedRubric
    from ipak_cli.rubric.own_form import OwnForm
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.result import SurveyResult


def score_in_workspace(
    request: ScoreRequest, rubric: str | None, workspace: Path, tool: Tool
) -> SurveyResult:
    """Score files by a workspace's settings and store the document, unless it has errors.

    Raises ``ProblemsFoundError`` when ``ipak.yaml`` or the rubric is not sound, or nothing can be written.
    """
    opened = OpenWorkspace(workspace)
    settings = opened.config
    loaded = load_rubric(rubric) if rubric else opened.survey_rubric
    form, told = _form(opened, loaded)
    result = score(request, loaded, tool, settings, form)
    result = replace(result, problems=(*result.problems, *told))
    if has_errors(result.problems) or result.period.quarter is None:
        return result
    quarter = parse_quarter(result.period.quarter)
    result = compare_with_stored(result, quarter, opened.stored)
    opened.stored.store(InputKind.SURVEY, quarter, to_json(result))
    return result


def _form(
    opened: OpenWorkspace, loaded: LoadedRubric[SurveyRubric]
) -> tuple[OwnForm | None, tuple[Problem, ...]]:
    """Return the office's own form; what the settings say of it is for the rubric that they name alone."""
    config = opened.config
    if not config.has_own_form:
        return None, ()
    named = opened.survey_rubric.rubric.id
    if loaded.rubric.id == named:
        return opened.form_of(loaded.rubric), ()
    where = opened.settings.document.place("columns")
    return None, (problem(OWN_FORM_OF_OTHER_RUBRIC, where, named=named, used=loaded.rubric.id),)


def write_result(result: SurveyResult, folder: Path) -> None:
    """Write the document into a folder. Raises ``ProblemsFoundError`` when that is refused."""
    make_folder(folder)
    write_file(folder, PurePath(InputKind.SURVEY.file), to_json(result).encode())


def compare_with_stored(result: SurveyResult, quarter: Quarter, stored: StoredResults) -> SurveyResult:
    """Notice a table that another quarter has handed in already."""
    mine = item_table(result)
    same = [other for other, theirs in stored.item_tables() if other != quarter and theirs == mine]
    where = Where(result.sources[0].name, result.sources[0].sheet)
    found = tuple(problem(TABLE_OF_OTHER_QUARTER, where, quarter=other) for other in same)
    return replace(result, problems=(*found, *result.problems))
