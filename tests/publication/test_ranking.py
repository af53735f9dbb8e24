"""The best and the lowest: at most three each, none in both, ties counted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.survey.recap import ItemRecap, Recap, RecapShape
from makers.publications import published
from makers.recaps import recapped
from makers.report_material import loaded, survey


def ranked(*fours):
    """Publish SKM whose nine elements got so many fours of 30 answers, else threes; return both rankings."""
    rows = tuple((0, 0, 30 - count, count) if count is not None else (0, 0, 0, 0) for count in fours)
    found = published(survey(rows, rubric="skm-14-2017"))
    return found.best, found.lowest


def codes(ranking):
    return [item.code for item in ranking.items]


def test_three_of_each_the_best_first_and_the_lowest_first():
    best, lowest = ranked(1, 9, 2, 8, 3, 7, 4, 6, 5)
    assert (codes(best), codes(lowest)) == (["U2", "U4", "U6"], ["U1", "U3", "U5"])
    assert [item.figure for item in best.items] == ["3,30", "3,27", "3,23"]
    assert (best.more, lowest.more) == (None, None)


def test_items_that_tie_with_the_last_are_counted():
    best, lowest = ranked(9, 9, 9, 9, 9, 1, 2, 2, 2)
    assert (codes(best), best.more) == (["U1", "U2", "U3"], "2 unsur lain juga bernilai 3,30")
    assert (codes(lowest), lowest.more) == (["U6", "U7", "U8"], "1 unsur lain juga bernilai 3,07")


def test_one_that_is_better_than_all_others_is_the_only_best():
    best, lowest = ranked(9, 1, 1, 1, 1, 1, 1, 1, 1)
    assert (codes(best), codes(lowest)) == (["U1"], ["U2", "U3", "U4"])
    assert lowest.more == "5 unsur lain juga bernilai 3,03"


def test_one_that_is_lower_than_all_others_is_the_only_lowest():
    best, lowest = ranked(9, 9, 9, 9, 9, 9, 9, 9, 1)
    assert (codes(best), codes(lowest)) == (["U1", "U2", "U3"], ["U9"])


def test_where_all_tie_none_is_the_best_and_it_is_said():
    rows = ((0, 0, 15, 15),) * 9
    found = published(survey(rows, rubric="skm-14-2017"))
    assert (found.best, found.lowest) == (None, None)
    assert found.level == "Semua unsur yang dinilai bernilai sama, yaitu 3,50."


def test_an_item_without_answers_is_in_neither():
    best, lowest = ranked(None, 9, 2, 8, 3, 7, 4, 6, 5)
    assert "U1" not in codes(best) + codes(lowest)


@given(st.lists(st.integers(0, 6), min_size=9, max_size=9))
def test_no_item_is_in_both_and_the_best_are_better(fours):
    best, lowest = ranked(*fours)
    if len({*fours}) == 1:
        assert best is None
        return
    assert 1 <= len(best.items) <= 3
    assert 1 <= len(lowest.items) <= 3
    assert not {*codes(best)} & {*codes(lowest)}
    assert min(item.part for item in best.items) > max(item.part for item in lowest.items)


def test_where_the_ends_of_a_mean_leave_the_order_open_no_item_is_the_best_or_the_lowest() -> None:
    sums = [range(361, 364), *(range(360 + n, 361 + n) for n in range(13))]
    items = {item.code: ItemRecap(100, each) for item, each in zip(loaded().rubric.items, sums, strict=True)}
    made = published(recapped(Recap(RecapShape.MEANS, 100, items, {})))

    assert (made.best, made.lowest, made.level) == (None, None, None)
    assert [index.figure for index in made.indices] == ["3,61–3,62", "3,68"]
    assert "Dua angka dengan garis di antaranya adalah batas nilai yang mungkin." in made.notes


def test_of_unknown_respondents_no_number_is_published() -> None:
    items = {item.code: ItemRecap(100, range(380, 381)) for item in loaded().rubric.items}
    made = published(recapped(Recap(RecapShape.SUMS, None, items, {}), population=200))

    assert (made.respondents, made.respondents_word) == ("–", "responden (jumlahnya belum diketahui)")
    assert (made.served, made.profiles) == (None, ())
