"""Claims against the stored results of their periods."""

from dataclasses import replace
from fractions import Fraction

import pytest

from ipak_cli.audit.claim import Claim, ClaimKind, Claims
from ipak_cli.audit.document import Place
from ipak_cli.audit.stored import StoredResult, compare
from ipak_cli.base.figures import decimal
from ipak_cli.base.period import parse_period
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.jobs.open_workspace import OpenWorkspace
from ipak_cli.survey.recap import RecapShape
from ipak_cli.workspace.store import InputKind
from makers.exports import EXAMPLES
from makers.printed import printed
from makers.recaps import recap, recapped
from makers.report_material import loaded
from makers.survey_results import GIVEN, survey_result

PERIOD = parse_period("IV-2024")
BEFORE = parse_period("III-2024")
RESULT = survey_result("IV-2024")
INDEX, HELD = next(iter(RESULT.indices.items()))
ITEM = RESULT.items[0]
STORED = {PERIOD: StoredResult(RESULT, "cd" * 32)}
"""The item's answers are 1, 3 and 6 of 2, 3 and 4: its mean is 3,5."""


def said(kind, number, subject=None, *, period=PERIOD, group=None):
    return Claim(kind, Place(line=1), "x", subject, printed(number), period=period, group=group)


def found(*claims, stored=STORED, rubric=RESULT.rubric.id, period=PERIOD):
    return compare(Claims(claims, (), period, rubric), stored, rubric, period)


@pytest.mark.parametrize("number", ["3,5", "3,50", "3,5000"])
def test_a_figure_that_is_rounded_to_what_is_printed_agrees(number):
    assert ITEM.mean == Fraction(7, 2)
    assert found(said(ClaimKind.ITEM_MEAN, number, ITEM.code)).findings == ()


@pytest.mark.parametrize("number", ["3,51", "3,4", "3"])
def test_a_figure_that_differs_is_told_with_both_values_and_the_source(number):
    (finding,) = found(said(ClaimKind.ITEM_MEAN, number, ITEM.code)).findings
    assert finding.problem.code == "A150"
    assert finding.certainty.value == "bertentangan"
    message = message_of(finding.problem)
    assert f"ditulis {number}" in message
    assert "hasil yang tersimpan 3,50" in message
    assert ("a1" * 6) in message
    assert f"sumber jawaban.xlsx: sha256 {'a1' * 32}" in finding.arithmetic


def test_the_same_wrong_figure_in_two_places_is_one_finding():
    wrong = said(ClaimKind.ITEM_MEAN, "3,4", ITEM.code)
    (finding,) = found(wrong, wrong).findings
    assert len(finding.claims) == 2


@pytest.mark.parametrize(
    ("kind", "subject", "right", "wrong"),
    [
        (ClaimKind.RESPONDENTS, None, "10", "11"),
        (ClaimKind.VISITORS, None, "12", "13"),
        (ClaimKind.STARS, "4", "19", "20"),
        (ClaimKind.STARS, f"{ITEM.code}:4", "6", "5"),
        (ClaimKind.SHARE, "4", "47,5", "50"),
        (ClaimKind.SHARE, f"{ITEM.code}:4", "60", "61"),
    ],
)
def test_counts_and_shares_are_compared(kind, subject, right, wrong):
    assert sum(row[3] for row in GIVEN) == 19
    assert found(said(kind, right, subject)).findings == ()
    assert len(found(said(kind, wrong, subject)).findings) == 1


def test_indices_and_their_percentages_are_compared_also_as_they_follow_from_the_rounded_index():
    right = decimal(HELD.mean)
    rounded = decimal(Fraction(right.replace(",", ".")) * 25)
    assert found(said(ClaimKind.INDEX, right, INDEX)).findings == ()
    assert found(said(ClaimKind.PERCENT, decimal(HELD.percent), INDEX)).findings == ()
    assert found(said(ClaimKind.PERCENT, rounded, INDEX)).findings == ()
    assert len(found(said(ClaimKind.PERCENT, "12,34", INDEX)).findings) == 1
    combined = decimal(RESULT.combined.mean_of_indices)
    assert found(said(ClaimKind.COMBINED, combined, "combined")).findings == ()
    assert len(found(said(ClaimKind.COMBINED, "1,01", "combined")).findings) == 1


def test_a_component_is_told_from_the_part_of_its_index_by_its_maximum():
    period = parse_period("IV-2024")
    result = OpenWorkspace(EXAMPLES.parent).stored.load(InputKind.SURVEY, period)
    stored = {period: StoredResult(result, "cd" * 32)}

    def doubted(number, of):
        claim = replace(said(ClaimKind.COMPONENT, number, "IPAK"), of=of and printed(of))
        return len(found(claim, stored=stored, rubric=result.rubric.id).findings)

    assert (doubted("20,81", "22,5"), doubted("17,06", "17,5"), doubted("17,06", "22,5")) == (0, 0, 1)
    assert (doubted("17,06", None), doubted("20,81", None), doubted("18,00", None)) == (0, 0, 1)


def test_what_a_result_does_not_hold_and_what_speaks_of_a_group_is_not_compared():
    assert found(said(ClaimKind.INDEX, "1,01", "TIDAK ADA")).findings == ()
    assert found(said(ClaimKind.RESPONDENTS, "3", group="Loket A")).findings == ()
    assert found(said(ClaimKind.TARGET, "1,01", ITEM.code)).findings == ()


def test_a_period_without_a_stored_result_is_told_and_never_replaced():
    compared = found(said(ClaimKind.RESPONDENTS, "99", period=BEFORE))
    assert compared.findings == ()
    assert [(each.code, each.values["count"]) for each in compared.problems] == [("A151", 1)]
    assert "triwulan III 2024" in message_of(compared.problems[0])


def test_a_later_period_than_the_report_is_not_looked_for():
    later = said(ClaimKind.RESPONDENTS, "99", period=parse_period("I-2025"))
    assert found(later).problems == ()


def test_a_result_of_another_rubric_is_no_comparison():
    compared = found(said(ClaimKind.RESPONDENTS, "99"), rubric="lain")
    assert compared.findings == ()
    assert [each.code for each in compared.problems] == ["A152"]


def test_what_was_compared_is_named_with_its_digests():
    (stored,) = found(said(ClaimKind.RESPONDENTS, "10")).stored
    assert (stored.period, stored.sha256, stored.sources) == ("IV-2024", "cd" * 32, ("a1" * 32,))


TWO = ((0, 0, 10, 30), *((0, 1, 10, 29),) * 13)


def of_recap(shape):
    """Return the findings' place for a stored recap of forty respondents."""
    made = recapped(recap(TWO, shape, loaded().rubric, respondents=40))
    return {PERIOD: StoredResult(made, "cd" * 32)}


@pytest.mark.parametrize("shape", [RecapShape.COUNTS, RecapShape.TOTALS])
def test_stars_of_an_index_are_compared_with_a_recap_that_tells_them(shape):
    right, wrong = said(ClaimKind.STARS, "146", "IPAK:4"), said(ClaimKind.STARS, "147", "IPAK:4")

    assert found(right, stored=of_recap(shape), rubric="ipak-ipkp").findings == ()
    (finding,) = found(wrong, stored=of_recap(shape), rubric="ipak-ipkp").findings
    assert "hasil yang tersimpan 146" in message_of(finding.problem)


def test_what_a_recap_does_not_tell_contradicts_nothing():
    claims = (said(ClaimKind.STARS, "147", "IPAK:4"), said(ClaimKind.SHARE, "99", ":4"))

    assert found(*claims, stored=of_recap(RecapShape.SUMS), rubric="ipak-ipkp").findings == ()
