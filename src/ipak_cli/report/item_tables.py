"""The tables of items: answers by value, mean and target of each, and the words below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.base.figures import NOT_SCORED, NotScored, count, figure, grouped_int
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.report.format_words import listed, long_period, mean_against, target
from ipak_cli.report.outline import ReportTable, left, right, row
from ipak_cli.survey.recap import RecapShape
from ipak_cli.survey.tally import BETWEEN, is_between

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.report.material import Material
    from ipak_cli.report.outline import Row
    from ipak_cli.survey.result import ItemResult


def items(material: Material) -> ReportTable:
    """Return every item of the report's own period: answers by value, mean and target."""
    values = values_told(material)
    words = material.terms.words
    counted = "Jawaban", *map(value_title, values)
    columns = (*left(*words.columns), *right(*counted, words.mean_column, "Target"))
    rows = tuple(_item(material, item) for item in material.survey.items)
    note = recap_note(material)
    if values:
        what = "memuat banyaknya jawaban yang bernilai itu"
        note = f"Kolom {listed(_whole(values))} {what}.{between_note(material)}"
    caption = f"Nilai setiap {words.item}, {long_period(material.period)}"
    return ReportTable("tabel-butir", caption, columns, rows, note)


def _item(material: Material, item: ItemResult) -> Row:
    goal = material.target_of(item)
    counts = counts_shown(item.counts, values_told(material))
    return row(item.code, item.text, count(item.n), *counts, item_mean(material, item), target(goal))


def item_mean(material: Material, item: ItemResult) -> str:
    """Write an item's mean; where none is told of all items alike, the note below the table says why."""
    if material.survey.recap is RecapShape.TOTALS or item.mean == item.counts:
        return figure(item.mean)
    return mean_against(item, material.target_of(item))


def values_told(material: Material) -> tuple[str, ...]:
    """Return the values whose counts a table of items can show: none where a recap tells of no item's."""
    told = any(not isinstance(item.counts, NotScored) for item in material.survey.items)
    return material.answer_values if told else ()


def recap_note(material: Material) -> str | None:
    """Say why a recap gives the table of items no counts, and where the means with two ends come from."""
    items = material.survey.items
    reasons = dict.fromkeys(item.counts.reason for item in items if isinstance(item.counts, NotScored))
    notes = [f"{capital(say(reason))}." for reason in reasons]
    if any(isinstance(item.mean, NotScored) and item.mean.between for item in items):
        notes.append("Dua angka dengan garis di antaranya adalah batas nilai yang mungkin.")
    return " ".join(notes) or None


def counts_shown(counts: Mapping[str, int] | NotScored, values: Sequence[str]) -> tuple[str, ...]:
    """Return how often each value was given, those between the scale's together."""
    if isinstance(counts, NotScored):
        return (NOT_SCORED,) * len(values)
    between = sum(count for value, count in counts.items() if is_between(value))
    shown = {**counts, BETWEEN: between}
    return tuple(grouped_int(shown[value]) for value in values)


def value_title(value: str) -> str:
    """Return the head of the column that counts a value, or all those between the scale's."""
    return "Di antaranya" if value == BETWEEN else value


def _whole(values: Sequence[str]) -> list[str]:
    return [value for value in values if value != BETWEEN]


def between_note(material: Material) -> str:
    """Say what stands between the values of the scale, where anything does."""
    if BETWEEN not in material.answer_values:
        return ""
    item = capital(material.terms.words.item)
    return (
        f" {item} yang ditanyakan dalam beberapa kolom mempunyai satu jawaban setiap responden, yaitu "
        "rata-ratanya; yang tidak bulat dihitung pada kolom Di antaranya."
    )
