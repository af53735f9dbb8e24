"""Sentences about a period's survey, derived from its exact figures and never saying more than they do."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import NotScored, decimal, figure, grouped_int, short, weighted_sum
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.report.cautions import no_target
from ipak_cli.report.charts import MOST_LEVELS
from ipak_cli.report.format_words import (
    apart,
    band,
    listed,
    long_period,
    percent,
    said,
    short_period,
    target,
)
from ipak_cli.report.material import MOST_PERIODS, known
from ipak_cli.report.trend import NO_RESULT, Direction, course
from ipak_cli.survey.tally import BETWEEN, gathered
from ipak_cli.survey.zi_result import ConditionStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ipak_cli.base.figures import Figure
    from ipak_cli.base.period import Period
    from ipak_cli.report.material import Material
    from ipak_cli.survey.result import ItemResult, SurveyResult
    from ipak_cli.survey.zi_result import PredicateResult, ZiResult


def answers_given(material: Material) -> str:
    """Say how many respondents gave how many answers."""
    survey = material.survey
    if survey.respondents is None or survey.answers is None:
        return f"Jumlah responden {long_period(material.period)} belum diketahui."
    missing = survey.missing or 0
    item = material.terms.words.item
    not_given = f"; {grouped_int(missing)} jawaban tidak diberikan" if missing else ""
    return (
        f"Pada {long_period(material.period)}, {grouped_int(survey.respondents)} responden memberikan "
        f"{grouped_int(survey.answers)} jawaban atas {len(survey.items)} {item}{not_given}."
    )


def index_values(material: Material) -> Iterator[str]:
    """Yield a sentence an index: its value as the instrument tells it, what that comes from, and its band."""
    terms = material.terms
    for code, index in material.survey.indices.items():
        mean = known(index.mean)
        if mean is None:
            yield f"{code} {said(index.mean)}."
            continue
        points = (
            "" if isinstance(index.points, NotScored) else f", setara dengan {decimal(index.points)} poin"
        )
        mutu = f", dengan mutu {band(index.band)}" if index.band else ""
        if terms.converted:
            low, high = map(short, terms.ends)
            basis = f"; rata-rata tertimbangnya {decimal(mean)} dari {terms.highest}"
            yield f"{code} bernilai {figure(index.percent)} pada skala {low} s.d. {high}{mutu}{basis}."
        else:
            shown = f"{decimal(mean)} dari {terms.highest} ({percent(index.percent)})"
            yield f"{code} bernilai {shown}{points}{mutu}."


def published_weight(material: Material) -> Iterator[str]:
    """Yield each index by the rounded weight that the office published with, exact but for that weight."""
    weight = material.settings.published_weight
    if weight is None:
        return
    for code in material.survey.indices:
        items = [item for item in material.survey.items if item.index == code]
        value = material.terms.value(weighted_sum((item.mean, weight) for item in items))
        if isinstance(value, Fraction):
            with_weight = f"dengan bobot {target(weight)} seperti pada laporan terdahulu: {decimal(value)}"
            yield f"Sebagai pembanding, {code} {with_weight}."


def combined_values(survey: SurveyResult) -> Iterator[str]:
    """Yield the combined figures, each by its own name, where there is more than one index."""
    if len(survey.indices) < 2:
        return
    names = listed(survey.indices)
    if not isinstance(survey.combined.mean_of_indices, NotScored):
        yield f"Rata-rata dari {names} adalah {decimal(survey.combined.mean_of_indices)}."
    if not isinstance(survey.combined.pooled, NotScored):
        yield f"Rata-rata seluruh jawaban, tanpa membedakan indeks, adalah {decimal(survey.combined.pooled)}."
    yield f"Angka gabungan disajikan tersendiri dan tidak dipakai sebagai nilai {_either(survey.indices)}."


def component_values(zi: ZiResult) -> Iterator[str]:
    """Yield a sentence a ZI component: its points, or why it has none; then where they come from."""
    for component in zi.components:
        if isinstance(component.points, NotScored):
            yield f"Komponen {component.name} belum dapat dijumlahkan: {say(component.points.reason)}."
        else:
            points = f"{decimal(component.points)} dari {short(component.maximum)} poin"
            yield f"Komponen {component.name} memperoleh {points}."
    parts = [part for component in zi.components for part in component.parts if part.kind == "performance"]
    for part in parts:
        if isinstance(part.points, Fraction) and zi.performance is not None:
            yield f"Poin {part.name.lower()} berasal dari jawaban {zi.performance} yang diberikan unit."


def extremes(material: Material) -> Iterator[str]:
    """Yield which items have the highest and the lowest mean, ties included, and which have none."""
    survey, terms = material.survey, material.terms
    scored = [(mean, item) for item in survey.items if (mean := known(item.mean)) is not None]
    if unscored := [item for item in survey.items if isinstance(item.mean, NotScored)]:
        yield f"{capital(terms.named(unscored))} belum mempunyai nilai, sebab tidak ada jawabannya."
    if not scored:
        return
    means = [mean for mean, _ in scored]
    highest, lowest = max(means), min(means)
    top, bottom = apart((highest, lowest))
    if highest == lowest:
        yield f"Semua {terms.words.item} yang dinilai bernilai sama, yaitu {top}."
        return
    best = terms.named([item for mean, item in scored if mean == highest])
    worst = terms.named([item for mean, item in scored if mean == lowest])
    yield f"{terms.words.mean} tertinggi, {top}, dicapai {best}."
    yield f"{terms.words.mean} terendah, {bottom}, ada pada {worst}."


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


@dataclass(frozen=True, slots=True)
class Line:
    """A figure over consecutive periods, the report's own last; ``unit`` follows each number."""

    name: str
    periods: tuple[Period, ...]
    values: tuple[Figure, ...]
    unit: str = ""


def line(material: Material, name: str, pick: Callable[[SurveyResult], Figure], unit: str = "") -> Line:
    """Follow what ``pick`` takes from each period's result."""
    values = tuple(pick(past.survey) if past.survey else NO_RESULT for past in material.history)
    return Line(name, tuple(past.period for past in material.history), values, unit)


def index_lines(material: Material) -> tuple[Line, ...]:
    """Follow each index as the instrument tells it, then the mean of the indices where there is one."""
    value = material.terms.value
    lines = [line(material, code, _value_of(code, value)) for code in material.survey.indices]
    if not isinstance(material.survey.combined.mean_of_indices, NotScored):
        lines.append(line(material, "Gabungan", lambda survey: value(survey.combined.mean_of_indices)))
    return tuple(lines)


def share_lines(material: Material) -> tuple[Line, ...]:
    """Follow the share of each answer value in percent, the highest value first."""
    return tuple(
        line(material, _share_name(value, material.terms.words.answer), _share_of(value), " %")
        for value in material.highest_first
    )


def _share_name(value: str, word: str) -> str:
    return f"Bagian jawaban di antara dua {word}" if value == BETWEEN else f"Bagian jawaban {word} {value}"


def no_star_chart(material: Material) -> Iterator[str]:
    """Yield why the shares of the values are not drawn: answers lie between two, or the scale is too long."""
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


def told(line: Line) -> str:
    """Say where a figure went: its course, each value with its period, and last where it winds."""
    pairs = [(period, value) for period, value in _pairs(line) if isinstance(value, Fraction)]
    last = line.values[-1]
    if isinstance(last, NotScored):
        return f"{line.name} pada {short_period(line.periods[-1])} belum dinilai: {say(last.reason)}."
    names = [short_period(period) for period, _ in pairs]
    shown = [f"{text}{line.unit}" for text in apart([value for _, value in pairs])]
    *before, now = [f"{text} ({name})" for text, name in zip(shown, names, strict=True)]
    direction = course(line.values)
    if direction is None:
        return f"{line.name} {now}; belum ada {line.periods[-1].kind.word} lain yang dapat dibandingkan."
    if direction is Direction.SAME:
        return f"{line.name} tetap {shown[-1]} pada {listed(names)}."
    if len(pairs) == 2:
        return f"{line.name} {direction} dari {before[0]} menjadi {now}."
    last_step = course(line.values[-2:])
    now += f"; terakhir {last_step}" if direction is Direction.MIXED and last_step else ""
    return f"{line.name} {direction}: {', '.join(before)}, dan {now}."


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


def respondents_differ(material: Material) -> Iterator[str]:
    """Yield why shares are compared and counts are not, where the numbers of answers differ."""
    counts = [past.survey.answers for past in material.scored if past.survey]
    if len(set(counts)) > 1:
        shown = listed(grouped_int(count) for count in counts if count is not None)
        word = material.period_word
        yield f"Jumlah jawaban antar{word} berbeda ({shown}), sehingga yang dibandingkan adalah bagiannya."


def _pairs(line: Line) -> Iterator[tuple[Period, Figure]]:
    return zip(line.periods, line.values, strict=True)


def _value_of(code: str, value: Callable[[Figure], Figure]) -> Callable[[SurveyResult], Figure]:
    def pick(survey: SurveyResult) -> Figure:
        return value(survey.indices[code].mean) if code in survey.indices else NO_RESULT

    return pick


def _share_of(value: str) -> Callable[[SurveyResult], Figure]:
    def pick(survey: SurveyResult) -> Figure:
        shares = gathered(survey.distribution)
        if value == BETWEEN and value not in shares:
            return Fraction(0) if survey.answers else NO_RESULT
        return shares[value].share if value in shares else NO_RESULT

    return pick
