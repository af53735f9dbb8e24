from __future__ import annotations

import json

import pytest

from ipak_cli.catalogue.indonesian import hint_of, message_of
from ipak_cli.rubric.rules.interface import RulePart
from ipak_cli.rubric.schema import schema_text
from ipak_cli.rubric.types import FACT_ID
from makers.pekppp_rubric import SMALL_PEKPPP, with_rule
from makers.rubric_text import altered, found, line_of, problems_of

ELAPSED = """
facts:
  - {id: F03-01, text: Tanggal laporan, type: date}
  - {id: F03-02, text: Tanggal tindak lanjut, type: date}
  - {id: F03-03, text: Rekomendasi, type: number}
  - {id: F03-04, text: Yang dikerjakan, type: number}
rule: {rule: elapsed, start: F03-01, end: F03-02, planned: F03-03, done: F03-04, months: [1, 3, 6, 9, 12]}
"""
COVERAGE = """
facts:
  - {id: F03-01, text: Setiap tahun, type: choice, options: [tidak ada, sebagian, semua]}
  - {id: F03-02, text: Setiap 2 tahun, type: choice, options: [tidak ada, sebagian, semua]}
  - {id: F03-03, text: Pernah, type: choice, options: [tidak ada, sebagian, semua]}
rule:
  rule: coverage
  intervals:
    - {fact: F03-01, all: 5, part: 4}
    - {fact: F03-02, all: 3, part: 2}
    - {fact: F03-03, all: 1, part: 0}
"""


def test_every_key_that_names_facts_is_known_with_the_type_that_it_wants():
    parts = json.loads(schema_text("pekppp"))["$defs"].values()
    fields = [pair for part in parts for pair in part.get("properties", {}).items()]
    assert {key for key, field in fields if FACT_ID in json.dumps(field).replace("\\\\", "\\")} - {
        "id",
        "facts",
    } == {key for part in _parts(RulePart) for key in part.facts_used}


def _parts(part):
    return {part}.union(*map(_parts, part.__subclasses__()))


def test_a_rule_names_facts_of_its_own_indicator():
    text = altered("base: F03-01", "base: F01-01", SMALL_PEKPPP)
    problem, idle = problems_of(text)[::-1]
    assert (problem.code, problem.where.line) == ("R652", line_of(text, "base: F01-01"))
    assert message_of(problem).startswith("base merujuk F01-01,")
    assert hint_of(problem) == "Pakai salah satu dari: F03-01, F03-02, F03-03, F03-04, F03-05, F03-06."
    assert idle.code == "R680"


@pytest.mark.parametrize("text", [with_rule(ELAPSED), with_rule(COVERAGE)], ids=["elapsed", "coverage"])
def test_dates_numbers_and_coverages_are_sound_where_they_belong(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "old", "new", "wanted"),
    [
        (SMALL_PEKPPP, "Karcis, type: yes_no", "Karcis, type: number", "yes_no atau choice"),
        (SMALL_PEKPPP, "Standar ada, type: yes_no", "Standar ada, type: date", "yes_no atau choice"),
        (with_rule(ELAPSED), "Tanggal laporan, type: date", "Tanggal laporan, type: number", "date"),
        (with_rule(ELAPSED), "Rekomendasi, type: number", "Rekomendasi, type: date", "number"),
        (with_rule(COVERAGE), "Pernah, type: choice, options: [tidak ada, sebagian, semua]",
         "Pernah, type: yes_no", "choice dengan tepat tiga pilihan"),
        (with_rule(COVERAGE), "Pernah, type: choice, options: [tidak ada, sebagian, semua]",
         "Pernah, type: choice, options: [tidak ada, semua]", "choice dengan tepat tiga pilihan"),
    ],
)  # fmt: skip
def test_a_rule_needs_facts_of_a_certain_type(text, old, new, wanted):
    (problem,) = problems_of(altered(old, new, text))
    assert problem.code == "R678"
    assert f"memerlukan {wanted} di sini" in message_of(problem)


def test_a_fact_that_stands_twice_in_a_count_is_at_fault_at_its_second_place():
    text = altered("F03-05, F03-06]", "F03-05, F03-06, F03-02]", SMALL_PEKPPP)
    (problem,) = problems_of(text)
    assert (problem.code, problem.where.line) == ("R679", line_of(text, "F03-06, F03-02]"))
    assert message_of(problem) == "aturan count menyebut fakta F03-02 dua kali"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("base: F03-01", "base: F03-02"),
        ("all: [F01-01]", "all: [F01-01, F01-01]"),
        (
            "[{fact: F02-01, answers: [dua]}]",
            "[{fact: F02-01, answers: [dua]}, {fact: F02-01, answers: [dua]}]",
        ),
    ],
)
def test_the_base_counts_too_and_so_does_a_step_or_a_case(old, new):
    assert "R679" in [code for code, _ in found(altered(old, new, SMALL_PEKPPP))]


def test_two_steps_and_two_cases_may_name_one_fact():
    assert found(altered("all: [F01-05]", "all: [F01-05, F01-01]", SMALL_PEKPPP)) == []


def test_nobody_is_asked_for_a_fact_that_decides_nothing():
    text = altered("F03-05, F03-06]", "F03-05]", SMALL_PEKPPP)
    assert ("R680", line_of(text, "id: F03-06")) in found(text)
