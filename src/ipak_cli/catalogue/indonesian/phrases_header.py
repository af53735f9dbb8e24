"""The sentences of ``catalogue.phrases_header``."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue.phrases_header import (
    COLUMN_AND_HEADER,
    DAY_BEFORE_MONTH,
    HEADER_BLANK,
    HEADER_MISSING,
    HEADERS_AND_MORE,
    HEADERS_OF_SHEET,
    MONTH_BEFORE_DAY,
    NO_COLUMN_LEFT,
    NO_ROW_OF_HEADERS,
    QUESTIONS_AND_ANSWERS_IN_COLUMNS,
    QUESTIONS_IN_COLUMN,
    VALUE_NOT_SHOWN,
)

SENTENCES: Final = {
    VALUE_NOT_SHOWN: "(tidak ditampilkan)",
    HEADER_MISSING: "(tanpa judul)",
    HEADER_BLANK: "tanpa judul",
    COLUMN_AND_HEADER: "{cell} “{header}”",
    NO_COLUMN_LEFT: "tidak ada",
    DAY_BEFORE_MONTH: "hari-bulan",
    MONTH_BEFORE_DAY: "bulan-hari",
    QUESTIONS_IN_COLUMN: "pertanyaannya di kolom {asked}",
    QUESTIONS_AND_ANSWERS_IN_COLUMNS: "pertanyaannya di kolom {asked}, jawabannya di kolom {answered}",
    NO_ROW_OF_HEADERS: "tidak ada baris yang tampak sebagai judul",
    HEADERS_OF_SHEET: "lembar “{sheet}” {headers}",
    HEADERS_AND_MORE: "{headers} dan {more} lagi",
}
