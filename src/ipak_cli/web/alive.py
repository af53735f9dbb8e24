"""The line that an open page keeps to the program: as long as one is there, somebody looks."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from starlette.responses import StreamingResponse

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request

_BEAT: Final = 10.0
"""Seconds between signs of life: a browser that is gone is noticed by the next one."""


async def alive(request: Request) -> StreamingResponse:
    """Answer with a stream of events that says nothing and does not end."""

    async def beats() -> AsyncIterator[str]:
        while not await request.is_disconnected():
            yield ": ipak\n\n"
            await asyncio.sleep(_BEAT)

    return StreamingResponse(beats(), media_type="text/event-stream")
