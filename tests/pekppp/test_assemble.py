"""The result of a self-assessment from its answers."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ipak_cli.base.figures import NotScored
from ipak_cli.base.provenance import Tool
from ipak_cli.catalogue.indonesian import message_of, say
from ipak_cli.pekppp.answers import Assessment, IndicatorAnswers
from ipak_cli.pekppp.assemble import Given, assess
from ipak_cli.pekppp.result import Status
from ipak_cli.rubric.load import load_pekppp
from makers.pekppp_results import filled

LOADED = load_pekppp("pekppp-2025")
TOOL = Tool("ipak", "0")


def result(f03=None, **rows):
    given = Given(LOADED.rubric, LOADED.digest, TOOL, **({"f03": f03} if f03 is not None else {}))
    indicators = {int(no[1:]): row for no, row in rows.items()}
    return assess(given, Assessment("Unit", None, indicators), {}, ((), ()))


def claims(level):
    return {f"_{no}": IndicatorAnswers(claimed=level) for no in range(1, 31)}


def two(**answers):
    return {f"F02-{name[1:]}": answer for name, answer in answers.items()}


THREE_OF_FIVE = two(_01="ya", _02="ya", _03="ya", _04="tidak", _05="tidak")


def codes(found):
    return [problem.code for problem in found.problems]


def test_a_blank_workbook_is_incomplete_and_no_f():
    blank = result()
    assert (blank.complete, blank.answered, blank.category) == (False, 0, None)
    assert isinstance(blank.f02, NotScored)
    assert {each.status for each in blank.indicators} == {Status.MISSING}
    assert codes(blank) == ["E304"]
    assert message_of(blank.problems[0]) == "indikator 1–30 belum dapat dinilai: belum diisi"


@pytest.mark.parametrize(("level", "code", "name"), [(5, "A", "Pelayanan Prima"), (0, "F", "Gagal")])
def test_claims_alone_are_scored_and_marked(level, code, name):
    claimed = result(**claims(level))
    assert (claimed.f02, claimed.category.code, claimed.category.name) == (level, code, name)
    assert {each.status for each in claimed.indicators} == {Status.CLAIMED}
    assert (claimed.complete, codes(claimed)) == (True, ["E305"])


@pytest.mark.parametrize(("claimed", "code"), [(5, "E301"), (3, None), (1, "E302")])
def test_facts_win_over_a_claim_and_the_difference_is_reported(claimed, code):
    found = result(_2=filled(claimed=claimed, answers=THREE_OF_FIVE))
    second = found.indicators[1]
    assert (second.level, second.derived, second.claimed, second.status) == (3, 3, claimed, Status.DERIVED)
    assert [each for each in codes(found) if each != "E304"] == ([code] if code else [])


def test_a_claim_does_not_stand_in_for_facts_that_were_begun():
    found = result(_2=filled(claimed=5, answers=two(_01="ya")))
    assert (found.indicators[1].status, found.indicators[1].level) == (Status.MISSING, None)
    assert "F02-02 belum diisi" in say(found.indicators[1].reason)


def test_a_claim_does_not_stand_in_for_facts_that_cannot_be_read():
    found = result(_2=filled(claimed=5, faulty={"F02-01"}))
    assert found.indicators[1].status is Status.MISSING


def test_the_next_level_has_its_needs_and_its_gain():
    second = result(_2=filled(answers=THREE_OF_FIVE)).indicators[1]
    assert second.next.level == 4
    assert second.next.gain == Fraction(336, 10_000)
    assert say(second.next.needs[0]).startswith("1 dari: ")


def test_an_ambiguity_is_shown_with_the_indicator_and_as_a_warning():
    answers = {f"F05-{n:02}": "ya" for n in range(1, 8)} | {"F05-06": "tidak"}
    found = result(_5=filled(answers=answers))
    assert found.indicators[4].level == 3
    assert found.indicators[4].ambiguity
    assert "E303" in codes(found)


def test_ipp_and_its_category_appear_only_with_f03():
    without, with_f03 = result(**claims(4)), result(f03=Fraction(5), **claims(4))
    assert isinstance(without.ipp, NotScored)
    assert (without.category.of, with_f03.category.of) == ("F-02", "IPP")
    assert with_f03.ipp == Fraction(17, 4)


def test_an_index_in_the_gap_between_two_categories_is_warned_of():
    found = result(f03=Fraction("4.02"), **claims(4))
    assert found.ipp == Fraction("4.005")
    assert "E306" in codes(found)


def test_all_readings_of_an_indicator_are_told_in_full():
    answers = {"F17-01": "tidak"} | {f"F17-{n:02}": "ya" for n in range(2, 8)}
    found = result(_17=filled(answers=answers))
    (warning,) = [each for each in found.problems if each.code == "E303"]
    assert len(message_of(warning)) > 200
    assert "…" not in message_of(warning)
    assert "sekalipun kondisinya dijawab ya; bila toilet tidak ada, kalimat tentang" in message_of(warning)
