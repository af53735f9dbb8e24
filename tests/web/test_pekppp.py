"""The self-assessment as a form of the page: the workbook alone says what is true, and nothing is lost."""

import html
import json
import re

import openpyxl
import pytest

from makers.pages import served
from makers.runs import workspace

NAME = "pekppp-2024.xlsx"
ANSWER = "isi:F01-01:Isian"


@pytest.fixture
def office(tmp_path):
    return workspace(tmp_path / "unit", NAME)


@pytest.fixture
def client(office, tmp_path):
    with served(office, tmp_path / "sementara") as found:
        found.visit()
        yield found


@pytest.fixture
def place(client):
    """The address of the example's workbook."""
    return re.search(r'href="(/pekppp/[0-9a-f]+)"', client.get("/pekppp").text)[1]


def fields(page):
    """Return what a page's form would send: the values of its fields by their names."""
    found = {}
    for tag in re.findall(r"<input\b[^>]*>", page):
        name, value = (re.search(rf'{each}="([^"]*)"', tag) for each in (" name", " value"))
        if value and ('type="radio"' not in tag or " checked" in tag):
            found[html.unescape(name[1])] = html.unescape(value[1])
    for name, text in re.findall(r'<textarea\b[^>]* name="([^"]*)"[^>]*>\n(.*?)</textarea>', page, re.DOTALL):
        found[html.unescape(name)] = html.unescape(text)
    for name, options in re.findall(r'<select\b[^>]* name="([^"]*)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r"<option selected>([^<]*)<", options)
        found[html.unescape(name)] = html.unescape(chosen[1]) if chosen else ""
    return found


def cells(office, name=f"masuk/{NAME}"):
    """Return the input cells of a workbook by sheet, row and column."""
    book = openpyxl.load_workbook(office / name)
    found = {}
    for sheet, key, columns in (("Penilaian", 1, (5, 6, 7, 8)), ("Fakta", 1, (5, 6))):
        for row in book[sheet].iter_rows(min_row=5, values_only=True):
            found |= {(sheet, row[key - 1], column): row[column - 1] for column in columns}
    return found


def document(office):
    (path,) = (office / "hasil").glob("*/pekppp.json")
    return json.loads(path.read_text("utf-8"))


def test_the_fields_say_what_the_workbook_says(client, office, place):
    shown = fields(client.get(f"{place}/a").text)
    said = cells(office)
    answers = {key[1]: value for key, value in said.items() if key[0] == "Fakta" and key[2] == 5}
    compared = [
        (shown[f"isi:{fact}:Isian"], str(answer))
        for fact, answer in answers.items()
        if f"isi:{fact}:Isian" in shown and isinstance(answer, str | int)
    ]
    assert len(compared) > 10
    assert all(one == other for one, other in compared)


def test_saving_changes_only_what_was_typed_and_stores_the_result_that_is_shown(client, office, place):
    before = cells(office)
    sent = fields(client.get(f"{place}/a").text)
    other = "sebagian layanan"
    assert sent[ANSWER] == "semua layanan"
    client.post(f"{place}/a", sent | {ANSWER: other})
    after = cells(office)
    changed = {key for key in before if before[key] != after[key]}
    assert changed == {("Fakta", "F01-01", 5)}
    assert after["Fakta", "F01-01", 5] == other
    result = document(office)
    page = client.get(place).text
    assert f"<b>{result['f02']['rounded'].replace('.', ',')}</b>" in page
    for aspect in result["aspects"]:
        assert f'<td class="kanan">{aspect["index"]["rounded"].replace(".", ",")}</td>' in page
    form = client.get(f"{place}/a").text
    for each in result["indicators"]:
        if each["aspect"] == "a":
            part = form.partition(f'id="indikator-{each["no"]}"')[2].partition("</p>")[0]
            assert f"<b>Tingkat {each['level']}</b>" in part


def test_a_fault_is_told_at_its_field_and_nothing_is_kept(client, office, place):
    before = (office / "masuk" / NAME).read_bytes()
    sent = fields(client.get(f"{place}/a").text) | {"isi:1:Nilai mandiri (0-5)": "9"}
    answer = client.post(f"{place}/a", sent)
    assert answer.status == 422
    (faulty,) = (tag for tag in re.findall(r"<(?:input|textarea)\b[^>]*>", answer.text) if "aria-inv" in tag)
    assert 'name="isi:1:Nilai mandiri (0-5)"' in faulty
    assert 'value="9"' in faulty
    assert (office / "masuk" / NAME).read_bytes() == before


def test_two_pages_that_change_different_things_both_keep_theirs(client, office, place):
    first, second = (fields(client.get(f"{place}/a").text) for _ in range(2))
    client.post(f"{place}/a", first | {"isi:1:Catatan": "dari yang pertama"})
    client.post(f"{place}/a", second | {"isi:2:Catatan": "dari yang kedua"})
    said = cells(office)
    assert said["Penilaian", 1, 7] == "dari yang pertama"
    assert said["Penilaian", 2, 7] == "dari yang kedua"


def test_two_pages_that_change_one_thing_the_later_is_told_and_loses_nothing(client, office, place):
    first, second = (fields(client.get(f"{place}/a").text) for _ in range(2))
    client.post(f"{place}/a", first | {"isi:1:Catatan": "dari yang pertama"})
    answer = client.post(f"{place}/a", second | {"isi:1:Catatan": "dari yang kedua"})
    assert answer.status == 422
    assert "buku kerja sekarang menyebut “dari yang pertama”" in answer.text
    assert "ipak.yaml" not in answer.text
    assert fields(answer.text)["isi:1:Catatan"] == "dari yang kedua"
    assert cells(office)["Penilaian", 1, 7] == "dari yang pertama"
    assert client.post(f"{place}/a", fields(answer.text)).status == 303
    assert cells(office)["Penilaian", 1, 7] == "dari yang kedua"


def test_the_workbook_of_a_person_is_kept_beside_and_that_is_told(client, office, place):
    book = openpyxl.load_workbook(office / "masuk" / NAME)
    book.create_sheet("Catatan rapat")["A1"] = "Jangan hilang"
    book.save(office / "masuk" / NAME)
    saved = (office / "masuk" / NAME).read_bytes()
    sent = fields(client.get(f"{place}/a").text) | {"isi:1:Catatan": "baru"}
    answer = client.post(f"{place}/a", sent)
    assert "lama/pekppp-2024 (lama).xlsx" in answer.text
    assert (office / "lama" / "pekppp-2024 (lama).xlsx").read_bytes() == saved
    assert cells(office)["Penilaian", 1, 7] == "baru"


def test_an_answer_that_cannot_be_read_stays_and_is_told_at_its_field(client, office, place):
    book = openpyxl.load_workbook(office / "masuk" / NAME)
    (cell,) = (row[4] for row in book["Fakta"].iter_rows() if row[0].value == "F01-01")
    cell.value = "mungkin"
    book.save(office / "masuk" / NAME)
    page = client.get(f"{place}/a").text
    assert fields(page)[ANSWER] == "mungkin"
    assert "E129" in client.get(place).text
    client.post(f"{place}/a", fields(page) | {"isi:1:Catatan": "baru"})
    assert cells(office)["Fakta", "F01-01", 5] == "mungkin"


def test_evidence_that_is_brought_is_kept_named_and_found_and_replaces_no_other(client, office, place):
    taken = office / "bukti" / "01" / "sk.txt"
    taken.write_text("yang lain", encoding="utf-8")
    sent = fields(client.get(f"{place}/a").text)
    answer = client.post(f"{place}/a", sent, files=[("berkas:1", "../sk.txt", b"isi baru")])
    assert answer.status in {200, 303}
    assert taken.read_text("utf-8") == "yang lain"
    assert (office / "bukti" / "01" / "sk (2).txt").read_bytes() == b"isi baru"
    assert "01/sk (2).txt" in cells(office)["Penilaian", 1, 6].splitlines()
    (first,) = (each for each in document(office)["indicators"] if each["no"] == 1)
    assert "01/sk (2).txt" in [each["path"] for each in first["evidence"]["found"]]


def test_a_new_workbook_is_made_and_carries_the_old_ones_answers(client, office, place):
    answer = client.post("/pekppp", {"unit": "Balai Uji", "periode": "I-2025", "lama": place.split("/")[2]})
    assert answer.status == 303
    assert cells(office, "masuk/pekppp-I-2025.xlsx") == cells(office)
    assert "Balai Uji" in client.follow(answer).text


def test_a_period_that_is_none_is_told_at_its_field(client):
    answer = client.post("/pekppp", {"unit": "", "periode": "kapan-kapan"})
    assert answer.status == 422
    assert 'id="periode-salah"' in answer.text


def test_the_plan_is_shown_and_an_unknown_target_is_told(client, place):
    assert "F-02 menjadi" in client.get(f"{place}/rencana?target=A").text
    assert client.get(f"{place}/rencana?target=entah").status == 422


@pytest.mark.parametrize("path", ["/pekppp/000000000000", "/pekppp/000000000000/a", "{place}/z"])
def test_what_is_not_there_is_told(client, place, path):
    assert client.get(path.format(place=place)).status == 404
