"""The questions of both forms of F-03 in the words that offices use, and one of other words among them."""

from fractions import Fraction

import pytest

from ipak_cli.base.figures import NotScored
from makers.f03_tables import codes, counted, told

ON_SITE = (
    ("Kemudahan memenuhi persyaratan", "Dokumen mudah disiapkan", "Syarat tidak sulit"),
    ("Tahapan pelayanan tidak berbelit-belit", "Tata cara mudah dimengerti", "Alur pelayanan mudah"),
    ("Kesesuaian tarif", "Pembayaran sesuai ketentuan", "Besaran biaya sama dengan yang diumumkan"),
    ("Lama waktu pelayanan sesuai", "Kecepatan pelayanan sesuai informasi", "Durasi layanan sesuai"),
    ("Loket buka sesuai jamnya", "Jadwal pelayanan ditepati", "Jam operasional pelayanan sesuai jadwal"),
    ("Respon petugas terhadap kebutuhan", "Petugas sigap membantu", "Daya tanggap petugas"),
    ("Etika petugas dalam melayani", "Petugas melayani dengan senyum", "Kesopanan dan keramahan petugas"),
    ("Area parkir luas", "Ketersediaan lahan parkir", "Parkiran memadai"),
    ("Tempat menunggu yang nyaman", "Kenyamanan ruang tunggu", "Ruang tunggu memadai"),
    ("WC bersih dan layak pakai", "Kamar kecil bersih", "Kebersihan toilet/WC pengguna"),
    ("Fasilitas lainnya memadai", "Sarana bagi kelompok rentan memadai", "Ruang menyusui dan lain-lain"),
    ("Informasi di internet mudah didapat", "Informasi di medsos mudah", "Akses informasi online mudah"),
    ("Informasi di kantor mudah didapat", "Informasi di papan pengumuman jelas", "Informasi di lokasi mudah"),
    ("Kanal aduan mudah diakses", "Kemudahan mengadu", "Media konsultasi tersedia"),
)
ONLINE = (
    *(words[0] for words in ON_SITE[:4]),
    "Admin layanan online tanggap",
    "Layanan elektronik dapat diakses dengan mudah",
    "Kemudahan berkomunikasi dengan penyedia layanan",
    "Desain aplikasi memudahkan",
    "Keamanan data pengguna pada layanan online",
    "Akses informasi mengenai layanan online mudah",
    "Sarana pengaduan online mudah diakses",
)
KIND_A = [words[0] for words in ON_SITE]


def filled(headers, *, last=4):
    """Count two respondents: one answers 5 to all, the other 3 but to the last question."""
    size = len(headers)
    return counted(["Timestamp", *headers], ["1/8/2024", *[5] * size], ["2/8/2024", *[3] * (size - 1), last])


@pytest.mark.parametrize("choice", [0, 1, 2])
@pytest.mark.parametrize("wrap", ["{text}", "{no}. {text}", "Berilah penilaian Anda [{text}]"])
def test_the_fourteen_questions_are_known_in_the_words_of_offices(choice, wrap):
    headers = [wrap.format(no=no, text=words[choice]) for no, words in enumerate(ON_SITE, 1)]
    table = filled(headers)

    assert (table.asked.form.code, len(table.asked.columns), table.answers) == ("A", 14, 28)
    assert table.mean == Fraction(14 * 5 + 13 * 3 + 4, 28)
    assert not any(told(table, code) for code in ("E230", "E231", "E239"))


def test_the_eleven_questions_of_an_online_service_are_known_too():
    table = filled(ONLINE)
    assert (table.asked.form.code, len(table.asked.columns), table.mean) == (
        "B",
        11,
        Fraction(11 * 5 + 10 * 3 + 4, 22),
    )


@pytest.mark.parametrize("kind", [int, str])
def test_bare_numbers_are_questions_with_a_title_above_and_totals_beside(kind):
    table = counted(
        ["Rekap F-03"],
        ["No", "Nama", *map(kind, range(1, 15)), "Jumlah", "Rata-rata"],
        [1, "A", *[5] * 14, 70, 5],
        [2, "B", *[3] * 13, 4, 43, 3.07],
    )
    assert (table.asked.form.code, table.mean) == ("A", Fraction(113, 28))


@pytest.mark.parametrize("place", range(1, 13))
def test_a_question_in_other_words_is_known_by_its_place_and_named(place):
    headers = [*KIND_A[:place], "Hal yang kami tanyakan", *KIND_A[place + 1 :]]
    table = filled(headers)

    assert (table.asked.form.code, table.mean) == ("A", Fraction(14 * 5 + 13 * 3 + 4, 28))
    ((cell, message),) = told(table, "E239")
    assert cell == "BCDEFGHIJKLMNO"[place] + "1"
    assert "“Hal yang kami tanyakan” dihitung sebagai pertanyaan" in message


@pytest.mark.parametrize(
    "headers",
    [
        ["Hal lain", *KIND_A[1:]],
        [*KIND_A[:13], "Hal lain"],
        [*KIND_A[:5], "Hal lain", *KIND_A[5:]],
        [*KIND_A[:4], "Hal lain", KIND_A[6], KIND_A[5], *KIND_A[7:]],
        [*KIND_A[:5], "Hal lain", *KIND_A[7:]],
        [*KIND_A[:4], *["Hal a", "Hal b", "Hal c", "Hal d"], *KIND_A[8:]],
    ],
    ids=["first", "last", "fifteen", "out of order", "thirteen", "four"],
)
def test_a_column_of_other_words_that_its_place_does_not_explain_is_asked_about(headers):
    table = filled(headers)
    assert isinstance(table.mean, NotScored)
    assert told(table, "E230")
    assert not told(table, "E231")


def test_a_column_of_other_words_with_a_number_off_the_scale_is_not_known_by_its_place():
    headers = [*KIND_A[:3], "Hal lain", *KIND_A[4:]]
    table = counted(headers, [5] * 14, [3, 3, 3, 7, *[3] * 10])
    assert codes(table)[0] == "E230"


def test_a_question_titled_as_the_hint_says_goes_together_with_those_in_words():
    headers = [*KIND_A[:13], "P14"]
    assert filled(headers).mean == Fraction(14 * 5 + 13 * 3 + 4, 28)


def test_remarks_are_none_but_numbers_on_what_a_question_asks_are_asked_about():
    header = "Saran dan pengaduan ditangani"
    rows = [[5] * 13, [3] * 13]
    remarks = counted([*KIND_A[:13], header], [*rows[0], "Sudah baik"], [*rows[1], None])
    marks = counted([*KIND_A[:13], header], [*rows[0], 5], [*rows[1], 3])

    assert (remarks.mean, codes(remarks)) == (4, ["E224"])
    assert codes(marks)[0] == "E230"
