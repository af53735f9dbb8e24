"""Responses as whole columns of numbers: what one piece of a sheet says, row by row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import numpy.typing as npt

    from ipak_cli.tables.column import Column


NO_PERIOD = -1
"""The quarter of a response whose time is not known."""


@dataclass(frozen=True, slots=True)
class Responses:
    """Responses in sheet order; every array has one entry (or row) a response.

    ``rows`` are sheet rows; ``answers[row, item]`` is the place of the answer on the scale counted from 1, or
    0 for an answer not given; ``quarters`` are quarter ordinals and ``minutes`` minutes since 1970, -1 where
    not known; ``groups`` hold the profile answers as text. ``prints`` and ``persons`` are fingerprints of the
    whole response and of the respondent, 0 where there is nothing to tell them by; ``persons`` is ``None``
    where no column tells respondents apart. ``suggestions`` and ``identities`` hold texts: a column for each
    of the sheet's columns of that kind.
    """

    rows: npt.NDArray[np.int64]
    answers: npt.NDArray[np.int8]
    quarters: npt.NDArray[np.int64]
    minutes: npt.NDArray[np.int64]
    groups: Mapping[str, Column]
    prints: npt.NDArray[np.uint64]
    persons: npt.NDArray[np.uint64] | None
    tests: npt.NDArray[np.bool_]
    suggestions: tuple[Column, ...]
    identities: tuple[Column, ...]

    @property
    def straight(self) -> npt.NDArray[np.bool_]:
        """Which respondents gave every item the same answer."""
        same: npt.NDArray[np.bool_] = (self.answers == self.answers[:, :1]).all(axis=1)
        return same & (self.answers[:, 0] > 0)

    def only(self, rows: npt.NDArray[np.intp]) -> Responses:
        """Return some of the responses (counted from 0)."""
        return Responses(
            rows=self.rows[rows],
            answers=self.answers[rows],
            quarters=self.quarters[rows],
            minutes=self.minutes[rows],
            groups={profile: labels.only(rows) for profile, labels in self.groups.items()},
            prints=self.prints[rows],
            persons=None if self.persons is None else self.persons[rows],
            tests=self.tests[rows],
            suggestions=tuple(column.only(rows) for column in self.suggestions),
            identities=tuple(column.only(rows) for column in self.identities),
        )

    def by_quarter(self) -> Iterator[tuple[int, Responses]]:
        """Yield each quarter's ordinal and its responses, the earliest first."""
        ordinals = np.unique(self.quarters).tolist()
        for ordinal in ordinals:
            # Nearly always there is one, and nothing to choose.
            yield ordinal, self if len(ordinals) == 1 else self.only(np.flatnonzero(self.quarters == ordinal))
