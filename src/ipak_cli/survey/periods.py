"""Which quarter a survey is of: from the argument or from the data, never from the clock."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ipak_cli.period import Quarter
from ipak_cli.problems import Problem, ProblemsFoundError, Where, problem
from ipak_cli.survey.responses import NO_PERIOD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
            problem("W426", where, quarter=asked) if asked else problem("W422", where) for where in undated
        )
        return asked, tuple(told)
    total: Counter[Quarter] = Counter()
    for _, quarters in dated:
        total.update(quarters)
    if asked is None:
        return _only(total, dated, undated), ()
    if asked not in total:
        raise ProblemsFoundError(
            problem("W421", where, quarter=asked, quarters=_listed(quarters)) for where, quarters in dated
        )
    return asked, tuple(problem("W426", where, quarter=asked) for where in undated)


def is_dated(responses: Mapping[int, int]) -> bool:
    """Tell whether any response has a time."""
    return bool(responses.keys() - {NO_PERIOD})


def _only(
    total: Counter[Quarter], dated: Sequence[tuple[Where, Mapping[Quarter, int]]], undated: Sequence[Where]
) -> Quarter:
    """Return the one quarter of all files, or raise what keeps them from having one."""
    [(most, _)] = total.most_common(1)
    several = dated if len(total) > 1 else ()
    faults = [problem("W420", where, quarters=_listed(found), quarter=most) for where, found in several]
    faults += [problem("W416", where, quarter=most) for where in undated]
    if faults:
        raise ProblemsFoundError(faults)
    return most


def _quarters(responses: Mapping[int, int]) -> dict[Quarter, int]:
    return {
        Quarter.from_ordinal(ordinal): n for ordinal, n in responses.items() if ordinal != NO_PERIOD and n
    }


def _listed(quarters: Mapping[Quarter, int]) -> str:
    return ", ".join(f"{quarter} ({n} responden)" for quarter, n in sorted(quarters.items()))
