"""``ipak report``: from a workspace's stored results to the files of a period's report."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, has_errors, problem, worst_first
from ipak_cli.catalogue.report import (
    FORMAT_LEFT_OUT,
    FORMAT_NOT_INSTALLED,
    OLDER_FILES_BESIDE,
    OWN_TEMPLATE_STANDS,
    REPORT_LARGE_TO_MAIL,
)
from ipak_cli.jobs.follow_up import form_of, put_form
from ipak_cli.jobs.kept_workbooks import beside_taken, is_workpaper
from ipak_cli.jobs.report_inputs import load_inputs
from ipak_cli.jobs.suggestions import waiting_texts
from ipak_cli.jobs.workpaper import workpaper_files
from ipak_cli.jobs.written import WrittenFile, place_for_files, write_files, written_file
from ipak_cli.report.build import build, prose_variables
from ipak_cli.report.checks import check_pekppp, check_survey
from ipak_cli.report.extent import Extent
from ipak_cli.report.formats import FORMATS, render
from ipak_cli.report.outline import pictures_of
from ipak_cli.report.prose import with_prose
from ipak_cli.report.summary import summary_alone
from ipak_cli.report.templates import shipped_template
from ipak_cli.report.work_note import FILE as NOTE
from ipak_cli.report.work_note import work_note
from ipak_cli.workpaper import FILE as WORKPAPER_FILE
from ipak_cli.workpaper import lacks as workpaper_lacks
from ipak_cli.workspace.atomic import ensure_folders, named_beside, write_file
from ipak_cli.workspace.config_publication import ReportFormat
from ipak_cli.workspace.files import is_file
from ipak_cli.workspace.layout import SHOWN
from ipak_cli.workspace.listing import EntryType, list_folder
from ipak_cli.workspace.own_templates import own_templates
from ipak_cli.workspace.report_files import office_files
from ipak_cli.workspace.store import InputKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from ipak_cli.base.period import Period
    from ipak_cli.jobs.open_workspace import OpenWorkspace
    from ipak_cli.jobs.report_inputs import ReportInputs
    from ipak_cli.report.material import Material
    from ipak_cli.report.outline import Report
    from ipak_cli.report.templates import OwnTemplates

SCHEMA: Final = "ipak/report/1"
_LARGE_TO_MAIL: Final = 10_000_000
"""Bytes of a file from which mailboxes may refuse it."""
_PICTURE: Final = re.compile(r"(?:gambar|foto|logo|lampiran)-[a-z0-9-]+\.(?:svg|png|jpg)")


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

    ``form`` is the form of its follow-up, if anything is below target; a summary alone has none, and leaves
    that of the report as it is.
    """

    period: Period
    extent: Extent
    files: Mapping[str, bytes]
    form: bytes | None
    missing: tuple[str, ...]
    problems: tuple[Problem, ...]


def make_report(
    workspace: OpenWorkspace,
    period: Period,
    out: Path | None = None,
    formats: Sequence[str] = (),
    extent: Extent = Extent.FULL,
) -> ReportMade:
    """Write a period's report into ``out``, else into the workspace; the same inputs give the same bytes.

    Its summary alone, where ``extent`` says so, stands beside the report and leaves that as it is.

    ``formats`` are names of :data:`ipak_cli.report.formats.FORMATS`, and ``xlsx`` for the workpaper: those of
    the settings where none is given, else all that are installed. Raises ``ProblemsFoundError`` when there is
    no result, when a cross-check fails, for faults of settings, rubrics and own templates, and when the
    system refuses; nothing is written then.
    """
    return write_report(render_report(workspace, period, formats, extent), workspace.folder, out)


def render_report(
    workspace: OpenWorkspace, period: Period, formats: Sequence[str] = (), extent: Extent = Extent.FULL
) -> RenderedReport:
    """Make a period's report without writing it; raises as :func:`make_report` does."""
    names, left_out = _chosen(formats or workspace.config.report_formats, extent)
    inputs = load_inputs(workspace, period)
    checked = cross_checked(inputs)
    if has_errors(checked):
        raise ProblemsFoundError(worst_first((*inputs.notices, *checked)))
    material = replace(
        inputs.material.as_circulated(),
        problems=worst_first((*inputs.material.problems, *checked)),
        files=office_files(workspace.folder, workspace.settings),
    )
    beside, untold = workpaper_files(material) if ReportFormat.WORKPAPER in names else ({}, ())
    report, files = _written(material, own_templates(workspace.folder), tuple(names), extent)
    large = _large_to_mail(files, material)
    waiting = waiting_texts(period, material.texts_withheld)
    problems = (*inputs.notices, *waiting, *left_out, *untold, *material.problems, *large)
    files = {**files, **beside}
    if extent is Extent.FULL:
        note = work_note(report, material, (*problems, *material.survey.problems))
        files = {**files, NOTE: note}
    form = form_of(material, workspace.settings.document) if extent is Extent.FULL else None
    return RenderedReport(period, extent, files, form, report.missing, problems)


def _written(
    material: Material, own: OwnTemplates, formats: tuple[str, ...], extent: Extent
) -> tuple[Report, Mapping[str, bytes]]:
    """Return the report, and its files in these formats by their names."""
    report = build(material)
    if extent is Extent.SUMMARY:
        report = summary_alone(report)
    shown = {each.file_name for each in pictures_of(report)}
    contents = {
        name: data for name, data in material.files.contents.items() if extent is Extent.FULL or name in shown
    }
    numbered = with_prose(report, prose_variables(material), own.texts)
    return report, render(replace(numbered, pictures=contents), own, formats)


def _large_to_mail(files: Mapping[str, bytes], material: Material) -> Iterator[Problem]:
    """Yield which files are large to mail, if the office's pictures make some so."""
    large = tuple(name for name, content in files.items() if len(content) > _LARGE_TO_MAIL)
    if large and material.files.contents:
        yield problem(REPORT_LARGE_TO_MAIL, files=large)


def _chosen(asked: Sequence[str], extent: Extent) -> tuple[Sequence[str], tuple[Problem, ...]]:
    """Return the formats to make, and what to tell of those that are not installed.

    Raises ``ProblemsFoundError`` where one was asked for that is not.
    """
    entry = FORMAT_NOT_INSTALLED if asked else FORMAT_LEFT_OUT
    beside = (ReportFormat.WORKPAPER,) if extent is Extent.FULL else ()
    names = asked or (*FORMATS, *beside)
    made = {name: _made(name, extent) for name in names}
    problems = tuple(
        problem(entry, format=name, file=file, modules=" ".join(lacking))
        for name, (file, lacking) in made.items()
        if lacking
    )
    if has_errors(problems):
        raise ProblemsFoundError(problems)
    return [name for name in names if not made[name][1]], problems


def _made(name: str, extent: Extent) -> tuple[str, tuple[str, ...]]:
    """Return the file that a format is read from, and the modules that it lacks."""
    if name == ReportFormat.WORKPAPER:
        return WORKPAPER_FILE, workpaper_lacks()
    return f"{extent}.{name}", FORMATS[name].lacks


def write_report(report: RenderedReport, workspace: Path, out: Path | None = None) -> ReportMade:
    """Write a report's files into ``out``, else into the workspace; raises when the system refuses.

    Files of an earlier report that are not among them stay, since people may have edited them, and are told;
    so does a workpaper that somebody saved, and the new one stands beside it.
    """
    root, folder = place_for_files(workspace, SHOWN.report(report.period), out)
    contents, reviewed, kept = beside_taken(root, folder, report.files)
    made = write_files(workspace, root, folder, contents)
    files, beside = made.files, made.problems
    if report.extent is Extent.FULL:
        form, filled = put_form(root, folder, report.form)
        files += () if form is None else (written_file(form, report.form or b""),)
        kept += filled
    names = {PurePath(each.path).name for each in files}
    beside += tuple(_left_behind(root, folder, {*names, *reviewed, *made.kept}))
    return ReportMade(
        schema=SCHEMA,
        period=str(report.period),
        files=files,
        missing=report.missing,
        problems=worst_first((*report.problems, *beside, *kept)),
    )


def _left_behind(root: Path, folder: PurePath, written: set[str]) -> Iterator[Problem]:
    """Yield which files of an earlier report stand beside those that were written or told of, if any do.

    A summary alone says nothing of the report beside it, which is another document.
    """
    about = [extent for extent in Extent if written & {f"{extent}.{name}" for name in FORMATS}]
    full = Extent.FULL in about
    mine = {f"{extent}.{name}" for extent in (Extent if full else about) for name in FORMATS}
    mine |= {str(named_beside(PurePath(name))) for name in mine}
    found = (each.name.name for each in list_folder(root, folder) if each.type is EntryType.FILE)
    older = [name for name in found if name in mine or (full and _is_beside(name))]
    if left := [name for name in older if name not in written]:
        yield problem(OLDER_FILES_BESIDE, Where(str(folder if folder.parts else root)), files=tuple(left))


def _is_beside(name: str) -> bool:
    """Tell whether a file is named like a picture of a report, or like its workpaper."""
    return is_workpaper(name) or _PICTURE.fullmatch(name) is not None


def cross_checked(inputs: ReportInputs) -> tuple[Problem, ...]:
    """Return what the results contradict: their own answers, the rubrics, the settings."""
    material = inputs.material
    period = material.period
    found = check_survey(material, inputs.survey_rubric, _place(period, InputKind.SURVEY))
    if material.pekppp is not None and inputs.pekppp_rubric is not None:
        found += check_pekppp(material.pekppp, period, inputs.pekppp_rubric, _place(period, InputKind.PEKPPP))
    return found


def _place(period: Period, kind: InputKind) -> Where:
    """Return where a result document stands in a workspace."""
    return Where(SHOWN.result(period, kind.file).as_posix())


def eject_template(workspace: Path, name: str) -> Path:
    """Copy a shipped template into the workspace, where the office may change it; return where it stands.

    Raises ``ProblemsFoundError`` for a name that no template has, and where the office has its own already.
    """
    content = shipped_template(name)
    place = SHOWN.templates / name
    if is_file(workspace, place):
        raise ProblemsFoundError([problem(OWN_TEMPLATE_STANDS, Where(place.as_posix()))])
    ensure_folders(workspace, place.parent)
    write_file(workspace, place, content)
    return workspace / place
