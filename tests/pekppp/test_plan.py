"""The way to a target: the least value that counts, and what a choice of steps comes to."""

from fractions import Fraction

import pytest

from ipak_cli.base.figures import half_up
from ipak_cli.pekppp.plan import Candidate, Option, f02_highest, f02_today, least_value, plan_of

TWO_UP = Option(level=4, cost=3, needs=("SP ditetapkan", "SP dimonitor"))
ONE_UP = Option(level=2, cost=1, needs=("ada jalur landai",))
FIRST = Candidate(1, "a.Ak", "Standar Pelayanan", 2, Fraction("0.6"), (TWO_UP,))
SECOND = Candidate(2, "c.K", "Kelompok rentan", 1, Fraction("0.4"), (ONE_UP,))


@pytest.mark.parametrize("minimum", ["4.51", "4.01", "3.51", "1.01", "0.01"])
def test_the_least_value_is_the_first_that_is_written_as_the_minimum(minimum):
    least = least_value(Fraction(minimum))

    assert half_up(least) == minimum
    assert half_up(least - Fraction(1, 10**9)) != minimum


@pytest.mark.parametrize(("minimum", "least"), [("3.7376", "3.735"), ("3.74", "3.735"), ("0", "0")])
def test_a_target_between_two_figures_needs_the_higher_one(minimum, least):
    assert least_value(Fraction(minimum)) == Fraction(least)


def test_a_candidate_without_options_stays_where_it_is():
    fixed = Candidate(3, "f.B", "Inovasi", 3, Fraction(1), ())

    assert fixed.highest == 3
    assert f02_today([fixed]) == f02_highest([fixed]) == 3


def test_the_highest_f02_takes_every_indicator_to_its_highest_level():
    assert f02_today([FIRST, SECOND]) == Fraction("1.6")
    assert f02_highest([FIRST, SECOND]) == Fraction("3.2")


def test_a_plan_adds_up_costs_and_gains_in_the_order_of_the_numbers():
    plan = plan_of([FIRST, SECOND], Fraction(3), [(SECOND, ONE_UP), (FIRST, TWO_UP)])

    assert [(climb.candidate.no, climb.gain) for climb in plan.climbs] == [
        (1, Fraction("1.2")),
        (2, Fraction("0.4")),
    ]
    assert (plan.today, plan.reached, plan.highest) == (Fraction("1.6"), Fraction("3.2"), Fraction("3.2"))
    assert plan.cost == 4
    assert plan.reachable


def test_a_target_above_the_highest_f02_is_out_of_reach():
    assert not plan_of([FIRST, SECOND], Fraction("3.21"), []).reachable
    assert plan_of([FIRST, SECOND], Fraction("3.2"), []).reachable
