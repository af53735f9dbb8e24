"""How figures and dates are written for Indonesian readers: decimal comma, point for thousands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.arithmetic import Figure, NotScored, half_up

if TYPE_CHECKING:
    from fractions import Fraction

NOT_SCORED = "–"
"""Stands in a table where there is no figure; the reason stands beside or below it."""


def decimal(value: Fraction, places: int = 2) -> str:
    """Write a fraction half up with a decimal comma: ``808/205 -> "3,94"``."""
    return half_up(value, places).replace(".", ",")


def figure(value: Figure, unit: str = "") -> str:
    """Write a figure with its unit, or the sign for one that is not scored."""
    return NOT_SCORED if isinstance(value, NotScored) else f"{decimal(value)}{unit}"


def short(value: Fraction) -> str:
    """Write a rubric's number with no more decimals than it needs: ``35/2 -> "17,5"``."""
    return decimal(value).rstrip("0").rstrip(",")


def whole(number: int) -> str:
    """Write ``9980`` as ``9.980``."""
    return f"{number:,}".replace(",", ".")
