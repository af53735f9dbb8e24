"""The indices over the periods in 80 columns: values with their changes, and what the last one tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.console import Group, RenderableType
from rich.text import Text

from ipak_cli.base.figures import NOT_SCORED, NotScored, count, decimal, ends_of, figure
from ipak_cli.base.period import PeriodKind, parse_period, period_words
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.survey.certainty.change import ChangeFinding, ChangeResult, NotCompared
from ipak_cli.terminal.console import marked, table, title

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from fractions import Fraction

    from ipak_cli.report.trend import Point, Series, Trend

_ALL_INDICES: Final = "Gabungan"
_MARKS: Final = {ChangeFinding.RISEN: "▲", ChangeFinding.FALLEN: "▼", ChangeFinding.UNSURE: ""}


def trend_view(found: Trend) -> RenderableType:
    """Return the indices over the periods: the values with their changes, what of the last can be told."""
    series = dict(_series(found))
    values = table(found.kind.capitalize(), "Responden", *series, right=("Responden", *series))
    for number, period in enumerate(found.periods):
        respondents = NOT_SCORED if period.respondents is None else count(period.respondents)
        cells = (_cell(each.points[number]) for each in series.values())
        values.add_row(_label(period.period), respondents, *cells)
    parts: list[RenderableType] = [Text(found.unit or "Tren hasil survei", style="bold"), Text(), values]
    return Group(*parts, *_last_change(found), *_trend_notes(found))


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
    return f"{figure(point.value)} ({signed(point.change)}){_mark(point.compared)}"


def signed(change: Fraction) -> str:
    """Write a change with its sign; one that is too small to show is not written as none."""
    text = decimal(abs(change))
    if change == 0:
        return text
    small = "<0,01" if text == "0,00" else text
    return f"{'+' if change > 0 else '−'}{small}"


def _mark(compared: ChangeResult | NotCompared | None) -> str:
    return _MARKS[compared.finding] if isinstance(compared, ChangeResult) else ""


def _last_change(found: Trend) -> Iterator[RenderableType]:
    """Yield what can be told of the last period's change: of each index, then of the items that changed."""
    compared = {code: series.points[-1].compared for code, series in found.indices.items()}
    lines = [
        ("•", Text.assemble((code, "bold"), f" {_said(change)}"))
        for code, change in compared.items()
        if change is not None
    ]
    if not lines:
        return
    now, before = (_label(period.period) for period in reversed(found.periods[-2:]))
    yield title(f"Perubahan {now} dari {before}")
    yield marked([*lines, ("•", _items(found.items))])
    notes = dict.fromkeys(
        say(note)
        for change in (*compared.values(), *found.items.values())
        if isinstance(change, ChangeResult)
        for note in change.notes
    )
    yield from (Text(f"{capital(note)}.", style="dim") for note in notes)


def _said(change: ChangeResult | NotCompared) -> str:
    if isinstance(change, NotCompared):
        return f"tidak diuji: {say(change.reason)}"
    return say(change.said)


def _items(items: Mapping[str, ChangeResult | NotCompared]) -> Text:
    """Name the items that rose or fell, and count the others."""
    tested = {code: change for code, change in items.items() if isinstance(change, ChangeResult)}
    if not tested:
        reasons = dict.fromkeys(say(each.reason) for each in items.values() if isinstance(each, NotCompared))
        return Text(f"Setiap pertanyaan tidak diuji: {'; '.join(reasons)}")
    told = [
        f"{code} {say(change.said)}"
        for code, change in tested.items()
        if change.finding is not ChangeFinding.UNSURE
    ]
    rest = len(tested) - len(told)
    if not told:
        return Text(f"Setiap pertanyaan: belum dapat dibedakan ({rest} diuji bersama)")
    return Text(f"{', '.join(told)}; {rest} pertanyaan lain belum dapat dibedakan")


def _trend_notes(found: Trend) -> Iterator[RenderableType]:
    """Explain the signs that the table uses."""
    yield Text()
    regular = found.kind is not PeriodKind.RANGE
    before = f"{found.kind} tepat sebelumnya" if regular else "rentang sebelumnya"
    yield Text(f"Di dalam kurung: perubahan dari {before}, dihitung persis.", style="dim")
    if any(_mark(point.compared) for series in found.indices.values() for point in series.points):
        yield Text("▲ naik, ▼ turun; tanpa tanda: belum dapat dibedakan, atau tidak diuji.", style="dim")
    gaps = [_label(each.period) for each in found.periods if each.rubric is None]
    if gaps:
        yield Text(f"Tanpa hasil: {', '.join(gaps)}.", style="dim")
