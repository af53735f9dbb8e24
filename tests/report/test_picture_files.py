"""Pictures of an office's own: what is taken, what is taken out of them, and what is refused."""

import io
import zlib

import pytest
from PIL import Image

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.report import picture_files
from makers.pictures import BLUE, MAKER, RED, photograph, png, read, svg


def refused(content):
    with pytest.raises(ProblemsFoundError) as caught:
        read(content)
    [problem] = caught.value.problems
    assert str(problem.where) == "ipak.yaml:7"
    assert message_of(problem).startswith("logo/unit.svg, disebut pada report.logos[1], ")
    return problem.code, message_of(problem).partition("], ")[2]


def seen(file):
    return Image.open(io.BytesIO(file.content))


def near(dot, colour):
    return all(abs(a - b) < 12 for a, b in zip(dot, colour, strict=True))


def test_a_photograph_keeps_its_dots_and_nothing_that_the_camera_wrote():
    given = photograph()
    assert MAKER in given
    assert b"Exif" in given
    found = read(given)
    assert (found.suffix, found.width, found.height) == ("jpg", 40, 20)
    image = seen(found)
    assert (dict(image.getexif()), image.info.get("comment")) == ({}, None)
    assert MAKER not in found.content
    assert b"Exif" not in found.content
    assert near(image.getpixel((4, 10)), RED)
    assert near(image.getpixel((36, 10)), BLUE)


def test_a_photograph_is_turned_as_its_camera_was_held():
    found = read(photograph(turned=True))
    image = seen(found)
    assert (found.width, found.height) == image.size == (20, 40)
    assert near(image.getpixel((10, 4)), RED)
    assert near(image.getpixel((10, 36)), BLUE)


@pytest.mark.parametrize(
    ("size", "shown"), [((3200, 1600), (1600, 800)), ((1600, 40), (1600, 40)), ((1000, 4000), (400, 1600))]
)
def test_a_large_photograph_is_made_smaller_and_keeps_its_proportions(size, shown):
    found = read(photograph(*size))
    assert (found.width, found.height) == seen(found).size == shown


def test_a_png_stays_one_and_keeps_what_is_transparent():
    assert read(png()).suffix == "png"
    assert (seen(read(png())).mode, seen(read(png(mode="RGBA"))).mode) == ("RGB", "RGBA")
    assert seen(read(png(mode="I;16"))).mode == "RGB"


@pytest.mark.parametrize("make", [photograph, png, svg])
def test_the_same_picture_gives_the_same_bytes(make):
    assert read(make()) == read(make())


def test_the_content_tells_what_a_file_is():
    assert (read(svg()).width, read(svg()).height, read(svg()).content) == (20, 10, svg())
    assert read(svg(before='<?xml version="1.0"?><!-- logo -->\n')).suffix == "svg"
    assert read(svg(head='viewBox="0,0 10.5, 3"')).width == 11


@pytest.mark.parametrize(
    "content",
    [
        b"", b"GIF89a", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", png()[:40],
        photograph()[:400],
        b"<svg", svg()[:-3], svg(before="x"), b"<html><svg></svg></html>", svg().replace(b"2000", b"2001"),
        svg().decode().encode("utf-16"), svg('<path d="M"').replace(b"M", b"\xff"),
    ],
    ids=range(14),
)  # fmt: skip
def test_what_is_no_whole_picture_is_refused(content):
    assert refused(content) == ("L524", "bukan gambar PNG, JPEG atau SVG yang utuh")


def test_a_picture_of_too_many_dots_is_refused_before_it_is_decoded(monkeypatch):
    monkeypatch.setattr(picture_files, "MOST_MEGADOTS", 1)
    assert read(photograph(1000, 1000)).width == 1000
    assert refused(photograph(1000, 1001)) == ("L523", "lebih dari 1 juta titik")


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
