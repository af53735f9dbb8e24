"""``ipak report``: from a workspace's stored results to the files of a quarter's report."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, has_errors, problem, worst_first
from ipak_cli.catalogue.drive import NOTHING_STORED_YET
from ipak_cli.catalogue.report import (
    FIGURES_CONTRADICT_ANSWERS,
    QUARTER_NOT_COMPARED,
    QUARTER_WITHOUT_RESULT,
    RESULT_WITHOUT_FIGURES,
)
from ipak_cli.report.build import build, prose_variables
from ipak_cli.report.checks import check_pekppp, check_survey, survey_differences
from ipak_cli.report.formats import render
from ipak_cli.report.material import (
    ActionProgress,
    Material,
    Office,
    OfficeSettings,
    PlannedAction,
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

    from ipak_cli.base.quarter import Quarter
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


def load_inputs(workspace: OpenWorkspace, quarter: Quarter) -> ReportInputs:
    """Read everything that a quarter's report needs.

    Raises ``ProblemsFoundError`` when the quarter has no result, or for what cannot be read.
    """
    loaded = workspace.settings
    stored = workspace.stored.quarters(InputKind.SURVEY)
    if quarter not in stored:
        shown = ", ".join(map(str, stored)) or NOTHING_STORED_YET()
        raise ProblemsFoundError([problem(QUARTER_WITHOUT_RESULT, quarter=quarter, stored=shown)])
    rubric = workspace.survey_rubric
    notices = _notices(loaded, rubric.rubric)
    survey = workspace.stored.load(InputKind.SURVEY, quarter)
    earlier = [each for each in stored if each < quarter]
    joined, problems = _joined(survey, _earlier(workspace.stored, earlier), rubric)
    pekppp, pekppp_rubric = _pekppp(workspace, quarter)
    history = history_of(quarter, joined | {quarter: survey})
    material = Material(
        office_settings(loaded.config, quarter, survey.items), quarter, survey, history, pekppp, problems
    )
    return ReportInputs(material, rubric, pekppp_rubric, notices)


def office_settings(config: Config, quarter: Quarter, items: Sequence[ItemResult]) -> OfficeSettings:
    """Return what ``ipak.yaml`` says for the report of a quarter and its items."""
    unit, signatory, of_quarter = config.unit, config.signatory, config.of(quarter)
    return OfficeSettings(
        timezone=config.zone.name,
        office=Office(unit.name, unit.short_name, unit.parent, unit.address, unit.city) if unit else Office(),
        signer=Person(signatory.name, signatory.position, signatory.nip) if signatory else None,
        directors=config.directors,
        editors=config.editors,
        legal_basis=config.legal_basis,
        place=config.report.place,
        link=config.report.link,
        population=of_quarter.population,
        performance=of_quarter.performance,
        note=of_quarter.note,
        signed=of_quarter.signed,
        targets={item.code: target for item in items if (target := config.target_of(item.code)) is not None},
        actions={
            code: PlannedAction(each.actions, each.pic, each.deadline, ActionProgress(each.status.value))
            for code in (*config.follow_up, *of_quarter.follow_up)
            if (each := config.follow_up_of(code, quarter)) is not None
        },
    )


def _notices(loaded: LoadedConfig, rubric: SurveyRubric) -> tuple[Problem, ...]:
    items = check_items(loaded.config, rubric, loaded.document.place)
    if has_errors(items):
        raise ProblemsFoundError(items)
    return (*loaded.problems, *items, *examples_left(loaded.document))


def _earlier(
    stored: StoredResults, quarters: list[Quarter]
) -> Iterator[tuple[Quarter, SurveyResult | ProblemsFoundError]]:
    for quarter in quarters:
        try:
            yield quarter, stored.load(InputKind.SURVEY, quarter)
        except ProblemsFoundError as unread:
            yield quarter, unread


def _joined(
    survey: SurveyResult,
    earlier: Iterator[tuple[Quarter, SurveyResult | ProblemsFoundError]],
    rubric: LoadedRubric[SurveyRubric],
) -> tuple[dict[Quarter, SurveyResult], tuple[Problem, ...]]:
    """Return the earlier results that can be compared with the quarter's; warn of each other one."""
    joined: dict[Quarter, SurveyResult] = {}
    problems: list[Problem] = []
    for quarter, found in earlier:
        try:
            if isinstance(found, ProblemsFoundError):
                raise found
            _must_be_sound(found, rubric)
            problems += trend([found, survey]).problems
            joined[quarter] = found
        except ProblemsFoundError as refusal:
            problems.append(
                problem(QUARTER_NOT_COMPARED, quarter=quarter, reason=refusal.problems[0].message)
            )
    return joined, tuple(problems)


def _must_be_sound(result: SurveyResult, rubric: LoadedRubric[SurveyRubric]) -> None:
    """Raise ``ProblemsFoundError`` for a result without figures, or with some that its answers deny."""
    if result.respondents is None:
        raise ProblemsFoundError([problem(RESULT_WITHOUT_FIGURES, quarter=result.period.quarter)])
    if result.rubric.digest == rubric.digest and (wrong := [*survey_differences(result, rubric.rubric)]):
        raise ProblemsFoundError([problem(FIGURES_CONTRADICT_ANSWERS, what=wrong[0])])


def _pekppp(
    workspace: OpenWorkspace, quarter: Quarter
) -> tuple[PekpppResult | None, LoadedRubric[PekpppRubric] | None]:
    if quarter not in workspace.stored.quarters(InputKind.PEKPPP):
        return None, None
    return workspace.stored.load(InputKind.PEKPPP, quarter), workspace.pekppp_rubric


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
    quarter: str
    files: tuple[WrittenFile, ...]
    missing: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class RenderedReport:
    """A report's files by name before they are written, what it lacks, and what there is to know about it."""

    quarter: Quarter
    files: Mapping[str, bytes]
    missing: tuple[str, ...]
    problems: tuple[Problem, ...]


def make_report(workspace: OpenWorkspace, quarter: Quarter, out: Path | None = None) -> ReportMade:
    """Write a quarter's report into ``out``, else into the workspace; the same inputs give the same bytes.

    Raises ``ProblemsFoundError`` when there is no result, when a cross-check fails, for faults of settings,
    rubrics and own templates, and when the system refuses; nothing is written then.
    """
    return write_report(render_report(workspace, quarter), workspace.folder, out)


def render_report(workspace: OpenWorkspace, quarter: Quarter) -> RenderedReport:
    """Make a quarter's report without writing it; raises as :func:`make_report` does."""
    inputs = load_inputs(workspace, quarter)
    checked = _checked(inputs)
    if has_errors(checked):
        raise ProblemsFoundError(worst_first((*inputs.notices, *checked)))
    material = replace(inputs.material, problems=worst_first((*inputs.material.problems, *checked)))
    files, missing = _written(material, own_templates(workspace.folder))
    return RenderedReport(quarter, dict(files), missing, (*inputs.notices, *material.problems))


def write_report(report: RenderedReport, workspace: Path, out: Path | None = None) -> ReportMade:
    """Write a report's files into ``out``, else into the workspace; raises when the system refuses."""
    root, folder = _folder(workspace, report.quarter, out)
    written = [(data, write_for_people(root, folder / name, data)) for name, data in report.files.items()]
    beside = [place.problem for _, place in written if place.problem is not None]
    return ReportMade(
        schema=SCHEMA,
        quarter=str(report.quarter),
        files=tuple(
            WrittenFile(str(place.path), hashlib.sha256(data).hexdigest()) for data, place in written
        ),
        missing=report.missing,
        problems=worst_first((*report.problems, *beside)),
    )


def _checked(inputs: ReportInputs) -> tuple[Problem, ...]:
    material = inputs.material
    quarter = material.quarter
    found = check_survey(material, inputs.survey_rubric, _place(quarter, InputKind.SURVEY))
    if material.pekppp is not None and inputs.pekppp_rubric is not None:
        found += check_pekppp(
            material.pekppp, quarter, inputs.pekppp_rubric, _place(quarter, InputKind.PEKPPP)
        )
    return found


def _place(quarter: Quarter, kind: InputKind) -> Where:
    """Return where a result document stands in a workspace."""
    return Where(SHOWN.result(quarter, kind.file).as_posix())


def _written(material: Material, own: Mapping[str, str]) -> tuple[Mapping[str, bytes], tuple[str, ...]]:
    """Return every file of the report by its name, and what the report lacks."""
    report = build(material)
    numbered = with_prose(report, prose_variables(material), own)
    return render(numbered, own), report.missing


def _folder(workspace: Path, quarter: Quarter, out: Path | None) -> tuple[Path, PurePath]:
    """Make the report's folder; return what the user named, and where below it the report goes."""
    if out is not None:
        make_folder(out)
        return out, PurePath()
    ensure_folder(workspace, SHOWN.reports)
    ensure_folder(workspace, SHOWN.report(quarter))
    return workspace, SHOWN.report(quarter)
