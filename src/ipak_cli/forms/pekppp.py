"""``ipak pekppp template``: a self-assessment workbook, blank or with what still fits of an older one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import ProblemsFoundError, problem
from ipak_cli.catalogue.pekppp import TEXT_TOO_LONG
from ipak_cli.forms import looks, writer
from ipak_cli.forms import style as look
from ipak_cli.forms.pekppp_sheets import add_facts, add_help
from ipak_cli.forms.survey import add_origin, write_new_workbook
from ipak_cli.forms.writer import Prompt
from ipak_cli.pekppp.answers import Assessment, IndicatorAnswers
from ipak_cli.pekppp.book import names
from ipak_cli.pekppp.book.cell_values import LONGEST
from ipak_cli.pekppp.book.open import carry_over
from ipak_cli.rubric.load import load_pekppp
from ipak_cli.rubric.pekppp import LEVELS

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from ipak_cli.base.period import Period
    from ipak_cli.base.problem import Problem
    from ipak_cli.rubric.pekppp import Aspect, Indicator, PekpppRubric

_WIDTHS: Final = (5, 10, 48, 8, 12, 42, 30, 12)
_COLUMNS: Final = {name: number for number, name in enumerate(names.INDICATOR_FORM.columns, start=1)}
_CLAIM, _EVIDENCE, _NOTE, _COST = (
    _COLUMNS[name] for name in (names.CLAIM, names.EVIDENCE, names.NOTE, names.COST)
)


def write_pekppp_template(
    rubric: PekpppRubric, digest: str, out: Path, *, entries: Assessment | None = None, replace: bool = False
) -> None:
    """Write the self-assessment workbook of a rubric, whole or not at all, filled with ``entries``.

    Raises ``ProblemsFoundError`` when ``out`` is no ``.xlsx`` name, stands in no folder, exists already
    (unless ``replace``) or cannot be written.
    """
    write_new_workbook(out, pekppp_template(rubric, digest, entries), replace=replace)


def pekppp_template(rubric: PekpppRubric, digest: str, entries: Assessment | None = None) -> bytes:
    """Return the workbook: the same bytes for the same rubric and entries."""
    entries = entries or Assessment()
    workbook = writer.new_workbook(rubric.title)
    _add_indicators(workbook, rubric, entries)
    facts = workbook.create_sheet(names.FACT_FORM.sheet)
    add_help(workbook, rubric)
    add_facts(facts, add_origin(workbook, rubric, digest), rubric, entries)
    return writer.workbook_bytes(workbook)


def _add_indicators(workbook: Workbook, rubric: PekpppRubric, entries: Assessment) -> None:
    sheet = workbook.create_sheet(names.INDICATOR_FORM.sheet)
    writer.set_widths(sheet, _WIDTHS)
    look.put_title(sheet, rubric)
    look.put_headers(sheet, names.INDICATOR_FORM.columns, names.INDICATOR_FORM.inputs)
    _put_head(sheet, entries)
    row = looks.FIRST_ROW
    fills = look.aspect_fills(rubric)
    for aspect in rubric.aspects:
        first = row
        for indicator in aspect.indicators:
            _put_indicator(sheet, row, indicator, fills[aspect.code])
            _put_entry(sheet, row, entries.indicators.get(indicator.no, IndicatorAnswers()))
            writer.fit_height(sheet, row)
            row += 1
        _check_claims(sheet, aspect, range(first, row))
    _check_costs(sheet, range(looks.FIRST_ROW, row))
    _shade(sheet, range(looks.FIRST_ROW, row))
    look.finish(sheet, "H", row - 1)


def _put_head(sheet: Worksheet, entries: Assessment) -> None:
    lines = (
        (2, names.UNIT_LABEL, entries.unit, Prompt("Unit", "Nama unit layanan yang dinilai.")),
        (3, names.PERIOD_LABEL, entries.period, Prompt("Triwulan", "Misalnya IV-2024.")),
    )
    for row, label, value, prompt in lines:
        writer.put_text(sheet, row, 2, label).font = writer.BOLD
        cell = writer.put_text(sheet, row, 3, value) if value else sheet.cell(row, 3)
        look.put_input(cell, writer.AS_TEXT)
        writer.frame(cell)
        writer.explain(sheet, f"C{row}", prompt)
    look.shade(sheet, "C2:C3", "LEN(TRIM(C2))=0", looks.BLANK)
    look.shade(sheet, "C2:C3", "TRUE", looks.ANSWERED)


def _put_indicator(sheet: Worksheet, row: int, indicator: Indicator, fill: str) -> None:
    weight = indicator.weight
    cells = (
        writer.put_value(sheet, row, 1, indicator.no),
        writer.put_text(sheet, row, 2, indicator.code),
        writer.put_text(sheet, row, 3, indicator.title),
        writer.put_value(sheet, row, 4, int(weight) if weight.denominator == 1 else float(weight)),
    )
    for cell in cells:
        cell.alignment = look.WRAPPED if cell.column == _COLUMNS[names.TITLE] else look.CENTRED
        writer.frame(cell, fill)
    asked = "; ".join(indicator.evidence)
    writer.explain(
        sheet, f"F{row}", Prompt(f"Bukti indikator {indicator.no}", f"Yang diminta instrumen: {asked}.")
    )


def _put_entry(sheet: Worksheet, row: int, entry: IndicatorAnswers) -> None:
    if entry.claimed is not None:
        writer.put_value(sheet, row, _CLAIM, entry.claimed)
    if entry.evidence:
        writer.put_text(sheet, row, _EVIDENCE, "\n".join(entry.evidence))
    if entry.note:
        writer.put_text(sheet, row, _NOTE, entry.note)
    if entry.cost is not None:
        writer.put_value(sheet, row, _COST, entry.cost)
    elif entry.fixed:
        writer.put_text(sheet, row, _COST, names.FIXED)
    for column in (_CLAIM, _EVIDENCE, _NOTE, _COST):
        cell = sheet.cell(row, column)
        writing = column in (_EVIDENCE, _NOTE)
        look.put_input(cell, writer.AS_TEXT if writing else writer.GENERAL, centred=not writing)
        writer.frame(cell)


def _check_claims(sheet: Worksheet, aspect: Aspect, rows: range) -> None:
    writer.offer_choices(
        sheet,
        writer.cells_in(_CLAIM, rows),
        [str(level) for level in LEVELS],
        "Pilih bilangan bulat 0 sampai 5, atau kosongkan bila belum dinilai.",
        Prompt(
            f"Nilai mandiri, aspek {aspect.code}",
            f"{aspect.name}. Pilih 0 sampai 5; arti setiap tingkat ada di lembar {names.HELP_SHEET}. "
            "Kosong berarti belum dinilai, bukan 0.",
        ),
    )


def _check_costs(sheet: Worksheet, rows: range) -> None:
    first = f"H{rows[0]}"
    writer.expect_formula(
        sheet,
        writer.cells_in(_COST, rows),
        f'OR({first}="{names.FIXED}",IF(ISNUMBER({first}),AND({first}>=0,{first}=INT({first})),FALSE))',
        f"Isi bilangan bulat tanpa titik ribuan, atau kata {names.FIXED}.",
        Prompt(
            names.COST,
            "Boleh kosong. Biaya menaikkan satu tingkat, bilangan bulat; satuannya bebas asal sama. "
            f"Tulis {names.FIXED} bila tingkatnya tidak dapat dinaikkan.",
        ),
    )


def _shade(sheet: Worksheet, rows: range) -> None:
    first = rows[0]
    claims, evidence, costs = (writer.cells_in(column, rows) for column in (_CLAIM, _EVIDENCE, _COST))
    number = f"IFERROR(VALUE(E{first}),-1)"
    look.shade(sheet, claims, f"LEN(TRIM(E{first}))=0", looks.BLANK)
    look.shade(sheet, claims, f"OR({number}<0,{number}>5,{number}<>INT({number}))", looks.INVALID)
    look.shade(sheet, claims, "TRUE", looks.ANSWERED)
    look.shade(sheet, evidence, f"LEN(TRIM(F{first}))=0", looks.BLANK)
    look.shade(sheet, evidence, "TRUE", looks.ANSWERED)
    cost = f"IFERROR(VALUE(H{first}),-1)"
    wrong = f'AND(LEN(TRIM(H{first}))>0,H{first}<>"{names.FIXED}",OR({cost}<0,{cost}<>INT({cost})))'
    look.shade(sheet, costs, wrong, looks.INVALID)


def new_assessment(
    out: Path,
    rubric: str,
    old: Path | None,
    *,
    unit: str | None,
    period: Period | None,
    overwrite: bool,
) -> tuple[Problem, ...]:
    """Write the workbook and return what could not be carried over of ``old``.

    Raises ``ProblemsFoundError`` when the rubric or the old workbook cannot be read, ``out`` cannot be
    written, or the unit's name is longer than a cell.
    """
    loaded = load_pekppp(rubric)
    if unit is not None and len(unit) > LONGEST:
        raise ProblemsFoundError([problem(TEXT_TOO_LONG, what="--unit", limit=LONGEST)])
    entries, problems = carry_over(old, loaded.rubric) if old else (Assessment(), ())
    entries = replace(entries, unit=unit or entries.unit, period=str(period) if period else entries.period)
    write_pekppp_template(loaded.rubric, loaded.digest, out, entries=entries, replace=overwrite)
    return problems
