"""Scoring where the result is kept: in a workspace, whose settings count, or in a folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from ipak_cli.base.problem import Where, has_errors, problem
from ipak_cli.base.quarter import parse_quarter
from ipak_cli.catalogue.survey import TABLE_OF_OTHER_QUARTER
from ipak_cli.documents.write import to_json
from ipak_cli.jobs.open_workspace import OpenWorkspace, StoredResults
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.rubric.load import load_rubric
from ipak_cli.workspace.atomic import make_folder, write_file
from ipak_cli.workspace.store import InputKind, item_table

if TYPE_CHECKING:
    from pathlib import Path

    from ipak_cli.base.provenance import Tool
    from ipak_cli.base.quarter import Quarter
    from ipak_cli.survey.result import SurveyResult


def score_in_workspace(
    request: ScoreRequest, rubric: str | None, workspace: Path, tool: Tool
) -> SurveyResult:
    """Score files by a workspace's settings and store the document, unless it has errors.

    Raises ``ProblemsFoundError`` when ``ipak.yaml`` or the rubric is not sound, or nothing can be written.
    """
    opened = OpenWorkspace(workspace)
    result = score_by_settings(request, rubric, opened, tool)
    if has_errors(result.problems) or result.period.quarter is None:
        return result
    quarter = parse_quarter(result.period.quarter)
    result = compare_with_stored(result, quarter, opened.stored)
    opened.stored.store(InputKind.SURVEY, quarter, to_json(result))
    return result


def score_by_settings(
    request: ScoreRequest, rubric: str | None, opened: OpenWorkspace, tool: Tool
) -> SurveyResult:
    """Score files by a workspace's settings, and store nothing.

    Raises ``ProblemsFoundError`` when ``ipak.yaml`` or the rubric is not sound.
    """
    settings = opened.config
    loaded = load_rubric(rubric) if rubric else opened.survey_rubric
    return score(request, loaded, tool, settings)


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
