"""Scoring where the result is kept: in a workspace, whose settings count, or in a folder."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from ipak_cli.base.period import parse_asked, parse_period
from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, has_errors, problem
from ipak_cli.catalogue.survey import TABLE_OF_OTHER_PERIOD
from ipak_cli.catalogue.workspace import (
    OTHER_INSTRUMENT_HOLDS_PERIOD,
    OWN_FORM_OF_OTHER_RUBRIC,
    RESULT_OF_OTHER_FILES_REPLACED,
    SCORED_BY_SOURCES,
    SETTINGS_NAME_OTHER_RUBRIC,
    SETTINGS_SAY_OTHER_VALUE,
    SOURCES_SAY_OTHERWISE,
)
from ipak_cli.documents.write import to_json
from ipak_cli.jobs.kept_kind import may_not_replace
from ipak_cli.jobs.open_workspace import OpenWorkspace, StoredResults
from ipak_cli.jobs.score import ScoreRequest, files_by_period, score
from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.period import are_several
from ipak_cli.survey.reading.date_order import DateOrder
from ipak_cli.workspace.atomic import make_folder, write_file
from ipak_cli.workspace.inbox import input_names
from ipak_cli.workspace.layout import SHOWN, Paths
from ipak_cli.workspace.sources import command_of, entry_of, find_sources, how
from ipak_cli.workspace.store import InputKind, item_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.base.period import Period
    from ipak_cli.base.provenance import Decisions, Tool
    from ipak_cli.rubric.load import LoadedRubric
    from ipak_cli.rubric.own_form import OwnForm
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.tables.workbook import Workbook
    from ipak_cli.workspace.sources import SourceGroup


@dataclass(frozen=True, slots=True)
class _Said:
    """What ``sources:`` says of the files that are scored, and whether the request is changed to that."""

    groups: tuple[SourceGroup, ...] = ()
    obeyed: bool = False


def score_in_workspace(
    request: ScoreRequest, rubric: str | None, workspace: Path, tool: Tool
) -> SurveyResult:
    """Score files by a workspace's settings and store the document, unless it has errors.

    A request without options obeys ``sources:``. Raises ``ProblemsFoundError`` when ``ipak.yaml`` or the
    rubric is not sound, another instrument's result or one of the other kind, recap or responses, holds the
    period, or nothing can be written.
    """
    opened = OpenWorkspace(workspace)
    settings = opened.config
    loaded = load_rubric(rubric) if rubric else opened.survey_rubric
    given = {_name(file, workspace) for file in request.files}
    form, noticed = _form(opened, loaded)
    request, said = _by_sources(replace(request, staff=opened.staff), opened)
    result = score(_named(request, workspace), loaded, tool, settings, form)
    if said.obeyed and are_several(result.problems):
        # Of the files that the settings join, those of the same period.
        parts = files_by_period(request, loaded, tool, settings, form)
        files = (tuple(request.files[place] for place in part) for part in parts)
        mine = [part for part in files if given & {_name(file, workspace) for file in part}]
        if len(mine) == 1:
            result = score(_named(replace(request, files=mine[0]), workspace), loaded, tool, settings, form)
    told = [*noticed, *_scored_by(said, result, opened), *_undone_by_run(said, result, opened, rubric)]
    if not has_errors(result.problems) and result.period.name is not None:
        period = parse_period(result.period.name)
        before = _stored_before(period, opened)
        if before is not None:
            _must_be_the_instrument(result, before, opened)
            _must_be_of_the_kind(result, period, opened)
            told += _replaced(result, period, before, opened)
        result = compare_with_stored(result, period, opened.stored)
        opened.stored.store(InputKind.SURVEY, period, to_json(result))
    # What is told of the command is no part of the result, which a run makes again.
    return replace(result, problems=(*told, *result.problems))


def _form(
    opened: OpenWorkspace, loaded: LoadedRubric[SurveyRubric]
) -> tuple[OwnForm | None, tuple[Problem, ...]]:
    """Return the office's own form; what the settings say of it is for the rubric that they name alone."""
    config = opened.config
    if not config.has_own_form:
        return None, ()
    named = opened.survey_rubric.rubric.id
    if loaded.rubric.id == named:
        return opened.form_of(loaded.rubric), ()
    where = opened.settings.document.place("columns")
    return None, (problem(OWN_FORM_OF_OTHER_RUBRIC, where, named=named, used=loaded.rubric.id),)


def score_by_settings(
    request: ScoreRequest, rubric: str | None, opened: OpenWorkspace, tool: Tool
) -> SurveyResult:
    """Score files by a workspace's settings, and store nothing.

    Raises ``ProblemsFoundError`` when ``ipak.yaml`` or the rubric is not sound.
    """
    settings = opened.config
    loaded = load_rubric(rubric) if rubric else opened.survey_rubric
    form, noticed = _form(opened, loaded)
    result = score(replace(request, staff=opened.staff), loaded, tool, settings, form)
    return replace(result, problems=(*noticed, *result.problems))


def write_result(result: SurveyResult, folder: Path) -> None:
    """Write the document into a folder. Raises ``ProblemsFoundError`` when that is refused."""
    make_folder(folder)
    write_file(folder, PurePath(InputKind.SURVEY.file), to_json(result).encode())


def compare_with_stored(result: SurveyResult, period: Period, stored: StoredResults) -> SurveyResult:
    """Notice a table that another period has handed in already."""
    mine = item_table(result)
    same = [other for other, theirs in stored.item_tables() if not other.meets(period) and theirs == mine]
    where = Where(result.sources[0].name, result.sources[0].sheet)
    found = tuple(problem(TABLE_OF_OTHER_PERIOD, where, period=other) for other in same)
    return replace(result, problems=(*found, *result.problems))


def _named(request: ScoreRequest, workspace: Path) -> ScoreRequest:
    return replace(request, names=tuple(_name(file, workspace) for file in request.files))


def _name(file: Workbook | Path, workspace: Path) -> str:
    """Return what the decisions call a file: from the workspace on if it stands in ``masuk/``."""
    if not isinstance(file, Path):
        return file.file
    below = _below_inbox(file, workspace)
    return file.name if below is None else (SHOWN.inbox / below).as_posix()


def _below_inbox(file: Path, workspace: Path) -> str | None:
    try:
        return file.resolve().relative_to(Paths(workspace).inbox.resolve()).as_posix()
    except (ValueError, OSError, RuntimeError):
        return None


def _by_sources(request: ScoreRequest, opened: OpenWorkspace) -> tuple[ScoreRequest, _Said]:
    """Find what ``sources:`` says of the files, and change a request that asks nothing else to that.

    Raises ``ProblemsFoundError`` for a file of which two entries speak.
    """
    if not opened.config.sources:
        return request, _Said()
    paths = [file for file in request.files if isinstance(file, Path)]
    given = {name for path in paths if (name := _below_inbox(path, opened.folder)) is not None}
    place = opened.settings.document.place
    found = find_sources(opened.config, {*given, *input_names(opened.folder)}, place)
    if faults := [fault for name, fault in (found.faults or {}).items() if name in given]:
        raise ProblemsFoundError(faults)
    said = _Said(tuple(group for group in found.groups if given & {*group.names}))
    asked = (request.period, request.sheet, request.date_order, request.lenient, request.respondents)
    if any(asked) or len(said.groups) != 1 or len(given) < len(request.files):
        return request, said
    group = said.groups[0]
    if not given <= {*group.names}:
        return request, said
    inbox, order = Paths(opened.folder).inbox, group.asked.date_order
    obeying = replace(
        request,
        files=tuple(inbox / name for name in group.names),
        period=None if group.asked.period is None else parse_asked(group.asked.period),
        sheet=group.asked.sheet,
        date_order=None if order is None else DateOrder(order),
        lenient=group.asked.lenient,
        respondents=group.asked.respondents,
    )
    return obeying, replace(said, obeyed=True)


def _scored_by(said: _Said, result: SurveyResult, opened: OpenWorkspace) -> Iterator[Problem]:
    if said.obeyed:
        where = opened.settings.document.place("sources", said.groups[0].number)
        yield problem(SCORED_BY_SOURCES, where, how=how(result.decisions))


def _undone_by_run(
    said: _Said, result: SurveyResult, opened: OpenWorkspace, rubric: str | None
) -> Iterator[Problem]:
    """Tell what the next run makes otherwise, since the settings say so."""
    if has_errors(result.problems):
        return
    document, named = opened.settings.document, opened.config.rubrics.survey
    if rubric and result.rubric.digest != opened.survey_rubric.digest:
        where = document.place("rubrics", "survey")
        yield problem(SETTINGS_NAME_OTHER_RUBRIC, where, used=rubric, named=named)
    yield from _other_values(result, opened)
    mine = tuple(file.name for file in result.decisions.files)
    for group in () if said.obeyed else said.groups:
        names = tuple((SHOWN.inbox / name).as_posix() for name in group.names)
        if names != mine or not _alike(group.asked, result.decisions):
            entry = entry_of(result.decisions)
            where = document.place("sources", group.number)
            yield problem(SOURCES_SAY_OTHERWISE, where, name=names[0], entry=entry)


def _other_values(result: SurveyResult, opened: OpenWorkspace) -> Iterator[Problem]:
    """Tell which values were given by an option although the settings name others."""
    config, period = opened.config, result.period.name
    name = next((name for name in config.periods if period and str(parse_period(name)) == period), "")
    said = config.periods.get(name)
    found: tuple[tuple[tuple[str, ...], object, object], ...] = (
        (("unit", "name"), config.unit.name if config.unit else None, result.unit),
        (("periods", name, "population"), said.population if said else None, result.population),
        (
            ("periods", name, "performance"),
            said.performance if said and result.zi else None,
            result.zi.performance if result.zi else None,
        ),
    )
    for path, wanted, used in found:
        if wanted is not None and wanted != used:
            where = opened.settings.document.place(*path)
            yield problem(SETTINGS_SAY_OTHER_VALUE, where, key=".".join(path), value=used, said=wanted)


def _stored_before(period: Period, opened: OpenWorkspace) -> SurveyResult | None:
    try:
        return opened.stored.load(InputKind.SURVEY, period)
    except ProblemsFoundError:
        return None


def _must_be_the_instrument(result: SurveyResult, before: SurveyResult, opened: OpenWorkspace) -> None:
    """Raise ``ProblemsFoundError`` when a rubric that was asked for would replace another one's result.

    The settings' own rubric may: an office that changes its instrument changes it there.
    """
    used, stored = result.rubric.id, before.rubric.id
    if used not in (stored, opened.survey_rubric.rubric.id):
        period = before.period.name
        raise ProblemsFoundError(
            [problem(OTHER_INSTRUMENT_HOLDS_PERIOD, period=period, stored=stored, used=used)]
        )


def _must_be_of_the_kind(result: SurveyResult, period: Period, opened: OpenWorkspace) -> None:
    """Raise ``ProblemsFoundError`` when a recap would replace the result of responses or a richer one's."""
    where = Where(result.sources[0].name, result.sources[0].sheet)
    if fault := may_not_replace(result, period, opened.stored, where):
        raise ProblemsFoundError([fault])


def _replaced(
    result: SurveyResult, period: Period, before: SurveyResult, opened: OpenWorkspace
) -> Iterator[Problem]:
    """Tell which files of ``masuk/`` the stored result has that the new one, which replaces it, has not."""
    now = {each for file in result.decisions.files for each in (file.name, file.sha256)}
    here = {(SHOWN.inbox / name).as_posix() for name in input_names(opened.folder)}
    lost = tuple(
        file.name
        for file in before.decisions.files
        if file.name in here and not now & {file.name, file.sha256}
    )
    if lost:
        where = Where(SHOWN.result(period, InputKind.SURVEY.file).as_posix())
        asked = result.decisions
        command = command_of((*lost, *(file.name for file in asked.files)), asked)
        yield problem(RESULT_OF_OTHER_FILES_REPLACED, where, period=period, names=lost, command=command)


def _alike(asked: Decisions, made: Decisions) -> bool:
    return replace(asked, files=(), columns={}, answers={}) == replace(made, files=(), columns={}, answers={})
