"""The choice in a real browser: by keyboard alone and without scripts, narrow and dark, axe clean."""

from __future__ import annotations

import json
import re
from fractions import Fraction

import pytest
from axe_playwright_python.sync_playwright import Axe

from makers.browsers import chromium
from makers.exports import write_xlsx
from makers.pages import served
from makers.unknown_forms import OWN_WORDS, form, times, turns

HEADS = [f"Soal {letter}" for letter in "pqrstuvwx"]
COUNT = 12


@pytest.fixture(scope="module")
def browser():
    with chromium() as found:
        yield found


@pytest.fixture
def office(tmp_path):
    folder = tmp_path / "unit"
    (folder / "masuk").mkdir(parents=True)
    (folder / "ipak.yaml").write_text("version: 1\n# sejak 2023\nrubrics:\n  survey: skm-14-2017\n", "utf-8")
    return folder


@pytest.fixture
def client(office, tmp_path):
    with served(office, tmp_path / "sementara") as found:
        yield found


@pytest.fixture
def export(tmp_path):
    rows = form(["Timestamp", *HEADS], [times(COUNT), *(turns(OWN_WORDS, COUNT, n) for n in range(9))])
    return write_xlsx(tmp_path / "jawaban.xlsx", rows)


def axe_finds(page):
    return [each["id"] for each in Axe().run(page).response["violations"]]


def width_of(page):
    return page.evaluate("document.documentElement.scrollWidth")


def choose(page, value):
    """Choose in the field that has the focus, as somebody types it, and go to the next field."""
    page.keyboard.type(value)
    page.keyboard.press("Tab")


def test_a_file_of_foreign_heads_and_words_is_scored_by_keyboard_alone(browser, client, office, export):
    page = browser.new_context(viewport={"width": 1100, "height": 900}).new_page()
    page.goto(client.address)
    page.set_input_files("#berkas", export)
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Hitung", exact=True).press("Enter")
    page.wait_for_selector("text=Arti kolom dan kata")
    assert axe_finds(page) == []
    page.get_by_role("button", name="Simpan pilihan dan hitung lagi").press("Enter")
    page.wait_for_selector("text=Belum disimpan: 13 isian")
    assert axe_finds(page) == []
    page.get_by_role("link", name="U1 Persyaratan").press("Enter")
    page.get_by_label("U1 Persyaratan").focus()
    for letters in "BCDEFGHIJ":
        choose(page, letters)
        page.keyboard.press("Tab")  # past what opens the mean of several columns
    for value in "1234":
        choose(page, value)
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Pilihan Anda sudah ditulis")
    assert 'U1: ["Soal p"]' in page.locator("pre").inner_text()
    assert axe_finds(page) == []
    assert "2,50" in page.locator(".nilai").first.inner_text()
    page.get_by_role("button", name="Simpan dan buat laporan").press("Enter")
    page.wait_for_url(re.compile("/periode/IV-2024"))
    stored = json.loads((office / "hasil" / "IV-2024" / "survey.json").read_text("utf-8"))
    assert {Fraction(item["mean"]["exact"]) for item in stored["items"]} == {Fraction(5, 2)}


def test_without_scripts_narrow_and_dark_it_is_the_same(browser, client, office, export):
    context = browser.new_context(
        viewport={"width": 320, "height": 800}, java_script_enabled=False, color_scheme="dark"
    )
    page = context.new_page()
    page.goto(client.address)
    page.set_input_files("#berkas", export)
    page.get_by_role("button", name="Hitung", exact=True).click()
    for code, letters in zip(range(1, 10), "BCDEFGHIJ", strict=True):
        page.locator(f'select[name="item:U{code}"]').select_option(letters)
    for word, value in zip(OWN_WORDS, "1234", strict=True):
        page.get_by_label(f"“{word}”").select_option(value)
    page.get_by_role("button", name="Simpan pilihan dan hitung lagi").click()
    assert page.get_by_role("heading", name="Pilihan Anda sudah ditulis").count() == 1
    assert '"4": ["Mantap"]' in (office / "ipak.yaml").read_text("utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_at_320_pixels_nothing_sticks_out_and_axe_finds_nothing(browser, client, export, scheme):
    page = browser.new_context(viewport={"width": 320, "height": 800}, color_scheme=scheme).new_page()
    told = []
    page.on("console", lambda message: told.append(message.text))
    page.goto(client.address)
    page.set_input_files("#berkas", export)
    page.get_by_role("button", name="Hitung", exact=True).click()
    page.get_by_role("button", name="Simpan pilihan dan hitung lagi").wait_for()
    page.wait_for_load_state()
    assert (width_of(page), axe_finds(page)) == (320, [])
    assert [text for text in told if "422" not in text] == []
