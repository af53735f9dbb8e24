"""Many units on a screen of 80 columns: the totals, and first of all what is missing, fell or was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.console import Group, RenderableType
from rich.text import Text

from ipak_cli.base.figures import decimal, figure, grouped_int
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.rollup.conversion import converted
from ipak_cli.rollup.highlights import GAPS, groups_of, highlights, totals_of
from ipak_cli.rollup.result import CellState
from ipak_cli.rollup.words import (
    ALL_UNITS,
    ATTRIBUTES,
    BOTH_WAYS,
    MARKS,
    STATES,
    STATES_IN_FULL,
    converted_words,
    group_words,
    rubric_letters,
    rubric_words,
    span_words,
    summary_lines,
)
from ipak_cli.terminal.console import marked, one_line, table, title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rich.table import Table

    from ipak_cli.base.provenance import RubricRef
    from ipak_cli.rollup.highlights import Highlights
    from ipak_cli.rollup.result import RollUp, Total, UnitRow

MOST: Final = 15
"""Units of a list that are shown unless all are asked for; a few units are shown all."""
_NAME_WIDTH: Final = 44


def rollup_view(given: RollUp, *, everything: bool = False) -> RenderableType:
    """Return the totals and what matters most; with ``everything`` each unit, and each list to its end."""
    note, given = converted_words(given), converted(given)
    found = highlights(given)
    most = None if everything else MOST
    units = f"{grouped_int(len(given.units))} unit"
    head = Text(f"Rekap {units}, {len(given.periods)} periode: {span_words(given)}", style="bold")
    summary = marked(("•", Text(line)) for line in summary_lines(given, found))
    return Group(
        head, Text(), summary, *_totals(given, found), *_groups(given, found, most),
        *_periods_of(given, found, most), *_fallen(found, most), *_lost(found, most),
        *_pekppp(given), *_rubrics(given), *([Text(note, style="dim")] if note else []),
    )  # fmt: skip


def _totals(given: RollUp, found: Highlights) -> Iterator[RenderableType]:
    """Yield the totals of all units, a line for each period and rubric."""
    if found.latest is None:
        return
    yield title(ALL_UNITS)
    rows = [total for total in given.totals if total.group is None]
    letters = rubric_letters(given)
    yield _total_table("Periode", [(_label(total, letters), total) for total in rows], given)
    yield Text(BOTH_WAYS, style="dim")


def _groups(given: RollUp, found: Highlights, most: int | None) -> Iterator[RenderableType]:
    """Yield the totals of the latest period of each group, and why one is hidden."""
    names = groups_of(given)
    if not names or found.latest is None:
        return
    attribute = ATTRIBUTES.get(given.by or "", given.by or "")
    yield title(f"Menurut {attribute}, {found.latest}")
    letters = rubric_letters(given)
    rows = [
        (_label(total, letters, group_words(name, given.by)), total)
        for name in names[:most]
        for total in totals_of(given, found.latest, group=name)
    ]
    yield _total_table(capital(attribute), rows, given)
    yield from _rest(names, most, "kelompok")
    hidden = dict.fromkeys(say(total.hidden) for _, total in rows if total.hidden)
    yield from (Text(f"Tanpa angka: {reason}.", style="dim") for reason in hidden)


def _total_table(first: str, rows: Iterable[tuple[str, Total]], given: RollUp) -> Table:
    codes = [*given.index_names]
    heads = [f"{code}\n{words}" for code in codes for words in ("rata-rata\nunit", "jawaban\ndigabung")]
    made = table(first, "Unit", "Responden", *heads, right=("Unit", "Responden", *heads))
    for label, total in rows:
        units = total.units.get(CellState.SCORED, 0) + total.units.get(CellState.SMALL, 0)
        figures = [text for code in codes for text in _both_ways(total, code)]
        people = "–" if total.hidden else grouped_int(total.respondents)
        made.add_row(label, grouped_int(units), people, *figures)
    return made


def _both_ways(total: Total, code: str) -> tuple[str, str]:
    index = total.indices.get(code)
    return ("–", "–") if index is None else (figure(index.mean_of_units), figure(index.pooled))


def _label(total: Total, letters: Mapping[RubricRef, str], name: str | None = None) -> str:
    letter = letters.get(total.rubric)
    return f"{name or total.period}{f' {letter}' if letter else ''}"


def _periods_of(given: RollUp, found: Highlights, most: int | None) -> Iterator[RenderableType]:
    """Yield a line of marks for each unit: of all where they are few, else of those with most gaps."""
    all_shown = most is None or len(given.units) <= most
    units = given.units if all_shown else found.incomplete
    if not units:
        return
    yield title("Kelengkapan setiap unit" if all_shown else "Belum lengkap, yang terbanyak lebih dulu")
    made = table("Unit", "Periode", "Yang belum ada")
    made.columns[0].max_width = _NAME_WIDTH
    for unit in units[:most]:
        made.add_row(one_line(unit.name), _marks(unit), _gaps(unit))
    yield made
    yield from _rest(units, most, "unit")
    used = dict.fromkeys(cell.state for unit in units[:most] for cell in unit.surveys)
    legend = ", ".join(f"{MARKS[state]} {STATES[state]}" for state in STATES if state in used)
    yield Text(f"Dari kiri ke kanan {span_words(given)}: {legend}.", style="dim")
    yield from _reasons(units[:most])


def _marks(unit: UnitRow) -> str:
    return "".join(MARKS[cell.state] for cell in unit.surveys)


def _gaps(unit: UnitRow) -> str:
    """Name the periods without a figure by their state: ``II-2023, IV-2023; menunggu I-2024``."""
    by_state: dict[CellState, list[str]] = {state: [] for state in (*GAPS, CellState.SMALL)}
    for cell in unit.surveys:
        if cell.state in by_state:
            by_state[cell.state].append(cell.period)
    return "; ".join(
        f"{'' if state is CellState.MISSING else f'{STATES[state]} '}{', '.join(periods)}"
        for state, periods in by_state.items()
        if periods
    )


def _reasons(units: Sequence[UnitRow]) -> Iterator[Text]:
    """Say why units are hidden, each reason once."""
    small = [cell for unit in units for cell in unit.surveys if cell.state is CellState.SMALL]
    if small:
        told = dict.fromkeys(say(cell.reason) for cell in small if cell.reason) or [
            STATES_IN_FULL[CellState.SMALL]
        ]
        yield Text(f"Disembunyikan: {'; atau '.join(told)}.", style="dim")


def _fallen(found: Highlights, most: int | None) -> Iterator[RenderableType]:
    if not found.fallen:
        return
    yield title(f"Turun melebihi kebetulan pada {found.latest}")
    made = table("Unit", "Indeks", "Nilai", "Turun", right=("Nilai", "Turun"))
    for fall in found.fallen[:most]:
        [now] = [cell for cell in fall.unit.surveys if cell.period == found.latest]
        value = figure(now.indices[fall.index].mean)
        made.add_row(one_line(fall.unit.name), fall.index, value, decimal(fall.by))
    yield made
    yield from _rest(found.fallen, most, "penurunan")


def _lost(found: Highlights, most: int | None) -> Iterator[RenderableType]:
    if not found.lost:
        return
    yield title(f"Syarat predikat yang tidak lagi terpenuhi pada {found.latest}")
    made = table("Unit", "Predikat", "Terakhir terpenuhi")
    for each in found.lost[:most]:
        made.add_row(one_line(each.unit.name), each.predicate, each.before)
    yield made
    yield from _rest(found.lost, most, "syarat")


def _pekppp(given: RollUp) -> Iterator[RenderableType]:
    totals = [total for total in given.pekppp if total.group is None]
    if not totals:
        return
    yield title("PEKPPP, semua unit")
    made = table("Periode", "Unit", "F-02 rata-rata unit", "Kategori", right=("Unit", "F-02 rata-rata unit"))
    for total in totals:
        categories = ", ".join(f"{name}: {grouped_int(n)}" for name, n in sorted(total.categories.items()))
        made.add_row(total.period, grouped_int(total.units), figure(total.f02), categories)
    yield made


def _rubrics(given: RollUp) -> Iterator[RenderableType]:
    letters = rubric_letters(given)
    if letters:
        named = ", ".join(f"{letter} {rubric_words(rubric)}" for rubric, letter in letters.items())
        yield Text(f"\nRubrik: {named}. Nilai dari rubrik yang berbeda tidak digabung.", style="dim")


def _rest(listed: Sequence[object], most: int | None, what: str) -> Iterator[Text]:
    if most is not None and len(listed) > most:
        yield Text(f"… dan {grouped_int(len(listed) - most)} {what} lain; --all menampilkan semuanya")
