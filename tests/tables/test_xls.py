from __future__ import annotations

import io
import struct
from datetime import datetime
from pathlib import Path

import pytest
import python_calamine

from ipak_cli.base.problem import Problem, ProblemsFoundError
from ipak_cli.tables import xls as legacy
from ipak_cli.tables.cell import ErrorCell, PercentCell
from ipak_cli.tables.workbook import MergedRange
from ipak_cli.tables.xls import open_xls
from makers.ole import Made
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


def refusal(data: bytes) -> Problem:
    with pytest.raises(ProblemsFoundError) as found:
        open_xls(FILE, data)
    (problem,) = found.value.problems
    return problem


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
    assert refusal(xls([XlsSheet("Data")], extra=record(0x2F, bytes(6)))).code == "F106"
    assert refusal(container(b"x", "EncryptedPackage")).code == "F106"


def test_another_kind_of_container_is_refused():
    assert refusal(container(b"x", "WordDocument")).code == "F107"


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
    assert refusal(xls([XlsSheet("Data", records)])).code == "F108"
    assert capsys.readouterr() == ("", "")


def test_sheets_that_overlap_are_refused():
    twice = stream([XlsSheet("A", number(0, 0, 1)), XlsSheet("B")])
    first = twice.index(record(0x85, b"")[:2])
    second = twice.index(b"\x85\0", first + 2)
    start = twice[first + 4 : first + 8]
    assert refusal(twice[: second + 4] + start + twice[second + 8 :]).code == "F108"


@pytest.mark.parametrize(
    ("limit", "records"),
    [("MOST_RECORDS", number(0, 0, 1) * 99), ("MOST_PLACES", number(0, 200, 1)), ("MOST_STYLES", b"")],
)
def test_more_than_a_limit_is_refused(limit, records, monkeypatch):
    monkeypatch.setattr(legacy, limit, 9)
    assert refusal(xls([XlsSheet("Data", records)])).code == "F109"


def as_calamine(data: bytes) -> list[list[object]]:
    return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()


@pytest.mark.parametrize("counted", [0, 1, 2, 3, 70_000, 2**31 - 1, 2**32 - 1])
def test_the_texts_are_as_many_as_the_cells_name_whatever_the_file_says(counted):
    cells = shared(0, 0, 1) + shared(1, 0, 0)
    data = stream([XlsSheet("Data", cells)], texts=("Budi", "Nama"))
    place = data.index(struct.pack("<II", 2, 2)) + 4
    data = container(data[:place] + struct.pack("<I", counted) + data[place + 4 :])
    assert open_xls(FILE, data).sheets[0].head() == [["Nama"], ["Budi"]]


def test_texts_that_go_on_in_another_record_are_counted_too():
    long, short = "Sangat baik " * 400, "Baik"
    plain = stream([XlsSheet("Data", shared(0, 0, 0) + shared(0, 1, 1))], texts=(long, short))
    start = plain.index(struct.pack("<H", 0xFC) + struct.pack("<H", 8 + 6 + 2 * len(long + short)))
    body = plain[start + 4 : start + 4 + 14 + 2 * len(long + short)]
    cut = 8 + 3 + 2 * 2_000
    parts = record(0xFC, struct.pack("<II", 2, 0) + body[8:cut]) + record(0x3C, b"\x01" + body[cut:])
    grown = len(parts) - 4 - len(body)
    at = plain.index(struct.pack("<H", 0x85)) + 4
    moved = struct.pack("<I", struct.unpack_from("<I", plain, at)[0] + grown)
    data = plain[:at] + moved + plain[at + 4 : start] + parts + plain[start + 4 + len(body) :]
    assert open_xls(FILE, container(data)).sheets[0].head() == [[long, short]]
    assert as_calamine(container(data)) == [[long, short]]


@pytest.mark.parametrize("name", ["WORKBOOK", "workbook", "Book", "BOOK"])
def test_the_stream_is_found_in_any_case(name):
    data = container(stream([XlsSheet("Data", number(0, 0, 4))]), name)
    assert open_xls(FILE, data).sheets[0].head() == [[4]]


def in_container(content: bytes) -> Made:
    made = Made()
    made.add_stream("Workbook", content)
    made.add_stream("Kecil", b"kecil" * 20)
    made.close_small()
    return made


def long_book() -> bytes:
    return stream([XlsSheet("Data", b"".join(number(row, 0, row) for row in range(400)))])


def test_a_chain_that_runs_on_is_read_as_calamine_reads_it():
    made = in_container(long_book())
    made.table[made.entries[0].start] = made.entries[1].start
    data = made.written()
    assert open_xls(FILE, data).sheets[0].head(400) == as_calamine(data)


def test_a_last_sector_that_is_not_filled_up_is_read():
    made = Made()
    directory = long_book()
    made.add_stream("Workbook", directory)
    assert len(open_xls(FILE, made.written()[:-400]).sheets[0].head()) == 60


@pytest.mark.parametrize("kept", [0, 1, 4_096, -5, -4, -1])
def test_a_stream_that_ends_before_its_records_do_is_refused(kept):
    content = long_book()
    made = in_container(content)
    made.entries[1].size = kept if kept >= 0 else len(content) + kept
    assert refusal(made.written()).code == "F108"


def test_a_stream_said_to_be_longer_than_it_is_is_read():
    made = in_container(long_book())
    made.entries[1].size = 2**31
    assert len(open_xls(FILE, made.written()).sheets[0].head()) == 60


def test_a_short_workbook_among_the_small_streams_is_read():
    made = Made()
    made.add_stream("Workbook", stream([XlsSheet("Data", number(0, 0, 4))]))
    made.close_small()
    assert open_xls(FILE, made.written()).sheets[0].head() == [[4]]
    assert as_calamine(made.written()) == [[4]]


@pytest.mark.parametrize(("state", "hidden"), [(0, False), (1, True), (2, True), (0x40, False), (0x41, True)])
def test_a_sheet_is_hidden_by_two_bits_of_its_state(state, hidden):
    book = open_xls(FILE, xls([XlsSheet("A", number(0, 0, 1), state)]))
    assert [sheet.hidden for sheet in book.sheets] == [hidden]


def test_where_a_module_of_macros_stands_is_not_asked():
    module_ = record(0x85, struct.pack("<IBB", 0, 0, 6) + b"\x01\0M")
    assert first_sheet(number(0, 0, 4), extra=module_).head() == [[4]]


def label(row: int, column: int, value: bytes) -> bytes:
    return record(0x204, struct.pack("<HHHH", row, column, 0, len(value)) + value)


ALONE = label(0, 0, b"Nama") + label(0, 1, b"U1") + label(1, 0, b"Budi") + number(1, 1, 4, style=0)


@pytest.mark.parametrize("version", [0, 0x500])
def test_a_sheet_that_stands_alone_as_scripts_write_it_is_read(version):
    data = record(0x809, struct.pack("<4H", version, 0x10, 0, 0)) + ALONE + record(0x0A)
    (sheet,) = open_xls(FILE, data).sheets
    assert sheet.head() == [["Nama", "U1"], ["Budi", 4]]
    assert refusal(data[:-4]).code == "F108"


@pytest.mark.parametrize(
    "start",
    [
        record(0x009, struct.pack("<HH", 2, 0x10)),
        record(0x209, struct.pack("<HHH", 0, 0x10, 0)),
        record(0x409, struct.pack("<HHH", 0, 0x100, 0)),
        record(0x809, struct.pack("<4H", 0x200, 0x10, 0, 0)),
    ],
    ids=["Excel 2", "Excel 3", "a workspace of Excel 4", "Excel 2 by its version"],
)
def test_excel_before_version_5_is_named(start):
    assert refusal(start + record(0x0A)).code == "F165"
    assert refusal(container(start + record(0x0A), "Book")).code == "F165"


def test_a_workbook_without_styles_shows_plain_numbers():
    full = stream([XlsSheet("Data", number(0, 0, 4, style=0))])
    kept, place = [], 0
    while place < len(full):
        kind, size = struct.unpack_from("<HH", full, place)
        kept += [full[place : place + 4 + size]] if kind != 0xE0 else []
        place += 4 + size
    data = b"".join(kept)
    at = data.index(struct.pack("<H", 0x85)) + 4
    start = data.rindex(struct.pack("<HH", 0x809, 16))
    assert open_xls(FILE, data[:at] + struct.pack("<I", start) + data[at + 4 :]).sheets[0].head() == [[4]]


def test_every_cut_of_a_file_is_refused_in_plain_words(capsys):
    data = stream([XlsSheet("Data", shared(0, 0, 0) + number(1, 0, 4))], texts=("a",))
    for end in range(1, len(data) - 3, 41):
        assert refusal(data[:end]).code == "F108"
        assert refusal(container(data)[: 512 + end]).code == "F108"
    assert capsys.readouterr() == ("", "")
