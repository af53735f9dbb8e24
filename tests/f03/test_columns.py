"""Which columns are questions: headers of every kind, and columns of small numbers that are none."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from ipak_cli.base.figures import NotScored
from makers.f03_tables import codes, counted, told

FIVES = [5, 5, 5]


def beside(header, *cells):
    """Put a column of cells beside three questions that are all answered with 5, and count."""
    return counted([header, "layanan1", "layanan2", "sdm1"], *([cell, *FIVES] for cell in cells))


@pytest.mark.parametrize(
    "header",
    [
        "id", "ID", "_id", "No", "No.", "NO", "Nomor", "No Responden", "ID Responden", "idResponden",
        "No Urut", "userId",
        "Kode Layanan", "kodeLayanan", "kode_petugas", "Kunjungan ke-", "Kedatangan ke", "Jumlah kunjungan",
        "Berapa kali Anda berkunjung?", "Frekuensi kunjungan", "Usia", "Usia (tahun)",
        "Umur responden", "Your age",
        "Jenis Kelamin", "jenis_kelamin", "jenkel", "JK", "L/P", "Gender", "Pendidikan Terakhir",
        "Pekerjaan Anda",
        "Kelompok umur", "Golongan", "Status perkawinan", "jenisPelayanan",
        "Jenis layanan yang diterima", "Loket", "Shift",
        "Nilai", "Nilai total", "Total", "Jumlah nilai", "Skor", "Skor akhir", "Rata-rata", "Rerata",
        "Rata2 nilai",
        "Nilai F-03", "Tanggal", "Tgl Layanan", "Bulan", "Triwulan", "submitdate", "_submission_time",
        "Cap waktu",
        "Completion time", "Hari/Tanggal", "Nama Lengkap", "Nama (opsional)", "E-mail", "No. HP",
        "NIK", "Saran dan masukan",
        "Kritik & Saran", "Comments", "Alasan memberi nilai", "3. Usia", "P4. Jenis kelamin",
        "Antrean", "No. antrean",
        "Lama waktu layanan (hari)", "Biaya (Rp)", "Waktu tunggu (jam)", "kode1",
    ],
)  # fmt: skip
def test_a_column_of_small_numbers_under_such_a_header_is_named_and_not_counted(header):
    table = beside(header, 1, 2, 1, 2)

    assert table.mean == 5
    assert (table.asked.columns, table.answers) == ((2, 3, 4), 12)
    assert told(table, "E224") == [("A1", f"kolom A “{header}” tidak dihitung sebagai pertanyaan")]


@pytest.mark.parametrize(
    "header",
    [
        "P1", "p01", "Q1", "Q1.", "Q1. Kesesuaian waktu pelayanan", "Pertanyaan 1", "Pertanyaan ke-1",
        "Soal no. 1",
        "Butir 1", "Item 1", "f03/P1", "F-03 Q1", "P1 (Persyaratan)", "1.a.K1", "1aK1",
        "1.a.K1 Persyaratan", "5.b.Ak",
        "14.d.T", "11.e.T",
    ],
)  # fmt: skip
def test_codes_and_numbers_of_questions_are_known(header):
    table = counted([header, "Wilayah kerja"], [5, "x"], [4, "y"])
    assert (table.asked.columns, table.mean, codes(table)) == ((1,), Fraction(9, 2), ["E224"])


@pytest.mark.parametrize(
    "header",
    [
        "Persyaratan", "Apakah persyaratan pelayanan mudah dipenuhi?", "2. Prosedur",
        "Alur pelayanan mudah diikuti",
        "Biaya/tarif sesuai dengan yang diinformasikan", "Lama waktu penyelesaian sesuai",
        "Kesesuaian waktu pelayanan",
        "Jam pelayanan sesuai ketetapan", "Petugas cepat tanggap", "Sikap petugas",
        "Keramahan petugas", "Tempat parkir",
        "Ruang tunggu nyaman", "Toilet", "Sarana penunjang", "Informasi melalui media sosial mudah",
        "Informasi di lokasi", "Sarana konsultasi dan pengaduan", "Penanganan pengaduan, saran dan masukan",
        "Nilai [Toilet bersih]", "Interaksi dengan penyedia layanan", "Tampilan aplikasi",
    ],
)  # fmt: skip
def test_key_words_of_questions_are_known(header):
    table = counted([header, "Usia"], [5, 3], [4, 4])
    assert (table.asked.columns, table.mean, codes(table)) == ((1,), Fraction(9, 2), ["E224"])


@pytest.mark.parametrize(
    "headers",
    [
        ["layanan1", "layanan2", "sdm1"], ["Layanan 1", "Layanan 2", "Sarana 1"], ["a1", "a2", "b1"],
        ["U1", "U2", "U3"], ["skor_1", "skor_2", "skor_3"],
        ["G01Q01[SQ001]", "G01Q01[SQ002]", "G01Q01[SQ003]"],
        ["Toilet 1", "Toilet 2", "Parkir 1"], ["1. Hal pertama", "2. Hal kedua", "3. Hal ketiga"],
    ],
)  # fmt: skip
def test_uniform_numbered_headers_are_questions_and_are_named(headers):
    table = counted(["No", *headers], [1, 5, 4, 0], [2, 5, 4, 1])

    assert (table.asked.columns, table.mean) == ((2, 3, 4), Fraction(19, 6))
    (named,) = told(table, "E237")
    assert all(f"{column} “" in named[1] for column in "BCD")


def test_in_a_uniform_block_a_wrong_cell_is_an_error():
    table = counted(["layanan1", "layanan2", "layanan3"], [5, 5, 5], [5, 5, 55], [5, "Baik", 5])
    assert codes(table) == ["E237", "J301", "J302"]


@pytest.mark.parametrize(
    ("headers", "cell"),
    [
        (["P1", "P2", "Wilayah"], "C1"),
        (["P1", "P2", "layanan1"], "C1"),
        (["P1", "P2", "Biaya"], "C1"),
        (["1.a.K1", "2.a.K1", "Kepuasan Anda secara umum"], "C1"),
        (["Persyaratan", "Prosedur", "kepuasan1"], "C1"),
        (["layanan1", "layanan2", "Wilayah"], "C1"),
        (["Hal pertama", "Toilet", "Parkir"], "A1"),
        (["layanan1", "layanan1", "layanan2"], "A1"),
        (["R1", "R2", "R3"], "A1"),
        (["1. Hal pertama", "2. Hal kedua", "4. Hal keempat"], "A1"),
    ],
)
def test_a_column_of_small_numbers_that_nothing_explains_is_asked_about(headers, cell):
    table = counted(headers, [5, 5, 1], [5, 5, 2], [5, 4, 1])

    (asked,) = told(table, "E230")
    assert asked[0] == cell
    assert isinstance(table.mean, NotScored)


@pytest.mark.parametrize(
    "cells", [[5, 4, 7], [4.5, 3.5, 4], ["4,5", 5, 5], [5, 5, "Baik"], ["4/5", "5/5", "3/5"]]
)
def test_a_column_mostly_on_the_scale_is_asked_about_too(cells):
    table = counted(["P1", "Wilayah"], *([5, cell] for cell in cells))
    assert [cell for cell, _ in told(table, "E230")] == ["B1"]


@pytest.mark.parametrize(
    "cells",
    [
        [17, 25, 4, 31], [2021, 2022, 2023, 2024], ["Pasar", "Kota", "Desa", "Kota"],
        ["ya", "tidak", "ya", "ya"],
        [True, False, True, True], [None, None, None, None],
        [datetime(2024, 8, day, 9, tzinfo=UTC) for day in (1, 2, 3, 4)],
        [1, 2, 3, 4], [0, 1, 2, 3], [4, 3, 2, 1], [2, 3, 4, 7], ["1", "2", "3", "4"], [101, 102, 103, 104],
    ],
)  # fmt: skip
def test_cells_alone_show_that_a_column_is_no_question(cells):
    table = counted(["Lainnya", "P1"], *([cell, 5] for cell in cells))
    assert (table.mean, codes(table)) == (5, ["E224"])


@pytest.mark.parametrize(
    "summed",
    [
        [3, 6, 12], [1, 2, 4], ["1,0", "2,0", "4,0"], [1.0, 2.0, 4.0],
    ],
)  # fmt: skip
def test_a_total_or_a_mean_of_the_row_is_none_whatever_its_header(summed):
    rows = [[0, 1, 2], [1, 2, 3], [3, 4, 5]]
    table = counted(
        ["P1", "P2", "P3", "Capaian"], *([*row, value] for row, value in zip(rows, summed, strict=True))
    )

    assert table.mean == Fraction(7, 3)
    assert codes(table) == ["E224"]


@pytest.mark.parametrize("means", [[4.33, 2.67], ["4,3", "2,7"], [4.333333333333333, 2.6666666666666665]])
def test_a_mean_may_be_rounded(means):
    table = counted(["P1", "P2", "P3", "X"], [5, 4, 4, means[0]], [3, 2, 3, means[1]])
    assert (table.mean, codes(table)) == (Fraction(7, 2), ["E224"])


def test_where_all_answers_of_a_row_are_alike_a_column_like_them_is_asked_about():
    table = counted(["P1", "P2", "X"], [5, 5, 5], [4, 4, 4])
    assert codes(table) == ["E230"]


def test_dates_that_4_of_5_may_have_become_are_asked_about_under_any_header():
    days = [date(2024, 5, 4), date(2024, 4, 5), date(2024, 5, 5)]
    for header in ("Hal pertama", "Ruang tunggu"):
        table = counted(["Toilet", header], *([5, day] for day in days))
        assert codes(table)[0] in ("E230", "J304")
        assert isinstance(table.mean, NotScored)


@pytest.mark.parametrize("header", ["Waktu pelayanan", "Tanggal", "Lainnya"])
def test_a_column_of_times_is_none_even_where_its_header_has_key_words(header):
    table = counted(
        [header, "Toilet", "Parkir"], [datetime(2024, 8, 1, 9, 5, tzinfo=UTC), 5, 4], [date(2024, 8, 2), 4, 5]
    )
    assert (table.asked.columns, table.mean) == ((2, 3), Fraction(9, 2))


@pytest.mark.parametrize("header", [None, 4, "5", "1."])
def test_answers_below_no_title_are_an_error(header):
    table = counted(["P1", header], [5, 4], [5, 4])

    assert isinstance(table.mean, NotScored)
    assert told(table, "E225") == [("B1", "kolom B berisi jawaban, tetapi judulnya bukan kata")]


@pytest.mark.parametrize("cells", [[3, 4, 5], [1, 2, 4, 5], [5, 4, 3]])
def test_a_few_answers_that_happen_to_go_up_or_down_are_asked_about(cells):
    table = counted(["Lainnya", "P1"], *([cell, 5] for cell in cells))
    assert codes(table) == ["E230"]


def test_a_remark_whose_header_has_key_words_is_none_but_ratings_are_meant_as_answers():
    remarks = [["Ada pungutan", 5, 4], ["Tidak ada", 4, 4], [None, 5, 5]]
    ratings = [["Istimewa", 5, 4], ["Baik", 4, 4], ["Sangat Baik", 5, 5]]
    header = ["Pengaduan Anda", "Toilet", "Parkir"]

    assert (counted(header, *remarks).asked.columns, codes(counted(header, *remarks))) == ((2, 3), ["E224"])
    assert codes(counted(header, *ratings)) == ["J302", "J302", "J302"]


def test_a_running_number_below_no_title_is_none():
    table = counted([None, "P1"], [0, 5], [1, 5], [2, 4])
    assert (table.asked.columns, codes(table)) == ((2,), ["E224"])


def test_a_file_without_a_header_is_refused():
    assert codes(counted([5, 5, 4], [4, 4, 5])) == ["E225"]


def test_many_columns_are_named_by_their_letters():
    table = counted(
        ["P1", *[f"Kode wilayah kerja {n}" for n in "abcdef"], "No"], [5, *[1] * 7], [5, *[2] * 7]
    )
    assert told(table, "E224") == [("B1", "kolom B–H tidak dihitung sebagai pertanyaan")]
