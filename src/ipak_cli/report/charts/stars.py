"""How answers are spread over the values of the scale: one stacked bar a period, its shares below it.

On telephones a period stands above its bar, on paper at the left of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, cycle, islice
from math import ceil
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NOT_SCORED, decimal, grouped_int
from ipak_cli.report.charts.svg import (
    LINE,
    NARROW,
    SIZE,
    TIGHT,
    WIDE,
    Caption,
    Pen,
    Sheet,
    bar,
    finished,
    fits,
    hatch,
    text,
    text_width,
)
from ipak_cli.report.charts.values import (
    MOST_LEVELS,
    MUTED,
    TRACK,
    Chart,
    ChartTable,
    Colour,
    Stars,
    clean,
    level_colours,
    wrap,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

_HATCHES: Final = ("/\\", "/", "\\", "-", "|")
"""Beside the colours, lowest value first, and again; the highest value has none."""
_LONGEST_NAME: Final = 200
"""How wide a value's name is at most."""
_BROADEST: Final = 160
"""How wide periods beside their bars are at most."""
_KEY: Final = 16
_BETWEEN: Final = 10


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the chart stands on a sheet: ``left`` is where bars begin, behind periods if it is not nought."""

    width: float
    left: float
    line: float
    thick: float
    apart: float

    @property
    def room(self) -> float:
        """How wide a bar is."""
        return self.width - self.left

    @property
    def period(self) -> float:
        """How wide the name of a period may be."""
        return self.left - 14 if self.left else self.width - 180

    def cell(self, strong: str, weak: str) -> float:
        """Return how wide a share and its count are: side by side on paper, one below the other else."""
        widths = (text_width(strong, bold=True), text_width(weak))
        return widths[0] + 6 + widths[1] if self.left else max(widths)


@dataclass(frozen=True, slots=True)
class _Level:
    """A value of the scale: its name, its colour and hatching, and where its column and row are."""

    name: str
    colour: Colour
    slopes: str
    left: float
    row: int


@dataclass(frozen=True, slots=True)
class _StarsPlan:
    """What is drawn: the periods, and the values in columns and rows; ``named`` if shares have names."""

    periods: tuple[Stars, ...]
    levels: tuple[_Level, ...]
    layout: _Layout
    named: bool

    @property
    def rows(self) -> int:
        """How many rows the values take."""
        return self.levels[-1].row + 1

    @property
    def legend(self) -> float:
        """How high the legend is."""
        return 14 + self.layout.line * self.rows

    def high(self, stars: Stars) -> float:
        """Return how high a period is."""
        layout = self.layout
        figures = self.rows * layout.line if _answers(stars) else 0
        if layout.left:
            return max(layout.thick + 3 + figures, layout.line * (len(_head(layout, stars)) + 1))
        return layout.line + 8 + layout.thick + 2 * figures


def star_shares(
    periods: Sequence[Stars], levels: Sequence[str], *, title: str, name: str = "grafik-bintang"
) -> Chart:
    """Draw the shares of answers with each value of the scale, period by period, from the counts.

    ``levels`` are the names of the values, lowest first. Raises ``ValueError`` where there is no period,
    where there are too few or too many values, or where a period has not a count for each of them.
    """
    if not 2 <= len(levels) <= MOST_LEVELS:
        raise ValueError(f"a chart of shares needs 2 to {MOST_LEVELS} values")
    if not periods or any(len(stars.counts or levels) != len(levels) for stars in periods):
        raise ValueError("a chart of shares needs periods, each with a count for every value or none")
    narrow = _plan(periods, levels, _Layout(NARROW, 0, LINE, 26, 22))
    wide = _plan(periods, levels, _Layout(WIDE, _left(periods), TIGHT, 18, 12))
    names = tuple(map(clean, levels))
    rows = tuple(row for stars in periods for row in _rows(names, stars))
    return finished(
        Caption(name, title, _description(narrow)),
        ChartTable(("Periode", "Penilaian", "Jawaban", "Bagian"), rows),
        narrow=_sheet(narrow),
        wide=_sheet(wide),
    )


def _left(periods: Sequence[Stars]) -> float:
    """Return where the bars behind the periods begin."""
    widths = [text_width(clean(stars.period), bold=True) for stars in periods]
    widths += [text_width(_note(stars)) for stars in periods]
    return min(_BROADEST, max(widths)) + 14


def _plan(periods: Sequence[Stars], names: Sequence[str], layout: _Layout) -> _StarsPlan:
    """Put the values into one row, or into as few rows as hold their names too."""
    short = ["".join(wrap(name, fits(_LONGEST_NAME), lines=1)) for name in names]
    pairs = [pair for stars in periods for pair in _pairs(stars, short)]
    cells = [(name, *_cell(layout, count, share)) for name, count, share in pairs]
    keys = max(_KEY + 6 + text_width(name) for name in short)
    plain = max((layout.cell(strong, weak) for _, strong, weak in cells), default=0)
    full = max((layout.cell(f"{name}: {strong}", weak) for name, strong, weak in cells), default=0)
    named = (max(plain, keys) + _BETWEEN) * len(short) > layout.room + _BETWEEN
    most = max(1, int((layout.room + _BETWEEN) // (max(full, keys) + _BETWEEN))) if named else len(short)
    columns = ceil(len(short) / ceil(len(short) / most))
    return _StarsPlan(tuple(periods), tuple(_levels(short, columns, layout)), layout, named)


def _levels(names: Sequence[str], columns: int, layout: _Layout) -> Iterator[_Level]:
    slopes = [*islice(cycle(_HATCHES), len(names) - 1), ""]
    for number, (name, colour) in enumerate(zip(names, level_colours(len(names)), strict=True)):
        row, column = divmod(number, columns)
        yield _Level(name, colour, slopes[number], layout.left + layout.room / columns * column, row)


def _pairs(stars: Stars, names: Sequence[str]) -> Iterator[tuple[str, int, Fraction]]:
    """Yield each value's name, count and share, where there are answers."""
    if _answers(stars):
        yield from zip(names, stars.counts or (), _shares(stars), strict=True)


def _cell(layout: _Layout, count: int, share: Fraction) -> tuple[str, str]:
    """Return a share and its count as they are written."""
    counted = f"({grouped_int(count)})" if layout.left else f"{grouped_int(count)} jawaban"
    return _percent(share), counted


def _rows(names: Sequence[str], stars: Stars) -> Iterator[tuple[str, str, str, str]]:
    period = clean(stars.period)
    if not _answers(stars):
        yield period, NOT_SCORED, NOT_SCORED, NOT_SCORED
    for name, count, share in _pairs(stars, names):
        yield period, name, grouped_int(count), _percent(share)


def _description(plan: _StarsPlan) -> str:
    parts = [f"{stars.period}: {_highest_share(plan, stars)}" for stars in plan.periods]
    return (
        f"Diagram batang bertumpuk: bagian jawaban menurut nilainya pada {len(plan.periods)} periode. "
        f"{'; '.join(parts)}."
    )


def _highest_share(plan: _StarsPlan, stars: Stars) -> str:
    return f"{plan.levels[-1].name} {_percent(_shares(stars)[-1])}" if _answers(stars) else stars.absent


def _answers(stars: Stars) -> int:
    return sum(stars.counts or ())


def _shares(stars: Stars) -> list[Fraction]:
    return [Fraction(count, _answers(stars)) for count in stars.counts or ()]


def _percent(share: Fraction) -> str:
    return f"{decimal(100 * share)} %"


def _note(stars: Stars) -> str:
    answers = _answers(stars)
    return f"{grouped_int(answers)} jawaban" if answers else stars.absent


def _head(layout: _Layout, stars: Stars) -> list[str]:
    """Return the name of a period in lines."""
    return wrap(stars.period, fits(layout.period, bold=True), lines=2 if layout.left else 1)


def _sheet(plan: _StarsPlan) -> Sheet:
    layout = plan.layout
    heights = (plan.high(stars) + layout.apart for stars in plan.periods)
    *tops, end = accumulate(heights, initial=plan.legend)
    shapes = (
        *_legend(plan),
        *(shape for pair in zip(plan.periods, tops, strict=True) for shape in _period(plan, *pair)),
    )
    return Sheet(shapes, layout.width, end - layout.apart + 6)


def _legend(plan: _StarsPlan) -> Iterator[Element]:
    for level in plan.levels:
        base = SIZE + level.row * plan.layout.line
        yield from _part(level, (level.left, level.left + _KEY), base - 5 - _KEY / 2, _KEY)
        yield text((level.left + _KEY + 6, base), level.name, Pen())


def _period(plan: _StarsPlan, stars: Stars, top: float) -> Iterator[Element]:
    layout = plan.layout
    lines = _head(layout, stars)
    for number, words in enumerate(lines):
        yield text((0, top + SIZE + number * layout.line), words, Pen(bold=True))
    if layout.left:
        yield text((0, top + SIZE + len(lines) * layout.line), _note(stars), Pen(colour=MUTED))
    else:
        yield text((layout.width, top + SIZE), _note(stars), Pen("end", MUTED))
    down = top if layout.left else top + layout.line + 8
    yield bar((layout.left, down, layout.room, layout.thick), TRACK)
    yield from _stacked(plan, stars, down)


def _stacked(plan: _StarsPlan, stars: Stars, top: float) -> Iterator[Element]:
    layout = plan.layout
    pairs = [*_pairs(stars, [level.name for level in plan.levels])]
    ends = [layout.left + layout.room * float(end) for end in accumulate(share for _, _, share in pairs)]
    for level, start, end in zip(plan.levels, [layout.left, *ends], ends, strict=False):
        yield from _part(level, (start, end), top, layout.thick)
    for level, (name, count, share) in zip(plan.levels, pairs, strict=False):
        strong, weak = _cell(layout, count, share)
        yield from _share(plan, level, (f"{name}: {strong}" if plan.named else strong, weak), top)


def _share(plan: _StarsPlan, level: _Level, words: tuple[str, str], top: float) -> Iterator[Element]:
    """Yield a share and its count below the bar that begins at ``top``."""
    strong, weak = words
    layout, x = plan.layout, level.left
    if layout.left:
        base = top + layout.thick + 1 + SIZE + layout.line * level.row
        yield text((x, base), strong, Pen(bold=True))
        yield text((x + text_width(strong, bold=True) + 6, base), weak, Pen(colour=MUTED))
    else:
        base = top + layout.thick + layout.line * (2 * level.row + 1)
        yield text((x, base), strong, Pen(bold=True))
        yield text((x, base + layout.line), weak, Pen(colour=MUTED))


def _part(level: _Level, ends: tuple[float, float], top: float, thick: float) -> Iterator[Element]:
    start, end = ends
    box = (start, top, end - start, thick)
    yield bar(box, level.colour)
    yield from hatch(box, level.slopes)
