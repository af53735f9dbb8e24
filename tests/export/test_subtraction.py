"""No group under the smallest size can be computed from what is published, by adding and subtracting."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from random import Random

import numpy as np
import pytest

from ipak_cli.base.period import parse_period
from ipak_cli.export.rows import filled_tables
from ipak_cli.publication.compose import Said, compose
from ipak_cli.report import tables
from ipak_cli.survey.overlap import guarded
from ipak_cli.workpaper.build import workpaper
from ipak_cli.workpaper.paper import Paper, with_settings
from makers.random_surveys import Respondent, random_respondents, result_of
from makers.report_material import loaded, material
from makers.runs import SLOW
from makers.subtraction import (
    Group,
    Person,
    Reader,
    Rest,
    RowSpace,
    given_away,
    shown_in_export,
    shown_in_publication,
    shown_in_report,
    shown_in_workpaper,
)

QUARTER = "IV-2024"
SURVEYS = 100
NESTED_SURVEYS = 100 if SLOW else 40
"""Surveys of periods that lie in each other: each takes a second."""


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
    """Return the groups of which a period's report and export show anything, and its published page."""
    made = material(result)
    shown = [tables.breakdown(each, made) for each in result.breakdowns if each.groups]
    in_report, in_export = shown_in_report(made.period.name, shown), shown_in_export(filled_tables([made]))
    assert {each for each in in_report if isinstance(each, Group)} == in_export
    on_page = shown_in_publication(made.period.name, compose(made, Said()), questions(result))
    return in_report, on_page


def questions(result):
    """Return the codes of a result's profile questions by their names."""
    return {each.name: each.code for each in result.breakdowns}


def circulated(result):
    """Return the groups of which the workpaper for circulation shows anything."""
    made = material(result)
    book = workpaper(with_settings(Paper(made.survey, made.rubric), made))
    return shown_in_workpaper(made.period.name, book, questions(result))


@pytest.mark.parametrize("rubric", ["ipak-ipkp", "skm-14-2017"])
def test_no_small_group_of_a_random_survey_follows_from_its_report_and_its_export(rubric):
    smallest = loaded(rubric).rubric.smallest_group
    hidden = gathered = counted = 0
    for seed in range(SURVEYS):
        who = random_respondents(seed, [frozenset({QUARTER})], rubric)
        in_report, on_page = published(result_of(who, QUARTER, rubric))
        every = {Group(QUARTER, question, answer) for one in who for question, answer in one.profile.items()}
        hidden += len(every - in_report)
        if len(who) >= smallest:
            for reader in Reader:
                assert given_away(who, in_report | on_page, smallest, reader) == [], (seed, reader)
        gathered += any(isinstance(each, Rest) for each in in_report)
        counted += bool(on_page)
    assert min(gathered, counted) > SURVEYS / 3
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


def inner_of(period, by_period):
    """Return the results of the periods that lie in one."""
    return {other: each for other, each in by_period.items() if other != period and period.holds(other)}


def reports_of(results, smallest, *, guard):
    """Return the groups of which the reports of all periods show a figure."""
    by_period = {parse_period(name): result for name, result in results.items()}
    shown = set()
    for period, result in by_period.items():
        inner = inner_of(period, by_period)
        in_report, on_page = published(guarded(result, period, inner, smallest) if guard else result)
        assert on_page <= in_report
        shown |= in_report | on_page
    return shown


def test_no_small_group_follows_from_the_reports_of_periods_that_lie_in_each_other():
    detailed = found_without = 0
    for seed in range(NESTED_SURVEYS):
        who, results = nested_survey(seed)
        parts = Counter(one.periods for one in who)
        if min(parts.values()) < 5:
            continue  # so few are given away by the totals alone
        shown = reports_of(results, 5, guard=True)
        for reader in Reader:
            assert given_away(who, shown, 5, reader) == [], (seed, reader)
        detailed += any(group.period in {"II-2024S", "2024"} for group in shown)
        found_without += bool(given_away(who, reports_of(results, 5, guard=False), 5))
    assert detailed > NESTED_SURVEYS / 10
    assert found_without > NESTED_SURVEYS / 3


WORKPAPERS = 8
"""Surveys whose workpapers are read: each is a workbook."""


@pytest.mark.parametrize("rubric", ["ipak-ipkp", "skm-14-2017"])
def test_the_workpaper_for_circulation_shows_figures_of_no_other_groups_than_the_report(rubric):
    smallest = loaded(rubric).rubric.smallest_group
    shown = 0
    for seed in range(WORKPAPERS):
        who = random_respondents(seed, [frozenset({QUARTER})], rubric)
        result = result_of(who, QUARTER, rubric)
        if len(who) < smallest:
            continue  # none is made of so few
        in_report, on_page = published(result)
        in_workpaper = circulated(result)
        assert in_workpaper == in_report, seed
        for reader in Reader:
            assert given_away(who, in_report | on_page | in_workpaper, smallest, reader) == [], (seed, reader)
        shown += len(in_workpaper)
    assert shown > WORKPAPERS


def test_the_workpapers_of_periods_that_lie_in_each_other_give_no_small_group_away():
    kept_back = shown_of_whole = 0
    for seed in range(WORKPAPERS, 2 * WORKPAPERS):  # these show groups of a whole as well
        who, results = nested_survey(seed)
        if min(Counter(one.periods for one in who).values()) < 5:
            continue
        by_period = {parse_period(name): result for name, result in results.items()}
        shown = set()
        for period, result in by_period.items():
            inner = {
                other: each for other, each in by_period.items() if other != period and period.holds(other)
            }
            safe = guarded(result, period, inner, 5)
            in_report, on_page = published(safe)
            in_workpaper = circulated(safe)
            assert on_page <= in_report == in_workpaper, (seed, period)
            kept_back += safe != result
            shown_of_whole += bool(inner_of(period, by_period) and in_workpaper)
            shown |= in_report | on_page | in_workpaper
        for reader in Reader:
            assert given_away(who, shown, 5, reader) == [], (seed, reader)
    assert kept_back
    assert shown_of_whole


def two_groups(*sizes):
    """Return a result of a quarter whose respondents are of some ages, so many of each."""
    who = [
        Respondent(frozenset({QUARTER}), {"usia": f"umur {n}"}, (3,) * 14)
        for n, size in enumerate(sizes)
        for _ in range(size)
    ]
    return who, result_of(who, QUARTER)


def test_each_of_the_publications_is_really_looked_at():
    """A small group that is put among those shown is found on the page and in the workpaper."""
    who, result = two_groups(20, 9, 3, 3)
    [usia] = [each for each in result.breakdowns if each.code == "usia"]
    assert (len(usia.groups), usia.gathered.respondents) == (2, 6)
    small = replace(usia.gathered, name="umur 2", respondents=3)
    leaking = replace(result, breakdowns=(replace(usia, groups=(*usia.groups, small), gathered=None),))
    wanted = [Group(QUARTER, "usia", "umur 2"), Group(QUARTER, "usia", "umur 3")]
    in_report, on_page = published(leaking)
    for shown in (in_report, on_page, circulated(leaking)):
        assert given_away(who, shown, 5) == wanted


def test_the_row_of_the_others_is_a_fact_of_its_own():
    who = people(("tua", 9), ("muda", 7), ("anak", 2))
    assert given_away(who, groups("tua"), 5) == []
    assert given_away(who, {Rest(QUARTER, "usia", frozenset({"tua", "muda"}))}, 5) == [
        Group(QUARTER, "usia", "anak")
    ]
