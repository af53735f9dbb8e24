"""Opening a filled self-assessment workbook: as an assessment, or as input for a fresh workbook."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import pandas as pd

from ipak_cli.base.message import InFull, Message
from ipak_cli.base.problem import Entry, Problem, ProblemsFoundError, Where, has_errors, problem
from ipak_cli.catalogue.pekppp import (
    NOT_CARRIED_NUMBER_GONE,
    NOT_CARRIED_ROW_TWICE,
    NOT_CARRIED_UNREADABLE,
    NOT_CARRIED_WORDING_CHANGED,
    RUBRIC_CONTENT_CHANGED,
    WORKBOOK_OF_OTHER_RUBRIC,
    WORKBOOK_OF_OTHER_VERSION,
    WORKBOOK_ORIGIN_UNKNOWN,
)
from ipak_cli.pekppp.book.cell_values import shown, told
from ipak_cli.pekppp.book.entries import Entries, FactEntry, assessment_of
from ipak_cli.pekppp.book.names import ORIGIN_SHEET
from ipak_cli.pekppp.book.read_entries import read_entries
from ipak_cli.pekppp.book.rows import Sorted, listed, name_rows, sound_rows
from ipak_cli.pekppp.book.table import Area, BookGrid, SheetGrid, cell_at
from ipak_cli.pekppp.result import WorkbookSource
from ipak_cli.tables.open import open_any
from ipak_cli.tables.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ipak_cli.pekppp.answers import Assessment
    from ipak_cli.pekppp.book.rows import NamedRows
    from ipak_cli.pekppp.book.table import Layout, Table
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
    return Sorted(named.fitting, tuple(listed(_left_behind(table.layout, named), table.layout.where)))


def _left_behind(layout: Layout, named: NamedRows) -> Iterator[Problem]:
    """Yield the warning for each row whose input is lost, if it holds any, at its first cell."""
    for rows in (named.unknown, named.nameless):
        for row, inputs, key in zip(rows.index, rows["inputs"], rows["key"], strict=True):
            yield from _lost(layout, row, inputs, NOT_CARRIED_NUMBER_GONE, told(key))
    changed = named.single[~named.single["belongs"].astype(bool)]
    order = pd.factorize(named.repeated["id"])[0].argsort(kind="stable")
    for entry, rows in (
        (NOT_CARRIED_WORDING_CHANGED, changed),
        (NOT_CARRIED_ROW_TWICE, named.repeated.iloc[order]),
    ):
        for row, inputs, key in zip(rows.index, rows["inputs"], rows["id"], strict=True):
            yield from _lost(layout, row, inputs, entry, layout.form.row(id=key))


def _lost(
    layout: Layout, row: int, inputs: Mapping[str, Cell], entry: Entry, what: str | Message
) -> Iterator[Problem]:
    if inputs:
        parts = (told(shown(cell)) for cell in inputs.values())
        value = tuple(InFull(part) if isinstance(part, str) else part for part in parts)
        yield problem(entry, layout.place(row, next(iter(inputs))), what=what, value=value)


ROWS: Final = 10_000
COLUMNS: Final = 100
"""What is read of a sheet at most; an instrument needs a few hundred rows, and what is not found is named."""


@dataclass(frozen=True, slots=True)
class WorkbookRead:
    """A filled workbook: what it says, where it came from, and everything that is wrong with it."""

    assessment: Assessment
    source: WorkbookSource
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
    source = WorkbookSource(workbook.file, workbook.sha256, sheets)
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


def read_assessment(
    book: BookGrid, rubric: PekpppRubric, digest: str
) -> tuple[Assessment, tuple[Problem, ...]]:
    """Return what a workbook says of each indicator, and everything that is wrong with it.

    A fact whose row or cell cannot be read is faulty, so that no claim stands in its place. ``digest`` is the
    rubric's. Raises ``ProblemsFoundError`` for a workbook of another rubric, or of another version of it, as
    its questions are others; and where no row can be read.
    """
    origin = check_rubric(book, rubric) or check_version(book, rubric, digest)
    known = (origin,) if origin else ()
    if has_errors(known):
        raise ProblemsFoundError(known)
    filled = read_entries(book, rubric, lambda table, texts: sound_rows(table, texts, rubric.id))
    entries = filled.entries
    if not entries.indicators and not entries.facts:
        raise ProblemsFoundError((*known, *filled.structure))
    ids = [fact.id for indicator in rubric.indicators for fact in indicator.facts]
    facts = {fact_id: entries.facts.get(fact_id, FactEntry(faulty=True)) for fact_id in ids}
    problems = (*known, *filled.structure, *filled.cells)
    return assessment_of(replace(entries, facts=facts), rubric), problems


def check_rubric(book: BookGrid, rubric: PekpppRubric) -> Problem | None:
    """Return what is wrong when the workbook was made from another instrument, or does not name its own."""
    said, where = _origin(book)
    if not said.get("rubric") or not said.get("version"):
        values = {"rubric": rubric.id, "version": rubric.version, "sheet": ORIGIN_SHEET}
        return problem(WORKBOOK_ORIGIN_UNKNOWN, where, **values)
    if said["rubric"] != rubric.id:
        return problem(WORKBOOK_OF_OTHER_RUBRIC, where, old=told(said["rubric"]), new=rubric.id)
    return None


def check_version(book: BookGrid, rubric: PekpppRubric, digest: str) -> Problem | None:
    """Return what is wrong when the workbook's rubric is of another version or has another content."""
    said, where = _origin(book)
    if said["version"] != rubric.version:
        return problem(
            WORKBOOK_OF_OTHER_VERSION, where, rubric=rubric.id, old=told(said["version"]), new=rubric.version
        )
    if said.get("digest") != digest:
        return problem(RUBRIC_CONTENT_CHANGED, where, rubric=rubric.id, version=rubric.version)
    return None


def _origin(book: BookGrid) -> tuple[dict[str, str], Where]:
    sheet = book.sheet(ORIGIN_SHEET)
    rows = sheet.rows if sheet else []
    said = {shown(cell_at(rows, row, 1)): shown(cell_at(rows, row, 2)) for row in range(1, len(rows) + 1)}
    return said, Where(book.file, sheet.name if sheet else None)
