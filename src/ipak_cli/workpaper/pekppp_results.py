"""``Hasil`` of a self-assessment: figures, and each indicator's level beside its claim, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.text import capital
from ipak_cli.catalogue.indonesian import say
from ipak_cli.pekppp.result import Status
from ipak_cli.workpaper.cells import NONE, shown
from ipak_cli.workpaper.pekppp_counting import category_of
from ipak_cli.workpaper.result_parts import Part, Shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.pekppp.result import IndicatorResult
    from ipak_cli.workpaper.pekppp_paper import PekpppPaper
    from ipak_cli.workpaper.result_parts import Entry

RESULT_WIDTHS: Final = (14, 44, 12, 12, 12, 12, 52, 52)
_ORIGINS: Final = {
    Status.DERIVED: "dari fakta",
    Status.CLAIMED: "nilai mandiri",
    Status.MISSING: "belum dinilai",
}


def parts(paper: PekpppPaper) -> Iterator[Part]:
    """Yield the tables of the sheet."""
    result = paper.result
    yield Part(
        "F-02, IPP, dan kategori",
        (None, "Angka", "Nilai"),
        [
            (None, "F-02", Shown(("f02",), "F-02", shown(result.f02))),
            (None, "IPP", Shown(("ipp",), "IPP", shown(result.ipp))),
            (None, "Kategori", Shown(("category",), "Kategori", category_of(paper))),
            (None, "Indikator yang dinilai", Shown(("answered",), "Indikator yang dinilai", result.answered)),
        ],
    )
    rows = [
        (
            each.code,
            each.name,
            Shown(("aspect", each.code, "weight"), f"Aspek {each.code}, bobot", each.weight),
            Shown(("aspect", each.code, "index"), f"Aspek {each.code}, indeks", shown(each.index)),
        )
        for each in result.aspects
    ]
    yield Part("Aspek", ("Kode", "Aspek", "Bobot (%)", "Indeks"), rows)
    principles = [
        (
            each.code,
            each.name,
            Shown(("principle", each.code, "index"), f"Prinsip {each.code}", shown(each.index)),
        )
        for each in result.principles
    ]
    yield Part("Prinsip", ("Kode", "Prinsip", "Indeks"), principles)
    heads = (
        "Indikator",
        "Judul",
        "Nilai mandiri",
        "Dari fakta",
        "Tingkat",
        "Asal",
        "Alasan",
        "Langkah berikut",
    )
    yield Part("Tingkat setiap indikator", heads, [_indicator(each) for each in result.indicators])


def _indicator(each: IndicatorResult) -> Sequence[Entry]:
    key, name = ("indicator", str(each.no)), f"Indikator {each.no}"
    return (
        f"{each.no} ({each.code})",
        each.title,
        Shown((*key, "claimed"), f"{name}, nilai mandiri", _or_none(each.claimed)),
        Shown((*key, "derived"), f"{name}, dari fakta", _or_none(each.derived)),
        Shown((*key, "level"), f"{name}, tingkat", _or_none(each.level)),
        _ORIGINS[each.status],
        reason_of(each),
        next_of(each),
    )


def reason_of(each: IndicatorResult) -> str:
    """Say why an indicator has its level."""
    return capital(say(each.reason))


def next_of(each: IndicatorResult) -> str:
    """Say what is missing for the next level; the sign for none where there is no next."""
    if each.next is None:
        return NONE
    needs = "; ".join(say(need) for need in each.next.needs)
    return f"Tingkat {each.next.level}: {needs}"


def _or_none(value: int | None) -> int | str:
    return NONE if value is None else value
