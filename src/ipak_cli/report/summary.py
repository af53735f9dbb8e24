"""The summary on one page, and the conclusion: figures, lowest items, what changed, what will be done."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import decimal, grouped_int, short
from ipak_cli.base.text import capital
from ipak_cli.report import narrative
from ipak_cli.report.format_words import NOT_SET, against, apart, band, gap, listed, long_period, target
from ipak_cli.report.material import known
from ipak_cli.report.outline import Chapter, Listing, Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.report.material import Material
    from ipak_cli.report.outline import Block
    from ipak_cli.survey.result import IndexResult, ItemResult, SurveyResult

_LOWEST: Final = 3
"""How many items with the lowest means are named, besides those that tie with the last of them."""


def summary(material: Material) -> tuple[Block, ...]:
    """Return what fits on one page: the figures, the lowest items, what changed, what will be done."""
    return tuple(_summary(material))


def _summary(material: Material) -> Iterator[Block]:
    yield Paragraph(narrative.answers_given(material))
    yield from _told("Nilai indeks:", tuple(narrative.index_values(material)))
    yield from _told("Perubahan dari periode sebelumnya:", tuple(_changes(material)))
    words = material.terms.words
    yield from _told(
        f"{capital(words.item)} dengan nilai terendah:",
        tuple(_line(material, item) for item in lowest(material.survey)),
    )
    yield from _told("Yang akan dilakukan:", tuple(_plans(material)))
    if material.pekppp is not None and isinstance(material.pekppp.f02, Fraction):
        yield Paragraph(
            f"Penilaian mandiri PEKPPP (F-02) diperkirakan {decimal(material.pekppp.f02)} dari 5; nilai yang "
            "berlaku adalah nilai yang ditetapkan evaluator."
        )
    yield Paragraph(words.held)


def _told(heading: str, lines: tuple[str, ...]) -> Iterator[Block]:
    if lines:
        yield Paragraph(heading)
        yield Listing(lines)


def lowest(survey: SurveyResult) -> tuple[ItemResult, ...]:
    """Return the three items with the lowest means, the lowest first, with all that tie with the third.

    Where all have the same mean none is lower than another, and nothing is returned.
    """
    means = {item.code: mean for item in survey.items if (mean := known(item.mean)) is not None}
    if len({*means.values()}) < 2:
        return ()
    limit = sorted(means.values())[:_LOWEST][-1]
    found = [item for item in survey.items if item.code in means and means[item.code] <= limit]
    return tuple(sorted(found, key=lambda item: means[item.code]))


def _line(material: Material, item: ItemResult) -> str:
    goal, mean = material.target_of(item), known(item.mean)
    shown = "" if mean is None else against(mean, goal) if goal is not None else decimal(mean)
    against_target = f"; target {target(goal)}" if goal is not None else ""
    return f"{item.code} “{item.text}”: {shown}{against_target}."


def _changes(material: Material) -> Iterator[str]:
    """Yield how each index changed since the period before that can be compared."""
    before = next((past for past in reversed(material.scored[:-1]) if past.survey), None)
    if before is None or before.survey is None:
        return
    for code, index in material.survey.indices.items():
        if code not in before.survey.indices:
            continue
        value = material.terms.value
        now, then = known(value(index.mean)), known(value(before.survey.indices[code].mean))
        if now is None or then is None:
            continue
        first, last = apart((then, now))
        way = "naik" if now > then else "turun"
        changed = f"{way} {gap(now, then)[1:]}, dari {first} menjadi {last}"
        course = "tetap" if now == then else changed
        yield f"{code} {course}, dibandingkan {long_period(before.period)}."


def _plans(material: Material) -> Iterator[str]:
    """Yield what is planned for the items below their target; those without a plan in one line."""
    plans = material.settings.actions
    for item in material.below:
        if plan := plans.get(item.code):
            who = f" ({plan.pic}; tenggat {plan.deadline or NOT_SET})" if plan.pic else ""
            yield f"{item.code}: {' '.join(plan.actions)}{who}"
    if open_ := material.unplanned:
        yield f"Tindak lanjut {material.terms.named(open_)} {NOT_SET}."


def _with_band(index: IndexResult) -> str:
    return f" dengan mutu {band(index.band)}" if index.band else ""


def conclusion(material: Material) -> Chapter:
    """Return the last chapter: what the figures come to, each statement from a figure above."""
    blocks = (Listing(tuple(_conclusions(material)), ordered=True), Paragraph(material.terms.words.held))
    return Chapter("penutup", "Penutup", (Section("kesimpulan", "Kesimpulan", blocks),))


def _conclusions(material: Material) -> Iterator[str]:
    survey = material.survey
    terms = material.terms
    values = [
        f"{code} {decimal(value)}{_with_band(index)}"
        for code, index in survey.indices.items()
        if (value := known(terms.value(index.mean))) is not None
    ]
    if values:
        highest = short(terms.ends[1])
        yield f"Pengguna layanan menilai {listed(values)} dari nilai tertinggi {highest}."
    yield f"{_SAMPLE[survey.sample.adequate]}."
    yield from narrative.extremes(material)
    yield from _changes(material)
    below, open_ = material.below, material.unplanned
    judged = [item for item in survey.items if material.is_below(item) or material.has_reached(item)]
    if below:
        rest = f", kecuali untuk {terms.named(open_)}" if open_ and len(open_) < len(below) else ""
        planned = "belum disusun" if len(open_) == len(below) else f"sudah disusun{rest}"
        count = f"Sebanyak {grouped_int(len(below))} dari {grouped_int(len(judged))} {terms.words.item}"
        yield f"{count} belum mencapai target; rencana tindak lanjutnya {planned}."
    elif judged:
        yield f"{capital(terms.named(judged))} sudah mencapai target."


_SAMPLE: Final = {
    True: "Jumlah responden mencukupi untuk menggambarkan pendapat pengguna layanan",
    False: "Jumlah responden belum mencukupi, sehingga hasilnya perlu dibaca dengan hati-hati",
    None: "Kecukupan jumlah responden belum dapat disimpulkan",
}
