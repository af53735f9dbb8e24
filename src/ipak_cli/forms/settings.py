"""``ipak settings``: the settings of a workspace as a workbook that people fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from openpyxl.styles import Alignment

from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.catalogue.pekppp import TEXT_TOO_LONG
from ipak_cli.forms import looks, style, writer
from ipak_cli.forms import settings_names as names
from ipak_cli.forms.form_record import RECORD_SHEET, SETTINGS, FormRecord, names_of_periods
from ipak_cli.forms.settings_names import Field, Kind, cell_text, value_at
from ipak_cli.forms.writer import Prompt
from ipak_cli.tables.cell import address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from ipak_cli.forms.form_record import SettingsPath
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.rubric.yaml_lines import Data

PLACEHOLDER: Final = looks.InputState("FCE4D6", None, "contoh yang perlu diganti (diawali kata GANTI)")
MORE_ROWS: Final = 12
"""Empty rows below the last one of a table that grows."""
_PLAN_LINES: Final = 3
"""Room for the actions of an item that are still to be typed."""
_COLUMNS: Final = ((names.LABEL, 26), (names.ANSWER, 62), (names.HELP, 58))


def settings_form(data: Mapping[str, Data], rubric: SurveyRubric) -> bytes:
    """Return the form of settings, as ``ipak.yaml`` says them, with a row for each item of the rubric.

    The same bytes for the same settings. Raises ``ProblemsFoundError`` for a text that no cell can hold.
    """
    said = dict(data)
    workbook = writer.new_workbook("Keterangan satuan kerja")
    _add_help(workbook)
    _add_unit(workbook.create_sheet(names.UNIT_SHEET), said)
    _add_periods(workbook.create_sheet(names.PERIOD_SHEET), value_at(said, ("periods",)))
    _add_plan(workbook.create_sheet(names.PLAN_SHEET), said, rubric)
    _add_lists(workbook.create_sheet(names.LIST_SHEET), said)
    _add_record(workbook.create_sheet(RECORD_SHEET), FormRecord(SETTINGS, dict(_recorded(said, rubric))))
    return writer.workbook_bytes(workbook)


def _add_unit(sheet: Worksheet, said: Data) -> None:
    writer.set_widths(sheet, [width for _, width in _COLUMNS])
    _head(sheet, "Satuan kerja dan penanda tangan", [name for name, _ in _COLUMNS], {names.ANSWER})
    for row, field in enumerate(names.UNIT_FIELDS, start=looks.FIRST_ROW):
        label = writer.put_text(sheet, row, 1, field.label)
        label.font, label.alignment = writer.BOLD, style.WRAPPED
        writer.frame(label)
        _put_input(sheet, row, 2, field, value_at(said, field.path))
        told = writer.put_text(sheet, row, 3, field.help)
        told.alignment = style.WRAPPED
        writer.frame(told)
        writer.fit_height(sheet, row)
    _finish(sheet, "C", looks.FIRST_ROW + len(names.UNIT_FIELDS) - 1, "B")


def _add_periods(sheet: Worksheet, said: Data) -> None:
    periods = said if isinstance(said, dict) else {}
    _table(sheet, "Keterangan setiap periode", (names.PERIOD,), names.PERIOD_FIELDS, (14,))
    name = Field((), names.PERIOD, "Misalnya IV-2024, II-2024S (semester), 2024 atau 2024-10.")
    last = looks.FIRST_ROW + len(periods) + MORE_ROWS - 1
    for row, period in enumerate((*periods, *([None] * MORE_ROWS)), start=looks.FIRST_ROW):
        _put_input(sheet, row, 1, name, period)
        for column, field in enumerate(names.PERIOD_FIELDS, start=2):
            _put_input(sheet, row, column, field, value_at(periods.get(period or ""), field.path))
        if period:
            writer.fit_height(sheet, row)
    _finish(sheet, "E", last, "A")


def _add_plan(sheet: Worksheet, said: Data, rubric: SurveyRubric) -> None:
    title = f"Tindak lanjut setiap butir ({rubric.title}, rubrik {rubric.id})"
    _table(sheet, title, (names.CODE, names.ITEM), (names.TARGET, *names.PLAN_FIELDS), (7, 44))
    items = {item.code: item.text for item in rubric.items}
    plan, targets = value_at(said, ("follow_up",)), value_at(said, ("targets", "items"))
    codes = _codes(said, rubric)
    for row, code in enumerate(codes, start=looks.FIRST_ROW):
        for column, text in enumerate((code, items.get(code, "(tidak ada di rubrik ini)")), start=1):
            cell = writer.put_text(sheet, row, column, text)
            cell.alignment = style.WRAPPED
            writer.frame(cell)
        _put_input(sheet, row, 3, names.TARGET, value_at(targets, (code,)))
        for column, field in enumerate(names.PLAN_FIELDS, start=4):
            _put_input(sheet, row, column, field, value_at(plan, (code, *field.path)))
        writer.fit_height(sheet, row, _PLAN_LINES)
    _finish(sheet, "G", looks.FIRST_ROW + len(codes) - 1, "C")


def _codes(said: Data, rubric: SurveyRubric) -> tuple[str, ...]:
    """Return the rubric's items, and those that the settings alone name."""
    parts = value_at(said, ("follow_up",)), value_at(said, ("targets", "items"))
    others = (code for part in parts if isinstance(part, dict) for code in part)
    return tuple(dict.fromkeys((*(item.code for item in rubric.items), *others)))


def _recorded(said: Data, rubric: SurveyRubric) -> Iterator[tuple[SettingsPath, str]]:
    """Yield what each cell that has a place in the settings says, as it will be read."""
    yield from ((field.path, _text(field, value_at(said, field.path))) for field in names.UNIT_FIELDS)
    for period in names_of_periods(said).values():
        for field in names.PERIOD_FIELDS:
            path = ("periods", period, *field.path)
            yield path, _text(field, value_at(said, path))
    for code in _codes(said, rubric):
        target = ("targets", "items", code)
        yield target, cell_text(value_at(said, target))
        for field in names.PLAN_FIELDS:
            path = ("follow_up", code, *field.path)
            yield path, cell_text(value_at(said, path))
    yield from ((field.path, cell_text(value_at(said, field.path))) for field in names.LIST_FIELDS)


def _text(field: Field, value: Data) -> str:
    text = cell_text(value)
    return str(int(text)) if text and field.kind is Kind.WHOLE else text


def _add_record(sheet: Worksheet, record: FormRecord) -> None:
    for row, texts in enumerate(record.rows(), start=1):
        for column, text in enumerate(texts, start=1):
            writer.put_text(sheet, row, column, text)
    sheet.sheet_state = "hidden"


def _add_lists(sheet: Worksheet, said: Data) -> None:
    _table(sheet, "Sampul dan dasar hukum laporan", (), names.LIST_FIELDS, ())
    columns = [names.lines_of(value_at(said, field.path)) for field in names.LIST_FIELDS]
    rows = max(map(len, columns)) + MORE_ROWS
    for row in range(looks.FIRST_ROW, looks.FIRST_ROW + rows):
        for column, (field, entries) in enumerate(zip(names.LIST_FIELDS, columns, strict=True), start=1):
            place = row - looks.FIRST_ROW
            _put_input(sheet, row, column, field, entries[place] if place < len(entries) else None)
        if row < looks.FIRST_ROW + rows - MORE_ROWS:
            writer.fit_height(sheet, row)
    _finish(sheet, "C", looks.FIRST_ROW + rows - 1, "A")


def _table(
    sheet: Worksheet, title: str, keys: Sequence[str], fields: Sequence[Field], widths: Sequence[int]
) -> None:
    writer.set_widths(sheet, [*widths, *(field.width for field in fields)])
    asked = [field.label for field in fields]
    open_keys = {names.PERIOD} & set(keys)
    _head(sheet, title, [*keys, *asked], {*asked, *open_keys})


def _head(sheet: Worksheet, title: str, columns: Sequence[str], inputs: set[str]) -> None:
    writer.put_text(sheet, 1, 1, title).font = writer.TITLE
    writer.put_text(sheet, 2, 1, looks.LOCKED)
    style.put_headers(sheet, columns, inputs)


def _put_input(sheet: Worksheet, row: int, column: int, field: Field, value: Data) -> None:
    """Make a cell one to fill in, with what the settings say now, and what it asks while it is chosen."""
    text = cell_text(value)
    cell = sheet.cell(row, column)
    if len(text) > looks.LONGEST_TEXT:
        raise ProblemsFoundError([problem(TEXT_TOO_LONG, what=field.label, limit=looks.LONGEST_TEXT)])
    if text and field.kind is Kind.WHOLE:
        writer.put_value(sheet, row, column, int(text))
    elif text:
        writer.put_text(sheet, row, column, text)
    # As text, so that no program makes a date of 1/2/2025 or of I-2025 by its own order.
    style.put_input(cell, writer.GENERAL if field.kind is Kind.WHOLE else writer.AS_TEXT)
    writer.frame(cell)
    where, prompt = address(row, column), Prompt(field.label, field.help)
    if field.choices:
        writer.offer_choices(sheet, where, field.choices, f"Pilih: {', '.join(field.choices)}.", prompt)
    elif field.kind is Kind.WHOLE:
        writer.expect_whole(sheet, where, "Tulis bilangan bulat tanpa titik, misalnya 1250.", prompt)
    else:
        writer.explain(sheet, where, prompt)


def _finish(sheet: Worksheet, last_column: str, last_row: int, first_input: str) -> None:
    """Shade the inputs by what they hold, protect the rest and set the page up."""
    first = f"{first_input}{looks.FIRST_ROW}"
    end = "B" if sheet.title == names.UNIT_SHEET else last_column
    cells = f"{first}:{end}{last_row}"
    style.shade(sheet, cells, f'LEFT({first},5)="GANTI"', PLACEHOLDER)
    style.shade(sheet, cells, f"LEN(TRIM({first}))=0", looks.BLANK)
    style.shade(sheet, cells, "TRUE", looks.ANSWERED)
    style.finish(sheet, last_column, last_row)
    sheet.auto_filter.ref = None


def _add_help(workbook: Workbook) -> None:
    sheet = workbook.create_sheet(names.HELP_SHEET)
    writer.set_widths(sheet, (8, 95))
    writer.put_text(sheet, 1, 1, "Baca dulu").font = writer.TITLE
    writer.put_text(sheet, 2, 1, "Isian ini menggantikan penyuntingan ipak.yaml dengan tangan.")
    row = 4
    for label, text in _steps():
        writer.put_text(sheet, row, 1, label).alignment = Alignment(vertical="top", horizontal="center")
        writer.put_text(sheet, row, 2, text).alignment = style.WRAPPED
        writer.fit_height(sheet, row)
        row += 1
    writer.put_text(sheet, row + 1, 1, "Arti warna sel isian").font = writer.BOLD
    for state in (looks.BLANK, looks.ANSWERED, PLACEHOLDER):
        row += 1
        writer.frame(sheet.cell(row + 1, 1), state.fill)
        writer.put_text(sheet, row + 1, 2, state.meaning)
    style.set_up_page(sheet, landscape=False)
    writer.protect(sheet)


def _steps() -> Iterator[tuple[str, str]]:
    steps = (
        (
            f"Lembar {names.UNIT_SHEET}: nama unit, penanda tangan, dan keterangan laporan. Hanya nama unit "
            "yang wajib."
        ),
        (
            f"Lembar {names.PERIOD_SHEET}: satu baris satu periode, misalnya IV-2024. Tulis jumlah "
            "pengunjung dan capaian kinerjanya."
        ),
        (
            f"Lembar {names.PLAN_SHEET}: satu baris satu butir. Beberapa tindakan untuk satu butir ditulis "
            "di satu sel, satu tindakan satu baris (Alt+Enter)."
        ),
        f"Lembar {names.LIST_SHEET}: pengarah, editor, dan dasar hukum, masing-masing satu baris.",
        (
            "Tanggal ditulis misalnya 31 Januari 2025 atau 31-01-2025. Batas waktu boleh juga kata, misalnya "
            "Triwulan I 2025 atau setiap bulan."
        ),
        (
            "Sel yang dikosongkan dihapus dari ipak.yaml. Baris yang dihapus seluruhnya tetap seperti semula "
            "di ipak.yaml, begitu pula semua yang tidak ada di formulir ini."
        ),
        (
            "Simpan, tutup Excel, lalu jalankan di ruang kerja: ipak settings NAMA-BERKAS.xlsx. Yang berubah "
            "ditampilkan dulu; bila ada sel yang keliru, selnya disebut dan tidak ada yang ditulis."
        ),
    )
    return ((f"{number}.", step) for number, step in enumerate(steps, start=1))
