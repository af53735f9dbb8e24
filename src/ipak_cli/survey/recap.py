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

    from ipak_cli.rubric.survey import SurveyRubric


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


def most_answers(code: str, people: int, rubric: SurveyRubric) -> int:
    """Return how many answers so many people give at most: to an index's items, or to all (``""``)."""
    sizes = {index.code: len(index.items) for index in rubric.indices}
    return people * sizes.get(code, len(rubric.items))


def not_given(recap: Recap, people: int, rubric: SurveyRubric) -> dict[str, int]:
    """Return how many answers of so many people are not there, by item, else by index or ``""`` for all.

    The whole survey is taken where an index is not there. What has all of its answers is left out.
    """
    if recap.items:
        lacking = {code: people - item.n for code, item in recap.items.items()}
    else:
        given = {code: sum(counts.values()) for code, counts in recap.totals.items()}
        of_indices = [code for code in given if code]
        all_of_them = len(of_indices) == len(rubric.indices)
        read = of_indices if all_of_them or "" not in given else [""]
        lacking = {code: most_answers(code, people, rubric) - given[code] for code in read}
    return {code: count for code, count in lacking.items() if count > 0}
