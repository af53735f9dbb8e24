"""What is wrong with the respondents of a long table: second answers, ids almost the same, parts of forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.base.problem import problem
from ipak_cli.base.text import normalise, spaced
from ipak_cli.catalogue.survey import (
    COPIES_REMEDY,
    NUMBERS_BEGIN_AGAIN_REMEDY,
    RESPONDENT_ANSWERS_TWICE,
    RESPONDENTS_ALIKE,
    RESPONDENTS_IN_PARTS,
    SECOND_ANSWERS_DIFFER,
    SECOND_ANSWERS_EQUAL,
    SECOND_FORMS_REMEDY,
)
from ipak_cli.survey.reading.long_columns import GROUPS, asked_again, folded, people_of
from ipak_cli.tables.column import as_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import numpy.typing as npt

    from ipak_cli.base.message import Message
    from ipak_cli.base.problem import Problem
    from ipak_cli.survey.reading.long_table import LongTable

    Numbers = npt.NDArray[np.int64]

_FEW_COPIES: Final = 4
"""One row of so many, at the most, may be copies; more may be other respondents of the same number."""
_WHOLE: Final = (2, 3)
"""The share of the questions that are asked on average, up to which somebody must be asked all of them."""


def respondent_faults(table: LongTable, questions: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with the respondents of items and of some further ``questions``."""
    wanted = frozenset(questions)
    asks = np.array([*(text in wanted for text in table.texts.values.cells), False], np.bool_)
    asked = table.only(asks[table.texts.codes] | table.asks_item)
    people = people_of(asked.body.columns[table.respondent])
    again = np.flatnonzero(asked_again(people, asked.texts))
    if len(again):
        yield _answered_twice(asked, people, again)
    alike = list(_alike(table))
    yield from alike
    if not alike:
        yield from _in_parts(table.only(table.asks_item))


def _answered_twice(asked: LongTable, people: Numbers, again: Numbers) -> Problem:
    firsts = _first_rows(people * (len(asked.texts.values) + 1) + asked.texts.codes)[again]
    texts = asked.body.columns[asked.answer].texts(as_text).codes
    differing = int((texts[firsts] != texts[again]).sum())
    first, second = int(firsts[0]), int(again[0])
    return problem(
        RESPONDENT_ANSWERS_TWICE,
        asked.at(second, asked.answer),
        respondent=asked.cell(second, asked.respondent),
        cells=(asked.cell(first, asked.answer), asked.cell(second, asked.answer)),
        count=len(again),
        equal=SECOND_ANSWERS_DIFFER(count=differing) if differing else SECOND_ANSWERS_EQUAL(),
        remedy=_remedy(asked, people, copies=not differing and _FEW_COPIES * len(again) <= len(people)),
    )


def _first_rows(keys: Numbers) -> Numbers:
    """Return for each row the first that has the same key."""
    _, first, which = np.unique(keys, return_index=True, return_inverse=True)
    return np.asarray(first[which])


def _remedy(asked: LongTable, people: Numbers, *, copies: bool) -> Message:
    """Say what may be the cause: numbers that begin again in each unit, copied rows, or second forms."""
    for number, column in sorted(asked.free.items()):
        words = normalise(spaced(asked.headers.get(number, ""))).split()
        if GROUPS.isdisjoint(words) or column.blank.any():
            continue
        groups = people_of(column)
        both = people * (int(groups.max()) + 1) + groups
        if not asked_again(both, asked.texts).any():
            return NUMBERS_BEGIN_AGAIN_REMEDY(column=asked.named(number))
    return COPIES_REMEDY() if copies else SECOND_FORMS_REMEDY()


def _alike(table: LongTable) -> Iterator[Problem]:
    """Yield one problem for respondents who differ by letter case or spaces alone."""
    column = table.body.columns[table.respondent]
    people, same = people_of(column), people_of(folded(column))
    known = np.flatnonzero(people >= 0)
    firsts = known[_first_rows(same[known])]
    other = np.flatnonzero(people[known] != people[firsts])
    if len(other):
        first, second = int(firsts[other[0]]), int(known[other[0]])
        yield problem(
            RESPONDENTS_ALIKE,
            table.at(second, table.respondent),
            column=table.named(table.respondent),
            cells=(table.cell(first, table.respondent), table.cell(second, table.respondent)),
            count=len(np.unique(people[known[other]])),
        )


def _in_parts(asked: LongTable) -> Iterator[Problem]:
    """Yield a problem if nobody is asked all that is asked, and a third or more is lacking."""
    people = people_of(asked.body.columns[asked.respondent])
    pairs = np.unique(np.stack([people, asked.texts.codes]), axis=1)
    counts = np.unique(pairs[0], return_counts=True)[1]
    items = len(np.unique(pairs[1]))
    part, whole = _WHOLE
    if int(counts.max()) < items and whole * int(counts.sum()) <= part * items * len(counts):
        yield problem(
            RESPONDENTS_IN_PARTS,
            asked.form.at(asked.header, asked.respondent),
            column=asked.named(asked.respondent),
            most=int(counts.max()),
            items=items,
            count=len(counts),
        )
