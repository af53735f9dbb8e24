"""The sheet ``Baca dulu``: what the workpaper is made of, how to check it, and room for who checks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.provenance import spoken
from ipak_cli.base.text import capital
from ipak_cli.report.terms import terms_of
from ipak_cli.workpaper.cells import NONE, Cell, Look
from ipak_cli.workpaper.check import ALL_AGREE, VERDICT
from ipak_cli.workpaper.reliability import products_told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.workpaper.book import Sheet
    from ipak_cli.workpaper.paper import Line, Paper

FIRST_WIDTHS: Final = (30, 40, 16, 70)
_WITH_ANSWERS: Final = (
    "Kertas kerja ini memuat lembar Jawaban, sehingga semua angka dihitung mulai dari jawaban setiap "
    "responden. Baris diurutkan menurut jawabannya, supaya urutan mengisi tidak menunjuk kepada seseorang; "
    "nama, tulisan, waktu, dan kelompok responden tidak ada di dalamnya. Untuk mencocokkan dengan berkas "
    "asal, urutkan kolom jawaban pada berkas itu dengan cara yang sama. Kertas kerja ini untuk pemeriksa, "
    "bukan untuk diedarkan; untuk diedarkan, buat yang mulai dari cacahan dengan pilihan --tanpa-jawaban."
)
_WITH_COUNTS: Final = (
    "Kertas kerja ini tidak memuat lembar Jawaban: semua angka dihitung mulai dari banyaknya jawaban "
    "setiap nilai menurut dokumen hasil, yang ditulis pada sel kuning di lembar Hitung. Dengan begitu "
    "kertas kerja ini dapat diedarkan bersama laporan. Kertas kerja yang mulai dari jawaban setiap "
    "responden dibuat dari berkas asalnya: ipak score BERKAS --xlsx KERTAS-KERJA.xlsx."
)
_STEPS: Final = (
    "Periksa berkas asal: sidik SHA-256-nya harus seperti di bawah (certutil -hashfile BERKAS SHA256).",
    "Buka lembar Parameter dan bandingkan isinya dengan peraturan dan rubrik yang disebut di bawah.",
    "Buka lembar Hitung: setiap kolom memakai satu rumus yang sama dari baris pertama sampai terakhir.",
    "Buka lembar Cek: setiap angka laporan dibandingkan dengan yang dihitung ulang.",
    "Cobalah mengubah satu sel kuning: lembar Cek harus menunjukkan angka mana yang menjadi beda.",
)


def write_first(sheet: Sheet, paper: Paper, lines: Sequence[Line]) -> None:
    """Write the sheet; ``lines`` are all figures that are checked."""
    survey = paper.survey
    sheet.title("Kertas kerja")
    name = terms_of(survey).survey
    period = capital(spoken(survey.period)) if survey.period.name else "periode tidak disebut"
    sheet.note(f"{name}, {period}. {survey.unit or 'Unit tidak disebut'}.", 4)
    sheet.row += 1
    agree = all(line.reported == line.value for line in lines)
    words = ALL_AGREE if agree else "ADA YANG BEDA"
    sheet.put(Cell("Hasil pemeriksaan", Look.HEAD), Cell(words, Look.VERDICT, VERDICT))
    sheet.colour_verdicts(2, sheet.row - 1, sheet.row - 1)
    sheet.note(f"{len(lines)} angka diperiksa di lembar Cek.", 4)
    sheet.heading("Isi")
    for text in _contents(paper):
        sheet.note(text, 4)
    sheet.heading("Cara memeriksa")
    for number, step in enumerate(_steps(paper), 1):
        sheet.note(f"{number}. {step}", 4)
    _sources(sheet, paper)
    _origin(sheet, paper)
    _room(sheet)
    sheet.lay_out()


def _contents(paper: Paper) -> Iterator[str]:
    yield _WITH_COUNTS if paper.answers is None else _WITH_ANSWERS
    yield (
        "Warna: kuning adalah bilangan awal, putih hasil antara, hijau angka laporan, biru tempat mengisi. "
        "Semua rumus dapat diubah untuk mencoba; simpanlah sebagai salinan."
    )
    hidden = sum(each.hidden_groups for each in paper.survey.breakdowns)
    if hidden:
        yield (
            f"Sebanyak {hidden} kelompok responden tidak dirinci, sebab terlalu kecil, atau sebab kelompok "
            f"yang kurang dari {paper.rubric.smallest_group} orang dapat dihitung dari selisihnya."
        )
    unchecked = "isian yang sama, responden yang mengisi lagi, baris percobaan, dan waktu mengisi"
    yield f"Tidak dihitung ulang di sini, sebab memerlukan berkas asal: pemeriksaan mutu data ({unchecked})."
    withheld = [code for code in paper.survey.indices if code not in products_told(paper)]
    if withheld:
        yield (
            f"Konsistensi internal {', '.join(withheld)} tidak dihitung ulang: responden yang tidak "
            f"menjawab semua butir kurang dari {paper.rubric.smallest_group} orang, dan jawabannya dapat "
            "dihitung dari selisihnya."
        )


def _steps(paper: Paper) -> Iterator[str]:
    yield from _STEPS
    if paper.answers is not None:
        yield "Bandingkan lembar Jawaban dengan berkas asal yang kolom jawabannya sudah diurutkan."


def _sources(sheet: Sheet, paper: Paper) -> None:
    sheet.heading("Sumber")
    sheet.heads("Berkas", "Lembar", "Responden", "Sidik SHA-256")
    for source in paper.survey.sources:
        sheet.put(source.name, source.sheet or NONE, Cell(source.rows), source.sha256)


def _origin(sheet: Sheet, paper: Paper) -> None:
    survey, rubric = paper.survey, paper.rubric
    sheet.heading("Ketentuan dan alat")
    given = [
        ("Rubrik", f"{rubric.title} ({survey.rubric.id} versi {survey.rubric.version})"),
        ("Sidik rubrik", survey.rubric.digest),
        ("Sumber rubrik", rubric.source),
        *((("Zona Integritas", survey.zi.regulation),) if survey.zi else ()),
        ("Dihitung dengan", f"{survey.tool.name} {survey.tool.version}"),
        ("Dokumen hasil", survey.schema),
    ]
    for name, text in given:
        sheet.named(name, text)


def _room(sheet: Sheet) -> None:
    sheet.heading("Diisi pemeriksa")
    for name, lines in (
        ("Nama", 1),
        ("NIP", 1),
        ("Jabatan", 1),
        ("Tanggal", 1),
        ("Catatan", 5),
        ("Tanda tangan", 3),
    ):
        sheet.named(name, "", Look.ROOM, lines)
