"""Sheets of the self-assessment workbook: the facts, each with a cell of its type, and the instructions."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from math import ceil
from typing import TYPE_CHECKING, Final, assert_never

from openpyxl.styles import Alignment

from ipak_cli.base.figures import short
from ipak_cli.base.text import capital
from ipak_cli.forms import looks, style, writer
from ipak_cli.forms.writer import Prompt
from ipak_cli.pekppp.answers import FactAnswer, IndicatorAnswers
from ipak_cli.pekppp.book import names
from ipak_cli.rubric.pekppp import NO, YES, FactType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from ipak_cli.pekppp.answers import Assessment
    from ipak_cli.rubric.pekppp import Fact, Indicator, PekpppRubric


_WIDTHS: Final = (9, 5, 46, 10, 20, 32, 50, 40)
_COLUMNS: Final = {name: number for number, name in enumerate(names.FACT_FORM.columns, start=1)}
_ANSWER: Final = _COLUMNS[names.ANSWER]
_EVIDENCE: Final = _COLUMNS[names.EVIDENCE]
_HELP: Final = _COLUMNS[names.HELP]
_TITLE: Final = _COLUMNS[names.TITLE]
_DAYS: Final = (date(2000, 1, 1), date(2100, 12, 31))
_FIRST_DAY, _LAST_DAY = 36_526, 73_415
_NOTE_LETTERS: Final = 60
"""Letters that fit into one line of a note."""
_FIRST_LIST: Final = 4
"""The hidden sheet's column in which the lists of choices begin."""
_FORMATS: Final = {FactType.CHOICE: writer.AS_TEXT, FactType.DATE: writer.DATE}
_ASKED: Final = {
    FactType.YES_NO: "Pilih ya atau tidak dari daftar.",
    FactType.NUMBER: "Isi bilangan bulat 0 atau lebih, tanpa titik ribuan.",
    FactType.DATE: "Isi tanggal, misalnya 2024-12-05 (tahun-bulan-tanggal).",
    FactType.CHOICE: "Pilih salah satu dari daftar.",
}


def add_facts(sheet: Worksheet, lists: Worksheet, rubric: PekpppRubric, entries: Assessment) -> None:
    """Fill the sheet of facts; lists of choices go to the sheet ``lists``."""
    writer.set_widths(sheet, _WIDTHS)
    style.put_title(sheet, rubric)
    steps = f"Kolom {names.ANSWER} menentukan tingkat. Kosong berarti belum dijawab, bukan tidak."
    writer.put_text(sheet, 2, 1, steps)
    groups = "Satu kelompok bergaris tebal berarti satu indikator; catatan pada nomornya yang pertama memuat"
    writer.put_text(sheet, 3, 1, f"{groups} bunyi tingkatnya.")
    style.put_headers(sheet, names.FACT_FORM.columns, names.FACT_FORM.inputs)
    named = _define_lists(lists, rubric)
    row = looks.FIRST_ROW
    fills = style.aspect_fills(rubric)
    for aspect in rubric.aspects:
        for indicator in aspect.indicators:
            filled = entries.indicators.get(indicator.no, IndicatorAnswers()).facts
            for number, fact in enumerate(indicator.facts):
                _put_fact(sheet, row + number, indicator, fact, fills[aspect.code])
                _put_entry(sheet, row + number, fact, filled.get(fact.id, FactAnswer()))
                writer.fit_height(sheet, row + number)
            _check(sheet, row, indicator, named)
            row += len(indicator.facts)
    _shade(sheet, rubric, named)
    style.finish(sheet, "H", row - 1)


def _define_lists(sheet: Worksheet, rubric: PekpppRubric) -> dict[tuple[str, ...], str]:
    """Write every list of choices once, and return its name in the workbook."""
    asked = (fact.options for indicator in rubric.indicators for fact in indicator.facts if fact.options)
    named: dict[tuple[str, ...], str] = {}
    for number, options in enumerate(dict.fromkeys(asked)):
        named[options] = f"pilihan_{number + 1}"
        writer.define_list(sheet, _FIRST_LIST + number, options, named[options])
    return named


def _put_fact(sheet: Worksheet, row: int, indicator: Indicator, fact: Fact, fill: str) -> None:
    choices = f"Pilihan: {'; '.join(fact.options)}." if fact.options else ""
    cells = (
        writer.put_text(sheet, row, 1, fact.id),
        writer.put_value(sheet, row, 2, indicator.no),
        writer.put_text(sheet, row, 3, fact.text),
        writer.put_text(sheet, row, 4, names.KINDS[fact.type]),
        writer.put_text(sheet, row, _HELP, " ".join(filter(None, (fact.help, choices)))),
        writer.put_text(sheet, row, _TITLE, indicator.title),
    )
    first = fact is indicator.facts[0]
    if first:
        _put_levels(cells[1], indicator)
    for cell in cells:
        cell.alignment = style.WRAPPED if cell.column in (1, 3, _HELP, _TITLE) else style.CENTRED
        writer.frame(cell, None if cell.column in (_HELP, _TITLE) else fill, heavy_top=first)
    for column in (_ANSWER, _EVIDENCE):
        writer.frame(sheet.cell(row, column), heavy_top=first)


def _put_levels(cell: Cell, indicator: Indicator) -> None:
    """Note on the indicator's number what it is called and what its levels say."""
    levels = [f"{level}: {text}" for level, text in enumerate(indicator.levels)]
    lines = [f"{indicator.no}. {indicator.code} {indicator.title}", *levels]
    writer.put_note(cell, "\n".join(lines), sum(ceil(len(line) / _NOTE_LETTERS) for line in lines))


def _put_entry(sheet: Worksheet, row: int, fact: Fact, entry: FactAnswer) -> None:
    match entry.answer:
        case None:
            pass
        case str():
            writer.put_text(sheet, row, _ANSWER, entry.answer)
        case int() | date():
            writer.put_value(sheet, row, _ANSWER, entry.answer)
        case _:
            assert_never(entry.answer)
    if entry.evidence:
        writer.put_text(sheet, row, _EVIDENCE, "\n".join(entry.evidence))
    style.put_input(sheet.cell(row, _ANSWER), _FORMATS.get(fact.type, writer.GENERAL), centred=True)
    style.put_input(sheet.cell(row, _EVIDENCE), writer.AS_TEXT)


def _check(sheet: Worksheet, first: int, indicator: Indicator, named: Mapping[tuple[str, ...], str]) -> None:
    """Check the answers of one indicator, whose title each of them shows."""
    rows: defaultdict[tuple[FactType, tuple[str, ...]], list[int]] = defaultdict(list)
    for row, fact in enumerate(indicator.facts, start=first):
        rows[fact.type, fact.options].append(row)
    for (kind, options), found in rows.items():
        cells = writer.cells_in(_ANSWER, found)
        refusal = _ASKED[kind]
        prompt = Prompt(f"Indikator {indicator.no} ({indicator.code})", f"{refusal} {indicator.title}")
        match kind:
            case FactType.YES_NO:
                writer.offer_choices(sheet, cells, (YES, NO), refusal, prompt)
            case FactType.NUMBER:
                writer.expect_whole(sheet, cells, refusal, prompt)
            case FactType.DATE:
                writer.expect_dates(sheet, cells, _DAYS, refusal, prompt)
            case FactType.CHOICE:
                writer.offer_list(sheet, cells, named[options], refusal, prompt)
            case _:
                assert_never(kind)


def _shade(sheet: Worksheet, rubric: PekpppRubric, named: Mapping[tuple[str, ...], str]) -> None:
    """Show which answers are there, and which cannot be right."""
    facts = [fact for indicator in rubric.indicators for fact in indicator.facts]
    rows = range(looks.FIRST_ROW, looks.FIRST_ROW + len(facts))
    answers = writer.cells_in(_ANSWER, rows)
    first = rows[0]
    style.shade(sheet, answers, f"LEN(TRIM(E{first}))=0", looks.BLANK)
    for formula in _wrong(first):
        style.shade(sheet, answers, formula, looks.INVALID)
    for options, name in named.items():
        chosen = [row for row, fact in zip(rows, facts, strict=True) if fact.options == options]
        style.shade(
            sheet, writer.cells_in(_ANSWER, chosen), f"ISERROR(MATCH(E{chosen[0]},{name},0))", looks.INVALID
        )
    style.shade(sheet, answers, f'LEFT(LOWER(E{first}&""),5)="{NO}"', looks.WORST)
    style.shade(sheet, answers, "TRUE", looks.ANSWERED)


def _wrong(row: int) -> Sequence[str]:
    """Return the formulas that are true for an answer of the wrong type."""
    cell, kind = f"E{row}", f"$D{row}"
    number = f"IFERROR(VALUE({cell}),-1)"
    day = f"IF(ISNUMBER({cell}),OR({cell}<{_FIRST_DAY},{cell}>{_LAST_DAY}),ISERROR(DATEVALUE({cell})))"
    return (
        f'AND({kind}="{names.KINDS[FactType.YES_NO]}",{cell}<>"{YES}",{cell}<>"{NO}",NOT(ISLOGICAL({cell})))',
        f'AND({kind}="{names.KINDS[FactType.NUMBER]}",OR({number}<0,{number}<>INT({number})))',
        f'AND({kind}="{names.KINDS[FactType.DATE]}",{day})',
    )


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
    for state in looks.STATES:
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
        yield names.NOTE, f"{capital(doubtful.text)}."
    if indicator.source:
        yield "Sumber", indicator.source
