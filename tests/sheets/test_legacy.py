from __future__ import annotations

import struct
from datetime import datetime
from pathlib import Path

import pytest

from ipak_cli.cells import ErrorCell, PercentCell
from ipak_cli.problems import ProblemsFoundError
from ipak_cli.sheets import legacy
from ipak_cli.sheets.legacy import open_xls
from ipak_cli.sheets.workbook import MergedRange
from makers.xls import (
    DATE,
    OWN_DATE,
    OWN_PERCENT,
    PERCENT,
    XlsSheet,
    boolean,
    container,
    error,
    formula,
    hidden_row,
    merged,
    number,
    record,
    shared,
    stream,
    text,
    xls,
)

FILE = Path("respons.xls")


def first_sheet(records: bytes, **more):
    return open_xls(FILE, xls([XlsSheet("Data", records)], **more)).sheets[0]


def refusal(data: bytes) -> tuple[str, str]:
    with pytest.raises(ProblemsFoundError) as found:
        open_xls(FILE, data)
    (problem,) = found.value.problems
    return problem.code, problem.message


def test_texts_and_numbers_stand_where_the_file_puts_them():
    records = shared(0, 0, 1) + shared(0, 2, 0) + number(2, 0, 4) + number(2, 1, 3.5)
    sheet = first_sheet(records, texts=("Teks é", "U1"))
    assert sheet.head() == [["U1", None, "Teks é"], [None] * 3, [4, 3.5, None]]


def test_several_numbers_in_one_record_are_all_read():
    packed = struct.pack("<HHHiHiH", 0, 1, 15, 4 << 2 | 2, 15, 391 << 2 | 3, 2)
    assert first_sheet(record(0xBD, packed)).head() == [[None, 4, 3.91]]


def test_error_cells_are_error_cells_typed_or_computed():
    records = error(0, 0, 0x17) + formula(0, 1, b"\x02\0\x2a\0\0\0\xff\xff")
    assert first_sheet(records).head() == [[ErrorCell("#REF!"), ErrorCell("#N/A")]]


def test_booleans_stay_booleans():
    assert first_sheet(boolean(0, 0, 1) + boolean(0, 1, 0)).head() == [[True, False]]


def test_formulas_show_their_stored_values():
    records = formula(0, 0, b"\0\0\0\0\0\0\xff\xff") + record(0x207, text("Baik"))
    records += formula(0, 1, struct.pack("<d", 4.0))
    assert first_sheet(records).head() == [["Baik", 4]]


def test_dates_and_percentages_are_known_by_their_formats():
    records = number(0, 0, 45631.25, DATE) + number(0, 1, 45631.5, OWN_DATE)
    records += number(0, 2, 1, PERCENT) + number(0, 3, 0.25, OWN_PERCENT)
    expected = [
        datetime.fromisoformat("2024-12-05T06:00:00"),
        datetime.fromisoformat("2024-12-05T12:00:00"),
        PercentCell(1),
        PercentCell(0.25),
    ]
    assert first_sheet(records).head() == [expected]


def test_days_count_from_1904_when_the_file_says_so():
    sheet = first_sheet(number(0, 0, 44169.5, DATE), epoch_1904=1)
    assert sheet.epoch_1904
    assert sheet.head() == [[datetime.fromisoformat("2024-12-05T12:00:00")]]


def test_hidden_rows_sheets_and_merges_are_told():
    records = number(0, 0, 1) + number(1, 0, 2) + hidden_row(1) + hidden_row(7) + merged(1, 2, 0, 3)
    book = open_xls(FILE, xls([XlsSheet("A", records), XlsSheet("B", records, state=1)]))
    assert [(sheet.name, sheet.hidden) for sheet in book.sheets] == [("A", False), ("B", True)]
    assert book.sheets[0].hidden_rows == (2,)
    assert book.sheets[0].merged == (MergedRange(2, 1, 3, 4),)


def test_a_stray_cell_in_the_last_row_costs_nothing_and_is_told():
    book = open_xls(FILE, xls([XlsSheet("Data", number(0, 0, 1) + number(65_535, 255, 2))]))
    assert [(found.code, found.where.cell) for found in book.problems] == [("F112", "IV65536")]
    (piece,) = book.sheets[0].pieces()
    assert piece.rows.tolist() == [1, 65_536]


def test_a_bare_stream_without_its_container_is_read():
    assert open_xls(FILE, stream([XlsSheet("Data", number(0, 0, 4))])).sheets[0].head() == [[4]]


def test_records_that_no_cell_needs_are_not_interpreted():
    names = record(0x18, b"\xff" * 40)
    assert first_sheet(record(0x5D, b"\xff\xff") + number(0, 0, 4), extra=names).head() == [[4]]


def test_a_password_is_named():
    assert refusal(xls([XlsSheet("Data")], extra=record(0x2F, bytes(6))))[0] == "F106"
    assert refusal(container(b"x", "EncryptedPackage"))[0] == "F106"


def test_another_kind_of_container_is_refused():
    assert refusal(container(b"x", "WordDocument"))[0] == "F108"


@pytest.mark.parametrize(
    "records",
    [
        shared(0, 0, 9),
        number(0, 256, 1),
        number(0, 0, 1, style=99),
        error(0, 0, 0x17)[:-2],
        b"\x03\x02\xff\xff",
    ],
    ids=["no such text", "beyond the grid", "no such style", "cut record", "endless record"],
)
def test_damage_is_one_plain_problem(records, capsys):
    assert refusal(xls([XlsSheet("Data", records)]))[0] == "F108"
    assert capsys.readouterr() == ("", "")


def test_sheets_that_overlap_are_refused():
    twice = stream([XlsSheet("A", number(0, 0, 1)), XlsSheet("B")])
    first = twice.index(record(0x85, b"")[:2])
    second = twice.index(b"\x85\0", first + 2)
    start = twice[first + 4 : first + 8]
    assert refusal(twice[: second + 4] + start + twice[second + 8 :])[0] == "F108"


@pytest.mark.parametrize(
    ("limit", "records"),
    [("MOST_RECORDS", number(0, 0, 1) * 99), ("MOST_PLACES", number(0, 200, 1)), ("MOST_STYLES", b"")],
)
def test_more_than_a_limit_is_refused(limit, records, monkeypatch):
    monkeypatch.setattr(legacy, limit, 9)
    assert refusal(xls([XlsSheet("Data", records)]))[0] == "F109"


def test_a_count_of_texts_that_lies_is_refused():
    data = stream([XlsSheet("Data")], texts=("a",))
    place = data.index(struct.pack("<II", 1, 1))
    assert refusal(data[:place] + struct.pack("<II", 1, 5) + data[place + 8 :])[0] == "F108"
    assert refusal(data[:place] + b"\xff" * 8 + data[place + 8 :])[0] == "F109"


def test_every_cut_of_a_file_is_refused_in_plain_words(capsys):
    data = stream([XlsSheet("Data", shared(0, 0, 0) + number(1, 0, 4))], texts=("a",))
    for end in range(1, len(data) - 3, 41):
        assert refusal(data[:end])[0] == "F108"
        assert refusal(container(data)[: 512 + end])[0] == "F108"
    assert capsys.readouterr() == ("", "")
