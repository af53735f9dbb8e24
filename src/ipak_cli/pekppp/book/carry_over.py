"""Input of an old workbook for a fresh one: what still fits is carried, everything else is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.pekppp.book.entries import Entries
from ipak_cli.pekppp.book.read_cells import shown
from ipak_cli.pekppp.book.read_entries import read_entries
from ipak_cli.pekppp.book.read_origin import check_rubric
from ipak_cli.pekppp.book.rows import Sorted, belongs, listed, name_rows
from ipak_cli.problems import InFull, Problem, has_errors, problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.pekppp.book.rows import Named
    from ipak_cli.pekppp.book.table import BookGrid, Row, Table
    from ipak_cli.rubric.pekppp import PekpppRubric


def carry_entries(book: BookGrid, rubric: PekpppRubric) -> tuple[Entries, tuple[Problem, ...]]:
    """Return the input that fits a rubric, whatever version the workbook was made from.

    A row's input is carried when its sentence is still the rubric's and the cell can be read; everything else
    that was filled in is a warning with the old cell. A workbook of another instrument, a missing sheet or
    column is an error, with which nothing should be written.
    """
    origin = check_rubric(book, rubric)
    known = (origin,) if origin else ()
    if has_errors(known):
        return Entries(), known
    filled = read_entries(book, rubric, _fitting_rows)
    lost = (problem("E153", fault.where, reason=InFull(fault.message)) for fault in filled.cells)
    return filled.entries, (*known, *filled.structure, *lost)


def _fitting_rows(table: Table, texts: Mapping[str, str]) -> Sorted:
    """Return the rows whose input may be carried, and a warning for every other row with input."""
    named = name_rows(table, texts)
    fitting = {key: row for key, row in named.single.items() if belongs(row, texts[key])}
    return Sorted(fitting, tuple(listed(_left_behind(named, fitting), table.layout.where)))


def _left_behind(named: Named, fitting: Mapping[str, Row]) -> Iterator[Problem]:
    for row in (*named.unknown, *named.nameless):
        yield from _lost(row, "E152", row.key or "(kosong)")
    for key, row in named.single.items():
        if key not in fitting:
            yield from _lost(row, "E151", f"{row.layout.form.row} {key}")
    for key, rows in named.repeated.items():
        for row in rows:
            yield from _lost(row, "E154", f"{row.layout.form.row} {key}")


def _lost(row: Row, code: str, what: str) -> Iterator[Problem]:
    """Yield the warning for a row's input, if it holds any, at its first cell."""
    if row.filled:
        value = " | ".join(shown(row.cells[column]) for column in row.filled)
        yield problem(code, row.place(row.filled[0]), what=what, value=value)
