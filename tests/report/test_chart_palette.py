"""Colours of charts can be told from the paper, and the page can set them."""

from __future__ import annotations

import pytest

from ipak_cli.report.charts import stylesheet
from ipak_cli.report.charts.values import COLOURS, INK, LEVELS, MUTED, SERIES, TRACK

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


def test_each_colour_is_found_again_by_its_value():
    assert len({colour.light for colour in COLOURS}) == len(COLOURS)
    assert len({colour.part for colour in COLOURS}) == len(COLOURS)
    assert "#000000" not in {colour.light for colour in COLOURS}  # Matplotlib leaves black out


def test_the_stylesheet_sets_every_colour_in_dark_mode():
    assert all(f"{colour.variable}: {colour.dark};" in stylesheet() for colour in COLOURS)
    assert stylesheet().count("{") == stylesheet().count("}")
