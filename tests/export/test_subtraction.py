"""No group under the smallest size can be computed from what is published, by adding and subtracting."""

from collections import Counter
from fractions import Fraction
from random import Random

import numpy as np
import pytest

from ipak_cli.base.period import parse_period
from ipak_cli.export.rows import filled_tables
from ipak_cli.report import tables
from ipak_cli.survey.overlap import guarded
from makers.random_surveys import random_respondents, result_of
from makers.report_material import loaded, material
from makers.subtraction import (
    Group,
    Person,
    Reader,
    RowSpace,
    given_away,
    shown_in_export,
    shown_in_report,
)

QUARTER = "IV-2024"
SURVEYS = 300


def people(*groups, periods=(QUARTER,)):
    """Return people of whom so many gave each answer to the one question asked."""
    return [Person(frozenset(periods), {"usia": answer}) for answer, count in groups for _ in range(count)]


def groups(*answers, period=QUARTER, question="usia"):
    return {Group(period, question, answer) for answer in answers}


def test_one_small_group_that_alone_is_hidden_is_given_away_by_the_total():
    who = people(("tua", 9), ("muda", 7), ("anak", 2))
    assert given_away(who, groups("tua", "muda"), 5) == [Group(QUARTER, "usia", "anak")]


def test_two_hidden_groups_are_known_together_only():
    who = people(("tua", 9), ("muda", 3), ("anak", 2))
    assert given_away(who, groups("tua"), 5) == []


def test_a_group_that_is_shown_although_it_is_small_is_given_away():
    assert given_away(people(("tua", 9), ("anak", 4)), groups("anak"), 5) == [Group(QUARTER, "usia", "anak")]
    assert given_away(people(("tua", 9), ("anak", 5)), groups("anak"), 5) == []


def test_a_total_of_few_people_is_itself_the_group():
    assert given_away(people(("tua", 3)), (), 5) == [Group(QUARTER, "usia", "tua")]


def test_a_colleague_subtracts_across_questions_where_one_is_part_of_the_other():
    who = [
        *[Person(frozenset({QUARTER}), {"usia": "anak", "sekolah": "SD"})] * 3,
        *[Person(frozenset({QUARTER}), {"usia": "anak", "sekolah": "SMP"})] * 6,
        *[Person(frozenset({QUARTER}), {"usia": "tua", "sekolah": "S1"})] * 4,
        *[Person(frozenset({QUARTER}), {"usia": "tua", "sekolah": "S2"})] * 8,
    ]
    shown = groups("anak", "tua") | groups("SMP", "S2", question="sekolah")
    assert given_away(who, shown, 5) == []
    assert given_away(who, shown, 5, Reader.INSIDE) == [
        Group(QUARTER, "sekolah", "S1"), Group(QUARTER, "sekolah", "SD"),
    ]  # fmt: skip


def test_a_semester_less_one_quarter_is_the_other_quarter():
    who = [
        *people(("tua", 9), ("muda", 8), ("anak", 3), ("bayi", 3), periods=("III-2024", "II-2024S")),
        *people(("tua", 9), ("muda", 8), ("anak", 6), ("bayi", 6), periods=("IV-2024", "II-2024S")),
    ]
    quarters = groups("tua", "muda", period="III-2024") | groups("tua", "muda", "anak", "bayi")
    semester = groups("tua", "muda", "anak", "bayi", period="II-2024S")
    assert given_away(who, quarters, 5) == []
    assert {(each.period, each.answer) for each in given_away(who, quarters | semester, 5)} == {
        (period, answer) for period in ("III-2024", "II-2024S + III-2024") for answer in ("anak", "bayi")
    }


@pytest.mark.parametrize("seed", range(200))
def test_the_row_space_holds_what_does_not_raise_the_rank(seed):
    random = Random(seed)  # noqa: S311 (no secret)
    width = random.randint(1, 7)
    rows = [[random.choice((0, 0, 1, -1, 2)) for _ in range(width)] for _ in range(random.randint(1, 6))]
    asked = [random.choice((0, 0, 1)) for _ in range(width)]
    if random.random() < 0.5:
        asked = [sum(random.choice((0, 1)) * value for value in column) for column in zip(*rows, strict=True)]
    space = RowSpace(dict(enumerate(row)) for row in rows)
    same = np.linalg.matrix_rank(np.array([*rows, asked])) == np.linalg.matrix_rank(np.array(rows))
    assert (dict(enumerate(asked)) in space) == same
    for row in rows:
        assert {place: Fraction(value, 3) for place, value in enumerate(row)} in space


def published(result):
    """Return the groups of which a period's report and export show anything."""
    made = material(result)
    shown = [tables.breakdown(each, made) for each in result.breakdowns if each.groups]
    return shown_in_report(made.period.name, shown), shown_in_export(filled_tables([made]))


@pytest.mark.parametrize("rubric", ["ipak-ipkp", "skm-14-2017"])
def test_no_small_group_of_a_random_survey_follows_from_its_report_and_its_export(rubric):
    smallest = loaded(rubric).rubric.smallest_group
    hidden = 0
    for seed in range(SURVEYS):
        who = random_respondents(seed, [frozenset({QUARTER})], rubric)
        in_report, in_export = published(result_of(who, QUARTER, rubric))
        assert in_report == in_export
        every = {Group(QUARTER, question, answer) for one in who for question, answer in one.profile.items()}
        hidden += len(every - in_report)
        if len(who) >= smallest:
            for reader in Reader:
                assert given_away(who, in_report | in_export, smallest, reader) == [], (seed, reader)
    assert hidden > SURVEYS  # else nothing was asked


def test_the_attack_finds_the_group_that_a_random_survey_would_give_away_without_the_second_hidden_one():
    found = 0
    for seed in range(SURVEYS):
        who = random_respondents(seed, [frozenset({QUARTER})])
        sizes = {}
        for one in who:
            for question, answer in one.profile.items():
                group = Group(QUARTER, question, answer)
                sizes[group] = sizes.get(group, 0) + 1
        found += bool(given_away(who, {group for group, size in sizes.items() if size >= 5}, 5))
    assert found > SURVEYS / 3


NESTED = ("2024-10", "III-2024", "IV-2024", "II-2024S", "2024")
PARTS = (
    {"III-2024", "II-2024S", "2024"},
    {"2024-10", "IV-2024", "II-2024S", "2024"},
    {"IV-2024", "II-2024S", "2024"},
    {"2024"},
)
"""The parts of a year: a quarter, a month of the next, the rest of that, and the first half."""


def nested_survey(seed):
    """Return people of a year of which some periods are stored, and those periods' results."""
    random = Random(seed)  # noqa: S311 (no secret)
    stored = [period for period in NESTED if random.random() < 0.7]
    parts = [frozenset(part & {*stored}) for part in PARTS]
    who = random_respondents(seed, [*filter(None, parts)] or [frozenset({QUARTER})], most=250)
    return who, {
        period: result_of(who, period) for period in stored if any(period in one.periods for one in who)
    }


def reports_of(results, smallest, *, guard):
    """Return the groups of which the reports of all periods show a figure."""
    by_period = {parse_period(name): result for name, result in results.items()}
    shown = set()
    for period, result in by_period.items():
        inner = {other: each for other, each in by_period.items() if other != period and period.holds(other)}
        in_report, in_export = published(guarded(result, period, inner, smallest) if guard else result)
        assert in_report == in_export
        shown |= in_report
    return shown


def test_no_small_group_follows_from_the_reports_of_periods_that_lie_in_each_other():
    detailed = found_without = 0
    for seed in range(SURVEYS):
        who, results = nested_survey(seed)
        parts = Counter(one.periods for one in who)
        if min(parts.values()) < 5:
            continue  # so few are given away by the totals alone
        shown = reports_of(results, 5, guard=True)
        for reader in Reader:
            assert given_away(who, shown, 5, reader) == [], (seed, reader)
        detailed += any(group.period in {"II-2024S", "2024"} for group in shown)
        found_without += bool(given_away(who, reports_of(results, 5, guard=False), 5))
    assert detailed > SURVEYS / 10
    assert found_without > SURVEYS / 3
