"""Fractions to round in a workbook: every mean of some answers, and the halves among those of more."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import half_up
from ipak_cli.workpaper.book import Book
from ipak_cli.workpaper.cells import derived, given
from ipak_cli.workpaper.formulas import GUARD, rounded, rounded_signed

if TYPE_CHECKING:
    from makers.engines import Sheets

Pairs = list[tuple[int, int]]
_MOST: Final = 300
"""Of a third as many answers every mean is tried, of up to four times as many those near a half."""
PAIRS: Final[dict[str, Pairs]] = {
    "every": [(k, n) for n in range(1, _MOST // 3) for k in range(n, 4 * n + 1)],
    "halves": [
        (k, n)
        for n in range(1, 4 * _MOST)
        for k in range(n, 4 * n + 1)
        if (200 * k + n) % (2 * n) in {0, 1, 2 * n - 1}
    ],
    "percent": [*((2 * k + 1, 200) for k in range(5_000, 10_000)), (3_815, 1_000)],
}
"""Of a sum and a number of answers: what is divided and by what."""


def rounding(pairs: Pairs) -> bytes:
    """Return a workbook that rounds fractions, each by its division and with its sign turned."""
    book = Book("Pembulatan")
    sheet = book.sheet("Uji", (12,) * 4)
    book.define("JAGA", sheet.ref(1, sheet.put(given(GUARD, 9))))
    for total, count in pairs:
        row = sheet.row
        sheet.put(
            given(total),
            given(count),
            derived(rounded(f"(A{row}/B{row})"), 0, 2),
            derived(rounded_signed(f"(-A{row}/B{row})"), 0, 2),
        )
    return book.close()


def figures(sheets: Sheets) -> list[tuple[object, object]]:
    """Return the rounded fractions, and those of the same with the sign turned."""
    cells = sheets["Uji"]
    return [(cells[f"C{row}"], cells[f"D{row}"]) for row in range(2, 2 + sum(key[0] == "C" for key in cells))]


def wanted(pairs: Pairs) -> list[tuple[object, object]]:
    """Return what the report writes."""
    return [(float(half_up(Fraction(*pair))), float(half_up(-Fraction(*pair)))) for pair in pairs]
