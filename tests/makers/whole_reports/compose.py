"""A whole right report of an invented office: every statement follows from its random answers."""

from __future__ import annotations

from makers.whole_reports import front, pekppp, results, story
from makers.whole_reports.office import Office
from makers.whole_reports.parts import Heading
from makers.whole_reports.variety import VARIETY


def compose(seed: int) -> Office:
    """Return an office with its right report."""
    office = Office(seed)
    report = office.report
    front.title(office)
    if office.chance(0.5):
        front.foreword(office)
    place = len(report.parts)
    if office.chance(0.7):
        front.introduction(office)
    front.method(office)
    if office.chance(0.5):
        front.respondents(office)
    office.chapter(office.one("Hasil Survei", "Hasil dan Pembahasan", "Analisis Hasil Survei"))
    _results(office)
    if office.chance(0.7):
        story.targets(office)
    if office.chance(0.2):
        pekppp.chapter(office)
    story.closing(office)
    if office.style.numbering and office.chance(0.6):
        report.parts[place:place] = office.lists()
    return office


def _results(office: Office) -> None:
    parts = [results.indices, _items]
    if office.is_skm and office.chance(0.7):
        results.bands(office)
    if office.chance(0.5):
        parts.append(results.stars)
    if not office.is_skm and office.chance(0.7):
        parts.append(story.components)
    parts += office.random.sample(VARIETY, k=office.random.choice([0, 1, 2, 3]))
    office.random.shuffle(parts)
    for part in parts:
        part(office)
    if len(office.periods) > 1:
        office.report.add(Heading("Perkembangan Hasil Survei", 2))
        story.trend(office)


def _items(office: Office) -> None:
    style = office.style
    office.report.section = "items"
    if len(office.surveys) > 1 and office.chance(0.3):
        before = office.surveys[-2]
        results.items_table(
            office, before, title=f"Nilai Setiap Unsur {style.period(before.period)}", where="items before"
        )
    title = office.one("Nilai Setiap Unsur", "Rekapitulasi Nilai", "Hasil Survei per Unsur")
    period = office.report.say("caption_period", None, style.period(office.period))
    results.items_table(office, office.now, title=f"{title} {period}", where="items")
