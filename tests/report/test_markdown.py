from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from ipak_cli.report.outline import Cell, Figure, LinkedText, Listing, Paragraph, Reference, ReportTable
from makers.reports import HOSTILE, item_chart, long_report, markdown_of, plain_table, report

VIEWER = MarkdownIt("js-default", {"html": True})


def text_of(*blocks, **parts):
    return markdown_of(report(*blocks, **parts), {}, {})[0]


@pytest.fixture(scope="module")
def rendered():
    return markdown_of(long_report(), {}, {})


@pytest.fixture(scope="module")
def viewed(rendered):
    return VIEWER.render(rendered[0])


def test_a_viewer_finds_the_same_parts(viewed):
    headings = re.findall(r"<h([1-3])>(.*?)</h\1>", viewed)
    assert [level for level, _ in headings].count("1") == 1
    assert ("2", "BAB II Hasil Survei dan Pembahasan") in headings
    assert ("3", "2.3 Saran") in headings
    assert viewed.count("<table>") == 4 + 3 + 1


def test_every_row_of_a_table_has_all_its_cells(viewed):
    for table in re.findall(r"<table>.*?</table>", viewed, re.DOTALL):
        rows = re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)
        assert len({len(re.findall(r"<t[hd]", row)) for row in rows}) == 1


def test_every_link_leads_to_an_anchor(viewed):
    targets = set(re.findall(r'href="#([^"]*)"', viewed))
    assert targets
    assert targets <= set(re.findall(r'<a id="([^"]*)">', viewed))
    assert re.findall(r'href="(?!#)', viewed) == []


def test_only_the_tags_of_the_report_itself_are_there(viewed):
    tags = set(re.findall(r"<(\w+)", viewed))
    assert tags <= {
        "h1", "h2", "h3", "p", "br", "a", "strong", "ul", "ol", "li", "table", "thead", "tbody",
        "tr", "th", "td", "img", "hr",
    }  # fmt: skip


def test_a_hostile_unit_and_suggestion_stay_text():
    texts = (
        HOSTILE,
        '"><img src=x onerror=alert(1)>',
        "{{ 7*7 }} {% if %} `a`",
        "**a** [b](https://c.test)",
        "# a\n- b",
    )
    text = text_of(
        *(plain_table((text, "1"), key=f"tabel-{n}") for n, text in enumerate(texts)), unit=HOSTILE
    )
    assert "<script" not in text
    page = VIEWER.render(text)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; | =1+1" in page
    assert "{{ 7*7 }} {% if %} `a`</td>" in page
    assert "<td>**a** [b](https://c.test)</td>" in page
    assert "<td># a<br>- b</td>" in page
    assert set(re.findall(r"<(img|script|code|em)\b", page)) == set()


def test_a_picture_is_a_file_beside_the_text_with_its_description_and_its_figures():
    chart = item_chart()
    text, files = markdown_of(report(Figure("gambar", "Nilai butir", chart)), {}, {})
    assert files == {"grafik-butir.svg": chart.wide.svg}
    assert re.search(r"^!\[Diagram batang [^\]]*\]\(grafik-butir\.svg\)$", text, re.MULTILINE)
    assert "**Gambar 1.1.** Nilai butir" in text
    assert re.search(r"^\| IPAK \| U1 .* \| 3,90 \| 4,00 \|$", text, re.MULTILINE)


def test_columns_of_figures_stand_at_the_right(rendered):
    assert "| Indeks | Nilai |\n| --- | ---: |\n| IPAK | 3,94 |\n| IPKP | 3,82 |\n" in rendered[0]


def test_a_cell_of_several_texts_numbers_them():
    table = ReportTable("t", "t", plain_table(("a", "b")).columns, ((Cell(("U1",)), Cell(("satu", "dua"))),))
    assert "| U1 | 1. satu<br>2. dua |\n" in text_of(table)


def test_lists_keep_their_kind():
    assert "- satu\n- dua\n\n1. tiga\n" in text_of(Listing(("satu", "dua")), Listing(("tiga",), ordered=True))


def test_the_text_is_tidy(rendered):
    text, _ = rendered
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\n\n\n" not in text
    assert [line for line in text.splitlines() if line != line.rstrip()] == []


def test_the_same_report_gives_the_same_text_and_pictures(rendered):
    assert markdown_of(long_report(), {}, {}) == rendered


def test_a_report_that_cannot_be_signed_yet_is_marked_as_a_draft():
    assert "\n**DRAF**\n" in text_of(draft=("Penanda tangan belum ditulis.",))
    assert "DRAF" not in text_of()


def test_references_lead_to_their_parts_and_the_text_around_them_stays_as_it_is():
    parts = (Reference("bagian", "Bagian 1.1"), ": * dan ", Reference("tabel", "Tabel 1.1"), ". 1. Isi")
    text = text_of(Paragraph(LinkedText(parts)), Paragraph("Lihat Tabel 1.1."), plain_table(("a",)))
    assert "[Bagian 1.1](#bagian): \\* dan [Tabel 1.1](#tabel). 1. Isi\n" in text
    assert "\nLihat Tabel 1.1.\n" in text


def test_the_signature_names_position_name_and_number():
    assert "Kepala Subbagian,<br><br><br>**Sekar Ayu, S.Sos.**<br>\nNIP 1980\n" in text_of()
