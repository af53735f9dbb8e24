"""Both sides of each limit of the rules that measure: days, shares, channels, months' ends."""

import re
from datetime import date, timedelta
from fractions import Fraction

import pytest

from ipak_cli.catalogue.indonesian import say
from ipak_cli.pekppp.levels import derive
from ipak_cli.rubric.load import load_pekppp
from ipak_cli.rubric.rules.elapsed import add_months
from ipak_cli.rubric.rules.interface import Doubt, NotDerived
from ipak_cli.rubric.rules.ratio import Share, level_of_share

INDICATORS = {each.no: each for each in load_pekppp("pekppp-2025").rubric.indicators}
START = date(2025, 1, 31)


def derived(no, *values):
    """Derive an indicator's level from its facts in order; ``None`` is a blank one."""
    given = {f"F{no:02}-{n:02}": value for n, value in enumerate(values, 1) if value is not None}
    return derive(INDICATORS[no], given)


def told(outcome):
    if isinstance(outcome, NotDerived):
        return None, set(outcome.doubts)
    return outcome.level, set(outcome.doubts)


def figures(outcome):
    return [int(figure) for figure in re.findall(r"\d+", say(outcome.reason))]


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2023, 1, 31), 1, date(2023, 2, 28)), (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 1, 28), 1, date(2024, 2, 28)), (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 4, 30)), (date(2024, 11, 30), 1, date(2024, 12, 30)),
        (date(2024, 12, 31), 1, date(2025, 1, 31)), (date(2024, 1, 1), -1, date(2023, 12, 1)),
        (date(2024, 12, 31), -24, date(2022, 12, 31)), (date(2024, 5, 5), 0, date(2024, 5, 5)),
    ],
)  # fmt: skip
def test_months_later_is_the_same_day_or_the_last_of_the_month(day, months, later):
    assert add_months(day, months) == later


@pytest.mark.parametrize(
    ("months", "on_the_day", "a_day_later"), [(1, 5, 4), (3, 4, 3), (6, 3, 2), (9, 2, 1), (12, 1, 1)]
)
def test_a_follow_up_on_the_last_day_keeps_its_level_and_a_day_later_it_does_not(
    months, on_the_day, a_day_later
):
    limit = add_months(START, months)
    last, late = (derived(9, START, limit + timedelta(days=days), 8, 8) for days in (0, 1))

    assert told(last) == (on_the_day, set())
    assert told(late) == (a_day_later, {Doubt.EDGE})
    assert figures(last)[-1] == months
    assert figures(late)[-1] == {1: 3, 3: 6, 6: 9, 9: 12, 12: 12}[months]


def test_more_than_twelve_months_is_said_differently_from_at_most_twelve():
    twelve, more = (derived(9, START, add_months(START, 12) + timedelta(days=days), 8, 8) for days in (0, 1))
    assert twelve.reason.key != more.reason.key
    assert told(derived(9, START, add_months(START, 30), 8, 8)) == (1, {Doubt.EDGE})


@pytest.mark.parametrize(("days", "level"), [(-1, None), (0, 5), (1, 5)])
def test_a_follow_up_on_the_first_day_is_in_time_and_one_before_it_cannot_be(days, level):
    assert told(derived(9, START, START + timedelta(days=days), 8, 8))[0] == level


@pytest.mark.parametrize(
    ("planned", "done", "level", "doubted"),
    [
        (8, 0, 0, set()), (8, 1, 1, {Doubt.PARTIAL}), (8, 7, 1, {Doubt.PARTIAL}), (8, 8, 5, set()),
        (8, 9, None, set()), (0, 0, None, set()), (1, 1, 5, set()), (0, 1, None, set()),
    ],
)  # fmt: skip
def test_a_follow_up_in_part_is_level_1_and_more_than_planned_none(planned, done, level, doubted):
    assert told(derived(9, START, START, planned, done)) == (level, doubted)


def test_nothing_planned_and_more_than_planned_are_other_reasons():
    assert figures(derived(9, START, START, 8, 9)) == [9, 8]
    assert figures(derived(9, START, START, 0, 0)) == []


@pytest.mark.parametrize(
    ("done", "level", "doubted"),
    [
        (0, 1, {Doubt.EMPTY}), (1, 2, set()), (299, 2, set()), (300, 3, set()), (301, 3, set()),
        (799, 3, set()), (800, 3, {Doubt.EDGE}), (801, 4, set()), (999, 4, set()), (1000, 5, set()),
        (1001, None, set()),
    ],
)  # fmt: skip
def test_each_share_of_what_was_planned_has_its_level(done, level, doubted):
    assert told(derived(8, "ya", 1000, done, "ya")) == (level, doubted)


def test_a_share_without_its_report_or_its_plan():
    assert told(derived(8, "ya", 10, 10, "tidak")) == (1, {Doubt.UNPROVEN})
    assert told(derived(8, "ya", 10, 0, None)) == (1, {Doubt.EMPTY})
    assert told(derived(8, "ya", 0, 0, None)) == (0, set())
    assert told(derived(8, "tidak", None, None, None)) == (0, set())
    assert told(derived(8, "ya", 10, 5, None)) == (None, set())
    assert derived(8, "ya", 0, 0, None).reason != derived(8, "tidak", None, None, None).reason


def test_a_share_is_told_in_percent():
    assert figures(derived(8, "ya", 8, 3, "ya")) == [3, 8, 37, 5]
    assert figures(derived(28, 8, 3, 0, 0)) == [3, 8, 37, 5]
    assert figures(derived(8, "ya", 8, 3, "tidak"))[:4] == [3, 8, 37, 5]


@pytest.mark.parametrize(
    ("settled", "level", "doubted"),
    [
        (0, 0, set()), (1, 3, set()), (499, 3, set()), (500, 4, set()), (899, 4, set()),
        (900, 5, {Doubt.EDGE}), (901, 5, set()), (1000, 5, set()), (1001, None, set()),
    ],
)  # fmt: skip
def test_each_share_settled_in_the_main_channel_has_its_level(settled, level, doubted):
    assert told(derived(28, 1000, settled, 0, 0)) == (level, doubted)


@pytest.mark.parametrize(("settled", "level"), [(0, 0), (1, 1), (499, 1), (500, 2), (1000, 2), (1001, None)])
def test_each_share_settled_in_the_other_channel_alone_has_its_level(settled, level):
    assert told(derived(28, 0, 0, 1000, settled)) == (level, set())


@pytest.mark.parametrize(
    ("counts", "level", "doubted"),
    [
        ((0, 0, 0, 0), None, {Doubt.NO_CASE}),
        ((1, 0, 0, 0), 0, set()),
        ((0, 0, 1, 0), 0, set()),
        ((1, 0, 1, 0), 0, {Doubt.CHANNELS}),
        ((1, 0, 1, 1), 3, {Doubt.CHANNELS}),  # the main channel counts where it was used
        ((1, 1, 1, 0), 5, {Doubt.CHANNELS}),
        ((10, 9, 1, 1), 5, {Doubt.CHANNELS, Doubt.EDGE}),
        ((1, 1, 0, 1), None, set()),
        ((0, 1, 1, 1), None, set()),
    ],
)
def test_the_main_channel_counts_where_anything_came_in_there(counts, level, doubted):
    assert told(derived(28, *counts)) == (level, doubted)


@pytest.mark.parametrize(
    ("percent", "found"),
    [
        ("100", (5, False)),
        ("90.01", (5, False)),
        ("90", (3, True)),
        ("50", (3, False)),
        ("49.99", (0, False)),
    ],
)
def test_a_limit_holds_for_its_level_unless_it_is_left_out(percent, found):
    shares = (
        Share(level=5, minimum=Fraction(90), inclusive=False, doubtful=True),
        Share(level=3, minimum=Fraction(50)),
    )
    assert level_of_share(shares, Fraction(percent)) == found
