"""What a page says where something went wrong for which no page has a place of its own.

Nothing that goes wrong shows a bare line of the server: what people can mend is told as a problem with its
code, all else as a fault of the program, with a log that holds nothing of what was read.
"""

from __future__ import annotations

import errno
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Final

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.drive import INPUT_UNREADABLE
from ipak_cli.catalogue.usage import OUTPUT_NOT_WRITABLE
from ipak_cli.terminal.bug import report_bug
from ipak_cli.web.words import counted, page, problem_groups
from ipak_cli.web.writing import MOST_FILES
from ipak_cli.workspace.refusals import refusal, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.requests import Request

    from ipak_cli.base.problem import Problem

_NO_ROOM: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS}
"""Refusals that are met in writing alone."""


def turned_away(request: Request, found: Exception) -> Response:
    """Answer what names no page, or sends a form that cannot be read."""
    status = found.status_code if isinstance(found, HTTPException) else HTTPStatus.NOT_FOUND
    if status in {HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED}:
        return page("tidak_ada", HTTPStatus.NOT_FOUND, desk=request.app.state.desk)
    return page("tak_terbaca", status, desk=request.app.state.desk, most_files=MOST_FILES)


def refused(request: Request, found: Exception) -> Response:
    """Show what is wrong where a page has no place of its own for it."""
    return _told(request, found.problems if isinstance(found, ProblemsFoundError) else ())


def unopened(request: Request, fault: Exception) -> Response:
    """Tell that the system refused to read or to write, and why."""
    if not isinstance(fault, OSError):
        return _told(request, ())
    if fault.errno in _NO_ROOM:
        return _told(request, [problem(OUTPUT_NOT_WRITABLE, reason=refusal(fault))])
    named = fault.filename if isinstance(fault.filename, str) else ""
    where = Where(Path(named).name or None)
    return _told(request, [problem(INPUT_UNREADABLE, where, reason=unreadable(fault))])


def gone(_: Request, __: Exception) -> Response:
    """Answer nobody: the page was closed before its form had come."""
    return Response(status_code=HTTPStatus.BAD_REQUEST)


def broken(request: Request, bug: Exception) -> Response:
    """Tell of a fault of the program itself, and where its log is."""
    return page("rusak", HTTPStatus.INTERNAL_SERVER_ERROR, desk=request.app.state.desk, log=report_bug(bug))


HANDLERS: Final = {
    HTTPException: turned_away,
    ProblemsFoundError: refused,
    ClientDisconnect: gone,
    OSError: unopened,
    Exception: broken,
}
"""What answers what goes wrong, by its kind."""


def _told(request: Request, problems: Iterable[Problem]) -> Response:
    listed = tuple(problems)
    return page(
        "masalah",
        HTTPStatus.UNPROCESSABLE_ENTITY,
        desk=request.app.state.desk,
        groups=[*problem_groups(listed)],
        counted=counted(listed),
    )
