"""The sheet ``Parameter``: what the rubric and the office's settings say, each with a name for formulas."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ipak_cli.rubric.survey import PerformancePart, SurveyPart
from ipak_cli.workpaper.cells import NONE, Cell, Look, given
from ipak_cli.workpaper.formulas import GUARD
from ipak_cli.workpaper.paper import Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.workpaper.book import Book
    from ipak_cli.workpaper.cells import Value
    from ipak_cli.workpaper.paper import Paper

_WIDTHS = (16, 34, 14, 14, 14, 14, 60)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of a table: its head, the name of its cells, and the decimals of its numbers."""

    head: str
    name: str | None = None
    places: int = 0


class Parameters:
    """Writes the sheet; ``lines`` hold each parameter with what it must be."""

    def __init__(self, book: Book, paper: Paper) -> None:
        self._book, self._paper = book, paper
        self._sheet = book.sheet("Parameter", _WIDTHS)
        self.lines: list[Line] = []

    def write(self) -> None:
        """Write everything."""
        sheet = self._sheet
        sheet.title("Parameter")
        sheet.note(
            "Semua ketentuan yang dipakai dalam perhitungan. Sel kuning berasal dari rubrik, dari pengaturan "
            "kantor, atau dari hasil; mengubahnya mengubah semua angka, dan lembar Cek menunjukkan akibatnya."
        )
        self._singles()
        self._items()
        self._indices()
        self._bands()
        self._grades()
        self._zone()
        sheet.lay_out(rows=1)

    def _singles(self) -> None:
        paper, scale, survey = self._paper, self._paper.rubric.scale, self._paper.survey
        self._sheet.heading("Skala, responden, dan pembulatan")
        self._sheet.heads("Nama", "Keterangan", "Nilai")
        self._single("SKALA_TERENDAH", "Nilai jawaban terendah", scale.lowest)
        self._single("SKALA_TERTINGGI", "Nilai jawaban tertinggi", scale.highest)
        self._single("PENGUNJUNG", "Jumlah pengunjung (populasi)", _or_none(survey.population))
        minimum = paper.rubric.sample.minimum
        self._single("RESPONDEN_MINIMUM", "Responden paling sedikit menurut rubrik", _or_none(minimum))
        if survey.zi is not None:
            self._single("KINERJA", "Jawaban capaian kinerja", _or_none(survey.zi.performance))
        if paper.published_weight is not None:
            self._single("BOBOT_TERDAHULU", "Bobot pada laporan terdahulu", paper.published_weight, 4)
        self._single("JAGA", "Penjaga pembulatan terhadap galat pecahan biner", GUARD, 9)
        self._sheet.note(
            "Pembulatan selalu setengah ke atas: INT(100 × nilai + 0,5 + JAGA) ÷ 100. Tanpa JAGA, 3,815 yang "
            "oleh komputer disimpan sebagai 3,81499… menjadi 3,81, padahal seharusnya 3,82."
        )

    def _single(self, name: str, meaning: str, value: Value, places: int = 0) -> None:
        row = self._sheet.put(Cell(name), Cell(meaning), given(value, places))
        self._book.define(name, self._sheet.ref(3, row))
        self._check(meaning, value, places, 3, row)

    def _items(self) -> None:
        paper, rubric = self._paper, self._paper.rubric
        weights = [weight for index in rubric.indices for weight in index.weights]
        rows: list[tuple[Value, ...]] = []
        for item, weight in zip(rubric.items, weights, strict=True):
            target = paper.target_of(item.code)
            way = "negatif" if item.polarity == "negative" else "positif"
            told = (rubric.index_of(item).code, way, weight, _or_none(target), item.text)
            rows.append((len(rows) + 1, item.code, *told))
        columns = (
            _Column("No"),
            _Column("Butir", "BUTIR_KODE"),
            _Column("Indeks", "BUTIR_INDEKS"),
            _Column("Arah", "BUTIR_ARAH"),
            _Column("Bobot", "BUTIR_BOBOT", 6),
            _Column("Target", "BUTIR_TARGET", 2),
            _Column("Kalimat butir"),
        )
        self._table("Butir", columns, rows, key=1)

    def _indices(self) -> None:
        rows = [
            (number, index.code, index.name) for number, index in enumerate(self._paper.rubric.indices, 1)
        ]
        self._table("Indeks", (_Column("No"), _Column("Kode", "INDEKS_KODE"), _Column("Nama")), rows, key=1)

    def _bands(self) -> None:
        """Write the bands of each index from the lowest on, as a search in them needs."""
        for number, index in enumerate(self._paper.rubric.indices, 1):
            bands = sorted(index.bands, key=lambda band: band.minimum)
            columns = (
                _Column("Mutu"),
                _Column("Sebutan", f"MUTU_{number}"),
                _Column("Mulai dari", f"MUTU_{number}_MULAI", 2),
            )
            rows = [(band.code, f"{band.code} ({band.name})", band.minimum) for band in bands]
            self._table(f"Mutu {index.code}", columns, rows, key=0)

    def _grades(self) -> None:
        for number, part in enumerate(performance_parts(self._paper), 1):
            columns = (
                _Column("Jawaban", f"KINERJA_{number}_JAWABAN"),
                _Column("Arti"),
                _Column("Poin", f"KINERJA_{number}_POIN", 2),
            )
            rows = [(grade.code, grade.meaning, grade.points) for grade in part.grades]
            self._table(f"Poin {part.name}", columns, rows, key=0)

    def _zone(self) -> None:
        zone = self._paper.rubric.zi
        if zone is None:
            return
        parts: list[tuple[Value, ...]] = [
            (part.code, part.name, part.index if isinstance(part, SurveyPart) else NONE, part.points)
            for component in zone.components
            for part in component.parts
        ]
        columns = (
            _Column("Bagian", "BAGIAN_KODE"),
            _Column("Nama"),
            _Column("Indeks", "BAGIAN_INDEKS"),
            _Column("Poin tertinggi", "BAGIAN_POIN", 2),
        )
        self._table("Bagian komponen hasil Zona Integritas", columns, parts, key=0)
        conditions: list[tuple[Value, ...]] = [
            (predicate.code, each.name, _or_none(each.of), each.minimum)
            for predicate in zone.predicates
            for each in predicate.conditions
        ]
        columns = (
            _Column("Predikat", "SYARAT_PREDIKAT"),
            _Column("Syarat"),
            _Column("Atas", "SYARAT_ATAS"),
            _Column("Minimal", "SYARAT_MINIMAL", 2),
        )
        self._table("Syarat predikat", columns, conditions, key=1)

    def _table(
        self, title: str, columns: Sequence[_Column], rows: Sequence[tuple[Value, ...]], *, key: int
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


def performance_parts(paper: Paper) -> Iterator[PerformancePart]:
    """Yield the parts of the components that the performance question earns, in the rubric's order."""
    for component in paper.rubric.zi.components if paper.rubric.zi else ():
        yield from (part for part in component.parts if isinstance(part, PerformancePart))


def _or_none(value: Value | None) -> Value:
    return NONE if value is None else value


def _cell(column: _Column, value: Value) -> Cell:
    if column.name is None:
        return Cell(value, Look.LABEL)
    return given(Fraction(value) if column.places and not isinstance(value, str) else value, column.places)
