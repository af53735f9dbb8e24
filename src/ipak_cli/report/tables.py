"""Tables of the survey's figures: every cell comes from the result document of the quarter that it names."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.arithmetic import NotScored
from ipak_cli.report.narrative_time import index_lines
from ipak_cli.report.outline import Table
from ipak_cli.report.table_parts import left, right, row
from ipak_cli.report.words import against, listed, long_quarter, percent, said, short_quarter, target
from ipak_cli.survey.result import Status
from ipak_cli.wording import NOT_SCORED, decimal, figure, short, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.arithmetic import Figure
    from ipak_cli.report.material import Material
    from ipak_cli.report.table_parts import Row
    from ipak_cli.survey.result import (
        ConditionResult,
        IndexResult,
        ItemResult,
        PredicateResult,
        SurveyResult,
        ZiResult,
    )

_VERDICTS: Final = {
    Status.MET: "Terpenuhi",
    Status.NOT_MET: "Belum terpenuhi",
    Status.NOT_ASSESSED: "Belum dinilai",
}


def index_values(material: Material) -> Table:
    """Return each index in a row of its own; combined figures have no place in it."""
    lowest, highest = material.scale
    indices = material.survey.indices
    rows = tuple(row(code, index.name, *_index(index)) for code, index in indices.items())
    columns = (*left("Indeks", "Kepanjangan"), *right(f"Nilai ({lowest}–{highest})", "Persen", "Poin"))
    bands = "; ".join(f"{code}: {_band(index)}" for code, index in indices.items() if index.band)
    return Table("tabel-indeks", "Nilai indeks", columns, rows, f"Mutu {bands}." if bands else None)


def _index(index: IndexResult) -> tuple[str, str, str]:
    return said(index.mean), figure(index.percent, " %"), figure(index.points)


def _band(index: IndexResult) -> str:
    return f"{index.band.code} ({index.band.name})" if index.band else NOT_SCORED


def combined_values(survey: SurveyResult) -> Table:
    """Return the combined figures, apart from the indices that they come from."""
    combined = survey.combined
    rows = (
        row(f"Rata-rata indeks {listed(survey.indices)}", said(combined.mean_of_indices)),
        row("Rata-rata seluruh jawaban", said(combined.pooled)),
    )
    columns = (*left("Angka gabungan"), *right("Nilai"))
    return Table("tabel-gabungan", "Angka gabungan, terpisah dari indeks", columns, rows)


def components(zi: ZiResult, indices: Mapping[str, IndexResult]) -> Table:
    """Return the ZI components and their parts, each with its own index, points and share of its maximum."""
    rows: list[Row] = []
    for number, component in enumerate(zi.components, start=1):
        rows.append(_points((str(number), component.name, ""), component.points, component.maximum))
        for part in component.parts:
            index = f"{part.index} {said(indices[part.index].mean)}" if part.index else ""
            rows.append(_points(("", f"– {part.name}", index), part.points, part.maximum))
    columns = (*right("No"), *left("Komponen hasil"), *right("Indeks", "Poin", "Poin tertinggi", "Persen"))
    note = f"Menurut {zi.regulation}."
    return Table("tabel-komponen", "Poin komponen hasil Zona Integritas", columns, tuple(rows), note)


def _points(texts: tuple[str, str, str], points: Figure, maximum: Fraction) -> Row:
    share = NOT_SCORED if isinstance(points, NotScored) else percent(points / maximum * 100)
    return row(*texts, said(points), short(maximum), share, head=1)


def items(material: Material) -> Table:
    """Return every item of the report's own quarter: answers by value, mean and target."""
    values = list(material.survey.distribution)
    columns = (*left("Butir", "Pertanyaan"), *right("Jawaban", *values, "Rata-rata", "Target"))
    rows = tuple(_item(material, item) for item in material.survey.items)
    note = f"Kolom {listed(values)} memuat banyaknya jawaban yang bernilai itu."
    return Table("tabel-butir", f"Nilai setiap butir, {long_quarter(material.quarter)}", columns, rows, note)


def _item(material: Material, item: ItemResult) -> Row:
    goal = material.target_of(item)
    counts = (whole(count) for count in item.counts.values())
    return row(item.code, item.text, whole(item.n), *counts, mean_against(item, goal), target(goal))


def mean_against(item: ItemResult, goal: Fraction | None) -> str:
    """Write an item's mean, with more decimals where two would hide that it misses its target."""
    if isinstance(item.mean, Fraction) and goal is not None:
        return against(item.mean, goal)
    return said(item.mean)


def distribution(material: Material) -> Table:
    """Return how often each value was given in each quarter, with its share of that quarter's answers."""
    values = list(reversed(tuple(material.survey.distribution)))
    rows = tuple(
        _shares(short_quarter(past.quarter), past.survey, values) for past in material.history if past.survey
    )
    columns = (*left("Triwulan"), *right("Jawaban", *(f"Bintang {value}" for value in values)))
    note = "Yang dihitung adalah jawaban, bukan responden; bagiannya dari semua jawaban triwulan itu."
    return Table("tabel-sebaran", "Sebaran jawaban setiap triwulan", columns, rows, note)


def _shares(name: str, survey: SurveyResult, values: list[str]) -> Row:
    shares = [survey.distribution[value] for value in values]
    answers = whole(sum(share.count for share in shares))
    return row(name, answers, *(f"{whole(share.count)} ({figure(share.share, ' %')})" for share in shares))


def trend(material: Material) -> Table:
    """Return the indices of each quarter with its respondents; a quarter without a result says so."""
    lines = index_lines(material)
    rows = []
    for number, past in enumerate(material.history):
        values = (figure(line.values[number]) for line in lines)
        rows.append(row(short_quarter(past.quarter), _respondents(past.survey), *values))
    columns = (*left("Triwulan"), *right("Responden", *(line.name for line in lines)))
    combined = len(lines) > len(material.survey.indices)
    note = f"Gabungan adalah rata-rata {listed(material.survey.indices)}." if combined else None
    return Table("tabel-tren", "Nilai indeks setiap triwulan", columns, tuple(rows), note)


def _respondents(survey: SurveyResult | None) -> str:
    if survey is None:
        return "tidak ada hasil"
    return NOT_SCORED if survey.respondents is None else whole(survey.respondents)


def conditions(code: str, predicate: PredicateResult) -> Table:
    """Return what a predicate asks, what was reached, and whether that is enough."""
    rows = tuple(_condition(each) for each in predicate.conditions)
    columns = (*left("Syarat"), *right("Minimal", "Capaian"), *left("Keterangan"))
    return Table(f"tabel-syarat-{code}", f"Syarat {code} ({predicate.name})", columns, rows)


def _condition(each: ConditionResult) -> Row:
    minimum, verdict = decimal(each.minimum), _VERDICTS[each.status]
    if isinstance(each.reached, NotScored):
        return row(each.name, minimum, NOT_SCORED, f"{verdict}: {each.reached.reason}")
    return row(each.name, minimum, against(each.reached, each.minimum), verdict)
