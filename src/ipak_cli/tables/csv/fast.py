"""The rows of delimited text as pieces: many records at once, and strictly where that is needed.

Why the fast half works:

- A block of UTF-8 is looked at as an array of bytes. In UTF-8 no byte of a longer character is an ASCII
  byte, so that separators, line ends and quotation marks are found by their bytes alone.
- A byte stands inside a quotation when an odd number of quotation marks stands before it: a running
  exclusive-or tells so for all bytes at once. A doubled mark leaves the quotation and enters it again,
  which changes nothing.
- Separators and line feeds outside quotations end the fields. Only records up to the last such line feed
  are taken; what follows may be cut and waits for the next block.
- Fields stay places in the block. They are told apart, and decoded, a column at a time (``text_column``).

Why it reads what the strict half reads:

- ``split`` never guesses. A return that ends no line, a quotation mark inside a field without any, a
  record that is longer or wider than a sheet can be: each makes it return ``None``, and all further
  records are read by ``strict``, which knows what each means or refuses it with its row.
- Every limit of the strict half is checked here too, on the same figures.
- A property test compares the records of both on texts made of marks.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.files import ROWS_WIDER_THAN_HEADER
from ipak_cli.tables.cell import LAST_COLUMN, LAST_ROW, address, row_ranges
from ipak_cli.tables.column import Piece
from ipak_cli.tables.csv.strict import LONGEST_LINE, Lines, lines_of, records
from ipak_cli.tables.text_column import REACH, TextValues

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import numpy.typing as npt

    from ipak_cli.base.problem import Problem
    from ipak_cli.tables.column import Mask

    Bytes = npt.NDArray[np.uint8]
    Numbers = npt.NDArray[np.signedinteger]

_QUOTE, _LINE, _RETURN = (ord(mark) for mark in '"\n\r')
_NONE: Final = np.zeros(0, np.int64)
_LONGEST: Final = 4 * LONGEST_LINE
"""Bytes of a record, at the most."""


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


@dataclass(frozen=True, slots=True)
class DelimitedForm:
    """What the first rows of a file have told: its name, its separator, and how many columns it has."""

    file: str
    separator: str
    width: int


def read_rows(blocks: Iterator[bytes], table: DelimitedForm, most: int) -> Iterator[Piece]:
    """Yield the rows of a UTF-8 text that comes in blocks, at most so many at a time.

    Raises ``ProblemsFoundError`` for rows that hold something beyond the table's width, and for a quotation
    that makes no sense.
    """
    reader = _RowReader(table, most)
    try:
        yield from _pieces(blocks, reader, table.separator)
    except ProblemsFoundError as refused:
        raise ProblemsFoundError([*reader.problems(), *refused.problems]) from None
    if problems := reader.problems():
        raise ProblemsFoundError(problems)


def _pieces(blocks: Iterator[bytes], reader: _RowReader, separator: str) -> Iterator[Piece]:
    text = b""
    for block in chain(blocks, (b"",)):
        text += block or missing_end(text)
        found = split(text, separator)
        if found is None or is_cut(text, found, ended=not block) or reader.is_too_blank(found):
            yield from reader.strictly(chain((text,), blocks))
            return
        yield from reader.quickly(text, found)
        text = text[found.length :]


def missing_end(text: bytes) -> bytes:
    """Return the end that the last line of a file may lack."""
    return b"\n" if text and not text.endswith(b"\n") else b""


def is_cut(text: bytes, found: Split, *, ended: bool) -> bool:
    """Tell whether the record behind those that were split has no end, or is longer than a record may be."""
    return found.length < len(text) if ended else len(text) - found.length > _LONGEST


class _RowReader:
    """Counts records while they become pieces; once one is too wide, only more of these are looked for."""

    def __init__(self, table: DelimitedForm, most: int) -> None:
        self._table = table
        self._most = most
        self._row = 1
        self._blank = 0
        self._wide: list[int] = []

    def is_too_blank(self, found: Split) -> bool:
        """Tell whether more blank lines follow each other than a sheet has rows."""
        filled = np.flatnonzero(~found.blank)
        gaps = np.diff(np.concatenate(([-1 - self._blank], filled, [len(found.counts)]))) - 1
        return int(gaps.max()) > LAST_ROW

    def quickly(self, text: bytes, found: Split) -> Iterator[Piece]:
        """Yield the records that were split."""
        filled = np.flatnonzero(~found.blank)
        rows = len(found.counts)
        self._blank = rows - 1 - int(filled[-1]) if len(filled) else self._blank + rows
        self._wide += (found.wide(self._table.width) + self._row).tolist()
        first = self._row
        self._row += rows
        if self._wide:
            return
        padded = text + bytes(REACH)
        doubled = '"' if b'"' in text and b'""' in text else ""  # looking for one byte is ten times as fast
        for start in range(0, rows, self._most):
            end = min(start + self._most, rows)
            if found.blank[start:end].all():
                continue
            starts, ends = found.table(start, end, self._table.width)
            columns = {
                place + 1: TextValues.column(padded, starts[place], ends[place], doubled=doubled)
                for place in np.flatnonzero((ends > starts).any(axis=1)).tolist()
            }
            yield Piece(np.arange(first + start, first + end), columns)

    def strictly(self, blocks: Iterable[bytes]) -> Iterator[Piece]:
        """Yield all further records, read one by one."""
        lines = Lines(lines_of(blocks), self._table.file, self._table.separator)
        lines.row, lines.blank = self._row, self._blank
        part: list[list[str]] = []
        for cells in records(lines):
            if any(cells[self._table.width :]):
                self._wide.append(lines.row - 1)
            part.append(cells)
            if len(part) == self._most:
                yield from self._piece(part)
                part = []
        yield from self._piece(part)

    def _piece(self, part: Sequence[list[str]]) -> Iterator[Piece]:
        first = self._row
        self._row += len(part)
        if not part or self._wide:
            return
        width = min(self._table.width, max(map(len, part)))
        cells = (cell or None for row in part for cell in (*row[:width], *[""] * (width - len(row))))
        yield Piece.of(range(first, first + len(part)), range(1, width + 1), cells)

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with rows that are too wide; empty cells beyond the width lose nothing."""
        if not self._wide:
            return ()
        where = Where(self._table.file, None, address(self._wide[0], self._table.width + 1))
        rows, width = row_ranges(self._wide), self._table.width
        return (problem(ROWS_WIDER_THAN_HEADER, where, count=len(self._wide), width=width, rows=rows),)
