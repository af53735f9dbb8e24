"""Workbooks for people to fill in: text stays text, drop-downs, print set-up, the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from textwrap import shorten
from typing import TYPE_CHECKING, Final, NamedTuple

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.protection import SheetProtection
from openpyxl.writer.excel import ExcelWriter

from ipak_cli.base.archive import undated
from ipak_cli.forms.looks import (
    FORMULA_STARTS,
    LINE,
    LINE_HEIGHT,
    LONGEST_TEXT,
    PLAIN_HEADER,
    lines_needed,
)
from ipak_cli.tables.cell import address, column_letters, spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

DATE_TIME: Final = "dd/mm/yyyy hh:mm"
DATE: Final = "dd/mm/yyyy"
GENERAL: Final = "General"
AS_TEXT: Final = "@"
LONGEST_CHOICES: Final = 255
LONGEST_PROMPT: Final = 255
LONGEST_PROMPT_TITLE: Final = 32
TITLE: Final = Font(name="Calibri", size=14, bold=True)
BOLD: Final = Font(name="Calibri", size=11, bold=True)
_MADE: Final = datetime(2024, 1, 1)  # noqa: DTZ001  a workbook's properties hold a time without a zone
_DAY_ZERO: Final = date(1899, 12, 30)
_LINE: Final = Side(style="thin", color=LINE)
_HEAVY_LINE: Final = Side(style="medium", color="7F7F7F")
_NOTE_LINE, _NOTE_WIDTH = 18, 420
"""Pixels of a line in a note, and across it."""


class Prompt(NamedTuple):
    """What a cell says while it is chosen; what is too long for a spreadsheet program is cut at a word."""

    title: str
    text: str


def new_workbook(title: str) -> Workbook:
    """Return a workbook without sheets whose properties never depend on when or by whom it is made."""
    workbook = Workbook()
    for sheet in workbook.worksheets:
        workbook.remove(sheet)
    workbook.properties.creator = "ipak"
    workbook.properties.title = title
    workbook.properties.created = _MADE
    workbook.properties.modified = _MADE
    return workbook


def workbook_bytes(workbook: Workbook) -> bytes:
    """Return the file: the same for the same content, whatever the clock and the machine's zlib."""
    dated = io.BytesIO()
    with zipfile.ZipFile(dated, "w") as archive:
        ExcelWriter(workbook, archive).write_data()
    return undated(dated.getvalue())


def put_text(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """Write text that no spreadsheet program will take for a formula, a number or an error; return its cell.

    A character that XML cannot hold becomes the replacement sign. Raises ``ValueError`` when the text is
    longer than a cell can be.
    """
    if len(text) > LONGEST_TEXT:
        raise ValueError(f"a cell holds {LONGEST_TEXT} characters, not {len(text)}")
    cell = sheet.cell(row, column, ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", text))
    cell.data_type = "s"
    if text.startswith(FORMULA_STARTS):
        cell.quotePrefix = 1
    return cell


def put_note(cell: Cell | MergedCell, text: str, lines: int) -> None:
    """Add a note that is shown when the pointer rests on a cell, with room for so many lines."""
    cell.comment = Comment(text, "ipak", height=lines * _NOTE_LINE, width=_NOTE_WIDTH)


def put_value(sheet: Worksheet, row: int, column: int, value: float | date) -> Cell:
    """Write a number or a date, which spreadsheet programs can count and sort; return its cell."""
    cell = sheet.cell(row, column, value)
    if isinstance(value, date):
        cell.number_format = DATE
    return cell


def put_header(sheet: Worksheet, row: int, column: int, text: str, fill: str = PLAIN_HEADER) -> None:
    """Write a header: bold, wrapped, framed, on a background ``fill`` (RRGGBB)."""
    cell = put_text(sheet, row, column, text)
    cell.font = BOLD
    cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    frame(cell, fill)


def frame(cell: Cell | MergedCell, fill: str | None = None, *, heavy_top: bool = False) -> None:
    """Draw lines around a cell, a heavier one above it if asked, on a background ``fill`` (RRGGBB)."""
    cell.border = Border(left=_LINE, right=_LINE, top=_HEAVY_LINE if heavy_top else _LINE, bottom=_LINE)
    if fill is not None:
        cell.fill = PatternFill("solid", start_color=fill, end_color=fill)


def set_widths(sheet: Worksheet, widths: Sequence[int]) -> None:
    """Set the widths of the first columns, in characters."""
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[column_letters(column)].width = width


def fit_height(sheet: Worksheet, row: int, lines: int = 1) -> None:
    """Make a row tall enough for its wrapped text, and for so many lines at least.

    Not every program does so when it opens the file.
    """
    for column, cell in enumerate(sheet[row], start=1):
        if cell.alignment.wrap_text:
            width = sheet.column_dimensions[column_letters(column)].width
            lines = max(lines, lines_needed(str(cell.value), width))
    sheet.row_dimensions[row].height = lines * LINE_HEIGHT


def open_columns(sheet: Worksheet, count: int, formats: Mapping[int, str]) -> None:
    """Let people write in the first ``count`` columns of a protected sheet; ``formats`` by column number.

    Styles whole columns, so that the empty rows stay empty in the file; the headers stay locked.
    """
    for column in range(1, count + 1):
        dimension = sheet.column_dimensions[column_letters(column)]
        dimension.protection = Protection(locked=False)
        dimension.number_format = formats.get(column, "General")


def open_cell(cell: Cell | MergedCell, number_format: str = GENERAL) -> None:
    """Let people write in one cell of a protected sheet."""
    cell.protection = Protection(locked=False)
    cell.number_format = number_format


def protect(sheet: Worksheet) -> None:
    """Keep the locked cells from slips, without a password; rows, sizes, sorting and filters stay free."""
    sheet.protection = SheetProtection(
        sheet=True,
        formatCells=False,
        formatColumns=False,
        formatRows=False,
        insertRows=False,
        deleteRows=False,
        sort=False,
        autoFilter=False,
    )


def cells_in(column: int, rows: Iterable[int]) -> str:
    """Return the cells of a column as one reference: ``(5, [3, 4, 9]) -> "E3:E4 E9"``."""
    ends = ((address(first, column), address(last, column)) for first, last in spans(rows))
    return " ".join(first if first == last else f"{first}:{last}" for first, last in ends)


def offer_choices(
    sheet: Worksheet, cells: str, choices: Sequence[str], refusal: str, prompt: Prompt | None = None
) -> None:
    """Give a range of cells a drop-down and refuse everything else with the sentence ``refusal``.

    Raises ``ValueError`` when the choices do not fit a drop-down (:func:`offer_list` takes them): one has a
    comma or a quotation mark, or all are over 255 characters together.
    """
    joined = ",".join(choices)
    if len(joined) > LONGEST_CHOICES or any(mark in choice for choice in choices for mark in ',"'):
        raise ValueError(f"these choices do not fit a drop-down: {joined!r}")
    rule = DataValidation(type="list", formula1=f'"{joined}"')
    _add_rule(sheet, cells, rule, prompt, title="Pilihan tidak ada", refusal=refusal)


def define_list(sheet: Worksheet, column: int, choices: Sequence[str], name: str) -> None:
    """Write choices down a column from row 1 on and give them a name that the whole workbook knows."""
    for row, choice in enumerate(choices, start=1):
        put_text(sheet, row, column, choice)
    letters = column_letters(column)
    place = f"'{sheet.title}'!${letters}$1:${letters}${len(choices)}"
    if sheet.parent is not None:
        sheet.parent.defined_names[name] = DefinedName(name, attr_text=place)


def offer_list(sheet: Worksheet, cells: str, name: str, refusal: str, prompt: Prompt | None = None) -> None:
    """Give cells a drop-down of the choices that :func:`define_list` named; anything else is refused."""
    rule = DataValidation(type="list", formula1=name)
    _add_rule(sheet, cells, rule, prompt, title="Pilihan tidak ada", refusal=refusal)


def expect_dates(
    sheet: Worksheet, cells: str, span: tuple[date, date], refusal: str, prompt: Prompt | None = None
) -> None:
    """Let a range of cells hold only dates, with or without a time, within ``span``, both ends included."""
    first, last = ((day - _DAY_ZERO).days for day in span)
    rule = DataValidation(type="date", operator="between", formula1=str(first), formula2=str(last + 1))
    _add_rule(sheet, cells, rule, prompt, title="Tanggal tidak terbaca", refusal=refusal)


def expect_whole(sheet: Worksheet, cells: str, refusal: str, prompt: Prompt | None = None) -> None:
    """Let cells hold only whole numbers of 0 or more."""
    rule = DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0")
    _add_rule(sheet, cells, rule, prompt, title="Bukan bilangan bulat", refusal=refusal)


def expect_formula(
    sheet: Worksheet, cells: str, formula: str, refusal: str, prompt: Prompt | None = None
) -> None:
    """Let cells hold only what makes a formula true, written for the first of them."""
    rule = DataValidation(type="custom", formula1=formula)
    _add_rule(sheet, cells, rule, prompt, title="Isian tidak terbaca", refusal=refusal)


def explain(sheet: Worksheet, cells: str, prompt: Prompt) -> None:
    """Show a message while one of the cells is chosen; they may hold anything."""
    _add_rule(sheet, cells, DataValidation(), prompt)


def shade_when(sheet: Worksheet, cells: str, formula: str, fill: str, ink: str | None = None) -> None:
    """Shade cells (RRGGBB) for which a formula is true, written for the first; earlier rules go first."""
    style = DifferentialStyle(
        font=Font(color=ink) if ink else None,
        fill=PatternFill("solid", start_color=fill, end_color=fill),
    )
    rule = Rule(type="expression", formula=[formula], stopIfTrue=True, dxf=style)
    sheet.conditional_formatting.add(cells, rule)


def freeze(sheet: Worksheet, *, rows: int = 0, columns: int = 0) -> None:
    """Keep the first rows and columns in sight while scrolling, and on every printed page."""
    sheet.freeze_panes = address(rows + 1, columns + 1)
    if rows:
        sheet.print_title_rows = f"1:{rows}"
    if columns:
        sheet.print_title_cols = f"A:{column_letters(columns)}"


def print_on_a4(sheet: Worksheet, *, landscape: bool, pages_wide: int = 1) -> None:
    """Print on A4, the columns spread over ``pages_wide`` pages, with page numbers."""
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth = pages_wide
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    footer = HeaderFooterItem()
    footer.center.text = "&A, halaman &P dari &N"
    sheet.HeaderFooter.oddFooter = footer


def _add_rule(
    sheet: Worksheet,
    cells: str,
    rule: DataValidation,
    prompt: Prompt | None,
    *,
    title: str = "",
    refusal: str | None = None,
) -> None:
    rule.allowBlank = True
    if refusal:
        rule.errorTitle, rule.error = title, refusal
        rule.showErrorMessage = True
    if prompt:
        rule.promptTitle = shorten(prompt.title, LONGEST_PROMPT_TITLE, placeholder=" …")
        rule.prompt = shorten(prompt.text, LONGEST_PROMPT, placeholder=" …")
        rule.showInputMessage = True
    for each in cells.split():
        rule.add(each)
    sheet.add_data_validation(rule)
