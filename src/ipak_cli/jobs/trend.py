"""``ipak trend``: the indices over the quarters that a workspace has stored."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipak_cli.base.problem import Problem, ProblemsFoundError, problem, worst_first
from ipak_cli.catalogue.workspace import NO_STORED_RESULTS
from ipak_cli.report.trend import Trend, trend
from ipak_cli.workspace.store import SURVEY, load, stored_quarters

if TYPE_CHECKING:
    from pathlib import Path

    from ipak_cli.survey.result import SurveyResult


def stored_trend(workspace: Path) -> Trend:
    """Join the stored survey results; one that cannot be read is left out and named in the problems.

    Raises ``ProblemsFoundError`` when no result can be read, or when their rubrics cannot be joined.
    """
    results, unread = _load_all(workspace)
    if not results:
        raise ProblemsFoundError(unread or [problem(NO_STORED_RESULTS)])
    try:
        joined = trend(results)
    except ProblemsFoundError as refusal:
        raise ProblemsFoundError((*unread, *refusal.problems)) from None
    return replace(joined, problems=worst_first((*unread, *joined.problems)))


def _load_all(workspace: Path) -> tuple[list[SurveyResult], list[Problem]]:
    results: list[SurveyResult] = []
    unread: list[Problem] = []
    for quarter in stored_quarters(workspace, SURVEY):
        try:
            results.append(load(workspace, SURVEY, quarter))
        except ProblemsFoundError as found:
            unread += found.problems
    return results, unread
