"""Workbooks of Excel and its kin (.xlsx, .xlsm): all sheets measured at once, their values read later."""

from __future__ import annotations

import hashlib
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING, Final, cast

from ipak_cli.cells import address
from ipak_cli.problems import ProblemsFoundError, Where, problem
from ipak_cli.sheets.archive import MIB, Archive
from ipak_cli.sheets.exact import Lookup, SheetWalker
from ipak_cli.sheets.formats import Shown
from ipak_cli.sheets.grid import COLUMN_GAP, Grid, too_spread
from ipak_cli.sheets.ooxml import read_book, read_strings, read_styles
from ipak_cli.sheets.refusal import beyond, refusal
from ipak_cli.sheets.workbook import Block, BlockSheet, Workbook, block
from ipak_cli.sheets.xlsx_fast import FastReaderError, load, sheet_of_rows
from ipak_cli.sheets.xlsx_scan import FAR, LONGEST_ROW, Scan, TooLongError, UnusualSheetError, scan_sheet
from ipak_cli.sheets.xmlwalk import Walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from python_calamine import CalamineSheet

    from ipak_cli.cells import Cell
    from ipak_cli.problems import Problem
    from ipak_cli.sheets.archive import Packed
    from ipak_cli.sheets.ooxml import Book, SheetEntry

MOST_SHEETS: Final = 255
LARGEST_TEXTS: Final = 64 * MIB
"""The table of shared texts, unpacked."""
LONGEST_TEXT: Final = 8 * 32_767
"""What a cell can hold, if every character is written as an escape."""
_NAMED: Final = 5
"""Stray cells that the warning names."""


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
        self._strings: tuple[str, ...] | None = None

    def sheet(self, entry: SheetEntry) -> tuple[BlockSheet, tuple[Problem, ...]]:
        """Measure one sheet, and look at it exactly as far as that is needed."""
        try:
            found = scan_sheet(self.archive.checked(entry.part), self.percent)
            if found.rows and too_spread(8 * len(found.rows), found.rows[-1], found.width):
                raise UnusualSheetError
            grid, walker = self._rest(entry, found)
        except TooLongError:
            what = f"panjang satu baris di lembar “{entry.name}”"
            raise beyond(self.archive.file, what, f"{LONGEST_ROW // MIB} MiB") from None
        except UnusualSheetError:
            return self.exact(entry)
        rows = _PlainAndOdd(self, entry, found, grid.rows)
        return self._named(entry, walker, rows.read), _strays(grid, found)

    def exact(self, entry: SheetEntry) -> tuple[BlockSheet, tuple[Problem, ...]]:
        """Read a whole sheet cell by cell."""
        grid = Grid(self.archive.file, entry.name)
        walker = _Careful(grid, self._lookup())
        self._walk(entry).through(self.archive.checked(entry.part), walker)
        strays = grid.finish()
        return self._named(entry, walker, grid.read), strays

    def _rest(self, entry: SheetEntry, found: Scan) -> tuple[Grid, SheetWalker]:
        """Look exactly at what is not plain. Raises ``UnusualSheetError`` when that does not stand alone."""
        grid = Grid(self.archive.file, entry.name)
        walker = _BetweenRows(grid, self._lookup() if found.odd else Lookup((), (), epoch_1904=False))
        try:
            self._walk(entry).through(found.rest, walker)
        except ProblemsFoundError as refused:
            if any(reason.code == "F108" for reason in refused.problems):
                raise UnusualSheetError from refused
            raise
        found.rest.clear()
        if not grid.rows.keys().isdisjoint(found.rows):
            raise UnusualSheetError
        return grid, walker

    def _walk(self, entry: SheetEntry) -> Walk:
        return Walk(self.archive.file, entry.part, self.archive.packed_size(entry.part))

    def _lookup(self) -> Lookup:
        if self._strings is None:
            self._strings = read_strings(self.archive, self.book.strings)
        return Lookup(self._strings, self.styles, self.book.epoch_1904)

    def _named(
        self, entry: SheetEntry, walker: SheetWalker, read: Callable[[int], Iterator[Block]]
    ) -> BlockSheet:
        return BlockSheet(
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


_Row = list["Cell"]


class _PlainAndOdd:
    """The plain rows as calamine reads them, and between them the rows that were looked at exactly."""

    def __init__(
        self, source: _Source, entry: SheetEntry, found: Scan, odd: dict[int, dict[int, Cell]]
    ) -> None:
        self._source = source
        self._entry = entry
        self._scan = found
        self._odd = odd
        self._loaded: CalamineSheet | None = None

    def read(self, rows: int) -> Iterator[Block]:
        """Yield the sheet in blocks of at most ``rows`` rows, in order."""
        try:
            plain = self._load()
        except FastReaderError:
            sheet, _ = self._source.exact(self._entry)
            yield from sheet.read(rows)
            return
        waiting = sorted(self._odd)
        for first, left, values in _dense(plain, rows):
            before = [row for row in waiting if row < first]
            inside = [row for row in waiting if first <= row < first + len(values)]
            waiting = waiting[len(before) + len(inside) :]
            yield from self._sparse(before, rows)
            yield _laid_over(first, left, values, {row: self._odd[row] for row in inside})
        yield from self._sparse(waiting, rows)

    def _load(self) -> CalamineSheet | None:
        if not self._scan.rows:
            return None
        if self._loaded is not None:
            return self._loaded
        archive, part = self._source.archive, self._entry.part
        size = archive.size(part)
        if not self._scan.odd:
            sheet: bytes | Packed = archive.packed(part)
        else:
            content = archive.read(part, size)
            sheet = sheet_of_rows(b"".join(content[start:end] for start, end in self._scan.kept))
        self._loaded = load(archive, self._source.book, sheet)
        return self._loaded

    def _sparse(self, numbers: list[int], rows: int) -> Iterator[Block]:
        """Yield rows that calamine did not get, close ones together."""
        for part in _close_together(numbers, rows):
            columns = sorted({column for row in part for column in self._odd[row]})
            yield block(part, columns, chain.from_iterable(map(self._odd[row].get, columns) for row in part))


def _dense(sheet: CalamineSheet | None, rows: int) -> Iterator[tuple[int, int, list[_Row]]]:
    """Yield first row, first column and values of calamine's rectangle, at most ``rows`` rows at a time."""
    if sheet is None or sheet.start is None:
        return
    first, left = 1, sheet.start[1] + 1  # its rows begin in row 1, its columns where the first cell stands
    lines = cast("Iterator[_Row]", sheet.iter_rows())
    while values := list(islice(lines, rows)):
        yield first, left, values
        first += len(values)


def _laid_over(first: int, left: int, values: list[_Row], odd: dict[int, dict[int, Cell]]) -> Block:
    """Put rows that were looked at exactly into the places from which they were cut."""
    right = left + len(values[0])
    extra = sorted({column for cells in odd.values() for column in cells if not left <= column < right})
    before, behind = [c for c in extra if c < left], [c for c in extra if c >= right]
    columns = [*before, *range(left, right), *behind]
    if extra:
        values = [[None] * len(before) + line + [None] * len(behind) for line in values]
    for row, cells in odd.items():
        values[row - first] = [cells.get(column) for column in columns]
    made = block(range(first, first + len(values)), columns, chain.from_iterable(values))
    made.values[made.values == ""] = None
    return made


def _close_together(numbers: list[int], most: int) -> Iterator[list[int]]:
    start = 0
    for place in range(1, len(numbers) + 1):
        if place == len(numbers) or place - start == most or numbers[place] - numbers[place - 1] > FAR:
            yield numbers[start:place]
            start = place


def _strays(grid: Grid, found: Scan) -> tuple[Problem, ...]:
    """Warn of cells far below or far to the right of all others."""
    if not grid.rows:
        return ()
    last_row = _before_gap(sorted(grid.rows.keys() | set(found.rows)), FAR)
    used = {column for cells in grid.rows.values() for column in cells}
    last_column = _before_gap(sorted(used | set(range(1, found.width + 1))), COLUMN_GAP)
    far = [
        (row, column)
        for row, cells in sorted(grid.rows.items())
        for column in cells
        if row > last_row or column > last_column
    ]
    if not far:
        return ()
    cells = ", ".join(address(*place) for place in far[:_NAMED]) + (" …" if len(far) > _NAMED else "")
    where = Where(grid.file, grid.sheet, address(*far[0]))
    return (problem("F112", where, count=len(far), cells=cells),)


def _before_gap(numbers: list[int], gap: int) -> int:
    """Return the last number before a gap wider than ``gap``."""
    for number, following in pairwise(numbers):
        if following - number > gap:
            return number
    return numbers[-1]
