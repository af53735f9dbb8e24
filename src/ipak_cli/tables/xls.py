"""Workbooks of Excel 95 to 2003 (.xls): each record measured first, then read through xlrd."""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import xlrd

from ipak_cli.base.figures import grouped_int
from ipak_cli.base.problem import ProblemsFoundError
from ipak_cli.catalogue.files import (
    CELLS_IN_WIDE_ROWS,
    ENCRYPTED_WITHOUT_PASSWORD,
    EXCEL_FORMAT_TOO_OLD,
    FILE_SIZE_OF,
    LENGTH_OF_NUMBER_FORMAT,
    NUMBER_OF_CELL_STYLES,
    NUMBER_OF_CELLS,
    NUMBER_OF_MERGED_CELLS,
    NUMBER_OF_RECORDS,
    NUMBER_OF_TEXTS,
    PASSWORD_PROTECTED,
    SIZE_OF_TEXTS,
    SO_MANY_LETTERS,
    STRUCTURE_BROKEN,
)
from ipak_cli.tables.book import MOST_MERGES, Allowance, SheetInMaking, finite_cell, opened_workbook
from ipak_cli.tables.cell import Cell, ErrorCell
from ipak_cli.tables.encryption import opens_unasked, package_opens_unasked
from ipak_cli.tables.file_kind import foreign, old_kind
from ipak_cli.tables.number_format import LONGEST_CODE, Display, shown_as
from ipak_cli.tables.ole import SIGNATURE, Container
from ipak_cli.tables.refusal import beyond, damaged, refusal
from ipak_cli.tables.workbook import MergedRange
from ipak_cli.tables.zip import MIB

if TYPE_CHECKING:
    from pathlib import Path

    from ipak_cli.base.message import Phrase
    from ipak_cli.tables.workbook import Workbook

_WORKSHEET: Final = 0x10
_EXCEL_95: Final = 0x0500
_UNNAMED: Final = 0
"""The version that scripts write which write a sheet alone: none. Their records are those of Excel 95."""
_PLAIN_STYLES: Final = 64
"""More than scripts name that write a sheet alone."""
MOST_BYTES: Final = 32 * MIB
MOST_RECORDS: Final = 1_000_000
MOST_CELLS: Final = 400_000
"""Fewer than elsewhere, for each is walked over twice; empty ones with a style do not count."""
MOST_TEXT: Final = 6 * MIB
"""Bytes of shared texts; xlrd keeps each change of font within a text, at twenty times its size."""
MOST_STYLES: Final = 10_000
"""Fonts, formats and cell styles; Excel itself stops at 4,000."""
MOST_PLACES: Final = 4_000_000
"""Cells and empty places before them in their rows, which xlrd fills."""
_BOF, _EOF, _CONTINUE, _SHEET, _TEXTS, _PASSWORD = 0x0809, 0x0A, 0x3C, 0x85, 0xFC, 0x2F
_MULTIPLE, _SHARED, _MERGED = 0xBD, 0xFD, 0xE5
_FORMAT_RECORDS: Final = frozenset((0x1E, 0x41E))
_STYLE_RECORDS: Final = _FORMAT_RECORDS | {0x31, 0xE0}
_LONGEST_FORMAT: Final = 5 + 2 * LONGEST_CODE
"""Bytes of a number format: what xlrd does with one grows with the square of its length."""
_CELLS: Final = frozenset((0x203, _SHARED, 0x204, 0xD6, 0x27E, _MULTIPLE, 0x06, 0x206, 0x406, 0x205))
_NEEDED: Final = _STYLE_RECORDS | _CELLS | {
    _BOF, _EOF, _CONTINUE, _SHEET, _TEXTS, _PASSWORD, _MERGED,
    0x42, 0x22,  # code page, epoch
    0x208, 0x207, 0x4BC, 0x221, 0x236,  # rows; the text of a formula, and what may stand before it
}  # fmt: skip
_IGNORED: Final = struct.pack("<H", 0xFFFE)
_VERSIONS: Final = (0x0500, 0x0600)
_OLD_BOFS: Final = (0x0009, 0x0209, 0x0409)
_OLD_VERSIONS: Final = (0x0007, 0x0200, 0x0300, 0x0400)
_LISTED_AS_WORKSHEET: Final = 0
_HIDDEN: Final = 0b11
"""The bits of a sheet's state that say whether it is seen; programs write others beside them."""


def is_alone(stream: bytes) -> bool:
    """Tell whether a stream begins with a worksheet instead of a workbook."""
    kind, size, version, what = struct.unpack_from("<4H", stream)
    return kind == _BOF and size >= 4 and what == _WORKSHEET and version in {_UNNAMED, _EXCEL_95}


def in_a_book(sheet: bytes) -> bytes:
    """Return a workbook that holds the sheet, and nothing else."""
    version = struct.pack("<H", _EXCEL_95)
    head = _record(_BOF, version + struct.pack("<HHHII", 5, 0, 0, 0, 0))
    head += _record(0x42, struct.pack("<H", 1252)) + _record(0xE0, bytes(16)) * _PLAIN_STYLES
    name, end = b"\x06Sheet1", _record(0x0A)
    start = len(head) + len(_record(0x85, bytes(6) + name)) + len(end)
    listed = _record(0x85, struct.pack("<IBB", start, 0, 0) + name)
    return head + listed + end + sheet[:4] + version + sheet[6:]


def _record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def open_xls(path: Path, data: bytes) -> Workbook:
    """Open a workbook of Excel 95 to 2003. Raises ``ProblemsFoundError`` when it is damaged or too large."""
    file = path.name
    if len(data) > MOST_BYTES:
        raise beyond(file, FILE_SIZE_OF(kind=".xls"), f"{MOST_BYTES // MIB} MiB")
    try:
        stream = _Stream(file, bytearray(_workbook_stream(file, data)))
        stream.measure()
        sheets = _sheets(file, bytes(stream.data))
    except (ProblemsFoundError, MemoryError):
        raise
    except Exception as error:
        raise damaged(file, STRUCTURE_BROKEN(kind=".xls")) from error
    return opened_workbook(file, data, sheets)


def _workbook_stream(file: str, data: bytes) -> bytes:
    """Take the workbook out of its container; some programs write none, or a sheet alone."""
    stream = _contained(file, data) if data.startswith(SIGNATURE) else data
    kind, _, version = struct.unpack_from("<3H", stream)
    if kind in _OLD_BOFS or (kind == _BOF and version in _OLD_VERSIONS):
        raise refusal(EXCEL_FORMAT_TOO_OLD, file)
    return in_a_book(stream) if is_alone(stream) else stream


def _contained(file: str, data: bytes) -> bytes:
    container = Container.of(data)
    for name in ("workbook", "book"):
        if name in container.names:
            return container.stream(name)
    if "encryptedpackage" in container.names:
        unasked = package_opens_unasked(container.stream("encryptioninfo"))
        raise refusal(ENCRYPTED_WITHOUT_PASSWORD if unasked else PASSWORD_PROTECTED, file)
    raise foreign(file, old_kind(container.names))


@dataclass(slots=True)
class _Stream:
    """The records of a workbook; what is counted here is all that xlrd will see."""

    file: str
    data: bytearray
    records: int = 0
    styles: int = 0
    text: int = 0
    texts: int = 0
    texts_at: int | None = None
    cells: int = 0
    places: int = 0
    merges: int = 0

    def measure(self) -> None:
        """Count what costs xlrd time and memory, and blank out the records that no cell needs."""
        starts: list[int] = []
        end = self._part(0, starts)
        for start in sorted(starts):
            if start < end:
                raise ValueError("sheets overlap")
            end = self._part(start, [])
        self._count_texts()

    def _count_texts(self) -> None:
        """Let the shared texts be as many as the cells name: what the file says of it is often wrong."""
        self._limit(NUMBER_OF_TEXTS, self.texts, MOST_CELLS)
        if self.texts_at is not None:
            struct.pack_into("<I", self.data, self.texts_at, self.texts)

    def _part(self, place: int, starts: list[int]) -> int:
        """Walk from a BOF to its EOF; collect where sheets start; return where the part ends."""
        depth, before = 0, 0
        widths: dict[int, int] = {}
        while True:
            kind, size = struct.unpack_from("<HH", self.data, place)
            body = place + 4
            if body + size > len(self.data):
                raise ValueError("a record is cut off")
            self._count(kind, before, body, size)
            if kind == _BOF:
                if struct.unpack_from("<H", self.data, body)[0] not in _VERSIONS:
                    raise ValueError("older than Excel 95")
                depth += 1
            elif kind == _EOF:
                depth -= 1
            elif kind == _SHEET:
                start, _, what = struct.unpack_from("<IBB", self.data, body)
                starts += [start] if what == _LISTED_AS_WORKSHEET else []
            elif kind in _CELLS:
                self._widen(widths, kind, body, size)
            elif kind not in _NEEDED:
                self.data[place : place + 2] = _IGNORED
            place = body + size
            if depth <= 0:
                return place
            before = before if kind == _CONTINUE else kind

    def _count(self, kind: int, before: int, body: int, size: int) -> None:
        self.records += 1
        self._limit(NUMBER_OF_RECORDS, self.records, MOST_RECORDS)
        if kind in _CELLS:
            self.cells += max(1, size // 6) if kind == _MULTIPLE else 1
            self._limit(NUMBER_OF_CELLS, self.cells, MOST_CELLS)
            if kind == _SHARED:
                self.texts = max(self.texts, struct.unpack_from("<I", self.data, body + 6)[0] + 1)
        elif kind == _PASSWORD:
            unasked = opens_unasked(bytes(self.data[body : body + size]))
            raise refusal(ENCRYPTED_WITHOUT_PASSWORD if unasked else PASSWORD_PROTECTED, self.file)
        elif kind in _STYLE_RECORDS:
            self.styles += 1
            self._limit(NUMBER_OF_CELL_STYLES, self.styles, MOST_STYLES)
            if kind in _FORMAT_RECORDS and size > _LONGEST_FORMAT:
                raise beyond(self.file, LENGTH_OF_NUMBER_FORMAT(), SO_MANY_LETTERS(count=LONGEST_CODE))
        elif kind == _TEXTS or (kind == _CONTINUE and before == _TEXTS):
            self.text += size
            self._limit(SIZE_OF_TEXTS, self.text, MOST_TEXT)
            self.texts_at = body + 4 if kind == _TEXTS else self.texts_at
        elif kind == _MERGED:
            self.merges += size // 8
            self._limit(NUMBER_OF_MERGED_CELLS, self.merges, MOST_MERGES)

    def _limit(self, what: Phrase, count: int, limit: int) -> None:
        if count > limit:
            raise beyond(self.file, what(), grouped_int(limit))

    def _widen(self, widths: dict[int, int], kind: int, body: int, size: int) -> None:
        row, column = struct.unpack_from("<HH", self.data, body)
        if kind == _MULTIPLE:
            (column,) = struct.unpack_from("<H", self.data, body + size - 2)
        if (wider := column + 1 - widths.get(row, 0)) > 0:
            widths[row] = column + 1
            self.places += wider
            self._limit(CELLS_IN_WIDE_ROWS, self.places, MOST_PLACES)


def _sheets(file: str, stream: bytes) -> list[SheetInMaking]:
    book = xlrd.open_workbook(
        file_contents=stream,
        formatting_info=True,
        on_demand=True,
        ragged_rows=True,
        logfile=io.StringIO(),
    )
    keys = [style.format_key for style in book.xf_list]
    known = {key: _shown(file, book, key) for key in set(keys)}
    shown = [known[key] for key in keys] or [Display.NUMBER]
    allowance = Allowance(file)
    sheets = []
    for index in range(book.nsheets):
        sheets.append(_sheet(book, index, shown, allowance))
        book.unload_sheet(index)
    return sheets


def _shown(file: str, book: xlrd.Book, key: int) -> Display:
    code = book.format_map[key].format_str if key in book.format_map else None
    return shown_as(key, code or None, file=file)


def _sheet(book: xlrd.Book, index: int, shown: list[Display], allowance: Allowance) -> SheetInMaking:
    source = book.sheet_by_index(index)
    epoch_1904 = book.datemode == 1
    sheet = SheetInMaking(
        allowance, source.name, hidden=source.visibility & _HIDDEN != 0, epoch_1904=epoch_1904
    )
    sheet.hidden_rows.extend(row + 1 for row, info in source.rowinfo_map.items() if info.hidden)
    for first_row, last_row, first_column, last_column in source.merged_cells:
        sheet.merge(MergedRange.between(first_row + 1, first_column + 1, last_row, last_column))
    for row in range(source.nrows):
        kinds, values = source.row_types(row), source.row_values(row)
        styles = source._cell_xf_indexes[row]  # noqa: SLF001  the public way is one call a cell, twice as slow
        for column, (kind, value, style) in enumerate(zip(kinds, values, styles, strict=True), start=1):
            if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
                continue
            if kind in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
                sheet.put(row + 1, column, finite_cell(value, shown[style], epoch_1904=epoch_1904))
            else:
                sheet.put(row + 1, column, _value(kind, value))
    return sheet


def _value(kind: int, value: str | int) -> Cell:
    if kind == xlrd.XL_CELL_ERROR:
        return ErrorCell(xlrd.error_text_from_code.get(value, "#ERROR!"))
    return bool(value) if kind == xlrd.XL_CELL_BOOLEAN else str(value)
