"""Printed numbers: which exact values stand behind them, and which means whole answers can have."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.base.figures import round_half_up
from ipak_cli.base.printed import (
    Printed,
    counts_for,
    is_possible,
    nearest_means,
    readings,
    sums_of,
)
from makers.printed import printed


@pytest.mark.parametrize(
    ("text", "value", "places"),
    [
        ("3,91", "391/100", 2), ("3.91", "391/100", 2), ("4", "4", 0), ("1.234,5", "2469/2", 1),
        ("1,234.5", "2469/2", 1), ("97,86", "4893/50", 2), ("-0,17", "-17/100", 2), ("−0,17", "-17/100", 2),
        ("0,444", "111/250", 3), ("12.345.678", "12345678", 0), ("3,50", "7/2", 2),
    ],
)  # fmt: skip
def test_a_number_is_read_with_its_decimals(text, value, places):
    assert readings(text) == (Printed(Fraction(value), places),)


def test_three_figures_behind_one_sign_may_be_thousands_or_decimals():
    assert readings("1.234") == (Printed(Fraction("1.234"), 3), Printed(Fraction(1234)))


@pytest.mark.parametrize("text", ["", "tiga", "3,9,1", "1.2.3", "3,91%", "1,234,5", "12.34,567.8", "."])
def test_what_is_no_number_has_no_reading(text):
    assert readings(text) == ()


def test_no_24_times_5_answers_have_the_percentage_of_the_first_seed():
    assert is_possible(printed("3,91"), 120)
    of_highest = Printed(printed("97,86").value / 100 * 4, 4)
    assert not is_possible(of_highest, 120)
    assert nearest_means(of_highest, 120) == (Fraction(469, 120), Fraction(47, 12))


def test_the_same_sum_behind_item_means_of_41_answers():
    assert sums_of(printed("3,95"), 41) == range(162, 163)
    assert sums_of(printed("3,93"), 24) == range(0)
    assert sums_of(printed("4,00"), 24) == range(96, 97)


def test_halves_may_be_rounded_up_or_to_even_and_may_not_be_cut():
    exact = Fraction(763, 200)
    assert printed("3,82").rounds(exact)
    assert not printed("3,81").rounds(exact)
    assert printed("3,81").cuts(exact)
    assert printed("3,82").rounds(Fraction("3.825"))


def test_the_number_of_answers_for_which_all_means_are_possible():
    seed = [printed(text) for text in ("3,95", "3,93", "3,83", "3,90", "4,00", "3,85", "3,88")]
    assert 41 in counts_for(seed, range(1, 60))
    assert 24 not in counts_for(seed, range(1, 60))


@given(st.integers(1, 400), st.data(), st.integers(0, 4))
def test_every_mean_of_whole_answers_is_possible_when_rounded(count, data, places):
    total = data.draw(st.integers(count, 4 * count))
    mean = Printed(round_half_up(Fraction(total, count), places), places)
    assert total in sums_of(mean, count)


@given(st.integers(1, 120), st.integers(100, 400))
def test_a_mean_is_impossible_exactly_where_no_sum_is_rounded_to_it(count, hundredths):
    mean = Printed(Fraction(hundredths, 100), 2)
    by_hand = [total for total in range(count, 4 * count + 1) if mean.rounds(Fraction(total, count))]
    assert list(sums_of(mean, count)) == by_hand
