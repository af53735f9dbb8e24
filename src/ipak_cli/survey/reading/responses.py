"""Responses as tables, a row a response, and their count: a tally of plain integers.

Lines and minutes are counted by pandas. The answers by group and the products are counted on the codes of the
categories: ``groupby(...).sum()`` over the answers and ``scored.T @ scored`` over a frame made the scoring of
a workbook of 100,000 rows take 1.6 times as long, and that of 41 rows twice as long.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from math import lcm
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import pandas as pd

from ipak_cli.rubric.survey import Polarity, SurveyRubric, item_code
from ipak_cli.survey.own_index import MOST_OWN
from ipak_cli.survey.reading.count_groups import (
    OwnValues,
    count_by_profile,
    crossed,
    labelled,
    own_by_group,
)
from ipak_cli.survey.tally import Products, Tally, values_of, whole

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    import numpy.typing as npt

    from ipak_cli.rubric.survey import Index, Item
    from ipak_cli.survey.reading.words import Words
    from ipak_cli.survey.tally import Number, Values
    from ipak_cli.tables.column import Column, Mask

    Numbers = npt.NDArray[np.int64]
    Places = npt.NDArray[np.int8] | npt.NDArray[np.int16]

K = TypeVar("K")


@dataclass(frozen=True, slots=True, eq=False)
class Responses:
    """Responses in sheet order; every table has a row a response, under its number in the sheet.

    ``answers`` has a categorical column for each item, over the scale's values (one of several columns over
    the places of its means), and no value where no answer was given; ``groups`` has one for each profile,
    over its labels, "" where it is blank. ``marks`` tells of each response its ``period`` (an ordinal) and
    ``minute`` (since 1970), -1 where not known, the answer that it gives to every item (``straight``, missing
    where they differ), and whether it is a ``trial``; ``print`` and ``person`` are fingerprints of the whole
    response and of the respondent, 0 where there is nothing to tell them by, and there is no ``person`` where
    no column tells respondents apart. ``suggestions`` and ``identities`` hold texts: a column for each of the
    sheet's columns of that kind. ``not_given`` counts in each, by item and word, the cells with a word for
    "not given"; ``partial`` marks, by item, those whose mean lacks a column, ``unreadable`` those without an
    answer in which something was given that cannot be read.
    """

    answers: pd.DataFrame
    groups: pd.DataFrame
    marks: pd.DataFrame
    suggestions: tuple[Column, ...] = ()
    identities: tuple[Column, ...] = ()
    not_given: Mapping[tuple[str, str], Numbers] = field(default_factory=dict)
    partial: Mapping[str, Mask] = field(default_factory=dict)
    unreadable: Mapping[str, Mask] = field(default_factory=dict)

    @property
    def places(self) -> Places:
        """A row an item: the place of each answer among its values, counted from 1, 0 where none is."""
        answers = self.answers
        return np.stack([pd.Categorical(answers[item]).codes for item in answers]) + np.int8(1)

    def only(self, rows: npt.NDArray[np.intp]) -> Responses:
        """Return some of the responses (counted from 0)."""
        return Responses(
            answers=self.answers.iloc[rows],
            groups=self.groups.iloc[rows],
            marks=self.marks.iloc[rows],
            suggestions=tuple(column.only(rows) for column in self.suggestions),
            identities=tuple(column.only(rows) for column in self.identities),
            not_given={key: marked[rows] for key, marked in self.not_given.items()},
            partial={item: marked[rows] for item, marked in self.partial.items()},
            unreadable={item: marked[rows] for item, marked in self.unreadable.items()},
        )

    def by_period(self) -> Iterator[tuple[int, Responses]]:
        """Yield each period's ordinal and its responses, the earliest first."""
        periods = self.marks["period"]
        ordinals = sorted(periods.unique().tolist())
        for ordinal in ordinals:
            # Nearly always there is one, and nothing to choose.
            yield ordinal, self if len(ordinals) == 1 else self.only(np.flatnonzero(periods == ordinal))


def answer_table(places: Places, rows: pd.Index[int], rubric: SurveyRubric) -> pd.DataFrame:
    """Return the answers as a table; ``places[row, item]`` is a place among the values, 0 for none."""
    columns = zip(rubric.items, places.T, strict=True)
    answers = {item.code: pd.Categorical.from_codes(n - 1, dtype=_kind(item, rubric)) for item, n in columns}
    return pd.DataFrame(answers, index=rows, copy=False)


def _kind(item: Item, rubric: SurveyRubric) -> pd.CategoricalDtype[int]:
    """Return the kind of an item's column; the means of several columns are known by their place alone."""
    if item.mean_of:
        return _scale(tuple(range(1, len(values_of(item, rubric.scale)) + 1)))
    return _scale(tuple(rubric.scale.values))


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
    marks = responses.marks
    values = [values_of(item, rubric.scale) for item in rubric.items]
    items = responses.places
    profiles = [labelled(str(code), responses.groups[code]) for code in responses.groups]
    total, groups = count_by_profile(profiles, items, [len(each) for each in values])
    complete = [*_complete(items, values, rubric)]
    own = {each.index.code: found for each in complete if (found := each.own()) is not None}
    straight = marks["straight"].value_counts(sort=False)  # of every value, in the scale's order
    minutes = marks["minute"]
    counted = minutes[minutes >= 0].value_counts(sort=False)
    return Tally(
        total=total,
        groups=groups,
        products={each.index.code: each.products() for each in complete},
        straight=tuple(straight.tolist()),
        minutes=dict(zip(counted.index.tolist(), counted.tolist(), strict=True)),
        not_given=_told(responses.not_given),
        partial=_told(responses.partial),
        unreadable=_told(responses.unreadable),
        own={code: values.counts() for code, values in own.items()},
        crossed=crossed(profiles, len(marks)),
        own_by_group=own_by_group(own, profiles),
    )


def _told(marked: Mapping[K, Numbers | Mask]) -> dict[K, int]:
    """Add up what is counted or marked; what is nowhere is not told."""
    counts = {key: int(marks.sum()) for key, marks in marked.items()}
    return {key: count for key, count in counts.items() if count}


@dataclass(frozen=True, slots=True, eq=False)
class _Complete:
    """The scored answers of those who answered every item of an index: a row an item, in whole units.

    ``rows`` marks them among all.
    """

    index: Index
    scored: npt.NDArray[np.float64]
    unit: int
    rows: Mask

    def products(self) -> Products:
        """Sum the answers and the products of each two of them."""
        cross = tuple(_sums(row, self.unit**2) for row in (self.scored @ self.scored.T).tolist())
        sums = _sums(self.scored.sum(axis=1).tolist(), self.unit)
        return Products(self.scored.shape[1], sums, cross)

    def own(self) -> OwnValues | None:
        """Return the respondents' own indices; nothing where so many differ that it tells what each said."""
        together = lcm(*(weight.denominator for weight in self.index.weights))
        weights = np.array([int(weight * together) for weight in self.index.weights], np.float64)
        # Whole numbers again: far below 2**53, since weights and units have small denominators.
        values, places = np.unique(weights @ self.scored, return_inverse=True)
        if len(values) > MOST_OWN:
            return None
        below = together * self.unit
        return OwnValues([Fraction(int(value), below) for value in values.tolist()], places, self.rows)


def _complete(items: Places, values: Sequence[Values], rubric: SurveyRubric) -> Iterator[_Complete]:
    lowest, highest = rubric.scale.lowest, rubric.scale.highest
    first = 0
    for index in rubric.indices:
        part = slice(first, first + len(index.items))
        mine, first = items[part], part.stop
        complete: Mask = np.all(mine > 0, axis=0)
        unit = lcm(*(value.denominator for each in values[part] for value in each))
        # Whole numbers below 2**53 are exact as floats, whose matrices are multiplied ten times as fast.
        scored = _in_units(mine if complete.all() else mine[:, complete], values[part], unit, lowest)
        for row, item in enumerate(index.items):
            if item.polarity is Polarity.NEGATIVE:
                scored[row] = unit * (lowest + highest) - scored[row]
        yield _Complete(index, scored, unit, complete)


def _in_units(places: Places, values: Sequence[Values], unit: int, lowest: int) -> npt.NDArray[np.float64]:
    """Return the answers as whole numbers of the unit: one that divides all values, 1 where all are whole."""
    if unit == 1:
        return places.astype(np.float64) + (lowest - 1)
    known = [np.array([value * unit for value in each], np.float64) for each in values]
    return np.stack([each[given - 1] for each, given in zip(known, places, strict=True)])


def _sums(counted: Sequence[float], unit: int) -> tuple[Number, ...]:
    if unit == 1:
        return tuple(map(int, counted))
    return tuple(whole(Fraction(int(each), unit)) for each in counted)


def unreadable(
    asked: Iterable[tuple[Words, Column]],
    wrong: Sequence[Collection[int]],
    given: Places,
    rubric: SurveyRubric,
) -> dict[str, Mask]:
    """Mark by item the rows without an answer to it in which a cell holds something else.

    ``wrong`` holds for each column asked for the codes of its values that are no answers;
    ``given[row, item]`` is 0 for no answer.
    """
    marked: dict[str, Mask] = {}
    for (words, column), codes in zip(asked, wrong, strict=True):
        if codes:
            key, found = item_code(words.item), np.isin(column.codes, list(codes))
            marked[key] = marked[key] | found if key in marked else found
    places = {item.code: number for number, item in enumerate(rubric.items)}
    return {item: found & (given[:, places[item]] == 0) for item, found in marked.items()}
