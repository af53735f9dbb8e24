"""The report's figures: which values each chart is drawn from."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from ipak_cli.base.text import capital
from ipak_cli.report import certainty_words, charts
from ipak_cli.report.courses import index_lines
from ipak_cli.report.format_words import listed, long_period, short_period
from ipak_cli.report.outline import Figure
from ipak_cli.survey.recap import RecapShape
from ipak_cli.survey.tally import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.report.material import Material, Past
    from ipak_cli.survey.result import ItemResult, SurveyResult

_NOT_TOLD: Final = "tidak dirinci"
_SIDE_BY_SIDE: Final = 8
"""Periods in one chart of shares; more go on in further charts, none of which is higher than a page."""
_BELOW_EACH_OTHER: Final = 16
"""Items in one chart; more go on in further charts of about as many."""


def item_means(material: Material) -> Iterator[Figure]:
    """Draw the mean of each item of the report's own period beside its target, some items a chart."""
    items = material.survey.items
    if material.survey.recap is RecapShape.TOTALS:
        return  # it tells of no item
    count = ceil(len(items) / _BELOW_EACH_OTHER)
    length = ceil(len(items) / count)
    for number, first in enumerate(range(0, len(items), length), 1):
        part = items[first : first + length]
        groups = tuple(
            charts.Group(code, tuple(_bar(material, item) for item in part if item.index == code))
            for code in material.survey.indices
        )
        name, which = _part("gambar-butir", number, count)
        word, scale = material.terms.words.item, charts.ChartScale(*material.scale)
        caption = f"Nilai setiap {word}, {long_period(material.period)}{which}"
        shown = [group for group in groups if group.bars]
        chart = charts.item_means(shown, title=caption, name=name, scale=scale, word=word)
        yield Figure(name, caption, chart)


def _bar(material: Material, item: ItemResult) -> charts.Bar:
    return charts.Bar(f"{item.code} {item.text}", item.mean, material.target_of(item))


def _part(name: str, number: int, count: int) -> tuple[str, str]:
    """Return what a chart of several is called, and the words that say which it is."""
    which = f" (bagian {number} dari {count})" if count > 1 else ""
    return name if number == 1 else f"{name}-{number}", which


def star_shares(material: Material) -> Iterator[Figure]:
    """Draw the shares of the answer values over the periods, in as many charts as they need.

    Answers between two values have no part in it; the text says that there is no figure then.
    """
    values = list(material.answer_values)
    if len(values) > charts.MOST_LEVELS or BETWEEN in values:
        return
    levels = [f"{capital(material.terms.words.answer)} {value}" for value in values]
    stars = [
        charts.Stars(
            short_period(past.period),
            _counts(past.survey, values) if past.survey else None,
            _NOT_TOLD if past.survey else charts.NO_SURVEY,
        )
        for past in material.history
    ]
    if all(each.counts is None for each in stars):
        return
    parts = [stars[first : first + _SIDE_BY_SIDE] for first in range(0, len(stars), _SIDE_BY_SIDE)]
    for number, part in enumerate(parts, 1):
        name, which = _part("gambar-sebaran", number, len(parts))
        caption = f"Bagian setiap nilai jawaban menurut {material.period_word}{which}"
        yield Figure(name, caption, charts.star_shares(part, levels, title=caption, name=name))


def _counts(survey: SurveyResult, values: Sequence[str]) -> tuple[int, ...] | None:
    """Return how often each value was given; nothing where a recap does not tell."""
    counts = [survey.distribution[value].count for value in values]
    known = tuple(count for count in counts if isinstance(count, int))
    return known if len(known) == len(counts) else None


def trend(material: Material) -> Iterator[Figure]:
    """Draw the indices and their mean over the periods, where there is more than one to compare."""
    if len(material.scored) < 2:
        return
    lines = [
        charts.TrendLine(line.name, line.values, tuple(certainty_words.whiskers(material, line.name)))
        for line in index_lines(material)
    ]
    periods = [_period_head(material, past) for past in material.history]
    caption = f"Tren {listed(line.name for line in lines)} menurut {material.period_word}"
    low, high = material.terms.ends
    scale = charts.ChartScale(int(low) if low.denominator == 1 else 0, int(high))
    yield Figure(
        "gambar-tren", caption, charts.trend(periods, lines, title=caption, name="gambar-tren", scale=scale)
    )


def _period_head(material: Material, past: Past) -> str:
    """Name a period of the trend, with the band of each index where indices have bands."""
    name = short_period(past.period)
    if past.survey is None or not material.terms.banded:
        return name
    bands = {code: index.band.code for code, index in past.survey.indices.items() if index.band}
    told = [f"{code} {band}" for code, band in bands.items()] if len(bands) > 1 else [*bands.values()]
    return f"{name}, mutu {listed(told)}" if told else name


def aspects(result: PekpppResult) -> Figure:
    """Draw the index of each PEKPPP aspect beside F-02."""
    bars = [charts.Bar(aspect.name, aspect.index) for aspect in result.aspects]
    caption = "Indeks setiap aspek PEKPPP"
    return Figure(
        "gambar-aspek", caption, charts.aspects(bars, result.f02, title=caption, name="gambar-aspek")
    )
