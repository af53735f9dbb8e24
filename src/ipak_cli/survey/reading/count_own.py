"""Counting respondents by their own index, all together and by what they said to the profile questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ipak_cli.survey.tally import UNGROUPED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from fractions import Fraction

    import numpy.typing as npt

    from ipak_cli.survey.reading.count_groups import LabelledProfile
    from ipak_cli.tables.column import Mask

    Numbers = npt.NDArray[np.int64]


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
