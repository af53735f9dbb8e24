"""The trend of the indices: a line each over the periods, and their figures in a strip below.

More periods than stand side by side go on in further panels, with the same axis. On paper and larger screens
more stand side by side, and the chart is wider than high.
"""

from __future__ import annotations

from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import decimal
from ipak_cli.report.charts.lines import description, notes, table, words_of
from ipak_cli.report.charts.panels import NARROW_LAYOUT, WIDE_LAYOUT, Layout, Panel, StripRow, look_of
from ipak_cli.report.charts.svg import (
    SIZE,
    Caption,
    Pen,
    Sheet,
    Stroke,
    broken_line,
    finished,
    fits,
    line,
    marker,
    text,
    text_width,
)
from ipak_cli.report.charts.values import (
    GRID,
    MUTED,
    Axis,
    Chart,
    ChartScale,
    axis_around,
    clean,
    known,
    shown,
    wrap,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction
    from xml.etree.ElementTree import Element

    from ipak_cli.report.charts.lines import TrendLine
    from ipak_cli.report.charts.panels import Look
    from ipak_cli.report.charts.svg import Point

_INDEX_SCALE: Final = ChartScale(1, 4)
_TOP: Final = 30
_APART: Final = 14
_KEY: Final = 40
_BROADEST: Final = 112
"""How wide a column is at most for the words of its head; longer ones are cut."""
_PERIOD_LINES: Final = 3
_NAME_LINES: Final = 3
_NOTE_LINES: Final = 6
_GAP: Final = 6
_THICK: Final = 2.6
_THIN: Final = 1.6
_CAP: Final = 4
"""Half the length of the stroke at an interval's end."""
_ASIDE: Final = 14
"""How far beside each other the figures of two lines are drawn where they have intervals."""


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
    figures = table(periods, lines)
    axis = axis_around([*_drawn(lines)], scale)
    narrow, wide = (list(_panels(periods, lines, axis, layout)) for layout in (NARROW_LAYOUT, WIDE_LAYOUT))
    return finished(
        Caption(name, title, description(periods, lines)),
        figures,
        narrow=_sheet(narrow, scale, [*notes(periods, lines)]),
        wide=_sheet(wide, scale, [*notes(periods, lines)]),
    )


def _drawn(lines: Sequence[TrendLine]) -> Iterator[Fraction]:
    """Yield all that the axis has to reach: the figures, and the ends of their intervals."""
    for each in lines:
        yield from (value for value in map(known, each.values) if value is not None)
        for whisker in each.whiskers:
            yield from whisker.ends if whisker and whisker.ends else ()


def _sheet(panels: Sequence[Panel], scale: ChartScale, told: Sequence[str]) -> Sheet:
    layout, top = panels[0].layout, panels[-1].bottom
    below = [words for note in told for words in wrap(note, fits(layout.width), lines=_NOTE_LINES)]
    written = (
        text((0, top + _GAP + (number + 0.75) * layout.line), words, Pen(colour=MUTED))
        for number, words in enumerate(below)
    )
    height = top + (_GAP + len(below) * layout.line if below else 0)
    return Sheet((*_shapes(panels, scale), *written), layout.width, height)


def _panels(
    periods: Sequence[str], lines: Sequence[TrendLine], axis: Axis, layout: Layout
) -> Iterator[Panel]:
    """Yield panels of as many periods each as can be, and of one width of column."""
    room = layout.width - layout.head
    side_by_side = max(1, min(layout.many, int(room // _least(periods, lines))))
    length = ceil(len(periods) / ceil(len(periods) / side_by_side))
    column = room / length
    top: float = _TOP
    for first in range(0, len(periods), length):
        part = slice(first, first + length)
        heads = [wrap(period, fits(column - 4), lines=_PERIOD_LINES) for period in periods[part]]
        strip = top + layout.plot + layout.line * max(map(len, heads)) + 16
        panel = Panel(top, column, heads, _rows(lines, part, strip, layout, column), axis, layout)
        yield panel
        top = panel.bottom + _APART + SIZE


def _least(periods: Sequence[str], lines: Sequence[TrendLine]) -> float:
    """Return how wide a column must be: for its figures, and for the words of its head."""
    words = (text_width(word) for period in periods for word in clean(period).split())
    figures = (text_width(shown(value), bold=True) for each in lines for value in each.values)
    spans = (text_width(words_of(whisker)) for each in lines for whisker in each.whiskers)
    return max(min(_BROADEST, max(words, default=0)), *figures, *spans) + 4


def _rows(
    lines: Sequence[TrendLine], part: slice, top: float, layout: Layout, column: float
) -> list[StripRow]:
    rows: list[StripRow] = []
    apart = min(_ASIDE, column / (len(lines) + 1)) if any(each.whiskers for each in lines) else 0
    for number, each in enumerate(lines):
        name = wrap(each.name, fits(layout.head - _KEY - 12), lines=_NAME_LINES)
        aside = apart * (number - (len(lines) - 1) / 2)
        below = rows[-1].bottom if rows else top
        figures = (each.values[part], each.whiskers[part], aside)
        rows.append(StripRow(*figures, name, below, look_of(number), layout.line))
    return rows


def _shapes(panels: Sequence[Panel], scale: ChartScale) -> Iterator[Element]:
    axis = panels[0].axis
    cut = f"; sumbu mulai dari {_tick(axis.low)}" if axis.low > scale.lowest else ""
    yield text((0, SIZE), f"Nilai pada skala {scale}{cut}", Pen(colour=MUTED))
    for panel in panels:
        yield from _grid(panel)
        yield from _heads(panel)
        for row in panel.rows:
            yield from _drawn_line(panel, row)
            yield from _strip_row(panel, row)


def _grid(panel: Panel) -> Iterator[Element]:
    for tick in panel.axis.ticks:
        height = panel.height(tick)
        yield line([(panel.layout.head, height), (panel.right, height)], Stroke(GRID))
        yield text((panel.layout.head - 10, height + SIZE / 3), _tick(tick), Pen("end", MUTED))


def _tick(value: Fraction) -> str:
    return decimal(value, 1)


def _heads(panel: Panel) -> Iterator[Element]:
    for number, head in enumerate(panel.heads):
        for row, words in enumerate(head, 1):
            place = (panel.centre(number), panel.top + panel.layout.plot + 8 + row * panel.layout.line)
            yield text(place, words, Pen("middle"))


def _drawn_line(panel: Panel, row: StripRow) -> Iterator[Element]:
    places = [
        (panel.centre(number) + row.aside, panel.height(value)) if value is not None else None
        for number, value in enumerate(map(known, row.values))
    ]
    for number, whisker in enumerate(row.whiskers):
        if whisker and whisker.ends:
            ends = tuple(map(panel.height, whisker.ends))
            yield _whisker(panel.centre(number) + row.aside, ends, row.look)
    yield from _line_and_marks(places, row.look)


def _whisker(across: float, ends: tuple[float, ...], look: Look) -> Element:
    """Return an upright stroke between the ends of an interval, with a short one across each."""
    caps = [[(across - _CAP, end), (across + _CAP, end)] for end in ends]
    return broken_line([[(across, end) for end in ends], *caps], Stroke(look.colour, _THIN))


def _strip_row(panel: Panel, row: StripRow) -> Iterator[Element]:
    yield line([(0, row.top), (panel.right, row.top)], Stroke(GRID))
    yield broken_line(
        [[(0, row.middle), (_KEY, row.middle)]], Stroke(row.look.colour, _THICK, row.look.dashes)
    )
    yield marker((_KEY / 2, row.middle), row.look.shape, row.look.size, row.look.colour)
    for number, words in enumerate(row.lines):
        down = number + 0.75 - len(row.lines) / 2
        yield text((_KEY + 10, row.middle + down * row.line), words, Pen())
    for number, value in enumerate(row.values):
        yield text((panel.centre(number), row.base), shown(value), Pen("middle", bold=True))
    for number, whisker in enumerate(row.whiskers):
        yield text((panel.centre(number), row.base + row.line), words_of(whisker), Pen("middle"))


def _line_and_marks(places: Sequence[Point | None], look: Look) -> Iterator[Element]:
    """Yield a line with its gaps, then its markers; a figure between gaps has a marker alone."""
    runs = [[*run] for there, run in groupby(places, key=lambda place: place is not None) if there]
    joined = [[place for place in run if place is not None] for run in runs]
    if parts := [run for run in joined if len(run) > 1]:
        yield broken_line(parts, Stroke(look.colour, _THICK, look.dashes))
    for place in (place for run in joined for place in run):
        yield marker(place, look.shape, look.size, look.colour)
