"""A row of the workbook as an entry, with every cell of it that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from ipak_cli.pekppp.book import names
from ipak_cli.pekppp.book.cell_values import read_answer, read_claim, read_cost, read_evidence, read_text
from ipak_cli.pekppp.book.entries import FactEntry, IndicatorEntry
from ipak_cli.pekppp.book.unread import Unread, UnreadCell

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipak_cli.pekppp.book.table import Row
    from ipak_cli.rubric.pekppp import Fact
    from ipak_cli.tables.cell import Cell

V = TypeVar("V")


def read_indicator(row: Row) -> tuple[IndicatorEntry, list[UnreadCell]]:
    """Return what was filled in for an indicator, and the cells that cannot be read, which count as blank."""
    reader = _Reader(row)
    cost = reader.take(names.COST, read_cost)
    entry = IndicatorEntry(
        claimed=reader.take(names.CLAIM, read_claim),
        evidence=reader.take(names.EVIDENCE, read_evidence) or (),
        note=reader.take(names.NOTE, read_text),
        cost=cost if isinstance(cost, int) else None,
        fixed=cost == names.FIXED,
        where=row.place(names.CLAIM),
        evidence_where=row.place(names.EVIDENCE),
    )
    return entry, reader.unread


def read_fact(row: Row, fact: Fact) -> tuple[FactEntry, list[UnreadCell]]:
    """Return what was filled in for a fact; an answer that cannot be read makes it faulty."""
    reader = _Reader(row)
    answer = read_answer(row.cells.get(names.ANSWER), fact)
    evidence = reader.take(names.EVIDENCE, read_evidence) or ()
    unread = isinstance(answer, Unread)
    if isinstance(answer, Unread):
        reader.report(names.ANSWER, answer)
    entry = FactEntry(
        None if isinstance(answer, Unread) else answer,
        evidence,
        faulty=unread or names.ANSWER not in row.cells,
        where=row.place(names.ANSWER),
        evidence_where=row.place(names.EVIDENCE),
    )
    return entry, reader.unread


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one row's cells and keeps those that cannot be read."""

    row: Row
    unread: list[UnreadCell] = field(default_factory=list)

    def take(self, column: str, read: Callable[[Cell], V | Unread | None]) -> V | None:
        """Return a cell's value; one that cannot be read is kept."""
        value = read(self.row.cells.get(column))
        if isinstance(value, Unread):
            self.report(column, value)
            return None
        return value

    def report(self, column: str, fault: Unread) -> None:
        """Keep what is wrong with a cell."""
        name = f"{self.row.layout.form.row} {self.row.key}"
        self.unread.append(UnreadCell(fault, name, self.row.place(column)))
