"""The settings and the follow-up plans as pages; the checks are those of ``ipak.yaml`` and of the forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.routing import Route

from ipak_cli.base.period import Period, parse_period, period_words
from ipak_cli.base.problem import ProblemsFoundError, has_errors
from ipak_cli.base.text import capital
from ipak_cli.catalogue.follow_up import SETTINGS_NEWER_THAN_CELL
from ipak_cli.jobs.open_workspace import OpenWorkspace
from ipak_cli.jobs.report_inputs import load_inputs
from ipak_cli.jobs.settings import keep_settings, plan_filled, read_settings
from ipak_cli.web.addresses import period_of
from ipak_cli.web.settings_form import (
    filled_in,
    follow_up_groups,
    form_of,
    rebased,
    settings_groups,
    with_faults,
)
from ipak_cli.web.words import counted, page, problem_groups
from ipak_cli.web.writing import form_of as form_sent
from ipak_cli.web.writing import holding
from ipak_cli.workspace.store import InputKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from ipak_cli.base.problem import Problem
    from ipak_cli.web.desk import Desk
    from ipak_cli.web.settings_form import Groups

TYPED, SHOWN = "isi:", "semula:"
"""How the names of the fields begin that hold what is typed, and what the page had shown."""
NEW_PERIOD = "periode"


@dataclass(frozen=True, slots=True)
class SettingsPages:
    """The page of all settings, and a page for the follow-up of each period."""

    desk: Desk

    def routes(self) -> tuple[Route, ...]:
        """Return the addresses."""
        return (
            Route("/setelan", self.settings),
            Route("/setelan", self.keep, methods=["POST"]),
            Route("/tindak-lanjut/{period}", self.follow_up),
            Route("/tindak-lanjut/{period}", self.keep_follow_up, methods=["POST"]),
        )

    def settings(self, request: Request) -> Response:
        """Show all settings."""
        return self._page(self._groups(), None, kept="disimpan" in request.query_params)

    def follow_up(self, request: Request) -> Response:
        """Show the plan of a period."""
        period = period_of(request)
        return self._page(self._groups(period), period, kept="disimpan" in request.query_params)

    async def keep(self, request: Request) -> Response:
        """Keep what was typed, unless something is wrong with it."""
        async with form_sent(request) as form:
            sent = {name: value for name, value in form.items() if isinstance(value, str)}
        return await run_in_threadpool(self._keep, sent, None)

    async def keep_follow_up(self, request: Request) -> Response:
        """Keep the plan of a period, unless something is wrong with it."""
        period = period_of(request)
        async with form_sent(request) as form:
            sent = {name: value for name, value in form.items() if isinstance(value, str)}
        return await run_in_threadpool(self._keep, sent, period)

    def _groups(self, period: Period | None = None, also: Sequence[Period] = ()) -> Groups:
        opened = OpenWorkspace(self.desk.workspace)
        data = opened.settings.document.renamed("quarters", "periods").data
        stored = opened.stored.periods(InputKind.SURVEY)
        if period is None:
            return settings_groups(data, opened.survey_rubric.rubric, (*stored, *also))
        if period not in stored:
            raise HTTPException(404)
        return follow_up_groups(data, load_inputs(opened, period).material)

    def _keep(self, sent: Mapping[str, str], period: Period | None) -> Response:
        typed = {name.removeprefix(TYPED): text for name, text in sent.items() if name.startswith(TYPED)}
        shown = {name.removeprefix(SHOWN): text for name, text in sent.items() if name.startswith(SHOWN)}
        groups = filled_in(self._groups(period, _new_period(sent)), typed, shown)
        try:
            with holding(self.desk):
                before = read_settings(self.desk.workspace)
                plan = plan_filled(before, form_of(groups, period=period), self.desk.workspace)
                if not has_errors(plan.problems):
                    keep_settings(self.desk.workspace, plan)
                problems = plan.problems
        except ProblemsFoundError as found:
            problems = found.problems
        if has_errors(problems):
            if any(each.entry == SETTINGS_NEWER_THAN_CELL for each in problems):
                groups = rebased(groups, self._groups(period, _new_period(sent)))
            return self._page(groups, period, problems, code=422)
        if problems:
            return self._page(self._groups(period), period, problems, kept=True)
        place = "/setelan" if period is None else f"/tindak-lanjut/{period}"
        return RedirectResponse(f"{place}?disimpan=1", 303)

    def _page(
        self,
        groups: Groups,
        period: Period | None,
        problems: Sequence[Problem] = (),
        *,
        kept: bool = False,
        code: int = 200,
    ) -> Response:
        placed, others = with_faults(groups, problems)
        faulty = [field for group in placed for field in group.fields if field.errors]
        return page(
            "setelan",
            code,
            desk=self.desk,
            period=period,
            title="Setelan" if period is None else f"Tindak lanjut {capital(period_words(period))}",
            fields=placed,
            periods=self._periods() if kept and period is None else (),
            faulty=faulty,
            kept=kept,
            typed=TYPED,
            shown=SHOWN,
            groups=[*problem_groups(others)],
            counted=counted(others),
        )

    def _periods(self) -> tuple[tuple[str, str], ...]:
        """Return the periods whose pages there are, with their words, the newest first."""
        stored = OpenWorkspace(self.desk.workspace).stored.periods(InputKind.SURVEY)
        return tuple((str(each), capital(period_words(each))) for each in sorted(stored, reverse=True))


def _new_period(sent: Mapping[str, str]) -> tuple[Period, ...]:
    """Return the period that was typed to be asked about too; none where it is no period."""
    try:
        return (parse_period(sent.get(NEW_PERIOD, "").strip()[:40]),)
    except ValueError:
        return ()
