"""Periods: names, days, order."""

from datetime import date

import pytest

from ipak_cli.base.period import Period, find_period, indonesian_date, parse_period

FOURTH = Period.quarter(2024, 4)


@pytest.mark.parametrize(
    "text", ["IV-2024", "4-2024", "2024-Q4", "Q4 2024", "TW IV 2024", "tw iv 2024", "Triwulan IV Tahun 2024"]
)
def test_a_period_has_many_names(text):
    assert parse_period(text) == FOURTH


@pytest.mark.parametrize("text", ["", "V-2024", "5-2024", "IV", "IV-24", "0-2024", "IVI-2024"])
def test_anything_else_is_no_period(text):
    with pytest.raises(ValueError, match="not a period"):
        parse_period(text)


def test_days_and_order():
    assert (FOURTH.start, FOURTH.end) == (date(2024, 10, 1), date(2024, 12, 31))
    assert FOURTH.days == 92
    assert Period.of(date(2024, 12, 31)) == FOURTH
    assert str(FOURTH) == "IV-2024"


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("Rekapitulasi Survei Triwulan III Tahun 2024", Period.quarter(2024, 3)),
        ("LAPORAN TW. II 2025 (final)", Period.quarter(2025, 2)),
        ("Survei Mandiri", None),
    ],
)
def test_a_title_line_may_name_a_period(line, period):
    assert find_period(line) == period


def test_dates_in_indonesian():
    assert indonesian_date(date(2025, 1, 2)) == "2 Januari 2025"
