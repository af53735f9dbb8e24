"""``ipak score``: files in, a result out, which may be kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.problems import has_errors
from ipak_cli.rubric.shipped import SURVEY_RUBRIC, load_rubric

if TYPE_CHECKING:
    from pathlib import Path

    from ipak_cli.origin import Tool
    from ipak_cli.survey.result import SurveyResult


@dataclass(frozen=True, slots=True)
class Place:
    """Where a result document goes: into a workspace, into a folder, both, or neither."""

    workspace: Path | None = None
    out: Path | None = None


def score_files(request: ScoreRequest, rubric: str | None, place: Place, tool: Tool) -> SurveyResult:
    """Score files by the rubric of an id or path, and store or write the document.

    What was not asked comes from the workspace's ``ipak.yaml``, the rubric too. Raises ``ProblemsFoundError``
    when that file or the rubric is not sound or the document cannot be written; the problems of the files are
    in the result, and a result with errors is not written.
    """
    if place == Place():
        return score(request, load_rubric(rubric or SURVEY_RUBRIC), tool)
    # A score that is only shown needs nothing of this, and should not wait for it.
    from ipak_cli.jobs.score_kept import score_in_workspace, write_result  # noqa: PLC0415 (as said)

    if place.workspace is None:
        result = score(request, load_rubric(rubric or SURVEY_RUBRIC), tool)
    else:
        result = score_in_workspace(request, rubric, place.workspace, tool)
    if place.out is not None and not has_errors(result.problems):
        write_result(result, place.out)
    return result
