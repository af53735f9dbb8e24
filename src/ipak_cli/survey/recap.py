"""A recap of a survey: counts, sums or means that an office has instead of the answers themselves.

What a recap says is kept as it says it; what follows from it, and what does not, is worked out in
:mod:`ipak_cli.survey.recap_result`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


class RecapShape(StrEnum):
    """What a recap holds: of each item how often each answer was given, the answers' sum, or their mean.

    ``TOTALS`` are how often each answer was given to all items of an index, or of the survey, together. Each
    shape says more than those after it.
    """

    COUNTS = "counts"
    SUMS = "sums"
    MEANS = "means"
    TOTALS = "totals"


def weakest(shapes: Collection[RecapShape]) -> RecapShape | None:
    """Return the one of these shapes that says least; ``None`` where there is none."""
    return max(shapes, key=[*RecapShape].index, default=None)


@dataclass(frozen=True, slots=True)
class ItemRecap:
    """What a recap tells of one item: how many answers, the sums that they can have, and their counts.

    ``sums`` are consecutive whole numbers, after polarity: one where the sum is known, several where a
    printed mean allows several. ``counts`` says how often each value was chosen, as respondents chose it;
    ``None`` where the recap does not tell.
    """

    n: int
    sums: range
    counts: Mapping[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Recap:
    """Everything that one recap says of a survey.

    ``items`` holds every item of the rubric by its code, or none (``TOTALS``); ``totals`` holds the counts of
    values by the code of an index, or by ``""`` for all items together, and is empty otherwise.
    ``respondents`` is ``None`` where the recap does not say how many people answered.
    """

    shape: RecapShape
    respondents: int | None
    items: Mapping[str, ItemRecap]
    totals: Mapping[str, Mapping[int, int]]
