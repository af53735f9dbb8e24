"""One fast pass over a worksheet's XML: whether it is written as usual, how far it reaches, its rare marks.

The fast reader sees no error cells, formulas without values and hidden rows, and it aborts the whole process
on addresses beyond the grid. So it only gets sheets whose every tag has the usual form and order; what it
cannot tell about them is noted here. Everything else is odd, and goes to the exact look.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.cells import LAST_COLUMN, LAST_ROW, ErrorCell, UncachedFormula, column_number
from ipak_cli.sheets.archive import MIB
from ipak_cli.sheets.exact import merged_range, parse_number
from ipak_cli.sheets.formats import Shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import numpy.typing as npt

    from ipak_cli.sheets.workbook import MergedRange

    Bytes = npt.NDArray[np.uint8]
    Words = npt.NDArray[np.uint64]

Place = tuple[int, int]
Mark = ErrorCell | UncachedFormula | Shown | str
"""What stands in a cell instead of what the fast reader says; ``Shown.PERCENT`` makes its number a percentage."""

LONGEST_CELL: Final = 512 << 10
"""A text has at most 32,767 characters, each of at most ten bytes."""
LONGEST_HEAD: Final = 4 * MIB
FREE_SIZE: Final = 32 * MIB
MEAN_CELL: Final = 1_000
KNOWN_ERRORS: Final = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})
"""The errors that the fast reader takes for blanks; it refuses a file with any other."""

_BODY: Final = re.compile(rb"<sheetData\s*(/?)>")
_END: Final = b"</sheetData>"
_PREFIXED: Final = re.compile(rb"<\w+:(?:sheetData|row|c)\b")
_CELL: Final = re.compile(rb'<c r="([A-Z]+)([0-9]+)"([^>]*)>')
_VALUE: Final = re.compile(rb"<v(?: [^>]*)?>([^<]*)</v>")
_UNCACHED: Final = (
    re.compile(rb"</f>\s*(<v\s*/>|<v>\s*</v>)?\s*</c>"),
    re.compile(rb"<f(?: [^>]*)?/>\s*(<v\s*/>|<v>\s*</v>)?\s*</c>"),
)
_HIDDEN: Final = re.compile(rb'<row r="([0-9]+)"[^>]* hidden="(?:1|true)"')
_MERGED: Final = re.compile(rb'<mergeCell [^>]*?ref="([A-Z0-9:]+)"')

_CELL_START: Final = np.uint64(int.from_bytes(b'<c r="', "little"))
_ROW_START: Final = np.uint64(int.from_bytes(b'<row r="', "little"))
_SIX_BYTES: Final = np.uint64((1 << 48) - 1)
_BYTE: Final = np.uint64(0xFF)
_EIGHT: Final = np.uint64(8)
_PADDING: Final = bytes(24)


class OddSheetError(Exception):
    """The sheet is not written as the fast reader needs it."""


class BeyondGridError(Exception):
    """A cell or row stands beyond the last row or column."""


class LongCellError(Exception):
    """A cell is longer than any text that a cell can hold."""


@dataclass(slots=True)
class Scan:
    """What the pass found out about a sheet."""

    cells: int = 0
    last_row: int = 0
    last_column: int = 0
    hidden_rows: list[int] = field(default_factory=list)
    merged: list[MergedRange] = field(default_factory=list)
    marks: dict[Place, Mark] = field(default_factory=dict)


def scan_sheet(chunks: Iterable[bytes], percent_styles: Iterable[int]) -> Scan:
    """Pass over a worksheet once.

    Raises ``OddSheetError``, ``BeyondGridError`` or ``LongCellError``; what they say holds for the sheet up to
    where they were raised.
    """
    scanner = _Scanner(percent_styles)
    for chunk in chunks:
        scanner.feed(chunk)
    return scanner.finish()


class _Scanner:
    def __init__(self, percent_styles: Iterable[int]) -> None:
        self.scan = Scan()
        self._buffer = b""
        self._size = 0
        self._step = self._head
        self._last_key = 0
        numbers = "|".join(map(str, percent_styles)).encode()
        self._percent = re.compile(rb'" s="(?:' + numbers + rb')"') if numbers else None

    def feed(self, chunk: bytes) -> None:
        self._buffer += chunk
        self._size += len(chunk)
        self._step()

    def finish(self) -> Scan:
        if self._step != self._tail or not self._buffer.rstrip().endswith(b"</worksheet>"):
            raise OddSheetError
        if self._size > FREE_SIZE and self._size > MEAN_CELL * self.scan.cells:
            raise LongCellError
        return self.scan

    def _head(self) -> None:
        """Skip what stands before the cells."""
        found = _BODY.search(self._buffer)
        if found is None:
            if len(self._buffer) > LONGEST_HEAD:
                raise OddSheetError
            return
        head = self._buffer[: found.start()]
        if b"<!" in head or _PREFIXED.search(head):
            raise OddSheetError
        self._buffer = self._buffer[found.end() :]
        self._step = self._tail if found[1] else self._body
        self._step()

    def _body(self) -> None:
        """Look at all cells that are whole; keep the rest for the next piece."""
        end = self._buffer.find(_END)
        if end >= 0:
            whole, self._buffer = self._buffer[:end], self._buffer[end + len(_END) :]
            self._cells(whole)
            self._step = self._tail
            self._step()
            return
        cut = max(self._buffer.rfind(b"<c "), self._buffer.rfind(b"<row"), 0)
        whole, self._buffer = self._buffer[:cut], self._buffer[cut:]
        if len(self._buffer) > LONGEST_CELL:
            raise LongCellError
        self._cells(whole)

    def _tail(self) -> None:
        """Look at what stands behind the cells."""
        cut = self._buffer.rfind(b"<")
        whole = self._buffer[: max(cut, 0)]
        if b"<!" in whole or b"<sheetData" in whole or _PREFIXED.search(whole):
            raise OddSheetError
        for found in _MERGED.finditer(whole):
            if area := merged_range(found[1].decode()):
                self.scan.merged.append(area)
        self._buffer = self._buffer[max(cut, 0) :]

    def _cells(self, work: bytes) -> None:
        if not work:
            return
        data = np.frombuffer(work + _PADDING, np.uint8)
        words = np.ndarray((len(work) + 16,), "<u8", data.data, strides=(1,))
        tag, after = data[:-1] == ord("<"), data[1:]
        self._rows(words, np.flatnonzero(tag & (after == ord("r"))))
        self._addresses(words, np.flatnonzero(tag & (after == ord("c"))))
        if (tag & ((after == ord("!")) | (after == ord("?")))).any():
            raise OddSheetError
        _refuse_odd_quotes(work, data)
        self.scan.marks |= _error_marks(work)
        self.scan.marks |= _number_marks(work, data, np.flatnonzero(tag & (after == ord("v"))))
        if (tag & (after == ord("f"))).any():
            self.scan.marks |= _formula_marks(work)
        if self._percent is not None:
            self.scan.marks |= _percent_marks(work, self._percent)
        if b'hidden="' in work:
            self.scan.hidden_rows += [int(found[1]) for found in _HIDDEN.finditer(work)]

    def _rows(self, words: Words, starts: npt.NDArray[np.intp]) -> None:
        """Every ``<row`` must give its number first; ``<r>`` and ``<rPr>`` of rich text are no rows."""
        heads = words[starts]
        is_row = (heads >> np.uint64(16)) & np.uint64(0xFFFF) == int.from_bytes(b"ow", "little")
        if (heads[is_row] != _ROW_START).any():
            raise OddSheetError
        numbers = _numbers(words[starts[is_row] + 8])
        if (numbers > LAST_ROW).any() or (numbers == 0).any():
            raise BeyondGridError

    def _addresses(self, words: Words, starts: npt.NDArray[np.intp]) -> None:
        """Every ``<c`` must give its address first, and they must come in the sheet's order."""
        if not starts.size:
            return
        if ((words[starts] & _SIX_BYTES) != _CELL_START).any():
            raise OddSheetError
        rows, columns = _split(words[starts + 6], words[starts + 14])
        if (rows > LAST_ROW).any() or (rows == 0).any() or (columns > LAST_COLUMN).any():
            raise BeyondGridError
        keys = (rows.astype(np.int64) << 14) + columns.astype(np.int64)
        if keys[0] <= self._last_key or (np.diff(keys) <= 0).any():
            raise OddSheetError
        self._last_key = int(keys[-1])
        self.scan.cells += starts.size
        self.scan.last_row = int(rows[-1])
        self.scan.last_column = max(self.scan.last_column, int(columns.max()))


def _split(first: Words, second: Words) -> tuple[Words, Words]:
    """Read the addresses whose sixteen bytes these are; returns rows and columns."""
    letter = (first & _BYTE) - np.uint64(64)
    if ((letter == 0) | (letter > 26)).any():
        raise OddSheetError
    columns, more, width = letter, np.ones(letter.shape, bool), np.full(letter.shape, 8, np.uint64)
    for place in (8, 16):
        letter = ((first >> np.uint64(place)) & _BYTE) - np.uint64(64)
        more = more & (letter - np.uint64(1) < 26)
        if not more.any():
            break
        columns = np.where(more, columns * np.uint64(26) + letter, columns)
        width = np.where(more, width + _EIGHT, width)
    return _numbers((first >> width) | (second << (np.uint64(64) - width))), columns


def _numbers(words: Words) -> Words:
    """Read decimal numbers of up to seven digits that end with a quotation mark."""
    numbers = np.zeros(words.shape, np.uint64)
    alive = np.ones(words.shape, bool)
    for _ in range(8):
        byte = words & _BYTE
        digit = byte - np.uint64(48)
        still = alive & (digit < 10)
        if (alive & ~still & (byte != ord('"'))).any():
            raise OddSheetError
        numbers = np.where(still, numbers * np.uint64(10) + digit, numbers)
        alive = still
        if not alive.any():
            return numbers
        words = words >> _EIGHT
    raise OddSheetError


def _refuse_odd_quotes(work: bytes, data: Bytes) -> None:
    """Refuse attributes in single quotes or with spaces round ``=``, and prefixed cells; text may have them."""
    before, here, after = data[:-2], data[1:-1], data[2:]
    odd = (here == ord("=")) & ((after != ord('"')) | (before <= ord(" ")))
    odd |= (here == ord(":")) & (after == ord("c")) | (here == ord(":")) & (after == ord("r"))
    for position in np.flatnonzero(odd):
        if work.rfind(b"<", 0, position + 1) > work.rfind(b">", 0, position + 1):
            raise OddSheetError


def _error_marks(work: bytes) -> Iterator[tuple[Place, Mark]]:
    for position in _positions(work, b' t="e"'):
        place, _, content = _cell_at(work, position)
        text = _VALUE.search(content)
        error = text[1].decode() if text else ""
        if error not in KNOWN_ERRORS:
            raise OddSheetError
        yield place, ErrorCell(error)


def _positions(work: bytes, mark: bytes) -> Iterator[int]:
    position = work.find(mark)
    while position >= 0:
        yield position
        position = work.find(mark, position + 1)


def _cell_at(work: bytes, position: int) -> tuple[Place, bytes, bytes]:
    """Return the address, the other attributes and the content of the cell round a position."""
    start = work.rfind(b"<c ", 0, position + 3)
    head = _CELL.match(work, start) if start >= 0 else None
    if head is None:
        raise OddSheetError
    content = b"" if head[3].endswith(b"/") else work[head.end() : work.find(b"</c>", head.end())]
    return (int(head[2]), column_number(head[1].decode())), head[3], content


def _formula_marks(work: bytes) -> Iterator[tuple[Place, Mark]]:
    """Yield formulas without a value; with an empty text for a value, they keep the type ``str``."""
    for pattern in _UNCACHED:
        for found in pattern.finditer(work):
            place, attributes, _ = _cell_at(work, found.start())
            if found[1] is None or b't="str"' not in attributes:
                yield place, UncachedFormula()


def _percent_marks(work: bytes, percent: re.Pattern[bytes]) -> Iterator[tuple[Place, Mark]]:
    for found in percent.finditer(work):
        start = work.rfind(b"<", 0, found.start())
        head = _CELL.match(work, start)
        if head is not None:
            yield (int(head[2]), column_number(head[1].decode())), Shown.PERCENT


def _number_marks(work: bytes, data: Bytes, values: npt.NDArray[np.intp]) -> Iterator[tuple[Place, Mark]]:
    """Yield numbers that no cell can hold (``1e999``, ``NaN``), as the text that they are."""
    first = data[values + 3] | 0x20
    named = values[(first == ord("n")) | (first == ord("i")) | (data[values + 3] == ord("+")) | (first == ord("-"))]
    exponent = np.flatnonzero(((data[1:-1] | 0x20) == ord("e")) & (data[:-2] - 48 < 10) & (data[2:] - 43 < 15))
    for position in (*named, *exponent):
        place, attributes, content = _cell_at(work, int(position))
        text = _VALUE.search(content)
        if text and b" t=" not in attributes.replace(b' t="n"', b"") and parse_number(text[1].decode()) is None:
            yield place, text[1].decode()
