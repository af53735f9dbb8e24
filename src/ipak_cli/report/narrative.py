"""Sentences about a period's survey, derived from its exact figures and never saying more than they do."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import NotScored, ends_of, figure, grouped_int, short, weighted_sum
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.catalogue.survey import NO_ANSWERS
from ipak_cli.report import certainty_words
from ipak_cli.report.cautions import no_target
from ipak_cli.report.charts import MOST_LEVELS
from ipak_cli.report.format_words import (
    apart,
    band,
    listed,
    long_period,
    percent,
    said,
    target,
)
from ipak_cli.report.material import MOST_PERIODS
from ipak_cli.survey.quality import missing_answers
from ipak_cli.survey.tally import BETWEEN
from ipak_cli.survey.zi_result import ConditionStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ipak_cli.base.message import Message
    from ipak_cli.report.material import Material
    from ipak_cli.survey.result import ItemResult, SurveyResult
    from ipak_cli.survey.zi_result import PredicateResult, ZiResult


def answers_given(material: Material) -> str:
    """Say how many respondents gave how many answers."""
    survey = material.survey
    if survey.respondents is None or survey.answers is None:
        return f"Jumlah responden {long_period(material.period)} belum diketahui."
    if isinstance(survey.respondents, NotScored) or isinstance(survey.answers, NotScored):
        return _partly_told(material)
    item = material.terms.words.item
    missing, unreadable = missing_answers(survey)
    not_given = f"; {grouped_int(missing)} jawaban tidak diberikan" if missing else ""
    not_given += f"; {grouped_int(unreadable)} jawaban diisi tetapi tidak terbaca" if unreadable else ""
    return (
        f"Pada {long_period(material.period)}, {grouped_int(survey.respondents)} responden memberikan "
        f"{grouped_int(survey.answers)} jawaban atas {len(survey.items)} {item}{not_given}."
    )


def _partly_told(material: Material) -> str:
    """Say which of respondents and answers a recap tells, and why it does not tell the other."""
    respondents, answers = material.survey.respondents, material.survey.answers
    when = f"Pada {long_period(material.period)}"
    known_ = [
        f"{grouped_int(number)} {word}"
        for number, word in ((respondents, "responden"), (answers, "jawaban"))
        if isinstance(number, int)
    ]
    lacking = [say(number.reason) for number in (respondents, answers) if isinstance(number, NotScored)]
    told = f"tercatat {listed(known_)}" if known_ else "jumlah responden dan jawaban belum diketahui"
    return f"{when} {told}; {'; '.join(lacking)}."


def index_values(material: Material) -> Iterator[str]:
    """Yield a sentence an index: its value as the instrument tells it, what that comes from, and its band."""
    terms = material.terms
    for code, index in material.survey.indices.items():
        if ends_of(index.mean) is None:
            yield f"{code} {said(index.mean)}."
            continue
        points = "" if ends_of(index.points) is None else f", setara dengan {figure(index.points)} poin"
        mutu = f", dengan mutu {band(index.band)}" if index.band else ""
        why = f"; {say(index.mean.reason)}" if isinstance(index.mean, NotScored) else ""
        if terms.converted:
            low, high = map(short, terms.ends)
            basis = f"; rata-rata tertimbangnya {figure(index.mean)} dari {terms.highest}{why}"
            yield f"{code} bernilai {figure(index.percent)} pada skala {low} s.d. {high}{mutu}{basis}."
        else:
            shown = f"{figure(index.mean)} dari {terms.highest} ({percent(index.percent)})"
            yield f"{code} bernilai {shown}{points}{mutu}{why}."


def published_weight(material: Material) -> Iterator[str]:
    """Yield each index by the rounded weight that the office published with, exact but for that weight."""
    weight = material.settings.published_weight
    if weight is None:
        return
    for code in material.survey.indices:
        items = [item for item in material.survey.items if item.index == code]
        value = material.terms.value(weighted_sum((item.mean, weight) for item in items))
        if ends_of(value) is not None:
            with_weight = f"dengan bobot {target(weight)} seperti pada laporan terdahulu: {figure(value)}"
            yield f"Sebagai pembanding, {code} {with_weight}."


def combined_values(survey: SurveyResult) -> Iterator[str]:
    """Yield the combined figures, each by its own name, where there is more than one index."""
    if len(survey.indices) < 2:
        return
    names = listed(survey.indices)
    if ends_of(survey.combined.mean_of_indices) is not None:
        yield f"Rata-rata dari {names} adalah {figure(survey.combined.mean_of_indices)}."
    if ends_of(survey.combined.pooled) is not None:
        yield f"Rata-rata seluruh jawaban, tanpa membedakan indeks, adalah {figure(survey.combined.pooled)}."
    yield f"Angka gabungan disajikan tersendiri dan tidak dipakai sebagai nilai {_either(survey.indices)}."


def component_values(zi: ZiResult) -> Iterator[str]:
    """Yield a sentence a ZI component: its points, or why it has none; then where they come from."""
    for component in zi.components:
        if isinstance(component.points, NotScored) and component.points.between is None:
            yield f"Komponen {component.name} belum dapat dijumlahkan: {say(component.points.reason)}."
        else:
            points = f"{figure(component.points)} dari {short(component.maximum)} poin"
            yield f"Komponen {component.name} memperoleh {points}."
    parts = [part for component in zi.components for part in component.parts if part.kind == "performance"]
    for part in parts:
        if isinstance(part.points, Fraction) and zi.performance is not None:
            yield f"Poin {part.name.lower()} berasal dari jawaban {zi.performance} yang diberikan unit."


def extremes(material: Material) -> Iterator[str]:
    """Yield which items come first as far as chance lets it be told, and which have no mean.

    A recap without counts shows no item to be higher or lower than the others, so that none is named: only
    between which values all of them lie.
    """
    survey, terms = material.survey, material.terms
    yield from _unscored(material)
    ends = [found for item in survey.items if (found := ends_of(item.mean)) is not None]
    if not ends:
        return
    lowest, highest = min(low for low, _ in ends), max(high for _, high in ends)
    bottom, top = apart((lowest, highest))
    if lowest == highest:
        yield f"Semua {terms.words.item} yang dinilai bernilai sama, yaitu {top}."
    elif certainty_words.in_order(material):
        yield from certainty_words.which_first(material)
    else:
        which = f"{terms.words.item} mana yang paling tinggi atau paling rendah di luar kebetulan"
        between = f"terletak antara {bottom} dan {top}"
        yield f"{terms.words.mean} {len(ends)} {terms.words.item} {between}; rekap tidak menunjukkan {which}."


def _unscored(material: Material) -> Iterator[str]:
    """Yield which items have no mean, and why."""
    named = material.terms.named
    for reason, items in by_reason(material.survey.items).items():
        why = "tidak ada jawabannya" if reason == NO_ANSWERS() else say(reason)
        yield f"{capital(named(items))} belum mempunyai nilai, sebab {why}."


def by_reason(items: Iterable[ItemResult]) -> dict[Message, list[ItemResult]]:
    """Return the items without a mean by the reason why they have none."""
    found: dict[Message, list[ItemResult]] = {}
    for item in items:
        if isinstance(item.mean, NotScored) and item.mean.between is None:
            found.setdefault(item.mean.reason, []).append(item)
    return found


def targets(material: Material) -> Iterator[str]:
    """Yield which items miss their target, which reach it, and which have none."""
    items, named = material.survey.items, material.terms.named
    below = material.below
    reached = [item for item in items if material.has_reached(item)]
    without = [item for item in items if material.target_of(item) is None]
    if below and reached:
        judged = (
            f"Dari {len(below) + len(reached)} {material.terms.words.item} yang mempunyai nilai dan target"
        )
        yield f"{judged}, {len(below)} belum mencapainya: {named(below)}."
        yield f"Yang sudah mencapai target adalah {named(reached)}."
    elif below:
        yield f"{_every(material, below)} belum mencapai targetnya."
    elif reached:
        yield f"{_every(material, reached)} sudah mencapai targetnya."
    if unsure := [item for item in items if material.is_open(item)]:
        yield f"Belum pasti apakah {named(unsure)} mencapai target, sebab rata-rata pada rekap dibulatkan."
    if not material.has_targets:
        yield no_target(material)
    elif without:
        yield f"Target {named(without)} belum ditetapkan."


def verdict(code: str, predicate: PredicateResult) -> str:
    """Say what a survey can say of a predicate; it never grants one."""
    unmet = [each.name for each in predicate.conditions if each.status is ConditionStatus.NOT_MET]
    open_ = [each.name for each in predicate.conditions if each.status is ConditionStatus.NOT_ASSESSED]
    name = f"{code} ({predicate.name})"
    rest = f" Yang belum dinilai di sini: {'; '.join(open_)}." if open_ else ""
    if unmet:
        return f"Syarat hasil untuk {name} belum terpenuhi: {'; '.join(unmet)}.{rest}"
    if predicate.met:
        return f"Syarat {name} yang dapat dinilai dari survei dan capaian kinerja terpenuhi.{rest}"
    return f"Terpenuhinya syarat {name} belum dapat disimpulkan.{rest}"


def _every(material: Material, items: Sequence[ItemResult]) -> str:
    if len(items) == 1:
        return capital(material.terms.named(items))
    return f"Semua {len(items)} {material.terms.words.item} yang mempunyai nilai dan target"


def _either(names: Iterable[str]) -> str:
    return " ataupun ".join(names)


def no_star_chart(material: Material) -> Iterator[str]:
    """Yield why the shares of the values are not drawn: answers lie between two, or the scale is too long.

    Where no period's counts are known, it is told that they are not, and nothing of a figure.
    """
    words = material.terms.words
    if BETWEEN in material.answer_values:
        yield (
            f"Gambar bagian setiap {words.answer} tidak dibuat, sebab ada jawaban di antara dua "
            f"{words.answer}: rata-rata beberapa kolom untuk satu {words.item}."
        )
    elif len(material.answer_values) > MOST_LEVELS:
        yield (
            f"Gambar bagian setiap {words.answer} tidak dibuat, sebab skalanya mempunyai lebih dari "
            f"{MOST_LEVELS} nilai; semua angkanya ada dalam tabel."
        )


def gaps(material: Material) -> Iterator[str]:
    """Yield which periods of the comparison have no result, and how many before it are not shown."""
    missing = [long_period(past.period) for past in material.history if past.survey is None]
    if missing:
        yield f"{listed(missing)} tidak mempunyai hasil tersimpan, sehingga tidak ikut dibandingkan."
    if material.earlier:
        word = material.period_word
        first = long_period(material.history[0].period)
        yield (
            f"Hasil {grouped_int(material.earlier)} {word} sebelum {first} juga tersimpan, tetapi tidak "
            f"ditampilkan: laporan ini membandingkan paling banyak {MOST_PERIODS} {word}."
        )
