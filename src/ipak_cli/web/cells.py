"""The table of a file as its own program shows it, with the cells that problems name marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from ipak_cli.tables.cell import Cell, ErrorCell, PercentCell, UncachedFormula, column_letters, column_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ipak_cli.base.problem import Problem, Severity
    from ipak_cli.tables.workbook import Sheet, Workbook

_ADDRESS: Final = re.compile(r"\b([A-Z]{1,3})([1-9][0-9]{0,6})(?::([A-Z]{1,3})([1-9][0-9]{0,6}))?")
MOST_ROWS: Final = 120
"""Rows of a sheet on a page: those at the top, and those that problems name, each with its neighbours."""
MOST_COLUMNS: Final = 60
MOST_MARKS: Final = 2_000
"""Cells of a sheet that are marked."""
_TOP: Final = 3
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell on the page: its address and text, and the codes of the problems that name it, worst first."""

    address: str
    text: str
    codes: tuple[str, ...]
    severity: Severity | None


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row on the page, by its number in the sheet; ``skipped`` counts the rows left out before it."""

    number: int
    cells: tuple[ShownCell, ...]
    skipped: int


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column on the page, by its letters; ``skipped`` counts the columns left out before it."""

    letters: str
    skipped: int


@dataclass(frozen=True, slots=True)
class ShownSheet:
    """A sheet on the page; ``left_out`` counts the marked rows for which there is no room."""

    file: str
    name: str | None
    columns: tuple[ShownColumn, ...]
    rows: tuple[ShownRow, ...]
    left_out: int


Marks = dict[tuple[int, int], list["Problem"]]


def shown_sheets(workbook: Workbook, problems: Iterable[Problem]) -> Iterator[ShownSheet]:
    """Yield the sheets of a file in which a problem names a cell, as much of each as a page has room for."""
    named = [each for each in problems if each.where.file == workbook.file]
    for sheet in workbook.sheets:
        marks = _marks(each for each in named if each.where.sheet == sheet.name)
        if marks:
            yield _shown(sheet, marks)


def _marks(problems: Iterable[Problem]) -> Marks:
    """Return the cells that problems name, by row and column."""
    found: Marks = {}
    for each in problems:
        texts = [each.where.cell or "", each.cells.cells if each.cells else ""]
        for place in (place for text in texts for place in _places(text)):
            if len(found) >= MOST_MARKS:
                return found
            listed = found.setdefault(place, [])
            if each not in listed:
                listed.append(each)
    return found


def _places(text: str) -> Iterator[tuple[int, int]]:
    for match in _ADDRESS.finditer(text):
        first = int(match[2]), column_number(match[1])
        last = (int(match[4]), column_number(match[3])) if match[3] else first
        for row in range(first[0], min(last[0], first[0] + MOST_ROWS) + 1):
            for column in range(first[1], min(last[1], first[1] + MOST_COLUMNS) + 1):
                yield row, column


def _shown(sheet: Sheet, marks: Marks) -> ShownSheet:
    marked = sorted({row for row, _ in marks})
    wanted = _around(marked, range(1, _TOP + 1), MOST_ROWS)
    table = _rows(sheet, frozenset(wanted))
    # A row beyond the end of the sheet has nothing to show, unless a problem names a cell of it.
    rows = [row for row in wanted if row in table or row in marked]
    columns = _around(sorted({column for _, column in marks}), range(1, 2), MOST_COLUMNS)
    last = max((column for cells in table.values() for column in cells), default=1)
    columns = [column for column in columns if column <= last or _is_marked(column, marks)]
    shown = [
        ShownRow(row, tuple(_cell(row, column, table.get(row, {}), marks) for column in columns), skipped)
        for row, skipped in _with_gaps(rows)
    ]
    heads = tuple(ShownColumn(column_letters(column), skipped) for column, skipped in _with_gaps(columns))
    return ShownSheet(sheet.file, sheet.name, heads, tuple(shown), len(set(marked) - set(rows)))


def _around(marked: list[int], top: range, most: int) -> list[int]:
    """Return the numbers of the top, and of what is marked with its neighbours, as there is room for."""
    wanted = {number for each in marked for number in (each - 1, each, each + 1)} | set(top)
    return sorted(number for number in wanted if number > 0)[:most]


def _is_marked(column: int, marks: Marks) -> bool:
    return any(each == column for _, each in marks)


def _with_gaps(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Yield each number with how many are left out just before it."""
    for before, number in zip([0, *numbers], numbers, strict=False):
        yield number, number - before - 1


def _rows(sheet: Sheet, wanted: frozenset[int]) -> dict[int, dict[int, Cell]]:
    """Return the cells of some rows by their columns; reading ends with the last of them."""
    found: dict[int, dict[int, Cell]] = {}
    for piece in sheet.pieces():
        numbers = piece.rows.tolist()
        for place, number in enumerate(numbers):
            if number in wanted:
                one = piece.only(slice(place, place + 1))
                found[number] = {column: cells.cells()[0] for column, cells in one.columns.items()}
        if numbers and numbers[-1] >= max(wanted):
            break
    return found


def _cell(row: int, column: int, cells: Mapping[int, Cell], marks: Marks) -> ShownCell:
    named = sorted(marks.get((row, column), ()), key=lambda each: each.severity.rank)
    codes = tuple(dict.fromkeys(each.code for each in named))
    worst = named[0].severity if named else None
    return ShownCell(f"{column_letters(column)}{row}", text_of(cells.get(column)), codes, worst)


def text_of(cell: Cell) -> str:
    """Write a cell as an Indonesian program shows it, on one line and not too long."""
    match cell:
        case None:
            text = ""
        case bool():
            text = "TRUE" if cell else "FALSE"
        case ErrorCell():
            text = cell.text
        case UncachedFormula():
            text = "(rumus belum dihitung)"
        case PercentCell():
            text = f"{cell.value * 100:.10g}%".replace(".", ",")
        case float():
            text = f"{cell:.10g}".replace(".", ",")
        case datetime():
            text = f"{cell:%d/%m/%Y %H:%M}"
        case date():
            text = f"{cell:%d/%m/%Y}"
        case time() | timedelta() | int() | str():
            text = str(cell)
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"
