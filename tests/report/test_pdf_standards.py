"""The PDF by the rules of PDF/A-2a and PDF/UA-1, which a checker knows, and what they mean for a reader."""

from __future__ import annotations

import io
import re
from functools import cache
from itertools import pairwise

import page
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from ipak_cli.report.build import build, prose_variables
from ipak_cli.report.formats import FORMATS
from ipak_cli.report.outline import Figure, figures_of
from ipak_cli.report.prose import with_prose
from ipak_cli.report.templates import OwnTemplates
from makers.exports import EXAMPLES
from makers.report_files import file_of
from makers.report_material import material, survey
from makers.reports import item_chart, long_report, plain_table, report

EXAMPLE = EXAMPLES.parent / "laporan/IV-2024/laporan.pdf"
SATISFIED = tuple((n % 3, n % 2, 5, 22) for n in range(9))
STANDARDS = ("2a", "ua1")


def satisfaction():
    """Return the report of two quarters of the survey of satisfaction, charts and trend among it."""
    past = survey(SATISFIED[::-1], "III-2024", rubric="skm-14-2017")
    found = material(past, survey(SATISFIED, rubric="skm-14-2017"))
    numbered = with_prose(build(found), prose_variables(found), {})
    assert len([*figures_of(numbered.report)]) > 2
    return FORMATS["pdf"].render(numbered, OwnTemplates())["laporan.pdf"]


MAKERS = {
    "example": EXAMPLE.read_bytes,
    "satisfaction": satisfaction,
    "every kind of block": lambda: file_of(long_report(), "pdf"),
    "a draft": lambda: file_of(report(plain_table(("a", "b")), draft=("Belum lengkap.",)), "pdf"),
}
EACH = pytest.mark.parametrize("name", MAKERS)


@cache
def made(name):
    return MAKERS[name]()


def broken_rules(data, standard):
    return [
        f"{each.rule_id}: {each.message}" for each in page.validate_pdf_bytes(data, profile=standard).failures
    ]


@EACH
@pytest.mark.parametrize("standard", STANDARDS)
def test_no_rule_of_the_standard_is_broken(name, standard):
    assert broken_rules(made(name), standard) == []


def catalog_without(key):
    def change(writer):
        del writer.root_object[key]

    return change


def without_alternative_text(writer):
    for each in structure(writer.root_object):
        each.pop("/Alt", None)


def with_a_script(writer):
    action = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert('x')")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject(key): value for key, value in action.items()}
    )


def with_letters_from_elsewhere(writer):
    for font in fonts(writer):
        for key in ("/FontFile", "/FontFile2", "/FontFile3"):
            font.pop(key, None)


@pytest.mark.parametrize(
    ("change", "standards"),
    [
        (catalog_without("/Metadata"), ("2a", "ua1")),
        (catalog_without("/StructTreeRoot"), ("2a", "ua1")),
        (catalog_without("/MarkInfo"), ("2a", "ua1")),
        (catalog_without("/Lang"), ("ua1",)),
        (catalog_without("/ViewerPreferences"), ("ua1",)),
        (without_alternative_text, ("ua1",)),
        (with_a_script, ("2a",)),
        (with_letters_from_elsewhere, ("2a", "ua1")),
    ],
)
def test_the_checker_notices_what_a_standard_forbids(change, standards):
    given = file_of(report(Figure("gambar", "Nilai", item_chart()), plain_table(("a", "b"))), "pdf")
    for standard in standards:
        # Written anew by another program the document breaks no rule: what is found is the change's.
        assert broken_rules(altered(given, lambda _: None), standard) == []
        assert broken_rules(altered(given, change), standard) != []


def altered(data, change):
    writer = PdfWriter(clone_from=io.BytesIO(data))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def structure(root):
    """Yield every element of the structure, in reading order."""
    rest = [root["/StructTreeRoot"]]
    while rest:
        each = rest.pop().get_object()
        if isinstance(each, list):
            rest += reversed(each)
        elif hasattr(each, "get"):
            if "/S" in each:
                yield each
            if "/K" in each:
                rest.append(each["/K"])


def fonts(document):
    for each in document.pages:
        for font in each["/Resources"].get("/Font", {}).values():
            whole = font.get_object()
            parts = (whole, *(part.get_object() for part in whole.get("/DescendantFonts", ())))
            yield from (part["/FontDescriptor"] for part in parts if "/FontDescriptor" in part)


@cache
def read(name):
    return PdfReader(io.BytesIO(made(name)))


@EACH
def test_headings_leave_no_level_out(name):
    kinds = [str(each["/S"]) for each in structure(read(name).root_object)]
    levels = [int(kind[2:]) for kind in kinds if re.fullmatch("/H[1-6]", kind)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(levels) > 3


@EACH
def test_every_picture_has_words_and_every_table_heads_with_their_scope(name):
    elements = [*structure(read(name).root_object)]
    pictures = [each for each in elements if each["/S"] == "/Figure"]
    assert all(len(each["/Alt"]) > 10 for each in pictures)
    heads = [attributes(each) for each in elements if each["/S"] == "/TH"]
    assert {str(each["/Scope"]) for each in heads} <= {"/Column", "/Row", "/Both"}
    tables = sum(each["/S"] == "/Table" for each in elements)
    assert len(heads) > tables > 0


def attributes(element):
    given = element["/A"].get_object()
    parts = given if isinstance(given, list) else [given]
    return {key: value for part in parts for key, value in part.get_object().items()}


@EACH
def test_language_title_outline_and_letters_come_with_it(name):
    document = read(name)
    root = document.root_object
    assert root["/Lang"] == "id-ID"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/MarkInfo"]["/Marked"]
    assert document.metadata.title.startswith("Laporan Survei")
    assert document.outline
    found = [*fonts(document)]
    assert found
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & font.keys() for font in found)


@EACH
def test_nothing_runs_and_nothing_leads_or_lies_outside(name):
    dictionaries = re.sub(rb"\bstream\r?\n.*?endstream", b"", made(name), flags=re.DOTALL)
    names = {each.decode() for each in re.findall(rb"/[A-Za-z]+", dictionaries)}
    assert {"/Catalog", "/StructElem", "/Annots", "/Outlines"} <= names
    outside = {
        "/JS",
        "/JavaScript",
        "/AA",
        "/OpenAction",
        "/Launch",
        "/URI",
        "/GoToR",
        "/EmbeddedFile",
        "/XFA",
    }
    assert not names & (outside | {"/SubmitForm", "/ImportData", "/Encrypt", "/ObjStm", "/Movie", "/Sound"})
