"""``ipak report``: from a workspace's stored results to the files of a period's report."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, has_errors, problem, worst_first
from ipak_cli.catalogue.report import (
    FORMAT_LEFT_OUT,
    FORMAT_NOT_INSTALLED,
    OWN_TEMPLATE_STANDS,
)
from ipak_cli.jobs.follow_up import form_of, put_form
from ipak_cli.jobs.report_inputs import load_inputs
from ipak_cli.jobs.workpaper import workpaper_files
from ipak_cli.jobs.written import WrittenFile
from ipak_cli.report.build import build, prose_variables
from ipak_cli.report.checks import check_pekppp, check_survey
from ipak_cli.report.formats import FORMATS, render
from ipak_cli.report.prose import with_prose
from ipak_cli.report.templates import shipped_template
from ipak_cli.report.work_note import FILE as NOTE
from ipak_cli.report.work_note import work_note
from ipak_cli.workpaper import FILE as WORKPAPER_FILE
from ipak_cli.workpaper import lacks as workpaper_lacks
from ipak_cli.workspace.atomic import ensure_folder, make_folder, write_file, write_for_people
from ipak_cli.workspace.config import ReportFormat
from ipak_cli.workspace.files import is_file
from ipak_cli.workspace.layout import SHOWN
from ipak_cli.workspace.own_templates import own_templates
from ipak_cli.workspace.store import InputKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from ipak_cli.base.period import Period
    from ipak_cli.jobs.open_workspace import OpenWorkspace
    from ipak_cli.jobs.report_inputs import ReportInputs
    from ipak_cli.report.material import Material
    from ipak_cli.report.outline import Report
    from ipak_cli.report.templates import OwnTemplates


SCHEMA: Final = "ipak/report/1"


@dataclass(frozen=True, slots=True)
class ReportMade:
    """What was written, what the report lacks, and what there is to know about it."""

    schema: str
    period: str
    files: tuple[WrittenFile, ...]
    missing: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class RenderedReport:
    """A report's files by name before they are written, what it lacks, and what there is to know about it.

    ``form`` is the form of its follow-up, if anything is below target.
    """

    period: Period
    files: Mapping[str, bytes]
    form: bytes | None
    missing: tuple[str, ...]
    problems: tuple[Problem, ...]


def make_report(
    workspace: OpenWorkspace, period: Period, out: Path | None = None, formats: Sequence[str] = ()
) -> ReportMade:
    """Write a period's report into ``out``, else into the workspace; the same inputs give the same bytes.

    ``formats`` are names of :data:`ipak_cli.report.formats.FORMATS`, and ``xlsx`` for the workpaper: those of
    the settings where none is given, else all that are installed. Raises ``ProblemsFoundError`` when there is
    no result, when a cross-check fails, for faults of settings, rubrics and own templates, and when the
    system refuses; nothing is written then.
    """
    return write_report(render_report(workspace, period, formats), workspace.folder, out)


def render_report(workspace: OpenWorkspace, period: Period, formats: Sequence[str] = ()) -> RenderedReport:
    """Make a period's report without writing it; raises as :func:`make_report` does."""
    names, left_out = _chosen(formats or workspace.config.formats)
    inputs = load_inputs(workspace, period)
    checked = _checked(inputs)
    if has_errors(checked):
        raise ProblemsFoundError(worst_first((*inputs.notices, *checked)))
    material = replace(inputs.material, problems=worst_first((*inputs.material.problems, *checked)))
    beside, untold = workpaper_files(material) if ReportFormat.WORKPAPER in names else ({}, ())
    problems = (*inputs.notices, *left_out, *untold, *material.problems)
    report, files = _written(material, own_templates(workspace.folder), tuple(names))
    note = work_note(report, material, (*problems, *material.survey.problems))
    form = form_of(material, workspace.settings.document)
    return RenderedReport(period, {**files, **beside, NOTE: note}, form, report.missing, problems)


def _written(
    material: Material, own: OwnTemplates, formats: tuple[str, ...]
) -> tuple[Report, Mapping[str, bytes]]:
    """Return the report, and its files in these formats by their names."""
    report = build(material)
    numbered = with_prose(report, prose_variables(material), own.texts)
    return report, render(replace(numbered, pictures=material.files.contents), own, formats)


def _chosen(asked: Sequence[str]) -> tuple[Sequence[str], tuple[Problem, ...]]:
    """Return the formats to make, and what to tell of those that are not installed.

    Raises ``ProblemsFoundError`` where one was asked for that is not.
    """
    entry = FORMAT_NOT_INSTALLED if asked else FORMAT_LEFT_OUT
    names = asked or (*FORMATS, ReportFormat.WORKPAPER)
    made = {name: _made(name) for name in names}
    problems = tuple(
        problem(entry, format=name, file=file, modules=" ".join(lacking))
        for name, (file, lacking) in made.items()
        if lacking
    )
    if has_errors(problems):
        raise ProblemsFoundError(problems)
    return [name for name in names if not made[name][1]], problems


def _made(name: str) -> tuple[str, tuple[str, ...]]:
    """Return the file that a format is read from, and the modules that it lacks."""
    if name == ReportFormat.WORKPAPER:
        return WORKPAPER_FILE, workpaper_lacks()
    return FORMATS[name].file_name, FORMATS[name].lacks


def write_report(report: RenderedReport, workspace: Path, out: Path | None = None) -> ReportMade:
    """Write a report's files into ``out``, else into the workspace; raises when the system refuses."""
    root, folder = _folder(workspace, report.period, out)
    written = [(data, write_for_people(root, folder / name, data)) for name, data in report.files.items()]
    form, kept = put_form(root, folder, report.form)
    if form is not None:
        written.append((report.form or b"", form))
    beside = [place.problem for _, place in written if place.problem is not None]
    return ReportMade(
        schema=SCHEMA,
        period=str(report.period),
        files=tuple(
            WrittenFile(str(place.path), hashlib.sha256(data).hexdigest()) for data, place in written
        ),
        missing=report.missing,
        problems=worst_first((*report.problems, *beside, *kept)),
    )


def _checked(inputs: ReportInputs) -> tuple[Problem, ...]:
    material = inputs.material
    period = material.period
    found = check_survey(material, inputs.survey_rubric, _place(period, InputKind.SURVEY))
    if material.pekppp is not None and inputs.pekppp_rubric is not None:
        found += check_pekppp(material.pekppp, period, inputs.pekppp_rubric, _place(period, InputKind.PEKPPP))
    return found


def _place(period: Period, kind: InputKind) -> Where:
    """Return where a result document stands in a workspace."""
    return Where(SHOWN.result(period, kind.file).as_posix())


def _folder(workspace: Path, period: Period, out: Path | None) -> tuple[Path, PurePath]:
    """Make the report's folder; return what the user named, and where below it the report goes."""
    if out is not None:
        make_folder(out)
        return out, PurePath()
    ensure_folder(workspace, SHOWN.reports)
    ensure_folder(workspace, SHOWN.report(period))
    return workspace, SHOWN.report(period)


def eject_template(workspace: Path, name: str) -> Path:
    """Copy a shipped template into the workspace, where the office may change it; return where it stands.

    Raises ``ProblemsFoundError`` for a name that no template has, and where the office has its own already.
    """
    content = shipped_template(name)
    place = SHOWN.templates / name
    if is_file(workspace, place):
        raise ProblemsFoundError([problem(OWN_TEMPLATE_STANDS, Where(place.as_posix()))])
    for folder in reversed([each for each in place.parents if each.name]):
        ensure_folder(workspace, folder)
    write_file(workspace, place, content)
    return workspace / place
