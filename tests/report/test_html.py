from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from ipak_cli.report.formats.html import good_width, turned, wide
from ipak_cli.report.outline import (
    Align,
    Cell,
    Figure,
    LinkedText,
    Listing,
    Paragraph,
    Reference,
    ReportTable,
    Section,
    Signature,
    TableColumn,
)
from makers.reports import HOSTILE, html_of, item_chart, long_report, plain_table, report

VOID = {"meta", "link", "br", "wbr", "path", "use", "rect", "line", "circle"}


def html(*blocks, **parts):
    return html_of(report(*blocks, **parts), {}, {})


def body(page):
    """Return the page without its style, whose words are no report's."""
    return re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)


class Nesting(HTMLParser):
    """Follows the tags of a page, and collects ids, references to them, and headings."""

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.references, self.headings = [], [], [], []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if "id" in given:
            self.ids.append(given["id"])
        self.references += [
            each.removeprefix("#") for each in (given.get("href"),) if each and each[0] == "#"
        ]
        self.references += given.get("aria-labelledby", "").split()
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag


@pytest.fixture(scope="module")
def page():
    return html_of(long_report(), {}, {})


@pytest.fixture(scope="module")
def nesting(page):
    found = Nesting()
    found.feed(page)
    return found


def test_every_tag_is_closed_in_its_order(nesting):
    assert nesting.open == []


def test_no_id_is_given_twice_and_every_reference_leads_somewhere(nesting):
    assert len(nesting.ids) == len(set(nesting.ids))
    assert set(nesting.references) <= set(nesting.ids)


def test_headings_leave_no_level_out(nesting):
    assert nesting.headings[0] == 1
    assert nesting.headings.count(1) == 1
    steps = [after - before for before, after in zip(nesting.headings, nesting.headings[1:], strict=False)]
    assert max(steps) == 1


def test_the_page_needs_nothing_from_elsewhere_and_runs_nothing(page):
    # Free texts may name an address; nothing of the page may load one.
    assert re.findall(r'(?:src|href|data|action)="(?!#|data:,")[^"]*"', page) == []
    assert "url(" not in page.replace("url(#", "")
    assert "@import" not in page
    assert "<script" not in page
    assert "default-src 'none'" in page


def test_the_same_report_gives_the_same_page(page):
    assert html_of(long_report(), {}, {}) == page


def test_the_page_is_tidy(page):
    assert page.endswith("</html>\n")
    assert [line for line in page.splitlines() if not line or line != line.rstrip()] == []


def test_a_hostile_unit_and_suggestion_stay_text():
    texts = (
        HOSTILE,
        '"><img src=x onerror=alert(1)>',
        "{{ 7*7 }} {% if %} {# #}",
        "**a** [b](https://c.test)",
    )
    page = body(
        html(*(plain_table((text, "1"), key=f"tabel-{n}") for n, text in enumerate(texts)), unit=HOSTILE)
    )
    assert "<script" not in page
    assert "<img" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt; | =1+1") >= 4
    assert "{{ 7*7 }} {% if %} {# #}" in page
    assert "**a** [b](https://c.test)" in page


def test_a_hostile_key_cannot_leave_its_attribute():
    assert 'id="&#34;&gt;&lt;b&gt;"' in html(plain_table(("a", "b"), key='"><b>'))


def test_a_table_names_its_columns_and_rows():
    page = html(plain_table(("IPAK", "3,94"), note="Skala 1 sampai 4."))
    assert '<span class="nomor">Tabel 1.1</span> Sebuah tabel</span></caption>' in page
    assert '<th scope="col" class="left">Kolom 2</th>' in page
    assert '<th scope="row" class="left">IPAK</th>' in page
    assert '<p class="catatan">Skala 1 sampai 4.</p>' in page


def test_a_cell_of_several_texts_is_a_list():
    table = plain_table(("a", "b"))
    cells = ((Cell(("U1",)), Cell(("satu", "dua"))),)
    page = html(ReportTable("t", "t", table.columns, cells))
    assert "<ol><li>satu</li><li>dua</li></ol>" in page


def test_a_cell_without_a_text_is_empty():
    table = plain_table(("a", "b"))
    assert '<td class="left"></td>' in html(ReportTable("t", "t", table.columns, ((Cell(()), Cell(("b",))),)))


def test_only_a_wide_table_is_a_region_that_can_be_moved_by_keyboard():
    assert 'tabindex="0"' not in html(plain_table(("IPAK", "3,94")))
    wide = html(plain_table(tuple("pertanggungjawaban" for _ in range(4))))
    assert '<div class="gulir" tabindex="0" role="region" aria-label="Tabel 1.1: Sebuah tabel">' in wide


def test_a_picture_stands_with_its_label_and_the_table_of_its_figures():
    page = html(Figure("gambar", "Nilai butir", item_chart()))
    figure = page[page.index("<figure") : page.index("</figure>")]
    assert '<figcaption><span class="nomor">Gambar 1.1</span> Nilai butir</figcaption>' in figure
    assert "<svg" in figure
    assert "<summary>Tabel angka Gambar 1.1</summary>" in figure
    assert '<td class="right">3,90</td>' in figure


def test_two_pictures_of_one_name_are_refused():
    pictures = [Figure(key, "Nilai butir", item_chart("sama")) for key in ("satu", "dua")]
    with pytest.raises(ValueError, match="same name: sama, sama"):
        html(*pictures)


def test_references_lead_to_their_parts_but_numbers_and_names_in_a_text_do_not():
    parts = (Reference("bagian", "Bagian 1.1"), " & ", Reference("tabel", "Tabel 1.1"), "; nilainya 1.1.")
    page = html(Paragraph(LinkedText(parts)), Paragraph("Lihat Tabel 1.1."), plain_table(("a",)))
    assert (
        '<p><a href="#bagian">Bagian 1.1</a> &amp; <a href="#tabel">Tabel 1.1</a>; nilainya 1.1.</p>' in page
    )
    assert "<p>Lihat Tabel 1.1.</p>" in page


def test_lists_keep_their_kind():
    page = html(Listing(("satu", "dua")), Listing(("tiga",), ordered=True))
    assert re.search(r"<ul>\s*<li>satu</li>\s*<li>dua</li>\s*</ul>\s*<ol>\s*<li>tiga</li>\s*</ol>", page)


def test_the_summary_stands_before_the_chapters_and_what_is_missing_nowhere():
    page = html(missing=("Capaian kinerja belum diisi.",))
    assert page.index("Nilai indeks bertahan.") < page.index("BAB I</span> Hasil</h2>")
    assert "Capaian kinerja belum diisi." not in page


def test_a_report_that_cannot_be_signed_yet_is_marked_as_a_draft():
    assert '<p class="draf">DRAF</p>' in html(draft=("Penanda tangan belum ditulis.",))
    assert "DRAF" not in html()


def test_a_report_that_nobody_signs_yet_leaves_room_for_a_name():
    given = report()
    unsigned = type(given)(
        **{field: getattr(given, field) for field in given.__slots__} | {"signature": Signature("…", None)}
    )
    page = html_of(unsigned, {}, {})
    assert "Nama dan tanda tangan diisi dengan tangan" in page
    assert "NIP" not in body(page)


def test_the_signature_names_position_name_and_number():
    page = html()
    places = [
        page.index(text, page.index('class="tanda-tangan"'))
        for text in ("Kepala Subbagian,", "Sekar Ayu", "NIP 1980")
    ]
    assert places == sorted(places)


def columns_of(*titles):
    return tuple(TableColumn(title) for title in titles)


def test_a_table_of_two_short_columns_fits_a_phone():
    assert not wide(plain_table(("IPAK", "3,94"), ("IPKP", "3,82")))


def test_a_table_of_long_words_scrolls_on_a_phone():
    assert wide(plain_table(("pertanggungjawaban", "ketidaksewenang-wenangan")))


def test_a_figure_is_not_cut_at_its_spaces():
    text = "1 234 567 890 123 456 789 012 345 678 901"
    left = ReportTable("t", "t", columns_of("A"), ((Cell((text,)),),))
    right = ReportTable("t", "t", (TableColumn("A", Align.RIGHT),), ((Cell((text,)),),))
    assert (wide(left), wide(right)) == (False, True)


def test_a_column_of_long_texts_wants_a_readable_line():
    assert good_width(plain_table(("U1", "satu dua tiga empat lima enam tujuh"))) == (7 + 2) + (24 + 2)


def test_a_section_with_a_table_of_many_columns_is_printed_on_its_side():
    many = plain_table(tuple(f"isi kolom yang panjang {n}" for n in range(9)))
    few = plain_table(("U1", "isi kolom yang panjang"))
    assert turned(Section("a", "A", (Paragraph("a"), many, few, Paragraph("a")))) == 2
    assert turned(Section("a", "A", (Paragraph("a"), few))) == 0


def test_a_table_without_rows_has_the_width_of_its_titles():
    assert good_width(ReportTable("t", "t", columns_of("Butir", "Nilai"), ())) == 14
