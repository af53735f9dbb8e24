"""Numbers as a document prints them, and the exact values behind which they can stand.

A printed number is a value with a number of decimals. Reports round half up, half to even or, wrongly, cut
decimals off; which of them a writer used is not known, so that a value is called impossible only where none
of the right ways gives it. The test for means of whole answers is the GRIM test (Brown and Heathers, 2017).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import decimal

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_PLACES: Final = 12
_NUMBER: Final = re.compile(r"[-−–]?\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as it is printed: its value, and how many decimals it has."""

    value: Fraction
    places: int = 0

    @property
    def step(self) -> Fraction:
        """One unit of the last decimal."""
        return Fraction(1, 10**self.places)

    @property
    def low(self) -> Fraction:
        """The lowest exact value that is rounded to it."""
        return self.value - self.step / 2

    @property
    def high(self) -> Fraction:
        """The highest exact value that is rounded to it, half to even included."""
        return self.value + self.step / 2

    def __str__(self) -> str:
        """Write it as an Indonesian document does, with its own decimals."""
        return decimal(self.value, self.places)

    def rounds(self, exact: Fraction) -> bool:
        """Tell whether an exact value is printed so: rounded half up, or half to even."""
        return self.low <= exact <= self.high and (exact != self.high or self._is_even)

    def cuts(self, exact: Fraction) -> bool:
        """Tell whether an exact value is printed so when its decimals are cut off, though not by rounding."""
        return self.value <= exact < self.value + self.step and not self.rounds(exact)

    @property
    def _is_even(self) -> bool:
        return (self.value / self.step).numerator % 2 == 0

    def agrees(self, other: Printed) -> bool:
        """Tell whether both can be the same exact value, printed with other decimals."""
        return self.low <= other.high and other.low <= self.high


def sums_of(mean: Printed, count: int) -> range:
    """Return the whole sums of ``count`` answers whose mean is printed so: consecutive, or none.

    Raises ``ValueError`` for a count below one.
    """
    if count < 1:
        raise ValueError("a mean needs at least one answer")
    first = -((-mean.low * count) // 1)
    last = (mean.high * count) // 1
    found = [total for total in range(int(first), int(last) + 1) if mean.rounds(Fraction(total, count))]
    return range(found[0], found[-1] + 1) if found else range(0)


def is_possible(mean: Printed, count: int) -> bool:
    """Tell whether ``count`` whole answers can have this mean: the GRIM test."""
    return bool(sums_of(mean, count))


def nearest_means(mean: Printed, count: int) -> tuple[Fraction, ...]:
    """Return the means of ``count`` whole answers that lie next to a printed one, below and above."""
    below = (mean.value * count) // 1
    return tuple(Fraction(total, count) for total in (int(below), int(below) + 1))


def counts_for(means: Iterable[Printed], counts: range) -> tuple[int, ...]:
    """Return the numbers of answers for which each of the means is possible."""
    given = tuple(means)
    return tuple(count for count in counts if all(is_possible(mean, count) for mean in given))


def readings(text: str) -> tuple[Printed, ...]:
    """Return what a number's text can mean: two values where thousands and decimals look alike."""
    stripped = text.strip()
    if not _NUMBER.fullmatch(stripped):
        return ()
    negative, digits = stripped[0] in "-−–", stripped.lstrip("-−–")
    sign = -1 if negative else 1
    signs = [c for c in digits if c in ".,"]
    groups = re.split(r"[.,]", digits)
    found: list[Printed] = []
    if len({*signs}) == 2 and signs.count(signs[-1]) == 1 and _are_thousands(groups[:-1]):
        found.append(_printed(sign, "".join(groups[:-1]), groups[-1]))
    elif len({*signs}) <= 1:
        if not signs:
            found.append(_printed(sign, digits, ""))
        else:
            if len(signs) == 1 and len(groups[1]) <= _MOST_PLACES:
                found.append(_printed(sign, groups[0], groups[1]))
            if _are_thousands(groups):
                found.append(_printed(sign, "".join(groups), ""))
    return tuple(found)


def _are_thousands(groups: list[str]) -> bool:
    first, *others = groups
    return 1 <= len(first) <= 3 and first[0] != "0" and all(len(group) == 3 for group in others)


def _printed(sign: int, ones: str, decimals: str) -> Printed:
    return Printed(sign * Fraction(int(ones + decimals), 10 ** len(decimals)), len(decimals))
