"""The export as one workbook for people: a sheet a table, and first of all what each column means."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from openpyxl.styles import Alignment

from ipak_cli.forms import writer
from ipak_cli.tables.cell import address

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from ipak_cli.export.dictionary import FilledTable, Table, Value

FILE: Final = "data-survei.xlsx"
DICTIONARY: Final = "kamus"
_HEADS: Final = ("Tabel", "Kolom", "Nama kolom", "Arti", "Satuan")
_HEAD_WIDTHS: Final = (16, 20, 24, 90, 34)
_NARROWEST, _WIDEST = 10, 60
"""Characters across a column."""


def render(tables: Sequence[FilledTable]) -> Mapping[str, bytes]:
    """Return the workbook."""
    book = writer.new_workbook("Data survei")
    _put_dictionary(book.create_sheet(DICTIONARY), [filled.table for filled in tables])
    for filled in tables:
        _put_table(book.create_sheet(filled.table.name), filled)
    return {FILE: writer.workbook_bytes(book)}


def _put_dictionary(sheet: Worksheet, tables: Sequence[Table]) -> None:
    writer.set_widths(sheet, _HEAD_WIDTHS)
    lines = [
        (table.name, column.name, column.title, column.description, column.unit or "")
        for table in tables
        for column in table.columns
    ]
    _put_heads(sheet, _HEADS, len(lines))
    for row, line in enumerate(lines, start=2):
        for number, text in enumerate(line, start=1):
            cell = writer.put_text(sheet, row, number, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        writer.fit_height(sheet, row)
    writer.print_on_a4(sheet, landscape=True)


def _put_table(sheet: Worksheet, filled: FilledTable) -> None:
    columns, cells = filled.table.columns, filled.cells
    writer.set_widths(
        sheet,
        [
            max(_NARROWEST, min(_WIDEST, max(len(str(text)) for text in (column.name, *down)) + 4))
            for column, down in zip(columns, [*zip(*cells, strict=True)] or [()] * len(columns), strict=True)
        ],
    )
    _put_heads(sheet, [column.name for column in columns], len(cells))
    for row, values in enumerate(cells, start=2):
        for number, value in enumerate(values, start=1):
            _put(sheet, row, number, value)
    writer.print_on_a4(sheet, landscape=True)


def _put_heads(sheet: Worksheet, heads: Sequence[str], rows: int) -> None:
    for number, head in enumerate(heads, start=1):
        writer.put_header(sheet, 1, number, head)
    writer.freeze(sheet, rows=1)
    sheet.auto_filter.ref = f"A1:{address(rows + 1, len(heads))}"


def _put(sheet: Worksheet, row: int, column: int, value: Value) -> None:
    match value:
        case None:
            return
        case str():
            writer.put_text(sheet, row, column, value)
        case Decimal():
            places = max(2, -int(value.normalize().as_tuple().exponent))
            writer.put_value(sheet, row, column, float(value)).number_format = f"0.{'0' * places}"
        case int() | date():
            writer.put_value(sheet, row, column, value)
