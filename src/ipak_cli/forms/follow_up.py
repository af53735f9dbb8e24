"""The form of a period's follow-up: its items below target, to be filled in and read back."""

from __future__ import annotations

import io
from datetime import datetime
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import xlsxwriter

from ipak_cli.base.archive import BLANK_SEAL, PROPERTY, sealed
from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.catalogue.pekppp import TEXT_TOO_LONG
from ipak_cli.forms import follow_up_names as names
from ipak_cli.forms import looks
from ipak_cli.forms.form_record import (
    FOLLOW_UP,
    RECORD_SHEET,
    FormRecord,
    SettingsPath,
    names_of_periods,
)
from ipak_cli.forms.settings_names import cell_text, lines_of, value_at
from ipak_cli.report.format_words import gap, long_period, mean_against, target
from ipak_cli.workspace.config import ActionStatus
from ipak_cli.workspace.layout import FOLLOW_UP_FORM

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from ipak_cli.forms.settings_names import Field
    from ipak_cli.report.material import Material
    from ipak_cli.rubric.yaml_lines import Data
    from ipak_cli.survey.result import ItemResult

_MADE: Final = datetime(2024, 1, 1)  # noqa: DTZ001  a workbook's properties hold a time without a zone
_FACTS: Final = ((names.CODE, 6), (names.ITEM, 34), (names.TARGET, 8), (names.RESULT, 8), (names.GAP, 8))
_LEFT: Final = 2
"""The first columns hold text, the other facts figures."""
_FEWEST_LINES: Final = 3
"""Room for what is still to be typed."""
_FONT: Final = {"font_name": "Calibri", "font_size": 11}
_LOCKED: Final = (
    "Isi kolom yang berjudul kuning; yang lain dikunci tanpa sandi. "
    f"{names.GAP} dihitung dari angka yang belum dibulatkan."
)
_NO_ACTION: Final = "tindakan wajib diisi bila kolom lain di barisnya diisi"


def follow_up_form(material: Material, data: Mapping[str, Data]) -> bytes | None:
    """Return the form of a report's period, filled with what the settings ``data`` already plan.

    ``None`` where no item is below its target. The same bytes for the same result and settings. Raises
    ``ProblemsFoundError`` for a text that no cell can hold.
    """
    if not material.below:
        return None
    plans = {item.code: _plan(material, dict(data), item.code) for item in material.below}
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"title": "Rencana tindak lanjut", "author": "ipak", "created": _MADE})
        book.set_custom_property(PROPERTY, BLANK_SEAL)
        _add_help(book, material)
        _add_plans(book, material, plans)
        _add_record(book, _record(material, plans))
    return sealed(written.getvalue())


def _plan(material: Material, data: Data, code: str) -> tuple[str, ...]:
    """Return the texts of an item's input cells: the period's own plan before the general one."""
    period = names_of_periods(data).get(material.period, str(material.period))
    plan = value_at(data, ("periods", period, "follow_up", code)) or value_at(data, ("follow_up", code))
    actions = lines_of(value_at(plan, ("actions",)))
    first, last = len(names.ACTIONS) - 1, "\n".join(actions[len(names.ACTIONS) - 1 :])
    cells = (*actions[:first], *[""] * (first - len(actions)), last)
    others = (cell_text(value_at(plan, field.path)) for field in names.OTHERS)
    return (*cells, *others)


def _record(material: Material, plans: Mapping[str, tuple[str, ...]]) -> FormRecord:
    def said() -> Iterator[tuple[SettingsPath, str]]:
        for code, texts in plans.items():
            part = ("periods", str(material.period), "follow_up", code)
            yield (*part, "actions"), "\n".join(filter(None, texts[: len(names.ACTIONS)]))
            for field, text in zip(names.OTHERS, texts[len(names.ACTIONS) :], strict=True):
                yield (*part, *field.path), text

    unit = material.unit if material.has_unit else ""
    return FormRecord(FOLLOW_UP, dict(said()), str(material.period), material.survey.rubric.id, unit)


def _add_plans(book: Workbook, material: Material, plans: Mapping[str, tuple[str, ...]]) -> None:
    sheet = book.add_worksheet(names.SHEET)
    columns = (*_FACTS, *((field.label, field.width) for field in names.FIELDS))
    for column, (_, width) in enumerate(columns):
        sheet.set_column(column, column, width)
    title = f"Rencana tindak lanjut {long_period(material.period)}"
    sheet.write_string(0, 0, title, book.add_format({**_FONT, "bold": True, "font_size": 14}))
    sheet.write_string(1, 0, f"{material.unit}. {_LOCKED}", _quoted(book, {}, material.unit))
    for column, (name, _) in enumerate(columns):
        fill = looks.PLAIN_HEADER if column < len(_FACTS) else looks.INPUT_HEADER
        head = {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True, "bg_color": fill}
        sheet.write_string(looks.HEADER_ROW - 1, column, name, _framed(book, head))
    sheet.set_row(looks.HEADER_ROW - 1, 2 * looks.LINE_HEIGHT)
    for row, item in enumerate(material.below, start=looks.FIRST_ROW - 1):
        _add_row(book, sheet, row, _facts(material, item), plans[item.code])
    last = looks.FIRST_ROW + len(material.below) - 2
    _guide(sheet, last)
    _shade(book, sheet, last)
    sheet.freeze_panes(looks.HEADER_ROW, _LEFT)
    sheet.repeat_rows(looks.HEADER_ROW - 1)
    sheet.print_area(0, 0, last, len(columns) - 1)
    _finish(sheet)
    sheet.set_landscape()


def _facts(material: Material, item: ItemResult) -> tuple[str, ...]:
    goal = material.target_of(item)
    distance = gap(item.mean, goal) if isinstance(item.mean, Fraction) and goal is not None else ""
    return item.code, item.text, target(goal), mean_against(item, goal), distance


def _add_row(
    book: Workbook, sheet: Worksheet, row: int, facts: tuple[str, ...], plan: tuple[str, ...]
) -> None:
    lines = _FEWEST_LINES
    for column, text in enumerate(facts):
        side = {"align": "left" if column < _LEFT else "right", "valign": "top", "text_wrap": True}
        sheet.write_string(row, column, text, _framed(book, side, text))
        lines = max(lines, looks.lines_needed(text, _FACTS[column][1]))
    for column, (field, text) in enumerate(zip(names.FIELDS, plan, strict=True), start=len(facts)):
        if len(text) > looks.LONGEST_TEXT:
            raise ProblemsFoundError([problem(TEXT_TOO_LONG, what=field.label, limit=looks.LONGEST_TEXT)])
        # As text, so that no program makes a date of 1/2/2025 by its own order.
        open_ = {"locked": False, "num_format": "@", "valign": "top", "text_wrap": True}
        style = _framed(book, open_, text)
        if text:
            sheet.write_string(row, column, text, style)
        else:
            sheet.write_blank(row, column, None, style)
        lines = max(lines, looks.lines_needed(text, field.width))
    sheet.set_row(row, lines * looks.LINE_HEIGHT)


def _guide(sheet: Worksheet, last: int) -> None:
    """Say what a cell asks while it is chosen, and offer the choices."""
    for column, field in enumerate(names.FIELDS, start=len(_FACTS)):
        sheet.data_validation(looks.FIRST_ROW - 1, column, last, column, _rule(field))


def _rule(field: Field) -> dict[str, object]:
    rule: dict[str, object] = {"validate": "any", "input_title": field.label, "input_message": field.help}
    if field.choices:
        refusal = f"Pilih: {', '.join(field.choices)}."
        rule |= {"validate": "list", "source": [*field.choices]}
        rule |= {"error_title": "Pilihan tidak ada", "error_message": refusal}
    return rule


def _shade(book: Workbook, sheet: Worksheet, last: int) -> None:
    """Shade the inputs by what they hold; the second and third action may stay blank."""
    first, width = len(_FACTS), len(names.FIELDS)
    row = looks.FIRST_ROW
    actions, others = f"$F{row}&$G{row}&$H{row}", f"$I{row}&$J{row}&$K{row}"
    rules = (
        (first, 1, f"=AND(LEN(TRIM({actions}))=0,LEN(TRIM({others}))>0)", looks.INVALID),
        (first, 1, f"=LEN(TRIM({actions}))=0", looks.BLANK),
        (first + len(names.ACTIONS), len(names.OTHERS), f"=LEN(TRIM(I{row}))=0", looks.BLANK),
        (first, width, f"=LEN(TRIM(F{row}))>0", looks.ANSWERED),
    )
    for column, count, formula, state in rules:
        look = book.add_format({"bg_color": state.fill, **({"font_color": state.ink} if state.ink else {})})
        rule = {"type": "formula", "criteria": formula, "format": look, "stop_if_true": True}
        sheet.conditional_format(row - 1, column, last, column + count - 1, rule)


def _add_help(book: Workbook, material: Material) -> None:
    sheet = book.add_worksheet(names.HELP_SHEET)
    sheet.set_column(0, 0, 8)
    sheet.set_column(1, 1, 95)
    bold, wrapped = book.add_format({**_FONT, "bold": True}), {"valign": "top", "text_wrap": True}
    number, text = (book.add_format({**_FONT, **wrapped, "align": side}) for side in ("center", "left"))
    sheet.write_string(0, 0, "Baca dulu", book.add_format({**_FONT, "bold": True, "font_size": 14}))
    told = f"Formulir ini hanya untuk {long_period(material.period)}: {material.unit}."
    sheet.write_string(1, 0, told, book.add_format(_FONT))
    steps = _steps(str(material.period))
    for row, step in enumerate(steps, start=3):
        sheet.write_string(row, 0, f"{row - 2}.", number)
        sheet.write_string(row, 1, step, text)
        sheet.set_row(row, looks.lines_needed(step, 95) * looks.LINE_HEIGHT)
    below = len(steps) + 4
    sheet.write_string(below, 0, "Arti warna sel isian", bold)
    states = ((looks.BLANK, looks.BLANK.meaning), (looks.ANSWERED, looks.ANSWERED.meaning))
    for place, (state, meaning) in enumerate((*states, (looks.INVALID, _NO_ACTION)), start=below + 1):
        sheet.write_blank(place, 0, None, _framed(book, {"bg_color": state.fill}))
        sheet.write_string(place, 1, meaning, text)
    _finish(sheet)


def _steps(period: str) -> tuple[str, ...]:
    return (
        (
            f"Lembar {names.SHEET} memuat butir yang nilainya di bawah target, satu baris satu butir. Yang "
            "sudah direncanakan di ipak.yaml sudah terisi."
        ),
        (
            f"Tulis tindakannya, satu kolom satu tindakan. Kolom {names.ACTIONS[1].label} dan "
            f"{names.ACTIONS[2].label} boleh kosong."
        ),
        (
            "Penanggung jawab: nama atau jabatan. Batas waktu: tanggal, misalnya 31 Januari 2025 atau "
            "31/01/2025, atau kata, misalnya setiap bulan."
        ),
        f"Status dipilih dari daftar: {', '.join(ActionStatus)}. Kosong berarti {ActionStatus.OPEN}.",
        "Baris yang tidak diubah tidak mengubah apa pun. Baris yang dikosongkan menghapus rencananya.",
        (
            "Simpan, tutup Excel, lalu kembalikan dengan salah satu cara: taruh berkasnya di folder masuk "
            "untuk ipak run, atau jalankan di ruang kerja: "
            f"ipak settings laporan/{period}/{FOLLOW_UP_FORM}. Bila ada sel yang keliru, selnya disebut "
            "dan tidak ada yang ditulis."
        ),
        (
            "Setelah itu laporan dibuat lagi dengan ipak report atau ipak run. Formulir yang sudah diisi "
            "tidak pernah ditimpa; status yang berubah kemudian boleh ditulis di formulir yang sama."
        ),
    )


def _add_record(book: Workbook, record: FormRecord) -> None:
    sheet = book.add_worksheet(RECORD_SHEET)
    for row, (name, text) in enumerate(record.rows()):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, text)
    sheet.hide()


def _framed(book: Workbook, look: Mapping[str, object], text: str = "") -> Format:
    return _quoted(book, {"border": 1, "border_color": looks.LINE, **look}, text)


def _quoted(book: Workbook, look: Mapping[str, object], text: str) -> Format:
    """Return a format; for a text that begins as a formula does, one that keeps it a text."""
    quoted = {"quote_prefix": True} if text.startswith(looks.FORMULA_STARTS) else {}
    return book.add_format({**_FONT, **look, **quoted})


def _finish(sheet: Worksheet) -> None:
    """Print on A4, and keep the locked cells from slips, without a password."""
    free = ("format_cells", "format_columns", "format_rows", "insert_rows", "delete_rows", "sort")
    sheet.protect("", dict.fromkeys(free, True))
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.75)
    sheet.set_footer("&C&A, halaman &P dari &N")
