"""OpenDocument spreadsheets (.ods): one pass over the content, repeats counted before they are unrolled."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from ipak_cli.cells import LAST_COLUMN, LAST_ROW, Cell, ErrorCell, UncachedFormula
from ipak_cli.problems import ProblemsFoundError, Where
from ipak_cli.sheets.number_formats import cell_of
from ipak_cli.sheets.stored import Allowance, SheetInMaking, damaged, refused, too_large
from ipak_cli.sheets.workbook import MergedRange, Workbook
from ipak_cli.sheets.zipped import Archive

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KIND: Final = ".ods"
MOST_ELEMENTS: Final = 4_000_000
"""XML elements in the content; a cell with text is two."""
LONGEST_TEXT: Final = 65_536
"""Characters in a cell; programs stop at 32,767 or 65,535."""
_CONTENT: Final = "content.xml"
_MANIFEST: Final = "META-INF/manifest.xml"

_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _TABLE, _TEXT, _STYLE = (f"{_OASIS}{name}:1.0 " for name in ("office", "table", "text", "style"))
_CALC: Final = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_PASSED: Final = frozenset(
    [_OFFICE + name for name in ("document-content", "automatic-styles", "body", "spreadsheet")]
    + [_TABLE + name for name in ("table-row-group", "table-header-rows", "table-rows")]
    + [_TEXT + name for name in ("span", "a")]
)
"""Elements that only hold others; whatever is neither here nor handled is skipped with all it holds."""
_ERROR: Final = re.compile(r"#(NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A)|Err:\d{3}")
_DURATION: Final = re.compile(r"(-?)P(?:(\d{1,7})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:\.(\d+))?S)?)?")
_SPACES: Final = re.compile(r"[ \t\r\n]+")

Attributes = dict[str, str]


def open_ods(path: Path, data: bytes) -> Workbook:
    """Open an OpenDocument spreadsheet. Raises ``ProblemsFoundError`` when it is damaged or too large."""
    file = path.name
    archive = Archive(path, data)
    try:
        if b"encryption-data" in archive.read(_MANIFEST):
            raise refused("F106", Where(file))
        content = archive.read(_CONTENT)
    except KeyError as error:
        raise damaged(file, KIND) from error
    reader = _Reader(Allowance(file))
    try:
        reader.read(content)
    except (expat.ExpatError, ValueError) as error:
        raise damaged(file, KIND) from error
    if not reader.sheets:
        raise refused("F115", Where(file))
    done = [sheet.done() for sheet in reader.sheets]
    strays = tuple(stray for _, strays in done for stray in strays)
    return Workbook(file, hashlib.sha256(data).hexdigest(), tuple(sheet for sheet, _ in done), strays)


@dataclass(slots=True)
class _Row:
    """A row that is being read: where it stands, how often it repeats, and its cells."""

    number: int
    times: int
    hidden: bool
    column: int = 1
    cells: list[tuple[int, Cell]] = field(default_factory=list)


@dataclass(slots=True)
class _Cell:
    """A cell that is being read."""

    attributes: Attributes
    covered: bool
    paragraphs: list[list[str]] = field(default_factory=list)
    length: int = 0

    def add(self, text: str) -> None:
        """Add to the last paragraph; raises ``ValueError`` beyond any program's limit."""
        self.length += len(text)
        if self.length > LONGEST_TEXT:
            raise ValueError("a cell's text is too long")
        self.paragraphs[-1].append(text)

    @property
    def text(self) -> str:
        return "\n".join("".join(parts) for parts in self.paragraphs)


class _Reader:
    """The handlers of an XML parser: each element that matters has its own, all others are skipped."""

    def __init__(self, allowance: Allowance) -> None:
        self.sheets: list[SheetInMaking] = []
        self._allowance = allowance
        self._elements = 0
        self._skipped = 0
        self._style = ""
        self._hidden_styles: set[str] = set()
        self._sheet: SheetInMaking | None = None
        self._next_row = 1
        self._row: _Row | None = None
        self._cell: _Cell | None = None
        self._in_paragraph = False
        self._texts: dict[str, str] = {}
        self._opens: dict[str, Callable[[Attributes], None]] = {
            _STYLE + "style": self._open_style,
            _STYLE + "table-properties": self._note_display,
            _TABLE + "table": self._open_sheet,
            _TABLE + "table-source": self._forget_sheet,
            _TABLE + "table-row": self._open_row,
            _TABLE + "table-cell": self._open_cell,
            _TABLE + "covered-table-cell": self._open_covered,
            _TEXT + "p": self._open_paragraph,
            _TEXT + "s": self._add_spaces,
            _TEXT + "tab": lambda _: self._add("\t"),
            _TEXT + "line-break": lambda _: self._add("\n"),
        }
        self._closes: dict[str, Callable[[], None]] = {
            _TABLE + "table": self._close_sheet,
            _TABLE + "table-row": self._close_row,
            _TABLE + "table-cell": self._close_cell,
            _TABLE + "covered-table-cell": self._close_cell,
            _TEXT + "p": self._close_paragraph,
        }

    def read(self, content: bytes) -> None:
        """Read the content. Raises ``ExpatError`` and ``ValueError`` where it is not what it should be."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse_dtd
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.Parse(content, True)  # noqa: FBT003  the signature is the library's

    def _refuse_dtd(self, *_: object) -> None:
        raise refused("F110", Where(self._allowance.file), part=_CONTENT)

    def _start(self, name: str, attributes: Attributes) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise too_large(self._allowance.file, "jumlah elemen XML", MOST_ELEMENTS)
        if self._skipped:
            self._skipped += 1
        elif opened := self._opens.get(name):
            opened(attributes)
        elif name not in _PASSED:
            self._skipped = 1

    def _end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif closed := self._closes.get(name):
            closed()

    def _characters(self, text: str) -> None:
        if self._in_paragraph and not self._skipped:
            self._add(_SPACES.sub(" ", text))

    def _open_style(self, attributes: Attributes) -> None:
        self._style = attributes.get(_STYLE + "name", "")

    def _note_display(self, attributes: Attributes) -> None:
        if attributes.get(_TABLE + "display") == "false":
            self._hidden_styles.add(self._style)

    def _open_sheet(self, attributes: Attributes) -> None:
        if self._sheet is not None:
            self._skipped = 1  # a table inside a cell
            return
        hidden = attributes.get(_TABLE + "style-name") in self._hidden_styles
        self._sheet = SheetInMaking(self._allowance, attributes.get(_TABLE + "name", ""), hidden=hidden)
        self.sheets.append(self._sheet)
        self._next_row = 1

    def _forget_sheet(self, _: Attributes) -> None:
        """Leave out a sheet that is only a copy of another file's, kept for formulas."""
        if self._sheet is not None and self._sheet in self.sheets[-1:]:
            self.sheets.pop()

    def _close_sheet(self) -> None:
        self._sheet = None

    def _open_row(self, attributes: Attributes) -> None:
        if self._sheet is None or self._row is not None:
            raise ValueError("a row outside a sheet")
        times = _count(attributes, _TABLE + "number-rows-repeated")
        hidden = attributes.get(_TABLE + "visibility", "visible") != "visible"
        self._row = _Row(self._next_row, times, hidden)
        self._next_row += times

    def _close_row(self) -> None:
        row, sheet = self._row, self._sheet
        self._row = None
        if row is None or sheet is None or not row.cells:
            return
        if row.number + row.times - 1 > LAST_ROW:
            raise refused("F113", Where(self._allowance.file, sheet.name))
        for number in range(row.number, row.number + row.times):
            if row.hidden:
                sheet.hidden_rows.add(number)
            for column, value in row.cells:
                sheet.put(number, column, value)

    def _open_cell(self, attributes: Attributes) -> None:
        if self._row is None or self._cell is not None:
            raise ValueError("a cell outside a row")
        self._cell = _Cell(attributes, covered=False)

    def _open_covered(self, attributes: Attributes) -> None:
        self._open_cell(attributes)
        if self._cell is not None:
            self._cell.covered = True

    def _close_cell(self) -> None:
        cell, row, sheet = self._cell, self._row, self._sheet
        self._cell = None
        if cell is None or row is None or sheet is None:
            return
        attributes = cell.attributes
        first = row.column
        times = _count(attributes, _TABLE + "number-columns-repeated") if attributes else 1
        row.column += times
        self._note_merge(attributes, row.number, first)
        value = None if cell.covered else _value(attributes, cell.text)
        if value is None or value == "":
            return
        if row.column - 1 > LAST_COLUMN:
            raise refused("F113", Where(self._allowance.file, sheet.name))
        if isinstance(value, str):
            value = self._texts.setdefault(value, value)
        row.cells += [(column, value) for column in range(first, row.column)]
        if len(row.cells) > LAST_COLUMN:
            raise refused("F113", Where(self._allowance.file, sheet.name))

    def _note_merge(self, attributes: Attributes, row: int, column: int) -> None:
        rows = _count(attributes, _TABLE + "number-rows-spanned")
        columns = _count(attributes, _TABLE + "number-columns-spanned")
        if (rows > 1 or columns > 1) and self._sheet is not None:
            last = min(row + rows - 1, LAST_ROW), min(column + columns - 1, LAST_COLUMN)
            self._sheet.merge(MergedRange(row, column, *last))

    def _open_paragraph(self, _: Attributes) -> None:
        if self._cell is None or self._in_paragraph:
            self._skipped = 1
            return
        self._cell.paragraphs.append([])
        self._in_paragraph = True

    def _close_paragraph(self) -> None:
        self._in_paragraph = False

    def _add_spaces(self, attributes: Attributes) -> None:
        self._add(" " * min(_count(attributes, _TEXT + "c"), LONGEST_TEXT + 1))

    def _add(self, text: str) -> None:
        if self._cell is not None and self._in_paragraph:
            self._cell.add(text)


def _count(attributes: Attributes, name: str) -> int:
    """Return how often something repeats. Raises ``ValueError`` for what is not a count."""
    text = attributes.get(name)
    if text is None:
        return 1
    if not (text.isascii() and text.isdigit() and len(text) <= 10):  # noqa: PLR2004  more than any sheet has
        raise ValueError(f"not a count: {text[:20]!r}")
    return max(1, int(text))


def _value(attributes: Attributes, text: str) -> Cell:
    """Return what a cell holds. Raises ``ValueError`` for a number that is none."""
    if not attributes:
        return text
    kind = attributes.get(_OFFICE + "value-type", "")
    formula = _TABLE + "formula" in attributes
    if attributes.get(_CALC + "value-type") == "error" or (formula and _ERROR.fullmatch(text)):
        return ErrorCell(text or "#ERROR!")
    if kind in ("float", "currency", "percentage"):
        shown = "percent" if kind == "percentage" else "number"
        return cell_of(float(attributes[_OFFICE + "value"]), shown, epoch_1904=False)
    if kind == "boolean":
        return attributes[_OFFICE + "boolean-value"] == "true"
    if kind == "date":
        return _moment(attributes.get(_OFFICE + "date-value", ""), text)
    if kind == "time":
        return _duration(attributes.get(_OFFICE + "time-value", ""), text)
    if kind == "" and formula and not text:
        return UncachedFormula()
    return text or attributes.get(_OFFICE + "string-value", "")


def _moment(value: str, text: str) -> datetime | date | str:
    """Read a day, with or without a time; one that no calendar has stays the text that the cell shows."""
    try:
        return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    except ValueError:
        return text or value


def _duration(value: str, text: str) -> time | timedelta | str:
    """Read a time of day, or a longer or negative span as such."""
    match = _DURATION.fullmatch(value)
    if match is None:
        return text or value
    sign, days, hours, minutes, seconds, decimals = match.groups(default="0")
    span = timedelta(
        days=int(days),
        hours=int(hours),
        minutes=int(minutes),
        seconds=int(seconds),
        microseconds=int(decimals[:6].ljust(6, "0")),
    )
    if sign == "-":
        return -span
    return (datetime.min + span).time() if span < timedelta(days=1) else span
