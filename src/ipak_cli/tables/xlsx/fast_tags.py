"""The tags of plain rows of a worksheet, all at once: each cell's address, style, type and value.

Every ``<`` begins a tag there, and the letter behind it tells which. In the usual notation attributes stand
in one order, and an address has as many figures as its row's number: so addresses, styles and types stand at
known distances from the tags. In any other they stand behind ``r=``, ``s=`` and ``t=`` in their tags, and a
cell without an address is next to the one before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from ipak_cli.tables.column import Mask

    Bytes = npt.NDArray[np.uint8]
    Numbers = npt.NDArray[np.signedinteger]

_INNER: Final = np.isin(np.arange(256), [ord(name) for name in "vif"])
"""By the first letter of what stands in a cell: whether the cell holds something."""
_OPEN, _CLOSE, _SIGN, _QUOTE, _SPACE, _A, _ZERO = (ord(mark) for mark in '<>=" A0')
_ROW: Final = len('<row r="')
_ADDRESS: Final = len('<c r="')
_STYLE: Final = len(' s="')
_VALUE: Final = len("<v>")
"""As long as ``<t>``."""
_PRESERVE: Final = len(' xml:space="preserve"')
_ROW_FIGURES, _STYLE_FIGURES = 7, 5


class NotPlainError(Exception):
    """Rows that look plain are not: they or their cells are not in order, or a value is none."""


@dataclass(frozen=True, slots=True, eq=False)
class Tags:
    """Plain rows as an array of bytes, and the places of all their tags.

    ``begun`` are the numbers of the tags that begin rows, ``cells`` of those that begin cells; ``full`` tells
    which of these hold something.
    """

    array: Bytes
    places: Numbers
    begun: Numbers
    cells: Numbers
    full: Mask

    @classmethod
    def of(cls, text: bytes) -> Tags:
        """Find the tags of plain rows."""
        array = np.frombuffer(text, np.uint8)
        places = np.flatnonzero(array == _OPEN).astype(
            np.int32
        )  # half the memory to go through, several times
        names = array[places + 1]
        cells = np.flatnonzero(names == ord("c"))
        return cls(array, places, np.flatnonzero(names == ord("r")), cells, _INNER[names[cells + 1]])

    def counts(self) -> Numbers:
        """Return how many cells of each row hold something."""
        full = self.cells[self.full]
        counts: Numbers = np.diff(np.searchsorted(full, self.begun), append=len(full))
        return counts


def usual_rows(tags: Tags) -> tuple[Numbers, Elements]:
    """Return the numbers of the rows, and the cells that hold something, of the usual notation."""
    array = tags.array
    rows, figures = leading_number(array, tags.places[tags.begun] + _ROW, _ROW_FIGURES)
    cells = tags.cells[tags.full]
    letters = tags.places[cells] + _ADDRESS
    columns, two = _letters(array, letters)
    behind = letters + two + np.repeat(figures, tags.counts()) + len('A"')
    named = (array[behind] == _SPACE) & (array[behind + 1] == ord("s"))
    styles = np.where(named, behind + _STYLE, 0)
    return rows, Elements.of(tags, columns, styles, array[tags.places[cells + 1] - len('s">')])


def other_rows(tags: Tags) -> tuple[Numbers, Elements]:
    """Return the same of rows in any notation. Raises ``NotPlainError`` for an attribute written twice."""
    array = tags.array
    attributes = _Attributes.of(tags)
    numbers, types, styles = (attributes.places(name) for name in "rts")
    rows, _ = leading_number(array, numbers[tags.begun], _ROW_FIGURES)
    columns = _counted_on(array, numbers[tags.cells], np.searchsorted(tags.cells, tags.begun))
    cells = tags.cells[tags.full]
    types = types[cells]
    in_full = (array[types] == ord("i")) | (array[types + 1] == ord("t"))  # inlineStr, str
    marks = np.where(in_full, np.uint8(ord("r")), array[types])
    return rows, Elements.of(tags, columns[tags.full], styles[cells], marks)


@dataclass(frozen=True, slots=True, eq=False)
class Elements:
    """Cells that hold something: the column, style and type of each, and the tags that follow it.

    ``tags`` are the places of all tags; what a cell holds begins with tag number ``inner[cell]``, and its
    value, behind the formula if it has one, with tag number ``value[cell]``. ``styles`` are the places of the
    styles' figures (0, where no figure stands: it has none). ``marks`` are the last letters of the types'
    names; without one, anything that is no such letter.
    """

    array: Bytes
    tags: Numbers
    inner: Numbers
    value: Numbers
    columns: Numbers
    styles: Numbers
    marks: Bytes

    @classmethod
    def of(cls, tags: Tags, columns: Numbers, styles: Numbers, marks: Bytes) -> Elements:
        """Find what the cells hold that hold something."""
        inner = tags.cells[tags.full] + 1
        value = _behind_formulas(tags.array, tags.places, inner)
        return cls(tags.array, tags.places, inner, value, columns, styles, marks)

    def style_numbers(self, cells: Numbers) -> Numbers:
        """Return the styles of some of them, 0 for a cell without one."""
        numbers, _ = leading_number(self.array, self.styles[cells], _STYLE_FIGURES)
        return numbers

    def values(self) -> tuple[Numbers, Numbers]:
        """Return where their values ``<v>`` begin and end."""
        return self.tags[self.value] + _VALUE, self.tags[self.value + 1]

    def in_place(self) -> Mask:
        """Tell which of them hold ``<is>``."""
        held: Mask = self.array[self.tags[self.inner] + 1] == ord("i")
        return held

    def written(self, chosen: Numbers, *, spaced: bool) -> tuple[Numbers, Numbers, Numbers]:
        """Return those of some cells ``<is><t>`` whose spaces count or not; their texts' starts and ends."""
        starts, ends = self.tags[self.inner[chosen] + 1] + _VALUE, self.tags[self.inner[chosen] + 2]
        mine = (self.array[starts - 1] == _SPACE) == spaced
        return chosen[mine], starts[mine] + (_PRESERVE if spaced else 0), ends[mine]


@dataclass(frozen=True, slots=True, eq=False)
class _Attributes:
    """The attributes in a number of tags: the number of each one's tag, and the place of its ``=``."""

    array: Bytes
    tags: int
    owners: Numbers
    signs: Numbers

    @classmethod
    def of(cls, tags: Tags) -> _Attributes:
        """Find them: no text, and no attribute of a row or a cell, holds ``>`` or a further ``=``."""
        array = tags.array
        signs = np.flatnonzero(array == _SIGN)
        signs = signs[(array[signs - 2] == _SPACE) & (array[signs + 1] == _QUOTE)]
        owners = np.searchsorted(tags.places, signs) - 1
        inside = signs < np.flatnonzero(array == _CLOSE)[owners]
        return cls(array, len(tags.places), owners[inside], signs[inside])

    def places(self, name: str) -> Numbers:
        """Return where the value of an attribute begins in each tag, 0 where a tag lacks it.

        Raises ``NotPlainError`` for a tag that has it twice.
        """
        mine = np.flatnonzero(self.array[self.signs - 1] == ord(name))
        owners = self.owners[mine]
        if (np.diff(owners) == 0).any():
            raise NotPlainError
        places = np.zeros(self.tags, np.int64)
        places[owners] = self.signs[mine] + len('="')
        return places


def _letters(array: Bytes, places: Numbers) -> tuple[Numbers, Mask]:
    """Return the columns whose one or two letters stand at some places, and which have two."""
    first = array[places].astype(np.int64) - _A + 1
    second = array[places + 1].astype(np.int64) - _A + 1
    two = second > 0
    return np.where(two, 26 * first + second, first), two


def _counted_on(array: Bytes, addresses: Numbers, rows: Numbers) -> Numbers:
    """Return the columns of cells by the places of their addresses, or counted on from the cell before.

    ``rows`` are the numbers of the rows' first cells, or of the cell behind an empty row.
    """
    columns, _ = _letters(array, addresses)
    known = addresses > 0
    columns[~known] = 1
    known[rows[rows < len(known)]] = True
    last = np.maximum.accumulate(np.where(known, np.arange(len(known)), 0))
    counted: Numbers = columns[last] + np.arange(len(known)) - last
    return counted


def _behind_formulas(array: Bytes, tags: Numbers, inner: Numbers) -> Numbers:
    """Return the numbers of the tags that follow the formulas which begin with some tags, if they do."""
    formulas = np.flatnonzero(array[tags[inner] + 1] == ord("f"))
    if not len(formulas):
        return inner
    value = inner.copy()
    closed = array[tags[inner[formulas] + 1] + 1] == ord("/")
    value[formulas] += 1 + closed
    return value


def leading_number(array: Bytes, places: Numbers, most: int) -> tuple[Numbers, Numbers]:
    """Read the whole numbers that stand at some places, and tell of how many figures they are."""
    numbers, figures = np.zeros((2, len(places)), np.int64)
    reading = np.ones(len(places), np.bool_)
    for place in range(most):
        figure = array[places + place].astype(np.int64) - _ZERO
        reading &= (figure >= 0) & (figure <= 9)
        numbers = np.where(reading, 10 * numbers + figure, numbers)
        figures += reading
    return numbers, figures
