"""The proof that every rule covers its inputs."""

from __future__ import annotations

from functools import cache

import pytest

from ipak_cli.catalogue.pekppp import BETTER_ANSWER_LOWERS, LEVEL_NEVER_REACHED
from ipak_cli.pekppp.proof import prove, prove_indicator
from ipak_cli.rubric.load import load_pekppp
from ipak_cli.rubric.pekppp import Indicator

RUBRIC = load_pekppp("pekppp-2025").rubric


@cache
def proofs():
    return {proof.no: proof for proof in prove(RUBRIC)}


@pytest.mark.parametrize("number", [each.no for each in RUBRIC.indicators])
def test_the_rule_reaches_every_level_and_leaves_nothing_open(number):
    proof = proofs()[number]
    assert proof.gaps == ()
    assert proof.levels == (0, 1, 2, 3, 4, 5)


def test_all_but_the_long_ladder_and_the_numbers_are_tried_exhaustively():
    assert [number for number, proof in proofs().items() if not proof.exhaustive] == [1, 8, 9, 28]
    assert proofs()[18].inputs == 2**14


def indicator(rule, facts):
    return Indicator.model_validate(
        {
            "no": 1, "code": "a.Ak", "title": "Uji", "principle": "Ak", "weight": "100",
            "levels": ["nol", "satu", "dua", "tiga", "empat", "lima"], "evidence": ["bukti"],
            "facts": facts, "rule": rule,
        }
    )  # fmt: skip


def yes_no(count):
    return [{"id": f"F01-{n:02}", "text": f"Fakta {n}", "type": "yes_no"} for n in range(1, count + 1)]


def test_a_level_that_no_input_reaches_is_a_gap():
    rule = {"rule": "count", "of": ["F01-01", "F01-02"], "thresholds": ["1", "2", "3", "4", "5"]}
    proof = prove_indicator(indicator(rule, yes_no(2)))
    assert proof.levels == (0, 1, 2)
    assert proof.gaps == tuple(LEVEL_NEVER_REACHED(level=level) for level in (3, 4, 5))


def test_a_better_answer_that_lowers_the_level_is_a_gap():
    cases = [{"level": "5", "when": [{"fact": "F01-01", "answers": ["tidak"]}]}] + [
        {"level": str(level), "when": [{"fact": "F01-01", "answers": ["ya"]}]} for level in (4, 3, 2, 1)
    ]
    proof = prove_indicator(indicator({"rule": "choice", "cases": cases}, yes_no(1)))
    assert BETTER_ANSWER_LOWERS(fact="F01-01") in proof.gaps


def test_many_facts_are_tried_on_inputs_that_stand_for_the_others():
    facts = yes_no(20)
    rule = {
        "rule": "count", "of": [fact["id"] for fact in facts], "thresholds": ["1", "2", "3", "4", "20"],
    }  # fmt: skip
    proof = prove_indicator(indicator(rule, facts))
    assert (proof.exhaustive, proof.gaps, proof.levels) == (False, (), (0, 1, 2, 3, 4, 5))


COVERED = ["tidak ada", "sebagian layanan", "semua layanan"]


def reviewed(**last):
    facts = [
        {"id": f"F01-{n:02}", "text": f"Fakta {n}", "type": "choice", "options": COVERED} for n in (1, 2, 3)
    ]
    intervals = [
        {"fact": "F01-01", "all": "5", "part": "4"}, {"fact": "F01-02", "all": "3", "part": "2"},
        {"fact": "F01-03", "all": "1", "part": "2"} | last,
    ]  # fmt: skip
    return indicator({"rule": "coverage", "intervals": intervals}, facts)


def test_only_a_fall_that_the_rubric_declares_is_no_gap():
    assert prove_indicator(reviewed(doubtful="true")).gaps == ()
    assert prove_indicator(reviewed()).gaps == (BETTER_ANSWER_LOWERS(fact="F01-03"),)
