"""The sheet ``Baca dulu``: the verdict, what the workpaper is made of, how to check it, room to sign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.workpaper.cells import Cell, Look
from ipak_cli.workpaper.check import VERDICT, verdict_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.workpaper.book import Sheet
    from ipak_cli.workpaper.paper import Line

FIRST_WIDTHS: Final = (30, 40, 16, 70)
COLOURS: Final = (
    "Warna: kuning adalah bilangan awal, putih hasil antara, hijau angka laporan, biru tempat mengisi. Semua "
    "rumus dapat diubah untuk mencoba; simpanlah sebagai salinan."
)
STEPS: Final = (
    "Periksa berkas asal: sidik SHA-256-nya harus seperti di bawah (certutil -hashfile BERKAS SHA256).",
    "Buka lembar Parameter dan bandingkan isinya dengan peraturan dan rubrik yang disebut di bawah.",
    "Buka lembar Hitung: setiap kolom memakai satu rumus yang sama dari baris pertama sampai terakhir.",
    "Buka lembar Cek: setiap angka laporan dibandingkan dengan yang dihitung ulang.",
    "Cobalah mengubah satu sel kuning: lembar Cek harus menunjukkan angka mana yang menjadi beda.",
)
_ROOM: Final = {"Nama": 1, "NIP": 1, "Jabatan": 1, "Tanggal": 1, "Catatan": 5, "Tanda tangan": 3}
"""What the reviewer fills in, and how many lines it takes."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What the sheet says: of what it is, what it holds, how to check it, its sources, what it was made by.

    ``heads`` are those over the sources.
    """

    subject: str
    contents: Sequence[str]
    steps: Sequence[str]
    heads: Sequence[str | None]
    sources: Sequence[Sequence[Cell | str | None]]
    made_by: Sequence[tuple[str, str]]


def write_opening(sheet: Sheet, opening: Opening, lines: Sequence[Line]) -> None:
    """Write the sheet; ``lines`` are all figures that are checked."""
    sheet.title("Kertas kerja")
    sheet.note(opening.subject, 4)
    sheet.row += 1
    sheet.put(Cell("Hasil pemeriksaan", Look.HEAD), Cell(verdict_on(lines), Look.VERDICT, VERDICT))
    sheet.colour_verdicts(2, sheet.row - 1, sheet.row - 1)
    sheet.note(f"{len(lines)} angka diperiksa di lembar Cek.", 4)
    sheet.heading("Isi")
    for text in opening.contents:
        sheet.note(text, 4)
    sheet.heading("Cara memeriksa")
    for number, step in enumerate(opening.steps, 1):
        sheet.note(f"{number}. {step}", 4)
    sheet.heading("Sumber")
    sheet.heads(*opening.heads)
    for cells in opening.sources:
        sheet.put(*cells)
    sheet.heading("Ketentuan dan alat")
    for name, text in opening.made_by:
        sheet.named(name, text)
    sheet.heading("Diisi pemeriksa")
    for name, height in _ROOM.items():
        sheet.named(name, "", Look.ROOM, height)
    sheet.lay_out()
