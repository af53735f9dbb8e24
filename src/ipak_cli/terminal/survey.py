"""A survey result, and the indices over the quarters, as an office worker reads them in 80 columns."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from rich.console import Group, RenderableType
from rich.text import Text

from ipak_cli.base.figures import NOT_SCORED, NotScored, decimal, figure, grouped_int, short
from ipak_cli.base.quarter import indonesian_date
from ipak_cli.catalogue.indonesian import say
from ipak_cli.catalogue.survey import HEADER_MISSING, NOT_DISPLAYED, VALUE_NOT_SHOWN
from ipak_cli.survey.result import (
    ConditionResult,
    ConditionStatus,
    ItemResult,
    PredicateResult,
    Source,
    SurveyResult,
    UnusedColumn,
)
from ipak_cli.survey.tally import BETWEEN, gathered
from ipak_cli.terminal.console import marked, table, title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.report.trend import Point, Series, Trend

_SIGNS: Final = {ConditionStatus.MET: "✓", ConditionStatus.NOT_MET: "✗", ConditionStatus.NOT_ASSESSED: "–"}
_FEW: Final = 5
"""Suggestions that the view shows; all of them are in the document."""
_MOST_COLUMNS: Final = 12
"""Unused columns that the view names; all of them are in the document."""
_COLOURS: Final = {
    ConditionStatus.MET: "green",
    ConditionStatus.NOT_MET: "red",
    ConditionStatus.NOT_ASSESSED: "dim",
}
_ALL_INDICES: Final = "Gabungan"


def survey_view(result: SurveyResult) -> RenderableType:
    """Return the whole view: head, indices, stars, ZI, sample, items, groups, suggestions, quality."""
    parts: list[RenderableType] = [_head(result), _indices(result), *_combined(result), _distribution(result)]
    parts += [
        *_zi(result),
        *_sample(result),
        _items(result),
        *_breakdowns(result),
        *_suggestions(result),
        _quality(result),
        *_left_out(result),
    ]
    return Group(*parts)


def _head(result: SurveyResult) -> RenderableType:
    period = result.period
    when = f"Triwulan {period.quarter.replace('-', ' ')}" if period.quarter else "Triwulan tidak diketahui"
    if period.start and period.end:
        first, last = date.fromisoformat(period.start), date.fromisoformat(period.end)
        when += f" ({indonesian_date(first)} – {indonesian_date(last)})"
    lines = [Text(result.unit or "Hasil survei", style="bold"), Text(when)]
    if result.respondents is not None:
        missing = f", {grouped_int(result.missing)} tidak diberikan" if result.missing else ""
        people, answers = grouped_int(result.respondents), grouped_int(result.answers or 0)
        lines.append(Text(f"{people} responden · {answers} jawaban{missing}"))
    lines.append(Text(f"Rubrik {result.rubric.id} versi {result.rubric.version}", style="dim"))
    return Group(*lines)


def _indices(result: SurveyResult) -> RenderableType:
    rows = table("Indeks", "Nilai", "Persen", "Poin ZI", "Mutu", right=("Nilai", "Persen", "Poin ZI"))
    for code, index in result.indices.items():
        band = f"{index.band.code} ({index.band.name})" if index.band else ""
        name = code if index.name == code else f"{code} {index.name}"
        rows.add_row(
            Text(name),
            Text(figure(index.mean), style="bold"),
            figure(index.percent, " %"),
            figure(index.points),
            band,
        )
    if not any(index.band for index in result.indices.values()):
        rows.columns.pop()
    if all(isinstance(index.points, NotScored) for index in result.indices.values()):
        rows.columns.pop(3)
    return Group(Text(), rows)


def _combined(result: SurveyResult) -> Iterator[RenderableType]:
    combined = result.combined
    if not isinstance(combined.mean_of_indices, NotScored):
        yield Text(f"Indeks gabungan (rata-rata indeks)   {decimal(combined.mean_of_indices)}")
    if not isinstance(combined.pooled, NotScored):
        yield Text(f"Rata-rata seluruh jawaban            {decimal(combined.pooled)}")


def _distribution(result: SurveyResult) -> RenderableType:
    rows = table("Bintang", "Jawaban", "Bagian", right=("Jawaban", "Bagian"))
    shares = gathered(result.distribution)
    between = shares.pop(BETWEEN, None)
    for value, share in reversed(list(shares.items())):
        rows.add_row(value, grouped_int(share.count), figure(share.share, " %"))
    if between:
        rows.add_row("di antaranya", grouped_int(between.count), figure(between.share, " %"))
    return Group(title("Sebaran jawaban"), rows)


def _zi(result: SurveyResult) -> Iterator[RenderableType]:
    if result.zi is None:
        return
    yield title("Komponen hasil Zona Integritas")
    rows = table("Komponen", "Poin", "Dari", right=("Poin", "Dari"))
    for component in result.zi.components:
        rows.add_row(Text(component.name, style="bold"), figure(component.points), short(component.maximum))
        if len(component.parts) > 1:
            for part in component.parts:
                rows.add_row(f"  {part.name}", figure(part.points), short(part.maximum))
    yield rows
    for code, predicate in result.zi.predicates.items():
        yield from _predicate(code, predicate)


def _predicate(code: str, predicate: PredicateResult) -> Iterator[RenderableType]:
    words = {
        True: "syarat yang dapat dinilai di sini terpenuhi",
        False: "belum terpenuhi",
        None: "belum dapat disimpulkan",
    }
    yield Text.assemble((code, "bold"), f": {words[predicate.met]}")
    yield marked((_SIGNS[condition.status], _condition(condition)) for condition in predicate.conditions)


def _condition(condition: ConditionResult) -> Text:
    reached = condition.reached
    actual = f"belum dinilai ({say(reached.reason)})" if isinstance(reached, NotScored) else decimal(reached)
    text = f"{condition.name}: {actual}, minimal {decimal(condition.minimum)}"
    return Text(text, style=_COLOURS[condition.status])


def _sample(result: SurveyResult) -> Iterator[RenderableType]:
    sample = result.sample
    yield title("Kecukupan responden")
    verdict = {True: "Cukup", False: "Belum cukup", None: "Belum dinilai"}[sample.adequate]
    yield Text(f"{verdict}: {say(sample.reason)}")
    if not isinstance(sample.response_rate, NotScored):
        visitors = grouped_int(result.population or 0)
        yield Text(f"Tingkat respons {decimal(sample.response_rate)} % dari {visitors} pengunjung")


def _items(result: SurveyResult) -> RenderableType:
    rows = table("Butir", "Indeks", "Nilai", "Kalimat", right=("Nilai",))
    for item in sorted(result.items, key=_lowest_first):
        rows.add_row(item.code, item.index, Text(figure(item.mean), style="bold"), Text(item.text))
    return Group(title("Butir, dari nilai terendah"), rows)


def _lowest_first(item: ItemResult) -> Fraction:
    return Fraction(-1) if isinstance(item.mean, NotScored) else item.mean


def _breakdowns(result: SurveyResult) -> Iterator[RenderableType]:
    for breakdown in result.breakdowns:
        yield title(f"Menurut {breakdown.name.lower()}")
        if breakdown.groups:
            rows = table("Kelompok", "Responden", *result.indices, right=("Responden", *result.indices))
            for group in breakdown.groups:
                values = [figure(value) for value in group.indices.values()]
                rows.add_row(Text(say(group.name)), grouped_int(group.respondents), *values)
            yield rows
        if hidden := breakdown.hidden(NOT_DISPLAYED):
            yield Text(say(hidden), style="dim")
        elif breakdown.reason:
            yield Text(say(breakdown.reason).capitalize(), style="dim")


def _suggestions(result: SurveyResult) -> Iterator[RenderableType]:
    found = result.suggestions
    if not found.shown:
        return
    yield title(f"Saran dan masukan ({grouped_int(sum(one.count for one in found.shown))} tulisan)")
    often = {one: f" ({grouped_int(one.count)}×)" if one.count > 1 else "" for one in found.shown[:_FEW]}
    yield marked(("•", Text(one.text + times)) for one, times in often.items())
    notes = []
    if len(found.shown) > _FEW:
        notes.append(f"{grouped_int(len(found.shown) - _FEW)} saran lain tidak dimuat di sini (lihat --json)")
    if found.removed:
        notes.append(f"{grouped_int(found.removed)} data pribadi dihapus")
    if found.not_shown:
        notes.append(
            f"{grouped_int(found.not_shown)} tulisan lagi tidak dibaca karena terlalu banyak yang berbeda"
        )
    if notes:
        yield Text("; ".join(notes), style="dim")


def _quality(result: SurveyResult) -> RenderableType:
    lines = []
    for look in result.quality:
        if look.value is not None:
            shown = f"{say(look.title)}: {figure(look.value)}, {say(look.finding)}"
        elif look.count:
            shown = f"{say(look.title)}: {grouped_int(look.count)}, {say(look.finding)}"
        else:
            continue
        lines.append(("•", Text(shown)))
    return Group(title("Mutu data"), marked(lines))


def _left_out(result: SurveyResult) -> Iterator[RenderableType]:
    notes = [(source, note) for source in result.sources for note in (*source.left_out, *source.noted)]
    if notes:
        yield title("Baris yang tidak dihitung, atau patut dilihat")
        yield marked(
            ("•", Text(f"{_place(source)}: {say(note.why)}: baris {note.rows}")) for source, note in notes
        )
    for source in result.sources:
        if source.unused:
            yield Text()
            yield Text(f"Kolom yang tidak dipakai ({_place(source)}): {_columns(source)}", style="dim")


def _columns(source: Source) -> str:
    shown = [f"{each.cell} {_header(each.header)}{_why(each)}" for each in source.unused[:_MOST_COLUMNS]]
    more = len(source.unused) - len(shown)
    return "; ".join(shown) + (f"; dan {grouped_int(more)} lagi (lihat --json)" if more else "")


def _why(column: UnusedColumn) -> str:
    return " (diabaikan menurut ipak.yaml)" if column.ignored else ""


def _header(header: str | None) -> str:
    return say(VALUE_NOT_SHOWN()) if header is None else header or say(HEADER_MISSING())


def _place(source: Source) -> str:
    return f"{source.name}!{source.sheet}" if source.sheet else source.name


def trend_view(found: Trend) -> RenderableType:
    """Return the indices over the quarters: the values with their changes, then where each index goes."""
    series = dict(_series(found))
    values = table("Triwulan", "Responden", *series, right=("Responden", *series))
    for number, quarter in enumerate(found.quarters):
        respondents = NOT_SCORED if quarter.respondents is None else grouped_int(quarter.respondents)
        cells = (_cell(each.points[number]) for each in series.values())
        values.add_row(quarter.quarter.replace("-", " "), respondents, *cells)
    parts: list[RenderableType] = [Text(found.unit or "Tren hasil survei", style="bold"), Text(), values]
    if lines := list(_courses(series)):
        parts += [title("Arah"), marked(lines)]
    return Group(*parts, *_trend_notes(found))


def _series(found: Trend) -> Iterator[tuple[str, Series]]:
    yield from found.indices.items()
    if any(not isinstance(point.value, NotScored) for point in found.combined.points):
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
    yield Text("Di dalam kurung: perubahan dari triwulan tepat sebelumnya, dihitung persis.", style="dim")
    gaps = [each.quarter.replace("-", " ") for each in found.quarters if each.rubric is None]
    if gaps:
        yield Text(f"Tanpa hasil: {', '.join(gaps)}.", style="dim")
