"""OpenDocument spreadsheets (.ods): one pass over the content, repeats counted before they are unrolled."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from ipak_cli.base.figures import grouped_int
from ipak_cli.catalogue.files import (
    CELL_BEYOND_SHEET,
    CONTENT_NOT_A_SPREADSHEET,
    FILE_SIZE_OF,
    FORBIDDEN_XML,
    NUMBER_OF_XML_TAGS,
    OPEN_DOCUMENT,
    OPENDOCUMENT_PASSWORD_PROTECTED,
    PART_NOT_A_SPREADSHEET,
)
from ipak_cli.tables.book import Allowance, SheetInMaking, opened_workbook
from ipak_cli.tables.cell import LAST_COLUMN, LAST_ROW, Cell
from ipak_cli.tables.file_kind import foreign
from ipak_cli.tables.ods_values import LONGEST_TEXT, Attributes, CellText, count, value_of
from ipak_cli.tables.refusal import beyond, damaged, refusal
from ipak_cli.tables.workbook import MergedRange
from ipak_cli.tables.zip import MIB, Archive

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ipak_cli.base.message import Message
    from ipak_cli.tables.workbook import Workbook

MOST_BYTES: Final = 48 * MIB
"""The content, unpacked."""
MOST_ELEMENTS: Final = 450_000
"""A cell with text is two, a run of empty cells one; two seconds of reading."""
_CONTENT: Final = "content.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_FLAT_SHEET: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_FLAT_START: Final = 4_096
_PASSED: Final = frozenset(
    (
        *(
            "office:document",
            "office:document-content",
            "office:automatic-styles",
            "office:body",
            "office:spreadsheet",
        ),
        *("table:table-row-group", "table:table-header-rows", "table:table-rows"),
        *("text:span", "text:a"),
    )
)
"""Elements that only hold others; whatever is neither here nor handled is skipped with all it holds."""


def open_ods(path: Path, data: bytes) -> Workbook:
    """Open an OpenDocument spreadsheet. Raises ``ProblemsFoundError`` when it is damaged or too large."""
    file = path.name
    archive = Archive(file, data, max_ratio=None)  # one part is read, and has a limit of its own
    if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
        raise refusal(OPENDOCUMENT_PASSWORD_PROTECTED, file)
    sheets = _sheets(file, archive.read(_CONTENT, MOST_BYTES), PART_NOT_A_SPREADSHEET(part=_CONTENT))
    return opened_workbook(file, data, sheets)


def open_flat_ods(path: Path, data: bytes) -> Workbook:
    """Open a spreadsheet that is one XML file. Raises ``ProblemsFoundError`` as :func:`open_ods` does."""
    if len(data) > MOST_BYTES:
        raise beyond(path.name, FILE_SIZE_OF(kind=".fods"), f"{MOST_BYTES // MIB} MiB")
    if _FLAT_SHEET not in data[:_FLAT_START]:
        raise foreign(path.name, OPEN_DOCUMENT)
    return opened_workbook(path.name, data, _sheets(path.name, data, CONTENT_NOT_A_SPREADSHEET()))


def _sheets(file: str, content: bytes, reason: Message) -> list[SheetInMaking]:
    found = _Content(Allowance(file))
    try:
        found.read(content)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise damaged(file, reason) from error
    return found.sheets


@dataclass(slots=True)
class _OdsRow:
    """A row that is being read: where it stands, how often it repeats, and its cells."""

    number: int
    times: int
    hidden: bool
    column: int = 1
    cells: list[tuple[int, Cell]] = field(default_factory=list)


class _Content:
    """The handlers of an XML parser: each element that matters has its own, all others are skipped."""

    def __init__(self, allowance: Allowance) -> None:
        self.sheets: list[SheetInMaking] = []
        self._allowance = allowance
        self._skipped = 0
        self._style = ""
        self._hidden_styles: set[str] = set()
        self._sheet: SheetInMaking | None = None
        self._next_row = 1
        self._row: _OdsRow | None = None
        self._cell: Attributes | None = None
        self._text = CellText()
        self._texts: dict[str, str] = {}
        self._opens: dict[str, Callable[[Attributes], None]] = {
            "style:style": self._open_style,
            "style:table-properties": self._note_display,
            "table:table": self._open_sheet,
            "table:table-source": self._forget_sheet,
            "table:table-row": self._open_row,
            "table:table-cell": self._open_cell,
            "table:covered-table-cell": self._open_cell,
            "text:p": self._open_paragraph,
            "text:s": self._add_spaces,
            "text:tab": lambda _: self._text.add("\t"),
            "text:line-break": lambda _: self._text.add("\n"),
        }
        self._closes: dict[str, Callable[[], None]] = {
            "table:table": self._close_sheet,
            "table:table-row": self._close_row,
            "table:table-cell": self._close_cell,
            "table:covered-table-cell": self._close_covered,
            "text:p": self._close_paragraph,
        }

    def read(self, content: bytes) -> None:
        """Read the content. Raises ``ExpatError``, ``ValueError`` and ``LookupError`` where it is damaged.

        It is parsed in one go: in pieces, a tag without end would be read again with every piece.
        """
        if content.count(b"<") - content.count(b"</") > MOST_ELEMENTS:
            raise beyond(self._allowance.file, NUMBER_OF_XML_TAGS(), grouped_int(MOST_ELEMENTS))
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse_dtd
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.Parse(content, True)  # noqa: FBT003  the signature is the library's

    def _refuse_dtd(self, *_: object) -> None:
        raise refusal(FORBIDDEN_XML, self._allowance.file, part=_CONTENT)

    def _start(self, name: str, attributes: Attributes) -> None:
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
        if not self._skipped:
            self._text.add_characters(text)

    def _open_style(self, attributes: Attributes) -> None:
        self._style = attributes.get("style:name", "")

    def _note_display(self, attributes: Attributes) -> None:
        if attributes.get("table:display") == "false":
            self._hidden_styles.add(self._style)

    def _open_sheet(self, attributes: Attributes) -> None:
        if self._sheet is not None:
            self._skipped = 1  # a table inside a cell
            return
        hidden = attributes.get("table:style-name") in self._hidden_styles
        self._sheet = SheetInMaking(self._allowance, attributes.get("table:name", ""), hidden=hidden)
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
        times = count(attributes, "table:number-rows-repeated")
        hidden = attributes.get("table:visibility", "visible") != "visible"
        self._row = _OdsRow(self._next_row, times, hidden)
        self._next_row += times

    def _close_row(self) -> None:
        row, sheet = self._row, self._sheet
        self._row = None
        if row is None or sheet is None or not row.cells:
            return
        if row.number + row.times - 1 > LAST_ROW:
            raise refusal(CELL_BEYOND_SHEET, self._allowance.file, sheet.name)
        for number in range(row.number, row.number + row.times):
            if row.hidden:
                sheet.hidden_rows.append(number)
            for column, value in row.cells:
                sheet.put(number, column, value)

    def _open_cell(self, attributes: Attributes) -> None:
        if self._row is None or self._cell is not None:
            raise ValueError("a cell outside a row")
        self._cell = attributes
        self._text = CellText()

    def _close_cell(self) -> None:
        attributes, text = self._cell or {}, self._text.text
        first, last = self._take_columns(attributes)
        if not attributes and not text:
            return
        value = value_of(attributes, text)
        if self._row is None or value is None or value == "":
            return
        if last > LAST_COLUMN or len(self._row.cells) > LAST_COLUMN:
            raise refusal(CELL_BEYOND_SHEET, self._allowance.file, self._sheet.name if self._sheet else None)
        if isinstance(value, str):
            value = self._shared(value)
        self._row.cells += [(column, value) for column in range(first, last + 1)]

    def _close_covered(self) -> None:
        """Pass over a cell that lies under a merged one: nobody sees what it holds."""
        self._take_columns(self._cell or {})

    def _take_columns(self, attributes: Attributes) -> tuple[int, int]:
        """End a cell; return its first and last column."""
        self._cell = None
        if self._row is None:
            raise ValueError("a cell outside a row")
        first = self._row.column
        self._row.column += count(attributes, "table:number-columns-repeated")
        if "table:number-columns-spanned" in attributes or "table:number-rows-spanned" in attributes:
            self._note_merge(attributes, self._row.number, first)
        return first, self._row.column - 1

    def _shared(self, text: str) -> str:
        """Keep each different text once."""
        if text not in self._texts:
            self._allowance.take_text(text)
        return self._texts.setdefault(text, text)

    def _note_merge(self, attributes: Attributes, row: int, column: int) -> None:
        rows = count(attributes, "table:number-rows-spanned")
        columns = count(attributes, "table:number-columns-spanned")
        if (rows > 1 or columns > 1) and self._sheet is not None:
            last = min(row + rows - 1, LAST_ROW), min(column + columns - 1, LAST_COLUMN)
            self._sheet.merge(MergedRange.between(row, column, *last))

    def _open_paragraph(self, _: Attributes) -> None:
        if self._cell is None or self._text.in_paragraph:
            self._skipped = 1
            return
        self._text.begin_paragraph()

    def _close_paragraph(self) -> None:
        self._text.in_paragraph = False

    def _add_spaces(self, attributes: Attributes) -> None:
        spaces = " " * min(count(attributes, "text:c"), LONGEST_TEXT + 1)
        self._allowance.take_text(spaces)  # a few bytes of the file make so many letters
        self._text.add(spaces)
