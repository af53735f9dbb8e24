"""The sheet in its sizes: one page, every text, letters for three metres, a code that telephones read."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
import zxingcpp
from defusedxml import ElementTree
from PIL import Image
from pypdf import PdfReader

from ipak_cli.publication import qr
from ipak_cli.publication.colours import palette
from ipak_cli.publication.message import message
from ipak_cli.publication.poster import CAPITALS, LETTER, SIZES, Logo, SeveralPagesError, typeset
from makers.publications import (
    FULL,
    LEVEL,
    LINK,
    LONGEST,
    SKM,
    UNSCORED,
    sheet_text,
    sizes_of,
    texts_of,
)  # fmt: skip

A4, A3, PORTRAIT, STORY, DRAWING = SIZES
COLOURS = palette(())[0]
EACH = pytest.mark.parametrize(
    "given", [FULL, SKM, LONGEST, UNSCORED, LEVEL],
    ids=["full", "skm", "longest", "unscored", "level"],
)  # fmt: skip


def sheet(given, size=A4, **others):
    return typeset(given, size, COLOURS, **others)


@EACH
@pytest.mark.parametrize("paper", [A4, A3], ids=["a4", "a3"])
def test_it_is_one_page_with_every_text_of_the_publication(given, paper):
    text = sheet_text(sheet(given, paper))
    missing = [each for each in texts_of(given) if "".join(each.split()) not in text]
    assert missing == []


@EACH
@pytest.mark.parametrize("shape", [PORTRAIT, STORY], ids=["portrait", "story"])
def test_a_picture_shows_the_same_texts(given, shape):
    text = sheet_text(sheet(given, replace(shape, kind="pdf")))
    assert [each for each in texts_of(given) if "".join(each.split()) not in text] == []


@pytest.mark.parametrize(("size", "shape"), [(A4, (210, 297)), (A3, (297, 420))], ids=["a4", "a3"])
def test_a_pdf_has_the_size_of_its_paper_and_is_for_the_archive(size, shape):
    document = PdfReader(io.BytesIO(sheet(FULL, size)))
    [page] = document.pages
    assert (round(page.mediabox.width / 72 * 25.4), round(page.mediabox.height / 72 * 25.4)) == shape
    metadata = document.trailer["/Root"]["/Metadata"].get_data().decode()
    assert re.search(r"pdfaid:part>2<", metadata)
    assert re.search(r"pdfuaid:part>1<", metadata)
    assert document.metadata.title == f"{FULL.title}, {FULL.period}, {FULL.unit}"
    assert document.metadata.creation_date.date() == FULL.day


@pytest.mark.parametrize(("size", "shape"), [(PORTRAIT, (1080, 1350)), (STORY, (1080, 1920))])
def test_a_picture_has_just_the_pixels_of_its_name(size, shape):
    assert Image.open(io.BytesIO(sheet(FULL, size))).size == shape


@pytest.mark.parametrize("given", [FULL, SKM], ids=["full", "skm"])
def test_headings_and_figures_on_a3_are_read_from_three_metres(given):
    sizes = sizes_of(sheet(given, A3))
    wanted = [
        given.title, given.period, given.unit, given.deeds_title,
        *(ranking.title for ranking in given.rankings),
        *(text for index in given.indices for text in (index.code, index.figure)),
        *(item.figure for ranking in given.rankings for item in ranking.items),
    ]  # fmt: skip
    for text in wanted:
        high = [size * CAPITALS / 72 * 25.4 for piece, size in sizes if piece == text]
        assert high, text
        assert min(high) >= LETTER, text
    people = [size * CAPITALS / 72 * 25.4 for piece, size in sizes if piece == given.respondents]
    assert max(people) >= LETTER


def test_the_indices_are_the_largest_of_all():
    sizes = dict(sizes_of(sheet(SKM)))
    [ikm] = SKM.indices
    assert sizes[ikm.figure] == max(sizes.values())
    assert sizes[ikm.figure] > 3 * sizes[SKM.title]


def read_code(picture):
    found = zxingcpp.read_barcodes(picture.convert("L"))
    return [each.text for each in found]


@pytest.mark.parametrize("shape", SIZES, ids=lambda size: size.file)
@pytest.mark.parametrize("grey", [False, True], ids=["colour", "grey"])
def test_the_code_on_the_finished_sheet_leads_to_the_link(shape, grey):
    picture = Image.open(io.BytesIO(sheet(FULL, replace(shape, kind="png"))))
    assert read_code(picture.convert("L") if grey else picture) == [LINK]


@pytest.mark.parametrize("address", ["https://a.example", "https://balai.contoh.example/" + "x" * 271])
def test_a_code_of_any_length_is_read(address):
    given = replace(FULL, link=replace(FULL.link, address=address))
    assert read_code(Image.open(io.BytesIO(sheet(given, PORTRAIT)))) == [address]


def test_without_a_link_there_is_no_code_and_without_a_code_the_link_is_printed():
    assert read_code(Image.open(io.BytesIO(sheet(SKM, PORTRAIT)))) == []
    long = replace(FULL, link=replace(FULL.link, has_code=False))
    assert read_code(Image.open(io.BytesIO(sheet(long, PORTRAIT)))) == []
    assert "balai.contoh.example" in sheet_text(sheet(long))


def test_a_code_is_drawn_with_its_quiet_zone():
    drawing = qr.drawn(LINK)
    [size] = re.findall(r'viewBox="0 0 (\d+) \1"', drawing)
    xs = [int(x) for x in re.findall(r"M(\d+) \d+h", drawing)]
    assert min(x for x in xs if x) == qr.QUIET
    assert int(size) % 4 == (17 + 8) % 4  # 17 + 4 n squares, and the zone


def test_the_drawing_says_what_it_shows_to_who_cannot_see_it():
    root = ElementTree.fromstring(sheet(FULL, DRAWING).decode())
    title, words = root[0], root[1]
    assert root.get("role") == "img"
    assert title.tag.endswith("}title")
    assert title.text == f"{FULL.title}, {FULL.period}, {FULL.unit}"
    assert " ".join(words.text.split()) == " ".join(message(FULL).split())
    assert "http" not in re.sub(r"http://www\.w3\.org|" + re.escape(LINK), "", sheet(FULL, DRAWING).decode())


def test_in_grey_the_head_is_dark_and_the_paper_white():
    picture = Image.open(io.BytesIO(sheet(FULL, PORTRAIT))).convert("L")
    assert picture.getpixel((5, 5)) < 100
    assert picture.getpixel((5, 1345)) > 250


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.file)
def test_the_same_publication_gives_the_same_bytes(size):
    assert sheet(FULL, size) == sheet(FULL, size)


def test_a_draft_is_marked_across_the_sheet_and_at_its_head():
    text = sheet_text(sheet(LONGEST))
    assert "DRAF–belumuntukdiumumkan" in text
    assert text.count("DRAF") == 2
    assert "DRAF" not in sheet_text(sheet(FULL))


def test_signs_that_the_letters_lack_become_a_box_and_hostile_text_stays_text():
    odd = replace(FULL, unit="Balai 😀 #set page() $x$ *b* <script> \\", parent="谢谢")
    text = sheet_text(sheet(odd))
    assert "Balai□#setpage()$x$*b*<script>\\" in text
    assert "□□" in text


def test_a_logo_stands_in_the_head_with_its_words():
    square = b'<path fill="#c8102e" d="M0 0h8v8H0z"/>'
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">' + square + b"</svg>"
    logo = Logo("logo.svg", drawing, "Lambang Balai Contoh")
    picture = Image.open(io.BytesIO(sheet(FULL, PORTRAIT, logos=[logo]))).convert("RGB")
    assert (200, 16, 46) in {picture.getpixel((x, y)) for x in range(80, 200, 8) for y in range(40, 200, 8)}
    assert logo.address.startswith("data:image/svg+xml;base64,")


def test_an_offices_own_template_names_the_same_fields():
    own = b"""#let data = json("publikasi.json")
#set document(title: data.title, date: datetime(year: 2024, month: 12, day: 31))
#set page(width: data.width * 1pt, height: data.height * 1pt)
Papan: #data.unit, #data.indices.map(each => each.code + " " + each.figure).join("; ")
"""
    assert "Papan:BalaiContoh,IPAK3,93;IPKP3,70" in sheet_text(sheet(FULL, template=own))


def test_a_template_that_makes_several_pages_is_refused():
    with pytest.raises(SeveralPagesError):
        sheet(FULL, PORTRAIT, template=b"#set page(height: 20pt)\nA\n#pagebreak()\nB")
