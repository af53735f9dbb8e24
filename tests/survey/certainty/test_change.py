"""Changes between periods: in words, with their size, and what cannot be told."""

from dataclasses import replace
from fractions import Fraction

import pytest

from ipak_cli.catalogue.certainty import COUNTED_BY_NORMAL_CURVE, MAY_BE_THE_SAME_PEOPLE
from ipak_cli.catalogue.indonesian import say
from ipak_cli.survey.certainty.change import ChangeFinding, NotCompared, change_of, changes_of
from ipak_cli.survey.certainty.distribution import read_counts


def counts(**by_value):
    return read_counts({name[1:]: count for name, count in by_value.items()}, 1, 4)


def test_a_fall_of_a_sixth_with_twenty_four_answers_is_no_news():
    # 41 answers with a mean of 3.90, then 24 with one of 3.73, as one item can have them
    before = counts(_4=38, _3=2, _2=1)
    after = counts(_4=20, _3=2, _1=1, _2=1)
    change = change_of(before, after)
    assert change.finding is ChangeFinding.UNSURE
    assert change.size == Fraction(89, 24) - Fraction(160, 41)
    assert say(change.said) == "belum dapat dibedakan (selisih −0,19)"
    assert change.p > Fraction(5, 100)


def test_ten_fours_after_ten_threes_rose():
    change = change_of(counts(_3=10), counts(_4=10))
    assert (change.finding, change.size, say(change.said)) == (ChangeFinding.RISEN, 1, "naik 1,00")
    assert change.p == Fraction(11, 10**6)  # 2 / 184756 = 0.0000108
    assert change.exact


def test_ten_threes_after_ten_fours_fell():
    change = change_of(counts(_4=10), counts(_3=10))
    assert (change.finding, change.size, say(change.said)) == (ChangeFinding.FALLEN, -1, "turun 1,00")


def test_the_level_is_five_percent():
    # All threes of 20 people in one group of ten: 4 of them 2 * C(10,4) / C(20,4) = 0.087, 5 of them 0.033
    assert change_of(counts(_4=10), counts(_4=6, _3=4)).finding is ChangeFinding.UNSURE
    assert change_of(counts(_4=10), counts(_4=5, _3=5)).finding is ChangeFinding.FALLEN


def test_a_chance_of_just_five_percent_is_enough():
    # The one three of 200 people is among these ten in 10 of 200 draws.
    change = change_of(counts(_4=190), counts(_4=9, _3=1))
    assert (change.p, change.finding) == (Fraction(5, 100), ChangeFinding.FALLEN)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (counts(_4=9, _3=1), counts(_4=10), "belum dapat dibedakan (selisih +0,10)"),
        (counts(_4=10), counts(_4=10), "belum dapat dibedakan (selisih 0,00)"),
        (counts(_4=999, _3=1), counts(_4=1000), "belum dapat dibedakan (selisih 0,00)"),
        (counts(_4=1000), counts(_4=999, _3=1), "belum dapat dibedakan (selisih 0,00)"),
    ],
)
def test_the_size_is_told_also_where_it_cannot_be_told_from_none(before, after, said):
    assert say(change_of(before, after).said) == said


def test_it_is_told_that_the_respondents_may_be_the_same_people():
    assert change_of(counts(_4=10), counts(_4=10)).notes == (MAY_BE_THE_SAME_PEOPLE(),)


def test_it_is_told_where_the_chance_is_that_of_the_normal_curve():
    many = read_counts({"4": 3000, "35/9": 900, "31/9": 900}, 1, 4)
    change = change_of(many, many)
    assert not change.exact
    assert change.notes == (MAY_BE_THE_SAME_PEOPLE(), COUNTED_BY_NORMAL_CURVE())


@pytest.mark.parametrize(("before", "after"), [(9, 24), (24, 9), (0, 24)])
def test_fewer_than_ten_answers_are_not_compared(before, after):
    found = change_of(counts(_4=before), counts(_3=after))
    assert isinstance(found, NotCompared)
    assert f"{before} jawaban sebelumnya dan {after} jawaban sekarang" in say(found.reason)


def test_a_published_figure_that_goes_the_other_way_leaves_the_change_open():
    after = replace(counts(_4=5, _3=5), published=Fraction(39, 10))
    fell = change_of(counts(_4=30), counts(_4=5, _3=5))
    assert fell.finding is ChangeFinding.FALLEN
    open_ = change_of(replace(counts(_4=29, _3=1), published=Fraction(38, 10)), after)
    assert (open_.finding, open_.size) == (ChangeFinding.UNSURE, Fraction(1, 10))
    same = change_of(replace(counts(_4=29, _3=1), published=Fraction(39, 10)), after)
    assert (same.finding, same.size) == (ChangeFinding.UNSURE, 0)
    assert same.p < Fraction(5, 100)


def test_items_are_judged_together_by_holm():
    fell, same = (counts(_4=10), counts(_4=5, _3=5)), (counts(_4=10), counts(_4=10))
    alone = changes_of({"U1": fell[0]}, {"U1": fell[1]})
    assert alone["U1"].finding is ChangeFinding.FALLEN

    before = {"U1": fell[0], "U2": same[0], "U9": same[0]}
    after = {"U2": same[1], "U1": fell[1], "U3": same[1]}
    together = changes_of(before, after)
    assert list(together) == ["U2", "U1"]
    assert together["U1"].finding is ChangeFinding.UNSURE
    # 2 * C(10,5) / C(20,5) = 504/15504 = 0.0325078, twice
    assert together["U1"].p == Fraction("0.065016")


def test_an_item_with_few_answers_is_not_compared_and_does_not_count_among_the_others():
    before = {"U1": counts(_4=10), "U2": counts(_4=9)}
    after = {"U1": counts(_4=5, _3=5), "U2": counts(_4=10)}
    found = changes_of(before, after)
    assert found["U1"].finding is ChangeFinding.FALLEN
    assert isinstance(found["U2"], NotCompared)
