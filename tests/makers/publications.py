"""What is published, for tests: from counts alone, and read back from the finished sheet."""

from __future__ import annotations

import io
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from pypdf import PdfReader

from ipak_cli.base.period import parse_period
from ipak_cli.base.provenance import Tool
from ipak_cli.publication.compose import Said, compose
from ipak_cli.publication.sheet import Deed, GroupCount, IndexShown, ItemShown, Profile, Ranking
from ipak_cli.survey.assemble import ScoringContext, assemble
from ipak_cli.survey.quality import RowCounts
from ipak_cli.survey.result import Source
from ipak_cli.survey.tally import Counts, Products, Tally
from makers.crossing import crossed_at_random
from makers.report_material import ALL_BEST, loaded, material, survey

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.publication.sheet import Publication
    from ipak_cli.survey.result import SurveyResult

OFFICE: Final = {
    "unit": {"name": "Balai Contoh", "parent": "Dinas Contoh", "city": "Kota Contoh"},
    "signatory": {"name": "Sekar Ayu, S.Sos.", "position": "Kepala Balai"},
    "periods": {"IV-2024": {"signed": "2 Januari 2025"}},
}
LINK: Final = "https://balai.contoh.example/survei/2024-tw4"


def published(
    *results: SurveyResult, settings: Mapping[str, object] | None = None, **said: object
) -> Publication:
    """Return what is published of the last result's period."""
    return compose(material(*results, settings=OFFICE if settings is None else settings), Said(**said))


PLANS: Final = {
    "targets": {"default": "4"},
    "follow_up": {"I14": {"actions": ["Mengumumkan biaya di loket."], "deadline": "31 Januari 2025"}},
}
IPAK: Final = survey(tuple((0, 0, n, 30 - n) for n in range(14)), performance="B", population=40)
FULL: Final = published(IPAK, settings={**OFFICE, **PLANS}, service="Semua layanan balai", link=LINK)
SKM: Final = published(survey(tuple((0, 0, 10 + n, 20 - n) for n in range(9)), rubric="skm-14-2017"))
_SENTENCE: Final = (
    "Sarana prasarana pendukung pelayanan/sistem pelayanan online yang disediakan unit layanan ini "
    "memberikan kenyamanan/mudah digunakan"
)
_LONG_RANKING: Final = Ranking(
    "Nilai tertinggi",
    tuple(ItemShown(f"I{n}", _SENTENCE, "3,50", Fraction(5, 6)) for n in range(3)),
    "9 lain",
)
LONGEST: Final = replace(
    FULL,
    unit="Unit Pelaksana Teknis Daerah " * 4,
    parent="Kementerian Pendidikan, Kebudayaan, Riset, dan Teknologi " * 2,
    service=_SENTENCE,
    title="Hasil Survei Mandiri IPAK, IPKP, INDEKS3, INDEKS4, dan INDEKS5",
    indices=tuple(
        IndexShown(f"INDEKS{n}", "Indeks Persepsi Kualitas Pelayanan", "3,90", "dari 4", "Mutu A (Baik)")
        for n in range(5)
    ),
    best=_LONG_RANKING,
    lowest=_LONG_RANKING,
    deeds=tuple(Deed(_SENTENCE, "paling lambat 31 Desember 2025") for _ in range(3)),
    profiles=(
        Profile("Pendidikan terakhir", (GroupCount("Sekolah Menengah Atas atau sederajat", "1.234"),) * 4),
    ) * 6,
    caution="Jumlah responden belum mencukupi, sehingga hasil ini perlu dibaca dengan hati-hati.",
    draft=("Penanda tangan belum ditulis.",),
)  # fmt: skip
UNSCORED: Final = replace(
    SKM,
    indices=(IndexShown("IKM", "Indeks Kepuasan Masyarakat", None, "Butir U3 tidak mempunyai jawaban"),),
    best=None, lowest=None, level="Semua unsur bernilai sama.", profiles=(), link=None, days=None,
)  # fmt: skip
LEVEL: Final = published(survey(ALL_BEST))


def with_groups(sizes: Mapping[str, Mapping[str, int]]) -> SurveyResult:
    """Return a result of SKM whose respondents are parted by profile questions: groups by name, their sizes.

    The groups of each question have as many respondents in all; everybody answers everything with 3.
    """
    model, digest = loaded("skm-14-2017").rubric, loaded("skm-14-2017").digest

    def counts(people: int) -> Counts:
        return Counts(people, ((0, 0, people, 0),) * len(model.items))

    people = max(sum(groups.values()) for groups in sizes.values())
    named = {
        (code, name): counts(size) for code, groups in sizes.items() for name, size in groups.items() if size
    }
    none = (0,) * len(model.items)
    products = {index.code: Products(0, none, (none,) * len(none)) for index in model.indices}
    tally = Tally(counts(people), named, products, (0, 0, 0, 0), {}, crossed=crossed_at_random(named))
    source = Source("jawaban.xlsx", "a1" * 32, None, people)
    facts = ScoringContext(model, digest, Tool("ipak", "0"), "Kantor Contoh", None, None)
    return assemble(facts, parse_period("IV-2024"), tally, RowCounts(), ((source,), ()))


def texts_of(given: Publication) -> Iterator[str]:
    """Yield every text that a sheet of a publication must show."""
    yield from (given.title, given.period, given.unit, given.respondents, given.respondents_word)
    optional = (given.days, given.parent, given.service, given.predicates, given.level, given.served)
    yield from filter(None, (*optional, given.no_deeds, given.caution, given.place_and_date))
    for index in given.indices:
        yield from filter(None, (index.code, index.name, index.figure, index.scale, index.band))
    for ranking in given.rankings:
        yield from filter(None, (ranking.title, ranking.more))
        yield from (text for item in ranking.items for text in (item.figure, item.words))
    for deed in given.deeds:
        yield from filter(None, (deed.words, deed.when))
    for profile in given.profiles:
        yield from filter(None, (profile.name, profile.rest))
        yield from (text for group in profile.groups for text in (group.name, group.people))
    yield from (given.deeds_title, given.thanks, given.promise, *given.notes)
    if given.link is not None:
        yield from (given.link.words, given.link.shown)


def sheet_text(pdf: bytes) -> str:
    """Return the text of a sheet without white space: lines break where there is no room."""
    [page] = PdfReader(io.BytesIO(pdf)).pages
    return "".join(page.extract_text().split())


def sizes_of(pdf: bytes) -> list[tuple[str, float]]:
    """Return the pieces of text of a sheet, each with the size of its letters in points."""
    found: list[tuple[str, float]] = []

    def visit(text: str, matrix: list[float], within: list[float], _font: object, size: float) -> None:
        if text.strip():
            found.append((text.strip(), size * abs(within[3] * matrix[3])))

    [page] = PdfReader(io.BytesIO(pdf)).pages
    page.extract_text(visitor_text=visit)
    return found
