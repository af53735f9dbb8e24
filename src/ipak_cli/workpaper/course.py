"""``Hitung``, the earlier periods: their values as they are stored, and what changed since."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.base.figures import NotScored
from ipak_cli.report.format_words import short_period
from ipak_cli.report.terms import terms_of
from ipak_cli.workpaper.book import NONE, Cell, Look, derived, exact, given, shown
from ipak_cli.workpaper.formulas import known, rounded, rounded_signed
from ipak_cli.workpaper.table import Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.base.figures import Figure
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.workpaper.book import Sheet, Value
    from ipak_cli.workpaper.paper import Paper, Places

    Row = dict[str, Value | Cell]

COMBINED = "Gabungan"


def write_course(sheet: Sheet, paper: Paper, places: Places) -> Table | None:
    """Write a row a period that has a result, the own one last; nothing where there is no earlier one."""
    stored = [past for past in paper.history if past.survey is not None]
    if len(stored) < 2:
        return None
    sheet.heading("Perkembangan antarperiode")
    sheet.note(
        "Nilai periode terdahulu diambil dari dokumen hasil yang tersimpan, yang sumbernya dikenali dari sidik "
        "SHA-256-nya; kertas kerja periode itu menghitungnya sendiri.",
        12,
    )
    names = lines(paper)
    table = Table(sheet, "period", [*_columns(names)])
    first = sheet.row + 1
    rows: dict[str, Row] = {}
    for number, past in enumerate(stored):
        survey = past.survey or paper.survey
        before = stored[number - 1].survey if number else None
        row: Row = {"period": short_period(past.period), "n": survey.respondents or 0}
        for place, name in enumerate(names):
            value = told(survey, name, paper)
            row |= _figures(name, value, told(before, name, paper) if before else None)
            row[f"full_{name}"] = _full(paper, places, name, value, own=number == len(stored) - 1)
            above = sheet.ref(3 + 3 * place, first + number - 1).rpartition("!")[2]
            row[f"before_{name}"] = above if number else f'"{NONE}"'
        row["sources"] = "\n".join(f"{each.sha256}" for each in survey.sources)
        rows[str(past.period)] = row
    table.write(rows, places)
    return table


def lines(paper: Paper) -> list[str]:
    """Return what is followed: each index, and the mean of the indices where there is one."""
    combined = paper.survey.combined.mean_of_indices
    return [*paper.survey.indices, *(() if isinstance(combined, NotScored) else (COMBINED,))]


def told(survey: SurveyResult, name: str, paper: Paper) -> Figure | None:
    """Return a value of a period as the instrument tells it; ``None`` where it has none of the name."""
    value = terms_of(paper.survey).value
    if name == COMBINED:
        return value(survey.combined.mean_of_indices)
    return value(survey.indices[name].mean) if name in survey.indices else None


def _columns(names: list[str]) -> Iterator[Column]:
    yield Column("period", "Periode", look=Look.LABEL)
    yield Column("n", "Responden", look=Look.GIVEN)
    for name in names:
        full, before = f"{{full_{name}}}", f"{{before_{name}}}"
        yield Column(f"full_{name}", name, None, 6, Look.GIVEN)
        yield Column(name, f"{name} dibulatkan", rounded(full), 2)
        change = known(f"{before} {full}", f"{full}-{before}")
        yield Column(f"change_{name}", f"Perubahan {name}", rounded_signed(f"({change})"), 2)
    yield Column("sources", "Sidik sumber (SHA-256)", look=Look.LABEL)


def _figures(name: str, value: Figure | None, before: Figure | None) -> Row:
    change: Value = NONE
    if isinstance(value, Fraction) and isinstance(before, Fraction):
        change = shown(value - before)
    return {name: NONE if value is None else shown(value), f"change_{name}": change}


def _full(paper: Paper, places: Places, name: str, value: Figure | None, *, own: bool) -> Cell:
    """Return a period's value: the own one from the cells above, another as it is stored."""
    stands: Value = NONE if value is None else exact(value)
    if not own:
        return given(stands, 6)
    key = ("mean_of_indices", "full") if name == COMBINED else ("index", name, "full")
    ref = places[key].ref
    if terms_of(paper.survey).converted:
        ref = known(ref, f"{ref}*100/SKALA_TERTINGGI")
    return derived(ref, stands, 6)
