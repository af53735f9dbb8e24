"""A typed recap as a filled form, scored as any other file; nothing is written that cannot be scored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipak_cli.base.printed import Printed
from ipak_cli.base.problem import ProblemsFoundError, Where, has_errors, problem
from ipak_cli.catalogue.usage import TARGET_FOLDER_MISSING
from ipak_cli.forms.recap import RecapEntries, recap_form
from ipak_cli.forms.survey import must_be_new_workbook, write_new_workbook
from ipak_cli.jobs.kept_kind import may_not_replace, other_kind_stored
from ipak_cli.jobs.open_workspace import OpenWorkspace
from ipak_cli.jobs.score import ScoreRequest, score, score_files
from ipak_cli.jobs.score_kept import score_by_settings
from ipak_cli.rubric import SURVEY_RUBRIC
from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.recap import RecapShape
from ipak_cli.tables.open import open_any

if TYPE_CHECKING:
    from pathlib import Path

    from ipak_cli.base.period import Period
    from ipak_cli.base.provenance import Tool
    from ipak_cli.rubric.load import LoadedRubric
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.survey.typed_recap import TypedRecap
    from ipak_cli.workspace.layout import Destination


@dataclass(frozen=True, slots=True)
class AskedRecap:
    """Where the form goes, and by which rubric it is scored, where not by the settings' own.

    ``lenient`` takes what is missing to the number of respondents for answers that were not given.
    """

    form: Path
    rubric: str | None = None
    unit: str | None = None
    replace: bool = False
    lenient: bool = False


def instrument(rubric: str | None, workspace: Path | None) -> LoadedRubric[SurveyRubric]:
    """Return the rubric that a recap is typed for: the named one, else the workspace's."""
    if rubric is None and workspace is not None:
        return OpenWorkspace(workspace).survey_rubric
    return load_rubric(rubric or SURVEY_RUBRIC)


def must_be_free(form: Path, *, replace: bool) -> None:
    """Raise ``ProblemsFoundError`` where the form cannot be written, before anything is typed for it."""
    must_be_new_workbook(form, replace=replace)
    if not form.parent.is_dir():
        raise ProblemsFoundError([problem(TARGET_FOLDER_MISSING, Where(str(form)), folder=form.parent)])


def must_be_for_a_recap(period: Period, form: Path, workspace: Path | None) -> None:
    """Raise ``ProblemsFoundError`` where a period holds the result of responses already."""
    if workspace is not None:
        stored, where = OpenWorkspace(workspace).stored, Where(str(form))
        if fault := other_kind_stored(period, stored, where, recap=True):
            raise ProblemsFoundError([fault])


def make_recap(said: TypedRecap, asked: AskedRecap, destination: Destination, tool: Tool) -> SurveyResult:
    """Write a typed recap as a form, score it, and store the result as ``ipak score`` does.

    Raises ``ProblemsFoundError``, and leaves nothing behind, where the form cannot be scored, or its period
    holds the result of responses or of a richer recap: one in ``masuk/`` would hold up the runs that follow.
    """
    must_be_free(asked.form, replace=asked.replace)
    if said.period is not None:
        must_be_for_a_recap(said.period, asked.form, destination.workspace)
    content = recap_form(said.rubric, _entries(said, asked.unit))
    result = _scored(content, asked, destination, tool)
    if has_errors(result.problems):
        raise ProblemsFoundError(result.problems)
    if said.period is not None and destination.workspace is not None:
        stored, where = OpenWorkspace(destination.workspace).stored, Where(str(asked.form))
        if fault := may_not_replace(result, said.period, stored, where):
            raise ProblemsFoundError([fault])
    write_new_workbook(asked.form, content, replace=asked.replace)
    request = ScoreRequest((asked.form,), unit=asked.unit, lenient=asked.lenient)
    return score_files(request, asked.rubric, destination, tool)


def _scored(content: bytes, asked: AskedRecap, destination: Destination, tool: Tool) -> SurveyResult:
    """Score the form before it is written, and keep nothing of that."""
    request = ScoreRequest((open_any(asked.form, content),), unit=asked.unit, lenient=asked.lenient)
    if destination.workspace is None:
        return score(request, instrument(asked.rubric, None), tool)
    return score_by_settings(request, asked.rubric, OpenWorkspace(destination.workspace), tool)


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
