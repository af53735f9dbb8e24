"""``Hitung``, Zona Integritas: the points of parts and components, and what the predicates ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import scale
from ipak_cli.survey.zi_result import ConditionStatus
from ipak_cli.workpaper.cells import NONE, Look, exact, shown
from ipak_cli.workpaper.formulas import known, rounded
from ipak_cli.workpaper.table import Column, Table

if TYPE_CHECKING:
    from ipak_cli.base.figures import Figure
    from ipak_cli.survey.zi_result import ComponentResult, ConditionResult, PartResult, ZiResult
    from ipak_cli.workpaper.book import Sheet
    from ipak_cli.workpaper.cells import Cell, Value
    from ipak_cli.workpaper.paper import Paper, Places

    Row = dict[str, Value | Cell]

MET: Final = "Terpenuhi"
NOT_MET: Final = "Belum terpenuhi"
NOT_ASSESSED: Final = "Belum dinilai"
OUTSIDE: Final = "Belum dinilai (di luar survei)"
VERDICTS: Final = {
    True: "Terpenuhi sejauh dapat dinilai",
    False: "Belum terpenuhi",
    None: "Belum dapat disimpulkan",
}
"""What can be said of a predicate; a survey never grants one."""
_TOTALS: Final = (
    Column("share_full", "Persen", known("{full}", "100*{full}/{most}"), 6),
    Column("points", "Poin dibulatkan", rounded("{full}"), 2),
    Column("share", "Persen dibulatkan", rounded("{share_full}"), 2),
)


def write_zone(sheet: Sheet, paper: Paper, indices: Table, places: Places) -> None:
    """Write the parts, the components and the conditions; nothing for an instrument without them."""
    zi = paper.survey.zi
    if zi is None:
        return
    sheet.heading("Komponen hasil Zona Integritas: bagian")
    parts = _parts(sheet, zi, indices, places)
    sheet.heading("Komponen hasil Zona Integritas: jumlah setiap komponen")
    components = _components(sheet, zi, parts, places)
    if zi.predicates:
        _predicates(sheet, paper, zi, (components, parts), places)


def _parts(sheet: Sheet, zi: ZiResult, indices: Table, places: Places) -> Table:
    table = Table(
        sheet,
        "part",
        (
            Column("component", "Komponen", look=Look.LABEL),
            Column("code", "Bagian", look=Look.LABEL),
            Column("index", "Indeks", look=Look.LABEL),
            Column("most", "Poin tertinggi", "INDEX(BAGIAN_POIN,MATCH({code},BAGIAN_KODE,0))", 2),
            Column("full", "Poin", f'IFERROR({{earned}},"{NONE}")', 6),
            *_TOTALS,
        ),
    )
    mean = f"INDEX({indices.range('full')},MATCH({{0}},{indices.range('code')},0))"
    rows: dict[str, Row] = {}
    graded = 0
    for component in zi.components:
        for part in component.parts:
            if part.index:
                index_cell = mean.format(f'"{part.index}"')
                earned = f'{index_cell}/SKALA_TERTINGGI*INDEX(BAGIAN_POIN,MATCH("{part.code}",BAGIAN_KODE,0))'
            else:
                graded += 1
                earned = f"INDEX(KINERJA_{graded}_POIN,MATCH(KINERJA,KINERJA_{graded}_JAWABAN,0))"
            rows[part.code] = {
                "component": component.code,
                "code": part.code,
                "index": part.index or NONE,
                "earned": earned,
                **_points(part),
            }
    table.write(rows, places)
    return table


def _components(sheet: Sheet, zi: ZiResult, parts: Table, places: Places) -> Table:
    mine = f"{parts.range('component')},{{code}}"
    lacking = f'COUNTIFS({mine},{parts.range("full")},"{NONE}")>0'
    table = Table(
        sheet,
        "component",
        (
            Column("code", "Komponen", look=Look.LABEL),
            Column("most", "Poin tertinggi", f"SUMIF({mine},{parts.range('most')})", 2),
            Column("full", "Poin", f'IF({lacking},"{NONE}",SUMIF({mine},{parts.range("full")}))', 6),
            *_TOTALS,
        ),
    )
    table.write({each.code: {"code": each.code, **_points(each)} for each in zi.components}, places)
    return table


def _points(part: PartResult | ComponentResult) -> Row:
    share: Figure = scale(part.points, 100 / part.maximum)
    return {
        "most": part.maximum,
        "full": exact(part.points),
        "share_full": exact(share),
        "points": shown(part.points),
        "share": shown(share),
    }


def _predicates(
    sheet: Sheet, paper: Paper, zi: ZiResult, totals: tuple[Table, Table], places: Places
) -> None:
    sheet.heading("Syarat predikat")
    reached = f'"{NONE}"'
    for table in totals[::-1]:
        reached = f"IFERROR(INDEX({table.range('full')},MATCH({{of}},{table.range('code')},0)),{reached})"
    judged = f'IF({{full}}+JAGA>={{minimum}},"{MET}","{NOT_MET}")'
    status = f'IF({{of}}="{NONE}","{OUTSIDE}",IF(ISNUMBER({{full}}),{judged},"{NOT_ASSESSED}"))'
    conditions = Table(
        sheet,
        "condition",
        (
            Column("no", "No", look=Look.LABEL),
            Column("predicate", "Predikat", "INDEX(SYARAT_PREDIKAT,{no})"),
            Column("of", "Yang disyaratkan", "INDEX(SYARAT_ATAS,{no})"),
            Column("minimum", "Minimal", "INDEX(SYARAT_MINIMAL,{no})", 2),
            Column("full", "Capaian", reached, 6),
            Column("reached", "Capaian dibulatkan", rounded("{full}"), 2),
            Column("status", "Keterangan", status),
        ),
    )
    rows: dict[str, Row] = {}
    for predicate in paper.rubric.zi.predicates if paper.rubric.zi else ():
        results = zi.predicates[predicate.code].conditions
        for asked, condition in zip(predicate.conditions, results, strict=True):
            rows[str(len(rows) + 1)] = {
                "no": len(rows) + 1,
                "predicate": predicate.code,
                "of": asked.of or NONE,
                "minimum": condition.minimum,
                "full": exact(condition.reached),
                "reached": shown(condition.reached),
                "status": OUTSIDE if asked.of is None else status_of(condition),
            }
    conditions.write(rows, places)
    mine = f"COUNTIFS({conditions.range('predicate')},{{code}},{conditions.range('status')},"
    met = f'IF({mine}"{NOT_ASSESSED}")>0,"{VERDICTS[None]}","{VERDICTS[True]}")'
    met = f'IF({mine}"{NOT_MET}")>0,"{VERDICTS[False]}",{met})'
    sheet.row += 1
    table = Table(
        sheet, "predicate", (Column("code", "Predikat", look=Look.LABEL), Column("met", "Kesimpulan", met))
    )
    table.write(
        {code: {"code": code, "met": VERDICTS[each.met]} for code, each in zi.predicates.items()}, places
    )


def status_of(condition: ConditionResult) -> str:
    """Return what is known of a condition, in words."""
    match condition.status:
        case ConditionStatus.MET:
            return MET
        case ConditionStatus.NOT_MET:
            return NOT_MET
        case ConditionStatus.NOT_ASSESSED:
            return NOT_ASSESSED
