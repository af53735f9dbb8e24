"""Contrast by WCAG 2, and colours of an office that are hard to read."""

from __future__ import annotations

from itertools import product

import pytest

from ipak_cli.publication.colours import (
    ACCENT,
    MAIN,
    SHAPE_CONTRAST,
    TEXT_CONTRAST,
    WHITE,
    contrast,
    luminance,
    palette,
)


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#ffffff", 1),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.00),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_that_of_wcag(first, second, ratio):
    assert contrast(first, second) == pytest.approx(ratio, abs=0.005)
    assert contrast(second, first) == contrast(first, second)


def test_the_shipped_colours_stand_out_from_all_that_they_are_on():
    colours, told = palette(())
    assert (colours.main, colours.accent, told) == (MAIN, ACCENT, ())
    assert all(contrast(front, back) >= least for _, front, back, least in colours.pairs())


@pytest.mark.parametrize(
    "colour", ["#{:02x}{:02x}{:02x}".format(*each) for each in product((0, 90, 180, 255), repeat=3)]
)
def test_whatever_an_office_chooses_can_be_read_at_level_aa(colour):
    colours, told = palette((colour, colour))
    for name, front, back, least in colours.pairs():
        assert contrast(front, back) >= least, (name, front, back)
    fine = contrast(colour, WHITE) >= TEXT_CONTRAST + 0.6
    assert not fine or told == ()


def test_a_colour_that_is_too_light_keeps_its_hue_and_is_told():
    colours, told = palette(("#FFD500", "#2e8b57"))
    [darkened] = told
    assert (darkened.colour, darkened.least, darkened.used) == ("#ffd500", TEXT_CONTRAST, colours.main)
    assert darkened.contrast == pytest.approx(1.39, abs=0.01)  # to its own tint; 1.42 to white
    red, green, blue = bytes.fromhex(colours.main[1:])
    assert blue == 0
    assert green / red == pytest.approx(0xD5 / 0xFF, abs=0.01)
    assert colours.accent == "#2e8b57"


def test_a_bar_may_be_lighter_than_text_but_not_too_light():
    assert SHAPE_CONTRAST < TEXT_CONTRAST
    assert palette((MAIN, "#949494"))[1] == ()
    [darkened] = palette((MAIN, "#959595"))[1]
    assert (darkened.used, darkened.contrast < SHAPE_CONTRAST) == ("#929292", True)
    [darkened] = palette((MAIN, "#ffff00"))[1]
    assert (darkened.colour, darkened.least) == ("#ffff00", SHAPE_CONTRAST)


def test_one_colour_alone_is_used_for_both():
    colours, told = palette(("#7A1F1F",))
    assert (colours.main, colours.accent, told) == ("#7a1f1f", "#7a1f1f", ())


def test_in_grey_print_text_and_paper_stay_as_far_apart():
    colours, _ = palette(("#c8102e", "#00843d"))
    for _, front, back, least in colours.pairs():
        lighter, darker = sorted((luminance(front), luminance(back)), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= least
