"""What ``Hasil`` tells of Zona Integritas, groups, consistency and earlier periods."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import scale
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.report.format_words import short_period
from ipak_cli.workpaper.cells import difference, shown
from ipak_cli.workpaper.certainty import moments_told, shown_ends
from ipak_cli.workpaper.course import lines, people, stored_periods, told
from ipak_cli.workpaper.people import group_names
from ipak_cli.workpaper.result_parts import Part, Shown
from ipak_cli.workpaper.zone import OUTSIDE, VERDICTS, status_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.survey.zi_result import ComponentResult, PartResult
    from ipak_cli.workpaper.paper import Paper, Places
    from ipak_cli.workpaper.result_parts import Entry


def zone(paper: Paper) -> Iterator[Part]:
    """Yield the points of the components and their parts, and what the predicates ask."""
    if paper.survey.zi is None:
        return
    rows: list[Sequence[Entry]] = []
    for component in paper.survey.zi.components:
        rows.append(_points("component", component))
        rows += [_points("part", part) for part in component.parts]
    yield Part("Komponen hasil Zona Integritas", ("Kode", "Nama", "Poin", "Poin tertinggi", "Persen"), rows)
    heads = ("Predikat", "Syarat", "Minimal", "Capaian", "Keterangan")
    yield Part("Syarat predikat", heads, [*_conditions(paper)])


def _points(kind: str, each: ComponentResult | PartResult) -> Sequence[Entry]:
    key, name = (kind, each.code), each.name
    return (
        each.code,
        name,
        Shown((*key, "points"), f"{name}, poin", shown(each.points)),
        Shown((*key, "most"), f"{name}, poin tertinggi", each.maximum),
        Shown((*key, "share"), f"{name}, persen", shown(scale(each.points, 100 / each.maximum))),
    )


def _conditions(paper: Paper) -> Iterator[Sequence[Entry]]:
    zi, asked_by = paper.survey.zi, paper.rubric.zi
    if zi is None or asked_by is None:
        return
    number = 0
    for predicate in asked_by.predicates:
        found = zi.predicates[predicate.code]
        for asked, each in zip(predicate.conditions, found.conditions, strict=True):
            number += 1
            key, name = ("condition", str(number)), f"{predicate.code}: {each.name}"
            status = OUTSIDE if asked.of is None else status_of(each)
            yield (
                predicate.code,
                each.name,
                Shown((*key, "minimum"), f"{name}, minimal", each.minimum),
                Shown((*key, "reached"), f"{name}, capaian", shown(each.reached)),
                Shown((*key, "status"), f"{name}, keterangan", status),
            )
        verdict = Shown(("predicate", predicate.code, "met"), predicate.code, VERDICTS[found.met])
        yield predicate.code, found.name, None, None, verdict


def groups(paper: Paper) -> Part:
    """Return the groups that may be shown."""
    codes = [*paper.survey.indices]
    rows = []
    for number, breakdown, group in group_names(paper):
        key, label = ("group", number), say(group.name)
        name, share = f"{breakdown.name}: {label}", Fraction(100 * group.respondents, paper.respondents)
        entries: list[Entry] = [breakdown.name, label]
        entries.append(Shown((*key, "n"), f"{name}, responden", group.respondents))
        entries.append(Shown((*key, "share"), f"{name}, bagian (%)", shown(share)))
        entries += [Shown((*key, code), f"{name}, {code}", shown(group.indices[code])) for code in codes]
        rows.append(entries)
    return Part("Kelompok responden", ("Menurut", "Kelompok", "Responden", "Bagian (%)", *codes), rows)


def quality(paper: Paper, places: Places) -> Part:
    """Return the consistency of each index, where it is derived."""
    rows = []
    for each in paper.survey.quality:
        key = ("alpha", each.code.removeprefix("alpha_"), "alpha")
        if each.value is not None and key in places:
            title = capital(say(each.title))
            rows.append((None, title, Shown(key, title, shown(each.value))))
    return Part("Konsistensi internal", (None, "Pemeriksaan", "Nilai"), rows)


def intervals(paper: Paper) -> Part:
    """Return both ends of the interval of each index and item, where it is derived."""
    names = {("index", code): index.name for code, index in paper.survey.indices.items()}
    rows = []
    for key, moments in moments_told(paper).items():
        low, high = shown_ends(paper, moments)
        place, code = ("interval", " ".join(key)), key[1]
        rows.append((
            code,
            names.get(key),
            Shown((*place, "low"), f"{code}, selang, batas bawah", low),
            Shown((*place, "high"), f"{code}, selang, batas atas", high),
        ))  # fmt: skip
    return Part("Selang kepastian 95 persen", ("Indeks atau butir", None, "Batas bawah", "Batas atas"), rows)


def periods(paper: Paper) -> Part:
    """Return the values of each period, and what changed since the one before."""
    names = lines(paper)
    heads = ["Periode", None, "Responden"]
    for name in names:
        heads += [name, f"Perubahan {name}"]
    rows = []
    before = None
    for past, survey in stored_periods(paper):
        key, period = ("period", str(past)), short_period(past)
        answered = Shown((*key, "n"), f"{period}, responden", people(survey))
        entries: list[Entry] = [period, None, answered]
        for name in names:
            now, then = told(survey, name, paper), told(before, name, paper)
            entries.append(Shown((*key, name), f"{period}, {name}", shown(now)))
            change = shown(difference(now, then))
            entries.append(Shown((*key, f"change_{name}"), f"{period}, perubahan {name}", change))
        rows.append(entries)
        before = survey
    return Part("Perkembangan antarperiode", heads, rows)
