"""The page of many units in a real browser: sorted, searched, turned, by keyboard, on paper, in the dark."""

from __future__ import annotations

import re
import shutil
import subprocess
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from ipak_cli.rollup.page import page
from makers.rollups import rollup_of

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
GIVEN = rollup_of(240)
SEEN = "[...document.querySelectorAll('#unit tbody tr')].filter(row => row.offsetParent !== null)"

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
    path = tmp_path_factory.mktemp("rekap") / "rekap-unit.html"
    path.write_text(page(GIVEN), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def opened(browser, address):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    shown = context.new_page()
    shown.goto(address)
    yield shown
    context.close()


def names(shown):
    return shown.evaluate(f"{SEEN}.map(row => row.cells[0].firstChild.textContent)")


def texts(shown, column):
    """Return what the rows that are seen show in a column."""
    return shown.evaluate(f"{SEEN}.map(row => row.cells[{column}].innerText)")


def told(shown):
    return shown.inner_text("#jumlah")


def test_the_words_of_all_heads_stand_on_one_line(opened):
    tops = opened.evaluate(
        """[...document.querySelectorAll('#unit thead th')].map(head => {
            const words = document.createRange();
            words.selectNodeContents(head.querySelector('button') || head);
            return words.getBoundingClientRect().top;
        })"""
    )
    assert len(tops) > 4
    assert max(tops) - min(tops) < 1


def test_nothing_is_asked_of_the_network_and_the_console_stays_silent(browser, address):
    shown = browser.new_context().new_page()
    said, asked = [], []
    shown.on("console", lambda message: said.append(message.text))
    shown.on("pageerror", lambda error: said.append(str(error)))
    shown.on("request", lambda request: asked.append(request.url))
    shown.goto(address)
    shown.fill("#cari", "balai")
    shown.wait_for_load_state("networkidle")
    shown.context.close()
    assert (said, asked) == ([], [address])


@pytest.mark.parametrize(("width", "scheme"), list(product((320, 1280), ("light", "dark"))))
def test_axe_finds_nothing_to_object_to(browser, tmp_path, width, scheme):
    # The same parts, in fewer rows: axe looks at each cell.
    path = tmp_path / "rekap-unit.html"
    path.write_text(page(rollup_of(12)), encoding="utf-8")
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    shown = context.new_page()
    shown.goto(path.as_uri())
    shown.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    results = Axe().run(shown)
    context.close()
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_page_never_scrolls_sideways_only_its_tables_do(browser, address, width):
    context = browser.new_context(viewport={"width": width, "height": 800})
    shown = context.new_page()
    shown.goto(address)
    found = shown.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert found <= width


def test_a_hundred_units_are_shown_and_the_buttons_turn_the_page(opened):
    assert names(opened) == [unit.name for unit in GIVEN.units[:100]]
    assert told(opened) == "240 unit; yang ditampilkan 1 sampai 100."
    assert opened.is_disabled("#sebelum")
    opened.click("#sesudah")
    opened.click("#sesudah")
    assert names(opened) == [unit.name for unit in GIVEN.units[200:]]
    assert told(opened) == "240 unit; yang ditampilkan 201 sampai 240."
    assert opened.is_disabled("#sesudah")


def test_a_search_finds_words_of_name_parent_and_region_and_says_how_many(opened):
    opened.fill("#cari", "balai TIMUR")
    expected = [unit.name for unit in GIVEN.units if "Balai" in unit.name and "Timur" in unit.region]
    opened.locator("#jumlah").filter(has_text=f"{len(expected)} unit (dari 240).").wait_for()
    assert names(opened) == expected
    opened.fill("#cari", "tidak ada yang begini")
    opened.locator("#jumlah").filter(has_text=re.compile(r"^0 unit")).wait_for()
    assert names(opened) == []


def test_units_with_gaps_of_one_region_can_be_shown_alone(opened):
    opened.select_option("#saring", "b")
    opened.select_option("#kelompok", label="Provinsi Contoh Barat")
    expected = [
        unit.name
        for unit in GIVEN.units
        if unit.region == "Provinsi Contoh Barat"
        and any(cell.state in ("missing", "faulty") for cell in unit.surveys)
    ]
    assert 20 < len(expected) < 80
    assert names(opened) == expected


def test_a_column_is_sorted_by_its_numbers_all_pages_long_and_what_has_none_comes_last(opened):
    last = "//table[@id='unit']/thead//th[contains(., 'IV-2024 R2') and not(contains(., 'Perubahan'))]"
    opened.click(f"{last}/button")
    assert opened.get_attribute(last, "aria-sort") == "ascending"
    expected = sorted(
        float(unit.surveys[-1].indices["IPAK"].mean)
        for unit in GIVEN.units
        if "IPAK" in unit.surveys[-1].indices
    )
    shown = [float(text.split()[0].replace(",", ".")) for text in texts(opened, 10)]
    assert shown == pytest.approx(expected[:100], abs=0.006)
    opened.click(f"{last}/button")
    assert opened.get_attribute(last, "aria-sort") == "descending"
    shown = [float(text.split()[0].replace(",", ".")) for text in texts(opened, 10)]
    assert shown == pytest.approx(expected[::-1][:100], abs=0.006)
    opened.click("#sesudah")
    opened.click("#sesudah")
    without = len(GIVEN.units) - len(expected)
    assert without > 5
    assert all(re.match(r"[○◐✗▪]", text) for text in texts(opened, 10)[-without:])
    sorted_heads = opened.evaluate("document.querySelectorAll('th[aria-sort]:not([aria-sort=none])').length")
    assert sorted_heads == 1


def test_changes_are_sorted_by_their_size_with_their_sign(opened):
    opened.click("//th[contains(., 'Perubahan')]/button")
    found = [re.search(r"([−+]?)(<?)(\d,\d\d)", text) for text in texts(opened, 1)]
    assert any(less for _, less, _ in (each.groups() for each in found)), "some are smaller than a hundredth"
    sizes = [
        (-1 if sign == "−" else 1) * (0.001 if less else float(digits.replace(",", ".")))
        for sign, less, digits in (each.groups() for each in found)
    ]
    assert sizes == sorted(sizes)
    assert sizes[0] < 0


def test_everything_is_reached_by_keyboard_alone(opened):
    opened.focus("#cari")
    stops = []
    for _ in range(6):
        opened.keyboard.press("Tab")
        stops.append(opened.evaluate("document.activeElement.id || document.activeElement.tagName"))
    assert stops == ["saring", "kelompok", "v1", "DIV", "BUTTON", "BUTTON"]
    opened.focus("//table[@id='unit']/thead//th[1]/button")
    opened.keyboard.press("Enter")
    opened.keyboard.press("Enter")
    assert opened.get_attribute("//table[@id='unit']/thead//th[1]", "aria-sort") == "descending"
    opened.focus("#v1")
    opened.keyboard.press("ArrowRight")
    assert opened.is_checked("#v2")


@pytest.mark.parametrize(
    ("view", "form"),
    [(1, r"\d,\d\d"), (2, r"\d\d,\d\d [ABC]"), (3, r"\d+( \(kurang\))?"), (4, r"WBK \w.* · WBBM \w.*")],
)
def test_a_view_is_chosen_by_its_label_and_shown_alone(opened, view, form):
    opened.click(f"label[for=v{view}]")
    assert re.fullmatch(form, texts(opened, 3)[0])
    assert len(opened.evaluate(f"[...{SEEN}[0].cells[3].children].filter(b => b.offsetParent !== null)")) == 1
    trends = opened.evaluate("document.querySelector('#unit tbody td:nth-child(3)').offsetParent !== null")
    assert trends == (view < 3)


def test_the_head_stays_in_sight_while_the_table_is_scrolled(opened):
    box = "document.querySelector('#daftar .kotak')"
    opened.evaluate(f"{box}.scrollIntoView()")
    opened.evaluate(f"{box}.scrollTop = 2000; {box}.scrollLeft = 400")
    head, name, top, left = opened.evaluate(
        f"""[document.querySelector('#unit thead th:nth-child(9)').getBoundingClientRect().top,
             {SEEN}[40].cells[0].getBoundingClientRect().left,
             {box}.getBoundingClientRect().top, {box}.getBoundingClientRect().left]"""
    )
    assert head - top == pytest.approx(1, abs=1.5)
    assert name - left == pytest.approx(1, abs=1.5)


def test_without_a_script_it_is_a_plain_table_of_all_units(browser, address):
    context = browser.new_context(java_script_enabled=False)
    shown = context.new_page()
    shown.goto(address)
    rows = shown.locator("#unit tbody tr")
    visible = [rows.nth(number).is_visible() for number in (0, 99, 100, 239)]
    controls = [shown.is_visible(each) for each in ("#cari", "#sesudah", "#unit th button")]
    shown.click("label[for=v3]")
    views = [
        shown.locator("#unit tbody tr").first.locator("td").nth(2).locator("b").nth(number).is_visible()
        for number in range(4)
    ]
    context.close()
    assert visible == [True] * 4
    assert controls == [False] * 3
    assert views == [False, False, True, False]


def test_print_is_light_even_in_the_dark(browser, address):
    context = browser.new_context(color_scheme="dark")
    shown = context.new_page()
    shown.goto(address)
    colour = "getComputedStyle(document.body).backgroundColor"
    on_screen = shown.evaluate(colour)
    shown.emulate_media(media="print", color_scheme="dark")
    on_paper = shown.evaluate(colour)
    context.close()
    assert (on_screen, on_paper) == ("rgb(20, 24, 29)", "rgb(255, 255, 255)")


@needs_poppler
def test_every_unit_is_printed_once_on_its_side_with_the_heads_and_without_controls(opened, tmp_path):
    opened.pdf(path=tmp_path / "cetak.pdf", prefer_css_page_size=True)
    done = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "cetak.pdf", "-"], capture_output=True, check=True
    )
    printed = done.stdout.decode()
    ids = re.findall(r"unit-\d{3}(?= ·)", printed)
    assert ids == [unit.unit for unit in GIVEN.units]
    for words in ("Sebelumnya", "Cari unit", "Semua unit ada"):
        assert words not in printed
    pages = [text for text in printed.split("\f") if re.search(r"unit-\d{3} ·", text)]
    assert len(pages) > 3
    assert all("Perubahan" in text for text in pages)
    size = subprocess.run(["pdfinfo", tmp_path / "cetak.pdf"], capture_output=True, check=True, text=True)
    assert re.search(r"Page size: +84[12][.\d]* x 59[45][.\d]* pts \(A4\)", size.stdout)


@needs_poppler
def test_what_was_filtered_is_printed_alone(opened, tmp_path):
    opened.select_option("#saring", "s")
    expected = names(opened)
    opened.pdf(path=tmp_path / "cetak.pdf", prefer_css_page_size=True)
    done = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "cetak.pdf", "-"], capture_output=True, check=True
    )
    printed = done.stdout.decode()
    assert len(re.findall(r"unit-\d{3} ·", printed)) == len(expected) < 100
    assert f"{len(expected)} unit (dari 240)." in printed
