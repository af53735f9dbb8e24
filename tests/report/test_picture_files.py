"""Pictures of an office's own: what is taken, what is taken out of them, and what is refused."""

import io
import zlib
from dataclasses import replace
from zipfile import ZipFile

import docx
import pytest
from docx.shared import Mm
from pypdf import PdfReader

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.report import picture_files
from ipak_cli.report.formats import FORMATS
from ipak_cli.report.formats.word_fields import add_dots
from ipak_cli.report.outline import Photograph, Picture, Section
from ipak_cli.report.picture_jpeg import as_stored, orientation_of
from ipak_cli.report.prose import with_prose
from ipak_cli.report.templates import OwnTemplates
from makers.jpeg import EXTENDED, JFIF, PROGRESSIVE, jpeg, segment
from makers.pictures import SECRET, chunk, corners, held, noted_png, photograph, png, read, svg
from makers.reports import plain_table, report


def refused(content):
    with pytest.raises(ProblemsFoundError) as caught:
        read(content)
    [problem] = caught.value.problems
    assert str(problem.where) == "ipak.yaml:7"
    assert message_of(problem).startswith("logo/unit.svg, disebut pada report.logos[1], ")
    return problem.code, message_of(problem).partition("], ")[2]


def segments(content):
    """Return the segments of a JPEG before its first scan, and all from that on."""
    found, at = [], 2
    while content[at + 1] != 0xDA:
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        found.append(content[at:end])
        at = end
    return found, content[at:]


def test_a_photograph_keeps_what_draws_and_nothing_that_the_camera_wrote():
    given = photograph()
    assert given.count(SECRET) == 21
    found = read(given)
    assert (found.suffix, found.width, found.height) == ("jpg", 384, 256)
    assert SECRET not in found.content
    before, scan = segments(given)
    kept, kept_scan = segments(found.content)
    assert kept_scan == scan[: scan.index(b"\xff\xd9") + 2]
    drawing = [each for each in before if each[1] in {0xC0, 0xC4, 0xDB}]
    assert [each[1] for each in kept] == [0xE1, 0xE0, 0xEE, 0xDB, 0xC0, 0xC4, 0xC4]
    assert kept[3:] == drawing
    assert kept[1] == segment(0xE0, JFIF)
    assert kept[2] == segment(0xEE, b"Adobe\0\x64\0\0\0\0\1")


@pytest.mark.parametrize("order", [">", "<"])
@pytest.mark.parametrize("turn", range(1, 9))
def test_of_exif_the_orientation_alone_is_kept(turn, order):
    found = read(held(turn, (48, 32), order))
    assert (found.width, found.height) == (48, 32)
    [exif, *others], _ = segments(found.content)
    assert (len(exif), exif[-7], orientation_of(found.content)) == (36, turn, turn)
    assert {each[1] for each in others} == {0xDB, 0xC0, 0xC4}
    assert as_stored(found.content) == found.content.replace(exif, noted(1))


def noted(value):
    """Return an EXIF segment with nothing but an orientation."""
    entry = b"\x01\x12\0\3\0\0\0\1" + bytes((0, value, 0, 0))
    return segment(0xE1, b"Exif\0\0MM\0\x2a\0\0\0\x08\0\1" + entry + bytes(4))


TURNED = noted(6)


@pytest.mark.parametrize(
    ("notes", "turn"),
    [
        ([TURNED], 6), ([noted(0)], 1), ([noted(9)], 1), ([noted(8)], 8), ([], 1),
        ([TURNED, noted(3)], 6), ([segment(0xE1, b"XMP"), TURNED], 6),
        ([segment(0xE1, b"Exif\0\0")], 1), ([TURNED.replace(b"MM", b"XX")], 1),
        ([TURNED.replace(b"\0\3\0\0\0\1", b"\0\4\0\0\0\1")], 1),
        ([TURNED.replace(b"\0\3\0\0\0\1", b"\0\3\0\0\0\2")], 1),
        ([TURNED.replace(b"\0\0\0\x08", b"\xff\xff\xff\xff")], 1),
        ([segment(0xE1, TURNED[4:22])], 1),
        ([segment(0xE1, b"Exif\0\0MM\0\x2a\0\0\0\x08\xff\xff" + bytes(65_000))], 1),
    ],
    ids=range(14),
)  # fmt: skip
def test_an_orientation_that_cannot_be_read_turns_nothing(notes, turn):
    found = read(jpeg((48, 32), corners, notes=notes))
    assert orientation_of(found.content) == turn
    assert (found.width, found.height) == ((32, 48) if turn > 4 else (48, 32))


def test_a_png_keeps_what_draws_and_nothing_else():
    given = noted_png()
    assert given.count(SECRET) == 10
    assert read(given).content == png()
    shown = [chunk(b"PLTE", bytes(3)), chunk(b"tRNS", b"\x80")]
    given = png(kind=3, before=[*shown, chunk(b"tIME", bytes(7))])
    assert read(given).content == png(kind=3, before=shown)


@pytest.mark.parametrize(
    "given",
    [
        png(bits=16), png(bits=16, kind=6), png(interlaced=True), png(kind=0), png(kind=0, bits=1),
        png(kind=4), noted_png(), jpeg((30, 10), corners, frame=PROGRESSIVE),
        jpeg((30, 10), corners, frame=EXTENDED),
        jpeg((30, 10), lambda x, _: (round(200 * x),)), jpeg((30, 10), corners, notes=[]),
        jpeg((30, 10), corners, notes=[b"\xff\xff" + segment(0xE0, JFIF)]),
    ],
    ids=range(12),
)  # fmt: skip
def test_every_usual_kind_of_picture_can_be_shown_in_word_and_pdf(given):
    found = read(given)
    assert (found.width, found.height) == (30, 10)
    numbered = with_picture(found)
    word = FORMATS["docx"].render(numbered, OwnTemplates())["laporan.docx"]
    with ZipFile(io.BytesIO(word)) as package:
        assert found.content in [package.read(name) for name in package.namelist()]
    pages = PdfReader(io.BytesIO(FORMATS["pdf"].render(numbered, OwnTemplates())["laporan.pdf"])).pages
    pictures = [
        each.get_object() for page in pages for each in page["/Resources"].get("/XObject", {}).values()
    ]
    assert (30, 10) in [(each.get("/Width"), each.get("/Height")) for each in pictures]


@pytest.mark.parametrize(
    ("sound", "some"),
    [(photograph(48, 32), True), (jpeg((48, 32), corners, frame=PROGRESSIVE), True), (png(bits=16), False)],
    ids=["photograph", "progressive", "png"],
)
def test_a_damaged_picture_is_refused_or_can_be_shown_wherever_the_damage_is(sound, some):
    paragraph, seen = docx.Document().add_paragraph(), set()
    for at in range(len(sound)):
        damaged = sound[:at] + bytes((sound[at] ^ 0x41,)) + sound[at + 1 :]
        found = read_or_code(damaged)
        if isinstance(found, str):
            seen.add(found)
        else:
            seen.add("shown")
            assert add_dots(paragraph, found.content, Mm(30), Mm(20)).width in {Mm(30), Mm(20)}
    assert seen - {"L523"} == {"L524", *(["shown"] if some else [])}


def read_or_code(content):
    """Return a picture, or the code of the problem for which it is refused."""
    try:
        return read(content)
    except ProblemsFoundError as refusal:
        return refusal.problems[0].code


def with_picture(found):
    """Return a report that shows a picture."""
    shown = Picture(f"lampiran-1.{found.suffix}", "Foto", found.width, found.height)
    section = Section("lampiran-foto", "Foto", (Photograph("foto-1", "Foto", shown),))
    numbered = with_prose(replace(report(plain_table(("a",))), annexes=(section,)), {}, {})
    return replace(numbered, pictures={shown.file_name: found.content})


@pytest.mark.parametrize("make", [photograph, noted_png, svg])
def test_the_same_picture_gives_the_same_bytes(make):
    assert read(make()) == read(make())


def test_the_content_tells_what_a_file_is():
    assert (read(svg()).width, read(svg()).height, read(svg()).content) == (20, 10, svg())
    assert read(svg(before='<?xml version="1.0"?><!-- logo -->\n')).suffix == "svg"
    assert read(svg(head='viewBox="0,0 10.5, 3"')).width == 11


SOUND = jpeg((40, 24), corners)
SCAN = SOUND[SOUND.index(b"\xff\xda") : -2]
PNG = png()


@pytest.mark.parametrize(
    "content",
    [
        b"", b"GIF89a", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", png()[:40],
        SOUND[:150], SOUND[:-2], SOUND.replace(SCAN, SCAN[:12]),
        SOUND.replace(b"\xff\xc0", b"\xff\xc3"), SOUND.replace(b"\xff\xdb", b"\xff\xcc"),
        SOUND.replace(b"\xff\xc4", b"\xff\xfe"), SOUND.replace(b"\xff\xda", b"\xff\xfe"),
        SOUND[:2] + b"x" + SOUND[2:], SOUND[:2] + b"\xff\xe0\0\1" + SOUND[2:], SOUND[:-2] + SOUND[2:],
        SOUND[:-2] + SCAN * 100 + SOUND[-2:], SOUND[:-2] + SOUND,
        SOUND.replace(b"\0\x18\0\x28", bytes(2) + b"\0\x28"), SOUND.replace(b"\0\x18\0\x28", b"\0\x18\0\0"),
        jpeg((8, 8), lambda *_: (1, 2, 3, 4)), jpeg((8, 8), corners, frame=EXTENDED, bits=12),
        PNG[:-4] + b"0000", PNG[:8] + chunk(b"tEXt") + PNG[8:], png(before=[chunk(b"IHDR", bytes(13))]),
        png(before=[chunk(b"CgBI")]), png(kind=3), png(bits=3),
        PNG[:8] + chunk(b"IHDR", bytes(4) + PNG[20:29]) + PNG[33:],
        PNG[:8] + chunk(b"IHDR", PNG[16:20] + bytes(4) + PNG[24:29]) + PNG[33:],
        PNG[:8] + chunk(b"IHDR", PNG[16:28]) + PNG[33:],
        PNG[:33] + PNG[-12:], PNG[:33] + chunk(b"IDAT", b"\x78\x9c") + PNG[-12:],
        PNG[:33] + chunk(b"IDAT", b"rusak") + PNG[-12:],
        b"<svg", svg()[:-3], svg(before="x"), b"<html><svg></svg></html>", svg().replace(b"2000", b"2001"),
        svg().decode().encode("utf-16"), svg('<path d="M"').replace(b"M", b"\xff"),
    ],
    ids=range(41),
)  # fmt: skip
def test_what_is_no_whole_picture_is_refused(content):
    assert refused(content) == ("L524", "bukan gambar PNG, JPEG atau SVG yang utuh")


def test_a_picture_of_too_many_dots_is_refused_before_it_is_decoded(monkeypatch):
    monkeypatch.setattr(picture_files, "MOST_MEGADOTS", 1)
    assert read(png(1000, 1000)).width == 1000
    assert refused(png(1000, 1001)) == ("L523", "lebih dari 1 juta titik")


def test_a_picture_that_says_it_has_a_milliard_dots_is_refused():
    vast = bytearray(png())
    vast[16:24] = (40_000).to_bytes(4, "big") * 2
    vast[29:33] = zlib.crc32(bytes(vast[12:29])).to_bytes(4, "big")
    assert refused(bytes(vast)) == ("L523", "lebih dari 64 juta titik")


@pytest.mark.parametrize(
    ("drawing", "what"),
    [
        (svg("<script>alert(1)</script>"), "bagian yang dapat berjalan atau menautkan (script)"),
        (svg('<path onclick="a()"/>'), "bagian yang dapat berjalan atau menautkan (onclick)"),
        (svg("<foreignObject/>"), "bagian yang dapat berjalan atau menautkan (foreignObject)"),
        (svg('<set attributeName="href" to="x"/>'), "bagian yang dapat berjalan atau menautkan (set)"),
        (svg('<image href="https://contoh.example/a.png"/>'), "acuan ke luar berkasnya (href)"),
        (svg('<image href="data:image/png;base64,AAAA"/>'), "acuan ke luar berkasnya (href)"),
        (
            svg('<use xlink:href="b.svg#x"/>', 'viewBox="0 0 2 1" xmlns:xlink="http://www.w3.org/1999/xlink"'),
            "acuan ke luar berkasnya (href)",
        ),
        (svg('<path style="fill:url( \'//a.example/b\' )"/>'), "acuan ke luar berkasnya (style)"),
        (svg('<path fill="url(https://a.example/b#c)"/>'), "acuan ke luar berkasnya (fill)"),
        (svg("<style>@import 'a.css';</style>"), "acuan ke luar berkasnya (style)"),
        (svg(r"<style>p{fill:u\72l(//a)}</style>"), "acuan ke luar berkasnya (style)"),
        (svg(before='<?xml-stylesheet href="a.css"?>'), "acuan ke luar berkasnya (xml-stylesheet)"),
        (svg(before='<!DOCTYPE svg [<!ENTITY a "b">]>'), "singkatan XML (ENTITY)"),
        (svg("<g>" * 300 + "</g>" * 300), "bagian yang bersarang terlalu dalam"),
    ],
    ids=range(14),
)  # fmt: skip
def test_a_drawing_that_runs_moves_or_leads_out_is_refused(drawing, what):
    assert refused(drawing) == ("L525", f"memuat {what}")


@pytest.mark.parametrize(
    "drawing",
    [
        svg('<defs><g id="a"/></defs><use href="#a"/>'),
        svg('<linearGradient id="a"/><path fill="url(#a)" style="stroke:url(\'#a\')"/>'),
        svg(before='<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'),
        svg(head='viewBox="0 0 2 1" xmlns:i="urn:i" i:export-filename="C:\\gambar\\logo.png"'),
        svg("<style>p{fill:red}</style><text>Huruf 😀</text>"),
    ],
    ids=range(5),
)  # fmt: skip
def test_a_drawing_may_refer_to_its_own_parts_and_keep_a_designers_notes(drawing):
    assert read(drawing).content == drawing


@pytest.mark.parametrize("head", ["", 'width="10" height="5"', 'viewBox="0 0 0 5"', 'viewBox="0 0 nan 5"'])
def test_a_drawing_without_a_view_box_is_refused(head):
    assert refused(svg(head=head)) == ("L526", "tidak menyebut bidang gambarnya (viewBox)")
