"""The period of a survey: which quarter is scored, by the times of the responses and by what was asked."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ipak_cli.base.problem import Problem, ProblemsFoundError, Where, problem
from ipak_cli.base.quarter import Quarter
from ipak_cli.catalogue.survey import (
    FILE_WITHOUT_TIME_COLUMN,
    QUARTER_AND_RESPONDENTS,
    QUARTER_NOT_CHECKABLE,
    QUARTER_NOT_IN_FILE,
    QUARTER_UNKNOWN,
    SEVERAL_QUARTERS,
)
from ipak_cli.survey.reading.date_column import NO_PERIOD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.base.message import Message

Counted = tuple[Where, "Mapping[int, int]"]
"""A file, and its responses by quarter ordinal."""


def choose_quarter(
    files: Sequence[Counted], asked: Quarter | None
) -> tuple[Quarter | None, tuple[Problem, ...]]:
    """Return the quarter to score and what there is to say about it.

    The responses of a file without times are taken as those of the asked quarter; without one to ask for the
    period stays unknown. Raises ``ProblemsFoundError``, with each file's own quarters, where the data hold
    several quarters and none was asked for, or none of the asked one, or where only some files have times.
    """
    dated = [(where, quarters) for where, responses in files if (quarters := _quarters(responses))]
    undated = [where for where, responses in files if responses and not is_dated(responses)]
    if not dated:
        told = (
            problem(QUARTER_NOT_CHECKABLE, where, quarter=asked) if asked else problem(QUARTER_UNKNOWN, where)
            for where in undated
        )
        return asked, tuple(told)
    total: Counter[Quarter] = Counter()
    for _, quarters in dated:
        total.update(quarters)
    if asked is None:
        return _only(total, dated, undated), ()
    if asked not in total:
        raise ProblemsFoundError(
            problem(QUARTER_NOT_IN_FILE, where, quarter=asked, quarters=_listed(quarters))
            for where, quarters in dated
        )
    return asked, tuple(problem(QUARTER_NOT_CHECKABLE, where, quarter=asked) for where in undated)


def is_dated(responses: Mapping[int, int]) -> bool:
    """Tell whether any response has a time."""
    return bool(responses.keys() - {NO_PERIOD})


def _only(
    total: Counter[Quarter], dated: Sequence[tuple[Where, Mapping[Quarter, int]]], undated: Sequence[Where]
) -> Quarter:
    """Return the one quarter of all files, or raise what keeps them from having one."""
    [(most, _)] = total.most_common(1)
    several = dated if len(total) > 1 else ()
    faults = [
        problem(SEVERAL_QUARTERS, where, quarters=_listed(found), quarter=most) for where, found in several
    ]
    faults += [problem(FILE_WITHOUT_TIME_COLUMN, where, quarter=most) for where in undated]
    if faults:
        raise ProblemsFoundError(faults)
    return most


def _quarters(responses: Mapping[int, int]) -> dict[Quarter, int]:
    return {
        Quarter.from_ordinal(ordinal): n for ordinal, n in responses.items() if ordinal != NO_PERIOD and n
    }


def _listed(quarters: Mapping[Quarter, int]) -> tuple[Message, ...]:
    return tuple(
        QUARTER_AND_RESPONDENTS(quarter=quarter, respondents=n) for quarter, n in sorted(quarters.items())
    )
