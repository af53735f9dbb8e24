"""The bars of a survey's page: a value has the colour of its place on the scale, and a decimal comma."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest

from ipak_cli.base.figures import NotScored
from ipak_cli.catalogue.survey import NO_ANSWERS
from ipak_cli.survey.result import ItemResult
from ipak_cli.web.survey_page import _shares
from makers.exports import EXAMPLES

SEVERAL = {"1": 0, "3/2": 0, "2": 1, "5/2": 0, "3": 2, "7/2": 8, "4": 21}


def item(counts):
    given = sum(counts.values())
    return ItemResult("U1", "Persyaratan", "IKM", None, given, 0, 4, counts, Fraction(4), None)


def test_values_between_those_of_the_scale_are_decimals_and_told_only_if_given():
    told = {share["value"]: share["count"] for share in _shares(item(SEVERAL))}

    assert told == {"1": 0, "2": 1, "3": 2, "3,5": 8, "4": 21}


def test_one_value_has_one_colour_whatever_else_can_be_answered():
    several = {share["value"]: share["place"] for share in _shares(item(SEVERAL))}
    plain = {share["value"]: share["place"] for share in _shares(item({"1": 1, "2": 1, "3": 1, "4": 1}))}

    assert plain == {"1": 0, "2": 3, "3": 7, "4": 10}
    assert {value: several[value] for value in plain} == plain
    assert several["3,5"] == 8


@pytest.mark.parametrize("highest", [4, 5, 6, 10, 100])
def test_every_place_has_a_colour(highest):
    style = (EXAMPLES.parents[1] / "templates" / "laman" / "laman.css").read_text("utf-8")
    coloured = set(re.findall(r"\.n(\d+) \{ fill: var\(--n\1\)", style))
    declared = re.findall(r"--n(\d+):", style)

    shares = [*_shares(item({str(value): 1 for value in range(1, highest + 1)}))]

    assert {str(share["place"]) for share in shares} <= coloured
    assert all(declared.count(place) == 2 for place in coloured)
    assert [shares[0]["place"], shares[-1]["place"]] == [0, 10]
    assert sum(share["share"] for share in shares) == 100


def test_an_item_without_counts_has_no_bar():
    assert [*_shares(replace(item(SEVERAL), counts=NotScored(NO_ANSWERS())))] == []
