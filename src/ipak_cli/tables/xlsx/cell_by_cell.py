"""A worksheet's XML read cell by cell, each as it is written: for what is written unusually."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from ipak_cli.catalogue.files import (
    CELL_ADDRESS_UNKNOWN,
    CELL_BEYOND_SHEET,
    LENGTH_OF_CELL_TEXT,
    NUMBER_OF_MERGED_CELLS,
    ROW_NUMBER_UNKNOWN,
    SHARED_TEXT_MISSING,
    SO_MANY_CELLS,
    SO_MANY_LETTERS,
)
from ipak_cli.tables.cell import ErrorCell, UncachedFormula, column_number
from ipak_cli.tables.number_format import Display, number_cell, written_moment
from ipak_cli.tables.refusal import beyond, damaged, refusal
from ipak_cli.tables.workbook import MergedRange
from ipak_cli.tables.xlsx.markup import RichText, unescape
from ipak_cli.tables.xlsx.package import MAIN, is_on
from ipak_cli.tables.xml import Places

if TYPE_CHECKING:
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.sparse import Grid

_ADDRESS: Final = re.compile(r"([A-Z]+)0*([0-9]+)")
_RANGE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?")
_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
MOST_MERGES: Final = 50_000
"""Merged ranges in one sheet."""
LONGEST_TEXT: Final = 8 * 32_767
"""What a cell can hold, if every character is written as an escape."""
_LONGEST: Final = 7
"""Digits of the last row's number; a longer one is beyond the grid."""
_SHEET: Final = "worksheet"
ROWS: Final = f"{_SHEET}/sheetData"
_ROW: Final = f"{ROWS}/row"
_CELL: Final = f"{_ROW}/c"
_VALUE: Final = f"{_CELL}/v"
_FORMULA: Final = f"{_CELL}/f"
_TEXTS: Final = (f"{_CELL}/is/t", f"{_CELL}/is/r/t")
_MERGE: Final = f"{_SHEET}/mergeCells/mergeCell"
PLACES: Final = Places(
    MAIN,
    (
        *(_SHEET, ROWS, _ROW, _CELL, _VALUE, _FORMULA),
        *(f"{_CELL}/is", f"{_CELL}/is/r", *_TEXTS),
        *(f"{_SHEET}/mergeCells", _MERGE),
    ),
)


@dataclass(frozen=True, slots=True)
class Lookup:
    """What a sheet's cells refer to: shared strings by number, number formats by style."""

    strings: tuple[str, ...]
    styles: tuple[Display, ...]
    epoch_1904: bool


def merged_range(reference: str) -> MergedRange | None:
    """Read ``A1:B2``; a single cell is no merged range, and neither is what is no reference."""
    found = _RANGE.fullmatch(reference)
    if found is None or found[3] is None:
        return None
    first, last = column_number(found[1]), column_number(found[3])
    return MergedRange.between(int(found[2]), first, int(found[4]), last)


def parse_number(text: str) -> float | None:
    """Read a number as a spreadsheet stores it; ``None`` for other text and for what no cell can hold."""
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text)
    return number if math.isfinite(number) else None


class SheetWalker:
    """Fills a grid from a worksheet's elements; notes hidden rows and merged ranges."""

    places: ClassVar = PLACES

    def __init__(self, grid: Grid, lookup: Lookup) -> None:
        self.hidden_rows: list[int] = []
        self.merged: list[MergedRange] = []
        self.moved = False
        """Whether a cell's address names another row than the one that it stands in."""
        self._grid = grid
        self._lookup = lookup
        self._row = 0
        self._row_text = ""
        self._column = 0
        self._cell: dict[str, str] = {}
        self._value: list[str] | None = None
        self._in_value = False
        self._formula = False
        self._inline = RichText()
        self._length = 0

    def start(self, path: str, attributes: dict[str, str]) -> None:
        """Take note that an element begins."""
        self._length = 0
        if path == _CELL:
            self._begin_cell(attributes)
        elif path == _VALUE:
            self._value, self._in_value = [], True
        elif path == _FORMULA:
            self._formula = True
        elif path in _TEXTS:
            self._inline.open(attributes)
        elif path == _ROW:
            self._begin_row(attributes)
        elif path == _MERGE and (area := merged_range(attributes.get("ref", ""))):
            self._merge(area)

    def _merge(self, area: MergedRange) -> None:
        if len(self.merged) >= MOST_MERGES:
            raise beyond(self._grid.file, NUMBER_OF_MERGED_CELLS(), SO_MANY_CELLS(count=MOST_MERGES))
        self.merged.append(area)

    def end(self, path: str) -> None:
        """Take note that an element ends."""
        if path == _CELL:
            self._grid.put(self._row, self._column, self._read(self._cell))
        elif path == _VALUE:
            self._in_value = False
        elif path in _TEXTS:
            self._inline.close()

    def text(self, text: str) -> None:
        """Take the text of a value. Raises ``ProblemsFoundError`` when it is longer than a cell can hold."""
        if self._in_value and self._value is not None:
            self._value.append(text)
        elif not self._inline.gather(text):
            return
        self._length += len(text)
        if self._length > LONGEST_TEXT:
            raise beyond(self._grid.file, LENGTH_OF_CELL_TEXT(), SO_MANY_LETTERS(count=LONGEST_TEXT))

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._row_text = attributes.get("r", "")
        self._row = self._counting_number(self._row_text) if "r" in attributes else self._row + 1
        self._column = 0
        if is_on(attributes.get("hidden")):
            self.hidden_rows.append(self._row)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._cell, self._value, self._formula = attributes, None, False
        if "r" not in attributes:
            self._column += 1
            return
        written = attributes["r"]
        found = _ADDRESS.fullmatch(written) or _ADDRESS.fullmatch(written.upper().replace("$", ""))
        if found is None:
            raise damaged(self._grid.file, CELL_ADDRESS_UNKNOWN(address=written))
        self._column = column_number(found[1][:4])
        if found[2] != self._row_text:
            self._row, self._row_text = self._counting_number(found[2]), found[2]
            self.moved = True

    def _counting_number(self, text: str) -> int:
        digits = text.strip()
        if not (digits.isascii() and digits.isdigit()):
            raise damaged(self._grid.file, ROW_NUMBER_UNKNOWN(number=text))
        if len(digits.lstrip("0")) > _LONGEST:
            raise refusal(CELL_BEYOND_SHEET, self._grid.file, self._grid.sheet)
        return int(digits)

    def _read(self, cell: dict[str, str]) -> Cell:
        """Return the cell's value, by its type."""
        kind = cell.get("t", "n")
        inline = self._inline.take()
        if inline and (kind == "inlineStr" or self._value is None):
            return inline
        text = None if self._value is None else "".join(self._value)
        if not text:
            # A formula whose result is the empty text keeps its type; one without a result has none.
            cached = text is not None and kind == "str"
            return UncachedFormula() if self._formula and not cached else None
        return self._typed(kind, text, cell)

    def _typed(self, kind: str, text: str, cell: dict[str, str]) -> Cell:
        match kind:
            case "e":
                return ErrorCell(text)
            case "s":
                return self._string(text) or None
            case "b":
                return is_on(text)
            case "n":
                return self._number(text, cell.get("s", "0"))
            case "d":
                return written_moment(text)
            case _:
                return unescape(text)

    def _string(self, text: str) -> str:
        try:
            return self._lookup.strings[self._counting_number(text)]
        except IndexError:
            raise damaged(self._grid.file, SHARED_TEXT_MISSING(number=text)) from None

    def _number(self, text: str, style: str) -> Cell:
        number = parse_number(text)
        if number is None:
            return text
        styles = self._lookup.styles
        shown = styles[int(style)] if style.isdecimal() and int(style) < len(styles) else Display.NUMBER
        return number_cell(number, shown, epoch_1904=self._lookup.epoch_1904)
