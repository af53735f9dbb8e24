from __future__ import annotations

import io
import struct
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from ipak_cli.base.problem import Problem, ProblemsFoundError
from ipak_cli.catalogue import files as phrases
from ipak_cli.tables import xlsb as module
from ipak_cli.tables.cell import ErrorCell, PercentCell
from ipak_cli.tables.workbook import MergedRange
from ipak_cli.tables.xlsb import open_xlsb
from makers.hostile import pack
from makers.xlsb import (
    DATE,
    OWN_DATE,
    OWN_PERCENT,
    PERCENT,
    XlsbSheet,
    cell,
    merged,
    real,
    record,
    row,
    shared,
    text,
    whole,
    xlsb,
)

FILE = Path("respons.xlsb")


def first_sheet(rows: bytes, **more):
    return open_xlsb(FILE, xlsb([XlsbSheet("Data", rows)], **more)).sheets[0]


def refusal(data: bytes) -> Problem:
    with pytest.raises(ProblemsFoundError) as found:
        open_xlsb(FILE, data)
    (problem,) = found.value.problems
    return problem


def test_texts_and_numbers_stand_where_the_file_puts_them():
    rows = row(0) + shared(0, 1) + shared(2, 0) + row(2) + whole(0, 4) + real(1, 3.5)
    assert first_sheet(rows, texts=("U2", "U1")).head() == [["U1", None, "U2"], [None] * 3, [4, 3.5, None]]


def test_every_kind_of_number_is_exact():
    hundredths = cell(2, 0, struct.pack("<i", 391 << 2 | 3))
    head_of_double = cell(2, 1, struct.pack("<i", 0x3FF80000))
    negative = cell(2, 2, struct.pack("<i", -1 << 2 | 2))
    assert first_sheet(row(0) + hundredths + head_of_double + negative).head() == [[3.91, 1.5, -1]]


def test_error_cells_are_error_cells_typed_or_computed():
    rows = row(0) + cell(3, 0, b"\x17") + cell(11, 1, b"\x2a\0\0") + cell(3, 2, b"\x77")
    assert first_sheet(rows).head() == [[ErrorCell("#REF!"), ErrorCell("#N/A"), ErrorCell("#ERROR!")]]


def test_formulas_show_their_stored_values():
    rows = row(0) + cell(8, 0, text("Baik") + bytes(10)) + cell(9, 1, struct.pack("<d", 4.0) + bytes(10))
    rows += cell(10, 2, b"\x01" + bytes(10))
    assert first_sheet(rows).head() == [["Baik", 4, True]]


def test_dates_and_percentages_are_known_by_their_formats():
    rows = row(0) + real(0, 45631, DATE) + real(1, 45631.5, OWN_DATE) + real(2, 1, PERCENT)
    rows += real(3, 0.25, OWN_PERCENT)
    expected = [
        date(2024, 12, 5),
        datetime.fromisoformat("2024-12-05T12:00:00"),
        PercentCell(1),
        PercentCell(0.25),
    ]
    assert first_sheet(rows).head() == [expected]


def test_days_count_from_1904_when_the_file_says_so():
    sheet = first_sheet(row(0) + real(0, 44169, DATE), epoch_1904=True)
    assert sheet.epoch_1904
    assert sheet.head() == [[date(2024, 12, 5)]]


def test_infinity_is_an_error_cell():
    assert first_sheet(row(0) + real(0, float("inf"))).head() == [[ErrorCell("#NUM!")]]


def test_inline_rich_and_short_texts_are_read():
    rows = row(0) + cell(6, 0, text("biasa")) + cell(62, 1, b"\0" + text("tebal"))
    rows += record(17, bytes(4) + text("pendek"))
    assert first_sheet(rows).head() == [["biasa", "tebal", "pendek"]]


def test_hidden_rows_sheets_and_merges_are_told():
    rows = row(0) + whole(0, 1) + row(1, hidden=True) + whole(0, 2) + row(2, hidden=True)
    book = open_xlsb(FILE, xlsb([XlsbSheet("A", rows, merged(1, 2, 0, 3)), XlsbSheet("B", rows, state=2)]))
    assert [(sheet.name, sheet.hidden) for sheet in book.sheets] == [("A", False), ("B", True)]
    assert book.sheets[0].hidden_rows == (2,)
    assert book.sheets[0].merged == (MergedRange(2, 1, 3, 4),)


def test_calamine_reads_the_same_values_from_the_same_file():
    rows = row(0) + shared(0, 0) + row(1) + whole(0, 4) + real(1, 2.5) + cell(4, 2, b"\x01")
    data = xlsb([XlsbSheet("Data", rows)], texts=("Teks é",))
    expected = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    found = open_xlsb(FILE, data).sheets[0].head()
    assert [[value or "" for value in cells] for cells in found] == expected


def test_a_stray_cell_in_the_last_row_costs_nothing_and_is_told():
    book = open_xlsb(
        FILE, xlsb([XlsbSheet("Data", row(0) + whole(0, 1) + row(1_048_575) + whole(16_383, 2))])
    )
    assert [(found.code, found.where.cell) for found in book.problems] == [("F112", "XFD1048576")]
    (piece,) = book.sheets[0].pieces()
    assert piece.rows.tolist() == [1, 1_048_576]
    assert list(piece.columns) == [1, 16_384]


@pytest.mark.parametrize("rows", [row(1_048_576) + whole(0, 1), row(0) + whole(16_384, 1), whole(0, 1)])
def test_a_cell_beyond_the_grid_is_refused(rows):
    assert refusal(xlsb([XlsbSheet("Data", rows)])).code == "F113"


def test_a_cell_that_stands_twice_is_refused():
    assert refusal(xlsb([XlsbSheet("Data", row(0) + whole(0, 1) + whole(0, 2))])).code == "F114"


def test_cells_all_over_the_grid_are_refused():
    rows = b"".join(row(number) + whole(number, 1) for number in range(5000))
    problem = refusal(xlsb([XlsbSheet("Data", rows)]))
    assert (problem.code, problem.values["cells"]) == ("F117", 5000)


def test_too_many_records_are_refused(monkeypatch):
    monkeypatch.setattr(module, "MOST_RECORDS", 50)
    problem = refusal(xlsb([XlsbSheet("Data", row(0) * 60)]))
    assert problem.code == "F109"
    assert problem.values == {"what": phrases.NUMBER_OF_RECORDS(), "limit": "50"}


@pytest.mark.parametrize(
    "rows",
    [
        row(0) + shared(0, 7),
        row(0) + real(0, 1, style=9),
        row(0) + cell(6, 0, struct.pack("<I", 0x7FFFFFFF)),
        row(0) + record(2, b"\0"),
        b"\x00\xff\xff\xff\x7f",
        b"\x05",
        row(0)[:-3],
    ],
    ids=["no such text", "no such style", "endless text", "short cell", "endless record", "cut", "cut row"],
)
def test_damage_is_one_plain_problem(rows):
    assert refusal(xlsb([XlsbSheet("Data", rows)])).code in {"F108", "F113"}


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.bin", "xl/_rels/workbook.bin.rels"])
def test_a_missing_part_is_damage(part):
    whole_file = zipfile.ZipFile(io.BytesIO(xlsb([XlsbSheet("Data", row(0) + whole(0, 4))])))
    others = {name: whole_file.read(name) for name in whole_file.namelist() if name != part}
    assert refusal(pack(others)).code == "F108"


def test_a_workbook_without_sheets_is_refused():
    assert refusal(xlsb([])).code == "F115"


def test_an_encoding_that_no_program_writes_is_damage():
    data = xlsb([XlsbSheet("Data")], rels_head='<?xml version="1.0" encoding="shift_jis"?>')
    assert refusal(data).code == "F108"


def test_a_dtd_is_refused():
    assert refusal(xlsb([XlsbSheet("Data")], rels_head="<!DOCTYPE a []>")).code == "F110"


def test_every_cut_of_a_file_is_refused_in_plain_words():
    data = xlsb([XlsbSheet("Data", row(0) + shared(0, 0))], texts=("a",))
    for end in range(1, len(data), 97):
        assert refusal(data[:end]).code == "F108"


def test_what_begins_within_each_other_has_a_limit():
    rows = row(0) + whole(0, 4)
    assert first_sheet(rows + record(129) * 60 + record(130) * 60).head() == [[4]]
    assert refusal(xlsb([XlsbSheet("Data", rows + record(129) * 100 + record(130) * 100)])).code == "F108"


def test_one_part_is_not_read_as_several_sheets():
    parts = zipfile.ZipFile(io.BytesIO(xlsb([XlsbSheet("A"), XlsbSheet("B")])))
    content = {name: parts.read(name) for name in parts.namelist()}
    (links,) = (name for name in content if name.endswith("workbook.bin.rels"))
    content[links] = content[links].replace(b"sheet2.bin", b"sheet1.bin")
    assert refusal(pack(content)).values["reason"] == phrases.SHEETS_OF_ONE_PART(sheet="B", other="A")
