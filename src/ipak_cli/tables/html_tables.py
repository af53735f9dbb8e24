"""The tables of a web page on one sheet: where each cell comes to stand, and which tables hold how much."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import grouped_int
from ipak_cli.catalogue.files import (
    CELL_BEYOND_SHEET,
    CELLS_UNDER_MERGED,
    HTML_TOO_DEEP,
    TEXT_TOO_LONG_ON_PAGE,
)
from ipak_cli.tables.book import Allowance, SheetInMaking
from ipak_cli.tables.cell import LAST_COLUMN, LAST_ROW
from ipak_cli.tables.refusal import beyond, damaged, refusal
from ipak_cli.tables.workbook import MergedRange

if TYPE_CHECKING:
    from collections.abc import Mapping

_UNSEEN: Final = frozenset(
    ("script", "style", "title", "template", "textarea", "select", "object", "noscript")
)
_BLOCKS: Final = frozenset(
    (
        *("p", "div", "center", "caption", "form", "hr", "li", "ul", "ol", "pre"),
        *("h1", "h2", "h3", "h4", "h5", "h6"),
    )
)
_CELLS: Final = ("td", "th")
_SPACES: Final = re.compile(r"[ \t\r\n\f]+")
_WIDE: Final = 3
_BREAK: Final = "\0"
"""The end of a line within a cell; a page's own zeros are left out before."""
_MOST_ACROSS, _MOST_DOWN = 1_000, 65_534
_MOST_STEPS: Final = 5_000_000
"""Places under merged cells that are passed over."""
_DEEPEST: Final = 250
"""Elements within each other; for every end of an element libxml2 goes through all of them."""
_LONGEST_TEXT: Final = 131_072
_HIDING: Final = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_SHOWN: Final = re.compile(r"[-+]?[\d.,\s]+")
_STORED: Final = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(slots=True)
class _PageText:
    """A text that comes in pieces."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0

    def take(self, text: str) -> bool:
        """Take a piece; tell whether the text is no longer than a text may be."""
        self.length += len(text)
        self.pieces.append(text)
        return self.length <= _LONGEST_TEXT

    def shown(self) -> str:
        """Return the text as a browser shows it."""
        lines = (_SPACES.sub(" ", line).strip(" ") for line in "".join(self.pieces).split(_BREAK))
        return "\n".join(lines).strip("\n")


@dataclass(slots=True)
class _Cell:
    """A cell that is open; ``stored`` is the number that Excel or LibreOffice wrote beside what is shown."""

    column: int
    across: int
    down: int
    stored: str
    text: _PageText = field(default_factory=_PageText)

    def value(self) -> str:
        """Return what the cell shows, or the number behind it where it shows one in short."""
        shown = self.text.shown()
        return self.stored if _SHOWN.fullmatch(shown) and _STORED.fullmatch(self.stored) else shown


@dataclass(slots=True)
class _PageRow:
    """A row that is open: its next column, and how many cells hold something."""

    column: int
    filled: int = 0
    cell: _Cell | None = None
    holds_table: bool = False


@dataclass(slots=True)
class PageTable:
    """A table: where it begins on the sheet, and how many rows hold two cells, and three."""

    column: int
    first_row: int
    rows: int = 0
    pairs: int = 0
    wide: int = 0
    row: _PageRow | None = None
    covered: dict[int, int] = field(default_factory=dict)
    """For each column, the last row of a merged cell that reaches down."""


class Page:
    """What lxml's parser tells of a page, put on one sheet."""

    def __init__(self, allowance: Allowance, name: str) -> None:
        self.sheet = SheetInMaking(allowance, name)
        self.tables: list[PageTable] = []
        self.opened = 0
        self._allowance = allowance
        self._number = 1
        self._open: list[PageTable] = []
        self._depth = self._unseen = 0
        self._loose = _PageText()
        self._steps = 0
        self._texts: dict[str, str] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise damaged(self._allowance.file, HTML_TOO_DEEP())
        if tag in _UNSEEN or self._unseen:
            self._unseen += tag in _UNSEEN
        elif tag == "table":
            self.opened += 1
            self._open_table()
        elif tag == "tr":
            self._open_row(attributes)
        elif tag in _CELLS:
            self._open_cell(attributes)
        elif tag == "br" or tag in _BLOCKS:
            self._break_line(even_empty=tag == "br")

    def end(self, tag: str) -> None:
        """End an element."""
        self._depth -= 1
        if self._unseen:
            self._unseen -= tag in _UNSEEN
        elif tag == "table":
            self._close_table()
        elif tag == "tr":
            self._close_row()
        elif tag in _CELLS:
            self._close_cell()
        elif tag in _BLOCKS:
            self._break_line(even_empty=False)

    def data(self, text: str) -> None:
        """Take text."""
        if self._unseen:
            return
        row = self._open[-1].row if self._open else None
        taker = row.cell.text if row is not None and row.cell is not None else self._loose
        if not taker.take(text):
            raise damaged(self._allowance.file, TEXT_TOO_LONG_ON_PAGE())

    def close(self) -> None:
        """End the page."""
        while self._open:
            self._close_table()
        self._break_line(even_empty=False)

    def _open_table(self) -> None:
        """Begin a table; one within a cell begins where the cell does, below what stands before it."""
        column = 1
        if self._open and (row := self._open[-1].row) is not None and row.cell is not None:
            column = row.cell.column
            self._close_cell()
            row.holds_table = True
            if row.filled:
                self._end_row(self._open[-1], row)
                row.filled = 0
        elif not self._open:
            self._break_line(even_empty=False)
        self._open.append(PageTable(column, self._number))

    def _close_table(self) -> None:
        if self._open:
            self._close_row()
            self.tables.append(self._open.pop())
        if not self._open:
            self._break_line(even_empty=False)

    def _open_row(self, attributes: Mapping[str, str]) -> PageTable:
        if not self._open:
            self._open_table()  # rows alone are a table too
        self._close_row()
        table = self._open[-1]
        table.row = _PageRow(table.column)
        if "hidden" in attributes or _HIDING.search(attributes.get("style", "")):
            self.sheet.hidden_rows.append(self._number)
        return table

    def _close_row(self) -> None:
        self._close_cell()
        if self._open and (row := self._open[-1].row) is not None:
            if row.filled or not row.holds_table:
                self._end_row(self._open[-1], row)
            self._open[-1].row = None

    def _end_row(self, table: PageTable, row: _PageRow) -> None:
        table.rows += 1
        table.pairs += row.filled > 1
        table.wide += row.filled >= _WIDE
        self._step()

    def _open_cell(self, attributes: Mapping[str, str]) -> None:
        self._close_cell()
        table = self._open[-1] if self._open and self._open[-1].row else self._open_row({})
        if table.row is None:
            return
        column = table.row.column
        while table.covered.get(column, 0) >= self._number:
            column += 1
            self._pass_over(1)
        across, down = _span(attributes, "colspan", _MOST_ACROSS), _span(attributes, "rowspan", _MOST_DOWN)
        if column + across - 1 > LAST_COLUMN:
            raise refusal(CELL_BEYOND_SHEET, self._allowance.file, self.sheet.name)
        stored = attributes.get("x:num") or attributes.get("sdval") or ""
        table.row.cell = _Cell(column, across, down, stored)

    def _close_cell(self) -> None:
        table = self._open[-1] if self._open else None
        if table is None or table.row is None or (cell := table.row.cell) is None:
            return
        table.row.cell = None
        table.row.column = cell.column + cell.across
        if text := self._put(cell.column, cell.value()):
            table.row.filled += 1
        if cell.down > 1 or (cell.across > 1 and text):
            self._cover(table, cell)

    def _cover(self, table: PageTable, cell: _Cell) -> None:
        last = min(self._number + cell.down - 1, LAST_ROW), cell.column + cell.across - 1
        self.sheet.merge(MergedRange.between(self._number, cell.column, *last))
        if cell.down > 1:
            self._pass_over(cell.across)
            table.covered |= dict.fromkeys(range(cell.column, last[1] + 1), last[0])

    def _break_line(self, *, even_empty: bool) -> None:
        """End a line: within a cell, or of the text outside all tables, where it takes a row."""
        if self._open:
            self.data(_BREAK)
            return
        text = " ".join(self._loose.shown().split("\n")).strip()
        self._loose = _PageText()
        if text or even_empty:
            self._put(1, text)
            self._step()

    def _put(self, column: int, text: str) -> str:
        """Put a text into a cell of the row that is open; return what it holds but white space."""
        if not text.strip():
            return ""
        if text not in self._texts:
            self._allowance.take_text(text)
        self.sheet.put(self._number, column, self._texts.setdefault(text, text))
        return text

    def _step(self) -> None:
        self._number += 1
        if self._number > LAST_ROW + 1:
            raise refusal(CELL_BEYOND_SHEET, self._allowance.file, self.sheet.name)

    def _pass_over(self, places: int) -> None:
        self._steps += places
        if self._steps > _MOST_STEPS:
            raise beyond(self._allowance.file, CELLS_UNDER_MERGED(), grouped_int(_MOST_STEPS))


def _span(attributes: Mapping[str, str], name: str, most: int) -> int:
    """Return how far a cell reaches; what is no number is one, as in every browser."""
    text = attributes.get(name, "").strip()
    return min(max(1, int(text)), most) if text.isascii() and text.isdigit() and len(text) < 7 else 1
