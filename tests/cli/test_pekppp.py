"""``ipak pekppp`` as an office uses it, on the example."""

from __future__ import annotations

import hashlib
import json
import shutil
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from ipak_cli.cli.app import run

EXAMPLES = Path(__file__).parents[2] / "examples"
WORKBOOK = EXAMPLES / "masuk" / "pekppp-2024.xlsx"
EVIDENCE = EXAMPLES / "bukti"


@pytest.fixture
def book(tmp_path):
    """Change a copy of the example: ``book({"Fakta!E12": "lima"})`` returns its path."""

    def change(cells):
        copy = tmp_path / "penilaian.xlsx"
        workbook = openpyxl.load_workbook(WORKBOOK)
        for place, value in cells.items():
            sheet, _, cell = place.partition("!")
            workbook[sheet][cell] = value
        workbook.save(copy)
        return copy

    return change


@cache
def rows_of(sheet):
    """Return the row of each id in a sheet of the example."""
    column = openpyxl.load_workbook(WORKBOOK)[sheet]["A"]
    return {str(cell.value): cell.row for cell in column}


def cell_of(fact_id):
    """Return the place of a fact's answer in the example."""
    return f"Fakta!E{rows_of('Fakta')[fact_id]}"


def claim_of(no):
    """Return the place of an indicator's claim in the example."""
    return f"Penilaian!E{rows_of('Penilaian')[str(no)]}"


def assess(capsys, *arguments):
    code = run(["pekppp", "assess", *map(str, arguments), "--json"])
    out, _ = capsys.readouterr()
    return code, json.loads(out)


def problems(document, code):
    return [each for each in document["problems"] if each["code"] == code]


def indicator(document, no):
    return next(each for each in document["indicators"] if each["no"] == no)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("F-03 Semester I 2024", 1),
        ("Nilai pengguna Tahun 2023", 1),
        ("Nilai pengguna Tahun 2024", 0),
        ("Hasil F-03", 0),
    ],
)
def test_a_title_above_the_answers_of_f03_that_names_another_period_is_told(capsys, tmp_path, title, told):
    answers = tmp_path / "f03.csv"
    answers.write_text(f"{title},,\n,,\nNo,P1,P2\n1,5,4\n2,5,5\n", encoding="utf-8")
    code, document = assess(capsys, WORKBOOK, "--evidence-root", EVIDENCE, "--f03", answers)
    found = problems(document, "E318")
    assert (code, len(found), document["f03"]["exact"]) == (0, told, "19/4")
    assert [each["where"]["file"] for each in found] == ["f03.csv"] * told


def test_the_example_is_scored_with_its_overstated_claim_its_missing_file_and_its_contradiction(capsys):
    code, document = assess(capsys, WORKBOOK, "--evidence-root", EVIDENCE)

    assert code == 0
    assert document["f02"]["rounded"] == "3.74"
    assert document["category"] == {"code": "B", "name": "Baik", "of": "F-02"}
    assert document["ipp"]["not_scored"] == "nilai F-03 dari pengguna layanan tidak diberikan"
    assert document["complete"] is True
    eleven = indicator(document, 11)
    assert (eleven["claimed"], eleven["derived"], eleven["level"]) == (5, 4, 4)
    assert indicator(document, 8)["evidence"]["missing"] == ["08/laporan-tindak-lanjut.pdf"]
    assert [each["no"] for each in document["indicators"] if each["ambiguity"]] == [5, 21, 26, 27]
    assert [each["no"] for each in document["indicators"] if each["contradictions"]] == [6, 8, 9]
    assert [len(problems(document, each)) for each in ("E301", "E207", "E303", "E315")] == [1, 1, 4, 2]


def test_the_view_of_the_example_fits_80_columns(capsys):
    assert run(["pekppp", "assess", str(WORKBOOK), "--evidence-root", str(EVIDENCE)]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 80
    assert "3,74 dari 5" in out
    assert "B (Baik)" in out


@pytest.mark.parametrize(("f03", "ipp"), [("5", "4.05"), ("4,2", "3.85"), ("0", "2.80")])
def test_ipp_takes_a_period_of_f03(capsys, f03, ipp):
    _, document = assess(capsys, WORKBOOK, "--evidence-root", EVIDENCE, "--f03", f03)
    assert document["ipp"]["rounded"] == ipp
    assert document["category"]["of"] == "IPP"


def test_f03_comes_from_a_file_of_answers_too(capsys, tmp_path):
    answers = tmp_path / "f03.csv"
    answers.write_text("Waktu;Pertanyaan 1;Pertanyaan 2\n2024-11-01;5;4\n2024-11-02;3;4\n", encoding="utf-8")
    _, document = assess(capsys, WORKBOOK, "--evidence-root", EVIDENCE, "--f03", answers)
    assert document["f03"]["exact"] == "4"
    users = document["users"]
    assert users["source"]["name"] == "f03.csv"
    assert (users["questions"], users["respondents"], users["answers"], users["form"]) == (2, 2, 4, None)
    assert users["columns"] == ["B", "C"]


@pytest.mark.parametrize(
    "typed", ["5,1", "-1", "5.5/5", "8/10", "80%", "4,1,3", "4.130,5", "4-5", "1/9", "4/5/5", "/5"]
)
def test_an_f03_that_is_no_number_on_the_scale_is_misuse(capsys, typed):
    assert run(["pekppp", "assess", str(WORKBOOK), "--f03", typed]) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert f"“{typed}”" in said
    assert "4,13" in said


@pytest.mark.parametrize(
    ("typed", "exact"),
    [("4.5", "9/2"), ("4,5", "9/2"), ("4.5/5", "9/2"), ("4,5 / 5", "9/2"), ("4/5", "4"), ("0", "0")],
)
def test_an_f03_out_of_five_is_that_mark_and_no_fraction(capsys, typed, exact):
    _, document = assess(capsys, WORKBOOK, "--evidence-root", EVIDENCE, "--f03", typed)
    assert document["f03"]["exact"] == exact


@pytest.mark.parametrize(
    ("gate", "code"),
    [("3.74", 0), ("3,75", 3), ("4.01", 3), ("b", 0), ("Baik", 0), ("A-", 3), ("sangat baik", 3)],
)
def test_a_gate_compares_the_rounded_index(gate, code):
    assert run(["pekppp", "assess", str(WORKBOOK), "--quiet", "--fail-under", gate]) == code


def test_a_gate_that_is_no_number_is_misuse(capsys):
    assert run(["pekppp", "assess", str(WORKBOOK), "--fail-under", "bagus"]) == 2
    assert "U902" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        (claim_of(3), 7, "7"),
        (claim_of(3), 2.5, "2,5"),
        (claim_of(3), "lima", "lima"),
        (cell_of("F08-02"), date(2024, 5, 1), "tanggal"),
        (cell_of("F08-02"), -1, "-1"),
        (cell_of("F08-02"), "lima", "lima"),
        (cell_of("F09-01"), "kemarin", "kemarin"),
        (cell_of("F02-01"), "mungkin", "mungkin"),
        (cell_of("F24-01"), "kadang-kadang", "kadang-kadang"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_and_nothing_is_guessed(capsys, book, place, value, said):
    code, document = assess(capsys, book({place: value}), "--evidence-root", EVIDENCE)
    sheet, _, cell = place.partition("!")
    errors = [each for each in document["problems"] if each["severity"] == "error"]
    assert code == 1
    assert [(each["where"]["sheet"], each["where"]["cell"]) for each in errors] == [(sheet, cell)]
    assert said in errors[0]["message"]


def test_an_unreadable_fact_leaves_its_indicator_and_f02_without_a_figure(capsys, book):
    _, document = assess(capsys, book({cell_of("F08-02"): "lima"}), "--evidence-root", EVIDENCE)
    assert indicator(document, 8)["status"] == "missing"
    assert document["f02"] == {
        "not_scored": "indikator 8 belum dinilai",
        "key": "no_level",
        "values": {"no": 8},
    }
    assert document["category"] is None


def test_a_renamed_sheet_is_named_with_the_sheets_that_there_are(capsys, tmp_path):
    workbook = openpyxl.load_workbook(WORKBOOK)
    workbook["Fakta"].title = "Lembar1"
    workbook.save(tmp_path / "a.xlsx")
    code, document = assess(capsys, tmp_path / "a.xlsx")
    [error] = [each for each in document["problems"] if each["severity"] == "error"]
    assert code == 1
    assert "Fakta" in error["message"] + error["hint"]
    assert "Lembar1" in error["message"] + error["hint"]


def test_a_deleted_row_and_a_doubled_id_are_named(capsys, tmp_path):
    workbook = openpyxl.load_workbook(WORKBOOK)
    sheet = workbook["Fakta"]
    row = int(cell_of("F05-03").partition("!E")[2])
    sheet[f"A{row}"] = "F05-04"
    workbook.save(tmp_path / "a.xlsx")
    code, document = assess(capsys, tmp_path / "a.xlsx")
    said = " ".join(each["message"] for each in document["problems"] if each["severity"] == "error")
    assert code == 1
    assert "F05-03" in said
    assert "F05-04" in said
    assert indicator(document, 5)["status"] == "missing"


def test_rows_that_were_sorted_score_the_same(capsys, tmp_path):
    workbook = openpyxl.load_workbook(WORKBOOK)
    sheet = workbook["Fakta"]
    first = rows_of("Fakta")["F01-01"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=first)]
    for number, values in enumerate(reversed(rows), start=first):
        for column, value in enumerate(values, start=1):
            sheet.cell(number, column).value = value
    workbook.save(tmp_path / "a.xlsx")
    _, sorted_ = assess(capsys, tmp_path / "a.xlsx", "--evidence-root", EVIDENCE)
    _, straight = assess(capsys, WORKBOOK, "--evidence-root", EVIDENCE)
    assert sorted_["indicators"] == straight["indicators"]


def test_a_blank_workbook_is_incomplete_and_has_no_category(capsys, tmp_path):
    assert run(["pekppp", "template", str(tmp_path / "kosong.xlsx")]) == 0
    code, document = assess(capsys, tmp_path / "kosong.xlsx")
    assert code == 0
    assert (document["complete"], document["answered"], document["category"]) == (False, 0, None)


def test_evidence_outside_its_folder_is_refused(capsys, book):
    row = claim_of(2).partition("!E")[2]
    code, document = assess(
        capsys, book({f"Penilaian!F{row}": "../rahasia.pdf; /etc/passwd"}), "--evidence-root", EVIDENCE
    )
    errors = [each for each in document["problems"] if each["severity"] == "error"]
    assert code == 1
    assert len(errors) == 2
    assert {each["where"]["cell"] for each in errors} == {f"F{row}"}


def test_the_digest_of_the_evidence_is_that_of_the_file(capsys):
    _, document = assess(capsys, WORKBOOK, "--evidence-root", EVIDENCE)
    [found] = indicator(document, 5)["evidence"]["found"]
    assert found["sha256"] == hashlib.sha256((EVIDENCE / found["path"]).read_bytes()).hexdigest()


def test_several_workbooks_are_compared(capsys, book):
    other = book({cell_of("F29-02"): "ya", "Penilaian!C3": "IV-2025"})
    code = run(["pekppp", "assess", str(WORKBOOK), str(other), "--evidence-root", str(EVIDENCE)])
    out = capsys.readouterr().out
    assert code == 0
    assert "Perbandingan" in out
    assert "IV-2025" in out
    assert max(map(len, out.splitlines())) <= 80

    _, document = assess(capsys, WORKBOOK, other, "--evidence-root", EVIDENCE)
    assert document["schema"] == "ipak/pekppp-comparison/1"
    assert [each["period"]["quarter"] for each in document["results"]] == ["IV-2024", "IV-2025"]


def test_the_document_is_written_to_a_folder_and_stored_in_a_workspace(tmp_path):
    (tmp_path / "ipak.yaml").touch()
    shutil.copytree(EVIDENCE, tmp_path / "bukti")
    command = ["pekppp", "assess", str(WORKBOOK), "--workspace", str(tmp_path), "--quiet"]
    assert run([*command, "--out", str(tmp_path / "keluar")]) == 0
    stored = (tmp_path / "hasil" / "IV-2024" / "pekppp.json").read_bytes()
    assert stored == (tmp_path / "keluar" / "pekppp.json").read_bytes()
    assert len(indicator(json.loads(stored), 1)["evidence"]["found"]) == 2


def test_answers_are_carried_over_to_a_fresh_workbook(capsys, tmp_path):
    fresh = tmp_path / "baru.xlsx"
    assert run(["pekppp", "template", str(fresh), "--from", str(WORKBOOK)]) == 0
    _, again = assess(capsys, fresh, "--evidence-root", EVIDENCE)
    _, before = assess(capsys, WORKBOOK, "--evidence-root", EVIDENCE)
    assert again["indicators"] == before["indicators"]


def test_an_existing_workbook_is_not_overwritten(capsys, tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"jawaban")
    assert run(["pekppp", "template", str(tmp_path / "a.xlsx")]) == 1
    assert "U940" in capsys.readouterr().err
    assert (tmp_path / "a.xlsx").read_bytes() == b"jawaban"


def plan(capsys, *arguments):
    code = run(["pekppp", "plan", *map(str, arguments), "--json"])
    return code, json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("target", ["A-", "a-", "4.01", "4,01"])
def test_a_plan_reaches_its_target_with_the_fewest_facts(capsys, target):
    code, document = plan(capsys, WORKBOOK, "--target", target)
    found = document["plan"]
    assert code == 0
    assert found["target"]["exact"] == "801/200"
    assert float(found["reached"]["value"]) >= 4.005
    assert found["cost"] == sum(climb["option"]["cost"] for climb in found["climbs"]) == 4


def test_a_fixed_indicator_and_a_given_cost_change_the_plan(capsys, book):
    row = {no: claim_of(no).partition("!E")[2] for no in (12, 29)}
    _, found = plan(
        capsys, book({f"Penilaian!H{row[29]}": "tetap", f"Penilaian!H{row[12]}": 50}), "--target", "A-"
    )
    assert {12, 29}.isdisjoint(climb["candidate"]["no"] for climb in found["plan"]["climbs"])


def test_a_target_out_of_reach_is_answered_with_the_highest_that_can_be_reached(capsys, book):
    fixed = {claim_of(no).replace("!E", "!H"): "tetap" for no in range(1, 31) if no != 29}
    code = run(["pekppp", "plan", str(book(fixed)), "--target", "A"])
    out = capsys.readouterr().out
    assert code == 3
    assert "tidak dapat dicapai" in out
    assert "3,86" in out


def test_a_target_that_is_reached_already_needs_nothing(capsys):
    _, document = plan(capsys, WORKBOOK, "--target", "C")
    assert (document["plan"]["climbs"], document["plan"]["cost"]) == ([], 0)


@pytest.mark.parametrize(
    ("target", "least"),
    [("a", "4.51"), ("Pelayanan Prima", "4.51"), (" pelayanan  prima ", "4.51"), ("SANGAT BAIK", "4.01"),
     ("a -", "4.01"), ("A\u2212", "4.01"), ("baik", "3.51"), ("Baik dengan catatan", "3.01"),
     ("4,2", "4.20")],
)  # fmt: skip
def test_a_target_is_a_category_by_letter_or_by_name_or_a_figure(capsys, target, least):
    _, document = plan(capsys, WORKBOOK, "--target", target)
    assert Fraction(document["plan"]["target"]["exact"]) == Fraction(least) - Fraction(1, 200)


@pytest.mark.parametrize("option", ["--f03", "--f03=", "--target", "--target="])
def test_an_option_without_a_value_is_misuse(capsys, option):
    command = "assess" if "f03" in option else "plan"
    assert run(["pekppp", command, str(WORKBOOK), option, *([] if "=" in option else [""])]) == 2
    assert f"ada isian yang kosong untuk {option.rstrip('=')}" in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("target", ["G", "6", "-1", "bagus"])
def test_an_unknown_target_is_refused(capsys, target):
    assert run(["pekppp", "plan", str(WORKBOOK), f"--target={target}"]) == 1
    assert "E310" in capsys.readouterr().err


def test_a_plan_wants_every_indicator_to_have_a_level(capsys, book):
    code = run(["pekppp", "plan", str(book({cell_of("F08-01"): None})), "--target", "A"])
    assert code == 1
    assert "indikator 8 belum dinilai" in capsys.readouterr().err


def test_misuse_is_told_in_indonesian_and_in_json_where_that_was_asked_for(capsys):
    assert run(["pekppp", "plan", "a.xlsx", "b.xlsx", "--target", "A", "--json"]) == 2
    out, err = capsys.readouterr()
    [found] = json.loads(out)["problems"]
    assert found["code"] == "U902"
    assert "terlalu banyak isian: b.xlsx" in found["message"]
    assert "b.xlsx" in err
