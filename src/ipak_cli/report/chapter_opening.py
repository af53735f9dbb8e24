"""Chapters I and II: why the survey was held, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.report import tables
from ipak_cli.report.format_words import listed
from ipak_cli.report.outline import Chapter, Listing, Paragraph, Prose, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.report.material import Material
    from ipak_cli.report.outline import Block
    from ipak_cli.survey.result import SurveyResult

_MINISTER: Final = "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"
SERVICE_LAW: Final = "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik"
PREVENTION: Final = "Peraturan Presiden Nomor 54 Tahun 2018 tentang Strategi Nasional Pencegahan Korupsi"
ZONE_RULE: Final = (
    f"{_MINISTER} Nomor 90 Tahun 2021 tentang Pembangunan dan Evaluasi Zona Integritas Menuju Wilayah Bebas "
    "dari Korupsi dan Wilayah Birokrasi Bersih dan Melayani di Instansi Pemerintah"
)
SURVEY_RULE: Final = (
    f"{_MINISTER} Nomor 14 Tahun 2017 tentang Pedoman Penyusunan Survei Kepuasan Masyarakat Unit "
    "Penyelenggara Pelayanan Publik"
)


def introduction(material: Material) -> Chapter:
    """Return chapter I."""
    basis = material.settings.legal_basis or legal_basis(material.survey)
    return Chapter(
        "pendahuluan",
        "Pendahuluan",
        (
            Section("latar-belakang", "Latar Belakang", (Prose("latar_belakang"),)),
            Section("tujuan", "Tujuan", (Prose("tujuan"),)),
            Section("dasar-hukum", "Dasar Hukum", (Prose("dasar_hukum"), Listing(basis, ordered=True))),
            Section("ruang-lingkup", "Ruang Lingkup", (Prose("ruang_lingkup"),)),
        ),
    )


def legal_basis(survey: SurveyResult) -> tuple[str, ...]:
    """Return the regulations to name where the settings name none."""
    return (SERVICE_LAW, PREVENTION, ZONE_RULE) if survey.zi else (SERVICE_LAW, SURVEY_RULE)


def method(material: Material) -> Chapter:
    """Return chapter II."""
    return Chapter(
        "metodologi",
        "Metodologi Survei",
        (
            Section("pengertian", "Pengertian", (Prose("pengertian"),)),
            Section("karakteristik", "Karakteristik Responden", (Prose("karakteristik_responden"),)),
            Section("unsur", "Unsur Survei", tuple(_elements(material.survey))),
            Section("kuesioner", "Kuesioner", (Prose("kuesioner"), tables.questions(material.survey))),
            Section("pengumpulan", "Responden, Lokasi, dan Waktu Pengumpulan", tuple(_collection(material))),
        ),
    )


def _elements(survey: SurveyResult) -> Iterator[Block]:
    """Yield the elements with the items that measure them, and the items that measure none."""
    codes: dict[str, list[str]] = {}
    for item in survey.items:
        if item.element is not None:
            codes.setdefault(item.element, []).append(item.code)
    if codes:
        yield Prose("unsur_survei")
        yield Listing(
            tuple(f"{element}: butir {listed(mine)}" for element, mine in codes.items()), ordered=True
        )
    if without := [item.code for item in survey.items if item.element is None]:
        yield Paragraph(f"Butir {listed(without)} tidak dikaitkan dengan unsur tertentu dalam rubrik.")


def _collection(material: Material) -> Iterator[Block]:
    yield Prose("pengumpulan_data")
    yield tables.sample(material.survey)
    if note := material.settings.note:
        yield Paragraph(note)
