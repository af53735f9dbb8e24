"""A tally's values: plain integers that add up over files, pieces and machines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

K = TypeVar("K")
V = TypeVar("V", int, "Counts", "Products")

MOST_GROUPS: Final = 60
"""Different answers from which a profile column is free text, not groups."""
UNGROUPED: Final = "\0"
"""Stands for all the groups of a column that turned out to be free text."""

Matrix = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many respondents gave each answer: ``answers[item][value]`` in the rubric's order."""

    respondents: int
    answers: Matrix

    def __add__(self, other: Counts) -> Counts:
        """Count both."""
        return Counts(self.respondents + other.respondents, _add(self.answers, other.answers))


@dataclass(frozen=True, slots=True)
class Products:
    """Sums over the respondents who answered every item of an index, for its reliability.

    ``sums[i]`` is the sum of the scored answers to item i, ``cross[i][j]`` of the products of i and j.
    """

    respondents: int
    sums: tuple[int, ...]
    cross: Matrix

    def __add__(self, other: Products) -> Products:
        """Sum both."""
        sums = tuple(a + b for a, b in zip(self.sums, other.sums, strict=True))
        return Products(self.respondents + other.respondents, sums, _add(self.cross, other.cross))


@dataclass(frozen=True, slots=True)
class Tally:
    """What scoring needs of a set of responses, and nothing about any one of them.

    ``straight[value]`` counts respondents who gave every item that answer; ``minutes`` counts responses a
    minute (minutes since 1970); ``groups`` has counts by profile and answer.
    """

    total: Counts
    groups: Mapping[tuple[str, str], Counts]
    products: Mapping[str, Products]
    straight: tuple[int, ...]
    minutes: Mapping[int, int]

    def __add__(self, other: Tally) -> Tally:
        """Tally both together."""
        return Tally(
            total=self.total + other.total,
            groups=_merge(self.groups, other.groups),
            products=_merge(self.products, other.products),
            straight=tuple(a + b for a, b in zip(self.straight, other.straight, strict=True)),
            minutes=_merge(self.minutes, other.minutes),
        )


def _add(a: Matrix, b: Matrix) -> Matrix:
    return tuple(tuple(x + y for x, y in zip(p, q, strict=True)) for p, q in zip(a, b, strict=True))


def _merge(a: Mapping[K, V], b: Mapping[K, V]) -> dict[K, V]:
    merged = dict(a)
    for key, value in b.items():
        merged[key] = merged[key] + value if key in merged else value
    return merged
