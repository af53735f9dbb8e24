"""A survey's result as the values of a page: what the terminal shows, and each item with its distribution."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from ipak_cli.base.figures import NotScored, ends_of, figure, round_half_up, short
from ipak_cli.base.provenance import spoken
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.report.format_words import mean_against
from ipak_cli.report.format_words import target as target_words
from ipak_cli.survey.certainty.against import Standing
from ipak_cli.survey.certainty.all_figures import survey_certainty
from ipak_cli.terminal.certainty import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.certainty.all_figures import SurveyCertainty
    from ipak_cli.survey.result import ItemResult, SurveyResult
    from ipak_cli.workspace.config import Config

_Targets: TypeAlias = "Mapping[str, Fraction | None]"


def survey_values(
    result: SurveyResult, config: Config, rubric: SurveyRubric | None = None
) -> dict[str, object]:
    """Return what the page's template needs of a sound result; figures stay exact until it writes them.

    Items are held against the targets that the settings name, as in the report, before those of the rubric.
    """
    targets = _targets(result, config)
    sure = survey_certainty(result, rubric, targets)
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
        "items": [_item(item, sure, targets[item.code]) for item in items],
        "targets": _same_target(targets),
        "lower": [rank.code for rank in sure.first if rank.lower],
    }


def _targets(result: SurveyResult, config: Config) -> _Targets:
    said = {item.code: config.target_of(item.code) for item in result.items}
    return {item.code: item.target if said[item.code] is None else said[item.code] for item in result.items}


def _same_target(targets: _Targets) -> str:
    """Return the target in words where all items have one and the same, else nothing."""
    (one, *others) = {*targets.values()} or {None}
    return "" if others or one is None else target_words(one)


def _item(item: ItemResult, sure: SurveyCertainty, target: Fraction | None) -> dict[str, object]:
    reached = ends_of(item.mean)
    below = target is not None and reached is not None and reached[1] < target
    return {
        "item": item,
        # What misses its target never looks as if it had reached it.
        "mean": mean_against(item, target) if below else figure(item.mean),
        "interval": interval(sure.items[item.code]),
        "target": "" if target is None else target_words(target),
        "below": below,
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
