"""Workbooks of Excel and its kin (.xlsx, .xlsm): every sheet is measured and read in one pass."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING, ClassVar, Final

import numpy as np

from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.files import FILE_DAMAGED, NO_WORKSHEET, SIZE_OF_SHARED_TEXTS
from ipak_cli.tables.column import Piece
from ipak_cli.tables.refusal import beyond, refusal
from ipak_cli.tables.sparse import Grid, piece_of, strays
from ipak_cli.tables.workbook import PieceSheet, Workbook
from ipak_cli.tables.xlsx.cell_by_cell import PLACES, ROWS, Lookup, SheetWalker
from ipak_cli.tables.xlsx.fast_rows import CUT, Scan, scan_sheet
from ipak_cli.tables.xlsx.markup import UnusualSheetError, read_strings
from ipak_cli.tables.xlsx.package import read_book, read_styles
from ipak_cli.tables.xml import Places, walk
from ipak_cli.tables.zip import MIB, Archive

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from ipak_cli.base.problem import Problem
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.number_format import Display
    from ipak_cli.tables.xlsx.package import Book, SheetEntry

LARGEST_TEXTS: Final = 64 * MIB
"""The table of shared texts, unpacked."""
_CUT, _ROW = f"{ROWS}/cut", f"{ROWS}/row"


def open_xlsx(path: Path, data: bytes) -> Workbook:
    """Open a workbook. Raises ``ProblemsFoundError`` when it is damaged, beyond a limit or not safe."""
    archive = Archive(path.name, data)
    book = read_book(archive)
    if not book.sheets:
        raise refusal(NO_WORKSHEET, archive.file)
    if book.strings is not None and archive.size(book.strings) > LARGEST_TEXTS:
        raise beyond(archive.file, SIZE_OF_SHARED_TEXTS(), f"{LARGEST_TEXTS // MIB} MiB")
    source = _Source(archive, book, read_styles(archive, book.styles))
    opened = [source.sheet(entry) for entry in book.sheets]
    return Workbook(
        file=archive.file,
        sha256=hashlib.sha256(data).hexdigest(),
        sheets=tuple(sheet for sheet, _ in opened),
        problems=(*book.problems, *chain.from_iterable(found for _, found in opened)),
    )


class _Source:
    """One workbook that its sheets read from."""

    def __init__(self, archive: Archive, book: Book, styles: tuple[Display, ...]) -> None:
        self.archive = archive
        self.book = book
        self.styles = styles

    def sheet(self, entry: SheetEntry) -> tuple[PieceSheet, tuple[Problem, ...]]:
        """Read one sheet: its plain rows at once, the others cell by cell."""
        try:
            found = scan_sheet(self.archive.chunks(entry.part), self._lookup)
            grid, walker = self._rest(entry, found)
        except UnusualSheetError:
            return self._cell_by_cell(entry)
        hidden = sorted((*walker.hidden_rows, *found.hidden))
        read = partial(_in_order, found.pieces, grid.rows)
        return self._named(entry, walker, hidden, read), strays(grid, found.pieces)

    def _cell_by_cell(self, entry: SheetEntry) -> tuple[PieceSheet, tuple[Problem, ...]]:
        """Read a whole sheet cell by cell."""
        grid = Grid(self.archive.file, entry.name)
        walker = SheetWalker(grid, self._lookup)
        walk(self.archive, entry.part, self.archive.chunks(entry.part), walker)
        problems = grid.finish()
        return self._named(entry, walker, sorted(walker.hidden_rows), grid.read), problems

    def _rest(self, entry: SheetEntry, found: Scan) -> tuple[Grid, SheetWalker]:
        """Read what is not plain cell by cell. Raises ``UnusualSheetError`` where it is not alone."""
        grid = Grid(self.archive.file, entry.name)
        walker = _BetweenRows(grid, self._lookup)
        try:
            walk(self.archive, entry.part, found.rest, walker)
        except ProblemsFoundError as refused:
            if any(reason.entry == FILE_DAMAGED for reason in refused.problems):
                raise UnusualSheetError from refused
            raise
        cuts, rows = found.rest.count(CUT), found.rows_aside if found.counted else walker.rows
        found.rest.clear()
        if walker.rows != rows or (found.counted and walker.moved):
            raise UnusualSheetError  # what was counted were not only rows
        if walker.cuts != cuts or grid.pieces or grid.is_spread():
            raise UnusualSheetError
        if np.isin(list(grid.rows), found.rows).any():
            raise UnusualSheetError
        return grid, walker

    @cached_property
    def _lookup(self) -> Lookup:
        return Lookup(read_strings(self.archive, self.book.strings), self.styles, self.book.epoch_1904)

    def _named(
        self,
        entry: SheetEntry,
        walker: SheetWalker,
        hidden_rows: list[int],
        read: Callable[[int], Iterator[Piece]],
    ) -> PieceSheet:
        return PieceSheet(
            file=self.archive.file,
            name=entry.name,
            read=read,
            hidden=entry.hidden,
            hidden_rows=tuple(hidden_rows),
            merged=tuple(walker.merged),
            epoch_1904=self.book.epoch_1904,
        )


class _BetweenRows(SheetWalker):
    """Walks through a sheet from which rows were cut; counts the cuts that lie between rows.

    Raises ``UnusualSheetError`` for a row without a number behind one: it counts on from a row that is gone.
    """

    places: ClassVar = Places(PLACES.namespaces, (*PLACES.paths, _CUT))

    def __init__(self, grid: Grid, lookup: Lookup) -> None:
        super().__init__(grid, lookup)
        self.cuts = 0
        self.rows = 0

    def start(self, path: str, attributes: dict[str, str]) -> None:
        """Take note that an element begins."""
        if path == _CUT:
            self.cuts += 1
        elif path == _ROW:
            self.rows += 1
            if self.cuts and "r" not in attributes:
                raise UnusualSheetError
        super().start(path, attributes)


def _in_order(plain: Sequence[Piece], odd: Mapping[int, Mapping[int, Cell]], rows: int) -> Iterator[Piece]:
    """Yield the plain rows and those that were read cell by cell, in order, at most so many at a time."""
    waiting = sorted(odd)
    for piece in plain:
        before = bisect_left(waiting, piece.rows[0])
        inside = bisect_left(waiting, piece.rows[-1])
        yield from _looked_at(waiting[:before], odd, rows)
        mixed = (*_looked_at(waiting[before:inside], odd, rows), piece)
        yield from (Piece.joined(mixed) if len(mixed) > 1 else piece).parts(rows)
        waiting = waiting[inside:]
    yield from _looked_at(waiting, odd, rows)


def _looked_at(numbers: list[int], odd: Mapping[int, Mapping[int, Cell]], most: int) -> Iterator[Piece]:
    for start in range(0, len(numbers), most):
        part = numbers[start : start + most]
        columns = sorted({column for row in part for column in odd[row]})
        yield piece_of(odd, part, columns)
