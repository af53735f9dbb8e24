"""Between which figures the mean of everybody served lies, by the answers of some of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor, isqrt
from typing import TYPE_CHECKING, Final

from ipak_cli.catalogue.certainty import (
    ALL_VISITORS_ANSWERED,
    MORE_ANSWERS_THAN_VISITORS,
    SOME_VISITORS_ANSWERED,
    TOO_FEW_ANSWERS,
    VISITORS_UNKNOWN,
)
from ipak_cli.survey.certainty.quantiles import Z, student

if TYPE_CHECKING:
    from ipak_cli.base.message import Message
    from ipak_cli.survey.certainty.distribution import Moments

FEWEST: Final = 10
"""Answers below which there is no interval, and no verdict on a change."""
PLACES: Final = 4
"""Decimals of an interval's ends on the scale, rounded outward."""
_ROOT: Final = 10**15
"""One over the step to which square roots are taken, upward."""


@dataclass(frozen=True, slots=True)
class ConfidenceInterval:
    """The ends of an interval of 95 %, rounded outward; ``reason`` says what it was computed with.

    ``population`` is ``None`` where the number of people served is not known, or cannot be right.
    """

    low: Fraction
    high: Fraction
    answers: int
    population: int | None
    left_out: int
    reason: Message

    def times(self, factor: Fraction | int) -> ConfidenceInterval:
        """Return the interval on another scale, such as points or percent; the factor is above 0."""
        return replace(self, low=self.low * factor, high=self.high * factor)

    def shown(self, places: int = 2) -> tuple[Fraction, Fraction]:
        """Return the ends with fewer decimals, rounded outward again: a shown interval promises no more."""
        return _down(self.low, places), _up(self.high, places)


@dataclass(frozen=True, slots=True)
class Census:
    """Everybody answered: chance has no part in the figure."""

    population: int
    reason: Message


@dataclass(frozen=True, slots=True)
class NoInterval:
    """Why there is none."""

    reason: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Wilson:
    """The steps to an interval, as a workpaper shows them; see :func:`certainty_of` for their formulas.

    ``share`` to ``half`` are parts of the scale: ``error`` the variance of the share, ``quantile`` Student's,
    ``size`` how many answers of yes or no would tell as much. ``low`` and ``high`` are on the scale.
    """

    population: int | None
    share: Fraction
    error: Fraction
    quantile: Fraction
    size: Fraction
    centre: Fraction
    half: Fraction
    low: Fraction
    high: Fraction


Certainty = ConfidenceInterval | Census | NoInterval
"""What chance leaves open about a figure."""


def certainty_of(moments: Moments, population: int | None) -> Certainty:
    """Return the 95 % interval of the mean among all people served, of whom ``moments`` sums up some.

    Wilson's interval with the size that the answers are worth: the mean is mapped to a share ``p`` of the
    scale, ``v = variance / range^2 / n * (1 - n/N)``, and ``n_eff = p (1-p) / v * (z/t)^2`` with Student's t
    of n - 1 degrees of freedom (Korn and Graubard, 1998); where all answers are equal, ``n / (1 - n/N)``.
    Unlike the mean plus or minus t standard errors it stays on the scale, and holds where nearly all
    answers are the highest. Respondents are taken for a random draw of the people served.
    """
    if population == moments.answers > 0:
        return Census(population, ALL_VISITORS_ANSWERED(population=population))
    if moments.answers < FEWEST:
        return NoInterval(TOO_FEW_ANSWERS(answers=moments.answers, fewest=FEWEST))
    reason = _population(moments.answers, population)
    steps = wilson(moments, population)
    return ConfidenceInterval(
        steps.low, steps.high, moments.answers, steps.population, moments.left_out, reason
    )


def _population(answers: int, population: int | None) -> Message:
    """Say what is known of the number of people served."""
    if population is None:
        return VISITORS_UNKNOWN(answers=answers)
    told = {"answers": answers, "population": population}
    if population < answers:
        return MORE_ANSWERS_THAN_VISITORS(**told)
    return SOME_VISITORS_ANSWERED(**told)


def wilson(moments: Moments, population: int | None) -> Wilson:
    """Return the interval step by step; ten answers or more, and not of everybody."""
    n = moments.answers
    known = population if population is not None and population >= n else None
    width = moments.highest - moments.lowest
    share = (moments.value - moments.lowest) / width
    unseen = Fraction(1) if known is None else 1 - Fraction(n, known)
    error = moments.variance / width**2 / n * unseen
    quantile = student(n - 1)
    size = share * (1 - share) / error * (Z / quantile) ** 2 if error else n / unseen
    weight = 1 + Z**2 / size
    centre = (share + Z**2 / (2 * size)) / weight
    half = Z * _root_up(share * (1 - share) / size + Z**2 / (4 * size**2)) / weight
    low = moments.lowest + max(Fraction(0), centre - half) * width
    high = moments.lowest + min(Fraction(1), centre + half) * width
    return Wilson(
        population=known,
        share=share,
        error=error,
        quantile=quantile,
        size=size,
        centre=centre,
        half=half,
        low=max(moments.lowest, _down(low, PLACES)),
        high=min(moments.highest, _up(high, PLACES)),
    )


def _root_up(square: Fraction) -> Fraction:
    """Return the square root, rounded up where it is not exact: whole numbers only."""
    root = isqrt(square.numerator * _ROOT**2 // square.denominator)
    exact = Fraction(root, _ROOT) ** 2 == square
    return Fraction(root if exact else root + 1, _ROOT)


def _down(value: Fraction, places: int) -> Fraction:
    return Fraction(floor(value * 10**places), 10**places)


def _up(value: Fraction, places: int) -> Fraction:
    return Fraction(ceil(value * 10**places), 10**places)
