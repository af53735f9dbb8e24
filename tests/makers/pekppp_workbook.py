"""A small PEKPPP rubric with a fact of every type, and its filled workbook, in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipak_cli.rubric.load import LoadedRubric
from ipak_cli.rubric.pekppp import PekpppRubric
from ipak_cli.tables.column import Piece
from ipak_cli.tables.workbook import PieceSheet, Workbook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.workbook import MergedRange

FILE = "isi.xlsx"


@dataclass(frozen=True)
class Filled:
    """A sheet of these rows from A1 on."""

    name: str
    rows: list[list[Cell]]
    hidden_rows: tuple[int, ...] = ()
    merged: tuple[MergedRange, ...] = ()

    @property
    def sheet(self) -> PieceSheet:
        """The sheet as a reader gives it."""
        return PieceSheet(FILE, self.name, self.read, hidden_rows=self.hidden_rows, merged=self.merged)

    def read(self, size: int) -> Iterator[Piece]:
        """Yield the rows in pieces; a sheet without a cell has none."""
        width = max(map(len, self.rows), default=0)
        for first in range(0, len(self.rows) if width else 0, size):
            part = self.rows[first : first + size]
            cells = (cell for row in part for cell in [*row, *[None] * (width - len(row))])
            yield Piece.of(range(first + 1, first + len(part) + 1), range(1, width + 1), cells)


DIGEST = "sha256:abc"
MEDIA = ("tidak ada", "satu, yaitu papan", 'dua atau "lebih"')
FACTS = (
    {"id": "F01-01", "text": "SP tersedia", "type": "yes_no", "help": "Untuk semua layanan."},
    {"id": "F01-02", "text": "Media publikasi SP", "type": "choice", "options": MEDIA},
    {"id": "F01-03", "text": "SP ditetapkan", "type": "yes_no"},
)
MEASURED = (
    {"id": "F02-01", "text": "Banyaknya rencana", "type": "number"},
    {"id": "F02-02", "text": "Tanggal laporan", "type": "date"},
)
CLAIM_HEADER = (
    "No", "Kode", "Indikator", "Bobot", "Nilai mandiri (0-5)", "Bukti", "Catatan", "Biaya per tingkat",
)  # fmt: skip
FACT_HEADER = ("ID", "No", "Pernyataan", "Jenis", "Isian", "Bukti", "Keterangan", "Indikator")


def _indicator(no: int, code: str, title: str, facts: Sequence[object]) -> dict[str, object]:
    return {
        "no": no,
        "code": code,
        "title": title,
        "principle": "Ak",
        "weight": 100,
        "levels": [f"arti tingkat {level} indikator {no}" for level in range(6)],
        "evidence": ["Dokumen SP", "Foto"],
        "facts": facts,
        "rule": {"rule": "count", "of": ["F01-01"], "thresholds": [1, 2, 3, 4, 5]},
    }


RUBRIC = PekpppRubric.model_validate(
    {
        "kind": "pekppp",
        "id": "uji-pekppp",
        "version": "1.1",
        "title": "Penilaian uji",
        "source": "buatan sendiri",
        "principles": [{"code": "Ak", "name": "Akuntabilitas"}],
        "categories": [{"code": "F", "name": "Gagal", "minimum": 0}],
        "ipp": {"f02": "3/4", "f03": "1/4"},
        "aspects": [
            {
                "code": "a",
                "name": "Kebijakan",
                "weight": 60,
                "indicators": [_indicator(1, "a.Ak", "Tersedia Standar Pelayanan", FACTS)],
            },
            {
                "code": "b",
                "name": "Sarana",
                "weight": 40,
                "indicators": [_indicator(2, "b.Ak", "Kecepatan tindak lanjut", MEASURED)],
            },
        ],
    }
)

LOADED = LoadedRubric(RUBRIC, DIGEST, "rubrics/uji.yaml")


def claim_row(
    no: Cell, claimed: Cell = None, evidence: Cell = None, note: Cell = None, cost: Cell = None
) -> list[Cell]:
    """Return a row of the sheet of indicators, with the rubric's own title."""
    titles = {str(indicator.no): indicator.title for indicator in RUBRIC.indicators}
    return [no, "a.Ak", titles.get(str(no), "Indikator lain"), 100, claimed, evidence, note, cost]


def fact_row(fact_id: Cell, answer: Cell = None, evidence: Cell = None) -> list[Cell]:
    """Return a row of the sheet of facts, with the rubric's own statement."""
    texts = {fact.id: fact.text for indicator in RUBRIC.indicators for fact in indicator.facts}
    return [fact_id, None, texts.get(str(fact_id), "Fakta lain"), None, answer, evidence, None, None]


BLANK_CLAIMS = (claim_row(1), claim_row(2))
BLANK_FACTS = tuple(fact_row(each) for each in ("F01-01", "F01-02", "F01-03", "F02-01", "F02-02"))


def claims(*rows: list[Cell], unit: Cell = "Puskesmas Contoh", period: Cell = "IV-2024") -> Filled:
    """Return the sheet of indicators; the rows given stand from row 5 on, those not given are blank."""
    given = {str(row[0]) for row in rows}
    rest = [row for row in BLANK_CLAIMS if str(row[0]) not in given]
    head: list[list[Cell]] = [
        ["Penilaian uji"], [None, "Unit", unit], [None, "Triwulan", period], list(CLAIM_HEADER),
    ]  # fmt: skip
    return Filled("Penilaian", [*head, *rows, *rest])


def facts(*rows: list[Cell]) -> Filled:
    """Return the sheet of facts; the rows given stand from row 5 on, those not given are blank."""
    given = {row[0] for row in rows}
    rest = [row for row in BLANK_FACTS if row[0] not in given]
    return Filled("Fakta", [["Penilaian uji"], [], [], list(FACT_HEADER), *rows, *rest])


def origin(rubric: str = "uji-pekppp", version: str = "1.1", digest: str = DIGEST) -> Filled:
    """Return the hidden sheet."""
    return Filled("_ipak", [["rubric", rubric], ["version", version], ["digest", digest]])


def workbook(*sheets: Filled) -> Workbook:
    """Return a workbook of the sheets given."""
    return Workbook(FILE, "a1" * 32, tuple(each.sheet for each in sheets))


def book(*sheets: Filled) -> Workbook:
    """Return a workbook of the sheets given, and blank ones for those that are not."""
    given = {sheet.name for sheet in sheets}
    rest = [sheet for sheet in (claims(), facts(), origin()) if sheet.name not in given]
    return workbook(*sheets, *rest)
