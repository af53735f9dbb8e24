"""``Hitung``, the respondents and the items: counts, sums, means, and what an index takes of each mean."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import NotScored, scale
from ipak_cli.survey.certainty.stored import item_distribution
from ipak_cli.survey.scores import band_of
from ipak_cli.survey.tally import key_of
from ipak_cli.workpaper.cells import NONE, Cell, Look, derived, difference, exact, given, shown
from ipak_cli.workpaper.formulas import banded, known, rounded, rounded_signed
from ipak_cli.workpaper.paper import needed, needed_sum
from ipak_cli.workpaper.table import Column, Table, write_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.base.figures import Figure
    from ipak_cli.rubric.survey import Index
    from ipak_cli.survey.result import ItemResult
    from ipak_cli.workpaper.book import Book, Sheet
    from ipak_cli.workpaper.cells import Value
    from ipak_cli.workpaper.paper import Paper, Places


def write_respondents(book: Book, sheet: Sheet, paper: Paper, places: Places) -> None:
    """Write how many people answered: the rows of the answers, or the number that the result holds."""
    sheet.heading("Responden")
    counted = derived("COUNT(JAWABAN_NO)", paper.respondents)
    cell = given(paper.respondents) if paper.answers is None else counted
    book.define("RESPONDEN", write_line(sheet, places, ("respondents",), "Banyaknya responden", cell))


def write_items(sheet: Sheet, paper: Paper, places: Places) -> Table:
    """Write a row an item; the counts come from the answers, or are given where these are not at hand."""
    converted = paper.terms.converted
    sheet.heading("Butir")
    sheet.note("Kolom berkepala bilangan memuat banyaknya jawaban yang bernilai itu.", 12)
    table = Table(sheet, "item", [*_columns(paper), *(_converted() if converted else ())])
    indices = {index.code: (number, index) for number, index in enumerate(paper.rubric.indices, 1)}
    weights = [weight for index in paper.rubric.indices for weight in index.weights]
    rows: dict[str, dict[str, Value | Cell]] = {}
    for item, weight in zip(paper.survey.items, weights, strict=True):
        row = _row(paper, item, weight, len(rows) + 1)
        number, index = indices[item.index]
        rows[item.code] = row | (_converted_row(paper, item, index, number) if converted else {})
    table.write(rows, places)
    return table


def value_key(number: int) -> str:
    """Return the key of the column that counts a value of the scale, counted from 0."""
    return f"v{number}"


def _columns(paper: Paper) -> Iterator[Column]:
    values = paper.values
    first, last = value_key(0), value_key(len(values) - 1)
    counts = f"{{{first}}}:{{{last}}}"
    total = f"SUMPRODUCT({{{first}.head}}:{{{last}.head}},{counts})"
    turned = f"(SKALA_TERENDAH+SKALA_TERTINGGI)*{{n}}-{total}"
    yield Column("no", "No", look=Look.LABEL)
    yield Column("code", "Butir", "INDEX(BUTIR_KODE,{no})")
    yield Column("index", "Indeks", "INDEX(BUTIR_INDEKS,{no})")
    for number, value in enumerate(values):
        key = value_key(number)
        if paper.answers is None:
            yield Column(key, value, look=Look.GIVEN)
        else:
            yield Column(key, value, f"COUNTIF(INDEX(JAWABAN,0,{{no}}),{{{key}.head}})")
    yield Column("n", "Jawaban", f"SUM({counts})")
    yield Column("missing", "Tidak dijawab", "RESPONDEN-{n}")
    yield Column("sum", "Jumlah nilai", f'IF(INDEX(BUTIR_ARAH,{{no}})="negatif",{turned},{total})')
    heads = f"{{{first}.head}}:{{{last}.head}}"
    squares = f"SUMPRODUCT({heads},{heads},{counts})"
    ends = "(SKALA_TERENDAH+SKALA_TERTINGGI)"
    turned_squares = f"{ends}^2*{{n}}-2*{ends}*{total}+{squares}"
    yield Column(
        "squares", "Jumlah kuadrat", f'IF(INDEX(BUTIR_ARAH,{{no}})="negatif",{turned_squares},{squares})'
    )
    yield Column("full", "Rata-rata", f'IF({{n}}=0,"{NONE}",{{sum}}/{{n}})', 6)
    yield Column("mean", "Rata-rata dibulatkan", rounded("{full}"), 2)
    yield Column("weight", "Bobot", "INDEX(BUTIR_BOBOT,{no})", 6)
    yield Column("weighted", "Rata-rata × bobot", "IF({n}=0,0,{weight}*{sum}/{n})", 6)
    yield Column("target", "Target", "INDEX(BUTIR_TARGET,{no})", 2)
    yield Column("gap_full", "Selisih dengan target", known("{full} {target}", "{full}-{target}"), 6)
    yield Column("gap", "Selisih dibulatkan", rounded_signed("{gap_full}"), 2)


def _converted() -> Iterator[Column]:
    """Yield what instruments with bands tell of each item besides."""
    yield Column(
        "weighted3", "Rata-rata × bobot dibulatkan", f'IF({{n}}=0,"{NONE}",{rounded("{weighted}", 3)})', 3
    )
    yield Column("value_full", "Nilai konversi", known("{full}", "{full}*100/SKALA_TERTINGGI"), 6)
    yield Column("value", "Nilai konversi dibulatkan", rounded("{value_full}"), 2)
    yield Column("band", "Mutu", banded("{value}", "{number}"))


def _row(paper: Paper, item: ItemResult, weight: Fraction, number: int) -> dict[str, Value | Cell]:
    counts = {value_key(n): needed(item.counts).get(key_of(value), 0) for n, value in enumerate(paper.values)}
    target = paper.target_of(item.code)
    gap = difference(item.mean, target)
    return {
        "no": number,
        "code": item.code,
        "index": item.index,
        **counts,
        "n": needed(item.n),
        "missing": needed(item.missing),
        "sum": needed_sum(item.sum),
        "squares": _squares(paper, item),
        "full": exact(item.mean),
        "mean": shown(item.mean),
        "weight": weight,
        "weighted": _weighted(item, weight),
        "target": exact(target),
        "gap_full": exact(gap),
        "gap": shown(gap),
    }


def _squares(paper: Paper, item: ItemResult) -> Value:
    """Return the sum of the squared answers, after polarity."""
    told = item_distribution(item, (paper.rubric.scale.lowest, paper.rubric.scale.highest))
    return needed(told).moments.squares


def _converted_row(paper: Paper, item: ItemResult, index: Index, number: int) -> dict[str, Value | Cell]:
    value = scale(item.mean, Fraction(100, paper.rubric.scale.highest))
    weighted = _weighted(item, index.weights[[each.code for each in index.items].index(item.code)])
    return {
        "weighted3": NONE if isinstance(item.mean, NotScored) else shown(weighted, 3),
        "value_full": exact(value),
        "value": shown(value),
        "band": band_cell(index, value),
        "number": number,
    }


def band_cell(index: Index, value: Figure) -> Value | Cell:
    """Return the band of a value as it is told; an index without bands has no formula for one."""
    band = band_of(index, value)
    if not index.bands:
        return Cell(NONE, Look.DERIVED)
    return NONE if band is None else f"{band.code} ({band.name})"


def _weighted(item: ItemResult, weight: Fraction) -> Fraction:
    return Fraction(0) if isinstance(item.mean, NotScored) else item.mean * weight
