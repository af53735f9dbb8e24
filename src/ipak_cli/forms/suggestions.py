"""The form in which people decide of a period's suggestions, a row a text; written, and read when filled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.suggestions import NOT_A_REVIEW_FORM
from ipak_cli.forms import looks, style, writer
from ipak_cli.forms.filled import Reading, page_of, read_record
from ipak_cli.forms.form_record import RECORD_SHEET, FormRecord, period_of
from ipak_cli.forms.settings_names import Field, clean
from ipak_cli.forms.writer import Prompt
from ipak_cli.survey.review import Verdict, phrases_of
from ipak_cli.survey.suggestion_result import Taken
from ipak_cli.tables.cell import address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from ipak_cli.base.problem import Problem
    from ipak_cli.forms.filled import Row
    from ipak_cli.forms.form_record import SettingsPath
    from ipak_cli.survey.review import Decision
    from ipak_cli.survey.suggestion_result import Suggestion
    from ipak_cli.tables.workbook import Workbook as ReadWorkbook

FORM: Final = "suggestions"
HELP_SHEET, SHEET = "Baca dulu", "Saran"
NUMBER, TEXT, COUNT, TAKEN, PLACE = "No", "Saran", "Banyaknya", "Yang dihapus", "Sel asal"
PUBLISH, WITHHOLD, LATER = "terbitkan", "jangan", "nanti"
WORDS: Final = {PUBLISH: Verdict.PUBLISH, WITHHOLD: Verdict.WITHHOLD, LATER: None}
VERDICT: Final = Field(
    (), "Keputusan", "terbitkan, jangan, atau nanti. Kosong berarti belum diputuskan.", choices=(*WORDS,)
)
CUT: Final = Field(
    (), "Kata yang dihapus", "Salin kata dari saran itu; beberapa bagian dipisahkan titik koma."
)
KINDS: Final = {
    Taken.NAME: "nama",
    Taken.NUMBER: "nomor",
    Taken.EMAIL: "surel",
    Taken.ACCOUNT: "akun",
    Taken.LINK: "tautan",
    Taken.ADDRESS: "alamat",
    Taken.PLATE: "nomor polisi",
    Taken.BIRTH: "tanggal lahir",
}
"""What the pieces are called that were taken out."""
_COLUMNS: Final = (
    (NUMBER, 6), (TEXT, 64), (COUNT, 11), (TAKEN, 16), (PLACE, 22), (VERDICT.label, 13), (CUT.label, 30),
)  # fmt: skip
_CHOSEN, _WORDS = 6, 7
"""The columns of the two inputs."""


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A row of a filled form: its text, what its two inputs say and said when it was made, and where."""

    text: str
    said: tuple[str, str]
    made: tuple[str, str]
    where: tuple[Where, Where, Where]


@dataclass(frozen=True, slots=True)
class FilledReview:
    """What a filled form says: its period's name, its rows, and all that cannot be read."""

    period: str
    rows: tuple[ReviewRow, ...]
    problems: tuple[Problem, ...]


def inputs_of(text: str, decision: Decision | None) -> tuple[str, str]:
    """Return what the two inputs of a text say of a decision."""
    if decision is None:
        return "", ""
    if decision.verdict is Verdict.WITHHOLD:
        return WITHHOLD, ""
    return PUBLISH, phrases_of(text, decision.cut)


def review_form(period: str, rows: Sequence[tuple[Suggestion, Decision | None]]) -> bytes:
    """Return the form of a period with what is decided already; the same bytes for the same decisions."""
    workbook = writer.new_workbook(f"Tinjauan saran {period}")
    _add_help(workbook, period)
    sheet = workbook.create_sheet(SHEET)
    writer.set_widths(sheet, [width for _, width in _COLUMNS])
    writer.put_text(sheet, 1, 1, f"Saran responden {period}").font = writer.TITLE
    writer.put_text(sheet, 2, 1, looks.LOCKED)
    style.put_headers(sheet, [name for name, _ in _COLUMNS], {VERDICT.label, CUT.label})
    record: dict[SettingsPath, str] = {}
    for number, (given, decision) in enumerate(rows, start=1):
        said = inputs_of(given.text, decision)
        record["row", str(number)] = "\n".join(said)
        _add_row(sheet, number, given, said)
    last = looks.FIRST_ROW + max(len(rows), 1) - 1
    first = f"{address(looks.FIRST_ROW, _CHOSEN)}"
    cells = f"{first}:{address(last, _CHOSEN)}"
    style.shade(sheet, cells, f"LEN(TRIM({first}))=0", looks.BLANK)
    style.shade(sheet, cells, "TRUE", looks.ANSWERED)
    style.finish(sheet, "G", last)
    kept = workbook.create_sheet(RECORD_SHEET)
    for row, texts in enumerate(FormRecord(FORM, record, period).rows(), start=1):
        for column, text in enumerate(texts, start=1):
            writer.put_text(kept, row, column, text)
    kept.sheet_state = "hidden"
    return writer.workbook_bytes(workbook)


def _add_row(sheet: Worksheet, number: int, given: Suggestion, said: tuple[str, str]) -> None:
    row = looks.FIRST_ROW + number - 1
    taken = ", ".join(dict.fromkeys(KINDS[kind] for kinds in given.taken or () for kind in kinds))
    place = "" if given.where is None else str(given.where)
    writer.put_value(sheet, row, 1, number)
    writer.put_value(sheet, row, 3, given.count)
    for column, text in ((2, given.text), (4, taken), (5, place)):
        writer.put_text(sheet, row, column, text)
    for column in range(1, _CHOSEN):
        cell = sheet.cell(row, column)
        cell.alignment = style.WRAPPED
        writer.frame(cell)
    for column, asked, text in ((_CHOSEN, VERDICT, said[0]), (_WORDS, CUT, said[1])):
        cell = writer.put_text(sheet, row, column, text) if text else sheet.cell(row, column)
        style.put_input(cell, writer.AS_TEXT)
        writer.frame(cell)
        where, prompt = address(row, column), Prompt(asked.label, asked.help)
        if asked.choices:
            refusal = f"Pilih: {', '.join(asked.choices)}."
            writer.offer_choices(sheet, where, asked.choices, refusal, prompt)
        else:
            writer.explain(sheet, where, prompt)
    writer.fit_height(sheet, row)


def _add_help(workbook: Workbook, period: str) -> None:
    sheet = workbook.create_sheet(HELP_SHEET)
    writer.set_widths(sheet, (6, 95))
    writer.put_text(sheet, 1, 1, "Baca dulu").font = writer.TITLE
    steps = (
        (
            f"Lembar {SHEET} memuat saran {period} seperti akan terbit: yang dihapus ditandai [dihapus], dan "
            f"kolom {TAKEN} menyebut jenisnya. Tulisan aslinya hanya ada di berkas ekspor."
        ),
        (
            f"Kolom {VERDICT.label}: {PUBLISH} bila boleh dimuat kata demi kata, {WITHHOLD} bila tidak, "
            f"{LATER} untuk menarik keputusan. Kosong berarti belum diputuskan."
        ),
        (
            f"Masih ada nama atau keterangan pribadi? Salin katanya ke kolom {CUT.label}. Kata hanya dapat "
            "dihapus; tidak ada kata baru yang ditulis atas nama responden."
        ),
        (
            "Simpan, tutup Excel, lalu jalankan di ruang kerja: ipak suggestions --form BERKAS.xlsx. Bila "
            "ada sel yang keliru, selnya disebut dan tidak ada yang ditulis."
        ),
    )
    for row, step in enumerate(steps, start=3):
        writer.put_text(sheet, row, 1, f"{row - 2}.").alignment = style.CENTRED
        writer.put_text(sheet, row, 2, step).alignment = style.WRAPPED
        writer.fit_height(sheet, row)
    style.set_up_page(sheet, landscape=False)
    writer.protect(sheet)


def read_review_form(workbook: ReadWorkbook) -> FilledReview:
    """Read a filled form. Raises ``ProblemsFoundError`` for a workbook that is none, or lost its record."""
    page, record = page_of(workbook, SHEET), read_record(workbook)
    sound = record is not None and record.form == FORM and not record.is_newer
    if page is None or record is None or not sound or isinstance(period_of(record.period), str):
        raise ProblemsFoundError([problem(NOT_A_REVIEW_FORM, Where(workbook.file))])
    reading = Reading()
    rows = tuple(_rows(reading, record, reading.rows(page, NUMBER, (TEXT, VERDICT.label, CUT.label))))
    return FilledReview(record.period, rows, (*workbook.problems, *reading.problems))


def _rows(reading: Reading, record: FormRecord, found: Iterator[tuple[Row, str]]) -> Iterator[ReviewRow]:
    for row, number in found:
        heads = TEXT, VERDICT.label, CUT.label
        places = row.where(heads[0]), row.where(heads[1]), row.where(heads[2])
        chosen = reading.value(VERDICT, row.cell(heads[1]), places[1]) or ""
        text, cut = (reading.text(head, row.cell(head), row.where(head)) or "" for head in (TEXT, CUT.label))
        made = record.values.get(("row", number), "").partition("\n")
        yield ReviewRow(text, (str(chosen), cut), (made[0], clean(made[2])), places)
