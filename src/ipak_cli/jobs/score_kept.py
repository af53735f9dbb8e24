"""Scoring where the result is kept: in a workspace, whose settings count, or in a folder."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipak_cli.base.problem import Where, has_errors, problem
from ipak_cli.base.quarter import parse_quarter
from ipak_cli.catalogue.times import TABLE_OF_OTHER_QUARTER
from ipak_cli.documents.write import to_json
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.rubric.load import SURVEY_RUBRIC, load_rubric
from ipak_cli.workspace.atomic import make_folder, write_whole
from ipak_cli.workspace.config_file import load_config, rubric_file
from ipak_cli.workspace.store import SURVEY, item_table, store, stored_item_tables

if TYPE_CHECKING:
    from pathlib import Path

    from ipak_cli.base.provenance import Tool
    from ipak_cli.base.quarter import Quarter
    from ipak_cli.jobs.score import Place
    from ipak_cli.survey.result import SurveyResult


def score_in_workspace(
    request: ScoreRequest, rubric: str | None, workspace: Path, tool: Tool
) -> SurveyResult:
    """Score files by a workspace's settings and store the document, unless it has errors.

    Raises ``ProblemsFoundError`` when ``ipak.yaml`` or the rubric is not sound, or nothing can be written.
    """
    settings = load_config(workspace).config
    named = rubric or rubric_file(workspace, settings.rubrics.survey)
    result = score(request, load_rubric(named), tool, settings)
    if has_errors(result.problems) or result.period.quarter is None:
        return result
    quarter = parse_quarter(result.period.quarter)
    result = compare_with_stored(result, quarter, workspace)
    store(workspace, SURVEY, quarter, to_json(result))
    return result


def write_result(result: SurveyResult, folder: Path) -> None:
    """Write the document into a folder. Raises ``ProblemsFoundError`` when that is refused."""
    make_folder(folder)
    write_whole(folder / SURVEY.file, to_json(result).encode())


def compare_with_stored(result: SurveyResult, quarter: Quarter, workspace: Path) -> SurveyResult:
    """Notice a table that another quarter has handed in already."""
    mine = item_table(result)
    same = [other for other, theirs in stored_item_tables(workspace) if other != quarter and theirs == mine]
    where = Where(result.sources[0].name, result.sources[0].sheet)
    found = tuple(problem(TABLE_OF_OTHER_QUARTER, where, quarter=other) for other in same)
    return replace(result, problems=(*found, *result.problems))


def score_files(request: ScoreRequest, rubric: str | None, place: Place, tool: Tool) -> SurveyResult:
    """Score files by the rubric of an id or path, and store or write the document.

    What was not asked comes from the workspace's ``ipak.yaml``, the rubric too. Raises ``ProblemsFoundError``
    when that file or the rubric is not sound or the document cannot be written; the problems of the files are
    in the result, and a result with errors is not written.
    """
    # A score that is only shown needs nothing of what keeps one, and should not wait for it.
    if place.workspace is None:
        result = score(request, load_rubric(rubric or SURVEY_RUBRIC), tool)
    else:
        from ipak_cli.jobs.score_kept import score_in_workspace  # noqa: PLC0415 (as said)

        result = score_in_workspace(request, rubric, place.workspace, tool)
    if place.out is not None and not has_errors(result.problems):
        from ipak_cli.jobs.score_kept import write_result  # noqa: PLC0415 (as said)

        write_result(result, place.out)
    return result
