"""Tables of the survey's figures: every cell comes from the result document of the period that it names."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NOT_SCORED, NotScored, decimal, figure, grouped_int, short
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.report.format_words import (
    UNKNOWN,
    against,
    band,
    listed,
    long_period,
    mean_against,
    percent,
    said,
    short_period,
    target,
)
from ipak_cli.report.narrative import index_lines
from ipak_cli.report.outline import ReportTable, left, right, row
from ipak_cli.survey.result import OUTSIDE, AnswerShare
from ipak_cli.survey.tally import BETWEEN, gathered, is_between
from ipak_cli.survey.zi_result import ConditionStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.base.figures import Figure
    from ipak_cli.report.material import Material
    from ipak_cli.report.outline import Row
    from ipak_cli.report.terms import Terms
    from ipak_cli.survey.result import (
        Breakdown,
        GroupResult,
        IndexResult,
        ItemResult,
        Quality,
        Suggestions,
        SurveyResult,
    )
    from ipak_cli.survey.zi_result import ConditionResult, PredicateResult, ZiResult


_NO_ANSWERS: Final = AnswerShare(0, Fraction(0))
_SAMPLE_VERDICTS: Final = {True: "Cukup", False: "Belum cukup", None: "Belum dapat disimpulkan"}
_CONDITION_VERDICTS: Final = {
    ConditionStatus.MET: "Terpenuhi",
    ConditionStatus.NOT_MET: "Belum terpenuhi",
    ConditionStatus.NOT_ASSESSED: "Belum dinilai",
}


def index_values(material: Material) -> ReportTable:
    """Return each index in a row of its own; combined figures have no place in it."""
    terms, indices = material.terms, material.survey.indices
    rows = tuple(row(code, index.name, *_index(index, terms)) for code, index in indices.items())
    mean = f"{'Rata-rata tertimbang' if terms.converted else 'Nilai'} ({terms.lowest} s.d. {terms.highest})"
    columns = (
        *left("Indeks", "Kepanjangan"),
        *right(mean, value_head(terms) if terms.converted else "Persen"),
        *(right("Poin") if terms.points else ()),
        *(left("Mutu") if terms.banded else ()),
    )
    return ReportTable("tabel-indeks", "Nilai indeks", columns, rows)


def _index(index: IndexResult, terms: Terms) -> Iterator[str]:
    yield said(index.mean)
    yield figure(index.percent, "" if terms.converted else " %")
    if terms.points:
        yield figure(index.points)
    if terms.banded:
        yield band(index.band)


def value_head(terms: Terms, name: str = "Nilai") -> str:
    """Return the head over values on the scale that the instrument tells: ``Nilai (25 s.d. 100)``."""
    return f"{name} ({' s.d. '.join(map(short, terms.ends))})"


def combined_values(survey: SurveyResult) -> ReportTable:
    """Return the combined figures, apart from the indices that they come from."""
    combined = survey.combined
    rows = (
        row(f"Rata-rata indeks {listed(survey.indices)}", said(combined.mean_of_indices)),
        row("Rata-rata seluruh jawaban", said(combined.pooled)),
    )
    columns = (*left("Angka gabungan"), *right("Nilai"))
    return ReportTable("tabel-gabungan", "Angka gabungan, terpisah dari indeks", columns, rows)


def components(zi: ZiResult, indices: Mapping[str, IndexResult]) -> ReportTable:
    """Return the ZI components and their parts, each with its own index, points and share of its maximum."""
    rows: list[Row] = []
    for number, component in enumerate(zi.components, start=1):
        rows.append(_points((str(number), component.name, ""), component.points, component.maximum))
        for part in component.parts:
            index = f"{part.index} {said(indices[part.index].mean)}" if part.index else ""
            rows.append(_points(("", f"– {part.name}", index), part.points, part.maximum))
    columns = (*right("No"), *left("Komponen hasil"), *right("Indeks", "Poin", "Poin tertinggi", "Persen"))
    note = f"Menurut {zi.regulation}."
    return ReportTable("tabel-komponen", "Poin komponen hasil Zona Integritas", columns, tuple(rows), note)


def _points(texts: tuple[str, str, str], points: Figure, maximum: Fraction) -> Row:
    share = NOT_SCORED if isinstance(points, NotScored) else percent(points / maximum * 100)
    return row(*texts, said(points), short(maximum), share, head=1)


def items(material: Material) -> ReportTable:
    """Return every item of the report's own period: answers by value, mean and target."""
    values = material.answer_values
    words = material.terms.words
    counted = "Jawaban", *map(value_title, values)
    columns = (*left(*words.columns), *right(*counted, words.mean_column, "Target"))
    rows = tuple(_item(material, item) for item in material.survey.items)
    note = (
        f"Kolom {listed(_whole(values))} memuat banyaknya jawaban yang bernilai itu.{between_note(material)}"
    )
    caption = f"Nilai setiap {words.item}, {long_period(material.period)}"
    return ReportTable("tabel-butir", caption, columns, rows, note)


def _item(material: Material, item: ItemResult) -> Row:
    goal = material.target_of(item)
    counts = counts_shown(item.counts, material.answer_values)
    return row(item.code, item.text, grouped_int(item.n), *counts, mean_against(item, goal), target(goal))


def counts_shown(counts: Mapping[str, int], values: Sequence[str]) -> tuple[str, ...]:
    """Return how often each value was given, those between the scale's together."""
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


def distribution(material: Material) -> ReportTable:
    """Return how often each value was given in each period, with its share of that period's answers."""
    values = material.highest_first
    rows = tuple(
        _shares(short_period(past.period), past.survey, values) for past in material.history if past.survey
    )
    word, answer = material.period_word, capital(material.terms.words.answer)
    heads = ("Di antaranya" if value == BETWEEN else f"{answer} {value}" for value in values)
    columns = (*left(word.capitalize()), *right("Jawaban", *heads))
    note = f"Yang dihitung adalah jawaban, bukan responden; bagiannya dari semua jawaban {word} itu."
    note += between_note(material)
    return ReportTable("tabel-sebaran", f"Sebaran jawaban setiap {word}", columns, rows, note)


def _shares(name: str, survey: SurveyResult, values: Sequence[str]) -> Row:
    found = gathered(survey.distribution)
    shares = [found.get(value, _NO_ANSWERS) for value in values]
    answers = grouped_int(sum(share.count for share in shares))
    return row(
        name, answers, *(f"{grouped_int(share.count)} ({figure(share.share, ' %')})" for share in shares)
    )


def trend(material: Material) -> ReportTable:
    """Return the indices of each period with its respondents; a period without a result says so."""
    lines, terms, word = index_lines(material), material.terms, material.period_word
    banded = tuple(material.survey.indices) if terms.banded else ()
    rows = []
    for number, past in enumerate(material.history):
        values = (figure(line.values[number]) for line in lines)
        bands = (_band_in(past.survey, code) for code in banded)
        rows.append(row(short_period(past.period), _respondents(past.survey), *values, *bands))
    names = (value_head(terms, line.name) if terms.converted else line.name for line in lines)
    columns = (
        *left(word.capitalize()),
        *right("Responden", *names),
        *left(*(f"Mutu {code}" for code in banded)),
    )
    combined = len(lines) > len(material.survey.indices)
    note = f"Gabungan adalah rata-rata {listed(material.survey.indices)}." if combined else None
    return ReportTable("tabel-tren", f"Nilai indeks setiap {word}", columns, tuple(rows), note)


def _band_in(survey: SurveyResult | None, code: str) -> str:
    return band(survey.indices[code].band) if survey and code in survey.indices else NOT_SCORED


def _respondents(survey: SurveyResult | None) -> str:
    if survey is None:
        return "tidak ada hasil"
    return NOT_SCORED if survey.respondents is None else grouped_int(survey.respondents)


def conditions(code: str, predicate: PredicateResult) -> ReportTable:
    """Return what a predicate asks, what was reached, and whether that is enough."""
    rows = tuple(_condition(each) for each in predicate.conditions)
    columns = (*left("Syarat"), *right("Minimal", "Capaian"), *left("Keterangan"))
    return ReportTable(f"tabel-syarat-{code}", f"Syarat {code} ({predicate.name})", columns, rows)


def _condition(each: ConditionResult) -> Row:
    minimum, verdict = decimal(each.minimum), _CONDITION_VERDICTS[each.status]
    if isinstance(each.reached, NotScored):
        return row(each.name, minimum, NOT_SCORED, f"{verdict}: {say(each.reached.reason)}")
    return row(each.name, minimum, against(each.reached, each.minimum), verdict)


def sample(survey: SurveyResult) -> ReportTable:
    """Return what is known of the number of respondents, and the verdict on it."""
    rule = survey.sample
    rows = (
        row("Pengunjung (populasi)", _people(survey.population, UNKNOWN)),
        row("Responden", _people(survey.respondents, UNKNOWN)),
        row("Tingkat respons", said(rule.response_rate, " %")),
        row(
            "Jumlah responden paling sedikit menurut instrumen survei",
            _people(rule.minimum, "tidak ditetapkan"),
        ),
        row("Ukuran sampel menurut Krejcie dan Morgan", _people(rule.krejcie_morgan, NOT_SCORED)),
        row("Jumlah responden yang diperlukan", _people(rule.required, "belum dapat ditentukan")),
        row("Kesimpulan", f"{_SAMPLE_VERDICTS[rule.adequate]} – {say(rule.reason)}"),
    )
    columns = left("Keterangan", "Nilai")
    return ReportTable("tabel-responden", "Jumlah responden dan kecukupannya", columns, rows)


def _people(count: int | None, unknown: str) -> str:
    return unknown if count is None else f"{grouped_int(count)} orang"


def breakdown(given: Breakdown, material: Material) -> ReportTable:
    """Return the groups of one profile question: respondents, their share, the indices."""
    rows = tuple(_group(group, material) for group in given.rows)
    columns = (*left(given.name), *right("Responden", "Bagian", *material.survey.indices))
    caption = f"Responden dan nilai indeks menurut {given.name.lower()}"
    note = f"{capital(say(given.reason))}." if given.reason else None
    return ReportTable(f"tabel-profil-{given.code}", caption, columns, rows, note)


def _group(group: GroupResult, material: Material) -> Row:
    survey, value = material.survey, material.terms.value
    every = survey.respondents
    share = figure(Fraction(100 * group.respondents, every), " %") if every else NOT_SCORED
    indices = (said(value(group.indices[code])) for code in survey.indices)
    return row(say(group.name), grouped_int(group.respondents), share, *indices)


def suggestions(given: Suggestions) -> ReportTable:
    """Return the suggestions without personal data, the most frequent first."""
    rows = tuple(row(each.text, grouped_int(each.count), head=None) for each in given.shown)
    columns = (*left("Saran atau masukan"), *right("Banyaknya"))
    return ReportTable("tabel-saran", "Saran dan masukan responden", columns, rows)


def quality(survey: SurveyResult) -> ReportTable:
    """Return the looks at the data's quality; rows of other periods are none of the report's."""
    rows = tuple(_look(each) for each in survey.quality if each.code != OUTSIDE)
    columns = (*left("Pemeriksaan"), *right("Jumlah", "Nilai"), *left("Temuan"))
    return ReportTable("tabel-mutu", "Pemeriksaan mutu data", columns, rows)


def _look(each: Quality) -> Row:
    count = NOT_SCORED if each.count is None else grouped_int(each.count)
    value = NOT_SCORED if each.value is None else figure(each.value)
    return row(say(each.title), count, value, say(each.finding))
