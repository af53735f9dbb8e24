"""What a period's report is made of: the settings, the stored results, the rubrics to check by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipak_cli.base.problem import Problem, ProblemsFoundError, has_errors, problem
from ipak_cli.catalogue.drive import NOTHING_STORED_YET
from ipak_cli.catalogue.report import (
    FIGURES_CONTRADICT_ANSWERS,
    PERIOD_NOT_COMPARED,
    PERIOD_WITHOUT_RESULT,
    RESULT_WITHOUT_FIGURES,
)
from ipak_cli.catalogue.workspace import NO_STORED_RESULTS
from ipak_cli.jobs.suggestions import publishable, without_texts
from ipak_cli.report.joining import by_period, joining_problems
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
from ipak_cli.report.recount import survey_differences
from ipak_cli.survey.overlap import guarded, why_without_items
from ipak_cli.workspace.config_file import examples_left
from ipak_cli.workspace.config_items import check_items, legal_basis
from ipak_cli.workspace.store import InputKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.base.message import Message
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
    """Read everything that a period's report says: all but the office's own pictures and documents.

    Raises ``ProblemsFoundError`` when the period has no result, or for what cannot be read.
    """
    loaded = workspace.settings
    stored = workspace.stored.periods(InputKind.SURVEY)
    if period not in stored:
        shown = ", ".join(map(str, stored)) or NOTHING_STORED_YET()
        raise ProblemsFoundError([problem(PERIOD_WITHOUT_RESULT, period=period, stored=shown)])
    rubric = workspace.survey_rubric
    notices = _notices(loaded, rubric.rubric)
    guarded_survey = _guarded(workspace.stored, period, rubric.rubric.smallest_group)
    survey, texts_withheld = publishable(workspace, period, guarded_survey)
    earlier = [each for each in stored if period.follows(each)]
    joined, problems = _joined(survey, _earlier(workspace.stored, earlier), rubric)
    pekppp, pekppp_rubric = _pekppp(workspace, period)
    history = history_of(period, joined | {period: survey})
    before = history[-2].period if len(history) > 1 else None
    material = Material(
        office_settings(loaded.config, period, survey.items, rubric.rubric),
        period,
        survey,
        history,
        pekppp,
        problems,
        tuple(str(each.values["key"]) for each in examples_left(loaded.document)),
        _planned(loaded.config, before) if before else {},
        earlier_than(history, joined),
        _at_hand(workspace, survey, rubric),
        texts_withheld=texts_withheld,
        items_withheld=_items_withheld(
            workspace.stored, joined | {period: survey}, rubric.rubric.smallest_group
        ),
    )
    return ReportInputs(material, rubric, pekppp_rubric, notices)


def _at_hand(
    workspace: OpenWorkspace, survey: SurveyResult, rubric: LoadedRubric[SurveyRubric]
) -> SurveyRubric | None:
    """Return the rubric with the words of the office's own form, if the result was scored by it."""
    if survey.rubric.digest != rubric.digest:
        return None
    form = workspace.survey_form
    return form.rubric if form else rubric.rubric


def newest_period(workspace: OpenWorkspace) -> Period:
    """Return the newest period that has a result: one of the settings' kind before all others.

    Raises ``ProblemsFoundError`` where nothing is stored.
    """
    stored, kind = workspace.stored.periods(InputKind.SURVEY), workspace.config.period_kind
    if not stored:
        raise ProblemsFoundError([problem(NO_STORED_RESULTS)])
    return max(stored, key=lambda each: (each.kind is kind, each.end, each))


def office_settings(
    config: Config, period: Period, items: Sequence[ItemResult], rubric: SurveyRubric
) -> OfficeSettings:
    """Return what ``ipak.yaml`` says for the report of a period and its items; it names ``rubric``."""
    unit, signatory, of_period = config.unit, config.signatory, config.of(period)
    return OfficeSettings(
        timezone=config.zone.name,
        office=Office(**dict(unit)) if unit else Office(),
        signer=Person(signatory.name, signatory.position, signatory.nip) if signatory else None,
        directors=config.directors,
        editors=config.editors,
        legal_basis=legal_basis(config, rubric),
        place=config.report.place,
        link=config.report.link,
        published_weight=config.report.published_weight,
        population=of_period.population,
        performance=of_period.performance,
        note=of_period.note,
        signed=of_period.signed,
        targets={item.code: target for item in items if (target := config.target_of(item.code)) is not None},
        actions=_planned(config, period),
    )


def _planned(config: Config, period: Period) -> Mapping[str, PlannedAction]:
    return {
        code: PlannedAction(each.actions, each.pic, each.deadline, ActionProgress(each.status.value))
        for code in (*config.follow_up, *config.of(period).follow_up)
        if (each := config.follow_up_of(code, period)) is not None
    }


def _notices(loaded: LoadedConfig, rubric: SurveyRubric) -> tuple[Problem, ...]:
    items = check_items(loaded.config, rubric, loaded.document.place)
    if has_errors(items):
        raise ProblemsFoundError(items)
    return (*loaded.problems, *items, *examples_left(loaded.document))


def _guarded(stored: StoredResults, period: Period, smallest: int) -> SurveyResult:
    """Return a period's result without what would give away groups of the stored periods that lie in it."""
    survey, parts = stored.load(InputKind.SURVEY, period), _parts(stored, period)
    return guarded(survey, period, parts, smallest) if parts else survey


def _parts(stored: StoredResults, period: Period) -> dict[Period, SurveyResult | None]:
    """Return the results of the stored periods that lie in one; ``None`` for what cannot be read."""
    inner = [each for each in stored.periods(InputKind.SURVEY) if each != period and period.holds(each)]
    return {
        each: None if isinstance(found, ProblemsFoundError) else found
        for each, found in _earlier(stored, inner)
    }


def _items_withheld(
    stored: StoredResults, results: Mapping[Period, SurveyResult], smallest: int
) -> dict[Period, Message]:
    """Return the periods of which no item may circulate, and why."""
    reasons = {
        period: why_without_items(result, period, _parts(stored, period), smallest)
        for period, result in results.items()
    }
    return {period: reason for period, reason in reasons.items() if reason is not None}


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
            problems += joining_problems(by_period([found, survey]))
            joined[period] = without_texts(found)
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
