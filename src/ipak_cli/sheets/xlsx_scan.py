"""One fast pass over a worksheet's XML: plain rows are measured for calamine, all others are put aside.

A *plain* row is one that a single pattern matches from its first byte to its last: numbers, texts and truth
values in the common notation, each at an address in that row, none hidden, none shown as a percentage.
Whatever does not match, for whatever reason, never reaches calamine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ipak_cli.cells import LAST_ROW, column_number
from ipak_cli.sheets.archive import MIB

if TYPE_CHECKING:
    from collections.abc import Iterable

FAR: Final = 1_000
"""So many empty rows above a row make it a stray one."""
LONGEST_HEAD: Final = 4 * MIB
LONGEST_ROW: Final = 4 * MIB
"""Bytes of one row: a hundred texts as long as a cell can hold."""
MOST_ODD: Final = 160 * MIB
"""Bytes of rows that are not plain."""
CUT: Final = b"<cut/>"
"""Stands where plain rows were taken out of the rest."""

_BODY: Final = re.compile(rb"<sheetData\s*>")
_ROOT: Final = re.compile(rb"\s*(?:<\?xml[^<>]*\?>\s*)?<worksheet\s")
_END: Final = b"</sheetData>"
_ROW_NUMBER: Final = re.compile(rb'<row r="(\d{1,7})"')
_UNUSUAL: Final = re.compile(rb"<!|<\?|<sheetData|<cut")


class UnusualSheetError(Exception):
    """Only the exact look can tell what is in the sheet."""


class TooLongError(Exception):
    """A row, or what stands before or behind the rows, is longer than any program writes it."""


@dataclass(slots=True)
class Scan:
    """What the pass found in one sheet.

    ``rows`` are the plain rows that hold a cell, ``width`` their last column; ``rest`` is the document
    without its plain rows; ``kept`` are the places of the plain rows, in bytes from the start of the part.
    """

    rows: list[int] = field(default_factory=list)
    width: int = 0
    rest: list[bytes] = field(default_factory=list)
    kept: list[tuple[int, int]] = field(default_factory=list)
    odd: bool = False


def scan_sheet(chunks: Iterable[bytes], percent_styles: tuple[int, ...]) -> Scan:
    """Pass over a worksheet once. Raises ``UnusualSheetError`` and ``TooLongError``."""
    scanner = _Scanner(_but_percent(percent_styles))
    for chunk in chunks:
        scanner.feed(chunk)
    return scanner.finish()


def _plain_row(cell_style: bytes) -> re.Pattern[bytes]:
    """Return the pattern of a plain row: group 1 is its number, group 2 the column of its last cell.

    The first alternative is the most frequent cell; possessive repeats never try again what cannot match.
    """
    number = rb"[-+.\d]{1,25}+(?:[Ee][-+]?+\d{1,2}+)?+"
    return re.compile(
        rb'<row r="([1-9]\d{0,6}+)"(?![^<>]*hidden)[^<>/]*+(?:/>|>(?>'
        rb'<c r="([A-Z]{1,2}+)\1"(?>(?: t="n")?+><v>\d{1,15}+</v></c>|' + cell_style + rb"(?>"
        rb'(?: t="[ns]")?+(?>><v>' + number + rb"</v></c>|/>|></c>)"
        rb'| t="inlineStr"><is><t(?: xml:space="preserve")?+>[^<]*+</t></is></c>'
        rb'| t="b"><v>[01]</v></c>))'
        rb")*+</row>)\s*+"
    )


_ANY_STYLE: Final = _plain_row(rb'(?: s="\d{1,5}+")?+')


@lru_cache(maxsize=8)
def _but_percent(percent: tuple[int, ...]) -> tuple[re.Pattern[bytes], re.Pattern[bytes]] | None:
    """Return the patterns of a percentage's style, and of a plain row that has none."""
    if not percent:
        return None
    styles = b"|".join(str(style).encode() for style in percent)
    return (
        re.compile(rb' s="(?:' + styles + rb')"'),
        _plain_row(rb'(?: s="(?!(?:' + styles + rb')")\d{1,5}+")?+'),
    )


@lru_cache(maxsize=1024)
def _number(letters: bytes) -> int:
    return column_number(letters.decode())


class _Scanner:
    def __init__(self, percent: tuple[re.Pattern[bytes], re.Pattern[bytes]] | None) -> None:
        self._percent = percent
        self._scan = Scan()
        self._buffer = b""
        self._offset = 0
        self._step = self._head
        self._last = 0
        self._filled = 0
        self._aside = 0

    def feed(self, chunk: bytes) -> None:
        self._buffer += chunk
        self._step()

    def finish(self) -> Scan:
        if self._step != self._tail:
            raise UnusualSheetError
        self._keep_aside(self._buffer)
        return self._scan

    def _head(self) -> None:
        """Put aside what stands before the rows."""
        found = _BODY.search(self._buffer)
        if found is None:
            if len(self._buffer) > LONGEST_HEAD:
                raise TooLongError
            return
        head = self._buffer[: found.start()]
        if not _ROOT.match(head) or b"<!" in head or b"<c " in head or b"<cut" in head:
            raise UnusualSheetError
        self._keep_aside(self._buffer[: found.end()])
        self._drop(found.end())
        self._step = self._body
        self._step()

    def _body(self) -> None:
        """Walk along the plain rows that are whole; keep the last for the next piece."""
        end = self._buffer.find(_END)
        until = end if end >= 0 else self._buffer.rfind(b"<row ")
        if until > 0:
            self._rows(self._buffer[:until])
            self._drop(until)
        if end >= 0:
            self._step = self._tail
            self._step()
        elif len(self._buffer) > LONGEST_ROW:
            raise TooLongError

    def _tail(self) -> None:
        cut = self._buffer.rfind(b"<")
        if cut > 0:
            self._keep_aside(self._buffer[:cut])
            self._drop(cut)
        elif len(self._buffer) > LONGEST_ROW:
            raise TooLongError

    def _rows(self, work: bytes) -> None:
        place = kept = 0
        plain = _ANY_STYLE
        if self._percent is not None and self._percent[0].search(work):
            plain = self._percent[1]
        for found in plain.finditer(work):
            start, end = found.span()
            number, column = found.groups()
            row = int(number)
            if row <= self._last or row > LAST_ROW:
                raise UnusualSheetError
            if start > place:
                self._keep_rows(kept, place)
                self._put_aside(work[place:start])
                kept = start
            self._last = row
            if column is not None and row - self._filled > FAR:
                self._keep_rows(kept, start)
                self._put_aside(work[start:end])
                kept = end
            elif column is not None:
                self._filled = row
                self._scan.rows.append(row)
                self._scan.width = max(self._scan.width, _number(column))
            place = end
        self._keep_rows(kept, place)
        if place < len(work):
            self._put_aside(work[place:])

    def _put_aside(self, rows: bytes) -> None:
        """Put aside rows that are not plain, or stand far below all others."""
        self._keep_aside(rows)
        if not rows.isspace():
            self._scan.odd = True
        numbers = [int(number) for number in _ROW_NUMBER.findall(rows)]
        for row in numbers:
            if 0 < row - self._filled <= FAR:
                self._filled = row

    def _keep_rows(self, start: int, end: int) -> None:
        """Note plain rows for the fast reader, and their place in what is put aside."""
        if start == end:
            return
        kept = self._scan.kept
        if kept and kept[-1][1] == self._offset + start:
            kept[-1] = (kept[-1][0], self._offset + end)
        else:
            kept.append((self._offset + start, self._offset + end))
            self._scan.rest.append(CUT)

    def _keep_aside(self, content: bytes) -> None:
        if self._step != self._head and _UNUSUAL.search(content):
            raise UnusualSheetError
        self._aside += len(content)
        if self._aside > MOST_ODD:
            raise TooLongError
        self._scan.rest.append(content)

    def _drop(self, length: int) -> None:
        self._offset += length
        self._buffer = self._buffer[length:]
