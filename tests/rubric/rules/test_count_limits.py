"""Both sides of each limit of the rules that count: one fact more, one fewer, one blank."""

import pytest

from ipak_cli.pekppp.levels import derive
from ipak_cli.rubric.rules.interface import Doubt
from ipak_cli.rubric.rules.limits import reached
from makers.one_indicator import choices, fact_id, ids, indicator, outcome, yes_no

COUNT = indicator(yes_no(9), rule="count", base="F01-01", of=ids(2, 9), thresholds=["1", "3", "4", "6", "8"])
WITHOUT_BASE = indicator(yes_no(8), rule="count", of=ids(1, 8), thresholds=["1", "3", "4", "6", "8"])
MANDATORY = indicator(
    yes_no(9), rule="mandatory_plus_count", base="F01-01", mandatory=ids(2, 3), of=ids(4, 9)
)
BASE = indicator(yes_no(7), rule="base_plus_count", base="F01-01", base_levels=["0", "1"], of=ids(2, 7))
BASE_OF_TWO = indicator(
    yes_no(7), rule="base_plus_count", base="F01-01", base_levels=["1", "2"], of=ids(2, 7)
)
KEY = indicator(
    yes_no(9), rule="key_criterion", base="F01-01", key="F01-02", of=ids(3, 9), without=["1", "3"],
    with_key=["1", "3", "5"], listed=["5", "6"],
)  # fmt: skip
MEDIA = indicator(
    choices(8, "tidak", "sebagian", "ya"), rule="media", media=ids(1, 7), required="F01-08", without="1",
    with_required=["2", "4", "6"],
)  # fmt: skip


def level(one, signs):
    """Return the level, or ``None`` where a blank fact leaves it open."""
    return getattr(outcome(one, signs), "level", None)


def doubts(one, signs):
    return set(outcome(one, signs).doubts)


def test_a_count_reaches_a_threshold_that_it_equals():
    assert [reached((1, 3, 5), count) for count in range(7)] == [0, 1, 1, 2, 2, 3, 3]


@pytest.mark.parametrize(
    ("met", "expected"), [(0, 0), (1, 1), (2, 1), (3, 2), (4, 3), (5, 3), (6, 4), (7, 4), (8, 5)]
)
def test_each_threshold_gives_one_level_more(met, expected):
    signs = "+" * met + "-" * (8 - met)
    assert level(WITHOUT_BASE, signs) == level(COUNT, "+" + signs) == expected


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ("+-......", None),  # 1 to 7 are met
        ("+------.", 1),  # 1 or 2: no threshold between
        ("++-----.", None),  # 2 or 3
        ("++-....-", None),
        ("+++++--.", None),  # 5 or 6
        ("++++---.", 3),  # 4 or 5
        ("++++--..", None),  # 4 to 6
        ("-------.", None),  # 0 or 1
        ("++++++-.", 4),  # 6 or 7
        ("+++++++.", None),  # 7 or 8
    ],
)
def test_a_blank_fact_matters_only_where_a_threshold_lies_above_it(signs, expected):
    assert level(WITHOUT_BASE, signs) == expected


def test_what_is_doubted_of_a_count():
    assert doubts(COUNT, "+" + "+" * 8) == {Doubt.TOP}
    assert doubts(COUNT, "+" + "+" * 7 + "-") == set()
    assert doubts(COUNT, "+" + "-" * 8) == {Doubt.EMPTY}
    assert doubts(WITHOUT_BASE, "-" * 8) == set()
    assert doubts(COUNT, "-" + "-" * 8) == {Doubt.STRAY}
    assert doubts(COUNT, "-" + "-" * 7 + "+") == {Doubt.NO_BASE, Doubt.STRAY}
    assert level(COUNT, "-" + "+" * 8) == 0


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ("+ ++ ------", 1), ("+ ++ +-----", 2), ("+ ++ +++---", 4), ("+ ++ ++++--", 5), ("+ ++ ++++++", 5),
        ("+ +- ++++++", 0), ("- ++ ++++++", 0), ("+ ++ -----.", None), ("+ ++ +++--.", None),
        ("+ ++ ++++-.", 5), ("+ ++ ++++..", 5), ("+ +. ++++++", None),
    ],
)  # fmt: skip
def test_one_level_for_all_that_is_mandatory_and_one_for_each_of_four_others(signs, expected):
    assert level(MANDATORY, signs) == expected


def test_what_is_doubted_where_something_mandatory_is_missing():
    assert doubts(MANDATORY, "+ +- ------") == {Doubt.EMPTY}
    assert doubts(MANDATORY, "+ ++ ------") == set()
    assert doubts(MANDATORY, "- -- ------") == {Doubt.STRAY}
    assert doubts(MANDATORY, "- -+ ------") == {Doubt.STRAY, Doubt.NO_BASE}


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ("+------", 1), ("+++----", 3), ("++++---", 4), ("+++++--", 5), ("+++++++", 5), ("-++++++", 0),
        ("+.-----", None), ("++++--.", None), ("+++++-.", 5), ("+++++..", 5), ("++++...", None),
    ],
)  # fmt: skip
def test_the_base_s_level_and_one_for_each_further_fact(signs, expected):
    assert level(BASE, signs) == expected


@pytest.mark.parametrize(
    ("signs", "expected"),
    [("-------", 1), ("+------", 2), ("+++----", 4), ("++++---", 5), ("+++---.", None), ("++++--.", 5)],
)
def test_a_base_that_gives_two_levels_needs_one_fact_fewer(signs, expected):
    assert level(BASE_OF_TWO, signs) == expected


def test_further_facts_without_their_base_are_doubted():
    assert (doubts(BASE, "-+-----"), doubts(BASE, "-------")) == ({Doubt.NO_BASE}, set())


@pytest.mark.parametrize(
    ("signs", "expected", "doubted"),
    [
        ("+- -------", 0, {Doubt.EMPTY}), ("+- +------", 1, set()), ("+- ++-----", 1, set()),
        ("+- +++----", 2, set()), ("+- +++++--", 2, set()), ("+- ++++++-", 2, {Doubt.TOP}),
        ("++ -------", 3, set()), ("++ +------", 3, set()), ("++ ++-----", 4, set()),
        ("++ +++----", 4, set()), ("++ ++++---", 5, set()), ("++ +++++--", 5, set()),
        ("++ ++++++-", 5, {Doubt.TOP}), ("-+ -------", 0, {Doubt.NO_BASE, Doubt.STRAY}),
        ("-- -------", 0, {Doubt.STRAY}),
    ],
)  # fmt: skip
def test_the_key_criterion_counts_itself_and_lifts_the_thresholds(signs, expected, doubted):
    signs = signs.replace(" ", "")
    assert (level(KEY, signs), doubts(KEY, signs)) == (expected, doubted)


def media(complete, required, *, partly=0):
    """Return level and doubts of so many complete media, and some in part."""
    words = ["ya"] * complete + ["sebagian"] * partly + ["tidak"] * (7 - complete - partly)
    given = {fact_id(n): word for n, word in enumerate([*words, required], 1)}
    found = derive(MEDIA, given)
    return found.level, set(found.doubts)


@pytest.mark.parametrize(
    ("complete", "required", "expected", "doubted"),
    [
        (0, "tidak", 0, set()), (1, "tidak", 2, set()), (2, "tidak", 2, set()), (7, "tidak", 2, set()),
        (0, "ya", 1, {Doubt.ONE_PLACE}), (1, "ya", 2, {Doubt.NOT_A_MEDIUM}), (2, "ya", 3, set()),
        (3, "ya", 3, {Doubt.NOT_A_MEDIUM}), (4, "ya", 4, set()), (5, "ya", 4, {Doubt.NOT_A_MEDIUM}),
        (6, "ya", 5, set()), (7, "ya", 5, set()), (6, "sebagian", 2, set()),
    ],
)  # fmt: skip
def test_media_count_up_to_level_2_alone_and_further_with_the_required_one(
    complete, required, expected, doubted
):
    assert media(complete, required) == (expected, doubted)


def test_something_in_part_anywhere_is_level_1():
    assert media(0, "tidak", partly=1) == (1, set())
    assert media(0, "sebagian") == (1, set())
