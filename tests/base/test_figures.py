"""Exact arithmetic: one half-up rounding at the end."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.base.figures import (
    NotScored,
    count,
    ends_of,
    figure,
    half_up,
    mean,
    parse_fraction,
    round_half_up,
    scale,
    weighted_sum,
    within,
)
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


WHY = Message("dibulatkan")


def between(low, high):
    return NotScored(WHY, (Fraction(low), Fraction(high)))


def test_a_figure_whose_ends_are_one_is_exact():
    assert within(3, 3, reason=WHY) == Fraction(3)
    assert within(3, 4, reason=WHY) == between(3, 4)


def test_a_multiple_has_the_multiples_of_both_ends_lowest_first():
    assert scale(between(3, 4), Fraction(1, 2)) == between("1.5", 2)
    assert scale(between(3, 4), -1) == between(-4, -3)
    assert scale(between(3, 4), 0) == 0


def test_a_sum_of_exact_figures_and_ends_has_ends():
    half = Fraction(1, 2)
    found = weighted_sum([(Fraction(3), half), (between(2, 4), half)])

    assert found == between("2.5", "3.5")
    assert weighted_sum([(between(1, 2), half), (between(3, 4), -half)]) == between("-1.5", "-0.5")


def test_a_part_without_ends_leaves_the_sum_without_a_figure():
    nothing = NotScored(Message("tidak ada jawaban"))

    assert weighted_sum([(between(1, 2), Fraction(1)), (nothing, Fraction(1))]) == nothing


def test_the_ends_of_a_figure():
    assert ends_of(Fraction(3)) == (3, 3)
    assert ends_of(between(1, 2)) == (1, 2)
    assert ends_of(NotScored(WHY)) is None


def test_both_ends_are_written_and_once_where_they_are_written_alike():
    assert figure(between("3.93", "3.95"), " poin") == "3,93–3,95 poin"
    assert figure(between("3.931", "3.934")) == "3,93"
    assert figure(NotScored(WHY)) == "–"
    assert (count(1234), count(NotScored(WHY))) == ("1.234", "–")
