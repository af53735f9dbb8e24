from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.tables.cell import ErrorCell, PercentCell, UncachedFormula
from ipak_cli.tables.number_format import Display
from ipak_cli.tables.sparse import Grid
from ipak_cli.tables.workbook import MergedRange
from ipak_cli.tables.xlsx.cell_by_cell import Lookup, SheetWalker
from ipak_cli.tables.xml import walk
from ipak_cli.tables.zip import Archive
from makers.hostile import MAIN, pack

LOOKUP = Lookup(("Setuju", ""), (Display.NUMBER, Display.PERCENT, Display.MOMENT), epoch_1904=False)

STRANGE = (
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def look(rows, after=""):
    grid = Grid("a.xlsx", "S")
    walker = SheetWalker(grid, LOOKUP)
    xml = f"<worksheet {MAIN} {STRANGE}><sheetData>{rows}</sheetData>{after}</worksheet>"
    archive = Archive("a.xlsx", pack({"sheet.xml": xml}))
    walk(archive, "sheet.xml", archive.chunks("sheet.xml"), walker)
    return grid.rows, walker


def value_of(cell):
    return look(f"<row>{cell}</row>")[0].get(1, {}).get(1)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("<c><v>4</v></c>", 4.0),
        ("<c><v>0</v></c>", 0.0),
        ('<c t="s"><v>0</v></c>', "Setuju"),
        ('<c t="s"><v>1</v></c>', None),
        ('<c t="b"><v>1</v></c>', True),
        ('<c t="b"><v>false</v></c>', False),
        ('<c t="e"><v>#REF!</v></c>', ErrorCell("#REF!")),
        ('<c t="e"><v>#SPILL!</v></c>', ErrorCell("#SPILL!")),
        ("<c><f>A2</f></c>", UncachedFormula()),
        ("<c><f>A2</f><v/></c>", UncachedFormula()),
        ("<c><f>A2</f><v></v></c>", UncachedFormula()),
        ("<c><f>A2</f><v>3</v></c>", 3.0),
        ('<c t="str"><f>""</f><v></v></c>', None),
        ('<c t="str"><f>A2</f><v>4 - Baik</v></c>', "4 - Baik"),
        ('<c s="1"><v>1</v></c>', PercentCell(1.0)),
        ('<c s="2"><v>45631.5</v></c>', datetime(2024, 12, 5, 12)),  # noqa: DTZ001 (cells have no zone)
        ('<c t="d"><v>2024-12-05T12:00:00</v></c>', datetime(2024, 12, 5, 12)),  # noqa: DTZ001 (as above)
        ('<c t="d"><v>2024-12-05</v></c>', date(2024, 12, 5)),
        ('<c t="d"><v>11:12:01.00000000000239300</v></c>', time(11, 12, 1)),
        ('<c t="d"><v>2024-12-05T12:00:00Z</v></c>', datetime(2024, 12, 5, 12, tzinfo=UTC)),
        ("<c><v>1e999</v></c>", "1e999"),
        ("<c><v>NaN</v></c>", "NaN"),
        ("<c><v>1_0</v></c>", "1_0"),
        ("<c><v>4,5</v></c>", "4,5"),
        ('<c t="inlineStr"><is><t> NA </t></is></c>', "NA"),
        ('<c t="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> b</t></r></is></c>', "a b"),
        ('<c t="inlineStr"><is><t>\u00a0Ya\u3000\n</t></is></c>', "\u00a0Ya\u3000"),
        (
            (
                '<c t="inlineStr"><is xml:space="preserve"><r><t>a</t></r>'
                '<r><t xml:space="default"> b </t></r><r><t> c</t></r></is></c>'
            ),
            "ab c",
        ),
        ('<c t="inlineStr"><v>Ya</v></c>', "Ya"),
        ("<c><is><t>Ya</t></is></c>", "Ya"),
        ("<c><f>A2<v>7</v></f><v>3</v></c>", 3.0),
        ("<c><v>4<x14:v>5</x14:v></v></c>", 4.0),
        ("<c><v>4</v><extLst><ext><v>5</v></ext></extLst></c>", 4.0),
        ("<c><x14:v>5</x14:v></c>", None),
        ('<c><v xmlns="y">5</v></c>', None),
        (
            (
                '<c><mc:AlternateContent><mc:Choice Requires="x14"><v>5</v></mc:Choice>'
                "<mc:Fallback><v>4</v></mc:Fallback></mc:AlternateContent></c>"
            ),
            4.0,
        ),
        ('<c t="inlineStr"><is><t>a</t><extLst><ext><t>x</t></ext></extLst></is></c>', "a"),
        ('<c t="inlineStr"><is><t>a</t><rPh sb="0" eb="1"><t>x</t></rPh></is></c>', "a"),
        ('<c t="inlineStr"><is><t>a_x000D_b</t></is></c>', "a\rb"),
        ('<c s="1"/>', None),
    ],
)
def test_a_cell_is_read_as_it_is_written(cell, value):
    found = value_of(cell)
    assert (type(found), found) == (type(value), value)


def test_cells_and_rows_without_addresses_are_counted():
    rows, _ = look(
        '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row><c><v>5</v></c></row>'
    )
    assert rows == {1: {1: 1.0, 4: 2.0, 5: 3.0}, 2: {1: 5.0}}


def test_prefixes_quotes_and_comments_make_no_difference():
    prefix = MAIN.replace("xmlns", "xmlns:x")
    rows, _ = look(f"<x:row {prefix} r = '3'><!-- --><x:c r='b3'><x:v>4</x:v></x:c></x:row>")
    assert rows == {3: {2: 4.0}}


def test_hidden_rows_and_merged_ranges_are_noted():
    _, walker = look(
        '<row r="2" hidden="1"/><row r="3" hidden="0"/><row r="4" hidden="true"/>',
        '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C3"/><mergeCell ref="D9:C4"/></mergeCells>',
    )
    assert walker.hidden_rows == [2, 4]
    assert walker.merged == [MergedRange(1, 1, 2, 2), MergedRange(4, 3, 9, 4)]


@pytest.mark.parametrize(
    "elsewhere",
    [
        "<extLst><ext><row r='9' hidden='1'><c r='A9'><v>9</v></c></row></ext></extLst>",
        "<extLst><ext><sheetData><row r='9'><c r='A9'><v>9</v></c></row></sheetData></ext></extLst>",
        "<x14:sheetData><row r='9'><c r='A9'><v>9</v></c></row></x14:sheetData>",
        "<row r='9'><c r='A9'><v>9</v></c></row>",
        "<extLst><ext><mergeCells><mergeCell ref='A1:B2'/></mergeCells></ext></extLst>",
        "<x14:mergeCells><mergeCell ref='A1:B2'/></x14:mergeCells>",
        "<mergeCell ref='A1:B2'/>",
        "<customSheetViews><mergeCells><mergeCell ref='A1:B2'/></mergeCells></customSheetViews>",
    ],
)
def test_rows_and_merges_count_only_where_the_format_says_that_they_stand(elsewhere):
    rows, walker = look("<row r='1'><c r='A1'><v>1</v></c></row>", elsewhere)
    assert (rows, walker.hidden_rows, walker.merged) == ({1: {1: 1.0}}, [], [])


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ('<row r="1048577"><c><v>1</v></c></row>', "F113"),
        ('<row r="99999999999999999999"/>', "F113"),
        ('<row><c r="XFE1"><v>1</v></c></row>', "F113"),
        ('<row><c r="A1"><v>1</v></c><c r="A1"><v>1</v></c></row>', "F114"),
        ('<row><c r="1A"><v>1</v></c></row>', "F108"),
        ('<row r="x"/>', "F108"),
        ('<row><c t="s"><v>7</v></c></row>', "F108"),
    ],
)
def test_what_cannot_be_is_refused(rows, code):
    with pytest.raises(ProblemsFoundError) as found:
        look(rows)
    assert found.value.problems[0].code == code


def test_no_sheet_has_more_merged_cells_than_the_limit(monkeypatch):
    monkeypatch.setattr("ipak_cli.tables.xlsx.cell_by_cell.MOST_MERGES", 2)
    walker = SheetWalker(Grid("uji.xlsx", "Lembar"), Lookup((), (), epoch_1904=False))
    for row in (1, 2):
        walker.start("worksheet/mergeCells/mergeCell", {"ref": f"A{row}:B{row}"})

    with pytest.raises(ProblemsFoundError) as refused:
        walker.start("worksheet/mergeCells/mergeCell", {"ref": "A3:B3"})

    assert [problem.code for problem in refused.value.problems] == ["F109"]
