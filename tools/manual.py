"""Write the pages of codes, exported columns and redaction into the manual: ``python tools/manual.py``."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import redaction

from ipak_cli.catalogue.indonesian import CATALOGUE, Sentences
from ipak_cli.export.columns import TABLES
from ipak_cli.terminal.console import NAMES, placeholders

MANUAL: Final = Path(__file__).parents[1] / "docs" / "panduan.md"
START: Final = "<!-- kode masalah: awal; bagian ini ditulis oleh tools/manual.py -->\n"
END: Final = "<!-- kode masalah: akhir -->\n"
COLUMNS_START: Final = "<!-- kolom ekspor: awal; bagian ini ditulis oleh tools/manual.py -->\n"
COLUMNS_END: Final = "<!-- kolom ekspor: akhir -->\n"
REDACTION_START: Final = "<!-- penghapusan: awal; bagian ini ditulis oleh tools/manual.py -->\n"
REDACTION_END: Final = "<!-- penghapusan: akhir -->\n"
_AREAS: Final = {
    "F": "Berkas dan lembar kerja",
    "K": "Kolom",
    "J": "Jawaban",
    "W": "Waktu dan triwulan",
    "E": "Penilaian mandiri PEKPPP",
    "R": "Rubrik",
    "G": "Ruang kerja",
    "L": "Laporan",
    "D": "Drive bersama dan jadwal",
    "U": "Perintah",
    "A": "Audit laporan jadi",
    "B": "Rekap banyak unit",
}


def problem_page() -> str:
    """Return the page of all problem codes, in Markdown."""
    lines: list[str] = []
    for letter, area in _AREAS.items():
        lines += [f"\n### {letter}: {area}\n"]
        lines += [_section(entry) for entry in CATALOGUE.values() if entry.code.startswith(letter)]
    return "\n".join(lines) + "\n"


def columns_page() -> str:
    """Return what every column of the exported tables means, in Markdown."""
    lines: list[str] = []
    for table in TABLES.values():
        lines += [
            f"\n**`{table.name}`: {table.title}.** {table.description}\n",
            "| kolom | isi | satuan |",
            "|---|---|---|",
        ]
        lines += [f"| `{each.name}` | {each.description} | {each.unit or ''} |" for each in table.columns]
    return "\n".join(lines) + "\n\n"


def redaction_page() -> str:
    """Return the table of what redaction finds, in Markdown."""
    return f"\n{redaction.table()}\n"


def with_pages(manual: str) -> str:
    """Return the manual with each page between its two markers."""
    manual = _between(manual, REDACTION_START, redaction_page(), REDACTION_END)
    manual = _between(manual, COLUMNS_START, columns_page(), COLUMNS_END)
    return _between(manual, START, problem_page(), END)


def _between(manual: str, start: str, page: str, end: str) -> str:
    before, _, rest = manual.partition(start)
    _, _, after = rest.partition(end)
    return before + start + page + end + after


def _section(entry: Sentences) -> str:
    return (
        f"#### {entry.code} – {entry.title} ({NAMES[entry.entry.severity]})\n\n"
        f"Pesan: {_literal(placeholders(entry.message))}\n\n"
        f"Yang perlu dilakukan: {_literal(placeholders(entry.hint))}\n\n"
        f"{_literal(entry.meaning)}\n"
    )


def _literal(text: str) -> str:
    """Show signs that Markdown would read as its own."""
    for sign in ("\\", "*", "_", "<", "|"):
        text = text.replace(sign, f"\\{sign}")
    return text


if __name__ == "__main__":
    MANUAL.write_text(with_pages(MANUAL.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    print(f"{MANUAL.name}: {len(CATALOGUE)} kode")
