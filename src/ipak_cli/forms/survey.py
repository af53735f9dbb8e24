"""What every blank workbook has in common: where it may be written, and what it says it was made from."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from openpyxl.styles import Alignment

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.usage import NAME_NOT_XLSX, TARGET_FILE_EXISTS
from ipak_cli.forms import writer
from ipak_cli.forms.looks import PLAIN_HEADER
from ipak_cli.rubric.own_form import asked_of
from ipak_cli.rubric.survey import BlankRule
from ipak_cli.tables.cell import address
from ipak_cli.workspace.atomic import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from ipak_cli.rubric.survey import Item, Label, Scale, SurveyRubric
    from ipak_cli.rubric.types import RubricHead

ORIGIN_SHEET: Final = "_ipak"
ANSWER_SHEET: Final = "Jawaban"
HELP_SHEET: Final = "Petunjuk"
TIME_HEADER: Final = "Cap waktu"
COMMENT_HEADER: Final = "Saran/masukan"
ROWS: Final = 500
_DATES: Final = (date(2000, 1, 1), date(2099, 12, 31))
_FILLS: Final = ("DDEBF7", "E2EFDA", "FFF2CC", "EDEDED")


def write_new_workbook(out: Path, data: bytes, *, replace: bool) -> None:
    """Write a blank workbook, whole or not at all.

    Raises ``ProblemsFoundError`` when ``out`` is no ``.xlsx`` name, stands in no folder, exists already
    (unless ``replace``) or cannot be written.
    """
    must_be_new_workbook(out, replace=replace)
    # The user may have named a link: what it leads to is what is meant.
    linked = os.path.islink(out)  # noqa: PTH114 (pathlib raises for a name that is too long)
    write_whole(Path(os.path.realpath(out)) if linked else out, data)


def must_be_new_workbook(out: Path, *, replace: bool = False) -> None:
    """Raise ``ProblemsFoundError`` for what is no ``.xlsx`` name, or exists already (unless ``replace``)."""
    if out.suffix.lower() != ".xlsx":
        raise ProblemsFoundError([problem(NAME_NOT_XLSX, Where(str(out)))])
    if not replace and os.path.lexists(out):
        raise ProblemsFoundError([problem(TARGET_FILE_EXISTS, Where(str(out)))])


def add_origin(workbook: Workbook, rubric: RubricHead, digest: str) -> Worksheet:
    """Add the hidden sheet that names the rubric, its version and its digest in columns A and B."""
    sheet: Worksheet = workbook.create_sheet(ORIGIN_SHEET)
    facts = (("rubric", rubric.id), ("version", rubric.version), ("digest", digest))
    for row, (name, value) in enumerate(facts, start=1):
        writer.put_text(sheet, row, 1, name)
        writer.put_text(sheet, row, 2, value)
    sheet.sheet_state = "hidden"
    return sheet


def write_survey_template(rubric: SurveyRubric, digest: str, out: Path, *, replace: bool = False) -> None:
    """Write the blank response sheet of a rubric, whole or not at all.

    Raises ``ProblemsFoundError`` when ``out`` is no ``.xlsx`` name, stands in no folder, exists already
    (unless ``replace``) or cannot be written.
    """
    write_new_workbook(out, survey_template(rubric, digest), replace=replace)


def survey_template(rubric: SurveyRubric, digest: str) -> bytes:
    """Return the blank response sheet of a rubric: the same bytes for the same rubric.

    An item of several columns is asked in each of them.
    """
    workbook = writer.new_workbook(rubric.title)
    _add_answers(workbook, asked_of(rubric))
    _add_help(workbook, asked_of(rubric))
    add_origin(workbook, rubric, digest)
    return writer.workbook_bytes(workbook)


@dataclass(frozen=True, slots=True)
class _AnswerColumn:
    header: str
    width: int
    fill: str = PLAIN_HEADER
    item: Item | None = None


def _columns(rubric: SurveyRubric) -> Iterator[_AnswerColumn]:
    yield _AnswerColumn(TIME_HEADER, 18)
    for profile in rubric.profiles:
        yield _AnswerColumn(profile.headers[0], 16)
    for number, index in enumerate(rubric.indices):
        for item in index.items:
            yield _AnswerColumn(item.text, 20, _FILLS[number % len(_FILLS)], item)
    yield _AnswerColumn(COMMENT_HEADER, 40)


def _add_answers(workbook: Workbook, rubric: SurveyRubric) -> None:
    sheet = workbook.create_sheet(ANSWER_SHEET)
    columns = tuple(_columns(rubric))
    for number, column in enumerate(columns, start=1):
        writer.put_header(sheet, 1, number, column.header, column.fill)
    writer.set_widths(sheet, [column.width for column in columns])
    writer.fit_height(sheet, 1)
    writer.open_columns(sheet, len(columns), {1: writer.DATE_TIME})
    writer.expect_dates(
        sheet,
        f"A2:A{ROWS + 1}",
        _DATES,
        "Isi tanggal dan jam, misalnya 05/12/2024 09:30 (tanggal/bulan/tahun).",
    )
    items = [number for number, column in enumerate(columns, start=1) if column.item]
    writer.offer_choices(
        sheet,
        f"{address(2, items[0])}:{address(ROWS + 1, items[-1])}",
        [str(value) for value in rubric.scale.values],
        f"Pilih angka {rubric.scale.lowest} sampai {rubric.scale.highest} dari daftar.",
    )
    writer.freeze(sheet, rows=1, columns=1)
    writer.print_on_a4(sheet, landscape=True, pages_wide=2)
    writer.protect(sheet)


def _add_help(workbook: Workbook, rubric: SurveyRubric) -> None:
    sheet = workbook.create_sheet(HELP_SHEET)
    writer.set_widths(sheet, (8, 95))
    writer.put_text(sheet, 1, 1, "Petunjuk pengisian").font = writer.TITLE
    writer.put_text(sheet, 2, 1, f"{rubric.title} (rubrik {rubric.id}, versi {rubric.version})")
    for row, (label, text) in enumerate(_help(rubric), start=4):
        heading = writer.put_text(sheet, row, 1, label)
        if not text:
            heading.font = writer.BOLD
            continue
        heading.alignment = Alignment(vertical="top")
        writer.put_text(sheet, row, 2, text).alignment = Alignment(vertical="top", wrap_text=True)
        writer.fit_height(sheet, row)
    writer.print_on_a4(sheet, landscape=False)
    writer.protect(sheet)


def _help(rubric: SurveyRubric) -> Iterator[tuple[str, str]]:
    """Yield the help sheet's lines as (label, text); a heading has no text."""
    yield "Langkah", ""
    for number, step in enumerate(_steps(rubric), start=1):
        yield f"{number}.", step
    yield from (("", ""), ("Arti angka", ""))
    yield from _meanings(rubric.scale.labels) or _ends(rubric.scale)
    for index in rubric.indices:
        yield from (("", ""), (f"Pertanyaan {index.code}: {index.name}", ""))
        for item in index.items:
            own = dict(_meanings(item.labels))
            told = len(own) == len(rubric.scale.values)
            meanings = ", ".join(f"{value} {word}" for value, word in own.items())
            yield item.code, f"{item.text} ({meanings})" if told else item.text


def _steps(rubric: SurveyRubric) -> tuple[str, ...]:
    time = "tanggal dan jam responden menjawab, misalnya 05/12/2024 09:30 (tanggal/bulan/tahun)"
    scale = f"{rubric.scale.lowest} sampai {rubric.scale.highest}"
    blank = {
        BlankRule.ERROR: "Setiap pertanyaan perlu dijawab.",
        BlankRule.MISSING: "Biarkan kosong pertanyaan yang tidak dijawab; jangan isi 0 atau tanda hubung.",
    }[rubric.blank]
    return (
        f"Isi satu baris untuk satu responden di lembar {ANSWER_SHEET}, mulai baris 2.",
        f"{TIME_HEADER}: {time}. Hanya jawaban di dalam triwulan yang dihitung.",
        "Kolom profil boleh kosong. Tulis isinya seragam, sebab kelompok dihitung menurut tulisannya.",
        f"Jawaban: pilih angka {scale} dari daftar di selnya. {blank}",
        f"{COMMENT_HEADER}: tulis apa adanya, tanpa nama, nomor telepon, atau alamat surel.",
        "Judul kolom di baris 1 dikunci karena dipakai untuk mengenali pertanyaan. Jangan diubah.",
        f"Simpan, lalu hitung dengan perintah: ipak score NAMA-BERKAS.xlsx --rubric {rubric.id}",
    )


def _meanings(labels: Sequence[Label]) -> list[tuple[str, str]]:
    return [(str(label.value), label.words[0]) for label in labels if label.words]


def _ends(scale: Scale) -> list[tuple[str, str]]:
    return [(str(scale.lowest), "nilai terendah"), (str(scale.highest), "nilai tertinggi")]
