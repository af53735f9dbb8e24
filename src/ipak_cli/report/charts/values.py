"""What charts are drawn from and what they come to: plain frozen values, exact up to the drawing."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.wording import NOT_SCORED, decimal

if TYPE_CHECKING:
    from ipak_cli.arithmetic import Figure


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends of a scale, which are also the ends of an axis."""

    lowest: int
    highest: int

    def __str__(self) -> str:
        return f"{self.lowest} sampai {self.highest}"

    @property
    def steps(self) -> range:
        """Every whole value, lowest first."""
        return range(self.lowest, self.highest + 1)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its label, its figure on the scale, and the target that it is measured against, if any."""

    label: str
    value: Figure | None
    target: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Bars under one heading, such as the items of an index."""

    name: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Stars:
    """A quarter's answers: how often each value was given, lowest value first; ``None`` without a survey."""

    quarter: str
    counts: tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class Series:
    """A line of the trend: its name and one figure a quarter."""

    name: str
    values: tuple[Figure | None, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The figures of a chart as text, for the table beside it."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawn chart: SVG text that can stand in HTML or in a file, and what it shows in words and figures."""

    name: str
    svg: str
    title: str
    description: str
    table: Table


def known(value: Figure | None) -> Fraction | None:
    """Return the exact figure, or ``None`` where there is none to draw."""
    return value if isinstance(value, Fraction) else None


def shown(value: Figure | None) -> str:
    """Write a figure with a decimal comma, or the sign for one that is missing."""
    exact = known(value)
    return NOT_SCORED if exact is None else decimal(exact)
