from __future__ import annotations

from typing import get_args

import pytest

from ipak_cli.catalogue.indonesian import hint_of
from ipak_cli.rubric.rules import Rule
from ipak_cli.rubric.rules.interface import Doubt
from makers.pekppp_rubric import SMALL_PEKPPP
from makers.rubric_text import altered, found, line_of, problems_of


def test_every_doubt_is_raised_by_some_rule_of_its_own_by_a_mark_or_by_a_base():
    (union, _) = get_args(Rule)
    by_nature = {doubt for rule in get_args(union) for doubt in rule.doubts}
    assert by_nature | {Doubt.HOLE, Doubt.OUTSIDE, Doubt.STRAY} == set(Doubt)


@pytest.mark.parametrize(
    ("old", "new", "possible"),
    [
        ("{doubt: empty, ", "{doubt: overlap, ", "top, empty, no_base, stray."),
        ("          base: F03-01\n", "", "top."),
        ("              doubtful: true\n", "", "different."),
        ("satu]}], doubtful: true}", "satu]}]}", "tidak ada."),
    ],
)
def test_a_doubt_that_can_never_arise_is_a_fault(old, new, possible):
    text = altered(old, new, SMALL_PEKPPP)
    (problem,) = [each for each in problems_of(text) if each.code == "R687"]
    assert f"yang mungkin: {possible}" in hint_of(problem)


def test_what_is_marked_as_doubtful_has_a_text():
    text = altered("{doubt: hole, ", "{doubt: different, ", SMALL_PEKPPP)
    (problem,) = problems_of(text)
    assert (problem.code, problem.where.line) == ("R688", line_of(text, "              doubtful: true"))
    assert hint_of(problem) == "Tambahkan keterangan hole di doubts, atau hapus doubtful."


def test_a_doubt_has_one_text():
    again = "          - {doubt: outside, text: satu loket"
    text = altered(again, f"          - {{doubt: outside, text: lain}}\n{again}", SMALL_PEKPPP)
    assert found(text) == [("R650", line_of(text, "text: satu loket"))]
