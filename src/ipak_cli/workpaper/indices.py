"""``Hitung``, the indices: means, percent, points, bands; combined figures; the spread of the answers."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import scale, weighted_sum
from ipak_cli.survey.result import AnswerShare
from ipak_cli.survey.tally import key_of
from ipak_cli.workpaper.cells import NONE, Cell, Look, derived, exact, shown
from ipak_cli.workpaper.formulas import banded, known, rounded
from ipak_cli.workpaper.items import band_cell, value_key
from ipak_cli.workpaper.paper import needed
from ipak_cli.workpaper.table import Column, Table, write_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.base.figures import Figure
    from ipak_cli.workpaper.book import Sheet
    from ipak_cli.workpaper.cells import Value
    from ipak_cli.workpaper.paper import Paper, Places


def write_indices(sheet: Sheet, paper: Paper, items: Table, places: Places) -> Table:
    """Write a row an index."""
    sheet.heading("Indeks")
    table = Table(sheet, "index", [*_columns(paper, items)])
    maxima = {
        part.index: part.maximum
        for component in reversed(paper.survey.zi.components if paper.survey.zi else ())
        for part in reversed(component.parts)
        if part.index
    }
    rows: dict[str, dict[str, Value | Cell]] = {}
    for number, index in enumerate(paper.rubric.indices, 1):
        found = paper.survey.indices[index.code]
        rows[index.code] = {
            "no": number,
            "code": index.code,
            "without": sum(item.n == 0 for item in paper.survey.items if item.index == index.code),
            "full": exact(found.mean),
            "mean": shown(found.mean),
            "percent_full": exact(found.percent),
            "percent": shown(found.percent),
            "most": maxima.get(index.code, NONE),
            "points_full": exact(found.points),
            "points": shown(found.points),
            "band": band_cell(index, found.percent),
            "number": number,
        }
    table.write(rows, places)
    return table


def _columns(paper: Paper, items: Table) -> Iterator[Column]:
    of_index = f"{items.range('index')},{{code}}"
    yield Column("no", "No", look=Look.LABEL)
    yield Column("code", "Indeks", "INDEX(INDEKS_KODE,{no})")
    yield Column("without", "Butir tanpa jawaban", f"COUNTIFS({of_index},{items.range('n')},0)")
    mean = f"SUMIF({of_index},{items.range('weighted')})"
    yield Column("full", "Jumlah rata-rata × bobot", f'IF({{without}}>0,"{NONE}",{mean})', 6)
    yield Column("mean", "Nilai indeks dibulatkan", rounded("{full}"), 2)
    yield Column(
        "percent_full", "Persen dari nilai tertinggi", known("{full}", "{full}*100/SKALA_TERTINGGI"), 6
    )
    yield Column("percent", "Persen dibulatkan", rounded("{percent_full}"), 2)
    if paper.survey.zi is not None:
        most = f'IFERROR(INDEX(BAGIAN_POIN,MATCH({{code}},BAGIAN_INDEKS,0)),"{NONE}")'
        yield Column("most", "Poin tertinggi", most, 2)
        points = known("{full} {most}", "{full}/SKALA_TERTINGGI*{most}")
        yield Column("points_full", "Poin", points, 6)
        yield Column("points", "Poin dibulatkan", rounded("{points_full}"), 2)
    yield Column("band", "Mutu", banded("{percent}", "{number}"))


def write_combined(sheet: Sheet, paper: Paper, items: Table, places: Places) -> None:
    """Write the answers altogether, the mean of the indices, the mean of all answers, the weight of old."""
    survey = paper.survey
    sheet.heading("Seluruh jawaban dan angka gabungan")
    answers = derived(f"SUM({items.range('n')})", needed(survey.answers))
    total = write_line(sheet, places, ("answers",), "Banyaknya jawaban", answers)
    missing = derived(f"SUM({items.range('missing')})", needed(survey.missing))
    write_line(sheet, places, ("missing",), "Jawaban yang tidak diberikan", missing)
    if paper.rubric.combined is not None:
        codes = paper.rubric.combined.indices
        cells = [places["index", code, "full"].ref for code in codes]
        formula = known(" ".join(cells), f"({'+'.join(cells)})/{len(cells)}")
        _full_and_rounded(
            sheet, places, "mean_of_indices", f"Rata-rata {' dan '.join(codes)}", formula,
            survey.combined.mean_of_indices,
        )  # fmt: skip
    pooled = f'IF({total}=0,"{NONE}",SUM({items.range("sum")})/{total})'
    _full_and_rounded(sheet, places, "pooled", "Rata-rata seluruh jawaban", pooled, survey.combined.pooled)
    if paper.published_weight is not None:
        _by_published_weight(sheet, paper, items, places, paper.published_weight)


def _by_published_weight(sheet: Sheet, paper: Paper, items: Table, places: Places, weight: Fraction) -> None:
    """Write each index by the rounded weight that the office's earlier reports counted with."""
    factor = paper.terms.factor
    for code in paper.survey.indices:
        mine = [item for item in paper.survey.items if item.index == code]
        value = scale(weighted_sum((item.mean, weight) for item in mine), factor)
        total = f'SUMIF({items.range("index")},"{code}",{items.range("full")})*BOBOT_TERDAHULU'
        times = "*100/SKALA_TERTINGGI" if factor != 1 else ""
        formula = known(places["index", code, "full"].ref, total + times)
        _full_and_rounded(
            sheet, places, f"published {code}", f"{code} dengan bobot terdahulu", formula, value
        )


def _full_and_rounded(
    sheet: Sheet, places: Places, key: str, label: str, formula: str, value: Figure
) -> None:
    full = write_line(sheet, places, (key, "full"), label, derived(formula, exact(value), 6))
    write_line(sheet, places, (key,), f"{label}, dibulatkan", derived(rounded(full), shown(value), 2))


def write_distribution(sheet: Sheet, paper: Paper, items: Table, places: Places) -> Table:
    """Write how often each value was given, and its share of all answers."""
    sheet.heading("Sebaran jawaban")
    answers = places["answers",].ref
    table = Table(
        sheet,
        "value",
        (
            Column("value", "Nilai jawaban", look=Look.LABEL),
            Column("count", "Banyaknya", "SUM({cells})"),
            Column("share_full", "Bagian (%)", f'IF({answers}=0,"{NONE}",100*{{count}}/{answers})', 6),
            Column("share", "Bagian dibulatkan (%)", rounded("{share_full}"), 2),
        ),
    )
    nothing = AnswerShare(0, Fraction(0))
    rows: dict[str, dict[str, Value | Cell]] = {}
    for number, value in enumerate(paper.values):
        share = paper.survey.distribution.get(key_of(value), nothing)
        rows[key_of(value)] = {
            "value": Cell(value, places=0 if isinstance(value, int) else 2),
            "count": needed(share.count),
            "share_full": exact(share.share),
            "share": shown(share.share),
            "cells": items.range(value_key(number)),
        }
    table.write(rows, places)
    return table
