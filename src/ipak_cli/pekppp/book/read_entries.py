"""The workbook's two tables and its head as entries, for whoever decides which rows may be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from ipak_cli.base.problem import Problem, Where, problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.pekppp import OTHER_SHEETS_NOT_READ, UNIT_OR_QUARTER_CELL_MISSING
from ipak_cli.catalogue.phrases_pekppp import ROW_AND_CELL, ROWS_AND_CELLS
from ipak_cli.pekppp.book import names
from ipak_cli.pekppp.book.answer_texts import Unread
from ipak_cli.pekppp.book.cell_values import (
    read_answer,
    read_claim,
    read_cost,
    read_evidence,
    read_quarter,
    read_text,
)
from ipak_cli.pekppp.book.entries import Entries, FactEntry, IndicatorEntry
from ipak_cli.pekppp.book.rows import Sorted
from ipak_cli.pekppp.book.table import Table, cell_at, find_table
from ipak_cli.tables.cell import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ipak_cli.base.message import Message
    from ipak_cli.pekppp.book.table import BookGrid, Grid, Layout
    from ipak_cli.rubric.pekppp import Fact, PekpppRubric
    from ipak_cli.tables.cell import Cell

_ONE_BY_ONE: Final = 3
"""So many cells with the same fault are named one by one; more are one problem that names the first."""

V = TypeVar("V")

SortRows: TypeAlias = Callable[[Table, Mapping[str, str]], Sorted]
"""Tells which rows of a table may be read, given the sentence of each id."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that may be read: its number in the sheet, its id, and its cells by the columns' names."""

    layout: Layout
    number: int
    id: str
    cells: Mapping[str, Cell]

    def place(self, column: str) -> Where:
        """Return the place of one of its cells."""
        return self.layout.place(self.number, column)


@dataclass(frozen=True, slots=True)
class Filled:
    """What was filled in; what is wrong with sheets, columns and rows; and the cells that cannot be read."""

    entries: Entries
    structure: tuple[Problem, ...]
    cells: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Opened:
    head: WorkbookHead
    rows: Mapping[str, Row]
    problems: tuple[Problem, ...]


def read_entries(book: BookGrid, rubric: PekpppRubric, sort_rows: SortRows) -> Filled:
    """Read every row that may be read, and name every fault of sheets, columns, rows and cells."""
    facts = {fact.id: fact for indicator in rubric.indicators for fact in indicator.facts}
    titles = {str(indicator.no): indicator.title for indicator in rubric.indicators}
    statements = {fact.id: fact.text for fact in facts.values()}
    claims = _open(book, names.INDICATOR_FORM, lambda table: sort_rows(table, titles))
    answers = _open(book, names.FACT_FORM, lambda table: sort_rows(table, statements))
    read_claims = {int(no): read_indicator(row) for no, row in claims.rows.items()}
    read_facts = {fact_id: read_fact(row, facts[fact_id]) for fact_id, row in answers.rows.items()}
    entries = Entries(
        claims.head.unit,
        claims.head.quarter,
        indicators={no: entry for no, (entry, _) in read_claims.items()},
        facts={fact_id: entry for fact_id, (entry, _) in read_facts.items()},
    )
    return Filled(
        entries,
        structure=(*claims.problems, *answers.problems, *_other_sheets(book)),
        cells=(
            *claims.head.problems,
            *problems_of(cell for _, unread in read_claims.values() for cell in unread),
            *problems_of(cell for _, unread in read_facts.values() for cell in unread),
        ),
    )


def _other_sheets(book: BookGrid) -> Iterator[Problem]:
    """Note the sheets that nothing is read from, where none is missing that every workbook has."""
    own = [book.sheet(name) for name in names.SHEETS]
    others = ", ".join(f"“{sheet.name}”" for sheet in book.sheets if sheet not in own)
    if others and None not in own[:2]:
        yield problem(OTHER_SHEETS_NOT_READ, Where(book.file), sheets=others)


def _open(book: BookGrid, form: names.Form, sort_rows: Callable[[Table], Sorted]) -> _Opened:
    table, faults = find_table(book, form)
    if table is None:
        return _Opened(WorkbookHead(), {}, faults)
    found = sort_rows(table)
    cells = table.cells.loc[list(found.rows.values())]
    rows = {
        key: Row(table.layout, number, key, dict(zip(cells.columns, values, strict=True)))
        for (key, number), values in zip(found.rows.items(), cells.to_numpy(), strict=True)
    }
    return _Opened(read_head(table), rows, (*faults, *found.problems))


@dataclass(frozen=True, slots=True)
class WorkbookHead:
    """The unit and the quarter (``IV-2024``) that stand above the table of indicators."""

    unit: str | None = None
    quarter: str | None = None
    problems: tuple[Problem, ...] = ()


def read_head(table: Table) -> WorkbookHead:
    """Read the labelled cells above a table; only the table of indicators has them."""
    if table.layout.form is not names.INDICATOR_FORM:
        return WorkbookHead()
    problems: list[Problem] = []

    def beside(label: str, read: Callable[[Cell], str | Unread | None]) -> str | None:
        place = _beside(table.above, label)
        if place is None:
            problems.append(problem(UNIT_OR_QUARTER_CELL_MISSING, table.layout.where, label=label))
            return None
        value = read(cell_at(table.above, *place))
        if not isinstance(value, Unread):
            return value
        where = Where(table.layout.where.file, table.layout.where.sheet, address(*place))
        problems.append(problem(value.entry, where, what=label, **value.values))
        return None

    unit, quarter = beside(names.UNIT_LABEL, read_text), beside(names.QUARTER_LABEL, read_quarter)
    return WorkbookHead(unit, quarter, tuple(problems))


def _beside(rows: Grid, label: str) -> tuple[int, int] | None:
    """Return row and column, counted from 1, of the cell to the right of a label."""
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row, start=1):
            if isinstance(cell, str) and normalise(cell) == normalise(label):
                return number, column + 1
    return None


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
        name = self.row.layout.form.row(id=self.row.id)
        self.unread.append(UnreadCell(fault, name, self.row.place(column)))


@dataclass(frozen=True, slots=True)
class UnreadCell:
    """A cell that cannot be read: its fault, its row, and its place."""

    fault: Unread
    row: Message
    where: Where


def problems_of(cells: Iterable[UnreadCell]) -> Iterator[Problem]:
    """Yield a problem for each cell; where many have the same fault, one for all of them."""
    alike: defaultdict[str, list[UnreadCell]] = defaultdict(list)
    for cell in cells:
        alike[repr((cell.fault.entry, sorted(cell.fault.values.items())))].append(cell)
    for same in alike.values():
        if len(same) > _ONE_BY_ONE:
            yield _unread(same[0], _listed(same))
        else:
            yield from (_unread(cell, cell.row) for cell in same)


def _unread(cell: UnreadCell, what: Message) -> Problem:
    return problem(cell.fault.entry, cell.where, what=what, **cell.fault.values)


def _listed(cells: Sequence[UnreadCell]) -> Message:
    first = tuple(ROW_AND_CELL(row=cell.row, cell=cell.where.cell) for cell in cells[:_ONE_BY_ONE])
    return ROWS_AND_CELLS(first=first, more=len(cells) - _ONE_BY_ONE)
