"""The course of the workspace as pages: the indices over the periods, and how the last runs ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.routing import Route

from ipak_cli.base.figures import NotScored
from ipak_cli.base.period import parse_period, period_words
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.base.text import capital
from ipak_cli.catalogue.drive import NEVER_SUCCEEDED
from ipak_cli.catalogue.indonesian import say
from ipak_cli.jobs.open_workspace import OpenWorkspace, stored_trend
from ipak_cli.jobs.report_inputs import load_inputs
from ipak_cli.report import figures as report_figures
from ipak_cli.run.status import Asked, status_below
from ipak_cli.survey.certainty.change import ChangeResult
from ipak_cli.terminal.certainty import interval
from ipak_cli.terminal.run import moment_of, success_age
from ipak_cli.terminal.trend import signed
from ipak_cli.web.last_runs import last_runs
from ipak_cli.web.making import TOOL
from ipak_cli.web.words import counted, page, problem_groups
from ipak_cli.workspace.this_computer import now

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from ipak_cli.base.period import Period
    from ipak_cli.report.charts import Chart
    from ipak_cli.report.trend import Point
    from ipak_cli.survey.certainty.change import NotCompared
    from ipak_cli.web.desk import Desk


@dataclass(frozen=True, slots=True)
class CoursePages:
    """What there was before: the trend, and the runs."""

    desk: Desk

    def routes(self) -> tuple[Route, ...]:
        """Return the addresses."""
        return (Route("/tren", self.trend), Route("/riwayat", self.runs))

    def trend(self, _: Request) -> Response:
        """Show the indices over the periods, the newest first, and what can be said of their changes."""
        opened = OpenWorkspace(self.desk.workspace)
        found = stored_trend(opened.stored)
        rows = [
            {
                "period": capital(period_words(parse_period(each.period))),
                "name": each.period,
                "respondents": each.respondents,
                "points": [_point(series.points[number]) for series in found.indices.values()],
            }
            for number, each in enumerate(found.periods)
        ]
        return page(
            "tren",
            desk=self.desk,
            chart=_chart(opened, parse_period(found.periods[-1].period)),
            codes=[*found.indices],
            rows=rows[::-1],
            groups=[*problem_groups(found.problems)],
            counted=counted(found.problems),
        )

    def runs(self, _: Request) -> Response:
        """Show when the last run did all there was to do, when one did not, and what is wrong now."""
        (status,) = status_below(self.desk.workspace, Asked(TOOL, now())).workspaces
        failed = status.last_failure.problems if status.last_failure and status.last_failure.current else ()
        failure = status.last_failure
        # A workspace that is worked in by hand alone lacks no run, and nothing waits there for one.
        by_hand = failure is None and status.last_success is None
        own = (each for each in status.problems if not (by_hand and each.entry is NEVER_SUCCEEDED))
        problems = (*own, *failed)
        return page(
            "riwayat",
            desk=self.desk,
            status=status,
            by_hand=by_hand,
            succeeded=success_age(status),
            failed=moment_of(failure.finished, status) if failure else "",
            runs=[
                {"when": moment_of(each.moment, status), "run": each}
                for each in last_runs(self.desk.workspace)
            ],
            groups=[*problem_groups(problems)],
            counted=counted(problems),
        )


def _chart(opened: OpenWorkspace, period: Period) -> Chart | None:
    """Return the chart of the report of a period; none where fewer than two periods can be compared in it."""
    try:
        drawn = next(report_figures.trend(load_inputs(opened, period).material), None)
    except ProblemsFoundError:
        return None  # the report tells what is wrong; the table needs neither settings nor rubric
    return drawn.chart if drawn else None


def _point(point: Point) -> Mapping[str, object]:
    return {
        "value": point.value,
        "interval": interval(point.certainty) if point.certainty else "",
        "change": _change(point),
        "said": _said(point.compared),
    }


def _change(point: Point) -> str:
    """Write how much a figure changed; nothing where there is no change, or its test says that too."""
    if isinstance(point.change, NotScored) or isinstance(point.compared, ChangeResult):
        return ""
    return signed(point.change)


def _said(compared: ChangeResult | NotCompared | None) -> str:
    if compared is None:
        return ""
    return (
        say(compared.said) if isinstance(compared, ChangeResult) else f"tidak diuji: {say(compared.reason)}"
    )
