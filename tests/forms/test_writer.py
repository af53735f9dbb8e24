import io
import zipfile
from datetime import date

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from ipak_cli.forms import writer


def book_with(*texts):
    """Return the bytes of a workbook with one text a row in column A."""
    book = writer.new_workbook("Contoh")
    sheet = book.create_sheet("Lembar")
    for row, text in enumerate(texts, start=1):
        writer.put_text(sheet, row, 1, text)
    return writer.workbook_bytes(book)


def part(data, name="xl/worksheets/sheet1.xml"):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def one_sheet(change):
    """Return a sheet after ``change`` and a round trip through the file."""
    book = writer.new_workbook("Contoh")
    change(book.create_sheet("Lembar"))
    return openpyxl.load_workbook(io.BytesIO(writer.workbook_bytes(book)))["Lembar"]


@pytest.mark.parametrize(
    "text", ["=1+1", "+62 810", "-2", "@SUM(A1)", "\t=1", "\r=1", "=", "=cmd|'/c calc'!A1"]
)
def test_text_that_looks_like_a_formula_stays_text_and_is_marked_as_such(text):
    data = book_with(text)
    assert "<f>" not in part(data)
    cell = openpyxl.load_workbook(io.BytesIO(data))["Lembar"]["A1"]
    assert cell.data_type == "s"
    assert cell.quotePrefix


@pytest.mark.parametrize("text", ["4", "#REF!", "TRUE", "2024-01-01", "NA", "a\nb", "  x ", "👍"])
def test_text_that_looks_like_something_else_comes_back_as_it_was(text):
    rows = CalamineWorkbook.from_filelike(io.BytesIO(book_with(text))).get_sheet_by_index(0).to_python()
    assert rows == [[text]]


def test_a_character_that_xml_cannot_hold_is_shown_as_replaced():
    cell = openpyxl.load_workbook(io.BytesIO(book_with("a\x00b")))["Lembar"]["A1"]
    assert cell.value == "a\N{REPLACEMENT CHARACTER}b"


def test_text_longer_than_a_cell_is_refused_and_not_cut():
    with pytest.raises(ValueError, match="32767 characters"):
        book_with("x" * 32_768)


def test_the_same_content_gives_the_same_bytes_without_a_clock():
    data = book_with("a", "b")
    assert data == book_with("a", "b")
    assert "2024-01-01T00:00:00Z" in part(data, "docProps/core.xml")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_drop_down_offers_its_choices_and_says_what_it_refuses():
    sheet = one_sheet(
        lambda sheet: writer.offer_choices(sheet, "B2:C9", ["ya", "tidak"], "Pilih ya atau tidak.")
    )
    (rule,) = sheet.data_validations.dataValidation
    assert (rule.type, rule.formula1, str(rule.sqref)) == ("list", '"ya,tidak"', "B2:C9")
    assert rule.error == "Pilih ya atau tidak."
    assert rule.showErrorMessage
    assert rule.allowBlank


@pytest.mark.parametrize("choices", [["satu, dua"], ['"satu"'], ["x" * 256]])
def test_choices_that_a_drop_down_cannot_hold_are_refused(choices):
    with pytest.raises(ValueError, match="do not fit a drop-down"):
        one_sheet(lambda sheet: writer.offer_choices(sheet, "A1", choices, "Pilih."))


def test_a_date_check_takes_every_moment_of_the_last_day():
    span = (date(2024, 1, 1), date(2024, 12, 31))
    sheet = one_sheet(lambda sheet: writer.expect_dates(sheet, "A2:A9", span, "Isi tanggal."))
    (rule,) = sheet.data_validations.dataValidation
    assert (rule.type, rule.operator, rule.formula1, rule.formula2) == ("date", "between", "45292", "45658")


def test_open_columns_stay_empty_and_unlocked_while_the_header_is_locked():
    def change(sheet):
        writer.put_header(sheet, 1, 1, "Cap waktu")
        writer.open_columns(sheet, 1, {1: writer.DATE_TIME})
        writer.protect(sheet)

    sheet = one_sheet(change)
    assert sheet.protection.sheet
    assert sheet["A1"].protection.locked
    assert not sheet.column_dimensions["A"].protection.locked
    assert sheet.column_dimensions["A"].number_format == "dd/mm/yyyy hh:mm"
    assert sheet.max_row == 1


def test_a_header_row_is_made_tall_enough_for_its_longest_text():
    def change(sheet):
        writer.put_header(sheet, 1, 1, "pendek")
        writer.put_header(sheet, 1, 2, "kata " * 20)
        writer.set_widths(sheet, [20, 20])
        writer.fit_height(sheet, 1)

    assert one_sheet(change).row_dimensions[1].height == 7 * 15


def test_what_is_frozen_is_printed_on_every_a4_page():
    def change(sheet):
        writer.put_text(sheet, 1, 1, "x")
        writer.freeze(sheet, rows=1, columns=2)
        writer.print_on_a4(sheet, landscape=True, pages_wide=2)

    sheet = one_sheet(change)
    assert sheet.freeze_panes == "C2"
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$B")
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (2, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def rules_of(sheet):
    return sheet.data_validations.dataValidation


def test_numbers_and_dates_are_written_as_such():
    def change(sheet):
        writer.put_value(sheet, 1, 1, 17)
        writer.put_value(sheet, 1, 2, date(2024, 12, 5))

    sheet = one_sheet(change)
    assert sheet["A1"].value == 17
    assert sheet["B1"].value.date() == date(2024, 12, 5)
    assert sheet["B1"].number_format == "dd/mm/yyyy"


def test_cells_of_a_column_are_named_by_their_runs():
    assert writer.cells_in(5, [3, 4, 5, 9, 11, 12]) == "E3:E5 E9 E11:E12"
    assert writer.cells_in(5, [7]) == "E7"


def test_choices_of_any_length_and_sign_are_offered_from_a_named_list():
    choices = ["satu, dua", 'yang "tiga"', "x" * 300]
    book = writer.new_workbook("Contoh")
    sheet, hidden = book.create_sheet("Lembar"), book.create_sheet("_daftar")
    writer.define_list(hidden, 4, choices, "pilihan_1")
    writer.offer_list(sheet, "B2:B4 B9", "pilihan_1", "Pilih dari daftar.")
    again = openpyxl.load_workbook(io.BytesIO(writer.workbook_bytes(book)))
    (rule,) = rules_of(again["Lembar"])
    assert (rule.type, rule.formula1, str(rule.sqref)) == ("list", "pilihan_1", "B2:B4 B9")
    assert again.defined_names["pilihan_1"].attr_text == "'_daftar'!$D$1:$D$3"
    assert [cell.value for (cell,) in again["_daftar"]["D1:D3"]] == choices


def test_whole_numbers_and_formulas_are_checked():
    def change(sheet):
        writer.expect_whole(sheet, "A1", "Isi bilangan bulat.")
        writer.expect_formula(sheet, "B1", 'B1="tetap"', "Isi tetap.")

    whole, formula = rules_of(one_sheet(change))
    assert (whole.type, whole.operator, whole.formula1) == ("whole", "greaterThanOrEqual", "0")
    assert (formula.type, formula.formula1, formula.error) == ("custom", 'B1="tetap"', "Isi tetap.")


def test_a_cell_says_what_it_wants_in_as_many_letters_as_programs_allow():
    prompt = writer.Prompt("Judul yang terlalu panjang untuk sebuah sel", "kata " * 100)
    (rule,) = rules_of(one_sheet(lambda sheet: writer.explain(sheet, "A1", prompt)))
    assert rule.showInputMessage
    assert not rule.showErrorMessage
    assert rule.type is None
    assert rule.promptTitle == "Judul yang terlalu panjang …"
    assert len(rule.prompt) <= 255
    assert rule.prompt.endswith("kata …")


def test_a_single_cell_is_opened_in_a_protected_sheet():
    def change(sheet):
        writer.open_cell(writer.put_text(sheet, 1, 1, "isi"), writer.AS_TEXT)
        writer.put_text(sheet, 1, 2, "kunci")
        writer.protect(sheet)

    sheet = one_sheet(change)
    assert not sheet["A1"].protection.locked
    assert sheet["A1"].number_format == "@"
    assert sheet["B1"].protection.locked


def test_cells_are_shaded_by_the_first_rule_that_holds():
    def change(sheet):
        writer.shade_when(sheet, "A1:A3", "A1=0", "FFC7CE", "9C0006")
        writer.shade_when(sheet, "A1:A3", "TRUE", "E3F2E1")

    (cells,) = one_sheet(change).conditional_formatting
    assert str(cells.sqref) == "A1:A3"
    first, second = cells.rules
    assert (first.formula, first.stopIfTrue, first.priority) == (["A1=0"], True, 1)
    assert first.dxf.fill.bgColor.rgb == "00FFC7CE"
    assert first.dxf.font.color.rgb == "009C0006"
    assert second.priority == 2


def test_a_frame_may_have_a_heavier_line_above():
    def change(sheet):
        writer.frame(writer.put_text(sheet, 1, 1, "a"), "DCE9F7", heavy_top=True)

    border = one_sheet(change)["A1"].border
    assert (border.top.style, border.bottom.style) == ("medium", "thin")
