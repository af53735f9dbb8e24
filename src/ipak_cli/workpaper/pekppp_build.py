"""The workpaper of a self-assessment put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.provenance import spoken
from ipak_cli.base.text import capital
from ipak_cli.workpaper.book import Book
from ipak_cli.workpaper.cells import NONE
from ipak_cli.workpaper.check import CHECK_WIDTHS, write_check
from ipak_cli.workpaper.opening import COLOURS, FIRST_WIDTHS, STEPS, Opening, write_opening
from ipak_cli.workpaper.paper import Line
from ipak_cli.workpaper.parameter_sheet import ParameterSheet
from ipak_cli.workpaper.pekppp_counting import write_counting
from ipak_cli.workpaper.pekppp_paper import write_facts, write_parameters
from ipak_cli.workpaper.pekppp_results import RESULT_WIDTHS, parts
from ipak_cli.workpaper.results import write_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.workpaper.paper import Places
    from ipak_cli.workpaper.pekppp_paper import PekpppPaper

_COUNTING_WIDTHS: Final = (9, 11, 11, *([12] * 12))
_WHAT: Final = (
    "Kertas kerja ini menghitung ulang penilaian mandiri PEKPPP: dari fakta ke tingkat setiap indikator, "
    "indeks aspek dan prinsip, F-02, IPP, dan kategori. Lembar Fakta memuat isian buku kerja; lembar Hasil "
    "memuat tingkat yang diturunkan di samping nilai mandiri, dengan alasan dan langkah berikutnya."
)
_LEVELS: Final = (
    "Aturan yang menghitung bulan di antara dua tanggal tidak ditulis sebagai rumus; lembar Hitung menyebut "
    "indikator mana, dan aturannya dapat dibaca dengan ipak rubric show. F-02 adalah perkiraan: nilai yang "
    "berlaku ditetapkan evaluator."
)


def pekppp_workpaper(paper: PekpppPaper) -> bytes:
    """Return the workbook: the same bytes for the same result, rubric and answers."""
    book = Book("Kertas kerja PEKPPP")
    first = book.sheet("Baca dulu", FIRST_WIDTHS)
    cells = write_facts(book, paper)
    parameters = ParameterSheet(book)
    write_parameters(parameters, paper)
    places: Places = {}
    write_counting(book.sheet("Hitung", _COUNTING_WIDTHS), paper, cells, places)
    results = book.sheet("Hasil", RESULT_WIDTHS)
    lines = [*write_parts(results, parts(paper), places), *_taken(paper, places), *parameters.lines]
    write_check(book.sheet("Cek", CHECK_WIDTHS), book, lines)
    write_opening(first, _opening(paper), lines)
    return book.close()


def _taken(paper: PekpppPaper, places: Places) -> Iterator[Line]:
    """Yield the levels that are taken as they are, to be held beside those of the result."""
    for each in paper.result.indicators:
        place = places["indicator", str(each.no), "given"]
        name, level = f"Indikator {each.no}, dari fakta menurut ipak", each.derived
        yield Line("Hitung", name, NONE if level is None else level, 0, place.ref, place.value)


def _opening(paper: PekpppPaper) -> Opening:
    result = paper.result
    period = capital(spoken(result.period)) if result.period.name else "periode tidak disebut"
    return Opening(
        subject=f"Penilaian mandiri PEKPPP, {period}. {result.unit or 'Unit tidak disebut'}.",
        contents=(_WHAT, _LEVELS, COLOURS),
        steps=STEPS,
        heads=("Berkas", "Lembar", None, "Sidik SHA-256"),
        sources=[(each.name, ", ".join(each.sheets), None, each.sha256) for each in result.sources],
        made_by=[*_made_by(paper)],
    )


def _made_by(paper: PekpppPaper) -> Iterator[tuple[str, str]]:
    result, rubric = paper.result, paper.rubric
    yield "Rubrik", f"{rubric.title} ({result.rubric.id} versi {result.rubric.version})"
    yield "Sidik rubrik", result.rubric.digest
    yield "Sumber rubrik", rubric.source
    yield "Dihitung dengan", f"{result.tool.name} {result.tool.version}"
    yield "Dokumen hasil", result.schema
