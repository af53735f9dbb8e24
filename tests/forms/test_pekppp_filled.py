"""The office's own self-assessment workbook given back, with the levels from its facts beside its claims."""

from __future__ import annotations

import io
import re
import zipfile

import openpyxl
import pytest
from openpyxl.styles import Font

from ipak_cli.base.problem import Where
from ipak_cli.forms.pekppp_filled import AGAINST, LACKING, LEVEL, REASON, FilledRow, filled_back

ADDED = (LEVEL, AGAINST, REASON, LACKING)
DIFFERENT, PLAIN = "00FFEB9C", "00F2F2F2"


def office(change=None):
    """Return a workbook as an office may keep it: a note above, two indicators, a column of its own."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Penilaian"
    sheet["A1"] = "Punya kantor"
    sheet.append(["No", "Indikator", "Nilai mandiri (0-5)", "Bukti", "Kolom kami"])
    sheet.append([1, "Standar pelayanan", 4, "sk.pdf", "ingat!"])
    sheet.append([2, "Maklumat", 3, None, "=1+1"])
    sheet["B3"].font = Font(bold=True, color="FF0000")
    book.create_sheet("Catatan")["A1"] = "rahasia dapur"
    if change is not None:
        change(book)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def rows(*levels, reason="Semua fakta terpenuhi.", lacking="Tingkat 5: unggah SK"):
    return [
        FilledRow(Where("buku.xlsx", "Penilaian", f"C{number}"), claimed, derived, reason, lacking)
        for number, (claimed, derived) in enumerate(levels, 3)
    ]


def opened(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def texts(sheet, row):
    return [cell.value for cell in sheet[row]]


def test_the_columns_stand_right_of_the_offices_own_and_all_else_stays():
    data, lost = filled_back(office(), rows((4, 2), (3, 3)))
    book = opened(data)
    sheet = book["Penilaian"]
    assert lost == ()
    assert texts(sheet, 2)[4:] == ["Kolom kami", *ADDED]
    assert texts(sheet, 3) == [
        1, "Standar pelayanan", 4, "sk.pdf", "ingat!",
        2, "lebih rendah 2", "Semua fakta terpenuhi.", "Tingkat 5: unggah SK",
    ]  # fmt: skip
    assert texts(sheet, 4)[4:7] == ["=1+1", 3, "sama"]
    assert sheet["A1"].value == "Punya kantor"
    assert (sheet["B3"].font.bold, sheet["B3"].font.color.rgb) == (True, "00FF0000")
    assert book["Catatan"]["A1"].value == "rahasia dapur"


@pytest.mark.parametrize(
    ("claimed", "derived", "said", "fill"),
    [
        (4, 2, "lebih rendah 2", DIFFERENT),
        (1, 5, "lebih tinggi 4", DIFFERENT),
        (0, 0, "sama", PLAIN),
        (None, 3, "nilai mandiri kosong", PLAIN),
        (3, None, "tidak dapat dibandingkan", PLAIN),
        (None, None, "tidak dapat dibandingkan", PLAIN),
    ],
)
def test_what_differs_from_the_claim_is_marked_in_words_and_in_colour(claimed, derived, said, fill):
    sheet = opened(filled_back(office(), rows((claimed, derived)))[0])["Penilaian"]
    level = "–" if derived is None else derived
    assert [sheet["F3"].value, sheet["G3"].value] == [level, said]
    for place in ("F3", "G3"):
        assert sheet[place].fill.start_color.rgb == fill
        assert sheet[place].font.bold == (fill == DIFFERENT)


def test_a_workbook_that_was_given_back_before_is_filled_anew_in_the_same_columns():
    once, _ = filled_back(office(), rows((4, 2)))
    sheet = opened(filled_back(once, rows((4, 4)))[0])["Penilaian"]
    assert texts(sheet, 2)[4:] == ["Kolom kami", *ADDED]
    assert texts(sheet, 3)[5:7] == [4, "sama"]
    assert sheet["F3"].fill.start_color.rgb == PLAIN


def test_the_same_input_gives_the_same_bytes():
    given = office()
    assert filled_back(given, rows((4, 2))) == filled_back(given, rows((4, 2)))


def test_texts_that_begin_like_a_formula_stay_texts():
    def inject(book):
        cell = book["Penilaian"]["D4"]
        cell.value = '=HYPERLINK("http://jahat.example")'
        cell.data_type = "s"

    data, _ = filled_back(office(inject), rows((4, 2), (3, 3), reason="=1+1", lacking="@SUM(A1)"))
    sheet = opened(data)["Penilaian"]
    for place, text in (("D4", '=HYPERLINK("http://jahat.example")'), ("H3", "=1+1"), ("I3", "@SUM(A1)")):
        assert (sheet[place].value, sheet[place].data_type) == (text, "s")
    assert (sheet["H3"].quotePrefix, sheet["I3"].quotePrefix) == (True, True)


def with_parts(data, **parts):
    """Add parts to a workbook, as Excel names them."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
        for name, content in parts.items():
            target.writestr(name, content)
    return made.getvalue()


def test_macros_and_links_are_left_out_and_told():
    given = with_parts(
        office(), **{"xl/vbaProject.bin": b"makro", "xl/externalLinks/externalLink1.xml": b"<a/>"}
    )
    data, lost = filled_back(given, rows((4, 2)))
    assert lost == ("makro", "tautan ke berkas lain")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if "vba" in name or "external" in name]


def test_a_formula_that_reads_another_file_becomes_its_value_and_others_stay():
    def link(book):
        book["Catatan"]["B1"] = "=[1]Lain!A1"
        book["Catatan"]["B2"] = "=A1"
        book["Catatan"]["B3"] = "=SUM(Tabel1[2024])"

    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(office(link))) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            # What the formula came to when the office last saved it.
            part = re.sub(rb"Lain!A1</f><v ?(?:/>|></v>)", b"Lain!A1</f><v>42</v>", source.read(name))
            target.writestr(name, part)
    notes = opened(filled_back(made.getvalue(), rows((4, 2)))[0])["Catatan"]
    assert [notes[f"B{row}"].value for row in (1, 2, 3)] == [42, "=A1", "=SUM(Tabel1[2024])"]
