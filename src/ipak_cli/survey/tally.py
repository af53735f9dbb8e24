"""Counting responses: whole columns at a time, into a tally of plain integers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ipak_cli.rubric.models import Polarity, SurveyRubric
from ipak_cli.survey.counts import MOST_GROUPS, UNGROUPED, Counts, Matrix, Products, Tally

if TYPE_CHECKING:
    from ipak_cli.survey.responses import Responses


def tally(responses: Responses, rubric: SurveyRubric) -> Tally:
    """Count a set of responses."""
    answers = responses.answers
    values = len(rubric.scale.values)
    known = responses.minutes[responses.minutes >= 0]
    minutes, counts = np.unique(known, return_counts=True)
    return Tally(
        total=Counts(len(answers), _count(answers, values)),
        groups={
            (profile, label): counted
            for profile, labels in responses.groups.items()
            for label, counted in _count_groups(labels, answers, values).items()
        },
        products=_products(answers, rubric),
        straight=tuple(np.bincount(answers[responses.straight, 0], minlength=values + 1)[1:].tolist()),
        minutes=dict(zip(minutes.tolist(), counts.tolist(), strict=True)),
    )


def _count(answers: np.ndarray, values: int) -> Matrix:
    return tuple(tuple(np.bincount(column, minlength=values + 1)[1:].tolist()) for column in answers.T)


def _count_groups(labels: np.ndarray, answers: np.ndarray, values: int) -> dict[str, Counts]:
    codes, distinct = pd.factorize(labels)
    names = [str(name) for name in distinct]
    if len(names) > MOST_GROUPS:
        codes, names = np.zeros(len(labels), dtype=np.intp), [UNGROUPED]
    return {
        name: Counts(int((codes == code).sum()), _count(answers[codes == code], values))
        for code, name in enumerate(names)
    }


def _products(answers: np.ndarray, rubric: SurveyRubric) -> dict[str, Products]:
    lowest, highest = rubric.scale.lowest, rubric.scale.highest
    products, first = {}, 0
    for index in rubric.indices:
        mine = answers[:, first : first + len(index.items)].astype(np.int64)
        first += len(index.items)
        scored = mine[(mine > 0).all(axis=1)] + (lowest - 1)
        for column, item in enumerate(index.items):
            if item.polarity is Polarity.NEGATIVE:
                scored[:, column] = lowest + highest - scored[:, column]
        cross = tuple(tuple(row) for row in (scored.T @ scored).tolist())
        products[index.code] = Products(len(scored), tuple(scored.sum(axis=0).tolist()), cross)
    return products
