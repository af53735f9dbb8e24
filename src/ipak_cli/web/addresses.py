"""What the addresses of pages name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from ipak_cli.base.period import Period, parse_period

if TYPE_CHECKING:
    from starlette.requests import Request


def period_of(request: Request) -> Period:
    """Return the period that an address names; one that names none leads to no page."""
    try:
        return parse_period(request.path_params["period"])
    except ValueError:
        raise HTTPException(404) from None
