"""Exact figures: fractions, rounded half up once, where they are shown, and written as Indonesians do."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipak_cli.base.message import Message


@dataclass(frozen=True, slots=True)
class NotScored:
    """A figure that cannot be known, and the reason; never a 0 and never NaN."""

    reason: Message


Figure = Fraction | NotScored
"""An exact figure, or why there is none."""


def mean(total: int | Fraction, count: int, *, reason: Message) -> Figure:
    """Return ``total / count`` exactly, or ``NotScored(reason)`` when nothing was counted."""
    return Fraction(total, count) if count else NotScored(reason)


def scale(figure: Figure, factor: Fraction | int) -> Figure:
    """Multiply a figure; what is not scored stays so, with its reason."""
    return figure if isinstance(figure, NotScored) else figure * factor


def weighted_sum(parts: Iterable[tuple[Figure, Fraction]]) -> Figure:
    """Return the sum of ``figure * weight``; the first part that is not scored makes the sum so."""
    total = Fraction(0)
    for figure, weight in parts:
        if isinstance(figure, NotScored):
            return figure
        total += figure * weight
    return total


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
    """Write a figure with its unit, or the sign for one that is not scored."""
    return NOT_SCORED if isinstance(value, NotScored) else f"{decimal(value)}{unit}"


def short(value: Fraction) -> str:
    """Write a rubric's number with no more decimals than it needs: ``35/2 -> "17,5"``."""
    return decimal(value).rstrip("0").rstrip(",")


def grouped_int(number: int) -> str:
    """Write a whole number with its thousands apart: ``9980`` as ``9.980``."""
    return f"{number:,}".replace(",", ".")
