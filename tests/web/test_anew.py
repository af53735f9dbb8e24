"""A kept period whose settings change: its targets, its figures scored again, files that are out of date."""

import io
import json
import re
from fractions import Fraction

import openpyxl
import pytest

from makers.exports import EXAMPLES
from makers.offices import TW4, drop, faulty_export
from makers.pages import served
from makers.runs import workspace

SETTINGS = """\
version: 1
unit: {name: Balai Uji Mutu}
signatory: {name: Rina Hartati, position: Kepala Balai}
targets: {default: 4}
formats: [html]
"""
PLACE = "/periode/IV-2024"


@pytest.fixture
def office(tmp_path):
    folder = workspace(tmp_path / "unit")
    (folder / "ipak.yaml").write_text(SETTINGS, encoding="utf-8")
    return folder


@pytest.fixture
def client(office, tmp_path):
    with served(office, tmp_path / "sementara") as found:
        found.visit()
        yield found


@pytest.fixture
def kept(client):
    """An office that has kept a file, with the report that was made of it."""
    answer = client.post(f"{drop(client, 'tw4.xlsx', TW4)}/simpan")
    assert (answer.status, answer.headers["location"]) == (303, PLACE)
    return client


def said(office, old, new):
    path = office / "ipak.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def stored(office):
    return json.loads((office / "hasil" / "IV-2024" / "survey.json").read_text("utf-8"))


def below(page):
    """Return the items that a page calls below target, with the target that it names."""
    rows = re.findall(r'<th scope="row">(\w+)</th>.*?</tr>', page, re.DOTALL)
    cells = re.findall(r'<th scope="row">\w+</th>.*?</tr>', page, re.DOTALL)
    told = (re.search(r"di bawah target ([0-9,]+)", cell) for cell in cells)
    return {code: found[1] for code, found in zip(rows, told, strict=True) if found}


@pytest.mark.parametrize(("default", "words"), [("4", "4"), ("3.95", "3,95"), ("3.8", "3,8")])
def test_items_are_held_against_the_target_of_the_settings_on_every_page(client, office, default, words):
    said(office, "default: 4", f"default: {default}")
    place = drop(client, "tw4.xlsx", TW4)
    shown = client.get(place).text
    client.post(f"{place}/simpan")
    wanted = {
        item["code"]: words for item in stored(office)["items"]
        if Fraction(item["mean"]["exact"]) < Fraction(default)
    }  # fmt: skip
    page = client.get(PLACE).text
    assert wanted
    assert below(shown) == below(page) == wanted
    assert f"Target setiap butir {words}." in shown
    assert f"Target setiap butir {words}." in page
    plan = client.get("/tindak-lanjut/IV-2024").text
    assert {*re.findall(r"<legend>(\w+) ", plan)} == {*wanted}
    assert plan.count(f", target {words}, selisih −") == len(wanted)


def test_where_items_have_targets_of_their_own_each_is_named(kept, office):
    said(office, "{default: 4}", "{default: 4, items: {I1: 3.5}}")
    page = kept.get(PLACE).text
    assert "Target setiap butir" not in page
    assert '<span class="redup">target 3,5</span>' in page
    assert {*below(page).values()} == {"4"}


def test_keeping_makes_the_report_too_and_says_so_once(kept, office):
    assert (office / "laporan" / "IV-2024" / "laporan.html").is_file()
    first, second = (kept.get(PLACE).text for _ in range(2))
    assert "Berkas dan hasilnya disimpan. Laporan dibuat." in first
    assert "Berkas dan hasilnya disimpan" not in second
    for page in (first, second):
        assert "Yang belum ada dalam laporan ini" in page
        assert "perlu dibuat ulang" not in page
    assert "perlu dibuat ulang" not in kept.get("/").text


def test_a_report_that_cannot_be_made_leaves_the_file_kept_and_is_told_on_the_periods_page(client, office):
    said(office, "formats: [html]", "formats: [html]\nreport: {logos: [tidak-ada.png]}")
    answer = client.post(f"{drop(client, 'tw4.xlsx', TW4)}/simpan")
    assert answer.status == 303
    page = client.follow(answer).text
    assert "Berkas dan hasilnya disimpan." in page
    assert "Laporannya belum dibuat" in page
    assert 'id="L520"' in page
    assert stored(office)["respondents"]
    assert not (office / "laporan" / "IV-2024" / "laporan.html").exists()
    assert "laporan belum dibuat" in client.get("/").text
    assert "perlu dibuat ulang" not in client.get("/").text
    assert 'id="L520"' not in client.get(PLACE).text


def test_figures_of_the_settings_are_applied_by_counting_again(kept, office):
    assert stored(office)["population"] is None
    said(office, "targets:", "periods: {IV-2024: {population: 24, performance: B}}\ntargets:")
    page = kept.get(PLACE).text
    assert 'id="L510"' in page
    assert "Tekan “Hitung lagi” di halaman periode" in page
    assert "ipak run" not in page
    answer = kept.post(f"{PLACE}/buat", {"apa": "hitung"})
    assert (answer.status, answer.headers["location"]) == (303, f"{PLACE}#berkas")
    assert stored(office)["population"] == 24
    assert stored(office)["zi"]["performance"] == "B"
    page = kept.follow(answer).text
    assert "Dihitung lagi menurut Setelan yang sekarang." in page
    assert 'id="L510"' not in page


def test_counting_again_repeats_what_was_asked_and_finds_a_file_that_was_renamed(client, office):
    client.post(f"{drop(client, 'tw4.xlsx', faulty_export())}/simpan", {"longgar": "1"})
    before = stored(office)
    (office / "masuk" / "tw4.xlsx").rename(office / "masuk" / "nama baru.xlsx")
    assert client.post(f"{PLACE}/buat", {"apa": "hitung"}).status == 303
    after = stored(office)
    assert before["decisions"]["lenient"] is after["decisions"]["lenient"] is True
    assert after["items"] == before["items"]
    assert [each["name"] for each in after["sources"]] == ["nama baru.xlsx"]


@pytest.mark.parametrize("change", ["gone", "other"])
def test_without_its_file_nothing_is_counted_again_and_the_result_stays(kept, office, change):
    path = office / "masuk" / "tw4.xlsx"
    if change == "gone":
        path.unlink()
    else:
        path.write_bytes((EXAMPLES / "ipak-ipkp-2024-tw3.xlsx").read_bytes())
    before = stored(office)
    page = kept.follow(kept.post(f"{PLACE}/buat", {"apa": "hitung"})).text
    assert 'id="D690"' in page
    assert "Seret berkas itu lagi ke Beranda" in page
    assert stored(office) == before


def test_files_are_called_out_of_date_where_they_are_had_until_they_are_made_again(kept, office):
    said(office, "default: 4", "default: 3.9")
    page = kept.get(PLACE).text
    row = re.search(r'unduh/tindak-lanjut.xlsx".*?</li>', page)
    assert row is None or "perlu dibuat ulang" not in row[0]
    assert "Buat ulang sebelum dipakai" in page
    assert "perlu dibuat ulang" in kept.get("/").text
    assert "Laporan dibuat." in kept.follow(kept.post(f"{PLACE}/buat", {"apa": "laporan"})).text
    for place in (PLACE, "/"):
        assert "perlu dibuat ulang" not in kept.get(place).text


def test_new_answers_under_the_old_report_are_told_too(kept, office):
    book = openpyxl.load_workbook(io.BytesIO(TW4))
    book.active["K3"] = 1
    changed = io.BytesIO()
    book.save(changed)
    said(office, "formats: [html]", "formats: [html]\nreport: {logos: [tidak-ada.png]}")
    kept.post(f"{drop(kept, 'baru.xlsx', changed.getvalue())}/simpan")
    assert "Buat ulang sebelum dipakai" in kept.get(PLACE).text


def test_why_a_report_is_a_draft_is_said_with_the_way_to_the_settings(kept, office):
    assert "DRAF" not in kept.get(PLACE).text
    said(office, "signatory: {name: Rina Hartati, position: Kepala Balai}\n", "")
    page = kept.get(PLACE).text
    told = re.search(r"Laporannya bertanda DRAF.*?</ul>\n<p>.*?</p>", page, re.DOTALL)[0]
    assert "signatory" in told
    assert '<a href="/setelan">' in told


def test_what_was_left_out_by_choice_is_not_offered_as_a_choice_again(client):
    client.post(f"{drop(client, 'salah.xlsx', faulty_export())}/simpan", {"longgar": "1"})
    page = client.get(PLACE).text
    assert "Jawaban itu tidak ikut dihitung, seperti yang dipilih" in page
    assert "Anggap jawaban yang salah" not in page


def test_a_saved_plan_leads_back_to_its_period(kept):
    assert f'<a href="{PLACE}">halaman periode</a>' in kept.get("/tindak-lanjut/IV-2024?disimpan=1").text
    assert f'<a href="{PLACE}">Triwulan IV 2024</a>' in kept.get("/setelan?disimpan=1").text
    assert f'<a href="{PLACE}">halaman periode</a>' in kept.get("/saran/IV-2024?disimpan=1").text


def test_a_label_stands_once_before_what_is_wrong(kept):
    field = 'isi:["periods", "IV-2024", "population"]'
    page = kept.post("/setelan", {field: "dua puluh"})
    assert page.status == 422
    assert "<b>Jumlah pengunjung IV-2024</b>: “dua puluh”" in page.text
