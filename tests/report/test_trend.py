"""The indices over the periods: the figures decide what is said of them."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipak_cli.base.figures import NotScored
from ipak_cli.base.period import Period
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.indonesian import message_of
from ipak_cli.catalogue.survey import NO_ANSWERS
from ipak_cli.report.trend import AFTER_GAP, FIRST, NO_RESULT, Direction, course, trace, trend
from ipak_cli.survey.period import BY_QUARTER
from makers.rubric_text import altered
from makers.survey_results import GIVEN, survey_result

BETTER = ((0, 0, 0, 10), *GIVEN[1:])
UNKNOWN = NotScored(NO_ANSWERS())


def figures(text):
    return [UNKNOWN if part == "?" else Fraction(part) for part in text.split()]


@pytest.mark.parametrize(
    ("values", "word"),
    [
        ("3.9", None),
        ("?", None),
        ("? 3.9 ?", None),
        ("3.8 3.9", "naik"),
        ("3.9 3.8", "turun"),
        ("3.9 3.9", "tetap"),
        ("3.7 3.8 3.9", "naik terus"),
        ("3.9 3.8 3.7", "turun terus"),
        ("3.9 3.9 3.9", "tetap"),
        ("3.9 3.8 3.9", "berfluktuasi"),
        ("3.8 3.9 3.9 3.8", "berfluktuasi"),
        ("3.8 3.9 3.9", "naik"),
        ("3.9 3.9 3.8", "turun"),
        ("3.7 ? 3.8 3.9", "naik"),
        ("3.9 ? 3.8 3.7", "turun"),
        ("3.9 ? 3.8 3.9", "berfluktuasi"),
        ("3.9 ? 3.9", "tetap"),
        ("3.8999999999 3.9 3.9000000001", "naik terus"),
    ],
)
def test_a_course_is_called_what_its_figures_show(values, word):
    assert course(figures(values)) == word


@given(st.lists(st.fractions(0, 4), min_size=2, max_size=8))
def test_no_word_says_more_than_the_figures(values):
    steps = [b - a for a, b in pairwise(values)]
    match course(values):
        case Direction.RISING:
            assert len(values) > 2
            assert all(step > 0 for step in steps)
        case Direction.FALLING:
            assert len(values) > 2
            assert all(step < 0 for step in steps)
        case Direction.MIXED:
            assert min(steps) < 0 < max(steps)
        case Direction.UP:
            assert min(steps) >= 0
            assert max(steps) > 0
        case Direction.DOWN:
            assert max(steps) <= 0
            assert min(steps) < 0
        case word:
            assert word is Direction.SAME
            assert set(steps) == {0}


def test_a_change_is_told_only_against_the_period_right_before():
    periods = [BY_QUARTER.period(BY_QUARTER.ordinal(Period.quarter(2024, 1)) + n) for n in range(5)]
    followed = trace("IPAK", periods, figures("3.8 3.9 ? 4 4"))

    assert [point.change for point in followed.points] == [
        FIRST, Fraction(1, 10), UNKNOWN, AFTER_GAP, Fraction(0),
    ]  # fmt: skip


def test_the_periods_stand_in_order_with_respondents_indices_and_their_mean():
    found = trend([survey_result("II-2024", BETTER), survey_result("I-2024")])

    assert found.schema == "ipak/trend/2"
    assert found.unit == "Kantor Contoh"
    assert [(each.period, each.respondents) for each in found.periods] == [("I-2024", 10), ("II-2024", 10)]
    assert list(found.indices) == ["BERSIH", "RAMAH"]
    bersih = found.indices["BERSIH"]
    assert [point.value for point in bersih.points] == [Fraction(71, 20), Fraction(19, 5)]
    assert bersih.points[1].change == Fraction(1, 4)
    assert found.combined.points[1].change == Fraction(1, 8)


def test_a_period_without_a_result_is_a_gap_and_not_bridged():
    found = trend([survey_result(name) for name in ("III-2024", "I-2024", "I-2025")])

    assert [each.period for each in found.periods] == ["I-2024", "II-2024", "III-2024", "IV-2024", "I-2025"]
    assert [each.rubric is None for each in found.periods] == [False, True, False, True, False]
    points = found.indices["BERSIH"].points
    assert [point.value for point in points][1] == NO_RESULT
    assert [point.change for point in points] == [FIRST, NO_RESULT, AFTER_GAP, NO_RESULT, AFTER_GAP]


def refusals(*results):
    with pytest.raises(ProblemsFoundError) as refused:
        trend(results)
    return refused.value.problems


def test_results_of_different_rubrics_are_refused_and_the_periods_named():
    other = altered("id: kecil", "id: lain")
    (fault,) = refusals(
        survey_result("I-2024"), survey_result("II-2024"), survey_result("III-2024", text=other)
    )
    assert fault.code == "G441"
    assert all(word in message_of(fault) for word in ("I-2024, II-2024", "kecil", "III-2024", "lain"))


def version_two(old="target: 4", new="target: 3"):
    return altered(old, new, altered('version: "1.0"', 'version: "2.0"'))


def test_versions_with_the_same_items_are_joined_with_a_warning_that_names_both():
    found = trend([survey_result("I-2024"), survey_result("II-2024", text=version_two())])

    (warning,) = found.problems
    assert (warning.code, warning.severity) == ("G443", "warning")
    assert all(word in message_of(warning) for word in ("I-2024", "versi 1.0", "II-2024", "versi 2.0"))
    assert found.indices["BERSIH"].points[1].change == 0


def test_a_rubric_that_was_altered_under_the_same_version_is_noticed():
    found = trend([survey_result("I-2024"), survey_result("II-2024", text=altered("target: 4", "target: 3"))])
    assert [problem.code for problem in found.problems] == ["G443"]


@pytest.mark.parametrize(
    ("old", "new", "item"),
    [
        ("text: Petugas jujur", "text: Petugas sangat jujur", "B1"),
        ("code: B2", "code: B3", "B2"),
        ("polarity: negative", "polarity: positive", "R2"),
        ("  lowest: 1", "  lowest: 0", "B1"),
    ],
)
def test_versions_with_other_items_are_refused_and_an_item_named(old, new, item):
    text = version_two(old, new).replace("minimum: 25", "minimum: 0")
    counts = tuple((0, *row) for row in GIVEN) if "lowest" in new else GIVEN
    (fault,) = refusals(survey_result("I-2024"), survey_result("II-2024", counts, text))
    assert fault.code == "G442"
    assert f"butir {item} " in message_of(fault)
    assert all(word in message_of(fault) for word in ("I-2024", "versi 1.0", "II-2024", "versi 2.0"))


def test_items_of_another_index_are_other_items():
    text = version_two("  - code: RAMAH", "  - code: HALUS").replace("[BERSIH, RAMAH]", "[BERSIH, HALUS]")
    (fault,) = refusals(survey_result("I-2024"), survey_result("II-2024", text=text))
    assert (fault.code, "butir R1 " in message_of(fault)) == ("G442", True)


def test_a_polarity_that_the_answers_cannot_tell_is_joined_with_the_warning():
    even = (*GIVEN[:3], (2, 3, 3, 2))
    turned = version_two("polarity: negative", "polarity: positive")
    found = trend([survey_result("I-2024", even), survey_result("II-2024", text=turned)])
    assert [problem.code for problem in found.problems] == ["G443"]


def test_a_trend_needs_results_each_of_a_period_of_its_own():
    result = survey_result("I-2024")
    for results in ([], [result, result], [replace(result, period=replace(result.period, name=None))]):
        with pytest.raises(ValueError, match="period"):
            trend(results)
