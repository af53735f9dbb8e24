"""Both sides of each limit of a sample: the minimum, the statistical size, the census."""

from fractions import Fraction

import pytest

from ipak_cli.base.figures import NotScored
from ipak_cli.catalogue.survey import SIZE_NOT_REACHED
from ipak_cli.rubric.respondents import Sample
from ipak_cli.survey.sample import judge_sample, krejcie_morgan

THIRTY = Sample(minimum=30, source="uji")
NONE = Sample(minimum=None, source="uji")


def why(rule, respondents, population):
    """Return the kind of reason, whatever figures it names."""
    return judge_sample(rule, respondents, population).reason.key


@pytest.mark.parametrize(
    ("population", "size"),
    [
        (1, 1),
        (2, 2),
        (14, 14),
        (15, 14),
        (30, 28),
        (31, 29),
        (32, 30),
        (33, 30),
        (34, 31),
        (75_000, 382),
        (1_000_000, 384),
    ],
)
def test_the_size_by_krejcie_and_morgan(population, size):
    assert krejcie_morgan(population) == size


@pytest.mark.parametrize(
    ("population", "size", "required"),
    [
        (29, 27, 27),  # fewer visitors than the minimum
        (30, 28, 28),  # as many
        (31, 29, 30),  # more: the minimum is above the size
        (32, 30, 30),
        (34, 31, 31),  # the size is above the minimum
        (None, None, 30),
    ],
)
def test_the_minimum_binds_where_there_are_more_visitors_than_it(population, size, required):
    found = judge_sample(THIRTY, 1, population)
    assert (found.minimum, found.krejcie_morgan, found.required) == (30, size, required)


@pytest.mark.parametrize(("population", "required"), [(10, 10), (31, 29), (1000, 278), (None, None)])
def test_without_a_minimum_the_size_alone_is_required(population, required):
    assert judge_sample(NONE, 1, population).required == required


@pytest.mark.parametrize(
    ("rule", "respondents", "population", "adequate"),
    [
        (THIRTY, 29, None, False),
        (THIRTY, 30, None, True),
        (THIRTY, 27, 30, False),
        (THIRTY, 28, 30, True),
        (THIRTY, 29, 31, False),
        (THIRTY, 30, 31, True),
        (THIRTY, 79, 100, False),
        (THIRTY, 80, 100, True),
        (NONE, 79, 100, False),
        (NONE, 80, 100, True),
        (NONE, 80, None, None),
        (NONE, 0, None, None),
    ],
)
def test_as_many_as_required_are_enough_and_one_fewer_is_not(rule, respondents, population, adequate):
    assert judge_sample(rule, respondents, population).adequate is adequate


def test_the_response_rate_is_in_percent_of_the_visitors():
    assert judge_sample(THIRTY, 41, 80).response_rate == Fraction(205, 4)
    assert judge_sample(THIRTY, 0, 80).response_rate == 0
    assert isinstance(judge_sample(THIRTY, 41, None).response_rate, NotScored)


def test_without_respondents_known_nothing_is_judged_but_the_size_is_told():
    found = judge_sample(THIRTY, None, 100)

    assert (found.krejcie_morgan, found.required, found.adequate) == (80, 80, None)
    assert isinstance(found.response_rate, NotScored)
    assert found.response_rate.reason != judge_sample(THIRTY, 1, None).response_rate.reason
    assert found.reason not in {judge_sample(THIRTY, n, 100).reason for n in (0, 30, 80, 100, 101)}


def test_a_census_is_exactly_all_visitors_and_one_more_is_doubtful():
    below, census, above = (why(THIRTY, n, 100) for n in (99, 100, 101))
    assert len({below, census, above}) == 3
    assert why(THIRTY, 24, 24) == census
    assert why(THIRTY, 25, 24) == above


def test_the_size_the_minimum_alone_and_neither_are_told_apart():
    size, minimum, neither = why(THIRTY, 80, 100), why(THIRTY, 30, 100), why(THIRTY, 29, 100)

    assert len({size, minimum, neither}) == 3
    assert why(THIRTY, 79, 100) == minimum
    assert why(THIRTY, 99, 100) == size
    assert why(THIRTY, 1, 100) == neither
    assert why(THIRTY, 29, 31) == neither  # 29 is the size for 31 visitors, but below the minimum
    assert why(NONE, 79, 100) == neither
    assert why(NONE, 80, 100) == size


def test_a_unit_with_fewer_visitors_than_the_minimum_is_told_so():
    fewer, as_many = why(THIRTY, 28, 29), why(THIRTY, 29, 30)
    assert fewer != as_many == why(THIRTY, 80, 100)
    assert why(NONE, 28, 29) == as_many


def test_a_rule_that_the_size_decides_names_the_size():
    assert judge_sample(THIRTY, 26, 29).reason == SIZE_NOT_REACHED(respondents=26, required=27, population=29)
    assert judge_sample(NONE, 28, 31).reason == SIZE_NOT_REACHED(respondents=28, required=29, population=31)


def test_without_visitors_the_minimum_is_reached_or_missed_or_there_is_none():
    reached, missed, no_rule = why(THIRTY, 30, None), why(THIRTY, 29, None), why(NONE, 30, None)
    assert len({reached, missed, no_rule}) == 3
    assert why(THIRTY, 31, None) == reached
