"""PDF files read into parts: lines, paragraphs, drawn and typed tables, tables over pages, edges of pages."""

from __future__ import annotations

import io
import zlib

import pytest
import typst
from pypdf import PdfReader, PdfWriter

from ipak_cli.audit.document import Grid, Passage, TextKind
from ipak_cli.audit.readers import pdf_pages
from ipak_cli.audit.readers.report import read_report
from ipak_cli.base.problem import ProblemsFoundError
from makers.pdfs import Sheet, pdf

XS = [72.0, 110.0, 330.0, 420.0]


def read(*sheets, **more):
    return read_report("laporan.pdf", pdf(*sheets, **more)).parts


def texts(parts, kind=None):
    return [part.text for part in parts if isinstance(part, Passage) and kind in {None, part.kind}]


def grids(parts):
    return [part for part in parts if isinstance(part, Grid)]


def drawn(sheet, top, *rows):
    """A table with lines around every cell; rows are 20 points high."""
    ys = [top - 20 * n for n in range(len(rows), -1, -1)]
    sheet.grid(XS, ys)
    for n, row in enumerate(rows):
        sheet.row(top - 20 * n - 14, *((x + 4, text) for x, text in zip(XS, row, strict=False) if text))
    return sheet


def test_lines_of_a_paragraph_are_one_and_a_short_line_ends_it():
    page = (
        Sheet()
        .text(72, 700, "Survei dilaksanakan pada Triwulan IV Tahun 2024 dan diikuti oleh")
        .text(72, 686, "24 responden.")
        .text(72, 672, "IPAK bernilai 3,90.")
    )
    assert texts(read(page)) == [
        "Survei dilaksanakan pada Triwulan IV Tahun 2024 dan diikuti oleh 24 responden.",
        "IPAK bernilai 3,90.",
    ]


def test_a_drawn_table_has_its_cells_caption_and_page():
    page = Sheet().text(72, 720, "Tabel 3.1 Nilai indeks")
    drawn(page, 700, ("No", "Indeks", "Nilai"), ("1", "IPAK", "3,90"), ("2", "IPKP", "3,73"))
    (grid,) = grids(read(Sheet().text(72, 700, "Sampul"), page))
    assert grid.rows == (("No", "Indeks", "Nilai"), ("1", "IPAK", "3,90"), ("2", "IPKP", "3,73"))
    assert (grid.caption, grid.place.page, grid.place.table) == ("Tabel 3.1 Nilai indeks", 2, "Tabel 3.1")


def test_a_cell_of_two_lines_is_one_text():
    page = Sheet().grid(XS, [620, 660, 680])
    page.row(666, (76, "No"), (114, "Butir"), (334, "Nilai"))
    page.row(645, (76, "1"), (114, "Prosedur pelayanan yang ditetapkan"), (334, "3,75"))
    page.text(114, 632, "unit layanan ini mudah diikuti")
    (grid,) = grids(read(page))
    assert grid.rows[1] == ("1", "Prosedur pelayanan yang ditetapkan unit layanan ini mudah diikuti", "3,75")


def test_a_merged_cell_has_its_text_in_its_first_place():
    page = Sheet()
    for y in (620, 640, 660, 680):
        page.line(72, y, 420, y)
    for x in (72, 420):
        page.line(x, 620, x, 680)
    page.line(110, 620, 110, 680).line(330, 620, 330, 660)  # the head's second cell spans two columns
    page.row(666, (76, "No"), (250, "Nilai")).row(646, (114, "TW III"), (334, "TW IV"))
    page.row(626, (76, "1"), (114, "3,94"), (334, "3,90"))
    (grid,) = grids(read(page))
    assert grid.rows == (("No", "Nilai", ""), ("", "TW III", "TW IV"), ("1", "3,94", "3,90"))


def test_rows_without_lines_between_them_are_never_one_cell():
    page = Sheet().grid(XS, [620, 660, 680])
    page.row(666, (76, "No"), (114, "Indeks"), (334, "Nilai"))
    page.row(648, (76, "1"), (114, "IPAK"), (334, "3,90")).row(632, (76, "2"), (114, "IPKP"), (334, "3,73"))
    cells = {cell for grid in grids(read(page)) for row in grid.rows for cell in row}
    assert not any("3,90" in cell and "3,73" in cell for cell in cells)
    (grid,) = grids(read(page))
    assert grid.rows[1:] == (("1", "IPAK", "3,90"), ("2", "IPKP", "3,73"))


def test_a_table_goes_on_over_a_pages_end_with_and_without_its_head():
    head = ("No", "Indeks", "Nilai")
    first = drawn(Sheet(), 200, head, ("1", "IPAK", "3,90"))
    again = drawn(Sheet(), 740, head, ("2", "IPKP", "3,73"))
    without = drawn(Sheet(), 740, ("2", "IPKP", "3,73"), ("3", "IKM", "3,80"))
    whole = (head, ("1", "IPAK", "3,90"), ("2", "IPKP", "3,73"))
    assert [grid.rows for grid in grids(read(first, again))] == [whole]
    assert [grid.rows for grid in grids(read(first, without))] == [(*whole, ("3", "IKM", "3,80"))]


def test_a_row_that_a_pages_end_cuts_is_one():
    first = drawn(Sheet(), 200, ("No", "Butir", "Nilai"), ("1", "Prosedur pelayanan yang", "3,75"))
    other = drawn(Sheet(), 740, ("", "mudah diikuti", ""), ("2", "Biaya", "3,88"))
    (grid,) = grids(read(first, other))
    assert grid.rows[1:] == (("1", "Prosedur pelayanan yang mudah diikuti", "3,75"), ("2", "Biaya", "3,88"))


def test_figures_that_begin_a_table_are_no_head_of_it():
    page = drawn(Sheet().text(72, 750, "Isi"), 700, ("1", "IPAK", "3,90"), ("2", "IPKP", "3,73"))
    (grid,) = grids(read(page))
    assert grid.rows == (("", "", ""), ("1", "IPAK", "3,90"), ("2", "IPKP", "3,73"))


def test_years_and_answers_name_columns():
    for names in (("Unsur", "2023", "2024"), ("Unsur", "3", "4")):
        (grid,) = grids(read(drawn(Sheet(), 700, names, ("IPAK", "3,90", "3,73"))))
        assert grid.rows[0] == names


def test_a_single_row_on_a_page_goes_on_with_the_table_before_it():
    first = drawn(Sheet(), 200, ("No", "Butir", "Nilai"), ("1", "Prosedur pelayanan", "3,75"))
    other = drawn(Sheet(), 740, ("2", "Biaya", "3,88"))
    (grid,) = grids(read(first, other))
    assert grid.rows[1:] == (("1", "Prosedur pelayanan", "3,75"), ("2", "Biaya", "3,88"))


def test_lines_without_any_text_between_them_are_no_table():
    parts = read(Sheet().text(72, 740, "IPAK bernilai 3,90.").grid(XS, [620, 640, 660]))
    assert [type(part) for part in parts] == [Passage]


def test_a_list_in_a_cell_is_one_text():
    page = Sheet().grid(XS, [620, 660, 680])
    page.row(666, (76, "No"), (114, "Rencana"), (334, "Nilai"))
    page.row(648, (76, "1"), (114, "1."), (140, "Pelatihan"), (334, "3,75")).row(
        632, (114, "2."), (140, "Jadwal")
    )
    (grid,) = grids(read(page))
    assert grid.rows[1] == ("1", "1. Pelatihan 2. Jadwal", "3,75")


def test_a_paragraph_goes_on_over_a_pages_end():
    first = Sheet().text(72, 100, "Jumlah jawaban bintang 4 naik dari 422 jawaban di Triwulan I menjadi")
    other = Sheet().text(72, 700, "536 jawaban di Triwulan III.").text(72, 660, "Selesai.")
    assert texts(read(first, other)) == [
        "Jumlah jawaban bintang 4 naik dari 422 jawaban di Triwulan I menjadi 536 jawaban di Triwulan III.",
        "Selesai.",
    ]


def test_text_between_tables_parts_them():
    first = drawn(Sheet(), 200, ("No", "Indeks", "Nilai"), ("1", "IPAK", "3,90"))
    other = drawn(
        Sheet().text(72, 750, "Tabel 3.2 Lain"), 740, ("No", "Indeks", "Nilai"), ("2", "IPKP", "3,73")
    )
    assert len(grids(read(first, other))) == 2


def aligned(*rows, top=700, pitch=16):
    page = Sheet()
    for n, row in enumerate(rows):
        page.row(top - pitch * n, *row)
    return page


def test_clear_columns_without_lines_are_a_table():
    page = aligned(
        ((72, "Unsur"), (300, "Nilai"), (400, "Mutu")),
        ((72, "Persyaratan"), (300, "3,45"), (400, "B")),
        ((72, "Prosedur"), (300, "3,50"), (400, "B")),
        ((72, "Waktu"), (300, "3,10"), (400, "B")),
    )
    (grid,) = grids(read(page))
    assert grid.rows[0] == ("Unsur", "Nilai", "Mutu")
    assert grid.rows[3] == ("Waktu", "3,10", "B")


def test_a_head_of_two_lines_is_one_row():
    page = aligned(
        ((72, "Laporan ini memuat nilai unsur menurut survei pada triwulan yang dilaporkan."),),
        ((300, "Nilai"), (400, "Mutu")),
        ((72, "Unsur"), (300, "unsur"), (400, "layanan")),
        ((72, "Persyaratan"), (300, "3,45"), (400, "B")),
        ((72, "Prosedur"), (300, "3,50"), (400, "B")),
        pitch=13,
    )
    (grid,) = grids(read(page))
    assert grid.rows[0] == ("Unsur", "Nilai unsur", "Mutu layanan")


def test_a_wrapped_label_below_its_figures_is_the_rows_own():
    page = aligned(
        ((72, "Unsur"), (300, "Nilai")),
        ((72, "Kesesuaian persyaratan"), (300, "3,45")),
        ((72, "dengan jenis layanan"),),
        ((72, "Prosedur"), (300, "3,50")),
    )
    (grid,) = grids(read(page))
    assert grid.rows[1:] == (("Kesesuaian persyaratan dengan jenis layanan", "3,45"), ("Prosedur", "3,50"))


def test_labels_around_their_figures_are_no_table_since_their_rows_are_not_clear():
    page = aligned(
        ((72, "Unsur"), (300, "Nilai")),
        ((72, "Kesesuaian persyaratan"),),
        ((72, "dengan jenis"), (300, "3,45")),
        ((72, "layanan"),),
        ((72, "Prosedur yang"),),
        ((72, "mudah"), (300, "3,50")),
        ((72, "diikuti"),),
    )
    parts = read(page)
    assert grids(parts) == []
    assert "3,45" in texts(parts)  # alone: nothing says whose it is


def test_labels_that_begin_with_a_lists_letter_are_labels():
    page = aligned(
        ((72, "Aspek"), (300, "Bobot")),
        ((72, "a. Kebijakan"), (300, "24 %")),
        ((72, "b. Profesionalisme"), (300, "25 %")),
    )
    (grid,) = grids(read(page))
    assert grid.rows[2] == ("b. Profesionalisme", "25 %")


def test_two_columns_of_prose_are_no_table():
    page = aligned(*(((72, "Unit layanan ini melayani warga"), (320, "Survei dilaksanakan tiap bulan")),) * 6)
    assert grids(read(page)) == []


TWO_COLUMNS = """
#set page(paper: "a4", columns: 2, numbering: "1")
#set par(justify: JUSTIFIED)
#set text(size: 10pt)
#place(top + center, float: true, scope: "parent", text(16pt)[Laporan Survei Persepsi Triwulan III 2024])
Survei dilaksanakan pada Triwulan III tahun 2024 terhadap 41 responden. #lorem(150)

Nilai Indeks Persepsi Kualitas Pelayanan adalah 3,91 pada skala 4. #lorem(60)
#table(columns: 3, stroke: STROKE,
  [Indeks], [Rata-rata], [Persen], [IPAK], [3,94], [98,54], [IPKP], [3,91], [97,76])
#lorem(100)

#lorem(40) Butir dengan nilai terendah adalah kejelasan prosedur dengan rata-rata 3,83 dari 41 jawaban.
#lorem(180)
"""


def typeset(source, **said):
    for name, value in said.items():
        source = source.replace(name, value)
    return typst.compile(source.encode(), format="pdf", pdf_tags=False)


@pytest.mark.parametrize("justified", ["true", "false"])
@pytest.mark.parametrize("stroke", ["1pt", "none"])
def test_a_page_in_two_columns_is_read_one_column_after_the_other(justified, stroke):
    content = typeset(TWO_COLUMNS, JUSTIFIED=justified, STROKE=stroke)
    parts = read_report("x.pdf", content).parts
    (grid,) = grids(parts)
    assert grid.rows == (
        ("Indeks", "Rata-rata", "Persen"),
        ("IPAK", "3,94", "98,54"),
        ("IPKP", "3,91", "97,76"),
    )
    title, *rest = texts(parts)
    assert title == "Laporan Survei Persepsi Triwulan III 2024"
    whole = (
        "Survei dilaksanakan pada Triwulan III tahun 2024 terhadap 41 responden. Lorem ipsum",
        "Nilai Indeks Persepsi Kualitas Pelayanan adalah 3,91 pada skala 4. Lorem ipsum",
        "Butir dengan nilai terendah adalah kejelasan prosedur dengan rata-rata 3,83 dari 41 jawaban. Lorem",
    )
    found = [next(n for n, text in enumerate(rest) if sentence in text) for sentence in whole]
    assert found == sorted(found)
    assert len(rest) <= 6  # paragraphs, not lines or words


def test_text_cells_side_by_side_are_no_columns_of_a_page():
    source = """#set page(paper: "a4")
    #grid(columns: (1fr, 1fr), column-gutter: 20pt, row-gutter: 12pt,
      ..range(4).map(n => (lorem(30 + n), lorem(30 + n))).flatten())"""
    parts = read_report("x.pdf", typeset(source)).parts
    lefts = [text for text in texts(parts) if text.startswith("Lorem ipsum")]
    assert len(lefts) == 8  # each cell's first line stands alone: nothing is joined over a row's end


def test_lines_on_every_page_are_its_edges():
    pages = [
        Sheet().text(72, 810, "Laporan Triwulan III 2024").text(72, 700, f"Isi {word}.").text(290, 30, f"{n}")
        for n, word in enumerate(("satu", "dua", "tiga", "empat"), start=1)
    ]
    parts = read(*pages)
    assert texts(parts, TextKind.BODY) == ["Isi satu.", "Isi dua.", "Isi tiga.", "Isi empat."]
    assert "Laporan Triwulan III 2024" in texts(parts, TextKind.FOOTER)


def test_a_turned_page_is_read_as_it_is_shown():
    page = Sheet()
    for n, (label, value) in enumerate((("Unsur", "Nilai"), ("IPAK", "3,90"), ("IPKP", "3,73"))):
        for along, text in ((100, label), (400, value)):
            plain = f"BT /F1 10 Tf 0 1 -1 0 {100 + 16 * n} {along} Tm ({text}) Tj ET"
            page.drawn.append(plain)
    (grid,) = grids(read(page, turned=90))
    assert grid.rows == (("Unsur", "Nilai"), ("IPAK", "3,90"), ("IPKP", "3,73"))


def code_of(content):
    with pytest.raises(ProblemsFoundError) as raised:
        read_report("laporan.pdf", content)
    (found,) = raised.value.problems
    return found.code


def locked(user, owner):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(Sheet().text(72, 700, "IPAK bernilai 3,90.")))))
    writer.encrypt(user, owner, algorithm="RC4-128")
    taken = io.BytesIO()
    writer.write(taken)
    return taken.getvalue()


def test_a_password_for_opening_is_told_and_one_for_changing_does_not_matter():
    assert code_of(locked("rahasia", "pemilik")) == "A180"
    assert texts(read_report("laporan.pdf", locked("", "pemilik")).parts) == ["IPAK bernilai 3,90."]


def test_pages_without_text_are_told():
    assert code_of(pdf(Sheet().line(72, 700, 300, 700))) == "A181"


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\n%%EOF", b"%PDF-1.7\n" + b"\0" * 5_000, b"%PDF-" + b"<<" * 90_000]
)
def test_what_is_no_whole_file_is_damaged(content):
    assert code_of(content) == "A183"


SIGNED = "Dokumen ini telah ditandatangani secara elektronik."


def test_scanned_pages_are_told_though_a_line_of_text_stands_on_them():
    scanned = Sheet().picture(0, 0, 595, 842).text(72, 20, SIGNED)
    assert code_of(pdf(scanned, scanned)) == "A181"
    found = read_report("laporan.pdf", pdf(Sheet().text(72, 700, "IPAK bernilai 3,90."), scanned))
    assert found.unread_pages == (2,)


def test_a_page_with_a_small_picture_or_with_text_on_a_picture_is_read():
    photo = Sheet().picture(72, 300, 400, 300).text(72, 700, "IPAK bernilai 3,90.")
    background = Sheet().picture(0, 0, 595, 842)
    for n in range(12):
        background.text(72, 700 - 20 * n, f"Baris ke-{n} memuat teks laporan.")
    found = read_report("laporan.pdf", pdf(photo, background))
    assert found.unread_pages == ()


def test_what_a_scanner_guessed_is_not_read():
    guessed = Sheet().picture(0, 0, 595, 842)
    for n in range(40):
        guessed.drawn.append("3 Tr")
        guessed.text(72, 800 - 18 * n, "IPAK bernilai 8,90 dengan jumlah responden 24 orang.")
    assert code_of(pdf(guessed)) == "A181"


def test_a_file_cut_off_is_damaged_or_read_without_a_traceback():
    whole = pdf(*(Sheet().text(72, 700, f"Halaman {n} memuat teks.") for n in range(5)))
    codes = set()
    for end in range(10, len(whole), 97):
        try:
            read_report("laporan.pdf", whole[:end])
        except ProblemsFoundError as error:
            codes |= {each.code for each in error.problems}
    assert codes <= {"A181", "A183"}


def test_ten_thousand_pages_are_refused():
    assert code_of(pdf(*[Sheet()] * 10_000)) == "A184"


def test_a_page_full_of_lines_costs_no_more_than_its_text():
    page = Sheet().text(72, 700, "IPAK bernilai 3,90.")
    for n in range(20_000):
        page.line(n % 590, n % 800, (n * 7) % 590, n % 800).line(n % 590, n % 800, n % 590, (n * 11) % 800)
    assert texts(read(page)) == ["IPAK bernilai 3,90."]


def test_a_stream_that_unpacks_to_more_than_a_page_holds_is_refused():
    bomb = zlib.compress(b"q Q " * 40_000_000, 9)
    packed = f"<</Filter/FlateDecode/Length {len(bomb)}>>stream\n".encode() + bomb + b"\nendstream"
    whole = pdf(Sheet().text(72, 700, "IPAK"))
    assert code_of(whole.replace(b"trailer", b"9 0 obj\n" + packed + b"\nendobj\ntrailer")) == "A184"


def test_more_letters_than_a_report_has_are_refused(monkeypatch):
    whole = pdf(*[Sheet().text(72, 700, "laporan survei")] * 4)
    monkeypatch.setattr(pdf_pages, "MOST_LETTERS", 4 * 13)
    assert len(read_report("laporan.pdf", whole).parts) > 0
    monkeypatch.setattr(pdf_pages, "MOST_LETTERS", 4 * 13 - 1)
    assert code_of(whole) == "A184"
