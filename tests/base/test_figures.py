"""Exact arithmetic: one half-up rounding at the end."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.base.figures import NotScored, half_up, mean, parse_fraction, round_half_up, scale, weighted_sum
from ipak_cli.base.message import Message


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction("3.815"), "3.82"),
        (Fraction(137, 35) * Fraction("4.375"), "17.13"),
        (Fraction(157, 40), "3.93"),
        (Fraction("-0.005"), "-0.01"),
        (Fraction("-0.004"), "0.00"),
        (Fraction(4), "4.00"),
        (Fraction("0.995"), "1.00"),
    ],
)
def test_halves_round_away_from_zero(value, text):
    assert half_up(value) == text


@given(st.fractions(), st.integers(0, 6))
def test_rounding_is_off_by_half_a_unit_at_most(value, places):
    assert abs(round_half_up(value, places) - value) * 2 <= Fraction(1, 10**places)


def test_nothing_counted_is_not_scored_and_stays_so():
    nothing = mean(0, 0, reason=Message("tidak ada jawaban"))

    assert nothing == NotScored(Message("tidak ada jawaban"))
    assert scale(nothing, 25) == nothing
    assert weighted_sum([(Fraction(1), Fraction(1, 2)), (nothing, Fraction(1, 2))]) == nothing


@pytest.mark.parametrize(
    ("text", "value"), [("1/9", Fraction(1, 9)), ("17.5", Fraction(35, 2)), (" 4 ", Fraction(4))]
)
def test_fractions_are_read_exactly(text, value):
    assert parse_fraction(text) == value


@pytest.mark.parametrize("text", ["", "1/0", "1e3", "inf", "nan", "0,11", "1/9/2", "٤", "0x1", "--1"])
def test_anything_else_is_no_number(text):
    with pytest.raises(ValueError, match=r"not a plain|zero"):
        parse_fraction(text)
