from __future__ import annotations

import re
from datetime import date, datetime
from itertools import chain

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.tables import sparse as grid
from ipak_cli.tables.cell import ErrorCell, PercentCell, UncachedFormula, column_letters
from ipak_cli.tables.open import open_any
from ipak_cli.tables.workbook import MergedRange
from makers.hostile import MAIN, book, pack, parts, row, texts, worksheet


def opened(tmp_path, data, name="respons.xlsx"):
    path = tmp_path / name
    path.write_bytes(data)
    return open_any(path)


def cells(sheet):
    """Every cell that holds something, by row and column."""
    return dict(chain.from_iterable(piece.cells() for piece in sheet.pieces()))


def read_all(tmp_path, data, name):
    return [list(sheet.pieces()) for sheet in opened(tmp_path, data, name).sheets]


def refused(tmp_path, data, name="respons.xlsx"):
    with pytest.raises(ProblemsFoundError) as caught:
        read_all(tmp_path, data, name)
    (found,) = caught.value.problems
    return found


def test_plain_rows_keep_their_addresses_when_the_first_rows_and_columns_are_empty(tmp_path):
    (sheet,) = opened(tmp_path, book(row(3, "", "", "Nama", "4"))).sheets
    assert cells(sheet) == {(3, 3): "Nama", (3, 4): 4}
    assert sheet.head() == [[None] * 4, [None] * 4, [None, None, "Nama", 4]]


def test_an_error_cell_is_an_error_and_not_a_blank(tmp_path):
    xml = '<row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1"><v>4</v></c></row>' + row(2, "3")
    (sheet,) = opened(tmp_path, book(xml)).sheets
    assert cells(sheet) == {(1, 1): ErrorCell("#REF!"), (1, 2): 4, (2, 1): 3}


@pytest.mark.parametrize("error", ["#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#GETTING_DATA"])
def test_errors_that_calamine_refuses_are_error_cells_too(tmp_path, error):
    xml = row(1, "Nama") + f'<row r="2"><c r="A2" t="e"><v>{error}</v></c></row>' + row(3, "4")
    (sheet,) = opened(tmp_path, book(xml)).sheets
    assert cells(sheet) == {(1, 1): "Nama", (2, 1): ErrorCell(error), (3, 1): 4}


def test_marks_in_single_quotes_are_seen(tmp_path):
    xml = "<row r='1'><c r='A1' t='e'><v>#N/A</v></c><c r='B1' t='b'><v>1</v></c></row>"
    (sheet,) = opened(tmp_path, book(xml)).sheets
    assert cells(sheet) == {(1, 1): ErrorCell("#N/A"), (1, 2): True}


def test_a_formula_without_a_value_is_told_from_one_with_a_value(tmp_path):
    xml = (
        '<row r="1"><c r="A1"><f>1+3</f></c><c r="B1"><f>1+3</f><v>4</v></c><c r="C1"><f>A1</f><v></v></c>'
        '<c r="D1" t="str"><f>""</f><v></v></c></row>'
    )
    (sheet,) = opened(tmp_path, book(xml)).sheets
    assert cells(sheet) == {(1, 1): UncachedFormula(), (1, 2): 4, (1, 3): UncachedFormula()}


def test_numbers_shown_as_percent_are_percent_cells(tmp_path):
    xml = (
        '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="3"><v>0.5</v></c>'
        '<c r="C1" s="0"><v>4</v></c></row>'
    )
    (sheet,) = opened(tmp_path, book(xml)).sheets
    assert cells(sheet) == {(1, 1): PercentCell(1.0), (1, 2): PercentCell(0.5), (1, 3): 4}


@pytest.mark.parametrize(("date1904", "serial"), [(0, 45_600.5), (1, 44_138.5)])
def test_dates_count_from_the_workbooks_own_epoch(tmp_path, date1904, serial):
    plain = f'<row r="1"><c r="A1" s="2"><v>{serial}</v></c><c r="B1" s="4"><v>{int(serial)}</v></c></row>'
    odd = plain.replace('r="1"', 'r="2" hidden="1"').replace("A1", "A2").replace("B1", "B2")
    (sheet,) = opened(tmp_path, pack(parts({"S": worksheet(plain + odd)}, date1904=date1904))).sheets
    found = cells(sheet)
    assert {found[1, 1], found[2, 1]} == {datetime(2024, 11, 4, 12)}  # noqa: DTZ001  a cell's time has no zone
    assert {str(found[1, 2])[:10], str(found[2, 2])[:10]} == {str(date(2024, 11, 4))}


def test_hidden_rows_merges_and_hidden_sheets_are_reported(tmp_path):
    xml = worksheet(
        row(1, "Nama")
        + row(2, "4").replace("<row ", '<row hidden="1" ')
        + row(3, "3").replace('r="3">', 'r="3" hidden="true">'),
        after='<mergeCells count="1"><mergeCell ref="B2:C3"/></mergeCells>',
    )
    book = opened(
        tmp_path, pack(parts({"A": xml, "B": xml, "C": xml}, states={"A": "hidden", "B": "veryHidden"}))
    )
    assert [(sheet.name, sheet.hidden) for sheet in book.sheets] == [("A", True), ("B", True), ("C", False)]
    assert book.sheets[2].hidden_rows == (2, 3)
    assert book.sheets[2].merged == (MergedRange(2, 2, 3, 3),)
    assert cells(book.sheets[2]) == {(1, 1): "Nama", (2, 1): 4, (3, 1): 3}


def test_text_that_other_readers_take_for_nothing_stays_text(tmp_path):
    (sheet,) = opened(tmp_path, book(row(1, "NA", "None", "null", "#N/A bukan galat"))).sheets
    assert list(cells(sheet).values()) == ["NA", "None", "null", "#N/A bukan galat"]


@pytest.mark.parametrize("value", ["abc", "1e999", "inf", "NaN", "1-2", "4,5"])
def test_what_is_no_number_in_a_numeric_cell_stays_text(tmp_path, value):
    (sheet,) = opened(tmp_path, book(f'<row r="1"><c r="A1"><v>{value}</v></c></row>')).sheets
    assert cells(sheet) == {(1, 1): value}


def test_truth_values_are_bool(tmp_path):
    xml = (
        '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c></row>'
        '<row r="2"><c r="A2" t="b"><v>true</v></c></row>'
    )
    (sheet,) = opened(tmp_path, book(xml)).sheets
    assert cells(sheet) == {(1, 1): True, (1, 2): False, (2, 1): True}


def test_a_lying_dimension_loses_no_row(tmp_path):
    rows = "".join(row(number, "4") for number in range(1, 101))
    (sheet,) = opened(tmp_path, book(rows, before='<dimension ref="A1:A2"/>')).sheets
    assert len(cells(sheet)) == 100


@pytest.mark.parametrize(
    ("far", "place"), [("A1048576", (1_048_576, 1)), ("XFD1048576", (1_048_576, 16_384))]
)
def test_a_stray_cell_far_below_is_read_and_reported(tmp_path, far, place):
    xml = row(1, "Nama") + row(2, "4") + f'<row r="1048576"><c r="{far}"><v>7</v></c></row>'
    book_ = opened(tmp_path, book(xml))
    assert cells(book_.sheets[0]) == {(1, 1): "Nama", (2, 1): 4, place: 7}
    (found,) = book_.problems
    assert (found.code, found.where.cell) == ("F112", far)


def test_a_stray_cell_far_to_the_right_is_read_and_reported(tmp_path):
    xml = '<row r="1"><c r="A1"><v>4</v></c><c r="XFD1"><v>7</v></c></row>' + row(2, "3", "2")
    book_ = opened(tmp_path, book(xml))
    assert cells(book_.sheets[0]) == {(1, 1): 4, (1, 16_384): 7, (2, 1): 3, (2, 2): 2}
    assert [(found.code, found.where.cell) for found in book_.problems] == [("F112", "XFD1")]


def test_rows_out_of_order_and_without_numbers_are_put_where_they_belong(tmp_path):
    (sheet,) = opened(tmp_path, book(row(5, "c") + row(2, "a"))).sheets
    assert cells(sheet) == {(5, 1): "c", (2, 1): "a"}
    (sheet,) = opened(
        tmp_path, book('<row><c><v>1</v></c><c><v>2</v></c></row><row><c r="B2"><v>3</v></c></row>')
    ).sheets
    assert cells(sheet) == {(1, 1): 1, (1, 2): 2, (2, 2): 3}


def test_a_row_without_a_number_follows_the_plain_row_before_it(tmp_path):
    xml = row(5, "4") + "<row><c><v>3</v></c></row>" + row(8, "2") + "<row><c><v>1</v></c></row>"
    (sheet,) = opened(tmp_path, book(xml)).sheets
    assert cells(sheet) == {(5, 1): 4, (6, 1): 3, (8, 1): 2, (9, 1): 1}


def test_prefixed_names_are_read(tmp_path):
    xml = (
        f"<x:worksheet {MAIN.replace('xmlns', 'xmlns:x')}>"
        '<x:sheetData><x:row r="1"><x:c r="A1"><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    (sheet,) = opened(tmp_path, pack(parts({"S": xml}))).sheets
    assert cells(sheet) == {(1, 1): 4}


def test_rows_inside_a_comment_do_not_exist(tmp_path):
    (sheet,) = opened(tmp_path, book(row(1, "4") + "<!--" + row(2, "3") + "-->" + row(3, "2"))).sheets
    assert cells(sheet) == {(1, 1): 4, (3, 1): 2}


def test_shared_texts_are_read_whatever_their_table_claims(tmp_path):
    xml = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    content = parts({"S": worksheet(xml)})
    content["xl/sharedStrings.xml"] = texts(
        "Nama", "Bintang 4", head='count="999999999999" uniqueCount="4294967295"'
    )
    (sheet,) = opened(tmp_path, pack(content)).sheets
    assert cells(sheet) == {(1, 1): "Nama", (1, 2): "Bintang 4"}


def test_a_shared_text_beyond_the_table_is_a_problem(tmp_path):
    found = refused(tmp_path, book('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'))
    assert found.code == "F108"


@pytest.mark.parametrize("place", ["A1048577", "XFE1", "AAAA1", "A99999999999", "A4294967297"])
def test_cells_beyond_the_grid_are_refused(tmp_path, place):
    number = place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    found = refused(tmp_path, book(f'<row r="{number}"><c r="{place}"><v>4</v></c></row>'))
    assert found.code == "F113"


def test_a_cell_written_in_two_rows_is_refused(tmp_path):
    found = refused(tmp_path, book(row(1, "4") + row(1, "3")))
    assert (found.code, found.where.cell) == ("F114", "A1")


def test_chart_sheets_are_no_worksheets(tmp_path):
    found = refused(tmp_path, pack(parts({"Grafik": "<chartsheet/>"}, kind="chartsheet")))
    assert found.code == "F115"


@pytest.mark.parametrize(
    "part",
    [
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "_rels/.rels",
        "[Content_Types].xml",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_dtd_in_any_part_that_is_read_is_refused(tmp_path, part, encoding):
    content = parts({"S": worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')})
    content[part] = ('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>' + content[part]).encode(encoding)
    assert refused(tmp_path, pack(content)).code == "F110"


def test_unusual_and_plain_rows_give_the_same_values(tmp_path):
    plain = "".join(row(number, "Nama", str(number), "", "4.5") for number in range(1, 300))
    odd = plain.replace("<row ", "<row\n")
    (one,), (other,) = (opened(tmp_path, book(rows)).sheets for rows in (plain, odd))
    assert cells(one) == cells(other)
    assert one.head(7) == other.head(7)


def test_plain_rows_among_unusual_ones_stay_in_order(tmp_path):
    rows = "".join(
        row(number, str(number))
        if number % 3
        else f'<row r="{number}" hidden="1"><c r="C{number}"><v>{number}</v></c></row>'
        for number in range(1, 100)
    )
    (sheet,) = opened(tmp_path, book(rows)).sheets
    assert cells(sheet) == {(number, 1 if number % 3 else 3): number for number in range(1, 100)}
    assert [row for piece in sheet.pieces(10) for row in piece.rows.tolist()] == list(range(1, 100))


def test_odd_rows_that_hold_a_cell_in_another_column_each_are_refused_as_scattered(tmp_path):
    rows = "".join(f'<row r="{n}"><c  r="{column_letters(n)}{n}"><v>1</v></c></row>' for n in range(1, 2_000))
    assert refused(tmp_path, book(rows)).code == "F117"


def test_a_plain_cell_far_to_the_right_is_reported_as_any_other(tmp_path):
    workbook = opened(tmp_path, book(row(1, "Nama", "4") + '<row r="2"><c r="ZZ2"><v>1</v></c></row>'))
    assert [(found.code, found.where.cell) for found in workbook.problems] == [("F112", "ZZ2")]


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("customXml/item1.xml", '<?xml version="1.0" encoding="utf-16"?><a>AAAA</a>'.encode("utf-16")),
        ("customXml/item1.xml", b"<a><b></a>"),
        ("docProps/app.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        ("xl/media/image1.bmp", bytes(20_000_000)),
        ("xl/drawings/vmlDrawing1.vml", b"<xml><br></xml>" + b" " * 5_000_000),
    ],
)  # fmt: skip
def test_a_part_that_nobody_reads_does_not_matter(tmp_path, part, content):
    (sheet,) = opened(tmp_path, pack(parts({"S": worksheet(row(1, "Nama", "4"))}) | {part: content})).sheets
    assert cells(sheet) == {(1, 1): "Nama", (1, 2): 4}


@pytest.mark.parametrize(
    "part",
    [
        *("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"),
        *("xl/_rels/workbook.xml.rels", "_rels/.rels", "[Content_Types].xml"),
    ],
)
def test_a_part_that_is_read_is_refused_when_it_packs_as_only_a_bomb_does(tmp_path, part):
    content = parts({"S": worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')})
    content[part] += " " * 5_000_000
    assert refused(tmp_path, pack(content)).code == "F109"


def changed(search, replacement):
    """Return how a sheet of plain rows is written otherwise."""
    return lambda sheet: re.sub(search, replacement, sheet)


@pytest.mark.parametrize(
    "otherwise",
    [
        changed(r'(<c r="B\d+">)', r"\1<f>A1+1</f>"),
        changed(r'(<c r="B\d+">)', r'\1<f t="shared" si="0"/>'),
        changed('<row r="7"', '<!-- <row r="9"/> --><row r="7"'),
        changed('<row r="7"', '<?mso-application progid="Excel.Sheet"?><row r="7"'),
        changed(r'<row r="(\d*[13579])"', r'<row r="\1" hidden="1"'),
        changed("</c>", "</c>\n  "),
        changed(r"<v>(\d+)</v>", r"<v><![CDATA[\1]]></v>"),
        changed(r' r="[A-Z]*\d+"', ""),
        changed(r"<(/?)(?=\w)", r"<\1x:"),
        changed("<row ", "<row\n"),
        changed(r'r="B(\d+)"', r"s='0' r='B\1'"),
        changed(
            '<row r="7"', '<extLst><ext><row r="7"><c r="A7"><v>9</v></c></row></ext></extLst><row r="7"'
        ),
    ],
)
def test_rows_have_the_same_cells_however_they_are_written_and_however_many_they_are(
    tmp_path, otherwise, monkeypatch
):
    monkeypatch.setattr(grid, "TOGETHER", 50)
    plain = worksheet("".join(row(number, "Nama", str(number), "4.5") for number in range(1, 301)))
    other = otherwise(plain).replace("<x:worksheet xmlns", "<x:worksheet xmlns:x")
    assert other != plain
    (one,), (another,) = (opened(tmp_path, pack(parts({"S": sheet}))).sheets for sheet in (plain, other))
    assert cells(one) == cells(another)
    assert len(cells(one)) == 900


def test_a_moment_keeps_the_zone_that_its_cell_is_written_with(tmp_path):
    written = (
        "2024-07-01T08:30:00Z",
        "2024-07-01T15:30:00+07:00",
        "2024-07-01T08:30:00",
        "2024-07-01T08:30:00Z",
    )
    plain = "".join(
        f'<row r="{number}"><c r="A{number}" t="d"><v>{value}</v></c></row>'
        for number, value in enumerate(written, start=1)
    )
    for rows in (plain, plain.replace("<row ", "<row\n")):
        (sheet,) = opened(tmp_path, book(rows)).sheets
        assert [str(cell) for _, cell in sorted(cells(sheet).items())] == [
            *("2024-07-01 08:30:00+00:00", "2024-07-01 15:30:00+07:00"),
            *("2024-07-01 08:30:00", "2024-07-01 08:30:00+00:00"),
        ]


def test_texts_written_in_place_keep_their_spaces_where_the_sheet_says_so(tmp_path):
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t> Ya </t></is></c></row>'
    sheet = worksheet(rows).replace("<worksheet ", '<worksheet xml:space="preserve" ')
    assert cells(opened(tmp_path, pack(parts({"S": sheet}))).sheets[0]) == {(1, 1): " Ya "}
    assert cells(opened(tmp_path, book(rows)).sheets[0]) == {(1, 1): "Ya"}


def test_a_sheet_that_is_none_is_damage(tmp_path):
    sheet = worksheet(row(1, "4")).replace(MAIN, 'xmlns="other"')
    assert refused(tmp_path, pack(parts({"S": sheet}))).code == "F108"
