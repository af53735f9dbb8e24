"""One report in every format gives the same claims; what is no report is refused with its reason."""

from __future__ import annotations

import io
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfWriter

from ipak_cli.audit.checks import check
from ipak_cli.audit.claim import ClaimKind
from ipak_cli.audit.document import Grid
from ipak_cli.audit.extract import extract
from ipak_cli.audit.instrument import Instrument
from ipak_cli.audit.readers.report import read_report
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.rubric.load import parse_as_survey
from ipak_cli.rubric.yaml_lines import read_document
from makers.hostile import pack
from makers.ole import Made

ROOT = Path(__file__).parents[3]
REPORT = ROOT / "examples" / "laporan" / "IV-2024"


@pytest.fixture(scope="module")
def instrument():
    rubric = ROOT / "rubrics" / "ipak-ipkp.yaml"
    return Instrument(parse_as_survey(read_document(rubric.read_bytes(), rubric.name)).rubric)


@cache
def document(suffix):
    return read_report(f"laporan.{suffix}", (REPORT / f"laporan.{suffix}").read_bytes())


NO_FIGURES = (ClaimKind.NUMBER_OF_PART, ClaimKind.PERIOD, ClaimKind.DATE)
"""What headings repeated on pages claim once more, and days, which are told apart by their lines."""


def claims_of(read, instrument):
    """What a report claims, but of where its data come from, and without the figures' own tables."""
    found = extract(read, instrument)
    return Counter(
        (claim.kind, claim.subject, f"{claim.number}", f"{claim.of}", claim.period, claim.group is None)
        for claim in found.claims
        if claim.kind not in NO_FIGURES
        and not (claim.place.table or "Tabel").startswith(("Gambar", *"123456789"))
        and claim.place.heading != "Asal-usul laporan"
        and "SHA-256" not in claim.words
        and not _is_of_figure(claim)
    )


def _is_of_figure(claim):
    return claim.place.table == "Tabel 4.2" and claim.place.column == 2 and "%" not in claim.words


def _is_of_indicator(claim):
    """Tell a figure of PEKPPP, whose long names are cut at the line's end without tags."""
    return claim[0] in (ClaimKind.WEIGHT, ClaimKind.ASPECT, ClaimKind.CATEGORY)


@pytest.mark.parametrize("suffix", ["docx", "pdf", "html"])
def test_every_format_of_a_report_claims_the_same(suffix, instrument):
    expected = claims_of(document("md"), instrument)
    assert sum(expected.values()) > 300
    assert claims_of(document(suffix), instrument) == expected


def test_without_its_tags_a_pdf_claims_the_same(instrument):
    writer = PdfWriter(clone_from=REPORT / "laporan.pdf")
    del writer.root_object["/StructTreeRoot"]
    taken = io.BytesIO()
    writer.write(taken)
    untagged = read_report("laporan.pdf", taken.getvalue())
    expected = claims_of(document("md"), instrument)
    found = claims_of(untagged, instrument)  # a chart shows some of them once more
    assert {claim for claim in expected if not _is_of_indicator(claim)} <= found.keys()
    assert check(extract(untagged, instrument), instrument) == ()


def tables(suffix):
    """The numbered tables, as they are in print."""
    found = {}
    for part in document(suffix).parts:
        if isinstance(part, Grid) and (part.place.table or "").startswith("Tabel"):
            found[part.place.table] = (
                part.rows
            )  # of two with one caption the second: a figure's stands before it
    return found


def in_print(text):
    return re.sub(r"[^\w\s.,;:%()/+\-–−]", "", re.sub(r"\b\d\. (?=[A-Z])", "", text)).strip()


@pytest.mark.parametrize("suffix", ["docx", "pdf", "html"])
def test_every_format_of_a_report_has_the_same_tables(suffix):
    expected, found = tables("md"), tables(suffix)
    assert found.keys() == expected.keys()
    for name, rows in expected.items():
        assert [[in_print(cell) for cell in row] for row in found[name]] == [
            [in_print(cell) for cell in row] for row in rows
        ], name


def test_a_document_has_the_name_and_the_digest_of_its_file():
    found = read_report("a.txt", b"IPAK 3,90")
    assert (found.name, found.sha256) == (
        "a.txt",
        "b3a1dc7587b28edf4e8c7860ac9bcecd67ffd0f78fe9317e28c47c3caa27e7e4",
    )


def container(**streams):
    """A container of old Office."""
    made = Made()
    for name, content in streams.items():
        made.add_stream(name, content)
    return made.written()


def code_of(name, content):
    with pytest.raises(ProblemsFoundError) as raised:
        read_report(name, content)
    (found,) = raised.value.problems
    assert found.where.file == name
    assert message_of(found)
    return found.code


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("laporan.doc", container(WordDocument=b"x" * 5_000), "A182"),
        ("laporan.docx", container(EncryptedPackage=b"x" * 5_000, EncryptionInfo=b"x" * 4_500), "A180"),
        ("laporan.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "A183"),
        ("laporan.docx", b"PK\x03\x04" + b"x" * 300, "A183"),
        ("laporan.pptx", pack({"ppt/presentation.xml": "<a/>", "[Content_Types].xml": "<a/>"}), "A185"),
        ("laporan.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "A185"),
        ("laporan.rtf", b"{\\rtf1 Laporan}", "A185"),
        ("laporan.txt", b" \r\n\t", "A186"),
        ("laporan.md", b"---\n***\n", "A186"),
        ("laporan.txt", b"x" * 64_000_001, "A184"),
        ("laporan.txt", b"x" * 1_500_001, "A184"),
        ("laporan.txt", b"\0\1\2\3" * 100, "A185"),
    ],
    ids=[
        "doc",
        "locked docx",
        "broken doc",
        "broken docx",
        "pptx",
        "png",
        "rtf",
        "blank",
        "bare",
        "large",
        "long",
        "binary",
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(name, content, code):
    assert code_of(name, content) == code


def test_the_content_tells_the_kind_whatever_the_name_says():
    wrong = read_report("laporan.txt", (REPORT / "laporan.pdf").read_bytes())
    assert wrong.parts == document("pdf").parts
