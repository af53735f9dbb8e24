"""The report's figures: which values each chart is drawn from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.report import charts
from ipak_cli.report.format_words import listed, long_quarter, short_quarter
from ipak_cli.report.narrative import index_lines
from ipak_cli.report.outline import Figure
from ipak_cli.survey.tally import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.report.material import Material

_STARS: Final = 4
"""How many answer values the chart of stars can show."""
_LINES: Final = 4
"""How many lines the chart of the trend can show."""


def item_means(material: Material) -> Figure:
    """Draw the mean of each item of the report's own quarter beside its target."""
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
    caption = f"Nilai setiap butir, {long_quarter(material.quarter)}"
    scale = charts.ChartScale(*material.scale)
    chart = charts.item_means(groups, title=caption, name="gambar-butir", scale=scale)
    return Figure("gambar-butir", caption, chart)


def star_shares(material: Material) -> Iterator[Figure]:
    """Draw the shares of the answer values over the quarters, where there are as many values as stars.

    Answers between two stars have no part in it; the text says that there is no figure then.
    """
    values = list(material.answer_values)
    if len(values) != _STARS or BETWEEN in values:
        return
    stars = [
        charts.Stars(
            short_quarter(past.quarter),
            tuple(past.survey.distribution[value].count for value in values) if past.survey else None,
        )
        for past in material.history
    ]
    caption = "Bagian setiap nilai jawaban menurut triwulan"
    chart = charts.star_shares(stars, title=caption, name="gambar-sebaran")
    yield Figure("gambar-sebaran", caption, chart)


def trend(material: Material) -> Iterator[Figure]:
    """Draw the indices and their mean over the quarters, where there is more than one to compare."""
    lines = [charts.TrendLine(line.name, line.values) for line in index_lines(material)][:_LINES]
    if len(material.scored) < 2:
        return
    quarters = [short_quarter(past.quarter) for past in material.history]
    caption = f"Tren {listed(line.name for line in lines)} menurut triwulan"
    scale = charts.ChartScale(*material.scale)
    yield Figure(
        "gambar-tren", caption, charts.trend(quarters, lines, title=caption, name="gambar-tren", scale=scale)
    )


def aspects(result: PekpppResult) -> Figure:
    """Draw the index of each PEKPPP aspect beside F-02."""
    bars = [charts.Bar(aspect.name, aspect.index) for aspect in result.aspects]
    caption = "Indeks setiap aspek PEKPPP"
    return Figure(
        "gambar-aspek", caption, charts.aspects(bars, result.f02, title=caption, name="gambar-aspek")
    )
