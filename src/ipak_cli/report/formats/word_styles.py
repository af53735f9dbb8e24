"""The styles of the report in Word: their names, which an office's own document has too, and a tight set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docx.shared import Pt

if TYPE_CHECKING:
    from docx.document import Document

BODY: Final = "Normal"
TITLE: Final = "Title"
CHAPTER: Final = "Heading 1"
SECTION: Final = "Heading 2"
SECTION_OF_FRONT: Final = "Judul Daftar"
FRONT: Final = "Judul Depan"
UNIT: Final = "Sampul Unit"
PERIOD: Final = "Sampul Periode"
COVER_TEXT: Final = "Sampul Teks"
CAPTION: Final = "Caption"
FIGURES: Final = "Judul Gambar"
BULLETS: Final = "List Bullet"
NUMBERS: Final = "List Number"
CELL: Final = "Isi Tabel"
SMALL_CELL: Final = "Isi Tabel Kecil"
NOTE: Final = "Catatan"
DRAFT: Final = "Tanda Draf"
SIGNATURE: Final = "Tanda Tangan"
TABLE: Final = "Tabel Laporan"
CONTENTS: Final = ("TOC 1", "TOC 2")
LIST_OF_TABLES: Final = "table of figures"
ALL: Final = (
    BODY, TITLE, CHAPTER, SECTION, SECTION_OF_FRONT, FRONT, UNIT, PERIOD, COVER_TEXT, CAPTION, FIGURES,
    BULLETS, NUMBERS, CELL, SMALL_CELL, NOTE, DRAFT, SIGNATURE, TABLE, *CONTENTS, LIST_OF_TABLES,
)  # fmt: skip
"""Every style that a template document must have."""
_TIGHT: Final = {
    COVER_TEXT: (10, 0, 2),
    UNIT: (12, 0, 4),
    TITLE: (15, 8, 4),
    PERIOD: (12, 0, 4),
    FRONT: (12, 8, 4),
    BODY: (10, 0, 3),
    BULLETS: (10, 0, 2),
    SIGNATURE: (10, 0, 0),
}
"""Points of the letters, before and behind a paragraph."""


def tighten(document: Document) -> None:
    """Let a document's styles take so little room that the summary stands on one page."""
    for name, (size, before, after) in _TIGHT.items():
        style = document.styles[name]
        style.font.size = Pt(size)
        layout = style.paragraph_format
        layout.space_before, layout.space_after, layout.line_spacing = Pt(before), Pt(after), 1.0
