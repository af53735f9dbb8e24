"""The workspace on the page: its periods at a glance, each period's result, and the files made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, RedirectResponse
from starlette.routing import Route

from ipak_cli.base.period import Period, parse_period, period_words
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.base.text import capital
from ipak_cli.catalogue.report import SETTINGS_CHANGED_SINCE_RESULT
from ipak_cli.jobs.open_workspace import OpenWorkspace
from ipak_cli.jobs.report import cross_checked
from ipak_cli.jobs.report_inputs import load_inputs
from ipak_cli.jobs.score_anew import score_anew
from ipak_cli.report.build import unfinished
from ipak_cli.run.status import Asked, status_below
from ipak_cli.web.addresses import period_of
from ipak_cli.web.desk import Note
from ipak_cli.web.making import REPORT, SHEET, TOOL, make_files, stale_names
from ipak_cli.web.survey_page import survey_values
from ipak_cli.web.words import counted, page, problem_groups
from ipak_cli.web.writing import form_of, holding, said
from ipak_cli.workspace.layout import Paths
from ipak_cli.workspace.store import InputKind
from ipak_cli.workspace.this_computer import now

if TYPE_CHECKING:
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
_ANEW: Final = "hitung"
"""What the button asks for that scores the kept files again."""


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
        asked = Asked(TOOL, now())
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
        """Make the files of a period, the report or the published sheet, or score its kept files again."""
        async with form_of(request) as form:
            what = said(form, "apa")
        if what not in {REPORT, SHEET, _ANEW}:
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
        try:
            with holding(self.desk):
                if what == _ANEW:
                    result = score_anew(period, self.desk.workspace, TOOL)
                    period = parse_period(result.period.name or str(period))
                    self.desk.tell(period, Note("Dihitung lagi menurut Setelan yang sekarang."))
                else:
                    make_files(self.desk, period, what)
        except ProblemsFoundError as found:
            self.desk.tell(period, Note(refused=tuple(found.problems)))
        return RedirectResponse(f"/periode/{period}#berkas", 303)

    def _shown(self, period: Period) -> Response:
        opened = OpenWorkspace(self.desk.workspace)
        if period not in opened.stored.periods(InputKind.SURVEY):
            raise HTTPException(404)
        result = opened.stored.load(InputKind.SURVEY, period)
        folder = Paths(self.desk.workspace).report(period)
        note = self.desk.told(period)
        draft, changed = _report_now(opened, period)
        made = [(name, words) for name, words in MADE.items() if (folder / name).is_file()]
        problems = (*note.refused, *note.problems, *changed, *result.problems)
        return page(
            "periode",
            desk=self.desk,
            period=period,
            survey=survey_values(result, opened.config, opened.survey_rubric.rubric),
            made=made,
            has_report=any(name.startswith(REPORT) for name, _ in made),
            stale=stale_names(self.desk.workspace, period, [name for name, _ in made]),
            draft=draft,
            note=note,
            repeatable=bool(result.decisions.files),
            groups=[*problem_groups(problems)],
            counted=counted(problems),
        )


def _report_now(opened: OpenWorkspace, period: Period) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Return why a report made now would be marked as a draft, and what the settings say otherwise by now.

    What keeps a report from being made at all is told when it is to be made.
    """
    try:
        inputs = load_inputs(opened, period)
        checked = cross_checked(inputs)
    except ProblemsFoundError:
        return (), ()
    changed = tuple(each for each in checked if each.entry == SETTINGS_CHANGED_SINCE_RESULT)
    return tuple(unfinished(inputs.material)), changed
