"""How a recap's faults are told: one line for many of a kind, with all of their cells."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import SeveralCells
from ipak_cli.tables.cell import position

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ipak_cli.base.problem import Entry, Problem, Severity, Where

_MOST_APART: Final = 3
"""Faults of a kind that are told one by one."""
_MOST_RANGES: Final = 20


def one_line_a_kind(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems with many of a kind as the first of them, which names the cells of all."""
    kinds: defaultdict[tuple[Entry, Severity, str | None, str | None], list[Problem]] = defaultdict(list)
    for each in problems:
        kinds[each.entry, each.severity, each.where.file, each.where.sheet].append(each)
    told: list[Problem] = []
    for same in kinds.values():
        cells = list(dict.fromkeys(each.where for each in same if each.where.cell))
        if len(cells) <= _MOST_APART or any(each.cells for each in same):
            told += same
        else:
            told.append(replace(same[0], cells=several_cells(cells)))
    return told


def several_cells(cells: Sequence[Where]) -> SeveralCells:
    """Return how many cells there are, and their addresses, neighbours as a range."""
    names = [each.cell for each in cells if each.cell]
    ranges: list[list[str]] = []
    for name in names:
        if ranges and _follows(ranges[-1], name):
            ranges[-1].append(name)
        else:
            ranges.append([name])
    shown = [each[0] if len(each) == 1 else f"{each[0]}:{each[-1]}" for each in ranges]
    more = ", …" if len(shown) > _MOST_RANGES else ""
    return SeveralCells(len(names), ", ".join(shown[:_MOST_RANGES]) + more)


def _follows(cells: Sequence[str], cell: str) -> bool:
    """Tell whether a cell goes on with a range of a column or of a row."""
    row, column = position(cell)
    last_row, last_column = position(cells[-1])
    first_row, first_column = position(cells[0])
    down = (row, column) == (last_row + 1, last_column) and column == first_column
    return down or ((row, column) == (last_row, last_column + 1) and row == first_row)
