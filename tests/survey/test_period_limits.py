"""Which quarter a survey is of, at its limits: one response, none, a tie."""

import pytest

from ipak_cli.base.problem import ProblemsFoundError, Where
from ipak_cli.base.quarter import Quarter
from ipak_cli.survey.period import choose_quarter, is_dated
from ipak_cli.survey.reading.date_column import NO_PERIOD

FOURTH, FIRST = Quarter(2024, 4), Quarter(2025, 1)
A, B = Where("a.csv"), Where("b.csv")


def refused(files, asked=None):
    with pytest.raises(ProblemsFoundError) as caught:
        choose_quarter(files, asked)
    return [(found.code, found.where.file) for found in caught.value.problems]


def test_one_response_dates_a_file_and_none_does_not():
    assert is_dated({FOURTH.ordinal: 1})
    assert is_dated({FOURTH.ordinal: 1, NO_PERIOD: 5})
    assert not is_dated({NO_PERIOD: 5})
    assert not is_dated({})


def test_a_single_response_of_another_quarter_is_asked_about():
    assert refused([(A, {FOURTH.ordinal: 99, FIRST.ordinal: 1})]) == [("W420", "a.csv")]
    assert choose_quarter([(A, {FOURTH.ordinal: 99, FIRST.ordinal: 0})], None) == (FOURTH, ())


def test_only_files_with_times_are_named_where_there_are_several_quarters():
    files = [(A, {FOURTH.ordinal: 1}), (B, {FIRST.ordinal: 1, NO_PERIOD: 1})]
    assert refused(files) == [("W420", "a.csv"), ("W420", "b.csv")]


def test_responses_without_a_time_in_a_dated_file_are_no_quarter_of_their_own():
    assert choose_quarter([(A, {FOURTH.ordinal: 3, NO_PERIOD: 2})], None) == (FOURTH, ())


def test_the_asked_quarter_is_taken_though_others_have_more():
    files = [(A, {FOURTH.ordinal: 1, FIRST.ordinal: 99})]
    assert choose_quarter(files, FOURTH) == (FOURTH, ())
    assert refused(files, Quarter(2025, 2)) == [("W421", "a.csv")]


def test_several_quarters_and_a_file_without_times_are_both_told():
    files = [(A, {FOURTH.ordinal: 1, FIRST.ordinal: 1}), (B, {NO_PERIOD: 1})]
    assert refused(files) == [("W420", "a.csv"), ("W416", "b.csv")]


def test_without_any_response_nothing_is_known_and_nothing_is_said():
    assert choose_quarter([], None) == (None, ())
    assert choose_quarter([(A, {})], FOURTH) == (FOURTH, ())
