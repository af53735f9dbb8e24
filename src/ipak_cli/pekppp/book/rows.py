"""A table's rows by the ids of the rubric: those that may be read, and what is wrong with the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final, TypeAlias

from ipak_cli.base.message import InFull, Message
from ipak_cli.base.problem import Entry, Problem, problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.pekppp import (
    ENTRY_WITHOUT_NUMBER,
    NOT_CARRIED_NUMBER_GONE,
    NOT_CARRIED_ROW_TWICE,
    NOT_CARRIED_WORDING_CHANGED,
    ROW_MISSING,
    ROW_NUMBER_TWICE,
    ROW_NUMBER_UNKNOWN,
    ROWS_COUNTED,
    ROWS_FROM_TO,
    WORDING_NOT_OF_NUMBER,
)
from ipak_cli.catalogue.survey import TOO_MANY_TO_LIST
from ipak_cli.pekppp.book.cell_values import shown, told
from ipak_cli.pekppp.book.table import Row, Table
from ipak_cli.tables.cell import address

if TYPE_CHECKING:
    from ipak_cli.base.problem import Where

ReadableRows: TypeAlias = Callable[[Table, Mapping[str, str]], tuple[Mapping[str, Row], tuple[Problem, ...]]]
"""Tells which rows of a table may be read, by id, and why others may not, given the sentence of each id."""

MOST_LISTED: Final = 20
"""Rows of a sheet that are named one by one for the same fault; beyond that they are only counted."""
_RUNS: Final = 6
"""Ranges of missing rows in one message."""


@dataclass(frozen=True, slots=True)
class NamedRows:
    """A table's rows by the id that stands in their key column, in the order of the sheet.

    ``fitting`` rows alone have their id and hold the rubric's sentence for it, ``foreign`` ones hold another
    sentence, ``repeated`` ones share their id; ``unknown`` rows name no id of the rubric; ``nameless`` ones
    hold input without any id. A row without id and input is of no interest.
    """

    fitting: Mapping[str, Row]
    foreign: Mapping[str, Row]
    repeated: Mapping[str, Sequence[Row]]
    unknown: tuple[Row, ...]
    nameless: tuple[Row, ...]


def name_rows(table: Table, texts: Mapping[str, str]) -> NamedRows:
    """Find the id of each row; ``texts`` are the rubric's sentences by id."""
    form = table.form
    ids = {normalise(each): each for each in texts}
    by_id: defaultdict[str, list[Row]] = defaultdict(list)
    others: list[Row] = []
    for row in table.rows:
        known = ids.get(normalise(row.shown(form.key)))
        (others if known is None else by_id[known]).append(row)
    single = {each: rows[0] for each, rows in by_id.items() if len(rows) == 1}
    fitting = {each: row for each, row in single.items() if _belongs(row, table, texts[each])}
    return NamedRows(
        fitting,
        foreign={each: row for each, row in single.items() if each not in fitting},
        repeated={each: rows for each, rows in by_id.items() if len(rows) > 1},
        unknown=tuple(row for row in others if row.shown(form.key)),
        nameless=tuple(row for row in others if not row.shown(form.key) and row.filled(form)),
    )


def _belongs(row: Row, table: Table, text: str) -> bool:
    """Tell whether a row holds its id's sentence; a missing column is another fault."""
    column = table.form.text
    return column not in table.columns or normalise(row.shown(column)) == normalise(text)


def sound_rows(
    table: Table, texts: Mapping[str, str], rubric: str
) -> tuple[Mapping[str, Row], tuple[Problem, ...]]:
    """Return the one row of each id that holds the id's sentence; ``texts`` are the sentences by id."""
    if table.form.key not in table.columns:
        return {}, ()
    named = name_rows(table, texts)
    problems = (
        *_missing(table, named, tuple(texts)),
        *_unknown(table, named, rubric),
        *_repeated(table, named),
        *_foreign(table, named),
    )
    return named.fitting, tuple(_listed(problems, table.where))


def rows_to_carry(table: Table, texts: Mapping[str, str]) -> tuple[Mapping[str, Row], tuple[Problem, ...]]:
    """Return the rows whose input may be carried, and a warning for every other row with input."""
    named = name_rows(table, texts)
    return named.fitting, tuple(_listed(_left_behind(table, named), table.where))


def _listed(problems: Iterable[Problem], where: Where) -> Iterator[Problem]:
    """Yield the first problems of each code, then how many more there are in the sheet ``where``."""
    counts: Counter[str] = Counter()
    for each in problems:
        counts[each.code] += 1
        if counts[each.code] <= MOST_LISTED:
            yield each
    for code, count in counts.items():
        if count > MOST_LISTED:
            yield problem(TOO_MANY_TO_LIST, where, count=count - MOST_LISTED, code=code)


def _missing(table: Table, named: NamedRows, ids: Sequence[str]) -> Iterator[Problem]:
    """Report the ids without a row, in ranges by the rubric's order."""
    there = {*named.fitting, *named.foreign, *named.repeated}
    runs = [list(run) for gone, run in groupby(ids, key=lambda each: each not in there) if gone]
    for first in range(0, len(runs), _RUNS):
        part = runs[first : first + _RUNS]
        ranges = (run[0] if len(run) == 1 else ROWS_FROM_TO(first=run[0], last=run[-1]) for run in part)
        rows = table.form.row(id=tuple(ranges))
        count = sum(map(len, part))
        what = rows if count == 1 else ROWS_COUNTED(rows=rows, count=count)
        yield problem(ROW_MISSING, table.where, what=what)


def _unknown(table: Table, named: NamedRows, rubric: str) -> Iterator[Problem]:
    column = table.form.key
    for row in named.unknown:
        where = table.place(row.number, column)
        yield problem(ROW_NUMBER_UNKNOWN, where, id=told(row.shown(column)), column=column, rubric=rubric)
    for row in named.nameless:
        where = table.place(row.number, next(iter(row.filled(table.form))))
        yield problem(ENTRY_WITHOUT_NUMBER, where, column=column)


def _repeated(table: Table, named: NamedRows) -> Iterator[Problem]:
    column = table.form.key
    for key, rows in named.repeated.items():
        cells = ", ".join(address(row.number, table.columns[column]) for row in rows)
        where = table.place(rows[1].number, column)
        yield problem(ROW_NUMBER_TWICE, where, id=key, column=column, cells=cells)


def _foreign(table: Table, named: NamedRows) -> Iterator[Problem]:
    column = table.form.text
    for key, row in named.foreign.items():
        what, text = table.form.row(id=key), told(row.shown(column))
        yield problem(
            WORDING_NOT_OF_NUMBER, table.place(row.number, column), what=what, column=column, text=text
        )


def _left_behind(table: Table, named: NamedRows) -> Iterator[Problem]:
    """Yield the warning for each row whose input is lost, if it holds any, at its first cell."""
    for row in (*named.unknown, *named.nameless):
        yield from _lost(table, row, NOT_CARRIED_NUMBER_GONE, told(row.shown(table.form.key)))
    for key, row in named.foreign.items():
        yield from _lost(table, row, NOT_CARRIED_WORDING_CHANGED, table.form.row(id=key))
    for key, rows in named.repeated.items():
        for row in rows:
            yield from _lost(table, row, NOT_CARRIED_ROW_TWICE, table.form.row(id=key))


def _lost(table: Table, row: Row, entry: Entry, what: str | Message) -> Iterator[Problem]:
    if inputs := row.filled(table.form):
        parts = (told(shown(cell)) for cell in inputs.values())
        value = tuple(InFull(part) if isinstance(part, str) else part for part in parts)
        yield problem(entry, table.place(row.number, next(iter(inputs))), what=what, value=value)
