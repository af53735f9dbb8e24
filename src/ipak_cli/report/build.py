"""The report put together: from its material to the parts that are laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import grouped_int
from ipak_cli.base.period import indonesian_date
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.report import instrument, recap_words
from ipak_cli.report.annexes import annexes
from ipak_cli.report.chapter_follow_up import follow_up
from ipak_cli.report.chapter_pekppp import pekppp
from ipak_cli.report.chapter_survey import introduction, method, results
from ipak_cli.report.format_words import day, listed, long_period
from ipak_cli.report.item_tables import values_told
from ipak_cli.report.outline import Cover, Person, Prose, Report, Role, Signature
from ipak_cli.report.summary import conclusion, summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.base.figures import NotScored
    from ipak_cli.report.material import Material
    from ipak_cli.report.outline import Chapter
    from ipak_cli.survey.result import SurveyResult

DATE_LINE: Final = "………………………………"
"""Where the date is written by hand: a report says nothing that its inputs do not."""


_NO_UNIT: Final = "Nama unit belum ditulis (unit.name di ipak.yaml)."
_PLAN_IN_FORM: Final = "isi tindak-lanjut.xlsx di folder laporan, lalu baca dengan ipak settings"
_NO_SIGNER: Final = "Penanda tangan belum ditulis (signatory di ipak.yaml)."


def missing(material: Material) -> Iterator[str]:
    """Yield every gap: in the settings, in the period's result, in the periods before, in PEKPPP."""
    yield from _settings(material)
    yield from _survey(material)
    yield from _history(material)
    yield from _pekppp(material)


def unfinished(material: Material) -> Iterator[str]:
    """Yield why a report cannot be signed yet: nobody to sign it, no unit, words to be replaced."""
    if not material.has_unit:
        yield _NO_UNIT
    if material.settings.signer is None:
        yield _NO_SIGNER
    if words := material.placeholders:
        yield f"Isian contoh di ipak.yaml belum diganti: {listed(words)}."


def _settings(material: Material) -> Iterator[str]:
    settings = material.settings
    if not material.has_unit:
        yield _NO_UNIT
    if settings.office.city is None:
        yield "Kota tempat penandatanganan belum ditulis (unit.city di ipak.yaml)."
    if settings.signer is None:
        yield _NO_SIGNER
    if not instrument.legal_basis(material):
        yield "Dasar hukum belum ditulis (legal_basis di ipak.yaml), sehingga bagiannya tidak dibuat."
    if open_ := material.unplanned:
        yield f"Tindak lanjut {material.terms.named(open_)} belum ditulis: {_PLAN_IN_FORM}."
    if without := [item for item in material.survey.items if material.target_of(item) is None]:
        yield f"Target {material.terms.named(without)} belum ditetapkan (targets di ipak.yaml)."


def _survey(material: Material) -> Iterator[str]:
    survey = material.survey
    if survey.population is None:
        yield "Jumlah pengunjung belum diketahui, sehingga tingkat respons tidak dapat dihitung."
    if survey.zi and survey.zi.performance is None and _asks_performance(material):
        yield "Jawaban pertanyaan capaian kinerja (A sampai E) belum ada, sehingga poinnya belum dihitung."
    if unscored := [item for item in survey.items if item.n == 0]:
        yield f"{capital(material.terms.named(unscored))} tidak mempunyai jawaban."
    if survey.recap:
        yield from recap_words.wanting(material)
    elif not survey.breakdowns:
        yield "Ekspor jawaban tidak memuat isian profil responden ataupun jenis layanan."


def _asks_performance(material: Material) -> bool:
    components = material.survey.zi.components if material.survey.zi else ()
    return any(part.kind == "performance" for component in components for part in component.parts)


def _history(material: Material) -> Iterator[str]:
    if len(material.scored) < 2:
        yield f"Belum ada hasil {material.period_word} lain yang dapat dibandingkan."
    if gaps := [long_period(past.period) for past in material.history if past.survey is None]:
        yield f"Tidak ada hasil yang dapat dibandingkan untuk {listed(gaps)}."


def _pekppp(material: Material) -> Iterator[str]:
    if material.pekppp is None:
        yield f"Belum ada hasil penilaian mandiri PEKPPP untuk {material.period_word} ini."
    elif not material.pekppp.complete:
        count = f"{material.pekppp.answered} dari {len(material.pekppp.indicators)} indikator"
        yield f"Penilaian mandiri PEKPPP belum lengkap: baru {count} yang dinilai."


def build(material: Material) -> Report:
    """Return the whole report; the same material gives the same report."""
    settings = material.settings
    return Report(
        day=material.period.end,
        cover=cover(material),
        roles=tuple(
            Role(title, tuple(map(Person, names)))
            for title, names in (("Pengarah", settings.directors), ("Editor", settings.editors))
            if names
        ),
        preface=(Prose("kata_pengantar"),),
        summary=summary(material),
        chapters=tuple(_chapters(material)),
        signature=signature(material),
        annexes=annexes(material),
        missing=tuple(missing(material)),
        draft=tuple(unfinished(material)),
    )


def cover(material: Material) -> Cover:
    """Return the cover."""
    office = material.settings.office
    return Cover(
        title=f"Laporan {material.terms.survey}",
        period=long_period(material.period),
        unit=material.unit,
        parent=office.parent,
        address=office.address,
        logos=tuple(each.picture for each in material.files.logos),
    )


def signature(material: Material) -> Signature:
    """Return the signature block; a date that the settings do not name is left to be filled in by hand."""
    settings = material.settings
    city, day = settings.office.city, settings.signed or DATE_LINE
    return Signature(f"{city}, {day}" if city else day, settings.signer)


def _chapters(material: Material) -> Iterator[Chapter]:
    yield introduction(material)
    yield method(material)
    yield results(material)
    if material.pekppp:
        yield pekppp(material.pekppp)
    yield follow_up(material)
    yield conclusion(material)


def prose_variables(material: Material) -> Mapping[str, object]:
    """Return what the text templates may name; ``None`` stands for what the settings do not say.

    ``unit``, ``unit_short``, ``parent``, ``address``, ``city``: the unit. ``period`` (in words), ``year``,
    ``start``, ``end`` (days in words). ``report_name``, ``survey_name``, ``indices`` (in words), ``codes`` (a
    list). ``respondents``, ``answers``, ``population`` (in words); ``items``, ``lowest``,
    ``highest`` (numbers).
    ``regulation``: behind the ZI component, if the rubric has one. ``place``, ``link``: the survey's;
    ``answers_came``: a sentence on the first and the last day of the answers.
    ``has_pekppp``: whether there is a chapter on PEKPPP. ``has_counts``: whether it is known how often each
    answer was given to each item; ``from_recap``: whether the figures come from a recap. Beside them
    stand those of :func:`ipak_cli.report.instrument.variables`.
    """
    settings, survey, period = material.settings, material.survey, material.period
    office, terms = settings.office, material.terms
    lowest, highest = material.scale
    return {
        "unit": material.unit,
        "unit_short": office.short_name or material.unit,
        "parent": office.parent,
        "address": office.address,
        "city": office.city,
        "period": long_period(period),
        "period_word": material.period_word,
        "year": period.end.year,
        "start": indonesian_date(period.start),
        "end": indonesian_date(period.end),
        "survey_name": terms.survey,
        "report_name": cover(material).title,
        "indices": listed(survey.indices),
        "codes": tuple(survey.indices),
        "respondents": _count(survey.respondents),
        "answers": _count(survey.answers),
        "population": _count(survey.population),
        "items": len(survey.items),
        "lowest": lowest,
        "highest": highest,
        "regulation": survey.zi.regulation if survey.zi else None,
        "answers_came": _answers_came(survey),
        "place": settings.place,
        "link": settings.link,
        "has_pekppp": material.pekppp is not None,
        "has_counts": bool(values_told(material)),
        "from_recap": survey.recap is not None,
        **instrument.variables(material),
    }


def _answers_came(survey: SurveyResult) -> str | None:
    """Say on which days the first and the last answer came, or why that is not said."""
    days = survey.answer_days
    if days is None:
        return None
    if days.first is None or days.last is None:
        return f"{capital(say(days.reason))}." if days.reason else None
    if days.first == days.last:
        return f"Semua jawaban diterima pada {day(days.first)}."
    return f"Jawaban pertama diterima pada {day(days.first)} dan yang terakhir pada {day(days.last)}."


def _count(number: int | NotScored | None) -> str | None:
    return grouped_int(number) if isinstance(number, int) else None
