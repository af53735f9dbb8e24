"""A trend as an office worker reads it in a terminal of 80 columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from ipak_cli.base.figures import NOT_SCORED, NotScored, decimal, figure, whole
from ipak_cli.terminal.parts import marked, table, title

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from ipak_cli.report.trend import Point, Series, Trend

_COMBINED = "Gabungan"


def trend_view(found: Trend) -> RenderableType:
    """Return the whole view: the values with their changes, then where each index goes."""
    series = dict(_series(found))
    values = table("Triwulan", "Responden", *series, right=("Responden", *series))
    for number, quarter in enumerate(found.quarters):
        respondents = NOT_SCORED if quarter.respondents is None else whole(quarter.respondents)
        cells = (_cell(each.points[number]) for each in series.values())
        values.add_row(quarter.quarter.replace("-", " "), respondents, *cells)
    parts: list[RenderableType] = [Text(found.unit or "Tren hasil survei", style="bold"), Text(), values]
    if lines := list(_courses(series)):
        parts += [title("Arah"), marked(lines)]
    return Group(*parts, *_notes(found))


def _series(found: Trend) -> Iterator[tuple[str, Series]]:
    yield from found.indices.items()
    if any(not isinstance(point.value, NotScored) for point in found.combined.points):
        yield _COMBINED, found.combined


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


def _notes(found: Trend) -> Iterator[RenderableType]:
    """Explain the signs that the table uses."""
    yield Text()
    yield Text("Di dalam kurung: perubahan dari triwulan tepat sebelumnya, dihitung persis.", style="dim")
    gaps = [each.quarter.replace("-", " ") for each in found.quarters if each.rubric is None]
    if gaps:
        yield Text(f"Tanpa hasil: {', '.join(gaps)}.", style="dim")
