"""Dates whose day and month a program has swapped, and honest ones that look a little like them."""

from datetime import datetime, timedelta

import pytest

from ipak_cli.survey.reading.date_order import Days, Mixture, mixture, ordered_when_swapped
from makers.sheets import column_of


def days(first, last):
    """Give the mornings of 2025 from one (month, day) to another."""
    day, end = datetime(2025, *first, 8), datetime(2025, *last, 8)  # noqa: DTZ001 (cells have no zone)
    while day <= end:
        yield day
        day += timedelta(days=1)


def swapped(day, form="%d/%m/%Y %H:%M:%S"):
    """Give what a month-first Excel makes of a day-first text."""
    return day.replace(month=day.day, day=day.month) if day.day <= 12 else day.strftime(form)


def judged(cells):
    return mixture(Days.of(column_of(list(cells))))


@pytest.mark.parametrize("last", [(10, 31), (12, 31), (10, 14)])
@pytest.mark.parametrize("form", ["%d/%m/%Y %H:%M:%S", "%d-%m-%Y", "%d.%m.%y %H.%M", "%m/%d/%Y %H:%M"])
def test_dates_up_to_12_beside_texts_above_are_swapped(last, form):
    assert judged(swapped(day, form) for day in days((10, 1), last)) is Mixture.SWAPPED


def test_a_whole_year_is_swapped_too_although_every_month_is_in_it():
    assert judged(map(swapped, days((1, 1), (12, 31)))) is Mixture.SWAPPED


def test_texts_that_were_added_later_do_not_hide_it():
    assert judged([*map(swapped, days((10, 1), (10, 31))), "05/11/2025 8:00"]) is Mixture.SWAPPED


@pytest.mark.parametrize(
    "write",
    [
        lambda day: day if day.day % 2 else day.strftime("%d/%m/%Y"),
        lambda day: day if day.day <= 12 else day.strftime("%Y-%m-%d %H:%M"),
        lambda day: day if day.day <= 12 else day.strftime("%d Oktober %Y"),
        lambda day: day,
        lambda day: day.strftime("%d/%m/%Y"),
    ],
)
def test_honest_mixtures_are_none(write):
    assert judged(map(write, days((10, 1), (10, 31)))) is None


def test_months_that_agree_speak_for_dates_as_they_stand():
    half = (day if day.day <= 12 else day.strftime("%d/%m/%Y") for day in days((10, 1), (10, 31)))
    assert judged(half) is Mixture.RIGHT


def test_the_order_of_rows_tells_swapped_dates_without_any_text():
    turned = [swapped(day) for day in days((10, 1), (12, 12)) if day.day <= 12]
    assert ordered_when_swapped(turned)


@pytest.mark.parametrize(
    "moments",
    [
        list(days((10, 1), (10, 12))),
        [swapped(day) for day in days((10, 1), (10, 12))],
        [swapped(day) for day in days((11, 11), (11, 12))] * 6,
        [*days((10, 20), (10, 31)), *days((9, 1), (9, 12))],
        [],
    ],
    ids=["honest", "in order both ways", "few", "days above 12", "none"],
)
def test_rows_that_do_not_tell_are_left_alone(moments):
    assert not ordered_when_swapped(moments)
