"""Dates: days that are none, weekdays, the days of the survey against its quarter, the day of signing."""

from datetime import date

import pytest

from ipak_cli.audit.claim import FIRST_DAY, LAST_DAY, SIGNATURE
from ipak_cli.audit.finding import Certainty
from ipak_cli.base.period import parse_period
from makers.audit_claims import claim, look, possible, said


def day(word, meant, subject=None, **more):
    return claim("date", subject, word=word, day=meant, **more)


def span(first, last, words="waktu pengumpulan data dilaksanakan pada periode"):
    return [
        day(str(first), first, FIRST_DAY, words=words),
        day(str(last), last, LAST_DAY, words=words),
    ]


def test_a_day_that_no_calendar_has():
    found = look(day("31 November 2024", None))["A118"]
    assert found.certainty is Certainty.IMPOSSIBLE
    assert "31 November 2024" in said(found)
    assert look(day("30 November 2024", date(2024, 11, 30))) == {}
    assert look(day("tanggal 30", None)) == {}


@pytest.mark.parametrize(
    ("word", "right"),
    [("Senin, 2 Januari 2025", "Kamis, 2 Januari 2025"), ("Jum'at 2 Januari 2025", "Kamis, 2 Januari 2025")],
)
def test_a_weekday_of_another_day(word, right):
    found = look(day(word, date(2025, 1, 2)))["A119"]
    assert possible(found) == [f"yang mungkin: {right}"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Kamis, 2 Januari 2025", date(2025, 1, 2)), ("2 Januari 2025", date(2025, 1, 2)),
        ("Jum’at, 3 Januari 2025", date(2025, 1, 3)), ("Ahad 5 Januari 2025", date(2025, 1, 5)),
    ],
)  # fmt: skip
def test_a_right_weekday_and_none(word, meant):
    assert look(day(word, meant)) == {}


def test_a_period_that_ends_on_the_day_before():
    found = look(span(date(2024, 10, 1), date(2024, 12, 30)))["A121"]
    assert found.certainty is Certainty.QUESTION
    assert found.claims[0].day == date(2024, 12, 30)
    assert "31 Desember 2024" in said(found)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2024, 10, 1), date(2024, 12, 31)), (date(2024, 10, 14), date(2024, 12, 20)),
        (date(2024, 1, 1), date(2024, 12, 31)), (date(2023, 1, 1), date(2023, 12, 31)), (date(2024, 12, 2),
        date(2024, 12, 31)),
    ],
)  # fmt: skip
def test_right_days_of_a_survey(first, last):
    assert look(span(first, last)) == {}


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2024, 9, 1), date(2024, 12, 31)),
        (date(2024, 10, 1), date(2025, 1, 15)),
        (date(2024, 12, 31), date(2024, 10, 1)),
    ],
)
def test_days_outside_the_period(first, last):
    assert "A120" in look(span(first, last))


def test_the_last_working_day_of_a_quarter():
    second = parse_period("II-2024")  # its last two days are a weekend
    assert look(span(date(2024, 4, 1), date(2024, 6, 28)), reported=second) == {}
    assert "A121" in look(span(date(2024, 4, 1), date(2024, 6, 27)), reported=second)


def test_days_of_something_else():
    assert look(span(date(2024, 9, 1), date(2024, 12, 31), words="pelatihan petugas")) == {}


def test_a_report_is_signed_when_its_period_has_ended():
    early = [day("Bengkulu, 20 Desember 2024", date(2024, 12, 20), SIGNATURE)]
    assert "20 Desember 2024" in said(look(early)["A122"])
    for right in (date(2024, 12, 31), date(2025, 1, 2)):
        assert look(day("tanggal", right, SIGNATURE)) == {}
    assert look(day("20 Desember 2024", date(2024, 12, 20))) == {}


def test_the_only_days_of_a_survey_are_those_of_another_quarter():
    assert "A120" in look(span(date(2023, 10, 1), date(2023, 12, 31)))
    own = span(date(2024, 10, 1), date(2024, 12, 31))
    assert look(own, span(date(2024, 7, 1), date(2024, 9, 30))) == {}
