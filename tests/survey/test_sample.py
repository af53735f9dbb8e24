"""Sample size: Krejcie and Morgan (1970), the minimum of 30, the census."""

import pytest

from ipak_cli.base.figures import NotScored
from ipak_cli.catalogue.survey import MORE_THAN_VISITORS
from ipak_cli.rubric.respondents import Sample
from ipak_cli.survey.sample import judge_sample, krejcie_morgan

RULE = Sample(minimum=30, source="uji")


@pytest.mark.parametrize(
    ("population", "size"), [(10, 10), (24, 23), (50, 44), (100, 80), (1000, 278), (100_000, 383)]
)
def test_the_published_sizes(population, size):
    assert krejcie_morgan(population) == size


@pytest.mark.parametrize(
    ("respondents", "population", "adequate"),
    [
        (30, None, True),
        (29, None, False),
        (24, 24, True),
        (23, 24, True),
        (22, 24, False),
        (29, 31, False),
        (31, 100, False),
        (80, 100, True),
    ],
)
def test_enough_is_the_minimum_the_statistical_size_or_a_census(respondents, population, adequate):
    assert judge_sample(RULE, respondents, population).adequate is adequate


def test_without_a_population_the_response_rate_is_not_scored():
    assert isinstance(judge_sample(RULE, 41, None).response_rate, NotScored)


def test_more_respondents_than_visitors_are_pointed_out():
    assert judge_sample(RULE, 41, 40).reason == MORE_THAN_VISITORS(respondents=41, population=40)
