import io
from datetime import date
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import openpyxl
import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.forms.pekppp import pekppp_template, write_pekppp_template
from ipak_cli.pekppp.answers import Assessment, FactAnswer, IndicatorAnswers
from ipak_cli.rubric.load import load_pekppp
from makers.pekppp_workbook import CLAIM_HEADER, DIGEST, FACT_HEADER, MEDIA, RUBRIC

ENTRIES = Assessment(
    "Puskesmas Contoh",
    "IV-2024",
    {
        1: IndicatorAnswers(
            3,
            ("sp.pdf", "foto.jpg"),
            "=catatan",
            250,
            facts={"F01-01": FactAnswer("ya", ("sk.pdf",)), "F01-02": FactAnswer(MEDIA[1])},
        ),
        2: IndicatorAnswers(
            fixed=True, facts={"F02-01": FactAnswer(0), "F02-02": FactAnswer(date(2024, 12, 5))}
        ),
    },
)


TITLE = "Tersedia Standar Pelayanan"


def book(entries=None):
    return openpyxl.load_workbook(io.BytesIO(pekppp_template(RUBRIC, DIGEST, entries)))


def values(sheet, row):
    return tuple(cell.value for cell in sheet[row])


def checks(sheet):
    """Return the checked cells with their kind and first formula."""
    found = sheet.data_validations.dataValidation
    return {str(rule.sqref): (rule.type, rule.formula1) for rule in found if rule.type}


def prompts(sheet):
    return {str(rule.sqref): rule.prompt for rule in sheet.data_validations.dataValidation}


def test_the_sheets_are_those_of_the_contract_and_the_origin_is_hidden():
    workbook = book()
    assert workbook.sheetnames == ["Penilaian", "Fakta", "Petunjuk", "_ipak"]
    assert [sheet.sheet_state for sheet in workbook] == ["visible", "visible", "visible", "hidden"]
    origin = [row[:2] for row in workbook["_ipak"].iter_rows(values_only=True)]
    assert origin == [("rubric", "uji-pekppp"), ("version", "1.1"), ("digest", DIGEST)]


def test_every_indicator_has_a_row():
    sheet = book()["Penilaian"]
    assert values(sheet, 4) == CLAIM_HEADER
    assert values(sheet, 5)[:5] == (1, "a.Ak", "Tersedia Standar Pelayanan", 100, None)
    assert values(sheet, 6)[:5] == (2, "b.Ak", "Kecepatan tindak lanjut", 100, None)
    assert sheet.max_row == 6
    assert (sheet["B2"].value, sheet["B3"].value) == ("Unit", "Triwulan")


def test_every_fact_has_a_row_with_its_type_and_its_help():
    sheet = book()["Fakta"]
    assert values(sheet, 4) == FACT_HEADER
    assert values(sheet, 5) == (
        "F01-01",
        1,
        "SP tersedia",
        "ya/tidak",
        None,
        None,
        "Untuk semua layanan.",
        TITLE,
    )
    assert [values(sheet, row)[3] for row in range(5, 10)] == [
        "ya/tidak", "pilihan", "ya/tidak", "angka", "tanggal",
    ]  # fmt: skip
    assert values(sheet, 6)[6] == 'Pilihan: tidak ada; satu, yaitu papan; dua atau "lebih".'


def test_each_fact_says_its_indicator_and_the_first_one_has_its_levels_at_hand():
    sheet = book()["Fakta"]
    titles = [sheet.cell(row, 8).value for row in range(5, 10)]
    assert titles == [TITLE] * 3 + ["Kecepatan tindak lanjut"] * 2
    notes = {row: sheet.cell(row, 2).comment.text for row in range(5, 10) if sheet.cell(row, 2).comment}
    assert notes.keys() == {5, 8}
    assert notes[8].splitlines()[:2] == ["2. b.Ak Kecepatan tindak lanjut", "0: arti tingkat 0 indikator 2"]


def test_cells_take_only_what_their_type_allows():
    workbook = book()
    assert checks(workbook["Fakta"]) == {
        "E5 E7": ("list", '"ya,tidak"'),
        "E6": ("list", "pilihan_1"),
        "E8": ("whole", "0"),
        "E9": ("date", "36526"),
    }
    claims = checks(workbook["Penilaian"])
    assert claims["E5"] == claims["E6"] == ("list", '"0,1,2,3,4,5"')
    assert claims["H5:H6"][0] == "custom"


def test_choices_with_commas_are_a_named_list_on_the_hidden_sheet():
    workbook = book()
    assert workbook.defined_names["pilihan_1"].attr_text == "'_ipak'!$D$1:$D$3"
    assert [cell.value for (cell,) in workbook["_ipak"]["D1:D3"]] == list(MEDIA)


def test_input_messages_name_the_aspect_the_indicator_and_the_evidence_asked_for():
    workbook = book()
    claims, facts = prompts(workbook["Penilaian"]), prompts(workbook["Fakta"])
    assert claims["E5"].startswith("Kebijakan. Pilih 0 sampai 5")
    assert claims["F5"] == "Yang diminta instrumen: Dokumen SP; Foto."
    assert facts["E5 E7"] == "Pilih ya atau tidak dari daftar. Tersedia Standar Pelayanan"


def test_only_input_cells_are_unlocked_and_no_password_is_set():
    workbook = book()
    for name, columns in (("Penilaian", "EFGH"), ("Fakta", "EF")):
        sheet = workbook[name]
        unlocked = {cell.column_letter for cell in sheet[5] if not cell.protection.locked}
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        assert unlocked == set(columns)
    assert not workbook["Penilaian"]["C2"].protection.locked
    assert workbook["Petunjuk"].protection.sheet


def test_states_of_input_cells_are_coloured():
    found = {
        str(cells.sqref): [rule.formula[0] for rule in cells.rules]
        for cells in book()["Fakta"].conditional_formatting
    }
    assert found["E5:E9"][0] == "LEN(TRIM(E5))=0"
    assert found["E5:E9"][-1] == "TRUE"
    assert found["E6"] == ["ISERROR(MATCH(E6,pilihan_1,0))"]


def test_aspects_have_colours_of_their_own_and_a_legend():
    workbook = book()
    for name in ("Penilaian", "Fakta"):
        sheet = workbook[name]
        legend = {cell.value: cell.fill.start_color.rgb for cell in (sheet["F1"], sheet["F2"])}
        assert list(legend) == ["a. Kebijakan", "b. Sarana"]
        assert sheet["A5"].fill.start_color.rgb == legend["a. Kebijakan"]
        assert sheet.cell(sheet.max_row, 1).fill.start_color.rgb == legend["b. Sarana"]


def test_tables_are_filtered_frozen_and_printed_with_their_header():
    workbook = book()
    for name, cells in (("Penilaian", "A4:H6"), ("Fakta", "A4:H9")):
        sheet = workbook[name]
        assert sheet.auto_filter.ref == cells
        assert sheet.freeze_panes == "A5"
        assert sheet.print_title_rows == "$4:$4"
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")


def test_the_instructions_give_every_level_of_every_indicator_and_the_evidence():
    lines = {row[:2] for row in book()["Petunjuk"].iter_rows(values_only=True)}
    assert {(str(level), f"arti tingkat {level} indikator 2") for level in range(6)} <= lines
    assert ("Bukti", "Dokumen SP; Foto") in lines


def test_old_input_is_filled_in_as_it_was():
    workbook = book(ENTRIES)
    claims, facts = workbook["Penilaian"], workbook["Fakta"]
    assert (claims["C2"].value, claims["C3"].value) == ("Puskesmas Contoh", "IV-2024")
    assert values(claims, 5)[4:] == (3, "sp.pdf\nfoto.jpg", "=catatan", 250)
    assert claims["G5"].data_type == "s"
    assert values(claims, 6)[4:] == (None, None, None, "tetap")
    assert [facts.cell(row, 5).value for row in (5, 6, 7, 8)] == ["ya", MEDIA[1], None, 0]
    assert facts["E9"].value.date() == date(2024, 12, 5)
    assert facts["E9"].number_format == "dd/mm/yyyy"
    assert facts["F5"].value == "sk.pdf"


def test_the_same_input_gives_the_same_bytes():
    assert pekppp_template(RUBRIC, DIGEST, ENTRIES) == pekppp_template(RUBRIC, DIGEST, ENTRIES)


def test_an_existing_file_is_kept_unless_it_may_be_replaced(tmp_path):
    out = tmp_path / "penilaian.xlsx"
    write_pekppp_template(RUBRIC, DIGEST, out, entries=ENTRIES)
    with pytest.raises(ProblemsFoundError) as found:
        write_pekppp_template(RUBRIC, DIGEST, out)
    assert [problem.code for problem in found.value.problems] == ["U940"]
    assert out.read_bytes() == pekppp_template(RUBRIC, DIGEST, ENTRIES)
    write_pekppp_template(RUBRIC, DIGEST, out, replace=True)
    assert out.read_bytes() == pekppp_template(RUBRIC, DIGEST)


def test_a_name_of_another_kind_is_a_problem(tmp_path):
    with pytest.raises(ProblemsFoundError) as found:
        write_pekppp_template(RUBRIC, DIGEST, tmp_path / "penilaian.ods")
    assert [problem.code for problem in found.value.problems] == ["U943"]


def test_the_shipped_instrument_has_30_indicators_and_texts_that_excel_takes():
    loaded = load_pekppp("pekppp-2025")
    data = pekppp_template(loaded.rubric, loaded.digest)
    workbook = openpyxl.load_workbook(io.BytesIO(data))
    numbers = [cell.value for (cell,) in workbook["Penilaian"]["A5:A34"]]
    assert numbers == [indicator.no for indicator in loaded.rubric.indicators]
    rules = [rule for sheet in workbook for rule in sheet.data_validations.dataValidation]
    assert max(len(rule.prompt) for rule in rules) <= 255
    assert max(len(rule.promptTitle) for rule in rules) <= 32
    assert max(len(rule.error or "") for rule in rules) <= 225
    with ZipFile(io.BytesIO(data)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert all(b"<f>" not in sheet for sheet in sheets)
    assert all(ET.fromstring(sheet).tag.endswith("worksheet") for sheet in sheets)  # noqa: S314  our own file


def test_the_guide_of_the_instrument_says_both_wordings_of_a_level_and_when_a_reading_is_used():
    loaded = load_pekppp("pekppp-2025")
    workbook = openpyxl.load_workbook(io.BytesIO(pekppp_template(loaded.rubric, loaded.digest)))
    lines = [row[:2] for row in workbook["Petunjuk"].iter_rows(values_only=True)]
    level = "Tersedia SP namun tidak memenuhi 14 komponen."
    assert ("1", f"{level}\nArtinya: SP sudah ada, tetapi komponennya belum lengkap 14") in lines
    notes = [text for label, text in lines if label == "Catatan"]
    assert len(notes) > 30
    assert all(note.startswith("Bila ") and note.endswith(".") for note in notes)


def test_nothing_asks_for_a_text_in_the_column_of_evidence():
    loaded = load_pekppp("pekppp-2025")
    workbook = openpyxl.load_workbook(io.BytesIO(pekppp_template(loaded.rubric, loaded.digest)))
    helps = [cell.value or "" for cell in workbook["Fakta"]["G"]]
    assert sum("kolom Catatan lembar Penilaian" in text for text in helps) == 7
    assert not [text for text in helps if "kolom bukti" in text.casefold()]
