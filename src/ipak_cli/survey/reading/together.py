"""From a form's columns to what is counted: the mean of several, and the words for no answer."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from ipak_cli.rubric.survey import item_code
from ipak_cli.survey.tally import values_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy.typing as npt

    from ipak_cli.rubric.survey import Item, Scale, SurveyRubric
    from ipak_cli.survey.reading.responses import Places
    from ipak_cli.survey.reading.words import Words
    from ipak_cli.tables.column import Column, Mask


def together(
    columns: npt.NDArray[np.int8], rubric: SurveyRubric, asked: SurveyRubric
) -> tuple[Places, dict[str, Mask]]:
    """Return a place among its values for each item, and which responses lack a column of an item's mean.

    ``columns[row, column]`` is the place on the scale from 1, 0 for no answer; a mean is that of the columns
    that were given, and there is none where none was. ``asked`` tells which items are one column here.
    """
    single = {item.code for item in asked.items}
    places = np.zeros((len(columns), len(rubric.items)), np.int16, order="F")
    partial: dict[str, Mask] = {}
    first = 0
    for number, item in enumerate(rubric.items):
        mine = columns[:, first : first + (1 if item.code in single else len(item.mean_of))]
        first += mine.shape[1]
        if not item.mean_of:
            places[:, number] = mine[:, 0]
            continue
        given = (mine > 0).sum(axis=1)
        places[:, number] = _means(item, rubric.scale)[given, mine.sum(axis=1, dtype=np.int64)]
        partial[item.code] = (given > 0) & (given < mine.shape[1])
    return places, partial


def _means(item: Item, scale: Scale) -> npt.NDArray[np.int16]:
    """Return the place of each mean: by how many columns were given, and the sum of their places."""
    return _table(values_of(item, scale), scale.lowest, scale.highest, len(item.mean_of))


@cache
def _table(values: tuple[int | Fraction, ...], lowest: int, highest: int, most: int) -> npt.NDArray[np.int16]:
    places = {value: place for place, value in enumerate(values, 1)}
    steps = highest - lowest + 1
    table = np.zeros((most + 1, most * steps + 1), np.int16)
    for given in range(1, most + 1):
        for total in range(given, given * steps + 1):
            table[given, total] = places[Fraction(total, given) + lowest - 1]
    return table


def count_not_given(asked: Iterable[tuple[Words, Column]]) -> dict[tuple[str, str], npt.NDArray[np.int64]]:
    """Count in each row, by item and word, the cells that hold a word for "not given"."""
    counts: dict[tuple[str, str], npt.NDArray[np.int64]] = {}
    for words, column in asked:
        found = [words.not_given(value) for value in column.values.cells]
        for word in sorted({each for each in found if each is not None}):
            marked = np.array([*(each == word for each in found), False])[column.codes]
            key = item_code(words.item), word
            counts[key] = counts.get(key, 0) + marked.astype(np.int64)
    return counts
