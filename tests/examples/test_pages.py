"""The pages of the example's report without PEKPPP: few, and none of them almost empty."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
INPUTS = ("ipak.yaml", "hasil", "logo", "lampiran")
MOST_PAGES = 20
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
needs_office = pytest.mark.skipif(shutil.which("lowriter") is None, reason="LibreOffice is not installed")
PAGE = re.compile(r'<page width="[\d.]+" height="([\d.]+)">(.*?)</page>', re.DOTALL)
LOWEST = re.compile(r'yMax="([\d.]+)"')
FOOT = 0.93
"""From here on a page has its foot alone, as a share of its height."""


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tanpa-pekppp")
    for name in INPUTS:
        source = EXAMPLES / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    (folder / "hasil" / "IV-2024" / "pekppp.json").unlink()
    call = [
        sys.executable,
        "-m",
        "ipak_cli",
        "report",
        "--quarter",
        "IV-2024",
        "--format",
        "pdf,docx",
        "--out",
        ".",
    ]
    subprocess.run(call, cwd=folder, capture_output=True, check=True)
    return folder


def filled(path):
    """Return how far down each page of a PDF is filled, as a share of its height."""
    call = ["pdftotext", "-bbox", path.name, "-"]
    done = subprocess.run(call, cwd=path.parent, capture_output=True, text=True, check=True)
    pages = [
        (float(height), map(float, LOWEST.findall(words))) for height, words in PAGE.findall(done.stdout)
    ]
    return [max((y / height for y in lowest if y < FOOT * height), default=0.0) for height, lowest in pages]


@needs_poppler
def test_the_pdf_has_few_pages_and_none_is_two_thirds_empty(report):
    pages = filled(report / "laporan.pdf")
    assert len(pages) <= MOST_PAGES
    assert [n for n, share in enumerate(pages, start=1) if share < 1 / 3] == []


@needs_poppler
@needs_office
def test_the_word_document_has_as_few_pages(report):
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{report}/profil", "--headless", "--convert-to", "pdf",
         "--outdir", "word", "laporan.docx"],
        cwd=report, capture_output=True, check=True,
    )  # fmt: skip
    assert len(filled(report / "word" / "laporan.pdf")) <= MOST_PAGES
