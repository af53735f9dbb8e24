"""The PDF: what the model says on numbered pages of A4, for the archive and for screen readers."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.report import typeset
from ipak_cli.report.build import build, prose_variables
from ipak_cli.report.formats.pdf import render
from ipak_cli.report.outline import Figure, Listing, Paragraph
from ipak_cli.report.prose import with_prose
from ipak_cli.report.templates import OwnTemplates
from makers.pictures import office_files
from makers.report_files import file_of, pdf_of, pdf_text
from makers.report_material import ALL_BEST, material, survey
from makers.reports import HOSTILE, item_chart, long_report, plain_table, report


@pytest.fixture(scope="module")
def long():
    return pdf_of(long_report())


def squeezed(text):
    """Drop white space, line breaks and the hyphens of broken words."""
    return re.sub(r"[\s\u00ad-]", "", text)


def test_it_is_pdf_a_2a_and_pdf_ua_1_in_indonesian_with_a_title(long):
    metadata = long.trailer["/Root"]["/Metadata"].get_data().decode()
    assert re.search(r"pdfaid:part>2<", metadata)
    assert re.search(r"pdfaid:conformance>A<", metadata)
    assert re.search(r"pdfuaid:part>1<", metadata)
    assert long.trailer["/Root"]["/Lang"] == "id-ID"
    assert long.metadata.title == "Laporan Survei Mandiri IPAK dan IPKP, Triwulan IV Tahun 2024"
    assert long.metadata.creation_date.date() == long_report().day


def test_every_page_but_the_cover_has_its_number_on_a4(long):
    count = len(long.pages)
    assert {
        (round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in long.pages
    } == {(595, 842)}
    texts = [page.extract_text() for page in long.pages]
    assert "Halaman" not in texts[0]
    assert all(f"Halaman {n} dari {count}" in " ".join(text.split()) for n, text in enumerate(texts[1:], 2))


def test_the_contents_name_the_page_on_which_each_chapter_begins(long):
    texts = [" ".join(page.extract_text().split()) for page in long.pages]
    contents = next(text for text in texts if "Daftar Isi" in text)
    for chapter in long_report().chapters:
        [page] = re.findall(rf"{re.escape(chapter.title)}[ .]*?(\d+)\b", contents)[:1]
        assert chapter.title in texts[int(page) - 1]


def test_the_outline_leads_to_every_chapter(long):
    titles = [each.title for each in long.outline if not isinstance(each, list)]
    for chapter in long_report().chapters:
        assert any(chapter.title in title for title in titles)


def test_every_cell_of_every_table_can_be_read_back(long):
    text = squeezed(pdf_text(long))
    for chapter in long_report().chapters:
        for section in chapter.sections:
            for block in section.blocks:
                for row in getattr(block, "rows", ()):
                    for cell in row:
                        assert all(squeezed(each) in text for each in cell.texts), cell


def test_hostile_text_stays_text():
    text = f"{HOSTILE} #set page() $x$ @kunci _a_ *b* `c` // d \u202e"
    read = squeezed(
        pdf_text(pdf_of(report(Paragraph(text), plain_table((text,)), Listing((text,)), unit=text)))
    )
    assert read.count(squeezed(text.replace("\u202e", ""))) >= 4


def test_signs_that_its_letters_lack_become_a_box_and_stop_nothing():
    text = pdf_text(pdf_of(report(Paragraph("Bagus 😀👍 sekali, terima kasih 谢谢."))))
    assert "Bagus □□ sekali, terima kasih □□." in text
    assert typeset.unprintable(["Bagus 😀 sekali: é, “ya”, ½, €"]) == {"😀"}


def test_a_chart_stands_in_it_as_a_drawing_with_words():
    document = pdf_of(report(Figure("gambar", "Nilai butir", item_chart())))
    assert "Gambar 1.1 Nilai butir" in pdf_text(document)
    assert not [image for page in document.pages for image in page.images]
    [words] = [str(each["/Alt"]) for each in structure(document) if "/Alt" in each]
    assert words.startswith(f"{item_chart().title}. ")


def structure(document):
    rest = [document.trailer["/Root"]["/StructTreeRoot"]]
    while rest:
        each = rest.pop().get_object()
        if isinstance(each, list):
            rest += each
        elif hasattr(each, "get"):
            yield each
            if "/K" in each:
                rest.append(each["/K"])


def test_a_draft_says_so_on_every_page():
    document = pdf_of(report(draft=("Penanda tangan belum ditulis.",)))
    assert all("DRAF" in page.extract_text() for page in document.pages)
    assert "DRAF" not in pdf_text(pdf_of(report()))


def test_the_same_report_gives_the_same_bytes():
    assert file_of(report(), "pdf") == file_of(report(), "pdf")


def test_a_report_without_a_preface_and_a_summary_is_laid_out():
    given = report(plain_table(("a", "")))
    bare = type(given)(
        **{field: getattr(given, field) for field in given.__slots__} | {"preface": (), "summary": ()}
    )
    assert "Kata Pengantar" not in pdf_text(pdf_of(bare))


def test_what_the_typesetter_refuses_is_told_with_its_file():
    given = replace(material(survey(ALL_BEST)), files=office_files())
    numbered = with_prose(build(given), prose_variables(given), {})
    broken = replace(numbered, pictures=dict.fromkeys(given.files.contents, b"none"))
    with pytest.raises(ProblemsFoundError) as caught:
        render(broken, OwnTemplates())
    [found] = caught.value.problems
    assert (found.code, found.values["file"]) == ("L599", "laporan.pdf")
