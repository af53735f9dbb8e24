"""The form into which people type the counts, sums or means of a survey whose answers they do not have."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from openpyxl.styles import Alignment

from ipak_cli.forms import looks, style, writer
from ipak_cli.forms.form_record import RECORD_SHEET, FormRecord
from ipak_cli.forms.survey import HELP_SHEET, write_new_workbook
from ipak_cli.forms.writer import Prompt
from ipak_cli.survey.reading import recap_names as names
from ipak_cli.tables.cell import address, column_letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from ipak_cli.base.period import Period
    from ipak_cli.base.printed import Printed
    from ipak_cli.rubric.survey import SurveyRubric

HEADER_ROW: Final = 7
FIRST_ROW: Final = HEADER_ROW + 1
_TOTALS_HEADER: Final = 4
_FACTS: Final = (names.UNIT, names.PERIOD, names.RESPONDENTS)
_FIRST_FACT: Final = 2
_CODE_WIDTH, _TEXT_WIDTH, _NUMBER_WIDTH = 18, 70, 12
_NOT_WHOLE: Final = "Isi bilangan bulat 0 atau lebih, tanpa kata."


@dataclass(frozen=True, slots=True)
class RecapEntries:
    """What a form is filled with: by the code of an item, and of an index (``""``: the survey)."""

    unit: str | None = None
    period: Period | None = None
    respondents: int | None = None
    n: Mapping[str, int] = field(default_factory=dict)
    counts: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    sums: Mapping[str, int] = field(default_factory=dict)
    means: Mapping[str, Printed] = field(default_factory=dict)
    totals: Mapping[str, Mapping[int, int]] = field(default_factory=dict)


BLANK: Final = RecapEntries()


def write_recap_form(rubric: SurveyRubric, out: Path, *, replace: bool = False) -> None:
    """Write the blank form of a rubric; raises ``ProblemsFoundError`` as every form does."""
    write_new_workbook(out, recap_form(rubric), replace=replace)


def recap_form(rubric: SurveyRubric, entries: RecapEntries = BLANK) -> bytes:
    """Return the form, blank or filled: the same bytes for the same rubric and entries."""
    workbook = writer.new_workbook(f"Rekap {rubric.title}")
    _add_items(workbook, rubric, entries)
    _add_totals(workbook, rubric, entries)
    _add_help(workbook, rubric)
    _add_record(workbook, FormRecord(names.FORM, rubric=rubric.id))
    return writer.workbook_bytes(workbook)


def _add_items(workbook: Workbook, rubric: SurveyRubric, entries: RecapEntries) -> None:
    sheet = workbook.create_sheet(names.SHEET)
    heads = tuple(_heads(rubric))
    writer.set_widths(sheet, [_CODE_WIDTH, _TEXT_WIDTH, *[_NUMBER_WIDTH] * (len(heads) - 2)])
    writer.put_text(sheet, 1, 1, f"Rekap {rubric.title}").font = writer.TITLE
    _put_facts(sheet, entries)
    writer.put_text(sheet, HEADER_ROW - 2, 1, _choice(rubric))
    _put_heads(sheet, HEADER_ROW, heads)
    for row, item in enumerate(rubric.items, start=FIRST_ROW):
        _put_fixed(sheet, row, item.code, item.text)
        counts = entries.counts.get(item.code, {})
        given = (
            entries.n.get(item.code),
            *map(counts.get, rubric.scale.values),
            entries.sums.get(item.code),
        )
        for column, value in enumerate(given, start=3):
            _put_number(sheet, row, column, value)
        _put_mean(sheet, row, len(heads), entries.means.get(item.code))
    last = FIRST_ROW + len(rubric.items) - 1
    writer.expect_whole(
        sheet,
        f"C{FIRST_ROW}:{address(last, len(heads) - 1)}",
        _NOT_WHOLE,
        Prompt("Bilangan bulat", "Ketik angkanya saja, misalnya 37. Tulis 0 bila memang tidak ada."),
    )
    means = column_letters(len(heads))
    mean = Prompt(heads[-1], "Persis seperti tercetak, misalnya 3,90; nol di belakang ikut diketik.")
    writer.explain(sheet, f"{means}{FIRST_ROW}:{means}{last}", mean)
    _finish(sheet, HEADER_ROW)


def _heads(rubric: SurveyRubric) -> Iterator[str]:
    yield from (names.CODE, names.TEXT, names.N)
    yield from (names.count_head(rubric, value) for value in rubric.scale.values)
    yield from (names.sum_head(rubric), names.mean_head(rubric))


def _choice(rubric: SurveyRubric) -> str:
    first, last = (names.count_head(rubric, value) for value in (rubric.scale.lowest, rubric.scale.highest))
    return (
        f"Isi salah satu untuk semua butir: {first} sampai {last}; atau {names.N} dan "
        f"{names.sum_head(rubric)}; atau {names.N} dan {names.mean_head(rubric)}."
    )


def _put_facts(sheet: Worksheet, entries: RecapEntries) -> None:
    period = None if entries.period is None else str(entries.period)
    given = (entries.unit, period, entries.respondents)
    for row, (label, value) in enumerate(zip(_FACTS, given, strict=True), start=_FIRST_FACT):
        writer.put_text(sheet, row, 1, label).font = writer.BOLD
        cell = sheet.cell(row, 2)
        if isinstance(value, str):
            cell = writer.put_text(sheet, row, 2, value)
        elif value is not None:
            cell = writer.put_value(sheet, row, 2, value)
        writer.frame(cell, looks.BLANK.fill)
        style.put_input(cell, writer.GENERAL if label == names.RESPONDENTS else writer.AS_TEXT)
        cell.alignment = Alignment(horizontal="left")
    period_row, people = (_FIRST_FACT + _FACTS.index(name) for name in (names.PERIOD, names.RESPONDENTS))
    writer.explain(sheet, f"B{period_row}", Prompt(names.PERIOD, "Misalnya IV-2024, II-2024S, atau 2024-10."))
    writer.expect_whole(sheet, f"B{people}", _NOT_WHOLE)


def _add_totals(workbook: Workbook, rubric: SurveyRubric, entries: RecapEntries) -> None:
    sheet = workbook.create_sheet(names.TOTALS_SHEET)
    heads = (names.INDEX, names.NAME, *(names.count_head(rubric, value) for value in rubric.scale.values))
    writer.set_widths(sheet, [_CODE_WIDTH, _TEXT_WIDTH, *[_NUMBER_WIDTH] * len(rubric.scale.values)])
    writer.put_text(sheet, 1, 1, names.TOTALS_SHEET).font = writer.TITLE
    note = f"Hanya bila tidak ada angka per butir; periode dan responden ditulis di lembar {names.SHEET}."
    writer.put_text(sheet, 2, 1, note)
    _put_heads(sheet, _TOTALS_HEADER, heads)
    indices = [(index.code, index.name, index.code) for index in rubric.indices]
    rows = [*indices, (names.ALL, "Semua butir bersama-sama", "")]
    for row, (code, name, key) in enumerate(rows, start=_TOTALS_HEADER + 1):
        _put_fixed(sheet, row, code, name)
        counts = entries.totals.get(key, {})
        for column, value in enumerate(rubric.scale.values, start=3):
            _put_number(sheet, row, column, counts.get(value))
    last = address(_TOTALS_HEADER + len(rows), len(heads))
    writer.expect_whole(sheet, f"C{_TOTALS_HEADER + 1}:{last}", _NOT_WHOLE)
    _finish(sheet, _TOTALS_HEADER)


def _put_heads(sheet: Worksheet, row: int, heads: Sequence[str]) -> None:
    for column, head in enumerate(heads, start=1):
        fill = looks.PLAIN_HEADER if column <= len((names.CODE, names.TEXT)) else looks.INPUT_HEADER
        writer.put_header(sheet, row, column, head, fill)
    writer.fit_height(sheet, row)


def _put_fixed(sheet: Worksheet, row: int, code: str, text: str) -> None:
    for column, words in enumerate((code, text), start=1):
        cell = writer.put_text(sheet, row, column, words)
        cell.alignment = style.WRAPPED
        writer.frame(cell)
    writer.fit_height(sheet, row)


def _put_number(sheet: Worksheet, row: int, column: int, value: int | None) -> None:
    cell = sheet.cell(row, column) if value is None else writer.put_value(sheet, row, column, value)
    writer.frame(cell, looks.BLANK.fill)
    style.put_input(cell, centred=True)


def _put_mean(sheet: Worksheet, row: int, column: int, mean: Printed | None) -> None:
    """Write a mean as text, as it was printed: a number would lose the zeros at its end."""
    cell = sheet.cell(row, column) if mean is None else writer.put_text(sheet, row, column, str(mean))
    writer.frame(cell, looks.BLANK.fill)
    style.put_input(cell, writer.AS_TEXT, centred=True)


def _finish(sheet: Worksheet, header: int) -> None:
    writer.freeze(sheet, rows=header, columns=2)
    style.set_up_page(sheet, landscape=True)
    writer.protect(sheet)


def _add_help(workbook: Workbook, rubric: SurveyRubric) -> None:
    sheet = workbook.create_sheet(HELP_SHEET)
    writer.set_widths(sheet, (5, 95))
    writer.put_text(sheet, 1, 1, "Petunjuk pengisian").font = writer.TITLE
    writer.put_text(sheet, 2, 1, f"{rubric.title} (rubrik {rubric.id}, versi {rubric.version})")
    for number, step in enumerate(_steps(rubric), start=1):
        writer.put_text(sheet, number + 3, 1, f"{number}.").alignment = Alignment(vertical="top")
        writer.put_text(sheet, number + 3, 2, step).alignment = style.WRAPPED
        writer.fit_height(sheet, number + 3)
    writer.print_on_a4(sheet, landscape=False)
    writer.protect(sheet)


def _steps(rubric: SurveyRubric) -> tuple[str, ...]:
    counts = " sampai ".join(
        names.count_head(rubric, end) for end in (rubric.scale.lowest, rubric.scale.highest)
    )
    total, mean = names.sum_head(rubric), names.mean_head(rubric)
    turned = "Pada butir terbalik, jumlah nilai dan rata-rata diisi sesudah dibalik, cacah apa adanya."
    steps = [
        "Pakai formulir ini hanya bila ekspor jawabannya tidak ada: jawabannya memberi lebih banyak.",
        f"Tulis periode dan jumlah responden di lembar {names.SHEET}: jumlah orang, bukan jumlah jawaban.",
        f"Bila ada cacah tiap jawaban, isi {counts} setiap butir; tulis 0 bila tidak ada.",
        f"{names.N}, {total} dan {mean} lalu boleh kosong; bila diisi, dicocokkan.",
        f"Bila tidak ada cacah, isi {names.N} dan {total}: semua nilai jawaban butir itu dijumlahkan.",
        f"Bila hanya ada rata-rata, isi {names.N} dan {mean}, persis seperti tercetak, misalnya 3,90.",
        f"Bila yang ada hanya jumlah per indeks atau seluruh survei, isi lembar {names.TOTALS_SHEET} saja.",
        f"Simpan, lalu hitung dengan perintah: ipak score NAMA-BERKAS.xlsx --rubric {rubric.id}",
    ]
    return (*steps[:-2], turned, *steps[-2:]) if total != names.SUM else tuple(steps)


def _add_record(workbook: Workbook, record: FormRecord) -> None:
    sheet = workbook.create_sheet(RECORD_SHEET)
    for row, (name, value) in enumerate(record.rows(), start=1):
        writer.put_text(sheet, row, 1, name)
        writer.put_text(sheet, row, 2, value)
    sheet.sheet_state = "hidden"
