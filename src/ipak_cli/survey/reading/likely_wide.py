"""Tables of one response a row that look like long ones: what is not clear is not read as an answer a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.survey.reading.long_columns import comes_again, find_respondents, folded, is_answered, people_of
from ipak_cli.survey.reading.unmatched_sheets import is_headed_answer

if TYPE_CHECKING:
    from ipak_cli.survey.reading.long_table import LongTable

_FEWEST_COLUMNS: Final = 4
"""Columns of answers beside those to the question of the row, below which a table may still be long."""


def with_respondents(table: LongTable) -> LongTable | None:
    """Return the table with the column of its respondents; ``None`` if it may have one response a row.

    That is said rather than what is wrong with its respondents: it has none in the sense of a long table.
    """
    try:
        known = find_respondents(table)
    except ProblemsFoundError:
        if _is_likely_wide(table):
            return None
        raise
    return None if _is_likely_wide(known) else known


def _is_likely_wide(table: LongTable) -> bool:
    """Tell a table with many columns of answers, or whose respondents are asked less than half of the items.

    While no respondents are known, a column counts whose values are the scale's.
    """
    asked = table.only(table.asks_item)
    items = len(table.form.rubric.items)
    answers = sum(_answers_by_row(asked, number) for number in asked.free)
    return answers >= max(_FEWEST_COLUMNS, (items + 1) // 2) or 2 * _most_asked(asked) < items


def _answers_by_row(asked: LongTable, number: int) -> bool:
    """Tell a column that says something of the row: of neither the question nor the respondent alone."""
    column = asked.body.columns[number]
    if is_headed_answer(asked.headers.get(number, "")) or not comes_again(column):
        return False
    known = [asked.texts.codes]
    if asked.respondent:
        known.append(people_of(asked.body.columns[asked.respondent]))
    elif not is_answered(asked, number):
        return False
    values = people_of(column)
    return all(pd.Series(values).groupby(each).nunique().max() > 1 for each in known)


def _most_asked(asked: LongTable) -> int:
    """Return how many items the respondent is asked who is asked most; all, while none is known."""
    if not asked.respondent:
        return len(asked.form.rubric.items)
    people = people_of(folded(asked.body.columns[asked.respondent]))
    pairs = np.unique(np.stack([people, asked.texts.codes]), axis=1)
    return int(np.unique(pairs[0], return_counts=True)[1].max())
