"""Tables of the annexes: what was asked, with room for an answer, and how often each answer was given."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import grouped_int, short
from ipak_cli.base.text import capital
from ipak_cli.report.format_words import listed, mean_against, said
from ipak_cli.report.outline import Cell, ReportTable, centred, left, right, row
from ipak_cli.report.tables import between_note, counts_shown, value_title

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipak_cli.report.material import Material
    from ipak_cli.survey.result import ItemResult

_MOST_BOXES: Final = 6
"""Values of a scale, up to which each has a box of its own in the questionnaire."""
_BOX: Final = "□"


def questions(material: Material) -> ReportTable:
    """Return the questionnaire as it was asked, with a box to tick for each value of the scale."""
    lowest, highest = material.scale
    ends = f"{lowest} s.d. {highest}".replace(" ", "\N{NO-BREAK SPACE}")
    values = tuple(map(str, range(lowest, highest + 1)))
    ticked = len(values) <= _MOST_BOXES
    boxes = (_BOX,) * len(values) if ticked else (ends,)
    asked_as = material.survey.decisions.columns
    rows = tuple(
        (
            Cell((str(n),)),
            Cell((item.code,), head=True),
            _asked(item, asked_as),
            *row(item.index, *boxes, head=None),
        )
        for n, item in enumerate(material.survey.items, start=1)
    )
    asked = capital(material.terms.words.asked)
    heads = values if ticked else ("Skala",)
    columns = (*right("No"), *left("Kode", asked, "Indeks"), *centred(*heads))
    return ReportTable("tabel-kuesioner", f"{asked}, indeks, dan pilihan jawaban", columns, rows)


def _asked(item: ItemResult, asked_as: Mapping[str, tuple[str, ...]]) -> Cell:
    """Return an item's questions: the office's own heads where they are words, else the rubric's sentence."""
    own = asked_as.get(item.code, ())
    return Cell(own if own and all(len(head.split()) > 1 for head in own) else (item.text,))


def recap(material: Material) -> ReportTable:
    """Return how often each answer was given to each item, what was left blank, and what that sums up to."""
    values, survey = material.answer_values, material.survey
    rows = [
        row(
            item.code, *counts_shown(item.counts, values), grouped_int(item.missing), grouped_int(item.n),
            _sum(Fraction(item.sum)), mean_against(item, material.target_of(item)),
        )
        for item in survey.items
    ]  # fmt: skip
    items = survey.items
    given = {value: sum(item.counts.get(value, 0) for item in items) for value in survey.distribution}
    total = sum((Fraction(item.sum) for item in items), Fraction())
    answers, missing = sum(item.n for item in items), sum(item.missing for item in items)
    rows.append(
        row(
            "Jumlah", *counts_shown(given, values), grouped_int(missing), grouped_int(answers), _sum(total),
            said(survey.combined.pooled),
        )
    )  # fmt: skip
    words = material.terms.words
    heads = (*map(value_title, values), "Kosong", "Jawaban", "Jumlah nilai", words.mean_column)
    columns = (*left(words.columns[0]), *right(*heads))
    turned = [item.code for item in survey.items if _upright_sum(item) != item.sum]
    told = f"Nilai {words.item} {listed(turned)} dibalik sebelum dijumlahkan." if turned else ""
    note = f"{told}{between_note(material)}".strip() or None
    caption = f"Rekapitulasi jawaban setiap {words.item}"
    return ReportTable("tabel-rekap", caption, columns, tuple(rows), note)


def _sum(value: Fraction) -> str:
    """Write a sum: whole, or with decimals where an item is the mean of several columns."""
    return grouped_int(value.numerator) if value.denominator == 1 else short(value)


def _upright_sum(item: ItemResult) -> Fraction:
    return sum((Fraction(value) * count for value, count in item.counts.items()), Fraction())
