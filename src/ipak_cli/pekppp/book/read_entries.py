"""The workbook's two tables and its head as entries, for whoever decides which rows may be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from ipak_cli.base.problem import Problem, Where, problem
from ipak_cli.catalogue.pekppp import OTHER_SHEETS_NOT_READ
from ipak_cli.pekppp.book import names
from ipak_cli.pekppp.book.entries import Entries
from ipak_cli.pekppp.book.read_head import Head, read_head
from ipak_cli.pekppp.book.read_rows import read_fact, read_indicator
from ipak_cli.pekppp.book.rows import NOTHING, Sorted
from ipak_cli.pekppp.book.table import Table, find_table
from ipak_cli.pekppp.book.unread import problems_of

if TYPE_CHECKING:
    from ipak_cli.pekppp.book.table import BookGrid
    from ipak_cli.rubric.pekppp import PekpppRubric

SortRows: TypeAlias = Callable[[Table, Mapping[str, str]], Sorted]
"""Tells which rows of a table may be read, given the sentence of each id."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What was filled in; what is wrong with sheets, columns and rows; and the cells that cannot be read."""

    entries: Entries
    structure: tuple[Problem, ...]
    cells: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Opened:
    head: Head
    rows: Sorted
    problems: tuple[Problem, ...]


def read_entries(book: BookGrid, rubric: PekpppRubric, sort_rows: SortRows) -> Filled:
    """Read every row that may be read, and name every fault of sheets, columns, rows and cells."""
    facts = {fact.id: fact for indicator in rubric.indicators for fact in indicator.facts}
    titles = {str(indicator.no): indicator.title for indicator in rubric.indicators}
    statements = {fact.id: fact.text for fact in facts.values()}
    claims = _open(book, names.INDICATOR_FORM, lambda table: sort_rows(table, titles))
    answers = _open(book, names.FACT_FORM, lambda table: sort_rows(table, statements))
    read_claims = {int(no): read_indicator(row) for no, row in claims.rows.rows.items()}
    read_facts = {fact_id: read_fact(row, facts[fact_id]) for fact_id, row in answers.rows.rows.items()}
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
        return _Opened(Head(), NOTHING, faults)
    rows = sort_rows(table)
    return _Opened(read_head(table), rows, (*faults, *rows.problems))
