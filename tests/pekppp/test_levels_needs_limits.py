"""What is missing for a level at its limits: how many, which, and what when nothing is."""

from datetime import date

import pytest

from ipak_cli.catalogue.indonesian import say
from ipak_cli.pekppp.levels import climb, steps_up
from ipak_cli.rubric.load import load_pekppp
from ipak_cli.rubric.rules.interface import Facts, Need, change, changed, cost, improve
from makers.one_indicator import answers, choices, fact_id, ids, indicator, yes_no

INDICATORS = {each.no: each for each in load_pekppp("pekppp-2025").rubric.indicators}
COUNT = indicator(yes_no(9), rule="count", base="F01-01", of=ids(2, 9), thresholds=["1", "3", "4", "6", "8"])
MANDATORY = indicator(
    yes_no(9), rule="mandatory_plus_count", base="F01-01", mandatory=ids(2, 3), of=ids(4, 9)
)
BASE = indicator(
    [*choices(1, "tidak", "sebagian", "ya"), *yes_no(7)[1:]],
    rule="base_plus_count", base="F01-01", base_levels=["0", "1", "2"], of=ids(2, 7),
)  # fmt: skip
KEY = indicator(
    yes_no(9), rule="key_criterion", base="F01-01", key="F01-02", of=ids(3, 9), without=["1", "3"],
    with_key=["1", "3", "5"], listed=["5", "6"],
)  # fmt: skip
MEDIA = indicator(
    choices(8, "tidak", "sebagian", "ya"), rule="media", media=ids(1, 7), required="F01-08", without="1",
    with_required=["2", "4", "6"],
)  # fmt: skip
LADDER = indicator(
    yes_no(6), rule="ladder",
    steps=[{"all": ids(1, 2)}, *({"all": [fact_id(n)]} for n in range(3, 7))],
)  # fmt: skip


def steps(one, signs):
    """Return each level above today's and how many facts have to change for it."""
    given = answers(signs) if isinstance(signs, str) else signs
    return [(step.level, step.cost) for step in steps_up(one, given)]


def asked(no, level, *values):
    """Return the changes that an indicator's level asks for; ``None`` is a blank fact."""
    given = {f"F{no:02}-{n:02}": value for n, value in enumerate(values, 1) if value is not None}
    (step,) = [step for step in steps_up(INDICATORS[no], given) if step.level == level]
    return [need.changes for need in step.needs]


@pytest.mark.parametrize(
    ("signs", "found"),
    [
        ("- --------", [(1, 2), (2, 4), (3, 5), (4, 7), (5, 9)]),
        ("+ --------", [(1, 1), (2, 3), (3, 4), (4, 6), (5, 8)]),
        ("+ ++------", [(2, 1), (3, 2), (4, 4), (5, 6)]),
        ("+ +++-----", [(3, 1), (4, 3), (5, 5)]),
        ("+ +++++++-", [(5, 1)]),
        ("+ ++++++++", []),
        ("- ++++++++", [(5, 1)]),
    ],
)
def test_a_threshold_needs_what_is_missing_to_it(signs, found):
    assert steps(COUNT, signs) == found


@pytest.mark.parametrize(
    ("signs", "found"),
    [
        ("+ +- ------", [(1, 1), (2, 2), (3, 3), (4, 4), (5, 5)]),
        ("- -- ------", [(1, 3), (2, 4), (3, 5), (4, 6), (5, 7)]),
        ("+ ++ +++---", [(5, 1)]),
        ("+ -- ++----", [(3, 2), (4, 3), (5, 4)]),
    ],
)
def test_what_is_mandatory_comes_before_one_more_for_each_level(signs, found):
    assert steps(MANDATORY, signs) == found


@pytest.mark.parametrize(
    ("base", "others", "found"),
    [
        ("tidak", 0, [(1, 1), (2, 1), (3, 2), (4, 3), (5, 4)]),
        ("sebagian", 0, [(2, 1), (3, 2), (4, 3), (5, 4)]),
        ("ya", 0, [(3, 1), (4, 2), (5, 3)]),
        ("ya", 2, [(5, 1)]),
        ("tidak", 1, [(1, 1), (3, 1), (4, 2), (5, 3)]),
    ],
)
def test_a_base_in_part_is_enough_for_its_own_level(base, others, found):
    given = {"F01-01": base} | {fact_id(n): "ya" if n < others + 2 else "tidak" for n in range(2, 8)}
    assert steps(BASE, given) == found


@pytest.mark.parametrize(
    ("signs", "found"),
    [
        ("-- -------", [(1, 2), (2, 4), (3, 2), (4, 4), (5, 6)]),
        ("+- -------", [(1, 1), (2, 3), (3, 1), (4, 3), (5, 5)]),
        ("+- +------", [(2, 2), (3, 1), (4, 2), (5, 4)]),
        ("+- +++----", [(4, 1), (5, 2)]),
        ("++ -------", [(4, 2), (5, 4)]),
        ("++ ++++---", []),
    ],
)
def test_the_key_criterion_is_asked_for_from_level_3_on(signs, found):
    assert steps(KEY, signs) == found


@pytest.mark.parametrize(
    ("complete", "required", "found"),
    [
        (0, "tidak", [(1, 1), (2, 1), (3, 3), (4, 5), (5, 7)]),
        (1, "tidak", [(3, 2), (4, 4), (5, 6)]),
        (2, "ya", [(4, 2), (5, 4)]),
        (6, "sebagian", [(5, 1)]),
    ],
)
def test_media_are_asked_for_and_the_required_channel_from_level_3_on(complete, required, found):
    words = ["ya"] * complete + ["tidak"] * (7 - complete) + [required]
    assert steps(MEDIA, {fact_id(n): word for n, word in enumerate(words, 1)}) == found


def test_the_first_level_of_media_is_one_of_them_in_part():
    first = steps_up(MEDIA, {fact_id(n): "tidak" for n in range(1, 9)})[0]
    assert [need.changes for need in first.needs] == [(("F01-01", "sebagian"),)]


@pytest.mark.parametrize(
    ("signs", "found"),
    [
        ("------", [(1, 2), (2, 3), (3, 4), (4, 5), (5, 6)]),
        ("+-----", [(1, 1), (2, 2), (3, 3), (4, 4), (5, 5)]),
        ("++-+--", [(3, 1), (4, 2), (5, 3)]),
        ("++++++", []),
    ],
)
def test_a_ladder_needs_all_steps_up_to_the_level(signs, found):
    assert steps(LADDER, signs) == found


def test_a_way_that_falls_short_of_its_level_is_none():
    # A sound rubric has no such rule: three facts cannot reach a threshold of four.
    short = indicator(yes_no(3), rule="count", of=ids(1, 3), thresholds=["1", "2", "3", "4", "5"])
    assert steps(short, "+--") == [(2, 1), (3, 2)]
    assert steps(short, "+++") == []


def test_so_many_facts_are_asked_for_as_are_left_and_no_more():
    facts = Facts(COUNT, answers("+ +-------"))
    (all_of_two,) = improve(facts, ids(2, 4))
    (one,) = improve(facts, ids(2, 4), 1)

    assert (all_of_two.choose, len(all_of_two.changes)) == (2, 2)
    assert (one.choose, len(one.changes)) == (1, 2)
    assert improve(facts, ids(2, 4), 2)[0] == all_of_two
    assert improve(facts, ids(2, 4), 3) == ()
    assert improve(facts, ids(2, 4), 0) == ()
    assert improve(facts, ids(2, 4), -1) == ()
    assert improve(facts, ids(1, 2)) == ()
    assert all_of_two.text != one.text


def test_a_fact_that_has_its_answer_already_needs_no_change():
    facts = Facts(COUNT, answers("+"))
    assert change(facts, "F01-01", "ya") == ()
    assert change(facts, "F01-01", "tidak")[0].changes == (("F01-01", "tidak"),)
    assert change(facts, "F01-02", "ya", "said")[0] == Need("said", (("F01-02", "ya"),), 1)


def test_the_first_changes_of_each_need_are_enough():
    needs = (Need("a", (("x", 1), ("y", 2)), 1), Need("b", (("z", 3),), 1))
    assert changed({"x": 0, "w": 9}, needs) == {"x": 1, "z": 3, "w": 9}
    assert (cost(needs), cost(())) == (2, 0)


@pytest.mark.parametrize(
    ("planned", "done", "level", "wanted"),
    [(8, 0, 2, 1), (8, 0, 3, 3), (8, 0, 4, 7), (8, 0, 5, 8), (10, 0, 3, 3), (10, 3, 4, 9), (10, 8, 4, 9)],
)
def test_a_share_asks_for_the_first_number_that_reaches_it(planned, done, level, wanted):
    assert asked(8, level, "ya", planned, done, "ya") == [(("F08-03", wanted),)]


def test_a_level_that_no_number_reaches_is_not_offered():
    # 4 of 5 are 80 percent, and level 4 begins above it.
    given = {"F08-01": "ya", "F08-02": 5, "F08-03": 0, "F08-04": "ya"}
    assert [step.level for step in steps_up(INDICATORS[8], given)] == [2, 3, 5]


def test_without_a_plan_one_is_planned_and_then_done():
    assert asked(8, 1, "tidak", None, 0, None) == [(("F08-01", "ya"),), (("F08-02", 1),)]
    assert asked(8, 5, "tidak", None, None, None) == [
        (("F08-01", "ya"),), (("F08-02", 1),), (("F08-03", 1),), (("F08-04", "ya"),),
    ]  # fmt: skip
    assert asked(8, 5, "tidak", 0, 3, "ya") == [(("F08-01", "ya"),), (("F08-02", 3),)]
    assert asked(8, 1, "ya", 0, 0, None) == [(("F08-02", 1),)]


@pytest.mark.parametrize(
    ("counts", "level", "changes"),
    [
        ((10, 0, 0, 0), 3, [(("F28-02", 1),)]),
        ((10, 0, 0, 0), 4, [(("F28-02", 5),)]),
        ((10, 0, 0, 0), 5, [(("F28-02", 9),)]),
        ((11, 1, 0, 0), 5, [(("F28-02", 10),)]),
        ((1, 0, 0, 0), 5, [(("F28-02", 1),)]),
        ((0, 0, 10, 0), 1, [(("F28-04", 1),)]),
        ((0, 0, 10, 0), 2, [(("F28-04", 5),)]),
        ((0, 0, 10, 0), 5, [(("F28-01", 1), ("F28-02", 1))]),
    ],
)
def test_a_channel_asks_for_the_first_number_settled_that_reaches_a_level(counts, level, changes):
    assert asked(28, level, *counts) == changes


START = date(2025, 1, 15)


@pytest.mark.parametrize(
    ("level", "limit"),
    [(5, date(2025, 2, 15)), (4, date(2025, 4, 15)), (3, date(2025, 7, 15)), (2, date(2025, 10, 15))],
)
def test_a_follow_up_has_until_the_last_day_of_its_level(level, limit):
    assert asked(9, level, START, None, 4, 1) == [(("F09-04", 4),), (("F09-02", limit),)]


@pytest.mark.parametrize(
    ("end", "changes"),
    [
        (date(2025, 1, 14), [(("F09-04", 4),), (("F09-02", date(2025, 2, 15)),)]),
        (date(2025, 1, 15), [(("F09-04", 4),)]),
        (date(2025, 2, 15), [(("F09-04", 4),)]),
        (date(2025, 2, 16), [(("F09-04", 4),), (("F09-02", date(2025, 2, 15)),)]),
    ],
)
def test_a_date_in_time_stays_and_one_before_or_after_is_asked_for_anew(end, changes):
    assert asked(9, 5, START, end, 4, 1) == changes


def test_the_first_level_of_a_follow_up_is_a_beginning():
    assert asked(9, 1, None, None, 4, 0) == [(("F09-04", 1),)]
    (need,) = asked(9, 5, None, None, 4, 0)
    assert [fact for fact, _ in need] == ["F09-01", "F09-02", "F09-04"]
    assert need[2][1] == 4


def test_steps_begin_above_today_and_end_at_5():
    assert steps(COUNT, "") == []
    assert [level for level, _ in steps(COUNT, "+ +++-----")] == [3, 4, 5]


def test_a_climb_goes_level_by_level_where_that_costs_no_more():
    given = answers("+ +++-----")
    goal = steps_up(COUNT, given)[-1]
    assert [(part.level, part.cost) for part in climb(COUNT, given, goal)] == [(3, 1), (4, 2), (5, 2)]
    first = steps_up(COUNT, given)[0]
    assert climb(COUNT, given, first) == (first,)


def test_a_climb_stays_one_jump_where_single_levels_cost_more():
    given = answers("+- -------")
    goal = next(step for step in steps_up(KEY, given) if step.level == 3)
    assert climb(KEY, given, goal) == (goal,)


def test_one_complaint_through_the_main_channel_costs_two_changes():
    given = {"F28-01": 0, "F28-02": 0, "F28-03": 10, "F28-04": 0}
    assert [(step.level, step.cost) for step in steps_up(INDICATORS[28], given)] == [(1, 1), (2, 1), (5, 2)]


def test_the_least_number_of_a_thousand_is_exact():
    assert asked(28, 4, 1000, 0, 0, 0) == [(("F28-02", 500),)]


def test_a_follow_up_says_how_many_are_left():
    given = {"F09-01": START, "F09-02": START, "F09-03": 4, "F09-04": 1}
    assert "3" in say(steps_up(INDICATORS[9], given)[-1].needs[0].text)
