"""The cells of plain rows of a worksheet, whole columns at a time: where each stands, and what it holds.

Only for rows that ``xlsx_scan`` has found plain: what is relied on here, it has seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from ipak_cli.cells import LAST_ROW
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
    Numbers = npt.NDArray[np.signedinteger]
    Values = npt.NDArray[np.float64]

_OPEN, _SPACE, _A, _ZERO = (ord(mark) for mark in "< A0")
_ROW: Final = len('<row r="')
_ADDRESS: Final = len('<c r="')
_STYLE: Final = len(' s="')
_VALUE: Final = len("<v>")
"""As long as ``<t>``."""
_PRESERVE: Final = len(' xml:space="preserve"')
_MOST_FIGURES: Final = 9
_ROW_FIGURES, _STYLE_FIGURES = 7, 5


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
    """Rows that look plain are not: they or their cells are not in order, or a value is none."""


def read_cells(text: bytes, lookup: Lookup) -> Piece:
    """Read plain rows, one after the other. Raises ``NotPlainError``.

    ``REACH`` more bytes stand behind the last row. A row without a cell is left out.
    """
    array = np.frombuffer(text, np.uint8)
    tags = np.flatnonzero(array == _OPEN).astype(np.int32)  # half the memory to go through, several times
    names = array[tags + 1]
    begun = np.flatnonzero(names == ord("r"))
    rows, figures = _leading_number(array, tags[begun] + _ROW, _ROW_FIGURES)
    cells = np.flatnonzero(names == ord("c"))
    inner = names[cells + 1]
    cells = cells[(inner == ord("v")) | (inner == ord("i"))]  # the others are empty
    counts = np.diff(np.searchsorted(cells, begun), append=len(cells))
    elements = _Elements.of(array, tags, cells, np.repeat(figures, counts))
    height = int(np.count_nonzero(counts))
    places = np.repeat(np.arange(height), counts[counts > 0])
    doubled = (np.diff(places) == 0) & (np.diff(elements.columns) <= 0)
    if doubled.any() or (np.diff(rows, prepend=0) <= 0).any() or (rows > LAST_ROW).any():
        raise NotPlainError
    return Piece(rows[counts > 0], _columns(text, elements, (places, height), lookup))


def _leading_number(array: Bytes, places: Numbers, most: int) -> tuple[Numbers, Numbers]:
    """Read the whole numbers that stand at some places, and tell of how many figures they are."""
    numbers, figures = np.zeros((2, len(places)), np.int64)
    reading = np.ones(len(places), np.bool_)
    for place in range(most):
        figure = array[places + place].astype(np.int64) - _ZERO
        reading &= (figure >= 0) & (figure <= 9)
        numbers = np.where(reading, 10 * numbers + figure, numbers)
        figures += reading
    return numbers, figures


@dataclass(frozen=True, slots=True, eq=False)
class _Elements:
    """Cells that hold something: the place behind each address, its column, and the tags that follow it.

    ``tags`` are the places of all tags; a cell's value begins with tag number ``inner[cell]``.
    """

    array: Bytes
    tags: Numbers
    inner: Numbers
    behind: Numbers
    columns: Numbers

    @classmethod
    def of(cls, array: Bytes, tags: Numbers, cells: Numbers, figures: Numbers) -> _Elements:
        """Read the addresses of cells, by one or two letters, in rows whose numbers have so many figures."""
        letters = tags[cells] + _ADDRESS
        first = array[letters].astype(np.int64) - _A + 1
        second = array[letters + 1].astype(np.int64) - _A + 1
        two = second > 0
        behind = letters + two + figures + len('A"')
        return cls(array, tags, cells + 1, behind, np.where(two, 26 * first + second, first))

    def kinds(self, styles: Sequence[Shown]) -> npt.NDArray[np.int8]:
        """Return their kinds; of numbers, by their styles."""
        value = self.tags[self.inner]
        mark = self.array[value - len('s">')]  # the type's letter, or the last figure of address or style
        kinds = np.full(len(value), Kind.NUMBER, np.int8)
        kinds[mark == ord("s")] = Kind.SHARED
        kinds[mark == ord("b")] = Kind.TRUTH
        kinds[self.array[value + 1] == ord("i")] = Kind.WRITTEN
        shown = [_KINDS.get(style, Kind.NUMBER) for style in styles]
        if any(shown):
            named = (self.array[self.behind] == _SPACE) & (self.array[self.behind + 1] == ord("s"))
            numbers = np.flatnonzero(named & (kinds == Kind.NUMBER))
            style, _ = _leading_number(self.array, self.behind[numbers] + _STYLE, _STYLE_FIGURES)
            kinds[numbers] = np.array([*shown, Kind.NUMBER])[np.minimum(style, len(shown))]
        return kinds

    def values(self) -> tuple[Numbers, Numbers]:
        """Return where their values ``<v>`` begin and end."""
        return self.tags[self.inner] + _VALUE, self.tags[self.inner + 1]

    def written(self, chosen: Numbers, *, spaced: bool) -> tuple[Numbers, Numbers, Numbers]:
        """Return those of some cells ``<is><t>`` whose spaces count or not; their texts' starts and ends."""
        starts, ends = self.tags[self.inner[chosen] + 1] + _VALUE, self.tags[self.inner[chosen] + 2]
        mine = (self.array[starts - 1] == _SPACE) == spaced
        return chosen[mine], starts[mine] + (_PRESERVE if spaced else 0), ends[mine]


def _columns(
    text: bytes, elements: _Elements, rows: tuple[Numbers, int], lookup: Lookup
) -> dict[int, Column]:
    """Return the columns of cells, whose rows are counted from 0, and how many these are."""
    places, height = rows
    kinds, values, written = _read(text, elements, lookup)
    order = np.argsort(elements.columns.astype(np.int16), kind="stable")  # numpy counts small numbers
    columns = elements.columns[order]
    firsts = np.flatnonzero(np.diff(columns, prepend=0))
    found = {}
    for number, mine in zip(columns[firsts].tolist(), np.split(order, firsts[1:]), strict=False):
        column = np.full(height, -1)
        column[places[mine]], distinct = _told_apart(kinds[mine], values[mine], (written, lookup))
        found[number] = Column(in_little_room(column, len(distinct)), distinct)
    return found


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
    values = array[starts].astype(np.float64) - _ZERO
    unread = (values < 0) | (values > 9) | (lengths < 1) | (lengths > _MOST_FIGURES)
    rest = np.flatnonzero((lengths > 1) & ~unread)
    for place in range(1, _MOST_FIGURES):
        figures = array[starts[rest] + place].astype(np.float64) - _ZERO
        values[rest] = 10 * values[rest] + figures
        unread[rest] |= (figures < 0) | (figures > 9)
        rest = rest[lengths[rest] > place + 1]
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
