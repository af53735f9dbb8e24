"""The unit and the quarter, in the labelled cells above the table of indicators."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipak_cli.base.problem import Problem, Where, problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.pekppp import UNIT_OR_QUARTER_CELL_MISSING
from ipak_cli.pekppp.book import names
from ipak_cli.pekppp.book.cell_values import read_quarter, read_text
from ipak_cli.pekppp.book.table import cell_at
from ipak_cli.pekppp.book.unread import Unread
from ipak_cli.tables.cell import address

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipak_cli.pekppp.book.table import Grid, Table
    from ipak_cli.tables.cell import Cell


@dataclass(frozen=True, slots=True)
class Head:
    """The unit and the quarter (``IV-2024``) that stand above the table of indicators."""

    unit: str | None = None
    quarter: str | None = None
    problems: tuple[Problem, ...] = ()


def read_head(table: Table) -> Head:
    """Read the labelled cells above a table; only the table of indicators has them."""
    if table.layout.form is not names.INDICATOR_FORM:
        return Head()
    problems: list[Problem] = []

    def beside(label: str, read: Callable[[Cell], str | Unread | None]) -> str | None:
        place = _beside(table.above, label)
        if place is None:
            problems.append(problem(UNIT_OR_QUARTER_CELL_MISSING, table.layout.where, label=label))
            return None
        value = read(cell_at(table.above, *place))
        if not isinstance(value, Unread):
            return value
        where = Where(table.layout.where.file, table.layout.where.sheet, address(*place))
        problems.append(problem(value.entry, where, what=label, **value.values))
        return None

    unit, quarter = beside(names.UNIT_LABEL, read_text), beside(names.QUARTER_LABEL, read_quarter)
    return Head(unit, quarter, tuple(problems))


def _beside(rows: Grid, label: str) -> tuple[int, int] | None:
    """Return row and column, counted from 1, of the cell to the right of a label."""
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row, start=1):
            if isinstance(cell, str) and normalise(cell) == normalise(label):
                return number, column + 1
    return None
