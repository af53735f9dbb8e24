"""The pages of ``ipak open`` asked for over the loopback, and as many bytes that nobody computes."""

from __future__ import annotations

import asyncio
import re
import resource
import socket
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from queue import Queue
from tempfile import TemporaryDirectory
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route

from bench.measure import Cost, typical
from ipak_cli.web.desk import Desk
from ipak_cli.web.server import serve

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGES = ("/", "/periode/IV-2024", "/tren", "/setelan", "/tindak-lanjut/IV-2024", "/saran/IV-2024", "/riwayat")
"""Pages of a workspace with results; those of its self-assessments are found by their links."""


def page_costs(workspace: Path, times: int) -> dict[str, tuple[Cost, int]]:
    """Return what each page costs, the median of so many, and its bytes; a first visit is not counted."""
    with _ipak(workspace) as (host, cookie):
        (books,) = {*re.findall(r"/pekppp/[0-9a-f]+", _ask(host, "/pekppp", cookie).decode())}
        addresses = (*PAGES, "/pekppp", books, f"{books}/a", f"{books}/rencana?target=A")
        sizes = {address: len(_ask(host, address, cookie)) for address in addresses}
        return {
            address: (typical([_cost(host, address, cookie) for _ in range(times)]), size)
            for address, size in sizes.items()
        }


def bare_cost(size: int, times: int) -> Cost:
    """Return what Starlette takes to answer with so many bytes that are there already."""
    with _bare("a" * size) as host:
        _ask(host, "/", "")
        return typical([_cost(host, "/", "") for _ in range(times)])


def _cost(host: str, address: str, cookie: str) -> Cost:
    began, worked = time.perf_counter(), time.process_time()
    _ask(host, address, cookie)
    seconds, work = time.perf_counter() - began, time.process_time() - worked
    return Cost(seconds, work, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _ask(host: str, address: str, cookie: str) -> bytes:
    connection = HTTPConnection(host)
    connection.request("GET", address, headers={"Cookie": cookie})
    content = connection.getresponse().read()
    connection.close()
    return content


@contextmanager
def _ipak(workspace: Path) -> Iterator[tuple[str, str]]:
    """Serve a workspace; yields its host and the cookie of a visitor."""
    with TemporaryDirectory(prefix="ipak-bench-") as scratch:
        desk = Desk(workspace, Path(scratch), own_workspace=True)
        addresses: Queue[str] = Queue()
        server = Thread(target=serve, args=(desk,), kwargs={"opened": addresses.put})
        server.start()
        try:
            first = urlsplit(addresses.get())
            connection = HTTPConnection(first.netloc)
            connection.request("GET", f"{first.path}?{first.query}")
            cookie = connection.getresponse().headers["set-cookie"].partition(";")[0]
            connection.close()
            yield first.netloc, cookie
        finally:
            desk.closed = True
            server.join()


@contextmanager
def _bare(text: str) -> Iterator[str]:
    """Serve one page that is there already; yields its host."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        app = Starlette(routes=[Route("/", lambda _: HTMLResponse(text))])
        server = uvicorn.Server(uvicorn.Config(app, http="h11", lifespan="off", log_config=None))
        thread = Thread(target=lambda: asyncio.run(server.serve(sockets=[listening])))
        thread.start()
        try:
            yield f"127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
