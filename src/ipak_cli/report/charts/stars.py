"""How answers are spread over the values of the scale: one stacked bar a period, its shares below it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, cycle, islice
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NOT_SCORED, decimal, grouped_int
from ipak_cli.report.charts.svg import LINE, SIZE, WIDTH, Caption, Pen, bar, finished, fits, hatch, text
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
_ONE_ROW: Final = 4
"""As many values stand in one row, with their names in the legend alone; more stand three in a row."""
_IN_A_ROW: Final = 3
_THICK: Final = 26
_KEY: Final = 16
_BAR: Final = LINE + 8 + _THICK
_APART: Final = 22
_NO_SURVEY: Final = "belum ada hasil"


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
    """What is drawn: the periods, and the values in columns and rows."""

    periods: tuple[Stars, ...]
    levels: tuple[_Level, ...]

    @property
    def rows(self) -> int:
        """How many rows the values take."""
        return self.levels[-1].row + 1

    @property
    def figures(self) -> float:
        """How high the figures below a bar are."""
        return 2 * LINE * self.rows

    @property
    def legend(self) -> float:
        """How high the legend is."""
        return 14 + LINE * self.rows


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
    plan = _StarsPlan(tuple(periods), tuple(_levels(levels)))
    heights = [_BAR + (plan.figures if _answers(stars) else 0) for stars in periods]
    tops = list(accumulate((height + _APART for height in heights), initial=plan.legend))
    return finished(
        _shapes(plan, tops),
        (WIDTH, tops[-1] - _APART + 6),
        Caption(name, title, _description(plan)),
        ChartTable(
            ("Periode", "Penilaian", "Jawaban", "Bagian"),
            tuple(row for stars in periods for row in _rows(plan, stars)),
        ),
    )


def _levels(names: Sequence[str]) -> Iterator[_Level]:
    columns = len(names) if len(names) <= _ONE_ROW else _IN_A_ROW
    slopes = [*islice(cycle(_HATCHES), len(names) - 1), ""]
    for number, (name, colour) in enumerate(zip(names, level_colours(len(names)), strict=True)):
        row, column = divmod(number, columns)
        yield _Level(clean(name), colour, slopes[number], WIDTH / columns * column, row)


def _rows(plan: _StarsPlan, stars: Stars) -> Iterator[tuple[str, str, str, str]]:
    period = clean(stars.period)
    if not _answers(stars):
        yield period, NOT_SCORED, NOT_SCORED, NOT_SCORED
        return
    for level, count, share in zip(plan.levels, stars.counts or (), _shares(stars), strict=True):
        yield period, level.name, grouped_int(count), _percent(share)


def _description(plan: _StarsPlan) -> str:
    parts = [f"{stars.period}: {_highest_share(plan, stars)}" for stars in plan.periods]
    return (
        f"Diagram batang bertumpuk: bagian jawaban menurut nilainya pada {len(plan.periods)} periode. "
        f"{'; '.join(parts)}."
    )


def _highest_share(plan: _StarsPlan, stars: Stars) -> str:
    return f"{plan.levels[-1].name} {_percent(_shares(stars)[-1])}" if _answers(stars) else _NO_SURVEY


def _answers(stars: Stars) -> int:
    return sum(stars.counts or ())


def _shares(stars: Stars) -> list[Fraction]:
    return [Fraction(count, _answers(stars)) for count in stars.counts or ()]


def _percent(share: Fraction) -> str:
    return f"{decimal(100 * share)} %"


def _shapes(plan: _StarsPlan, tops: Sequence[float]) -> Iterator[Element]:
    for level in plan.levels:
        base = SIZE + level.row * LINE
        yield from _part(level, (level.left, level.left + _KEY), base - 5 - _KEY / 2, _KEY)
        yield text((level.left + _KEY + 6, base), level.name, Pen())
    for stars, top in zip(plan.periods, tops, strict=False):
        yield from _period(plan, stars, top)


def _period(plan: _StarsPlan, stars: Stars, top: float) -> Iterator[Element]:
    answers = _answers(stars)
    note = f"{grouped_int(answers)} jawaban" if answers else _NO_SURVEY
    label = wrap(stars.period, fits(WIDTH - 160, bold=True), lines=1)
    yield text((0, top + LINE), "".join(label), Pen(bold=True))
    yield text((WIDTH, top + LINE), note, Pen("end", MUTED))
    yield bar((0, top + LINE + 8, WIDTH, _THICK), TRACK)
    if answers:
        yield from _stacked(plan, stars, top + LINE + 8)


def _stacked(plan: _StarsPlan, stars: Stars, top: float) -> Iterator[Element]:
    shares = _shares(stars)
    ends = [WIDTH * float(end) for end in accumulate(shares)]
    for level, start, end in zip(plan.levels, [0.0, *ends], ends, strict=False):
        yield from _part(level, (start, end), top, _THICK)
    for level, count, share in zip(plan.levels, stars.counts or (), shares, strict=True):
        base = top + _THICK + LINE + 2 * LINE * level.row
        name = f"{level.name}: " if plan.rows > 1 else ""
        yield text((level.left, base), f"{name}{_percent(share)}", Pen(bold=True))
        yield text((level.left, base + LINE), f"{grouped_int(count)} jawaban", Pen(colour=MUTED))


def _part(level: _Level, ends: tuple[float, float], top: float, thick: float) -> Iterator[Element]:
    start, end = ends
    box = (start, top, end - start, thick)
    yield bar(box, level.colour)
    yield from hatch(box, level.slopes)
