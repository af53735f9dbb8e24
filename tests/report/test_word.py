"""The Word document: a normal document with headings, captions, lists and pictures that Word understands."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace

import docx
import pytest
import word_template
from docx.oxml.ns import qn

from ipak_cli.report.formats import word_styles
from ipak_cli.report.outline import Figure, LinkedText, Listing, Paragraph, Person, Reference, Signature
from ipak_cli.report.prose import tidy
from ipak_cli.report.templates import templates_folder
from makers.report_files import file_of, word_of, word_tables, words_of
from makers.reports import HOSTILE, item_chart, long_report, plain_table, report


@pytest.fixture(scope="module")
def long():
    return word_of(long_report())


def styled(document, name):
    return [words_of(each._p) for each in document.paragraphs if each.style.name == name]


def fields(document):
    simple = [each.get(qn("w:instr")).split()[0] for each in document.element.iter(qn("w:fldSimple"))]
    wide = [each.text.split()[0] for each in document.element.iter(qn("w:instrText"))]
    return simple + wide


def test_chapters_and_sections_are_headings_with_the_models_numbers(long):
    chapters = long_report().chapters
    assert styled(long, "Heading 1")[0].startswith(f"BAB I {chapters[0].title}")
    assert len(styled(long, "Heading 1")) == len(chapters) + 1
    sections = sum(len(chapter.sections) for chapter in chapters)
    assert len(styled(long, "Heading 2")) == sections + len(long_report().annexes)


def test_contents_and_lists_are_fields_with_their_complete_text_and_no_invented_pages(long):
    assert fields(long).count("TOC") == 3
    contents = [*styled(long, "TOC 1"), *styled(long, "TOC 2")]
    for heading in (*styled(long, "Heading 1"), *styled(long, "Heading 2")):
        assert heading in contents
    captions = [*styled(long, "Caption"), *styled(long, "Judul Gambar")]
    assert [" ".join(each.split()) for each in captions] == [
        " ".join(each.split())
        for each in sorted(styled(long, "table of figures"), key=lambda each: captions_key(each, captions))
    ]
    assert long.settings.element.find(qn("w:updateFields")).get(qn("w:val")) == "true"


def captions_key(line, captions):
    return [" ".join(each.split()) for each in captions].index(" ".join(line.split()))


def test_every_link_leads_to_a_bookmark(long):
    marks = {each.get(qn("w:name")) for each in long.element.iter(qn("w:bookmarkStart"))}
    links = {each.get(qn("w:anchor")) for each in long.element.iter(qn("w:hyperlink"))}
    assert links <= marks
    assert len(links) > 5
    assert all(len(name) <= 40 and name.replace("_", "").isalnum() for name in marks)


def test_captions_count_by_fields_within_their_chapter(long):
    codes = [each.get(qn("w:instr")) for each in long.element.iter(qn("w:fldSimple"))]
    assert {"SEQ Tabel_3 \\* ARABIC", "SEQ Gambar_2 \\* ARABIC"} <= {*codes}


def test_a_tables_head_is_repeated_and_no_row_is_cut():
    document = word_of(report(plain_table(("a",), ("b",), ("c",))))
    [table] = document.tables
    properties = [row._tr.trPr for row in table.rows]
    assert [each.find(qn("w:tblHeader")) is not None for each in properties] == [True, False, False, False]
    assert all(each.find(qn("w:cantSplit")) is not None for each in properties)


def test_a_picture_has_pixels_a_drawing_and_words():
    document = word_of(report(Figure("gambar", "Nilai butir", item_chart())))
    [picture] = document.inline_shapes
    assert item_chart().title in picture._inline.docPr.get("descr")
    names = [part.partname for part in document.part.package.iter_parts()]
    assert f"/word/media/{item_chart().name}.svg" in names
    assert any(name.endswith(".png") for name in names)


def test_numbered_lists_begin_at_one_each():
    document = word_of(report(Listing(("satu", "dua"), ordered=True), Listing(("tiga",), ordered=True)))
    numbers = [
        each._p.pPr.numPr.numId.val for each in document.paragraphs if each.style.name == word_styles.NUMBERS
    ]
    assert numbers[0] == numbers[1] != numbers[2]


def test_references_lead_to_their_parts():
    text = LinkedText(("Lihat ", Reference("tabel", "Tabel 1.1"), "."))
    document = word_of(report(Paragraph(text), plain_table(("a",))))
    assert "Lihat Tabel 1.1." in [words_of(each._p) for each in document.paragraphs]


def test_the_language_is_indonesian_and_the_properties_name_title_unit_and_day(long):
    assert {each.get(qn("w:val")) for each in long.styles.element.iter(qn("w:lang"))} == {"id-ID"}
    properties = long.core_properties
    assert properties.title == "Laporan Survei Mandiri IPAK dan IPKP, Triwulan IV Tahun 2024"
    assert properties.created.date() == long_report().day
    footer = words_of(long.sections[0].footer._element)
    assert footer == f"{properties.title}Halaman 1 dari 1"


def test_hostile_text_stays_text():
    text = f"{HOSTILE} {{ TOC }} #set page() \u202e 😀 & <w:t>"
    document = word_of(report(Paragraph(text), plain_table((text,)), unit=text))
    kept = text.replace("\u202e", "")
    assert kept in [each.text for each in document.paragraphs]
    assert document.tables[0].rows[1].cells[0].text == kept
    assert fields(document).count("TOC") == 2


def test_a_draft_says_so_on_every_page():
    document = word_of(report(draft=("Penanda tangan belum ditulis.",)))
    [section] = document.sections
    for header in (section.header, section.first_page_header):
        assert header.paragraphs[0].text == "DRAF"
    assert not any(each.text for each in word_of(report()).sections[0].header.paragraphs)


def test_the_tables_hold_every_cell_of_the_model():
    given = long_report()
    tables = word_tables(word_of(given))
    blocks = [block for chapter in given.chapters for section in chapter.sections for block in section.blocks]
    for block in blocks:
        if hasattr(block, "rows"):
            wanted = [[tidy(texts_of(cell)) for cell in row] for row in block.rows]
            assert tables[block.key.replace("-", "_")[:37]] == wanted


def texts_of(cell):
    many = len(cell.texts) > 1
    return " ".join(f"{n}. {text}" if many else text for n, text in enumerate(cell.texts, 1))


def test_the_parts_have_no_date_and_are_the_same_each_time():
    data = file_of(report(), "docx")
    assert data == file_of(report(), "docx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_template_document_is_the_one_that_its_tool_writes():
    assert (templates_folder() / "word/laporan.docx").read_bytes() == word_template.template()


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("lowriter"), reason="needs LibreOffice's Writer")
def test_a_round_trip_through_libreoffice_loses_nothing(tmp_path):
    given = long_report()
    (tmp_path / "laporan.docx").write_bytes(file_of(given, "docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    call = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        tmp_path / "lagi",
    ]
    subprocess.run([*call, tmp_path / "laporan.docx"], check=True, capture_output=True, timeout=120)
    before, after = word_of(given), docx.Document(tmp_path / "lagi" / "laporan.docx")
    assert paragraphs(after) == paragraphs(before)
    for old, new in zip(before.tables, after.tables, strict=True):
        assert [[cell.text for cell in row.cells] for row in new.rows] == [
            [cell.text for cell in row.cells] for row in old.rows
        ]
    assert len(after.inline_shapes) == len(before.inline_shapes)


def paragraphs(document):
    """Return the texts of all paragraphs, those of lists that an office program wraps too."""
    texts = (" ".join(words_of(each).split()) for each in document.element.body.iter(qn("w:p")))
    return [text for text in texts if text]


def test_the_label_of_a_caption_is_bold_as_a_whole(long):
    captions = [each for each in long.paragraphs if each.style.name in ("Caption", "Judul Gambar")]
    assert captions
    for each in captions:
        bold = [
            words_of(run)
            for run in each._p.iter(qn("w:r"))
            if run.find(qn("w:rPr") + "/" + qn("w:b")) is not None
        ]
        assert "".join(bold) == words_of(each._p).split("  ")[0]


def test_the_signature_stands_apart_and_the_name_is_underlined():
    signed = Signature("Kota Contoh, 2 Januari 2025", Person("Sekar Ayu", "Kepala", "198001012006042001"))
    document = word_of(replace(long_report(), signature=signed))
    lines = [each for each in document.paragraphs if each.style.name == "Tanda Tangan"]
    half = lines[: len(lines) // 2]
    assert [each.text for each in half] == [
        tidy("Kota Contoh, 2 Januari 2025"), "Kepala,", "", "", "", "Sekar Ayu", "NIP 198001012006042001"
    ]  # fmt: skip
    assert half[0].paragraph_format.space_before.pt == 24
    assert [each.text for each in lines if any(run.underline for run in each.runs)] == ["Sekar Ayu"] * 2
