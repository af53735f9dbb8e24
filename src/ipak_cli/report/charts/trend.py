"""The trend of the indices: a line each over the periods, and their figures in a strip below."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, nan
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import decimal
from ipak_cli.report.charts.svg import LINE, SIZE, WIDTH, Caption, Pen, draw, finished, fits, sheet, write
from ipak_cli.report.charts.values import (
    GAP,
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
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Sheet

_INDEX_SCALE: Final = ChartScale(1, 4)
_STEPS: Final = (Fraction(1, 10), Fraction(1, 5), Fraction(1, 2), Fraction(1))
_MOST_STEPS: Final = 5
_TOP: Final = 44
_PLOT: Final = 200
_KEY: Final = 40
_HEAD: Final = 164
"""How wide the names of the lines are, with their keys."""
_NARROWEST: Final = 68
"""A period's column; more periods than fit make a wider chart."""
_PERIOD_LINES: Final = 2
_NAME_LINES: Final = 3


@dataclass(frozen=True, slots=True)
class _Look:
    """How a line is told from others: by its colour, its marker, how large that is, and its dashes."""

    colour: Colour
    marker: str
    size: float
    dashes: tuple[float, ...] = ()


# Later markers are smaller, so that an earlier one is seen behind them where figures are equal.
_LOOKS: Final = (
    _Look(SERIES[0], "o", 13),
    _Look(SERIES[1], "s", 10, (4, 1.6)),
    _Look(SERIES[2], "^", 8, (1, 1.4)),
    _Look(SERIES[3], "D", 6, (4, 1.4, 1, 1.4)),
)


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
    """A line's figures in the strip: its name in lines, where the row begins, and how it looks."""

    series: TrendLine
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
class _TrendPlan:
    """What is drawn, and where: periods as columns, lines as rows of the strip."""

    periods: tuple[str, ...]
    rows: list[_StripRow]
    axis: _Axis
    scale: ChartScale

    @property
    def column(self) -> float:
        """How wide a period's column is."""
        return max(_NARROWEST, (WIDTH - _HEAD) / len(self.periods))

    @property
    def width(self) -> float:
        """How wide the chart is."""
        return _HEAD + self.column * len(self.periods)

    def centre(self, number: int) -> float:
        """Return the middle of a period's column."""
        return _HEAD + self.column * (number + 0.5)

    def height(self, value: Fraction) -> float:
        """Return how far below the top edge a figure is drawn."""
        return _TOP + _PLOT * float((self.axis.high - value) / (self.axis.high - self.axis.low))


def trend(
    periods: Sequence[str],
    lines: Sequence[TrendLine],
    *,
    title: str,
    name: str = "grafik-tren",
    scale: ChartScale = _INDEX_SCALE,
) -> Chart:
    """Draw up to four indices over the periods in the order given; a missing figure is a gap in its line.

    Raises ``ValueError`` where there is no period, where there are no lines or too many, and where a line
    has more or fewer figures than there are periods.
    """
    if not periods or not 0 < len(lines) <= len(_LOOKS):
        raise ValueError(f"a trend needs periods, and one to {len(_LOOKS)} lines")
    rows = zip(periods, *(line.values for line in lines), strict=True)
    table = ChartTable(
        ("Triwulan", *(clean(line.name) for line in lines)),
        tuple((clean(period), *map(shown, values)) for period, *values in rows),
    )
    drawing = draw(lambda figure: _paint(figure, periods, lines, scale))
    return finished(drawing, Caption(name, title, _description(periods, lines)), table)


def _description(periods: Sequence[str], lines: Sequence[TrendLine]) -> str:
    where = f"pada {periods[0]}" if len(periods) == 1 else f"dari {periods[0]} sampai {periods[-1]}"
    parts = "; ".join(f"{line.name} {_ends(periods, line)}" for line in lines)
    return f"Diagram garis {where}. {parts}."


def _ends(periods: Sequence[str], line: TrendLine) -> str:
    figures = zip(periods, line.values, strict=True)
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


def _paint(figure: Sheet, periods: Sequence[str], lines: Sequence[TrendLine], scale: ChartScale) -> None:
    exact = [value for line in lines for value in map(known, line.values) if value is not None]
    column = max(_NARROWEST, (WIDTH - _HEAD) / len(periods))
    heads = [wrap(period, fits(column - 8), lines=_PERIOD_LINES) for period in periods]
    strip = _TOP + _PLOT + LINE * max(map(len, heads)) + 16
    plan = _TrendPlan(tuple(periods), _rows(lines, strip), _axis(exact, scale), scale)
    page = sheet(figure, plan.width, plan.rows[-1].bottom)
    _paint_grid(page, plan)
    _paint_heads(page, plan, heads)
    for row in plan.rows:
        _paint_line(page, plan, row)
        _paint_row(page, plan, row)


def _rows(lines: Sequence[TrendLine], top: float) -> list[_StripRow]:
    rows: list[_StripRow] = []
    for line, look in zip(lines, _LOOKS, strict=False):
        name = wrap(line.name, fits(_HEAD - _KEY - 12), lines=_NAME_LINES)
        rows.append(_StripRow(line, name, rows[-1].bottom if rows else top, look))
    return rows


def _paint_grid(page: Axes, plan: _TrendPlan) -> None:
    axis = plan.axis
    cut = f"; sumbu mulai dari {_tick(axis.low)}" if axis.low > plan.scale.lowest else ""
    write(page, (0, SIZE), f"Nilai pada skala {plan.scale}{cut}", Pen(colour=MUTED))
    for tick in axis.ticks:
        height = plan.height(tick)
        page.plot((_HEAD, plan.width), (height, height), color=GRID.light, linewidth=1)
        write(page, (_HEAD - 10, height + SIZE / 3), _tick(tick), Pen("right", MUTED))


def _tick(value: Fraction) -> str:
    return decimal(value, 1)


def _paint_heads(page: Axes, plan: _TrendPlan, heads: Sequence[Sequence[str]]) -> None:
    for number, head in enumerate(heads):
        for line, text in enumerate(head, 1):
            place = (plan.centre(number), _TOP + _PLOT + 8 + line * LINE)
            write(page, place, text, Pen("center"))


def _paint_line(page: Axes, plan: _TrendPlan, row: _StripRow) -> None:
    places = [plan.centre(number) for number in range(len(plan.periods))]
    exact = map(known, row.series.values)
    _plot(page, row.look, places, [nan if value is None else plan.height(value) for value in exact])


def _paint_row(page: Axes, plan: _TrendPlan, row: _StripRow) -> None:
    page.plot((0, plan.width), (row.top, row.top), color=GRID.light, linewidth=1)
    middle = row.base - SIZE / 3
    _plot(page, row.look, [0, _KEY], [middle, middle], marked=False)
    _plot(page, row.look, [_KEY / 2], [middle])
    for number, text in enumerate(row.lines):
        write(page, (_KEY + 10, row.top + 4 + (number + 0.75) * LINE + 2), text, Pen())
    for number, value in enumerate(row.series.values):
        write(page, (plan.centre(number), row.base), shown(value), Pen("center", bold=True))


def _plot(page: Axes, look: _Look, x: Sequence[float], y: Sequence[float], *, marked: bool = True) -> None:
    page.plot(
        x, y, color=look.colour.light, linestyle=(0, look.dashes) if look.dashes else "-", linewidth=2.6,
        marker=look.marker if marked else "", markersize=look.size, markeredgecolor=GAP.light,
    )  # fmt: skip
