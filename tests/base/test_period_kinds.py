"""Semesters, years, months and ranges of days: names, days, order, and what is none."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.base.period import Period, PeriodKind, find_period, parse_period, period_words, timeline

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
    assert period.next.start == period.end + timedelta(days=1)
    assert period.next.previous == period
    assert period < period.next
    assert period.next.follows(period)


@given(one=DAYS, other=DAYS)
def test_a_range_keeps_its_days_whatever_it_is_called(one, other):
    period = Period(min(one, other), max(one, other))
    assert parse_period(period.name) == parse_period(f"{period.start}..{period.end}") == period


def test_a_year_meets_its_quarters_and_follows_only_years():
    year, quarter = parse_period("2024"), parse_period("IV-2023")
    assert year.meets(parse_period("I-2024"))
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


def test_a_title_may_name_a_semester():
    assert find_period("Rekapitulasi SKM Semester II Tahun 2024") == parse_period("II-2024S")
