"""``Hitung``, the earlier periods: their values as they are stored, and what changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NotScored
from ipak_cli.report.format_words import short_period
from ipak_cli.workpaper.cells import NONE, Look, derived, difference, exact, given, shown
from ipak_cli.workpaper.formulas import known, rounded, rounded_signed
from ipak_cli.workpaper.table import Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.base.figures import Figure
    from ipak_cli.base.period import Period
    from ipak_cli.survey.result import SurveyResult
    from ipak_cli.workpaper.book import Sheet
    from ipak_cli.workpaper.cells import Cell, Value
    from ipak_cli.workpaper.paper import Paper, Places

    Row = dict[str, Value | Cell]

COMBINED: Final = "Gabungan"


def write_course(sheet: Sheet, paper: Paper, places: Places) -> Table | None:
    """Write a row a period that has a result, the own one last; nothing where there is no earlier one."""
    stored = stored_periods(paper)
    if not stored:
        return None
    sheet.heading("Perkembangan antarperiode")
    sheet.note(
        "Nilai periode terdahulu diambil dari dokumen hasil yang tersimpan, yang sumbernya dikenali dari "
        "sidik SHA-256-nya; kertas kerja periode itu menghitungnya sendiri.",
        12,
    )
    names = lines(paper)
    table = Table(sheet, "period", [*_columns(names)])
    first = sheet.row + 1
    rows: dict[str, Row] = {}
    before = None
    for number, (period, survey) in enumerate(stored):
        row: Row = {"period": short_period(period), "n": people(survey)}
        for place, name in enumerate(names):
            value = told(survey, name, paper)
            change = shown(difference(value, told(before, name, paper)))
            row |= {name: shown(value), f"change_{name}": change}
            row[f"full_{name}"] = _full(paper, places, name, value, own=number == len(stored) - 1)
            above = sheet.ref(3 + 3 * place, first + number - 1).rpartition("!")[2]
            row[f"before_{name}"] = above if number else f'"{NONE}"'
        row["sources"] = "\n".join(each.sha256 for each in survey.sources)
        rows[str(period)] = row
        before = survey
    table.write(rows, places)
    return table


def people(survey: SurveyResult) -> Value:
    """Return how many people answered, or the sign for a number that a recap does not tell."""
    return NONE if isinstance(survey.respondents, NotScored) else survey.respondents or 0


def lines(paper: Paper) -> list[str]:
    """Return what is followed: each index, and the mean of the indices where there is one."""
    combined = paper.survey.combined.mean_of_indices
    return [*paper.survey.indices, *(() if isinstance(combined, NotScored) else (COMBINED,))]


def stored_periods(paper: Paper) -> list[tuple[Period, SurveyResult]]:
    """Return the periods that have a result, the own one last; nothing where it is alone."""
    found = [(past.period, past.survey) for past in paper.history if past.survey is not None]
    return found if len(found) > 1 else []


def told(survey: SurveyResult | None, name: str, paper: Paper) -> Figure | None:
    """Return a value of a period as the instrument tells it; ``None`` where it has none of the name."""
    if survey is None:
        return None
    value = paper.terms.value
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


def _full(paper: Paper, places: Places, name: str, value: Figure | None, *, own: bool) -> Cell:
    """Return a period's value: the own one from the cells above, another as it is stored."""
    stands = exact(value)
    if not own:
        return given(stands, 6)
    key = ("mean_of_indices", "full") if name == COMBINED else ("index", name, "full")
    ref = places[key].ref
    if paper.terms.converted:
        ref = known(ref, f"{ref}*100/SKALA_TERTINGGI")
    return derived(ref, stands, 6)
