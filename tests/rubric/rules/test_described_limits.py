"""Both sides of each limit of the rules that describe a state: ladders, intervals, cases."""

import re

import pytest

from ipak_cli.catalogue.indonesian import say
from ipak_cli.pekppp.levels import derive
from ipak_cli.rubric.rules.interface import Doubt, NotDerived
from makers.one_indicator import choices, fact_id, ids, indicator, outcome, yes_no

LADDER = indicator(
    yes_no(7), rule="ladder",
    steps=[
        {"all": ids(1, 2)}, {"all": ids(3, 4), "doubtful": "true"},
        *({"all": [fact_id(n)]} for n in range(5, 8)),
    ],
)  # fmt: skip
IN_PART = indicator(
    choices(5, "tidak", "sebagian", "ya"), rule="ladder", steps=[{"all": [fact_id(n)]} for n in range(1, 6)]
)
REVIEWED = indicator(
    choices(3, "tidak ada", "sebagian", "semua"), rule="coverage",
    intervals=[
        {"fact": "F01-01", "all": "5", "part": "4"}, {"fact": "F01-02", "all": "3", "part": "2"},
        {"fact": "F01-03", "all": "1", "part": "2", "doubtful": "true"},
    ],
)  # fmt: skip
CASES = indicator(
    choices(2, "buruk", "sedang", "baik"), rule="choice",
    cases=[
        {"level": "5", "when": [{"fact": fact, "answers": ["baik"]} for fact in ids(1, 2)]},
        {"level": "3", "when": [{"fact": "F01-01", "answers": ["baik"]}], "doubtful": "true"},
        {"level": "3", "when": [{"fact": "F01-02", "answers": ["baik"]}]},
        {"level": "1", "when": [{"fact": "F01-02", "answers": ["sedang", "baik"]}]},
    ],
)  # fmt: skip


def told(found):
    """Return level and doubts; no level is ``None``."""
    return (None if isinstance(found, NotDerived) else found.level), list(found.doubts)


@pytest.mark.parametrize(
    ("signs", "level", "doubts"),
    [
        ("++ ++ +++", 5, []), ("++ ++ ++-", 4, []), ("++ ++ +-+", 3, []), ("++ ++ -++", 2, []),
        ("++ +- ---", 1, []), ("++ -+ ---", 1, []), ("++ -- +--", 1, [Doubt.HOLE]),
        ("++ -- --+", 1, [Doubt.HOLE]), ("+- ++ +++", 0, []), ("-- -- ---", 0, []),
        ("+. ++ +++", None, []), ("-. ++ +++", 0, []), ("++ +. +++", None, []), ("++ ++ -..", 2, []),
        ("++ -- .--", 1, []),
    ],
)  # fmt: skip
def test_a_ladder_s_level_is_its_unbroken_run_from_the_first_step(signs, level, doubts):
    assert told(outcome(LADDER, signs)) == (level, doubts)


@pytest.mark.parametrize(
    ("signs", "names", "others"),
    [
        ("++ ++ ++-", ["F01-07"], []), ("++ -- ---", ["F01-03"], [1]), ("-- ++ +++", ["F01-01"], [1]),
        ("++ +- ---", ["F01-04"], []), ("++ ++ +++", [], []),
    ],
)  # fmt: skip
def test_a_ladder_names_the_first_thing_that_is_missing_and_counts_the_others(signs, names, others):
    reason = say(outcome(LADDER, signs).reason)
    assert re.findall(r"F\d\d-\d\d", reason) == names
    assert [int(number) for number in re.findall(r"\((?:\D*)(\d+)", reason)] == others


@pytest.mark.parametrize(("signs", "step"), [("-- -- ---", 1), ("++ -- ---", 2), ("++ ++ ++-", 5)])
def test_a_ladder_counts_its_steps_from_1(signs, step):
    assert int(re.findall(r"\d+", say(outcome(LADDER, signs).reason))[0]) == step


def test_an_answer_in_part_on_a_ladder_is_doubted_wherever_it_stands():
    def of(*words):
        return told(derive(IN_PART, dict(zip(ids(1, 5), words, strict=True))))

    assert of("ya", "tidak", "tidak", "tidak", "sebagian") == (1, [Doubt.DIFFERENT])
    assert of("sebagian", "ya", "ya", "ya", "ya") == (0, [Doubt.DIFFERENT])
    assert of("ya", "ya", "ya", "ya", "ya") == (5, [])
    assert of("ya", "tidak", "tidak", "tidak", "tidak") == (1, [])


@pytest.mark.parametrize(
    ("covered", "level", "doubted"),
    [
        ((0, 0, 0), 0, False), ((0, 0, 1), 2, True), ((0, 0, 2), 1, True), ((0, 1, 0), 2, True),
        ((0, 1, 2), 2, True), ((0, 2, 0), 3, False), ((0, 2, 2), 3, False), ((1, 0, 0), 4, False),
        ((1, 1, 0), 4, False), ((1, 1, 1), 4, False), ((1, 2, 0), 4, True), ((1, 0, 2), 4, True),
        ((2, 0, 0), 5, False), ((2, 2, 2), 5, False),
    ],
)  # fmt: skip
def test_the_highest_level_of_all_intervals_counts_and_what_overlaps_is_doubted(covered, level, doubted):
    words = ("tidak ada", "sebagian", "semua")
    given = {fact: words[rank] for fact, rank in zip(ids(1, 3), covered, strict=True)}
    assert told(derive(REVIEWED, given)) == (level, [Doubt.OVERLAP] if doubted else [])


@pytest.mark.parametrize(
    ("first", "second", "level", "doubts"),
    [
        ("baik", "baik", 5, []), ("baik", "sedang", 3, [Doubt.OUTSIDE]), ("sedang", "baik", 3, []),
        ("buruk", "sedang", 1, []), ("buruk", "buruk", 0, []), ("baik", None, None, []),
        (None, "buruk", None, []), (None, "baik", None, []), (None, "sedang", None, []),
        ("buruk", None, None, []), (None, None, None, []),
    ],
)  # fmt: skip
def test_the_first_case_that_holds_decides_and_a_blank_one_that_could_leaves_it_open(
    first, second, level, doubts
):
    given = {fact: word for fact, word in zip(ids(1, 2), (first, second), strict=True) if word}
    assert told(derive(CASES, given)) == (level, doubts)


def test_a_case_that_waits_for_a_blank_is_passed_over_where_one_of_its_level_holds():
    same = indicator(
        choices(2, "buruk", "baik"), rule="choice",
        cases=[
            {"level": "4", "when": [{"fact": "F01-01", "answers": ["baik"]}]},
            {"level": "4", "when": [{"fact": "F01-02", "answers": ["baik"]}]},
        ],
    )  # fmt: skip
    assert told(derive(same, {"F01-02": "baik"})) == (4, [])
    assert told(derive(same, {"F01-02": "buruk"})) == (None, [])


def test_an_answer_that_does_not_fit_settles_a_case_whatever_is_blank_before_it():
    both = [{"fact": fact, "answers": ["baik"]} for fact in ("F01-02", "F01-01")]
    one = [{"fact": "F01-01", "answers": ["buruk"]}]
    cases = [{"level": "5", "when": both}, {"level": "1", "when": one}]
    rule = indicator(choices(2, "buruk", "baik"), rule="choice", cases=cases)

    assert told(derive(rule, {"F01-01": "buruk"})) == (1, [])
    assert told(derive(rule, {"F01-01": "baik"})) == (None, [])


def test_a_hole_is_doubted_before_services_that_differ():
    steps = [{"all": [fact_id(n)], "doubtful": "true"} for n in range(1, 6)]
    ladder = indicator(choices(5, "tidak", "sebagian", "ya"), rule="ladder", steps=steps)
    words = ("ya", "sebagian", "ya", "tidak", "tidak")
    found = derive(ladder, dict(zip(ids(1, 5), words, strict=True)))
    assert told(found) == (1, [Doubt.HOLE, Doubt.DIFFERENT])
