"""What is altered in a workpaper is noticed: by its check, or a false stored value by an engine."""

import io
import re
import zipfile
from fractions import Fraction

import formualizer
import pytest

from makers.engines import by_formualizer, changed, differences, formulas, stored
from makers.workpapers import different, one_answer, workbook

CHANGED_ANSWER = {
    "IPAK, nilai", "IPAK, persen", "IPAK, poin", "Rata-rata IPAK dan IPKP", "Rata-rata seluruh jawaban",
    "I1, jawaban 1", "I1, jawaban 4", "I1, jumlah nilai", "I1, rata-rata", "I1, selisih",
    "Nilai 1, banyaknya", "Nilai 1, bagian (%)", "Nilai 4, banyaknya", "Nilai 4, bagian (%)",
}  # fmt: skip


def test_a_changed_answer_changes_just_the_figures_that_it_is_part_of():
    found = different(by_formualizer(changed(workbook("example"), {one_answer(): 1})))
    assert found >= CHANGED_ANSWER
    assert {name for name in found if name.startswith(("IPKP,", "I2,", "Nilai 2", "Jenis kelamin"))} == set()


def test_an_answer_taken_away_is_missed():
    found = different(by_formualizer(changed(workbook("example"), {one_answer(): None})))
    assert {"Jawaban", "Jawaban yang tidak diberikan", "I1, jawaban", "I1, jawaban 4"} <= found


def test_a_row_taken_away_is_missed():
    sheet = stored(workbook("example"))["Jawaban"]
    last = max(int(key[1:]) for key in sheet if key[0] == "A" and key[1:].isdigit())
    row = {("Jawaban", key): None for key in sheet if re.fullmatch(rf"[A-Z]+{last}", key)}
    found = different(by_formualizer(changed(workbook("example"), row)))
    assert {"Responden", "Jawaban", "Tingkat respons (%)"} <= found


def cell_of(data, sheet, text, column):
    """Return the cell in a column of the row whose first or second cell holds a text."""
    cells = stored(data)[sheet]
    row = next(key[1:] for key, value in cells.items() if key[0] in "ABC" and value == text)
    return (sheet, f"{column}{row}")


@pytest.mark.parametrize("weight", [Fraction("0.11"), Fraction(1, 9) + Fraction(1, 10**8)])
def test_a_changed_weight_is_noticed_however_little(weight):
    place = cell_of(workbook("satisfaction"), "Parameter", "U1", "E")
    found = different(by_formualizer(changed(workbook("satisfaction"), {place: float(weight)})))
    assert "Bobot U1 (Butir)" in found
    assert ("IKM, nilai konversi" in found) == (weight == Fraction("0.11"))


@pytest.mark.parametrize(
    ("name", "column", "value", "noticed"),
    [
        ("SKALA_TERTINGGI", "C", 5, {"Nilai jawaban tertinggi", "IPAK, persen"}),
        ("JAGA", "C", 1, {"Penjaga pembulatan terhadap galat pecahan biner", "IPAK, nilai"}),
        ("KINERJA", "C", "C", {"Jawaban capaian kinerja", "Birokrasi yang bersih dan akuntabel, poin"}),
        ("PENGUNJUNG", "C", 25, {"Jumlah pengunjung (populasi)", "Tingkat respons (%)"}),
        ("SURVEI-IPAK", "D", 10, {"IPAK, poin", "Survei persepsi anti korupsi, poin tertinggi"}),
        ("WBK", "D", 22, {"WBK", "WBK: Birokrasi yang bersih dan akuntabel, keterangan"}),
        ("I1", "D", "negatif", {"Arah I1 (Butir)", "I1, jumlah nilai"}),
    ],
)  # fmt: skip
def test_a_changed_parameter_is_noticed_with_what_follows(name, column, value, noticed):
    place = cell_of(workbook("example"), "Parameter", name, column)
    assert noticed <= different(by_formualizer(changed(workbook("example"), {place: value})))


def test_a_band_that_begins_elsewhere_is_noticed():
    place = cell_of(workbook("satisfaction"), "Parameter", "B (Baik)", "C")
    found = different(by_formualizer(changed(workbook("satisfaction"), {place: 20})))
    assert found >= {"Mulai dari B (Mutu IKM)"}


@pytest.mark.parametrize(("sheet", "head"), [("Hasil", "Nilai"), ("Hitung", "Nilai indeks dibulatkan")])
def test_a_figure_typed_over_its_formula_is_noticed(sheet, head):
    cells = formulas(workbook("example"))[sheet]
    place = next(key for key, value in cells.items() if value == head)
    below = (sheet, f"{place[0]}{int(place[1:]) + 1}")
    assert "IPAK, nilai" in different(by_formualizer(changed(workbook("example"), {below: 4})))


def test_a_false_figure_of_the_report_is_noticed():
    lines = stored(workbook("example"))["Cek"]
    row = next(key[1:] for key, value in lines.items() if value == "IPAK, nilai")
    data = changed(workbook("example"), {("Cek", f"D{row}"): 3.99})
    assert different(by_formualizer(data)) == {"IPAK, nilai"}


def test_a_false_stored_value_is_found_by_deriving_it_again():
    """Excel and LibreOffice derive every formula when they open the file, since it asks for that."""
    data = workbook("example", with_answers=False)
    parts = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            parts[name] = archive.read(name)
    assert b'fullCalcOnLoad="1"' in parts["xl/workbook.xml"]
    sheet = parts["xl/worksheets/sheet4.xml"]
    parts["xl/worksheets/sheet4.xml"] = sheet.replace(b"<v>3.9</v>", b"<v>3.99</v>", 1)
    assert parts["xl/worksheets/sheet4.xml"] != sheet
    false = io.BytesIO()
    with zipfile.ZipFile(false, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert 3.99 in stored(false.getvalue())["Hasil"].values()
    derived = by_formualizer(false.getvalue())
    ((place, pair),) = differences(stored(false.getvalue()), derived).items()
    assert (place[0], pair) == ("Hasil", (3.99, 3.9))
    assert formualizer.recalculate_xlsx_bytes(false.getvalue())["cache_cells_changed"] >= 1
    assert different(derived) == set()
