"""The tables of a roll-up's totals on its page: completeness, the indices both ways, distributions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import figure, grouped_int
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.rollup.highlights import groups_of
from ipak_cli.rollup.result import ChangeWord
from ipak_cli.rollup.words import (
    ALL_UNITS,
    ATTRIBUTES,
    CHANGES,
    MARKS,
    MEAN_OF_UNITS,
    POOLED,
    PREDICATE_COUNTS,
    STATES,
    group_words,
    rubric_letters,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.rollup.result import IndexTotal, RollUp, Total

INDEX_HEADS: Final = (
    "Indeks", "Responden", "Unit", MEAN_OF_UNITS, POOLED, "Jawaban", "terendah", "median", "tertinggi",
    *(CHANGES[word] for word in (ChangeWord.RISEN, ChangeWord.FALLEN, ChangeWord.UNSURE)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A row: its name, then its cells."""

    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TotalTable:
    """A table of totals; one with a ``title`` can be folded."""

    title: str | None
    label: str
    heads: tuple[str, ...]
    rows: tuple[TotalRow, ...]
    notes: tuple[str, ...] = ()


def total_tables(given: RollUp) -> Iterator[TotalTable]:
    """Yield the tables of all units, then one of the groups for each period, the latest first."""
    letters = rubric_letters(given)
    every = [total for total in given.totals if total.group is None]

    def name(total: Total) -> str:
        letter = letters.get(total.rubric)
        return f"{total.period}{f' {letter}' if letter else ''}"

    yield TotalTable(
        None,
        f"{ALL_UNITS}: kelengkapan",
        ("Periode", *(f"{MARKS[state]} {words}" for state, words in STATES.items())),
        tuple(_completeness(given)),
    )
    rows = tuple(TotalRow(name(total), cells) for total in every for cells in _index_cells(total))
    notes = tuple(dict.fromkeys(f"Tanpa angka: {say(total.hidden)}." for total in every if total.hidden))
    yield TotalTable(None, f"{ALL_UNITS}: indeks", ("Periode", *INDEX_HEADS), rows, notes)
    spread = [TotalRow(name(total), cells) for total in every for cells in _spread(total)]
    spread += [
        TotalRow(
            total.period,
            (f"Kategori PEKPPP (F-02 {MEAN_OF_UNITS} {figure(total.f02)})", _counts(total.categories)),
        )
        for total in given.pekppp
        if total.group is None
    ]
    label = "Sebaran jawaban, mutu, predikat, dan kategori PEKPPP"
    yield TotalTable(
        label, f"{ALL_UNITS}: {label[0].lower()}{label[1:]}", ("Periode", "Apa", "Banyaknya"), (*spread,)
    )
    if groups_of(given):
        yield from (_of_groups(given, period) for period in reversed(given.periods))


def _completeness(given: RollUp) -> Iterator[TotalRow]:
    """Yield how many units have which state in each period, also in one of which there is no result."""
    for place, period in enumerate(given.periods):
        states = Counter(unit.surveys[place].state for unit in given.units)
        yield TotalRow(period, tuple(grouped_int(states[state]) for state in STATES))


def _index_cells(total: Total) -> Iterator[tuple[str, ...]]:
    for code, index in total.indices.items():
        if total.hidden:
            yield code, *["–"] * (len(INDEX_HEADS) - 1)
        else:
            yield code, grouped_int(total.respondents), *_index(index)


def _index(index: IndexTotal) -> tuple[str, ...]:
    return (
        grouped_int(index.units), figure(index.mean_of_units), figure(index.pooled),
        grouped_int(index.answers),
        figure(index.lowest), figure(index.median), figure(index.highest),
        grouped_int(index.risen), grouped_int(index.fallen), grouped_int(index.unsure),
    )  # fmt: skip


def _spread(total: Total) -> Iterator[tuple[str, str]]:
    if total.distribution:
        yield "Jawaban", _counts(total.distribution)
    for code, bands in total.bands.items():
        yield f"Mutu {code}, unit", _counts(bands)
    for predicate, counts in total.predicates.items():
        yield f"{predicate}, unit", _counts({PREDICATE_COUNTS.get(key, key): n for key, n in counts.items()})


def _counts(counts: Mapping[str, int]) -> str:
    return " · ".join(f"{name}: {grouped_int(count)}" for name, count in sorted(counts.items()))


def _of_groups(given: RollUp, period: str) -> TotalTable:
    letters = rubric_letters(given)
    attribute = ATTRIBUTES.get(given.by or "", given.by or "")
    rows: list[TotalRow] = []
    notes: dict[str, None] = {}
    for total in given.totals:
        if total.group is None or total.period != period:
            continue
        letter = letters.get(total.rubric)
        name = f"{group_words(total.group, given.by)}{f' {letter}' if letter else ''}"
        if total.hidden:
            notes[say(total.hidden)] = None
        cells = [*_index_cells(total)] or [("–",) * len(INDEX_HEADS)]
        rows += [TotalRow(name, each) for each in cells]
    label = f"Menurut {attribute}, {period}"
    told = tuple(f"Tanpa angka: {reason}." for reason in notes)
    return TotalTable(label, label, (capital(attribute), *INDEX_HEADS), (*rows,), told)
