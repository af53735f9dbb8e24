"""Text files in other people's layouts."""

from __future__ import annotations

import pytest

from ipak_cli.audit.document import Grid, Passage, TextKind
from ipak_cli.audit.readers.passages import caption_of
from ipak_cli.audit.readers.report import read_report

WHOLE = (("Indeks", "Nilai"), ("IPAK", "3,90"), ("IPKP", "3,73"))


def read(text, name="laporan.txt"):
    return read_report(name, text if isinstance(text, bytes) else text.encode()).parts


def texts(parts):
    return [part.text for part in parts if isinstance(part, Passage)]


def grids(parts):
    return [part for part in parts if isinstance(part, Grid)]


@pytest.mark.parametrize(
    "text",
    [
        "| Indeks | Nilai |\n|---|---|\n| IPAK | 3,90 |\n| IPKP | 3,73 |",
        "Indeks\tNilai\nIPAK\t3,90\nIPKP\t3,73 ",
        "+------+-----+\n|Indeks|Nilai|\n+======+=====+\n| IPAK | 3,90|\n| IPKP | 3,73|\n+------+-----+",
        "┌──────┬─────┐\n│Indeks│Nilai│\n├──────┼─────┤\n│ IPAK │ 3,90│\n│ IPKP │ 3,73│\n└──────┴─────┘",
        "Indeks     Nilai\nIPAK        3,90\nIPKP        3,73",
        "   Indeks     Nilai\n\n   IPAK        3,90\n\n   IPKP        3,73\n",
        'Indeks;Nilai;\n"IPAK";"3,90";\nIPKP;3,73;',
    ],
    ids=["markdown", "tabs", "ascii", "boxes", "blanks", "blanks and empty lines", "semicolons"],
)
def test_a_table_is_one_however_it_is_laid_out(text):
    (grid,) = grids(read(f"Tabel 3.1 Nilai indeks\n{text}\n\nIPAK bernilai 3,90."))
    assert tuple(tuple(filter(None, row)) for row in grid.rows) == WHOLE
    assert (grid.caption, grid.place.line) == ("Tabel 3.1 Nilai indeks", 2)


def test_lines_of_a_row_between_rules_are_one_row():
    drawn = (
        "+----+--------------+------+\n| No | Butir        | Nilai|\n+----+--------------+------+\n"
        "| 1  | Prosedur     | 3,75 |\n|    | mudah diikuti|      |\n+----+--------------+------+\n"
        "| 2  | Biaya        | 3,88 |\n+----+--------------+------+\n"
    )
    (grid,) = grids(read(drawn))
    assert grid.rows[1:] == (("1", "Prosedur mudah diikuti", "3,75"), ("2", "Biaya", "3,88"))


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("Tabel 4. 1. Nilai unsur", ("Tabel 4.1", "Nilai unsur")),
        ("Tabel 4.1 : Nilai unsur", ("Tabel 4.1", "Nilai unsur")),
        ("TABEL 3 NILAI IKM", ("Tabel 3", "NILAI IKM")),
        ("Gambar IV. Tren", ("Gambar IV", "Tren")),
        ("Tabel 4.1", ("Tabel 4.1", "")),
        ("Tabel 4.1 memuat nilai unsur", None),
        ("Tabel 4.1 Nilai unsur dijelaskan di bawah ini.", None),
        ("Tabel berikut", None),
    ],
)
def test_what_a_caption_is(line, caption):
    assert caption_of(line) == caption


def test_a_caption_in_two_lines_is_one():
    (grid,) = grids(read("Tabel 4.1\nNilai unsur pelayanan\n| Unsur | Nilai |\n| U1 | 3,45 |"))
    assert (grid.caption, grid.place.table) == ("Tabel 4.1 Nilai unsur pelayanan", "Tabel 4.1")


def test_a_list_of_tables_without_dots_has_no_captions():
    parts = read("DAFTAR TABEL\nTabel 1. Nilai indeks 7\nTabel 2. Nilai butir 9\n\nBAB I PENDAHULUAN")
    assert [part.kind for part in parts][1:3] == [TextKind.CONTENTS] * 2


def test_a_paragraph_over_several_lines_is_one_and_items_are_not():
    parts = read(
        "Survei dilaksanakan pada Triwulan IV Tahun 2024 dengan jumlah responden\nsebanyak 24 orang.\n"
        "Unsur yang diukur adalah sebagai berikut, menurut peraturan ini,\n1. Persyaratan\n2. Prosedur\n"
    )
    assert texts(parts) == [
        "Survei dilaksanakan pada Triwulan IV Tahun 2024 dengan jumlah responden sebanyak 24 orang.",
        "Unsur yang diukur adalah sebagai berikut, menurut peraturan ini,",
        "1. Persyaratan",
        "2. Prosedur",
    ]
    assert [part.place.line for part in parts] == [1, 3, 4, 5]


def test_rows_that_nobody_marked_are_not_joined():
    parts = read(
        "6 Kecepatan waktu penyelesaian pelayanan yang diterima pemohon 17,0%\n"
        "7 Kewajaran biaya pelayanan 7,0%"
    )
    assert len(texts(parts)) == 2


@pytest.mark.parametrize(
    "encoded",
    [
        "Skala 1–4 “baik”\r\nIPAK 3,90\r\n".encode(),
        "Skala 1–4 “baik”\r\nIPAK 3,90\r\n".encode("utf-8-sig"),
        "Skala 1–4 “baik”\r\nIPAK 3,90\r\n".encode("utf-16"),
        "\ufeffSkala 1–4 “baik”\nIPAK 3,90".encode("utf-16-be"),
        "Skala 1–4 “baik”\r\nIPAK 3,90".encode("cp1252"),
    ],
    ids=["utf-8", "marked", "utf-16", "utf-16-be", "windows"],
)
def test_every_usual_encoding_is_read(encoded):
    assert texts(read(encoded)) == ["Skala 1–4 “baik”", "IPAK 3,90"]


def test_a_picture_of_markdown_is_no_text():
    assert texts(read("Isi laporan. ![Diagram: 88,66 %](gambar.svg)\n", "laporan.md")) == ["Isi laporan."]


@pytest.mark.parametrize(
    "piece",
    [".", " *a", "[", "![", "<a ", "| ", "-", "+-", "\t", "  x", "1;", "Tabel 1", "_", "(", "│"],
    ids=repr,
)
def test_a_sign_many_times_over_ends(piece):
    read(f"Laporan {piece * (300_000 // len(piece))}x")
    read("Laporan\n" + f"{piece * 5}x\n" * 10_000)


def test_aligned_lines_without_end_are_one_table():
    (grid,) = grids(read("Unsur      Nilai\n" + "Prosedur    3,75\n" * 5_000))
    assert len(grid.rows) == 5_001


def test_rows_of_sums_in_line_have_no_code_and_merged_cells_stand_in_their_first_row():
    [grid] = grids(
        read(
            "No   Kode   Unsur          Nilai\n"
            "1    U1     Persyaratan    3,50\n"
            "2    U2     Prosedur       3,40\n"
            "            Nilai Indeks   3,45\n"
        )
    )
    assert grid.rows[-1] == ("", "", "Nilai Indeks", "3,45")


def test_a_head_and_one_row_in_line_are_a_table():
    [grid] = grids(
        read("Indikator   Target   Realisasi   Capaian\nNilai IKM   88,00    82,11       93,31%\n")
    )
    assert grid.rows == (
        ("Indikator", "Target", "Realisasi", "Capaian"),
        ("Nilai IKM", "88,00", "82,11", "93,31%"),
    )


def test_the_caption_of_the_next_table_ends_a_table_in_line():
    table = "Unsur         Nilai   Mutu\nPersyaratan   3,50    B\nProsedur      3,40    B\n"
    first, second = grids(read(f"{table}\nTabel 2 Target\n\n{table.replace('Unsur', 'Target')}"))
    assert (first.rows[0][0], second.rows[0][0], second.caption) == ("Unsur", "Target", "Tabel 2 Target")


def test_a_title_without_a_number_right_above_a_table_is_its_caption():
    table = "| Unsur | Nilai |\n|---|---|\n| U1 | 3,50 |\n"
    assert grids(read(f"Nilai Setiap Unsur Triwulan III 2024\n\n{table}"))[0].caption == (
        "Nilai Setiap Unsur Triwulan III 2024"
    )
    for sentence in (
        "Nilai IKM adalah 86,25",
        "Angka Gambar 3.1. Nilai setiap butir",
        "Nilai setiap unsur sebagai berikut:",
    ):
        assert grids(read(f"{sentence}\n\n{table}"))[0].caption is None
