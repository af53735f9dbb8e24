"""The four charts: what they show, in words and figures too, and that nothing but their input decides it."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise, product

import pytest
from defusedxml.ElementTree import fromstring

from ipak_cli.base.figures import NotScored
from ipak_cli.catalogue.survey import NO_ANSWERS
from ipak_cli.report.charts import Bar, Group, Stars, TrendLine, aspects, item_means, star_shares, trend

SVG = "{http://www.w3.org/2000/svg}"
SHORT = NotScored(NO_ANSWERS())
LEVELS = ("Bintang 1", "Bintang 2", "Bintang 3", "Bintang 4")


def bar(label, text, target="4"):
    return Bar(label, Fraction(text), Fraction(target))


def item_chart():
    return item_means(
        [
            Group("IPAK", (bar("I1 Tidak ada percaloan", "3.9375"), bar("I2 Tidak ada pungli", "3.95"))),
            Group("IPKP", (bar("P1 Petugas ramah", "4"), Bar("P2 Tarif sesuai", SHORT, Fraction(4)))),
        ],
        title="Nilai rata-rata per butir",
    )


def aspect_chart():
    bars = [Bar("Kebijakan Pelayanan", Fraction(31, 10)), Bar("Inovasi", Fraction(0)), Bar("SIPP", None)]
    return aspects(bars, Fraction(342, 100), title="Indeks aspek")


def star_chart():
    periods = [Stars("I-2024", (8, 0, 46, 422)), Stars("II-2024", None), Stars("III-2024", (1, 7, 30, 1536))]
    return star_shares(periods, LEVELS, title="Sebaran jawaban")


def trend_chart():
    lines = [
        TrendLine("IPAK", (Fraction(391, 100), None, Fraction(395, 100), Fraction(389, 100))),
        TrendLine("IPKP", (Fraction(373, 100), None, Fraction(382, 100), Fraction(388, 100))),
        TrendLine("Gabungan", (Fraction(382, 100), None, Fraction(3885, 1000), SHORT)),
    ]
    return trend(["I-2024", "II-2024", "III-2024", "IV-2024"], lines, title="Tren indeks")


def all_charts():
    return [item_chart(), aspect_chart(), star_chart(), trend_chart()]


def drawings(chart):
    return [chart.narrow.svg, chart.wide.svg]


def texts(chart, form="narrow"):
    svg = getattr(chart, form).svg
    return [element.text for element in fromstring(svg).iter(f"{SVG}text")]


def ids(chart):
    return [name for svg in drawings(chart) for name in re.findall(r' id="([^"]+)"', svg)]


def test_a_chart_says_what_it_is():
    for chart, form in product(all_charts(), ("narrow", "wide")):
        root = fromstring(getattr(chart, form).svg)
        title, description = root[0], root[1]
        assert (title.tag, title.text) == (f"{SVG}title", chart.title)
        assert (description.tag, description.text) == (f"{SVG}desc", chart.description)
        assert root.attrib["role"] == "img"
        assert root.attrib["aria-labelledby"] == f"{title.attrib['id']} {description.attrib['id']}"


def test_charts_share_no_id_and_refer_to_their_own():
    charts = all_charts()
    every = [name for chart in charts for name in ids(chart)]
    assert len(every) == len(set(every))
    assert len(every) == 4 * len(charts)
    for svg in (svg for chart in charts for svg in drawings(chart)):
        assert not re.search(r'url\(|href="', svg)


def test_a_chart_is_as_wide_as_its_page_and_brings_no_style_for_others():
    for svg, width in (
        pair for chart in all_charts() for pair in zip(drawings(chart), (492, 771), strict=True)
    ):
        root = fromstring(svg)
        assert (root.attrib["width"], "height" in root.attrib) == ("100%", False)
        assert root.attrib["viewBox"].startswith(f"-6 -6 {width} ")  # a margin for strokes around the sheet
        assert not re.search(r"<(style|script|metadata|image|a|foreignObject)\b|<!|\son\w+=", svg)


def test_every_figure_and_name_of_the_table_is_written_in_the_chart():
    for chart, form in product(all_charts(), ("narrow", "wide")):
        written = " ".join(texts(chart, form))
        cells = [cell for row in chart.table.rows for cell in row if cell != "–"]
        assert [cell for cell in cells if cell not in written] == []
        assert {len(row) for row in chart.table.rows} == {len(chart.table.headers)}


def test_item_means_are_grouped_and_round_half_up():
    assert item_chart().table.headers == ("Indeks", "Butir", "Nilai", "Target")
    assert item_chart().table.rows == (
        ("IPAK", "I1 Tidak ada percaloan", "3,94", "4,00"),
        ("IPAK", "I2 Tidak ada pungli", "3,95", "4,00"),
        ("IPKP", "P1 Petugas ramah", "4,00", "4,00"),
        ("IPKP", "P2 Tarif sesuai", "–", "4,00"),
    )
    assert item_chart().description == (
        "Diagram batang nilai rata-rata 4 butir pada skala 1 sampai 4. Terendah 3,94, tertinggi 4,00. "
        "Target 4,00. Tanpa nilai: 1."
    )


def test_a_bar_is_as_long_as_its_value_is_far_from_the_lowest():
    chart = item_means([Group("IPAK", (bar("I1", "4"), bar("I2", "2.5"), bar("I3", "1")))], title="Butir")
    paths = [
        element
        for element in fromstring(chart.narrow.svg).iter(f"{SVG}path")
        if element.get("fill") == "#0072b2"
    ]
    lengths = []
    for path in paths:
        across = [float(x) for x in re.findall(r"[ML](\S+)", path.attrib["d"])]
        lengths.append(max(across) - min(across))
    assert lengths == [416, 208, 0]


def test_targets_that_differ_are_written_at_each_bar():
    group = Group("IPKP", (bar("P1", "3.5", "3.8"), bar("P2", "3.6", "3.9"), Bar("P3", Fraction(3))))
    written = texts(item_means([group], title="Butir"))
    assert {"3,50 / 3,80", "3,60 / 3,90", "3,00 / –", "Target"} <= set(written)


def test_items_without_targets_have_no_ticks():
    chart = item_means([Group("IPKP", (Bar("P1", Fraction(3)),))], title="Butir")
    assert not any(text.startswith("Target") for text in texts(chart))


def test_a_missing_mean_is_no_bar_and_no_nought():
    chart = item_means([Group("IPAK", (Bar("I1", SHORT), Bar("I2", None)))], title="Butir")
    assert texts(chart).count("tanpa nilai") == 2
    assert "0,00" not in texts(chart)
    assert "#0072b2" not in chart.narrow.svg


def test_aspects_stand_with_f02():
    assert aspect_chart().table.rows == (
        ("Kebijakan Pelayanan", "3,10"), ("Inovasi", "0,00"), ("SIPP", "–"), ("F-02", "3,42")
    )  # fmt: skip
    assert "F-02 3,42" in texts(aspect_chart())


def test_f02_can_be_missing():
    chart = aspects([Bar("Inovasi", Fraction(2))], SHORT, title="Indeks aspek")
    assert chart.table.rows[-1] == ("F-02", "–")
    assert "F-02 –" in texts(chart)


def test_shares_come_from_the_counts():
    rows = star_chart().table.rows
    assert rows[:5] == (
        ("I-2024", "Bintang 1", "8", "1,68 %"),
        ("I-2024", "Bintang 2", "0", "0,00 %"),
        ("I-2024", "Bintang 3", "46", "9,66 %"),
        ("I-2024", "Bintang 4", "422", "88,66 %"),
        ("II-2024", "–", "–", "–"),
    )
    assert "1.536 jawaban" in texts(star_chart())


@pytest.mark.parametrize("counts", [None, (0, 0, 0, 0)])
def test_a_period_without_answers_says_so(counts):
    chart = star_shares([Stars("I-2024", counts)], LEVELS, title="Sebaran")
    assert "belum ada hasil" in texts(chart)
    assert not any("%" in text for text in texts(chart))


def test_stars_differ_by_pattern_and_not_by_colour_alone():
    chart = star_shares([Stars("I-2024", (1, 1, 1, 1))], LEVELS, title="Sebaran")
    hatches = [
        path for path in fromstring(chart.narrow.svg).iter(f"{SVG}path") if path.get("stroke-width") == "1.6"
    ]
    slopes = [slope(path) for path in hatches]
    assert slopes[:4] == slopes[4:] == [1, -1, 1, -1]  # both, rising, falling, and none for the highest


def slope(path):
    x1, y1, x2, y2 = (float(x) for x in re.findall(r"[-\d.]+", path.attrib["d"])[:4])
    return -round((y2 - y1) / (x2 - x1))


def test_the_trend_has_a_row_a_period():
    chart = trend_chart()
    assert chart.table.headers == ("Periode", "IPAK", "IPKP", "Gabungan")
    assert chart.table.rows[1:3] == (("II-2024", "–", "–", "–"), ("III-2024", "3,95", "3,82", "3,89"))
    assert "IPAK 3,91 (I-2024) menjadi 3,89 (IV-2024)" in chart.description


def line_paths(chart):
    paths = fromstring(chart.narrow.svg).iter(f"{SVG}path")
    return [path for path in paths if path.get("stroke-width") == "2.6" and path.get("fill") == "none"]


def test_lines_break_where_a_period_is_missing():
    first = line_paths(trend_chart())[0].attrib["d"]
    assert (first.count("M"), first.count("L")) == (1, 1)  # III to IV; the first period stands alone
    circles = [*fromstring(trend_chart().narrow.svg).iter(f"{SVG}circle")]
    assert len(circles) == 3 + 1  # and that of the key


def test_lines_differ_by_dashes_and_markers_and_not_by_colour_alone():
    assert len({path.get("stroke-dasharray") for path in line_paths(trend_chart())}) == 3
    assert [marks(trend_chart(), colour) for colour in ("#0072b2", "#c65300", "#00845f")] == [0, 4, 3]


def marks(chart, colour):
    """Count the corners of a colour's markers; a circle has none."""
    [mark, *_] = [each for each in fromstring(chart.narrow.svg).iter() if each.get("fill") == colour]
    return len(re.findall("[ML]", mark.get("d", "")))


def test_the_axis_of_a_trend_says_where_it_begins():
    assert "Nilai pada skala 1 sampai 4; sumbu mulai dari 3,7" in texts(trend_chart())


def test_one_period_is_enough():
    chart = trend(["IV-2024"], [TrendLine("IPAK", (Fraction(4),))], title="Tren")
    assert chart.description == "Diagram garis pada IV-2024. IPAK 4,00 (IV-2024)."
    assert {"3,9", "4,0", "4,00", "IV-2024"} <= set(texts(chart))


def test_a_trend_without_a_figure_still_shows_its_periods():
    chart = trend(["III-2024", "IV-2024"], [TrendLine("IPAK", (None, SHORT))], title="Tren")
    assert chart.description == "Diagram garis dari III-2024 sampai IV-2024. IPAK tanpa nilai."
    assert {"1,0", "4,0", "III-2024", "IV-2024"} <= set(texts(chart))


def test_sixty_lines_differ_by_colour_or_dashes_or_marker():
    lines = [TrendLine(str(number), (Fraction(3), Fraction(4))) for number in range(60)]
    shapes = [*fromstring(trend(["I-2024", "II-2024"], lines, title="Tren").narrow.svg)]
    pairs = [pair for pair in pairwise(shapes) if pair[0].get("stroke-width") == "2.6"]
    kinds = {(path.get("stroke"), path.get("stroke-dasharray"), corners(mark)) for path, mark in pairs}
    assert len(kinds) == 60


def corners(mark):
    """Tell a marker's shape: how many corners it has, and where the first one stands to the second."""
    numbers = [float(x) for x in re.findall(r"[-\d.]+", mark.get("d", ""))]
    upright = numbers and abs(numbers[0] - numbers[2]) < 0.1
    return len(numbers), bool(upright)


def test_the_values_of_a_long_scale_are_all_named_with_their_shares():
    levels = [f"Nilai {value}" for value in range(11)]
    written = texts(star_shares([Stars("I-2024", (*range(10, 21),))], levels, title="Sebaran"))
    assert {"Nilai 0: 6,06 %", "Nilai 10: 12,12 %", "20 jawaban"} <= set(written)
    assert set(levels) <= set(written)


def test_a_chart_has_literal_colours_that_every_viewer_knows():
    for svg in (svg for chart in all_charts() for svg in drawings(chart)):
        assert not re.search(r"var\(|currentColor|style=", svg)
        painted = [each for each in fromstring(svg).iter() if each.get("fill") or each.get("stroke")]
        for each in painted:
            names = set((each.get("class") or "").split())
            wanted = {key for key in ("fill", "stroke") if each.get(key, "none") != "none"}
            assert {name.partition("-")[0] for name in names} == wanted


@pytest.mark.parametrize(("count", "panels"), [(6, [6]), (7, [4, 3]), (13, [5, 5, 3])])
def test_more_periods_than_stand_side_by_side_go_on_below(count, panels):
    periods = [f"P{number}" for number in range(count)]
    chart = trend(periods, [TrendLine("IPAK", (Fraction(7, 2),) * count)], title="Tren")
    heads = [each for each in fromstring(chart.narrow.svg).iter(f"{SVG}text") if each.text in periods]
    heights = [head.get("y") for head in heads]
    assert [heights.count(height) for height in dict.fromkeys(heights)] == panels
    assert fromstring(chart.narrow.svg).get("viewBox").split()[2] == "492"


def test_many_periods_keep_their_figures():
    periods = [f"{number}-{year}" for year in range(2020, 2025) for number in ("I", "II", "III", "IV")]
    values = tuple(Fraction(300 + number, 100) for number in range(20))
    written = texts(trend(periods, [TrendLine("IPAK", values)], title="Tren"))
    assert set(periods) <= set(written)
    assert {"3,00", "3,19"} <= set(written)


@pytest.mark.parametrize(
    "make",
    [
        lambda: item_means([], title="x"),
        lambda: item_means([Group("IPAK", ())], title="x"),
        lambda: aspects([], Fraction(1), title="x"),
        lambda: star_shares([], LEVELS, title="x"),
        lambda: star_shares([Stars("I-2024", (1, 2, 3))], LEVELS, title="x"),
        lambda: star_shares([Stars("I-2024", (1,))], ["1"], title="x"),
        lambda: star_shares([Stars("I-2024", (1,) * 12)], [*"abcdefghijkl"], title="x"),
        lambda: trend([], [TrendLine("IPAK", ())], title="x"),
        lambda: trend(["I-2024"], [], title="x"),
        lambda: trend(["I-2024"], [TrendLine("IPAK", ())], title="x"),
    ],
)
def test_a_chart_of_nothing_is_refused(make):
    with pytest.raises(ValueError, match=r"need|argument"):
        make()


HOSTILE = [
    "<script>alert(1)</script> | =1+1",
    "A & B ]]> --> <!-- \"'",
    "$x^2$ dan $ dan \\frac{1}{2} $\\undefined$",
    "baris\nbaru\ttab\x00\x07\ud800\ufffe",
    "مرحبا שלום \u202eterbalik\u202c",
    "😀👩\u200d👩\u200d👧 日本語",
    "W" * 3000,
    "kata " * 3000,
    "",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_a_label(text):
    value = Fraction(3)
    charts = [
        item_means([Group(text, (Bar(text, value),))], title=text),
        aspects([Bar(text, value)], value, title=text),
        star_shares([Stars(text, (1, 2, 3, 4))], [text, *"234"], title=text),
        trend([text, "II-2024"], [TrendLine(text, (value, value))], title=text),
    ]
    for svg in (svg for chart in charts for svg in drawings(chart)):
        root = fromstring(svg)
        assert {element.tag for element in root.iter()} <= {
            f"{SVG}{tag}" for tag in ("svg", "title", "desc", "path", "circle", "text")
        }
        assert not re.search(r"[\x00-\x09\x0b-\x1f\ud800-\udfff\u202a-\u202e\ufffe]", svg)


def test_mathematics_and_markup_stay_what_was_written():
    chart = item_means([Group("$x^2$ <b>", (bar("a & b < c", "3"),))], title="x")
    assert {"$x^2$ <b>", "a & b < c"} <= set(texts(chart))


def test_long_labels_end_with_an_ellipsis():
    chart = item_means([Group("IPAK", (bar("panjang " * 200, "3"),))], title="x")
    lines = [text for text in texts(chart) if text.startswith("panjang")]
    assert len(lines) == 3
    assert lines[-1].endswith("…")


def test_an_item_without_a_mean_has_no_tick_over_the_words_that_say_so():
    item = item_means([Group("", (Bar("U1", None, Fraction(2)),))], title="Butir")
    ticks = [path for path in fromstring(item.wide.svg).iter(f"{SVG}path") if path.get("stroke-width") == "3"]
    assert len(ticks) == 1  # the legend's
