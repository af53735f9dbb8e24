"""Workbooks of Excel 2002 and 2003 in one XML file, which web applications write under the name .xls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from ipak_cli.base.figures import grouped_int
from ipak_cli.catalogue.files import (
    CONTENT_NOT_AN_XML_SPREADSHEET,
    FILE_SIZE_OF,
    FORBIDDEN_XML,
    NUMBER_OF_XML_TAGS,
)
from ipak_cli.tables.book import Allowance, SheetInMaking, finite_cell, opened_workbook
from ipak_cli.tables.cell import LAST_COLUMN, LAST_ROW, Cell, ErrorCell, UncachedFormula
from ipak_cli.tables.number_format import Display, shown_as
from ipak_cli.tables.refusal import beyond, damaged, refusal
from ipak_cli.tables.workbook import MergedRange
from ipak_cli.tables.zip import MIB

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ipak_cli.tables.workbook import Workbook

MOST_BYTES: Final = 48 * MIB
MOST_ELEMENTS: Final = 1_000_000
_SPACES: Final = tuple(f"urn:schemas-microsoft-com:office:{name}" for name in ("spreadsheet", "excel"))
_DEEPEST: Final = 6
"""Elements within each other that matter: from the workbook to what a cell holds."""
_NAMED_FORMATS: Final = {
    "Percent": Display.PERCENT,
    **dict.fromkeys(
        ("General Date", "Short Date", "Medium Date", "Long Date", "Short Time", "Medium Time", "Long Time"),
        Display.MOMENT,
    ),
}
_LONGEST_TEXT: Final = 65_536
_YEAR_OF_CLOCKS: Final = 1899
"""A time of day without a date is written with the day before the first."""

Attributes = dict[str, str]


def open_excel_xml(path: Path, data: bytes) -> Workbook:
    """Open a workbook in one XML file. Raises ``ProblemsFoundError`` when it is damaged or too large."""
    file = path.name
    if len(data) > MOST_BYTES:
        raise beyond(file, FILE_SIZE_OF(kind="XML"), f"{MOST_BYTES // MIB} MiB")
    if data.count(b"<") - data.count(b"</") > MOST_ELEMENTS:
        raise beyond(file, NUMBER_OF_XML_TAGS(), grouped_int(MOST_ELEMENTS))
    reader = _XmlReader(Allowance(file))
    try:
        reader.read(data)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise damaged(file, CONTENT_NOT_AN_XML_SPREADSHEET()) from error
    return opened_workbook(file, data, reader.sheets)


@dataclass(slots=True)
class _Spot:
    """The cell that is open: its place, its style, and what its data says."""

    column: int
    attributes: Attributes
    kind: str | None = None
    text: str = ""


class _XmlReader:
    """The handlers of an XML parser: elements count where the format has them, and nowhere else."""

    def __init__(self, allowance: Allowance) -> None:
        self.sheets: list[SheetInMaking] = []
        self.epoch_1904 = False
        self._allowance = allowance
        self._path: list[str] = []
        self._formats: dict[str, Display] = {}
        self._style = ""
        self._row = self._next_row = 0
        self._row_style: str | None = None
        self._column = 0
        self._cell: _Spot | None = None
        self._text: list[str] | None = None
        self._length = 0
        self._opens: dict[str, Callable[[Attributes], None]] = {
            "Workbook/Styles/Style": self._open_style,
            "Workbook/Styles/Style/Display": self._note_format,
            "Workbook/Worksheet": self._open_sheet,
            "Workbook/Worksheet/Table/Row": self._open_row,
            "Workbook/Worksheet/Table/Row/Cell": self._open_cell,
            "Workbook/Worksheet/Table/Row/Cell/Data": self._open_data,
            "Workbook/Worksheet/WorksheetOptions/Visible": self._open_text,
            "Workbook/ExcelWorkbook/Date1904": self._note_epoch,
        }
        self._closes: dict[str, Callable[[], None]] = {
            "Workbook/Worksheet/Table/Row/Cell": self._close_cell,
            "Workbook/Worksheet/Table/Row/Cell/Data": self._close_data,
            "Workbook/Worksheet/WorksheetOptions/Visible": self._note_visible,
        }

    def read(self, data: bytes) -> None:
        """Read the workbook. Raises ``ExpatError``, ``ValueError`` and ``LookupError`` for a damaged one."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse_dtd
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.Parse(data, True)  # noqa: FBT003  the signature is the library's

    def _refuse_dtd(self, *_: object) -> None:
        raise refusal(FORBIDDEN_XML, self._allowance.file, part="XML")

    def _start(self, name: str, attributes: Attributes) -> None:
        space, _, plain = name.rpartition(" ")
        self._path.append(plain if space in _SPACES else name)
        if len(self._path) <= _DEEPEST and (opened := self._opens.get("/".join(self._path))):
            opened({key.rpartition(" ")[2]: value for key, value in attributes.items()})

    def _end(self, _: str) -> None:
        if len(self._path) <= _DEEPEST and (closed := self._closes.get("/".join(self._path))):
            closed()
        self._path.pop()

    def _characters(self, text: str) -> None:
        if self._text is None:
            return
        self._length += len(text)
        if self._length > _LONGEST_TEXT:
            raise ValueError("a cell's text is too long")
        self._text.append(text)

    def _open_text(self, _: Attributes) -> None:
        self._text, self._length = [], 0

    def _taken_text(self) -> str:
        text, self._text = "".join(self._text or ()), None
        return text

    def _open_style(self, attributes: Attributes) -> None:
        self._style = attributes.get("ID", "")

    def _note_format(self, attributes: Attributes) -> None:
        code = attributes.get("Format", "")
        self._formats[self._style] = _NAMED_FORMATS.get(code) or shown_as(0, code, file=self._allowance.file)

    def _note_epoch(self, _: Attributes) -> None:
        self.epoch_1904 = True

    def _open_sheet(self, attributes: Attributes) -> None:
        name = attributes.get("Name", "")
        self.sheets.append(SheetInMaking(self._allowance, name, epoch_1904=self.epoch_1904))
        self._row, self._next_row = 0, 1

    def _note_visible(self) -> None:
        self.sheets[-1].hidden = self._taken_text().strip() in {"SheetHidden", "SheetVeryHidden"}

    def _open_row(self, attributes: Attributes) -> None:
        self._row = _number(attributes, "Index", self._next_row)
        if self._row < self._next_row:
            raise ValueError("rows out of order")
        self._next_row = self._row + 1 + _number(attributes, "Span", 0)
        self._row_style = attributes.get("StyleID")
        self._column = 1
        if attributes.get("Hidden") == "1" and self._next_row <= LAST_ROW + 1:
            self.sheets[-1].hidden_rows.extend(range(self._row, self._next_row))

    def _open_cell(self, attributes: Attributes) -> None:
        column = _number(attributes, "Index", self._column)
        if column < self._column:
            raise ValueError("cells out of order")
        across, down = _number(attributes, "MergeAcross", 0), _number(attributes, "MergeDown", 0)
        self._column = column + across + 1
        self._cell = _Spot(column, attributes)
        if across or down:
            last = min(self._row + down, LAST_ROW), min(column + across, LAST_COLUMN)
            self.sheets[-1].merge(MergedRange.between(self._row, column, *last))

    def _open_data(self, attributes: Attributes) -> None:
        if self._cell is None or self._cell.kind is not None:
            raise ValueError("two values in a cell")
        self._cell.kind = attributes.get("Type", "String")
        self._open_text(attributes)

    def _close_data(self) -> None:
        if self._cell is not None:
            self._cell.text = self._taken_text()

    def _close_cell(self) -> None:
        if self._cell is not None:
            value = self._value(self._cell)
            if isinstance(value, str):
                self._allowance.take_text(value)
            self.sheets[-1].put(self._row, self._cell.column, value)
        self._cell = None

    def _value(self, cell: _Spot) -> Cell:
        if cell.kind is None:
            return UncachedFormula() if "Formula" in cell.attributes else None
        if cell.kind == "Number":
            style = cell.attributes.get("StyleID", self._row_style or "Default")
            shown = self._formats.get(style, Display.NUMBER)
            return finite_cell(float(cell.text), shown, epoch_1904=self.epoch_1904)
        if cell.kind == "DateTime":
            return _moment(cell.text.strip())
        if cell.kind == "Boolean":
            return cell.text.strip() == "1"
        return ErrorCell(cell.text) if cell.kind == "Error" else cell.text


def _number(attributes: Attributes, name: str, missing: int) -> int:
    """Return a whole number of an attribute. Raises ``ValueError`` for what is none, or beyond every grid."""
    text = attributes.get(name)
    if text is None:
        return missing
    if not (text.isascii() and text.isdigit() and len(text) <= 7):
        raise ValueError(f"not a number: {text[:20]!r}")
    return int(text)


def _moment(text: str) -> datetime | date | time:
    moment = datetime.fromisoformat(text)
    if moment.year <= _YEAR_OF_CLOCKS:
        return moment.time()
    return moment if moment.time() != time() else moment.date()
