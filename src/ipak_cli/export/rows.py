"""The rows of the export: every figure is one that the report of its period shows."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import (
    Figure,
    NotScored,
    decimal,
    ends_of,
    exact_text,
    half_up,
    mean,
    scale,
)
from ipak_cli.base.message import Message
from ipak_cli.catalogue.indonesian import say
from ipak_cli.catalogue.survey import NO_ANSWERS
from ipak_cli.export import columns
from ipak_cli.export.dictionary import FilledTable
from ipak_cli.survey.tally import BETWEEN, is_between

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ipak_cli.export.dictionary import Row, Table
    from ipak_cli.report.material import Material
    from ipak_cli.survey.result import Breakdown, GroupResult, IndexResult, ItemResult


def filled_tables(materials: Sequence[Material]) -> tuple[FilledTable, ...]:
    """Return every table with the rows of these periods, the earliest first; groups as in the reports."""
    in_order = sorted(materials, key=lambda material: material.period)
    makers: tuple[tuple[Table, Callable[[Material], Iterator[Row]]], ...] = (
        (columns.PERIODS, _periods),
        (columns.INDICES, _indices),
        (columns.COMBINED, _combined),
        (columns.ITEMS, _items),
        (columns.DISTRIBUTION, _distribution),
        (columns.BREAKDOWNS, _breakdowns),
        (columns.GROUPS, _groups),
    )
    return tuple(
        FilledTable(table, [row for material in in_order for row in rows(material)]) for table, rows in makers
    )


def number(figure: Figure | None) -> Decimal | None:
    """Return a figure with two decimals, rounded half up, or nothing for one that is not scored.

    One of which both ends are known has a number where both are rounded to it.
    """
    ends = None if figure is None else ends_of(figure)
    if ends is None:
        return None
    low, high = map(half_up, ends)
    return Decimal(low) if low == high else None


def _as_it_is(value: Fraction | None) -> Decimal | None:
    """Return a number of a rubric or of settings with the decimals that it has, at most six."""
    if value is None:
        return None
    places = (n for n in range(columns.TARGET_PLACES) if Fraction(half_up(value, n)) == value)
    return Decimal(half_up(value, next(places, columns.TARGET_PLACES)))


def _exact(figure: Figure) -> str | None:
    return exact_text(figure) if isinstance(figure, Fraction) else None


def _why(figure: Figure) -> str | None:
    """Say why a figure has no number; where both its ends are known, these too."""
    if not isinstance(figure, NotScored) or number(figure) is not None:
        return None
    if figure.between is None:
        return say(figure.reason)
    low, high = map(decimal, figure.between)
    return f"di antara {low} dan {high}: {say(figure.reason)}"


def _whole(number: int | NotScored | None) -> int | None:
    return number if isinstance(number, int) else None


def _periods(material: Material) -> Iterator[Row]:
    survey, period, terms = material.survey, material.period, material.terms
    rate = survey.sample.response_rate
    lowest, highest = terms.ends
    yield {
        "period": period.name,
        "kind": str(period.kind),
        "start": period.start,
        "end": period.end,
        "unit": material.settings.office.name or survey.unit,
        "respondents": _whole(survey.respondents),
        "answers": _whole(survey.answers),
        "missing": _whole(survey.missing),
        "population": survey.population,
        "response_rate": number(rate),
        "scale_lowest": terms.lowest,
        "scale_highest": terms.highest,
        "value_lowest": number(lowest),
        "value_highest": number(highest),
        "rubric": survey.rubric.id,
        "rubric_version": survey.rubric.version,
        "reason": _why(rate),
    }


def _indices(material: Material) -> Iterator[Row]:
    for code, index in material.survey.indices.items():
        yield {"period": material.period.name, "index": code, "name": index.name, **_index(index, material)}


def _index(index: IndexResult, material: Material) -> Row:
    value = material.terms.value(index.mean)
    return {
        "value": number(value),
        "mean": number(index.mean),
        "mean_exact": _exact(index.mean),
        "percent": number(index.percent),
        "points": number(index.points),
        "band": index.band.code if index.band else None,
        "band_name": index.band.name if index.band else None,
        "reason": _why(value) or _why(index.mean),
        "points_reason": _why(index.points),
    }


def _combined(material: Material) -> Iterator[Row]:
    combined = material.survey.combined
    figures = {columns.MEAN_OF_INDICES: combined.mean_of_indices, columns.POOLED: combined.pooled}
    if len(material.survey.indices) < 2:
        return
    for name, figure in figures.items():
        yield {
            "period": material.period.name,
            "figure": name,
            "mean": number(figure),
            "mean_exact": _exact(figure),
            "reason": _why(figure),
        }


def _items(material: Material) -> Iterator[Row]:
    for item in material.survey.items:
        target = material.target_of(item)
        yield {
            "period": material.period.name,
            "item": item.code,
            "index": item.index,
            "element": item.element,
            "text": item.text,
            "n": _whole(item.n),
            "missing": _whole(item.missing),
            "mean": number(item.mean),
            "mean_exact": _exact(item.mean),
            "target": _as_it_is(target),
            "meets_target": _meets(item, target),
            "reason": _why(item.mean),
        }


def _meets(item: ItemResult, target: Fraction | None) -> bool | None:
    ends = ends_of(item.mean)
    if ends is None or target is None:
        return None
    low, high = (end >= target for end in ends)
    return low if low == high else None


def _distribution(material: Material) -> Iterator[Row]:
    found = material.survey.distribution
    answers = [value for value in found if not is_between(value)]
    if len(answers) < len(found):
        answers.append(BETWEEN)
    for item in material.survey.items:
        for answer in answers:
            count = _count(item, answer)
            yield {
                "period": material.period.name,
                "item": item.code,
                "answer": answer,
                "count": _whole(count),
                **_share(count, item),
            }


def _count(item: ItemResult, answer: str) -> int | NotScored:
    """Return how often an answer was given to an item; all between the scale's values are one."""
    if isinstance(item.counts, NotScored):
        return item.counts
    between = sum(count for value, count in item.counts.items() if is_between(value))
    return {**item.counts, BETWEEN: between}[answer]


def _share(count: int | NotScored, item: ItemResult) -> Row:
    if isinstance(count, NotScored) or isinstance(item.n, NotScored):
        share: Figure = count if isinstance(count, NotScored) else NotScored(NO_ANSWERS())
    else:
        share = scale(mean(count, item.n, reason=NO_ANSWERS()), 100)
    return {"share": number(share), "reason": _why(share)}


def _breakdowns(material: Material) -> Iterator[Row]:
    for given in material.survey.breakdowns:
        yield {"period": material.period.name, "breakdown": given.code, "name": given.name, **_hidden(given)}


def _hidden(given: Breakdown) -> Row:
    counted = bool(given.groups or given.hidden_groups)  # what has too many groups has none that are counted
    return {
        "groups_shown": len(given.groups),
        "groups_hidden": given.hidden_groups if counted else None,
        "groups_small": given.small_groups if counted else None,
        "respondents_hidden": given.hidden_respondents if counted else None,
        "reason": say(given.reason) if given.reason else None,
    }


def _groups(material: Material) -> Iterator[Row]:
    for given in material.survey.breakdowns:
        for group in given.groups:
            yield from _group(material, given.code, group)


def _group(material: Material, breakdown: str, group: GroupResult) -> Iterator[Row]:
    every = _whole(material.survey.respondents)
    share = Fraction(100 * group.respondents, every) if every else None
    for code in material.survey.indices:
        value = group.indices[code]
        finding = (group.against_rest or {}).get(code)
        yield {
            "period": material.period.name,
            "breakdown": breakdown,
            "group": say(group.name),
            "answered": not isinstance(group.name, Message),
            "index": code,
            "respondents": group.respondents,
            "share": number(share),
            "value": number(value),
            "against_rest": None if finding is None else finding.value,
            "reason": _why(value),
        }
