"""Which quarter a survey is of: from the argument or from the data, never from the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.period import Quarter
from ipak_cli.problems import Problem, ProblemsFoundError, Where, problem
from ipak_cli.survey.responses import NO_PERIOD

if TYPE_CHECKING:
    from collections.abc import Mapping


def choose_quarter(
    responses: Mapping[int, int], asked: Quarter | None, where: Where
) -> tuple[Quarter | None, tuple[Problem, ...]]:
    """Return the quarter to score and what there is to say about it.

    ``responses`` counts responses by quarter ordinal. Without a time column the asked quarter is taken as it
    is, and without one to ask for the period stays unknown. Raises ``ProblemsFoundError`` where the data
    hold several quarters and none was asked for, or none of the asked one.
    """
    dated = {Quarter.from_ordinal(ordinal): n for ordinal, n in responses.items() if ordinal != NO_PERIOD}
    if not dated:
        return asked, (problem("W426", where, quarter=asked) if asked else problem("W422", where),)
    listed = ", ".join(f"{quarter} ({n} responden)" for quarter, n in sorted(dated.items()))
    if asked is None:
        if len(dated) > 1:
            raise ProblemsFoundError([problem("W420", where, quarters=listed)])
        return next(iter(dated)), ()
    if asked not in dated:
        raise ProblemsFoundError([problem("W421", where, quarter=asked, quarters=listed)])
    return asked, ()
