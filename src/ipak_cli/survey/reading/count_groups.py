"""Counting respondents, their answers and their own indices by what they said to the profile questions."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from ipak_cli.survey.tally import MOST_CROSSED, MOST_GROUPS, UNGROUPED, Counts, Matrix

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from fractions import Fraction

    import numpy.typing as npt

    from ipak_cli.survey.tally import Membership
    from ipak_cli.tables.column import Mask

    Numbers = npt.NDArray[np.int64]
    Places = npt.NDArray[np.int8] | npt.NDArray[np.int16]

_MOST_CELLS: Final = 10_000
"""Combinations of labels that are counted together."""
_FEW_VALUES: Final = 11
"""Values of an item, up to which that many are; of more values fewer are, so that they need no more room."""


@dataclass(frozen=True, slots=True, eq=False)
class LabelledProfile:
    """A profile's labels, and the number of the label that each row has."""

    code: str
    labels: list[str]
    numbers: Numbers


def labelled(code: str, column: pd.Series[str]) -> LabelledProfile:
    """Give each label that is used a number; too many of them are all one."""
    labels, codes = column.cat.categories, pd.Categorical(column).codes
    used = np.flatnonzero(np.bincount(codes, minlength=len(labels)))
    if len(used) > MOST_GROUPS:
        return LabelledProfile(code, [UNGROUPED], np.zeros(len(codes), np.int64))
    return LabelledProfile(code, labels[used].tolist(), np.searchsorted(used, codes))


def count_by_profile(
    profiles: Sequence[LabelledProfile], items: Places, values: Sequence[int]
) -> tuple[Counts, dict[tuple[str, str], Counts]]:
    """Count all answers, and those of each label of each profile."""
    groups: dict[tuple[str, str], Counts] = {}
    most = max(values)
    for mine in _batches(profiles, _MOST_CELLS if most <= _FEW_VALUES else _MOST_CELLS * _FEW_VALUES // most):
        shape = tuple(len(profile.labels) for profile in mine)
        respondents, answers = _joint(mine, shape, items, most)
        axes = range(len(shape))
        for axis, profile in enumerate(mine):
            others = tuple(other for other in axes if other != axis)
            people, given = respondents.sum(others).tolist(), answers.sum(others)
            for number, label in enumerate(profile.labels):
                groups[profile.code, label] = Counts(people[number], _matrix(given[number], values))
        total = Counts(int(respondents.sum()), _matrix(answers.sum(tuple(axes)), values))
    return total, groups


def crossed(profiles: Sequence[LabelledProfile], people: int) -> dict[Membership, int] | None:
    """Count respondents by what they answered to all profile questions; nothing where too much differs."""
    places = np.zeros(people, np.int64)
    for profile in profiles:
        # Numbered anew at each question, so that the product of many questions does not overflow.
        _, places = np.unique(places * len(profile.labels) + profile.numbers, return_inverse=True)
    _, first, counts = np.unique(places, return_index=True, return_counts=True)
    if len(first) > MOST_CROSSED:
        return None
    return {
        tuple((profile.code, profile.labels[profile.numbers[row]]) for profile in profiles): people
        for row, people in zip(first.tolist(), counts.tolist(), strict=True)
    }


def _batches(profiles: Sequence[LabelledProfile], most: int) -> Iterator[list[LabelledProfile]]:
    """Yield profiles that are counted together: what belongs to one of them is a sum over the others."""
    batch: list[LabelledProfile] = []
    for profile in profiles:
        if prod(len(each.labels) for each in (*batch, profile)) > most:
            yield batch
            batch = []
        batch.append(profile)
    yield batch


def _joint(
    profiles: Sequence[LabelledProfile], shape: tuple[int, ...], items: Places, values: int
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


def _matrix(counts: Numbers, values: Sequence[int]) -> Matrix:
    """Return a row an item, as long as the item has values."""
    return tuple(tuple(row[:most]) for row, most in zip(counts.tolist(), values, strict=True))


@dataclass(frozen=True, slots=True, eq=False)
class OwnValues:
    """The own index of those who answered every item of it, whom ``complete`` marks among all.

    ``places`` has the place of each one's among the ``values``.
    """

    values: Sequence[Fraction]
    places: Numbers
    complete: Mask

    def counts(self) -> dict[Fraction, int]:
        """Count everybody."""
        return self._counted(np.bincount(self.places, minlength=len(self.values)))

    def by_label(self, profile: LabelledProfile) -> Iterator[dict[Fraction, int]]:
        """Count those of each label of a profile, in the labels' order."""
        labels, values = len(profile.labels), len(self.values)
        cells = profile.numbers[self.complete] * values + self.places
        for counts in np.bincount(cells, minlength=labels * values).reshape(labels, values):
            yield self._counted(counts)

    def _counted(self, counts: Numbers) -> dict[Fraction, int]:
        used = np.flatnonzero(counts)
        pairs = zip(used.tolist(), counts[used].tolist(), strict=True)
        return {self.values[place]: count for place, count in pairs}


def own_by_group(
    own: Mapping[str, OwnValues], profiles: Sequence[LabelledProfile]
) -> dict[tuple[str, str], dict[str, dict[Fraction, int]]]:
    """Count each index by profile and label; of free text nothing is counted."""
    counted: dict[tuple[str, str], dict[str, dict[Fraction, int]]] = {}
    for profile in profiles:
        if UNGROUPED in profile.labels:
            continue
        for code, values in own.items():
            for label, counts in zip(profile.labels, values.by_label(profile), strict=True):
                counted.setdefault((profile.code, label), {})[code] = counts
    return counted
