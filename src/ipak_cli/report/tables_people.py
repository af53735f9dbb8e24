"""Tables on the survey itself and its respondents: questions, sample, groups, suggestions, data quality."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.report.outline import Table
from ipak_cli.report.table_parts import left, right, row
from ipak_cli.report.words import UNKNOWN, said
from ipak_cli.wording import NOT_SCORED, figure, whole

if TYPE_CHECKING:
    from ipak_cli.report.table_parts import Row
    from ipak_cli.survey.result import Breakdown, GroupResult, Quality, Suggestions, SurveyResult

_VERDICTS: Final = {True: "Cukup", False: "Belum cukup", None: "Belum dapat disimpulkan"}


def questions(survey: SurveyResult) -> Table:
    """Return the questionnaire: number, code, sentence, index, scale."""
    lowest, *_, highest = survey.distribution
    rows = tuple(
        row(str(number), item.code, item.text, item.index, f"{lowest} s.d. {highest}", head=1)
        for number, item in enumerate(survey.items, start=1)
    )
    columns = (*right("No"), *left("Kode", "Butir pertanyaan", "Indeks", "Skala"))
    return Table("tabel-kuesioner", "Butir pertanyaan, indeks, dan skala jawaban", columns, rows)


def sample(survey: SurveyResult) -> Table:
    """Return what is known of the number of respondents, and the verdict on it."""
    rule = survey.sample
    rows = (
        row("Pengunjung (populasi)", _people(survey.population, UNKNOWN)),
        row("Responden", _people(survey.respondents, UNKNOWN)),
        row("Tingkat respons", said(rule.response_rate, " %")),
        row("Jumlah responden paling sedikit menurut rubrik", _people(rule.minimum, "tidak ditetapkan")),
        row("Ukuran sampel menurut Krejcie dan Morgan", _people(rule.krejcie_morgan, NOT_SCORED)),
        row("Jumlah responden yang diperlukan", _people(rule.required, "belum dapat ditentukan")),
        row("Kesimpulan", f"{_VERDICTS[rule.adequate]} – {rule.reason}"),
    )
    columns = left("Keterangan", "Nilai")
    return Table("tabel-responden", "Jumlah responden dan kecukupannya", columns, rows)


def _people(count: int | None, unknown: str) -> str:
    return unknown if count is None else f"{whole(count)} orang"


def breakdown(given: Breakdown, survey: SurveyResult) -> Table:
    """Return the groups of one profile question: respondents, their share, the indices."""
    rows = tuple(_group(group, survey) for group in given.groups)
    columns = (*left(given.name), *right("Responden", "Bagian", *survey.indices))
    caption = f"Responden dan nilai indeks menurut {given.name.lower()}"
    return Table(f"tabel-profil-{given.code}", caption, columns, rows, _hidden(given))


def _group(group: GroupResult, survey: SurveyResult) -> Row:
    every = survey.respondents
    share = figure(Fraction(100 * group.respondents, every), " %") if every else NOT_SCORED
    indices = (said(group.indices[code]) for code in survey.indices)
    return row(group.name, whole(group.respondents), share, *indices)


def _hidden(given: Breakdown) -> str | None:
    return f"{given.hidden_words('tidak dirinci')}." if given.hidden_groups else None


def suggestions(given: Suggestions) -> Table:
    """Return the suggestions without personal data, the most frequent first."""
    rows = tuple(row(each.text, whole(each.count), head=None) for each in given.shown)
    columns = (*left("Saran atau masukan"), *right("Banyaknya"))
    return Table("tabel-saran", "Saran dan masukan responden", columns, rows)


def quality(survey: SurveyResult) -> Table:
    """Return the looks at the data's quality."""
    rows = tuple(_look(each) for each in survey.quality)
    columns = (*left("Pemeriksaan"), *right("Jumlah", "Nilai"), *left("Temuan"))
    return Table("tabel-mutu", "Pemeriksaan mutu data", columns, rows)


def _look(each: Quality) -> Row:
    count = NOT_SCORED if each.count is None else whole(each.count)
    value = NOT_SCORED if each.value is None else figure(each.value)
    return row(each.title, count, value, each.finding)
