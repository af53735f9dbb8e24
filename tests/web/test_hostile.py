"""Every address of the page under hostile requests: no fault of ours, and what is refused changes nothing.

The addresses are those that the app itself has, and the forms those of the pages to which links lead, so that
a new page is tried as soon as it is there.
"""

import os
import random
import shutil
import tempfile
from collections import Counter
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest

from ipak_cli.web.app import pages
from ipak_cli.web.desk import Desk
from makers.exports import EXAMPLES
from makers.pages import multipart, served
from makers.runs import SLOW
from makers.sent_forms import reachable

UNIT = EXAMPLES.parent
ROUTES = pages(Desk(Path(), Path(), own_workspace=True)).routes
ENDLESS = "/hidup"
"""The line that does not end by itself."""
TEXTS = (
    "", " ", "\x00", "a\x00b", "\r\nSet-Cookie: a=b", "\x1b[31m", "\x85", "\u2028", "\u202e", "\ufffe",
    "\U0010ffff", "a" * 3_000, "9" * 5_000, "0", "-1", "4.5", "1e999", "NaN", "٣", "²", "True", "null", "[]",
    "- a: &a [*a]", "!!python/object:os.system", "# x", ": ", "'", '"', "a: b\nc: d", "../../../etc/passwd",
    "..\\..\\x", "C:\\x", "file:///etc/passwd", "javascript:alert(1)", "<script>alert(1)</script>",
    "{{ 7 * 7 }}", "{% include 'x' %}", "%s%n%d", "=cmd|' /c calc'!A1", "IV-2024", "0-0000", "V-2024",
    "IV-99999", "2024-13", "2024-02-30..2024-01-01", "32 Januari 2024", "A" * 70_000,
)  # fmt: skip
PLAIN = "application/x-www-form-urlencoded"
TRIES = 8
"""Hostile forms of a route, of about 40; all of them with ``IPAK_SLOW_TESTS=1``."""
PIECES = (
    "..",
    "%2e%2e%2fipak.yaml",
    "%00",
    "%ff%fe",
    "%0d%0ax",
    "a" * 1_500,
    "%F0%9F%98%80",
    "IV-2024%00",
    "{x}",
)
"""Parts of an address, as they stand in it."""


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    folder = tmp_path_factory.mktemp("asing") / "unit"
    folder.mkdir()
    for name in ("hasil/III-2024", "hasil/IV-2024", "masuk", "bukti", "logo", "lampiran"):
        shutil.copytree(UNIT / name, folder / name)
    shutil.copy(UNIT / "ipak.yaml", folder)
    with (folder / "ipak.yaml").open("a", encoding="utf-8") as settings:
        settings.write("formats: [md]\n")
    return folder


@pytest.fixture(scope="module")
def client(office):
    with served(office, office.parent / "sementara") as found:
        found.visit()
        yield found


@pytest.fixture(scope="module")
def known(client):
    """The pages to which everything leads, and those of a sound and of a faulty file."""
    sound = (EXAMPLES / "ipak-ipkp-2024-tw4.xlsx").read_bytes()
    dropped = [
        client.post("/berkas", files=[("berkas", name, content)]).headers["location"]
        for name, content in (("tw4.xlsx", sound), ("rusak.xlsx", sound[:9_000]))
    ]
    found = reachable(client, *dropped, wanted=few_of_a_kind())
    assert {status for status, _, _ in found.values()} <= {200, 422}
    return found


def few_of_a_kind():
    """Tell of an address whether it is among the first two of its route."""
    seen = Counter()

    def wanted(address):
        route = next((each.path for each in ROUTES if each.path_regex.match(address.partition("?")[0])), "")
        seen[route] += 1
        return seen[route] <= 2

    return wanted


@pytest.fixture(autouse=True)
def no_fault(tmp_path, monkeypatch):
    """Fail where the program wrote a log of a fault."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    yield
    assert [each.read_text("utf-8") for each in tmp_path.glob("ipak-galat-*")] == []


@pytest.fixture
def attack(client, office, tmp_path):
    """Send a request that must not make a fault; where it is refused, the workspace is as it was."""
    shutil.copytree(office, tmp_path / "semula")
    before = state(office)

    def sent(method, address, body=None, **headers):
        nonlocal before
        answer = client.ask(method, address, body, **headers)
        told = f"{method} {address[:200]} {(body or b'')[:300]!r}: {answer.status} {answer.text[:300]}"
        assert answer.status < 500, told
        after = state(office)
        if answer.status >= 400 or method != "POST":
            assert after == before, told
        elif after != before:
            shutil.rmtree(office)
            shutil.copytree(tmp_path / "semula", office)
            before = state(office)
        return answer

    return sent


def state(folder):
    """Return what stands in a workspace by names, sizes and times; but for the gate of the lock."""
    found = {}
    with os.scandir(folder) as entries:
        for each in entries:
            if each.is_dir():
                found |= state(each.path)
            elif each.name != "gate":
                seen = each.stat()
                found[each.path] = (seen.st_size, seen.st_mtime_ns)
    return found


def sound(route, known):
    """Return an address of a route that leads somewhere."""
    asked = [each.partition("?")[0] for each in known]
    sent = [form.action for _, _, forms in known.values() for form in forms]
    return next((each for each in [*asked, *sent] if route.path_regex.match(each)), route.path)


def hostile(route, like):
    """Yield addresses of a route with hostile pieces in each place, which otherwise are like a sound one."""
    parts = like.split("/")
    for place, part in enumerate(route.path.split("/")):
        if part.startswith("{"):
            yield from ("/".join([*parts[:place], piece, *parts[place + 1 :]]) for piece in PIECES)


def test_the_pages_lead_to_every_address(known):
    """What is tried below is all there is."""
    reached = {each.partition("?")[0] for each in known}
    reached |= {form.action for _, _, forms in known.values() for form in forms}
    missed = [route.path for route in ROUTES if not any(route.path_regex.match(each) for each in reached)]
    # Made by no link: the line to the program, what the look is made of, files that nobody made yet, and what
    # was written for an office that has no workspace.
    none_yet = {"/periode/{period}/unduh/{name}", "/ditulis/{name:path}"}
    assert set(missed) <= {ENDLESS, "/laman.css", "/laman.js", *none_yet}


@pytest.mark.parametrize("path", sorted({route.path for route in ROUTES} - {ENDLESS}))
def test_no_address_and_no_method_makes_a_fault(attack, known, path):
    for route in (each for each in ROUTES if each.path == path):
        like = sound(route, known)
        for method in ("HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"):
            attack(method, quote(like, safe="/{}"))
        pieces = [quote(like, safe="/{}"), *hostile(route, like)]
        for address in pieces:
            attack("GET", address)
        for address in pieces[:: 1 if SLOW else 3]:
            attack("POST", address, b"", Content_Type=PLAIN)


def test_no_question_of_an_address_makes_a_fault(attack, known):
    asked = {name for _, _, forms in known.values() for form in forms for name in form.fields}
    names = [*sorted(each for each in asked if len(each) < 12), "disimpan", "kosong", "%00", "x"]
    chance = random.Random(20)  # noqa: S311 (the same tries each time)
    for address in dict.fromkeys(each.partition("?")[0] for each in known):
        pairs = [(name, chance.choice(TEXTS)[:100]) for name in names]
        attack("GET", f"{address}?{urlencode(pairs)[:1_900]}")
        attack("GET", f"{address}?%FF=%FE&&&=&target=%FF&periode=%FF&target=A&target=B")


def forms_of(known):
    """Return every form that writes, once for each address."""
    found = {}
    for _, _, forms in known.values():
        for form in forms:
            if form.method == "POST":
                found.setdefault(form.action, form)
    return list(found.values())


def one_of_each(forms):
    """Return a form for each route: others of its kind differ in what they are about alone."""
    routes = {}
    for form in forms:
        route = next(
            each.path for each in ROUTES if "POST" in each.methods and each.path_regex.match(form.action)
        )
        routes.setdefault(route, form)
    return routes


def bodies(form, chance):
    """Yield hostile forms: texts in some fields and in all, fields twice and missing, files for texts."""
    names = [*form.fields, *form.files]

    def typed(pairs):
        return "&".join(
            f"{quote(name)}={quote(text, errors='surrogatepass')}" for name, text in pairs
        ).encode()

    for text in chance.sample(TEXTS, 20):
        yield typed((form.fields | {chance.choice(names): text}).items()), PLAIN
    for text in chance.sample(TEXTS, 4):
        yield typed((name, text) for name in names), PLAIN
    for _ in range(3):
        yield typed((name, chance.choice(TEXTS)) for name in names), PLAIN
    yield typed([*form.fields.items(), *((name, "lain") for name in names)]), PLAIN
    yield typed(chance.sample([*form.fields.items()], len(form.fields) // 2)), PLAIN
    yield typed((f"{name}{end}", "x") for name in names for end in ("", "\x00", "[]", '"]', ":0")), PLAIN
    yield typed((name.replace("1", "9" * 5_000), "9") for name in names), PLAIN
    yield b"".join(quote(name).encode() + b"=%FF%FE%00\xff&" for name in names), PLAIN
    yield b"\xff\xfe\x00=&&&%&%zz=%zz", PLAIN
    yield typed(form.fields.items()), "application/json"
    yield typed(form.fields.items()), "multipart/form-data; boundary=x"
    yield typed(form.fields.items()), ""
    files = [(name, "../../ipak.yaml", b"version: 1") for name in names]
    body, kind = multipart({}, files)
    yield body, kind
    # Before its first file begins: what has begun is closed only when it is forgotten.
    yield body[:60], kind
    yield body, f"{kind}x"
    yield multipart({}, [(name, "a\x00b;c=d\r\nX: y", b"\x00" * 500) for name in form.files or names])
    yield multipart(
        form.fields, [(f"{name}{'9' * 5_000}", "a.xlsx", b"PK") for name in form.files or names[:1]]
    )
    yield multipart(dict.fromkeys(names, "a" * 20_000), [(name, "", b"") for name in form.files])


def test_no_form_makes_a_fault_and_what_is_refused_changes_nothing(attack, known):
    chance = random.Random(20)  # noqa: S311 (the same tries each time)
    refused = 0
    for form in one_of_each(forms_of(known)).values():
        tries = list(bodies(form, chance))
        for body, kind in tries if SLOW else chance.sample(tries, TRIES):
            refused += attack("POST", form.action, body, Content_Type=kind).status >= 400
    assert refused > 16


def test_forms_of_strangers_change_nothing(attack, known, client):
    stranger = {"Cookie": None}
    for form in forms_of(known):
        body = urlencode(form.fields).encode()
        for other in (stranger, {"Origin": "http://contoh.example"}, {"Origin": None}):
            answer = attack("POST", form.action, body, Content_Type=PLAIN, **other)
            assert answer.status == 403
        assert attack("POST", form.action, None, Content_Length=str(1 << 50)).status == 413
    assert client.get("/").status == 200
