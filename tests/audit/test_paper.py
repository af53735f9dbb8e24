"""The report on an audit: what it says, in Word and as a web page."""

import io
import re

import pytest
from docx import Document

from ipak_cli.audit.paper import audit_paper
from ipak_cli.audit.result import StoredTold
from ipak_cli.jobs.audit_report import rendered
from ipak_cli.report.outline import Cell, ReportTable, sections_of
from makers.audits import audited, claim, two_findings


def tables_of(report):
    return {
        block.key: [[" / ".join(cell.texts) for cell in row] for row in block.rows]
        for section in sections_of(report)
        for block in section.blocks
        if isinstance(block, ReportTable)
    }


def texts_of(report):
    return str((report.summary, report.chapters, report.annexes))


def test_findings_stand_in_the_table_of_their_certainty_with_place_and_what_is_possible():
    tables = tables_of(audit_paper(two_findings()))
    (impossible,) = tables["tabel-temuan-0"]
    assert impossible[0] == "T1"
    assert impossible[1].startswith("1 dari 14 nilai butir (I1) tidak mungkin")
    assert impossible[1].endswith("(A101).")
    assert impossible[2].startswith("halaman 7, Tabel 3.1, baris 2")
    assert impossible[3] == "nilai terdekat yang mungkin: I1 3,92 atau 3,96"
    assert [row[0] for row in tables["tabel-temuan-1"]] == ["T2"]
    assert "tabel-temuan-2" not in tables


def test_the_annexes_hold_the_arithmetic_the_claims_and_the_numbers_not_used():
    tables = tables_of(audit_paper(two_findings()))
    assert [row[0] for row in tables["tabel-hitungan"]] == ["T1"]
    assert tables["tabel-hitungan"][0][2] == "I1: 3,95 x 24 = 94,8; 94/24 = 3,92, 95/24 = 3,96"
    assert ["nilai butir", "I1", "3,95", "IV-2024", "halaman 7, Tabel 3.1, baris 2"] in tables[
        "tabel-pernyataan"
    ]
    assert tables["tabel-tidak-dipakai"] == [["34229", "Pati Kelurahan 34229", "halaman 1"]]


def test_advice_names_the_findings_that_it_is_for():
    assert (
        "rekap jawaban periode yang dilaporkan; mungkin tabel periode lain yang terpasang. (T1)"
        in texts_of(audit_paper(two_findings()))
    )


def test_a_report_without_findings_says_so_and_what_that_means():
    report = audit_paper(audited(claims=[claim("respondents", "24")]))
    assert "Hal itu belum membuktikan bahwa semuanya benar." in texts_of(report)
    assert texts_of(report).count("Tidak ada temuan pada tingkat ini.") == 3
    assert set(tables_of(report)) == {"tabel-berkas", "tabel-pernyataan"}


def test_stored_results_are_named_with_their_sources():
    given = audited()
    stored = type(given)(
        *[getattr(given, name) for name in given.__slots__][:-2],
        (StoredTold("IV-2024", "0" * 64, ("c" * 64,)),),
        (),
    )
    report = audit_paper(stored)
    assert ["Hasil tersimpan IV-2024", f"SHA-256 sumber: {'c' * 16}…"] in tables_of(report)["tabel-berkas"]
    assert "hasil survei yang tersimpan di ruang kerja (IV-2024)" in texts_of(report)


@pytest.mark.parametrize("name", ["docx", "html"])
def test_the_same_audit_gives_the_same_bytes(name):
    assert rendered(two_findings(), name) == rendered(two_findings(), name)


def test_the_word_document_has_headings_tables_and_a_place_for_the_signature():
    document = Document(io.BytesIO(rendered(two_findings(), "docx")))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert "Laporan Hasil Audit Angka" in texts
    assert "Triwulan IV Tahun 2024" in texts
    assert "Pemeriksa," in texts
    assert [text for text in texts if text.startswith("BAB ") and "\t" not in text][-3:] == [
        "BAB I PEMERIKSAAN", "BAB II TEMUAN", "BAB III PENUTUP",
    ]  # fmt: skip
    assert len(document.tables) == 6


def test_the_web_page_has_no_empty_imprint_and_loads_nothing():
    page = rendered(two_findings(), "html").decode()
    assert "<h1>Laporan Hasil Audit Angka</h1>" in page
    assert 'class="redaksi"' not in page
    assert "Kata Pengantar" not in page
    assert re.findall(r'(?:src|href)="(?!#|data:)', page) == []


def test_a_cell_of_the_arithmetic_keeps_its_steps_apart():
    report = audit_paper(two_findings())
    cells = [row[2] for s in report.annexes for b in s.blocks if b.key == "tabel-hitungan" for row in b.rows]
    assert all(isinstance(cell, Cell) and len(cell.texts) == 1 for cell in cells)
