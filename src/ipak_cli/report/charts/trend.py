"""The trend of the indices: a line each over the periods, and their figures in a strip below.

More periods than stand side by side go on in further panels, with the same axis.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import decimal
from ipak_cli.report.charts.svg import (
    LINE,
    SIZE,
    WIDTH,
    Caption,
    Pen,
    Shape,
    Stroke,
    broken_line,
    finished,
    fits,
    line,
    marker,
    text,
)
from ipak_cli.report.charts.values import (
    GRID,
    MUTED,
    SERIES,
    Chart,
    ChartScale,
    ChartTable,
    Colour,
    TrendLine,
    clean,
    known,
    shown,
    wrap,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from ipak_cli.base.figures import Figure
    from ipak_cli.report.charts.svg import Point

_INDEX_SCALE: Final = ChartScale(1, 4)
_STEPS: Final = (Fraction(1, 10), Fraction(1, 5), Fraction(1, 2), *map(Fraction, (1, 2, 5, 10, 20)))
_MOST_STEPS: Final = 5
_TOP: Final = 30
_PLOT: Final = 200
_APART: Final = 14
_KEY: Final = 40
_HEAD: Final = 164
"""How wide the names of the lines are, with their keys."""
_SIDE_BY_SIDE: Final = 6
"""As many periods stand in one panel."""
_PERIOD_LINES: Final = 3
_NAME_LINES: Final = 3
_THICK: Final = 2.6


@dataclass(frozen=True, slots=True)
class _Look:
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


def _look(number: int) -> _Look:
    """Return how the line of a number looks; 60 lines differ in colour, marker or dashes."""
    shape, size = _MARKS[number % len(_MARKS)]
    return _Look(SERIES[number % len(SERIES)], shape, size, _DASHES[number % len(_DASHES)])


@dataclass(frozen=True, slots=True)
class _Axis:
    """The part of the scale that is drawn, cut to whole steps around the figures."""

    low: Fraction
    high: Fraction
    step: Fraction

    @property
    def ticks(self) -> list[Fraction]:
        """The lines of the grid, lowest first."""
        return [
            self.low + self.step * number for number in range(int((self.high - self.low) / self.step) + 1)
        ]


@dataclass(frozen=True, slots=True)
class _StripRow:
    """A line's figures in a panel's strip: its name in lines, where the row begins, and how it looks."""

    values: tuple[Figure | None, ...]
    lines: list[str]
    top: float
    look: _Look

    @property
    def bottom(self) -> float:
        """Where the next row begins."""
        return self.top + len(self.lines) * LINE + 12

    @property
    def base(self) -> float:
        """The base line of the figures."""
        return (self.top + self.bottom) / 2 + SIZE / 3


@dataclass(frozen=True, slots=True)
class _Panel:
    """Periods side by side: where the panel begins, how wide a column is, its heads and its rows."""

    top: float
    column: float
    heads: list[list[str]]
    rows: list[_StripRow]
    axis: _Axis

    @property
    def right(self) -> float:
        """Where the last column ends."""
        return _HEAD + self.column * len(self.heads)

    @property
    def bottom(self) -> float:
        """Where the panel ends."""
        return self.rows[-1].bottom

    def centre(self, number: int) -> float:
        """Return the middle of a period's column."""
        return _HEAD + self.column * (number + 0.5)

    def height(self, value: Fraction) -> float:
        """Return where on the sheet a figure is drawn."""
        return self.top + _PLOT * float((self.axis.high - value) / (self.axis.high - self.axis.low))


def trend(
    periods: Sequence[str],
    lines: Sequence[TrendLine],
    *,
    title: str,
    name: str = "grafik-tren",
    scale: ChartScale = _INDEX_SCALE,
) -> Chart:
    """Draw indices over the periods in the order given; a missing figure is a gap in its line.

    Raises ``ValueError`` where there is no period or no line, and where a line has more or fewer figures
    than there are periods.
    """
    if not periods or not lines:
        raise ValueError("a trend needs periods and lines")
    rows = zip(periods, *(each.values for each in lines), strict=True)
    table = ChartTable(
        ("Periode", *(clean(each.name) for each in lines)),
        tuple((clean(period), *map(shown, values)) for period, *values in rows),
    )
    exact = [value for each in lines for value in map(known, each.values) if value is not None]
    axis = _axis(exact, scale)
    panels = list(_panels(periods, lines, axis))
    return finished(
        _shapes(panels, axis, scale),
        (WIDTH, panels[-1].bottom),
        Caption(name, title, _description(periods, lines)),
        table,
    )


def _description(periods: Sequence[str], lines: Sequence[TrendLine]) -> str:
    where = f"pada {periods[0]}" if len(periods) == 1 else f"dari {periods[0]} sampai {periods[-1]}"
    parts = "; ".join(f"{each.name} {_ends(periods, each)}" for each in lines)
    return f"Diagram garis {where}. {parts}."


def _ends(periods: Sequence[str], each: TrendLine) -> str:
    figures = zip(periods, each.values, strict=True)
    texts = [f"{shown(value)} ({period})" for period, value in figures if known(value) is not None]
    return " menjadi ".join([*texts[:1], *texts[1:][-1:]]) or "tanpa nilai"


def _axis(values: Sequence[Fraction], scale: ChartScale) -> _Axis:
    lowest, highest = (
        min(values, default=Fraction(scale.lowest)),
        max(values, default=Fraction(scale.highest)),
    )
    for step in _STEPS:
        low, high = floor(lowest / step) * step, ceil(highest / step) * step
        if low == high:
            low, high = (low, high + step) if high < scale.highest else (low - step, high)
        if high - low <= _MOST_STEPS * step:
            break
    return _Axis(low, high, step)


def _panels(periods: Sequence[str], lines: Sequence[TrendLine], axis: _Axis) -> Iterator[_Panel]:
    """Yield panels of as many periods each as can be, and of one width of column."""
    many = ceil(len(periods) / _SIDE_BY_SIDE)
    length = ceil(len(periods) / many)
    column = (WIDTH - _HEAD) / length
    top: float = _TOP
    for first in range(0, len(periods), length):
        part = slice(first, first + length)
        heads = [wrap(period, fits(column - 4), lines=_PERIOD_LINES) for period in periods[part]]
        strip = top + _PLOT + LINE * max(map(len, heads)) + 16
        panel = _Panel(top, column, heads, _rows(lines, part, strip), axis)
        yield panel
        top = panel.bottom + _APART + SIZE


def _rows(lines: Sequence[TrendLine], part: slice, top: float) -> list[_StripRow]:
    rows: list[_StripRow] = []
    for number, each in enumerate(lines):
        name = wrap(each.name, fits(_HEAD - _KEY - 12), lines=_NAME_LINES)
        rows.append(_StripRow(each.values[part], name, rows[-1].bottom if rows else top, _look(number)))
    return rows


def _shapes(panels: Sequence[_Panel], axis: _Axis, scale: ChartScale) -> Iterator[Element]:
    cut = f"; sumbu mulai dari {_tick(axis.low)}" if axis.low > scale.lowest else ""
    yield text((0, SIZE), f"Nilai pada skala {scale}{cut}", Pen(colour=MUTED))
    for panel in panels:
        yield from _grid(panel)
        yield from _heads(panel)
        for row in panel.rows:
            yield from _drawn_line(panel, row)
            yield from _strip_row(panel, row)


def _grid(panel: _Panel) -> Iterator[Element]:
    for tick in panel.axis.ticks:
        height = panel.height(tick)
        yield line([(_HEAD, height), (panel.right, height)], Stroke(GRID))
        yield text((_HEAD - 10, height + SIZE / 3), _tick(tick), Pen("end", MUTED))


def _tick(value: Fraction) -> str:
    return decimal(value, 1)


def _heads(panel: _Panel) -> Iterator[Element]:
    for number, head in enumerate(panel.heads):
        for row, words in enumerate(head, 1):
            place = (panel.centre(number), panel.top + _PLOT + 8 + row * LINE)
            yield text(place, words, Pen("middle"))


def _drawn_line(panel: _Panel, row: _StripRow) -> Iterator[Element]:
    places = [
        (panel.centre(number), panel.height(value)) if value is not None else None
        for number, value in enumerate(map(known, row.values))
    ]
    yield from _line_and_marks(places, row.look)


def _strip_row(panel: _Panel, row: _StripRow) -> Iterator[Element]:
    yield line([(0, row.top), (panel.right, row.top)], Stroke(GRID))
    middle = row.base - SIZE / 3
    yield broken_line([[(0, middle), (_KEY, middle)]], Stroke(row.look.colour, _THICK, row.look.dashes))
    yield marker((_KEY / 2, middle), row.look.shape, row.look.size, row.look.colour)
    for number, words in enumerate(row.lines):
        yield text((_KEY + 10, row.top + 4 + (number + 0.75) * LINE + 2), words, Pen())
    for number, value in enumerate(row.values):
        yield text((panel.centre(number), row.base), shown(value), Pen("middle", bold=True))


def _line_and_marks(places: Sequence[Point | None], look: _Look) -> Iterator[Element]:
    """Yield a line with its gaps, then its markers; a figure between gaps has a marker alone."""
    runs = [[*run] for there, run in groupby(places, key=lambda place: place is not None) if there]
    joined = [[place for place in run if place is not None] for run in runs]
    if parts := [run for run in joined if len(run) > 1]:
        yield broken_line(parts, Stroke(look.colour, _THICK, look.dashes))
    for place in (place for run in joined for place in run):
        yield marker(place, look.shape, look.size, look.colour)
