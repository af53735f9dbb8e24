"""Word documents read into parts: order, tables, numbers that Word counts, changes, notes, boxes, edges."""

from __future__ import annotations

import pytest

from ipak_cli.audit.document import Grid, Passage, TextKind
from ipak_cli.audit.readers.report import read_report
from ipak_cli.base.problem import ProblemsFoundError
from makers.hostile import pack
from makers.words import cell, docx, paragraph, part, plain_table, row, run, table


def read(*blocks, **parts):
    return read_report("laporan.docx", docx(*blocks, **parts)).parts


def texts(parts):
    return [part.text for part in parts if isinstance(part, Passage)]


def grids(parts):
    return [part for part in parts if isinstance(part, Grid)]


def test_paragraphs_and_tables_stand_in_their_order_with_caption_and_heading():
    parts = read(
        paragraph("BAB III HASIL SURVEI"),
        paragraph("Tabel 3.1 Nilai indeks"),
        plain_table(("Indeks", "Nilai"), ("IPAK", "3,90")),
        paragraph("IPAK bernilai 3,90."),
    )
    heading, caption, grid, body = parts
    assert (heading.kind, caption.kind, body.kind) == (TextKind.HEADING, TextKind.CAPTION, TextKind.BODY)
    assert grid.rows == (("Indeks", "Nilai"), ("IPAK", "3,90"))
    assert (grid.caption, grid.place.table) == ("Tabel 3.1 Nilai indeks", "Tabel 3.1")
    assert grid.place.heading == "BAB III HASIL SURVEI"


def test_the_number_of_a_caption_is_what_its_field_showed_last():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SEQ Tabel</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("4")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = f'<w:fldSimple w:instr="SEQ Gambar">{run("2")}</w:fldSimple>'
    parts = read(paragraph("Tabel 3.", field, run(" Nilai")), paragraph("Gambar 3.", simple, run(" Tren")))
    assert texts(parts) == ["Tabel 3.4 Nilai", "Gambar 3.2 Tren"]
    assert {part.kind for part in parts} == {TextKind.CAPTION}


def test_merged_cells_have_their_text_once_in_its_first_place():
    head = row(
        cell("No", properties='<w:vMerge w:val="restart"/>'),
        cell("Nilai", properties='<w:gridSpan w:val="2"/>'),
    )
    second = row(cell("dua kali", properties="<w:vMerge/>"), cell("TW III"), cell("TW IV"))
    (grid,) = grids(read(table(head, second, row(cell("1"), cell("3,94"), cell("3,90")))))
    assert grid.rows == (("No", "Nilai", ""), ("", "TW III", "TW IV"), ("1", "3,94", "3,90"))


def test_a_row_that_begins_late_keeps_its_columns():
    late = row(cell("3,90"), properties='<w:gridBefore w:val="1"/>')
    (grid,) = grids(read(table(row(cell("Indeks"), cell("Nilai")), late)))
    assert grid.rows[1] == ("", "3,90")


def test_a_table_in_a_cell_is_a_table_of_its_own():
    inner = plain_table(("Indeks", "Nilai"), ("IPKP", "3,73"))
    outer, nested = grids(read(table(row(cell("Kiri"), cell("Kanan", inside=inner)))))
    assert outer.rows == (("Kiri", "Kanan"),)
    assert nested.rows == (("Indeks", "Nilai"), ("IPKP", "3,73"))


def test_a_table_of_one_column_is_a_frame_around_text():
    parts = read(table(row(cell("IPAK bernilai 3,90."))))
    assert texts(parts) == ["IPAK bernilai 3,90."]
    assert grids(parts) == []


def test_deleted_text_is_left_out_and_inserted_text_is_read():
    changed = f"<w:del><w:r><w:delText>3,94</w:delText></w:r></w:del><w:ins>{run('3,90')}</w:ins>"
    moved = f"<w:moveFrom>{run('lama')}</w:moveFrom><w:moveTo>{run(' baru')}</w:moveTo>"
    gone = row(cell("IPKP"), cell("9,99"), properties="<w:del/>")
    parts = read(
        paragraph("IPAK ", changed, moved),
        table(row(cell("Indeks"), cell("Nilai")), gone, row(cell("A"), cell("1"))),
    )
    assert texts(parts) == ["IPAK 3,90 baru"]
    assert grids(parts)[0].rows == (("Indeks", "Nilai"), ("A", "1"))


def test_hidden_text_is_left_out():
    assert texts(
        read(paragraph("Nilai ", run("rahasia", "<w:vanish/>"), run("tetap", '<w:vanish w:val="0"/>')))
    ) == ["Nilai tetap"]


def test_a_raised_figure_is_no_part_of_the_number_before_it():
    (text,) = texts(read(paragraph("n = 24", run("2", '<w:vertAlign w:val="superscript"/>'))))
    assert text == "n = 24²"


def test_a_footnote_is_read_behind_its_paragraph():
    notes = part(
        "footnotes", f'<w:footnote w:id="7">{paragraph("Termasuk 3 responden daring.")}</w:footnote>'
    )
    mark = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    parts = read(paragraph("Responden 24 orang.", mark), paragraph("Selesai."), footnotes=notes)
    assert texts(parts) == ["Responden 24 orang.", "Termasuk 3 responden daring.", "Selesai."]


def test_a_text_box_is_read_once():
    box = f"<w:txbxContent>{paragraph('IPAK 3,90')}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(read(paragraph("Ringkasan", drawing))) == ["Ringkasan", "IPAK 3,90"]


def test_headers_and_footers_come_last_and_once():
    footer = part("ftr", paragraph("Laporan Triwulan III 2024"))
    parts = read(paragraph("Isi laporan."), footer1=footer, footer2=footer)
    assert [(p.text, p.kind) for p in parts] == [
        ("Isi laporan.", TextKind.BODY),
        ("Laporan Triwulan III 2024", TextKind.FOOTER),
    ]


STYLES = part(
    "styles",
    '<w:style w:styleId="J1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="J2"><w:name w:val="Subjudul"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:styleId="J3"><w:name w:val="Khusus"/><w:basedOn w:val="J1"/></w:style>'
    '<w:style w:styleId="DI"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:styleId="B"><w:name w:val="Normal"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>',
)


@pytest.mark.parametrize(
    ("style", "kind"),
    [
        ("J1", TextKind.HEADING),
        ("J2", TextKind.HEADING),
        ("J3", TextKind.HEADING),
        ("DI", TextKind.CONTENTS),
        ("B", TextKind.BODY),
        ("tidak-ada", TextKind.BODY),
    ],
)
def test_a_style_tells_what_a_paragraph_is(style, kind):
    (found,) = read(
        paragraph("Hasil pengolahan data", properties=f'<w:pStyle w:val="{style}"/>'), styles=STYLES
    )
    assert found.kind is kind


def level(number, form, text, more=""):
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="0">'
    f"{level(0, 'upperRoman', 'BAB %1')}{level(1, 'decimal', '%1.%2', '<w:isLgl/>')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="1">{level(0, "lowerLetter", "%1.")}'
    f"{level(1, 'bullet', '•')}</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="3"/></w:lvlOverride></w:num>',
)


def item(text, number, place=0):
    return paragraph(
        text, properties=f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{number}"/></w:numPr>'
    )


def test_numbers_that_word_counts_stand_before_the_text():
    parts = read(
        item("PENDAHULUAN", 1),
        item("Latar Belakang", 1, 1),
        item("Tujuan", 1, 1),
        item("HASIL", 1),
        item("Nilai", 1, 1),
        item("pertama", 2),
        item("titik", 2, 1),
        item("", 2),
        item("kedua", 2),
        item("mulai lagi", 3),
        item("lalu", 3),
        item("bukan daftar", 0),
        item("tidak dikenal", 9),
        numbering=NUMBERING,
    )
    assert texts(parts) == [
        "BAB I PENDAHULUAN",
        "1.1 Latar Belakang",
        "1.2 Tujuan",
        "BAB II HASIL",
        "2.1 Nilai",
        "a. pertama",
        "titik",
        "b. kedua",
        "c. mulai lagi",
        "d. lalu",
        "bukan daftar",
        "tidak dikenal",
    ]


def test_numbers_in_cells_count_on():
    rows = (
        row(f"<w:tc>{item('Butir', 2)}</w:tc>", cell("3,90")),
        row(f"<w:tc>{item('Butir', 2)}</w:tc>", cell("3,73")),
    )
    (grid,) = grids(read(table(*rows), numbering=NUMBERING))
    assert [r[0] for r in grid.rows] == ["a. Butir", "b. Butir"]


def test_lines_of_the_contents_are_no_text():
    parts = read(
        paragraph("DAFTAR ISI"),
        paragraph("BAB I PENDAHULUAN", "<w:r><w:tab/></w:r>", run("1")),
        paragraph("Tabel 3.1 Nilai indeks", "<w:r><w:tab/></w:r>", run("9")),
        paragraph("Survei ini menanyakan 14 butir kepada pengguna layanan."),
    )
    assert [part.kind for part in parts] == [
        TextKind.HEADING, TextKind.CONTENTS, TextKind.CONTENTS, TextKind.BODY,
    ]  # fmt: skip


def code_of(content, name="laporan.docx"):
    with pytest.raises(ProblemsFoundError) as raised:
        read_report(name, content)
    (found,) = raised.value.problems
    return found.code


def test_a_document_type_with_entities_is_refused():
    entities = '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    assert code_of(docx(paragraph("&b;"), head=entities)) == "A183"


def test_a_bomb_is_refused_before_it_is_unpacked():
    assert code_of(docx(paragraph("a" * 40_000_000))) == "A184"


def test_xml_that_ends_too_early_is_damaged():
    assert code_of(docx("<w:p>")) == "A183"


def test_a_document_cut_off_is_damaged():
    assert code_of(docx(paragraph("Isi"))[:-200]) == "A183"


def test_a_document_without_a_body_is_damaged():
    assert code_of(pack({"word/document.xml": part("document", "")})) == "A183"


def test_deep_nesting_ends_in_a_problem():
    deep = "<w:sdt><w:sdtContent>" * 5_000 + paragraph("x") + "</w:sdtContent></w:sdt>" * 5_000
    assert code_of(docx(deep)) == "A183"
