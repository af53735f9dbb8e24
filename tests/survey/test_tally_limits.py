"""Tallies joined: what adds up, and how many groups a profile may have before it is free text."""

import pytest

from ipak_cli.survey.tally import MOST_GROUPS, UNGROUPED, Counts, Products, Tally


def counts(respondents, *given):
    return Counts(respondents, tuple(given) or ((respondents, 0),))


def tally(groups=None, *, respondents=1, straight=(1, 0), minutes=None, cross=1):
    products = {"A": Products(respondents, (cross, cross), ((cross, cross), (cross, cross)))}
    return Tally(counts(respondents), groups or {}, products, straight, minutes or {})


def labels(first, last, profile="usia"):
    return {(profile, str(n)): counts(1) for n in range(first, last + 1)}


def test_respondents_and_answers_add_up_place_by_place():
    assert counts(2, (1, 0), (0, 2)) + counts(3, (2, 1), (3, 0)) == counts(5, (3, 1), (3, 2))


def test_sums_and_products_add_up_place_by_place():
    one = Products(1, (1, 2), ((1, 2), (2, 4)))
    other = Products(2, (5, 7), ((13, 17), (17, 25)))
    assert one + other == Products(3, (6, 9), ((14, 19), (19, 29)))


def test_every_part_of_a_tally_adds_up():
    one = tally({("usia", "a"): counts(2)}, respondents=2, straight=(1, 1), minutes={7: 2, 8: 1}, cross=3)
    other = tally(
        {("usia", "a"): counts(3), ("usia", "b"): counts(1)}, respondents=4, straight=(2, 5),
        minutes={8: 4, 9: 1}, cross=5,
    )  # fmt: skip

    found = Tally.joined([one, other])

    assert found == tally(
        {("usia", "a"): counts(5), ("usia", "b"): counts(1)}, respondents=6, straight=(3, 6),
        minutes={7: 2, 8: 5, 9: 1}, cross=8,
    )  # fmt: skip
    assert found == Tally.joined([other, one])
    assert (one.minutes, one.groups) == ({7: 2, 8: 1}, {("usia", "a"): counts(2)})


def test_one_tally_alone_is_itself():
    assert Tally.joined([tally(labels(1, 2))]) == tally(labels(1, 2))


def test_sixty_groups_are_groups_and_sixty_one_are_free_text():
    sixty = Tally.joined([tally(labels(1, 30)), tally(labels(31, 60))])
    more = Tally.joined([tally(labels(1, 30)), tally(labels(31, 61))])

    assert MOST_GROUPS == 60
    assert sixty.groups == labels(1, 60)
    assert more.groups == {("usia", UNGROUPED): counts(61)}


def test_free_text_in_one_file_makes_the_profile_free_text_and_no_other_one():
    free = tally({("usia", UNGROUPED): counts(90), ("kelamin", "L"): counts(1)})
    grouped = tally({("usia", "a"): counts(2), ("kelamin", "L"): counts(1)})

    for parts in ([free, grouped], [grouped, free]):
        assert Tally.joined(parts).groups == {("usia", UNGROUPED): counts(92), ("kelamin", "L"): counts(2)}


@pytest.mark.parametrize("sizes", [((1, 0), (1, 0, 0)), ((1, 0, 0), (1, 0))])
def test_tallies_of_two_scales_do_not_add_up(sizes):
    with pytest.raises(ValueError, match="zip"):
        Tally.joined([tally(straight=straight) for straight in sizes])
