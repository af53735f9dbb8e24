"""The sheet ``Cek``: every figure of the report beside the one derived here, and whether they agree."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.workpaper.cells import NONE, Cell, Look, derived, given

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.workpaper.book import Book, Sheet
    from ipak_cli.workpaper.cells import Value
    from ipak_cli.workpaper.paper import Line

AGREES: Final = "COCOK"
DIFFERS: Final = "BEDA"
ALL_AGREE: Final = "SEMUA COCOK"
VERDICT: Final = "HASIL_CEK"
"""The name of the cell that says whether all figures agree."""
_TOLERANCE: Final = "0.0000000001"
CHECK_WIDTHS: Final = (8, 40, 62, 18, 18, 16, 12)
_FIRST_ROW: Final = 8


def write_check(sheet: Sheet, book: Book, lines: Sequence[Line]) -> None:
    """Write a line a figure, and above them the verdict on all.

    The tolerance stands in each formula and not among the parameters, where it could be widened.
    """
    last = _FIRST_ROW + len(lines) - 1
    verdicts = sheet.ref(7, _FIRST_ROW, last).rpartition("!")[2]
    sheet.title("Cek")
    sheet.note(
        "Angka menurut laporan ditulis sebagai bilangan; angka yang dihitung ulang berasal dari lembar Hasil "
        "dan Parameter. Keduanya harus sama."
    )
    sheet.row = 4
    count = f'COUNTIF({verdicts},"{AGREES}")'
    all_of = f"ROWS({verdicts})"
    told = f'({all_of}-{count})&" DARI "&{all_of}&" ANGKA BEDA"'
    formula = f'IF({count}={all_of},"{ALL_AGREE}",{told})'
    row = sheet.put(None, Cell("Kesimpulan", Look.HEAD), Cell(verdict_on(lines), Look.VERDICT, formula))
    book.define(VERDICT, sheet.ref(3, row))
    sheet.put(None, Cell("Banyaknya angka", Look.HEAD), derived(f"ROWS({verdicts})", len(lines)))
    sheet.row = _FIRST_ROW - 1
    sheet.heads("No", "Bagian", "Angka", "Menurut laporan", "Dihitung ulang", "Selisih", "Hasil")
    for number, line in enumerate(lines, 1):
        _line(sheet, number, line)
    sheet.colour_verdicts(7, _FIRST_ROW, last)
    sheet.colour_verdicts(3, row, row)
    sheet.lay_out(rows=_FIRST_ROW - 1, repeat=(_FIRST_ROW - 1, _FIRST_ROW - 1))


def verdict_on(lines: Sequence[Line]) -> str:
    """Return what the check comes to."""
    different = sum(line.reported != line.value for line in lines)
    return f"{different} DARI {len(lines)} ANGKA BEDA" if different else ALL_AGREE


def _line(sheet: Sheet, number: int, line: Line) -> None:
    row = sheet.row
    said, found = f"$D{row}", f"$E{row}"
    numbers = f"AND(ISNUMBER({said}),ISNUMBER({found}))"
    gap = f'IF({numbers},{found}-{said},"{NONE}")'
    same = f"IF({numbers},ABS({found}-{said})<{_TOLERANCE},EXACT({said},{found}))"
    verdict = f'IFERROR(IF({same},"{AGREES}","{DIFFERS}"),"{DIFFERS}")'
    agrees = AGREES if line.reported == line.value else DIFFERS
    sheet.put(
        Cell(number),
        Cell(line.part),
        Cell(line.name),
        given(line.reported, line.places),
        derived(line.ref, line.value, line.places),
        derived(gap, _gap(line.value, line.reported), max(line.places, 2)),
        Cell(agrees, Look.VERDICT, verdict),
    )


def _gap(found: Value, said: Value) -> Value:
    if isinstance(found, str) or isinstance(said, str):
        return NONE
    return Fraction(found) - Fraction(said)
