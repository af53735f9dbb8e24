from __future__ import annotations

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.tables.number_format import Shown
from ipak_cli.tables.xlsx.package import read_book, read_styles
from ipak_cli.tables.zip import Archive
from makers.hostile import MAIN, OFFICE, pack, parts, worksheet

STRICT = 'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"'
X14 = 'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"'
VARIANTS = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
SHEETS = '<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets>'


def book(inside, main=MAIN):
    content = parts({"S": worksheet("")})
    content["xl/workbook.xml"] = f'<workbook {main} xmlns:r="{OFFICE}">{inside}</workbook>'
    return read_book(Archive("a.xlsx", pack(content)))


def styles(inside, main=MAIN):
    xml = f"<styleSheet {main} {X14} {VARIANTS}>{inside}</styleSheet>"
    return read_styles(Archive("a.xlsx", pack({"s.xml": xml})), "s.xml")


@pytest.mark.parametrize("yes", ["1", "true", "on"])
@pytest.mark.parametrize("main", [MAIN, STRICT])
@pytest.mark.parametrize(
    "later",
    [
        "",
        f'<extLst><ext {X14}><x14:workbookPr defaultImageDpi="32767"/></ext></extLst>',
        "<extLst><ext><workbookPr/></ext></extLst>",
        f'<x14:workbookPr {X14} date1904="0"/>',
        '<workbookPr xmlns="other" date1904="0"/>',
        "<customWorkbookViews><workbookPr/></customWorkbookViews>",
        f"<mc:AlternateContent {VARIANTS}><mc:Choice><workbookPr/></mc:Choice></mc:AlternateContent>",
    ],
)
def test_the_epoch_is_that_of_the_workbooks_own_properties(yes, main, later):
    assert book(f'<workbookPr date1904="{yes}"/>{SHEETS}{later}', main).epoch_1904


@pytest.mark.parametrize(
    "no", ['<workbookPr date1904="0"/>', '<workbookPr date1904="false"/>', "<workbookPr/>", ""]
)
@pytest.mark.parametrize("later", ["", f'<extLst><ext {X14}><x14:workbookPr date1904="1"/></ext></extLst>'])
def test_days_count_from_1900_unless_the_workbooks_own_properties_say_otherwise(no, later):
    assert not book(f"{no}{SHEETS}{later}").epoch_1904


@pytest.mark.parametrize(
    "elsewhere",
    [
        '<extLst><ext><sheets><sheet name="B" r:id="r1"/></sheets></ext></extLst>',
        '<sheet name="B" r:id="r1"/>',
        f'<x14:sheets {X14}><sheet name="B" r:id="r1"/></x14:sheets>',
        '<externalReferences><sheets><sheet name="B" r:id="r1"/></sheets></externalReferences>',
    ],
)
def test_sheets_are_those_of_the_workbooks_own_list(elsewhere):
    assert [entry.name for entry in book(SHEETS + elsewhere).sheets] == ["S"]


def test_a_prefix_of_ones_own_makes_no_difference():
    content = parts({"S": worksheet("")})
    content["xl/workbook.xml"] = (
        f'<x:workbook {MAIN.replace("xmlns", "xmlns:x")} xmlns:hubungan="{OFFICE}">'
        '<x:workbookPr date1904="1"/>'
        '<x:sheets><x:sheet name="S" sheetId="1" hubungan:id="r1"/></x:sheets></x:workbook>'
    )
    found = read_book(Archive("a.xlsx", pack(content)))
    assert (found.epoch_1904, [entry.name for entry in found.sheets]) == (True, ["S"])


def test_a_list_of_sheets_that_is_none_is_damage():
    with pytest.raises(ProblemsFoundError) as found:
        book(SHEETS, 'xmlns="other"')
    assert found.value.problems[0].code == "F108"


CELLS = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'


@pytest.mark.parametrize("main", [MAIN, STRICT])
@pytest.mark.parametrize(
    "elsewhere",
    [
        '<dxfs><dxf><numFmt numFmtId="14" formatCode="0.00%"/></dxf></dxfs>',
        '<dxfs><dxf><numFmts><numFmt numFmtId="14" formatCode="0"/></numFmts></dxf></dxfs>',
        '<extLst><ext><numFmts><numFmt numFmtId="14" formatCode="0"/></numFmts></ext></extLst>',
        '<numFmt numFmtId="14" formatCode="0"/>',
        '<x14:numFmts><numFmt numFmtId="14" formatCode="0"/></x14:numFmts>',
        '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>',
        '<extLst><ext><cellXfs><xf numFmtId="9"/></cellXfs></ext></extLst>',
        '<dxfs><cellXfs><xf numFmtId="9"/></cellXfs></dxfs>',
        '<tableStyles><xf numFmtId="9"/></tableStyles>',
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_cells_have_the_formats_of_their_own_styles_alone(main, elsewhere, first):
    inside = elsewhere + CELLS if first else CELLS + elsewhere
    assert styles(inside, main) == (Shown.NUMBER, Shown.MOMENT)


def test_of_two_variants_of_the_formats_the_one_without_extensions_counts():
    inside = (
        '<mc:AlternateContent><mc:Choice Requires="x16r2"><numFmts><numFmt numFmtId="164" formatCode="0"/>'
        '</numFmts></mc:Choice><mc:Fallback><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>'
        '</mc:Fallback></mc:AlternateContent><cellXfs><xf numFmtId="164"/></cellXfs>'
    )
    assert styles(inside) == (Shown.PERCENT,)
