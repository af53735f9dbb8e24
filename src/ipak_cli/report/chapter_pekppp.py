"""The chapter on the self-assessment: F-02 as estimated, aspects, indicators, what to look at and to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import NOT_SCORED, NotScored, decimal, short
from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.pekppp.result import Status
from ipak_cli.report import figures
from ipak_cli.report.format_words import apart, listed, said
from ipak_cli.report.material import known
from ipak_cli.report.outline import (
    Cell,
    Chapter,
    Listing,
    Paragraph,
    Prose,
    ReportTable,
    Section,
    left,
    right,
    row,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from fractions import Fraction

    from ipak_cli.pekppp.result import IndicatorResult, PekpppResult
    from ipak_cli.report.outline import Block

MOST_STEPS: Final = 5
"""How many of the steps that raise F-02 most are shown."""
HIGHEST: Final = 5
_ORIGINS: Final = {
    Status.DERIVED: "dari fakta",
    Status.CLAIMED: "nilai mandiri tanpa fakta",
    Status.MISSING: "belum dinilai",
}


def pekppp(result: PekpppResult) -> Chapter:
    """Return the chapter on a self-assessment."""
    sections = [
        Section("pekppp-hasil", "Hasil Penilaian Mandiri", tuple(_figures(result))),
        Section("pekppp-aspek", "Indeks Setiap Aspek", tuple(_aspects(result))),
        Section("pekppp-indikator", "Tingkat Setiap Indikator", (_indicators(result),)),
        Section("pekppp-peluang", "Peluang Peningkatan", tuple(_gains(result))),
    ]
    if looks := tuple(_looks(result)):
        sections.append(Section("pekppp-periksa", "Hal yang Perlu Diperiksa", (Listing(looks),)))
    return Chapter("pekppp", "Penilaian Mandiri PEKPPP", tuple(sections))


def _figures(result: PekpppResult) -> Iterator[Block]:
    yield Prose("pekppp")
    yield Paragraph(" ".join(_told(result)))
    rows = (
        row("Perkiraan F-02 (penilaian mandiri)", said(result.f02)),
        row("F-03 (penilaian pengguna layanan)", said(result.f03)),
        *((row("Dasar F-03", say(result.users.told)),) if result.users else ()),
        row("Indeks Pelayanan Publik (IPP)", said(result.ipp)),
        row("Kategori", _category(result)),
        row("Indikator yang sudah dinilai", _answered(result)),
    )
    columns = left("Keterangan", f"Nilai (0–{HIGHEST})")
    yield ReportTable("tabel-pekppp", "Ringkasan penilaian mandiri PEKPPP", columns, rows)


def _told(result: PekpppResult) -> Iterator[str]:
    f02 = known(result.f02)
    if f02 is None:
        yield f"F-02 belum dihitung, sebab baru {_answered(result)} indikator yang dinilai."
        yield "Indikator yang kosong tidak dianggap bernilai 0."
    else:
        yield f"Perkiraan F-02 adalah {decimal(f02)} dari {HIGHEST}."
    if result.category:
        yield f"Kategorinya {_category(result)}."
    if isinstance(result.ipp, NotScored):
        yield f"IPP belum dihitung: {say(result.ipp.reason)}."
    else:
        yield f"Bersama F-03, IPP menjadi {decimal(result.ipp)}."


def _category(result: PekpppResult) -> str:
    if result.category is None:
        return "belum dapat ditetapkan"
    return f"{result.category.code} ({result.category.name}), menurut {result.category.of}"


def _answered(result: PekpppResult) -> str:
    return f"{result.answered} dari {len(result.indicators)}"


def _aspects(result: PekpppResult) -> Iterator[Block]:
    yield figures.aspects(result)
    rows = tuple(
        row(f"{each.code}. {each.name}", f"{short(each.weight)} %", said(each.index))
        for each in result.aspects
    )
    columns = (*left("Aspek"), *right("Bobot", "Indeks"))
    yield ReportTable("tabel-aspek", "Bobot dan indeks setiap aspek", columns, rows)
    if scored := {each.name: index for each in result.aspects if (index := known(each.index)) is not None}:
        yield Paragraph(" ".join(_extremes(scored)))
    rows = tuple(
        row(f"{each.code}. {each.name}", ", ".join(map(str, each.indicators)), said(each.index))
        for each in result.principles
    )
    columns = (*left("Prinsip", "Indikator"), *right("Indeks"))
    yield ReportTable("tabel-prinsip", "Indeks setiap prinsip", columns, rows)


def _extremes(indices: Mapping[str, Fraction]) -> Iterator[str]:
    highest, lowest = max(indices.values()), min(indices.values())
    top, bottom = apart((highest, lowest))
    if highest == lowest:
        yield f"Semua aspek yang dinilai berindeks sama, yaitu {top}."
        return
    best = listed(name for name, index in indices.items() if index == highest)
    worst = listed(name for name, index in indices.items() if index == lowest)
    yield f"Indeks tertinggi, {top}, ada pada aspek {best}."
    yield f"Indeks terendah, {bottom}, ada pada aspek {worst}."


def _indicators(result: PekpppResult) -> ReportTable:
    names = {each.code: each.name for each in result.aspects}
    rows = []
    for each in result.indicators:
        weight = f"{decimal(each.weight)} %"
        texts = (str(each.no), each.title, names[each.aspect], weight, _level(each), _ORIGINS[each.status])
        rows.append(row(*texts, head=1))
    words = left("Indikator", "Aspek")
    columns = (*right("No"), *words, *right("Bobot", "Tingkat"), *left("Asal tingkat"))
    note = f"Bobot adalah bagian indikator dari F-02, dalam persen. Tingkatnya 0 sampai {HIGHEST}."
    return ReportTable("tabel-indikator", "Tingkat setiap indikator", columns, tuple(rows), note)


def _level(each: IndicatorResult) -> str:
    return NOT_SCORED if each.level is None else str(each.level)


def _gains(result: PekpppResult) -> Iterator[Block]:
    """Yield the next levels that raise F-02 most, with what is needed for each."""
    steps = [(each, each.next) for each in result.indicators if each.next]
    if not steps:
        yield Paragraph("Tidak ada indikator yang dapat dinaikkan lagi menurut fakta yang diisi.")
        return
    best = sorted(steps, key=lambda step: (-step[1].gain, step[0].no))[:MOST_STEPS]
    rows = tuple(
        (
            Cell((str(each.no),)),
            Cell((each.title,), head=True),
            Cell((f"{_level(each)} → {onward.level}",)),
            Cell((f"+{decimal(onward.gain, 3)}",)),
            Cell(tuple(capital(say(need)) for need in onward.needs)),
        )
        for each, onward in best
    )
    words = left("Indikator", "Tingkat")
    columns = (*right("No"), *words, *right("Tambahan F-02"), *left("Yang diperlukan"))
    yield Paragraph("Langkah berikut paling menaikkan F-02 bila dikerjakan satu per satu.")
    yield ReportTable("tabel-peluang", "Langkah yang paling menaikkan F-02", columns, rows)


def _looks(result: PekpppResult) -> Iterator[str]:
    """Yield what an assessor should look at before anybody else does, by indicator numbers."""
    every = result.indicators
    looks = {
        "Belum dinilai": [each for each in every if each.level is None],
        "Nilai mandiri berbeda dengan yang diberikan faktanya": [each for each in every if _differs(each)],
        "Nilai mandiri tanpa fakta": [each for each in every if each.status is Status.CLAIMED],
        "Faktanya bertentangan": [each for each in every if each.contradictions],
        "Instrumennya mendua": [each for each in every if each.ambiguity],
        "Bukti yang disebut tidak ditemukan": [each for each in every if each.evidence.missing],
        "Bukti yang disebut kosong": [each for each in every if each.evidence.empty],
        "Bukti yang disebut ditolak": [each for each in every if each.evidence.refused],
        "Bertingkat 1 ke atas tanpa menyebut bukti": [
            each for each in every if each.level and not each.evidence.named
        ],
    }
    for name, found in looks.items():
        if found:
            yield f"{name}: indikator {listed(str(each.no) for each in found)}"


def _differs(each: IndicatorResult) -> bool:
    return None not in (each.claimed, each.derived) and each.claimed != each.derived
