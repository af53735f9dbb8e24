"""What the user must know of a file's time column: swapped dates by their rows, times of another zone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ipak_cli.base.problem import problem
from ipak_cli.catalogue.times import (
    DATES_MIXED_WITH_TEXT,
    QUARTER_BY_OFFICE_TIME,
    ROW_ORDER_SUGGESTS_SWAP,
    SOME_DATES_SWAPPED,
    TIMES_FROM_OTHER_ZONE,
)
from ipak_cli.survey.reading.date_order import (
    Mixture,
    is_fixed_date,
    is_left_as_text,
    is_real_date,
    mixture,
    ordered_when_swapped,
)
from ipak_cli.tables.cell import row_ranges

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ipak_cli.base.problem import Problem, Where
    from ipak_cli.base.timezones import Zone
    from ipak_cli.survey.reading.date_order import Days
    from ipak_cli.survey.reading.sheet_layout import SheetLayout
    from ipak_cli.survey.reading.taken import Shifted
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.workbook import Sheet


def time_cells(sheet: Sheet, layout: SheetLayout) -> Iterator[tuple[int, Cell]]:
    """Yield row and value of the time column's cells; a sheet is read again only where they are asked for."""
    for piece in sheet.pieces():
        if layout.time is not None and layout.time in piece.columns:
            below = np.flatnonzero(piece.rows > layout.header_rows[1])
            yield from zip(
                piece.rows[below].tolist(), piece.columns[layout.time].only(below).cells(), strict=True
            )


def date_doubts(days: Days, cells: Iterable[tuple[int, Cell]], where: Where) -> tuple[Problem, ...]:
    """Report dates whose day and month are swapped, for sure or perhaps; ``where`` is the column's header."""
    found = mixture(days)
    if found is not None:
        code = SOME_DATES_SWAPPED if found is Mixture.SWAPPED else DATES_MIXED_WITH_TEXT
        fixed, texts = [], []
        for row, cell in cells:
            if is_fixed_date(cell):
                fixed.append(row)
            elif is_left_as_text(cell):
                texts.append(row)
        return (problem(code, where, dates=row_ranges(fixed), texts=row_ranges(texts)),)
    if days.real and not days.written and all(day <= 12 for _, day in days.real):
        moments = [cell for _, cell in cells if is_real_date(cell)]
        return (problem(ROW_ORDER_SUGGESTS_SWAP, where),) if ordered_when_swapped(moments) else ()
    return ()


def shift_notes(shifted: Shifted, zone: Zone, where: Where) -> Iterator[Problem]:
    """Say how many times were converted to the office's zone, and how many changed quarter by that."""
    if shifted.count:
        yield problem(TIMES_FROM_OTHER_ZONE, where, count=shifted.count, zone=zone)
    if shifted.quarter_rows:
        rows = row_ranges(list(shifted.quarter_rows))
        yield problem(QUARTER_BY_OFFICE_TIME, where, count=len(shifted.quarter_rows), zone=zone, rows=rows)
