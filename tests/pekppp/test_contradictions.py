"""Facts that contradict each other: each a warning with both, and no level changes by itself."""

from __future__ import annotations

from datetime import date

import pytest

from ipak_cli.base.problem import Severity, Where
from ipak_cli.base.provenance import Tool
from ipak_cli.catalogue.indonesian import message_of, say
from ipak_cli.pekppp.answers import Assessment
from ipak_cli.pekppp.assemble import Given, assess
from ipak_cli.pekppp.contradictions import contradictions_of
from ipak_cli.pekppp.levels import derive
from ipak_cli.rubric.load import load_pekppp
from ipak_cli.rubric.pekppp import FactType
from makers.pekppp_results import filled

LOADED = load_pekppp("pekppp-2025")
RUBRIC = LOADED.rubric
FACTS = {fact.id: fact for indicator in RUBRIC.indicators for fact in indicator.facts}
NUMBERS = {
    "F08-02": 8,
    "F08-03": 8,
    "F09-03": 8,
    "F09-04": 8,
    "F28-01": 4,
    "F28-02": 4,
    "F28-03": 2,
    "F28-04": 2,
}
DATES = {"F09-01": date(2025, 1, 15), "F09-02": date(2025, 2, 10)}
BEST = {key: NUMBERS.get(key) or DATES.get(key) or fact.answers[-1] for key, fact in FACTS.items()}
WORST = {
    key: fact.answers[0] if fact.answers else 0
    for key, fact in FACTS.items()
    if fact.type is not FactType.DATE
}


def assessment(answers):
    """Return an assessment whose answers stand in cells that are named like their facts."""
    rows = {}
    for indicator in RUBRIC.indicators:
        mine = {fact.id: answers[fact.id] for fact in indicator.facts if fact.id in answers}
        places = {key: Where("isi.xlsx", "Fakta", f"E{key}") for key in mine}
        rows[indicator.no] = filled(answers=mine, cells=places)
    return Assessment("Unit", None, rows)


def pairs(answers):
    """Return which facts contradict which."""
    found = contradictions_of(RUBRIC, assessment(answers))
    return {(a.fact, b.fact) for each in found for a in each.first for b in each.second}


def named(answers):
    return {frozenset(pair) for pair in pairs(answers)}


def test_a_unit_that_has_everything_contradicts_nothing():
    assert pairs(BEST) == set()


def test_a_unit_that_has_nothing_contradicts_nothing():
    assert pairs(WORST) == set()


def test_a_blank_workbook_contradicts_nothing():
    assert pairs({}) == set()


def test_a_fact_alone_contradicts_nothing():
    for key, fact in FACTS.items():
        for answer in fact.answers or (0, 1):
            if fact.type is not FactType.DATE:
                assert pairs({key: answer}) == set(), key


NO, YES = "tidak", "ya"
NONE, SOME, ALL = "tidak ada", "sebagian layanan", "semua layanan"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("F01-01", NONE), ("F01-02", ALL)),
        (("F01-17", NONE), ("F02-03", YES)),
        (("F01-01", NONE), ("F03-04", "sebagian komponen")),
        (("F01-01", NONE), ("F04-01", ALL)),
        (("F03-07", "seluruh komponen"), ("F21-06", NO)),
        (("F03-07", "sebagian komponen"), ("F21-07", NONE)),
        (("F04-01", ALL), ("F04-03", NONE)),
        (("F04-01", ALL), ("F04-02", SOME)),
        (("F04-01", SOME), ("F04-02", NONE)),
        (("F04-02", ALL), ("F04-03", SOME)),
        (("F05-01", NO), ("F05-07", YES)),
        (("F06-01", NO), ("F06-04", YES)),
        (("F06-01", NO), ("F07-04", YES)),
        (("F06-01", NO), ("F08-03", 3)),
        (("F06-01", NO), ("F09-01", date(2025, 1, 1))),
        (("F06-04", NO), ("F07-01", YES)),
        (("F06-05", NO), ("F07-04", YES)),
        (("F06-06", NO), ("F08-03", 8)),
        (("F06-06", NO), ("F09-02", date(2025, 1, 1))),
        (("F06-06", NO), ("F09-04", 1)),
        (("F06-06", YES), ("F08-03", 0)),
        (("F06-06", YES), ("F09-04", 0)),
        (("F06-06", YES), ("F08-01", NO)),
        (("F08-01", NO), ("F08-02", 5)),
        (("F08-01", NO), ("F08-03", 5)),
        (("F08-01", YES), ("F08-02", 0)),
        (("F08-03", 0), ("F08-04", YES)),
        (("F09-02", date(2025, 1, 1)), ("F08-04", NO)),
        (("F13-01", NO), ("F13-02", YES)),
        (("F15-01", NO), ("F15-03", YES)),
        (("F15-01", NO), ("F18-10", YES)),
        (("F16-01", NO), ("F16-02", YES)),
        (("F17-01", NO), ("F17-05", YES)),
        (("F20-01", NO), ("F20-06", YES)),
        (("F21-06", NO), ("F21-07", ALL)),
        (("F21-05", NO), ("F23-01", YES)),
        (("F21-05", YES), ("F23-01", NO)),
        (("F23-01", NO), ("F23-05", YES)),
        (("F24-01", "tidak ada data"), ("F24-02", YES)),
        (("F22-01", YES), ("F26-03", NO)),
        (("F22-01", NO), ("F26-03", YES)),
        (("F28-01", 1), ("F22-01", NO)),
        (("F28-01", 1), ("F26-03", NO)),
        (("F25-01", NO), ("F25-04", YES)),
        (("F25-01", YES), ("F26-01", NONE)),
        (("F27-01", NO), ("F27-03", YES)),
        (("F29-01", "belum ada"), ("F29-03", YES)),
        (("F29-01", "masih belajar"), ("F29-02", YES)),
        (("F29-01", "belum ada"), ("F30-01", "ditetapkan")),
        (("F29-01", "belum ada"), ("F30-02", YES)),
        (("F29-01", "masih belajar"), ("F30-01", "ditetapkan")),
    ],
)
def test_two_facts_that_cannot_both_be_true_are_a_contradiction(one, other):
    assert frozenset((one[0], other[0])) in named(dict((one, other)))


def elements(answer):
    return {f"F02-{n:02}": answer for n in range(1, 6)}


def media(answer):
    return {f"F07-{n:02}": answer for n in range(1, 8)}


@pytest.mark.parametrize(
    ("answers", "alone"),
    [
        ({"F01-17": ALL, **elements(NO)}, "F02-05"),
        ({"F06-04": YES, **media(NO)}, "F07-07"),
        ({"F06-05": YES, **media(NO)}, "F07-02"),
    ],
)
def test_where_one_of_many_is_enough_only_none_of_them_contradicts(answers, alone):
    assert pairs(answers)
    assert not pairs(answers | {alone: YES})
    assert not pairs({key: answer for key, answer in answers.items() if key != alone})


@pytest.mark.parametrize(
    "answers",
    [
        {"F04-01": SOME, "F04-02": SOME, "F04-03": ALL},
        {"F04-01": NONE, "F04-02": NONE, "F04-03": SOME},
        {"F05-01": YES, "F05-02": NO, "F05-06": YES},
        {"F10-01": NO, "F10-06": YES},
        {"F11-01": NO, "F11-02": YES},
        {"F22-01": YES, "F26-03": YES, "F28-01": 0},
        {"F29-01": "kurang dari 1 tahun", "F29-02": NO, "F29-03": YES},
        {"F29-01": "masih belajar", "F30-01": "rancangan", "F30-02": YES},
        {"F01-01": SOME, "F01-02": ALL, "F01-16": ALL},
        {"F01-05": NONE, "F03-01": "seluruh komponen"},
        {"F03-04": "seluruh komponen", "F21-05": NO},
        {"F03-07": NONE, "F21-06": YES, "F21-07": ALL},
        {"F22-02": YES, "F06-01": NO},
        {"F08-03": 5, "F09-04": 0},
        {"F09-04": 5, "F08-03": 0},
        {"F12-01": YES, "F13-01": NO},
        {"F12-01": NO, "F13-01": YES},
        {"F15-05": YES, "F19-09": NO},
        {"F20-01": NO, "F26-01": "menyatu dengan front office"},
        {"F20-04": YES, "F20-05": YES, "F21-03": NO, "F21-04": NO},
        {"F25-01": NO, "F26-01": "menyatu dengan front office"},
        {"F25-03": YES, "F26-01": "menyatu dengan front office"},
        {"F27-01": NO, "F27-04": YES, "F27-05": YES},
        {"F27-05": NO, "F28-02": 3, "F28-04": 3},
        {"F27-05": YES, "F28-02": 0, "F28-04": 0},
        {"F01-17": SOME, **elements(NO), "F02-02": YES},
    ],
)
def test_what_can_be_true_together_is_no_contradiction(answers):
    assert pairs(answers) == set()


def result(answers):
    given = Given(RUBRIC, LOADED.digest, Tool("ipak", "0"))
    return assess(given, assessment(answers), {}, ((), ()))


def test_the_warning_names_both_facts_with_indicators_answers_and_cells():
    found = result({"F01-17": NONE, "F02-01": YES, "F02-02": YES, "F02-04": YES})
    (warning,) = [each for each in found.problems if each.code == "E315"]
    assert warning.severity is Severity.WARNING
    assert (warning.where.sheet, warning.where.cell) == ("Fakta", "EF01-17")
    assert message_of(warning) == (
        "F01-17 (indikator 1, sel EF01-17) “tidak ada” bertentangan dengan "
        "F02-01 s.d. F02-02 (indikator 2, sel EF02-01, EF02-02) “ya”, "
        "F02-04 (indikator 2, sel EF02-04) “ya”: unsur yang terlibat berarti masyarakat dilibatkan"
    )


def test_the_indicators_of_both_facts_tell_of_it_in_the_result():
    found = result({"F01-17": NONE, "F02-01": YES})
    told = {each.no: each.contradictions for each in found.indicators if each.contradictions}
    assert told.keys() == {1, 2}
    assert told[1] == told[2]
    assert "sel" not in say(told[1][0]).split()


def test_a_long_list_of_facts_is_not_cut():
    answers = {f"F01-{n:02}": ALL if n % 2 else NONE for n in range(2, 19)} | {"F01-01": NONE}
    warnings = [message_of(each) for each in result(answers).problems if each.code == "E315"]
    assert any("F01-17" in message and "tidak dapat berisi, ditetapkan" in message for message in warnings)
    assert not any("…" in message for message in warnings)


def test_a_contradiction_changes_no_level():
    consistent = {indicator.no: derive(indicator, BEST).level for indicator in RUBRIC.indicators}
    odd = BEST | {"F06-06": NO, "F26-03": NO}
    levels = {each.no: each.level for each in result(odd).indicators}
    assert {no for no in levels if levels[no] != consistent[no]} == {6, 26}
    assert (levels[6], levels[8], levels[9], levels[28]) == (4, 5, 5, 5)
