"""The workpaper of a result: with its answers for who scores, from counts beside a report."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NotScored, grouped_int
from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, has_errors, problem
from ipak_cli.catalogue.survey import ITEMS_OF_TOO_FEW
from ipak_cli.catalogue.usage import NAME_NOT_XLSX, TARGET_FOLDER_MISSING
from ipak_cli.catalogue.workpaper import (
    WORKPAPER_LEFT_OUT_OTHER_RUBRIC,
    WORKPAPER_LEFT_OUT_RECAP,
    WORKPAPER_LEFT_OUT_TOO_TELLING,
    WORKPAPER_NEEDS_COUNTS,
    WORKPAPER_NEEDS_LIBRARY,
    WORKPAPER_STANDS,
    WORKPAPER_TOO_LONG,
    WORKPAPER_TOO_TELLING,
)
from ipak_cli.workpaper import FILE, lacks

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ipak_cli.base.provenance import Tool
    from ipak_cli.jobs.assess import Assessed, AssessRequest
    from ipak_cli.jobs.score import ScoreRequest
    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.report.material import Material
    from ipak_cli.rubric.load import LoadedRubric
    from ipak_cli.rubric.pekppp import PekpppRubric
    from ipak_cli.survey.reading.answer_rows import ScoredAnswers
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.workspace.layout import Destination

MOST_ANSWERS: Final = 100_000
"""Responses that a workpaper lists; it takes some 20 seconds for them."""


@dataclass(frozen=True, slots=True)
class AskedWorkpaper:
    """Where a workpaper goes, and whether it lists the answers or starts from counts, for circulation."""

    out: Path
    with_answers: bool = True


@dataclass(frozen=True, slots=True)
class AskedBesideAssessment:
    """Where the workpaper of a self-assessment goes, and where its own workbook with the levels beside."""

    workpaper: Path | None = None
    filled: Path | None = None

    @property
    def told(self) -> tuple[str, ...]:
        """What is said of each file when it is written."""
        written = {"Kertas kerja": self.workpaper, "Buku kerja dengan tingkatnya": self.filled}
        return tuple(f"{what} ditulis: {path}" for what, path in written.items() if path is not None)


def score_with_workpaper(
    request: ScoreRequest, rubric: str | None, destination: Destination, tool: Tool, asked: AskedWorkpaper
) -> SurveyResult:
    """Score files as :func:`ipak_cli.jobs.score.score_files` does, and write the workpaper of a sound result.

    Raises ``ProblemsFoundError`` as that does, and when the workpaper's name will not do, or there are too
    many answers for it, or too few: nothing is kept then.
    """
    from ipak_cli.jobs.score import score_files  # noqa: PLC0415 (a report needs nothing of it)

    _must_be_writable(asked.out)
    heard: list[ScoredAnswers] = []

    def hear(answers: ScoredAnswers) -> None:
        _must_fit(answers, asked)
        heard.append(answers)

    result = score_files(replace(request, hear=hear), rubric, destination, tool)
    if not has_errors(result.problems):
        _write(result, heard[-1], destination.workspace, asked)
    return result


def assess_with_workpaper(
    request: AssessRequest,
    loaded: LoadedRubric[PekpppRubric],
    destination: Destination,
    tool: Tool,
    asked: AskedBesideAssessment,
) -> tuple[tuple[PekpppResult, ...], tuple[Problem, ...]]:
    """Assess as :func:`ipak_cli.jobs.assess.assess_files` does, and write what else was asked of one file.

    A result with errors has none of it. Also returns what there is to know of what was written. Raises
    ``ProblemsFoundError`` as that does, and when a name will not do.
    """
    from ipak_cli.jobs.assess import assess_files  # noqa: PLC0415 (a report needs nothing of it)
    from ipak_cli.jobs.filled_assessment import give_back, must_be_of_excel  # noqa: PLC0415 (as above)

    if asked.workpaper is not None:
        _must_be_writable(asked.workpaper)
    if asked.filled is not None:
        _must_be_free(asked.filled)
        must_be_of_excel(request.files[0])
    heard: list[Assessed] = []
    results = assess_files(replace(request, hear=heard.append), loaded, destination, tool)
    told: tuple[Problem, ...] = ()
    for result, assessed in zip(results, heard, strict=True):
        if has_errors(result.problems):
            continue
        if asked.workpaper is not None:
            _write_assessed(replace(assessed, result=result), loaded.rubric, asked.workpaper)
        if asked.filled is not None:
            told += give_back(request.files[0], assessed, asked.filled)
    return results, told


def _write_assessed(assessed: Assessed, rubric: PekpppRubric, out: Path) -> None:
    from ipak_cli.workpaper.pekppp_build import pekppp_workpaper  # noqa: PLC0415 (nobody else waits for it)
    from ipak_cli.workpaper.pekppp_paper import PekpppPaper  # noqa: PLC0415 (as above)
    from ipak_cli.workspace.atomic import write_whole  # noqa: PLC0415 (as above)

    write_whole(out, pekppp_workpaper(PekpppPaper(assessed.result, rubric, assessed.assessment)))


def workpaper_files(material: Material) -> tuple[Mapping[str, bytes], tuple[Problem, ...]]:
    """Return the workpaper of a report by its name, from counts alone; nothing, and why, where it may not be.

    A report goes to many hands, and so does what stands beside it.
    """
    from ipak_cli.workpaper.build import workpaper  # noqa: PLC0415 (nobody else waits for it)
    from ipak_cli.workpaper.paper import Paper, with_settings  # noqa: PLC0415 (as above)

    if material.rubric is None:
        return {}, (problem(WORKPAPER_LEFT_OUT_OTHER_RUBRIC, file=FILE),)
    few = material.survey.least_respondents < material.rubric.smallest_group
    reason = material.items_withheld.get(material.period)
    if few or reason:
        reason = reason or ITEMS_OF_TOO_FEW(smallest=material.rubric.smallest_group)
        return {}, (problem(WORKPAPER_LEFT_OUT_TOO_TELLING, file=FILE, reason=reason),)
    if not _is_counted(material.survey):
        return {}, (problem(WORKPAPER_LEFT_OUT_RECAP, file=FILE),)
    paper = Paper(material.survey, material.rubric)
    return {FILE: workpaper(with_settings(paper, material))}, ()


def _is_counted(survey: SurveyResult) -> bool:
    """Tell whether a result has what a workpaper starts from: each item's counts, and the respondents."""
    counted = all(not isinstance(item.counts, NotScored) for item in survey.items)
    return counted and not isinstance(survey.respondents, NotScored)


def _must_be_writable(out: Path) -> None:
    _must_be_free(out)
    if lacking := lacks():
        raise ProblemsFoundError([problem(WORKPAPER_NEEDS_LIBRARY, modules=" ".join(lacking))])


def _must_be_free(out: Path) -> None:
    if out.suffix.lower() != ".xlsx":
        raise ProblemsFoundError([problem(NAME_NOT_XLSX, Where(str(out)))])
    if os.path.lexists(out):
        raise ProblemsFoundError([problem(WORKPAPER_STANDS, Where(str(out)))])
    if not out.parent.is_dir():
        raise ProblemsFoundError([problem(TARGET_FOLDER_MISSING, Where(str(out)), folder=out.parent)])


def _must_fit(answers: ScoredAnswers, asked: AskedWorkpaper) -> None:
    count, smallest, where = answers.respondents, answers.rubric.smallest_group, Where(str(asked.out))
    if not answers.counted:
        raise ProblemsFoundError([problem(WORKPAPER_NEEDS_COUNTS, where)])
    if asked.with_answers and answers.rows is not None and count > MOST_ANSWERS:
        told = {"count": grouped_int(count), "most": grouped_int(MOST_ANSWERS)}
        raise ProblemsFoundError([problem(WORKPAPER_TOO_LONG, where, **told)])
    if not asked.with_answers and count < smallest:
        raise ProblemsFoundError([problem(WORKPAPER_TOO_TELLING, where, count=count, smallest=smallest)])


def _write(
    result: SurveyResult, answers: ScoredAnswers, workspace: Path | None, asked: AskedWorkpaper
) -> None:
    from ipak_cli.workpaper.build import workpaper  # noqa: PLC0415 (nobody else waits for it)
    from ipak_cli.workpaper.paper import Paper, with_settings  # noqa: PLC0415 (as above)
    from ipak_cli.workspace.atomic import write_whole  # noqa: PLC0415 (as above)

    paper = Paper(result, answers.rubric, answers.rows if asked.with_answers else None)
    if workspace is not None and result.period.name is not None:
        from ipak_cli.jobs.open_workspace import OpenWorkspace  # noqa: PLC0415 (as above)
        from ipak_cli.jobs.report_inputs import load_inputs  # noqa: PLC0415 (as above)

        inputs = load_inputs(OpenWorkspace(workspace), parse_period(result.period.name))
        paper = with_settings(paper, inputs.material)
    write_whole(asked.out, workpaper(paper))
