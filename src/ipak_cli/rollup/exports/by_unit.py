"""A file of many units: the column that tells the unit, and the file divided by it, a workbook a unit."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.rollup_exports import (
    UNIT_BY_NAME_OR_COLUMN,
    UNIT_COLUMN_MISSING,
    UNIT_COLUMN_TWICE,
)
from ipak_cli.jobs.read_survey import choose_sheet
from ipak_cli.survey.reading.date_order import DateOrder, Days, find_order
from ipak_cli.tables.cell import address, position
from ipak_cli.tables.csv.divide import DividedText
from ipak_cli.tables.csv.read import DelimitedSheet
from ipak_cli.tables.divided import DividedPieces, Division
from ipak_cli.tables.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.jobs.read_survey import Reading
    from ipak_cli.survey.reading.sheet_layout import SheetLayout
    from ipak_cli.tables.divided import Divided
    from ipak_cli.tables.workbook import Sheet

HEADS: Final = frozenset({
    "unit", "kode unit", "nama unit", "id unit", "unit kerja", "satuan kerja", "satker", "kode satker",
    "nama satker",
})  # fmt: skip
"""Heads that can hardly mean anything else; "unit layanan" is often the service that a respondent used."""


@dataclass(frozen=True, slots=True)
class UnitColumn:
    """The column that tells the unit, its head, its sheet, whose header ends in a row, and that of times."""

    sheet: Sheet
    number: int
    head: str
    head_rows: int
    time: int | None


def find_unit_column(
    workbook: Workbook, reading: Reading, asked: str | None, *, named: bool = False
) -> UnitColumn | None:
    """Return the column that tells the unit; ``None`` where none is asked for, and none is so called.

    ``named`` says that the file's name could be the unit too. Raises ``ProblemsFoundError`` where the asked
    one is not there, several are so called, or both name and column could tell.
    """
    try:
        sheet, match = choose_sheet(workbook, reading)
    except ProblemsFoundError:
        if asked is None:  # a recap, perhaps, or what is told when it is scored
            return None
        raise
    if match.layout is None:
        return None
    heads = match.layout.headers
    where = Where(workbook.file, sheet.name)
    wanted = HEADS if asked is None else {normalise(asked)}
    found = [number for number, head in heads.items() if normalise(head) in wanted]
    if asked is not None and not found:
        others = tuple(heads[number] for number in _others(match.layout)) or ("-",)
        raise ProblemsFoundError([problem(UNIT_COLUMN_MISSING, where, column=asked, columns=others)])
    if len(found) > 1:
        columns = tuple(heads[number] for number in found)
        raise ProblemsFoundError([problem(UNIT_COLUMN_TWICE, where, columns=columns)])
    if not found:
        return None
    column = UnitColumn(sheet, found[0], heads[found[0]], match.layout.header_rows[1], match.layout.time)
    if named and asked is None:
        where = Where(workbook.file, sheet.name, address(column.head_rows, column.number))
        raise ProblemsFoundError([problem(UNIT_BY_NAME_OR_COLUMN, where, column=column.head)])
    return column


def _others(layout: SheetLayout) -> Sequence[int]:
    """Return the columns that ask no item."""
    items = set(layout.items.values())
    return [number for number in layout.headers if number not in items]


@dataclass(frozen=True, slots=True)
class UnitBook:
    """The responses of one unit as a workbook; ``""`` for those that name none."""

    unit: str
    book: Workbook
    head_rows: int
    divided: Divided

    def cell(self, cell: str | None) -> str | None:
        """Return where a cell of this workbook stands in the whole file."""
        if cell is None:
            return None
        row, column = position(cell)
        below = row - self.head_rows - 1
        rows = self.divided.rows(self.unit)
        return address(int(rows[below]), column) if 0 <= below < len(rows) else cell


@contextmanager
def divided_by_unit(
    workbook: Workbook, column: UnitColumn, part: tuple[int, int]
) -> Iterator[Iterator[UnitBook]]:
    """Give the units of a file one after the other, in the order of their names; of a part, its own alone."""
    division = Division(column.head_rows, column.number, partial(in_part, part=part))
    with TemporaryDirectory(prefix="ipak-") as folder:
        divided: Divided = (
            DividedText.of(column.sheet, division, Path(folder))
            if isinstance(column.sheet, DelimitedSheet)
            else DividedPieces.of(column.sheet, division)
        )
        yield (
            UnitBook(
                unit,
                Workbook(workbook.file, workbook.sha256, (divided.sheet(unit),), workbook.problems),
                column.head_rows,
                divided,
            )
            for unit in divided.labels
        )


def order_of_all(column: UnitColumn) -> DateOrder | None:
    """Return the order of day and month that the times of a whole file decide on, for units that cannot."""
    if column.time is None:
        return None
    times = (
        piece.only(piece.rows > column.head_rows).columns.get(column.time) for piece in column.sheet.pieces()
    )
    found = find_order(Days.joined(Days.of(each) for each in times if each is not None))
    return found if isinstance(found, DateOrder) else None


def in_part(unit: str, part: tuple[int, int]) -> bool:
    """Tell whether a unit belongs to a part, by its name alone: wherever that is asked, the answer is one."""
    number, of = part
    return int.from_bytes(hashlib.sha256(unit.encode()).digest()[:4], "big") % of == number
