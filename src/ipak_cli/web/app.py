"""The pages of ``ipak open`` by their addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from ipak_cli.report.charts import stylesheet
from ipak_cli.web.alive import alive
from ipak_cli.web.assessment_pages import AssessmentPages
from ipak_cli.web.choice_pages import ChoicePages
from ipak_cli.web.course_pages import CoursePages
from ipak_cli.web.drops import DropPages
from ipak_cli.web.faults import HANDLERS
from ipak_cli.web.periods import PeriodPages
from ipak_cli.web.review_pages import ReviewPages
from ipak_cli.web.settings_pages import SettingsPages
from ipak_cli.web.words import asset

if TYPE_CHECKING:
    from starlette.requests import Request

    from ipak_cli.web.desk import Desk


def pages(desk: Desk) -> Starlette:
    """Return the pages of one start, without the guard that stands before them."""
    app = Starlette(
        routes=[
            *PeriodPages(desk).routes(),
            *DropPages(desk).routes(),
            *ChoicePages(desk).routes(),
            *SettingsPages(desk).routes(),
            *ReviewPages(desk).routes(),
            *CoursePages(desk).routes(),
            *AssessmentPages(desk).routes(),
            Route("/hidup", alive),
            Route("/laman.css", _look),
            Route("/laman.js", _script),
        ],
        exception_handlers=HANDLERS,
    )
    app.state.desk = desk
    return app


def _look(_: Request) -> Response:
    return PlainTextResponse(asset("laman.css") + stylesheet(), media_type="text/css")


def _script(_: Request) -> Response:
    return PlainTextResponse(asset("laman.js"), media_type="text/javascript")
