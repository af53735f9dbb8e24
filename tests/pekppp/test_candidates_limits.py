"""What a plan can choose from: levels above today's, what they cost, and their stages."""

from dataclasses import replace

import pytest

from ipak_cli.catalogue.indonesian import say
from ipak_cli.pekppp.answers import Assessment, IndicatorAnswers
from ipak_cli.pekppp.plan import candidates_of
from makers.pekppp_results import RUBRIC, answers, filled, result_of

SECOND = RUBRIC.indicators[1]  # counts five facts


def candidate(row):
    """Return indicator 2 as a candidate, if it is one; the others are not answered."""
    given = {no: IndicatorAnswers() for no in range(1, 31)} | {2: row}
    found = candidates_of(RUBRIC, Assessment(None, None, given), result_of(given))
    assert len(found) <= 1
    return found[0] if found else None


def options(row):
    return [
        (option.level, option.cost, [(stage.level, stage.cost) for stage in option.stages])
        for option in candidate(row).options
    ]


def test_an_indicator_without_a_level_is_no_candidate():
    assert candidate(IndicatorAnswers()) is None
    assert candidate(IndicatorAnswers(claimed=0)).level == 0


@pytest.mark.parametrize(
    ("claimed", "found"),
    [
        (5, []),
        (4, [(5, 1, [])]),
        (3, [(4, 1, []), (5, 2, [(4, 1), (5, 1)])]),
        (2, [(3, 1, []), (4, 2, [(3, 1), (4, 1)]), (5, 3, [(3, 1), (4, 1), (5, 1)])]),
    ],
)
def test_each_level_above_a_claim_costs_one_more(claimed, found):
    assert options(IndicatorAnswers(claimed=claimed)) == found


def test_a_claim_s_cost_is_the_assessor_s_for_each_level():
    assert options(IndicatorAnswers(claimed=3, cost=4)) == [(4, 4, []), (5, 8, [(4, 4), (5, 4)])]
    assert options(IndicatorAnswers(claimed=3, cost=0)) == [(4, 0, []), (5, 0, [(4, 0), (5, 0)])]


def test_a_claim_needs_what_the_instrument_says_of_the_level():
    (option,) = candidate(IndicatorAnswers(claimed=4)).options
    assert [say(need) for need in option.needs] == [SECOND.levels[5]]


@pytest.mark.parametrize(
    ("lacking", "found"),
    [
        (0, []),
        (1, [(5, 1, [])]),
        (2, [(4, 1, []), (5, 2, [(4, 1), (5, 1)])]),
    ],
)
def test_facts_cost_one_for_each_that_has_to_change(lacking, found):
    assert options(filled(answers=answers(SECOND, lacking))) == found


def test_the_assessor_s_cost_counts_for_each_level_of_the_way():
    row = filled(answers=answers(SECOND, 2), cost=7)
    assert options(row) == [(4, 7, []), (5, 14, [(4, 7), (5, 7)])]
    assert options(replace(row, cost=0)) == [(4, 0, []), (5, 0, [(4, 0), (5, 0)])]


def test_what_is_fixed_cannot_be_raised():
    assert options(IndicatorAnswers(claimed=3, fixed=True)) == []
    assert options(filled(answers=answers(SECOND, 2), fixed=True)) == []


def test_a_candidate_has_its_number_and_its_share():
    found = candidate(IndicatorAnswers(claimed=3))
    assert (found.no, found.code, found.level, found.share) == (2, SECOND.code, 3, RUBRIC.share_of(SECOND))
