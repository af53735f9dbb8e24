"""Tables of the report in Word: their head on every page, no row of them parted or left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm

from ipak_cli.report.formats import word_styles as styles
from ipak_cli.report.formats.paper import LETTERS_OF_A_WHOLE_ROW, MANY_COLUMNS, column_widths
from ipak_cli.report.formats.word_fields import element
from ipak_cli.report.outline import Align
from ipak_cli.report.prose import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.table import Table, _Cell

    from ipak_cli.report.outline import ReportTable

_SMALL_MARGINS: Final = {"top": 25, "left": 50, "bottom": 25, "right": 50}
"""Twentieths of a point around what a cell of a table of many columns holds."""
_ALIGNED: Final = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
    Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
}


def add_table(document: Document, given: ReportTable) -> None:
    """Add a table at the end of a document, without its caption and its note."""
    table = document.add_table(rows=1 + len(given.rows), cols=len(given.columns))
    table.style = document.styles[styles.TABLE]
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    small = len(given.columns) > MANY_COLUMNS
    if small:
        _come_closer(table)
    widths = tuple(map(Mm, column_widths(given)))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    style = document.styles[styles.SMALL_CELL if small else styles.CELL]
    for n, (row, cells) in enumerate(zip(table.rows, _rows(given), strict=True)):
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001 (python-docx has no such property)
        if sum(len(text) for texts, _, _ in cells for text in texts) <= LETTERS_OF_A_WHOLE_ROW:
            properties.append(element("w:cantSplit"))
        if n == 0:
            properties.append(element("w:tblHeader"))
        together = n < 2 or n == len(given.rows) - 1  # no head without a row, no row alone on a page
        for place, cell, width in zip(row.cells, cells, widths, strict=True):
            place.width = width
            _fill(place, cell, style, together=together)


def _come_closer(table: Table) -> None:
    """Let the rows of a table of many columns stand closer than its style has them."""
    margins = element("w:tblCellMar")
    for side, twips in _SMALL_MARGINS.items():
        margins.append(element(f"w:{side}", w=str(twips), type="dxa"))
    properties = table._tbl.tblPr  # noqa: SLF001 (python-docx has no such property)
    look = properties.find(qn("w:tblLook"))
    properties.insert(len(properties) if look is None else list(properties).index(look), margins)


def _fill(
    place: _Cell, given: tuple[Sequence[str], bool, Align], style: ParagraphStyle, *, together: bool
) -> None:
    texts, head, align = given
    for n, text in enumerate(texts):
        paragraph = place.paragraphs[0] if n == 0 else place.add_paragraph()
        paragraph.style = style
        paragraph.alignment = _ALIGNED[align]
        paragraph.paragraph_format.keep_with_next = together or None
        run = paragraph.add_run(f"{n + 1}. {tidy(text)}" if len(texts) > 1 else tidy(text))
        run.bold = head or None


def _rows(table: ReportTable) -> Iterable[list[tuple[Sequence[str], bool, Align]]]:
    yield [((column.title,), False, column.align) for column in table.columns]
    for row in table.rows:
        yield [
            (cell.texts or ("",), cell.head, column.align)
            for cell, column in zip(row, table.columns, strict=True)
        ]
