"""From a report's material to what is published: figures as the report gives them, in words for everybody."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from ipak_cli.base.day import parse_day
from ipak_cli.base.figures import NotScored, count, figure, grouped_int, short
from ipak_cli.base.period import PeriodKind, indonesian_date
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.publication.plain_words import PLAIN_WORDS
from ipak_cli.publication.ranking import level, rankings
from ipak_cli.publication.sheet import Deed, GroupCount, IndexShown, Link, Profile, Publication
from ipak_cli.report.build import unfinished
from ipak_cli.report.cautions import too_few
from ipak_cli.report.format_words import band, listed, long_period
from ipak_cli.report.material import ActionProgress
from ipak_cli.report.prose import one_line
from ipak_cli.report.summary import lowest_first
from ipak_cli.survey.overlap import is_kept_back

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.report.material import Material, PlannedAction
    from ipak_cli.survey.result import Breakdown, IndexResult, ItemResult, SurveyResult

MOST_DEEDS: Final = 3
MOST_GROUPS: Final = 4
MOST_PROFILES: Final = 6
LONGEST_NAME: Final = 140
"""Letters of a unit, a service or a sentence of an item; the longest shipped sentence has 135."""
LONGEST_DEED: Final = 140
LONGEST_GROUP: Final = 40
LONGEST_ADDRESS: Final = 46
LONGEST_LINK: Final = 300
"""Letters of an address behind a QR code: a longer one has squares that no telephone tells apart."""
_THANKS: Final = "Terima kasih atas penilaian Anda."
_PROMISE: Final = "Masukan Anda membantu kami memperbaiki pelayanan."
_SMALL: Final = "Kelompok kecil tidak dirinci agar tidak ada responden yang dapat dikenali."
_SHORTENED: Final = "Nama butir disingkat; kalimat lengkapnya ada dalam laporan."
_UNKNOWN: Final = "responden (jumlahnya belum diketahui)"
_TWO_ENDS: Final = "Dua angka dengan garis di antaranya adalah batas nilai yang mungkin."
_NO_PLAN: Final = "Rencana tindak lanjut belum ditetapkan."


@dataclass(frozen=True, slots=True)
class Said:
    """What an office says of its published page: the service, a link, items in its own words."""

    service: str | None = None
    link: str | None = None
    items: Mapping[str, str] = field(default_factory=dict)


def compose(material: Material, said: Said) -> Publication:
    """Return what is published; the same material gives the same publication."""
    survey, terms, period = material.survey, material.terms, material.period
    words = {item.code: _plain(item, material, said) for item in survey.items}
    best, lowest = rankings(material, words)
    deeds = tuple(_deeds(material))
    whole_name = period.kind is PeriodKind.RANGE
    return Publication(
        day=period.end,
        title=cut(f"Hasil {terms.survey}", LONGEST_NAME),
        period=long_period(period),
        days=None if whole_name else f"{indonesian_date(period.start)} s.d. {indonesian_date(period.end)}",
        unit=cut(material.unit, LONGEST_NAME),
        parent=_optional(material.settings.office.parent),
        service=_optional(said.service),
        indices=tuple(_index(code, index, material) for code, index in survey.indices.items()),
        predicates=" ".join(_predicates(survey)) or None,
        best=best,
        lowest=lowest,
        level=None if best or lowest else level(material),
        deeds_title="Tindak lanjut kami",
        deeds=deeds,
        no_deeds=None if deeds else _no_deeds(material),
        respondents=count(survey.respondents or 0),
        respondents_word=_UNKNOWN if isinstance(survey.respondents, NotScored) else "responden",
        served=_served(survey),
        profiles=() if survey.recap else tuple(map(_profile, survey.breakdowns[:MOST_PROFILES])),
        caution=too_few(survey),
        notes=(terms.words.held, *_notes(survey, words)),
        thanks=_THANKS,
        promise=_PROMISE,
        place_and_date=", ".join(filter(None, (material.settings.office.city, material.settings.signed)))
        or None,
        link=_link(material, said),
        draft=tuple(unfinished(material)),
    )


def lacking(material: Material, said: Said) -> Iterator[str]:
    """Yield what the office could still say, and what its published pages are without."""
    if said.service is None:
        yield "Nama layanan belum ditulis (publication.service di ipak.yaml), sehingga tidak dicantumkan."
    if _link(material, said) is None:
        yield "Tautan belum ditulis (publication.link di ipak.yaml), sehingga tidak ada kode QR."
    if material.settings.office.city is None:
        yield "Kota belum ditulis (unit.city di ipak.yaml)."
    if material.settings.signed is None:
        yield f"Tanggal belum ditulis (periods.{material.period}.signed di ipak.yaml)."
    if material.below and not [*_deeds(material)]:
        yield "Rencana tindak lanjut belum ditulis (follow_up di ipak.yaml)."
    if material.survey.recap:
        yield "Sumbernya rekap, yang tidak memuat profil responden ataupun jenis layanan."
    elif not material.survey.breakdowns:
        yield "Ekspor jawaban tidak memuat isian profil responden ataupun jenis layanan."


def cut(text: str, most: int) -> str:
    """Return a text on one line, cut between words where it has more than ``most`` letters."""
    line = one_line(text)
    if len(line) <= most:
        return line
    head, _, rest = line[:most].rpartition(" ")
    return f"{(head if len(rest) < most // 2 else line[: most - 1]).rstrip(' ,;.')}…"


def _optional(text: str | None) -> str | None:
    return cut(text, LONGEST_NAME) if text and text.strip() else None


def _plain(item: ItemResult, material: Material, said: Said) -> str:
    """Return an item in few words: the office's, those we know, its element's name, or its own sentence.

    The name of an element alone says what was asked only where each item is an element, as in SKM.
    """
    element = item.element if material.terms.elements else None
    return cut(said.items.get(item.code) or PLAIN_WORDS.get(item.text) or element or item.text, LONGEST_NAME)


def _index(code: str, index: IndexResult, material: Material) -> IndexShown:
    terms = material.terms
    value = terms.value(index.mean)
    if isinstance(value, NotScored) and value.between is None:
        return IndexShown(code, index.name, None, cut(capital(say(value.reason)), LONGEST_NAME))
    low, high = map(short, terms.ends)
    scale = f"pada skala {low} s.d. {high}" if terms.converted else f"dari nilai tertinggi {high}"
    return IndexShown(
        code, index.name, figure(value), scale, f"Mutu {band(index.band)}" if index.band else None
    )


def _predicates(survey: SurveyResult) -> Iterator[str]:
    """Yield what the survey says of the conditions of predicates; it never grants one."""
    by_met: dict[bool | None, list[str]] = {}
    for code, predicate in (survey.zi.predicates if survey.zi else {}).items():
        by_met.setdefault(predicate.met, []).append(code)
    for met, codes in by_met.items():
        yield (f"Syarat {listed(codes)} yang dapat dinilai dari survei dan capaian kinerja {_MET[met]}.")


_MET: Final = {True: "terpenuhi", False: "belum terpenuhi", None: "belum dapat disimpulkan"}


def _deeds(material: Material) -> Iterator[Deed]:
    """Yield the first action for each of the lowest items that miss their target and have a plan."""
    plans = material.settings.actions
    below = lowest_first(material.below)
    planned = [plans[item.code] for item in below if item.code in plans]
    for plan in planned[:MOST_DEEDS]:
        yield Deed(cut(plan.actions[0], LONGEST_DEED), _when(plan))


def _when(plan: PlannedAction) -> str | None:
    if plan.progress is ActionProgress.DONE:
        return "sudah selesai"
    if plan.deadline is None:
        return None
    try:
        is_day = parse_day(plan.deadline) is not None
    except ValueError:
        is_day = False
    return cut(f"paling lambat {plan.deadline}" if is_day else plan.deadline, LONGEST_GROUP)


def _no_deeds(material: Material) -> str:
    judged = [item for item in material.survey.items if material.is_below(item) or material.has_reached(item)]
    if judged and not material.below:
        return f"Semua {material.terms.words.item} yang dinilai sudah mencapai targetnya."
    return _NO_PLAN


def _served(survey: SurveyResult) -> str | None:
    known = isinstance(survey.respondents, int)
    if survey.population is None or not known or survey.population < survey.least_respondents:
        return None
    return f"dari {grouped_int(survey.population)} pengguna layanan"


def _profile(given: Breakdown) -> Profile:
    """Return the groups that the result shows, in its order.

    Where their figures are kept back because of other periods, their sizes are too: the sheet promises that
    no small group can be learnt from it.
    """
    shown = () if _is_kept_back(given) else given.groups[:MOST_GROUPS]
    groups = (GroupCount(cut(say(each.name), LONGEST_GROUP), grouped_int(each.respondents)) for each in shown)
    rest = given.hidden_groups or len(given.groups) > MOST_GROUPS or not shown
    word = "lainnya tidak dirinci" if shown else "tidak dirinci"
    return Profile(cut(given.name, LONGEST_GROUP), tuple(groups), word if rest else None)


def _is_kept_back(given: Breakdown) -> bool:
    return any(map(is_kept_back, given.rows))


def _notes(survey: SurveyResult, words: Mapping[str, str]) -> Iterator[str]:
    if not survey.recap and any(
        each.hidden_groups or each.reason or _is_kept_back(each) for each in survey.breakdowns
    ):
        yield _SMALL
    if any(isinstance(each.mean, NotScored) and each.mean.between for each in survey.indices.values()):
        yield _TWO_ENDS
    if any(words[item.code] != one_line(item.text) for item in survey.items):
        yield _SHORTENED


def _link(material: Material, said: Said) -> Link | None:
    """Return where the code leads to: the office's page of results, else the survey itself."""
    address = said.link or material.settings.link
    if address is None:
        return None
    parts = urlsplit(address)
    shown = f"{parts.netloc}{parts.path}".rstrip("/") or address
    return Link(
        address,
        shown if len(shown) <= LONGEST_ADDRESS else f"{cut(parts.netloc, LONGEST_ADDRESS)}/…",
        "Selengkapnya" if said.link else "Isi survei kami",
        has_code=len(address) <= LONGEST_LINK,
    )
