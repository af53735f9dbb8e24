"""The forms of a page as a browser would send them, and all pages that links and forms lead to."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urlencode


@dataclass
class SentForm:
    """Where a form goes and what it sends; ``files`` are its fields for files."""

    action: str
    method: str
    fields: dict = field(default_factory=dict)
    files: list = field(default_factory=list)


class Reader(HTMLParser):
    """Reads a page's links and forms."""

    def __init__(self):
        super().__init__()
        self.links, self.forms = [], []
        self._text = self._select = None

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        form = self.forms[-1] if self.forms else None
        if tag == "a" and said.get("href"):
            self.links.append(urldefrag(said["href"])[0])
        elif tag == "form":
            self.forms.append(SentForm(said["action"], said.get("method", "get").upper()))
        elif tag == "textarea":
            self._text = said["name"]
            form.fields[self._text] = ""
        elif tag == "select":
            self._select = said["name"]
            form.fields[self._select] = ""
        elif tag == "option" and ("selected" in said or not form.fields[self._select]):
            form.fields[self._select] = said.get("value") or ""
        elif tag == "input" and said.get("type") == "file":
            form.files.append(said["name"])
        elif tag in {"input", "button"} and said.get("name"):
            chosen = "checked" in said or said.get("type") not in {"radio", "checkbox"}
            if chosen or said["name"] not in form.fields:
                form.fields[said["name"]] = said.get("value") or "" if chosen else ""

    def handle_data(self, data):
        if self._text is not None:
            self.forms[-1].fields[self._text] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            name, self._text = self._text, None
            form = self.forms[-1]
            form.fields[name] = form.fields[name].removeprefix("\n")


def read_page(text):
    """Return the links and forms of a page."""
    reader = Reader()
    reader.feed(text)
    return reader.links, reader.forms


def reachable(client, *starts, wanted=lambda _: True):
    """Return every page by its address to which links and asking forms lead, as (status, text, forms).

    Only addresses that are ``wanted`` are asked for.
    """
    found, waiting = {}, ["/", *starts]
    while waiting:
        address = waiting.pop(0)
        if address in found or not address.startswith("/") or not wanted(address):
            continue
        answer = client.get(address)
        if not answer.headers.get("content-type", "").startswith("text/html"):
            found[address] = (answer.status, "", [])
            continue
        links, forms = read_page(answer.text)
        found[address] = (answer.status, answer.text, forms)
        asked = [f"{form.action}?{urlencode(form.fields)}" for form in forms if form.method == "GET"]
        waiting += [*links, *asked]
    return found
