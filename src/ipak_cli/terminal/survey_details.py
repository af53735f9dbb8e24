"""The rest of a survey result in 80 columns: groups of respondents, suggestions, quality, rows left out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from rich.text import Text

from ipak_cli.base.figures import NotScored, figure, grouped_int
from ipak_cli.base.period import indonesian_date
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.catalogue.survey import HEADER_MISSING, VALUE_NOT_SHOWN
from ipak_cli.survey.certainty.against_rest import said_of_groups
from ipak_cli.terminal.console import marked, table, title
from ipak_cli.terminal.survey_recap import recap_details

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from ipak_cli.survey.result import Source, SurveyResult, UnusedColumn

_FEW: Final = 5
"""Suggestions that the view shows; all of them are in the document."""
_MOST_COLUMNS: Final = 12
"""Unused columns that the view names; all of them are in the document."""


def survey_details(result: SurveyResult) -> Iterator[RenderableType]:
    """Yield the parts in the order in which they are shown."""
    if result.recap is not None:
        yield from recap_details(result)
    else:
        yield from _breakdowns(result)
        yield from _suggestions(result)
        yield from _quality(result)
    yield from _left_out(result)
    yield from _days(result)


def _breakdowns(result: SurveyResult) -> Iterator[RenderableType]:
    for breakdown in result.breakdowns:
        yield title(f"Menurut {breakdown.name.lower()}")
        if breakdown.groups:
            rows = table("Kelompok", "Responden", *result.indices, right=("Responden", *result.indices))
            for group in breakdown.rows:
                values = [figure(value) for value in group.indices.values()]
                rows.add_row(Text(say(group.name)), grouped_int(group.respondents), *values)
            yield rows
        for said in said_of_groups(breakdown):
            yield Text(f"{capital(say(said))}.")
        if breakdown.reason:
            yield Text(capital(say(breakdown.reason)), style="dim")


def _suggestions(result: SurveyResult) -> Iterator[RenderableType]:
    found = result.suggestions
    if isinstance(found, NotScored) or not found.shown:
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


def _quality(result: SurveyResult) -> Iterator[RenderableType]:
    lines = []
    for look in result.quality:
        if look.value is not None:
            shown = f"{say(look.title)}: {figure(look.value)}, {say(look.finding)}"
        elif look.count:
            shown = f"{say(look.title)}: {grouped_int(look.count)}, {say(look.finding)}"
        else:
            continue
        lines.append(("•", Text(shown)))
    yield title("Mutu data")
    yield marked(lines)


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


def _days(result: SurveyResult) -> Iterator[RenderableType]:
    days = result.answer_days
    if days is None:
        return
    if days.first is not None and days.last is not None:
        first, last = (indonesian_date(date.fromisoformat(each)) for each in (days.first, days.last))
        yield Text(f"Jawaban pertama {first}, jawaban terakhir {last}.", style="dim")
    elif days.reason:
        yield Text(f"{capital(say(days.reason))}.", style="dim")


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
