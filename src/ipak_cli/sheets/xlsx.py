"""Workbooks of Excel and its kin (.xlsx, .xlsm): every sheet is measured and read in one pass."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.columns import Piece
from ipak_cli.problems import ProblemsFoundError
from ipak_cli.sheets.archive import MIB, Archive
from ipak_cli.sheets.exact import Lookup, SheetWalker
from ipak_cli.sheets.formats import Shown
from ipak_cli.sheets.grid import COLUMN_GAP, ROW_GAP, Grid, before_gap, piece_of, stray_cells
from ipak_cli.sheets.ooxml import read_book, read_strings, read_styles
from ipak_cli.sheets.refusal import beyond, refusal
from ipak_cli.sheets.workbook import PieceSheet, Workbook
from ipak_cli.sheets.xlsx_scan import LONGEST_ROW, Scan, TooLongError, UnusualSheetError, scan_sheet
from ipak_cli.sheets.xmlwalk import Walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from ipak_cli.cells import Cell
    from ipak_cli.problems import Problem
    from ipak_cli.sheets.ooxml import Book, SheetEntry

MOST_SHEETS: Final = 255
LARGEST_TEXTS: Final = 64 * MIB
"""The table of shared texts, unpacked."""
LONGEST_TEXT: Final = 8 * 32_767
"""What a cell can hold, if every character is written as an escape."""


def open_xlsx(path: Path, data: bytes) -> Workbook:
    """Open a workbook. Raises ``ProblemsFoundError`` when it is damaged, beyond a limit or not safe."""
    archive = Archive(path.name, data)
    book = read_book(archive)
    if not book.sheets:
        raise refusal("F115", archive.file)
    if len(book.sheets) > MOST_SHEETS:
        raise beyond(archive.file, "jumlah lembar", str(MOST_SHEETS))
    archive.check_xml(skip=frozenset(entry.part for entry in book.sheets))
    if book.strings is not None and archive.size(book.strings) > LARGEST_TEXTS:
        raise beyond(archive.file, "ukuran daftar teks bersama", f"{LARGEST_TEXTS // MIB} MiB")
    source = _Source(archive, book, read_styles(archive, book.styles))
    opened = [source.sheet(entry) for entry in book.sheets]
    return Workbook(
        file=archive.file,
        sha256=hashlib.sha256(data).hexdigest(),
        sheets=tuple(sheet for sheet, _ in opened),
        problems=tuple(found for _, strays in opened for found in strays),
    )


class _Source:
    """One workbook that its sheets read from."""

    def __init__(self, archive: Archive, book: Book, styles: tuple[Shown, ...]) -> None:
        self.archive = archive
        self.book = book
        self.styles = styles
        self.percent = tuple(number for number, shown in enumerate(styles) if shown is Shown.PERCENT)

    def sheet(self, entry: SheetEntry) -> tuple[PieceSheet, tuple[Problem, ...]]:
        """Read one sheet: its plain rows at once, and exactly as far as that is needed."""
        try:
            found = scan_sheet(self.archive.checked(entry.part), self.percent, self._lookup)
            grid, walker = self._rest(entry, found)
        except TooLongError:
            what = f"panjang satu baris di lembar “{entry.name}”"
            raise beyond(self.archive.file, what, f"{LONGEST_ROW // MIB} MiB") from None
        except UnusualSheetError:
            return self._exact(entry)
        return self._named(entry, walker, partial(_in_order, found.pieces, grid.rows)), _strays(grid, found)

    def _exact(self, entry: SheetEntry) -> tuple[PieceSheet, tuple[Problem, ...]]:
        """Read a whole sheet cell by cell."""
        grid = Grid(self.archive.file, entry.name)
        walker = _Careful(grid, self._lookup)
        self._walk(entry).through(self.archive.checked(entry.part), walker)
        strays = grid.finish()
        return self._named(entry, walker, grid.read), strays

    def _rest(self, entry: SheetEntry, found: Scan) -> tuple[Grid, SheetWalker]:
        """Look exactly at what is not plain. Raises ``UnusualSheetError`` when that does not stand alone."""
        grid = Grid(self.archive.file, entry.name)
        walker = _BetweenRows(grid, self._lookup)
        try:
            self._walk(entry).through(found.rest, walker)
        except ProblemsFoundError as refused:
            if any(reason.code == "F108" for reason in refused.problems):
                raise UnusualSheetError from refused
            raise
        found.rest.clear()
        if np.isin(list(grid.rows), found.rows).any() or grid.is_spread():
            raise UnusualSheetError
        return grid, walker

    def _walk(self, entry: SheetEntry) -> Walk:
        return Walk(self.archive.file, entry.part, self.archive.packed_size(entry.part))

    @cached_property
    def _lookup(self) -> Lookup:
        return Lookup(read_strings(self.archive, self.book.strings), self.styles, self.book.epoch_1904)

    def _named(
        self, entry: SheetEntry, walker: SheetWalker, read: Callable[[int], Iterator[Piece]]
    ) -> PieceSheet:
        return PieceSheet(
            file=self.archive.file,
            name=entry.name,
            read=read,
            hidden=entry.hidden,
            hidden_rows=tuple(sorted(walker.hidden_rows)),
            merged=tuple(walker.merged),
            epoch_1904=self.book.epoch_1904,
        )


class _Careful(SheetWalker):
    """Walks through a sheet whose texts are no longer than a cell can hold."""

    def __init__(self, grid: Grid, lookup: Lookup) -> None:
        super().__init__(grid, lookup)
        self._file = grid.file
        self._length = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take note that an element begins."""
        self._length = 0
        super().start(name, attributes)

    def text(self, text: str) -> None:
        """Take text. Raises ``ProblemsFoundError`` when it is too long."""
        self._length += len(text)
        if self._length > LONGEST_TEXT:
            raise beyond(self._file, "panjang teks satu sel", f"{LONGEST_TEXT} huruf")
        super().text(text)


class _BetweenRows(_Careful):
    """Walks through a sheet from which rows were cut; a cut may only lie between rows."""

    def __init__(self, grid: Grid, lookup: Lookup) -> None:
        super().__init__(grid, lookup)
        self._open: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take note that an element begins."""
        if name == "cut" and self._open[-1:] != ["sheetData"]:
            raise UnusualSheetError
        self._open.append(name)
        super().start(name, attributes)

    def end(self, name: str) -> None:
        """Take note that an element ends."""
        self._open.pop()
        super().end(name)


def _in_order(plain: Sequence[Piece], odd: Mapping[int, Mapping[int, Cell]], rows: int) -> Iterator[Piece]:
    """Yield the plain rows and those that were looked at exactly, in order, at most so many at a time."""
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


def _strays(grid: Grid, found: Scan) -> tuple[Problem, ...]:
    """Warn of cells far below or far to the right of all others."""
    rows = np.union1d(np.array(list(grid.rows), np.int64), found.rows)
    used = found.columns.union(*grid.rows.values())
    last_row, last_column = before_gap(rows.tolist(), ROW_GAP), before_gap(sorted(used), COLUMN_GAP)
    far = [
        (row, column)
        for row, cells in grid.rows.items()
        for column in cells
        if row > last_row or column > last_column
    ]
    for piece in found.pieces:
        if piece.rows[-1] > last_row or max(piece.columns) > last_column:
            far += (place for place, _ in piece.cells() if place[0] > last_row or place[1] > last_column)
    return stray_cells(grid.file, grid.sheet, sorted(far))
