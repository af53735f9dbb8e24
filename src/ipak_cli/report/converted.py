"""The items of an instrument with bands: each mean with its weight, its converted value and its band."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NOT_SCORED, decimal, ends_of, figure, scale, short, span, weighted_sum
from ipak_cli.report.format_words import band, listed
from ipak_cli.report.outline import Paragraph, ReportTable, left, right, row
from ipak_cli.report.tables import value_head
from ipak_cli.survey.scores import band_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.base.figures import Figure
    from ipak_cli.report.material import Material
    from ipak_cli.report.outline import Block
    from ipak_cli.report.terms import Terms
    from ipak_cli.rubric.survey import Index

_PLACES: Final = 3
"""Decimals of a weighted mean, which is so small that two would not tell items apart."""


def converted_items(material: Material) -> Iterator[Block]:
    """Yield a table for each index; what it lacks is said where the result's rubric is not at hand."""
    if material.rubric is not None:
        for index in material.rubric.indices:
            yield _by_rubric(material, index)
        return
    yield _by_result(material)
    words = material.terms.words
    yield Paragraph(
        f"{words.mean} tertimbang, mutu setiap {words.item}, dan batas mutu tidak dicantumkan, sebab "
        "ketentuan instrumen survei yang dipakai ketika menghitung sudah tidak tersedia."
    )


def _by_rubric(material: Material, index: Index) -> ReportTable:
    """Return an index's items with all that its rubric adds; the last row is the index, their sum."""
    terms = material.terms
    means = {item.code: item.mean for item in material.survey.items}
    rows = []
    for item, weight in zip(index.items, index.weights, strict=True):
        value = scale(means[item.code], terms.factor)
        weighted = _weighted(scale(means[item.code], weight))
        rows.append(row(item.code, item.text, weighted, figure(value), band(band_of(index, value))))
    total = weighted_sum(zip((means[item.code] for item in index.items), index.weights, strict=True))
    value = scale(total, terms.factor)
    rows.append(row(index.code, index.name, _weighted(total), figure(value), band(band_of(index, value))))
    return ReportTable(
        f"tabel-mutu-{index.code}",
        f"{terms.words.mean} tertimbang, nilai, dan mutu setiap {terms.words.item} {index.code}",
        (
            *left(*terms.words.columns),
            *right(f"{terms.words.mean} tertimbang", value_head(terms)),
            *left("Mutu"),
        ),
        tuple(rows),
        " ".join(_notes(index, terms)),
    )


def _weighted(value: Figure) -> str:
    ends = ends_of(value)
    return NOT_SCORED if ends is None else span(ends, _PLACES)


def _notes(index: Index, terms: Terms) -> Iterator[str]:
    mean, item = terms.words.mean, terms.words.item
    weights = {*index.weights}
    weight = f", yaitu {min(weights)}" if len(weights) == 1 else " dalam instrumen survei"
    yield f"{mean} tertimbang adalah {mean} dikalikan bobot {item}{weight}; jumlahnya dikalikan"
    yield f"{short(terms.factor)} menjadi {index.code}."
    if index.bands:
        yield f"Batas mutu: {listed(f'{each.code} mulai {decimal(each.minimum)}' for each in index.bands)}."


def _by_result(material: Material) -> ReportTable:
    """Return what the result alone says: each item's converted value."""
    terms = material.terms
    rows = (
        row(item.code, item.text, figure(scale(item.mean, terms.factor))) for item in material.survey.items
    )
    columns = (*left(*terms.words.columns), *right(value_head(terms)))
    return ReportTable("tabel-nilai-konversi", f"Nilai setiap {terms.words.item}", columns, tuple(rows))
