"""The cells of plain rows of a worksheet, whole columns at a time: where each stands, and what it holds.

Only for rows that ``xlsx_scan`` has found plain: what is relied on here, it has seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from ipak_cli.columns import Cells, Column, Distinct, Moments, Piece, in_little_room
from ipak_cli.fields import Texts
from ipak_cli.sheets.formats import Shown, number_cell, usual_moments
from ipak_cli.sheets.ooxml import plain_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from ipak_cli.cells import Cell
    from ipak_cli.columns import Mask
    from ipak_cli.sheets.exact import Lookup

    Bytes = npt.NDArray[np.uint8]
    Numbers = npt.NDArray[np.int64]
    Values = npt.NDArray[np.float64]

_OPEN, _SPACE, _A, _ZERO = (ord(mark) for mark in "< A0")
_ADDRESS: Final = len('<c r="')
_STYLE: Final = len(' s="')
_VALUE: Final = len("<v>")
"""As long as ``<t>``."""
_PRESERVE: Final = len(' xml:space="preserve"')
_MOST_FIGURES: Final = 9
_ROW_SIZES: Final = 10 ** np.arange(1, 8)
_STYLE_FIGURES: Final = 5


class Kind(IntEnum):
    """What a cell's value stands for: the numbers as they are shown, then the others."""

    NUMBER = 0
    MOMENT = 1
    SPAN = 2
    SHARED = 3
    TRUTH = 4
    WRITTEN = 5


_KINDS: Final = {Shown.MOMENT: Kind.MOMENT, Shown.SPAN: Kind.SPAN}


class NotPlainError(Exception):
    """Rows that look plain are not: a cell stands there twice, or a value is none."""


def read_cells(numbers: Sequence[int], text: bytes, lookup: Lookup) -> Piece:
    """Read plain rows, one after the other, of which these are the numbers. Raises ``NotPlainError``.

    ``REACH`` more bytes stand behind the last row. A row without a cell is left out.
    """
    array = np.frombuffer(text, np.uint8)
    tags = np.flatnonzero(array == _OPEN)
    names = array[tags + 1]
    cells = np.flatnonzero(names == ord("c"))
    inner = names[cells + 1]
    cells = cells[(inner == ord("v")) | (inner == ord("i"))]  # the others are empty
    rows = np.array(numbers, np.int64)
    counts = np.diff(np.searchsorted(cells, np.flatnonzero(names == ord("r"))), append=len(cells))
    elements = _Elements(array, tags, cells, np.repeat(rows, counts))
    columns = elements.columns()
    places = np.repeat(np.arange(np.count_nonzero(counts)), counts[counts > 0])
    if ((np.diff(places) == 0) & (np.diff(columns) <= 0)).any():
        raise NotPlainError
    kinds, values, written = _read(text, elements, lookup)
    order = np.argsort(columns.astype(np.int16), kind="stable")  # numpy sorts small numbers by counting them
    firsts = np.flatnonzero(np.diff(columns[order], prepend=0))
    rows = rows[counts > 0]
    found = {}
    for mine in np.split(order, firsts[1:]) if len(order) else ():
        column = np.full(len(rows), -1)
        column[places[mine]], distinct = _told_apart(kinds[mine], values[mine], (written, lookup))
        found[int(columns[mine[0]])] = Column(in_little_room(column, len(distinct)), distinct)
    return Piece(rows, found)


@dataclass(frozen=True, slots=True, eq=False)
class _Elements:
    """Cells that hold something: the places of all tags, which of these begin the cells, and their rows."""

    array: Bytes
    tags: Numbers
    cells: Numbers
    rows: Numbers

    @property
    def starts(self) -> Numbers:
        return self.tags[self.cells]

    def columns(self) -> Numbers:
        """Return their columns, by one or two letters."""
        first = self.array[self.starts + _ADDRESS].astype(np.int64) - _A + 1
        second = self.array[self.starts + _ADDRESS + 1].astype(np.int64) - _A + 1
        return np.where(second > 0, 26 * first + second, first)

    def kinds(self, styles: Sequence[Shown]) -> npt.NDArray[np.int8]:
        """Return their kinds; of numbers, by their styles."""
        value = self.tags[self.cells + 1]
        mark = self.array[
            value - len('s">')
        ]  # the type's letter, or the last figure of an address or a style
        kinds = np.full(len(value), Kind.NUMBER, np.int8)
        kinds[mark == ord("s")] = Kind.SHARED
        kinds[mark == ord("b")] = Kind.TRUTH
        kinds[self.array[value + 1] == ord("i")] = Kind.WRITTEN
        shown = [_KINDS.get(style, Kind.NUMBER) for style in styles]
        if any(shown):
            numbers = np.flatnonzero(kinds == Kind.NUMBER)
            starts, letters = self.starts[numbers], 1 + (self.columns()[numbers] > 26)
            figures = 1 + np.searchsorted(_ROW_SIZES, self.rows[numbers], "right")
            behind = starts + _ADDRESS + letters + figures + 1
            styled = np.flatnonzero(self.array[behind] == _SPACE)
            known = np.array([*shown, Kind.NUMBER])
            kinds[numbers[styled]] = known[np.minimum(self._styles(behind[styled]), len(shown))]
        return kinds

    def _styles(self, places: Numbers) -> Numbers:
        """Read the style's number in `` s="5"`` at some places; 0 where something else stands."""
        styles, places = np.zeros(len(places), np.int64), places + _STYLE
        reading = self.array[places - _STYLE + 1] == ord("s")
        for place in range(_STYLE_FIGURES):
            figure = self.array[places + place].astype(np.int64) - _ZERO
            reading &= (figure >= 0) & (figure <= 9)
            styles = np.where(reading, 10 * styles + figure, styles)
        return styles

    def values(self) -> tuple[Numbers, Numbers]:
        """Return where their values ``<v>`` begin and end."""
        return self.tags[self.cells + 1] + _VALUE, self.tags[self.cells + 2]

    def written(self, chosen: Numbers, *, spaced: bool) -> tuple[Numbers, Numbers, Numbers]:
        """Return those of some cells whose spaces count or not, and their texts' starts and ends."""
        starts = self.tags[self.cells[chosen] + 2] + _VALUE
        mine = (self.array[starts - 1] == _SPACE) == spaced
        ends = self.tags[self.cells[chosen] + 3]
        return chosen[mine], starts[mine] + (_PRESERVE if spaced else 0), ends[mine]


def _read(
    text: bytes, elements: _Elements, lookup: Lookup
) -> tuple[npt.NDArray[np.int8], Values, list[Cell]]:
    """Return each cell's kind and value; that of a text written in place is its number in the list."""
    kinds = elements.kinds(lookup.styles)
    in_place = np.flatnonzero(kinds == Kind.WRITTEN)
    starts, ends = elements.values()
    values, unread = _whole_numbers(elements.array, starts, ends - starts)
    if (unread & ((kinds == Kind.SHARED) | (kinds == Kind.TRUTH))).any():
        raise NotPlainError
    written: list[Cell] = []
    for cell in np.flatnonzero(unread & (kinds <= Kind.SPAN)).tolist():
        content = text[starts[cell] : ends[cell]]
        try:
            values[cell] = float(content)
        except ValueError:  # what is no number in a numeric cell is kept as text
            kinds[cell], values[cell] = Kind.WRITTEN, len(written)
            written.append(content.decode())
    for spaced in (False, True) if len(in_place) else ():
        cells, starts, ends = elements.written(in_place, spaced=spaced)
        column = Texts.column(text, starts, ends)
        values[cells] = np.where(column.places < 0, -1, column.places + len(written))
        written += [plain_text(str(cell), spaced=spaced) for cell in column.distinct.cells]
    return kinds, values, written


def _whole_numbers(array: Bytes, starts: Numbers, lengths: Numbers) -> tuple[Values, Mask]:
    """Read what is written in a few figures, and tell what is not."""
    values, unread = np.zeros(len(starts)), (lengths == 0) | (lengths > _MOST_FIGURES)
    rest = np.flatnonzero(~unread)
    for place in range(_MOST_FIGURES):
        figures = array[starts[rest] + place].astype(np.int64) - _ZERO
        values[rest] = 10 * values[rest] + figures
        unread[rest] |= (figures < 0) | (figures > 9)
        rest = rest[lengths[rest] > place + 1]
        if not len(rest):
            break
    return values, unread


def _told_apart(
    kinds: npt.NDArray[np.int8], values: Values, texts: tuple[list[Cell], Lookup]
) -> tuple[Numbers, Distinct]:
    """Return the place of each of a column's cells among the distinct ones (-1: it is empty), and these."""
    places, parts, first = np.zeros(len(kinds), np.int64), [], 0
    uniform = kinds.min() == kinds.max()
    for kind in (int(kinds[0]),) if uniform else np.unique(kinds).tolist():
        mine = slice(None) if uniform else np.flatnonzero(kinds == kind)
        codes, distinct = pd.factorize(values[mine])
        places[mine] = codes + first
        first += len(distinct)
        parts.append(_cells(Kind(kind), distinct, *texts))
    if len(parts) == 1 and isinstance(parts[0], Moments):
        return places, parts[0]
    cells = tuple(cell for part in parts for cell in part.cells)
    empty = np.array([cell is None or cell == "" for cell in cells])
    return np.where(empty[places], -1, places), Cells(cells)


def _cells(kind: Kind, values: Values, written: list[Cell], lookup: Lookup) -> Distinct:
    """Return the cells that values of one kind stand for."""
    match kind:
        case Kind.SHARED:
            if values.max() >= len(lookup.strings):
                raise NotPlainError
            return Cells(tuple(lookup.strings[int(value)] for value in values))
        case Kind.WRITTEN:
            return Cells(tuple(written[int(value)] if value >= 0 else None for value in values))
        case Kind.TRUTH:
            return Cells(tuple(map(bool, values.tolist())))
        case Kind.NUMBER:
            return Cells(tuple(values.tolist()))
        case Kind.MOMENT | Kind.SPAN:
            moments = usual_moments(values, epoch_1904=lookup.epoch_1904) if kind is Kind.MOMENT else None
            if moments is not None:
                return Moments(moments)
            shown = Shown.MOMENT if kind is Kind.MOMENT else Shown.SPAN
            epoch = lookup.epoch_1904
            return Cells(tuple(number_cell(value, shown, epoch_1904=epoch) for value in values.tolist()))
