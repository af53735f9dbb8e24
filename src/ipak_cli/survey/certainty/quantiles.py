"""Quantiles of 95 % without a library: the normal one, Student's by a table, and a normal tail."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Final

from ipak_cli.base.figures import round_half_up

Z: Final = Fraction("1.959963985")
"""The point below which 97.5 % of a normal distribution lie, to nine places."""
FIRST: Final = 9
"""The fewest degrees of freedom of the table: fewer answers get no interval."""
PLACES: Final = 6
_TABLE: Final = (
    "2.262157", "2.228139", "2.200985", "2.178813", "2.160369", "2.144787", "2.131450", "2.119905",
    "2.109816", "2.100922", "2.093024", "2.085963", "2.079614", "2.073873", "2.068658", "2.063899",
    "2.059539", "2.055529", "2.051831", "2.048407", "2.045230", "2.042272", "2.039513", "2.036933",
    "2.034515", "2.032245", "2.030108", "2.028094", "2.026192", "2.024394", "2.022691", "2.021075",
    "2.019541", "2.018082", "2.016692", "2.015368", "2.014103", "2.012896", "2.011741", "2.010635",
    "2.009575", "2.008559", "2.007584", "2.006647", "2.005746", "2.004879", "2.004045", "2.003241",
    "2.002465", "2.001717", "2.000995", "2.000298",
)  # fmt: skip
"""The same point of Student's distribution with 9, 10, 11 ... 60 degrees of freedom."""
EXPANSION: Final = (
    (Z**3 + Z) / 4,
    (5 * Z**5 + 16 * Z**3 + 3 * Z) / 96,
    (3 * Z**7 + 19 * Z**5 + 17 * Z**3 - 15 * Z) / 384,
)
"""What is added to ``Z`` beyond the table: by 1/freedom, its square and its cube."""
_PI: Final = Decimal("3.14159265358979323846264338327950288419716939937510")
_DIGITS: Final = 50
_FARTHEST: Final = 8
"""Standard deviations beyond which a tail is less than the smallest number that is told apart from 0."""


def tabled() -> dict[int, Fraction]:
    """Return the table: the point by degrees of freedom."""
    return {freedom: Fraction(text) for freedom, text in enumerate(_TABLE, FIRST)}


def student(freedom: int) -> Fraction:
    """Return the point below which 97.5 % of Student's distribution lie, right to one in the sixth place.

    Beyond the table by the expansion in 1/freedom up to the third power (Abramowitz and Stegun 26.7.5),
    which errs by less than 0.0000002 there. Raises ``ValueError`` below nine degrees of freedom.
    """
    if freedom < FIRST:
        raise ValueError(f"no quantile of {freedom} degrees of freedom")
    if freedom < FIRST + len(_TABLE):
        return Fraction(_TABLE[freedom - FIRST])
    first, second, third = EXPANSION
    return round_half_up(Z + first / freedom + second / freedom**2 + third / freedom**3, PLACES)


def normal_tail(squared: Fraction) -> Fraction:
    """Return the share of a normal distribution beyond a distance on one side, half up to twelve places.

    The distance is given by its square, in variances. Decimal arithmetic of fifty digits gives the same
    figure with every Python, which a binary logarithm or exponential does not promise.
    """
    if squared > _FARTHEST**2:
        return Fraction(0)
    with localcontext() as context:
        context.prec = _DIGITS
        square = Decimal(squared.numerator) / Decimal(squared.denominator)
        term = total = square.sqrt()
        step = 1
        while term > Decimal(10) ** -30:
            step += 2
            term = term * square / step
            total += term
        inside = total * (-square / 2).exp() / (2 * _PI).sqrt()
    return round_half_up(Fraction(1, 2) - Fraction(inside), 12)
