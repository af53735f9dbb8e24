"""Indices, F-02, IPP and categories from levels."""

from __future__ import annotations

from fractions import Fraction

import pytest

from ipak_cli.base.figures import NotScored
from ipak_cli.catalogue.pekppp import F03_NOT_GIVEN, NO_LEVEL
from ipak_cli.pekppp.scores import (
    categorise,
    category_above_gap,
    score_aspects,
    score_f02,
    score_ipp,
    score_principles,
)
from ipak_cli.rubric.load import load_pekppp

RUBRIC = load_pekppp("pekppp-2025").rubric


def levels(level, **others):
    return {each.no: level for each in RUBRIC.indicators} | {int(no[1:]): n for no, n in others.items()}


@pytest.mark.parametrize("level", range(6))
def test_the_same_level_everywhere_is_every_index(level):
    aspects = score_aspects(RUBRIC, levels(level))
    assert [aspect.index for aspect in aspects] == [level] * 6
    assert [principle.index for principle in score_principles(RUBRIC, levels(level))] == [level] * 6
    assert score_f02(aspects) == level


def test_an_indicator_moves_f02_by_its_effective_weight():
    # 24 % of F-02 by 17 % of its aspect: one level of indicator 1 is 0.0408.
    moved = score_f02(score_aspects(RUBRIC, levels(3, _1=4))) - 3
    assert moved == Fraction(408, 10_000)


def test_a_missing_indicator_leaves_its_aspect_its_principle_and_f02_without_a_figure():
    aspects = score_aspects(RUBRIC, levels(5, _29=None))
    assert [isinstance(aspect.index, NotScored) for aspect in aspects] == [False] * 5 + [True]
    assert score_f02(aspects) == NotScored(NO_LEVEL(no=29))
    by_code = {principle.code: principle.index for principle in score_principles(RUBRIC, levels(5, _29=None))}
    assert by_code == {"Ak": 5, "P": 5, "T": 5, "K": 5, "B": NotScored(NO_LEVEL(no=29)), "As": 5}


def test_ipp_is_three_periods_f02_and_one_period_f03():
    assert score_ipp(RUBRIC, Fraction(4), Fraction(3)) == Fraction(15, 4)
    assert score_ipp(RUBRIC, Fraction(4), NotScored(F03_NOT_GIVEN())) == NotScored(F03_NOT_GIVEN())


@pytest.mark.parametrize(
    ("index", "code"),
    [
        ("5", "A"), ("4.51", "A"), ("4.505", "A"), ("4.5049", "A-"), ("4.01", "A-"), ("4.005", "A-"),
        ("4", "B"), ("3.51", "B"), ("3.01", "B-"), ("2.51", "C"), ("2.01", "C-"), ("1.51", "D"),
        ("1.01", "E"), ("1", "F"), ("0", "F"),
    ],
)  # fmt: skip
def test_a_category_begins_at_its_limit_after_rounding_half_up(index, code):
    assert categorise(RUBRIC, Fraction(index), "F-02").code == code


def test_nothing_has_no_category():
    assert categorise(RUBRIC, NotScored(F03_NOT_GIVEN()), "F-02") is None


@pytest.mark.parametrize(
    ("index", "above"), [("4.004", "A-"), ("4.009", "A-"), ("4", None), ("4.01", None), ("4.3", None)]
)
def test_an_index_between_two_printed_ranges_is_noticed(index, above):
    category = category_above_gap(RUBRIC, Fraction(index))
    assert (category.code if category else None) == above
