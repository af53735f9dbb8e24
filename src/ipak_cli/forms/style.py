"""How the self-assessment workbook looks: the colours of aspects, inputs and their states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from openpyxl.styles import Alignment
from openpyxl.worksheet.page import PageMargins

from ipak_cli.forms import writer
from ipak_cli.forms.looks import HEADER_ROW, INPUT_HEADER, PLAIN_HEADER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from ipak_cli.forms.looks import InputState
    from ipak_cli.rubric.pekppp import PekpppRubric

WRAPPED: Final = Alignment(wrap_text=True, vertical="top")
CENTRED: Final = Alignment(wrap_text=True, vertical="top", horizontal="center")
_ASPECTS: Final = ("DCE9F7", "E6DFF0", "FBE3D3", "D3EEEA", "EAE3D2", "F7DDE6")
_LEGEND_COLUMN: Final = 6
_LEGEND_ROWS: Final = HEADER_ROW - 1


def aspect_fills(rubric: PekpppRubric) -> dict[str, str]:
    """Return each aspect's background (RRGGBB) by its code."""
    return {aspect.code: _ASPECTS[number % len(_ASPECTS)] for number, aspect in enumerate(rubric.aspects)}


def put_title(sheet: Worksheet, rubric: PekpppRubric) -> None:
    """Write the title and, to its right, the names and colours of the aspects."""
    writer.put_text(sheet, 1, 1, rubric.title).font = writer.TITLE
    fills = aspect_fills(rubric)
    for number, aspect in enumerate(rubric.aspects):
        column, row = divmod(number, _LEGEND_ROWS)
        cell = writer.put_text(sheet, 1 + row, _LEGEND_COLUMN + column, f"{aspect.code}. {aspect.name}")
        writer.frame(cell, fills[aspect.code])


def put_headers(sheet: Worksheet, columns: Iterable[str], inputs: Iterable[str]) -> None:
    """Write the header row; the columns to be filled in stand out."""
    marked = set(inputs)
    for number, name in enumerate(columns, start=1):
        writer.put_header(sheet, HEADER_ROW, number, name, INPUT_HEADER if name in marked else PLAIN_HEADER)
    writer.fit_height(sheet, HEADER_ROW)


def put_input(cell: Cell | MergedCell, number_format: str = writer.GENERAL, *, centred: bool = False) -> None:
    """Make a cell one to write in."""
    writer.open_cell(cell, number_format)
    cell.alignment = CENTRED if centred else WRAPPED


def shade(sheet: Worksheet, cells: str, formula: str, state: InputState) -> None:
    """Give cells the look of a state where a formula is true."""
    writer.shade_when(sheet, cells, formula, state.fill, state.ink)


def finish(sheet: Worksheet, last_column: str, last_row: int) -> None:
    """Freeze, filter, protect and set up for printing with the header on every page."""
    writer.freeze(sheet, rows=HEADER_ROW)
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{last_column}{last_row}"
    set_up_page(sheet, landscape=True)
    writer.protect(sheet)


def set_up_page(sheet: Worksheet, *, landscape: bool) -> None:
    """Print on A4 with narrow margins (inches)."""
    writer.print_on_a4(sheet, landscape=landscape)
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.75, footer=0.35)
