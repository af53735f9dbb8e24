"""The indices over the periods in 80 columns: values with their changes, and where each index goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.console import Group, RenderableType
from rich.text import Text

from ipak_cli.base.figures import NOT_SCORED, NotScored, count, decimal, ends_of, figure
from ipak_cli.base.period import PeriodKind, parse_period, period_words
from ipak_cli.terminal.console import marked, table, title

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from ipak_cli.report.trend import Point, Series, Trend

_ALL_INDICES: Final = "Gabungan"


def trend_view(found: Trend) -> RenderableType:
    """Return the indices over the periods: the values with their changes, then where each index goes."""
    series = dict(_series(found))
    values = table(found.kind.capitalize(), "Responden", *series, right=("Responden", *series))
    for number, period in enumerate(found.periods):
        respondents = NOT_SCORED if period.respondents is None else count(period.respondents)
        cells = (_cell(each.points[number]) for each in series.values())
        values.add_row(_label(period.period), respondents, *cells)
    parts: list[RenderableType] = [Text(found.unit or "Tren hasil survei", style="bold"), Text(), values]
    if lines := list(_courses(series)):
        parts += [title("Arah"), marked(lines)]
    return Group(*parts, *_trend_notes(found))


def _label(name: str) -> str:
    """Write a period in the first column: without its kind, which the head says."""
    words = period_words(parse_period(name))
    return words.removeprefix("triwulan ").removeprefix("semester ").removeprefix("tahun ")


def _series(found: Trend) -> Iterator[tuple[str, Series]]:
    yield from found.indices.items()
    if any(ends_of(point.value) is not None for point in found.combined.points):
        yield _ALL_INDICES, found.combined


def _cell(point: Point) -> str:
    if isinstance(point.change, NotScored):
        return figure(point.value)
    return f"{figure(point.value)} ({_signed(point.change)})"


def _signed(change: Fraction) -> str:
    """Write a change with its sign; one that is too small to show is not written as none."""
    text = decimal(abs(change))
    if change == 0:
        return text
    small = "<0,01" if text == "0,00" else text
    return f"{'+' if change > 0 else '−'}{small}"


def _courses(series: dict[str, Series]) -> Iterator[tuple[str, Text]]:
    for code, each in series.items():
        if each.direction is not None:
            yield "•", Text.assemble((code, "bold"), f" {each.direction}")


def _trend_notes(found: Trend) -> Iterator[RenderableType]:
    """Explain the signs that the table uses."""
    yield Text()
    regular = found.kind is not PeriodKind.RANGE
    before = f"{found.kind} tepat sebelumnya" if regular else "rentang sebelumnya"
    yield Text(f"Di dalam kurung: perubahan dari {before}, dihitung persis.", style="dim")
    gaps = [_label(each.period) for each in found.periods if each.rubric is None]
    if gaps:
        yield Text(f"Tanpa hasil: {', '.join(gaps)}.", style="dim")
