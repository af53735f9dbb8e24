"""What a report lacks, one sentence each, and where to add it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.report.chapters_follow_up import unplanned
from ipak_cli.report.narrative import named
from ipak_cli.report.words import capital, listed, long_quarter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.report.material import Material


def missing(material: Material) -> Iterator[str]:
    """Yield every gap: in the settings, in the quarter's result, in the quarters before, in PEKPPP."""
    yield from _settings(material)
    yield from _survey(material)
    yield from _history(material)
    yield from _pekppp(material)


def _settings(material: Material) -> Iterator[str]:
    config = material.config
    if not material.has_unit:
        yield "Nama unit belum ditulis (unit.name di ipak.yaml)."
    if config.unit is None or config.unit.city is None:
        yield "Kota tempat penandatanganan belum ditulis (unit.city di ipak.yaml)."
    if config.signatory is None:
        yield "Penanda tangan belum ditulis (signatory di ipak.yaml)."
    if open_ := unplanned(material):
        yield f"Tindak lanjut {named(open_)} belum ditulis (follow_up di ipak.yaml)."
    if without := [item for item in material.survey.items if material.target_of(item) is None]:
        yield f"Target {named(without)} belum ditetapkan (targets di ipak.yaml)."


def _survey(material: Material) -> Iterator[str]:
    survey = material.survey
    if survey.population is None:
        yield "Jumlah pengunjung belum diketahui, sehingga tingkat respons tidak dapat dihitung."
    if survey.zi and survey.zi.performance is None and _asks_performance(material):
        yield "Jawaban pertanyaan capaian kinerja (A sampai E) belum ada, sehingga poinnya belum dihitung."
    if unscored := [item for item in survey.items if not isinstance(item.mean, Fraction)]:
        yield f"{capital(named(unscored))} tidak mempunyai jawaban."
    if not survey.breakdowns:
        yield "Ekspor jawaban tidak memuat isian profil responden ataupun jenis layanan."


def _asks_performance(material: Material) -> bool:
    components = material.survey.zi.components if material.survey.zi else ()
    return any(part.kind == "performance" for component in components for part in component.parts)


def _history(material: Material) -> Iterator[str]:
    if len(material.scored) < 2:
        yield "Belum ada hasil triwulan lain yang dapat dibandingkan."
    if gaps := [long_quarter(past.quarter) for past in material.history if past.survey is None]:
        yield f"Tidak ada hasil yang dapat dibandingkan untuk {listed(gaps)}."


def _pekppp(material: Material) -> Iterator[str]:
    if material.pekppp is None:
        yield "Belum ada hasil penilaian mandiri PEKPPP untuk triwulan ini."
    elif not material.pekppp.complete:
        count = f"{material.pekppp.answered} dari {len(material.pekppp.indicators)} indikator"
        yield f"Penilaian mandiri PEKPPP belum lengkap: baru {count} yang dinilai."
