"""The self-assessment workbook's own names: its sheets, their columns, and the labels above the table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.catalogue.pekppp import ROW_OF_FACT, ROW_OF_INDICATOR
from ipak_cli.rubric.pekppp import FactType

if TYPE_CHECKING:
    from ipak_cli.base.message import Phrase

HELP_SHEET: Final = "Petunjuk"
ORIGIN_SHEET: Final = "_ipak"
UNIT_LABEL: Final = "Unit"
PERIOD_LABEL: Final = "Triwulan"
FIXED: Final = "tetap"
"""Stands in the place of a cost where a level cannot be raised."""
NUMBER: Final = "No"
CODE: Final = "Kode"
TITLE: Final = "Indikator"
WEIGHT: Final = "Bobot"
CLAIM: Final = "Nilai mandiri (0-5)"
EVIDENCE: Final = "Bukti"
NOTE: Final = "Catatan"
COST: Final = "Biaya per tingkat"
FACT_ID: Final = "ID"
STATEMENT: Final = "Pernyataan"
KIND: Final = "Jenis"
ANSWER: Final = "Isian"
HELP: Final = "Keterangan"
KINDS: Final = {
    FactType.YES_NO: "ya/tidak",
    FactType.NUMBER: "angka",
    FactType.DATE: "tanggal",
    FactType.CHOICE: "pilihan",
}
"""What the column ``Jenis`` says."""


@dataclass(frozen=True, slots=True)
class Form:
    """A sheet with a table: all columns in order, and what the reader needs of them.

    ``key`` names a row and ``text`` is the sentence that belongs to the key; ``inputs`` are filled in, of
    which ``extras`` may be missing; ``row`` names a row by its id.
    """

    sheet: str
    row: Phrase
    columns: tuple[str, ...]
    key: str
    text: str
    inputs: tuple[str, ...]
    extras: tuple[str, ...] = ()

    @property
    def read(self) -> tuple[str, ...]:
        """The columns that the reader looks for."""
        return (self.key, self.text, *self.inputs)


INDICATOR_FORM: Final = Form(
    "Penilaian",
    ROW_OF_INDICATOR,
    (NUMBER, CODE, TITLE, WEIGHT, CLAIM, EVIDENCE, NOTE, COST),
    key=NUMBER,
    text=TITLE,
    inputs=(CLAIM, EVIDENCE, NOTE, COST),
    extras=(NOTE, COST),
)
FACT_FORM: Final = Form(
    "Fakta",
    ROW_OF_FACT,
    (FACT_ID, NUMBER, STATEMENT, KIND, ANSWER, EVIDENCE, HELP, TITLE),
    key=FACT_ID,
    text=STATEMENT,
    inputs=(ANSWER, EVIDENCE),
)
SHEETS: Final = (INDICATOR_FORM.sheet, FACT_FORM.sheet, HELP_SHEET, ORIGIN_SHEET)
"""The sheets of every workbook; it cannot be read without the first two."""
