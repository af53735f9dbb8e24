"""Permutation tests: by hand, and against every parting of small groups tried one by one."""

from collections import Counter
from fractions import Fraction
from itertools import combinations
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.survey.certainty.distribution import Distribution, read_counts
from ipak_cli.survey.certainty.permutation import (
    MOST_WORK,
    _approximate,
    _draw,
    _work,
    chance_as_low,
    chance_either_way,
    holm,
    rounded_up,
)


def people(*values, scale=(1, 4)):
    return Distribution(
        lowest=Fraction(scale[0]), highest=Fraction(scale[1]), counts=Counter(map(Fraction, values))
    )


def one_by_one(one, other, as_far):
    """Try every parting of the people into two groups of these sizes."""
    everybody = [*one, *other]
    mean = sum(everybody, Fraction(0)) / len(everybody)
    seen = sum(one, Fraction(0)) / len(one) - mean
    partings = [sum(group, Fraction(0)) / len(one) - mean for group in combinations(everybody, len(one))]
    return Fraction(sum(as_far(parting, seen) for parting in partings), len(partings))


def test_two_ones_and_two_fours_are_parted_so_in_two_of_six_ways():
    chance = chance_either_way(people(1, 1), people(4, 4))
    assert (chance.p, chance.exact) == (Fraction(2, 6), True)


def test_ten_fours_and_ten_threes_are_parted_so_in_two_of_all_ways():
    assert chance_either_way(people(*[4] * 10), people(*[3] * 10)).p == Fraction(2, comb(20, 10))


def test_the_direction_does_not_count_either_way():
    # Of 4 people the group of one is the lowest in 1 of 4 ways; no other is as far from the mean 3.25.
    assert chance_either_way(people(1), people(4, 4, 4)).p == Fraction(1, 4)
    # Mean 2.5: one end is as far as the other.
    assert chance_either_way(people(1), people(2, 3, 4)).p == Fraction(2, 4)


def test_where_all_answer_the_same_nothing_differs():
    assert chance_either_way(people(4, 4, 4), people(4, 4)).p == 1
    assert chance_as_low(people(4, 4, 4), people(4, 4)).p == 1


def test_four_threes_all_in_one_item_of_fourteen_are_a_rare_draw():
    item, others = read_counts({"3": 4, "4": 20}, 1, 4), read_counts({"4": 24 * 13}, 1, 4)
    assert chance_as_low(item, others).p == Fraction(comb(24, 4), comb(24 * 14, 4))


def test_an_item_that_is_higher_than_the_others_is_as_low_in_every_draw_but_higher_ones():
    # Both draws of the 3, of all three, are at least as low as the 4s.
    assert chance_as_low(people(4, 4), people(3)).p == 1
    assert chance_as_low(people(3, 4), people(4)).p == Fraction(2, 3)
    assert chance_as_low(people(3), people(4, 4)).p == Fraction(1, 3)


def test_two_scales_are_not_put_together():
    with pytest.raises(ValueError, match="two scales"):
        chance_either_way(people(1, 2), people(1, 2, scale=(1, 5)))


VALUES = st.lists(
    st.integers(1, 4).map(Fraction) | st.fractions(1, 4, max_denominator=6), min_size=1, max_size=5
)


@given(VALUES, VALUES)
def test_an_exact_count_is_that_of_all_partings_one_by_one(one, other):
    chance = chance_either_way(people(*one), people(*other))
    assert chance.exact
    assert chance.p == one_by_one(one, other, lambda parting, seen: abs(parting) >= abs(seen))


@given(VALUES, VALUES)
def test_a_count_of_draws_as_low_is_that_of_all_partings_one_by_one(one, other):
    chance = chance_as_low(people(*one), people(*other))
    assert chance.p == one_by_one(one, other, lambda parting, seen: parting <= seen)


LARGER = st.lists(st.integers(1, 4), min_size=1, max_size=40)


@given(LARGER, LARGER)
def test_which_group_is_called_first_and_which_end_is_good_does_not_matter(one, other):
    p = chance_either_way(people(*one), people(*other)).p
    assert chance_either_way(people(*other), people(*one)).p == p
    turned = ([5 - value for value in group] for group in (one, other))
    assert chance_either_way(*(people(*group) for group in turned)).p == p


def many(each, *, lower=0):
    """Return so many people, two thirds of whom gave nine items the highest answer."""
    return read_counts({"4": 4 * each, "35/9": each, "34/9": each - lower, "31/9": lower}, 1, 4)


@pytest.mark.parametrize("lower", [0, 4, 8, 12])
def test_the_normal_curve_comes_near_an_exact_count(lower):
    one, other = many(20), many(20, lower=lower)
    draw = _draw(one, other, from_top=None)
    beyond = abs(draw.seen - Fraction(draw.drawn * draw.total, draw.people))
    exact = chance_either_way(one, other)
    assert exact.exact
    assert abs(min(1, 2 * _approximate(draw, beyond)) - exact.p) < Fraction(5, 1000)


def test_too_many_people_to_count_are_judged_by_the_normal_curve_and_that_is_told():
    one, other = many(200), many(200, lower=45)
    assert _work(_draw(one, other, from_top=None)) > MOST_WORK
    chance = chance_either_way(one, other)
    assert not chance.exact
    assert Fraction(1, 1000) < chance.p < Fraction(5, 1000)


def test_a_million_respondents_take_no_time_to_give_up_counting():
    assert not chance_as_low(many(150_000, lower=100), many(150_000)).exact
    assert chance_either_way(many(150_000), many(150_000)).p == 1


def test_a_high_item_of_many_people_is_not_low_by_the_normal_curve_either():
    high, low = many(2000), many(2000, lower=1000)
    assert chance_as_low(high, low).p > Fraction(99, 100)
    assert chance_as_low(low, high).p < Fraction(1, 100)


def test_holm_by_hand():
    chances = {"a": "0.01", "b": "0.04", "c": "0.03", "d": "0.005"}
    adjusted = holm({name: Fraction(p) for name, p in chances.items()})
    # In order: 4 * 0.005, 3 * 0.01, 2 * 0.03, and 1 * 0.04, which may not be below the one before.
    assert {name: float(p) for name, p in adjusted.items()} == {"a": 0.03, "b": 0.06, "c": 0.06, "d": 0.02}
    assert list(adjusted) == ["a", "b", "c", "d"]


def test_no_chance_is_above_one():
    assert holm({"a": Fraction(1, 2), "b": Fraction(9, 10)}) == {"a": 1, "b": 1}


@pytest.mark.parametrize(
    ("p", "stored"), [("0.05", "0.05"), ("0.0500000001", "0.050001"), ("0", "0"), ("1", "1")]
)
def test_a_stored_chance_is_never_below_its_own(p, stored):
    assert rounded_up(Fraction(p)) == Fraction(stored)
