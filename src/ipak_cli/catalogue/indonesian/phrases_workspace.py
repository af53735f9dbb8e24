"""The sentences of ``catalogue.phrases_workspace``."""

from __future__ import annotations

from typing import Final

from ipak_cli.catalogue.phrases_workspace import (
    COMPARE_WITH_EXAMPLE,
    IS_IT_SETTINGS,
    ONE_DOCUMENT,
    QUOTE_COLONS,
)

SENTENCES: Final = {
    COMPARE_WITH_EXAMPLE: "Bandingkan dengan ipak.yaml yang dibuat `ipak init` di folder baru, lalu perbaiki.",
    IS_IT_SETTINGS: "Pastikan berkas ini memang ipak.yaml; isinya biasanya hanya beberapa KB.",
    ONE_DOCUMENT: "Simpan semuanya dalam satu dokumen, dan hapus garis --- di tengah berkas.",
    QUOTE_COLONS: "Perbaiki baris ini, dan apit teks yang memuat titik dua dengan tanda kutip.",
}
