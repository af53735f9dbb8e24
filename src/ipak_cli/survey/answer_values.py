"""The values that an item's answers can have: the scale's, and the means of several columns between them."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import exact_text, weighted_sum
from ipak_cli.rubric.survey import MOST_TOGETHER, Polarity
from ipak_cli.survey.result import AnswerShare
from ipak_cli.survey.tally import whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.rubric.survey import Item, Scale
    from ipak_cli.survey.tally import Number

Values = tuple["Number", ...]
BETWEEN: Final = "between"
"""Stands for all values between those of the scale."""


def values_of(item: Item, scale: Scale) -> Values:
    """Return every value that one response can give an item, lowest first."""
    return _values(scale.lowest, scale.highest, max(len(item.mean_of), 1))


def values_counted(number: int, scale: Scale) -> Values:
    """Return the values of an item of which so many are counted: more columns together have more of them.

    Raises ``ValueError`` where no number of columns has so many.
    """
    for together in range(1, MOST_TOGETHER + 1):
        if len(found := _values(scale.lowest, scale.highest, together)) == number:
            return found
    raise ValueError(f"no item has {number} values from {scale.lowest} to {scale.highest}")


@cache
def _values(lowest: int, highest: int, together: int) -> Values:
    """Return the means of up to so many answers; the values of fewer columns are among those of more."""
    if together == 1:
        return tuple(range(lowest, highest + 1))
    means = {
        Fraction(total, given)
        for given in range(1, together + 1)
        for total in range(given * lowest, given * highest + 1)
    }
    return tuple(map(whole, sorted(means)))


def sum_of_values(given: tuple[int, ...], item: Item, scale: Scale) -> Number:
    """Return the sum of an item's answers, after polarity."""
    upright = sum(value * count for value, count in valued(given, scale))
    turned = (scale.lowest + scale.highest) * sum(given) - upright
    return whole(upright if item.polarity is Polarity.POSITIVE else turned)


def valued(given: tuple[int, ...], scale: Scale) -> Iterator[tuple[Number, int]]:
    """Yield each value that an item's answers can have, with how often it was given."""
    return zip(values_counted(len(given), scale), given, strict=True)


def key_of(value: Number) -> str:
    """Return how documents write a value: ``4``, ``7/2``."""
    return exact_text(Fraction(value))


def is_between(key: str) -> bool:
    """Tell a value between those of the scale, as documents write it: the mean of several columns."""
    return "/" in key


def gathered(distribution: Mapping[str, AnswerShare]) -> dict[str, AnswerShare]:
    """Return the shares of the scale's values, and last those of all values between them together, if any."""
    shares = {key: share for key, share in distribution.items() if not is_between(key)}
    between = [share for key, share in distribution.items() if is_between(key)]
    if between:
        figure = weighted_sum((share.share, Fraction(1)) for share in between)
        shares[BETWEEN] = AnswerShare(sum(share.count for share in between), figure)
    return shares
