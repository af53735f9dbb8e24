"""Binary workbooks (.xlsb): the records of each part, one after the other, read as they stand."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import grouped_int
from ipak_cli.catalogue.files import NUMBER_OF_RECORDS, STRUCTURE_BROKEN, UNPACKED_SIZE
from ipak_cli.tables.book import Allowance, SheetInMaking, finite_cell, opened_workbook
from ipak_cli.tables.cell import LAST_COLUMN, LAST_ROW, Cell, ErrorCell
from ipak_cli.tables.number_format import Display, shown_as
from ipak_cli.tables.refusal import beyond, damaged
from ipak_cli.tables.workbook import MergedRange
from ipak_cli.tables.xlsx.package import book_of, main_part
from ipak_cli.tables.zip import MIB, Archive

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ipak_cli.base.problem import Problem
    from ipak_cli.tables.workbook import Workbook
    from ipak_cli.tables.xlsx.package import SheetEntry

MOST_RECORDS: Final = 1_000_000
"""Records in one file, cells included."""
MOST_BYTES: Final = 128 * MIB
"""All parts that are read, unpacked."""
ERRORS: Final = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!",
    0x2A: "#N/A", 0x2B: "#GETTING_DATA",
}  # fmt: skip
_ROW, _CELLS, _SHORT_CELLS, _RICH_TEXT = 0, range(1, 12), range(12, 19), 62
_BLANK, _SHORT_BLANK = _CELLS.start, _SHORT_CELLS.start
_STRING, _FORMAT, _XF, _MERGE, _SHEET, _PROPERTIES = 19, 44, 47, 176, 156, 153
_NOWHERE, _BOOK, _SHEETS, _TEXTS, _FUTURE = 0, 131, 143, 159, 35
_FORMATS, _XFS, _ROWS, _MERGES = 615, 617, 145, 177
_ENDS: Final = {
    _BOOK: 132, _SHEETS: 144, _TEXTS: 160, _FORMATS: 616, _XFS: 618, _ROWS: 146, _MERGES: 178, _FUTURE: 36,
    129: 130, 278: 279, 505: 506, 626: 627,
}  # fmt: skip
"""Records that begin something, and those that end it; the last are a sheet, all styles, those of
conditions, and named ones."""
_DEEPEST: Final = 64
"""What begins within each other; programs write four."""
_DOUBLE: Final = struct.Struct("<d")
_HIDDEN_ROW: Final = 0x10
_NO_TEXT: Final = 0xFFFFFFFF
_USUAL: Final = "xl/workbook.bin"


def open_xlsb(path: Path, data: bytes) -> Workbook:
    """Open a binary workbook. Raises ``ProblemsFoundError`` when it is damaged or too large."""
    file = path.name
    archive = Archive(file, data, max_ratio=None)  # what is read has narrow limits of its own
    try:
        sheets, problems = _read(_Parts(archive), Allowance(file))
    except (struct.error, LookupError, ValueError) as error:
        raise damaged(file, STRUCTURE_BROKEN(kind=".xlsb")) from error
    return opened_workbook(file, data, sheets, problems)


@dataclass(slots=True)
class _Parts:
    """The parts of the file, and how many records have been read from them."""

    archive: Archive
    seen: int = 0
    names: set[str] = field(default_factory=set)
    size: int = 0

    def records(self, name: str) -> Iterator[tuple[int, bytes]]:
        """Yield type and content of each record. Raises ``IndexError`` where the part ends within one."""
        part = self._read(name)
        place, end = 0, len(part)
        while place < end:
            self.seen += 1
            if self.seen > MOST_RECORDS:
                raise beyond(self.archive.file, NUMBER_OF_RECORDS(), grouped_int(MOST_RECORDS))
            kind = part[place]
            place += 1
            if kind >= 0x80:
                kind = kind & 0x7F | (part[place] & 0x7F) << 7
                place += 1
            size = shift = 0
            while True:
                byte = part[place]
                place += 1
                size |= (byte & 0x7F) << shift
                shift += 7
                if byte < 0x80 or shift == 28:
                    break
            content = part[place : place + size]
            if len(content) < size:
                raise IndexError(name)
            yield kind, content
            place += size

    def _read(self, name: str) -> bytes:
        """Unpack a part; none has two roles, so none is read twice. Raises ``KeyError`` if asked to."""
        if name in self.names:
            raise KeyError(name)
        self.names.add(name)
        self.size += self.archive.size(name)
        if self.size > MOST_BYTES:
            raise beyond(self.archive.file, UNPACKED_SIZE(), f"{MOST_BYTES // MIB} MiB")
        return self.archive.read(name)


@dataclass(slots=True)
class _Book:
    """What the sheets share."""

    epoch_1904: bool = False
    listed: list[tuple[str, str, bool]] = field(default_factory=list)
    strings: list[str] = field(default_factory=list)
    shown: list[Display] = field(default_factory=list)


def _read(parts: _Parts, allowance: Allowance) -> tuple[list[SheetInMaking], tuple[Problem, ...]]:
    main = main_part(parts.archive) or _USUAL
    book = _workbook(parts, main)
    links = book_of(parts.archive, main, book.listed, epoch_1904=book.epoch_1904)
    if links.strings is not None:
        for around, kind, content in _placed(parts.records(links.strings)):
            if (around, kind) == (_TEXTS, _STRING):
                book.strings.append(_text(content, 1)[0])
                allowance.take_text(book.strings[-1])
    if links.styles is not None:
        book.shown += _styles(parts, links.styles)
    return [_sheet(parts, entry, book, allowance) for entry in links.sheets], links.problems


def _workbook(parts: _Parts, main: str) -> _Book:
    book = _Book()
    for around, kind, content in _placed(parts.records(main)):
        if (around, kind) == (_BOOK, _PROPERTIES):
            book.epoch_1904 = bool(content[0] & 1)
        elif (around, kind) == (_SHEETS, _SHEET):
            (state,) = struct.unpack_from("<I", content)
            link, place = _text(content, 8)
            title, _ = _text(content, place)
            book.listed.append((title, link, state != 0))
    return book


def _placed(records: Iterator[tuple[int, bytes]]) -> Iterator[tuple[int, int, bytes]]:
    """Yield each record with the kind of what it stands in; what newer programs add is passed over.

    Raises ``IndexError`` when the rows of a sheet do not end, or when too much begins within each other.
    """
    around = [_NOWHERE]
    for kind, content in records:
        if kind == _ENDS.get(around[-1]):
            around.pop()
        elif _FUTURE not in around:
            yield around[-1], kind, content
        if kind in _ENDS:
            around.append(kind)
            if len(around) > _DEEPEST:
                raise IndexError(kind)
    if _ROWS in around:
        raise IndexError(_ROWS)


def _styles(parts: _Parts, part: str) -> list[Display]:
    """Return what each cell style makes of a number."""
    codes: dict[int, str] = {}
    shown: list[Display] = []
    for around, kind, content in _placed(parts.records(part)):
        if (around, kind) == (_FORMATS, _FORMAT):
            codes[struct.unpack_from("<H", content)[0]] = _text(content, 2)[0]
        elif (around, kind) == (_XFS, _XF):
            (number,) = struct.unpack_from("<H", content, 2)
            shown.append(shown_as(number, codes.get(number), file=parts.archive.file))
    return shown


def _sheet(parts: _Parts, entry: SheetEntry, book: _Book, allowance: Allowance) -> SheetInMaking:
    sheet = SheetInMaking(allowance, entry.name, hidden=entry.hidden, epoch_1904=book.epoch_1904)
    rows = _Rows(sheet, book)
    for around, kind, content in _placed(parts.records(entry.part)):
        if around == _ROWS:
            rows.take(kind, content)
        elif (around, kind) == (_MERGES, _MERGE):
            sheet.merge(_range(content))
    return sheet


@dataclass(slots=True)
class _Rows:
    """Where in a sheet the next cell stands."""

    sheet: SheetInMaking
    book: _Book
    row: int = 0
    column: int = 0

    def take(self, kind: int, content: bytes) -> None:
        """Read a row's beginning or a cell."""
        if kind == _ROW:
            self.row, self.column = struct.unpack_from("<I", content)[0] + 1, 0
            if content[11] & _HIDDEN_ROW and self.row <= LAST_ROW:
                self.sheet.hidden_rows.append(self.row)
        elif kind in _CELLS or kind == _RICH_TEXT:
            self.column = struct.unpack_from("<I", content)[0] + 1
            if kind != _BLANK:
                self.sheet.put(self.row, self.column, _value(kind, content, 4, self.book))
        elif kind in _SHORT_CELLS:
            self.column += 1
            if kind != _SHORT_BLANK:
                value = _value(kind - _SHORT_BLANK + _BLANK, content, 0, self.book)
                self.sheet.put(self.row, self.column, value)


def _value(kind: int, content: bytes, place: int, book: _Book) -> Cell:
    """Return what a cell record holds; its style stands at ``place``, its value four bytes on."""
    at = place + 4
    if kind == 7:
        text: str = book.strings[struct.unpack_from("<I", content, at)[0]]
        return text
    if kind in (2, 5, 9):
        style = int.from_bytes(content[place:at], "little") & 0xFFFFFF
        shown = book.shown[style] if book.shown else Display.NUMBER
        number: float = _rk(content, at) if kind == 2 else _DOUBLE.unpack_from(content, at)[0]
        return finite_cell(number, shown, epoch_1904=book.epoch_1904)
    if kind in (4, 10):
        return bool(content[at])
    if kind in (3, 11):
        return ErrorCell(ERRORS.get(content[at], "#ERROR!"))
    return _text(content, at + 1 if kind == _RICH_TEXT else at)[0]


def _rk(content: bytes, place: int) -> float:
    """Return a number in four bytes: the head of a double or a whole number, perhaps in hundredths."""
    (raw,) = struct.unpack_from("<i", content, place)
    number: float = raw >> 2 if raw & 2 else struct.unpack("<d", struct.pack("<q", (raw & ~3) << 32))[0]
    return number / 100 if raw & 1 else number


def _range(content: bytes) -> MergedRange:
    first_row, last_row, first_column, last_column = struct.unpack_from("<IIII", content)
    if not (first_row <= last_row < LAST_ROW and first_column <= last_column < LAST_COLUMN):
        raise IndexError(content)
    return MergedRange.between(first_row + 1, first_column + 1, last_row + 1, last_column + 1)


def _text(content: bytes, place: int) -> tuple[str, int]:
    """Return a text and where it ends."""
    (length,) = struct.unpack_from("<I", content, place)
    start = place + 4
    if length == _NO_TEXT:
        return "", start
    end = start + 2 * length
    if end > len(content):
        raise IndexError(length)
    return content[start:end].decode("utf-16-le"), end
