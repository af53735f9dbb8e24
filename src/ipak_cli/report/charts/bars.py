"""Horizontal bars with their figures behind them: item means and PEKPPP aspects.

On telephones a label stands above its bar, on paper at the left of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import cycle
from typing import TYPE_CHECKING, Final, Literal

from ipak_cli.base.figures import ends_of, span
from ipak_cli.report.charts.svg import (
    LINE,
    NARROW,
    SIZE,
    TIGHT,
    WIDE,
    Caption,
    Pen,
    Sheet,
    Stroke,
    finished,
    fits,
    line,
    text,
    text_width,
)
from ipak_cli.report.charts.svg import bar as filled_bar
from ipak_cli.report.charts.values import (
    GAP,
    INK,
    MUTED,
    SERIES,
    TRACK,
    Bar,
    Chart,
    ChartScale,
    ChartTable,
    Colour,
    Group,
    clean,
    known,
    shown,
    wrap,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from ipak_cli.base.figures import Figure

_ITEM_SCALE: Final = ChartScale(1, 4)
_ASPECT_SCALE: Final = ChartScale(0, 5)
_LABEL_LINES: Final = 3
_BROADEST: Final = 460
"""How wide the labels beside the bars are at most."""
_LEGEND: Final = 26
_MISSING: Final = "tanpa nilai"


@dataclass(frozen=True, slots=True)
class _BarPlan:
    """What is drawn; ``mark`` says what the ticks are, ``pairs`` that each target is written out."""

    groups: tuple[Group, ...]
    scale: ChartScale
    mark: str | None
    pairs: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a label's lines begin, where the middle of its bar is, and where what follows begins."""

    lines: float
    middle: float
    bottom: float


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a plan stands on a sheet: ``left`` is where bars begin, behind their labels if it is not nought."""

    plan: _BarPlan
    width: float
    left: float
    line: float
    thick: float

    @property
    def room(self) -> float:
        """How wide a label may be."""
        return self.left - 16 if self.left else self.width

    @property
    def end(self) -> float:
        """Where the bars' area ends; the figures stand behind it."""
        if self.plan.pairs:
            return self.width - max(120, 2 * self._figure + 36)
        return self.width - max(64, self._figure + 20)

    @property
    def _figure(self) -> float:
        return text_width(f"{self.plan.scale.highest},00", bold=True)

    @property
    def tick(self) -> float:
        """How far a tick reaches from the middle of its bar."""
        return self.thick / 2 + 3

    def x(self, value: Fraction | int) -> float:
        """Return where a figure stands on the axis."""
        scale = self.plan.scale
        share = Fraction(value - scale.lowest, scale.highest - scale.lowest)
        return self.left + (self.end - self.left) * float(share)

    def place(self, top: float, lines: int) -> _Place:
        """Return where a bar with a label of so many lines stands."""
        words = lines * self.line
        if not self.left:
            middle = top + words + 4 + self.thick / 2
            return _Place(top, middle, middle + self.thick / 2 + 14)
        high = max(words, 2 * self.tick)
        return _Place(top + (high - words) / 2, top + high / 2, top + high + 7)


@dataclass(frozen=True, slots=True)
class _Block:
    """A heading, or a bar with its label."""

    lines: list[str]
    place: _Place
    colour: Colour
    bar: Bar | None = None


def _narrow(plan: _BarPlan) -> _Layout:
    return _Layout(plan, NARROW, 0, LINE, 16)


def _wide(plan: _BarPlan) -> _Layout:
    longest = max(text_width(clean(bar.label)) for bar in _bars(plan.groups))
    return _Layout(plan, WIDE, min(_BROADEST, max(longest, 80)) + 16, TIGHT, 15)


def item_means(
    groups: Sequence[Group],
    *,
    title: str,
    name: str = "grafik-butir",
    scale: ChartScale = _ITEM_SCALE,
    word: str = "butir",
) -> Chart:
    """Draw the mean of every item by index; a tick on each bar is the item's target.

    ``word`` is what the instrument calls an item.
    Raises ``ValueError`` where there is no bar.
    """
    bars = _bars(groups)
    targets = {bar.target for bar in bars}
    pairs = len(targets) > 1
    mark = "Target" if pairs else f"Target {shown(bars[0].target)}"
    plan = _BarPlan(tuple(groups), scale, mark if targets != {None} else None, pairs)
    rows = [
        (clean(group.name), clean(bar.label), shown(bar.value), shown(bar.target))
        for group in groups
        for bar in group.bars
    ]
    what = f"Diagram batang nilai rata-rata {len(bars)} {word} pada skala {scale}"
    caption = Caption(name, title, _description(what, plan))
    table = ChartTable(("Indeks", word.capitalize(), "Nilai", "Target"), tuple(rows))
    return _drawn(plan, caption, table)


def aspects(bars: Sequence[Bar], f02: Figure | None, *, title: str, name: str = "grafik-aspek") -> Chart:
    """Draw the index of every PEKPPP aspect, 0 to 5; a tick on each bar is F-02.

    Raises ``ValueError`` where there is no bar.
    """
    mark = f"F-02 {shown(f02)}"
    group = Group("", tuple(Bar(bar.label, bar.value, known(f02)) for bar in bars))
    plan = _BarPlan((group,), _ASPECT_SCALE, mark)
    rows = [(clean(bar.label), shown(bar.value)) for bar in bars]
    what = f"Diagram batang indeks {len(bars)} aspek pada skala {_ASPECT_SCALE}"
    caption = Caption(name, title, _description(what, plan))
    table = ChartTable(("Aspek", "Indeks"), (*rows, ("F-02", shown(f02))))
    return _drawn(plan, caption, table)


def _bars(groups: Sequence[Group]) -> list[Bar]:
    bars = [bar for group in groups for bar in group.bars]
    if not bars:
        raise ValueError("a chart of bars needs a bar")
    return bars


def _description(what: str, plan: _BarPlan) -> str:
    values = [None if bar.value is None else ends_of(bar.value) for bar in _bars(plan.groups)]
    lows, highs = [value[0] for value in values if value], [value[1] for value in values if value]
    lowest, highest = ((span((pick(lows), pick(highs))) if lows else "") for pick in (min, max))
    ends = f" Terendah {lowest}, tertinggi {highest}." if lows else ""
    missing = f" Tanpa nilai: {values.count(None)}." if None in values else ""
    mark = f" {plan.mark}." if plan.mark and not plan.pairs else ""
    return f"{what}.{ends}{mark}{missing}"


def _drawn(plan: _BarPlan, caption: Caption, table: ChartTable) -> Chart:
    return finished(caption, table, narrow=_sheet(_narrow(plan)), wide=_sheet(_wide(plan)))


def _sheet(layout: _Layout) -> Sheet:
    blocks = list(_blocks(layout))
    axis = blocks[-1].place.bottom + SIZE / 2
    return Sheet(tuple(_shapes(layout, blocks, axis)), layout.width, axis)


def _shapes(layout: _Layout, blocks: Sequence[_Block], axis: float) -> Iterator[Element]:
    yield from _legend(layout)
    for block in blocks:
        yield from _label(layout, block)
        if block.bar:
            yield from _bar(layout, block.bar, block)
    scale = layout.plan.scale
    for value in scale.marks:
        yield text((layout.x(value), axis), str(value), Pen(_anchor(value, scale), MUTED))


def _anchor(value: int, scale: ChartScale) -> Literal["start", "middle"]:
    return "start" if value == scale.lowest else "middle"


def _blocks(layout: _Layout) -> Iterator[_Block]:
    top: float = _LEGEND
    for group, colour in zip(layout.plan.groups, cycle(SERIES), strict=False):
        heading = wrap(group.name, fits(layout.width, bold=True), lines=1)
        if heading:
            place = _Place(top + 8, top, top + 8 + layout.line + 6)
            yield _Block(heading, place, colour)
            top = place.bottom
        for bar in group.bars:
            lines = wrap(bar.label, fits(layout.room), lines=_LABEL_LINES)
            place = layout.place(top, len(lines))
            yield _Block(lines, place, colour, bar)
            top = place.bottom


def _legend(layout: _Layout) -> Iterator[Element]:
    plan = layout.plan
    if plan.mark:
        yield from _tick(layout, layout.left + 2, SIZE - SIZE / 3)
        yield text((layout.left + 10, SIZE), plan.mark, Pen())
    yield text((layout.width, SIZE), "Nilai / target" if plan.pairs else "Nilai", Pen("end", MUTED))


def _label(layout: _Layout, block: _Block) -> Iterator[Element]:
    for number, words in enumerate(block.lines, 1):
        base = block.place.lines + (number - 0.5) * layout.line + SIZE / 3
        yield text((0, base), words, Pen(bold=block.bar is None))


def _bar(layout: _Layout, bar: Bar, block: _Block) -> Iterator[Element]:
    middle = block.place.middle
    top = middle - layout.thick / 2
    yield filled_bar((layout.left, top, layout.end - layout.left, layout.thick), TRACK)
    value, base = known(bar.value), middle + SIZE / 3
    if value is None:
        yield text((layout.left + 6, base), _MISSING, Pen())
    else:
        yield filled_bar((layout.left, top, layout.x(value) - layout.left, layout.thick), block.colour)
        yield from _steps(layout, top)
    if bar.target is not None and value is not None:
        yield from _tick(layout, layout.x(bar.target), middle)
    yield text((layout.width, base), _figures(bar, layout.plan), Pen("end", bold=True))


def _steps(layout: _Layout, top: float) -> Iterator[Element]:
    """Part a bar at the whole values that the axis names between its ends."""
    for value in layout.plan.scale.marks[1:-1]:
        x = layout.x(value)
        yield line([(x, top), (x, top + layout.thick)], Stroke(GAP))


def _tick(layout: _Layout, x: float, middle: float) -> Iterator[Element]:
    """Yield a tick with light edges, so that it is seen on a bar too."""
    for colour, thick in ((GAP, 6), (INK, 3)):
        yield line([(x, middle - layout.tick), (x, middle + layout.tick)], Stroke(colour, thick))


def _figures(bar: Bar, plan: _BarPlan) -> str:
    return f"{shown(bar.value)} / {shown(bar.target)}" if plan.pairs else shown(bar.value)
