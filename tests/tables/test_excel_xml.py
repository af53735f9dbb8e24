from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.tables import excel_xml
from ipak_cli.tables.cell import ErrorCell, PercentCell, UncachedFormula
from ipak_cli.tables.excel_xml import open_excel_xml
from ipak_cli.tables.workbook import MergedRange

FILE = Path("respons.xls")
SPACES = (
    'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
)
STYLES = (
    '<Styles><Style ss:ID="p"><Display ss:Format="0%"/></Style><Style ss:ID="q">'
    '<Display ss:Format="Percent"/></Style>'
    '<Style ss:ID="d"><Display ss:Format="dd/mm/yyyy"/></Style>'
    '<Style ss:ID="s"><Display ss:Format="Short Date"/></Style></Styles>'
)


def sheet(rows: str, name: str = "Data", more: str = "") -> str:
    return f'<Worksheet ss:Name="{name}"><Table>{rows}</Table>{more}</Worksheet>'


def book(*sheets: str, before: str = "", head: str = '<?xml version="1.0"?>') -> bytes:
    progid = '<?mso-application progid="Excel.Sheet"?>'
    return f"{head}{progid}<Workbook {SPACES}>{before}{STYLES}{''.join(sheets)}</Workbook>".encode()


def cell(value: str, kind: str = "String", attributes: str = "") -> str:
    return f'<Cell {attributes}><Data ss:Type="{kind}">{value}</Data></Cell>'


def read(rows: str, **more):
    return open_excel_xml(FILE, book(sheet(rows), **more)).sheets[0]


def refused(data: bytes) -> str:
    with pytest.raises(ProblemsFoundError) as found:
        open_excel_xml(FILE, data)
    return found.value.problems[0].code


def test_every_kind_of_cell_is_read():
    cells = (
        cell("Nama &amp; U1") + cell("4", "Number") + cell("3.5", "Number") + cell("1", "Boolean")
        + cell("#N/A", "Error") + '<Cell ss:Formula="=1+3"/>' + cell("0.5", "Number", 'ss:StyleID="p"')
        + cell("1", "Number", 'ss:StyleID="q"') + cell("45631.5", "Number", 'ss:StyleID="d"')
        + cell("45631", "Number", 'ss:StyleID="s"') + cell("2024-12-05T09:12:33.000", "DateTime")
        + cell("2024-12-05T00:00:00.000", "DateTime") + cell("1899-12-31T09:30:00.000", "DateTime")
    )  # fmt: skip
    moment, noon = (datetime.fromisoformat(f"2024-12-05T{clock}") for clock in ("09:12:33", "12:00:00"))
    assert read(f"<Row>{cells}</Row>").head() == [
        ["Nama & U1", 4, 3.5, True, ErrorCell("#N/A"), UncachedFormula(), PercentCell(0.5), PercentCell(1),
         noon, date(2024, 12, 5), moment, date(2024, 12, 5), time(9, 30)]
    ]  # fmt: skip


def test_cells_stand_where_their_indices_put_them():
    fourth = cell("b", attributes='ss:Index="4"')
    rows = f"<Row>{cell('a')}{fourth}{cell('c')}</Row>"
    rows += f'<Row ss:Index="3" ss:Span="1">{cell("d")}</Row><Row>{cell("e")}</Row>'
    assert read(rows).head() == [
        ["a", None, None, "b", "c"], [None] * 5, ["d", *[None] * 4], [None] * 5, ["e", *[None] * 4],
    ]  # fmt: skip


def test_merges_hidden_rows_and_hidden_sheets_are_told():
    wide = cell("a", attributes='ss:MergeAcross="1" ss:MergeDown="2"')
    third = cell("c", attributes='ss:Index="3"')
    rows = f'<Row>{wide}{cell("b")}</Row><Row ss:Hidden="1">{third}</Row>'
    options = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
    opened = open_excel_xml(FILE, book(sheet(rows), sheet("", "B", options)))
    assert opened.sheets[0].head() == [["a", None, "b"], [None, None, "c"]]
    assert opened.sheets[0].merged == (MergedRange(1, 1, 3, 2),)
    assert opened.sheets[0].hidden_rows == (2,)
    assert [each.hidden for each in opened.sheets] == [False, True]


def test_what_stands_in_a_comment_is_no_value_and_marks_within_a_text_are_left_out():
    rich = '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>U</B>1</ss:Data>'
    comment = "<Comment><ss:Data>catatan</ss:Data></Comment></Cell>"
    assert read(f"<Row>{rich}{comment}</Row>").head() == [["U1"]]


def test_days_count_from_1904_when_the_file_says_so():
    before = "<x:ExcelWorkbook><x:Date1904/></x:ExcelWorkbook>"
    found = read(
        f"<Row>{cell('44169.5', 'Number', chr(115) + 's:StyleID=%sd%s' % ((chr(34),) * 2))}</Row>",
        before=before,
    )
    assert found.epoch_1904
    assert found.head() == [[datetime.fromisoformat("2024-12-05T12:00:00")]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_the_declared_encoding_is_followed(encoding):
    text = book(sheet(f"<Row>{cell('Teks é')}</Row>"), head=f'<?xml version="1.0" encoding="{encoding}"?>')
    assert open_excel_xml(FILE, text.decode().encode(encoding)).sheets[0].head() == [["Teks é"]]


@pytest.mark.parametrize(
    "rows",
    [
        f"<Row>{cell('empat', 'Number')}</Row>",
        f"<Row>{cell('kemarin', 'DateTime')}</Row>",
        '<Row ss:Index="5"/><Row ss:Index="4"/>',
        '<Row><Cell ss:Index="2"/><Cell ss:Index="2"/></Row>',
        '<Row ss:Index="-1"/>',
        "<Row><Cell><Data>1</Data><Data>2</Data></Cell></Row>",
        "<Row>R&D</Row>",
        "<Row>",
    ],
    ids=["no number", "no date", "rows back", "cells back", "no index", "two values", "a bare sign", "cut"],
)
def test_damage_is_one_plain_problem(rows):
    assert refused(book(sheet(rows))) == "F108"


def test_limits_and_dangers_are_refused(monkeypatch):
    assert refused(book(sheet(""), head='<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>')) == "F110"
    assert refused(book()) == "F115"
    assert refused(book(sheet(f'<Row ss:Index="1048577">{cell("a")}</Row>'))) == "F113"
    monkeypatch.setattr(excel_xml, "MOST_ELEMENTS", 9)
    assert refused(book(sheet("<Row/>" * 9))) == "F109"
    monkeypatch.setattr(excel_xml, "MOST_BYTES", 9)
    assert refused(book(sheet(""))) == "F109"
