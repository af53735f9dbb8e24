"""Thresholds and bands: what an interval says beside the official yes or no."""

from fractions import Fraction

import pytest

from ipak_cli.catalogue.indonesian import say
from ipak_cli.survey.certainty.against import Standing, against, among_bands
from ipak_cli.survey.certainty.distribution import read_counts
from ipak_cli.survey.certainty.intervals import certainty_of

SKM = {"A": "88.31", "B": "76.61", "C": "65", "D": "25"}
MINIMA = {code: Fraction(minimum) for code, minimum in SKM.items()}


def certainty(counts, population=None):
    return certainty_of(read_counts(counts, 1, 4).moments, population)


FOURS = certainty({"4": 24})  # from 3.5860 to 4


@pytest.mark.parametrize(
    ("threshold", "standing", "said"),
    [
        ("3.20", Standing.ABOVE, "di atas 3,20"),
        ("3.586", Standing.ABOVE, "di atas 3,59"),
        ("3.5861", Standing.UNSURE, "belum dapat dibedakan dari 3,59"),
        ("3.60", Standing.UNSURE, "belum dapat dibedakan dari 3,60"),
        ("4", Standing.UNSURE, "belum dapat dibedakan dari 4,00"),
    ],
)
def test_a_threshold_is_held_against_the_low_end(threshold, standing, said):
    found = against(FOURS, Fraction(4), Fraction(threshold))
    assert (found.threshold, found.standing, say(found.said)) == (Fraction(threshold), standing, said)


@pytest.mark.parametrize(
    ("threshold", "standing"),
    [("1.414", Standing.UNSURE), ("1.4141", Standing.BELOW), ("3.2", Standing.BELOW)],
)
def test_a_threshold_is_held_against_the_high_end(threshold, standing):
    ones = certainty({"1": 24})  # from 1 to 1.4140
    assert against(ones, Fraction(1), Fraction(threshold)).standing is standing


def test_below_is_said_so():
    assert say(against(certainty({"1": 24}), Fraction(1), Fraction("3.2")).said) == "di bawah 3,20"


def test_in_a_census_the_value_alone_tells():
    everybody = certainty({"4": 16, "3": 8}, 24)
    value = Fraction(11, 3)
    assert against(everybody, value, value).standing is Standing.ABOVE
    assert against(everybody, value, value + Fraction(1, 1000)).standing is Standing.BELOW


def test_without_an_interval_nothing_is_said_but_why():
    found = against(certainty({"4": 9}), Fraction(4), Fraction("3.2"))
    assert found.standing is Standing.UNKNOWN
    assert "terlalu sedikit" in say(found.said)


def test_one_band_holds_the_whole_interval():
    found = among_bands(FOURS.times(25), Fraction(100), MINIMA)  # from 89.65
    assert (found.bands, say(found.said)) == (("A",), "A")


def test_two_bands_hold_parts_of_the_interval():
    found = among_bands(certainty({"4": 20, "3": 4}).times(25), Fraction(575, 6), MINIMA)
    assert found.bands == ("A",)
    found = among_bands(certainty({"4": 16, "1": 8}).times(25), Fraction(75), MINIMA)
    assert found.bands == ("D", "C", "B")  # two thirds of 3, 24 answers of yes or no: up to 87
    assert say(found.said) == "belum dapat dibedakan: D, C atau B"


def test_bands_are_those_of_figures_rounded_to_two_places_as_the_official_one():
    everybody = certainty({"4": 16, "3": 8}, 24)
    assert among_bands(everybody, Fraction("88.305"), MINIMA).bands == ("A",)
    assert among_bands(everybody, Fraction("88.304"), MINIMA).bands == ("B",)


def test_a_figure_below_all_bands_has_none():
    everybody = certainty({"4": 16, "3": 8}, 24)
    found = among_bands(everybody, Fraction(20), MINIMA)
    assert (found.bands, say(found.said)) == ((), "di bawah semua kategori")


def test_an_interval_that_begins_below_all_bands_is_in_none_for_sure():
    found = among_bands(FOURS.times(25), Fraction(100), {"A": Fraction(95)})  # from 89.65
    assert found.bands == ("A",)
    assert say(found.said) == "belum dapat dibedakan: di bawah semua kategori atau A"


def test_without_an_interval_no_band_is_named():
    found = among_bands(certainty({"4": 9}), Fraction(100), MINIMA)
    assert found.bands == ()
    assert "terlalu sedikit" in say(found.said)
