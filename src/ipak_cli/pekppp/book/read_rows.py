"""A row of the workbook as an entry, with every cell of it that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from ipak_cli.pekppp.book import sheet_names as names
from ipak_cli.pekppp.book.entries import FactEntry, IndicatorEntry
from ipak_cli.pekppp.book.read_cells import (
    Unread,
    read_answer,
    read_claim,
    read_cost,
    read_evidence,
    read_text,
)
from ipak_cli.problems import Problem, problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipak_cli.cells import Cell
    from ipak_cli.pekppp.book.table import Row
    from ipak_cli.rubric.pekppp import Fact

V = TypeVar("V")


def read_indicator(row: Row) -> tuple[IndicatorEntry, list[Problem]]:
    """Return what was filled in for an indicator; what cannot be read counts as blank and is a problem."""
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
    return entry, reader.problems


def read_fact(row: Row, fact: Fact) -> tuple[FactEntry, list[Problem]]:
    """Return what was filled in for a fact; an answer that cannot be read makes it faulty."""
    reader = _Reader(row)
    answer = read_answer(row.cells.get(names.ANSWER), fact)
    evidence = reader.take(names.EVIDENCE, read_evidence) or ()
    where = row.place(names.EVIDENCE)
    if isinstance(answer, Unread):
        reader.report(names.ANSWER, answer)
        return FactEntry(None, evidence, faulty=True, evidence_where=where), reader.problems
    faulty = names.ANSWER not in row.cells
    return FactEntry(answer, evidence, faulty=faulty, evidence_where=where), reader.problems


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one row's cells and keeps what is wrong with them."""

    row: Row
    problems: list[Problem] = field(default_factory=list)

    def take(self, column: str, read: Callable[[Cell], V | Unread | None]) -> V | None:
        """Return a cell's value; what cannot be read is kept as a problem at its place."""
        value = read(self.row.cells.get(column))
        if isinstance(value, Unread):
            self.report(column, value)
            return None
        return value

    def report(self, column: str, fault: Unread) -> None:
        """Keep what is wrong with a cell."""
        what = f"{self.row.layout.form.row} {self.row.key}"
        self.problems.append(problem(fault.code, self.row.place(column), what=what, **fault.values))
