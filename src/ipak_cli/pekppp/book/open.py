"""Opening a filled self-assessment workbook: as an assessment, or as input for a fresh workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Entry, Problem, ProblemsFoundError, has_errors, problem
from ipak_cli.catalogue.pekppp import (
    NOT_CARRIED_NUMBER_GONE,
    NOT_CARRIED_ROW_TWICE,
    NOT_CARRIED_UNREADABLE,
    NOT_CARRIED_WORDING_CHANGED,
)
from ipak_cli.pekppp.book.cell_values import shown
from ipak_cli.pekppp.book.entries import Entries
from ipak_cli.pekppp.book.read import read_assessment
from ipak_cli.pekppp.book.read_entries import read_entries
from ipak_cli.pekppp.book.read_origin import check_rubric
from ipak_cli.pekppp.book.rows import Sorted, belongs, listed, name_rows
from ipak_cli.pekppp.book.table import Area, BookGrid, SheetGrid
from ipak_cli.pekppp.result import Source
from ipak_cli.tables.open import open_any
from ipak_cli.tables.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ipak_cli.pekppp.answers import Assessment
    from ipak_cli.pekppp.book.rows import Named
    from ipak_cli.pekppp.book.table import Row, Table
    from ipak_cli.rubric.load import LoadedRubric
    from ipak_cli.rubric.pekppp import PekpppRubric
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.workbook import Sheet


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
    lost = (problem(NOT_CARRIED_UNREADABLE, fault.where, reason=fault.message) for fault in filled.cells)
    return filled.entries, (*known, *filled.structure, *lost)


def _fitting_rows(table: Table, texts: Mapping[str, str]) -> Sorted:
    """Return the rows whose input may be carried, and a warning for every other row with input."""
    named = name_rows(table, texts)
    fitting = {key: row for key, row in named.single.items() if belongs(row, texts[key])}
    return Sorted(fitting, tuple(listed(_left_behind(named, fitting), table.layout.where)))


def _left_behind(named: Named, fitting: Mapping[str, Row]) -> Iterator[Problem]:
    for row in (*named.unknown, *named.nameless):
        yield from _lost(row, NOT_CARRIED_NUMBER_GONE, row.key or "(kosong)")
    for key, row in named.single.items():
        if key not in fitting:
            yield from _lost(row, NOT_CARRIED_WORDING_CHANGED, f"{row.layout.form.row} {key}")
    for key, rows in named.repeated.items():
        for row in rows:
            yield from _lost(row, NOT_CARRIED_ROW_TWICE, f"{row.layout.form.row} {key}")


def _lost(row: Row, entry: Entry, what: str) -> Iterator[Problem]:
    """Yield the warning for a row's input, if it holds any, at its first cell."""
    if row.filled:
        value = " | ".join(shown(row.cells[column]) for column in row.filled)
        yield problem(entry, row.place(row.filled[0]), what=what, value=value)


ROWS: Final = 10_000

COLUMNS: Final = 100
"""What is read of a sheet at most; an instrument needs a few hundred rows, and what is not found is named."""


@dataclass(frozen=True, slots=True)
class WorkbookRead:
    """A filled workbook: what it says, where it came from, and everything that is wrong with it."""

    assessment: Assessment
    source: Source
    problems: tuple[Problem, ...]


def read_workbook(opened: Workbook | Path, loaded: LoadedRubric[PekpppRubric]) -> WorkbookRead:
    """Read a filled workbook by a rubric; one that is not open yet is opened.

    Raises ``ProblemsFoundError`` when the file cannot be opened, was made for another rubric or version, or
    has no row that can be read. Every other fault, errors too, is in the result, so that the caller can show
    them together with what could be read.
    """
    workbook = opened if isinstance(opened, Workbook) else open_any(opened)
    try:
        assessment, problems = read_assessment(_grids(workbook), loaded.rubric, loaded.digest)
    except ProblemsFoundError as found:
        raise ProblemsFoundError((*workbook.problems, *found.problems)) from None
    sheets = tuple(sheet.name for sheet in workbook.sheets if sheet.name and not sheet.hidden)
    source = Source(workbook.file, workbook.sha256, sheets)
    return WorkbookRead(assessment, source, (*workbook.problems, *problems))


def carry_over(path: Path, rubric: PekpppRubric) -> tuple[Entries, tuple[Problem, ...]]:
    """Return the input of an old workbook that fits a rubric, and a warning for all that does not.

    Raises ``ProblemsFoundError`` when the file cannot be opened, was made for another instrument, or lacks a
    sheet or a column.
    """
    workbook = open_any(path)
    entries, problems = carry_entries(_grids(workbook), rubric)
    problems = (*workbook.problems, *problems)
    if has_errors(problems):
        raise ProblemsFoundError(problems)
    return entries, problems


def _grids(workbook: Workbook) -> BookGrid:
    sheets = (
        SheetGrid(
            name=sheet.name or "",
            rows=_cells(sheet),
            hidden_rows=sheet.hidden_rows,
            merged=tuple(
                Area(area.first_row, area.first_column, area.last_row, area.last_column)
                for area in sheet.merged
            ),
        )
        for sheet in workbook.sheets
    )
    return BookGrid(workbook.file, tuple(sheets))


def _cells(sheet: Sheet) -> list[list[Cell]]:
    """Return a sheet's cells from A1 on, every row as wide as its part of the sheet."""
    rows: list[list[Cell]] = []
    for piece in sheet.pieces(ROWS):
        frame = piece.frame()
        columns = [column for column in map(int, frame.columns) if column <= COLUMNS]
        for number, values in zip(map(int, frame.index), frame.to_numpy(), strict=True):
            if number > ROWS:
                return rows
            rows += [[] for _ in range(number - len(rows))]
            rows[-1] = [None] * max(columns, default=0)
            for column, value in zip(columns, values, strict=False):
                rows[-1][column - 1] = value
    return rows
