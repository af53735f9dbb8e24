"""Both sides of each limit of the looks at the data: a burst, the ceiling, the bands of Cronbach's alpha."""

from dataclasses import replace
from fractions import Fraction

import pytest

from ipak_cli.base.figures import NotScored
from ipak_cli.rubric.load import parse_as_survey
from ipak_cli.rubric.yaml_lines import read_document
from ipak_cli.survey.quality import RowCounts, cronbach_alpha, look
from ipak_cli.survey.tally import Counts, Products, Tally
from makers.rubric_text import SMALL

RUBRIC = parse_as_survey(read_document(SMALL.encode(), "x.yaml")).rubric
UNLIKE = Products(2, (3, 3), ((5, 4), (4, 5)))
TALLY = Tally(
    total=Counts(20, ((0, 0, 10, 10),) * 4),
    groups={},
    products={"BERSIH": UNLIKE, "RAMAH": UNLIKE},
    straight=(0, 0, 0, 0),
    minutes={},
)


def looks(rows=None, **changes):
    return {found.code: found for found in look(replace(TALLY, **changes), rows or RowCounts(), RUBRIC)}


def alpha(hundredths, respondents=100):
    """Look at two items whose alpha is so many hundredths: 2 * (1 - a / (a + b))."""
    b = Fraction(hundredths) * 1000
    assert b.denominator == 1
    a = 200_000 - int(b)
    products = Products(respondents, (0, 0), ((a, int(b)), (int(b), a)))
    return looks(products={"BERSIH": products, "RAMAH": UNLIKE})["alpha_BERSIH"]


def test_every_look_is_reported_in_one_order():
    assert list(looks()) == [
        "duplicates", "same_person", "tests", "outside", "straight_highest", "straight_other", "bursts",
        "ceiling", "alpha_BERSIH", "alpha_RAMAH",
    ]  # fmt: skip


def test_rows_of_which_nothing_is_told_are_none():
    assert RowCounts() == RowCounts(duplicates=0, same_person=0, tests=0, outside=0)


@pytest.mark.parametrize("code", ["duplicates", "same_person", "tests", "outside"])
def test_no_row_and_one_row_are_said_differently(code):
    none, one, two = (looks(RowCounts(**{code: n}))[code] for n in (0, 1, 2))

    assert [found.count for found in (none, one, two)] == [0, 1, 2]
    assert none.finding != one.finding == two.finding
    assert one.of == (None if code == "outside" else 20)


def test_lines_of_the_highest_answer_are_apart_from_the_others():
    none, some = looks(), looks(straight=(1, 2, 3, 4))

    assert [(some[code].count, some[code].of) for code in ("straight_highest", "straight_other")] == [
        (4, 20),
        (6, 20),
    ]
    assert [none[code].count for code in ("straight_highest", "straight_other")] == [0, 0]
    assert none["straight_highest"].finding != some["straight_highest"].finding
    assert none["straight_other"].finding != some["straight_other"].finding


@pytest.mark.parametrize(
    ("minutes", "count"),
    [({1: 4}, 0), ({1: 5}, 5), ({1: 6}, 6), ({1: 4, 2: 5, 3: 7}, 12), ({1: 4, 2: 4}, 0), ({}, 0)],
)
def test_five_in_one_minute_are_a_burst_and_four_are_none(minutes, count):
    assert looks(minutes=minutes)["bursts"].count == count


def test_a_burst_no_burst_and_no_times_are_said_differently():
    findings = [looks(minutes=minutes)["bursts"].finding for minutes in ({1: 5}, {1: 4}, {})]
    assert len(set(findings)) == 3
    assert looks(minutes={0: 4})["bursts"].finding == findings[1]


@pytest.mark.parametrize(
    ("highest", "of", "like"),
    [(84, 100, 0), (85, 100, 100), (86, 100, 100), (849, 1000, 0), (850, 1000, 1000)],
)
def test_the_ceiling_begins_at_85_percent_of_the_answers(highest, of, like):
    found, other = (looks(total=Counts(of, ((of - n, 0, 0, n),)))["ceiling"] for n in (highest, like))
    assert (found.count, found.of, found.value) == (highest, of, Fraction(100 * highest, of))
    assert found.finding == other.finding


def test_below_and_above_the_ceiling_and_without_answers_is_said_differently():
    low, high, none = (
        looks(total=Counts(1, (given,)))["ceiling"] for given in ((1, 0, 0, 0), (0, 0, 0, 1), (0, 0, 0, 0))
    )
    assert len({low.finding, high.finding, none.finding}) == 3
    assert (none.count, none.of, isinstance(none.value, NotScored)) == (0, 0, True)


@pytest.mark.parametrize(
    ("below", "at", "value"),
    [
        ("89.4", "89.5", "0.895"),
        ("79.4", "79.5", "0.795"),
        ("69.4", "69.5", "0.695"),
        ("59.4", "59.5", "0.595"),
    ],
)
def test_a_band_of_alpha_begins_where_it_is_written_so(below, at, value):
    """0.895 is written 0.90, and 0.894 is written 0.89."""
    assert alpha(at).value == Fraction(value)
    assert alpha(below).finding != alpha(at).finding
    assert alpha(at).finding == alpha(Fraction(at) + Fraction("0.5")).finding


def test_alpha_has_five_bands():
    assert len({alpha(n).finding for n in (95, 85, 75, 65, 55)}) == 5
    assert alpha(90).finding == alpha(100).finding
    assert alpha(80).finding == alpha(89).finding
    assert alpha(59).finding == alpha(1).finding


def test_alpha_of_29_respondents_is_a_hint_only_and_that_of_30_is_not():
    hint, firm = alpha(85, 29), alpha(85, 30)

    assert hint.finding != firm.finding == alpha(85, 31).finding
    assert hint.finding == alpha(85, 2).finding
    assert (firm.count, firm.of) == (30, 20)


def test_alpha_needs_two_respondents_and_two_items():
    # Answers (1, 1) and (2, 3): variances 1/4 and 1.
    two = Products(2, (3, 4), ((5, 7), (7, 10)))
    assert cronbach_alpha(two) == 2 * (1 - (Fraction(1, 4) + 1) / _variance([2, 5]))
    assert isinstance(cronbach_alpha(replace(two, respondents=1)), NotScored)
    assert isinstance(cronbach_alpha(Products(5, (10,), ((30,),))), NotScored)
    assert isinstance(cronbach_alpha(Products(0, (0, 0), ((0, 0), (0, 0)))), NotScored)


def test_answers_without_differences_are_another_reason_than_too_few():
    alike = cronbach_alpha(Products(2, (8, 8), ((32, 32), (32, 32))))
    few = cronbach_alpha(Products(1, (4, 4), ((16, 16), (16, 16))))
    assert isinstance(alike, NotScored)
    assert alike != few


def test_alpha_of_three_items_and_of_nobody():
    # Answers (1, 1, 2), (2, 2, 2), (3, 3, 4): variances 2/3, 2/3, 8/9, of the sum 56/9.
    three = Products(3, (6, 6, 8), ((14, 14, 18), (14, 14, 18), (18, 18, 24)))
    items = Fraction(2, 3) + Fraction(2, 3) + Fraction(8, 9)
    assert cronbach_alpha(three) == Fraction(3, 2) * (1 - items / _variance([4, 6, 10]))
    nothing = Products(0, (0, 0), ((0, 0), (0, 0)))
    assert isinstance(looks(products={"BERSIH": nothing, "RAMAH": UNLIKE})["alpha_BERSIH"].value, NotScored)


def _variance(sums):
    mean = Fraction(sum(sums), len(sums))
    return sum((each - mean) ** 2 for each in sums) / len(sums)
