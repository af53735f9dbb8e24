"""How answers are spread over the values of the scale: one stacked bar a period, its shares below it."""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NOT_SCORED, decimal, grouped_int
from ipak_cli.report.charts.svg import LINE, SIZE, WIDTH, Caption, Pen, draw, finished, fits, sheet, write
from ipak_cli.report.charts.values import GAP, LEVELS, MUTED, TRACK, Chart, ChartTable, Stars, clean, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Sheet

_LEVEL_NAMES: Final = ("Bintang 1", "Bintang 2", "Bintang 3", "Bintang 4")
_HATCHES: Final = ("xx", "//", "\\\\", "")
"""Beside the colours, lowest value first."""
_COLUMN: Final = WIDTH / len(_LEVEL_NAMES)
_THICK: Final = 26
_KEY: Final = 16
_LEGEND: Final = 34
_BAR: Final = LINE + 8 + _THICK
_FIGURES: Final = 2 * LINE
_APART: Final = 22
_NO_SURVEY: Final = "belum ada hasil"


def star_shares(periods: Sequence[Stars], *, title: str, name: str = "grafik-bintang") -> Chart:
    """Draw the shares of answers with 1 to 4 stars, period by period, from the counts.

    Raises ``ValueError`` where there is no period, or a period has not a count for each of the values.
    """
    if not periods or any(len(stars.counts or _LEVEL_NAMES) != len(_LEVEL_NAMES) for stars in periods):
        raise ValueError("a chart of stars needs periods, each with four counts or none")
    rows = [row for stars in periods for row in _rows(stars)]
    return finished(
        draw(lambda figure: _paint(figure, periods)),
        Caption(name, title, _description(periods)),
        ChartTable(("Triwulan", "Penilaian", "Jawaban", "Bagian"), tuple(rows)),
    )


def _rows(stars: Stars) -> Iterator[tuple[str, str, str, str]]:
    period = clean(stars.period)
    if not _answers(stars):
        yield period, NOT_SCORED, NOT_SCORED, NOT_SCORED
        return
    for level, count, share in zip(_LEVEL_NAMES, stars.counts or (), _shares(stars), strict=True):
        yield period, level, grouped_int(count), _percent(share)


def _description(periods: Sequence[Stars]) -> str:
    parts = [f"{stars.period}: {_highest_share(stars)}" for stars in periods]
    return (
        f"Diagram batang bertumpuk: bagian jawaban menurut jumlah bintang pada {len(periods)} triwulan. "
        f"{'; '.join(parts)}."
    )


def _highest_share(stars: Stars) -> str:
    return f"{_LEVEL_NAMES[-1]} {_percent(_shares(stars)[-1])}" if _answers(stars) else _NO_SURVEY


def _answers(stars: Stars) -> int:
    return sum(stars.counts or ())


def _shares(stars: Stars) -> list[Fraction]:
    return [Fraction(count, _answers(stars)) for count in stars.counts or ()]


def _percent(share: Fraction) -> str:
    return f"{decimal(100 * share)} %"


def _paint(figure: Sheet, periods: Sequence[Stars]) -> None:
    heights = [_BAR + (_FIGURES if _answers(stars) else 0) for stars in periods]
    tops = list(accumulate((height + _APART for height in heights), initial=_LEGEND))
    page = sheet(figure, WIDTH, tops[-1] - _APART + 6)
    for level, text in enumerate(_LEVEL_NAMES):
        left = level * _COLUMN
        _paint_part(page, level, (left, left + _KEY), SIZE - 5)
        write(page, (left + _KEY + 6, SIZE), text, Pen())
    for stars, top in zip(periods, tops, strict=False):
        _paint_period(page, stars, top)


def _paint_period(page: Axes, stars: Stars, top: float) -> None:
    middle = top + LINE + 8 + _THICK / 2
    answers = _answers(stars)
    note = f"{grouped_int(answers)} jawaban" if answers else _NO_SURVEY
    label = wrap(stars.period, fits(WIDTH - 160, bold=True), lines=1)
    write(page, (0, top + LINE), "".join(label), Pen(bold=True))
    write(page, (WIDTH, top + LINE), note, Pen("right", MUTED))
    page.barh(middle, WIDTH, _THICK, color=TRACK.light)
    if answers:
        _paint_shares(page, stars, middle)


def _paint_shares(page: Axes, stars: Stars, middle: float) -> None:
    shares = _shares(stars)
    ends = [WIDTH * float(end) for end in accumulate(shares)]
    for level, (start, end) in enumerate(zip([0, *ends], ends, strict=False)):
        _paint_part(page, level, (start, end), middle, _THICK)
    base = middle + _THICK / 2 + LINE
    for level, (count, share) in enumerate(zip(stars.counts or (), shares, strict=True)):
        write(page, (level * _COLUMN, base), _percent(share), Pen(bold=True))
        write(page, (level * _COLUMN, base + LINE), f"{grouped_int(count)} jawaban", Pen(colour=MUTED))


def _paint_part(
    page: Axes, level: int, ends: tuple[float, float], middle: float, thick: float = _KEY
) -> None:
    start, end = ends
    page.barh(
        middle, end - start, thick, start, facecolor=LEVELS[level].light, edgecolor=GAP.light, linewidth=0,
        hatch=_HATCHES[level],
    )  # fmt: skip
