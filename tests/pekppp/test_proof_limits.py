"""Which inputs stand for all others: each limit and both its sides, every day, every step of a ladder."""

from datetime import date

import pytest

from ipak_cli.pekppp import proof
from ipak_cli.pekppp.proof import prove_indicator
from ipak_cli.rubric.load import load_pekppp
from makers.one_indicator import fact_id, ids, indicator, yes_no

INDICATORS = {each.no: each for each in load_pekppp("pekppp-2025").rubric.indicators}
THREE = indicator(yes_no(3), rule="count", of=ids(1, 3), thresholds=["1", "2", "3", "3", "3"])
LADDER = indicator(
    yes_no(6), rule="ladder", steps=[{"all": ids(1, 2)}, *({"all": [fact_id(n)]} for n in range(3, 7))]
)
SMALL_NUMBERS = {0, 1, 2, 8}
NUMBERS = SMALL_NUMBERS | {49, 50, 90, 100}


def inputs(no):
    return list(proof._standing_for_all(INDICATORS[no]))


def tried(given, fact):
    return {answers[fact] for answers in given}


def around(*limits):
    return {number + side for number in limits for side in (-1, 0, 1)}


def test_of_two_numbers_every_limit_in_thousandths_is_tried_with_both_its_sides():
    given = inputs(8)
    assert tried(given, "F08-02") == tried(given, "F08-03")
    assert tried(given, "F08-02") == NUMBERS | around(300, 500, 800, 900) | {1000}
    assert tried(given, "F08-01") == tried(given, "F08-04") == {"tidak", "ya"}
    assert len(given) == 21 * 21 * 2 * 2


def test_of_four_numbers_fewer_are_tried_and_beside_dates_fewer_still():
    assert tried(inputs(28), "F28-03") == NUMBERS
    assert len(inputs(28)) == 8**4
    assert tried(inputs(9), "F09-04") == SMALL_NUMBERS


def test_every_day_is_tried_from_the_one_before_to_more_than_two_years_later():
    given = inputs(9)
    days = {(answers["F09-02"] - answers["F09-01"]).days for answers in given}

    assert tried(given, "F09-01") == {date(2023, 1, 31), date(2024, 2, 29), date(2024, 6, 15)}
    assert days == set(range(-1, 800))
    assert len(given) == 4 * 4 * 3 * 801


def test_of_a_long_ladder_each_fact_fails_alone_and_all_of_a_step_together():
    given = list(proof._standing_for_all(LADDER))

    assert len(given) == 4 * 3**4
    assert {(answers["F01-01"], answers["F01-02"]) for answers in given} == {
        ("ya", "ya"),
        ("tidak", "ya"),
        ("ya", "tidak"),
        ("tidak", "tidak"),
    }
    assert all(len(answers) == 6 for answers in given)


def test_of_many_facts_so_many_are_met_from_either_end():
    given = [tuple(answers[fact] == "ya" for fact in ids(1, 3)) for answers in proof._standing_for_all(THREE)]
    assert set(given) == {
        (False, False, False), (True, False, False), (True, True, False), (True, True, True),
        (False, True, True), (False, False, True),
    }  # fmt: skip
    assert len(given) == 8


@pytest.mark.parametrize(("most", "exhaustive"), [(7, False), (8, True), (9, True)])
def test_as_many_combinations_as_are_allowed_are_all_tried(monkeypatch, most, exhaustive):
    monkeypatch.setattr(proof, "MOST_INPUTS", most)
    assert prove_indicator(THREE).exhaustive is exhaustive


def test_a_combination_is_tried_once_and_the_levels_are_told_in_order():
    found = prove_indicator(THREE)
    assert (found.no, found.rule, found.inputs, found.levels) == (1, "count", 8, (0, 1, 2, 5))
    assert len(found.gaps) == 2


def test_a_better_answer_of_the_same_level_is_no_fall_and_of_a_lower_one_is():
    def of(level):
        cases = [
            {"level": "3", "when": [{"fact": "F01-01", "answers": ["sedang"]}]},
            {"level": level, "when": [{"fact": "F01-01", "answers": ["baik"]}]},
        ]
        facts = [{"id": "F01-01", "text": "x", "type": "choice", "options": ["buruk", "sedang", "baik"]}]
        return prove_indicator(indicator(facts, rule="choice", cases=cases)).gaps

    falls = [any(gap.values.get("fact") == "F01-01" for gap in of(level)) for level in ("2", "3", "4")]
    assert falls == [True, False, False]
