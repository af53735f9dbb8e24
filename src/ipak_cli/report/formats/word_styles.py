"""The styles of the report in Word by their names, which an office's own template document has too."""

from __future__ import annotations

from typing import Final

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
