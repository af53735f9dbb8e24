"""The report put together: from its material to the parts that are laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.period import indonesian_date
from ipak_cli.report.chapters_follow_up import follow_up
from ipak_cli.report.chapters_opening import introduction, method
from ipak_cli.report.chapters_pekppp import pekppp
from ipak_cli.report.chapters_results import results
from ipak_cli.report.missing import missing
from ipak_cli.report.outline import Cover, Person, Prose, Report, Signature
from ipak_cli.report.provenance import provenance
from ipak_cli.report.words import listed, long_quarter
from ipak_cli.wording import whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.report.material import Material
    from ipak_cli.report.outline import Chapter

DATE_LINE: Final = "………………………………"
"""Where the date is written by hand: a report says nothing that its inputs do not."""


def build(material: Material) -> Report:
    """Return the whole report; the same material gives the same report."""
    config = material.config
    return Report(
        cover=cover(material),
        directors=tuple(Person(name) for name in config.directors),
        editors=tuple(Person(name) for name in config.editors),
        preface=(Prose("kata_pengantar"),),
        chapters=tuple(_chapters(material)),
        signature=signature(material),
        provenance=provenance(material),
        missing=tuple(missing(material)),
    )


def cover(material: Material) -> Cover:
    """Return the cover."""
    unit = material.config.unit
    return Cover(
        title=f"Laporan {survey_name(material)}",
        quarter=long_quarter(material.quarter),
        unit=material.unit,
        parent=unit.parent if unit else None,
        address=unit.address if unit else None,
    )


def survey_name(material: Material) -> str:
    """Return what the survey is called, by the indices that it gives."""
    return f"Survei Mandiri {listed(material.survey.indices)}"


def signature(material: Material) -> Signature:
    """Return the signature block; a date that the settings do not name is left to be filled in by hand."""
    config = material.config
    city = config.unit.city if config.unit else None
    day = config.of(material.quarter).signed or DATE_LINE
    signer = config.signatory
    person = Person(signer.name, signer.position, signer.nip) if signer else None
    return Signature(f"{city}, {day}" if city else day, person)


def _chapters(material: Material) -> Iterator[Chapter]:
    yield introduction(material)
    yield method(material)
    yield results(material)
    if material.pekppp:
        yield pekppp(material.pekppp)
    yield follow_up(material)


def prose_variables(material: Material) -> Mapping[str, object]:
    """Return what the text templates may name; ``None`` stands for what the settings do not say.

    ``unit``, ``unit_short``, ``parent``, ``address``, ``city``: the unit. ``quarter`` (in words), ``year``,
    ``start``, ``end`` (days in words). ``report_name``, ``survey_name``, ``indices`` (in words), ``codes`` (a
    list). ``respondents``, ``answers``, ``population`` (in words); ``items``, ``lowest``,
    ``highest`` (numbers).
    ``regulation``: behind the ZI component, if the rubric has one. ``place``, ``link``: the survey's.
    ``has_pekppp``: whether there is a chapter on PEKPPP.
    """
    config, survey, quarter = material.config, material.survey, material.quarter
    unit = config.unit
    lowest, highest = material.scale
    return {
        "unit": material.unit,
        "unit_short": (unit.short_name if unit else None) or material.unit,
        "parent": unit.parent if unit else None,
        "address": unit.address if unit else None,
        "city": unit.city if unit else None,
        "quarter": long_quarter(quarter),
        "year": quarter.year,
        "start": indonesian_date(quarter.start),
        "end": indonesian_date(quarter.end),
        "survey_name": survey_name(material),
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
        "place": config.report.place,
        "link": config.report.link,
        "has_pekppp": material.pekppp is not None,
    }


def _count(number: int | None) -> str | None:
    return None if number is None else whole(number)
