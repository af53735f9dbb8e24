"""The summary that stands alone: one page of A4 in every format, whatever an office writes."""

from __future__ import annotations

import io
import re
import shutil
import subprocess

import docx
import pytest
from pypdf import PdfReader

from ipak_cli.report.build import build
from ipak_cli.report.formats import FORMATS, render
from ipak_cli.report.outline import Listing
from ipak_cli.report.prose import with_prose
from ipak_cli.report.summary import summary_alone
from ipak_cli.report.templates import OwnTemplates
from makers.report_files import pdf_text
from makers.report_material import ALL_BEST, material, survey

LONG = (
    "Memutakhirkan standar pelayanan, menempelkannya di ruang tunggu, di laman, dan di loket, lalu "
    "memeriksanya setiap bulan bersama petugas dan pengguna layanan."
)
NAME = (
    "Balai Besar Pengembangan dan Pemberdayaan Mutu Layanan Terpadu Satu Pintu Kabupaten Kepulauan "
    "Contoh Selatan Provinsi Nusantara Kencana Raya"
)
PLAN = {
    "actions": [LONG, LONG, LONG],
    "pic": "Kepala Subbagian Tata Usaha bersama Ketua Tim Pelayanan Terpadu dan Penanggung Jawab Mutu",
    "deadline": "31 Maret 2025",
}
UNIT = {"name": NAME, "parent": f"Direktorat Jenderal {NAME}", "address": LONG, "city": "Kota Contoh"}
SIGNER = {"name": "Dr. Sekar Ayu Lestari, S.Sos.", "position": f"Kepala {NAME}", "nip": "198001012005012001"}
FALLING = tuple((n, 2, 3, 25 - n) for n in range(14))


def given(rows=FALLING, rubric="ipak-ipkp", unit=UNIT, signer=SIGNER):
    """Return the summary of a survey whose items all miss their target and have long plans."""
    items = ("I", range(1, 15)) if rubric == "ipak-ipkp" else ("U", range(1, 10))
    plans = {f"{items[0]}{n}": PLAN for n in items[1]}
    settings = {"follow_up": plans, "unit": unit, **({"signatory": signer} if signer else {})}
    best = survey(ALL_BEST[: len(rows)], "III-2024", rubric=rubric)
    return summary_alone(build(material(best, survey(rows, rubric=rubric), settings=settings)))


def files_of(report):
    return render(with_prose(report, {}, {}), OwnTemplates(), FORMATS)


CASES = {
    "long texts": given(),
    "ties": given(((1, 2, 3, 24),) * 13 + ((0, 0, 0, 30),)),
    "satisfaction": given(FALLING[:9], "skm-14-2017"),
    "draft": given(signer=None),
    "short": given(ALL_BEST, unit={"name": "Kantor Contoh"}),
}


@pytest.mark.parametrize("name", CASES)
def test_the_pdf_is_one_page(name):
    assert len(PdfReader(io.BytesIO(files_of(CASES[name])["ringkasan.pdf"])).pages) == 1


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("lowriter"), reason="needs LibreOffice's Writer")
def test_the_word_document_is_one_page(tmp_path):
    for name, report in CASES.items():
        (tmp_path / f"{name}.docx").write_bytes(files_of(report)["ringkasan.docx"])
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    call = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path]
    documents = [tmp_path / f"{name}.docx" for name in CASES]
    subprocess.run([*call, *documents], check=True, capture_output=True, timeout=120)
    pages = {name: len(PdfReader(tmp_path / f"{name}.pdf").pages) for name in CASES}
    assert pages == dict.fromkeys(CASES, 1)


def test_every_format_says_the_same_and_nothing_of_the_report_beside_it():
    report = CASES["long texts"]
    files = files_of(report)
    assert [*files] == ["ringkasan.md", "ringkasan.html", "ringkasan.docx", "ringkasan.pdf"]
    word = "\n".join(each.text for each in docx.Document(io.BytesIO(files["ringkasan.docx"])).paragraphs)
    pdf = pdf_text(PdfReader(io.BytesIO(files["ringkasan.pdf"])))
    html = re.sub(r"<style>.*?</style>|<[^>]*>", " ", files["ringkasan.html"].decode(), flags=re.DOTALL)
    markdown = files["ringkasan.md"].decode().replace("\\", "")
    said = [
        "Laporan Survei Mandiri IPAK dan IPKP",
        "Triwulan IV Tahun 2024",
        NAME,
        SIGNER["name"],
        "Kota Contoh, …",
    ]
    said += [item for block in report.summary if isinstance(block, Listing) for item in block.items]
    for text in (word, pdf, html, markdown):
        plain = re.sub(r"[\s\u00ad-]", "", text)
        assert [each for each in said if re.sub(r"[\s\u00ad-]", "", each) not in plain] == []
        assert "BAB I" not in text
        assert "Daftar Isi" not in text
        assert "Asal-usul" not in text
        assert "DRAF" not in text


def test_a_summary_that_cannot_be_signed_is_a_draft_in_every_format():
    files = files_of(CASES["draft"])
    word = docx.Document(io.BytesIO(files["ringkasan.docx"]))
    assert word.sections[0].first_page_header.paragraphs[0].text == "DRAF"
    assert "DRAF" in pdf_text(PdfReader(io.BytesIO(files["ringkasan.pdf"])))
    assert b'<p class="draf">DRAF</p>' in files["ringkasan.html"]
    assert b"**DRAF**" in files["ringkasan.md"]


def test_the_same_summary_gives_the_same_bytes():
    assert files_of(CASES["ties"]) == files_of(CASES["ties"])
