"""The periods of a roll-up: which come one after the other, and which are asked for."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from ipak_cli.base.period import Period, PeriodKind, parse_period, timeline

if TYPE_CHECKING:
    from collections.abc import Collection


@lru_cache(maxsize=4096)
def read(name: str) -> Period:
    """Return the period of a name that a document holds."""
    return parse_period(name)


@lru_cache(maxsize=4096)
def period_before(name: str) -> str | None:
    """Return the period just before, of the same kind; a range of days has none."""
    period = read(name)
    if period.kind is PeriodKind.RANGE:
        return None
    return Period.of(period.start - timedelta(days=1), period.kind).name


def asked_periods(
    found: Collection[Period], first: Period | None, last: Period | None
) -> tuple[tuple[Period, ...], PeriodKind | None]:
    """Return the periods of a roll-up, and the kind that most of them have.

    They are those found from ``first`` to ``last``, and of the usual kind those between them too.
    """
    inside = [
        each
        for each in found
        if (first is None or first.start <= each.start) and (last is None or each.end <= last.end)
    ]
    kinds = Counter(each.kind for each in inside or [each for each in (first, last) if each is not None])
    usual = max(kinds, key=lambda kind: (kinds[kind], kind), default=None)
    line = [each for each in (*inside, first, last) if each is not None and each.kind is usual]
    return tuple(sorted({*inside, *(timeline(line) if line else ())})), usual
