"""The rows of delimited text as pieces: many records at once, and strictly where that is needed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.cells import LAST_ROW, address, row_ranges
from ipak_cli.columns import Piece
from ipak_cli.fields import REACH, Texts
from ipak_cli.problems import ProblemsFoundError, Where, problem
from ipak_cli.sheets.records import LONGEST_LINE, Lines, lines_of, records
from ipak_cli.sheets.split import Split, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ipak_cli.problems import Problem

_LONGEST: Final = 4 * LONGEST_LINE
"""Bytes of a record, at the most."""


@dataclass(frozen=True, slots=True)
class Table:
    """What the first rows of a file have told: its name, its separator, and how many columns it has."""

    file: str
    separator: str
    width: int


def read_rows(blocks: Iterator[bytes], table: Table, most: int) -> Iterator[Piece]:
    """Yield the rows of a UTF-8 text that comes in blocks, at most so many at a time.

    Raises ``ProblemsFoundError`` for rows that hold something beyond the table's width, and for a quotation
    that makes no sense.
    """
    reader = _Reader(table, most)
    try:
        yield from _pieces(blocks, reader, table.separator)
    except ProblemsFoundError as refused:
        raise ProblemsFoundError([*reader.problems(), *refused.problems]) from None
    if problems := reader.problems():
        raise ProblemsFoundError(problems)


def _pieces(blocks: Iterator[bytes], reader: _Reader, separator: str) -> Iterator[Piece]:
    text = b""
    for block in chain(blocks, (b"",)):
        text += block or _missing_end(text)
        found = split(text, separator)
        if found is None or _is_cut(text, found, ended=not block) or reader.is_too_blank(found):
            yield from reader.strictly(chain((text,), blocks))
            return
        yield from reader.quickly(text, found)
        text = text[found.length :]


def _missing_end(text: bytes) -> bytes:
    """Return the end that the last line of a file may lack."""
    return b"\n" if text and not text.endswith(b"\n") else b""


def _is_cut(text: bytes, found: Split, *, ended: bool) -> bool:
    """Tell whether the record behind those that were split has no end, or is longer than a record may be."""
    return found.length < len(text) if ended else len(text) - found.length > _LONGEST


class _Reader:
    """Counts records while they become pieces; once one is too wide, only more of these are looked for."""

    def __init__(self, table: Table, most: int) -> None:
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
                place + 1: Texts.column(padded, starts[place], ends[place], doubled=doubled)
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
        return (problem("F155", where, count=len(self._wide), width=width, rows=rows),)
