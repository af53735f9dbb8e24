"""Nothing that is written in a chart touches another text or leaves the sheet, whatever is drawn."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings
from hypothesis import strategies as st

from ipak_cli.report.charts import (
    Bar,
    ChartScale,
    Group,
    Stars,
    TrendLine,
    Whisker,
    aspects,
    item_means,
    star_shares,
    trend,
)
from ipak_cli.report.charts.svg import SIZE, text_width
from ipak_cli.report.formats.paper import TEXT_WIDTH, chart_width

SVG = "{http://www.w3.org/2000/svg}"
SENTENCE = (
    "Sarana prasarana pendukung pelayanan/sistem pelayanan online yang disediakan unit layanan ini "
    "memberikan kenyamanan/mudah digunakan"
)
PERIODS = ("TW IV 2024", "Smt II 2024", "Tahun 2024", "Des 2024", "01/10/2024–31/12/2024")

scales = st.sampled_from(
    [ChartScale(1, 4), ChartScale(1, 5), ChartScale(0, 10), ChartScale(1, 10), ChartScale(0, 100)]
)
words = st.text("abcMWi ./", max_size=40)
labels = words | st.integers(0, len(SENTENCE)).map(lambda end: SENTENCE[:end])


def figures(scale):
    return st.none() | st.fractions(scale.lowest, scale.highest, max_denominator=50)


@st.composite
def item_charts(draw):
    scale = draw(scales)
    target = st.none() | st.fractions(scale.lowest, scale.highest, max_denominator=4)
    bars = st.builds(Bar, labels, figures(scale), target)
    groups = st.builds(Group, words, st.lists(bars, min_size=1, max_size=6).map(tuple))
    return item_means(draw(st.lists(groups, min_size=1, max_size=3)), title="Butir", scale=scale)


@st.composite
def aspect_charts(draw):
    scale = ChartScale(0, 5)
    bars = draw(st.lists(st.builds(Bar, labels, figures(scale)), min_size=1, max_size=6))
    return aspects(bars, draw(figures(scale)), title="Aspek")


@st.composite
def star_charts(draw):
    levels = draw(st.integers(2, 11))
    word = draw(st.sampled_from(["Bintang", "Nilai", SENTENCE, ""]))
    counts = st.none() | st.tuples(*[st.integers(0, 2_000_000)] * levels)
    periods = draw(
        st.lists(st.builds(Stars, st.sampled_from(PERIODS) | words, counts), min_size=1, max_size=5)
    )
    return star_shares(periods, [f"{word} {n}" for n in range(levels)], title="Sebaran")


def whiskers(scale):
    ends = st.tuples(*[st.fractions(scale.lowest, scale.highest, max_denominator=100)] * 2)
    drawn = ends.map(lambda both: Whisker("1.234,56–9.999,99", (min(both), max(both))))
    return drawn | st.builds(Whisker, st.just("tanpa selang"), st.none(), words)


@st.composite
def trend_charts(draw):
    scale, count = draw(scales), draw(st.integers(1, 14))
    periods = draw(st.lists(st.sampled_from(PERIODS) | words, min_size=count, max_size=count))
    values = st.lists(figures(scale), min_size=count, max_size=count).map(tuple)
    spans = st.lists(st.none() | whiskers(scale), min_size=count, max_size=count).map(tuple)
    lines = draw(st.lists(st.builds(TrendLine, words, values, st.just(()) | spans), min_size=1, max_size=6))
    return trend(periods, lines, title="Tren", scale=scale)


def boxes(drawing):
    """Return each text with the left, top, right and bottom of its letters."""
    for each in fromstring(drawing.svg).iter(f"{SVG}text"):
        if not each.text:
            continue
        wide = text_width(each.text, bold=each.get("font-weight") == "bold")
        left = (
            float(each.get("x"))
            - {"start": 0, "middle": 0.5, "end": 1}[each.get("text-anchor", "start")] * wide
        )
        base = float(each.get("y"))
        yield each.text, (left, base - 0.73 * SIZE, left + wide, base + 0.24 * SIZE)


def apart(one, other):
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@settings(max_examples=150, deadline=None)
@given(item_charts() | aspect_charts() | star_charts() | trend_charts())
def test_no_text_touches_another_or_leaves_the_sheet(chart):
    for drawing in (chart.narrow, chart.wide):
        found = [*boxes(drawing)]
        edge = (-6.01, -6.01, drawing.width - 5.99, drawing.height - 5.99)
        beyond = [
            text for text, box in found
            if box[0] < edge[0] or box[1] < edge[1] or box[2] > edge[2] or box[3] > edge[3]
        ]  # fmt: skip
        assert beyond == []
        assert [(a[0], b[0]) for a, b in combinations(found, 2) if not apart(a[1], b[1])] == []


def test_the_items_of_an_instrument_stand_on_half_a_page_of_paper():
    bars = tuple(Bar(f"U{n} {SENTENCE[:90]}", Fraction(7, 2), Fraction(4)) for n in range(14))
    chart = item_means([Group("IPAK", bars[:5]), Group("IPKP", bars[5:])], title="Butir")
    width = chart_width(chart.wide)
    assert 160 <= width <= TEXT_WIDTH
    assert width * chart.wide.height / chart.wide.width < 150
    assert chart.narrow.height > chart.wide.height


def test_periods_of_the_trend_stand_side_by_side_on_paper():
    periods = [f"TW {n} {year}" for year in (2023, 2024) for n in ("I", "II", "III", "IV")]
    chart = trend(periods, [TrendLine("IPAK", (Fraction(7, 2),) * 8)], title="Tren")
    assert chart.wide.width > chart.wide.height
    heads = [each for each in fromstring(chart.wide.svg).iter(f"{SVG}text") if each.text == "TW"]
    whole = [
        each for each in fromstring(chart.wide.svg).iter(f"{SVG}text") if (each.text or "").startswith("TW")
    ]
    assert len({each.get("y") for each in heads or whole}) == 1


@pytest.mark.parametrize("count", [1, 40])
def test_a_chart_that_is_higher_than_a_page_becomes_smaller_on_paper(count):
    chart = item_means([Group("", (Bar(SENTENCE, Fraction(3)),) * count)], title="Butir")
    width = chart_width(chart.wide)
    assert width * chart.wide.height / chart.wide.width <= 210.01
    assert (width < 160) == (count == 40)
