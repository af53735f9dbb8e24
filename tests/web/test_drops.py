"""Files dropped on the page: what is wrong beside their cells, and from a sound file to the report."""

import io
import json
import re

import openpyxl
import pytest

from makers.exports import EXAMPLES
from makers.pages import served
from makers.runs import workspace

TW4 = (EXAMPLES / "ipak-ipkp-2024-tw4.xlsx").read_bytes()
FAULTS = {"K3": "2,5", "J12": None, "L20": 0, "N5": 9, "P7": "Budi Santoso"}
"""Five cells of the example, and what stands in them instead of an answer."""


@pytest.fixture
def office(tmp_path):
    return workspace(tmp_path / "unit", formats=("html", "docx"))


@pytest.fixture
def client(office, tmp_path):
    with served(office, tmp_path / "sementara") as found:
        found.visit()
        yield found


def drop(client, *files):
    answer = client.post("/berkas", files=[("berkas", name, content) for name, content in files])
    assert answer.status == 303
    return answer.headers["location"]


def faulty(cells=FAULTS):
    book = openpyxl.load_workbook(io.BytesIO(TW4))
    for cell, value in cells.items():
        book.active[cell] = value
    changed = io.BytesIO()
    book.save(changed)
    return changed.getvalue()


def marked(page):
    return set(re.findall(r'id="sel-([A-Z]+[0-9]+)"', page))


def test_each_faulty_cell_is_marked_in_the_table_of_the_file(client):
    answer = client.get(drop(client, ("salah.xlsx", faulty())))
    assert answer.status == 422
    assert marked(answer.text) == set(FAULTS)
    assert "Simpan dan buat laporan" not in answer.text


def test_rows_that_a_lenient_reading_leaves_out_are_told_beside_the_result(client):
    undated = faulty({"A12": "kemarin", "A20": "kemarin"})
    answer = client.get(f"{drop(client, ('salah.xlsx', undated))}?longgar=1")
    assert answer.status == 200
    assert "22 responden" in answer.text
    assert "2 jawaban tidak dihitung karena waktunya kosong atau tidak terbaca: baris 12, 20" in answer.text


def test_a_sound_file_shows_its_indices_and_items(client):
    answer = client.get(drop(client, ("tw4.xlsx", TW4)))
    assert answer.status == 200
    assert {"3,90", "3,73", "97,50 %"} <= set(re.findall(r">([0-9,]+(?: %)?)<", answer.text))


def test_nothing_is_stored_before_it_is_asked(client, office):
    client.get(drop(client, ("tw4.xlsx", TW4)))
    assert not [*(office / "hasil").rglob("*.json")]
    assert not [*(office / "masuk").iterdir()]


def test_keeping_puts_the_file_among_the_inputs_and_stores_its_result(client, office):
    place = drop(client, ("tw4.xlsx", TW4))
    kept = client.post(f"{place}/simpan")
    assert (kept.status, kept.headers["location"]) == (303, "/periode/IV-2024")
    assert (office / "masuk" / "tw4.xlsx").read_bytes() == TW4
    stored = json.loads((office / "hasil" / "IV-2024" / "survey.json").read_text("utf-8"))
    page = client.follow(kept).text
    for index in stored["indices"].values():
        assert f'<p class="nilai">{index["mean"]["rounded"].replace(".", ",")}</p>' in page
    for item in stored["items"]:
        assert item["text"].replace("'", "&#39;") in page
        assert item["mean"]["rounded"].replace(".", ",") in page


def test_keeping_twice_keeps_one_file_and_another_of_its_name_beside_it(client, office):
    for content in (TW4, TW4, (EXAMPLES / "ipak-ipkp-2024-tw3.xlsx").read_bytes()):
        assert client.post(f"{drop(client, ('survei.xlsx', content))}/simpan").status == 303
    assert sorted(path.name for path in (office / "masuk").iterdir()) == ["survei (2).xlsx", "survei.xlsx"]


def test_a_faulty_file_is_not_kept(client, office):
    answer = client.post(f"{drop(client, ('salah.xlsx', faulty()))}/simpan")
    assert answer.status == 422
    assert not [*(office / "masuk").iterdir()]


def test_the_report_is_made_and_can_be_had(client, office):
    client.post(f"{drop(client, ('tw4.xlsx', TW4))}/simpan")
    made = client.post("/periode/IV-2024/buat", {"apa": "laporan"})
    assert (made.status, made.headers["location"]) == (303, "/periode/IV-2024#berkas")
    word = client.get("/periode/IV-2024/unduh/laporan.docx")
    assert word.status == 200
    assert "attachment" in word.headers["content-disposition"]
    assert (office / "laporan" / "IV-2024" / "laporan.docx").is_file()


def test_the_published_sheet_is_made_and_all_its_forms_can_be_had(client, office):
    client.post(f"{drop(client, ('tw4.xlsx', TW4))}/simpan")
    made = client.post("/periode/IV-2024/buat", {"apa": "publikasi"})
    page = client.follow(made).text
    names = re.findall(r'href="/periode/IV-2024/unduh/(publikasi[^"]*)"', page)
    kinds = {path.suffix for path in (office / "laporan" / "IV-2024").glob("publikasi*")} - {".svg"}
    assert {name[name.rindex(".") :] for name in names} == kinds
    for name in names:
        assert client.get(f"/periode/IV-2024/unduh/{name}").status == 200


def test_nothing_else_is_made_than_what_a_button_names(client, office):
    client.post(f"{drop(client, ('tw4.xlsx', TW4))}/simpan")
    before = {path.name: path.read_bytes() for path in (office / "laporan" / "IV-2024").iterdir()}
    assert client.post("/periode/IV-2024/buat", {"apa": "semuanya"}).status == 400
    assert {path.name: path.read_bytes() for path in (office / "laporan" / "IV-2024").iterdir()} == before


def test_a_date_order_that_is_none_is_passed_over_beside_a_period_that_is_none(client):
    answer = client.get(f"{drop(client, ('tw4.xlsx', TW4))}?periode=kemarin&urutan=ymd")
    assert "Bukan periode" in answer.text


def test_a_form_without_a_file_says_so(client):
    answer = client.post("/berkas", files=[("berkas", "", b"")])
    assert answer.headers["location"] == "/?kosong=1"
    assert "Belum ada berkas yang dipilih" in client.follow(answer).text


def test_a_file_that_is_none_of_ours_is_told_in_words(client):
    for name, content in (
        ("foto.png", b"\x89PNG\r\n\x1a\n" + b"0" * 50),
        ("kosong.xlsx", b""),
        ("a.xlsx", b"PK\x03\x04"),
    ):
        answer = client.get(drop(client, (name, content)))
        assert answer.status == 422
        assert "Galat" in answer.text
        assert "Perbaiki sel" not in answer.text
        assert "Hitung lagi" not in answer.text


def test_a_self_assessment_is_shown_the_way_to_its_page_and_asked_nothing_of_a_survey(client):
    content = (EXAMPLES.parent / "masuk" / "pekppp-2024.xlsx").read_bytes()
    answer = client.get(drop(client, ("pekppp-2024.xlsx", content)))
    assert (answer.status, "F118" in answer.text) == (422, True)
    assert '<a href="/pekppp">halaman PEKPPP</a>' in answer.text
    for words in ("Arti kolom", "Hitung lagi", "K201"):
        assert words not in answer.text


@pytest.mark.parametrize(
    "name", ["../../ipak.yaml", "..\\ipak.yaml", "/etc/passwd", "a\x01b.xlsx", "....", "con?.xlsx"]
)
def test_the_name_of_a_file_leads_nowhere(client, office, name):
    before = (office / "ipak.yaml").read_bytes()
    place = drop(client, (name, TW4))
    client.get(place)
    client.post(f"{place}/simpan")
    assert (office / "ipak.yaml").read_bytes() == before
    assert not (office.parent / "ipak.yaml").exists()


def test_a_period_that_is_none_is_told_at_its_field(client):
    answer = client.get(f"{drop(client, ('tw4.xlsx', TW4))}?periode=kemarin")
    assert 'aria-invalid="true"' in answer.text
    assert "Bukan periode" in answer.text


def test_what_a_cell_or_name_holds_is_text_and_nothing_else(client):
    book = openpyxl.load_workbook(io.BytesIO(TW4))
    book.active["K3"] = "<script>alert(1)</script>"
    changed = io.BytesIO()
    book.save(changed)
    page = client.get(drop(client, ("<b>nama<b>.xlsx", changed.getvalue()))).text
    assert "<script>alert" not in page
    assert "<b>nama" not in page
    assert "&lt;script&gt;alert(1)" in page
