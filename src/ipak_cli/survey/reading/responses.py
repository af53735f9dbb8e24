"""Responses as tables, a row a response, and their count: a tally of plain integers.

Lines and minutes are counted by pandas. The answers by group and the products are counted on the codes of the
categories: ``groupby(...).sum()`` over the answers and ``scored.T @ scored`` over a frame made the scoring of
a workbook of 100,000 rows take 1.6 times as long, and that of 41 rows twice as long.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import prod
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from ipak_cli.rubric.survey import Polarity, SurveyRubric
from ipak_cli.survey.tally import MOST_GROUPS, UNGROUPED, Counts, Matrix, Products, Tally

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.tables.column import Column

    Numbers = npt.NDArray[np.int64]

_MOST_CELLS: Final = 10_000
"""Combinations of labels that are counted together."""


@dataclass(frozen=True, slots=True, eq=False)
class Responses:
    """Responses in sheet order; every table has a row a response, under its number in the sheet.

    ``answers`` has a categorical column for each item, over the scale's values, and no value where no answer
    was given; ``groups`` has one for each profile, over its labels, "" where it is blank. ``marks`` tells of
    each response its ``period`` (an ordinal) and ``minute`` (since 1970), -1 where not known, the answer
    that it gives to every item (``straight``, missing where they differ), and whether it is a ``trial``;
    ``print`` and ``person`` are fingerprints of the whole response and of the respondent, 0 where there is
    nothing to tell them by, and there is no ``person`` where no column tells respondents apart.
    ``suggestions`` and ``identities`` hold texts: a column for each of the sheet's columns of that kind.
    """

    answers: pd.DataFrame
    groups: pd.DataFrame
    marks: pd.DataFrame
    suggestions: tuple[Column, ...] = ()
    identities: tuple[Column, ...] = ()

    def only(self, rows: npt.NDArray[np.intp]) -> Responses:
        """Return some of the responses (counted from 0)."""
        return Responses(
            answers=self.answers.iloc[rows],
            groups=self.groups.iloc[rows],
            marks=self.marks.iloc[rows],
            suggestions=tuple(column.only(rows) for column in self.suggestions),
            identities=tuple(column.only(rows) for column in self.identities),
        )

    def by_period(self) -> Iterator[tuple[int, Responses]]:
        """Yield each period's ordinal and its responses, the earliest first."""
        periods = self.marks["period"]
        ordinals = sorted(periods.unique().tolist())
        for ordinal in ordinals:
            # Nearly always there is one, and nothing to choose.
            yield ordinal, self if len(ordinals) == 1 else self.only(np.flatnonzero(periods == ordinal))


def answer_table(places: npt.NDArray[np.int8], rows: pd.Index[int], rubric: SurveyRubric) -> pd.DataFrame:
    """Return the answers as a table; ``places[row, item]`` is the place on the scale from 1, 0 for none."""
    scale = _scale(tuple(rubric.scale.values))
    columns = zip(rubric.items, places.T, strict=True)
    answers = {item.code: pd.Categorical.from_codes(given - 1, dtype=scale) for item, given in columns}
    return pd.DataFrame(answers, index=rows, copy=False)


@cache
def _scale(values: tuple[int, ...]) -> pd.CategoricalDtype[int]:
    """Return the kind of column that holds answers; made for each piece, it would cost as much as they do."""
    return pd.CategoricalDtype(list(values), ordered=True)


def straight_lines(places: npt.NDArray[np.int8], rubric: SurveyRubric) -> pd.Categorical[int]:
    """Return the answer that each response gives to every item, missing where they are not all the same."""
    same = (places == places[:, :1]).all(axis=1)
    return pd.Categorical.from_codes(
        np.where(same, places[:, 0], 0) - 1, dtype=_scale(tuple(rubric.scale.values))
    )


def group_labels(column: Column) -> pd.Categorical[str]:
    """Return a profile's labels; a column of texts becomes one of categories, with "" for a blank cell."""
    labels = [*map(str, column.values.cells), ""]
    codes = np.where(column.codes < 0, len(labels) - 1, column.codes)
    return pd.Categorical.from_codes(codes, categories=pd.Index(labels, dtype=object))


def tally(responses: Responses, rubric: SurveyRubric) -> Tally:
    """Count a set of responses."""
    marks, values = responses.marks, list(rubric.scale.values)
    items = _places(responses.answers)
    profiles = [_labelled(str(code), responses.groups[code]) for code in responses.groups]
    total, groups = _count(profiles, items, len(values))
    straight = marks["straight"].value_counts(sort=False)  # of every value, in the scale's order
    minutes = marks["minute"]
    counted = minutes[minutes >= 0].value_counts(sort=False)
    return Tally(
        total=total,
        groups=groups,
        products=_products(items, rubric),
        straight=tuple(straight.tolist()),
        minutes=dict(zip(counted.index.tolist(), counted.tolist(), strict=True)),
    )


def _places(answers: pd.DataFrame) -> npt.NDArray[np.int8]:
    """Return a row an item: the place of each answer on the scale, counted from 1, and 0 where none is."""
    return np.stack([pd.Categorical(answers[item]).codes for item in answers]) + np.int8(1)


@dataclass(frozen=True, slots=True, eq=False)
class _Profile:
    """A profile's labels, and the number of the label that each row has."""

    code: str
    labels: list[str]
    numbers: Numbers


def _labelled(code: str, column: pd.Series[str]) -> _Profile:
    """Give each label that is used a number; too many of them are all one."""
    labels, codes = column.cat.categories, pd.Categorical(column).codes
    used = np.flatnonzero(np.bincount(codes, minlength=len(labels)))
    if len(used) > MOST_GROUPS:
        return _Profile(code, [UNGROUPED], np.zeros(len(codes), np.int64))
    return _Profile(code, labels[used].tolist(), np.searchsorted(used, codes))


def _count(
    profiles: Sequence[_Profile], items: npt.NDArray[np.int8], values: int
) -> tuple[Counts, dict[tuple[str, str], Counts]]:
    """Count all answers, and those of each label of each profile."""
    groups: dict[tuple[str, str], Counts] = {}
    for mine in _batches(profiles):
        shape = tuple(len(profile.labels) for profile in mine)
        respondents, answers = _joint(mine, shape, items, values)
        axes = range(len(shape))
        for axis, profile in enumerate(mine):
            others = tuple(other for other in axes if other != axis)
            people, given = respondents.sum(others).tolist(), answers.sum(others)
            for number, label in enumerate(profile.labels):
                groups[profile.code, label] = Counts(people[number], _matrix(given[number]))
        total = Counts(int(respondents.sum()), _matrix(answers.sum(tuple(axes))))
    return total, groups


def _batches(profiles: Sequence[_Profile]) -> Iterator[list[_Profile]]:
    """Yield profiles that are counted together: what belongs to one of them is a sum over the others."""
    batch: list[_Profile] = []
    for profile in profiles:
        if prod(len(each.labels) for each in (*batch, profile)) > _MOST_CELLS:
            yield batch
            batch = []
        batch.append(profile)
    yield batch


def _joint(
    profiles: Sequence[_Profile], shape: tuple[int, ...], items: npt.NDArray[np.int8], values: int
) -> tuple[Numbers, Numbers]:
    """Count respondents by the labels of all profiles, and answers by labels, item and value."""
    places = np.zeros(items.shape[1], np.int64)
    for profile in profiles:
        places = places * len(profile.labels) + profile.numbers
    cells, size = prod(shape), values + 1
    respondents = np.bincount(places, minlength=cells).reshape(shape)
    places *= size
    counted = [np.bincount(places + item, minlength=cells * size).reshape(*shape, size) for item in items]
    return respondents, np.stack(counted, axis=-2)[..., 1:]


def _matrix(counts: Numbers) -> Matrix:
    return tuple(map(tuple, counts.tolist()))


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
