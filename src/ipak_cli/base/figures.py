"""Exact figures: fractions, rounded half up once, where they are shown, and written as Indonesians do."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipak_cli.base.message import Message


_MOST_DECIMALS: Final = 6
"""Decimals of a number that somebody typed."""


@dataclass(frozen=True, slots=True)
class NotScored:
    """A figure that cannot be known, and the reason; never a 0 and never NaN.

    ``between`` are the lowest and the highest value that it can have, where these are known and differ.
    """

    reason: Message
    between: tuple[Fraction, Fraction] | None = None


Figure = Fraction | NotScored
"""An exact figure, or why there is none."""


class Rounded(Fraction):
    """A figure rounded half up to two places before it is kept: documents hold its text alone."""

    __slots__ = ()


def rounded(figure: Figure) -> Figure:
    """Return a figure of which no more is known than is printed; what is not scored stays so."""
    return figure if isinstance(figure, NotScored) else Rounded(half_up(figure))


def within(low: int | Fraction, high: int | Fraction, *, reason: Message) -> Figure:
    """Return a figure of which both ends are known: exact where they are one, else ``NotScored(reason)``."""
    if low == high:
        return Fraction(low)
    return NotScored(reason, (Fraction(low), Fraction(high)))


def ends_of(figure: Figure | int) -> tuple[Fraction, Fraction] | None:
    """Return the lowest and the highest value that a figure can have; ``None`` where nothing is known."""
    return figure.between if isinstance(figure, NotScored) else (Fraction(figure), Fraction(figure))


def mean(total: int | Fraction, count: int, *, reason: Message) -> Figure:
    """Return ``total / count`` exactly, or ``NotScored(reason)`` when nothing was counted."""
    return Fraction(total, count) if count else NotScored(reason)


def scale(figure: Figure, factor: Fraction | int) -> Figure:
    """Multiply a figure, or both its ends; what is not scored stays so, with its reason."""
    if not isinstance(figure, NotScored):
        return figure * factor
    if figure.between is None:
        return figure
    low, high = sorted(end * factor for end in figure.between)
    return within(low, high, reason=figure.reason)


def weighted_sum(parts: Iterable[tuple[Figure, Fraction]]) -> Figure:
    """Return the sum of ``figure * weight``; the first part that is not scored makes the sum so.

    Where all that is known of some parts are their ends, so it is of the sum, with the reason of the first.
    """
    low = high = Fraction(0)
    reason: Message | None = None
    for figure, weight in parts:
        part = scale(figure, weight)
        ends = ends_of(part)
        if ends is None:
            return part
        if isinstance(part, NotScored):
            reason = reason or part.reason
        low, high = low + ends[0], high + ends[1]
    return low if reason is None else within(low, high, reason=reason)


def half_up(value: Fraction, places: int = 2) -> str:
    """Write a fraction with ``places`` decimals, halves away from zero: ``763/200 -> "3.82"``.

    Integers only: ``round`` and f-strings work on binary floats and round half to even.
    """
    unit = 10**places
    units = (2 * abs(value.numerator) * unit + value.denominator) // (2 * value.denominator)
    sign = "-" if value < 0 and units else ""
    ones, decimals = divmod(units, unit)
    return f"{sign}{ones}.{decimals:0{places}d}" if places else f"{sign}{ones}"


def round_half_up(value: Fraction, places: int = 2) -> Fraction:
    """Return the fraction that :func:`half_up` prints, for rules that compare printed values."""
    return Fraction(half_up(value, places))


def exact_text(value: Fraction) -> str:
    """Write a fraction without loss: ``"808/205"``, or ``"4"`` when it is whole."""
    return str(value)


def parse_fraction(text: str) -> Fraction:
    """Read ``"1/9"``, ``"17.5"`` or ``"4"`` exactly.

    Raises ``ValueError`` for anything else, exponents, signs of infinity and zero denominators included.
    """
    head, slash, tail = text.strip().partition("/")
    parts = (head, tail) if slash else (head,)
    if not all(_is_plain_decimal(part) for part in parts):
        raise ValueError(f"not a plain number or fraction: {text!r}")
    try:
        return Fraction(head) / (Fraction(tail) if slash else 1)
    except ZeroDivisionError:
        raise ValueError(f"denominator is zero: {text!r}") from None


def _is_plain_decimal(text: str) -> bool:
    digits = text.strip().removeprefix("-").replace(".", "", 1)
    return digits.isascii() and digits.isdigit()


NOT_SCORED = "–"
"""What a table shows where there is no figure; the reason is told beside or below it."""


def decimal(value: Fraction, places: int = 2) -> str:
    """Write a fraction half up with a decimal comma: ``808/205 -> "3,94"``."""
    return half_up(value, places).replace(".", ",")


def figure(value: Figure, unit: str = "") -> str:
    """Write a figure with its unit, both ends where that is all that is known, or the sign for none."""
    ends = ends_of(value)
    return NOT_SCORED if ends is None else f"{span(ends)}{unit}"


def span(ends: tuple[Fraction, Fraction], places: int = 2) -> str:
    """Write the ends of a figure: ``3,93–3,95``; once, where both are written alike."""
    low, high = (decimal(end, places) for end in ends)
    return low if low == high else f"{low}–{high}"


def short(value: Fraction) -> str:
    """Write a rubric's number with no more decimals than it needs: ``35/2 -> "17,5"``."""
    return decimal(value).rstrip("0").rstrip(",")


def in_full(value: Fraction) -> str:
    """Write a number with a decimal comma and all its decimals: ``9/2`` as ``4,5``, ``1/3`` as ``1/3``."""
    for places in range(_MOST_DECIMALS + 1):
        if (value * 10**places).denominator == 1:
            return half_up(value, places).replace(".", ",")
    return exact_text(value)


def count(number: int | NotScored) -> str:
    """Write how many, or the sign for a number that is not known."""
    return NOT_SCORED if isinstance(number, NotScored) else grouped_int(number)


def grouped_int(number: int) -> str:
    """Write a whole number with its thousands apart: ``9980`` as ``9.980``."""
    return f"{number:,}".replace(",", ".")
