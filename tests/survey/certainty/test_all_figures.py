"""What is said of a whole result, and of two: by index, by item, against minimums, or why nothing is."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest

from ipak_cli.base.provenance import Tool
from ipak_cli.catalogue.indonesian import say
from ipak_cli.jobs.score import ScoreRequest, score
from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.certainty.all_figures import index_minima, survey_certainty, survey_changes
from ipak_cli.survey.certainty.change import ChangeFinding, NotCompared
from ipak_cli.survey.certainty.intervals import Census, ConfidenceInterval, NoInterval
from ipak_cli.survey.recap import RecapShape
from makers.exports import EXAMPLES
from makers.recaps import recap, recapped
from makers.report_material import loaded
from makers.survey_results import survey_result

RUBRIC = loaded().rubric
GIVEN = ((0, 1, 9, 30), (1, 2, 7, 30), *((0, 0, 4, 36),) * 12)


@pytest.fixture(scope="module")
def quarters():
    """The example's four quarters, as they are scored."""
    rubric = load_rubric("ipak-ipkp")
    files = [EXAMPLES / f"ipak-ipkp-2024-tw{number}.xlsx" for number in range(1, 5)]
    return [score(ScoreRequest((file,)), rubric, Tool("ipak", "0")) for file in files]


def test_the_minimums_of_zona_integritas_are_the_indices_own(quarters):
    """15.75 of 17.5 points are 3.60 of 4, 14 are 3.20; that of a component of two parts is none."""
    assert index_minima(quarters[0].zi, 4) == {
        "IPAK": (Fraction("3.6"),),
        "IPKP": (Fraction("3.2"), Fraction("3.6")),
    }


def test_an_index_by_its_own_values_and_by_products_has_one_interval(quarters):
    third = replace(quarters[2], population=63)
    before = replace(third, tally=replace(third.tally, own=None))
    by_own, by_products = survey_certainty(third), survey_certainty(before, RUBRIC)

    assert isinstance(by_own.indices["IPKP"], ConfidenceInterval)
    assert by_products.indices == by_own.indices
    assert isinstance(survey_certainty(before).indices["IPKP"], NoInterval)


def test_everybody_who_came_is_a_census(quarters):
    found = survey_certainty(replace(quarters[3], population=24))

    assert {type(each) for each in (*found.indices.values(), *found.items.values())} == {Census}
    assert [say(each.said) for each in found.thresholds["IPKP"]] == ["di atas 3,20", "di atas 3,60"]


def test_the_last_quarter_s_fall_is_told_and_the_others_changes_are_not(quarters):
    """Only the fall of IPKP from III to IV is beyond what 95 of 100 random partings of the people do."""
    told = [survey_changes(*pair).indices for pair in pairwise(quarters)]

    assert [[change.finding.value for change in each.values()] for each in told] == [
        ["unsure", "unsure"],
        ["unsure", "unsure"],
        ["unsure", "fallen"],
    ]
    assert say(told[2]["IPKP"].said) == "turun 0,17"


def test_a_change_on_another_scale_has_its_size_there_and_the_same_p(quarters):
    before, after = quarters[2:]
    plain, percent = (
        survey_changes(before, after).indices,
        survey_changes(before, after, Fraction(25)).indices,
    )

    assert say(percent["IPKP"].said) == "turun 4,34"
    assert percent["IPKP"].p == plain["IPKP"].p


def test_the_item_that_is_lower_than_the_others_comes_first(quarters):
    assert [rank.code for rank in survey_certainty(quarters[3]).first if rank.lower] == ["I11"]
    assert not any(rank.lower for rank in survey_certainty(quarters[2]).first)


def test_without_a_target_the_lowest_mean_comes_first(quarters):
    codes = [rank.code for rank in survey_certainty(quarters[2], targets={}).first]
    means = {item.code: item.mean for item in quarters[2].items}

    assert codes == sorted(codes, key=lambda code: means[code])


def test_a_recap_of_counts_has_intervals_of_items_and_says_why_none_of_indices():
    found = recapped(recap(GIVEN, RecapShape.COUNTS, RUBRIC, respondents=40))
    sure, changes = survey_certainty(found, RUBRIC), survey_changes(found, found)

    assert isinstance(sure.items["I1"], ConfidenceInterval)
    assert isinstance(sure.indices["IPAK"], NoInterval)
    assert isinstance(changes.indices["IPAK"], NotCompared)
    assert "rekap tidak memuat jawaban setiap orang" in say(changes.indices["IPAK"].reason)
    assert {change.finding for change in changes.items.values()} == {ChangeFinding.UNSURE}


def test_a_recap_of_sums_says_why_nothing_of_its_items_is_told():
    found = recapped(recap(GIVEN, RecapShape.SUMS, RUBRIC, respondents=40))
    sure = survey_certainty(found)

    assert sure.first == ()
    assert {type(each) for each in sure.items.values()} == {NoInterval}
    assert {type(each) for each in survey_changes(found, found).items.values()} == {NotCompared}


def test_a_document_of_before_says_that_it_has_to_be_scored_again():
    result = survey_result("I-2024")
    before = replace(result, tally=replace(result.tally, own=None))

    change = survey_changes(before, before).indices["BERSIH"]

    assert isinstance(change, NotCompared)
    assert "hitung ulang" in say(change.reason)
