"""Workbooks (.xlsx, .ods, .xls): every filled area of a sheet is a table; single cells are lines of text."""

from __future__ import annotations

import csv
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from ipak_cli.audit.document import Grid, Passage, Place
from ipak_cli.audit.readers.limits import MOST_CELLS
from ipak_cli.audit.readers.passages import LineKinds, with_captions
from ipak_cli.audit.readers.refusal import damaged, too_large
from ipak_cli.base.period import MONTHS
from ipak_cli.tables.cell import Cell, ErrorCell, PercentCell, UncachedFormula, address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ipak_cli.audit.document import Part
    from ipak_cli.tables.workbook import MergedRange, Sheet

    Cells: TypeAlias = dict[int, dict[int, str]]

_PLACES: Final = Decimal(1).scaleb(-10)
"""A computed number is written no further: what a float holds beyond is no figure of the sheet."""
_DELIMITERS: Final = (";", "\t", "|", ",")
"""The comma last: it stands within figures too."""
_LOOKED_AT: Final = 200
_MOST_MERGED: Final = 1_000
"""Rows, and columns, that a merged cell covers; what is wider covers the sheet's other cells as well."""


def parts_of_workbook(file: str, content: bytes) -> tuple[Part, ...]:
    """Return the parts of a workbook; each part's place names its sheet and first cell.

    Hidden sheets are left out. Raises ``ProblemsFoundError`` for what the readers of spreadsheets refuse.
    """
    from ipak_cli.tables.open import open_any  # noqa: PLC0415 (workbooks alone need it)

    parts: list[Part] = []
    left = MOST_CELLS
    for sheet in open_any(Path(file), content).sheets:
        if not sheet.hidden:
            cells = _cells(sheet, file, left)
            left -= sum(map(len, cells.values()))
            parts += with_captions(parts_of_cells(cells, sheet.merged, sheet.name))
    return tuple(parts)


def parts_of_delimited(file: str, text: str) -> tuple[Part, ...]:
    """Return the parts of a table as text (.csv); fields by the sign that parts most lines alike.

    Raises ``ProblemsFoundError`` for one with too many fields.
    """
    lines = [line for line in text.splitlines() if line.strip()][:_LOOKED_AT]
    delimiter = max(_DELIMITERS, key=lambda sign: sum(line.count(sign) > 0 for line in lines))
    cells: Cells = {}
    left = MOST_CELLS
    try:
        for row, fields in enumerate(csv.reader(text.splitlines(), delimiter=delimiter), start=1):
            filled = {
                n: plain for n, field in enumerate(fields, start=1) if (plain := " ".join(field.split()))
            }
            left -= len(filled)
            if filled:
                cells[row] = filled
            if left < 0:
                raise too_large(file)
    except csv.Error:
        raise damaged(file) from None
    return with_captions(parts_of_cells(cells))


def _cells(sheet: Sheet, file: str, most: int) -> Cells:
    """Return the texts of a sheet's filled cells that are shown, by row and column."""
    hidden = frozenset(sheet.hidden_rows)
    found: Cells = {}
    for piece in sheet.pieces():
        for (row, column), value in piece.cells():
            if row not in hidden and (text := text_of(value)):
                most -= 1
                found.setdefault(int(row), {})[int(column)] = text
            if most < 0:
                raise too_large(file)
    return found


def text_of(value: Cell) -> str:
    """Return a cell as an Indonesian sheet shows it, a number with all its places."""
    match value:
        case str():
            return " ".join(value.split())
        case bool():
            return "BENAR" if value else "SALAH"
        case PercentCell(fraction):
            return f"{_number(Decimal(repr(fraction)) * 100)} %"
        case int() | float():
            return _number(Decimal(repr(value)))
        case date():  # a moment too
            return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
        case ErrorCell(text):
            return text
        case None | UncachedFormula():
            return ""
        case _:
            return str(value)


def _number(exact: Decimal) -> str:
    if abs(exact) < 10**15:
        exact = exact.quantize(_PLACES, ROUND_HALF_EVEN)
    text = f"{exact:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def parts_of_cells(
    cells: Cells, merged: Iterable[MergedRange] = (), sheet: str | None = None
) -> Iterator[Part]:
    """Yield the areas of a sheet from top to bottom; areas are parted by empty rows and columns."""
    kinds = LineKinds()
    seen = {row: set(filled) for row, filled in cells.items()}
    for area in merged:
        if area.first_column in cells.get(area.first_row, {}):
            for row in range(area.first_row, min(area.last_row, area.first_row + _MOST_MERGED) + 1):
                last = min(area.last_column, area.first_column + _MOST_MERGED)
                seen.setdefault(row, set()).update(range(area.first_column, last + 1))
    for rows in _runs(seen):
        alone = [len(cells.get(row, {})) <= 1 for row in rows]
        first = alone.index(False) if False in alone else len(rows)
        end = len(rows) - alone[::-1].index(False) if False in alone else len(rows)
        yield from _lines(sheet, cells, rows[:first], kinds)
        inside = rows[first:end]
        for columns in _runs({column for row in inside for column in seen[row]}):
            yield from _area(sheet, cells, inside, columns, kinds)
        yield from _lines(sheet, cells, rows[end:], kinds)


def _area(
    sheet: str | None, cells: Cells, rows: Sequence[int], columns: Sequence[int], kinds: LineKinds
) -> Iterator[Part]:
    """Yield a filled area: a table, or lines of text where it is a single column."""
    taken = {
        row: {column: text for column in columns if (text := cells.get(row, {}).get(column))} for row in rows
    }
    if len(columns) == 1:
        yield from _lines(sheet, taken, rows, kinds)
        return
    texts = tuple(tuple(taken[row].get(column, "") for column in columns) for row in rows)
    yield Grid(texts, Place(sheet=sheet, cell=address(rows[0], columns[0])))


def _lines(sheet: str | None, cells: Cells, rows: Sequence[int], kinds: LineKinds) -> Iterator[Passage]:
    for row in rows:
        for column, text in cells.get(row, {}).items():
            yield Passage(text, kinds.of(text), Place(sheet=sheet, cell=address(row, column)))


def _runs(numbers: Iterable[int]) -> list[list[int]]:
    """Part numbers into runs without a gap."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs
