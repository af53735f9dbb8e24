"""What a period may tell of its groups where results of periods in it are known too."""

from dataclasses import replace
from fractions import Fraction

import pytest

from ipak_cli.base.figures import NotScored
from ipak_cli.base.period import parse_period
from ipak_cli.catalogue.indonesian import say
from ipak_cli.catalogue.survey import ALL_GROUPS_SMALL, GROUP_NOT_FILLED
from ipak_cli.survey.overlap import guarded, why_without_items
from ipak_cli.survey.result import Breakdown, GroupResult
from makers.survey_results import survey_result

SEMESTER = "II-2024S"


def with_groups(period, groups, *, hidden=0, code="usia"):
    shown = tuple(
        GroupResult(name, count, {"A": Fraction(3), "B": Fraction(2)}) for name, count in groups.items()
    )
    reason = None if shown else ALL_GROUPS_SMALL(smallest=5)
    given = Breakdown(code, "Usia", shown, None, hidden, hidden, 6 * bool(hidden), reason)
    return replace(survey_result(period), breakdowns=(given,))


def tells(whole, *parts):
    """Tell whether a period's groups keep their figures beside results of periods in it."""
    period = parse_period(whole.period.name)
    results = {parse_period(part.period.name): part for part in parts}
    (given,) = guarded(whole, period, results, 5).breakdowns
    assert [group.respondents for group in given.groups] == [
        group.respondents for group in whole.breakdowns[0].groups
    ]
    (told,) = {
        not isinstance(figure, NotScored) for group in given.groups for figure in group.indices.values()
    }
    return told


@pytest.mark.parametrize(
    ("semester", "third", "told"),
    [
        (12, 8, False),  # 4 in the other quarter
        (13, 8, True),  # 5
        (8, 8, True),  # nobody
        (9, 8, False),  # 1
    ],
)  # fmt: skip
def test_what_is_left_of_a_group_is_nobody_or_large_enough(semester, third, told):
    whole = with_groups(SEMESTER, {"muda": semester, "tua": 40})
    assert tells(whole, with_groups("III-2024", {"muda": third, "tua": 20})) is told


def test_a_group_that_a_part_does_not_have_is_the_rest():
    whole = with_groups(SEMESTER, {"muda": 9, "tua": 40})
    assert tells(whole, with_groups("III-2024", {"tua": 20}))


def test_parts_beside_each_other_are_subtracted_together_and_those_in_each_other_are_not():
    whole = with_groups("2024", {"muda": 30})
    third, fourth = with_groups("III-2024", {"muda": 13}), with_groups("IV-2024", {"muda": 14})
    assert tells(whole, third)
    assert tells(whole, fourth)
    assert not tells(whole, third, fourth)
    assert tells(whole, with_groups(SEMESTER, {"muda": 20}), with_groups("III-2024", {"muda": 8}))


def test_a_hidden_group_in_the_period_or_in_a_part_keeps_all_figures_back():
    shown = {"muda": 20, "tua": 40}
    whole, part = with_groups(SEMESTER, shown), with_groups("III-2024", {"muda": 10, "tua": 20})
    assert tells(whole, part)
    assert not tells(with_groups(SEMESTER, shown, hidden=2), part)
    assert not tells(whole, with_groups("III-2024", {"muda": 10, "tua": 20}, hidden=2))


def test_a_part_that_shows_no_group_gives_nothing_to_subtract():
    whole = with_groups(SEMESTER, {"muda": 7, "tua": 40}, hidden=2)
    assert tells(whole, with_groups("III-2024", {}, hidden=3))
    assert tells(whole, with_groups("III-2024", {"Perempuan": 9}, code="jenis-kelamin"))


def test_a_part_that_cannot_be_read_may_show_anything():
    whole, period = with_groups(SEMESTER, {"muda": 20}), parse_period(SEMESTER)
    (given,) = guarded(whole, period, {parse_period("III-2024"): None}, 5).breakdowns
    assert {type(figure) for figure in given.groups[0].indices.values()} == {NotScored}


def test_those_who_left_the_question_empty_are_a_group_too():
    whole = with_groups(SEMESTER, {GROUP_NOT_FILLED(): 9, "tua": 40})
    assert not tells(whole, with_groups("III-2024", {GROUP_NOT_FILLED(): 7, "tua": 20}))


def test_the_reason_names_the_periods_and_everything_else_stays():
    whole, period = with_groups(SEMESTER, {"muda": 9}), parse_period(SEMESTER)
    kept = guarded(whole, period, {parse_period("III-2024"): with_groups("III-2024", {"muda": 8})}, 5)
    assert (kept.items, kept.indices, kept.distribution) == (whole.items, whole.indices, whole.distribution)
    reason = kept.breakdowns[0].groups[0].indices["A"].reason
    assert say(reason) == (
        "bersama hasil III-2024, angka kelompok II-2024S dapat membuka jawaban kelompok yang terlalu kecil"
    )


def of_people(period, people):
    return replace(survey_result(period), respondents=people)


@pytest.mark.parametrize(("november", "withheld"), [(3, True), (4, True), (5, False), (0, False)])
def test_two_parts_that_overlap_tell_the_days_that_both_have(november, withheld):
    """October and November, and November and December, less the quarter: November."""
    october, december = 20, 15
    first, second = "2024-10-01..2024-11-30", "2024-11-01..2024-12-31"
    parts = {
        parse_period(first): of_people(first, october + november),
        parse_period(second): of_people(second, november + december),
    }
    whole = of_people("IV-2024", october + november + december)
    assert (why_without_items(whole, parse_period("IV-2024"), parts, 5) is not None) is withheld


def test_groups_of_two_parts_that_overlap_are_kept_back_too():
    whole = with_groups("IV-2024", {"muda": 28, "tua": 40})
    first = with_groups("2024-10-01..2024-11-30", {"muda": 15, "tua": 27})
    second = with_groups("2024-11-01..2024-12-31", {"muda": 16, "tua": 23})
    assert not tells(whole, first, second)  # 15 + 16 - 28 = 3 in November
    assert tells(whole, first)
    assert tells(whole, second)


def test_a_part_of_few_people_does_not_circulate_and_opens_nothing():
    parts = {parse_period("2024-12"): of_people("2024-12", 3)}
    assert why_without_items(of_people("IV-2024", 30), parse_period("IV-2024"), parts, 5) is None
