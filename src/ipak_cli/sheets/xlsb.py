"""Binary workbooks (.xlsb): the records of each part, one after the other, read as they stand."""

from __future__ import annotations

import posixpath
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from ipak_cli.cells import LAST_COLUMN, LAST_ROW, Cell, ErrorCell
from ipak_cli.sheets.archive import MIB
from ipak_cli.sheets.formats import Shown, shown_as
from ipak_cli.sheets.refusal import beyond, damaged
from ipak_cli.sheets.stored import (
    Allowance,
    SheetInMaking,
    finite_cell,
    open_archive,
    opened_workbook,
)
from ipak_cli.sheets.workbook import MergedRange
from ipak_cli.wording import whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ipak_cli.sheets.archive import Archive
    from ipak_cli.sheets.workbook import Workbook

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
_ROWS, _ROWS_END, _XFS, _XFS_END = 145, 146, 617, 618
_DOUBLE: Final = struct.Struct("<d")
_HIDDEN_ROW: Final = 0x10
_NO_TEXT: Final = 0xFFFFFFFF
_WORKSHEET: Final = "/worksheet"


def open_xlsb(path: Path, data: bytes) -> Workbook:
    """Open a binary workbook. Raises ``ProblemsFoundError`` when it is damaged or too large."""
    file = path.name
    archive = open_archive(file, data)
    try:
        sheets = _read(_Parts(archive), Allowance(file))
    except (struct.error, LookupError, ValueError, ParseError, DefusedXmlException) as error:
        raise damaged(file, "susunannya bukan susunan .xlsb yang utuh") from error
    return opened_workbook(file, data, sheets)


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
                raise beyond(self.archive.file, "jumlah catatan", whole(MOST_RECORDS))
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
            raise beyond(self.archive.file, "ukuran isi berkas setelah dibuka", f"{MOST_BYTES // MIB} MiB")
        return self.archive.read(name)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A sheet as the workbook lists it."""

    name: str
    part: str
    hidden: bool


@dataclass(slots=True)
class _Book:
    """What the sheets share."""

    epoch_1904: bool = False
    entries: list[_Entry] = field(default_factory=list)
    strings: list[str] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)


def _read(parts: _Parts, allowance: Allowance) -> list[SheetInMaking]:
    main = _targets(parts, "_rels/.rels", "/officeDocument")
    book = _workbook(parts, main.popitem()[1], allowance)
    return [_sheet(parts, entry, book, allowance) for entry in book.entries]


def _workbook(parts: _Parts, main: str, allowance: Allowance) -> _Book:
    book = _Book()
    folder, name = posixpath.split(main)
    links = f"{folder}/_rels/{name}.rels"
    worksheets = _targets(parts, links, _WORKSHEET)
    for kind, content in parts.records(main):
        if kind == _PROPERTIES:
            book.epoch_1904 = bool(content[0] & 1)
        elif kind == _SHEET:
            (state,) = struct.unpack_from("<I", content)
            link, place = _text(content, 8)
            title, _ = _text(content, place)
            if link in worksheets:
                book.entries.append(_Entry(title, worksheets[link], hidden=state != 0))
    for part in _targets(parts, links, "/sharedStrings").values():
        for kind, content in parts.records(part):
            if kind == _STRING:
                book.strings.append(_text(content, 1)[0])
                allowance.take_text(book.strings[-1])
    for part in _targets(parts, links, "/styles").values():
        book.shown += _styles(parts, part)
    return book


def _targets(parts: _Parts, name: str, ending: str) -> dict[str, str]:
    """Return the parts that a relationship part names, by relationship, of the types with an ending."""
    folder = posixpath.dirname(posixpath.dirname(name))
    tree = fromstring(parts.archive.read(name), forbid_dtd=True)
    return {
        link.attrib["Id"]: posixpath.normpath(posixpath.join("/", folder, link.attrib["Target"])).lstrip("/")
        for link in tree
        if link.attrib.get("Type", "").endswith(ending) and link.attrib.get("TargetMode") != "External"
    }


def _styles(parts: _Parts, part: str) -> list[Shown]:
    """Return what each cell style makes of a number."""
    codes: dict[int, str] = {}
    shown: list[Shown] = []
    in_cell_styles = False
    for kind, content in parts.records(part):
        if kind == _FORMAT:
            codes[struct.unpack_from("<H", content)[0]] = _text(content, 2)[0]
        elif kind in (_XFS, _XFS_END):
            in_cell_styles = kind == _XFS
        elif kind == _XF and in_cell_styles:
            (number,) = struct.unpack_from("<H", content, 2)
            shown.append(shown_as(number, codes.get(number)))
    return shown


def _sheet(parts: _Parts, entry: _Entry, book: _Book, allowance: Allowance) -> SheetInMaking:
    sheet = SheetInMaking(allowance, entry.name, hidden=entry.hidden, epoch_1904=book.epoch_1904)
    records = parts.records(entry.part)
    for kind, content in records:
        if kind == _ROWS:
            _rows(records, sheet, book)
        elif kind == _MERGE:
            sheet.merge(_range(content))
    return sheet


def _rows(records: Iterator[tuple[int, bytes]], sheet: SheetInMaking, book: _Book) -> None:
    """Read the cells, up to their end. Raises ``IndexError`` when the sheet ends before them."""
    row = column = 0
    for kind, content in records:
        if kind == _ROW:
            row, column = struct.unpack_from("<I", content)[0] + 1, 0
            if content[11] & _HIDDEN_ROW and row <= LAST_ROW:
                sheet.hidden_rows.append(row)
        elif kind in _CELLS or kind == _RICH_TEXT:
            column = struct.unpack_from("<I", content)[0] + 1
            if kind != _BLANK:
                sheet.put(row, column, _value(kind, content, 4, book))
        elif kind in _SHORT_CELLS:
            column += 1
            if kind != _SHORT_BLANK:
                sheet.put(row, column, _value(kind - _SHORT_BLANK + _BLANK, content, 0, book))
        elif kind == _ROWS_END:
            return
    raise IndexError(sheet.name)


def _value(kind: int, content: bytes, place: int, book: _Book) -> Cell:
    """Return what a cell record holds; its style stands at ``place``, its value four bytes on."""
    at = place + 4
    if kind == 7:
        text: str = book.strings[struct.unpack_from("<I", content, at)[0]]
        return text
    if kind in (2, 5, 9):
        style = int.from_bytes(content[place:at], "little") & 0xFFFFFF
        shown = book.shown[style] if book.shown else Shown.NUMBER
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
