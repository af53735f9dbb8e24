"""The workspace on the page: its periods at a glance, each period's result, and the files made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, RedirectResponse
from starlette.routing import Route

from ipak_cli import __version__
from ipak_cli.base.period import Period, parse_period, period_words
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.base.provenance import Tool
from ipak_cli.base.text import capital
from ipak_cli.jobs.open_workspace import OpenWorkspace
from ipak_cli.jobs.publish import make_publication
from ipak_cli.jobs.report import make_report
from ipak_cli.run.status import Asked, status_below
from ipak_cli.survey.certainty.all_figures import survey_certainty
from ipak_cli.web.addresses import period_of
from ipak_cli.web.survey_page import survey_values
from ipak_cli.web.words import counted, page, problem_groups
from ipak_cli.web.writing import form_of, holding, said
from ipak_cli.workspace.layout import Paths
from ipak_cli.workspace.store import InputKind
from ipak_cli.workspace.this_computer import now

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from ipak_cli.base.problem import Problem
    from ipak_cli.web.desk import Desk

MADE: Final = {
    "laporan.docx": "Word",
    "laporan.pdf": "PDF",
    "laporan.html": "Halaman web",
    "kertas-kerja.xlsx": "Excel (kertas kerja)",
    "tindak-lanjut.xlsx": "Excel (formulir tindak lanjut)",
    "publikasi-a4.pdf": "Lembar publikasi A4 (PDF)",
    "publikasi-a3.pdf": "Lembar publikasi A3 (PDF)",
    "publikasi-1080x1350.png": "Lembar publikasi (gambar)",
    "publikasi-1080x1920.png": "Lembar publikasi (gambar tinggi)",
    "publikasi.html": "Lembar publikasi (halaman web)",
    "publikasi.txt": "Lembar publikasi (pesan)",
}
"""The files of a period that the page offers, by their names, in this order."""
_REPORT, _SHEET = "laporan", "publikasi"
"""What the buttons ask for."""


@dataclass(frozen=True, slots=True)
class PeriodPages:
    """The first page, and those of the periods."""

    desk: Desk

    def routes(self) -> tuple[Route, ...]:
        """Return the addresses."""
        return (
            Route("/", self.start),
            Route("/periode/{period}", self.show),
            Route("/periode/{period}/buat", self.make, methods=["POST"]),
            Route("/periode/{period}/unduh/{name}", self.download),
        )

    def start(self, request: Request) -> Response:
        """Show where to drop files, and the workspace's periods."""
        asked = Asked(Tool("ipak", __version__), now())
        (status,) = status_below(self.desk.workspace, asked).workspaces
        periods = [
            {"name": each.period, "words": capital(period_words(parse_period(each.period))), "status": each}
            for each in sorted(status.periods, key=lambda each: parse_period(each.period), reverse=True)
        ]
        told = [each for each in status.problems if not self._is_of_runs(each)]
        return page(
            "awal",
            desk=self.desk,
            periods=periods,
            status=status,
            nothing_brought="kosong" in request.query_params,
            groups=[*problem_groups(told)],
            counted=counted(told),
        )

    def _is_of_runs(self, told: Problem) -> bool:
        """Tell what speaks of runs at night, of which a workspace that is worked in by hand has none."""
        from ipak_cli.catalogue.drive import LAST_SUCCESS_TOO_OLD, NEVER_SUCCEEDED  # noqa: PLC0415

        return told.entry in (NEVER_SUCCEEDED, LAST_SUCCESS_TOO_OLD)

    def show(self, request: Request) -> Response:
        """Show a period's stored result."""
        return self._shown(period_of(request))

    async def make(self, request: Request) -> Response:
        """Make the files of a period: the report in all its forms, or the published sheet."""
        async with form_of(request) as form:
            what = said(form, "apa")
        if what not in {_REPORT, _SHEET}:
            raise HTTPException(400)
        return await run_in_threadpool(self._make, period_of(request), what)

    def download(self, request: Request) -> Response:
        """Return a file that was made."""
        name = request.path_params["name"]
        path = Paths(self.desk.workspace).report(period_of(request)) / name
        if name not in MADE or not path.is_file():
            raise HTTPException(404)
        return FileResponse(path, filename=name, content_disposition_type="attachment")

    def _make(self, period: Period, what: str) -> Response:
        with holding(self.desk):
            opened = OpenWorkspace(self.desk.workspace)
            try:
                made = make_publication(opened, period) if what == _SHEET else make_report(opened, period)
            except ProblemsFoundError as found:
                return self._shown(period, found.problems, code=422)
        if made.problems or made.missing:
            return self._shown(period, made.problems, missing=made.missing)
        return RedirectResponse(f"/periode/{period}#berkas", 303)

    def _shown(
        self,
        period: Period,
        problems: Sequence[Problem] = (),
        *,
        missing: Sequence[str] = (),
        code: int = 200,
    ) -> Response:
        opened = OpenWorkspace(self.desk.workspace)
        if period not in opened.stored.periods(InputKind.SURVEY):
            raise HTTPException(404)
        result = opened.stored.load(InputKind.SURVEY, period)
        folder = Paths(self.desk.workspace).report(period)
        return page(
            "periode",
            code,
            desk=self.desk,
            period=period,
            survey=survey_values(result, survey_certainty(result, opened.survey_rubric.rubric)),
            made=[(name, words) for name, words in MADE.items() if (folder / name).is_file()],
            missing=missing,
            groups=[*problem_groups((*problems, *result.problems))],
            counted=counted((*problems, *result.problems)),
        )
