"""A page that is served as ``ipak open`` serves it, and a client that speaks to it as a browser does."""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from http.client import HTTPConnection
from queue import Queue
from threading import Thread
from urllib.parse import urldefrag, urlencode, urlsplit

from ipak_cli.web.desk import Desk
from ipak_cli.web.server import serve

WAIT = 30


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict
    text: str

    @property
    def cookie(self):
        return self.headers["set-cookie"].partition(";")[0]


@dataclass
class Client:
    """``address`` is that of the first visit; after it every request carries the cookie."""

    address: str
    cookie: str = ""
    server: Thread | None = None
    desk: Desk | None = None

    @property
    def host(self):
        return urlsplit(self.address).netloc

    @property
    def origin(self):
        return f"http://{self.host}"

    @property
    def workspace(self):
        return self.desk.workspace

    @property
    def jar(self):
        """The cookie as a browser takes it."""
        name, _, value = self.cookie.partition("=")
        return {"name": name, "value": value, "url": self.origin, "httpOnly": True, "sameSite": "Strict"}

    def visit(self):
        first = urlsplit(self.address)
        answer = self.ask("GET", f"{first.path}?{first.query}")
        if answer.status == 303:
            self.cookie = answer.cookie
        return answer

    def ask(self, method, path, body=None, **headers):
        """Ask as a browser does; a header given as ``None`` is left out."""
        sent = {"Host": self.host, "Cookie": self.cookie or None}
        if method == "POST":
            sent["Origin"] = self.origin
            sent["Content-Length"] = str(len(body or b""))
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection = HTTPConnection(self.host, timeout=WAIT)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in sent.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders(body or None)
        got = connection.getresponse()
        text = got.read().decode("utf-8", "replace")
        connection.close()
        return Answer(got.status, {name.lower(): value for name, value in got.getheaders()}, text)

    def get(self, path, **headers):
        return self.ask("GET", path, **headers)

    def post(self, path, fields=None, files=(), **headers):
        if files:
            body, kind = multipart(fields or {}, files)
        else:
            body, kind = urlencode(fields or {}).encode(), "application/x-www-form-urlencoded"
        return self.ask("POST", path, body, **{"Content_Type": kind, **headers})

    def follow(self, answer):
        return self.get(urldefrag(answer.headers["location"]).url)


def multipart(fields, files):
    """Return a form's body with files, given as (field, name, bytes), and its content type."""
    mark = secrets.token_hex(12)
    parts = [
        f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    for name, file, content in files:
        head = f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; filename="{file}"\r\n'
        parts.append(f"{head}Content-Type: application/octet-stream\r\n\r\n".encode() + content + b"\r\n")
    return b"".join(parts) + f"--{mark}--\r\n".encode(), f"multipart/form-data; boundary={mark}"


@contextmanager
def served(workspace, scratch, *, patience=WAIT, first_page="/", own_workspace=True):
    """Serve a workspace's page while the test lasts; the client has not visited it yet."""
    desk = Desk(workspace, scratch, own_workspace=own_workspace, first_page=first_page)
    addresses = Queue()
    server = Thread(target=serve, args=(desk,), kwargs={"opened": addresses.put, "patience": patience})
    server.start()
    client = Client(addresses.get(timeout=WAIT), server=server, desk=desk)
    try:
        yield client
    finally:
        desk.closed = True
        server.join(WAIT)
        assert not server.is_alive()


class _Fields(HTMLParser):
    """The fields of a page's form, by its action: what a browser would send, and what can be chosen."""

    def __init__(self, action):
        super().__init__()
        self.action, self.within = action, False
        self.values, self.options, self.faulty = {}, {}, set()
        self.select = self.area = None

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "form":
            self.within = found.get("action") == self.action
        if not self.within:
            return
        name = found.get("name")
        if found.get("aria-invalid") == "true":
            self.faulty.add(name)
        if tag == "input" and name:
            kind = found.get("type", "text")
            if kind not in ("checkbox", "radio") or "checked" in found:
                self.values[name] = found.get("value", "")
            elif kind == "radio":
                self.options.setdefault(name, []).append(found.get("value", ""))
        elif tag == "select":
            self.select = name
            self.options[name] = []
        elif tag == "option":
            self.options[self.select].append(found["value"])
            if "selected" in found or self.select not in self.values:
                self.values[self.select] = found["value"]

    def handle_endtag(self, tag):
        if tag == "form":
            self.within = False


def fields_of(page, action):
    """Return what a page's form would send as it is, by its fields' names; text areas are left out."""
    return parsed(page, action).values


def parsed(page, action):
    """Return the fields of a page's form with their values, options, and which are marked as faulty."""
    found = _Fields(action)
    found.feed(page)
    return found
