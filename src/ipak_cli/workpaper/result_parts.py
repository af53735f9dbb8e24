"""What ``Hasil`` tells of indices, items and answers: tables of figures, each with what the report says."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import scale, short
from ipak_cli.report.format_words import band
from ipak_cli.survey.tally import key_of
from ipak_cli.workpaper.cells import NONE, difference, shown
from ipak_cli.workpaper.items import value_key
from ipak_cli.workpaper.paper import needed, needed_sum
from ipak_cli.workpaper.people import ADEQUACY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.survey.result import IndexResult, ItemResult
    from ipak_cli.survey.tally import Number
    from ipak_cli.workpaper.cells import Value
    from ipak_cli.workpaper.paper import Paper, Places


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure of the report: where it is derived, what the check calls it, what the report says."""

    key: tuple[str, ...]
    name: str
    reported: Value


Entry = str | Shown | None


@dataclass(frozen=True, slots=True)
class Part:
    """A table of ``Hasil``: its title, its heads, its rows; there is no cell for ``None``."""

    title: str
    heads: Sequence[str | None]
    rows: Sequence[Sequence[Entry]]


def indices(paper: Paper) -> Part:
    """Return each index with its value, percent, points and band, as far as the instrument has them."""
    terms = paper.terms
    heads = ["Indeks", "Kepanjangan", "Nilai", "Nilai konversi" if terms.converted else "Persen"]
    heads += (["Poin"] if terms.points else []) + (["Mutu"] if terms.banded else [])
    given = paper.survey.indices.items()
    return Part("Nilai indeks", heads, [[*_index(paper, code, index)] for code, index in given])


def _index(paper: Paper, code: str, index: IndexResult) -> Iterator[Entry]:
    terms, key = paper.terms, ("index", code)
    yield from (code, index.name)
    yield Shown((*key, "mean"), f"{code}, nilai", shown(index.mean))
    percent = "nilai konversi" if terms.converted else "persen"
    yield Shown((*key, "percent"), f"{code}, {percent}", shown(index.percent))
    if terms.points:
        yield Shown((*key, "points"), f"{code}, poin", shown(index.points))
    if terms.banded:
        yield Shown((*key, "band"), f"{code}, mutu", band(index.band))


def totals(paper: Paper, places: Places) -> Part:
    """Return the combined figures, the answers and the respondents."""
    rows = [(None, name, Shown(key, name, value)) for key, name, value in _totals(paper, places)]
    return Part("Angka gabungan, jawaban, dan responden", (None, "Angka", "Nilai"), rows)


def _totals(paper: Paper, places: Places) -> Iterator[tuple[tuple[str, ...], str, Value]]:
    survey, sample = paper.survey, paper.survey.sample
    if paper.rubric.combined is not None:
        name = f"Rata-rata {' dan '.join(paper.rubric.combined.indices)}"
        yield ("mean_of_indices",), name, shown(survey.combined.mean_of_indices)
    yield ("pooled",), "Rata-rata seluruh jawaban", shown(survey.combined.pooled)
    for code in survey.indices if paper.published_weight is not None else ():
        key = (f"published {code}",)
        yield key, f"{code} dengan bobot laporan terdahulu", places[key].value
    yield ("respondents",), "Responden", needed(survey.respondents)
    yield ("answers",), "Jawaban", needed(survey.answers)
    yield ("missing",), "Jawaban yang tidak diberikan", needed(survey.missing)
    yield ("rate",), "Tingkat respons (%)", shown(sample.response_rate)
    yield ("size",), "Ukuran sampel menurut Krejcie dan Morgan", _or_none(sample.krejcie_morgan)
    yield ("required",), "Responden yang diperlukan", _or_none(sample.required)
    yield ("adequate",), "Kecukupan responden", ADEQUACY[sample.adequate]


def items(paper: Paper, places: Places) -> Part:
    """Return each item with its counts, mean and target, and what instruments with bands tell besides."""
    terms = paper.terms
    heads = [*terms.words.columns, "Jawaban", *map(_value, paper.values), "Jumlah nilai", "Rata-rata"]
    heads += ["Tertimbang", "Konversi", "Mutu"] if terms.converted else []
    heads += ["Target", "Selisih"]
    rows = [[*_item(paper, places, item)] for item in paper.survey.items]
    return Part(f"Nilai setiap {terms.words.item}", heads, rows)


def _value(value: Number | str) -> str:
    """Write a value that an answer can have, also one between those of the scale, with a decimal comma."""
    return short(Fraction(value))


def _item(paper: Paper, places: Places, item: ItemResult) -> Iterator[Entry]:
    key, name, terms = ("item", item.code), item.code, paper.terms
    yield from (item.code, item.text)
    yield Shown((*key, "n"), f"{name}, jawaban", needed(item.n))
    for number, value in enumerate(paper.values):
        count = needed(item.counts).get(key_of(value), 0)
        yield Shown((*key, value_key(number)), f"{name}, jawaban {_value(value)}", count)
    yield Shown((*key, "sum"), f"{name}, jumlah nilai", needed_sum(item.sum))
    yield Shown((*key, "mean"), f"{name}, rata-rata", shown(item.mean))
    if terms.converted:
        yield Shown((*key, "weighted3"), f"{name}, tertimbang", places[*key, "weighted3"].value)
        yield Shown((*key, "value"), f"{name}, konversi", shown(scale(item.mean, terms.factor)))
        yield Shown((*key, "band"), f"{name}, mutu", places[*key, "band"].value)
    target = paper.target_of(item.code)
    yield NONE if target is None else Shown((*key, "target"), f"{name}, target", target)
    yield Shown((*key, "gap"), f"{name}, selisih", shown(difference(item.mean, target)))


def distribution(paper: Paper) -> Part:
    """Return how often each value was given."""
    rows = []
    for value, share in paper.survey.distribution.items():
        key, name = ("value", value), f"Nilai {_value(value)}"
        count = Shown((*key, "count"), f"{name}, banyaknya", needed(share.count))
        rows.append((name, None, count, Shown((*key, "share"), f"{name}, bagian (%)", shown(share.share))))
    return Part("Sebaran jawaban", ("Jawaban", None, "Banyaknya", "Bagian (%)"), rows)


def _or_none(value: int | None) -> Value:
    return NONE if value is None else value
