from __future__ import annotations

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.tables.xlsx.package import read_book
from ipak_cli.tables.xlsx.parts import Relation, book_kind, relations
from ipak_cli.tables.zip import Archive
from makers.hostile import MAIN, OFFICE, PACKAGE, pack, parts, worksheet

STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
MACRO = "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet"


def related(links):
    xml = f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'
    return relations(Archive("a.xlsx", pack({"xl/_rels/workbook.xml.rels": xml})), "xl/workbook.xml")


def book(sheets, links, **more):
    content = parts({"S": worksheet("")})
    content["xl/workbook.xml"] = (
        f'<workbook {MAIN} xmlns:r="{OFFICE}" xmlns:s="{STRICT}"><sheets>{sheets}</sheets></workbook>'
    )
    content["xl/_rels/workbook.xml.rels"] = (
        f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'
    )
    return read_book(Archive("a.xlsx", pack(content | more)))


def link(target, kind="worksheet", space=OFFICE, identity="r1"):
    return f'<Relationship Id="{identity}" Type="{space}/{kind}" Target="{target}"/>'


@pytest.mark.parametrize("space", [OFFICE, STRICT])
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
    found = book('<sheet name="A" r:id="r1"/>', link(target))
    assert [entry.name for entry in found.sheets] == ["A"]


@pytest.mark.parametrize(
    "written", ["xl\\worksheets\\sheet1.xml", "/xl/worksheets/sheet1.xml", "XL/Worksheets/Sheet1.xml"]
)
def test_a_sheet_is_found_however_the_zip_names_its_part(written):
    content = parts({"S": worksheet("")})
    content[written] = content.pop("xl/worksheets/sheet1.xml")
    assert len(read_book(Archive("a.xlsx", pack(content))).sheets) == 1


def test_strict_files_name_their_relationships_in_their_own_namespace():
    found = book('<sheet name="A" s:id="r1"/>', link("worksheets/sheet1.xml", space=STRICT))
    assert [entry.name for entry in found.sheets] == ["A"]


def test_a_sheet_without_a_part_is_named_and_the_others_are_read():
    found = book(
        '<sheet name="Kosong" r:id=""/><sheet name="Tanpa"/><sheet name="A" r:id="r1"/>',
        link("worksheets/sheet1.xml"),
    )
    assert [entry.name for entry in found.sheets] == ["A"]
    assert [(problem.code, problem.where.sheet) for problem in found.problems] == [
        ("F160", "Kosong"),
        ("F160", "Tanpa"),
    ]


def test_a_sheet_of_an_unknown_kind_is_named_and_those_that_hold_no_cells_are_not():
    found = book(
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
        book('<sheet name="A" r:id="r1"/>', links)
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
