"""The server of the page: on the loopback, at a free port, until nobody looks at the page any more."""

from __future__ import annotations

import asyncio
import logging
import socket
from typing import TYPE_CHECKING, Final

import uvicorn

from ipak_cli.web.app import pages
from ipak_cli.web.guard import HOST, Guard, Keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipak_cli.web.desk import Desk

PATIENCE: Final = 90.0
"""Seconds without a page before the program ends: going from page to page takes less, and so does a new start
of the browser."""
_LOOK: Final = 0.5


def serve(desk: Desk, *, opened: Callable[[str], None], patience: float = PATIENCE) -> None:
    """Serve the page until it is closed; ``opened`` gets its address, the key of the first visit in it.

    Raises ``OSError`` where the loopback gives no port.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.bind((HOST, 0))
        # From here on the system keeps visitors waiting for the server, so that none comes too early.
        listening.listen()
        keys = Keys(listening.getsockname()[1])
        config = uvicorn.Config(
            Guard(pages(desk), desk, keys),
            http="h11",
            ws="none",
            lifespan="off",
            log_config=None,
            # What it says of itself is no words for users; faults of the pages are told elsewhere.
            log_level=logging.CRITICAL,
            access_log=False,
            server_header=False,
            date_header=False,
            timeout_graceful_shutdown=2,
        )
        opened(keys.address)
        asyncio.run(_serve(uvicorn.Server(config), listening, desk, patience))


async def _serve(server: uvicorn.Server, listening: socket.socket, desk: Desk, patience: float) -> None:
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    while not (serving.done() or server.should_exit or desk.closed) and desk.unseen() < patience:
        await asyncio.wait([serving], timeout=_LOOK)
    # Pages that are open let go when they see it.
    desk.closed = server.should_exit = True
    await serving
