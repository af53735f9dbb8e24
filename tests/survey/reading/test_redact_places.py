"""Addresses of houses, plates, birthdays and numbers in words are found; what only looks like them stays."""

import pytest

from ipak_cli.survey.reading.redact import plain_text, shown
from ipak_cli.survey.reading.redact_contacts import remove_contacts, remove_label_contacts


def cleaned(text):
    return shown(remove_contacts(plain_text(text))[0])


@pytest.mark.parametrize(
    "piece",
    [
        "Jl. Melati No. 12",
        "jalan melati raya nomor 7A",
        "Gang Sawo RT 04 RW 02",
        "Perum Griya Blok C4 No. 7",
        "RT 3/2",
        "rt.01 / rw.02",
        "BD 1234 XY",
        "b 123 abc",
        "nol delapan satu dua tiga empat lima",
        "0812 tiga tiga empat 5566",
        "O8l2 3456 7890",
        "0857xxxx1234",
        "budi at contoh titik com",
        "budi (et) contoh (titik) com",
        "budi@contoh,com",
    ],
)
def test_a_piece_goes_and_the_words_around_it_stay(piece):
    assert cleaned(f"datang ke {piece} ya") == "datang ke [dihapus] ya"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("saya lahir 12 Mei 1987 di Curup", "saya lahir [dihapus] di Curup"),
        ("tgl lahir 1-1-65", "tgl lahir [dihapus]"),
        ("TTL: Manna, 5 Januari 1979", "TTL: Manna, [dihapus]"),
        ("kelahiran tahun 1960 didahulukan", "kelahiran tahun [dihapus] didahulukan"),
        ("plat D 1 AA", "plat [dihapus]"),
        ("ig saya budi_s", "ig saya [dihapus]"),
        ("rekening bri 1234 56", "rekening bri [dihapus]"),
    ],
)
def test_the_word_that_says_what_follows_stays(text, left):
    assert cleaned(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "Jalan Sudirman macet",
        "jalan kaki ke loket nomor 3",
        "RT 05 perlu dikunjungi",
        "tiga empat kali bolak balik",
        "ruang B 201 A penuh",
        "kertas 70 gram",
        "akta kelahiran 2019 hilang",
        "sejak lahir di sini",
        "kuota 500.000 kurang",
        "sebesar 1.250.001 rupiah",
        "PermenPANRB 14/2017",
        "tanggal 3/10/2024 tutup",
        "tahun 2022 2023 2024",
        "ig saya ramah",
        "KK 2023 belum jadi",
    ],
)
def test_what_names_nobody_stays(text):
    assert cleaned(text) == text


@pytest.mark.parametrize(
    ("label", "left"),
    [
        ("Loket 1 - 081234567890", "Loket 1 - [dihapus]"),
        ("rina@contoh.example", "[dihapus]"),
        ("2024-09-01", "2024-09-01"),
        ("1.000.000 - 1.999.999", "1.000.000 - 1.999.999"),
        ("17-25 tahun", "17-25 tahun"),
        ("08.00-10.00 WIB", "08.00-10.00 WIB"),
    ],
)
def test_a_number_of_a_label_goes_where_it_is_as_long_as_a_telephones(label, left):
    assert shown(remove_label_contacts(label)[0]) == left


@pytest.mark.parametrize(
    "piece", ["jalan a ", "rt 1 ", "B 123 ", "lahir ", "nol ", "0x", "a keong b ", "jl. 1 "]
)
def test_a_long_text_made_to_be_slow_is_not(piece):
    text, _ = remove_contacts((piece * 3_000).strip())
    assert len(text) <= 3_000 * len(piece)
