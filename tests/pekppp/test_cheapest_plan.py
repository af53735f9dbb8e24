"""The cheapest plan: checked against every choice in small cases and a table of sums in a whole one."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipak_cli.pekppp.plan import Candidate, Option, cheapest_plan, least_value

PERCENT = (
    "4.08 3.36 1.68 3.36 2.40 4.08 1.68 1.68 1.68 2.5 5 5 5 7.5 2.70 4.14 3.60 3.60 1.98 1.98 "
    "3.3 2.2 2.2 3.3 2 2.5 2.5 3 6 6"
)
SHARES = [Fraction(percent) / 100 for percent in PERCENT.split()]
"""What each of the 30 indicators decides of F-02."""


def candidate(no, level, share, costs):
    """Return a candidate whose next levels have these costs; ``None`` where a level cannot be had."""
    options = [
        Option(level + up, cost, (f"hal {no}-{level + up}",))
        for up, cost in enumerate(costs, 1)
        if cost is not None
    ]
    return Candidate(no, "a.Ak", f"Indikator {no}", level, share, tuple(options))


def taken(plan):
    return [(climb.candidate.no, climb.option.level) for climb in plan.climbs]


def test_the_cheaper_of_two_ways_is_taken():
    cases = [candidate(1, 4, Fraction(1, 2), [3]), candidate(2, 4, Fraction(1, 2), [2])]

    plan = cheapest_plan(cases, Fraction("4.5"))

    assert taken(plan) == [(2, 5)]
    assert (plan.today, plan.reached, plan.cost, plan.reachable) == (4, Fraction("4.5"), 2, True)


def test_one_large_step_is_taken_where_small_ones_cost_more():
    cases = [
        candidate(1, 3, Fraction("0.2"), [1, 2]),
        candidate(2, 3, Fraction("0.2"), [1, 2]),
        candidate(3, 3, Fraction("0.6"), [3]),
    ]

    plan = cheapest_plan(cases, Fraction("3.55"))

    assert taken(plan) == [(3, 4)]
    assert plan.cost == 3
    assert plan.reached == Fraction("3.6")


def test_among_equal_costs_the_highest_f02_is_taken():
    cases = [candidate(1, 4, Fraction("0.4"), [1]), candidate(2, 4, Fraction("0.6"), [1])]

    assert taken(cheapest_plan(cases, Fraction("4.3"))) == [(2, 5)]


def test_among_equal_figures_the_fewest_indicators_are_taken():
    third = Fraction(1, 3)
    cases = [candidate(no, 3, third, [1, 2]) for no in (1, 2, 3)]

    assert taken(cheapest_plan(cases, 3 + 2 * third)) == [(1, 5)]


def test_the_lowest_numbers_break_a_tie_whatever_the_order_of_the_rows():
    cases = [candidate(no, 4, Fraction(1, 4), [1]) for no in (4, 2, 3, 1)]

    assert taken(cheapest_plan(cases, Fraction("4.5"))) == [(1, 5), (2, 5)]


def test_the_target_is_met_exactly_and_not_by_a_rounded_figure():
    third = Fraction(1, 3)
    cases = [candidate(no, 4, third, [1]) for no in (1, 2, 3)]

    assert len(taken(cheapest_plan(cases, 4 + third))) == 1
    assert len(taken(cheapest_plan(cases, 4 + third + Fraction(1, 10**12)))) == 2


def test_nothing_is_to_do_where_today_reaches_the_target():
    cases = [candidate(1, 5, Fraction(1, 2), []), candidate(2, 4, Fraction(1, 2), [0])]

    plan = cheapest_plan(cases, Fraction("4.5"))

    assert (plan.climbs, plan.cost, plan.reached, plan.reachable) == ((), 0, Fraction("4.5"), True)


def test_out_of_reach_means_the_cheapest_way_to_the_highest_f02():
    cases = [candidate(1, 2, Fraction(1, 2), [1, 5, 5]), candidate(2, 3, Fraction(1, 2), [])]

    plan = cheapest_plan(cases, Fraction("4.505"))

    assert not plan.reachable
    assert plan.reached == plan.highest == 4
    assert (taken(plan), plan.cost) == ([(1, 5)], 5)


def test_out_of_reach_and_nothing_to_raise_gives_no_steps():
    plan = cheapest_plan([candidate(1, 3, Fraction(1), [])], Fraction(4))

    assert (plan.climbs, plan.reachable, plan.highest) == ((), False, 3)


@st.composite
def small_cases(draw):
    weights = draw(st.lists(st.integers(1, 6), min_size=1, max_size=5))
    cost = st.one_of(st.none(), st.integers(0, 4))
    cases = []
    for no, weight in enumerate(weights, 1):
        level = draw(st.integers(0, 5))
        costs = draw(st.lists(cost, max_size=min(3, 5 - level)))
        cases.append(candidate(no, level, Fraction(weight, sum(weights)), costs))
    return cases


def best_of_all(cases, target):
    """Try every choice, and order the ones that count as the plan promises."""

    def aims(choice):
        climbs = [(case.no, up.level) for case, up in zip(cases, choice, strict=True) if up]
        return sum(up.cost for up in choice if up), -f02(choice), len(climbs), climbs

    def f02(choice):
        levels = [up.level if up else case.level for case, up in zip(cases, choice, strict=True)]
        return sum(case.share * level for case, level in zip(cases, levels, strict=True))

    choices = list(product(*[[None, *case.options] for case in cases]))
    if f02(choices[0]) >= target:
        return []
    reachable = min(target, max(map(f02, choices)))
    return min(aims(choice) for choice in choices if f02(choice) >= reachable)[3]


@settings(deadline=None)
@given(small_cases(), st.fractions(0, 5, max_denominator=200))
def test_no_choice_is_better(cases, target):
    assert taken(cheapest_plan(cases, target)) == best_of_all(cases, target)


def least_cost_and_highest_gain(cases, gain):
    """Return what the plan must cost and gain: the best gain for each cost, indicator by indicator."""
    best = {0: Fraction(0)}
    for case in cases:
        steps = [(0, Fraction(0)), *[(up.cost, case.share * (up.level - case.level)) for up in case.options]]
        sums = {}
        for (cost, gained), (more_cost, more) in product(best.items(), steps):
            total = cost + more_cost
            sums[total] = max(sums.get(total, Fraction(0)), gained + more)
        best = sums
    return min((cost, -gained) for cost, gained in best.items() if gained >= gain)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("minimum", ["3.51", "4.51"])
def test_thirty_indicators_agree_with_a_table_of_sums(seed, minimum):
    cases = []
    for no, share in enumerate(SHARES, 1):
        level = (7 * no + no * no * seed) % 5
        costs = [(no * (seed + 3) + up * up) % 7 + up for up in range(1, 6 - level)]
        cases.append(candidate(no, level, share, costs))
    target = least_value(Fraction(minimum))

    plan = cheapest_plan(cases, target)

    cost, gain = least_cost_and_highest_gain(cases, target - plan.today)
    assert (plan.cost, plan.reached) == (cost, plan.today - gain)
    assert sum(SHARES) == 1


def test_the_same_input_in_any_order_gives_the_same_plan():
    cases = [candidate(no, 3, share, [1, 2]) for no, share in enumerate(SHARES, 1)]

    assert taken(cheapest_plan(cases, Fraction(4))) == taken(cheapest_plan(cases[::-1], Fraction(4)))
