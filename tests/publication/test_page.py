"""The page to embed: one file, nothing fetched, every text; and as a browser shows it."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import sync_playwright

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.publication.colours import palette
from ipak_cli.publication.page import TEMPLATE, page
from ipak_cli.publication.poster import Logo
from makers.publications import FULL, LINK, LONGEST, SKM, UNSCORED, texts_of

COLOURS = palette(())[0]
CHROMIUM = shutil.which("chromium")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
CASES = {"full": FULL, "skm": SKM, "longest": LONGEST, "unscored": UNSCORED}
EACH = pytest.mark.parametrize("given", CASES.values(), ids=CASES)
LOGO = Logo("logo.png", b"\x89PNG", "Lambang Balai")


def words_of(text):
    return "".join(html.document_fromstring(text).body.text_content().split())


@EACH
def test_it_has_every_text_of_the_publication(given):
    text = words_of(page(given, COLOURS, {}))
    assert [each for each in texts_of(given) if "".join(each.split()) not in text] == []


def test_it_runs_no_script_and_fetches_nothing():
    text = page(FULL, COLOURS, {}, [LOGO])
    document = html.document_fromstring(text)
    assert document.xpath("//script | //iframe | //object | //link[@rel='stylesheet'] | //@onload") == []
    assert "default-src 'none'" in document.xpath("string(//meta[@http-equiv]/@content)")
    assert {*document.xpath("//@src | //@href")} == {"data:,", LINK, LOGO.address}
    assert re.findall(r"url\(|@import", text) == []


def test_a_caution_stands_with_the_conditions_above_the_items():
    document = html.document_fromstring(page(replace(FULL, caution="Belum mencukupi."), COLOURS, {}))
    told = document.xpath("//p[@class='syarat']/text()")
    assert told == [FULL.predicates, "Belum mencukupi."]


def test_only_its_own_part_is_styled_so_that_it_can_stand_in_another_page():
    style = html.document_fromstring(page(FULL, COLOURS, {})).xpath("string(//style)")
    selectors = re.findall(r"(?:^|\}|\{)\s*([^{}@]+)\{", style)
    own = [part.strip() for each in selectors for part in each.split(",") if part.strip()]
    assert len(own) > 30
    assert {each for each in own if not each.startswith(".publikasi")} == {"body"}


def test_a_hostile_text_stays_text():
    text = page(replace(FULL, unit="<script>alert(1)</script> {{ 7*7 }}"), COLOURS, {})
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }}" in text


def test_a_draft_says_so_at_its_head():
    assert "DRAF – belum untuk diumumkan" in page(LONGEST, COLOURS, {})
    assert "DRAF" not in page(FULL, COLOURS, {})


def test_an_offices_own_page_takes_its_place_and_its_fault_is_told():
    own = {TEMPLATE: "<p>{{ given.unit }}: {{ given.respondents }}</p>"}
    assert page(replace(FULL, unit="A & B"), COLOURS, own) == "<p>A &amp; B: 30</p>\n"
    with pytest.raises(ProblemsFoundError) as caught:
        page(FULL, COLOURS, {TEMPLATE: "<p>\n{{ given.nama }}</p>"})
    assert [(each.code, str(each.where)) for each in caught.value.problems] == [
        ("L553", f"templat/{TEMPLATE}:2")
    ]


def test_the_same_publication_gives_the_same_page():
    assert page(FULL, COLOURS, {}) == page(FULL, COLOURS, {})


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def opened(browser, folder, given, width, colours=COLOURS):
    (folder / "publikasi.html").write_text(page(given, colours, {}), encoding="utf-8")
    shown = browser.new_page(viewport={"width": width, "height": 900})
    shown.goto((folder / "publikasi.html").as_uri())
    return shown


@EACH
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_screen_has_to_scroll_sideways(browser, tmp_path, given, width):
    shown = opened(browser, tmp_path, given, width)
    assert shown.evaluate("document.documentElement.scrollWidth") <= width


@EACH
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_to_complain_of(browser, tmp_path, given, width):
    found = Axe().run(opened(browser, tmp_path, given, width)).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


def test_axe_finds_enough_contrast_in_colours_that_were_too_light(browser, tmp_path):
    light, _ = palette(("#ffd500", "#ffe680"))
    found = Axe().run(opened(browser, tmp_path, FULL, 1280, light)).response["violations"]
    assert [each["id"] for each in found] == []
