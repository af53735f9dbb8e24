"""`ipak score --lenient`: what it leaves out is told on the screen, in the document, report and work note."""

import json

import openpyxl
import pytest

from ipak_cli.cli.app import run
from makers.exports import EXAMPLES

TW3 = EXAMPLES / "ipak-ipkp-2024-tw3.xlsx"
UNDATED = {"A12": "kemarin", "A20": None}
UNREADABLE = {"I9": "xyz", "J9": 7, "K3": "sangat"}


@pytest.fixture
def faulty(tmp_path):
    """The example's export of 41 responses with some cells changed."""

    def make(cells):
        book = openpyxl.load_workbook(TW3)
        for cell, value in cells.items():
            book.worksheets[0][cell] = value
        book.save(tmp_path / "isi.xlsx")
        return tmp_path / "isi.xlsx"

    return make


def document(capsys, path, *more):
    code = run(["score", str(path), "--json", *more])
    return code, json.loads(capsys.readouterr().out)


def test_rows_whose_time_cannot_be_read_are_counted_in_the_document(faulty, capsys):
    code, found = document(capsys, faulty(UNDATED), "--lenient")

    (note,) = found["sources"][0]["left_out"]
    assert (code, found["respondents"], note["code"]) == (0, 39, "undated")
    assert (note["count"], note["rows"]) == (2, "12, 20")
    (told,) = (each for each in found["problems"] if each["code"] == "W428")
    assert told["severity"] == "warning"
    assert told["message"].startswith("2 jawaban tidak dihitung karena waktunya kosong atau tidak terbaca")


def test_a_strict_reading_refuses_them_and_tells_of_nothing_left_out(faulty, capsys):
    code, found = document(capsys, faulty(UNDATED))

    assert (code, found["respondents"], found["sources"][0]["left_out"]) == (1, None, [])
    assert {each["code"] for each in found["problems"]} == {"W401", "W407"}


def test_times_that_are_all_unreadable_leave_out_no_row(faulty, capsys):
    cells = {f"A{row}": "kemarin" for row in range(2, 43)}

    _, found = document(capsys, faulty(cells), "--lenient", "--quarter", "III-2024")

    assert not [each for source in found["sources"] for each in source["left_out"]]
    assert "W428" not in [each["code"] for each in found["problems"]]


def test_answers_given_but_unreadable_are_told_apart_from_those_not_given(faulty, capsys):
    _, found = document(capsys, faulty({**UNREADABLE, "L4": None}), "--lenient")

    assert found["missing"] == 4
    (look,) = (each for each in found["quality"] if each["code"] == "unreadable")
    told = "tidak dihitung sebagai jawaban: I1 1, I2 1, I3 1"
    assert (look["count"], look["finding"]["text"]) == (3, told)


def test_nothing_unreadable_is_no_look_of_its_own(capsys):
    _, found = document(capsys, TW3, "--lenient")

    assert all(look["code"] != "unreadable" for look in found["quality"])


def test_the_screen_the_report_and_the_work_note_tell_of_both(faulty, tmp_path, capsys):
    workspace = tmp_path / "unit"
    assert run(["init", str(workspace)]) == 0
    here = ["--workspace", str(workspace)]
    path = faulty({**UNDATED, **UNREADABLE, "L4": None})
    capsys.readouterr()

    assert run(["score", str(path), "--lenient", "--detail", *here]) == 0
    screen = " ".join(capsys.readouterr().out.split())
    assert "39 responden · 542 jawaban, 1 tidak diberikan, 3 tidak terbaca" in screen
    assert "sehingga periodenya tidak diketahui: baris 12, 20" in screen

    assert run(["report", "--period", "III-2024", *here]) == 0
    texts = {each.name: each.read_text("utf-8") for each in workspace.glob("laporan/*/*.md")}
    assert "1 jawaban tidak diberikan; 3 jawaban diisi tetapi tidak terbaca" in texts["laporan.md"]
    assert "Sebanyak 2 baris tidak dihitung sebagai jawaban" in texts["laporan.md"]
    assert "(baris 12, 20)" in texts["catatan-kerja.md"]
