"""Quantiles: the table against Student's distribution in closed form, the tail against the error function."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.survey.certainty.quantiles import Z, normal_tail, student


def inside(t, freedom):
    """Return the share of Student's distribution from -t to t (Abramowitz and Stegun 26.7.3 and 26.7.4)."""
    angle = math.atan(t / math.sqrt(freedom))
    term = math.cos(angle) if freedom % 2 else 1.0
    total = term
    for k in range(3 if freedom % 2 else 2, freedom - 1, 2):
        term *= math.cos(angle) ** 2 * (k - 1) / k
        total += term
    return 2 / math.pi * (angle + math.sin(angle) * total) if freedom % 2 else math.sin(angle) * total


def test_every_quantile_is_right_to_one_in_the_sixth_place():
    freedoms = [*range(9, 400), 1000, 1001, 5000, 20_000]
    quantiles = {freedom: float(student(freedom)) for freedom in freedoms}
    too_high = [freedom for freedom, t in quantiles.items() if inside(t - 1e-6, freedom) >= 0.95]
    too_low = [freedom for freedom, t in quantiles.items() if inside(t + 1e-6, freedom) <= 0.95]
    assert (too_high, too_low) == ([], [])


@pytest.mark.parametrize(("freedom", "printed"), [(9, "2.262"), (23, "2.069"), (40, "2.021"), (60, "2.000")])
def test_the_quantiles_are_those_of_printed_tables(freedom, printed):
    assert f"{float(student(freedom)):.3f}" == printed


def test_more_answers_bring_the_quantile_nearer_to_the_normal_one():
    quantiles = [student(freedom) for freedom in range(9, 500)]
    assert quantiles == sorted(set(quantiles), reverse=True)
    assert quantiles[-1] > Z


def test_fewer_than_ten_answers_have_no_quantile():
    with pytest.raises(ValueError, match="8 degrees"):
        student(8)


@pytest.mark.parametrize(
    ("squared", "share"),
    [
        (0, "0.5"),
        (1, "0.158655253931"),
        (4, "0.022750131948"),
        (9, "0.001349898032"),
        (25, "0.000000286652"),
        (64, "0.000000000000"),
        (65, "0.000000000000"),
        (10**9, "0.000000000000"),
    ],
)
def test_the_tail_is_that_of_printed_tables(squared, share):
    assert normal_tail(Fraction(squared)) == Fraction(share)


def test_beyond_the_normal_quantile_lie_two_and_a_half_percent():
    assert abs(normal_tail(Z**2) - Fraction(25, 1000)) < Fraction(1, 10**10)


@given(st.fractions(0, 70))
def test_the_tail_is_that_of_the_error_function(squared):
    assert math.isclose(normal_tail(squared), math.erfc(math.sqrt(squared / 2)) / 2, abs_tol=1e-11)
