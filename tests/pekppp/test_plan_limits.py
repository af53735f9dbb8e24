"""The way to a target at its limits: which targets there are, what is enough, how a climb is parted."""

from fractions import Fraction

import pytest

from ipak_cli.pekppp.plan import Candidate, Climb, Option, cheapest_plan, minimum_of
from ipak_cli.rubric.load import load_pekppp

RUBRIC = load_pekppp("pekppp-2025").rubric


@pytest.mark.parametrize(
    ("text", "minimum"),
    [
        ("A", "4.51"), ("a-", "4.01"), ("A −", "4.01"), ("A–", "4.01"), (" b ", "3.51"),
        ("pelayanan prima", "4.51"), ("0", "0"), ("5", "5"), ("4,2", "4.2"), ("4.2", "4.2"), ("9/2", "4.5"),
    ],
)  # fmt: skip
def test_a_target_is_a_category_or_a_value_from_0_to_5(text, minimum):
    assert minimum_of(text, RUBRIC) == Fraction(minimum)


@pytest.mark.parametrize("text", ["-0.01", "5.01", "-1", "6", "Z", "", "A+"])
def test_anything_else_is_no_target(text):
    with pytest.raises(ValueError, match=r"^$|."):
        minimum_of(text, RUBRIC)


def one(level, *costs, share="0.5"):
    options = tuple(Option(level + n, cost, ()) for n, cost in enumerate(costs, 1))
    return Candidate(1, "a", "A", level, Fraction(share), options)


@pytest.mark.parametrize(
    ("target", "reached"),
    [("1.4999", "1.5"), ("1.5", "1.5"), ("1.5001", "2"), ("2", "2"), ("1", "1"), ("0", "1")],
)
def test_a_target_is_reached_exactly_and_never_missed(target, reached):
    plan = cheapest_plan([one(2, 1, 2)], Fraction(target))
    assert (plan.reached, plan.reachable) == (Fraction(reached), True)
    assert plan.target == Fraction(target)


def test_a_target_above_the_highest_is_climbed_as_far_as_it_goes():
    plan = cheapest_plan([one(2, 1, 2)], Fraction("2.0001"))
    assert (plan.reached, plan.reachable, plan.cost) == (2, False, 2)


def test_what_costs_nothing_is_no_climb_where_nothing_is_missing():
    assert cheapest_plan([one(2, 0)], Fraction(1)).climbs == ()


def test_a_climb_of_one_level_is_one_stage():
    step = Option(3, 1, ("a",))
    assert Climb(one(2), step, Fraction("0.5")).stages == ((2, step, Fraction("0.5")),)


def test_a_climb_of_several_levels_has_a_gain_for_each_stage():
    first, second, third = Option(2, 1, ()), Option(3, 1, ()), Option(5, 3, ())
    whole = Option(5, 5, (), (first, second, third))

    assert Climb(one(1), whole, Fraction(2)).stages == (
        (1, first, Fraction("0.5")),
        (2, second, Fraction("0.5")),
        (3, third, Fraction(1)),
    )


def test_the_highest_level_is_today_s_where_there_are_no_options():
    assert (one(3).highest, one(3, 1).highest, one(3, 1, 2).highest) == (3, 4, 5)
