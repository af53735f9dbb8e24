"""Scores from counts: means, bands, breakdowns, exactly."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.base.figures import NotScored
from ipak_cli.catalogue.survey import ITEM_NOT_SCORED, NO_ANSWERS
from ipak_cli.rubric.load import load_rubric
from ipak_cli.rubric.survey import SurveyRubric
from ipak_cli.survey.groups import break_down
from ipak_cli.survey.quality import cronbach_alpha
from ipak_cli.survey.scores import distribute, score_combined, score_index, score_items
from ipak_cli.survey.tally import UNGROUPED, Counts, Products

IPAK = load_rubric("ipak-ipkp").rubric
SKM = load_rubric("skm-14-2017").rubric
SUMS = [162, 161, 162, 161, 162, 157, 160, 161, 164, 161, 158, 159, 161, 160]


def of_sums(sums, n):
    """Counts of 3s and 4s that give these sums."""
    return Counts(n, tuple((0, 0, 4 * n - total, total - 3 * n) for total in sums))


def indices(counts, rubric):
    items = {item.code: item for item in score_items(counts, rubric)}
    return {index.code: score_index(index, items, rubric) for index in rubric.indices}


def test_triwulan_iii_from_its_item_sums():
    found = indices(of_sums(SUMS, 41), IPAK)

    assert found["IPAK"].mean == Fraction(808, 205)
    assert found["IPKP"].mean == Fraction(1441, 369)
    assert found["IPAK"].points == Fraction(808, 205) * Fraction("4.375")


def test_the_combined_index_is_the_mean_of_the_indices_and_not_the_pooled_mean():
    counts = of_sums(SUMS, 41)
    items = score_items(counts, IPAK)
    combined = score_combined(IPAK, indices(counts, IPAK), items)

    assert combined.mean_of_indices == (Fraction(808, 205) + Fraction(1441, 369)) / 2
    assert combined.pooled == Fraction(2249, 574)


def test_skm_with_exact_ninths():
    found = indices(of_sums([105, 101, 100, 116, 102, 105, 106, 105, 115], 29), SKM)["IKM"]

    assert found.percent == Fraction(955, 29 * 9) * 25
    assert found.band.code == "A"


def test_bands_look_at_the_rounded_percentage_with_inclusive_lower_bounds():
    def band(percent):
        mean = Fraction(percent) / 25
        n = 10**6
        total = mean * n
        assert total.denominator == 1
        return indices(Counts(n, tuple(_spread(int(total), n) for _ in range(9))), SKM)["IKM"].band.code

    assert band("88.305") == "A"
    assert band("88.3049") == "B"
    assert band("76.61") == "B"
    assert band("65") == "C"
    assert band("64.99") == "D"
    assert band("25") == "D"


def _spread(total, n):
    """Counts of two neighbouring answers with this sum."""
    low = min(total // n, 3)
    high = total - low * n
    given = [0, 0, 0, 0]
    given[low - 1], given[low] = n - high, high
    return tuple(given)


def test_an_item_without_answers_leaves_its_index_unscored_with_the_reason():
    counts = Counts(2, ((0, 0, 0, 2),) * 13 + ((0, 0, 0, 0),))
    found = indices(counts, IPAK)

    assert found["IPAK"].mean == 4
    assert found["IPKP"].mean == NotScored(ITEM_NOT_SCORED(item="I14", reason=NO_ANSWERS()))
    assert found["IPKP"].points == found["IPKP"].mean


def test_a_negative_item_counts_the_other_way_round():
    turned = IPAK.model_dump(mode="json")
    turned["indices"][0]["items"][0]["polarity"] = "negative"
    rubric = SurveyRubric.model_validate(turned)

    item = score_items(Counts(3, ((3, 0, 0, 0),) * 14), rubric)[0]

    assert item.mean == 4
    assert item.counts == {"1": 3, "2": 0, "3": 0, "4": 0}


def test_shares_are_of_answers_not_of_respondents():
    shares = distribute(Counts(2, ((1, 0, 0, 1),) * 14), IPAK.scale)

    assert shares["4"].count == 14
    assert shares["4"].share == 50


def group(n):
    return Counts(n, ((0, 0, 0, n),) * 14)


def test_groups_under_five_are_not_shown_nor_named():
    (found,) = break_down(
        {("usia", "tua"): group(9), ("usia", "muda"): group(4), ("usia", "remaja"): group(3)}, None, IPAK
    )

    assert [shown.name for shown in found.groups] == ["tua"]
    assert (found.hidden_groups, found.hidden_respondents) == (2, 7)


def test_one_small_group_hides_another_so_that_it_cannot_be_subtracted():
    (found,) = break_down(
        {("usia", "tua"): group(9), ("usia", "muda"): group(6), ("usia", "remaja"): group(1)}, None, IPAK
    )

    assert [shown.name for shown in found.groups] == ["tua"]
    assert (found.hidden_groups, found.hidden_respondents) == (2, 7)


def test_free_text_is_not_grouped():
    (found,) = break_down({("usia", UNGROUPED): group(90)}, None, IPAK)

    assert found.groups == ()
    assert found.reason


def test_cronbachs_alpha_of_a_worked_case():
    # Answers (1, 2), (2, 2), (3, 4): variances 2/3 and 8/9, of the sum 26/9; alpha = 2 * (1 - 14/26).
    products = Products(3, (6, 8), ((14, 18), (18, 24)))

    assert cronbach_alpha(products) == Fraction(12, 13)


def test_alpha_needs_differences_between_respondents():
    assert isinstance(cronbach_alpha(Products(3, (12, 12), ((48, 48), (48, 48)))), NotScored)


@given(st.lists(st.tuples(*[st.integers(0, 9)] * 4), min_size=14, max_size=14))
def test_counts_add_up(answers):
    counts = Counts(9, tuple(answers))

    assert (counts + counts).answers == tuple(tuple(2 * n for n in given) for given in answers)
