"""Tables of the survey's figures: every cell comes from the result document of the period that it names."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import (
    NOT_SCORED,
    NotScored,
    count,
    decimal,
    ends_of,
    figure,
    grouped_int,
    scale,
    short,
)
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.report.certainty_words import HEAD, interval
from ipak_cli.report.courses import index_lines
from ipak_cli.report.format_words import (
    UNKNOWN,
    against,
    band,
    listed,
    said,
    short_period,
)
from ipak_cli.report.item_tables import between_note
from ipak_cli.report.outline import ReportTable, left, right, row
from ipak_cli.survey.certainty.all_figures import index_certainties
from ipak_cli.survey.result import OUTSIDE, AnswerShare
from ipak_cli.survey.tally import BETWEEN, gathered
from ipak_cli.survey.themes import SMALLEST, Theme
from ipak_cli.survey.zi_result import ConditionStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.base.figures import Figure
    from ipak_cli.report.material import Material
    from ipak_cli.report.outline import Row
    from ipak_cli.report.terms import Terms
    from ipak_cli.survey.certainty.intervals import Certainty
    from ipak_cli.survey.result import Breakdown, GroupResult, IndexResult, Quality, SurveyResult
    from ipak_cli.survey.suggestion_result import Suggestions
    from ipak_cli.survey.themes import ThemeCount
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
    sure = index_certainties(material.survey, material.rubric)
    rows = tuple(row(code, index.name, *_index(index, sure[code], terms)) for code, index in indices.items())
    mean = f"{'Rata-rata tertimbang' if terms.converted else 'Nilai'} ({terms.lowest} s.d. {terms.highest})"
    columns = (
        *left("Indeks", "Kepanjangan"),
        *right(mean, value_head(terms) if terms.converted else "Persen"),
        *right(HEAD),
        *(right("Poin") if terms.points else ()),
        *(left("Mutu") if terms.banded else ()),
    )
    return ReportTable("tabel-indeks", "Nilai indeks", columns, rows)


def _index(index: IndexResult, sure: Certainty, terms: Terms) -> Iterator[str]:
    yield said(index.mean)
    yield figure(index.percent, "" if terms.converted else " %")
    yield interval(sure, terms.factor)
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
    return row(*texts, said(points), short(maximum), figure(scale(points, 100 / maximum), " %"), head=1)


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
    return row(name, count(_answers(shares)), *map(_share, shares))


def _answers(shares: Sequence[AnswerShare]) -> int | NotScored:
    total = 0
    for share in shares:
        if isinstance(share.count, NotScored):
            return share.count
        total += share.count
    return total


def _share(given: AnswerShare) -> str:
    if isinstance(given.count, NotScored):
        return NOT_SCORED
    return f"{grouped_int(given.count)} ({figure(given.share, ' %')})"


def trend(material: Material) -> ReportTable:
    """Return the indices of each period with its respondents; a period without a result says so."""
    lines, terms, word = index_lines(material), material.terms, material.period_word
    indices = tuple(material.survey.indices)
    banded = indices if terms.banded else ()
    rows = []
    for number, past in enumerate(material.history):
        values = (figure(line.values[number]) for line in lines)
        bands = (_band_in(past.survey, code) for code in banded)
        sure = index_certainties(past.survey) if past.survey else {}
        ends = (interval(sure[code], terms.factor) if code in sure else NOT_SCORED for code in indices)
        rows.append(row(short_period(past.period), _respondents(past.survey), *values, *ends, *bands))
    names = (value_head(terms, line.name) if terms.converted else line.name for line in lines)
    columns = (
        *left(word.capitalize()),
        *right("Responden", *names, *(f"{HEAD} {code}" for code in indices)),
        *left(*(f"Mutu {code}" for code in banded)),
    )
    combined = len(lines) > len(indices)
    note = f"Gabungan adalah rata-rata {listed(indices)}." if combined else None
    return ReportTable("tabel-tren", f"Nilai indeks setiap {word}", columns, tuple(rows), note)


def _band_in(survey: SurveyResult | None, code: str) -> str:
    return band(survey.indices[code].band) if survey and code in survey.indices else NOT_SCORED


def _respondents(survey: SurveyResult | None) -> str:
    if survey is None:
        return "tidak ada hasil"
    return NOT_SCORED if survey.respondents is None else count(survey.respondents)


def conditions(code: str, predicate: PredicateResult) -> ReportTable:
    """Return what a predicate asks, what was reached, and whether that is enough."""
    rows = tuple(_condition(each) for each in predicate.conditions)
    columns = (*left("Syarat"), *right("Minimal", "Capaian"), *left("Keterangan"))
    return ReportTable(f"tabel-syarat-{code}", f"Syarat {code} ({predicate.name})", columns, rows)


def _condition(each: ConditionResult) -> Row:
    minimum, verdict = decimal(each.minimum), _CONDITION_VERDICTS[each.status]
    shown = NOT_SCORED if ends_of(each.reached) is None else against(each.reached, each.minimum)
    open_ = each.status is ConditionStatus.NOT_ASSESSED
    why = f": {say(each.reached.reason)}" if open_ and isinstance(each.reached, NotScored) else ""
    return row(each.name, minimum, shown, f"{verdict}{why}")


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


def _people(number: int | NotScored | None, unknown: str) -> str:
    return f"{grouped_int(number)} orang" if isinstance(number, int) else unknown


def breakdown(given: Breakdown, material: Material) -> ReportTable:
    """Return the groups of one profile question: respondents, their share, the indices."""
    rows = tuple(_group(group, material) for group in given.rows)
    columns = (*left(given.name), *right("Responden", "Bagian", *material.survey.indices))
    caption = f"Responden dan nilai indeks menurut {given.name.lower()}"
    note = f"{capital(say(given.reason))}." if given.reason else None
    return ReportTable(f"tabel-profil-{given.code}", caption, columns, rows, note)


def _group(group: GroupResult, material: Material) -> Row:
    survey = material.survey
    every = survey.respondents if isinstance(survey.respondents, int) else 0
    share = figure(Fraction(100 * group.respondents, every), " %") if every else NOT_SCORED
    indices = (said(group.indices[code]) for code in survey.indices)
    return row(say(group.name), grouped_int(group.respondents), share, *indices)


def suggestions(given: Suggestions) -> ReportTable:
    """Return the suggestions without personal data, the most frequent first."""
    rows = tuple(row(each.text, grouped_int(each.count), head=None) for each in given.shown)
    columns = (*left("Saran atau masukan"), *right("Banyaknya"))
    return ReportTable("tabel-saran", "Saran dan masukan responden", columns, rows)


def themes(counts: Sequence[ThemeCount]) -> ReportTable:
    """Return the themes of the suggestions that are not shown word for word."""
    rows = tuple(
        row(capital(each.theme), f"kurang dari {SMALLEST}" if each.count is None else grouped_int(each.count))
        for each in counts
    )
    columns = (*left("Tema"), *right("Saran"))
    note = (
        "Tema dikenali dari kata-katanya. Satu saran dapat memuat beberapa tema; "
        f"tema dengan kurang dari {SMALLEST} saran digabung ke {capital(Theme.OTHER)}."
    )
    return ReportTable("tabel-tema-saran", "Tema saran yang tidak dimuat kata demi kata", columns, rows, note)


def quality(survey: SurveyResult) -> ReportTable:
    """Return the looks at the data's quality; rows of other periods are none of the report's."""
    rows = tuple(_look(each) for each in survey.quality if each.code != OUTSIDE)
    columns = (*left("Pemeriksaan"), *right("Jumlah", "Nilai"), *left("Temuan"))
    return ReportTable("tabel-mutu", "Pemeriksaan mutu data", columns, rows)


def _look(each: Quality) -> Row:
    number = NOT_SCORED if each.count is None else grouped_int(each.count)
    value = NOT_SCORED if each.value is None else figure(each.value)
    return row(say(each.title), number, value, say(each.finding))
