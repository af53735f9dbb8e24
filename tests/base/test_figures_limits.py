"""Exact figures at their limits: halves, places, signs, nothing counted."""

from fractions import Fraction

import pytest

from ipak_cli.base.figures import (
    NotScored,
    exact_text,
    half_up,
    mean,
    parse_fraction,
    round_half_up,
    scale,
    weighted_sum,
)
from ipak_cli.base.message import Message


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        ("3.8149", 2, "3.81"),
        ("3.815", 2, "3.82"),
        ("2.4999", 0, "2"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("-2.4", 0, "-2"),
        ("0.4", 0, "0"),
        ("0", 0, "0"),
        ("-0.4", 0, "0"),
        ("0.0449", 1, "0.0"),
        ("0.05", 1, "0.1"),
        ("12.3456", 4, "12.3456"),
        ("-12.005", 2, "-12.01"),
    ],
)
def test_a_half_goes_up_and_anything_below_it_down(value, places, text):
    assert half_up(Fraction(value), places) == text


def test_two_places_are_written_unless_others_are_asked_for():
    assert half_up(Fraction(1, 3)) == "0.33"
    assert round_half_up(Fraction(1, 3)) == Fraction(33, 100)
    assert round_half_up(Fraction(1, 3), 1) == Fraction(3, 10)


def test_one_answer_is_enough_for_a_mean_and_none_is_not():
    assert mean(3, 1, reason=Message("x")) == 3
    assert mean(7, 2, reason=Message("x")) == Fraction(7, 2)
    assert mean(0, 0, reason=Message("x")) == NotScored(Message("x"))


def test_a_figure_is_multiplied_and_no_figure_stays_none():
    assert scale(Fraction(7, 2), 25) == Fraction(175, 2)
    assert scale(NotScored(Message("x")), 25) == NotScored(Message("x"))


def test_a_weighted_sum_begins_at_nothing_and_adds_each_product():
    assert weighted_sum([]) == 0
    assert weighted_sum([(Fraction(3), Fraction(1, 4)), (Fraction(4), Fraction(3, 4))]) == Fraction(15, 4)


def test_the_first_part_without_a_figure_decides_for_the_sum():
    parts = [
        (Fraction(1), Fraction(1)),
        (NotScored(Message("a")), Fraction(1)),
        (NotScored(Message("b")), Fraction(1)),
    ]
    assert weighted_sum(parts) == NotScored(Message("a"))


def test_a_fraction_is_written_without_loss():
    assert (exact_text(Fraction(808, 205)), exact_text(Fraction(4))) == ("808/205", "4")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("-4", -4), ("-1/2", Fraction(-1, 2)), ("1/-2", Fraction(-1, 2)), (" 1 / 9 ", Fraction(1, 9)),
        ("0.5/0.25", 2), ("7/1", 7), (".5", Fraction(1, 2)), ("4.", 4),
    ],
)  # fmt: skip
def test_a_number_may_have_a_sign_a_point_and_a_denominator(text, value):
    assert parse_fraction(text) == value


@pytest.mark.parametrize("text", ["1.2.3", "-", ".", "1/", "/2", "--1", "1/0", "1/0.0", "+4", "²"])
def test_two_points_no_digit_or_a_denominator_of_zero_are_no_number(text):
    with pytest.raises(ValueError, match=r"."):
        parse_fraction(text)
