"""Opening a filled self-assessment workbook: as an assessment, or as input for a fresh workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.pekppp.book.carry_over import carry_entries
from ipak_cli.pekppp.book.read import read_assessment
from ipak_cli.pekppp.book.table import Area, BookGrid, SheetGrid
from ipak_cli.pekppp.result import Source
from ipak_cli.problems import Problem, ProblemsFoundError, has_errors
from ipak_cli.sheets.door import open_any

if TYPE_CHECKING:
    from pathlib import Path

    from ipak_cli.cells import Cell
    from ipak_cli.pekppp.answers import Assessment
    from ipak_cli.pekppp.book.entries import Entries
    from ipak_cli.rubric.kinds import LoadedRubric
    from ipak_cli.rubric.pekppp import PekpppRubric
    from ipak_cli.sheets.workbook import Sheet, Workbook

ROWS: Final = 10_000
COLUMNS: Final = 100
"""What is read of a sheet at most; an instrument needs a few hundred rows, and what is not found is named."""


@dataclass(frozen=True, slots=True)
class WorkbookRead:
    """A filled workbook: what it says, where it came from, and everything that is wrong with it."""

    assessment: Assessment
    source: Source
    problems: tuple[Problem, ...]


def read_workbook(path: Path, loaded: LoadedRubric[PekpppRubric]) -> WorkbookRead:
    """Read a filled workbook by a rubric.

    Raises ``ProblemsFoundError`` when the file cannot be opened, was made for another rubric or version, or
    has no row that can be read. Every other fault, errors too, is in the result, so that the caller can show
    them together with what could be read.
    """
    workbook = open_any(path)
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
