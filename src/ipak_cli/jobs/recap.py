"""A typed recap as a filled form, scored as any other file; nothing is written that cannot be scored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipak_cli.base.period import parse_period
from ipak_cli.base.printed import Printed
from ipak_cli.base.problem import ProblemsFoundError, Where, has_errors
from ipak_cli.forms.recap import RecapEntries, recap_form
from ipak_cli.forms.survey import must_be_new_workbook, write_new_workbook
from ipak_cli.jobs.kept_kind import other_kind_stored
from ipak_cli.jobs.open_workspace import OpenWorkspace
from ipak_cli.jobs.score import ScoreRequest, score, score_files
from ipak_cli.jobs.score_kept import score_by_settings
from ipak_cli.rubric import SURVEY_RUBRIC
from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.recap import RecapShape
from ipak_cli.tables.open import open_any

if TYPE_CHECKING:
    from pathlib import Path

    from ipak_cli.base.provenance import Tool
    from ipak_cli.rubric.load import LoadedRubric
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.survey.typed_recap import TypedRecap
    from ipak_cli.workspace.layout import Destination


@dataclass(frozen=True, slots=True)
class AskedRecap:
    """Where the form goes, and by which rubric it is scored, where not by the settings' own."""

    out: Path
    rubric: str | None = None
    unit: str | None = None
    replace: bool = False


def instrument(rubric: str | None, workspace: Path | None) -> LoadedRubric[SurveyRubric]:
    """Return the rubric that a recap is typed for: the named one, else the workspace's."""
    if rubric is None and workspace is not None:
        return OpenWorkspace(workspace).survey_rubric
    return load_rubric(rubric or SURVEY_RUBRIC)


def make_recap(said: TypedRecap, asked: AskedRecap, destination: Destination, tool: Tool) -> SurveyResult:
    """Write a typed recap as a form, score it, and store the result as ``ipak score`` does.

    Raises ``ProblemsFoundError``, and leaves nothing behind, where the form cannot be scored, or its period
    holds the result of responses.
    """
    must_be_new_workbook(asked.out, replace=asked.replace)
    content = recap_form(said.rubric, _entries(said, asked.unit))
    _must_be_scored(content, asked, destination, tool)
    write_new_workbook(asked.out, content, replace=asked.replace)
    return score_files(ScoreRequest((asked.out,), unit=asked.unit), asked.rubric, destination, tool)


def _must_be_scored(content: bytes, asked: AskedRecap, destination: Destination, tool: Tool) -> None:
    """Score the form before it is written: one in ``masuk/`` would hold up the runs that follow."""
    request = ScoreRequest((open_any(asked.out, content),), unit=asked.unit)
    if destination.workspace is None:
        result, opened = score(request, instrument(asked.rubric, None), tool), None
    else:
        opened = OpenWorkspace(destination.workspace)
        result = score_by_settings(request, asked.rubric, opened, tool)
    if has_errors(result.problems):
        raise ProblemsFoundError(result.problems)
    if opened is not None and result.period.name is not None:
        period = parse_period(result.period.name)
        if fault := other_kind_stored(result, period, opened.stored, Where(str(asked.out))):
            raise ProblemsFoundError([fault])


def _entries(said: TypedRecap, unit: str | None) -> RecapEntries:
    """Return what the form is filled with."""
    values = said.rubric.scale.values
    figures = said.figures.items()
    counts = {code: dict(zip(values, each, strict=True)) for code, each in figures if isinstance(each, tuple)}
    of_items = said.shape is RecapShape.COUNTS
    return RecapEntries(
        unit=unit,
        period=said.period,
        respondents=said.respondents,
        n=said.numbers,
        counts=counts if of_items else {},
        sums={code: each for code, each in figures if isinstance(each, int)},
        means={code: each for code, each in figures if isinstance(each, Printed)},
        totals={} if of_items else counts,
    )
