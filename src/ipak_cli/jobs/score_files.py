"""``ipak score``: files in, a result out, which may be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.problems import has_errors
from ipak_cli.rubric.defaults import SURVEY_RUBRIC
from ipak_cli.rubric.shipped import load_rubric

if TYPE_CHECKING:
    from ipak_cli.jobs.place import Place
    from ipak_cli.origin import Tool
    from ipak_cli.survey.result import SurveyResult


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
