"""ZI result component: PermenPANRB 90/2021."""

from fractions import Fraction

import pytest

from ipak_cli.base.figures import NotScored
from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.scores import index_points
from ipak_cli.survey.zi_result import ConditionStatus
from ipak_cli.survey.zi_scores import score_zi

RUBRIC = load_rubric("ipak-ipkp").rubric


@pytest.mark.parametrize(("index", "mean", "points"), [("IPAK", "3.60", "15.75"), ("IPKP", "3.20", "14.00")])
def test_the_regulations_own_pairs(index, mean, points):
    assert index_points(RUBRIC, index, Fraction(mean)) == Fraction(points)


@pytest.mark.parametrize(
    ("grade", "points"), [("A", "5"), ("B", "3.75"), ("C", "2.5"), ("D", "1.25"), ("E", "0")]
)
def test_the_performance_question(grade, points):
    zi = score_zi(RUBRIC.zi, {"IPAK": Fraction("15.75"), "IPKP": Fraction(14)}, grade)

    assert zi.components[0].points == Fraction("15.75") + Fraction(points)


def judged(ipak, ipkp, grade):
    zi = score_zi(RUBRIC.zi, {"IPAK": Fraction(ipak), "IPKP": Fraction(ipkp)}, grade)
    return {code: predicate.met for code, predicate in zi.predicates.items()}


@pytest.mark.parametrize(
    ("ipak", "ipkp", "grade", "wbk", "wbbm"),
    [
        ("15.75", "14.00", "C", True, False),
        ("15.75", "15.75", "B", True, True),
        ("15.7499", "17.5", "A", False, False),
        ("15.75", "13.9999", "A", False, False),
        ("17.5", "17.5", "D", False, False),
        ("17.5", "17.5", None, None, None),
        ("10", "17.5", None, False, False),
    ],
)
def test_all_minimums_must_hold_exactly(ipak, ipkp, grade, wbk, wbbm):
    assert judged(ipak, ipkp, grade) == {"WBK": wbk, "WBBM": wbbm}


def test_what_lies_outside_the_survey_is_not_assessed():
    zi = score_zi(RUBRIC.zi, {"IPAK": Fraction(17), "IPKP": Fraction(17)}, "A")

    outside = [c for c in zi.predicates["WBK"].conditions if c.status is ConditionStatus.NOT_ASSESSED]
    assert [c.minimum for c in outside] == [75, 40]
    assert all(isinstance(c.reached, NotScored) for c in outside)
