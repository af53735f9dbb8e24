"""Chapters I to III: why the survey was held, and how, and what it found, now and over the periods."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import grouped_int
from ipak_cli.base.period import parse_period
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import message_of, say
from ipak_cli.catalogue.survey import ROWS_OUTSIDE_PERIOD, ROWS_WITHOUT_ANSWERS, ROWS_WITHOUT_TIME
from ipak_cli.report import (
    certainty_words,
    courses,
    figures,
    instrument,
    item_tables,
    narrative,
    recap_words,
    tables,
)
from ipak_cli.report import chapter_respondents as respondents
from ipak_cli.report.cautions import too_few
from ipak_cli.report.format_words import long_period
from ipak_cli.report.outline import Chapter, Listing, Paragraph, Prose, Section
from ipak_cli.survey.result import OUTSIDE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ipak_cli.base.message import Value
    from ipak_cli.base.problem import Problem
    from ipak_cli.report.courses import Line
    from ipak_cli.report.material import Material
    from ipak_cli.report.outline import Block
    from ipak_cli.survey.result import Source, SurveyResult


def introduction(material: Material) -> Chapter:
    """Return chapter I; where nothing names a legal basis it has no section on that."""
    basis = instrument.legal_basis(material)
    named = Section("dasar-hukum", "Dasar Hukum", (Prose("dasar_hukum"), Listing(basis, ordered=True)))
    return Chapter(
        "pendahuluan",
        "Pendahuluan",
        (
            Section("latar-belakang", "Latar Belakang", (Prose("latar_belakang"),)),
            *_unit(material),
            Section("tujuan", "Tujuan", (Prose("tujuan"),)),
            *((named,) if basis else ()),
            Section("ruang-lingkup", "Ruang Lingkup", (Prose("ruang_lingkup"),)),
        ),
    )


def _unit(material: Material) -> Iterator[Section]:
    """Yield the section on what the unit does, where the settings say it."""
    office = material.settings.office
    blocks: list[Block] = [Paragraph(text) for text in office.about]
    if office.services:
        blocks += [Prose("layanan_unit"), Listing(office.services)]
    if blocks:
        yield Section("profil-unit", "Tugas dan Layanan Unit", tuple(blocks))


def method(material: Material) -> Chapter:
    """Return chapter II."""
    return Chapter(
        "metodologi",
        "Metodologi Survei",
        (
            Section("pengertian", "Pengertian", (Prose("pengertian"),)),
            Section("karakteristik", "Karakteristik Responden", (Prose("karakteristik_responden"),)),
            Section("unsur", "Unsur Survei", tuple(instrument.elements(material))),
            Section("kuesioner", "Kuesioner", (Prose("kuesioner"),)),
            Section("pengumpulan", "Responden, Lokasi, dan Waktu Pengumpulan", tuple(_collection(material))),
            Section("kepastian", "Kepastian Hasil", (Prose("kepastian"),)),
        ),
    )


def _collection(material: Material) -> Iterator[Block]:
    yield Prose("pengumpulan_data")
    yield tables.sample(material.survey)
    if holds := recap_words.what_it_holds(material):
        yield _paragraph((holds, *recap_words.what_cannot_follow(material)))
    if note := material.settings.note:
        yield Paragraph(note)


def quality(material: Material) -> Section:
    """Return the section on the data's quality: the looks, what was not counted, problems found."""
    survey = material.survey
    blocks: list[Block] = [Prose("mutu_data"), tables.quality(survey), *_optional(_not_counted(survey))]
    if notes := tuple(dict.fromkeys(_noted(each) for each in survey.problems if each.entry not in _TOLD)):
        blocks += [Paragraph("Hal berikut perlu diketahui ketika membaca hasilnya."), Listing(notes)]
    return Section("mutu-data", "Catatan Mutu Data", tuple(blocks))


def _not_counted(survey: SurveyResult) -> Iterator[str]:
    """Yield how many rows were not counted as responses, and why.

    Rows of other periods are no finding: an export may hold a whole year. Where all these rows stand is told
    by the annex on where the report comes from.
    """
    counts: dict[str, int] = {}
    for source in survey.sources:
        for note in source.left_out:
            if note.code != OUTSIDE:
                why = say(note.why)
                counts[why] = counts.get(why, 0) + note.count
    for why, count in counts.items():
        yield f"Sebanyak {grouped_int(count)} baris tidak dihitung sebagai jawaban, yaitu {why}."


def row_notes(source: Source) -> Iterator[str]:
    """Yield a line a kind of rows that a source left out, or that are worth a look, with where they stand."""
    place = f"{source.name}, lembar {source.sheet}" if source.sheet else source.name
    kinds = (("tidak dihitung", source.left_out), ("dihitung tetapi patut dilihat", source.noted))
    for kind, notes in kinds:
        for note in notes:
            count = grouped_int(note.count)
            yield f"pada {place}, {count} baris {kind}, yaitu {say(note.why)} (baris {note.rows})"


_TOLD: Final = frozenset({ROWS_OUTSIDE_PERIOD, ROWS_WITHOUT_ANSWERS, ROWS_WITHOUT_TIME})
"""What the report says in sentences of its own, or holds for no finding."""


def _noted(found: Problem) -> str:
    """Write what reading the answers found, with the long names of periods and without rows and cells.

    Its code, its place and advice are for the office's work note, which names those too.
    """
    names = {key: _long_name(value) for key, value in found.values.items() if key in _PERIODS}
    text = message_of(replace(found, values={**found.values, **names}, cells=None))
    rows = found.values.get("rows")
    return f"{capital(text.removesuffix(f': baris {rows}'))}."


_PERIODS: Final = ("period", "other")
"""Which values of a problem are the codes of periods."""


def _long_name(value: Value) -> Value:
    try:
        return long_period(parse_period(str(value)))
    except ValueError:
        return value


_INDEX_TITLES: Final = {True: "Nilai Indeks dan Komponen Hasil", False: "Nilai Indeks"}
"""By whether the instrument has the components of Zona Integritas."""


def results(material: Material) -> Chapter:
    """Return chapter III."""
    sections = [
        Section("nilai-indeks", _INDEX_TITLES[material.terms.points], tuple(_indices(material))),
        Section("nilai-butir", f"Nilai Setiap {capital(material.terms.words.item)}", tuple(_items(material))),
        Section("sebaran", "Sebaran Jawaban", tuple(_distribution(material))),
        Section("tren", "Tren Hasil Survei", tuple(_trend(material))),
        respondents.profile(material),
        respondents.services(material),
        respondents.suggestions(material),
        *_conditions(material),
        quality(material),
    ]
    return Chapter("hasil", "Hasil Survei dan Pembahasan", tuple(sections))


def _indices(material: Material) -> Iterator[Block]:
    survey = material.survey
    yield Paragraph(narrative.answers_given(material))
    yield Prose("nilai_indeks")
    yield tables.index_values(material)
    yield _paragraph((*narrative.index_values(material), *narrative.published_weight(material)))
    yield _paragraph(certainty_words.index_intervals(material))
    if len(survey.indices) > 1:
        yield tables.combined_values(survey)
        yield _paragraph(narrative.combined_values(survey))
    if survey.zi:
        yield tables.components(survey.zi, survey.indices)
        yield _paragraph(narrative.component_values(survey.zi))
    yield Paragraph(material.terms.words.held)


def _items(material: Material) -> Iterator[Block]:
    yield Prose("nilai_butir")
    yield item_tables.items(material)
    if material.terms.converted:
        from ipak_cli.report.converted import converted_items  # noqa: PLC0415 (few instruments have bands)

        yield from converted_items(material)
    yield from _optional(narrative.extremes(material))
    if certainty_words.in_order(material):
        yield certainty_words.items_table(material)
    yield _paragraph(narrative.targets(material))
    yield from figures.item_means(material)  # behind the table, they leave no page half empty


def _distribution(material: Material) -> Iterator[Block]:
    yield Prose("sebaran_jawaban")
    yield tables.distribution(material)
    yield from figures.star_shares(material)
    unknown = recap_words.no_distribution(material)
    yield Paragraph(unknown) if unknown else _told(courses.share_lines(material))
    notes = (narrative.no_star_chart, courses.respondents_differ, narrative.gaps)
    yield from _optional(sentence for each in notes for sentence in each(material))


def _trend(material: Material) -> Iterator[Block]:
    yield Prose("tren")
    yield tables.trend(material)
    yield from figures.trend(material)
    yield _told(courses.index_lines(material))
    yield from _optional(certainty_words.change_notes(material))
    yield from _optional(narrative.gaps(material))


def _conditions(material: Material) -> Iterator[Section]:
    """Yield the section on the predicates, where the rubric has any."""
    zi = material.survey.zi
    if zi is None or not zi.predicates:
        return
    blocks: list[Block] = [Prose("syarat_predikat")]
    for code, predicate in zi.predicates.items():
        blocks += [tables.conditions(code, predicate), Paragraph(narrative.verdict(code, predicate))]
    blocks += _optional(certainty_words.index_standings(material))
    if caution := too_few(material.survey):
        blocks.append(Paragraph(caution))
    yield Section("syarat-predikat", f"Pemenuhan Syarat {' dan '.join(zi.predicates)}", tuple(blocks))


def _told(lines: Iterable[Line]) -> Listing:
    return Listing(tuple(map(courses.told, lines)))


def _paragraph(sentences: Iterable[str]) -> Paragraph:
    return Paragraph(" ".join(sentences))


def _optional(sentences: Iterable[str]) -> Iterator[Paragraph]:
    text = " ".join(sentences)
    if text:
        yield Paragraph(text)
