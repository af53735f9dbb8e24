"""Placeholders in a column about the person identify nobody."""

import pytest

from ipak_cli.survey.reading.repeats import Identity

NOBODY = {
    "No HP": "NULL|-|.|0|000000|anonim|tidak ada|tidak punya HP|0812|08xxxxxxxx|081234567890|080000000000",
    "Email": "a@a.com|test@gmail.com|tidak punya|xxx@gmail.com|anonim@mail.id|a@example.com|123@mail.id",
    "Nama": "hamba Allah|Anonymous|N.N.|xxx|A|Tidak ingin disebutkan|tanpa nama|N/A|0|rahasia",
    "NIK": "0000000000000000|1234|1234567890123456|tidak hafal",
}
PEOPLE = {
    "No HP": "081398765432|+62 813-9876-5432|81398765432|0215550123",
    "Email": "sari@contoh.id|budi.s@gmail.com|ai@unit.go.id",
    "Nama": "Nil Ayu|Ani|Ibu Ada Wati",
    "NIK": "3273014507900001",
    "NIP": "198001012005011001",
}


@pytest.mark.parametrize(
    ("header", "value"), [(header, value) for header, values in NOBODY.items() for value in values.split("|")]
)
def test_a_placeholder_identifies_nobody(header, value):
    assert not Identity.of(header).told_by(value)


@pytest.mark.parametrize(
    ("header", "value"), [(header, value) for header, values in PEOPLE.items() for value in values.split("|")]
)
def test_a_number_address_or_name_identifies_somebody(header, value):
    assert Identity.of(header).told_by(value)
