"""Quarters: names, days, order."""

from datetime import date

import pytest

from ipak_cli.base.quarter import Quarter, find_quarter, indonesian_date, parse_quarter

FOURTH = Quarter(2024, 4)


@pytest.mark.parametrize(
    "text", ["IV-2024", "4-2024", "2024-Q4", "Q4 2024", "TW IV 2024", "tw iv 2024", "Triwulan IV Tahun 2024"]
)
def test_a_quarter_has_many_names(text):
    assert parse_quarter(text) == FOURTH


@pytest.mark.parametrize("text", ["", "V-2024", "5-2024", "IV", "2024", "IV-24", "0-2024", "IVI-2024"])
def test_anything_else_is_no_quarter(text):
    with pytest.raises(ValueError, match="not a quarter"):
        parse_quarter(text)


def test_days_and_order():
    assert (FOURTH.start, FOURTH.end) == (date(2024, 10, 1), date(2024, 12, 31))
    assert FOURTH.next == Quarter(2025, 1)
    assert FOURTH.previous == Quarter(2024, 3)
    assert Quarter.from_ordinal(FOURTH.ordinal) == FOURTH
    assert Quarter.of(date(2024, 12, 31)) == FOURTH
    assert str(FOURTH) == "IV-2024"


@pytest.mark.parametrize(
    ("line", "quarter"),
    [
        ("Rekapitulasi Survei Triwulan III Tahun 2024", Quarter(2024, 3)),
        ("LAPORAN TW. II 2025 (final)", Quarter(2025, 2)),
        ("Survei Mandiri", None),
    ],
)
def test_a_title_line_may_name_a_quarter(line, quarter):
    assert find_quarter(line) == quarter


def test_dates_in_indonesian():
    assert indonesian_date(date(2025, 1, 2)) == "2 Januari 2025"
