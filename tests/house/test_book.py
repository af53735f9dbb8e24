"""The manual's page and PDF: made of today's Markdown, whole in themselves, and for every reader."""

import base64
import hashlib
import re
from collections import Counter
from functools import cache

import book
import page as validation
import pytest
from lxml import html
from pypdf import PdfReader

from ipak_cli.catalogue.indonesian import CATALOGUE

MOST_BYTES = 4_000_000
"""What goes into the wheel, and through a mail: no picture is to be larger than it is shown."""

LENGTH_RULE = "PDFA2A-STREAM-LENGTH-001"
"""The checker takes a line break that is a stream's own last byte for the one after it: tested here."""
STREAM = re.compile(rb"/Length (\d+)\b(?:(?!endobj).)*?>>\s*stream\n", re.DOTALL)


@cache
def page():
    return html.document_fromstring(book.PAGE.read_bytes())


@cache
def pdf():
    return PdfReader(book.PDF)


def test_the_page_is_what_the_markdown_says():
    assert book.PAGE.read_text(encoding="utf-8") == book.page(), "run python tools/book.py"


def test_the_pdf_is_made_of_the_same_sources():
    assert pdf().metadata.subject == book.digest(), "run python tools/book.py"


@pytest.mark.slow
def test_the_pdf_is_what_the_sources_make():
    assert book.PDF.read_bytes() == book.pdf(), "run python tools/book.py"


@pytest.mark.parametrize("path", [book.PAGE, book.PDF], ids=lambda path: path.name)
def test_it_is_small_enough_to_be_handed_on(path):
    assert path.stat().st_size < MOST_BYTES


def test_every_link_of_the_page_leads_to_a_place_in_it():
    places = Counter(page().xpath("//@id"))
    targets = page().xpath("//a/@href")
    assert len(targets) > 50
    assert [each for each in targets if places[each.removeprefix("#")] != 1 or not each.startswith("#")] == []


def test_the_page_holds_all_that_it_shows():
    sources = page().xpath("//@src")
    assert sources
    assert {each.partition(",")[0] for each in sources} <= {
        "data:image/png;base64",
        "data:image/svg+xml;base64",
    }
    assert page().xpath("//link | //style[contains(., 'url(')] | //script[@src]") == []


def test_the_page_lets_nothing_run_but_its_own_script_and_style():
    (policy,) = page().xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    for kind in ("style", "script"):
        (content,) = page().xpath(f"//{kind}/text()")
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';")
    assert page().xpath("//@style | //@onclick") == []


def test_every_picture_is_described():
    pictures = page().xpath("//img")
    assert len(pictures) == len(re.findall(r"^ *!\[", book.SOURCE.read_text(encoding="utf-8"), re.MULTILINE))
    assert [each.get("alt") for each in pictures if not each.get("alt")] == []


@pytest.mark.parametrize("standard", ["2a", "ua1"])
def test_no_rule_of_the_standard_is_broken_by_the_pdf(standard):
    report = validation.validate_pdf_bytes(book.PDF.read_bytes(), profile=standard)
    broken = [f"{each.rule_id}: {each.message}" for each in report.failures]
    assert [each for each in broken if not each.startswith(LENGTH_RULE)] == []


def test_every_stream_of_the_pdf_is_as_long_as_it_says():
    data = book.PDF.read_bytes()
    streams = list(STREAM.finditer(data))
    assert len(streams) == data.count(b"\nendstream") > 100
    for each in streams:
        assert data[each.end() + int(each.group(1)) :].startswith(b"\nendstream")


def titles(entries):
    for each in entries:
        yield from titles(each) if isinstance(each, list) else [each.title]


def test_the_outline_of_the_pdf_has_every_heading_of_the_page():
    heads = [
        " ".join(each.text_content().split()) for each in page().xpath("//main//h2 | //main//h3 | //main//h4")
    ]
    assert len(heads) > len(CATALOGUE)
    assert [" ".join(each.split()) for each in titles(pdf().outline)] == heads


def test_what_is_no_part_of_the_manual_stays_out():
    said = page().text_content()
    assert "tools/manual.py" not in said
    assert not re.search(r"^Isi:", said, re.MULTILINE)


def test_changed_sources_have_another_digest(tmp_path, monkeypatch):
    before = book.digest()
    changed = tmp_path / "panduan.md"
    changed.write_bytes(book.SOURCE.read_bytes() + b"\nLagi.\n")
    monkeypatch.setattr(book, "SOURCE", changed)
    assert book.digest() != before
