"""A filled self-assessment workbook given back: each claim with the level that its facts give, and why."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from openpyxl import load_workbook
from openpyxl.utils.cell import coordinate_from_string

from ipak_cli.base.text import normalise
from ipak_cli.forms import looks, writer
from ipak_cli.forms import style as look
from ipak_cli.pekppp.book import names
from ipak_cli.pekppp.book.table import COLUMNS
from ipak_cli.tables.cell import column_letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from ipak_cli.base.problem import Where

LEVEL: Final = "Tingkat dari fakta"
AGAINST: Final = "Dibanding nilai mandiri"
REASON: Final = "Sebab"
LACKING: Final = "Yang kurang untuk tingkat berikutnya"
_ADDED: Final = {LEVEL: 10, AGAINST: 14, REASON: 46, LACKING: 60}
"""The columns that are added, with their widths in characters."""
_CLAIM: Final = normalise(names.CLAIM)
_NUMBERED: Final = (LEVEL, AGAINST)
_DIFFERENT: Final = "FFEB9C"
_PLAIN: Final = "F2F2F2"
_PARTS: Final = {
    "xl/vbaProject": "makro",
    "xl/externalLinks/": "tautan ke berkas lain",
    "xl/charts/": "grafik",
    "xl/media/": "gambar",
    "xl/activeX/": "tombol dan isian ActiveX",
    "xl/ctrlProps/": "tombol dan isian",
    "xl/threadedComments/": "percakapan pada komentar",
    "xl/slicers/": "pemotong data",
    "xl/connections": "sambungan ke data lain",
    "xl/embeddings/": "berkas yang disisipkan",
}
"""What a workbook may hold beside its cells, by how the names of its parts begin."""
_TO_OTHER_FILES: Final = re.compile(r"(?<![\w\]])\[[0-9]+\]")
"""How a formula names another file, by its number; the column of a table follows the table's name instead."""


@dataclass(frozen=True, slots=True)
class FilledRow:
    """What is written beside an indicator's claim, which stands at ``claim``; levels may be unknown."""

    claim: Where
    claimed: int | None
    derived: int | None
    reason: str
    lacking: str

    @property
    def differs(self) -> bool:
        """Tell whether the facts give another level than was claimed."""
        return self.claimed is not None and self.derived is not None and self.claimed != self.derived

    @property
    def against(self) -> str:
        """How the level from the facts lies to the claim."""
        if self.derived is None:
            return "tidak dapat dibandingkan"
        if self.claimed is None:
            return "nilai mandiri kosong"
        gap = self.derived - self.claimed
        return "sama" if gap == 0 else f"lebih {'tinggi' if gap > 0 else 'rendah'} {abs(gap)}"


def filled_back(workbook: bytes, rows: Sequence[FilledRow]) -> tuple[bytes, tuple[str, ...]]:
    """Return a workbook of Excel with columns added to the sheet of the claims; and what it lost by that.

    All that the office wrote stays: sheets, cells, formats. Columns of these names, from an earlier time, are
    filled anew. Formulas of cells that read another file become their values, since the links go. The same
    bytes for the same input.
    """
    book = load_workbook(io.BytesIO(workbook), keep_links=False, rich_text=True)
    book.template = False
    _cut_links(book, workbook)
    for sheet, mine in _by_sheet(book, rows):
        header = _header(sheet, mine[0].claim)
        columns = _columns(sheet, header)
        for row in mine:
            _write(sheet, columns, row)
    written = writer.workbook_bytes(book)
    kept = _kinds(written)
    return written, tuple(kind for kind in _kinds(workbook) if kind not in kept)


def _by_sheet(book: Workbook, rows: Sequence[FilledRow]) -> Iterator[tuple[Worksheet, list[FilledRow]]]:
    for name in dict.fromkeys(row.claim.sheet for row in rows):
        if name is not None:
            yield book[name], [row for row in rows if row.claim.sheet == name]


def _place(where: Where) -> tuple[int, str]:
    letters, row = coordinate_from_string(where.cell or "A1")
    return row, letters


def _header(sheet: Worksheet, claim: Where) -> int:
    """Return the row of the head over a claim: the reader has found it, so that it is there."""
    row, letters = _place(claim)
    heads = (n for n in range(row - 1, 0, -1) if normalise(str(sheet[f"{letters}{n}"].value)) == _CLAIM)
    return next(heads, row - 1)


def _columns(sheet: Worksheet, header: int) -> Mapping[str, int]:
    """Return the columns to write into: those that are there already, else new ones right of all others."""
    heads = {normalise(str(cell.value)): cell.column for cell in sheet[header] if cell.value is not None}
    used = max(_used(sheet), default=0)
    found: dict[str, int] = {}
    for name, width in _ADDED.items():
        column = heads.get(normalise(name))
        if column is None:
            used += 1
            column = used
            writer.put_header(sheet, header, column, name)
            sheet.column_dimensions[column_letters(column)].width = width
        found[name] = column
    return found


def _used(sheet: Worksheet) -> Iterator[int]:
    """Yield the columns that hold anything, those of merged cells too."""
    for row in sheet.iter_rows(max_col=COLUMNS):
        yield from (cell.column for cell in row if cell.value is not None)
    yield from (area.max_col for area in sheet.merged_cells.ranges if area.max_col <= COLUMNS)


def _write(sheet: Worksheet, columns: Mapping[str, int], row: FilledRow) -> None:
    number, _ = _place(row.claim)
    texts = {AGAINST: row.against, REASON: row.reason, LACKING: row.lacking}
    for name, column in columns.items():
        if name == LEVEL and row.derived is not None:
            cell = writer.put_value(sheet, number, column, row.derived)
        else:
            cell = writer.put_text(sheet, number, column, texts.get(name, "–")[: looks.LONGEST_TEXT])
        cell.alignment = look.CENTRED if name in _NUMBERED else look.WRAPPED
        writer.frame(cell, _DIFFERENT if row.differs and name in _NUMBERED else _PLAIN)
        if row.differs and name in _NUMBERED:
            cell.font = writer.BOLD
    height = sheet.row_dimensions[number].height or looks.LINE_HEIGHT
    lines = max(looks.lines_needed(text, _ADDED[name]) for name, text in texts.items())
    sheet.row_dimensions[number].height = max(height, lines * looks.LINE_HEIGHT)


def _cut_links(book: Workbook, workbook: bytes) -> None:
    """Put the values that formulas came to in the place of those that read another file."""
    linked = [
        (sheet.title, cell.coordinate)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f" and _TO_OTHER_FILES.search(str(getattr(cell.value, "text", cell.value)))
    ]
    if linked:
        values = load_workbook(io.BytesIO(workbook), data_only=True, keep_links=False)
        for title, place in linked:
            known = values[title][place]
            book[title][place].value = known.value
            if known.data_type == "s":
                book[title][place].data_type = "s"
    for name, each in [*book.defined_names.items()]:
        if _TO_OTHER_FILES.search(each.attr_text or ""):
            del book.defined_names[name]


def _kinds(workbook: bytes) -> tuple[str, ...]:
    """Return the words for what a workbook holds beside its cells."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        parts = archive.namelist()
    return tuple(word for start, word in _PARTS.items() if any(part.startswith(start) for part in parts))
