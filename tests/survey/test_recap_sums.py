"""Recaps of disjoint respondents add up to the recap of all of them, as far as each tells it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipak_cli.base.figures import NotScored
from ipak_cli.catalogue import survey as p
from ipak_cli.survey.add_up import add_up
from ipak_cli.survey.recap import ItemRecap, Recap, RecapShape
from ipak_cli.survey.recap_scores import score_recap
from ipak_cli.survey.recap_sums import add_recaps, recap_of
from makers.recaps import recap, recapped
from makers.report_material import loaded, survey

FILE = loaded()
RUBRIC = FILE.rubric
COUNTS, SUMS, MEANS, TOTALS = RecapShape
SHAPES = (COUNTS, SUMS, TOTALS)
FIRST = ((1, 0, 2, 7),) * 14
SECOND = ((0, 3, 1, 6),) * 14
BOTH = ((1, 3, 3, 13),) * 14


def of(counts, shape, respondents=10, **options):
    return recap(counts, shape, RUBRIC, respondents=respondents, **options)


@pytest.mark.parametrize("shape", SHAPES)
def test_recaps_of_one_shape_add_up(shape):
    together = add_recaps([of(FIRST, shape), of(SECOND, shape)], RUBRIC)

    assert score_recap(together, RUBRIC) == score_recap(of(BOTH, shape, 20), RUBRIC)
    assert together.respondents == 20


def test_counts_beside_sums_are_sums():
    together = add_recaps([of(FIRST, COUNTS), of(SECOND, SUMS)], RUBRIC)

    assert together == of(BOTH, SUMS, 20)


def test_means_of_several_sums_add_up_at_both_ends():
    one = Recap(MEANS, 10, {item.code: ItemRecap(10, range(30, 33)) for item in RUBRIC.items}, {})
    together = add_recaps([one, of(FIRST, SUMS)], RUBRIC)

    assert together.shape is MEANS
    assert together.items["I1"] == ItemRecap(20, range(65, 68))


def test_counts_beside_totals_are_totals_by_index_and_of_the_survey():
    by_index = add_recaps([of(FIRST, COUNTS), of(SECOND, TOTALS)], RUBRIC)
    whole = add_recaps([of(FIRST, COUNTS), of(SECOND, TOTALS, indices=[""])], RUBRIC)

    assert {code: by_index.totals[code] for code in ("IPAK", "IPKP")} == of(BOTH, TOTALS, 20).totals
    assert whole == of(BOTH, TOTALS, 20, indices=[""])


def test_of_totals_beside_sums_nothing_is_known_together_but_the_respondents():
    assert add_recaps([of(FIRST, SUMS), of(SECOND, TOTALS)], RUBRIC) == Recap(TOTALS, 20, {}, {})


def test_respondents_are_known_together_where_each_recap_tells_them():
    assert add_recaps([of(FIRST, COUNTS), of(SECOND, COUNTS, None)], RUBRIC).respondents is None


def test_no_recap_adds_up_to_none():
    with pytest.raises(ValueError, match="no recap"):
        add_recaps([], RUBRIC)


@pytest.mark.parametrize("shape", [*RecapShape])
@pytest.mark.parametrize("respondents", [10, None])
def test_the_recap_of_a_result_is_the_one_that_it_was_made_of(shape, respondents):
    made = of(FIRST, shape, respondents)
    found = recap_of(recapped(made))

    assert score_recap(found, RUBRIC) == score_recap(made, RUBRIC)
    assert (found.shape, found.respondents) == (shape, respondents)


def test_a_result_of_answers_is_a_recap_of_counts():
    assert recap_of(survey(FIRST)) == of(FIRST, COUNTS)


@settings(max_examples=20, deadline=None)
@given(st.sampled_from([*RecapShape]), st.sampled_from([*RecapShape, None]))
def test_results_add_up_where_a_part_is_a_recap_without_groups_and_reliability(one, other):
    first = recapped(of(FIRST, one))
    second = survey(SECOND) if other is None else recapped(of(SECOND, other), period="III-2024")

    found = add_up([first, second], RUBRIC, FILE.digest)

    assert found.respondents == 20
    assert {*found.reliability} == {"IPAK", "IPKP"}
    assert {*found.reliability.values()} == {NotScored(p.RECAP_WITHOUT_ANSWERS())}
    if {one, other or COUNTS} <= {COUNTS, SUMS}:
        assert found.scores.indices == survey(BOTH).indices


def test_a_recap_of_another_rubric_does_not_add_up():
    with pytest.raises(ValueError, match="another rubric"):
        add_up([recapped(of(FIRST, COUNTS))], RUBRIC, "sha256:0")
