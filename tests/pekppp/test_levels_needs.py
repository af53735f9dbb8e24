"""What is missing for the next level: applying it reaches that level, with as few changes as there can be."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipak_cli.catalogue.indonesian import say
from ipak_cli.pekppp.levels import climb, derive, steps_up
from ipak_cli.rubric.load import load_pekppp
from ipak_cli.rubric.pekppp import FactType
from ipak_cli.rubric.rules.interface import Derived, changed

RUBRIC = load_pekppp("pekppp-2025").rubric


def indicator(no):
    return next(each for each in RUBRIC.indicators if each.no == no)


def answers_to(fact):
    if fact.type is FactType.NUMBER:
        return st.integers(0, 12)
    if fact.type is FactType.DATE:
        return st.integers(0, 500).map(lambda days: date(2025, 1, 31) + timedelta(days=days))
    return st.sampled_from(fact.answers)


@st.composite
def answered_indicators(draw):
    one = draw(st.sampled_from(RUBRIC.indicators))
    return one, {fact.id: draw(answers_to(fact)) for fact in one.facts}


@settings(deadline=None)
@given(answered_indicators())
def test_the_needs_of_a_level_reach_it(case):
    one, answers = case
    for step in steps_up(one, answers):
        assert derive(one, changed(answers, step.needs)).level == step.level
        assert step.cost == sum(need.choose for need in step.needs) > 0


@settings(deadline=None)
@given(answered_indicators())
def test_whatever_is_not_at_the_top_has_a_way_to_it(case):
    one, answers = case
    today = derive(one, answers)
    if isinstance(today, Derived) and today.level < 5:
        assert steps_up(one, answers)[-1].level == 5
    else:
        assert steps_up(one, answers) == ()


@settings(deadline=None)
@given(answered_indicators())
def test_a_climb_ends_at_its_goal_and_costs_what_the_goal_costs(case):
    one, answers = case
    for goal in steps_up(one, answers):
        parts = climb(one, answers, goal)
        assert parts[-1].level == goal.level
        assert sum(part.cost for part in parts) == goal.cost


@settings(deadline=None)
@given(answered_indicators())
def test_no_single_change_of_words_does_what_the_needs_say_takes_two(case):
    one, answers = case
    for step in steps_up(one, answers):
        for fact in one.facts:
            for word in fact.answers:
                after = derive(one, answers | {fact.id: word})
                if step.cost > 1 and isinstance(after, Derived):
                    assert after.level != step.level, (fact.id, word, step)


def test_the_needs_name_what_is_not_there_yet():
    answers = {f"F16-{n:02}": "tidak" for n in range(1, 11)} | {"F16-01": "ya", "F16-02": "ya"}
    [first, second, *_] = steps_up(indicator(16), answers)
    assert (first.level, [say(need.text) for need in first.needs]) == (1, [indicator(16).fact("F16-03").text])
    assert say(second.needs[1].text).startswith("1 dari: ")


@pytest.mark.parametrize("no", [10, 11, 13, 15, 16, 17, 20, 25, 30])
def test_without_its_base_an_indicator_can_still_climb_when_nobody_answered_the_rest(no):
    base = indicator(no).facts[0]

    steps = steps_up(indicator(no), {base.id: base.answers[0]})

    assert steps[-1].level == 5
    assert steps[0].cost < steps[-1].cost


def test_a_follow_up_without_dates_can_still_climb():
    steps = steps_up(indicator(9), {"F09-03": 4, "F09-04": 0})

    assert [(step.level, step.cost) for step in steps] == [(1, 1), (2, 3), (3, 3), (4, 3), (5, 3)]
    assert "paling lama 1 bulan" in say(steps[-1].needs[0].text)


def test_the_key_criterion_beside_five_others_leads_straight_to_the_top():
    answers = (
        {"F13-01": "ya", "F13-02": "tidak"} | {f"F13-{n:02}": "ya" for n in range(3, 8)} | {"F13-08": "tidak"}
    )
    [step] = steps_up(indicator(13), answers)
    assert (step.level, step.cost) == (5, 1)


@pytest.mark.parametrize(("done", "wanted"), [(0, 1), (2, 3)])
def test_a_share_asks_for_the_least_number_that_reaches_it(done, wanted):
    answers = {"F08-01": "ya", "F08-02": 8, "F08-03": done, "F08-04": "ya"}
    step = steps_up(indicator(8), answers)[0]
    assert say(step.needs[0].text) == f"laksanakan paling sedikit {wanted} dari 8"


def test_a_follow_up_that_came_too_late_can_only_be_better_the_next_time():
    answers = {"F09-01": date(2025, 1, 15), "F09-02": date(2025, 6, 1), "F09-03": 4, "F09-04": 4}
    [step, *_] = steps_up(indicator(9), answers)
    assert step.level == 4
    assert say(step.needs[0].text).startswith("pada SKM berikutnya")


def test_reviewing_fewer_services_is_never_asked_for():
    """Level 2 is printed for some services, level 1 for all of them: more must not be undone for a level."""
    today = {"F04-01": "tidak ada", "F04-02": "tidak ada", "F04-03": "semua layanan"}
    two = next(step for step in steps_up(indicator(4), today) if step.level == 2)
    assert [need.changes for need in two.needs] == [(("F04-02", "sebagian layanan"),)]


def test_what_was_done_without_a_plan_is_planned_before_it_counts():
    today = {"F08-01": "tidak", "F08-02": 0, "F08-03": 3, "F08-04": "ya"}
    assert derive(indicator(8), today).level == 0
    (step,) = [step for step in steps_up(indicator(8), today) if step.level == 5]
    assert "rencanakan paling sedikit 3 tindak lanjut" in [say(need.text) for need in step.needs]


def test_a_plan_says_that_one_complaint_through_the_main_channel_is_enough():
    today = {"F28-01": 0, "F28-02": 0, "F28-03": 20, "F28-04": 15}
    assert derive(indicator(28), today).level == 2
    (step,) = [step for step in steps_up(indicator(28), today) if step.level == 5]
    assert "satu saja sudah cukup" in say(step.needs[0].text)
    assert step.needs[0].changes == (("F28-01", 1), ("F28-02", 1))


def test_a_state_of_the_instrument_is_advised_before_one_that_is_our_reading():
    """Daily but not detailed is read as level 4; weekly is what the instrument says of it (24)."""
    step = next(
        step for step in steps_up(indicator(24), {"F24-01": "bulanan", "F24-02": "tidak"}) if step.level == 4
    )

    assert [say(need.text) for need in step.needs] == [
        "Seberapa sering data dan informasi dimutakhirkan: mingguan"
    ]


@pytest.mark.parametrize("numbers", [{}, {"F08-02": 0}, {"F08-03": 0}, {"F08-02": 0, "F08-03": 0}])
def test_without_a_plan_the_first_level_is_offered_whether_its_numbers_are_blank_or_0(numbers):
    first = steps_up(indicator(8), {"F08-01": "tidak"} | numbers)[0]
    assert (first.level, first.cost) == (1, 2)
    assert [need.changes for need in first.needs] == [(("F08-01", "ya"),), (("F08-02", 1),)]
