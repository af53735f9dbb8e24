from __future__ import annotations

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue import files as phrases
from ipak_cli.tables.number_format import Display
from ipak_cli.tables.xlsx.package import (
    MOST_FORMATS,
    MOST_SHEETS,
    MOST_STYLES,
    Relation,
    book_kind,
    read_book,
    read_styles,
    relations,
)
from ipak_cli.tables.zip import Archive
from makers.hostile import MAIN, OFFICE, PACKAGE, pack, parts, worksheet

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
    assert styles(inside, main) == (Display.NUMBER, Display.MOMENT)


def test_of_two_variants_of_the_formats_the_one_without_extensions_counts():
    inside = (
        '<mc:AlternateContent><mc:Choice Requires="x16r2"><numFmts><numFmt numFmtId="164" formatCode="0"/>'
        '</numFmts></mc:Choice><mc:Fallback><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>'
        '</mc:Fallback></mc:AlternateContent><cellXfs><xf numFmtId="164"/></cellXfs>'
    )
    assert styles(inside) == (Display.PERCENT,)


STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
MACRO = "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet"


def related(links):
    xml = f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'
    return relations(Archive("a.xlsx", pack({"xl/_rels/workbook.xml.rels": xml})), "xl/workbook.xml")


def book_of(sheets, links, **more):
    content = parts({"S": worksheet("")})
    content["xl/workbook.xml"] = (
        f'<workbook {MAIN} xmlns:r="{OFFICE}" xmlns:s="{STRICT_OFFICE}"><sheets>{sheets}</sheets></workbook>'
    )
    content["xl/_rels/workbook.xml.rels"] = (
        f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'
    )
    return read_book(Archive("a.xlsx", pack(content | more)))


def link(target, kind="worksheet", space=OFFICE, identity="r1"):
    return f'<Relationship Id="{identity}" Type="{space}/{kind}" Target="{target}"/>'


@pytest.mark.parametrize("space", [OFFICE, STRICT_OFFICE])
def test_a_relationship_of_office_is_known_by_the_last_word_of_its_type(space):
    assert related(link("styles.xml", "styles", space)) == {"r1": Relation("styles", "xl/styles.xml")}


def test_a_type_of_another_program_is_not_taken_for_one_of_office():
    links = related(link("other.xml", "styles", "http://contoh.example/relationships"))
    assert links["r1"].kind == "http://contoh.example/relationships/styles"


@pytest.mark.parametrize(
    "elsewhere",
    [
        f'<x xmlns="other">{link("b.xml")}</x>',
        f'<Relationship xmlns="other" Id="r1" Type="{OFFICE}/worksheet"/>',
    ],
)
def test_relationships_count_only_directly_inside_the_root(elsewhere):
    assert related(elsewhere) == {}


@pytest.mark.parametrize(
    "target",
    [
        *("worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "./worksheets/sheet1.xml"),
        *("..\\xl\\worksheets\\sheet1.xml", "Worksheets/Sheet1.XML", "worksheets/sheet%31.xml"),
    ],
)
def test_a_sheet_is_found_however_its_part_is_written(target):
    found = book_of('<sheet name="A" r:id="r1"/>', link(target))
    assert [entry.name for entry in found.sheets] == ["A"]


@pytest.mark.parametrize(
    "written", ["xl\\worksheets\\sheet1.xml", "/xl/worksheets/sheet1.xml", "XL/Worksheets/Sheet1.xml"]
)
def test_a_sheet_is_found_however_the_zip_names_its_part(written):
    content = parts({"S": worksheet("")})
    content[written] = content.pop("xl/worksheets/sheet1.xml")
    assert len(read_book(Archive("a.xlsx", pack(content))).sheets) == 1


def test_strict_files_name_their_relationships_in_their_own_namespace():
    found = book_of('<sheet name="A" s:id="r1"/>', link("worksheets/sheet1.xml", space=STRICT_OFFICE))
    assert [entry.name for entry in found.sheets] == ["A"]


def test_a_sheet_without_a_part_is_named_and_the_others_are_read():
    found = book_of(
        '<sheet name="Kosong" r:id=""/><sheet name="Tanpa"/><sheet name="A" r:id="r1"/>',
        link("worksheets/sheet1.xml"),
    )
    assert [entry.name for entry in found.sheets] == ["A"]
    assert [(problem.code, problem.where.sheet) for problem in found.problems] == [
        ("F160", "Kosong"),
        ("F160", "Tanpa"),
    ]


def test_a_sheet_of_an_unknown_kind_is_named_and_those_that_hold_no_cells_are_not():
    found = book_of(
        "".join(f'<sheet name="{name}" r:id="{name}"/>' for name in "ABCD"),
        link("worksheets/sheet1.xml", identity="A")
        + link("c.xml", "chartsheet", identity="B")
        + f'<Relationship Id="C" Type="{MACRO}" Target="m.xml"/>'
        + link("d.xml", "worksheet", "http://contoh.example", "D"),
    )
    assert [entry.name for entry in found.sheets] == ["A"]
    assert [(problem.code, problem.where.sheet) for problem in found.problems] == [("F161", "D")]


@pytest.mark.parametrize("links", ["", link("worksheets/hilang.xml")])
def test_a_sheet_whose_part_is_missing_is_damage(links):
    with pytest.raises(ProblemsFoundError) as found:
        book_of('<sheet name="A" r:id="r1"/>', links)
    assert found.value.problems[0].code == "F108"


@pytest.mark.parametrize(
    ("kind", "ending"),
    [
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", ".xlsx"),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml", ".xlsx"),
        ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", ".xlsx"),
        ("application/vnd.ms-excel.sheet.binary.macroEnabled.main", ".xlsb"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", None),
    ],
)
def test_a_workbook_is_known_by_the_type_of_its_main_part_wherever_that_lies(kind, ending):
    assert book_kind(Archive("a.xlsx", package("/Isi/Buku.xml", kind, "isi/buku.xml"))) == ending


def package(named, kind, main):
    """Return a package that names the type of one part, and its main part."""
    override = f'<Override PartName="{named}" ContentType="{kind}"/>'
    start = link(main, "officeDocument")
    return pack(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{override}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{start}</Relationships>',
            main: "<a/>",
        }
    )


def test_a_type_named_for_another_part_makes_no_workbook():
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    assert book_kind(Archive("a.xlsx", package("/a.xml", kind, "b.xml"))) is None


@pytest.mark.parametrize("again", ["worksheets/sheet1.xml", "./Worksheets/sheet%31.xml"])
def test_one_part_is_not_read_as_several_sheets(again):
    listed = '<sheet name="A" r:id="r1"/><sheet name="B" r:id="r2"/>'
    with pytest.raises(ProblemsFoundError) as refused:
        book_of(listed, link("worksheets/sheet1.xml") + link(again, identity="r2"))
    (problem,) = refused.value.problems
    assert problem.code == "F108"
    assert problem.values["reason"] == phrases.SHEETS_OF_ONE_PART(sheet="B", other="A")


def test_a_list_of_sheets_is_no_longer_than_anybody_reads():
    nameless = '<sheet name="X"/>'
    assert len(book_of(nameless * MOST_SHEETS, "").problems) == MOST_SHEETS
    assert refusal_of(lambda: book_of(nameless * (MOST_SHEETS + 1), "")) == phrases.NUMBER_OF_SHEETS()


def test_styles_are_no_more_than_a_workbook_holds():
    def styled(count):
        return "".join(f'<xf numFmtId="14" fontId="{font * 7_919 % 65_536}"/>' for font in range(count))

    assert len(styles(f"<cellXfs>{styled(MOST_STYLES)}</cellXfs>")) == MOST_STYLES
    more = f"<cellXfs>{styled(MOST_STYLES + 1)}</cellXfs>"
    assert refusal_of(lambda: styles(more)) == phrases.NUMBER_OF_CELL_STYLES()


def test_formats_that_styles_use_are_no_more_than_a_workbook_holds():
    def formatted(count):
        numbers = range(164, 164 + count)
        codes = "".join(f'<numFmt numFmtId="{number}" formatCode="0%"/>' for number in numbers)
        used = "".join(f'<xf numFmtId="{number}"/>' for number in numbers)
        return f"<numFmts>{codes}</numFmts><cellXfs>{used}</cellXfs>"

    assert set(styles(formatted(MOST_FORMATS))) == {Display.PERCENT}
    assert refusal_of(lambda: styles(formatted(MOST_FORMATS + 1))) == phrases.NUMBER_OF_NUMBER_FORMATS()


def refusal_of(job):
    with pytest.raises(ProblemsFoundError) as refused:
        job()
    (problem,) = refused.value.problems
    assert problem.code == "F109"
    return problem.values["what"]
