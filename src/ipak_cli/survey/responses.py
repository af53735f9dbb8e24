"""Responses as whole columns of numbers: what one piece of a sheet says, row by row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    import numpy.typing as npt


NO_PERIOD = -1
"""The quarter of a response whose time is not known."""


@dataclass(frozen=True, slots=True)
class Responses:
    """Responses in sheet order; every array has one entry (or row) a response.

    ``rows`` are sheet rows; ``answers[row, item]`` is the place of the answer on the scale counted from 1, or
    0 for an answer not given; ``quarters`` are quarter ordinals and ``minutes`` minutes since 1970, -1 where
    not known; ``groups`` hold the profile answers as text, blank as "". ``prints`` and ``persons`` are
    fingerprints of the whole response and of the respondent, 0 where there is nothing to tell them by.
    ``suggestions`` and ``identities`` hold texts, blank as "": a row a response, a column for each of the
    sheet's columns of that kind.
    """

    rows: npt.NDArray[np.int64]
    answers: npt.NDArray[np.int8]
    quarters: npt.NDArray[np.int64]
    minutes: npt.NDArray[np.int64]
    groups: Mapping[str, npt.NDArray[np.object_]]
    prints: npt.NDArray[np.uint64]
    persons: npt.NDArray[np.uint64]
    tests: npt.NDArray[np.bool_]
    suggestions: npt.NDArray[np.object_]
    identities: npt.NDArray[np.object_]

    @property
    def straight(self) -> npt.NDArray[np.bool_]:
        """Which respondents gave every item the same answer."""
        same: npt.NDArray[np.bool_] = (self.answers == self.answers[:, :1]).all(axis=1)
        return same & (self.answers[:, 0] > 0)

    def only(self, mask: npt.NDArray[np.bool_]) -> Responses:
        """Return the responses for which the mask holds."""
        return Responses(
            rows=self.rows[mask],
            answers=self.answers[mask],
            quarters=self.quarters[mask],
            minutes=self.minutes[mask],
            groups={profile: labels[mask] for profile, labels in self.groups.items()},
            prints=self.prints[mask],
            persons=self.persons[mask],
            tests=self.tests[mask],
            suggestions=self.suggestions[mask],
            identities=self.identities[mask],
        )
