"""Horizontal bars, each under its label and before its figure: item means and PEKPPP aspects."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import cycle
from typing import TYPE_CHECKING, Final, Literal

from ipak_cli.report.charts.svg import LINE, SIZE, WIDTH, Caption, Pen, Stroke, finished, fits, line, text
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
_THICK: Final = 16
_TICK: Final = _THICK / 2 + 3
_LEGEND: Final = 26
_MISSING: Final = "tanpa nilai"


@dataclass(frozen=True, slots=True)
class _BarPlan:
    """What is drawn; ``mark`` says what the ticks are, ``pairs`` that each target is written out."""

    groups: tuple[Group, ...]
    scale: ChartScale
    mark: str | None
    pairs: bool = False

    @property
    def end(self) -> float:
        """Where the bars' area ends; the figures stand behind it."""
        return WIDTH - (120 if self.pairs else 64)

    def x(self, value: Fraction | int) -> float:
        """Return where a figure stands on the axis, from the left."""
        return self.end * float(Fraction(value - self.scale.lowest, self.scale.highest - self.scale.lowest))


@dataclass(frozen=True, slots=True)
class _Block:
    """A heading, or a bar with its label, and where on the sheet it begins."""

    lines: list[str]
    top: float
    colour: Colour
    bar: Bar | None = None

    @property
    def middle(self) -> float:
        """The middle of the bar."""
        return self.top + len(self.lines) * LINE + 8 + _THICK / 2

    @property
    def bottom(self) -> float:
        """Where the next block begins."""
        return self.middle + _THICK / 2 + 14 if self.bar else self.top + LINE + 6


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
    values = [known(bar.value) for bar in _bars(plan.groups)]
    exact = [value for value in values if value is not None]
    ends = f" Terendah {shown(min(exact))}, tertinggi {shown(max(exact))}." if exact else ""
    missing = f" Tanpa nilai: {values.count(None)}." if None in values else ""
    mark = f" {plan.mark}." if plan.mark and not plan.pairs else ""
    return f"{what}.{ends}{mark}{missing}"


def _drawn(plan: _BarPlan, caption: Caption, table: ChartTable) -> Chart:
    blocks = list(_blocks(plan))
    axis = blocks[-1].bottom + SIZE / 2
    return finished(_shapes(plan, blocks, axis), (WIDTH, axis), caption, table)


def _shapes(plan: _BarPlan, blocks: Sequence[_Block], axis: float) -> Iterator[Element]:
    yield from _legend(plan)
    for block in blocks:
        yield from _label(block)
        if block.bar:
            yield from _bar(plan, block.bar, block)
    for value in plan.scale.steps:
        yield text((plan.x(value), axis), str(value), Pen(_anchor(value, plan.scale), MUTED))


def _anchor(value: int, scale: ChartScale) -> Literal["start", "middle"]:
    return "start" if value == scale.lowest else "middle"


def _blocks(plan: _BarPlan) -> Iterator[_Block]:
    top: float = _LEGEND
    for group, colour in zip(plan.groups, cycle(SERIES), strict=False):
        heading = wrap(group.name, fits(WIDTH, bold=True), lines=1)
        if heading:
            block = _Block(heading, top + 8, colour)
            top = block.bottom
            yield block
        for bar in group.bars:
            block = _Block(wrap(bar.label, fits(WIDTH), lines=_LABEL_LINES), top, colour, bar)
            top = block.bottom
            yield block


def _legend(plan: _BarPlan) -> Iterator[Element]:
    if plan.mark:
        yield from _tick(2, SIZE - SIZE / 3)
        yield text((10, SIZE), plan.mark, Pen())
    yield text((WIDTH, SIZE), "Nilai / target" if plan.pairs else "Nilai", Pen("end", MUTED))


def _label(block: _Block) -> Iterator[Element]:
    for number, words in enumerate(block.lines, 1):
        yield text((0, block.top + number * LINE), words, Pen(bold=block.bar is None))


def _bar(plan: _BarPlan, bar: Bar, block: _Block) -> Iterator[Element]:
    top = block.middle - _THICK / 2
    yield filled_bar((0, top, plan.end, _THICK), TRACK)
    value, base = known(bar.value), block.middle + SIZE / 3
    if value is None:
        yield text((6, base), _MISSING, Pen())
    else:
        yield filled_bar((0, top, plan.x(value), _THICK), block.colour)
        yield from _steps(plan, top)
    if bar.target is not None:
        yield from _tick(plan.x(bar.target), block.middle)
    yield text((WIDTH, base), _figures(bar, plan), Pen("end", bold=True))


def _steps(plan: _BarPlan, top: float) -> Iterator[Element]:
    """Part a bar at the whole values between its ends."""
    for value in plan.scale.steps[1:-1]:
        x = plan.x(value)
        yield line([(x, top), (x, top + _THICK)], Stroke(GAP))


def _tick(x: float, middle: float) -> Iterator[Element]:
    """Yield a tick with light edges, so that it is seen on a bar too."""
    for colour, thick in ((GAP, 6), (INK, 3)):
        yield line([(x, middle - _TICK), (x, middle + _TICK)], Stroke(colour, thick))


def _figures(bar: Bar, plan: _BarPlan) -> str:
    return f"{shown(bar.value)} / {shown(bar.target)}" if plan.pairs else shown(bar.value)
