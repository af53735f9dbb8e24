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
_LOOK: Final = 0.25
"""Seconds between looks whether the program ends, which waits for its pages."""


async def alive(request: Request) -> StreamingResponse:
    """Answer with a stream of events that says nothing and does not end."""

    async def beats() -> AsyncIterator[str]:
        desk = request.app.state.desk
        while not (desk.closed or await request.is_disconnected()):
            yield ": ipak\n\n"
            for _ in range(int(_BEAT / _LOOK)):
                await asyncio.sleep(0 if desk.closed else _LOOK)

    return StreamingResponse(beats(), media_type="text/event-stream")
