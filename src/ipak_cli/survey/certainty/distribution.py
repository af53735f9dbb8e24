"""What is known of the answers: how many respondents have each value, and the sums that intervals need."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import parse_fraction

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """Sums over respondents: how many, of their values, and of the squares, on a scale with two ends.

    Of an index a respondent's value is the weighted mean of the answers to all its items; ``left_out``
    respondents have none, since they left an item out. ``published`` is the figure that is shown where
    answers of those count in it too: an interval lies about it.
    Raises ``ValueError`` for sums that no values on the scale have.
    """

    lowest: Fraction
    highest: Fraction
    answers: int
    total: Fraction
    squares: Fraction
    left_out: int = 0
    published: Fraction | None = None

    def __post_init__(self) -> None:
        if self.lowest >= self.highest or self.answers < 0 or self.left_out < 0:
            raise ValueError("a scale has two ends, and no count is negative")
        low, high, n = self.lowest, self.highest, self.answers
        # What (value - lowest) * (highest - value), which is never negative on the scale, sums to.
        inside = (low + high) * self.total - self.squares - n * low * high
        if not n * low <= self.total <= n * high or inside < 0 or n * self.squares < self.total**2:
            raise ValueError("no values on the scale have these sums")
        if self.published is not None:
            self._check_published(self.published)

    def _check_published(self, published: Fraction) -> None:
        at_an_end = published in {self.lowest, self.highest}
        if not self.lowest <= published <= self.highest or (
            at_an_end and self.total != self.answers * published
        ):
            raise ValueError(f"the published figure cannot be {published}")

    @property
    def value(self) -> Fraction:
        """The figure that is shown; there must be an answer."""
        return self.total / self.answers if self.published is None else self.published

    @property
    def variance(self) -> Fraction:
        """The values' variance about their own mean, over ``answers - 1``; there must be two answers."""
        return (self.answers * self.squares - self.total**2) / (self.answers * (self.answers - 1))

    @classmethod
    def of_products(
        cls,
        ends: tuple[Fraction, Fraction],
        weights: Sequence[Fraction],
        sums: Sequence[int | Fraction],
        cross: Sequence[Sequence[int | Fraction]],
        *,
        answers: int,
    ) -> Moments:
        """Return those of an index from the sums and cross-products of its items' scored answers.

        ``ends`` are the scale's, ``weights`` those of the items, which sum to 1.
        """
        lowest, highest = ends
        total = sum((weight * value for weight, value in zip(weights, sums, strict=True)), Fraction(0))
        squares = sum(
            (
                one * other * product
                for one, row in zip(weights, cross, strict=True)
                for other, product in zip(weights, row, strict=True)
            ),
            Fraction(0),
        )
        return cls(lowest=lowest, highest=highest, answers=answers, total=total, squares=squares)


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution:
    """How many respondents have each value, of an item or of an index, and nothing about any one of them.

    Values, ``left_out`` and ``published`` are as in :class:`Moments`.
    Raises ``ValueError`` for a value outside the scale or a negative count.
    """

    lowest: Fraction
    highest: Fraction
    counts: Mapping[Fraction, int]
    left_out: int = 0
    published: Fraction | None = None

    def __post_init__(self) -> None:
        for value, count in self.counts.items():
            if not self.lowest <= value <= self.highest or count < 0:
                raise ValueError(f"{count} respondents with {value}")
        _ = self.moments

    @property
    def answers(self) -> int:
        """How many respondents have a value."""
        return sum(self.counts.values())

    @property
    def total(self) -> Fraction:
        """The sum of their values."""
        return sum((value * count for value, count in self.counts.items()), Fraction(0))

    @property
    def value(self) -> Fraction:
        """The figure that is shown; there must be an answer."""
        return self.moments.value

    @property
    def moments(self) -> Moments:
        """The sums that an interval needs."""
        return Moments(
            lowest=self.lowest,
            highest=self.highest,
            answers=self.answers,
            total=self.total,
            squares=sum((value**2 * count for value, count in self.counts.items()), Fraction(0)),
            left_out=self.left_out,
            published=self.published,
        )

    def times(self, factor: Fraction) -> Distribution:
        """Return the same respondents on another scale, such as percent; the factor is above 0."""
        return Distribution(
            lowest=self.lowest * factor,
            highest=self.highest * factor,
            counts={value * factor: count for value, count in self.counts.items()},
            left_out=self.left_out,
            published=None if self.published is None else self.published * factor,
        )


def read_counts(
    counts: Mapping[str, int], lowest: int, highest: int, *, turned: bool = False
) -> Distribution:
    """Read counts by value as documents write them: ``{"4": 20, "7/2": 3}``.

    ``turned`` values are those of an item whose high answers are bad: they are counted before polarity.
    Raises ``ValueError`` for a value that is no number or lies outside the scale.
    """
    values = {parse_fraction(key): count for key, count in counts.items()}
    if turned:
        values = {lowest + highest - value: count for value, count in values.items()}
    return Distribution(lowest=Fraction(lowest), highest=Fraction(highest), counts=values)
