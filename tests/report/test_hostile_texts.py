"""Texts that are commands elsewhere stay texts in every format: what is read back is what was written."""

from __future__ import annotations

import io
import re
import subprocess
from collections import Counter
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from shutil import which
from zipfile import ZipFile

import pytest
from defusedxml.ElementTree import fromstring
from markdown_it import MarkdownIt
from pypdf import PdfReader

from ipak_cli.report.build import build, prose_variables
from ipak_cli.report.formats import FORMATS
from ipak_cli.report.material import PlannedAction
from ipak_cli.report.prose import tidy, with_prose
from ipak_cli.report.templates import OwnTemplates
from ipak_cli.report.typeset import unprintable
from ipak_cli.survey.suggestion_result import Suggestion, Suggestions
from ipak_cli.survey.tally import Counts
from makers.report_material import ALL_BEST, material, survey

HOSTILE = {
    "markup": (
        "# Judul **tebal** _miring_ [a](https://b.test) ![g](x.png) `c` ~~d~~ | e | --- \\ * f 1. "
        "{{ 7*7 }} {% if %} <script>alert(1)</script> \"'> <img src=x onerror=alert(1)> &lt;b&gt; <!-- --> "
        '&#0; &amp; #eval("1") #set page() #include("/etc/passwd") $x^2$ @kunci <label> // g /* h */ '
        '\\u{202e} </w:t></w:r><w:p/> ]]> {{ TOC }} { HYPERLINK "x" } _x000D_ _x0041_ MERGEFIELD'
    ),
    "signs": (
        "=1+1 a\x00b\x1b[31mc\u200bd\ufeffe\u2028f\x85g\ud800h\u2066i\u202ej Bagus "
        "\U0001f600\U0001f44d\U0001f3fd \u8c22\u8c22 \u0634\u0643\u0631\u0627 e\u0301 \ufb01n \u00bd \u2264"
    ),
}
EACH_TEXT = pytest.mark.parametrize("kind", HOSTILE)
"""Each text is given for everything that people write: see :func:`report_of`."""


def report_of(text):
    """Return a report that says a text wherever people write anything, with how often it says so at least."""
    people = {f"{text} {n}": Counts(10, ((0, 0, 0, 10),) * 14) for n in range(3)}
    groups = {
        (code, label): counts for code in ("usia", "pekerjaan", "layanan") for label, counts in people.items()
    }
    told = text.replace("\ud800", "")  # settings hold no half of a character: their reader refuses it
    plan = {"actions": [told, f"{told} lagi"], "pic": told, "deadline": told}
    settings = {
        "unit": {"name": told, "short_name": told, "parent": told, "address": told, "city": told},
        "signatory": {"name": told, "position": told, "nip": told},
        "directors": [told],
        "editors": [told],
        "legal_basis": [told, told],
        "report": {"place": told, "link": told},
        "periods": {"IV-2024": {"note": told, "signed": told, "follow_up": {"I1": plan, "I2": plan}}},
    }
    lower = ((0, 0, 9, 21), *ALL_BEST[1:])
    result = survey(lower, groups=groups)
    result = replace(
        result,
        suggestions=Suggestions(given=2, shown=(Suggestion(text, 1), Suggestion(f"{text} juga", 1))),
        items=tuple(replace(item, text=f"{text} {item.code}") for item in result.items),
        sources=tuple(replace(source, name=text, sheet=text) for source in result.sources),
    )
    found = material(survey(lower, "III-2024"), result, settings=settings)
    found = replace(found, earlier_actions={"I1": PlannedAction((text,), text, text)})
    return with_prose(build(found), prose_variables(found), {})


@cache
def files_of(text):
    numbered = report_of(text)
    return {name: form.render(numbered, OwnTemplates())[f"laporan.{name}"] for name, form in FORMATS.items()}


def harmless(text):
    """Return a text as long, word by word, that means nothing anywhere."""
    return re.sub(r"\S", "x", text)


class Page(HTMLParser):
    """Reads the words of a page, and its tags with the names of their attributes."""

    def __init__(self, page):
        super().__init__()
        self.text, self.tags, self.drawn = "", [], set()
        self._drawing = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        kind = (tag, *sorted(name for name, _ in attrs))
        self._drawing = self._drawing or tag == "svg"
        if self._drawing:
            self.drawn.add(tag)  # how many lines the words of a drawing take is its own affair
        else:
            self.tags.append(kind)

    def handle_endtag(self, tag):
        self._drawing = self._drawing and tag != "svg"

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        self.tags.append(("comment", data))


def html_read(data):
    page = Page(data.decode())
    return page.text, (page.tags, page.drawn)


def markdown_read(data):
    viewer = MarkdownIt("js-default", {"html": True}).enable("strikethrough")
    return html_read(viewer.render(data.decode()).encode())


def word_read(data):
    with ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    elements = [
        (name, each.tag)
        for name in sorted(parts)
        if name.endswith((".xml", ".rels"))
        for each in fromstring(parts[name]).iter()
    ]
    text = "".join(fromstring(parts["word/document.xml"]).itertext())
    return text, (elements, sorted(parts))


def pdf_read(data):
    document = PdfReader(io.BytesIO(data))
    rest, kinds = [document.root_object["/StructTreeRoot"]], Counter()
    while rest:
        each = rest.pop().get_object()
        if isinstance(each, list):
            rest += each
        elif hasattr(each, "get"):
            kinds[str(each.get("/S"))] += 1
            rest += [each["/K"]] if "/K" in each else []
    # Where a page ends, a paragraph or list becomes two elements; these are one each.
    whole = {kind: kinds[kind] for kind in ("/H1", "/H2", "/H3", "/Table", "/TR", "/TH", "/TD", "/Figure")}
    # What is on every page, the unit's name in it, would stand within a text that goes on on the next.
    pages = (squeezed(page.extract_text()) for page in document.pages)
    text = "".join(page.partition("TriwulanIVTahun2024–")[0] for page in pages)
    return text, (whole, kinds.keys())


READERS = {"html": html_read, "md": markdown_read, "docx": word_read, "pdf": pdf_read}
EACH_FORMAT = pytest.mark.parametrize("form", READERS)


def squeezed(text):
    return re.sub(r"[\s\u00ad]", "", text)


def as_written(text, form):
    """Return a text as a format shall say it: the letters of the PDF lack some signs."""
    signs = unprintable([tidy(text)]) if form == "pdf" else ()
    return squeezed("".join("□" if sign in signs else sign for sign in tidy(text)))


@EACH_TEXT
@EACH_FORMAT
def test_a_text_comes_out_as_it_is_and_makes_nothing_but_text(kind, form):
    text = HOSTILE[kind]
    said, shape = READERS[form](files_of(text)[form])
    plain, plain_shape = READERS[form](files_of(harmless(text))[form])
    assert shape == plain_shape
    found = squeezed(said).count(as_written(text, form))
    # Letters in a drawing of the PDF, and a text that goes on on the next page, are not read back as one.
    assert form == "pdf" or found == squeezed(plain).count(as_written(harmless(text), form))
    assert found > 70


WORD = "panjang" * 71 + "sekali"
"""Of more than 500 letters, and no blank or hyphen at which a line could end."""


@EACH_FORMAT
def test_a_very_long_word_comes_out_whole(form):
    said, _ = READERS[form](files_of(WORD)[form])
    assert squeezed(said).count(WORD) > 70


@pytest.mark.skipif(which("pdftotext") is None, reason="pdftotext is not installed")
def test_a_very_long_word_does_not_run_off_the_page_or_into_the_next_column(tmp_path):
    (tmp_path / "laporan.pdf").write_bytes(files_of(WORD)["pdf"])
    call = ["pdftotext", "-bbox", "laporan.pdf", "-"]
    boxes = subprocess.run(call, cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    ends = [float(end) for end in re.findall(r'xMax="([\d.]+)"', boxes)]
    assert max(ends) < (210 - 15) / 25.4 * 72  # the frame of the cover is 15 mm from the edge
    for page in boxes.split("<page ")[2:]:
        words = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"', page)
        lines = {y: sorted((float(x), float(end)) for x, at, end in words if at == y) for _, y, _ in words}
        for line in lines.values():
            assert all(end <= begin + 0.5 for (_, end), (begin, _) in pairwise(line))


def test_a_cell_with_a_very_long_word_may_cut_it_on_a_screen():
    page = files_of(WORD)["html"].decode()
    cells = re.findall(r"<t[dh][^>]*>[^<]*", page)
    assert {" putus" in cell for cell in cells if WORD in cell} == {True}
    assert max(map(int, re.findall(r"--huruf: (\d+)", page))) < 300


@EACH_FORMAT
def test_a_suggestion_of_ten_thousand_letters_comes_out_whole(form):
    text = " ".join(f"saran{n:04}" for n in range(1_000))
    result = replace(survey(ALL_BEST), suggestions=Suggestions(given=1, shown=(Suggestion(text, 1),)))
    found = material(result)
    file = FORMATS[form].render(with_prose(build(found), prose_variables(found), {}), OwnTemplates())
    said, _ = READERS[form](file[f"laporan.{form}"])
    words = re.findall(r"saran\d{4}", said)
    assert words == text.split()
