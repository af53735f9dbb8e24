"""The manual's page in a real browser: searched, by keyboard, on a phone, in the dark, without a script."""

from itertools import product

import book
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from makers.browsers import chromium

ADDRESS = book.PAGE.as_uri()
FOUND = "[...document.querySelectorAll('#temuan a')].map(each => each.textContent)"
CHAPTERS = "[...document.querySelectorAll('main > section > section')]"
KEPT = ["memasang", "menghitung-hasil-survei", "banyak-unit", "semua-kode-masalah"]
TOP = "document.querySelector(decodeURIComponent(location.hash)).getBoundingClientRect().top"


@pytest.fixture(scope="module")
def browser():
    with chromium() as found:
        yield found


@pytest.fixture
def opened(browser):
    contexts = []

    def open_page(width=1280, *, height=900, **options):
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, **options))
        shown = contexts[-1].new_page()
        shown.goto(ADDRESS)
        return shown

    yield open_page
    for each in contexts:
        each.close()


def search(shown, words):
    """Return the headings that are found, as soon as the words are sent: typing alone waits for a pause."""
    shown.fill("#cari", words)
    shown.evaluate("document.querySelector('form').requestSubmit()")
    return shown.evaluate(FOUND)


def test_typing_alone_is_enough(opened):
    shown = opened()
    shown.locator("#cari").press_sequentially("J302")
    expect(shown.locator("#temuan a").first).to_contain_text("J302 – ")


def test_a_code_is_found_first_by_its_own_heading(opened):
    assert search(opened(), "j301")[0].startswith("J301 – ")


def test_all_words_must_occur_whatever_their_order_and_case(opened):
    found = search(opened(), "LEWAT excel mengisi")
    assert found[0] == "Mengisi lewat Excel"
    assert search(opened(), "excel lewat mengisi") == found


def test_signs_of_a_pattern_are_letters_like_others(opened):
    shown = opened()
    assert search(shown, "(.xlsx)")
    assert shown.locator("#temuan mark").first.text_content() == "(.xlsx)"


def test_nothing_found_is_told_with_advice(opened):
    shown = opened()
    assert search(shown, "zzzz") == []
    assert shown.text_content("#jumlah") == "Tidak ada yang cocok. Coba kata lain, atau lebih sedikit kata."


def test_of_many_the_first_are_shown_and_all_counted(opened):
    shown = opened()
    assert len(search(shown, "berkas")) == 40
    assert shown.text_content("#jumlah").endswith(" bagian cocok; 40 yang pertama ditampilkan.")


def test_the_contents_come_back_when_the_search_is_emptied(opened):
    shown = opened()
    search(shown, "tanggal")
    assert not shown.is_visible("nav")
    shown.fill("#cari", "")
    expect(shown.locator("nav")).to_be_visible()
    expect(shown.locator("#jumlah")).to_be_empty()


def test_the_keyboard_alone_leads_from_a_word_to_its_place(opened):
    shown = opened()
    shown.keyboard.press("/")
    shown.keyboard.type("J302")
    shown.keyboard.press("Enter")
    assert shown.evaluate("document.activeElement.textContent").startswith("J302 – ")
    shown.keyboard.press("Enter")
    shown.wait_for_url("**/*#*")
    assert 0 <= shown.evaluate(TOP) < 900


def test_on_a_phone_what_was_found_makes_room_for_its_text(opened):
    shown = opened(320, height=640)
    search(shown, "J302")
    shown.locator("#temuan a").first.click()
    shown.wait_for_selector("#temuan", state="hidden")
    bar = shown.evaluate("document.querySelector('.samping').getBoundingClientRect().bottom")
    assert bar <= shown.evaluate(TOP) < 640


@pytest.mark.parametrize("width", [320, 760, 1280])
def test_the_page_never_scrolls_sideways(opened, width):
    assert opened(width).evaluate("document.documentElement.scrollWidth") == width


def test_without_a_script_the_contents_and_the_text_are_there(opened):
    shown = opened(java_script_enabled=False)
    assert shown.is_visible("nav")
    assert shown.is_visible("#memasang")
    assert not shown.is_visible("#cari")


def test_nothing_is_asked_of_the_network_and_the_console_stays_silent(browser):
    shown = browser.new_context().new_page()
    said, asked = [], []
    shown.on("console", lambda message: said.append(message.text))
    shown.on("pageerror", lambda error: said.append(str(error)))
    shown.on("request", lambda request: asked.append(request.url))
    shown.goto(ADDRESS)
    search(shown, "tanggal")
    shown.wait_for_load_state("networkidle")
    shown.context.close()
    assert (said, [each for each in asked if not each.startswith("data:")]) == ([], [ADDRESS])


@pytest.mark.parametrize(("width", "scheme"), list(product((320, 1280), ("light", "dark"))))
def test_axe_finds_nothing_to_object_to(opened, width, scheme):
    shown = opened(width, color_scheme=scheme)
    # axe looks at each thing; the chapters are alike, but for the kinds of things in them.
    shown.evaluate(f"{CHAPTERS}.filter(each => !{KEPT}.includes(each.id)).forEach(each => each.remove())")
    shown.evaluate(
        "document.querySelectorAll('#semua-kode-masalah section section').forEach(e => e.remove())"
    )
    assert shown.locator("main :is(table, pre, img, ul, ol)").count() > 5
    search(shown, "J302")
    results = Axe().run(shown)
    assert results.violations_count == 0, results.generate_report()
