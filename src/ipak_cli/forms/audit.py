"""The form into which people type the figures of a printed report, so that they can be audited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from openpyxl.styles import Alignment

from ipak_cli.forms import looks, style, writer
from ipak_cli.forms.audit_names import (
    COLUMNS,
    FORM,
    KIND,
    KINDS,
    PERIOD,
    PLACE,
    REPORT_PERIOD,
    SHEET,
    SUBJECT,
    VALUE,
    subjects,
)
from ipak_cli.forms.form_record import RECORD_SHEET, FormRecord
from ipak_cli.forms.survey import write_new_workbook
from ipak_cli.forms.writer import Prompt

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

    from ipak_cli.rubric.survey import SurveyRubric

ROWS: Final = 300
_LISTS: Final = "_daftar"
_KIND_LIST, _SUBJECT_LIST = "DaftarJenis", "DaftarHal"
_WIDTHS: Final = (28, 62, 14, 16, 40)
_PERIOD_ROW: Final = 2
_HELP_SHEET: Final = "Petunjuk"
_STEPS: Final = (
    f"Tulis periode laporan di sel B{_PERIOD_ROW} lembar {SHEET}, misalnya IV-2024.",
    f"Isi satu baris untuk satu angka laporan, mulai baris {looks.FIRST_ROW}.",
    f"{KIND} dan {SUBJECT}: pilih dari daftar. Kosongkan {SUBJECT} bila angkanya mengenai seluruh survei.",
    f"{VALUE}: ketik persis seperti tercetak, tanpa satuan. Angka nol di belakang koma ikut diketik: 3,90.",
    f"{PERIOD}: isi hanya bila angkanya milik periode lain, misalnya III-2024 dalam tabel perkembangan.",
    f"{PLACE}: tempat angka itu dalam laporan, misalnya halaman 7, Tabel 3.1.",
    "Jangan mengetik angka yang tidak Anda pahami; angka yang salah jenis menghasilkan temuan yang keliru.",
    "Simpan, lalu periksa dengan perintah: ipak audit NAMA-BERKAS.xlsx",
)
_PROMPTS: Final = {
    KIND: "Pilih jenis angka dari daftar.",
    SUBJECT: "Indeks, butir, atau jawaban yang dibicarakan angka ini; kosong berarti seluruh survei.",
    VALUE: "Persis seperti tercetak, misalnya 3,90.",
    PERIOD: "Hanya bila berbeda dari periode laporan, misalnya III-2024.",
    PLACE: "Misalnya halaman 7, Tabel 3.1.",
}


def write_audit_form(rubric: SurveyRubric, out: Path, *, replace: bool = False) -> None:
    """Write the blank form for reports of a rubric; raises ``ProblemsFoundError`` as every form does."""
    write_new_workbook(out, audit_form(rubric), replace=replace)


def audit_form(rubric: SurveyRubric) -> bytes:
    """Return the blank form: the same bytes for the same rubric."""
    workbook = writer.new_workbook("Angka laporan yang diaudit")
    _add_table(workbook)
    _add_help(workbook, rubric)
    _add_lists(workbook, rubric)
    _add_record(workbook, FormRecord(FORM, rubric=rubric.id))
    return writer.workbook_bytes(workbook)


def _add_table(workbook: Workbook) -> None:
    sheet = workbook.create_sheet(SHEET)
    writer.set_widths(sheet, _WIDTHS)
    writer.put_text(sheet, 1, 1, "Angka laporan yang diaudit").font = writer.TITLE
    writer.put_text(sheet, _PERIOD_ROW, 1, REPORT_PERIOD).font = writer.BOLD
    period = sheet.cell(_PERIOD_ROW, 2)
    writer.frame(period, looks.BLANK.fill)
    style.put_input(period, writer.AS_TEXT)
    writer.put_text(sheet, _PERIOD_ROW, 3, "misalnya IV-2024")
    style.put_headers(sheet, COLUMNS, COLUMNS)
    last = looks.FIRST_ROW + ROWS - 1
    for row in range(looks.FIRST_ROW, last + 1):
        for column in range(1, len(COLUMNS) + 1):
            cell = sheet.cell(row, column)
            writer.frame(cell)
            style.put_input(cell, writer.AS_TEXT)
    for column, name in enumerate(COLUMNS, start=1):
        cells = f"{'ABCDE'[column - 1]}{looks.FIRST_ROW}:{'ABCDE'[column - 1]}{last}"
        prompt = Prompt(name, _PROMPTS[name])
        if name in (KIND, SUBJECT):
            named = _KIND_LIST if name == KIND else _SUBJECT_LIST
            writer.offer_list(sheet, cells, named, f"Pilih {name.lower()} dari daftar.", prompt)
        else:
            writer.explain(sheet, cells, prompt)
    style.finish(sheet, "E", last)


def _add_help(workbook: Workbook, rubric: SurveyRubric) -> None:
    sheet = workbook.create_sheet(_HELP_SHEET)
    writer.set_widths(sheet, (5, 95))
    writer.put_text(sheet, 1, 1, "Petunjuk pengisian").font = writer.TITLE
    writer.put_text(sheet, 2, 1, f"{rubric.title} (rubrik {rubric.id}, versi {rubric.version})")
    for number, step in enumerate(_STEPS, start=1):
        writer.put_text(sheet, number + 3, 1, f"{number}.").alignment = Alignment(vertical="top")
        writer.put_text(sheet, number + 3, 2, step).alignment = style.WRAPPED
        writer.fit_height(sheet, number + 3)
    writer.print_on_a4(sheet, landscape=False)
    writer.protect(sheet)


def _add_lists(workbook: Workbook, rubric: SurveyRubric) -> None:
    sheet = workbook.create_sheet(_LISTS)
    writer.define_list(sheet, 1, [*KINDS], _KIND_LIST)
    writer.define_list(sheet, 2, [*subjects(rubric)], _SUBJECT_LIST)
    sheet.sheet_state = "hidden"


def _add_record(workbook: Workbook, record: FormRecord) -> None:
    sheet = workbook.create_sheet(RECORD_SHEET)
    for row, (name, value) in enumerate(record.rows(), start=1):
        writer.put_text(sheet, row, 1, name)
        writer.put_text(sheet, row, 2, value)
    sheet.sheet_state = "hidden"
