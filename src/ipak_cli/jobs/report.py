"""``ipak report``: from a workspace's stored results to the files of a period's report."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, has_errors, problem, worst_first
from ipak_cli.catalogue.drive import NOTHING_STORED_YET
from ipak_cli.catalogue.report import (
    FIGURES_CONTRADICT_ANSWERS,
    FORMAT_LEFT_OUT,
    FORMAT_NOT_INSTALLED,
    PERIOD_NOT_COMPARED,
    PERIOD_WITHOUT_RESULT,
    RESULT_WITHOUT_FIGURES,
)
from ipak_cli.catalogue.workspace import NO_STORED_RESULTS
from ipak_cli.report.build import build, prose_variables
from ipak_cli.report.checks import check_pekppp, check_survey, survey_differences
from ipak_cli.report.formats import FORMATS, render
from ipak_cli.report.material import (
    ActionProgress,
    Material,
    Office,
    OfficeSettings,
    PlannedAction,
    earlier_than,
    history_of,
)
from ipak_cli.report.outline import Person
from ipak_cli.report.prose import with_prose
from ipak_cli.report.trend import trend
from ipak_cli.workspace.atomic import ensure_folder, make_folder, write_for_people
from ipak_cli.workspace.config_file import check_items, examples_left
from ipak_cli.workspace.layout import SHOWN
from ipak_cli.workspace.own_templates import own_templates
from ipak_cli.workspace.store import InputKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from ipak_cli.base.period import Period
    from ipak_cli.jobs.open_workspace import OpenWorkspace, StoredResults
    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.rubric.load import LoadedRubric
    from ipak_cli.rubric.pekppp import PekpppRubric
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.result import ItemResult, SurveyResult
    from ipak_cli.workspace.config import Config
    from ipak_cli.workspace.config_file import LoadedConfig


@dataclass(frozen=True, slots=True)
class ReportInputs:
    """A report's material, the rubrics to check it by, and ``notices`` for the user alone."""

    material: Material
    survey_rubric: LoadedRubric[SurveyRubric]
    pekppp_rubric: LoadedRubric[PekpppRubric] | None
    notices: tuple[Problem, ...]


def load_inputs(workspace: OpenWorkspace, period: Period) -> ReportInputs:
    """Read everything that a period's report needs.

    Raises ``ProblemsFoundError`` when the period has no result, or for what cannot be read.
    """
    loaded = workspace.settings
    stored = workspace.stored.periods(InputKind.SURVEY)
    if period not in stored:
        shown = ", ".join(map(str, stored)) or NOTHING_STORED_YET()
        raise ProblemsFoundError([problem(PERIOD_WITHOUT_RESULT, period=period, stored=shown)])
    rubric = workspace.survey_rubric
    notices = _notices(loaded, rubric.rubric)
    survey = workspace.stored.load(InputKind.SURVEY, period)
    earlier = [each for each in stored if period.follows(each)]
    joined, problems = _joined(survey, _earlier(workspace.stored, earlier), rubric)
    pekppp, pekppp_rubric = _pekppp(workspace, period)
    history = history_of(period, joined | {period: survey})
    material = Material(
        office_settings(loaded.config, period, survey.items), period, survey, history, pekppp, problems,
        earlier_than(history, joined),
    )  # fmt: skip
    return ReportInputs(material, rubric, pekppp_rubric, notices)


def newest_period(workspace: OpenWorkspace) -> Period:
    """Return the newest period that has a result: one of the settings' kind before all others.

    Raises ``ProblemsFoundError`` where nothing is stored.
    """
    stored, kind = workspace.stored.periods(InputKind.SURVEY), workspace.config.period_kind
    if not stored:
        raise ProblemsFoundError([problem(NO_STORED_RESULTS)])
    return max(stored, key=lambda each: (each.kind is kind, each.end, each))


def office_settings(config: Config, period: Period, items: Sequence[ItemResult]) -> OfficeSettings:
    """Return what ``ipak.yaml`` says for the report of a period and its items."""
    unit, signatory, of_period = config.unit, config.signatory, config.of(period)
    return OfficeSettings(
        timezone=config.zone.name,
        office=Office(unit.name, unit.short_name, unit.parent, unit.address, unit.city) if unit else Office(),
        signer=Person(signatory.name, signatory.position, signatory.nip) if signatory else None,
        directors=config.directors,
        editors=config.editors,
        legal_basis=config.legal_basis,
        place=config.report.place,
        link=config.report.link,
        population=of_period.population,
        performance=of_period.performance,
        note=of_period.note,
        signed=of_period.signed,
        targets={item.code: target for item in items if (target := config.target_of(item.code)) is not None},
        actions={
            code: PlannedAction(each.actions, each.pic, each.deadline, ActionProgress(each.status.value))
            for code in (*config.follow_up, *of_period.follow_up)
            if (each := config.follow_up_of(code, period)) is not None
        },
    )


def _notices(loaded: LoadedConfig, rubric: SurveyRubric) -> tuple[Problem, ...]:
    items = check_items(loaded.config, rubric, loaded.document.place)
    if has_errors(items):
        raise ProblemsFoundError(items)
    return (*loaded.problems, *items, *examples_left(loaded.document))


def _earlier(
    stored: StoredResults, periods: list[Period]
) -> Iterator[tuple[Period, SurveyResult | ProblemsFoundError]]:
    for period in periods:
        try:
            yield period, stored.load(InputKind.SURVEY, period)
        except ProblemsFoundError as unread:
            yield period, unread


def _joined(
    survey: SurveyResult,
    earlier: Iterator[tuple[Period, SurveyResult | ProblemsFoundError]],
    rubric: LoadedRubric[SurveyRubric],
) -> tuple[dict[Period, SurveyResult], tuple[Problem, ...]]:
    """Return the earlier results that can be compared with the period's; warn of each other one."""
    joined: dict[Period, SurveyResult] = {}
    problems: list[Problem] = []
    for period, found in earlier:
        try:
            if isinstance(found, ProblemsFoundError):
                raise found
            _must_be_sound(found, rubric)
            problems += trend([found, survey]).problems
            joined[period] = found
        except ProblemsFoundError as refusal:
            problems.append(problem(PERIOD_NOT_COMPARED, period=period, reason=refusal.problems[0].message))
    return joined, tuple(problems)


def _must_be_sound(result: SurveyResult, rubric: LoadedRubric[SurveyRubric]) -> None:
    """Raise ``ProblemsFoundError`` for a result without figures, or with some that its answers deny."""
    if result.respondents is None:
        raise ProblemsFoundError([problem(RESULT_WITHOUT_FIGURES, period=result.period.name)])
    if result.rubric.digest == rubric.digest and (wrong := [*survey_differences(result, rubric.rubric)]):
        raise ProblemsFoundError([problem(FIGURES_CONTRADICT_ANSWERS, what=wrong[0])])


def _pekppp(
    workspace: OpenWorkspace, period: Period
) -> tuple[PekpppResult | None, LoadedRubric[PekpppRubric] | None]:
    if period not in workspace.stored.periods(InputKind.PEKPPP):
        return None, None
    return workspace.stored.load(InputKind.PEKPPP, period), workspace.pekppp_rubric


SCHEMA: Final = "ipak/report/1"


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file of the report: its path as the user would write it, and its content's digest."""

    path: str
    sha256: str


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
    """A report's files by name before they are written, what it lacks, and what there is to know about it."""

    period: Period
    files: Mapping[str, bytes]
    missing: tuple[str, ...]
    problems: tuple[Problem, ...]


def make_report(
    workspace: OpenWorkspace, period: Period, out: Path | None = None, formats: Sequence[str] = ()
) -> ReportMade:
    """Write a period's report into ``out``, else into the workspace; the same inputs give the same bytes.

    ``formats`` are names of :data:`ipak_cli.report.formats.FORMATS`: those of the settings where none is
    given, else all that are installed. Raises ``ProblemsFoundError`` when there is no result, when a
    cross-check fails, for faults of settings, rubrics and own templates, and when the system refuses; nothing
    is written then.
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
    files, missing = _written(material, own_templates(workspace.folder), names)
    return RenderedReport(period, dict(files), missing, (*inputs.notices, *left_out, *material.problems))


def _chosen(asked: Sequence[str]) -> tuple[Sequence[str], tuple[Problem, ...]]:
    """Return the formats to make, and what to tell of those that are not installed.

    Raises ``ProblemsFoundError`` where one was asked for that is not.
    """
    entry = FORMAT_NOT_INSTALLED if asked else FORMAT_LEFT_OUT
    problems = tuple(
        problem(entry, format=name, file=FORMATS[name].file_name, modules=" ".join(modules))
        for name in asked or FORMATS
        if (modules := FORMATS[name].lacks)
    )
    if has_errors(problems):
        raise ProblemsFoundError(problems)
    return [name for name in asked or FORMATS if not FORMATS[name].lacks], problems


def write_report(report: RenderedReport, workspace: Path, out: Path | None = None) -> ReportMade:
    """Write a report's files into ``out``, else into the workspace; raises when the system refuses."""
    root, folder = _folder(workspace, report.period, out)
    written = [(data, write_for_people(root, folder / name, data)) for name, data in report.files.items()]
    beside = [place.problem for _, place in written if place.problem is not None]
    return ReportMade(
        schema=SCHEMA,
        period=str(report.period),
        files=tuple(
            WrittenFile(str(place.path), hashlib.sha256(data).hexdigest()) for data, place in written
        ),
        missing=report.missing,
        problems=worst_first((*report.problems, *beside)),
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


def _written(
    material: Material, own: Mapping[str, str], formats: Sequence[str]
) -> tuple[Mapping[str, bytes], tuple[str, ...]]:
    """Return every file of the report by its name, and what the report lacks."""
    report = build(material)
    numbered = with_prose(report, prose_variables(material), own)
    return render(numbered, own, formats), report.missing


def _folder(workspace: Path, period: Period, out: Path | None) -> tuple[Path, PurePath]:
    """Make the report's folder; return what the user named, and where below it the report goes."""
    if out is not None:
        make_folder(out)
        return out, PurePath()
    ensure_folder(workspace, SHOWN.reports)
    ensure_folder(workspace, SHOWN.report(period))
    return workspace, SHOWN.report(period)
