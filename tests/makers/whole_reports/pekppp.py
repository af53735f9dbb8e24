"""A chapter on PEKPPP in the report of a survey: aspects with weights, F-02, IPP and its category."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import round_half_up
from makers.whole_reports.parts import Line

if TYPE_CHECKING:
    from makers.whole_reports.office import Office


def chapter(office: Office) -> None:
    """Write the chapter, with values of a right self-assessment."""
    report, style = office.report, office.style
    report.section = "pekppp"
    rubric = office.instrument.pekppp
    office.chapter(office.one("Penilaian Mandiri PEKPPP", "Hasil PEKPPP"))
    values = {each.code: Fraction(office.random.randint(100, 500), 100) for each in rubric.aspects}
    columns = ["weight", "value", *(["weighted"] if office.chance(0.6) else [])]
    names = {
        "weight": "Bobot",
        "value": "Indeks",
        "weighted": office.one("Nilai Tertimbang", "Indeks Tertimbang"),
    }
    rows = [["No", "Aspek", *(names[each] for each in columns)]]
    for n, aspect in enumerate(rubric.aspects, start=1):
        value, weight = values[aspect.code], aspect.weight / 100
        said = {
            "weight": f"{int(aspect.weight)}%",
            "value": report.say("aspect", aspect.code, style.figure(value, 2), exact=value, places=2),
            "weighted": report.say("aspect_weighted", aspect.code, style.figure(value * weight, 2),
                                   exact=value * weight, places=2),
        }  # fmt: skip
        rows.append([str(n), aspect.name, *(said[each] for each in columns)])
    office.table("Indeks Setiap Aspek", rows)
    exact = sum((values[each.code] * each.weight / 100 for each in rubric.aspects), Fraction(0))
    shown = round_half_up(exact)
    category = next(each for each in rubric.categories if shown >= each.minimum)
    f02 = report.say("f02", None, style.figure(exact, 2), exact=exact, places=2)
    word = report.say("pekppp_category", None, f"{category.code} ({category.name})", exact=shown)
    report.add(Line(office.one(f"Nilai F-02 sebesar {f02} dengan kategori {word}.",
                               f"Nilai F-02 unit adalah {f02} dari 5, kategori {word}.")))  # fmt: skip
