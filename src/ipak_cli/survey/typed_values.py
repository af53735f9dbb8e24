"""Texts that somebody types as figures of a recap, read one by one: each is certain, or refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import decimal
from ipak_cli.base.period import parse_period
from ipak_cli.base.printed import Printed, nearest_means, readings, sums_of
from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.catalogue.typed_recap import (
    A_MEAN,
    A_PERIOD,
    A_SHAPE,
    A_WHOLE_NUMBER,
    SO_MANY_COUNTS,
    TYPED_MEAN_IMPOSSIBLE,
    TYPED_SUM_IMPOSSIBLE,
    TYPED_VALUE_UNREADABLE,
)
from ipak_cli.survey.recap import RecapShape

if TYPE_CHECKING:
    from ipak_cli.base.message import Message
    from ipak_cli.base.period import Period
    from ipak_cli.rubric.survey import Scale

SHAPES: Final = (RecapShape.COUNTS, RecapShape.SUMS, RecapShape.MEANS, RecapShape.TOTALS)
"""The shapes in the order of their numbers: the one that says most first."""
_BETWEEN: Final = re.compile(r"\s*[,;]\s*|\s+")
_WHOLE: Final = re.compile(r"[0-9]{1,9}")
_GROUPED: Final = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,2}")


def read_period(text: str, what: str | Message) -> Period:
    """Return a period; raises ``ProblemsFoundError``."""
    try:
        return parse_period(text)
    except ValueError:
        raise _unreadable(text, what, A_PERIOD()) from None


def read_shape(text: str, what: str | Message) -> RecapShape:
    """Return the shape of a number from 1 on; raises ``ProblemsFoundError``."""
    numbers = {str(number): shape for number, shape in enumerate(SHAPES, start=1)}
    if text.strip() not in numbers:
        raise _unreadable(text, what, A_SHAPE())
    return numbers[text.strip()]


def read_whole(text: str, what: str | Message, least: int = 0) -> int:
    """Return a whole number, which may have points between thousands; raises ``ProblemsFoundError``."""
    found = _whole(text)
    if found is None or found < least:
        raise _unreadable(text, what, A_WHOLE_NUMBER())
    return found


def read_counts(text: str, scale: Scale, what: str | Message) -> tuple[int, ...]:
    """Return how often each value was given, lowest first; raises ``ProblemsFoundError``."""
    parts = [_whole(part) for part in _BETWEEN.split(text.strip())]
    found = tuple(part for part in parts if part is not None)
    if len(found) != len(parts) or len(found) != len(scale.values):
        example = ",".join(map(str, range(len(scale.values))))
        told = {"count": len(scale.values), "lowest": scale.lowest, "highest": scale.highest}
        raise _unreadable(text, what, SO_MANY_COUNTS(example=example, **told))
    return found


def read_sum(text: str, n: int, scale: Scale, what: str | Message) -> int:
    """Return the sum of ``n`` answers; raises ``ProblemsFoundError``, also for one that they cannot have."""
    found = read_whole(text, what)
    lowest, highest = n * scale.lowest, n * scale.highest
    if not lowest <= found <= highest:
        told = {"sum": found, "n": n, "lowest": lowest, "highest": highest}
        raise ProblemsFoundError([problem(TYPED_SUM_IMPOSSIBLE, what=what, **told)])
    return found


def read_mean(text: str, n: int, scale: Scale, what: str | Message) -> Printed:
    """Return the printed mean of ``n`` answers; raises ``ProblemsFoundError``, as :func:`read_sum` does."""
    found = [each for each in readings(text) if scale.lowest <= each.value <= scale.highest]
    if len(found) != 1:
        raise _unreadable(text, what, A_MEAN(lowest=scale.lowest, highest=scale.highest))
    (mean,) = found
    possible = sums_of(mean, n)
    if not possible:
        near = tuple(
            dict.fromkeys(
                decimal(each, max(mean.places, _SHOWN))
                for each in nearest_means(mean, n)
                if scale.lowest <= each <= scale.highest
            )
        )
        raise ProblemsFoundError([problem(TYPED_MEAN_IMPOSSIBLE, what=what, mean=mean, n=n, nearest=near)])
    return mean


_SHOWN: Final = 4
"""Decimals of the nearest means: with fewer they may look like the one that cannot be."""


def _whole(text: str) -> int | None:
    stripped = text.strip()
    if _GROUPED.fullmatch(stripped):
        return int(stripped.replace(".", ""))
    return int(stripped) if _WHOLE.fullmatch(stripped) else None


def _unreadable(text: str, what: str | Message, wanted: Message) -> ProblemsFoundError:
    return ProblemsFoundError([problem(TYPED_VALUE_UNREADABLE, given=text, what=what, wanted=wanted)])
