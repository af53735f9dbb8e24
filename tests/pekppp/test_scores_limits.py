"""Categories at their limits: two places, the gap between two of them, no index at all."""

from fractions import Fraction

import pytest

from ipak_cli.base.figures import NotScored
from ipak_cli.base.message import Message
from ipak_cli.pekppp.scores import categorise, category_above_gap
from ipak_cli.rubric.load import load_pekppp

RUBRIC = load_pekppp("pekppp-2025").rubric


@pytest.mark.parametrize(
    ("index", "code"),
    [
        ("5", "A"),
        ("4.505", "A"),
        ("4.5049", "A-"),
        ("4.005", "A-"),
        ("4.0049", "B"),
        ("0", "F"),
        ("0.004", "F"),
    ],
)
def test_a_category_begins_where_the_index_is_written_so(index, code):
    assert categorise(RUBRIC, Fraction(index), "IPP").code == code


@pytest.mark.parametrize(
    ("index", "above"),
    [("4", None), ("4.000001", "A-"), ("4.009999", "A-"), ("4.01", None), ("4.500001", "A"), ("4.51", None)],
)
def test_less_than_a_hundredth_below_a_category_is_in_the_gap(index, above):
    found = category_above_gap(RUBRIC, Fraction(index))
    assert (found and found.code) == above


def test_no_index_has_no_category_and_lies_in_no_gap():
    nothing = NotScored(Message("x"))
    assert (categorise(RUBRIC, nothing, "IPP"), category_above_gap(RUBRIC, nothing)) == (None, None)
