"""Files that were dropped on the page: their result or their problems, what to ask, and keeping them."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.routing import Route

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import ProblemsFoundError, Severity, has_errors
from ipak_cli.catalogue.files import ASSESSMENT_IS_NO_SURVEY
from ipak_cli.jobs.open_workspace import OpenWorkspace
from ipak_cli.jobs.score_kept import score_by_settings, score_in_workspace
from ipak_cli.tables.open import open_any
from ipak_cli.web.cells import shown_sheets
from ipak_cli.web.choice_pages import asked_of, written_parts
from ipak_cli.web.choices import Choices, period_question
from ipak_cli.web.making import REPORT, TOOL, make_files
from ipak_cli.web.survey_page import survey_values
from ipak_cli.web.words import counted, page, problem_groups
from ipak_cli.web.writing import files, form_of, holding
from ipak_cli.workspace.inbox import input_names
from ipak_cli.workspace.layout import SHOWN, Paths

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path, PurePath

    from starlette.requests import Request
    from starlette.responses import Response

    from ipak_cli.base.problem import Problem
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.web.cells import ShownSheet
    from ipak_cli.web.desk import Desk, Drop


@dataclass(frozen=True, slots=True)
class DropPages:
    """The pages of dropped files."""

    desk: Desk

    def routes(self) -> tuple[Route, ...]:
        """Return the addresses."""
        return (
            Route("/berkas", self.take, methods=["POST"]),
            Route("/berkas/{key}", self.show),
            Route("/berkas/{key}/simpan", self.keep, methods=["POST"]),
        )

    async def take(self, request: Request) -> Response:
        """Keep copies of the files that were dropped, and go to their page."""
        async with form_of(request) as form:
            brought = files(form, "berkas")
            if not brought:
                return RedirectResponse("/?kosong=1", 303)
            drop = self.desk.new_drop([each.filename or "" for each in brought])
            for each, path in zip(brought, drop.paths, strict=True):
                await run_in_threadpool(_copy, each.file, path)
        return RedirectResponse(f"/berkas/{drop.key}", 303)

    def show(self, request: Request) -> Response:
        """Show the result of the files, or everything that is wrong with them beside their cells."""
        drop = self._drop(request)
        return self._shown(drop, Choices.of(request.query_params), wrote=request.query_params.get("ditulis"))

    async def keep(self, request: Request) -> Response:
        """Put the files into the workspace, score them there, make the report; go to the period's page."""
        async with form_of(request) as form:
            given = {name: value for name, value in form.items() if isinstance(value, str)}
        return await run_in_threadpool(self._keep, self._drop(request), Choices.of(given))

    def _drop(self, request: Request) -> Drop:
        drop = self.desk.drop(request.path_params["key"])
        if drop is None:
            raise HTTPException(404)
        return drop

    def _keep(self, drop: Drop, choices: Choices) -> Response:
        with holding(self.desk):
            tried = self._scored(drop, choices)
            if has_errors(tried.problems) or tried.period.name is None:
                return self._shown(drop, choices, tried, code=422)
            paths = tuple(_put(self.desk.workspace, path) for path in drop.paths)
            result = score_in_workspace(choices.request(paths), None, self.desk.workspace, TOOL)
            if has_errors(result.problems) or result.period.name is None:
                return self._shown(drop, choices, result)
            make_files(self.desk, parse_period(result.period.name), REPORT, "Berkas dan hasilnya disimpan.")
        return RedirectResponse(f"/periode/{result.period.name}", 303)

    def _scored(self, drop: Drop, choices: Choices) -> SurveyResult:
        opened = OpenWorkspace(self.desk.workspace)
        return score_by_settings(choices.request(drop.paths), None, opened, TOOL)

    def _shown(
        self,
        drop: Drop,
        choices: Choices,
        result: SurveyResult | None = None,
        *,
        wrote: str | None = None,
        code: int = 200,
    ) -> Response:
        result = result or self._scored(drop, choices)
        failed = has_errors(result.problems)
        return page(
            "berkas",
            422 if failed else code,
            desk=self.desk,
            drop=drop,
            choices=choices,
            failed=failed,
            unread=failed
            and all(_is_of_file(each) for each in result.problems if each.severity is Severity.ERROR),
            pekppp=any(each.entry is ASSESSMENT_IS_NO_SURVEY for each in result.problems),
            cells=any(each.where.cell for each in result.problems),
            period=period_question(choices, result.problems),
            form=asked_of(drop, self.desk, result.problems) if failed else None,
            written=None if wrote is None else written_parts(self.desk.workspace, wrote),
            groups=[*problem_groups(result.problems)],
            counted=counted(result.problems),
            sheets=[*_sheets(drop, result)] if failed else [],
            # What is shown of a result needs a sound one.
            survey=None if failed else survey_values(result, OpenWorkspace(self.desk.workspace).config),
        )


def _is_of_file(told: Problem) -> bool:
    """Tell what is wrong with a file that cannot be read at all: no answer on the page helps."""
    return told.code.startswith("F")


def _copy(brought: BinaryIO, path: Path) -> None:
    with path.open("xb") as copy:
        shutil.copyfileobj(brought, copy)


def _sheets(drop: Drop, result: SurveyResult) -> Iterator[ShownSheet]:
    """Yield the tables of the files in which problems name cells; a file that cannot be opened has none."""
    for path in drop.paths:
        try:
            yield from shown_sheets(open_any(path), result.problems)
        except ProblemsFoundError:
            continue


def _put(workspace: Path, copy: Path) -> Path:
    """Put a file among the inputs, once: beside another one of its name under a name with a number."""
    inbox = Paths(workspace).inbox
    content = copy.read_bytes()
    taken = {name.casefold() for name in input_names(workspace)}
    number, name = 1, copy.name
    while name.casefold() in taken and (inbox / name).read_bytes() != content:
        number += 1
        name = f"{copy.stem} ({number}){copy.suffix}"
    if name.casefold() not in taken:
        _write(workspace, SHOWN.inbox / name, content)
    return inbox / name


def _write(workspace: Path, name: PurePath, content: bytes) -> None:
    from ipak_cli.workspace.atomic import ensure_folder, write_file  # noqa: PLC0415 (needed when files are kept)

    ensure_folder(workspace, name.parent)
    write_file(workspace, name, content)
