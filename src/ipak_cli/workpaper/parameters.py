"""The parameters of a survey: scale, sample, items, bands, and what Zona Integritas asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipak_cli.base.figures import round_half_up
from ipak_cli.rubric.survey import PerformancePart, SurveyPart
from ipak_cli.survey.certainty.quantiles import EXPANSION, Z, tabled
from ipak_cli.workpaper.cells import NONE
from ipak_cli.workpaper.parameter_sheet import ParameterColumn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.workpaper.cells import Value
    from ipak_cli.workpaper.paper import Paper
    from ipak_cli.workpaper.parameter_sheet import ParameterSheet


def write_parameters(sheet: ParameterSheet, paper: Paper) -> None:
    """Write all that the rubric, the settings and the result say."""
    sheet.singles("Skala, responden, dan pembulatan", [*_singles(paper)])
    for write in (_items, _indices, _bands, _grades, _zone):
        write(sheet, paper)
    _quantiles(sheet)


def _singles(paper: Paper) -> Iterator[tuple[str, str, Value, int]]:
    scale, survey = paper.rubric.scale, paper.survey
    yield "SKALA_TERENDAH", "Nilai jawaban terendah", scale.lowest, 0
    yield "SKALA_TERTINGGI", "Nilai jawaban tertinggi", scale.highest, 0
    yield "PENGUNJUNG", "Jumlah pengunjung (populasi)", _or_none(survey.population), 0
    yield "KUANTIL_Z", "Kuantil normal 97,5 persen, untuk selang kepastian", Z, 9
    minimum = _or_none(paper.rubric.sample.minimum)
    yield "RESPONDEN_MINIMUM", "Responden paling sedikit menurut rubrik", minimum, 0
    if survey.zi is not None:
        yield "KINERJA", "Jawaban capaian kinerja", _or_none(survey.zi.performance), 0
    if paper.published_weight is not None:
        yield "BOBOT_TERDAHULU", "Bobot pada laporan terdahulu", paper.published_weight, 4


def _items(sheet: ParameterSheet, paper: Paper) -> None:
    rubric = paper.rubric
    weights = [weight for index in rubric.indices for weight in index.weights]
    rows: list[tuple[Value, ...]] = []
    for item, weight in zip(rubric.items, weights, strict=True):
        target = paper.target_of(item.code)
        way = "negatif" if item.polarity == "negative" else "positif"
        told = (rubric.index_of(item).code, way, weight, _or_none(target), item.text)
        rows.append((len(rows) + 1, item.code, *told))
    columns = (
        ParameterColumn("No"),
        ParameterColumn("Butir", "BUTIR_KODE"),
        ParameterColumn("Indeks", "BUTIR_INDEKS"),
        ParameterColumn("Arah", "BUTIR_ARAH"),
        ParameterColumn("Bobot", "BUTIR_BOBOT", 6),
        ParameterColumn("Target", "BUTIR_TARGET", 2),
        ParameterColumn("Kalimat butir"),
    )
    sheet.table("Butir", columns, rows, key=1)


def _indices(sheet: ParameterSheet, paper: Paper) -> None:
    rows = [(number, index.code, index.name) for number, index in enumerate(paper.rubric.indices, 1)]
    sheet.table(
        "Indeks",
        (ParameterColumn("No"), ParameterColumn("Kode", "INDEKS_KODE"), ParameterColumn("Nama")),
        rows,
        key=1,
    )


def _bands(sheet: ParameterSheet, paper: Paper) -> None:
    """Write the bands of each index from the lowest on, as a search in them needs."""
    for number, index in enumerate(paper.rubric.indices, 1):
        bands = sorted(index.bands, key=lambda band: band.minimum)
        columns = (
            ParameterColumn("Mutu"),
            ParameterColumn("Sebutan", f"MUTU_{number}"),
            ParameterColumn("Mulai dari", f"MUTU_{number}_MULAI", 2),
        )
        rows = [(band.code, f"{band.code} ({band.name})", band.minimum) for band in bands]
        sheet.table(f"Mutu {index.code}", columns, rows, key=0)


def _grades(sheet: ParameterSheet, paper: Paper) -> None:
    for number, part in enumerate(performance_parts(paper), 1):
        columns = (
            ParameterColumn("Jawaban", f"KINERJA_{number}_JAWABAN"),
            ParameterColumn("Arti"),
            ParameterColumn("Poin", f"KINERJA_{number}_POIN", 2),
        )
        rows = [(grade.code, grade.meaning, grade.points) for grade in part.grades]
        sheet.table(f"Poin {part.name}", columns, rows, key=0)


def _zone(sheet: ParameterSheet, paper: Paper) -> None:
    zone = paper.rubric.zi
    if zone is None:
        return
    parts: list[tuple[Value, ...]] = [
        (part.code, part.name, part.index if isinstance(part, SurveyPart) else NONE, part.points)
        for component in zone.components
        for part in component.parts
    ]
    columns = (
        ParameterColumn("Bagian", "BAGIAN_KODE"),
        ParameterColumn("Nama"),
        ParameterColumn("Indeks", "BAGIAN_INDEKS"),
        ParameterColumn("Poin tertinggi", "BAGIAN_POIN", 2),
    )
    sheet.table("Bagian komponen hasil Zona Integritas", columns, parts, key=0)
    conditions: list[tuple[Value, ...]] = [
        (predicate.code, each.name, _or_none(each.of), each.minimum)
        for predicate in zone.predicates
        for each in predicate.conditions
    ]
    columns = (
        ParameterColumn("Predikat", "SYARAT_PREDIKAT"),
        ParameterColumn("Syarat"),
        ParameterColumn("Atas", "SYARAT_ATAS"),
        ParameterColumn("Minimal", "SYARAT_MINIMAL", 2),
    )
    sheet.table("Syarat predikat", columns, conditions, key=1)


def _quantiles(sheet: ParameterSheet) -> None:
    """Write Student's quantiles of few answers, and what the others come from."""
    columns = (ParameterColumn("Derajat bebas"), ParameterColumn("t", "KUANTIL_T", 6))
    sheet.table("Kuantil t 97,5 persen", columns, [*tabled().items()], key=0)
    columns = (ParameterColumn("Pangkat"), ParameterColumn("Koefisien", "KUANTIL_T_LANJUTAN", 9))
    beyond = [*enumerate((round_half_up(each, 12) for each in EXPANSION), 1)]
    sheet.table(f"Kuantil t di atas {max(tabled())} derajat bebas", columns, beyond, key=0)


def performance_parts(paper: Paper) -> Iterator[PerformancePart]:
    """Yield the parts of the components that the performance question earns, in the rubric's order."""
    for component in paper.rubric.zi.components if paper.rubric.zi else ():
        yield from (part for part in component.parts if isinstance(part, PerformancePart))


def _or_none(value: Value | None) -> Value:
    return NONE if value is None else value
