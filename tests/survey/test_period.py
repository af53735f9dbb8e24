"""The period of a survey of one file or several."""

import re

import pytest

from ipak_cli.base.period import Period
from ipak_cli.base.problem import ProblemsFoundError, Where
from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.survey.period import BY_QUARTER, NO_PERIOD, choose_period, not_checkable

FOURTH, FIRST = Period.quarter(2024, 4), Period.quarter(2025, 1)
A, B = Where("a.csv"), Where("b.csv")
ON_FIRST, ON_FOURTH = BY_QUARTER.ordinal(FIRST), BY_QUARTER.ordinal(FOURTH)


def told(problems):
    return [(found.code, found.where.file) for found in problems]


def refused(files, asked=None):
    with pytest.raises(ProblemsFoundError) as caught:
        choose_period(files, asked)
    return caught.value.problems


def test_one_period_in_all_files_is_the_survey_s():
    assert choose_period([(A, {ON_FOURTH: 3}), (B, {ON_FOURTH: 1})], None) == (FOURTH, ())


def test_each_file_is_named_with_its_own_periods_and_the_hint_names_the_one_of_most():
    first, second = refused(
        [
            (A, {ON_FOURTH: 3}),
            (B, {ON_FIRST: 1, ON_FOURTH: 2}),
        ]
    )

    assert told([first, second]) == [("W420", "a.csv"), ("W420", "b.csv")]
    assert message_of(first).endswith("IV-2024 (3 responden)")
    assert message_of(second).endswith("IV-2024 (2 responden), I-2025 (1 responden)")
    assert "--period IV-2024" in hint_of(first)


def test_a_period_that_no_file_has_is_refused_with_what_each_has():
    found = refused([(A, {ON_FOURTH: 3}), (B, {ON_FIRST: 1})], Period.quarter(2025, 2))
    assert told(found) == [("W421", "a.csv"), ("W421", "b.csv")]


def test_a_file_without_times_among_others_is_asked_about():
    files = [(A, {ON_FOURTH: 3}), (B, {NO_PERIOD: 2})]

    (question,) = refused(files)
    assert told([question]) == [("W416", "b.csv")]
    assert "--period IV-2024" in hint_of(question)
    period, notes = choose_period(files, FOURTH)
    assert (period, told(notes)) == (FOURTH, [("W426", "b.csv")])


def test_a_file_without_responses_is_asked_nothing():
    assert choose_period([(A, {ON_FOURTH: 3}), (B, {})], None) == (FOURTH, ())


def test_without_times_the_asked_period_is_taken_and_none_is_guessed():
    files = [(A, {NO_PERIOD: 3})]
    assert (choose_period(files, FOURTH)[0], told(choose_period(files, FOURTH)[1])) == (
        FOURTH,
        [("W426", "a.csv")],
    )
    assert (choose_period(files, None)[0], told(choose_period(files, None)[1])) == (
        None,
        [("W422", "a.csv")],
    )


def test_advice_names_no_year_that_is_not_in_the_file():
    files = [(Where("a.xlsx"), {BY_QUARTER.ordinal(Period.quarter(2031, n)): 3 for n in (1, 2)})]
    with pytest.raises(ProblemsFoundError) as several:
        choose_period(files, None)
    (unknown,) = not_checkable([(Where("b.xlsx"), {NO_PERIOD: 3})], None)
    for told in (*several.value.problems, unknown):
        assert set(re.findall(r"20[0-9]{2}", hint_of(told))) <= {"2031"}
