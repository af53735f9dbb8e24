"""Periods at their limits: first and last days, first and last months, first and last numbers."""

from datetime import date

import pytest

from ipak_cli.base.period import MONTH_NUMBERS, Period, find_period, indonesian_date, parse_period


@pytest.mark.parametrize(
    ("number", "start", "end", "name"),
    [
        (1, date(2024, 1, 1), date(2024, 3, 31), "I-2024"),
        (2, date(2024, 4, 1), date(2024, 6, 30), "II-2024"),
        (3, date(2024, 7, 1), date(2024, 9, 30), "III-2024"),
        (4, date(2024, 10, 1), date(2024, 12, 31), "IV-2024"),
    ],
)
def test_the_first_and_the_last_day_of_a_period_are_in_it(number, start, end, name):
    period = Period.quarter(2024, number)

    assert (period.start, period.end, str(period)) == (start, end, name)
    assert (Period.of(start), Period.of(end)) == (period, period)


def test_the_days_around_a_year_s_end_are_in_two_periods():
    assert Period.of(date(2024, 12, 31)) == Period.quarter(2024, 4)
    assert Period.of(date(2025, 1, 1)) == Period.quarter(2025, 1)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("I-2024", 1), ("ii/2024", 2), ("III 2024", 3), ("1-2024", 1), ("2-2024", 2), ("3 - 2024", 3),
        ("Q1 2024", 1), ("2024Q2", 2), ("TW 3, 2024", 3), ("IV–2024", 4),
    ],
)  # fmt: skip
def test_each_period_is_read_by_its_number_and_by_its_numeral(text, number):
    assert parse_period(text) == Period.quarter(2024, number)


@pytest.mark.parametrize(
    "text",
    [
        "1899-Q1",
        "1899",
        "2024-13",
        "2024-00",
        "III-2024S",
        "2024-1",
        "2100-Q1",
        "IV-1899",
        "Q0 2024",
        "Q5 2024",
    ],
)
def test_years_outside_two_centuries_and_a_fifth_period_are_none(text):
    with pytest.raises(ValueError, match="not a period"):
        parse_period(text)


def test_the_first_and_the_last_year_that_is_read():
    assert (parse_period("I-1900"), parse_period("IV-2099")) == (
        Period.quarter(1900, 1),
        Period.quarter(2099, 4),
    )


def test_a_title_is_searched_for_triwulan_and_not_for_other_forms():
    assert find_period("Laporan Triwulan I Tahun 2025") == Period.quarter(2025, 1)
    assert find_period("Laporan Q1 2025") is None


@pytest.mark.parametrize(("name", "number"), [("januari", 1), ("feb", 2), ("november", 11), ("des", 12)])
def test_months_are_counted_from_1(name, number):
    assert MONTH_NUMBERS[name] == number


def test_the_first_and_the_last_month_are_written():
    assert indonesian_date(date(2025, 1, 31)) == "31 Januari 2025"
    assert indonesian_date(date(2025, 12, 1)) == "1 Desember 2025"
