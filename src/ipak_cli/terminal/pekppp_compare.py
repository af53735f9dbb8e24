"""Self-assessments of several units or years side by side, in a terminal of 80 columns."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from rich.console import Group, RenderableType
from rich.text import Text

from ipak_cli.base.figures import NOT_SCORED, decimal
from ipak_cli.pekppp.result import Status
from ipak_cli.terminal.console import marked, one_line, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.base.figures import Figure
    from ipak_cli.pekppp.result import IndicatorResult, PekpppResult

ROOM: Final = 40
"""Columns that the headings of all results may fill, so that enough is left for the rows' names."""
_GAP: Final = 3
"""Columns between two columns of a table."""


@dataclass(frozen=True, slots=True)
class _ComparedRow:
    """A row: what it is about, what stands in each result's column, and how these differ."""

    key: str
    name: str
    cells: tuple[str, ...]
    difference: str


def compare_view(results: Sequence[PekpppResult]) -> RenderableType:
    """Return two to six results in columns: figures, aspects, and the level of every indicator."""
    names = _names(results)
    short = sum(len(name) + _GAP for name in names) <= ROOM
    heads = names if short else [f"({number})" for number, _ in enumerate(names, 1)]
    return Group(
        *_head(results),
        *([] if short else [marked((head, Text(name)) for head, name in zip(heads, names, strict=True))]),
        *_rubrics(results, heads),
        Text(),
        _table(results, heads),
        Text(_legend(len(results)), style="dim"),
    )


def _names(results: Sequence[PekpppResult]) -> list[str]:
    """Name each result by its unit, its period or both, whichever differs, and by its file if that fails."""
    units = [result.unit or "unit tidak disebut" for result in results]
    periods = [result.period.name or "periode tidak disebut" for result in results]
    files = [", ".join(source.name for source in result.sources) for result in results]
    varying = [parts for parts in (units, periods) if len(set(parts)) > 1]
    if len(set(zip(*varying, strict=True))) < len(results):
        varying.append(files)
    return [", ".join(parts) for parts in zip(*varying, strict=True)]


def _head(results: Sequence[PekpppResult]) -> Iterator[Text]:
    """Yield the title, and the unit and the period that all share."""
    yield Text("Perbandingan penilaian mandiri PEKPPP", style="bold")
    units = {result.unit for result in results}
    periods = {result.period.name for result in results}
    shared = [*(units if len(units) == 1 else ()), *(periods if len(periods) == 1 else ())]
    if any(shared):
        yield Text(", ".join(text for text in shared if text))


def _rubrics(results: Sequence[PekpppResult], heads: Sequence[str]) -> Iterator[RenderableType]:
    rubrics = [result.rubric for result in results]
    if len(set(rubrics)) == 1:
        yield Text(f"Rubrik {rubrics[0].id} versi {rubrics[0].version}", style="dim")
        return
    yield Text("Rubriknya berbeda, sehingga angkanya tidak dapat dibandingkan begitu saja:", style="bold")
    yield marked(
        (head, Text(f"{rubric.id} versi {rubric.version}, isi {rubric.fingerprint}"))
        for head, rubric in zip(heads, rubrics, strict=True)
    )


def _table(results: Sequence[PekpppResult], heads: Sequence[str]) -> RenderableType:
    last = "Selisih" if len(results) == 2 else "Rentang"
    rows = table("", "", *heads, last, right=(*heads, last))
    parts = {"": _figures(results), "Aspek": _aspects(results), "Indikator": _indicators(results)}
    for name, part in parts.items():
        if name:
            rows.add_row()
            rows.add_row("", Text(name, style="bold"))
        for row in part:
            rows.add_row(
                row.key, one_line(row.name, "bold" if row.difference else ""), *row.cells, row.difference
            )
    return rows


def _figures(results: Sequence[PekpppResult]) -> Iterator[_ComparedRow]:
    yield _index_row("", "Perkiraan F-02", [result.f02 for result in results])
    if any(isinstance(result.f03, Fraction) for result in results):
        yield _index_row("", "F-03", [result.f03 for result in results])
        yield _index_row("", "IPP", [result.ipp for result in results])
    categories = [result.category.code if result.category else NOT_SCORED for result in results]
    yield _ComparedRow("", "Kategori", tuple(categories), "≠" if len(set(categories)) > 1 else "")
    if len({result.category.of for result in results if result.category}) > 1:
        of = [result.category.of if result.category else NOT_SCORED for result in results]
        yield _ComparedRow("", "Kategori itu menurut", tuple(of), "≠")
    blank = [len(result.indicators) - result.answered for result in results]
    if any(blank):
        yield _ComparedRow("", "Belum dinilai", tuple(map(str, blank)), "")


def _aspects(results: Sequence[PekpppResult]) -> Iterator[_ComparedRow]:
    names = {each.code: each.name for result in reversed(results) for each in result.aspects}
    for code, name in sorted(names.items()):
        indices = [{each.code: each.index for each in result.aspects} for result in results]
        yield _index_row(code, name, [index.get(code) for index in indices])


def _indicators(results: Sequence[PekpppResult]) -> Iterator[_ComparedRow]:
    by_number = [{each.no: each for each in result.indicators} for result in results]
    titles = {each.no: each.title for result in reversed(results) for each in result.indicators}
    for number, text in sorted(titles.items()):
        found = [indicators.get(number) for indicators in by_number]
        levels = [None if each is None or each.level is None else Fraction(each.level) for each in found]
        yield _ComparedRow(str(number), text, tuple(map(_level, found)), _difference(levels, 0))


def _index_row(key: str, name: str, values: Sequence[Figure | None]) -> _ComparedRow:
    known = [value if isinstance(value, Fraction) else None for value in values]
    cells = tuple(NOT_SCORED if value is None else decimal(value) for value in known)
    return _ComparedRow(key, name, cells, _difference(known, 2))


def _level(each: IndicatorResult | None) -> str:
    if each is None or each.level is None:
        return NOT_SCORED
    return f"{each.level}*" if each.status is Status.CLAIMED else str(each.level)


def _difference(values: Sequence[Fraction | None], places: int) -> str:
    """Write the change from the first to the last of two values, or the span of more; nothing when alike."""
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return NOT_SCORED if known else ""
    if len(set(known)) == 1:
        return ""
    if len(known) > 2:
        return decimal(max(known) - min(known), places)
    change = known[1] - known[0]
    return f"{'+' if change > 0 else '−'}{decimal(abs(change), places)}"


def _legend(count: int) -> str:
    how = (
        "Selisih: kolom kedua dikurangi kolom pertama"
        if count == 2
        else "Rentang: yang tertinggi dikurangi yang terendah"
    )
    return f"{how}; kosong bila sama.\n* nilai mandiri tanpa fakta   – belum dinilai"
