"""Counts by value and their sums: what respondents can give, and what they cannot."""

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.survey.certainty.distribution import Distribution, Moments, read_counts

ONE_TO_FOUR = {"lowest": Fraction(1), "highest": Fraction(4)}


def moments(answers, total, squares, **more):
    return Moments(answers=answers, total=Fraction(total), squares=Fraction(squares), **ONE_TO_FOUR, **more)


def test_the_sums_of_three_fours_and_a_one():
    found = read_counts({"1": 1, "2": 0, "3": 0, "4": 3}, 1, 4).moments
    assert (found.answers, found.total, found.squares) == (4, 13, 49)
    assert found.value == Fraction(13, 4)
    assert found.variance == Fraction(9, 4)  # (3 * 0.75^2 + 2.25^2) / 3


def test_an_item_of_two_columns_has_values_between():
    found = read_counts({"3": 1, "7/2": 2, "4": 1}, 1, 4).moments
    assert (found.total, found.squares) == (14, Fraction(99, 2))


def test_answers_to_an_item_that_is_better_when_low_are_turned():
    assert read_counts({"1": 3, "4": 1}, 1, 4, turned=True).counts == {4: 3, 1: 1}
    assert read_counts({"0": 3, "5": 1}, 0, 5, turned=True).counts == {5: 3, 0: 1}


@pytest.mark.parametrize("counts", [{"5": 1}, {"0": 1}, {"4": -1}, {"banyak": 1}])
def test_what_is_no_count_of_the_scale_is_refused(counts):
    with pytest.raises(ValueError, match=r"respondents with|not a plain number"):
        read_counts(counts, 1, 4)


@pytest.mark.parametrize(
    ("answers", "total", "squares"),
    [
        (4, 17, 73),  # above the scale
        (4, 3, 3),  # below it
        (4, 13, 42),  # a square less than the mean's: 13^2 / 4 = 42.25
        (4, 13, 50),  # more spread than the ends allow: 49
        (-1, 0, 0),
    ],
)
def test_sums_that_no_answers_have_are_refused(answers, total, squares):
    with pytest.raises(ValueError, match=r"no values|no count"):
        moments(answers, total, squares)


@pytest.mark.parametrize(("total", "squares"), [(13, "42.25"), (13, 49), (16, 64), (4, 4)])
def test_sums_at_the_edge_of_what_answers_can_have_are_taken(total, squares):
    assert moments(4, total, squares).total == total


def test_a_scale_has_two_ends():
    with pytest.raises(ValueError, match="two ends"):
        Distribution(lowest=Fraction(4), highest=Fraction(4), counts={})


def test_no_respondent_is_left_out_less_than_never():
    with pytest.raises(ValueError, match="no count"):
        moments(4, 13, 49, left_out=-1)


def test_the_published_figure_may_count_more_answers_than_those_of_complete_respondents():
    assert moments(4, 13, 49, published=Fraction(33, 10)).value == Fraction(33, 10)


@pytest.mark.parametrize(("answers", "total", "squares"), [(4, 16, 64), (4, 4, 4)])
def test_the_published_figure_is_an_end_where_all_answers_are(answers, total, squares):
    end = Fraction(total, answers)
    assert moments(answers, total, squares, published=end).value == end


@pytest.mark.parametrize("published", ["4", "1", "4.1", "0.9"])
def test_a_published_figure_that_the_answers_contradict_is_refused(published):
    with pytest.raises(ValueError, match="cannot be"):
        moments(4, 13, 49, published=Fraction(published))


@given(st.lists(st.tuples(*[st.integers(1, 4)] * 3), min_size=2), st.tuples(*[st.integers(1, 9)] * 3))
def test_the_products_of_a_tally_give_the_sums_of_the_respondents_own_indices(people, parts):
    weights = [Fraction(part, sum(parts)) for part in parts]
    sums = [sum(person[i] for person in people) for i in range(3)]
    cross = [[sum(person[i] * person[j] for person in people) for j in range(3)] for i in range(3)]
    own = [sum(weight * answer for weight, answer in zip(weights, person, strict=True)) for person in people]

    found = Moments.of_products((Fraction(1), Fraction(4)), weights, sums, cross, answers=len(people))

    assert found == Distribution(counts=Counter(own), **ONE_TO_FOUR).moments
