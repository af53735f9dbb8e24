"""Panels of the trend: periods side by side, how each line looks, and its figures in a strip below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.report.charts.svg import LINE, NARROW, SIZE, TIGHT, WIDE, Shape
from ipak_cli.report.charts.values import SERIES, Axis, Colour

if TYPE_CHECKING:
    from fractions import Fraction

    from ipak_cli.base.figures import Figure
    from ipak_cli.report.charts.lines import Whisker


@dataclass(frozen=True, slots=True)
class Layout:
    """How a trend stands on a sheet: names in ``head``, and at most ``many`` periods side by side."""

    width: float
    head: float
    plot: float
    line: float
    many: int


NARROW_LAYOUT: Final = Layout(NARROW, 164, 200, LINE, 6)
WIDE_LAYOUT: Final = Layout(WIDE, 230, 170, TIGHT, 8)


@dataclass(frozen=True, slots=True)
class Look:
    """How a line is told from others: by its colour, its marker, how large that is, and its dashes."""

    colour: Colour
    shape: Shape
    size: float
    dashes: tuple[float, ...] = ()


# Later markers are smaller, so that an earlier one is seen behind them where figures are equal.
_MARKS: Final[tuple[tuple[Shape, float], ...]] = (
    ("circle", 13), ("square", 10), ("triangle", 9), ("diamond", 7), ("pentagon", 7),
)  # fmt: skip
_DASHES: Final = ((), (10, 4), (3, 4), (10, 4, 3, 4), (10, 3, 3, 3, 3, 3), (18, 5))


def look_of(number: int) -> Look:
    """Return how the line of a number looks; 60 lines differ in colour, marker or dashes."""
    shape, size = _MARKS[number % len(_MARKS)]
    return Look(SERIES[number % len(SERIES)], shape, size, _DASHES[number % len(_DASHES)])


@dataclass(frozen=True, slots=True)
class StripRow:
    """A line's figures in a panel's strip: its name in lines, where the row begins, and how it looks.

    ``aside`` is how far beside the middle of a column its figures are drawn, so that intervals of several
    lines do not hide each other.
    """

    values: tuple[Figure | None, ...]
    whiskers: tuple[Whisker | None, ...]
    aside: float
    lines: list[str]
    top: float
    look: Look
    line: float

    @property
    def bottom(self) -> float:
        """Where the next row begins."""
        return self.top + max(len(self.lines), 2 if self.whiskers else 1) * self.line + 12

    @property
    def base(self) -> float:
        """The base line of the figures; their intervals stand on the next."""
        above = self.line / 2 if self.whiskers else 0
        return self.middle - above + SIZE / 3

    @property
    def middle(self) -> float:
        """Half way down the row."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Panel:
    """Periods side by side: where the panel begins, how wide a column is, its heads and its rows."""

    top: float
    column: float
    heads: list[list[str]]
    rows: list[StripRow]
    axis: Axis
    layout: Layout

    @property
    def right(self) -> float:
        """Where the last column ends."""
        return self.layout.head + self.column * len(self.heads)

    @property
    def bottom(self) -> float:
        """Where the panel ends."""
        return self.rows[-1].bottom

    def centre(self, number: int) -> float:
        """Return the middle of a period's column."""
        return self.layout.head + self.column * (number + 0.5)

    def height(self, value: Fraction) -> float:
        """Return where on the sheet a figure is drawn."""
        return self.top + self.layout.plot * float(
            (self.axis.high - value) / (self.axis.high - self.axis.low)
        )
