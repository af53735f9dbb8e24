"""What an office does from the beginning to the end, in a real browser, as the office does it."""

import base64
import json
import re

import docx
import openpyxl
import pytest

from makers.browsers import chromium
from makers.offices import FAULTS, TW4, faulty_export
from makers.pages import served
from makers.runs import ALL, workspace

SIGNER = ("Ratna Wiyasa, S.E.", "Kepala Subbagian Umum")


@pytest.fixture(scope="module")
def browser():
    with chromium() as found:
        yield found


@pytest.fixture
def visited(browser, tmp_path):
    """Open the page of a workspace as the program does; returns the page and the workspace."""
    ends = []

    def opened(**made):
        office = workspace(tmp_path / "unit", *made.pop("inputs", ()), **made)
        serving = served(office, tmp_path / "sementara")
        client = serving.__enter__()
        context = browser.new_context(accept_downloads=True)
        ends.extend((context.close, lambda: serving.__exit__(None, None, None)))
        page = context.new_page()
        page.goto(client.address)
        return page, office

    yield opened
    for end in ends:
        end()


def drop_files(page, *files):
    """Drop files on the form as a hand with a mouse does."""
    sent = [(name, base64.b64encode(content).decode()) for name, content in files]
    page.evaluate(
        """files => {
            const carried = new DataTransfer();
            for (const [name, content] of files) {
                const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0));
                carried.items.add(new File([bytes], name));
            }
            const form = document.querySelector("form.seret");
            const about = {dataTransfer: carried, bubbles: true, cancelable: true};
            for (const what of ["dragover", "drop"]) form.dispatchEvent(new DragEvent(what, about));
        }""",
        sent,
    )
    page.wait_for_url("**/berkas/*")


def comma(figure):
    return figure["rounded"].replace(".", ",")


def test_from_an_export_with_five_faults_to_a_report_to_sign(visited, tmp_path):
    page, office = visited(formats=ALL)
    drop_files(page, ("survei-tw4.xlsx", faulty_export()))
    assert page.inner_text("h1") == "Belum dapat dihitung"
    assert {each.get_attribute("id") for each in page.locator("td[id^=sel-]").all()} == {
        f"sel-{cell}" for cell in FAULTS
    }
    for cell in FAULTS:
        link = page.locator(f"#sel-{cell} a")
        told = page.locator(f"article{link.get_attribute('href')}")
        link.click()
        assert told.is_visible()
        assert re.search(rf"\b{cell}\b", told.inner_text())
        assert len(told.locator(".saran").inner_text()) > 30
    assert page.get_by_role("button", name="Simpan dan buat laporan").count() == 0
    page.get_by_role("navigation").get_by_role("link", name="Beranda").click()
    page.wait_for_url("**/")
    drop_files(page, ("survei-tw4.xlsx", TW4))
    page.get_by_role("button", name="Simpan dan buat laporan").click()
    page.wait_for_url("**/periode/IV-2024")
    page.get_by_text("Berkas dan hasilnya disimpan. Laporan dibuat.").wait_for()
    with page.expect_download() as brought:
        page.get_by_role("link", name="Word", exact=True).click()
    brought.value.save_as(tmp_path / "laporan.docx")
    stored = json.loads((office / "hasil" / "IV-2024" / "survey.json").read_text("utf-8"))
    _page_says_what_is_stored(page, stored)
    _word_says_what_is_stored(docx.Document(tmp_path / "laporan.docx"), stored)


def _page_says_what_is_stored(page, stored):
    for code, index in stored["indices"].items():
        card = page.locator(".indeks").filter(has_text=code)
        assert card.locator(".nilai").inner_text() == comma(index["mean"])
        assert f"{comma(index['percent'])} %" in card.inner_text()
        assert comma(index["points"]) in card.inner_text()
    rows = {row.locator("th").inner_text(): row for row in page.locator("main table tbody tr").all()}
    assert set(rows) == {item["code"] for item in stored["items"]}
    for item in stored["items"]:
        _, value, _, shares = rows[item["code"]].locator("td").all_inner_texts()
        assert value.split()[0] == comma(item["mean"])
        counts = dict(re.findall(r"(\d): (\d+)", shares))
        assert {name: int(count) for name, count in counts.items()} == item["counts"]


def _word_says_what_is_stored(document, stored):
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]

    def rows_of(*heads):
        (found,) = (rows for rows in tables if tuple(rows[0][: len(heads)]) == heads)
        return {row[0]: row for row in found[1:]}

    indices = rows_of("Indeks", "Kepanjangan")
    for code, index in stored["indices"].items():
        _, name, mean, percent, _, points = indices[code]
        assert (name, mean, percent, points) == (
            index["name"],
            comma(index["mean"]),
            f"{comma(index['percent'])} %",
            comma(index["points"]),
        )
    both = rows_of("Angka gabungan", "Nilai")
    assert [row[1] for row in both.values()] == [comma(each) for each in stored["combined"].values()]
    items, recap = rows_of("Butir", "Pertanyaan", "Jawaban"), rows_of("Butir", "1", "2")
    for item in stored["items"]:
        counts = [str(count) for count in item["counts"].values()]
        assert items[item["code"]][2:8] == [str(item["n"]), *counts, comma(item["mean"])]
        assert recap[item["code"]][1:] == [
            *counts,
            str(item["missing"]),
            str(item["n"]),
            str(item["sum"]),
            comma(item["mean"]),
        ]
    text = "\n".join(each.text for each in document.paragraphs)
    text += "\n".join(cell for rows in tables for row in rows for cell in row)
    assert "belum diisi" not in text
    for words in SIGNER:
        assert words in text


def press_until(page, key, reached, most=400):
    """Press a key until something holds of what has the focus; returns what it is."""
    for _ in range(most):
        page.keyboard.press(key)
        now = focused(page)
        if reached(now):
            return now
    raise AssertionError(f"{key} does not lead there")


def focused(page):
    """Return what has the focus: its tag, type, name, value and words."""
    return page.evaluate(
        """() => { const at = document.activeElement;
            return {tag: at.tagName, type: at.type || "", name: at.name || "", value: at.value || "",
                    words: at.textContent.trim(), checked: !!at.checked,
                    href: at.getAttribute("href") || ""}; }"""
    )


def enter(page, address):
    """Follow or press what has the focus by the keyboard, and wait for the page that comes."""
    with page.expect_navigation(url=address):
        page.keyboard.press("Enter")


def fill_aspect(page):
    """Answer each question of the form that is shown by Tab, arrows and typing; return what was answered."""
    answered = {}
    last = page.locator("main button").count()
    while last:
        page.keyboard.press("Tab")
        now = focused(page)
        if now["tag"] == "BUTTON":
            last -= 1
        elif now["type"] == "radio":
            while now["value"] != "ya":
                page.keyboard.press("ArrowDown")
                now = focused(page)
            answered[now["name"]] = "ya"
        elif now["tag"] == "SELECT":
            page.keyboard.press("ArrowDown")
            answered[now["name"]] = focused(page)["value"]
        elif now["name"].endswith(":Isian"):
            about = page.evaluate("document.activeElement.parentElement.innerText")
            text = "5 Desember 2024" if "Tanggal" in about else "12"
            page.keyboard.type(text)
            answered[now["name"]] = text
        elif now["name"].endswith(":Catatan"):
            page.keyboard.type("diisi dengan papan ketik")
            answered[now["name"]] = "diisi dengan papan ketik"
    return answered


def test_a_self_assessment_is_filled_in_by_the_keyboard_alone(visited):
    page, office = visited()
    press_until(page, "Tab", lambda now: now["words"] == "PEKPPP")
    enter(page, "**/pekppp")
    press_until(page, "Tab", lambda now: now["name"] == "periode")
    page.keyboard.type("2024")
    press_until(page, "Tab", lambda now: now["tag"] == "BUTTON")
    enter(page, "**/pekppp/*")
    book = page.url
    press_until(page, "Tab", lambda now: now["words"].startswith("a. "))
    enter(page, "**/a")
    answered = fill_aspect(page)
    assert len(answered) > 20
    enter(page, "**/a?disimpan=1")
    assert "Perubahan disimpan" in page.inner_text("[role=status]")
    kept = openpyxl.load_workbook(office / "masuk" / "pekppp-2024.xlsx")["Fakta"]
    said = {row[0]: row[4] for row in kept.iter_rows(min_row=5, values_only=True)}
    for name, text in answered.items():
        if name.endswith(":Isian"):
            fact = name.removeprefix("isi:").partition(":")[0]
            assert str(said[fact]) in {text, "2024-12-05 00:00:00"}
    result = json.loads((office / "hasil" / "2024" / "pekppp.json").read_text("utf-8"))
    levels = {each["no"]: each["level"] for each in result["indicators"] if each["aspect"] == "a"}
    assert any(levels.values())
    for no, level in levels.items():
        words = "Belum dinilai" if level is None else f"Tingkat {level}"
        assert page.locator(f"#indikator-{no}").inner_text().count(words)
    page.goto(book)
    (aspect,) = (each for each in result["aspects"] if each["code"] == "a")
    shown = comma(aspect["index"]) if "rounded" in aspect["index"] else "–"
    assert page.locator("tbody tr").first.locator("td").nth(1).inner_text() == shown


def test_a_follow_up_plan_is_filled_in_kept_and_stands_in_the_report(visited):
    page, office = visited(inputs=["ipak-ipkp-2024-tw4.xlsx"])
    (office / "ipak.yaml").write_text(
        "version: 1\n# Kami.\nunit: {name: Balai Uji}\ntargets: {default: 4}\nformats: [html]\n", "utf-8"
    )
    page.get_by_role("link", name="Beranda").click()
    page.set_input_files("#berkas", {"name": "tw4.xlsx", "mimeType": "", "buffer": TW4})
    page.get_by_role("button", name="Hitung").click()
    page.get_by_role("button", name="Simpan dan buat laporan").click()
    page.get_by_role("link", name="Isi tindak lanjut").click()
    group = page.locator("fieldset").filter(has=page.get_by_text(re.compile("^I11 ")))
    group.get_by_label("Tindakan").fill("Menambah petugas <loket>\nMembuka loket sore")
    group.get_by_label("Penanggung jawab").or_(group.get_by_label("PIC")).fill("Ketua Tim Layanan")
    page.get_by_role("button", name="Simpan").click()
    assert "Perubahan disimpan" in page.inner_text("[role=status]")
    assert group.get_by_label("Tindakan").input_value() == "Menambah petugas <loket>\nMembuka loket sore"
    settings = (office / "ipak.yaml").read_text("utf-8")
    assert "# Kami.\n" in settings
    assert "Ketua Tim Layanan" in settings
    page.goto(page.url.replace("tindak-lanjut", "periode").partition("?")[0])
    page.get_by_role("button", name="Buat ulang laporan").click()
    page.get_by_text("Laporan dibuat.").wait_for()
    report = (office / "laporan" / "IV-2024" / "laporan.html").read_text("utf-8")
    assert "Menambah petugas &lt;loket&gt;" in report
    assert "Ketua Tim Layanan" in report


def test_a_fault_of_the_settings_is_shown_at_its_field_with_what_was_typed(visited):
    page, office = visited()
    before = (office / "ipak.yaml").read_text("utf-8")
    page.get_by_role("link", name="Setelan").click()
    name, target = page.get_by_label("Nama unit"), page.get_by_label("Target semua butir")
    name.fill("Balai “Baru” & Rekan")
    target.fill("empat setengah")
    page.get_by_role("button", name="Simpan").click()
    assert "Belum disimpan: 1 isian perlu diperbaiki" in page.inner_text("h2 >> nth=0")
    assert (name.input_value(), target.input_value()) == ("Balai “Baru” & Rekan", "empat setengah")
    assert target.get_attribute("aria-invalid") == "true"
    told = target.get_attribute("aria-describedby").split()[-1]
    fault = page.locator(f"#{told}")
    assert len(fault.inner_text()) > 30
    below, here = fault.bounding_box(), target.bounding_box()
    assert 0 < below["y"] - here["y"] < 200
    assert (office / "ipak.yaml").read_text("utf-8") == before
    target.fill("3,5")
    page.get_by_role("button", name="Simpan").click()
    assert "Perubahan disimpan" in page.inner_text("[role=status]")
    assert (name.input_value(), target.input_value()) == ("Balai “Baru” & Rekan", "3.5")


def two_tabs(page, place):
    first, second = page, page.context.new_page()
    address = f"{page.url.rstrip('/')}{place}"
    for tab in (first, second):
        tab.goto(address)
    return first, second


def test_two_tabs_that_save_at_the_same_time_both_keep_theirs(visited):
    page, office = visited()
    first, second = two_tabs(page, "/setelan")
    first.get_by_label("Kota").fill("Palu")
    second.get_by_label("Instansi induk").fill("Dinas Uji")
    for tab in (first, second):
        tab.evaluate("setTimeout(() => document.querySelector('main form').requestSubmit(), 300)")
    for tab in (first, second):
        tab.locator("[role=status]").wait_for()
    settings = (office / "ipak.yaml").read_text("utf-8")
    assert "city: Palu" in settings
    assert "parent: Dinas Uji" in settings


def test_of_two_tabs_that_change_one_thing_the_second_is_told_sees_both_and_can_go_on(visited):
    page, office = visited()
    first, second = two_tabs(page, "/setelan")
    for tab, city in ((first, "Palu"), (second, "Poso")):
        tab.get_by_label("Kota").fill(city)
        tab.get_by_role("button", name="Simpan").click()
        tab.locator("[role=status], [aria-invalid]").first.wait_for()
    assert "city: Palu" in (office / "ipak.yaml").read_text("utf-8")
    city = second.get_by_label("Kota")
    fault = second.locator(f"#{city.get_attribute('aria-describedby').split()[-1]}").inner_text()
    assert "Palu" in fault
    assert city.input_value() == "Poso"
    second.get_by_role("button", name="Simpan").click()
    second.locator("[role=status]").wait_for()
    assert "city: Poso" in (office / "ipak.yaml").read_text("utf-8")
