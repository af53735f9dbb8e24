"""Counting responses: whole columns at a time, into a tally of plain integers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ipak_cli.rubric.models import Polarity, SurveyRubric
from ipak_cli.survey.counts import MOST_GROUPS, UNGROUPED, Counts, Products, Tally

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from ipak_cli.columns import Column
    from ipak_cli.survey.responses import Responses


def tally(responses: Responses, rubric: SurveyRubric) -> Tally:
    """Count a set of responses."""
    items, values = np.ascontiguousarray(responses.answers.T), len(rubric.scale.values)
    minutes, counts = np.unique(responses.minutes[responses.minutes >= 0], return_counts=True)
    ((_, total),) = _count(np.zeros(len(responses.answers), np.int64), [""], items, values)
    straight = responses.answers[responses.straight, 0]
    return Tally(
        total=total,
        groups={
            (profile, label): counted
            for profile, column in responses.groups.items()
            for label, counted in _count(*_labelled(column), items, values)
        },
        products=_products(items, rubric),
        straight=tuple(np.bincount(straight, minlength=values + 1)[1:].tolist()),
        minutes=dict(zip(minutes.tolist(), counts.tolist(), strict=True)),
    )


def _labelled(column: Column) -> tuple[npt.NDArray[np.int64], list[str]]:
    """Return the number of each row's label, and the labels; a blank one is "".

    Where there are too many for groups, all of them together are one.
    """
    used = column.used()
    labels = [str(column.distinct.cells[place]) for place in used.tolist()]
    blank = bool((column.places < 0).any())
    if len(labels) + blank > MOST_GROUPS:
        return np.zeros(len(column.places), np.int64), [UNGROUPED]
    numbers = np.full(len(column.distinct) + 1, len(labels))  # the last for blank ones
    numbers[used] = np.arange(len(used))
    return numbers[column.places], [*labels, *[""] * blank]


def _count(
    numbers: npt.NDArray[np.int64], labels: Sequence[str], items: npt.NDArray[np.int8], values: int
) -> Iterator[tuple[str, Counts]]:
    """Yield each label, and the counts of the rows that have its number."""
    respondents = np.bincount(numbers, minlength=len(labels)).tolist()
    size = values + 1
    places = numbers * size
    counted = [np.bincount(places + item, minlength=len(labels) * size).reshape(-1, size) for item in items]
    for number, label in enumerate(labels):
        answers = tuple(tuple(item[number, 1:].tolist()) for item in counted)
        yield label, Counts(respondents[number], answers)


def _products(items: npt.NDArray[np.int8], rubric: SurveyRubric) -> dict[str, Products]:
    lowest, highest = rubric.scale.lowest, rubric.scale.highest
    products, first = {}, 0
    for index in rubric.indices:
        mine = items[first : first + len(index.items)]
        first += len(index.items)
        complete = (mine > 0).all(axis=0)
        # Whole numbers below 2**53 are exact as floats, whose matrices are multiplied ten times as fast.
        scored = (mine if complete.all() else mine[:, complete]).astype(np.float64) + (lowest - 1)
        for row, item in enumerate(index.items):
            if item.polarity is Polarity.NEGATIVE:
                scored[row] = lowest + highest - scored[row]
        cross = tuple(tuple(map(int, row)) for row in (scored @ scored.T).tolist())
        products[index.code] = Products(scored.shape[1], tuple(map(int, scored.sum(axis=1).tolist())), cross)
    return products
