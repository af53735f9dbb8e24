"""Who may talk to the page: this computer's browser, on the page's own address, with the secret of its start.

The server listens on the loopback, which every program and every web page of this computer can reach. So each
request must name the very host and port (a foreign name that resolves to the loopback does not: DNS
rebinding), must come from a page of this server where a browser tells (``Origin``, ``Sec-Fetch-Site``), and
must carry the cookie that one visit with the one-time key gets. Nothing is read of a request that fails, and
what it asked for is not told in the answer.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from hmac import compare_digest
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs

from starlette.exceptions import HTTPException

from ipak_cli.terminal.bug import report_bug

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from ipak_cli.web.desk import Desk

HOST: Final = "127.0.0.1"
START: Final = "/mulai"
"""The path of the first visit, which takes the one-time key."""
OPEN_TO_ALL: Final = ("/laman.css",)
"""What a visitor without a cookie may have: the look of the page that tells him so."""
LARGEST_REQUEST: Final = 1 << 30
"""Bytes of a request: several exports of the largest size that a workbook may have."""
LONGEST_ADDRESS: Final = 2_000
"""Letters of path and query; pages put no texts into them."""
METHODS: Final = ("GET", "HEAD", "POST")
HEADERS: Final = (
    (
        b"content-security-policy",
        b"; ".join(
            (
                b"default-src 'none'",
                b"style-src 'self'",
                b"script-src 'self'",
                b"img-src 'self' data:",
                b"connect-src 'self'",
                b"form-action 'self'",
                b"base-uri 'none'",
                b"frame-ancestors 'none'",
            )
        ),
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    # With "no-referrer" browsers call the origin of a form "null".
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)


@dataclass
class Keys:
    """The secrets of one start: the key of the first visit, good for one, and the cookie of all others."""

    port: int
    first: str | None = field(default_factory=lambda: secrets.token_urlsafe(32))
    cookie: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def cookie_name(self) -> str:
        """The cookie's name: browsers give cookies of one host to every port of it."""
        return f"ipak-{self.port}"

    @property
    def host(self) -> str:
        """What requests must name as their host."""
        return f"{HOST}:{self.port}"

    @property
    def address(self) -> str:
        """The address of the first visit."""
        return f"http://{self.host}{START}?kunci={self.first}"

    def takes(self, key: str) -> bool:
        """Tell whether this is the key of the first visit, which it is once."""
        good = self.first is not None and compare_digest(key.encode(), self.first.encode())
        if good:
            self.first = None
        return good

    def knows(self, header: str) -> bool:
        """Tell whether a ``Cookie`` header holds the cookie."""
        try:
            found = SimpleCookie(header).get(self.cookie_name)
        except CookieError:
            return False
        return found is not None and compare_digest(found.value.encode(), self.cookie.encode())


@dataclass(frozen=True, slots=True)
class Guard:
    """Stands before the pages: lets requests through, or answers them itself in one line."""

    app: ASGIApp
    desk: Desk
    keys: Keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        headers = Headers(scope)
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await _answer(send, refusal)
        elif scope["path"] == START:
            await self._first_visit(scope, send)
        elif scope["path"] in OPEN_TO_ALL or self.keys.knows(headers.one("cookie")):
            with self.desk.visited():
                await self._pass(scope, receive, send)
        else:
            await _answer(send, HTTPStatus.FORBIDDEN, CLOSED)

    def _refusal(self, scope: Scope, headers: Headers) -> HTTPStatus | None:
        if headers.all("host") != [self.keys.host]:
            return HTTPStatus.MISDIRECTED_REQUEST
        if len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST_ADDRESS:
            return HTTPStatus.REQUEST_URI_TOO_LONG
        method = scope["method"]
        if method not in METHODS:
            return HTTPStatus.METHOD_NOT_ALLOWED
        came_from = headers.all("sec-fetch-site")
        writes = method == "POST"
        # Opened by hand, from a bookmark or by the program, a page has no site that it comes from.
        if came_from not in ([], ["same-origin"], ["none"][: not writes]):
            return HTTPStatus.FORBIDDEN
        if headers.all("origin") != [f"http://{self.keys.host}"] and (writes or headers.all("origin")):
            return HTTPStatus.FORBIDDEN
        if writes:
            return _too_long(headers)
        return None

    async def _first_visit(self, scope: Scope, send: Send) -> None:
        (key, *_) = parse_qs(scope["query_string"].decode("latin-1")).get("kunci", [""])
        if not self.keys.takes(key):
            await _answer(send, HTTPStatus.FORBIDDEN, CLOSED)
            return
        cookie = f"{self.keys.cookie_name}={self.keys.cookie}; HttpOnly; SameSite=Strict; Path=/"
        await _answer(
            send,
            HTTPStatus.SEE_OTHER,
            more=((b"location", self.desk.first_page.encode()), (b"set-cookie", cookie.encode())),
        )

    async def _pass(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through; its body is counted, and what answers it bears the headers of every page."""
        left = LARGEST_REQUEST
        status: int | None = None

        async def counted() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return message

        async def dressed(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                own = {name for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(each for each in HEADERS if each[0] not in own)]
            await send(message)

        try:
            await self.app(scope, counted, dressed)
        except Exception as bug:  # noqa: BLE001 (the last resort: users never see a traceback)
            # The page of a fault has told of it already; it comes here once more, to be known to the server.
            if status != HTTPStatus.INTERNAL_SERVER_ERROR:
                report_bug(bug)
            if status is None:
                await _answer(send, HTTPStatus.INTERNAL_SERVER_ERROR, BUG)


@dataclass(frozen=True, slots=True)
class Headers:
    """The headers of a request, by their names in small letters."""

    scope: Scope

    def all(self, name: str) -> list[str]:
        """Return every value of a header."""
        wanted = name.encode()
        return [value.decode("latin-1") for key, value in self.scope["headers"] if key == wanted]

    def one(self, name: str) -> str:
        """Return a header's value, all of them in one where there are several, ``""`` where there is none."""
        return "; ".join(self.all(name))


CLOSED: Final = (
    "Halaman ini tidak (lagi) dibuka dari ipak di komputer ini. Jalankan `ipak open` sekali lagi; "
    "halamannya terbuka sendiri."
)
"""What a visitor reads who has no key: words for people, no page."""
BUG: Final = "Ada kesalahan di dalam ipak, bukan pada berkas Anda. Berkas log-nya disebut di jendela ipak."


def _too_long(headers: Headers) -> HTTPStatus | None:
    (length, *more) = headers.all("content-length") or [""]
    if more or not (length.isascii() and length.isdigit()):
        return HTTPStatus.LENGTH_REQUIRED
    return HTTPStatus.REQUEST_ENTITY_TOO_LARGE if int(length[:18]) > LARGEST_REQUEST else None


async def _answer(
    send: Send, status: HTTPStatus, text: str = "", more: tuple[tuple[bytes, bytes], ...] = ()
) -> None:
    body = (text or f"{status.value}").encode()
    length = (b"content-length", str(len(body)).encode())
    kind = (b"content-type", b"text/plain; charset=utf-8")
    start = {"type": "http.response.start", "status": status.value}
    await send({**start, "headers": [kind, length, *HEADERS, *more]})
    await send({"type": "http.response.body", "body": body})
