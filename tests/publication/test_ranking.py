"""The best and the lowest: at most three each, none in both, ties counted."""

from __future__ import annotations

from hypothesis import given, settings
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


def test_those_that_are_higher_or_lower_beyond_chance_are_named_the_farthest_first():
    best, lowest = ranked(30, 30, 28, 15, 15, 15, 15, 2, 0)
    assert (best.title, codes(best)) == ("Di atas yang lain", ["U1", "U2", "U3"])
    assert (lowest.title, codes(lowest)) == ("Di bawah yang lain", ["U9", "U8"])
    assert [item.figure for item in best.items] == ["4,00", "4,00", "3,93"]
    assert (best.more, lowest.more) == (None, None)


def test_more_than_three_are_counted():
    best, lowest = ranked(30, 30, 30, 30, 30, 0, 0, 0, 0)
    assert (codes(best), best.more) == (["U1", "U2", "U3"], "2 unsur lain juga")
    assert (codes(lowest), lowest.more) == (["U6", "U7", "U8"], "1 unsur lain juga")


def test_where_one_is_lower_nothing_is_called_the_highest_of_the_others():
    best, lowest = ranked(24, 25, 26, 24, 25, 26, 24, 25, 9)
    assert codes(lowest) == ["U9"]
    assert (best.title, best.items) == ("Selebihnya", ())
    assert best.more == (
        "Nilai 8 unsur terletak antara 3,80 dan 3,87; belum dapat dibedakan mana yang paling tinggi."
    )


def test_where_the_others_are_alike_that_is_said_of_them():
    best, lowest = ranked(30, 12, 12, 12, 12, 12, 12, 12, 12)
    assert codes(best) == ["U1"]
    assert (lowest.items, lowest.more) == ((), "Nilai 8 unsur 3,40.")


def test_what_chance_makes_as_well_is_called_neither():
    rows = tuple((0, 0, 30 - count, count) for count in (1, 9, 2, 8, 3, 7, 4, 6, 5))
    found = published(survey(rows, rubric="skm-14-2017"))
    assert (found.best, found.lowest, found.rankings) == (None, None, ())
    assert found.level == (
        "Nilai 9 unsur terletak antara 3,03 dan 3,30; belum dapat dibedakan unsur mana yang paling "
        "tinggi atau paling rendah: selisihnya sekecil yang dapat terjadi karena kebetulan."
    )


def test_where_all_tie_none_is_the_best_and_it_is_said():
    rows = ((0, 0, 15, 15),) * 9
    found = published(survey(rows, rubric="skm-14-2017"))
    assert (found.best, found.lowest) == (None, None)
    assert found.level == "Semua unsur yang dinilai bernilai sama, yaitu 3,50."


def test_an_item_without_answers_is_in_neither():
    best, lowest = ranked(None, 30, 30, 15, 15, 15, 15, 0, 0)
    assert "U1" not in codes(best) + codes(lowest)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.integers(0, 30), min_size=9, max_size=9))
def test_no_item_is_in_both_and_the_higher_are_higher(fours):
    rows = tuple((0, 0, 30 - count, count) for count in fours)
    found = published(survey(rows, rubric="skm-14-2017"))
    assert (found.level is None) == bool(found.rankings)
    named = [each for each in (found.best, found.lowest) if each and each.items]
    assert all(1 <= len(each.items) <= 3 for each in named)
    if len(named) == 2:
        assert min(item.part for item in found.best.items) > max(item.part for item in found.lowest.items)


def test_the_ranking_that_names_items_comes_first():
    rows = tuple((0, 0, 30 - count, count) for count in (24, 25, 26, 24, 25, 26, 24, 25, 9))
    found = published(survey(rows, rubric="skm-14-2017"))
    assert [each.title for each in found.rankings] == ["Di bawah yang lain", "Selebihnya"]


def test_a_recap_without_counts_says_between_which_figures_its_items_lie() -> None:
    items = {
        item.code: ItemRecap(100, range(380 - number, 381 - number))
        for number, item in enumerate(loaded().rubric.items)
    }
    made = published(recapped(Recap(RecapShape.SUMS, 100, items, {})))
    assert made.rankings == ()
    assert made.level == (
        "Nilai 14 butir terletak antara 3,67 dan 3,80; rekap tidak menunjukkan butir mana yang paling tinggi "
        "atau paling rendah di luar kebetulan."
    )


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
