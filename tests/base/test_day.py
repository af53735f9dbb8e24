"""Dates as offices type them, phrases beside them, and what is typed like a date and is none."""

from datetime import date

import pytest

from ipak_cli.base.day import parse_day


@pytest.mark.parametrize(
    "text",
    [
        "2025-01-31", "2025/1/31", "31 Januari 2025", "31-01-2025", "31/1/2025", "31.1.2025", "31 jan 2025",
        "31 Jan. 2025", "31-Januari-2025", "  31   Januari\n2025 ", "Jumat, 31 Januari 2025",
        "31 January, 2025",        "31 - 1 - 2025",
    ],
)  # fmt: skip
def test_a_date_is_read_however_it_is_typed(text):
    assert parse_day(text) == date(2025, 1, 31)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1/2/2025", date(2025, 2, 1)),
        ("1/1/2000", date(2000, 1, 1)),
        ("31/12/2100", date(2100, 12, 31)),
        ("29 Pebruari 2024", date(2024, 2, 29)),
    ],
)
def test_the_day_comes_before_the_month_and_the_limits_are_dates(text, day):
    assert parse_day(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "Triwulan I 2025", "setiap bulan", "TW I 2025", "2025", "2025-03", "Maret 2025", "I-2025",
        "semester 1 2025", "30 hari kerja", "paling lambat 31 Maret 2025", "1 Januari s.d. 31 Maret 2025",
        "setiap 29 Februari",
        "minggu ke-2 Maret 2025", "minggu ke-31 April 2025", "GANTI",
    ],
)  # fmt: skip
def test_a_phrase_is_no_date_and_no_fault(text):
    assert parse_day(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "31 Februari 2025", "29 Februari 2025", "31/2/2025", "2025-02-30", "0 Januari 2025", "31 Januri 2025",
        "1/13/2025", "2025-13-01", "31/12/1999", "1/1/2101", "31-1-25", "31 Januari 25", "31/1", "31 Januari",
        "31012025", "17", "paling lambat 31 Februari 2025", "setiap 30 Februari", "---", "2025-1-31-2",
    ],
)  # fmt: skip
def test_what_is_typed_like_a_date_and_is_none_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        parse_day(text)
