"""Both sides of each limit of the ZI component: a minimum, a grade, what is not known."""

from fractions import Fraction

import pytest

from ipak_cli.base.figures import NotScored
from ipak_cli.base.message import Message
from ipak_cli.rubric.load import load_rubric
from ipak_cli.survey.scores import index_points
from ipak_cli.survey.zi_result import ConditionStatus
from ipak_cli.survey.zi_scores import score_zi

RUBRIC = load_rubric("ipak-ipkp").rubric
SKM = load_rubric("skm-14-2017").rubric
UNKNOWN = NotScored(Message("x"))


def zi(ipak="17.5", ipkp="17.5", grade="A"):
    points = {"IPAK": ipak, "IPKP": ipkp}
    given = {code: Fraction(each) if isinstance(each, str) else each for code, each in points.items()}
    return score_zi(RUBRIC.zi, given, grade)


def test_the_highest_mean_earns_all_points_of_its_part_and_the_lowest_a_period():
    assert index_points(RUBRIC, "IPAK", Fraction(4)) == Fraction("17.5")
    assert index_points(RUBRIC, "IPAK", Fraction(1)) == Fraction("4.375")
    assert index_points(RUBRIC, "IPAK", UNKNOWN) == UNKNOWN


def test_an_index_without_a_part_and_a_rubric_without_zi_earn_no_points():
    assert isinstance(index_points(RUBRIC, "LAIN", Fraction(4)), NotScored)
    assert isinstance(index_points(SKM, "IKM", Fraction(4)), NotScored)


@pytest.mark.parametrize(
    ("ipak", "met"), [("15.7499", False), ("15.75", True), ("15.7501", True), ("15.745", False)]
)
def test_a_minimum_is_reached_exactly_and_not_by_rounding(ipak, met):
    assert zi(ipak=ipak).predicates["WBK"].met is met


def test_each_part_and_the_total_are_told():
    found = zi("15.75", "14", "B")
    (first, second) = found.components

    assert [(part.code, part.points, part.index) for part in (*first.parts, *second.parts)] == [
        (part.code, points, index)
        for part, points, index in zip(
            (*RUBRIC.zi.components[0].parts, *RUBRIC.zi.components[1].parts),
            (Fraction("15.75"), Fraction("3.75"), Fraction(14)),
            ("IPAK", None, "IPKP"),
            strict=True,
        )
    ]
    assert (first.points, second.points) == (Fraction("19.5"), 14)
    assert (found.performance, found.regulation) == ("B", RUBRIC.zi.regulation)


def test_without_a_grade_or_with_an_unknown_one_the_total_is_not_known():
    for grade in (None, "F"):
        found = zi(grade=grade)
        assert isinstance(found.components[0].points, NotScored)
        assert found.components[1].points == Fraction("17.5")
        assert found.predicates["WBK"].met is None


def test_what_is_missed_decides_before_what_is_not_known():
    assert zi(ipak="1", grade=None).predicates["WBK"].met is False
    assert zi(ipkp=UNKNOWN).predicates["WBK"].met is None
    assert zi(ipak="1", ipkp=UNKNOWN).predicates["WBK"].met is False


def test_what_lies_outside_the_survey_keeps_no_predicate_from_being_met():
    assert zi().predicates["WBK"].met is True
    assert any(each.status is ConditionStatus.NOT_ASSESSED for each in zi().predicates["WBK"].conditions)


def test_a_condition_says_whether_it_is_met_missed_or_not_known():
    found = {
        condition.minimum: condition.status
        for condition in zi("15.75", "13.99", None).predicates["WBK"].conditions
    }
    assert set(found.values()) == {ConditionStatus.MET, ConditionStatus.NOT_MET, ConditionStatus.NOT_ASSESSED}
