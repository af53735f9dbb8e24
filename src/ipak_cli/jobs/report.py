"""``ipak report``: from a workspace's stored results to the files of a quarter's report."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ipak_cli.jobs.report_inputs import load_inputs, own_templates
from ipak_cli.problems import ProblemsFoundError, has_errors, worst_first
from ipak_cli.report.build import build, prose_variables
from ipak_cli.report.checks import check_pekppp, check_survey
from ipak_cli.report.render import render_html, render_markdown, with_prose
from ipak_cli.workspace.whole import make_folder, write_or_beside

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ipak_cli.jobs.report_inputs import Inputs
    from ipak_cli.period import Quarter
    from ipak_cli.problems import Problem
    from ipak_cli.report.material import Material

SCHEMA: Final = "ipak/report/1"
REPORTS: Final = "laporan"
"""The folder of the reports in a workspace."""
MARKDOWN: Final = "laporan.md"
HTML: Final = "laporan.html"


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file of the report: its path as the user would write it, and its content's digest."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ReportMade:
    """What was written, what the report lacks, and what there is to know about it."""

    schema: str
    quarter: str
    files: tuple[WrittenFile, ...]
    missing: tuple[str, ...]
    problems: tuple[Problem, ...]


def make_report(workspace: Path, quarter: Quarter, out: Path | None = None) -> ReportMade:
    """Write a quarter's report into ``out``, else into the workspace; the same inputs give the same bytes.

    Raises ``ProblemsFoundError`` when there is no result, when a cross-check fails, for faults of settings,
    rubrics and own templates, and when the system refuses; nothing is written then.
    """
    inputs = load_inputs(workspace, quarter)
    checked = _checked(inputs)
    if has_errors(checked):
        raise ProblemsFoundError(worst_first((*inputs.notices, *checked)))
    material = replace(inputs.material, problems=worst_first((*inputs.material.problems, *checked)))
    texts, missing = _written(material, own_templates(workspace))
    folder = _folder(workspace, quarter) if out is None else out
    make_folder(folder)
    written = [(text, write_or_beside(folder / name, text.encode())) for name, text in texts.items()]
    beside = [place.problem for _, place in written if place.problem is not None]
    return ReportMade(
        schema=SCHEMA,
        quarter=str(quarter),
        files=tuple(_described(place.path, text) for text, place in written),
        missing=missing,
        problems=worst_first((*inputs.notices, *material.problems, *beside)),
    )


def _checked(inputs: Inputs) -> tuple[Problem, ...]:
    material = inputs.material
    found = check_survey(material, inputs.survey_rubric)
    if material.pekppp is not None and inputs.pekppp_rubric is not None:
        found += check_pekppp(material.pekppp, material.quarter, inputs.pekppp_rubric)
    return found


def _written(material: Material, own: Mapping[str, str]) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """Return every file's text by its name, and what the report lacks."""
    variables = prose_variables(material)
    report = with_prose(build(material), variables, own)
    page = render_html(report, variables, own)
    text, pictures = render_markdown(report, variables, own)
    return {MARKDOWN: text, HTML: page, **pictures}, report.missing


def _folder(workspace: Path, quarter: Quarter) -> Path:
    make_folder(workspace / REPORTS)
    return workspace / REPORTS / str(quarter)


def _described(path: Path, text: str) -> WrittenFile:
    return WrittenFile(str(path), hashlib.sha256(text.encode()).hexdigest())
