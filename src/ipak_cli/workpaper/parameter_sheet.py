"""The sheet ``Parameter``: what a rubric and the settings say, each with a name, and what it must be."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.workpaper.cells import Cell, Look, given
from ipak_cli.workpaper.formulas import GUARD
from ipak_cli.workpaper.paper import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipak_cli.workpaper.book import Book
    from ipak_cli.workpaper.cells import Value

_WIDTHS = (16, 34, 14, 14, 14, 14, 60)


@dataclass(frozen=True, slots=True)
class ParameterColumn:
    """A column of a table: its head, the name of its cells, and the decimals of its numbers."""

    head: str
    name: str | None = None
    places: int = 0


class ParameterSheet:
    """Writes the sheet; ``lines`` hold each parameter with what it must be, for the check."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._sheet = book.sheet("Parameter", _WIDTHS)
        self.lines: list[Line] = []
        self._sheet.title("Parameter")
        self._sheet.note(
            "Semua ketentuan yang dipakai dalam perhitungan. Sel kuning berasal dari rubrik, dari pengaturan "
            "kantor, atau dari hasil; mengubahnya mengubah semua angka, dan lembar Cek menunjukkan akibatnya."
        )
        self._sheet.lay_out(rows=1)

    def singles(self, title: str, rows: Sequence[tuple[str, str, Value, int]]) -> None:
        """Write single values: name, meaning, value and decimals; the guard of the rounding is the last."""
        self._sheet.heading(title)
        self._sheet.heads("Nama", "Keterangan", "Nilai")
        guard = ("JAGA", "Penjaga pembulatan terhadap galat pecahan biner", GUARD, 9)
        for name, meaning, value, places in (*rows, guard):
            row = self._sheet.put(Cell(name), Cell(meaning), given(value, places))
            self._book.define(name, self._sheet.ref(3, row))
            self._check(meaning, value, places, 3, row)
        self._sheet.note(
            "Pembulatan selalu setengah ke atas: INT(100 × nilai + 0,5 + JAGA) ÷ 100. Tanpa JAGA, 3,815 yang "
            "oleh komputer disimpan sebagai 3,81499… menjadi 3,81, padahal seharusnya 3,82."
        )

    def table(
        self, title: str, columns: Sequence[ParameterColumn], rows: Sequence[tuple[Value, ...]], *, key: int
    ) -> None:
        """Write a table; of its rows the column ``key`` says what they are of, for the check."""
        if not rows:
            return
        sheet = self._sheet
        sheet.heading(title)
        sheet.heads(*(column.head for column in columns))
        first = sheet.row
        for values in rows:
            cells = zip(columns, values, strict=True)
            row = sheet.put(*(_cell(column, value) for column, value in cells))
            for place, (column, value) in enumerate(zip(columns, values, strict=True), 1):
                if column.name and place - 1 != key:
                    self._check(f"{column.head} {values[key]} ({title})", value, column.places, place, row)
        for place, column in enumerate(columns, 1):
            if column.name:
                self._book.define(column.name, sheet.ref(place, first, sheet.row - 1))

    def _check(self, name: str, value: Value, places: int, column: int, row: int) -> None:
        ref = self._sheet.ref(column, row)
        self.lines.append(Line("Parameter", name, value, places, ref, value))


def _cell(column: ParameterColumn, value: Value) -> Cell:
    if column.name is None:
        return Cell(value, Look.LABEL)
    return given(Fraction(value) if column.places and not isinstance(value, str) else value, column.places)
