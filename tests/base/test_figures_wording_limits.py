"""How figures are written at their limits: places, thousands, nothing scored."""

from fractions import Fraction

import pytest

from ipak_cli.base.figures import NOT_SCORED, NotScored, decimal, figure, grouped_int, short
from ipak_cli.base.message import Message


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (999, "999"), (1000, "1.000"), (999_999, "999.999"), (1_000_000, "1.000.000")],
)
def test_points_stand_from_a_thousand_on(number, text):
    assert grouped_int(number) == text


def test_two_places_half_up_with_a_comma_unless_others_are_asked_for():
    assert (decimal(Fraction(808, 205)), decimal(Fraction("0.045"), 1), decimal(Fraction("2.5"), 0)) == (
        "3,94",
        "0,0",
        "3",
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [("17.5", "17,5"), ("10", "10"), ("0", "0"), ("100", "100"), ("0.05", "0,05"), ("0.004", "0")],
)
def test_a_rubric_s_number_has_no_zeros_after_its_comma_and_keeps_those_before(value, text):
    assert short(Fraction(value)) == text


def test_a_figure_has_its_unit_and_what_is_not_scored_has_a_sign():
    assert figure(Fraction(50), " %") == "50,00 %"
    assert figure(Fraction(50)) == "50,00"
    assert figure(NotScored(Message("x")), " %") == NOT_SCORED
