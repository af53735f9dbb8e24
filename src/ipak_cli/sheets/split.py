"""Many records of delimited text at once: where each of their fields begins and ends."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.cells import LAST_COLUMN
from ipak_cli.sheets.records import LONGEST_LINE

if TYPE_CHECKING:
    import numpy.typing as npt

    from ipak_cli.columns import Mask

    Bytes = npt.NDArray[np.uint8]
    Numbers = npt.NDArray[np.signedinteger]

_QUOTE, _LINE, _RETURN = (ord(mark) for mark in '"\n\r')
_NONE: Final = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """The whole records at the beginning of a text, ``length`` bytes in all.

    ``starts`` and ``ends`` are the places of their fields, one record's after another's; record ``i`` has
    ``counts[i]`` of them, from number ``firsts[i]`` on, and is a blank line where ``blank[i]``.
    """

    length: int
    starts: Numbers
    ends: Numbers
    firsts: Numbers
    counts: Numbers
    blank: Mask

    def wide(self, width: int) -> Numbers:
        """Return the records that hold something beyond a table's width."""
        longer = np.flatnonzero(self.counts > width)
        if not len(longer):
            return longer
        record, column = _places(self.counts[longer])
        fields = self.firsts[longer][record] + column
        filled = self.ends[fields] > self.starts[fields]
        wide: Numbers = longer[np.unique(record[(column >= width) & filled])]
        return wide

    def table(self, first: int, last: int, width: int) -> tuple[Numbers, Numbers]:
        """Return starts and ends of some records' fields, a row a column; one that is lacking is empty.

        There are as many columns as the longest of the records has, at most ``width``.
        """
        counts = self.counts[first:last]
        width = min(width, int(counts.max()))
        mine = slice(int(self.firsts[first]), int(self.firsts[first] + counts.sum()))
        starts, ends = self.starts[mine], self.ends[mine]
        if (counts == width).all():
            starts, ends = (np.ascontiguousarray(each.reshape(-1, width).T) for each in (starts, ends))
            return starts, ends
        record, column = _places(counts)
        fits = column < width
        table = np.zeros((2, width, len(counts)), np.int64)
        table[:, column[fits], record[fits]] = starts[fits], ends[fits]
        return table[0], table[1]


def split(text: bytes, separator: str) -> Split | None:
    """Split a UTF-8 text, whose last record may be cut; ``None`` where only the strict reader can tell.

    Both readers agree where lines end as on Windows or Unix, where quotation marks enclose whole fields and
    are doubled inside them, and where no record is longer than a cell may be or wider than a sheet.
    """
    if not separator.isascii():
        return None
    array = np.frombuffer(text, np.uint8)
    lines = array == _LINE
    marks = lines | (array == ord(separator))
    inside = np.bitwise_xor.accumulate(array == _QUOTE) if b'"' in text else None
    if inside is not None:
        marks &= ~inside
    places = np.flatnonzero(marks).astype(np.int32)  # half the memory to go through, several times
    last = np.flatnonzero(lines[places])  # the fields that end a record
    if not len(last):
        return Split(0, _NONE, _NONE, _NONE, _NONE, np.zeros(0, np.bool_))
    places = places[: last[-1] + 1]
    length = int(places[-1]) + 1
    if not _returns_end_lines(array[:length], inside):
        return None
    starts, ends = np.append(np.int32(0), places[:-1] + 1), places.copy()
    if b"\r" in text:
        ends[last] -= (ends[last] > starts[last]) & (array[ends[last] - 1] == _RETURN)
    counts = np.diff(last, prepend=-1)
    blank = (counts == 1) & (ends[last] == starts[last])  # a pair of quotation marks is no blank line
    if inside is not None:
        enclosed = (ends - starts >= 2) & (array[starts] == _QUOTE) & (array[ends - 1] == _QUOTE)
        # Nearly always there are no others: what encloses a field is all that needs to be counted.
        alone = 2 * np.count_nonzero(enclosed) == text.count(b'"', 0, length)
        if not (alone or _quotes_make_sense(array[:length], separator)):
            return None
        starts, ends = starts + enclosed, ends - enclosed
    longest = int(np.diff(places[last], prepend=-1).max())
    if longest > min(LONGEST_LINE, csv.field_size_limit()) or int(counts.max()) > LAST_COLUMN:
        return None
    return Split(length, starts, ends, last + 1 - counts, counts, blank)


def _places(counts: Numbers) -> tuple[Numbers, Numbers]:
    """Return the record and the column, from 0, of each field of records with so many fields."""
    record = np.repeat(np.arange(len(counts)), counts)
    return record, np.arange(len(record)) - np.repeat(np.cumsum(counts) - counts, counts)


def _returns_end_lines(array: Bytes, inside: Mask | None) -> bool:
    """Tell whether returns, but in quotations, stand before the end of a line, which is the last byte."""
    returns = np.flatnonzero(array == _RETURN)
    if inside is not None:
        returns = returns[~inside[returns]]
    return bool((array[returns + 1] == _LINE).all())


def _quotes_make_sense(array: Bytes, separator: str) -> bool:
    """Tell whether quotation marks stand where fields begin and end, or doubled inside them."""
    before, behind = np.zeros((2, 256), np.bool_)
    before[[ord(separator), _LINE]] = behind[[ord(separator), _LINE, _RETURN]] = True
    quotes = np.flatnonzero(array == _QUOTE)
    opening, closing = quotes[::2], quotes[1::2]
    doubled = closing[:-1] + 1 == opening[1:]
    begins, ends = before[array[opening - 1]], behind[array[closing + 1]]
    begins[:1] |= opening[:1] == 0
    begins[1:] |= doubled
    ends[:-1] |= doubled
    return bool(begins.all() and ends.all())
