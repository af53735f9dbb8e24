"""What the sheets of a roll-up's workbook hold, row by row: texts, counts and exact figures."""

from __future__ import annotations

from fractions import Fraction
from itertools import chain
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NotScored, scale
from ipak_cli.base.problem import worst_first
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import hint_of, message_of, say
from ipak_cli.rollup.book_cells import BookSheet, Cell, Look, count, note, number, said, text
from ipak_cli.rollup.book_totals import (
    SPREAD_HEADS,
    SPREAD_WIDTHS,
    TOTAL_HEADS,
    TOTAL_WIDTHS,
    spread_rows,
    total_rows,
)
from ipak_cli.rollup.conversion import converted, factors_of
from ipak_cli.rollup.highlights import GAPS
from ipak_cli.rollup.result import CellState
from ipak_cli.rollup.words import (
    BOTH_WAYS,
    CHANGES,
    PREDICATE,
    SEVERITIES,
    STATES,
    STATES_IN_FULL,
    converted_words,
    rubric_words,
    span_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.rollup.book_totals import Row
    from ipak_cli.rollup.result import IndexCell, RollUp, SurveyCell, UnitRow

_UNIT_HEADS: Final = ("Unit", "Nama", "Induk", "Wilayah")
_UNIT_WIDTHS: Final = (16, 34, 24, 22)
_NAME_HEADS: Final = ("Unit", "Nama")
_NAME_WIDTHS: Final = (16, 34)
_INDEX_HEADS: Final = (
    "Periode", "Keadaan", "Rubrik", "Responden", "Sampel minimum", "Indeks", "Nilai",
    "Nilai konversi", "Poin ZI", "Mutu", "Selang 95% bawah", "Selang 95% atas", "Perubahan", "Arti perubahan",
)  # fmt: skip
_INDEX_WIDTHS: Final = (11, 14, 16, 11, 14, 8, 8, 10, 9, 7, 10, 10, 11, 20)
_EXACT: Final = (
    "Nilai di buku kerja ini tidak dibulatkan; yang tampak dibulatkan sampai dua desimal. Sel berwarna "
    "menyebut mengapa tidak ada angkanya."
)
_ADEQUATE: Final = {True: "terpenuhi", False: "kurang", None: "tidak diketahui"}


def sheets_of(given: RollUp) -> Iterator[BookSheet]:
    """Yield the sheets of a roll-up's workbook."""
    units, span = f"{len(given.units)} unit", span_words(given)
    people, note = converted(given), converted_words(given)
    yield BookSheet(
        "Ringkasan", f"Rekap {units}, {span}", TOTAL_HEADS, TOTAL_WIDTHS, total_rows(people),
        (BOTH_WAYS, _EXACT, *([note] if note else [])),
    )  # fmt: skip
    yield BookSheet("Sebaran", f"Sebaran, {span}", SPREAD_HEADS, SPREAD_WIDTHS, spread_rows(given))
    yield _matrix(people)
    yield _indices(given)
    yield BookSheet(
        "Kesenjangan", f"Periode yang belum ada hasilnya, {span}",
        (*_UNIT_HEADS, "Periode", "Keadaan", "Keterangan"), (*_UNIT_WIDTHS, 12, 16, 60), _gap_rows(given),
    )  # fmt: skip
    yield BookSheet(
        "PEKPPP", "Penilaian mandiri PEKPPP",
        (*_UNIT_HEADS, "Periode", "F-02", "IPP", "Kategori", "Lengkap", "Keterangan"),
        (*_UNIT_WIDTHS, 12, 9, 9, 12, 10, 50), _pekppp_rows(given),
    )  # fmt: skip
    yield BookSheet(
        "Masalah", "Masalah",
        ("Bobot", "Kode", "Berkas", "Lembar", "Sel", "Apa yang salah", "Yang perlu dilakukan"),
        (12, 8, 44, 16, 10, 70, 70), _problem_rows(given),
    )  # fmt: skip


def _matrix(given: RollUp) -> BookSheet:
    """Return the units by period: a block of columns for each index, and one for respondents."""
    attributes = _attributes(given)
    blocks = [*given.index_names, "Responden"]
    own = len(_UNIT_HEADS) + len(attributes)
    periods = len(given.periods)
    return BookSheet(
        "Unit x Periode", f"Unit menurut periode, {span_words(given)}",
        (
            *_UNIT_HEADS, *map(capital, attributes),
            *(f"{block} {each}" for block in blocks for each in given.periods),
        ),
        (*_UNIT_WIDTHS, *[14] * len(attributes), *[13] * (len(blocks) * periods)),
        (
            (*_unit(unit), *(text(unit.attributes.get(name)) for name in attributes), *_figures(unit, given))
            for unit in given.units
        ),
        pages=[own + periods * number for number in range(len(blocks))],
    )  # fmt: skip


def _figures(unit: UnitRow, given: RollUp) -> Iterator[Cell | None]:
    for code in given.index_names:
        for cell in unit.surveys:
            index = cell.indices.get(code)
            yield _state(cell) if index is None else number(index.mean)
    for cell in unit.surveys:
        yield _state(cell) if cell.state is not CellState.SCORED else count(cell.respondents)


def _state(cell: SurveyCell) -> Cell | None:
    return None if cell.state is CellState.SCORED else Cell(STATES[cell.state], Look.WORDS)


def _indices(given: RollUp) -> BookSheet:
    """Return the surveys, a row for each unit, period and index, with the conditions of the predicates."""
    predicates = tuple(dict.fromkeys(name for total in given.totals for name in total.predicates))
    factors = factors_of(given)
    return BookSheet(
        "Indeks", f"Indeks setiap unit, {span_words(given)}",
        (*_NAME_HEADS, *_INDEX_HEADS, *(f"Syarat {name}" for name in predicates), "Keterangan"),
        (*_NAME_WIDTHS, *_INDEX_WIDTHS, *[16] * len(predicates), 60),
        (
            row
            for unit in given.units
            for cell in unit.surveys
            for row in _index_rows(unit, cell, predicates, factors)
        ),
    )  # fmt: skip


def _index_rows(
    unit: UnitRow, cell: SurveyCell, predicates: tuple[str, ...], factors: Mapping[str, Fraction]
) -> Iterator[Row]:
    head = (Cell(unit.unit), Cell(unit.name), Cell(cell.period), Cell(STATES[cell.state]))
    if cell.state is not CellState.SCORED:
        blank = [None] * (len(_INDEX_HEADS) - 2 + len(predicates))
        yield *head, *blank, note(_reason(cell))
        return
    rubric = None if cell.rubric is None else Cell(rubric_words(cell.rubric))
    factor = None if cell.rubric is None else factors[cell.rubric.digest]
    people = (rubric, count(cell.respondents), Cell(_ADEQUATE[cell.adequate]))
    met = [Cell(PREDICATE[cell.predicates.get(name)]) for name in predicates]
    for code, index in cell.indices.items():
        yield *head, *people, Cell(code), *_index(index, factor), *met, note(_index_reason(index))
    if not cell.indices:
        yield *head, *people, *[None] * (len(_INDEX_HEADS) - 5), *met, said(cell.reason)


def _index(index: IndexCell, factor: Fraction | None) -> Row:
    change = index.change
    size = None if change is None else number(change.size, Look.CHANGE)
    ends = [None if end is None else Cell(end, Look.FIGURE) for end in (index.low, index.high)]
    word = None if change is None else Cell(CHANGES[change.word])
    percent = None if factor is None else number(scale(index.mean, factor))
    return number(index.mean), percent, number(index.points), text(index.band), *ends, size, word


def _index_reason(index: IndexCell) -> str:
    figures = (index.mean, index.points, index.change.size if index.change else Fraction())
    return "; ".join(dict.fromkeys(say(each.reason) for each in figures if isinstance(each, NotScored)))


def _reason(cell: SurveyCell) -> str:
    return say(cell.reason) if cell.reason else STATES_IN_FULL[cell.state]


def _gap_rows(given: RollUp) -> Iterator[Row]:
    for unit in given.units:
        for cell in unit.surveys:
            if cell.state in GAPS:
                yield *_unit(unit), Cell(cell.period), Cell(STATES[cell.state]), note(_reason(cell))


def _pekppp_rows(given: RollUp) -> Iterator[Row]:
    for unit in given.units:
        for cell in unit.pekppp:
            reasons = (say(each.reason) for each in (cell.f02, cell.ipp) if isinstance(each, NotScored))
            yield (
                *_unit(unit), Cell(cell.period), number(cell.f02), number(cell.ipp), text(cell.category),
                Cell("ya" if cell.complete else "belum"), note("; ".join(dict.fromkeys(reasons))),
            )  # fmt: skip


def _problem_rows(given: RollUp) -> Iterator[Row]:
    for each in worst_first(given.problems):
        where = each.where
        place = where.cell or (None if where.line is None else str(where.line))
        yield (
            Cell(SEVERITIES[each.severity]), Cell(each.code),
            text(where.file), text(where.sheet), text(place),
            note(message_of(each)), note(hint_of(each)),
        )  # fmt: skip


def _unit(unit: UnitRow) -> Row:
    return Cell(unit.unit), Cell(unit.name), text(unit.parent), text(unit.region)


def _attributes(given: RollUp) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(unit.attributes for unit in given.units)))
