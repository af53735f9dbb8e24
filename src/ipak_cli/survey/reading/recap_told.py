"""How a recap's faults are told: one line for many of a kind, with all of their cells."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import SeveralCells
from ipak_cli.tables.cell import address, position

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ipak_cli.base.problem import Entry, Problem, Severity, Where

_MOST_APART: Final = 3
"""Faults of a kind that are told one by one."""
_MOST_RANGES: Final = 20
_FIRST: Final = re.compile("[:,]")
"""Ends the first of several cells."""


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
            first = replace(cells[0], cell=_FIRST.split(cells[0].cell or "")[0])
            told.append(replace(same[0], where=first, cells=several_cells(cells)))
    return told


def span_of(cells: Sequence[Where]) -> Where:
    """Return the place of several cells of a sheet, neighbours as a range, such as ``B4:E4``."""
    return replace(cells[0], cell=several_cells(cells).cells)


def several_cells(cells: Sequence[Where]) -> SeveralCells:
    """Return how many cells there are, and their addresses, neighbours as a range; a place may be one."""
    blocks: list[_Block] = []
    for each in cells:
        for name in (each.cell or "").split(", ") if each.cell else ():
            block = _Block.of(name)
            joined = blocks[-1].with_next(block) if blocks else None
            blocks[-1:] = [joined] if joined else [*blocks[-1:], block]
    more = ", …" if len(blocks) > _MOST_RANGES else ""
    count = sum(each.size for each in blocks)
    return SeveralCells(count, ", ".join(map(str, blocks[:_MOST_RANGES])) + more)


@dataclass(frozen=True, slots=True)
class _Block:
    """A cell, or a rectangle of cells; rows and columns are counted from 1."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def of(cls, name: str) -> _Block:
        first, _, last = name.partition(":")
        return cls(*position(first), *position(last or first))

    @property
    def size(self) -> int:
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)

    def with_next(self, other: _Block) -> _Block | None:
        """Return both as one, if the other goes on below or to the right; else ``None``."""
        columns, rows = (self.left, self.right), (self.top, self.bottom)
        below = other.top == self.bottom + 1 and (other.left, other.right) == columns
        beside = other.left == self.right + 1 and (other.top, other.bottom) == rows
        return replace(self, bottom=other.bottom, right=other.right) if below or beside else None

    def __str__(self) -> str:
        first = address(self.top, self.left)
        return first if self.size == 1 else f"{first}:{address(self.bottom, self.right)}"
