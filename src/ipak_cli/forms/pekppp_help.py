"""The instructions in the self-assessment workbook: the steps, the colours, what every level means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from openpyxl.styles import Alignment

from ipak_cli.base.figures import short
from ipak_cli.forms import style, writer
from ipak_cli.pekppp.book import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from ipak_cli.rubric.pekppp import Indicator, PekpppRubric

_LABEL: Final = Alignment(vertical="top", horizontal="center")


def add_help(workbook: Workbook, rubric: PekpppRubric) -> None:
    """Add the sheet of instructions."""
    sheet = workbook.create_sheet(names.HELP_SHEET)
    writer.set_widths(sheet, (10, 96))
    writer.put_text(sheet, 1, 1, "Petunjuk pengisian").font = writer.TITLE
    writer.put_text(sheet, 2, 1, f"{rubric.title} (rubrik {rubric.id}, versi {rubric.version})")
    row = _put_lines(sheet, 4, "Langkah", _steps(rubric))
    row = _put_colours(sheet, row + 1)
    for aspect in rubric.aspects:
        fill = style.aspect_fills(rubric)[aspect.code]
        row += 1
        title = f"Aspek {aspect.code}. {aspect.name} (bobot {short(aspect.weight)} %)"
        heading = writer.put_text(sheet, row, 1, title)
        heading.font = writer.BOLD
        writer.frame(heading, fill)
        writer.frame(sheet.cell(row, 2), fill)
        row += 1
        for indicator in aspect.indicators:
            titled = writer.put_text(sheet, row, 2, indicator.title)
            titled.font, titled.alignment = writer.BOLD, style.WRAPPED
            writer.fit_height(sheet, row)
            label = f"{indicator.no}. {indicator.code}"
            row = _put_lines(sheet, row, label, _levels(indicator)) + 1
    style.set_up_page(sheet, landscape=False)
    writer.protect(sheet)


def _put_lines(sheet: Worksheet, row: int, title: str, lines: Iterator[tuple[str, str]]) -> int:
    """Write a heading and labelled lines; return the row below them."""
    heading = writer.put_text(sheet, row, 1, title)
    heading.font, heading.alignment = writer.BOLD, Alignment(vertical="top")
    for label, text in lines:
        row += 1
        writer.put_text(sheet, row, 1, label).alignment = _LABEL
        writer.put_text(sheet, row, 2, text).alignment = style.WRAPPED
        writer.fit_height(sheet, row)
    return row + 1


def _put_colours(sheet: Worksheet, row: int) -> int:
    writer.put_text(sheet, row, 1, "Arti warna sel isian").font = writer.BOLD
    for state in style.STATES:
        row += 1
        writer.frame(sheet.cell(row, 1), state.fill)
        writer.put_text(sheet, row, 2, state.meaning)
    return row + 1


def _steps(rubric: PekpppRubric) -> Iterator[tuple[str, str]]:
    claims, facts = names.INDICATOR_FORM.sheet, names.FACT_FORM.sheet
    steps = (
        f"Isi nama unit dan triwulan di atas tabel lembar {claims}, misalnya IV-2024.",
        (
            f"Jawab setiap pernyataan di lembar {facts}, kolom {names.ANSWER}. Jawaban inilah yang "
            "menentukan tingkat setiap indikator."
        ),
        "Kosongkan yang belum diketahui. Kosong berarti belum dijawab; kosong bukan 0 dan bukan tidak.",
        (
            f"{names.CLAIM} di lembar {claims} adalah perkiraan Anda sendiri. Bila berbeda dari tingkat "
            "menurut fakta, fakta yang dipakai dan bedanya dilaporkan. Bila tidak ada fakta yang diisi, "
            "nilai mandiri dipakai dan ditandai."
        ),
        (
            f"{names.EVIDENCE}: tulis nama berkas relatif terhadap folder bukti, misalnya "
            "sp/penetapan.pdf. Beberapa bukti dipisah titik koma atau ganti baris (Alt+Enter). Tautan "
            "https:// boleh; tautan dicatat dan tidak dibuka. Keterangan ditulis di kolom "
            f"{names.NOTE} lembar {claims}, bukan di sini."
        ),
        f"{names.NOTE} boleh diisi apa saja, misalnya nama media lain, dan tidak menentukan nilai.",
        (
            "Tanggal diisi sebagai tanggal, misalnya 2024-12-05 atau 5 Desember 2024. Tulisan seperti "
            "05/12/2024 dapat berarti dua hari, jadi ditanyakan."
        ),
        (
            f"{names.COST} boleh kosong. Isi bilangan bulat, yaitu biaya menaikkan indikator itu satu "
            f"tingkat, dalam satuan yang sama untuk semua indikator; atau kata {names.FIXED} bila "
            "tingkatnya tidak dapat dinaikkan."
        ),
        f"{names.WEIGHT} adalah persen di dalam aspeknya.",
        (
            "Judul kolom, nomor, dan kalimat dikunci tanpa sandi, hanya supaya tidak berubah tanpa "
            "sengaja. Menyaring (filter) selalu boleh. Untuk mengurutkan, buka kuncinya dulu (Review, "
            "Unprotect Sheet) lalu urutkan seluruh tabel bersama-sama. Baris dikenali dari nomornya, "
            "tetapi daftar pilihan di sel tidak ikut berpindah."
        ),
        f"Simpan, lalu hitung dengan perintah: ipak pekppp assess NAMA-BERKAS.xlsx --rubric {rubric.id}",
    )
    return ((f"{number}.", step) for number, step in enumerate(steps, start=1))


def _levels(indicator: Indicator) -> Iterator[tuple[str, str]]:
    for level, text in enumerate(indicator.levels):
        meaning = f"\nArtinya: {indicator.meanings[level]}" if indicator.meanings else ""
        yield str(level), f"{text}{meaning}"
    yield names.EVIDENCE, "; ".join(indicator.evidence)
    for doubtful in indicator.doubts:
        yield names.NOTE, f"{doubtful.text[:1].upper()}{doubtful.text[1:]}."
    if indicator.source:
        yield "Sumber", indicator.source
