"""Workbooks and tables as text read into parts: areas, captions, places, numbers as they are shown."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, time

import openpyxl
import pytest

from ipak_cli.audit.document import Grid, Passage
from ipak_cli.audit.readers.report import read_report
from ipak_cli.audit.readers.workbook import text_of
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.tables.cell import ErrorCell, PercentCell, UncachedFormula
from makers import hostile
from makers.ods import number_cell, ods, row, sheet, text_cell


def xlsx(fill):
    book = openpyxl.Workbook()
    fill(book)
    taken = io.BytesIO()
    book.save(taken)
    return read_report("rekap.xlsx", taken.getvalue()).parts


def rows_at(page, first, *rows):
    for n, texts in enumerate(rows):
        for column, value in enumerate(texts, start=1):
            page.cell(first + n, column, value)


def test_an_area_is_a_table_with_its_caption_sheet_and_cells():
    def fill(book):
        page = book.active
        page.title = "Hasil"
        page["B2"] = "Tabel 3.1 Nilai indeks"
        page["B4"], page["C4"] = "Indeks", "Nilai"
        page["B5"], page["C5"] = "IPAK", 3.9
        page["B7"] = "IPAK bernilai 3,90."

    caption, grid, sentence = xlsx(fill)
    assert (caption.text, caption.place.cell) == ("Tabel 3.1 Nilai indeks", "B2")
    assert grid.rows == (("Indeks", "Nilai"), ("IPAK", "3,9"))
    assert (grid.caption, grid.place.sheet, grid.place.cell) == ("Tabel 3.1 Nilai indeks", "Hasil", "B4")
    assert grid.place.at(2, 2).cell == "C5"
    assert (sentence.text, sentence.place.cell) == ("IPAK bernilai 3,90.", "B7")


def test_a_title_right_above_a_table_and_a_note_right_below_are_no_rows_of_it():
    parts = xlsx(
        lambda book: rows_at(
            book.active,
            1,
            ("Rekap Triwulan IV 2024",),
            ("Indeks", "Nilai"),
            ("IPAK", 3.9),
            ("Sumber: survei",),
        )
    )
    assert [type(part) for part in parts] == [Passage, Grid, Passage]
    assert parts[1].rows == (("Indeks", "Nilai"), ("IPAK", "3,9"))


def test_tables_side_by_side_are_two_and_a_merged_head_holds_columns_together():
    def fill(book):
        page = book.active
        rows_at(page, 1, ("Indeks", "Nilai", None, "Bintang", "Jawaban"), ("IPAK", 3.9, None, 4, 271))
        rows_at(page, 5, ("Butir", "Nilai", None), ("I1", 3.92, None))
        page.merge_cells("B5:C5")

    one, other, merged = xlsx(fill)
    assert (one.rows[1], other.rows[1]) == (("IPAK", "3,9"), ("4", "271"))
    assert (other.place.cell, merged.rows) == ("D1", (("Butir", "Nilai", ""), ("I1", "3,92", "")))


def test_hidden_sheets_and_rows_are_left_out():
    def fill(book):
        rows_at(book.active, 1, ("Indeks", "Nilai"), ("lama", 3.5), ("IPAK", 3.9))
        book.active.row_dimensions[2].hidden = True
        page = book.create_sheet("Arsip")
        page.sheet_state = "hidden"
        rows_at(page, 1, ("Indeks", "Nilai"), ("IPKP", 3.1))

    said = " ".join(
        cell for part in xlsx(fill) if isinstance(part, Grid) for row in part.rows for cell in row
    )
    assert "IPAK 3,9" in said
    assert "lama" not in said
    assert "IPKP" not in said


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3.9, "3,9"),
        (24, "24"),
        (47 / 12, "3,9166666667"),
        (1e-12, "0"),
        (1.5e20, "150000000000000000000"),
        (PercentCell(0.975), "97,5 %"),
        (True, "BENAR"),
        (date(2024, 12, 31), "31 Desember 2024"),
        (datetime(2024, 12, 30, 8, 15, tzinfo=UTC), "30 Desember 2024"),
        (time(8, 15), "08:15:00"),
        (ErrorCell("#REF!"), "#REF!"),
        (UncachedFormula(), ""),
        (None, ""),
        ("  dua\n kata ", "dua kata"),
    ],
    ids=str,
)
def test_a_cell_is_written_as_an_indonesian_sheet_shows_it(value, text):
    assert text_of(value) == text


def test_an_open_document_is_read():
    data = ods(
        sheet(
            "Hasil", row(text_cell("Indeks"), text_cell("Nilai")), row(text_cell("IPAK"), number_cell("3.9"))
        )
    )
    (grid,) = read_report("rekap.ods", data).parts
    assert (grid.rows, grid.place.sheet) == ((("Indeks", "Nilai"), ("IPAK", "3,9")), "Hasil")


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_a_table_as_text_is_parted_by_its_own_sign(sign):
    text = f'Tabel 3.1 Nilai\n\nIndeks{sign}Nilai\r\nIPAK{sign}"3.90"\n'
    caption, grid = read_report("rekap.csv", text.encode("utf-8-sig")).parts
    assert caption.text == "Tabel 3.1 Nilai"
    assert grid.rows == (("Indeks", "Nilai"), ("IPAK", "3.90"))
    assert grid.place.at(2, 2).cell == "B4"


def test_decimal_commas_do_not_part_fields_where_semicolons_do():
    (grid,) = read_report("rekap.csv", b"Indeks;Nilai\nIPAK;3,90\nIPKP;3,73\n").parts
    assert grid.rows[1:] == (("IPAK", "3,90"), ("IPKP", "3,73"))


def test_more_fields_than_a_report_has_are_refused():
    with pytest.raises(ProblemsFoundError) as raised:
        read_report("rekap.csv", b"1;2\n" * 100_001)
    assert [each.code for each in raised.value.problems] == ["A184"]


def test_a_field_without_an_end_is_refused():
    with pytest.raises(ProblemsFoundError) as raised:
        read_report("rekap.csv", b'a;"' + b"x" * 200_000)
    assert [each.code for each in raised.value.problems] == ["A183"]


def test_a_workbook_beyond_the_limit_of_cells_is_refused():
    cells = "".join(
        hostile.row(n, *(f"{n * 7919 % 9973 + column}" for column in range(25))) for n in range(1, 8_100)
    )
    with pytest.raises(ProblemsFoundError) as raised:
        read_report("rekap.xlsx", hostile.book(cells))
    assert [each.code for each in raised.value.problems] == ["A184"]
