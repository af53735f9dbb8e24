from __future__ import annotations

import pytest

from ipak_cli.catalogue.indonesian import message_of
from makers.pekppp_rubric import SMALL_PEKPPP
from makers.rubric_text import found, problems_of


def with_implication(when, then):
    said = f"implications:\n  - when: {{{when}}}\n    then: {{{then}}}\n    text: sebabnya\n"
    return SMALL_PEKPPP + said


def codes(text):
    return [problem.code for problem in problems_of(text)]


def test_a_sound_implication_names_facts_of_any_indicator():
    assert (
        found(with_implication("facts: [F01-01], answers: [tidak]", "facts: [F02-01], answers: [tidak ada]"))
        == []
    )


@pytest.mark.parametrize(
    ("when", "then", "code"),
    [
        ("facts: [F01-01], answers: [tidak]", "facts: [F09-09], answers: [ya]", "R652"),
        ("facts: [F01-01], answers: [belum]", "facts: [F02-01], answers: [satu]", "R684"),
        ("facts: [F01-01]", "facts: [F02-01], answers: [satu]", "R693"),
        ("facts: [F01-01], answers: [ya], answered: true", "facts: [F02-01], answers: [satu]", "R693"),
        ("facts: [F01-01], answers: [ya]", "facts: [F02-01], minimum: 1", "R694"),
        ("facts: [F01-01], answers: [ya]", "facts: [F01-01], answers: [tidak]", "R695"),
        ("facts: [F01-01], answered: false", "facts: [F02-01], answers: [satu]", "R696"),
        ("facts: [F01-01], answers: [ya]", "facts: [F02-01], answered: true", "R696"),
    ],
)
def test_a_fault_of_an_implication_has_its_code(when, then, code):
    assert codes(with_implication(when, then)) == [code]


def test_a_fault_is_named_by_its_line():
    text = with_implication("facts: [F01-01], answers: [ya]", "facts: [F01-02, F01-01], answers: [tidak]")
    (problem,) = problems_of(text)
    assert problem.where.line == len(text.splitlines()) - 1
    assert message_of(problem) == "fakta F01-01 ada pada when dan juga pada then"


def test_meanings_are_six_or_none():
    text = SMALL_PEKPPP.replace(
        "evidence: [Dokumen standar]", "meanings: [nol, satu, dua]\n        evidence: [Dokumen standar]"
    )
    (problem,) = problems_of(text)
    assert (problem.code, message_of(problem)) == ("R692", "indikator 1 mempunyai 3 arti tingkat")
