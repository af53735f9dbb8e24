"""What ``ipak report`` reads: settings, rubrics, stored results, an office's own templates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.problems import Problem, ProblemsFoundError, Where, has_errors, problem
from ipak_cli.report.material import Material, history_of
from ipak_cli.report.recount import survey_differences
from ipak_cli.report.template_files import OWN_FOLDER
from ipak_cli.report.trend import trend
from ipak_cli.rubric.shipped import load_pekppp, load_rubric
from ipak_cli.workspace.config_file import load_config, rubric_file
from ipak_cli.workspace.config_lint import check_items, examples_left
from ipak_cli.workspace.store import PEKPPP, SURVEY, load, stored_quarters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.period import Quarter
    from ipak_cli.rubric.kinds import LoadedRubric
    from ipak_cli.rubric.models import SurveyRubric
    from ipak_cli.rubric.pekppp import PekpppRubric
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.workspace.config import Config
    from ipak_cli.workspace.config_file import LoadedConfig

_NONE: Final = "belum ada satu pun"
_TEMPLATES: Final = frozenset({".j2", ".txt", ".html"})
"""How templates' names end, or those of templates that were saved under a wrong name."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """A report's material, the rubrics to check it by, and ``notices`` for the user alone."""

    material: Material
    survey_rubric: LoadedRubric[SurveyRubric]
    pekppp_rubric: LoadedRubric[PekpppRubric] | None
    notices: tuple[Problem, ...]


def load_inputs(workspace: Path, quarter: Quarter) -> Inputs:
    """Read everything that a quarter's report needs.

    Raises ``ProblemsFoundError`` when the quarter has no result, or for what cannot be read.
    """
    loaded = load_config(workspace)
    stored = stored_quarters(workspace, SURVEY)
    if quarter not in stored:
        shown = ", ".join(map(str, stored)) or _NONE
        raise ProblemsFoundError([problem("L501", quarter=quarter, stored=shown)])
    rubric = load_rubric(rubric_file(workspace, loaded.config.rubrics.survey))
    notices = _notices(loaded, rubric.rubric)
    survey = load(workspace, SURVEY, quarter)
    earlier = [each for each in stored if each < quarter]
    joined, problems = _joined(survey, _earlier(workspace, earlier), rubric)
    pekppp, pekppp_rubric = _pekppp(workspace, quarter, loaded.config)
    history = history_of(quarter, joined | {quarter: survey})
    material = Material(loaded.config, quarter, survey, history, pekppp, problems)
    return Inputs(material, rubric, pekppp_rubric, notices)


def _notices(loaded: LoadedConfig, rubric: SurveyRubric) -> tuple[Problem, ...]:
    items = check_items(loaded.config, rubric, loaded.document.place)
    if has_errors(items):
        raise ProblemsFoundError(items)
    return (*loaded.problems, *items, *examples_left(loaded.document))


def _earlier(
    workspace: Path, quarters: list[Quarter]
) -> Iterator[tuple[Quarter, SurveyResult | ProblemsFoundError]]:
    for quarter in quarters:
        try:
            yield quarter, load(workspace, SURVEY, quarter)
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
            problems.append(problem("L511", quarter=quarter, reason=refusal.problems[0].message))
    return joined, tuple(problems)


def _must_be_sound(result: SurveyResult, rubric: LoadedRubric[SurveyRubric]) -> None:
    """Raise ``ProblemsFoundError`` for a result without figures, or with some that its answers deny."""
    if result.respondents is None:
        raise ProblemsFoundError([problem("L503", quarter=result.period.quarter)])
    if result.rubric.digest == rubric.digest and (wrong := [*survey_differences(result, rubric.rubric)]):
        raise ProblemsFoundError([problem("L505", what=wrong[0])])


def _pekppp(
    workspace: Path, quarter: Quarter, config: Config
) -> tuple[PekpppResult | None, LoadedRubric[PekpppRubric] | None]:
    if quarter not in stored_quarters(workspace, PEKPPP):
        return None, None
    result = load(workspace, PEKPPP, quarter)
    return result, load_pekppp(rubric_file(workspace, config.rubrics.pekppp))


def own_templates(workspace: Path) -> Mapping[str, str]:
    """Return an office's own templates by name, such as ``naskah/kata_pengantar.txt.j2``.

    Raises ``ProblemsFoundError`` for one that is no UTF-8 text or cannot be read.
    """
    folder = workspace / OWN_FOLDER
    paths = (path for path in sorted(folder.rglob("*")) if path.suffix in _TEMPLATES and path.is_file())
    return {path.relative_to(folder).as_posix(): _text(path, workspace) for path in paths}


def _text(path: Path, workspace: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        where = Where(path.relative_to(workspace).as_posix())
        raise ProblemsFoundError([problem("L513", where)]) from None
