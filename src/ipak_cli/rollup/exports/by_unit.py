"""A file of many units: the column that tells the unit, and the rows of each, read by the form of all."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.rollup_exports import (
    UNIT_BY_NAME_OR_COLUMN,
    UNIT_COLUMN_MISSING,
    UNIT_COLUMN_TWICE,
)
from ipak_cli.jobs.read_survey import read_rows, recognise
from ipak_cli.survey.reading.date_order import DateOrder, Days, find_order
from ipak_cli.tables.cell import address, position
from ipak_cli.tables.csv.divide import DividedText
from ipak_cli.tables.csv.read import DelimitedSheet
from ipak_cli.tables.divided import DividedPieces, Division

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.jobs.read_survey import KnownForm, Reading, SourceRead
    from ipak_cli.survey.reading.sheet_layout import SheetLayout
    from ipak_cli.tables.divided import Divided
    from ipak_cli.tables.workbook import Workbook

HEADS: Final = frozenset({
    "unit", "kode unit", "nama unit", "id unit", "unit kerja", "satuan kerja", "satker", "kode satker",
    "nama satker",
})  # fmt: skip
"""Heads that can hardly mean anything else; "unit layanan" is often the service that a respondent used."""


@dataclass(frozen=True, slots=True)
class UnitColumn:
    """The column that tells the unit, its head, and the form of the sheet that it is in."""

    number: int
    head: str
    form: KnownForm

    @property
    def head_rows(self) -> int:
        """The last row of the header."""
        return self.form.context.layout.header_rows[1]


def find_unit_column(
    workbook: Workbook, reading: Reading, asked: str | None, *, named: bool = False
) -> UnitColumn | None:
    """Return the column that tells the unit; ``None`` where none is asked for, and none is so called.

    ``named`` says that the file's name could be the unit too. Raises ``ProblemsFoundError`` where the asked
    one is not there, several are so called, or both name and column could tell.
    """
    try:
        form = recognise(workbook, reading)
    except ProblemsFoundError:
        if asked is None:  # a recap, perhaps, or what is told when it is scored
            return None
        raise
    layout, where = form.context.layout, form.context.where
    wanted = HEADS if asked is None else {normalise(asked)}
    found = [number for number, head in layout.headers.items() if normalise(head) in wanted]
    if asked is not None and not found:
        others = tuple(layout.headers[number] for number in _others(layout)) or ("-",)
        raise ProblemsFoundError([problem(UNIT_COLUMN_MISSING, where, column=asked, columns=others)])
    if len(found) > 1:
        columns = tuple(layout.headers[number] for number in found)
        raise ProblemsFoundError([problem(UNIT_COLUMN_TWICE, where, columns=columns)])
    if not found:
        return None
    column = UnitColumn(found[0], layout.headers[found[0]], form)
    if named and asked is None:
        where = form.context.at(column.head_rows, column.number)
        raise ProblemsFoundError([problem(UNIT_BY_NAME_OR_COLUMN, where, column=column.head)])
    return column


def _others(layout: SheetLayout) -> Sequence[int]:
    """Return the columns that ask no item."""
    items = set(layout.items.values())
    return [number for number in layout.headers if number not in items]


@dataclass(frozen=True, slots=True)
class UnitRows:
    """The rows of one unit in a divided file; ``""`` for those that name none."""

    unit: str
    column: UnitColumn
    divided: Divided

    def read(self, workbook: Workbook, reading: Reading) -> SourceRead:
        """Read them by the form of the whole file, with what the unit alone decides, such as its dates.

        Raises ``ProblemsFoundError`` when they cannot be read.
        """
        form = self.column.form
        context = replace(form.context, order=reading.date_order or form.context.order, split=reading.split)
        return read_rows(
            workbook, replace(form, sheet=self.divided.sheet(self.unit), context=context), reading
        )

    def cell(self, cell: str | None) -> str | None:
        """Return where a cell of these rows stands in the whole file."""
        if cell is None:
            return None
        row, column = position(cell)
        below = row - self.column.head_rows - 1
        rows = self.divided.rows(self.unit)
        return address(int(rows[below]), column) if 0 <= below < len(rows) else cell

    @property
    def first_cell(self) -> str:
        """Where the unit of the first row stands."""
        return address(int(self.divided.rows(self.unit)[0]), self.column.number)


@contextmanager
def divided_by_unit(column: UnitColumn, part: tuple[int, int]) -> Iterator[Iterator[UnitRows]]:
    """Give the units of a file one after the other, in the order of their names; of a part, its own alone."""
    division = Division(column.head_rows, column.number, partial(in_part, part=part))
    sheet = column.form.sheet
    with TemporaryDirectory(prefix="ipak-") as folder:
        divided: Divided = (
            DividedText.of(sheet, division, Path(folder))
            if isinstance(sheet, DelimitedSheet)
            else DividedPieces.of(sheet, division)
        )
        yield (UnitRows(unit, column, divided) for unit in divided.labels)


def order_of_all(column: UnitColumn) -> DateOrder | None:
    """Return the order of day and month that the times of a whole file decide on, for units that cannot."""
    time = column.form.context.layout.time
    if time is None:
        return None
    times = (
        piece.only(piece.rows > column.head_rows).columns.get(time) for piece in column.form.sheet.pieces()
    )
    found = find_order(Days.joined(Days.of(each) for each in times if each is not None))
    return found if isinstance(found, DateOrder) else None


def in_part(unit: str, part: tuple[int, int]) -> bool:
    """Tell whether a unit belongs to a part, by its name alone: wherever that is asked, the answer is one."""
    number, of = part
    return int.from_bytes(hashlib.sha256(unit.encode()).digest()[:4], "big") % of == number
