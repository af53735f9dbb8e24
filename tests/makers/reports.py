"""Make report values: a short one to change, a long one with every kind of block."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.report import charts
from ipak_cli.report.formats import FORMATS
from ipak_cli.report.outline import (
    Align,
    Cell,
    Chapter,
    Cover,
    Details,
    Figure,
    Listing,
    Paragraph,
    Person,
    Report,
    ReportTable,
    Role,
    Section,
    Signature,
    TableColumn,
)
from ipak_cli.report.prose import with_prose
from ipak_cli.report.templates import OwnTemplates

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.report.outline import Block

HOSTILE: Final = "<script>alert(1)</script> | =1+1"
VARIABLES: Final = {"unit": "Unit Layanan Contoh", "period": "Triwulan IV Tahun 2024"}
_SENTENCE: Final = (
    "Petugas pelayanan menanggapi keperluan pengguna layanan dengan cepat, ramah, dan sesuai dengan prosedur "
    "yang ditetapkan oleh unit layanan, baik di loket maupun melalui kanal daring yang disediakan"
)
_ACTIONS: Final = (
    "Memutakhirkan standar pelayanan dan menempelkannya di ruang tunggu serta di laman.",
    "Melatih petugas loket setiap awal bulan dengan contoh kasus dari buku pengaduan.",
    "Memeriksa waktu penyelesaian setiap minggu dan melaporkannya kepada kepala unit.",
)


def report(
    *blocks: Block,
    unit: str = "Unit Layanan Contoh",
    missing: tuple[str, ...] = (),
    draft: tuple[str, ...] = (),
) -> Report:
    """Make a short report: one chapter whose one section holds the given blocks."""
    section = Section("bagian", "Bagian Pertama", blocks)
    return Report(
        day=date(2024, 12, 31),
        cover=Cover(
            "Laporan Survei Mandiri", "Triwulan IV Tahun 2024", unit, "Dinas Contoh", "Jalan Contoh 1"
        ),
        roles=(
            Role("Pengarah", (Person("Dr. Rahayu Wibawa, M.Si.", "Kepala"),)),
            Role("Editor", (Person("Bima Prasetya, S.Kom."),)),
        ),
        summary=(Paragraph("Nilai indeks bertahan."),),
        preface=(Paragraph("Laporan ini disusun dari jawaban pengguna layanan."),),
        chapters=(Chapter("hasil", "Hasil", (section,)),),
        signature=Signature("Kota Contoh, ………………", Person("Sekar Ayu, S.Sos.", "Kepala Subbagian", "1980")),
        annexes=(_sources(("Rubrik", "ipak-ipkp versi 1.0.0")),),
        missing=missing,
        draft=draft,
    )


def _sources(*pairs: tuple[str, str]) -> Section:
    return Section("asal-usul", "Asal-usul Laporan", (Details(pairs),))


def long_report() -> Report:
    """Make a report of every kind of block, with long texts and tables of many rows."""
    chapters = (
        Chapter(
            "pendahuluan", "Pendahuluan", (_words("latar", "Latar Belakang"), _words("tujuan", "Tujuan"))
        ),
        Chapter("hasil", "Hasil Survei dan Pembahasan", (_results(), _trend(), _suggestions())),
        Chapter("rencana", "Rencana Tindak Lanjut", (_plan(),)),
    )
    return Report(
        day=date(2024, 12, 31),
        cover=Cover(
            "Laporan Survei Mandiri IPAK dan IPKP",
            "Triwulan IV Tahun 2024",
            "Unit Layanan Terpadu Balai Contoh Provinsi Nusantara",
            "Kementerian Contoh Republik Nusantara",
            "Jalan Melati Nomor 12, Kelurahan Timur Indah, Kota Contoh 38229",
        ),
        roles=(
            Role(
                "Pengarah",
                (
                    Person("Dr. Rahayu Wibawa, M.Si.", "Kepala Balai"),
                    Person("Hadi Santosa, M.M.", "Sekretaris"),
                ),
            ),
            Role("Editor", (Person("Bima Prasetya, S.Kom."), Person("Laras Puspita, S.E."))),
        ),
        summary=(Paragraph("Nilai indeks bertahan."),),
        preface=(Paragraph(_text(3)), Paragraph(_text(4))),
        chapters=chapters,
        signature=Signature(
            "Kota Contoh, ………………………………",
            Person("Sekar Ayu Lestari, S.Sos.", "Kepala Subbagian Umum", "19800101 200501 2 001"),
        ),
        annexes=(
            _sources(
                ("Rubrik", "ipak-ipkp versi 1.0.0"),
                ("Sidik rubrik", "sha256:" + "0123456789abcdef" * 4),
                ("Masukan", "ipak-ipkp-2024-tw4.xlsx, lembar Form Responses 1, 41 baris"),
                ("Baris yang tidak dihitung", "0"),
                ("Alat", "ipak 0.1.0"),
            ),
        ),
        missing=("Capaian kinerja triwulan ini belum diisi di ipak.yaml.", "Jumlah pengunjung belum diisi."),
    )


def html_of(given: Report, variables: Mapping[str, object], own: Mapping[str, str]) -> str:
    """Return a report as an HTML page."""
    files = FORMATS["html"].render(with_prose(given, variables, own), OwnTemplates(own))
    return files["laporan.html"].decode()


def markdown_of(
    given: Report, variables: Mapping[str, object], own: Mapping[str, str]
) -> tuple[str, Mapping[str, str]]:
    """Return a report as Markdown, and its pictures by their file names."""
    files = FORMATS["md"].render(with_prose(given, variables, own), OwnTemplates(own))
    texts = {name: data.decode() for name, data in files.items()}
    return texts.pop("laporan.md"), texts


def item_chart(name: str = "grafik-butir") -> charts.Chart:
    """Draw the means of a few items."""
    bars = tuple(charts.Bar(f"U{n} {_SENTENCE[:70]}", Fraction(40 - n, 10), Fraction(4)) for n in range(1, 8))
    return charts.item_means(
        (charts.Group("IPAK", bars[:3]), charts.Group("IPKP", bars[3:])), title="Butir", name=name
    )


def plain_table(*rows: tuple[str, ...], key: str = "tabel", note: str | None = None) -> ReportTable:
    """Make a table of texts whose first column names the row."""
    columns = tuple(TableColumn(f"Kolom {n}") for n in range(1, len(rows[0]) + 1))
    cells = tuple(tuple(Cell((text,), head=n == 0) for n, text in enumerate(row)) for row in rows)
    return ReportTable(key, "Sebuah tabel", columns, cells, note)


def _text(sentences: int) -> str:
    return " ".join(f"{_SENTENCE}." for _ in range(sentences))


def _cells(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell((text,)) for text in texts)


def _marked(name: str, n: int) -> Cell:
    """Make a cell of some lines that says where it begins and ends."""
    return Cell((f"<{name}{n} {_SENTENCE} {name}{n}>",))


def _actions(n: int) -> Cell:
    return Cell((*_ACTIONS, f"Mencatat hasilnya: tindakan{n}>"))


def _words(key: str, title: str) -> Section:
    listing = Listing(("mengetahui nilai indeks;", f"{_SENTENCE.lower()}; dan", "menetapkan tindak lanjut."))
    ordered = Listing(("Undang-Undang tentang Pelayanan Publik;", "Peraturan Menteri Contoh."), ordered=True)
    return Section(
        key, title, (Paragraph(_text(4)), listing, Paragraph(f"Lihat Tabel 2.1. {_text(2)}"), ordered)
    )


def _results() -> Section:
    right = [
        TableColumn(title, Align.RIGHT) for title in ("Jawaban", "1", "2", "3", "4", "Rata-rata", "Target")
    ]
    rows = tuple(
        (Cell((f"U{n}",), head=True), _marked("butir", n), *_cells("41", "0", "1", "8", "32", "3,76", "4"))
        for n in range(1, 31)
    )  # fmt: skip
    items = ReportTable(
        "tabel-butir", "Nilai setiap butir", (TableColumn("Butir"), TableColumn("Pertanyaan"), *right), rows
    )
    small = ReportTable(
        "tabel-indeks", "Nilai indeks", (TableColumn("Indeks"), TableColumn("Nilai", Align.RIGHT)),
        ((Cell(("IPAK",), head=True), Cell(("3,94",))), (Cell(("IPKP",), head=True), Cell(("3,82",)))),
        "Menurut Tabel 2.2, pada skala 1 sampai 4.",
    )  # fmt: skip
    return Section("nilai", "Nilai Indeks dan Butir", (
        Paragraph("Nilai ada pada Tabel 2.1 dan Gambar 2.1."), small,
        Figure("gambar-butir", "Nilai setiap butir", item_chart()), items,
    ))  # fmt: skip


def _trend() -> Section:
    periods = ("I-2024", "II-2024", "III-2024", "IV-2024")
    stars = tuple(charts.Stars(period, (n, 3, 30 + n, 400 + 9 * n)) for n, period in enumerate(periods))
    levels = [f"Bintang {n}" for n in range(1, 5)]
    lines = (
        charts.TrendLine(
            "IPAK", (Fraction(39, 10), Fraction(395, 100), Fraction(391, 100), Fraction(394, 100))
        ),
        charts.TrendLine("IPKP", (Fraction(38, 10), None, Fraction(382, 100), Fraction(388, 100))),
    )
    return Section("tren", "Perkembangan", (
        Paragraph(_text(1)),
        Figure("gambar-bintang", "Sebaran bintang", charts.star_shares(stars, levels, title="Bintang")),
        Figure("gambar-tren", "Tren indeks", charts.trend(periods, lines, title="Tren indeks")),
    ))  # fmt: skip


def _suggestions() -> Section:
    texts = [
        HOSTILE,
        "**Tebal** [tautan](https://contoh.test) `kode` {{ 7*7 }} {% if %}",
        "# Judul\n- butir\n1. nomor",
    ]
    cells = [*_cells(*texts), *(_marked("saran", n) for n in range(1, 31))]
    rows = tuple((cell, Cell(("1",))) for cell in cells)
    columns = (TableColumn("Saran atau masukan"), TableColumn("Banyaknya", Align.RIGHT))
    return Section("saran", "Saran", (ReportTable("tabel-saran", "Saran responden", columns, rows),))


def _plan() -> Section:
    titles = (
        "Butir",
        "Pertanyaan",
        "Target",
        "Realisasi",
        "Selisih",
        "Rencana tindak lanjut",
        "PIC",
        "Tenggat",
        "Status",
    )
    columns = tuple(
        TableColumn(t, Align.RIGHT if t in {"Target", "Realisasi", "Selisih"} else Align.LEFT) for t in titles
    )
    after = _cells("Kepala Seksi Layanan", "31 Maret 2025", "Sedang berjalan")
    rows = tuple(
        (
            Cell((f"U{n}",), head=True),
            _marked("rencana", n),
            *_cells("4", "3,76", "−0,24"),
            _actions(n),
            *after,
        )
        for n in range(1, 15)
    )
    table = ReportTable("tabel-rencana", "Rencana tindak lanjut setiap butir", columns, rows)
    return Section("butir-rendah", "Butir di Bawah Target", (Paragraph(_text(1)), table, Paragraph(_text(1))))
