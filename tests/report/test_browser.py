"""The page in a real browser: Debian's chromium; its printed pages as poppler reads them."""

from __future__ import annotations

import re
import shutil
import subprocess
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from ipak_cli.report.outline import Paragraph
from makers.reports import HOSTILE, html_of, long_report, plain_table, report

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
LONG_WORD = "ketidaksewenangwenangan" * 12
PAPER = {"upright": 624, "on its side": 971}
"""The width of a printed page between its margins, in CSS pixels: 165 mm and 257 mm."""

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    return written(tmp_path_factory.mktemp("laporan"), long_report())


def written(folder, given):
    path = folder / "laporan.html"
    path.write_text(html_of(given, {}, {}), encoding="utf-8")
    return path.as_uri()


def opened(browser, address, width=1280, scheme="light"):
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    return page


def width_of(page):
    return page.evaluate("document.documentElement.scrollWidth")


def test_the_console_stays_silent_and_nothing_is_asked_of_the_network(browser, address):
    page = browser.new_context().new_page()
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.context.close()
    assert (said, asked) == ([], [address])


@pytest.mark.parametrize(("width", "scheme"), list(product((360, 1280), ("light", "dark"))))
def test_axe_finds_nothing_to_object_to(browser, address, width, scheme):
    page = opened(browser, address, width, scheme)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    results = Axe().run(page)
    page.context.close()
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("width", [320, 360, 800, 1280])
def test_the_page_never_scrolls_sideways(browser, address, width):
    page = opened(browser, address, width)
    found = width_of(page)
    page.context.close()
    assert found <= width


def test_words_without_end_do_not_widen_the_page(browser, tmp_path):
    given = report(
        Paragraph(LONG_WORD), plain_table((LONG_WORD, LONG_WORD)), unit=LONG_WORD, missing=(LONG_WORD,)
    )
    page = opened(browser, written(tmp_path, given), 360)
    found = width_of(page)
    page.context.close()
    assert found <= 360


def test_what_the_page_shows_of_a_hostile_unit_is_its_name(browser, tmp_path):
    page = opened(browser, written(tmp_path, report(unit=HOSTILE)))
    shown = page.inner_text(".sampul .unit")
    page.context.close()
    assert shown == HOSTILE


def test_the_first_stop_of_the_keyboard_leads_past_the_cover(browser, address):
    page = opened(browser, address)
    page.keyboard.press("Tab")
    stop = page.evaluate("[document.activeElement.textContent, document.activeElement.hash]")
    page.context.close()
    assert stop == ["Langsung ke isi laporan", "#laporan"]


def test_print_is_light_even_in_the_dark(browser, address):
    page = opened(browser, address, scheme="dark")
    colours = "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
    on_screen = page.evaluate(colours)
    page.emulate_media(media="print", color_scheme="dark")
    on_paper = page.evaluate(colours)
    page.context.close()
    assert on_screen[0] == "rgb(20, 24, 29)"
    assert on_paper == ["rgb(255, 255, 255)", "rgb(27, 35, 44)"]


@pytest.mark.parametrize("pages", PAPER)
def test_no_table_or_picture_is_wider_than_its_paper(browser, address, pages):
    page = opened(browser, address, PAPER[pages])
    page.emulate_media(media="print")
    wide = page.evaluate(
        """([width, across]) => [...document.querySelectorAll('table, svg')]
            .filter(each => (each.closest('.mendatar') !== null) === across)
            .map(each => each.getBoundingClientRect().width).filter(each => each > width + 0.5)""",
        [PAPER[pages], pages != "upright"],
    )
    page.context.close()
    assert wide == []


@pytest.fixture(scope="module")
def printed(browser, address, tmp_path_factory):
    """Return the text of each printed page."""
    path = tmp_path_factory.mktemp("cetak") / "laporan.pdf"
    page = opened(browser, address)
    page.pdf(path=path, prefer_css_page_size=True)
    page.context.close()
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return done.stdout.decode().rstrip("\f").split("\f")


def pages_with(printed, words):
    return [number for number, text in enumerate(printed, 1) if words in text]


@needs_poppler
def test_the_report_prints_on_as_many_pages_as_it_should(printed):
    assert 14 <= len(printed) <= 20
    assert [number for number, text in enumerate(printed, 1) if not text.strip()] == []


@needs_poppler
def test_every_page_but_the_cover_has_its_number(printed):
    expected = [f"Halaman {number} dari {len(printed)}" for number in range(2, len(printed) + 1)]
    assert re.findall(r"Halaman \d+ dari \d+", "\n".join(printed)) == expected
    assert "Halaman" not in printed[0]


@needs_poppler
def test_the_parts_at_the_front_begin_a_page_and_no_chapter_ends_one_with_its_title(printed):
    starts = [text.strip().splitlines()[0].strip() for text in printed]
    for start in ("Tentang laporan ini", "Daftar Isi", "Ringkasan", "BAB I"):
        assert start in starts
    for chapter, title, section in (
        ("BAB II", "Hasil Survei dan Pembahasan", "2.1 Nilai Indeks dan Butir"),
        ("BAB III", "Rencana Tindak Lanjut", "3.1 Butir di Bawah Target"),
    ):
        [page] = [text for text in printed if re.search(rf"^ *{chapter}$", text, re.MULTILINE)]
        assert title in page
        assert section in " ".join(page.split())


@needs_poppler
@pytest.mark.parametrize(("name", "rows"), [("butir", 30), ("saran", 30), ("rencana", 14)])
def test_no_row_is_cut_by_the_end_of_a_page(printed, name, rows):
    for number in range(1, rows + 1):
        begins = [n for n, text in enumerate(printed, 1) if re.search(rf"<{name}{number}\b", text)]
        ends = [n for n, text in enumerate(printed, 1) if re.search(rf"\b{name}{number}>", text)]
        assert len(begins) == 1
        assert begins == ends


@needs_poppler
def test_long_lists_of_actions_are_not_cut_either(printed):
    for number in range(1, 15):
        assert pages_with(printed, f"<rencana{number} ") == pages_with(printed, f"tindakan{number}>")


@needs_poppler
@pytest.mark.parametrize(
    ("name", "head"), [("butir", "Rata-"), ("saran", "Saran atau masukan"), ("rencana", "Tenggat")]
)
def test_every_page_of_a_table_repeats_its_head_and_no_head_stands_alone(printed, name, head):
    with_rows = pages_with(printed, f"<{name}")
    assert len(with_rows) > 1
    assert pages_with(printed, head) == with_rows


@needs_poppler
def test_the_figures_of_pictures_are_folded_on_the_screen_and_not_printed_beside_them(
    browser, address, printed
):
    page = opened(browser, address)
    folded = page.evaluate("[...document.querySelectorAll('details')].map(each => each.open)")
    page_text = page.evaluate("document.body.textContent")
    page.context.close()
    assert folded == [False, False, False]
    assert "Angka Gambar 2.1" in page_text
    assert not pages_with(printed, "Angka Gambar 2.1")
    assert "Tabel angka Gambar" not in "".join(printed)


@needs_poppler
def test_the_signature_is_on_one_page(printed):
    place, name, nip = (
        pages_with(printed, words) for words in ("Kota Contoh, …", "Sekar Ayu Lestari", "NIP 19800101")
    )
    assert place == nip
    assert set(nip) <= set(name)


@pytest.mark.parametrize(("width", "form"), [(390, "narrow"), (1280, "wide")])
def test_a_screen_shows_the_drawing_that_suits_it_and_paper_the_wide_one(browser, address, width, form):
    page = opened(browser, address, width)
    seen = """[...document.querySelectorAll('svg.chart')]
        .filter(each => each.getBoundingClientRect().width > 0).map(each => each.classList[1])"""
    on_screen = page.evaluate(seen)
    page.emulate_media(media="print")
    on_paper = page.evaluate(seen)
    page.context.close()
    assert on_screen == [form] * 3
    assert on_paper == ["wide"] * 3
