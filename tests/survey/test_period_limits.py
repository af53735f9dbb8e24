"""Which period a survey is of, at its limits: one response, none, a tie."""

import pytest

from ipak_cli.base.period import Period
from ipak_cli.base.problem import ProblemsFoundError, Where
from ipak_cli.survey.period import BY_QUARTER, NO_PERIOD, choose_period, is_dated

FOURTH, FIRST = Period.quarter(2024, 4), Period.quarter(2025, 1)
A, B = Where("a.csv"), Where("b.csv")
ON_FIRST, ON_FOURTH = BY_QUARTER.ordinal(FIRST), BY_QUARTER.ordinal(FOURTH)


def refused(files, asked=None):
    with pytest.raises(ProblemsFoundError) as caught:
        choose_period(files, asked)
    return [(found.code, found.where.file) for found in caught.value.problems]


def test_one_response_dates_a_file_and_none_does_not():
    assert is_dated({ON_FOURTH: 1})
    assert is_dated({ON_FOURTH: 1, NO_PERIOD: 5})
    assert not is_dated({NO_PERIOD: 5})
    assert not is_dated({})


def test_a_single_response_of_another_period_is_asked_about():
    assert refused([(A, {ON_FOURTH: 99, ON_FIRST: 1})]) == [("W420", "a.csv")]
    assert choose_period([(A, {ON_FOURTH: 99, ON_FIRST: 0})], None) == (
        FOURTH,
        (),
    )


def test_only_files_with_times_are_named_where_there_are_several_periods():
    files = [(A, {ON_FOURTH: 1}), (B, {ON_FIRST: 1, NO_PERIOD: 1})]
    assert refused(files) == [("W420", "a.csv"), ("W420", "b.csv")]


def test_responses_without_a_time_in_a_dated_file_are_no_period_of_their_own():
    assert choose_period([(A, {ON_FOURTH: 3, NO_PERIOD: 2})], None) == (FOURTH, ())


def test_the_asked_period_is_taken_though_others_have_more():
    files = [(A, {ON_FOURTH: 1, ON_FIRST: 99})]
    assert choose_period(files, FOURTH) == (FOURTH, ())
    assert refused(files, Period.quarter(2025, 2)) == [("W421", "a.csv")]


def test_several_periods_and_a_file_without_times_are_both_told():
    files = [(A, {ON_FOURTH: 1, ON_FIRST: 1}), (B, {NO_PERIOD: 1})]
    assert refused(files) == [("W420", "a.csv"), ("W416", "b.csv")]


def test_without_any_response_nothing_is_known_and_nothing_is_said():
    assert choose_period([], None) == (None, ())
    assert choose_period([(A, {})], FOURTH) == (FOURTH, ())
