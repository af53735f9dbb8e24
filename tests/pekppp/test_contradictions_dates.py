"""Dates that are asked about: after today, and more than two years before the period's end."""

from __future__ import annotations

from datetime import date

import pytest

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import Where
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.pekppp.answers import Assessment
from ipak_cli.pekppp.contradictions import odd_dates, reversed_dates
from makers.pekppp_results import RUBRIC, filled

CELL = Where("isi.xlsx", "Fakta", "E62")
TODAY = date(2026, 11, 28)


def asked(day, period, today=TODAY):
    """Return the codes for one date, and check that each names its cell."""
    answers = filled(answers={"F09-01": day, "F09-03": 8}, cells={"F09-01": CELL})
    found = list(odd_dates(Assessment(None, None, {9: answers}), period and parse_period(period), today))
    assert all(problem.where == CELL for problem in found)
    return [problem.code for problem in found]


@pytest.mark.parametrize(
    ("day", "period", "codes"),
    [
        (date(2026, 11, 28), "IV-2026", []),
        (date(2026, 11, 29), "IV-2026", ["E316"]),
        (date(2027, 1, 5), None, ["E316"]),
        (date(2024, 11, 28), "IV-2026", []),
        (date(2024, 11, 27), "IV-2026", ["E317"]),
        (date(2024, 11, 27), None, ["E317"]),
        (date(2025, 2, 10), "IV-2024", []),
        (date(2022, 12, 31), "IV-2024", []),
        (date(2022, 12, 30), "IV-2024", ["E317"]),
    ],
)
def test_a_date_is_compared_with_today_and_with_the_period(day, period, codes):
    assert asked(day, period) == codes


def test_without_today_only_the_period_is_compared_with():
    assert asked(date(2027, 1, 5), "IV-2024", today=None) == []
    assert asked(date(2020, 1, 5), "IV-2024", today=None) == ["E317"]
    assert asked(date(2020, 1, 5), None, today=None) == []


@pytest.mark.parametrize("done", [0, 3, 5, None])
@pytest.mark.parametrize(
    ("start", "end", "codes"),
    [
        (date(2024, 3, 30), date(2024, 2, 1), ["E320"]),
        (date(2024, 3, 30), date(2024, 3, 30), []),
        (date(2024, 3, 30), date(2024, 5, 1), []),
        (date(2024, 3, 30), None, []),
        (None, date(2024, 2, 1), []),
    ],
)
def test_a_follow_up_before_its_report_is_told_whatever_is_done(start, end, codes, done):
    given = {"F09-01": start, "F09-02": end, "F09-03": 5, "F09-04": done}
    answers = {fact: answer for fact, answer in given.items() if answer is not None}
    row = filled(answers=answers, cells={"F09-02": CELL})

    found = list(reversed_dates(RUBRIC, Assessment(None, None, {9: row})))

    assert [(problem.code, problem.where) for problem in found] == [(code, CELL) for code in codes]
    for problem in found:
        assert message_of(problem) == (
            "indikator 9: F09-02 berisi 1 Februari 2024, sebelum F09-01 yang berisi 30 Maret 2024"
        )
