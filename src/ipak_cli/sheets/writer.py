"""Workbooks for people to fill in: text stays text, drop-downs, print set-up, the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.writer.excel import ExcelWriter

from ipak_cli.cells import address, column_letters

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

EPOCH: Final = datetime(2024, 1, 1)  # noqa: DTZ001  a workbook's properties hold a time without a zone
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
LONGEST_TEXT: Final = 32_767
LONGEST_CHOICES: Final = 255
DATE_TIME: Final = "dd/mm/yyyy hh:mm"
_LINE: Final = Side(style="thin", color="B7B7B7")
_LINE_HEIGHT: Final = 15


def new_workbook(title: str) -> Workbook:
    """Return a workbook without sheets whose properties never depend on when or by whom it is made."""
    workbook = Workbook()
    for sheet in workbook.worksheets:
        workbook.remove(sheet)
    workbook.properties.creator = "ipak"
    workbook.properties.title = title
    workbook.properties.created = EPOCH
    workbook.properties.modified = EPOCH
    return workbook


def put_text(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """Write text that no spreadsheet program will take for a formula, a number or an error; return its cell.

    A character that XML cannot hold becomes the replacement sign. Raises ``ValueError`` when the text is
    longer than a cell can be.
    """
    if len(text) > LONGEST_TEXT:
        raise ValueError(f"a cell holds {LONGEST_TEXT} characters, not {len(text)}")
    cell = Cell(sheet, row, column, ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", text))
    cell.data_type = "s"
    if text.startswith(FORMULA_STARTS):
        cell.quotePrefix = True
    sheet._cells[row, column] = cell
    return cell


def put_headers(sheet: Worksheet, headers: Sequence[str], *, row: int = 1, fill: str = "D9E2F3") -> None:
    """Write a header row: bold, wrapped, framed, on a background ``fill`` (RRGGBB)."""
    for column, header in enumerate(headers, start=1):
        cell = sheet.cell(row, column)
        put_text(cell, header)
        style_header(cell, fill)


def style_header(cell: Cell, fill: str) -> None:
    """Make one cell look like a header on a background ``fill`` (RRGGBB)."""
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", start_color=fill, end_color=fill)
    cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    cell.border = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


def set_widths(sheet: Worksheet, widths: Sequence[float], *, header_row: int = 1) -> None:
    """Set the column widths, in characters, and make ``header_row`` tall enough for its wrapped text."""
    lines = 1
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[column_letters(column)].width = width
        lines = max(lines, _lines(sheet.cell(header_row, column).value, width))
    sheet.row_dimensions[header_row].height = lines * _LINE_HEIGHT


def offer_choices(sheet: Worksheet, cells: str, choices: Sequence[str], refusal: str) -> None:
    """Give a range of cells a drop-down and refuse everything else with the sentence ``refusal``.

    Raises ``ValueError`` when the choices do not fit a drop-down: a comma in one, or over 255 characters in all.
    """
    joined = ",".join(choices)
    if len(joined) > LONGEST_CHOICES or any(mark in choice for choice in choices for mark in ',"'):
        raise ValueError(f"these choices do not fit a drop-down: {joined!r}")
    _validate(sheet, cells, DataValidation(type="list", formula1=f'"{joined}"'), ("Pilihan tidak ada", refusal))


def expect_dates(sheet: Worksheet, cells: str, span: tuple[date, date], refusal: str) -> None:
    """Let a range of cells hold only dates (with or without a time) of ``span``."""
    first, last = (str(int(to_excel(day))) for day in span)
    rule = DataValidation(type="date", operator="between", formula1=first, formula2=last)
    _validate(sheet, cells, rule, ("Tanggal belum terbaca", refusal))


def open_columns(sheet: Worksheet, count: int, formats: dict[int, str]) -> None:
    """Let people write in the first ``count`` columns of a sheet that gets protected; column -> number format.

    Styles whole columns, so that the empty rows stay empty in the file.
    """
    for column in range(1, count + 1):
        dimension = sheet.column_dimensions[column_letters(column)]
        dimension.protection = Protection(locked=False)
        dimension.number_format = formats.get(column, "General")


def protect(sheet: Worksheet) -> None:
    """Keep locked cells (without a password) from slips; rows, columns, sorting and filters stay free."""
    for allowed in ("formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows", "sort", "autoFilter"):
        setattr(sheet.protection, allowed, False)
    sheet.protection.sheet = True


def print_on_a4(sheet: Worksheet, *, header_row: int | None = None, landscape: bool = True) -> None:
    """Print on A4, all columns on one page's width, the header row on every page, with page numbers."""
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    if header_row is not None:
        sheet.print_title_rows = f"{header_row}:{header_row}"
    sheet.oddFooter.center.text = "&A, halaman &P dari &N"


def freeze_below(sheet: Worksheet, row: int, column: int = 0) -> None:
    """Keep the first ``row`` rows and ``column`` columns in sight while scrolling."""
    sheet.freeze_panes = address(row + 1, column + 1)


def workbook_bytes(workbook: Workbook) -> bytes:
    """Return the file: the same for the same content, whatever the clock and the machine's zlib."""
    loose = io.BytesIO()
    with zipfile.ZipFile(loose, "w") as archive:
        ExcelWriter(workbook, archive).write_data()
    packed = io.BytesIO()
    with zipfile.ZipFile(loose) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, date_time=EPOCH.timetuple()[:6])
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(name))
    return packed.getvalue()


def save_workbook(workbook: Workbook, path: Path) -> None:
    """Write the file at ``path``; ``OSError`` when that is not possible."""
    path.write_bytes(workbook_bytes(workbook))


def _validate(sheet: Worksheet, cells: str, rule: DataValidation, refusal: tuple[str, str]) -> None:
    rule.errorTitle, rule.error = refusal
    rule.showErrorMessage = True
    rule.allow_blank = True
    rule.add(cells)
    sheet.add_data_validation(rule)


def _lines(value: object, width: float) -> int:
    """Guess how many lines a text takes when it wraps at ``width`` characters; words rarely fill a line."""
    return 1 + int(len(str(value or "")) * 1.2 / width)
