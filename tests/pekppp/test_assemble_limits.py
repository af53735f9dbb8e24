"""The result of a self-assessment at its limits: where problems stand, weights, what comes next, the gap."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from ipak_cli.base.problem import Where
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.pekppp.answers import Assessment, IndicatorAnswers
from ipak_cli.pekppp.assemble import Given, assess
from ipak_cli.pekppp.result import Evidence, Status, WorkbookSource
from makers.pekppp_results import LOADED, RUBRIC, answers, filled, rows

GIVEN = Given(LOADED.rubric, LOADED.digest, tool=None)
FIRST, SECOND = WorkbookSource("satu.xlsx", "a1" * 32, ("S",)), WorkbookSource("dua.xlsx", "b2" * 32, ("S",))


def result(indicators, *, given=GIVEN, unit="Unit", evidence=None, sources=(FIRST, SECOND)):
    return assess(given, Assessment(unit, None, indicators), evidence or {}, (sources, ()))


def claims(level):
    return {no: IndicatorAnswers(claimed=level) for no in range(1, 31)}


def places(found, code):
    return [problem.where for problem in found.problems if problem.code == code]


def test_the_weights_are_percents_of_f02_that_make_100():
    weights = [each.weight for each in result({}).indicators]
    assert (weights[0], sum(weights)) == (Fraction("4.08"), 100)


def test_the_unit_that_is_asked_for_goes_before_the_one_that_is_written():
    assert result({}, given=replace(GIVEN, unit="Asked")).unit == "Asked"
    assert result({}).unit == "Unit"
    assert result({}, unit=None).unit is None


@pytest.mark.parametrize(
    ("f03", "warned"), [("4", False), ("4.0001", True), ("4.02", True), ("4.0399", True), ("4.04", False)]
)
def test_an_ipp_between_4_and_4_01_is_warned_of_at_the_first_source(f03, warned):
    found = result(claims(4), given=replace(GIVEN, f03=Fraction(f03)))
    assert places(found, "E306") == ([Where("satu.xlsx")] if warned else [])


def test_the_figure_in_the_gap_is_told_with_four_places():
    found = result(claims(4), given=replace(GIVEN, f03=Fraction("4.02")), sources=())
    (gap,) = [problem for problem in found.problems if problem.code == "E306"]
    assert gap.where == Where()
    assert "4,0050" in message_of(gap)
    assert "4,00500" not in message_of(gap)


def test_evidence_that_was_looked_for_goes_before_the_names_alone():
    given = {1: IndicatorAnswers(evidence=("sk.pdf",)), 2: IndicatorAnswers(evidence=("sp.pdf",))}
    looked_for = Evidence(named=("sk.pdf",), missing=("sk.pdf",))

    found = result(given, evidence={1: looked_for}).indicators

    assert found[0].evidence == looked_for
    assert found[1].evidence == Evidence(named=("sp.pdf",))
    assert found[2].evidence == Evidence()


def test_an_indicator_none_of_whose_facts_can_be_read_is_missing_for_a_reason_of_its_own():
    facts = [fact.id for fact in RUBRIC.indicators[1].facts]
    all_faulty = filled(claimed=5, faulty=facts)
    all_but_one = filled(claimed=5, faulty=facts[:-1])

    reasons = []
    for row in (all_faulty, all_but_one, IndicatorAnswers()):
        second = result({2: row}).indicators[1]
        assert (second.status, second.level) == (Status.MISSING, None)
        reasons.append(second.reason)
    assert len(set(reasons)) == 3


def test_at_the_highest_level_nothing_is_next_and_below_it_the_next_level_is():
    second = RUBRIC.indicators[1]
    at_best = result({2: filled(answers=answers(second))}).indicators[1]
    below = result({2: filled(answers=answers(second, 1))}).indicators[1]

    assert (at_best.level, at_best.next) == (5, None)
    assert (below.level, below.next.level, below.next.gain) == (4, 5, RUBRIC.share_of(second))
    assert result({2: IndicatorAnswers(claimed=3)}).indicators[1].next is None


@pytest.mark.parametrize(("claimed", "codes"), [(3, ["E302"]), (4, []), (5, ["E301"])])
def test_a_claim_above_the_facts_and_one_below_are_told_apart(claimed, codes):
    row = filled(claimed=claimed, answers=answers(RUBRIC.indicators[1], 1))
    found = [problem.code for problem in result({2: row}).problems]
    assert [code for code in found if code in {"E301", "E302"}] == codes


def test_one_claim_is_told_at_its_cell_and_several_at_the_first_one_s_sheet():
    here, there = Where("a.xlsx", "Satu", "B2"), Where("b.xlsx", "Dua", "B3")
    one = rows() | {4: IndicatorAnswers(claimed=3, where=here)}
    two = one | {9: IndicatorAnswers(claimed=3, where=there)}

    assert places(result(one), "E305") == [here]
    assert places(result(two), "E305") == [Where("a.xlsx", "Satu")]


def test_a_contradiction_stands_with_the_indicators_that_take_part_and_with_no_other():
    # What F02-03 says is there cannot be where F01-17 says that there is nothing.
    (nothing,) = [fact.answers[0] for fact in RUBRIC.indicators[0].facts if fact.id == "F01-17"]
    broken = {1: {"F01-17": nothing}, 2: {"F02-03": "ya"}, 3: answers(RUBRIC.indicators[2])}

    found = result({no: filled(answers=given) for no, given in broken.items()})

    assert [each.no for each in found.indicators if each.contradictions] == [1, 2]


def test_an_assessment_is_complete_with_the_thirtieth_level():
    whole, lacking = result(claims(0)), result({no: row for no, row in claims(0).items() if no != 30})
    assert (whole.answered, whole.complete) == (30, True)
    assert (lacking.answered, lacking.complete) == (29, False)
