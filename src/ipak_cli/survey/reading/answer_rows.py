"""The answers of each response, in an order that tells nothing of who gave them or when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.reading.responses import Places


@dataclass(frozen=True, slots=True)
class ScoredAnswers:
    """The responses that were scored, by the rubric that they were counted by.

    Each has the place of its answer to every item among the item's values, counted from 1, 0 for none. A
    recap has no ``rows``. It is ``counted`` where it tells each item's counts and how many ``respondents``
    it is of.
    """

    rubric: SurveyRubric
    rows: tuple[tuple[int, ...], ...] | None
    respondents: int
    counted: bool = True


def scored_answers(rubric: SurveyRubric, parts: Iterable[Places]) -> ScoredAnswers:
    """Return the responses of all parts sorted by their answers; a part has a row an item."""
    joined = np.concatenate([*parts], axis=1)
    rows = joined[:, np.lexsort(joined[::-1])].T.tolist()
    return ScoredAnswers(rubric, tuple(map(tuple, rows)), len(rows))
