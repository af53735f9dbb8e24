"""What goes wrong in offices with ``ipak pekppp``: spoilt workbooks, wrong folders, gates, plans."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import openpyxl
import pytest

from ipak_cli.cli.app import run

EXAMPLES = Path(__file__).parents[2] / "examples"
WORKBOOK = EXAMPLES / "masuk" / "pekppp-2024.xlsx"
EVIDENCE = EXAMPLES / "bukti"


@pytest.fixture
def book(tmp_path):
    """Change a copy of the example with a function of the opened workbook; return the copy's path."""

    def changed(change, name="penilaian.xlsx"):
        workbook = openpyxl.load_workbook(WORKBOOK)
        change(workbook)
        workbook.save(tmp_path / name)
        return tmp_path / name

    return changed


def cell_of(workbook, sheet, key, column):
    row = next(cell.row for cell in workbook[sheet]["A"] if str(cell.value) == key)
    return workbook[sheet][f"{column}{row}"]


def put(sheet, key, column, value):
    """Return the change that writes one cell of the row with an id."""

    def change(workbook):
        cell_of(workbook, sheet, key, column).value = value

    return change


def called(capsys, *arguments):
    """Return the exit code, standard output and standard error."""
    code = run(["pekppp", *map(str, arguments)])
    return code, *capsys.readouterr()


def document(capsys, *arguments):
    code, out, _ = called(capsys, *arguments, "--json")
    return code, json.loads(out)


def codes(found):
    return [each["code"] for each in found["problems"]]


def rename_sheet(workbook):
    workbook["Fakta"].title = "Jawaban"


def rename_column(workbook):
    workbook["Fakta"]["E4"] = "Jawaban"


def double_column(workbook):
    workbook["Fakta"]["J4"] = "Isian"


@pytest.mark.parametrize("spoil", [rename_sheet, rename_column, double_column])
def test_no_claim_stands_in_for_facts_that_cannot_be_read(capsys, book, spoil):
    code, found = document(capsys, "assess", book(spoil), "--evidence-root", EVIDENCE)
    assert code == 1
    assert found["f02"]["not_scored"] == "indikator 1 belum dinilai"
    assert {each["status"] for each in found["indicators"]} == {"missing"}
    missing = [each for each in found["problems"] if each["code"] == "E304"]
    assert [each["message"] for each in missing] == [
        "indikator 1–30 belum dapat dinilai: tidak satu pun faktanya terbaca"
    ]


def test_a_copied_sheet_is_not_read_and_that_is_said(capsys, book):
    def copy(workbook):
        workbook.copy_worksheet(workbook["Fakta"]).title = "Fakta (2)"

    code, found = document(capsys, "assess", book(copy), "--evidence-root", EVIDENCE)
    notes = [each["message"] for each in found["problems"] if each["code"] == "E114"]
    assert (code, notes) == (0, ["lembar “Fakta (2)” tidak dibaca"])


def test_an_unreadable_fact_is_not_called_blank(capsys, book):
    _, found = document(capsys, "assess", book(put("Fakta", "F08-02", "E", "lima")))
    assert found["indicators"][7]["reason"]["text"].startswith("F08-02 tidak terbaca: ")


def test_many_deleted_rows_are_one_problem(capsys, book):
    _, found = document(capsys, "assess", book(lambda workbook: workbook["Fakta"].delete_rows(10, 150)))
    assert codes(found).count("E105") == 1
    message = next(each["message"] for each in found["problems"] if each["code"] == "E105")
    assert message == "baris fakta F01-06 s.d. F22-02 (150 baris) tidak ada"


def test_a_workbook_of_another_version_names_both_and_nothing_else(capsys, book):
    path = book(lambda workbook: workbook["_ipak"].__setitem__("B2", "0.9"))
    code, found = document(capsys, "assess", path)
    assert (code, codes(found)) == (1, ["E141"])
    assert "versi 0.9, sedangkan yang dipakai versi 1.1" in found["problems"][0]["message"]


def test_a_survey_export_is_no_self_assessment(capsys):
    code, found = document(capsys, "assess", EXAMPLES / "masuk" / "ipak-ipkp-2024-tw1.xlsx")
    assert (code, codes(found)) == (1, ["E144", "E101", "E101"])


@pytest.mark.parametrize("cell", [("Fakta", "F08-02", "E"), ("Penilaian", "3", "H")])
@pytest.mark.parametrize("number", [1e300, 10**13, "9999999999999999"])
def test_a_number_beyond_all_counting_is_named(capsys, book, cell, number):
    code, found = document(capsys, "assess", book(put(*cell, number)))
    assert (code, codes(found)[0]) == (1, "E135")


def test_a_plan_needs_no_evidence(capsys, tmp_path):
    alone = shutil.copy(WORKBOOK, tmp_path / "penilaian.xlsx")
    code, found = document(capsys, "plan", alone, "--target", "A")
    assert (code, set(codes(found))) == (0, {"E301", "E303", "E315"})
    assert found["rubric"]["id"] == "pekppp-2025"
    assert (found["period"]["quarter"], found["sources"][0]["name"]) == ("IV-2024", "penilaian.xlsx")


@pytest.mark.parametrize(
    ("target", "shown"), [("F", "0,00"), ("0", "0,00"), ("3,7376", "3,74"), ("A", "4,51"), ("5", "5,00")]
)
def test_a_plan_shows_the_target_as_the_category_or_figure_that_was_asked(capsys, target, shown):
    _, out, _ = called(capsys, "plan", WORKBOOK, "--target", target)
    assert next(line.split()[1] for line in out.splitlines() if line.startswith("Sasaran")) == shown


def test_where_no_file_of_the_evidence_is_found_the_folder_is_in_doubt(capsys, tmp_path):
    alone = shutil.copy(WORKBOOK, tmp_path / "penilaian.xlsx")
    code, found = document(capsys, "assess", alone)
    assert code == 0
    assert [codes(found).count(code) for code in ("E217", "E207")] == [1, 0]
    assert "--evidence-root" in next(e["hint"] for e in found["problems"] if e["code"] == "E217")


def test_a_gate_says_what_missed_it(capsys, book):
    arguments = (WORKBOOK, "--evidence-root", EVIDENCE, "--quiet", "--fail-under", "4,01")
    code, out, err = called(capsys, "assess", *arguments)
    assert (code, out) == (3, "")
    assert "E312 pekppp-2024.xlsx: F-02 3,74 tidak mencapai batas 4,01" in err
    blank = book(put("Fakta", "F08-02", "E", None))
    code, _, err = called(capsys, "assess", blank, *arguments[1:])
    assert code == 3
    assert "F-02 yang belum dapat dihitung tidak mencapai batas 4,01" in err


@pytest.mark.parametrize("gate", ["401", "-1", "nan", ""])
def test_a_gate_outside_the_scale_is_misuse(capsys, gate):
    code, _, err = called(capsys, "assess", WORKBOOK, "--fail-under", gate)
    assert code == 2
    assert "--fail-under" in err


def test_one_f03_is_not_taken_for_several_workbooks(capsys):
    code, found = document(capsys, "assess", WORKBOOK, WORKBOOK, "--f03", "4")
    assert (code, codes(found)) == (1, ["E313"])


def test_of_several_workbooks_every_broken_one_is_named(capsys, tmp_path):
    broken = tmp_path / "rusak.xlsx"
    broken.write_bytes(b"")
    code, found = document(capsys, "assess", tmp_path / "tiada.xlsx", WORKBOOK, broken)
    assert code == 1
    assert [each["where"]["file"].endswith(("tiada.xlsx", "rusak.xlsx")) for each in found["problems"]] == [
        True,
        True,
    ]


def test_answers_with_a_decimal_comma_do_not_pass_for_columns(capsys, tmp_path):
    answers = tmp_path / "f03.csv"
    answers.write_text("P1;P2\n4,5;3\n", encoding="utf-8")
    code, found = document(capsys, "assess", WORKBOOK, "--f03", answers)
    assert code == 1
    assert [each["where"]["cell"] for each in found["problems"] if each["code"] == "J301"] == ["A2"]


def test_a_name_longer_than_a_cell_is_refused(capsys, tmp_path):
    code, _, err = called(capsys, "template", tmp_path / "baru.xlsx", "--unit", "x" * 40_000)
    assert code == 1
    assert "E136" in err


@pytest.mark.parametrize("count", [2, 3, 5, 8])
def test_a_comparison_fits_80_columns(capsys, book, count):
    books = [
        book(put("Penilaian", "3", "G", f"catatan {number}"), f"penilaian-unit-{number}-{'x' * 30}.xlsx")
        for number in range(count)
    ]
    code, out, _ = called(capsys, "assess", *books, "--evidence-root", EVIDENCE)
    assert code == 0
    assert max(map(len, out.splitlines())) <= 80


def test_everything_is_the_same_when_done_again(capsys, tmp_path):
    first, second = (tmp_path / name for name in ("satu.xlsx", "dua.xlsx"))
    for path in (first, second):
        assert called(capsys, "template", path, "--from", WORKBOOK)[0] == 0
    assert first.read_bytes() == second.read_bytes()
    for command in (("assess",), ("plan", "--target", "A")):
        assert called(capsys, *command, WORKBOOK, "--json") == called(capsys, *command, WORKBOOK, "--json")


@pytest.mark.parametrize(
    "arguments",
    [
        ("assess", "tiada.xlsx"),
        ("assess", str(WORKBOOK), "--rubric", "ipak-ipkp"),
        ("assess", str(WORKBOOK), "--f03", "tiada.csv"),
        ("assess", str(WORKBOOK), "--workspace", "tiada"),
        ("plan", "tiada.xlsx", "--target", "A"),
        ("plan", str(WORKBOOK), "--target", "Z"),
        ("plan", str(WORKBOOK), "--target", "A", "--rubric", "tiada"),
    ],
)
def test_an_error_is_one_json_document_too(capsys, arguments):
    code, found = document(capsys, *arguments)
    assert (code, found["schema"]) == (1, "ipak/problems/1")
    assert found["problems"]


def test_facts_that_contradict_each_other_are_named_by_both_cells(capsys, book):
    path = book(put("Fakta", "F15-01", "E", "tidak"))
    _, found = document(capsys, "assess", path, "--evidence-root", EVIDENCE)
    messages = [each["message"] for each in found["problems"] if each["code"] == "E315"]
    parking = next(message for message in messages if "F15-01" in message)
    assert parking.startswith("F15-01 (indikator 15, sel E96) “tidak” bertentangan dengan F15-02 s.d. F15-04")
    assert "sel E97, E98, E99" in parking
    assert "F18-10 (indikator 18, sel" in parking


def test_the_same_unclear_mark_in_many_cells_is_one_problem(capsys, book):
    def cross_all(workbook):
        for row in workbook["Fakta"].iter_rows(min_row=5):
            if row[3].value == "ya/tidak":
                row[4].value = "x"

    code, found = document(capsys, "assess", book(cross_all), "--evidence-root", EVIDENCE)
    unclear = [each for each in found["problems"] if each["code"] == "E145"]
    assert (code, len(unclear)) == (1, 1)
    assert unclear[0]["message"].startswith(
        "fakta F02-01 (sel E23), fakta F02-02 (sel E24), fakta F02-03 (sel E25) dan "
    )


def test_a_date_in_numbers_that_can_be_two_days_is_asked_about(capsys, book):
    path = book(put("Fakta", "F09-01", "E", "05/07/2024"))
    code, found = document(capsys, "assess", path, "--evidence-root", EVIDENCE)
    (asked,) = [each for each in found["problems"] if each["code"] == "E146"]
    assert code == 1
    assert asked["message"].endswith("“05/07/2024” dapat berarti 5 Juli 2024 atau 7 Mei 2024")


def test_words_and_ticks_count_as_the_answers_that_they_are(capsys, book):
    def tick(workbook):
        for key, said in {"F15-02": "✓", "F15-03": "y", "F15-04": "Ada.", "F15-05": "belum"}.items():
            cell_of(workbook, "Fakta", key, "E").value = said

    _, plain = document(capsys, "assess", WORKBOOK, "--evidence-root", EVIDENCE)
    code, found = document(capsys, "assess", book(tick), "--evidence-root", EVIDENCE)
    assert (code, found["f02"]) == (0, plain["f02"])


def test_more_follow_up_done_than_planned_is_refused(capsys, book):
    _, found = document(capsys, "assess", book(put("Fakta", "F08-03", "E", 9)), "--evidence-root", EVIDENCE)
    eighth = found["indicators"][7]
    assert (eighth["level"], eighth["status"]) == (None, "missing")
    assert "lebih banyak dari 8 yang direncanakan" in eighth["reason"]["text"]


def test_empty_and_refused_evidence_is_counted_apart(capsys, book, tmp_path):
    shutil.copytree(EVIDENCE, tmp_path / "bukti")
    (tmp_path / "bukti" / "01" / "sk-standar-pelayanan.txt").write_bytes(b"")
    path = book(put("Penilaian", "2", "F", "../luar.pdf"))
    _, found = document(capsys, "assess", path, "--evidence-root", tmp_path / "bukti")
    first, second = (each["evidence"] for each in found["indicators"][:2])
    assert (first["empty"], first["missing"]) == (["01/sk-standar-pelayanan.txt"], [])
    assert (second["refused"], second["missing"]) == (["../luar.pdf"], [])
    _, out, _ = called(capsys, "assess", path, "--evidence-root", tmp_path / "bukti", "--detail")
    assert "1 kosong, 1 ditolak, 1 tidak ditemukan" in " ".join(out.split())
