import shutil
import subprocess
from datetime import date

import openpyxl
import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.forms.pekppp import pekppp_template, write_pekppp_template
from ipak_cli.pekppp.answers import FactAnswer, IndicatorAnswers
from ipak_cli.pekppp.book.open import carry_over, read_workbook
from ipak_cli.rubric.load import load_pekppp
from ipak_cli.rubric.pekppp import FactType
from makers.pekppp_workbook import DIGEST, LOADED, MEDIA, RUBRIC

SOFFICE = shutil.which("soffice")


def template(folder, rubric=RUBRIC, digest=DIGEST):
    path = folder / "isi.xlsx"
    write_pekppp_template(rubric, digest, path)
    return path


def fill(path, cells):
    """Write cells such as ``("Fakta", "E5"): "ya"`` as a user would."""
    workbook = openpyxl.load_workbook(path)
    for (sheet, cell), value in cells.items():
        workbook[sheet][cell] = value
    workbook.save(path)
    return path


FILLED = {
    ("Penilaian", "C2"): "Puskesmas Contoh",
    ("Penilaian", "C3"): "IV-2024",
    ("Penilaian", "E5"): 3,
    ("Penilaian", "F5"): "sp.pdf; foto.jpg",
    ("Penilaian", "G5"): "belum lengkap",
    ("Penilaian", "H5"): 250,
    ("Penilaian", "H6"): "tetap",
    ("Fakta", "E5"): "ya",
    ("Fakta", "F5"): "sk.pdf\nsp.pdf",
    ("Fakta", "E6"): MEDIA[1],
    ("Fakta", "E7"): "tidak",
    ("Fakta", "E8"): 0,
    ("Fakta", "E9"): date(2024, 12, 5),
}
ANSWERS = {
    1: IndicatorAnswers(
        claimed=3,
        evidence=("sp.pdf", "foto.jpg"),
        note="belum lengkap",
        cost=250,
        facts={
            "F01-01": FactAnswer("ya", ("sk.pdf", "sp.pdf")),
            "F01-02": FactAnswer(MEDIA[1]),
            "F01-03": FactAnswer("tidak"),
        },
    ),
    2: IndicatorAnswers(fixed=True, facts={"F02-01": FactAnswer(0), "F02-02": FactAnswer(date(2024, 12, 5))}),
}


def test_a_blank_template_reads_back_as_blank(tmp_path):
    read = read_workbook(template(tmp_path), LOADED)
    assert read.problems == ()
    assert read.assessment.indicators == {
        indicator.no: IndicatorAnswers(facts={fact.id: FactAnswer() for fact in indicator.facts})
        for indicator in RUBRIC.indicators
    }
    assert (read.source.name, read.source.sheets) == ("isi.xlsx", ("Penilaian", "Fakta", "Petunjuk"))


def test_a_filled_template_reads_back_as_it_was_filled(tmp_path):
    read = read_workbook(fill(template(tmp_path), FILLED), LOADED)
    assert read.problems == ()
    assert (read.assessment.unit, read.assessment.period) == ("Puskesmas Contoh", "IV-2024")
    assert read.assessment.indicators == ANSWERS


def test_sorted_rows_still_match_by_id(tmp_path):
    path = fill(template(tmp_path), FILLED)
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Fakta"]
    rows = list(sheet.iter_rows(min_row=5, values_only=True))
    for number, row in enumerate(reversed(rows), start=5):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value
            sheet.cell(number, column).number_format = "dd/mm/yyyy" if row[3] == "tanggal" else "General"
    workbook.save(path)
    read = read_workbook(path, LOADED)
    assert read.problems == ()
    assert read.assessment.indicators[1].answers == ANSWERS[1].answers
    assert read.assessment.indicators[2].answers == ANSWERS[2].answers


def test_filtered_rows_count_and_are_noted(tmp_path):
    path = fill(template(tmp_path), FILLED)
    workbook = openpyxl.load_workbook(path)
    workbook["Fakta"].row_dimensions[6].hidden = True
    workbook.save(path)
    read = read_workbook(path, LOADED)
    assert [problem.code for problem in read.problems] == ["E112"]
    assert read.assessment.indicators == ANSWERS


@pytest.mark.parametrize(
    ("cell", "value", "code"),
    [
        (("Penilaian", "E5"), 7, "E121"),
        (("Penilaian", "E5"), 3.5, "E122"),
        (("Penilaian", "E5"), "lima", "E123"),
        (("Penilaian", "E5"), date(2024, 3, 4), "E124"),
        (("Penilaian", "E5"), True, "E125"),
        (("Penilaian", "E5"), "#REF!", "E127"),
        (("Penilaian", "E5"), "=1+2", "E128"),
        (("Penilaian", "H5"), "mahal", "E133"),
        (("Penilaian", "C3"), "V-2024", "E134"),
        (("Fakta", "E5"), "mungkin", "E129"),
        (("Fakta", "E8"), date(2024, 3, 4), "E124"),
        (("Fakta", "E8"), -1, "E122"),
        (("Fakta", "A6"), "F01-01", "E107"),
        (("Fakta", "A6"), "F77-01", "E106"),
        (("Fakta", "C6"), "Kalimat lain", "E108"),
        (("Fakta", "E4"), "Jawaban", "E103"),
    ],
)
def test_a_fault_is_named_by_its_cell(tmp_path, cell, value, code):
    problems = read_workbook(fill(template(tmp_path), {cell: value}), LOADED).problems
    assert code in {problem.code for problem in problems}
    places = {problem.where.cell for problem in problems if problem.code == code}
    assert code == "E103" or places == {cell[1]}
    assert {problem.where.sheet for problem in problems} == {cell[0]}


def test_a_percentage_is_no_claim(tmp_path):
    path = fill(template(tmp_path), {("Penilaian", "E5"): 3})
    workbook = openpyxl.load_workbook(path)
    workbook["Penilaian"]["E5"].number_format = "0%"
    workbook.save(path)
    assert [problem.code for problem in read_workbook(path, LOADED).problems] == ["E126"]


def test_a_deleted_row_and_a_renamed_sheet_are_named_together(tmp_path):
    path = template(tmp_path)
    workbook = openpyxl.load_workbook(path)
    workbook["Penilaian"].delete_rows(6)
    workbook["Fakta"].title = "Jawaban"
    workbook.save(path)
    problems = read_workbook(path, LOADED).problems
    assert [problem.code for problem in problems] == ["E105", "E101"]


def test_merged_evidence_cells_are_named(tmp_path):
    path = fill(template(tmp_path), {("Fakta", "F5"): "sk.pdf"})
    workbook = openpyxl.load_workbook(path)
    workbook["Fakta"].merge_cells("F5:F7")
    workbook.save(path)
    problems = read_workbook(path, LOADED).problems
    assert [(problem.code, problem.where.cell) for problem in problems] == [("E110", "F5")]


def test_a_text_file_lacks_the_sheets(tmp_path):
    path = tmp_path / "isi.csv"
    path.write_text("No;Nilai\n1;5\n", encoding="utf-8")
    with pytest.raises(ProblemsFoundError) as found:
        read_workbook(path, LOADED)
    assert [problem.code for problem in found.value.problems] == ["E144", "E101", "E101"]


def test_an_unreadable_file_is_refused_at_the_door(tmp_path):
    path = tmp_path / "isi.xlsx"
    path.write_bytes(b"%PDF-1.7 bukan lembar kerja")
    with pytest.raises(ProblemsFoundError) as found:
        read_workbook(path, LOADED)
    assert [problem.code for problem in found.value.problems] == ["F107"]


def test_a_workbook_of_an_older_version_is_carried_into_a_fresh_one(tmp_path):
    old = RUBRIC.model_copy(update={"version": "1.0"})
    path = fill(template(tmp_path, old, "sha256:lama"), FILLED)
    with pytest.raises(ProblemsFoundError) as found:
        read_workbook(path, LOADED)
    assert [problem.code for problem in found.value.problems] == ["E141"]
    entries, problems = carry_over(path, RUBRIC)
    assert problems == ()
    fresh = tmp_path / "baru.xlsx"
    fresh.write_bytes(pekppp_template(RUBRIC, DIGEST, entries))
    read = read_workbook(fresh, LOADED)
    assert read.problems == ()
    assert read.assessment.indicators == ANSWERS
    assert openpyxl.load_workbook(fresh)["Penilaian"]["G5"].value == "belum lengkap"


def test_nothing_is_carried_from_a_workbook_without_its_sheets(tmp_path):
    path = template(tmp_path)
    workbook = openpyxl.load_workbook(path)
    del workbook["Fakta"]
    workbook.save(path)
    with pytest.raises(ProblemsFoundError) as found:
        carry_over(path, RUBRIC)
    assert [problem.code for problem in found.value.problems] == ["E101"]


def best(fact):
    """Return the best answer to a fact, as a user types it."""
    match fact.type:
        case FactType.NUMBER:
            return 3
        case FactType.DATE:
            return date(2024, 12, 5)
        case _:
            return fact.answers[-1]


def filled_instrument(folder):
    """Return the shipped instrument's workbook with every fact answered, and the rubric."""
    loaded = load_pekppp("pekppp-2025")
    path = template(folder, loaded.rubric, loaded.digest)
    facts = {fact.id: fact for indicator in loaded.rubric.indicators for fact in indicator.facts}
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Fakta"]
    for row in range(5, sheet.max_row + 1):
        sheet.cell(row, 5).value = best(facts[sheet.cell(row, 1).value])
    for row in range(5, 35):
        workbook["Penilaian"].cell(row, 5).value = 5
    workbook.save(path)
    return path, loaded


def test_the_shipped_instrument_reads_back_with_every_fact(tmp_path):
    path, loaded = filled_instrument(tmp_path)
    read = read_workbook(path, loaded)
    assert read.problems == ()
    assert all(answers.claimed == 5 for answers in read.assessment.indicators.values())
    for indicator in loaded.rubric.indicators:
        expected = {fact.id: best(fact) for fact in indicator.facts}
        assert read.assessment.indicators[indicator.no].answers == expected


def through_libreoffice(path, folder, kind):
    """Open a file in LibreOffice and save it again, with a profile of its own."""
    folder.mkdir()
    done = subprocess.run(
        [
            SOFFICE, f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--headless",
            "--convert-to", kind, "--outdir", str(folder), str(path),
        ],
        capture_output=True, text=True, check=False, timeout=180,
    )  # fmt: skip
    assert (folder / f"isi.{kind}").exists(), done.stdout + done.stderr
    return folder / f"isi.{kind}"


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_filled_workbook_comes_back_through_libreoffice(tmp_path, kind):
    path, loaded = filled_instrument(tmp_path)
    again = read_workbook(through_libreoffice(path, tmp_path / "libreoffice", kind), loaded)
    assert again.problems == ()
    assert again.assessment == read_workbook(path, loaded).assessment


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_keeps_drop_downs_protection_and_the_hidden_sheet(tmp_path):
    path = through_libreoffice(fill(template(tmp_path), FILLED), tmp_path / "libreoffice", "xlsx")
    assert read_workbook(path, LOADED).assessment.indicators == ANSWERS
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Fakta"]
    kinds = {str(rule.sqref): rule.type for rule in sheet.data_validations.dataValidation}
    assert kinds["E6"] == "list"
    assert kinds["E8"] == "whole"
    assert kinds["E9"] == "date"
    assert sheet.protection.sheet
    assert not sheet["E5"].protection.locked
    assert sheet["A5"].protection.locked
    assert workbook["_ipak"].sheet_state == "hidden"
    assert "pilihan_1" in workbook.defined_names
    assert sheet.conditional_formatting
