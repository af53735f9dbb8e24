"""``Hitung``, Cronbach's alpha: from sums over the respondents who answered every item of an index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.survey.quality import cronbach_alpha
from ipak_cli.workpaper.cells import NONE, Look, exact, shown
from ipak_cli.workpaper.formulas import rounded_signed
from ipak_cli.workpaper.table import Column, Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.survey.tally import Products
    from ipak_cli.workpaper.book import Sheet
    from ipak_cli.workpaper.cells import Cell, Value
    from ipak_cli.workpaper.paper import Paper, Places

    Row = dict[str, Value | Cell]


def products_told(paper: Paper) -> Mapping[str, Products]:
    """Return the sums of each index that may be told.

    Where a few respondents left an item out, what they answered is the difference between the counts of all
    and these sums; they are not told then.
    """
    tally, smallest = paper.survey.tally, paper.rubric.smallest_group
    found = tally.products if tally else {}
    return {
        code: products
        for code, products in found.items()
        if not 0 < paper.respondents - products.respondents < smallest
    }


def write_reliability(sheet: Sheet, paper: Paper, places: Places) -> None:
    """Write the sums of each item, and the alpha of each index."""
    told = products_told(paper)
    if not told:
        return
    sheet.heading("Konsistensi internal (alfa Cronbach): butir")
    sheet.note(
        "Jumlah nilai dan jumlah kuadrat nilai dari responden yang menjawab semua butir indeksnya, menurut "
        "dokumen hasil.",
        12,
    )
    items = Table(
        sheet,
        "alpha item",
        (
            Column("code", "Butir", look=Look.LABEL),
            Column("index", "Indeks", look=Look.LABEL),
            Column("sum", "Jumlah nilai", look=Look.GIVEN),
            Column("squares", "Jumlah kuadrat", look=Look.GIVEN),
            Column("own", "Kuadrat jumlah", "{sum}*{sum}"),
        ),
    )
    items.write(_items(paper, told), places)
    sheet.heading("Konsistensi internal (alfa Cronbach): indeks")
    mine = f"{items.range('index')},{{code}}"
    spread = f"({{n}}*SUMIF({mine},{items.range('squares')})-SUMIF({mine},{items.range('own')}))"
    alpha = f"{{k}}/({{k}}-1)*(1-{spread}/{{total}})"
    Table(
        sheet,
        "alpha",
        (
            Column("code", "Indeks", look=Look.LABEL),
            Column("n", "Responden lengkap", look=Look.GIVEN),
            Column("squares", "Kuadrat skor total", look=Look.GIVEN),
            Column("k", "Banyaknya butir", f"COUNTIF({mine})"),
            Column(
                "total", "Ragam skor total × n²", f"{{n}}*{{squares}}-SUMIF({mine},{items.range('sum')})^2"
            ),
            Column("full", "Alfa", f'IF(OR({{n}}<2,{{k}}<2,{{total}}=0),"{NONE}",{alpha})', 6),
            Column("alpha", "Alfa dibulatkan", rounded_signed("{full}"), 2),
        ),
    ).write({code: _index(code, products) for code, products in told.items()}, places)


def _items(paper: Paper, told: Mapping[str, Products]) -> dict[str, Row]:
    rows: dict[str, Row] = {}
    for index in paper.rubric.indices:
        if (products := told.get(index.code)) is None:
            continue
        for number, (item, total) in enumerate(zip(index.items, products.sums, strict=True)):
            rows[item.code] = {
                "code": item.code,
                "index": index.code,
                "sum": total,
                "squares": products.cross[number][number],
                "own": total * total,
            }
    return rows


def _index(code: str, products: Products) -> Row:
    squares, alpha = sum(map(sum, products.cross)), cronbach_alpha(products)
    return {
        "code": code,
        "n": products.respondents,
        "squares": squares,
        "k": len(products.sums),
        "total": products.respondents * squares - sum(products.sums) ** 2,
        "full": exact(alpha),
        "alpha": shown(alpha),
    }
