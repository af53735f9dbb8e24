"""How the two sides of a contradiction are named: neighbours by their ends, others one by one."""

import re

import pytest

from ipak_cli.base.problem import Where
from ipak_cli.catalogue.indonesian import message_of, say
from ipak_cli.pekppp.contradictions import Answered, Contradiction


def answered(number, *, no=17, answer="ya", cell=None):
    place = Where("isi.xlsx", "Fakta", cell or f"E{number}")
    return Answered(no, f"F{no}-{number:02}", answer, place)


def side(*numbers):
    return tuple(answered(number) for number in numbers)


def facts(text):
    return re.findall(r"F\d\d-\d\d", text)


@pytest.mark.parametrize(
    ("numbers", "named"),
    [
        ((1,), ["F17-01"]),
        ((1, 2), ["F17-01", "F17-02"]),
        ((1, 2, 3), ["F17-01", "F17-03"]),
        ((1, 3), ["F17-01", "F17-03"]),
        ((1, 2, 3, 4, 6), ["F17-01", "F17-04", "F17-06"]),
        ((1, 3, 4, 5, 7), ["F17-01", "F17-03", "F17-05", "F17-07"]),
        ((8, 9, 10, 11), ["F17-08", "F17-11"]),
        ((1, 12), ["F17-01", "F17-12"]),
        ((2, 1), ["F17-02", "F17-01"]),
    ],
)
def test_neighbours_are_named_by_their_ends(numbers, named):
    assert facts(say(Contradiction(side(*numbers), (), "x").told)) == named
    assert facts(say(Contradiction((), side(*numbers), "x").told)) == named


def test_other_answers_and_other_indicators_are_no_neighbours():
    other_answer = (answered(1), answered(2), answered(3, answer="tidak"))
    other_indicator = (answered(1), answered(2, no=18), answered(3, no=18))

    assert facts(say(Contradiction(other_answer, (), "x").told)) == ["F17-01", "F17-02", "F17-03"]
    assert facts(say(Contradiction(other_indicator, (), "x").told)) == ["F17-01", "F18-02", "F18-03"]


def test_a_warning_stands_at_the_first_fact_of_the_first_side_and_names_each_cell_once():
    found = Contradiction(side(4, 5, 6), (answered(8, cell="E9"), answered(9, cell="E9")), "x")

    assert (found.warning.code, found.warning.where.cell) == ("E315", "E4")
    assert re.findall(r"\bE\d\b", message_of(found.warning)) == ["E4", "E5", "E6", "E9"]
    assert re.findall(r"\bE\d\b", say(found.told)) == []


def test_the_indicators_of_both_sides_take_part():
    found = Contradiction((answered(1, no=2), answered(1, no=3)), (answered(1, no=5),), "x")
    assert found.indicators == {2, 3, 5}
