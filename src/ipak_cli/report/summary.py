"""The summary on one page, and the conclusion: figures, lowest items, what changed, what will be done."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import decimal, ends_of, figure, grouped_int, short
from ipak_cli.base.text import capital
from ipak_cli.report import certainty_words, narrative
from ipak_cli.report.cautions import no_target, too_few
from ipak_cli.report.extent import Extent
from ipak_cli.report.format_words import (
    NOT_SET,
    against,
    band,
    listed,
    shortened,
    target,
)
from ipak_cli.report.material import ActionProgress
from ipak_cli.report.outline import Chapter, Listing, Paragraph, Section
from ipak_cli.report.recap_words import what_it_holds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ipak_cli.report.material import Material, PlannedAction
    from ipak_cli.report.outline import Block, Report
    from ipak_cli.survey.result import IndexResult, ItemResult, SurveyResult

_LOWEST: Final = 3
"""How many items with the lowest means are told, and how many plans; the others are named by their codes."""
_MOST_INDICES: Final = 4
_MOST_CODES: Final = 14
"""How many items are named by their codes; more are counted."""
_LONG, _SHORT = 150, 60
"""Letters of a sentence, and of a name, on the page; the report has all of them."""


def summary(material: Material) -> tuple[Block, ...]:
    """Return what fits on one page: the figures, the lowest items, what changed, what will be done."""
    return tuple(_summary(material))


def summary_alone(report: Report) -> Report:
    """Return the report of one page that holds the title, the summary and the signature."""
    return replace(report, extent=Extent.SUMMARY, roles=(), preface=(), chapters=(), annexes=())


def _summary(material: Material) -> Iterator[Block]:
    yield _answers(material)
    yield from _told("Nilai indeks:", _first_few(narrative.index_values(material)))
    yield from _told("Perubahan dari periode sebelumnya:", _first_few(_changes(material)))
    words = material.terms.words
    yield from _told(_first_heading(material), tuple(_lowest_lines(material)))
    yield from _told("Yang akan dilakukan:", tuple(_plans(material)))
    if not material.has_targets:
        yield Paragraph(no_target(material))
    if material.pekppp is not None and isinstance(material.pekppp.f02, Fraction):
        yield Paragraph(
            f"Penilaian mandiri PEKPPP (F-02) diperkirakan {decimal(material.pekppp.f02)} dari 5; nilai yang "
            "berlaku adalah nilai yang ditetapkan evaluator."
        )
    yield Paragraph(words.held)


def _answers(material: Material) -> Paragraph:
    """Return how many answered, that it is from a recap where it is, and that they are too few."""
    told = (narrative.answers_given(material), what_it_holds(material), too_few(material.survey))
    return Paragraph(" ".join(filter(None, told)))


def _told(heading: str, lines: tuple[str, ...]) -> Iterator[Block]:
    if lines:
        yield Paragraph(heading)
        yield Listing(lines)


def _first_few(lines: Iterable[str]) -> tuple[str, ...]:
    """Return one line an index, and how many others there are where the page has no room for them."""
    told = tuple(lines)
    if len(told) <= _MOST_INDICES:
        return told
    rest = len(told) - _MOST_INDICES
    return (*told[:_MOST_INDICES], f"Sebanyak {rest} indeks lainnya disajikan dalam laporan lengkap.")


def lowest(survey: SurveyResult) -> tuple[ItemResult, ...]:
    """Return the three items with the lowest means, the lowest first, with all that tie with the third.

    Of means with two ends the lower tells the order. Where all have the same mean none is lower than another,
    and nothing is returned.
    """
    means = {item.code: ends for item in survey.items if (ends := ends_of(item.mean)) is not None}
    if len({*means.values()}) < 2:
        return ()
    limit = sorted(means.values())[:_LOWEST][-1]
    found = [item for item in survey.items if item.code in means and means[item.code] <= limit]
    return lowest_first(found)


def lowest_first(items: Iterable[ItemResult]) -> tuple[ItemResult, ...]:
    """Sort items by their means; those of one mean stay in the order of the survey, as do all without one."""
    return tuple(sorted(items, key=lambda item: ends_of(item.mean) or (Fraction(0), Fraction(0))))


def _lowest_lines(material: Material) -> Iterator[str]:
    """Yield the three items to look at first, and the codes of those that tie with the third."""
    found = first_items(material)
    yield from (_line(material, item) for item in found[:_LOWEST])
    if tied := found[_LOWEST:]:
        yield f"Nilai yang sama dengan {found[_LOWEST - 1].code}: {_by_code(material, tied)}."


def _first_heading(material: Material) -> str:
    """Say how the items below it were chosen."""
    word = capital(material.terms.words.item)
    if not certainty_words.in_order(material):
        return f"{word} menurut nilainya; yang paling rendah di luar kebetulan tidak diketahui dari rekap:"
    if certainty_words.lower_items(material):
        return f"{word} yang didahulukan:"
    return f"{word} yang didahulukan; yang paling rendah belum dapat dibedakan:"


def first_items(material: Material) -> tuple[ItemResult, ...]:
    """Return the three items to look at first, with all whose mean and target are those of the third.

    Where the counts of no item are known, they are those with the lowest means.
    """
    found = certainty_words.in_order(material)
    if not found or not lowest(material.survey):
        return lowest(material.survey)
    third = found[:_LOWEST][-1]
    alike = (third.mean, material.target_of(third))
    same = [item for item in found[_LOWEST:] if (item.mean, material.target_of(item)) == alike]
    return (*found[:_LOWEST], *same)


def _by_code(material: Material, items: Sequence[ItemResult]) -> str:
    """Name items by their codes, or count them where they are many."""
    word = material.terms.words.item
    many = len(items) > _MOST_CODES
    return f"{len(items)} {word}" if many else f"{word} {listed(item.code for item in items)}"


def _line(material: Material, item: ItemResult) -> str:
    goal = material.target_of(item)
    shown = figure(item.mean) if goal is None else against(item.mean, goal)
    against_target = f"; target {target(goal)}" if goal is not None else ""
    lower = "; lebih rendah daripada yang lain" if item in certainty_words.lower_items(material) else ""
    return f"{item.code} “{shortened(item.text, _LONG)}”: {shown}{against_target}{lower}."


def _changes(material: Material) -> Iterator[str]:
    """Yield how each index changed since the period before, as far as it can be told from chance."""
    before = material.before
    if before is None or before.survey is None:
        return
    value = material.terms.value
    for code, index in material.survey.indices.items():
        if code in before.survey.indices:
            then, now = value(before.survey.indices[code].mean), value(index.mean)
            if told := certainty_words.index_change(material, code, then, now):
                yield told


def _plans(material: Material) -> Iterator[str]:
    """Yield the plans for the lowest items below their target; the others, and those without one, by code."""
    plans = material.settings.actions
    order = certainty_words.in_order(material) or lowest_first(material.below)
    planned = [item for item in order if item in material.below and item.code in plans]
    for item in planned[:_LOWEST]:
        yield f"{item.code}: {_planned(plans[item.code])}"
    if rest := [item for item in material.below if item in planned[_LOWEST:]]:
        yield f"Rencana untuk {_by_code(material, rest)} disajikan dalam laporan lengkap."
    if open_ := material.unplanned:
        yield f"Tindak lanjut {_by_code(material, open_)} {NOT_SET}."


def _planned(plan: PlannedAction) -> str:
    """Return a plan in a line: its actions, who is in charge, and until when or that it is done."""
    actions = shortened("; ".join(action.strip().rstrip(" .;") for action in plan.actions), _LONG)
    until = f"tenggat {shortened(plan.deadline or NOT_SET, _SHORT)}"
    state = "sudah selesai" if plan.progress is ActionProgress.DONE else until
    if plan.pic:
        return f"{actions} ({shortened(plan.pic, _SHORT)}; {state})."
    return actions if actions.endswith("…") else f"{actions}."


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
        f"{code} {figure(value)}{_with_band(index)}"
        for code, index in survey.indices.items()
        if ends_of(value := terms.value(index.mean)) is not None
    ]
    if values:
        highest = short(terms.ends[1])
        yield f"Pengguna layanan menilai {listed(values)} dari nilai tertinggi {highest}."
    yield too_few(survey) or f"{_SAMPLE[survey.sample.adequate]}."
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
    elif not material.has_targets:
        yield no_target(material)


_SAMPLE: Final = {
    True: "Jumlah responden mencukupi untuk menggambarkan pendapat pengguna layanan",
    None: "Kecukupan jumlah responden belum dapat disimpulkan",
}
