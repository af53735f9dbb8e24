"""Which items come first: lower than the others beyond chance, then the farthest from the target."""

from fractions import Fraction
from math import comb

from ipak_cli.catalogue.certainty import ANSWERS_TAKEN_ALONE, COUNTED_BY_NORMAL_CURVE
from ipak_cli.catalogue.indonesian import say
from ipak_cli.survey.certainty.distribution import read_counts
from ipak_cli.survey.certainty.first import ranked


def item(**by_value):
    return read_counts({name[1:]: count for name, count in by_value.items()}, 1, 4)


def test_one_item_with_all_the_threes_comes_first():
    items = {"U1": item(_4=24), "U2": item(_4=24), "U3": item(_4=18, _3=6), "U4": item(_4=24)}
    first, *others = ranked(items, {})
    assert (first.code, first.lower, say(first.said)) == ("U3", True, "lebih rendah daripada yang lain")
    # All six threes among its 24 of 96 answers, times four items
    p = 4 * Fraction(comb(24, 6), comb(96, 6))
    assert first.p - Fraction(1, 10**6) < p <= first.p
    assert [(rank.code, rank.lower) for rank in others] == [("U1", False), ("U2", False), ("U4", False)]
    assert say(others[0].said) == "belum dapat dibedakan dari yang lain"


def test_items_that_cannot_be_told_apart_stand_by_what_lacks_to_their_targets():
    items = {"U1": item(_4=22, _3=2), "U2": item(_4=21, _3=3), "U3": item(_4=20, _3=4)}
    targets = {"U1": Fraction(4), "U2": Fraction("3.8"), "U3": Fraction("3.9")}
    ranks = ranked(items, targets)
    assert [(rank.code, rank.lower, rank.lacks) for rank in ranks] == [
        ("U1", False, Fraction(1, 12)),
        ("U3", False, Fraction(1, 15)),
        ("U2", False, Fraction(-3, 40)),
    ]


def test_a_low_item_comes_before_one_that_lacks_more_to_its_target():
    items = {"U1": item(_4=24), "U2": item(_4=24), "U3": item(_4=12, _3=12)}
    ranks = ranked(items, {"U1": Fraction(5), "U3": Fraction("3.5"), "U2": Fraction(4)})
    assert [rank.code for rank in ranks] == ["U3", "U1", "U2"]


def test_items_without_a_target_stand_last_in_their_own_order():
    items = {"U1": item(_4=24), "U2": item(_4=24), "U3": item(_4=24)}
    assert [rank.code for rank in ranked(items, {"U3": Fraction(3)})] == ["U3", "U1", "U2"]


def test_an_item_with_few_answers_is_not_judged_and_does_not_count_among_the_others():
    items = {"U1": item(_1=9), "U2": item(_4=24), "U3": item(_4=19, _3=5)}
    ranks = {rank.code: rank for rank in ranked(items, {})}
    assert (ranks["U1"].lower, ranks["U1"].p) == (None, None)
    assert "9 jawaban terlalu sedikit" in say(ranks["U1"].said)
    # The five threes among 24 of 48 answers, times two items
    p = 2 * Fraction(comb(24, 5), comb(48, 5))
    assert ranks["U3"].p - Fraction(1, 10**6) < p <= ranks["U3"].p


def test_an_item_with_ten_answers_is_judged_and_five_percent_are_enough():
    # The one three of 400 answers is among these ten in 10 of 400 draws, times two items.
    first, other = ranked({"U2": item(_4=390), "U1": item(_4=9, _3=1)}, {})
    assert (first.code, first.p, first.lower) == ("U1", Fraction(5, 100), True)
    assert (other.code, other.p, other.lower) == ("U2", 1, False)


def test_an_item_that_nobody_answered_lacks_nothing_that_is_known():
    items = {"U1": item(), "U2": item(_4=24)}
    ranks = {rank.code: rank for rank in ranked(items, {"U1": Fraction(4), "U2": Fraction(4)})}
    assert ranks["U1"].lacks is None
    assert ranks["U2"].lacks == 0


def test_one_item_alone_has_no_others():
    (only,) = ranked({"U1": item(_1=24)}, {"U1": Fraction(4)})
    assert (only.lower, only.p, only.lacks) == (None, None, 3)
    (ten,) = ranked({"U1": item(_1=10)}, {})
    assert say(ten.said) == "belum dapat dibedakan dari yang lain"


def test_what_the_test_takes_for_granted_is_told():
    few = ranked({"U1": item(_4=24), "U2": item(_4=24)}, {})
    assert {rank.notes for rank in few} == {(ANSWERS_TAKEN_ALONE(),)}
    many = ranked({"U1": item(_4=9000, _3=2000), "U2": item(_4=9000, _3=2000)}, {})
    assert {rank.notes for rank in many} == {(ANSWERS_TAKEN_ALONE(), COUNTED_BY_NORMAL_CURVE())}
