"""The workpaper put together: its sheets in the order in which they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.workpaper.answers import write_answers
from ipak_cli.workpaper.book import Book
from ipak_cli.workpaper.certainty import write_intervals
from ipak_cli.workpaper.check import CHECK_WIDTHS, write_check
from ipak_cli.workpaper.course import write_course
from ipak_cli.workpaper.indices import write_combined, write_distribution, write_indices
from ipak_cli.workpaper.items import write_items, write_respondents
from ipak_cli.workpaper.opening import FIRST_WIDTHS, write_opening
from ipak_cli.workpaper.parameter_sheet import ParameterSheet
from ipak_cli.workpaper.parameters import write_parameters
from ipak_cli.workpaper.people import write_groups, write_sample
from ipak_cli.workpaper.pictures import draw
from ipak_cli.workpaper.read_first import opening_of
from ipak_cli.workpaper.reliability import write_reliability
from ipak_cli.workpaper.results import RESULT_WIDTHS, write_results
from ipak_cli.workpaper.zone import write_zone

if TYPE_CHECKING:
    from ipak_cli.workpaper.paper import Paper, Places
    from ipak_cli.workpaper.table import Table

_COUNTING_WIDTHS: Final = (13, 20, 13, *([12] * 30))
_MANY: Final = 5_000
"""Answers from which the workbook is written with little memory."""


def workpaper(paper: Paper) -> bytes:
    """Return the workbook: the same bytes for the same result, rubric and answers.

    The result has to have figures, and to be scored by the very rubric.
    """
    book = Book("Kertas kerja", long=len(paper.answers or ()) > _MANY)
    first = book.sheet("Baca dulu", FIRST_WIDTHS)
    write_answers(book, paper)
    parameters = ParameterSheet(book)
    write_parameters(parameters, paper)
    places: Places = {}
    tables = _count(book, paper, places)
    results = book.sheet("Hasil", RESULT_WIDTHS)
    lines = [*write_results(results, paper, places), *parameters.lines]
    draw(book, results, paper, tables)
    write_check(book.sheet("Cek", CHECK_WIDTHS), book, lines)
    write_opening(first, opening_of(paper), lines)
    return book.close()


def _count(book: Book, paper: Paper, places: Places) -> tuple[Table, Table, Table | None]:
    """Write ``Hitung``: the tables follow each other as the figures do."""
    sheet = book.sheet("Hitung", _COUNTING_WIDTHS)
    sheet.title("Hitung")
    start = "dari lembar Jawaban" if paper.answers is not None else "dari sel kuning di lembar ini"
    sheet.note(
        f"Perhitungan {start} dan ketentuan di lembar Parameter. Setiap kolom memakai satu rumus, disalin ke "
        "bawah; angka penuh dibawa tanpa pembulatan, dan dibulatkan satu kali pada kolom di sebelahnya.",
        12,
    )
    write_respondents(book, sheet, paper, places)
    items = write_items(sheet, paper, places)
    indices = write_indices(sheet, paper, items, places)
    write_combined(sheet, paper, items, places)
    values = write_distribution(sheet, paper, items, places)
    write_zone(sheet, paper, indices, places)
    write_intervals(sheet, paper, places)
    write_sample(sheet, paper, places)
    write_groups(sheet, paper, places)
    write_reliability(sheet, paper, places)
    periods = write_course(sheet, paper, places)
    sheet.lay_out(rows=1)
    return items, values, periods
