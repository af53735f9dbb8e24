"""Chapter III: what the survey found, in its quarter and over the quarters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.report import drawings, narrative, narrative_time, tables
from ipak_cli.report.chapters_people import profile, quality, services, suggestions
from ipak_cli.report.outline import Chapter, Listing, Paragraph, Prose, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ipak_cli.report.material import Material
    from ipak_cli.report.narrative_time import Line
    from ipak_cli.report.outline import Block


def results(material: Material) -> Chapter:
    """Return chapter III."""
    sections = [
        Section("nilai-indeks", "Nilai Indeks dan Komponen Hasil", tuple(_indices(material))),
        Section("nilai-butir", "Nilai Setiap Butir", tuple(_items(material))),
        Section("sebaran", "Sebaran Jawaban", tuple(_distribution(material))),
        Section("tren", "Tren Hasil Survei", tuple(_trend(material))),
        profile(material),
        services(material),
        suggestions(material.survey),
        *_conditions(material),
        quality(material),
    ]
    return Chapter("hasil", "Hasil Survei dan Pembahasan", tuple(sections))


def _indices(material: Material) -> Iterator[Block]:
    survey = material.survey
    yield Paragraph(narrative.answers_given(material))
    yield Prose("nilai_indeks")
    yield tables.index_values(material)
    yield _paragraph(narrative.index_values(material))
    if len(survey.indices) > 1:
        yield tables.combined_values(survey)
        yield _paragraph(narrative.combined_values(survey))
    if survey.zi:
        yield tables.components(survey.zi, survey.indices)
        yield _paragraph(narrative.component_values(survey.zi))
    yield Paragraph(narrative.INTERNAL)


def _items(material: Material) -> Iterator[Block]:
    yield Prose("nilai_butir")
    yield tables.items(material)
    yield _paragraph(narrative.extremes(material.survey))
    yield _paragraph(narrative.targets(material))
    yield drawings.item_means(material)  # a page high: behind the table, it leaves no page half empty


def _distribution(material: Material) -> Iterator[Block]:
    yield Prose("sebaran_jawaban")
    yield tables.distribution(material)
    yield from drawings.star_shares(material)
    yield _told(narrative_time.share_lines(material))
    yield from _optional([*narrative_time.respondents_differ(material), *narrative_time.gaps(material)])


def _trend(material: Material) -> Iterator[Block]:
    yield Prose("tren")
    yield tables.trend(material)
    yield from drawings.trend(material)
    yield _told(narrative_time.index_lines(material))
    yield from _optional(narrative_time.gaps(material))


def _conditions(material: Material) -> Iterator[Section]:
    """Yield the section on the predicates, where the rubric has any."""
    zi = material.survey.zi
    if zi is None or not zi.predicates:
        return
    blocks: list[Block] = [Prose("syarat_predikat")]
    for code, predicate in zi.predicates.items():
        blocks += [tables.conditions(code, predicate), Paragraph(narrative.verdict(code, predicate))]
    yield Section("syarat-predikat", f"Pemenuhan Syarat {' dan '.join(zi.predicates)}", tuple(blocks))


def _told(lines: Iterable[Line]) -> Listing:
    return Listing(tuple(map(narrative_time.told, lines)))


def _paragraph(sentences: Iterable[str]) -> Paragraph:
    return Paragraph(" ".join(sentences))


def _optional(sentences: Iterable[str]) -> Iterator[Paragraph]:
    text = " ".join(sentences)
    if text:
        yield Paragraph(text)
