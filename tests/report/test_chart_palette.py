"""Colours of charts can be told from the paper, and the page can set them."""

from __future__ import annotations

import pytest

from ipak_cli.report.charts import stylesheet
from ipak_cli.report.charts.values import (
    COLOURS,
    INK,
    LEVELS,
    MOST_LEVELS,
    MUTED,
    SERIES,
    TRACK,
    level_colours,
)

WHITE, DARK = "#ffffff", "#1f2328"
"""The lightest paper, and a dark mode's that is not quite black."""


def luminance(colour):
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colour", [*SERIES, *LEVELS], ids=lambda colour: colour.part)
def test_shapes_are_told_from_the_paper(colour):
    assert contrast(colour.light, WHITE) >= 3
    assert contrast(colour.dark, DARK) >= 3


def test_text_is_read_on_the_paper_and_on_an_empty_bar():
    assert min(contrast(INK.light, WHITE), contrast(INK.light, TRACK.light)) >= 4.5
    assert min(contrast(MUTED.light, WHITE), contrast(MUTED.dark, DARK)) >= 4.5


def test_each_colour_has_a_name_of_its_own():
    assert len({colour.part for colour in COLOURS}) == len(COLOURS)


@pytest.mark.parametrize("count", range(2, MOST_LEVELS + 1))
def test_the_values_of_a_scale_have_colours_of_their_own_from_the_first_to_the_last(count):
    colours = level_colours(count)
    assert len({colour.light for colour in colours}) == count
    assert (colours[0], colours[-1]) == (LEVELS[0], LEVELS[-1])


def test_the_stylesheet_sets_every_colour_in_dark_mode():
    for colour in COLOURS:
        assert f".chart .fill-{colour.part} {{ fill: {colour.dark}; }}" in stylesheet()
        assert f".chart .stroke-{colour.part} {{ stroke: {colour.dark}; }}" in stylesheet()
    assert stylesheet().count("{") == stylesheet().count("}")
