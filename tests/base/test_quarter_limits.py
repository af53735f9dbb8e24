"""Quarters at their limits: first and last days, first and last months, first and last numbers."""

from datetime import date

import pytest

from ipak_cli.base.quarter import MONTH_NUMBERS, Quarter, find_quarter, indonesian_date, parse_quarter


@pytest.mark.parametrize(
    ("number", "start", "end", "name"),
    [
        (1, date(2024, 1, 1), date(2024, 3, 31), "I-2024"),
        (2, date(2024, 4, 1), date(2024, 6, 30), "II-2024"),
        (3, date(2024, 7, 1), date(2024, 9, 30), "III-2024"),
        (4, date(2024, 10, 1), date(2024, 12, 31), "IV-2024"),
    ],
)
def test_the_first_and_the_last_day_of_a_quarter_are_in_it(number, start, end, name):
    quarter = Quarter(2024, number)

    assert (quarter.start, quarter.end, str(quarter)) == (start, end, name)
    assert (Quarter.of(start), Quarter.of(end)) == (quarter, quarter)


def test_the_days_around_a_year_s_end_are_in_two_quarters():
    assert Quarter.of(date(2024, 12, 31)).next == Quarter.of(date(2025, 1, 1)) == Quarter(2025, 1)
    assert Quarter(2025, 1).previous == Quarter(2024, 4)


def test_an_ordinal_counts_the_quarters_since_year_0():
    assert [Quarter(2024, number).ordinal for number in (1, 2, 3, 4)] == [8096, 8097, 8098, 8099]
    assert Quarter.from_ordinal(8099) == Quarter(2024, 4)
    assert Quarter.from_ordinal(8100) == Quarter(2025, 1)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("I-2024", 1), ("ii/2024", 2), ("III 2024", 3), ("1-2024", 1), ("2-2024", 2), ("3 - 2024", 3),
        ("Q1 2024", 1), ("2024Q2", 2), ("TW 3, 2024", 3), ("IV–2024", 4),
    ],
)  # fmt: skip
def test_each_quarter_is_read_by_its_number_and_by_its_numeral(text, number):
    assert parse_quarter(text) == Quarter(2024, number)


@pytest.mark.parametrize("text", ["1899-Q1", "2100-Q1", "IV-1899", "Q0 2024", "Q5 2024"])
def test_years_outside_two_centuries_and_a_fifth_quarter_are_none(text):
    with pytest.raises(ValueError, match="not a quarter"):
        parse_quarter(text)


def test_the_first_and_the_last_year_that_is_read():
    assert (parse_quarter("I-1900"), parse_quarter("IV-2099")) == (Quarter(1900, 1), Quarter(2099, 4))


def test_a_title_is_searched_for_triwulan_and_not_for_other_forms():
    assert find_quarter("Laporan Triwulan I Tahun 2025") == Quarter(2025, 1)
    assert find_quarter("Laporan Q1 2025") is None


@pytest.mark.parametrize(("name", "number"), [("januari", 1), ("feb", 2), ("november", 11), ("des", 12)])
def test_months_are_counted_from_1(name, number):
    assert MONTH_NUMBERS[name] == number


def test_the_first_and_the_last_month_are_written():
    assert indonesian_date(date(2025, 1, 31)) == "31 Januari 2025"
    assert indonesian_date(date(2025, 12, 1)) == "1 Desember 2025"
