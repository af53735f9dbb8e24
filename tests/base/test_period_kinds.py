"""Semesters, years, months and ranges of days: names, days, order, and what is none."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.base.period import (
    Period,
    PeriodKind,
    PeriodTooLongError,
    find_period,
    parse_period,
    period_words,
    timeline,
)

KINDS = [PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.SEMESTER, PeriodKind.YEAR]
DAYS = st.dates(date(1901, 1, 1), date(2098, 12, 31))


@pytest.mark.parametrize(
    ("text", "name", "kind", "start", "end"),
    [
        ("II-2024S", "II-2024S", "semester", date(2024, 7, 1), date(2024, 12, 31)),
        ("Semester I Tahun 2024", "I-2024S", "semester", date(2024, 1, 1), date(2024, 6, 30)),
        ("smt 2 2024", "II-2024S", "semester", date(2024, 7, 1), date(2024, 12, 31)),
        ("2024", "2024", "tahun", date(2024, 1, 1), date(2024, 12, 31)),
        ("Tahun 2024", "2024", "tahun", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", "2024-02", "bulan", date(2024, 2, 1), date(2024, 2, 29)),
        ("Oktober 2024", "2024-10", "bulan", date(2024, 10, 1), date(2024, 10, 31)),
        (
            "2024-10-01..2024-12-30",
            "2024-10-01..2024-12-30",
            "rentang",
            date(2024, 10, 1),
            date(2024, 12, 30),
        ),
        ("2024-10-01..2024-12-31", "IV-2024", "triwulan", date(2024, 10, 1), date(2024, 12, 31)),
        ("2024-01-01..2024-12-31", "2024", "tahun", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_period_is_read_by_its_names(text, name, kind, start, end):
    period = parse_period(text)
    assert (period.name, period.kind, period.start, period.end) == (name, kind, start, end)


@pytest.mark.parametrize(
    "text",
    [
        "III-2024S",
        "2024-13",
        "2024-10-32..2024-12-30",
        "2024-02-30..2024-03-01",
        "2024-12-30..2024-10-01",
        "2024..",
        "semua",
    ],
)  # fmt: skip
def test_what_is_no_period_is_refused(text):
    with pytest.raises(ValueError, match=r"period|day|month|isoformat"):
        parse_period(text)


@given(day=DAYS, kind=st.sampled_from(KINDS))
def test_a_name_leads_back_to_its_period_and_neighbours_touch(day, kind):
    period = Period.of(day, kind)
    assert period.start <= day <= period.end
    assert (parse_period(period.name), period.kind) == (period, kind)
    following = Period.of(period.end + timedelta(days=1), kind)
    assert following.start == period.end + timedelta(days=1)
    assert period < following
    assert following.follows(period)


@given(one=st.dates(date(1901, 1, 1), date(2088, 12, 31)), days=st.integers(1, 3652))
def test_a_range_keeps_its_days_whatever_it_is_called(one, days):
    period = Period(one, one + timedelta(days=days - 1))
    assert period.days == days
    assert parse_period(period.name) == parse_period(f"{period.start}..{period.end}") == period


def test_a_year_meets_its_quarters_and_follows_only_years():
    year, quarter = parse_period("2024"), parse_period("IV-2023")
    assert year.meets(parse_period("I-2024"))
    assert year.holds(parse_period("IV-2024"))
    assert not year.holds(parse_period("2024-10-01..2025-01-01"))
    assert not parse_period("2024-01-02..2024-12-31").holds(year)
    assert not year.meets(quarter)
    assert not year.follows(quarter)
    assert year.follows(parse_period("2022"))


def test_a_timeline_has_what_lies_between_and_leaves_ranges_as_they_are():
    names = [each.name for each in timeline([parse_period("I-2025S"), parse_period("I-2024S")])]
    assert names == ["I-2024S", "II-2024S", "I-2025S"]
    ranges = [parse_period("2024-03-02..2024-04-01"), parse_period("2024-01-02..2024-02-01")]
    assert timeline(ranges) == sorted(ranges)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("IV-2024", "triwulan IV 2024"), ("I-2024S", "semester I 2024"), ("2024", "tahun 2024"),
        ("2024-10", "Oktober 2024"), ("2024-10-01..2024-10-09", "1 Oktober 2024 s.d. 9 Oktober 2024"),
    ],
)  # fmt: skip
def test_a_period_in_a_sentence(name, words):
    assert period_words(parse_period(name)) == words


@pytest.mark.parametrize(
    "text",
    ["2020-01-01..2029-12-31", "2020-06-15..2030-06-14", "2020-02-29..2030-02-28", "2020-03-01..2030-02-28"],
)
def test_a_period_has_at_most_ten_years(text):
    assert parse_period(text).kind is PeriodKind.RANGE


@pytest.mark.parametrize(
    "text", ["2020-01-01..2030-01-01", "2020-06-15..2030-06-15", "1900-01-01..2099-12-31"]
)
def test_a_longer_one_is_refused(text):
    with pytest.raises(PeriodTooLongError, match="10 years"):
        parse_period(text)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Rekapitulasi SKM Semester II Tahun 2024", "II-2024S"),
        ("SURVEI KEPUASAN MASYARAKAT TAHUN 2024", "2024"),
        ("Survei Persepsi Kualitas Pelayanan (Tahun 2024)", "2024"),
        ("Rekap SKM Oktober 2024", "2024-10"),
        ("Hasil survei bulan Oktober Tahun 2024", "2024-10"),
        ("Oktober 2024", "2024-10"),
        ("Survei Mandiri, Triwulan III 2024", "III-2024"),
        ("F-03 - Semester I 2024", "I-2024S"),
    ],
)
def test_a_title_may_name_any_kind(title, name):
    assert find_period(title) == parse_period(name)


@pytest.mark.parametrize(
    "title",
    [
        "SKM menurut PermenPANRB Nomor 14 Tahun 2017",
        "Undang-Undang tentang Pelayanan Publik Tahun 2009",
        "Tahun 2024 berjalan",
        "Survei Januari - Maret 2024",
        "Survei Januari s.d. Oktober 2024",
        "Survei bulan Januari sampai dengan Oktober 2024",
        "Kota Contoh, 31 Oktober 2024",
        "Kota Contoh, Oktober 2024",
        "Data per Oktober 2024",
        "Triwulan III dan Triwulan IV 2024",
        "Semester I - Semester II 2024",
        "Triwulan I 2024 dibandingkan Triwulan II 2024",
        "Perbandingan Tahun 2023 dan Tahun 2024",
        "Laporan Triwulan III 2024, dicetak Januari 2025",
        "Layanan sejak Tahun 2020",
        "Dari Januari 2024 ke Maret 2024",
        "Sebelum Maret 20245",
    ],
)
def test_what_may_be_another_period_is_not_read_from_a_title(title):
    assert find_period(title) is None
