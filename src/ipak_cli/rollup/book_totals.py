"""The totals in a roll-up's workbook: the indices both ways, and what was distributed how."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NOT_SCORED
from ipak_cli.base.text import capital
from ipak_cli.rollup.book_cells import Cell, Look, count, number, said
from ipak_cli.rollup.result import ChangeWord
from ipak_cli.rollup.words import (
    ALL_UNITS,
    CHANGES,
    MEAN_OF_UNITS,
    POOLED,
    PREDICATE_COUNTS,
    STATES,
    group_words,
    rubric_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.rollup.result import IndexTotal, RollUp, Total

    Row = Sequence[Cell | None]

_CHANGED: Final = (ChangeWord.RISEN, ChangeWord.FALLEN, ChangeWord.UNSURE)
TOTAL_HEADS: Final = (
    "Kelompok", "Periode", "Rubrik", "Responden", "Indeks",
    "Unit dengan nilai", capital(MEAN_OF_UNITS), "Jawaban", capital(POOLED),
    "Terendah", "Median", "Tertinggi",
    *(f"Unit {CHANGES[word]}" for word in _CHANGED), "Keterangan",
)  # fmt: skip
TOTAL_WIDTHS: Final = (24, 11, 16, 12, 9, 9, 11, 11, 12, 10, 9, 10, 8, 8, 11, 40)
SPREAD_HEADS: Final = ("Kelompok", "Periode", "Rubrik", "Apa", "Nilai", "Banyaknya")
SPREAD_WIDTHS: Final = (28, 12, 18, 24, 22, 12)
_PEKPPP: Final = "PEKPPP"


def total_rows(given: RollUp) -> Iterator[Row]:
    """Yield a row for each group, period, rubric and index; then the F-02 of each group and period."""
    for total in given.totals:
        head = _head(total, given.by)
        if not total.indices:
            yield (
                *head,
                *[None] * (len(TOTAL_HEADS) - len(head) - 1),
                said(total.hidden),
            )
        for code, index in total.indices.items():
            yield (*head, Cell(code), *_index(index, hidden=bool(total.hidden)), said(total.hidden))
    for each in given.pekppp:
        yield (
            Cell(_group(each.group, given.by)), Cell(each.period), Cell(_PEKPPP), None, Cell("F-02"),
            count(each.units), number(each.f02), *[None] * 9,
        )  # fmt: skip


def _group(group: str | None, by: str | None) -> str:
    return ALL_UNITS if group is None else group_words(group, by)


def _head(total: Total, by: str | None) -> Row:
    people = None if total.hidden else count(total.respondents)
    return *_name(total, by), people


def _name(total: Total, by: str | None) -> Row:
    return Cell(_group(total.group, by)), Cell(total.period), Cell(rubric_words(total.rubric))


def _index(index: IndexTotal, *, hidden: bool) -> Row:
    if hidden:
        return [Cell(NOT_SCORED, Look.WORDS)] * 10
    return (
        count(index.units), number(index.mean_of_units), count(index.answers), number(index.pooled),
        number(index.lowest), number(index.median), number(index.highest),
        count(index.risen), count(index.fallen), count(index.unsure),
    )  # fmt: skip


def spread_rows(given: RollUp) -> Iterator[Row]:
    """Yield how many units have each state, band, predicate and category, and how many answers each value."""
    for total in given.totals:
        head = _name(total, given.by)
        yield from _counted(head, "Hasil, unit", {STATES[state]: n for state, n in total.units.items()})
        yield from _counted(head, "Jawaban", total.distribution)
        for code, bands in total.bands.items():
            yield from _counted(head, f"Mutu {code}, unit", bands)
        for name, counts in total.predicates.items():
            named = {PREDICATE_COUNTS.get(key, key): number for key, number in counts.items()}
            yield from _counted(head, f"{name}, unit", named)
    for each in given.pekppp:
        head = (Cell(_group(each.group, given.by)), Cell(each.period), Cell(_PEKPPP))
        yield from _counted(head, "Kategori, unit", each.categories)


def _counted(head: Row, what: str, counts: Mapping[str, int]) -> Iterator[Row]:
    for name, how_many in sorted(counts.items()):
        yield *head, Cell(what), Cell(name), count(how_many)
