"""``Hitung`` of a self-assessment: the levels that count, aspects, principles, F-02, IPP, the category."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NotScored
from ipak_cli.workpaper.cells import NONE, Look, derived, exact, shown
from ipak_cli.workpaper.formulas import known, rounded
from ipak_cli.workpaper.level_formulas import NO_FORMULA, level_formula
from ipak_cli.workpaper.table import Column, Table, write_line

if TYPE_CHECKING:
    from ipak_cli.base.figures import Figure
    from ipak_cli.pekppp.result import IndicatorResult
    from ipak_cli.rubric.pekppp import Indicator
    from ipak_cli.workpaper.book import Sheet
    from ipak_cli.workpaper.cells import Cell, Value
    from ipak_cli.workpaper.level_formulas import FactCells
    from ipak_cli.workpaper.paper import Places
    from ipak_cli.workpaper.pekppp_paper import PekpppPaper

    Row = dict[str, Value | Cell]

_NOTE: Final = (
    "Tingkat dihitung ulang dari lembar Fakta menurut aturan rubrik. Aturan yang menghitung bulan di antara "
    "dua tanggal tidak ditulis sebagai rumus; tingkatnya diambil dari ipak. Bila fakta yang menentukan "
    "kosong, tingkat tidak ada. Nilai mandiri dipakai hanya bila tidak ada satu fakta pun yang diisi. "
    "Indikator yang belum dinilai tidak pernah menjadi 0."
)


def write_counting(sheet: Sheet, paper: PekpppPaper, cells: FactCells, places: Places) -> None:
    """Write everything from the facts, whose ``cells`` are given, to the category."""
    sheet.title("Hitung")
    sheet.note(_NOTE, 9)
    sheet.heading("Indikator")
    indicators = _indicators(sheet, paper, cells, places)
    sheet.heading("Aspek")
    aspects = _aspects(sheet, paper, indicators, places)
    sheet.heading("Prinsip")
    _principles(sheet, paper, indicators, places)
    sheet.heading("F-02, IPP, dan kategori")
    _totals(sheet, paper, (indicators, aspects), places)
    sheet.lay_out(rows=1)


def _indicators(sheet: Sheet, paper: PekpppPaper, cells: FactCells, places: Places) -> Table:
    claim = f'IF(AND({{filled}}=0,ISNUMBER({{claimed}})),{{claimed}},"{NONE}")'
    share = "INDEX(ASPEK_BOBOT,MATCH({aspect},ASPEK_KODE,0))*{weight}/10000"
    table = Table(
        sheet,
        "indicator",
        (
            Column("row", "Baris", look=Look.LABEL),
            Column("no", "Indikator", look=Look.LABEL),
            Column("code", "Kode", "INDEX(INDIKATOR_KODE,{row})"),
            Column("aspect", "Aspek", "INDEX(INDIKATOR_ASPEK,{row})"),
            Column("principle", "Prinsip", "INDEX(INDIKATOR_PRINSIP,{row})"),
            Column("weight", "Bobot dalam aspek (%)", "INDEX(INDIKATOR_BOBOT,{row})", 2),
            Column("share", "Bagian dari F-02", share, 6),
            Column("filled", "Fakta yang diisi", f'COUNTIFS(FAKTA_INDIKATOR,{{no}},FAKTA_ISIAN,"<>{NONE}")'),
            Column("claimed", "Nilai mandiri", look=Look.GIVEN),
            Column("given", "Dari fakta menurut ipak", look=Look.GIVEN),
            Column("way", "Cara menghitung ulang", look=Look.LABEL),
            Column("derived", "Dari fakta", f'IF(ISNUMBER({{given}}),{{rule}},"{NONE}")'),
            Column("level", "Tingkat", f"IF(ISNUMBER({{derived}}),{{derived}},{claim})"),
            Column("weighted", "Tingkat × bobot", "IF(ISNUMBER({level}),{level}*{weight},0)", 2),
            Column("shared", "Tingkat × bagian", "IF(ISNUMBER({level}),{level}*{share},0)", 6),
        ),
    )
    rows: dict[str, Row] = {}
    for indicator, each in zip(paper.rubric.indicators, paper.result.indicators, strict=True):
        rows[str(each.no)] = _row(paper, cells, len(rows) + 1, indicator, each)
    table.write(rows, places)
    return table


def _row(
    paper: PekpppPaper, cells: FactCells, number: int, indicator: Indicator, found: IndicatorResult
) -> Row:
    answers = paper.assessment.indicators.get(found.no)
    filled = {*answers.answers, *answers.faulty} if answers else set()
    share = paper.rubric.share_of(indicator)
    rule = level_formula(indicator, cells)
    return {
        "row": number,
        "no": found.no,
        "code": found.code,
        "aspect": found.aspect,
        "principle": found.principle,
        "weight": indicator.weight,
        "share": share,
        "filled": len(filled),
        "claimed": NONE if found.claimed is None else found.claimed,
        "given": NONE if found.derived is None else found.derived,
        "way": NO_FORMULA if rule is None else "rumus",
        "rule": rule or "{given}",
        "derived": NONE if found.derived is None else found.derived,
        "level": NONE if found.level is None else found.level,
        "weighted": indicator.weight * (found.level or 0),
        "shared": share * (found.level or 0),
    }


def _aspects(sheet: Sheet, paper: PekpppPaper, indicators: Table, places: Places) -> Table:
    mine = f"{indicators.range('aspect')},{{code}}"
    total = f"SUMIF({mine},{indicators.range('weighted')})/100"
    table = Table(
        sheet,
        "aspect",
        (
            Column("row", "Baris", look=Look.LABEL),
            Column("code", "Aspek", "INDEX(ASPEK_KODE,{row})"),
            Column("weight", "Bobot (%)", "INDEX(ASPEK_BOBOT,{row})", 2),
            Column("open", "Belum dinilai", _open(mine, indicators)),
            Column("full", "Indeks", f'IF({{open}}>0,"{NONE}",{total})', 6),
            Column("index", "Indeks dibulatkan", rounded("{full}"), 2),
            Column("part", "Indeks × bobot", "IF(ISNUMBER({full}),{full}*{weight}/100,0)", 6),
        ),
    )
    rows: dict[str, Row] = {}
    for number, each in enumerate(paper.result.aspects, 1):
        part = each.index * each.weight / 100 if isinstance(each.index, Fraction) else Fraction(0)
        rows[each.code] = {
            "row": number,
            "code": each.code,
            "weight": each.weight,
            "open": sum(one.level is None for one in paper.result.indicators if one.aspect == each.code),
            "full": exact(each.index),
            "index": shown(each.index),
            "part": part,
        }
    table.write(rows, places)
    return table


def _open(mine: str, indicators: Table) -> str:
    return f'COUNTIFS({mine},{indicators.range("level")},"{NONE}")'


def _principles(sheet: Sheet, paper: PekpppPaper, indicators: Table, places: Places) -> None:
    mine = f"{indicators.range('principle')},{{code}}"
    total = f"SUMIF({mine},{indicators.range('shared')})/SUMIF({mine},{indicators.range('share')})"
    table = Table(
        sheet,
        "principle",
        (
            Column("code", "Prinsip", look=Look.LABEL),
            Column("open", "Belum dinilai", _open(mine, indicators)),
            Column("full", "Indeks", f'IF({{open}}>0,"{NONE}",{total})', 6),
            Column("index", "Indeks dibulatkan", rounded("{full}"), 2),
        ),
    )
    rows: dict[str, Row] = {
        each.code: {
            "code": each.code,
            "open": sum(one.level is None for one in paper.result.indicators if one.no in each.indicators),
            "full": exact(each.index),
            "index": shown(each.index),
        }
        for each in paper.result.principles
    }
    table.write(rows, places)


def _totals(sheet: Sheet, paper: PekpppPaper, tables: tuple[Table, Table], places: Places) -> None:
    result, (indicators, aspects) = paper.result, tables
    levels = indicators.range("level")
    answered = derived(f"COUNT({levels})", result.answered)
    write_line(sheet, places, ("answered",), "Indikator yang dinilai", answered)
    opened = f'COUNTIF({aspects.range("full")},"{NONE}")>0'
    f02 = _figure(
        sheet, places, "f02", "F-02", f'IF({opened},"{NONE}",SUM({aspects.range("part")}))', result.f02
    )
    formula = known(f"{f02} NILAI_F03", f"{f02}*BAGIAN_F02+NILAI_F03*BAGIAN_F03")
    ipp = _figure(sheet, places, "ipp", "Indeks Pelayanan Publik (IPP)", formula, result.ipp)
    value = result.f02 if isinstance(result.ipp, NotScored) else result.ipp
    basis = f"IF(ISNUMBER({ipp}),{ipp},{f02})"
    row = write_line(
        sheet, places, ("basis",), "Dasar kategori, dibulatkan", derived(rounded(basis), shown(value), 2)
    )
    found = f'IF(ISNUMBER({row}),INDEX(KATEGORI,MATCH({row}+JAGA,KATEGORI_MULAI,1)),"{NONE}")'
    write_line(sheet, places, ("category",), "Kategori", derived(found, category_of(paper)))


def _figure(sheet: Sheet, places: Places, key: str, label: str, formula: str, value: Figure) -> str:
    full = write_line(sheet, places, (key, "full"), label, derived(formula, exact(value), 6))
    write_line(sheet, places, (key,), f"{label}, dibulatkan", derived(rounded(full), shown(value), 2))
    return full


def category_of(paper: PekpppPaper) -> str:
    """Return the category with its name, or the sign for none."""
    found = paper.result.category
    return f"{found.code} ({found.name})" if found else NONE
