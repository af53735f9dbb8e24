"""One fast pass over a worksheet's XML: plain rows are read at once, all others are put aside.

A *plain* row is one that a pattern matches from its first byte to its last: numbers, texts, truth values,
errors and moments in a common notation, each at an address in that row, computed or not.
Whatever does not match, for whatever reason, is left to ``cell_by_cell``.

Why it works:

- Spreadsheet programs write nearly all rows in one notation, in which ``<`` begins a tag and nothing
  else.
- No part of a pattern can match a ``<`` but the tags that it names (``row_patterns``).
- What other programs write in nearly the same way is brought to it: a prefix of all tags is taken out, rows
  without a number are given theirs, attributes may stand in any order.
- Rows that match go to ``fast_cells``, some megabytes at a time. In the document that is left, ``<cut/>``
  stands in their place; it is a sound document still, and the XML parser walks through it.

Why it reads what the parser would read:

- The parser counts the cuts that lie between rows. When one lies elsewhere, such as inside a foreign
  element, the counts differ, and the whole sheet is read cell by cell.
- Where rows were numbered, the parser must see as many rows as were counted, and no address that names
  another row than its own.
- So it is for anything unusual: other markup, ``xml:space`` in the head but at the root, another
  encoding, rows out of order, a row that both halves hold. ``UnusualSheetError`` says so before a value
  has left this room.
- Property tests write sheets in odd ways and compare both halves cell by cell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.tables.text_column import REACH
from ipak_cli.tables.xlsx.fast_cells import read_cells
from ipak_cli.tables.xlsx.fast_tags import NotPlainError
from ipak_cli.tables.xlsx.markup import XML_HEAD, UnusualSheetError, is_utf8, without_comments, without_prefix
from ipak_cli.tables.xlsx.row_patterns import OTHER_ROWS, USUAL_ROWS
from ipak_cli.tables.zip import MIB

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import numpy.typing as npt

    from ipak_cli.tables.column import Piece
    from ipak_cli.tables.xlsx.cell_by_cell import Lookup

LONGEST_HEAD: Final = 4 * MIB
LONGEST_ROW: Final = 4 * MIB
"""Bytes of one row: a hundred texts as long as a cell can hold."""
MOST_ODD: Final = 16 * MIB
"""Bytes of rows that are not plain."""
_READ_TOGETHER: Final = 2 * MIB
"""Bytes from which on plain rows are read."""
CUT: Final = b"<cut/>"
"""Stands where plain rows were taken out of the rest."""
_BODY: Final = re.compile(rb"<sheetData\s*>")
_ROOT: Final = re.compile(XML_HEAD + rb"<worksheet(\s[^<>]*)>")
_SPACE: Final = b"xml:space"
_PRESERVE: Final = b' xml:space="preserve"'
_END: Final = b"</sheetData>"
_UNUSUAL: Final = re.compile(rb"<!|<\?|<sheetData|<cut")
_HIDDEN: Final = re.compile(rb"""<row(?=[^<>]*\sr=["'](\d+))[^<>]*\shidden=["'](?:1|true)["']""")
_ROW: Final = re.compile(rb"""<row(?=[\s/>])(?:[^<>]*\sr=["'](\d{1,7})["'])?""")
"""A row's tag, and its number if it has one."""
_UNNUMBERED: Final = re.compile(rb"<row(?=[\s/>])(?![^<>]*\sr=)")


@dataclass(slots=True)
class Scan:
    """What the pass found in one sheet.

    ``pieces`` are the plain rows, ``hidden`` the numbers of those that are hidden, and ``rest`` is the
    document without them. ``counted`` says that rows without a number were given one; then ``rows_aside`` is
    how many rows there are in the rest.
    """

    pieces: list[Piece] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    rest: list[bytes] = field(default_factory=list)
    counted: bool = False

    @property
    def rows_aside(self) -> int:
        """How many rows the rest seems to hold."""
        return sum(len(_ROW.findall(content)) for content in self.rest)

    @property
    def rows(self) -> npt.NDArray[np.int64]:
        """The plain rows that hold a cell."""
        return np.concatenate([np.zeros(0, np.int64), *(piece.rows for piece in self.pieces)])


def scan_sheet(chunks: Iterable[bytes], lookup: Lookup) -> Scan:
    """Pass over a worksheet once. Raises ``UnusualSheetError``."""
    scanner = _Scanner(lookup)
    for chunk in without_prefix(without_comments(chunks)):
        scanner.feed(chunk)
    return scanner.finish()


class _Scanner:
    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._spaced = False
        self._scan = Scan()
        self._buffer = b""
        self._step = self._head
        self._aside = 0
        self._plain: list[bytes] = []
        self._waiting, self._usual = 0, True
        self._last = b""

    def feed(self, chunk: bytes) -> None:
        self._buffer += chunk
        self._step()

    def finish(self) -> Scan:
        if self._step != self._tail:
            raise UnusualSheetError
        self._keep_aside(self._buffer)
        self._read_plain()
        return self._scan

    def _head(self) -> None:
        """Put aside what stands before the rows."""
        found = _BODY.search(self._buffer)
        if found is None:
            if len(self._buffer) > LONGEST_HEAD:
                raise UnusualSheetError
            return
        head = self._buffer[: found.start()]
        root = _ROOT.match(head)
        if not root or b"<c " in head or b"<cut" in head:
            raise UnusualSheetError
        self._spaced = _PRESERVE in root[1]
        if head.count(_SPACE) != self._spaced:
            raise UnusualSheetError
        self._keep_aside(self._buffer[: found.end()])
        self._drop(found.end())
        self._step = self._body
        self._step()

    def _body(self) -> None:
        """Walk along the plain rows that are whole; keep the last for the next piece."""
        end = self._buffer.find(_END)
        until = end if end >= 0 else self._buffer.rfind(b"<row")
        if until > 0:
            self._rows(self._buffer[:until])
            self._drop(until)
        if end >= 0:
            self._step = self._tail
            self._step()
        elif len(self._buffer) > LONGEST_ROW:
            raise UnusualSheetError

    def _tail(self) -> None:
        cut = self._buffer.rfind(b"<")
        if cut > 0:
            self._keep_aside(self._buffer[:cut])
            self._drop(cut)
        elif len(self._buffer) > LONGEST_ROW:
            raise UnusualSheetError

    def _rows(self, work: bytes) -> None:
        place = 0
        for found in _runs(USUAL_ROWS, work):
            self._other_rows(work[place : found.start()])
            self._keep(found[0])
            place = found.end()
        self._other_rows(work[place:])

    def _other_rows(self, work: bytes) -> None:
        """Walk along rows that are not in the usual notation."""
        if b"<row" not in work:
            self._keep_aside(work)
            return
        if _UNNUMBERED.search(work):
            work = self._numbered(work)
        work, place = work.replace(b"<v/>", b"<v></v>").replace(b"<t/>", b"<t></t>"), 0
        for found in _runs(OTHER_ROWS, work):
            self._keep_aside(work[place : found.start()])
            self._usual = False
            self._keep(found[0])
            place = found.end()
        self._keep_aside(work[place:])
        self._last = work

    def _numbered(self, work: bytes) -> bytes:
        """Give each row without a number its own: the next behind the row above it."""
        last = _ROW.findall(self._last)[-1] if self._last else b"0"
        if not last:
            raise UnusualSheetError
        row = int(last)
        self._scan.counted = True

        def numbered(found: re.Match[bytes]) -> bytes:
            nonlocal row
            row = int(found[1]) if found[1] else row + 1
            return found[0] if found[1] else b'<row r="%d"' % row

        return _ROW.sub(numbered, work)

    def _keep(self, rows: bytes) -> None:
        """Gather plain rows until there are enough to be read together."""
        if self._scan.rest[-1:] != [CUT]:
            self._scan.rest.append(CUT)
        self._plain.append(rows)
        self._last = rows
        self._waiting += len(rows)
        if self._waiting >= _READ_TOGETHER:
            self._read_plain()

    def _read_plain(self) -> None:
        text = b"".join((*self._plain, bytes(REACH)))
        if not is_utf8(text):
            raise UnusualSheetError
        try:
            piece = read_cells(text, self._lookup, spaced=self._spaced, usual=self._usual)
        except NotPlainError as found:
            raise UnusualSheetError from found
        if b" hidden=" in text:
            self._scan.hidden += map(int, _HIDDEN.findall(text))
        self._plain.clear()
        self._waiting, self._usual = 0, True
        if len(piece.rows):
            pieces = self._scan.pieces
            if pieces and piece.rows[0] <= pieces[-1].rows[-1]:
                raise UnusualSheetError
            pieces.append(piece)

    def _keep_aside(self, content: bytes) -> None:
        """Put aside what is no plain row."""
        if not content:
            return
        if self._step != self._head and _UNUSUAL.search(content):
            raise UnusualSheetError
        self._aside += len(content)
        if self._aside > MOST_ODD:
            raise UnusualSheetError
        self._scan.rest.append(content)

    def _drop(self, length: int) -> None:
        self._buffer = self._buffer[length:]


def _runs(pattern: re.Pattern[bytes], work: bytes) -> Iterator[re.Match[bytes]]:
    """Yield the runs of rows that match; a pattern is tried where a row begins, not at every byte."""
    place = work.find(b"<row")
    while place >= 0:
        found = pattern.match(work, place)
        if found:
            yield found
        place = work.find(b"<row", found.end() if found else place + 1)
