"""The roll-up as a workbook: real numbers to sort and filter, and words where there is no figure."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING, Final

from ipak_cli.rollup.book_cells import Cell, Look
from ipak_cli.rollup.book_sheets import sheets_of
from ipak_cli.rollup.conversion import converted
from ipak_cli.rollup.highlights import highlights
from ipak_cli.rollup.words import span_words, summary_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from ipak_cli.rollup.book_cells import BookSheet
    from ipak_cli.rollup.result import RollUp

_MADE: Final = datetime(2024, 1, 1)  # noqa: DTZ001 (a workbook's properties hold a time without a zone)
_LONGEST: Final = 32_767
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
_HEAD_HEIGHT: Final = 42
_LINE: Final = 14
"""The heights of the heads and of a line of text, in points."""
_FORMATS: Final[Mapping[Look, Mapping[str, object]]] = {
    Look.TITLE: {"bold": True, "font_size": 14, "font_color": "#1F3864"},
    Look.HEAD: {
        "bold": True, "text_wrap": True, "valign": "top", "bg_color": "#1F3864", "font_color": "#FFFFFF",
        "border": 1, "border_color": "#BFBFBF",
    },
    Look.TEXT: {"indent": 1, "valign": "top"},
    Look.NOTE: {"text_wrap": True, "indent": 1, "valign": "top"},
    Look.WORDS: {"valign": "top", "align": "right", "font_color": "#7F6000", "bg_color": "#FFF2CC"},
    Look.COUNT: {"valign": "top", "num_format": "#,##0"},
    Look.FIGURE: {"valign": "top", "num_format": "0.00"},
    Look.CHANGE: {"valign": "top", "num_format": "+0.00;-0.00;0.00"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes the cells of one sheet; a text stays one, also where it begins like a formula and is edited."""

    sheet: Worksheet
    formats: Mapping[Look, Format]
    quoted: Format

    def put(self, row: int, column: int, cell: Cell) -> None:
        """Write a cell."""
        value, style = cell.value, self.formats[cell.look]
        if isinstance(value, str):
            kept = value.encode("utf-8", "replace").decode()[:_LONGEST]
            quoted = cell.look is Look.TEXT and kept.startswith(_FORMULA_STARTS)
            self.sheet.write_string(row, column, kept, self.quoted if quoted else style)
        else:
            number = float(value) if isinstance(value, Fraction) else value
            self.sheet.write_number(row, column, number, style)

    def line(self, row: int, text: str, widths: Sequence[float]) -> None:
        """Write a paragraph across the table, as high as it needs."""
        self.sheet.set_row(row, _LINE * ceil(len(text) / sum(widths)))
        self.sheet.merge_range(row, 0, row, len(widths) - 1, text, self.formats[Look.NOTE])


def workbook(given: RollUp) -> bytes:
    """Return the workbook; the same roll-up gives the same bytes.

    It is written row by row through files that are gone afterwards, as it may have a million cells.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 (whoever makes no workbook does not wait for it)

    file = io.BytesIO()
    book: Workbook = Workbook(file, {"constant_memory": True})
    book.set_properties({"title": f"Rekap unit, {span_words(given)}", "author": "ipak", "created": _MADE})
    formats = {look: book.add_format({"font_size": 10, **style}) for look, style in _FORMATS.items()}
    quoted = book.add_format({"font_size": 10, "indent": 1, "valign": "top", "quote_prefix": True})
    lines = [*_summary(given)]
    for number, each in enumerate(sheets_of(given)):
        pen = _Pen(book.add_worksheet(each.name), formats, quoted)
        _write(pen, each, [*([] if number else lines), *each.notes])
    book.close()
    return file.getvalue()


def _summary(given: RollUp) -> Iterator[str]:
    people = converted(given)
    return summary_lines(people, highlights(people))


def _write(pen: _Pen, given: BookSheet, lines: Sequence[str]) -> None:
    """Write a sheet: its title, some lines, then the table."""
    for column, width in enumerate(given.widths):
        pen.sheet.set_column(column, column, width)
    pen.put(0, 0, Cell(given.title, Look.TITLE))
    for place, line in enumerate(lines, 1):
        pen.line(place, line, given.widths)
    head = len(lines) + 2
    pen.sheet.set_row(head, _HEAD_HEIGHT)
    for column, text in enumerate(given.heads):
        pen.put(head, column, Cell(text, Look.HEAD))
    row = head
    for row, cells in enumerate(given.rows, head + 1):
        for column, cell in enumerate(cells):
            if cell is not None:
                pen.put(row, column, cell)
    pen.sheet.autofilter(head, 0, row, len(given.heads) - 1)
    pen.sheet.freeze_panes(head + 1, given.frozen)
    pen.sheet.print_area(0, 0, row, len(given.heads) - 1)
    _set_up_print(pen.sheet, given, head)


def _set_up_print(sheet: Worksheet, given: BookSheet, head: int) -> None:
    """Set up for A4, across: all columns on a page, or each part of a wide table with the units' names."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(0.4, 0.4, 0.5, 0.6)
    sheet.repeat_rows(head)
    sheet.set_footer("&L&F&C&A&Rhalaman &P dari &N")
    sheet.hide_gridlines(2)
    if given.pages:
        sheet.set_print_scale(60)
        sheet.repeat_columns(0, given.frozen - 1)
        sheet.set_v_pagebreaks([*given.pages])
    else:
        sheet.fit_to_pages(1, 0)
