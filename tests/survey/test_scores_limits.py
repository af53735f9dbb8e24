"""Both sides of each limit of scores: the smallest group, the lowest of a band, an item without answers."""

from fractions import Fraction

import pytest

from ipak_cli.base.figures import NotScored
from ipak_cli.catalogue.survey import (
    ALL_GROUPS_SMALL,
    GROUP_NOT_FILLED,
    GROUPS_GATHERED,
    ITEM_NOT_SCORED,
    NO_ANSWERS,
    SMALL_GATHERED,
    SMALL_GATHERED_WITH_OTHERS,
    SMALL_GROUPS_AND_OTHERS,
)
from ipak_cli.rubric.load import parse_as_survey
from ipak_cli.rubric.yaml_lines import read_document
from ipak_cli.survey.groups import break_down
from ipak_cli.survey.scores import (
    distribute,
    score_combined,
    score_index,
    score_items,
)
from ipak_cli.survey.tally import UNGROUPED, Counts
from makers.rubric_text import SMALL, altered


def rubric_of(text=SMALL):
    return parse_as_survey(read_document(text.encode(), "x.yaml")).rubric


RUBRIC = rubric_of()
NOBODY = (0, 0, 0, 0)
MANY = 3_000_000


def indices(counts, rubric=RUBRIC):
    items = {item.code: item for item in score_items(counts, rubric)}
    return {index.code: score_index(index, items, rubric) for index in rubric.indices}


def broken_down(*sizes, rubric=RUBRIC):
    """Break down groups of so many respondents, called a, b, c ..."""
    groups = {("usia", "abcdef"[n]): Counts(size, ((0, 0, 0, size),) * 4) for n, size in enumerate(sizes)}
    (found,) = break_down(groups, None, rubric)
    return found


def shown(found):
    return [(group.name, group.respondents) for group in found.groups]


def hidden(found):
    return found.hidden_groups, found.small_groups, found.hidden_respondents


def test_the_smallest_group_that_is_shown_has_five_respondents():
    assert shown(broken_down(9, 5)) == [("a", 9), ("b", 5)]
    assert hidden(broken_down(9, 5)) == (0, 0, 0)
    assert shown(broken_down(9, 5, 4)) == [("a", 9)]
    assert hidden(broken_down(9, 5, 4)) == (2, 1, 9)


def test_the_rubric_says_how_small_a_group_may_be():
    two = rubric_of(SMALL + "smallest_group: 2\n")
    assert shown(broken_down(9, 2, rubric=two)) == [("a", 9), ("b", 2)]
    assert hidden(broken_down(9, 8, 1, rubric=two)) == (2, 1, 9)


def test_small_groups_of_five_together_hide_no_other_and_of_four_they_do():
    assert (shown(broken_down(9, 6, 3, 2)), hidden(broken_down(9, 6, 3, 2))) == (
        [("a", 9), ("b", 6)],
        (2, 2, 5),
    )
    assert (shown(broken_down(9, 6, 3, 1)), hidden(broken_down(9, 6, 3, 1))) == ([("a", 9)], (3, 2, 10))


def test_a_single_small_respondent_hides_another_group():
    assert hidden(broken_down(9, 6, 1)) == (2, 1, 7)


def test_the_largest_group_comes_first_and_equal_ones_by_name():
    assert shown(broken_down(5, 9, 5)) == [("b", 9), ("a", 5), ("c", 5)]


def test_where_all_groups_are_shown_there_is_no_reason_and_else_one():
    assert broken_down(9, 5).reason is None
    assert broken_down(9, 4, 3).reason == SMALL_GATHERED(small=2, smallest=5, row=GROUPS_GATHERED())
    assert broken_down(9, 6, 1).reason == SMALL_GATHERED_WITH_OTHERS(
        small=1, smallest=5, others=1, row=GROUPS_GATHERED()
    )


def test_all_groups_small_is_another_reason_than_some_hidden_for_their_sake():
    all_small, some = broken_down(4, 3), broken_down(6, 4)

    assert (shown(all_small), hidden(all_small)) == ([], (2, 2, 7))
    assert (shown(some), hidden(some)) == ([], (2, 1, 10))
    assert all_small.reason == ALL_GROUPS_SMALL(smallest=5)
    assert some.reason == SMALL_GROUPS_AND_OTHERS(small=1, smallest=5, others=1)


def test_free_text_hides_no_group_and_says_why():
    (found,) = break_down({("usia", UNGROUPED): Counts(90, ((0, 0, 0, 90),) * 4)}, None, RUBRIC)
    assert (shown(found), hidden(found)) == ([], (0, 0, 0))
    assert found.reason not in {None, broken_down(4, 3).reason, broken_down(6, 4).reason}


def test_a_blank_answer_is_a_group_with_a_name_of_its_own():
    (found,) = break_down({("usia", ""): Counts(5, ((0, 0, 0, 5),) * 4)}, None, RUBRIC)
    assert shown(found) == [(GROUP_NOT_FILLED(), 5)]


def test_a_group_s_indices_are_its_own_as_the_instrument_tells_them_and_an_empty_profile_is_left_out():
    found = broken_down(5)
    # The means 4 and 4/3 + 2/3, in percent of the highest value.
    assert found.groups[0].indices == {"BERSIH": 100, "RAMAH": 50}
    assert (found.code, found.name) == ("usia", "Usia")
    assert break_down({}, None, RUBRIC) == ()
    assert break_down({("lain", "a"): Counts(5, ((0, 0, 0, 5),) * 4)}, None, RUBRIC) == ()


def test_missing_answers_are_the_respondents_without_one():
    first, second, *_ = score_items(Counts(10, ((1, 2, 3, 4), (0, 0, 4, 3), NOBODY, NOBODY)), RUBRIC)

    assert (first.n, first.missing, first.sum, first.mean) == (10, 0, 30, 3)
    assert (second.n, second.missing, second.sum, second.mean) == (7, 3, 24, Fraction(24, 7))
    assert first.counts == {"1": 1, "2": 2, "3": 3, "4": 4}


def test_an_item_s_own_target_goes_before_the_rubric_s():
    own = rubric_of(altered("text: Petugas jujur\n", "text: Petugas jujur\n        target: 3\n"))
    assert [item.target for item in score_items(Counts(1, (NOBODY,) * 4), own)] == [3, 4, 4, 4]


def test_a_negative_item_turns_each_answer_round():
    item = score_items(Counts(6, (NOBODY, NOBODY, NOBODY, (3, 2, 1, 0))), RUBRIC)[3]
    assert (item.sum, item.counts["1"]) == (3 * 4 + 2 * 3 + 1 * 2, 3)


def test_weights_decide_how_much_an_item_counts():
    found = indices(Counts(1, ((0, 0, 0, 1), (1, 0, 0, 0), (0, 0, 0, 1), (0, 0, 0, 1))))
    assert found["BERSIH"].mean == Fraction(5, 2)
    assert found["RAMAH"].mean == 4 * Fraction(1, 3) + 1 * Fraction(2, 3)


@pytest.mark.parametrize(
    ("percent", "band"), [("100", "A"), ("80", "A"), ("79.995", "A"), ("79.9949", "B"), ("25", "B")]
)
def test_a_band_begins_at_its_lowest_percentage_as_it_is_written(percent, band):
    highest, lowest = _counts_of(Fraction(percent))
    assert indices(Counts(MANY, (highest, highest, highest, lowest)))["RAMAH"].band.code == band


def _counts_of(percent):
    """Return counts of 1s and 4s that give a percentage, and the same ones the other way round."""
    fours = (percent / 25 - 1) / 3 * MANY
    assert fours.denominator == 1
    return (MANY - int(fours), 0, 0, int(fours)), (int(fours), 0, 0, MANY - int(fours))


def test_below_the_lowest_band_and_without_bands_there_is_none():
    lowest = Counts(1, ((1, 0, 0, 0), (1, 0, 0, 0), (1, 0, 0, 0), (0, 0, 0, 1)))
    bersih, ramah = RUBRIC.indices
    top_alone = ramah.model_copy(update={"bands": ramah.bands[:1]})
    items = {item.code: item for item in score_items(lowest, RUBRIC)}

    assert score_index(ramah, items, RUBRIC).band.code == "B"
    assert score_index(top_alone, items, RUBRIC).band is None
    assert score_index(bersih, items, RUBRIC).band is None


def test_without_answers_there_is_no_band_and_no_percentage():
    found = indices(Counts(0, (NOBODY,) * 4))["RAMAH"]
    assert (found.band, isinstance(found.percent, NotScored)) == (None, True)


def test_one_item_without_answers_is_named_and_all_of_them_are_not():
    answered = (0, 0, 0, 1)
    one = indices(Counts(1, (answered, NOBODY, answered, answered)))["BERSIH"].mean
    both = indices(Counts(1, (NOBODY, NOBODY, answered, answered)))["BERSIH"].mean

    assert isinstance(one, NotScored)
    assert one.reason == ITEM_NOT_SCORED(item="B2", reason=NO_ANSWERS())
    assert both == score_items(Counts(1, (NOBODY,) * 4), RUBRIC)[0].mean


def test_the_combined_figures_are_the_mean_of_two_indices_and_of_all_answers():
    counts = Counts(1, ((0, 0, 0, 1), (0, 0, 0, 1), (1, 0, 0, 0), NOBODY))
    full = Counts(1, ((0, 0, 0, 1), (0, 0, 0, 1), (1, 0, 0, 0), (0, 0, 0, 1)))

    part = score_combined(RUBRIC, indices(counts), score_items(counts, RUBRIC))
    whole = score_combined(RUBRIC, indices(full), score_items(full, RUBRIC))

    assert (isinstance(part.mean_of_indices, NotScored), part.pooled) == (True, 3)
    assert (whole.mean_of_indices, whole.pooled) == ((Fraction(4) + 1) / 2, Fraction(10, 4))


def test_a_rubric_without_a_combined_index_has_the_pooled_mean_alone():
    alone = rubric_of(altered("combined:\n  name: Gabungan\n  indices: [BERSIH, RAMAH]\n", ""))
    counts = Counts(1, ((0, 0, 0, 1),) * 4)
    found = score_combined(alone, indices(counts, alone), score_items(counts, alone))
    assert (isinstance(found.mean_of_indices, NotScored), found.pooled) == (True, Fraction(13, 4))


def test_shares_are_in_percent_of_all_answers():
    found = distribute(Counts(4, ((1, 0, 0, 3), (0, 0, 1, 3), NOBODY, NOBODY)), RUBRIC.scale)
    assert {value: (share.count, share.share) for value, share in found.items()} == {
        "1": (1, Fraction(25, 2)),
        "2": (0, 0),
        "3": (1, Fraction(25, 2)),
        "4": (6, 75),
    }
    nothing = distribute(Counts(0, (NOBODY,) * 4), RUBRIC.scale)
    assert all(isinstance(share.share, NotScored) for share in nothing.values())
