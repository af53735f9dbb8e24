"""The pages of ``ipak open`` by their addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.web.alive import alive
from ipak_cli.web.assessment_pages import AssessmentPages
from ipak_cli.web.choice_pages import ChoicePages
from ipak_cli.web.course_pages import CoursePages
from ipak_cli.web.drops import DropPages
from ipak_cli.web.periods import PeriodPages
from ipak_cli.web.review_pages import ReviewPages
from ipak_cli.web.settings_pages import SettingsPages
from ipak_cli.web.words import asset, counted, page, problem_groups

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
        exception_handlers={404: _unknown, 405: _unknown, ProblemsFoundError: _refused},
    )
    app.state.desk = desk
    return app


def _look(_: Request) -> Response:
    return PlainTextResponse(asset("laman.css"), media_type="text/css")


def _script(_: Request) -> Response:
    return PlainTextResponse(asset("laman.js"), media_type="text/javascript")


def _unknown(request: Request, _: Exception) -> Response:
    return page("tidak_ada", 404, desk=request.app.state.desk)


def _refused(request: Request, found: Exception) -> Response:
    """Show what is wrong where a page has no place of its own for it."""
    problems = found.problems if isinstance(found, ProblemsFoundError) else ()
    return page(
        "masalah",
        422,
        desk=request.app.state.desk,
        groups=[*problem_groups(problems)],
        counted=counted(problems),
    )
