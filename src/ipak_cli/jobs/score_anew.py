"""Scoring a kept period anew by what the settings say now: its files and what was asked stay as they were."""

from __future__ import annotations

from hashlib import file_digest
from typing import TYPE_CHECKING

from ipak_cli.base.period import parse_asked
from ipak_cli.base.problem import ProblemsFoundError, Where, has_errors, problem
from ipak_cli.catalogue.drive import DECIDED_FILE_MISSING
from ipak_cli.jobs.open_workspace import OpenWorkspace
from ipak_cli.jobs.score import ScoreRequest
from ipak_cli.jobs.score_kept import score_in_workspace
from ipak_cli.survey.reading.date_order import DateOrder
from ipak_cli.workspace.inbox import input_names
from ipak_cli.workspace.layout import SHOWN, Paths
from ipak_cli.workspace.sources import command_of
from ipak_cli.workspace.store import InputKind

if TYPE_CHECKING:
    from pathlib import Path

    from ipak_cli.base.period import Period
    from ipak_cli.base.provenance import Tool
    from ipak_cli.survey.result import SurveyResult


def score_anew(period: Period, workspace: Path, tool: Tool) -> SurveyResult:
    """Score the files of a period's stored result again as they were scored then, and store the result.

    What no setting says stays as the stored result has it. Raises ``ProblemsFoundError`` where there is no
    result, where one of its files is no longer in ``masuk/`` as it was, for faults of the files, and as
    :func:`ipak_cli.jobs.score_kept.score_in_workspace` does; the stored result then stays as it is.
    """
    opened = OpenWorkspace(workspace)
    before = opened.stored.load(InputKind.SURVEY, period)
    asked, said = before.decisions, opened.config.of(period)
    result = score_in_workspace(
        ScoreRequest(
            files=_files(before, period, workspace),
            period=None if asked.period is None else parse_asked(asked.period),
            unit=before.unit if opened.config.unit is None else None,
            population=before.population if said.population is None else None,
            performance=before.zi.performance if before.zi and said.performance is None else None,
            sheet=asked.sheet,
            date_order=None if asked.date_order is None else DateOrder(asked.date_order),
            lenient=asked.lenient,
            respondents=asked.respondents,
        ),
        None,
        workspace,
        tool,
    )
    if has_errors(result.problems):
        raise ProblemsFoundError(result.problems)
    return result


def _files(before: SurveyResult, period: Period, workspace: Path) -> tuple[Path, ...]:
    """Return where the files of a result stand: by their names, else by their content."""
    inbox = Paths(workspace).inbox
    names = input_names(workspace)
    found: list[Path] = []
    missing: list[str] = []
    for file in before.decisions.files:
        own = file.name.removeprefix(f"{SHOWN.inbox.as_posix()}/")
        likely = sorted(names, key=lambda name: name != own)
        same = next((name for name in likely if _sha256(inbox / name) == file.sha256), None)
        if same is None:
            missing.append(file.name)
        else:
            found.append(inbox / same)
    if missing or not found:
        where = Where(SHOWN.result(period, InputKind.SURVEY.file).as_posix())
        rest = [(SHOWN.inbox / path.name).as_posix() for path in found]
        told = {"names": tuple(missing), "command": command_of(rest, before.decisions)}
        raise ProblemsFoundError([problem(DECIDED_FILE_MISSING, where, period=period, **told)])
    return tuple(found)


def _sha256(path: Path) -> str:
    with path.open("rb") as content:
        return file_digest(content, "sha256").hexdigest()
