"""Intervals in the trend: a stroke between their ends, their words below, and why some have none."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import product

import pytest
from defusedxml.ElementTree import fromstring

from ipak_cli.report.charts import TrendLine, Whisker, trend

SVG = "{http://www.w3.org/2000/svg}"
FEW = "9 jawaban terlalu sedikit untuk selang; perlu sedikitnya 10"
PERIODS = ("I-2024", "II-2024", "III-2024")


def span(low, high):
    return Whisker(f"{low}–{high}".replace(".", ","), (Fraction(low), Fraction(high)))


def chart():
    ipak = TrendLine(
        "IPAK",
        (Fraction("3.86"), Fraction("3.95"), Fraction("3.90")),
        (span("3.77", "3.92"), Whisker("tanpa selang", why=FEW), Whisker("sensus", why="sensus: semua 24")),
    )
    ipkp = TrendLine("IPKP", (Fraction("3.85"), None, None), (span("3.50", "3.91"), None, None))
    both = TrendLine("Gabungan", (Fraction("3.85"), None, None))
    return trend(PERIODS, (ipak, ipkp, both), title="Tren")


def strokes(drawing, colour):
    """Return the upright strokes of a colour, each with its middle and its lower and upper end."""
    found = []
    for path in fromstring(drawing.svg).iter(f"{SVG}path"):
        if path.get("stroke-width") == "1.6" and path.get("stroke") == colour:
            (x, first), (_, last) = re.findall(r"([-\d.]+) ([-\d.]+)", path.attrib["d"])[:2]
            found.append((float(x), float(first), float(last)))
    return found


def heights(drawing):
    """Return where the grid has its lines, by what is written beside them."""
    texts = [(each.text or "", float(each.get("y"))) for each in fromstring(drawing.svg).iter(f"{SVG}text")]
    return {words: y - 5 for words, y in texts if re.fullmatch(r"\d,\d", words)}


@pytest.mark.parametrize("form", ["narrow", "wide"])
def test_a_stroke_reaches_from_end_to_end_of_an_interval_and_through_its_figure(form):
    drawing = getattr(chart(), form)
    [(x, low, high)] = strokes(drawing, "#0072b2")
    at = heights(drawing)
    unit = (at["3,5"] - at["4,0"]) / 50
    assert (low, high) == pytest.approx((at["4,0"] + 23 * unit, at["4,0"] + 8 * unit), abs=0.02)
    first = next(each for each in fromstring(drawing.svg).iter(f"{SVG}circle"))
    assert (float(first.get("cx")), float(first.get("cy"))) == pytest.approx(
        (x, at["4,0"] + 14 * unit), abs=0.02
    )


def test_the_axis_reaches_the_ends_of_intervals():
    assert "3,5" in heights(chart().wide)
    assert "3,5" not in heights(trend(PERIODS[:1], [TrendLine("IPAK", (Fraction("3.85"),))], title="x").wide)


def test_strokes_of_two_lines_stand_beside_each_other():
    [(one, *_)], [(other, *_)] = (strokes(chart().wide, colour) for colour in ("#0072b2", "#c65300"))
    assert other - one > 8


def test_every_interval_stands_in_words_below_its_figure_and_in_the_table():
    for form, words in product(("narrow", "wide"), ("3,77–3,92", "tanpa selang", "sensus", "3,50–3,91")):
        assert f">{words}<" in getattr(chart(), form).svg
    assert chart().table.headers[4:] == ("Selang kepastian IPAK", "Selang kepastian IPKP")
    assert [row[4:] for row in chart().table.rows] == [
        ("3,77–3,92", "3,50–3,91"), ("tanpa selang", "–"), ("sensus", "–")
    ]  # fmt: skip


def test_the_words_for_a_chart_tell_its_intervals_and_why_figures_have_none():
    assert chart().description == (
        "Diagram garis dari I-2024 sampai III-2024. "
        "IPAK 3,86 (I-2024, selang 3,77–3,92) menjadi 3,90 (III-2024, sensus); "
        "IPKP 3,85 (I-2024, selang 3,50–3,91); Gabungan 3,85 (I-2024). "
        "Garis tegak: selang kepastian 95 persen. "
        f"{FEW} (IPAK II-2024). Sensus: semua 24 (IPAK III-2024). "
        "Gabungan tanpa selang: selang dihitung untuk setiap indeks sendiri."
    )


def test_the_drawing_itself_says_what_the_strokes_are_and_why_some_are_not_there():
    written = " ".join(each.text or "" for each in fromstring(chart().wide.svg).iter(f"{SVG}text"))
    for note in (
        "Garis tegak: selang kepastian 95 persen.",
        f"{FEW} (IPAK II-2024).",
        "Gabungan tanpa selang",
    ):
        assert note in written


def test_without_intervals_nothing_is_said_of_them():
    plain = trend(PERIODS[:2], [TrendLine("IPAK", (Fraction(3), Fraction(4)))], title="Tren")
    assert "elang" not in plain.wide.svg + plain.description
    assert not strokes(plain.wide, "#0072b2")


def test_a_line_has_an_interval_for_each_figure_or_none():
    with pytest.raises(ValueError, match="an interval for each"):
        TrendLine("IPAK", (Fraction(3), Fraction(4)), (None,))
