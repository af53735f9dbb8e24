"""What the workpaper of a self-assessment is made from: the result, its rubric, and what was filled in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from ipak_cli.base.period import indonesian_date
from ipak_cli.workpaper.cells import NONE, Cell, derived, exact, given
from ipak_cli.workpaper.level_formulas import FactCell
from ipak_cli.workpaper.parameter_sheet import ParameterColumn

if TYPE_CHECKING:
    from ipak_cli.pekppp.answers import Assessment, FactAnswer
    from ipak_cli.pekppp.result import PekpppResult
    from ipak_cli.rubric.pekppp import PekpppRubric
    from ipak_cli.workpaper.book import Book
    from ipak_cli.workpaper.cells import Value
    from ipak_cli.workpaper.level_formulas import FactCells
    from ipak_cli.workpaper.parameter_sheet import ParameterSheet

UNREADABLE: Final = "tidak terbaca"
"""What stands for a fact whose cell cannot be read."""


@dataclass(frozen=True, slots=True)
class PekpppPaper:
    """A result with the rubric that it was scored by and the answers that it was derived from."""

    result: PekpppResult
    rubric: PekpppRubric
    assessment: Assessment


def write_facts(book: Book, paper: PekpppPaper) -> FactCells:
    """Write a row a fact: what was filled in, and whether it is met. Return the cells of each."""
    sheet = book.sheet("Fakta", (10, 10, 80, 30, 12))
    cells: FactCells = {}
    sheet.title("Fakta")
    sheet.note("Isian buku kerja penilaian mandiri. Fakta yang kosong ditandai –.")
    head = sheet.heads("Indikator", "Fakta", "Pernyataan", "Isian", "Terpenuhi")
    first = sheet.row
    for indicator in paper.rubric.indicators:
        answers = paper.assessment.indicators.get(indicator.no)
        for fact in indicator.facts:
            answer = answers.facts.get(fact.id) if answers else None
            told = _told(answer)
            row = sheet.row
            best = fact.answers[-1] if fact.answers else NONE
            met = derived(f'IF($D{row}="{best}",1,0)', int(told == best)) if fact.answers else NONE
            sheet.put(Cell(indicator.no), fact.id, fact.text, given(told), met)
            cells[fact.id] = FactCell(sheet.ref(4, row), sheet.ref(5, row))
    book.define("FAKTA_INDIKATOR", sheet.ref(1, first, sheet.row - 1))
    book.define("FAKTA_ISIAN", sheet.ref(4, first, sheet.row - 1))
    sheet.lay_out(rows=head, repeat=(head, head))
    return cells


def _told(fact: FactAnswer | None) -> Value:
    if fact is None or (fact.answer is None and not fact.faulty):
        return NONE
    match fact.answer:
        case None:
            return UNREADABLE
        case date():
            return indonesian_date(fact.answer)
        case _:
            return fact.answer


def write_parameters(sheet: ParameterSheet, paper: PekpppPaper) -> None:
    """Write the weights of aspects and indicators, the shares of F-02 and F-03, the categories."""
    rubric = paper.rubric
    f03 = paper.result.f03
    shares: list[tuple[str, str, Value, int]] = [
        ("BAGIAN_F02", "Bagian F-02 dalam IPP", rubric.ipp.f02, 2),
        ("BAGIAN_F03", "Bagian F-03 dalam IPP", rubric.ipp.f03, 2),
        ("NILAI_F03", "F-03 (penilaian pengguna layanan)", exact(f03), 6),
    ]
    sheet.singles("Indeks Pelayanan Publik dan pembulatan", shares)
    columns: tuple[ParameterColumn, ...] = (
        ParameterColumn("Kode", "ASPEK_KODE"),
        ParameterColumn("Nama"),
        ParameterColumn("Bobot (%)", "ASPEK_BOBOT", 2),
    )
    sheet.table("Aspek", columns, [(each.code, each.name, each.weight) for each in rubric.aspects], key=0)
    columns = (
        ParameterColumn("No"),
        ParameterColumn("Indikator"),
        ParameterColumn("Kode", "INDIKATOR_KODE"),
        ParameterColumn("Aspek", "INDIKATOR_ASPEK"),
        ParameterColumn("Prinsip", "INDIKATOR_PRINSIP"),
        ParameterColumn("Bobot (%)", "INDIKATOR_BOBOT", 2),
    )
    rows: list[tuple[Value, ...]] = [
        (each.no, each.title, each.code, rubric.aspect_of(each).code, each.principle, each.weight)
        for each in rubric.indicators
    ]
    sheet.table("Indikator", columns, rows, key=0)
    columns = (
        ParameterColumn("Huruf"),
        ParameterColumn("Kategori", "KATEGORI"),
        ParameterColumn("Mulai dari", "KATEGORI_MULAI", 2),
    )
    categories = sorted(rubric.categories, key=lambda each: each.minimum)
    named = [(each.code, f"{each.code} ({each.name})", each.minimum) for each in categories]
    sheet.table("Kategori", columns, named, key=0)
