"""The example workspace: its documents and its report are what the program makes of its inputs."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import docx
import openpyxl
import pytest
from pypdf import PdfReader

from ipak_cli.cli.app import run
from makers.report_files import pdf_text, words_of

EXAMPLES = Path(__file__).parents[2] / "examples"
INPUTS = ("ipak.yaml", "masuk", "bukti", "logo", "lampiran")
MADE = ("hasil", "laporan", "ekspor")
SECTION = re.compile(r"(?=<section\b|<header\b|<nav\b)")


def made_from(folder):
    """Make every document, and what is made of the last period, from the inputs alone."""
    for name in INPUTS:
        source = EXAMPLES / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    at = ["--workspace", str(folder), "--quiet"]
    for number in (1, 2, 3, 4):
        assert run(["score", str(folder / "masuk" / f"ipak-ipkp-2024-tw{number}.xlsx"), *at]) == 0
    made = folder / "laporan" / "IV-2024"
    made.mkdir(parents=True)
    workpaper = ["--xlsx", str(made / "kertas-kerja-pekppp.xlsx")]
    assert run(["pekppp", "assess", str(folder / "masuk" / "pekppp-2024.xlsx"), *workpaper, *at]) == 0
    assert run(["report", "--quarter", "IV-2024", *at]) == 0
    assert run(["publish", "--quarter", "IV-2024", *at]) == 0
    assert run(["export", "--all", "--format", "csv,xlsx", *at]) == 0
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return made_from(tmp_path_factory.mktemp("contoh"))


def files_of(folder):
    paths = [path for name in MADE for path in (folder / name).rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def text_of(name, content):
    """Return what a reader finds in a file of any format."""
    if name.endswith(".docx"):
        return words_of(docx.Document(io.BytesIO(content)).element)
    if name.endswith(".png"):
        return ""
    if name.endswith(".pdf"):
        return pdf_text(PdfReader(io.BytesIO(content)))
    if name.endswith(".xlsx"):
        sheets = openpyxl.load_workbook(io.BytesIO(content)).worksheets
        return "\n".join(
            str(cell) for sheet in sheets for row in sheet.values for cell in row if cell is not None
        )
    return re.sub(r' d="[^"]*"', "", content.decode("utf-8"))  # what a drawing's lines are made of


def test_the_same_files_are_made(made):
    assert sorted(files_of(made)) == sorted(files_of(EXAMPLES))


@pytest.mark.parametrize("name", [name for name in sorted(files_of(EXAMPLES)) if not name.endswith(".html")])
def test_a_file_is_the_committed_one(made, name):
    assert files_of(made)[name] == files_of(EXAMPLES)[name], "run python examples/buat_laporan.py"


def sections(text):
    """Return a page's parts, so that a difference shows the part that it is in."""
    return SECTION.split(text)


def test_the_page_is_the_committed_one_section_by_section(made):
    name = "laporan/IV-2024/laporan.html"
    ours, theirs = (sections(files[name].decode()) for files in (files_of(made), files_of(EXAMPLES)))
    assert len(theirs) > 10
    assert len(ours) == len(theirs)
    for mine, committed in zip(ours, theirs, strict=True):
        assert mine == committed


def test_making_it_twice_writes_the_same_bytes(made, tmp_path):
    assert files_of(made_from(tmp_path)) == files_of(made)


def test_the_report_holds_no_address_and_no_number_of_a_respondent():
    for name, content in files_of(EXAMPLES).items():
        text = text_of(name, content)
        assert "@contoh.example" not in text, name
        assert not re.search(r"(?<![\w.])08\d{6,}", text), name
