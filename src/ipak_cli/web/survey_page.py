"""A survey's result as the values of a page: what the terminal shows, and each item with its distribution."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import NotScored, ends_of, round_half_up, short
from ipak_cli.base.provenance import spoken
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.survey.certainty.against import Standing
from ipak_cli.terminal.certainty import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.survey.certainty.all_figures import SurveyCertainty
    from ipak_cli.survey.result import ItemResult, SurveyResult


def survey_values(result: SurveyResult, sure: SurveyCertainty) -> dict[str, object]:
    """Return what the page's template needs of a sound result; figures stay exact until it writes them."""
    order = {rank.code: place for place, rank in enumerate(sure.first)}
    items = sorted(result.items, key=lambda item: order.get(item.code, len(order)))
    return {
        "result": result,
        "period": capital(spoken(result.period)) if result.period.name else "Periode tidak diketahui",
        "indices": [
            {
                "code": code,
                "index": index,
                "interval": interval(sure.indices[code]),
                "standing": [
                    say(each.said) for each in sure.thresholds[code] if each.standing is not Standing.UNKNOWN
                ],
            }
            for code, index in result.indices.items()
        ],
        "reasons": [*dict.fromkeys(capital(say(found.reason)) for found in sure.indices.values())],
        "items": [_item(item, sure) for item in items],
        "lower": [rank.code for rank in sure.first if rank.lower],
    }


def _item(item: ItemResult, sure: SurveyCertainty) -> dict[str, object]:
    target = item.target
    reached = ends_of(item.mean)
    return {
        "item": item,
        "interval": interval(sure.items[item.code]),
        "below": target is not None and reached is not None and reached[1] < target,
        "shares": [*_shares(item)],
    }


def _shares(item: ItemResult) -> Iterator[Mapping[str, object]]:
    """Yield how often each value was given, its share of the item's answers in percent, and its colour.

    The colour is the value's place on the scale in tenths of its length, so that one value has one colour
    whatever else an item's answers can be. A mean of several columns that nobody gave is not told.
    """
    if isinstance(item.counts, NotScored) or not isinstance(item.n, int) or not item.n:
        return
    values = [Fraction(value) for value in item.counts]
    lowest, length = values[0], max(values[-1] - values[0], Fraction(1))
    for value, given in zip(values, item.counts.values(), strict=True):
        if given or value.denominator == 1:
            place = int(round_half_up(10 * (value - lowest) / length, 0))
            yield {
                "value": short(value),
                "count": given,
                "share": Fraction(100 * given, item.n),
                "place": place,
            }
