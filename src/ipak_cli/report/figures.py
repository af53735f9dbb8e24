"""The report's figures: which values each chart is drawn from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.report import charts
from ipak_cli.report.format_words import listed, long_period, short_period
from ipak_cli.report.narrative import index_lines
from ipak_cli.report.outline import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.report.material import Material

_STARS: Final = 4
"""How many answer values the chart of stars can show."""
_LINES: Final = 4
"""How many lines the chart of the trend can show."""


def item_means(material: Material) -> Figure:
    """Draw the mean of each item of the report's own period beside its target."""
    groups = tuple(
        charts.Group(
            code,
            tuple(
                charts.Bar(f"{item.code} {item.text}", item.mean, material.target_of(item))
                for item in material.survey.items
                if item.index == code
            ),
        )
        for code in material.survey.indices
    )
    caption = f"Nilai setiap butir, {long_period(material.period)}"
    scale = charts.ChartScale(*material.scale)
    chart = charts.item_means(groups, title=caption, name="gambar-butir", scale=scale)
    return Figure("gambar-butir", caption, chart)


def star_shares(material: Material) -> Iterator[Figure]:
    """Draw the shares of the answer values over the periods, where there are as many values as stars."""
    values = list(material.survey.distribution)
    if len(values) != _STARS:
        return
    stars = [
        charts.Stars(
            short_period(past.period),
            tuple(past.survey.distribution[value].count for value in values) if past.survey else None,
        )
        for past in material.history
    ]
    caption = f"Bagian setiap nilai jawaban menurut {material.period_word}"
    chart = charts.star_shares(stars, title=caption, name="gambar-sebaran")
    yield Figure("gambar-sebaran", caption, chart)


def trend(material: Material) -> Iterator[Figure]:
    """Draw the indices and their mean over the periods, where there is more than one to compare."""
    lines = [charts.TrendLine(line.name, line.values) for line in index_lines(material)][:_LINES]
    if len(material.scored) < 2:
        return
    periods = [short_period(past.period) for past in material.history]
    caption = f"Tren {listed(line.name for line in lines)} menurut {material.period_word}"
    scale = charts.ChartScale(*material.scale)
    yield Figure(
        "gambar-tren", caption, charts.trend(periods, lines, title=caption, name="gambar-tren", scale=scale)
    )


def aspects(result: PekpppResult) -> Figure:
    """Draw the index of each PEKPPP aspect beside F-02."""
    bars = [charts.Bar(aspect.name, aspect.index) for aspect in result.aspects]
    caption = "Indeks setiap aspek PEKPPP"
    return Figure(
        "gambar-aspek", caption, charts.aspects(bars, result.f02, title=caption, name="gambar-aspek")
    )
