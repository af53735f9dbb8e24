"""A table's rows by the ids of the rubric: the sound ones, and what is wrong with the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.answers import TOO_MANY_TO_LIST
from ipak_cli.catalogue.pekppp import (
    ENTRY_WITHOUT_NUMBER,
    ROW_MISSING,
    ROW_NUMBER_TWICE,
    ROW_NUMBER_UNKNOWN,
    WORDING_NOT_OF_NUMBER,
)
from ipak_cli.catalogue.phrases_pekppp import NOTHING_WRITTEN, ROWS_COUNTED, ROWS_FROM_TO
from ipak_cli.tables.cell import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ipak_cli.base.problem import Where
    from ipak_cli.pekppp.book.table import Row, Table


@dataclass(frozen=True, slots=True)
class Named:
    """A table's rows by the id in their key column, as the rubric writes it.

    ``single`` are the ids with one row, ``repeated`` those with more; ``unknown`` rows name no id of the
    rubric; ``nameless`` ones hold input without any id. A row without id and input is of no interest.
    """

    single: Mapping[str, Row]
    repeated: Mapping[str, tuple[Row, ...]]
    unknown: tuple[Row, ...]
    nameless: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sorted:
    """The rows that may be read, by id, and why others may not."""

    rows: Mapping[str, Row]
    problems: tuple[Problem, ...]


NOTHING: Final = Sorted({}, ())
"""What a sheet without a table holds."""
MOST_LISTED: Final = 20
"""Rows of a sheet that are named one by one for the same fault; beyond that they are only counted."""
_RUNS: Final = 6
"""Ranges of missing rows in one message."""


def name_rows(table: Table, ids: Iterable[str]) -> Named:
    """Sort a table's rows by the ids of the rubric."""
    known = {normalise(each): each for each in ids}
    rows: defaultdict[str, tuple[Row, ...]] = defaultdict(tuple)
    unknown: list[Row] = []
    nameless: list[Row] = []
    for row in table.rows:
        found = known.get(normalise(row.key))
        if found is not None:
            rows[found] += (row,)
        elif row.key:
            unknown.append(row)
        elif row.filled:
            nameless.append(row)
    return Named(
        single={key: found[0] for key, found in rows.items() if len(found) == 1},
        repeated={key: found for key, found in rows.items() if len(found) > 1},
        unknown=tuple(unknown),
        nameless=tuple(nameless),
    )


def belongs(row: Row, text: str) -> bool:
    """Tell whether a row holds the rubric's sentence for its id; a missing column is another fault."""
    return row.layout.form.text not in row.layout.columns or normalise(row.text) == normalise(text)


def sound_rows(table: Table, texts: Mapping[str, str], rubric: str) -> Sorted:
    """Return the one row of each id that holds the id's sentence; ``texts`` are the sentences by id."""
    if table.layout.form.key not in table.layout.columns:
        return NOTHING
    named = name_rows(table, texts)
    sound = {key: row for key, row in named.single.items() if belongs(row, texts[key])}
    problems = (
        *_missing(table, named, tuple(texts)),
        *_unknown(named, rubric),
        *_repeated(named),
        *(_foreign(key, row) for key, row in named.single.items() if key not in sound),
    )
    return Sorted(sound, tuple(listed(problems, table.layout.where)))


def listed(problems: Iterable[Problem], where: Where) -> Iterator[Problem]:
    """Yield the first problems of each code, then how many more there are in the sheet ``where``."""
    counts: Counter[str] = Counter()
    for each in problems:
        counts[each.code] += 1
        if counts[each.code] <= MOST_LISTED:
            yield each
    for code, count in counts.items():
        if count > MOST_LISTED:
            yield problem(TOO_MANY_TO_LIST, where, count=count - MOST_LISTED, code=code)


def _missing(table: Table, named: Named, ids: Sequence[str]) -> Iterator[Problem]:
    """Report the ids without a row, in ranges by the rubric's order."""
    runs: list[list[str]] = []
    last = None
    for number, key in enumerate(ids):
        if key not in named.single and key not in named.repeated:
            if last != number - 1:
                runs.append([])
            runs[-1].append(key)
            last = number
    for first in range(0, len(runs), _RUNS):
        part = runs[first : first + _RUNS]
        ranges = (run[0] if len(run) == 1 else ROWS_FROM_TO(first=run[0], last=run[-1]) for run in part)
        rows = table.layout.form.row(id=tuple(ranges))
        count = sum(map(len, part))
        what = rows if count == 1 else ROWS_COUNTED(rows=rows, count=count)
        yield problem(ROW_MISSING, table.layout.where, what=what)


def _unknown(named: Named, rubric: str) -> Iterator[Problem]:
    for row in named.unknown:
        column = row.layout.form.key
        yield problem(ROW_NUMBER_UNKNOWN, row.place(column), id=row.key, column=column, rubric=rubric)
    for row in named.nameless:
        yield problem(ENTRY_WITHOUT_NUMBER, row.place(row.filled[0]), column=row.layout.form.key)


def _repeated(named: Named) -> Iterator[Problem]:
    for key, rows in named.repeated.items():
        layout = rows[0].layout
        column = layout.form.key
        cells = ", ".join(address(row.number, layout.columns[column]) for row in rows)
        yield problem(ROW_NUMBER_TWICE, rows[1].place(column), id=key, column=column, cells=cells)


def _foreign(key: str, row: Row) -> Problem:
    form = row.layout.form
    text = row.text or NOTHING_WRITTEN()
    return problem(
        WORDING_NOT_OF_NUMBER, row.place(form.text), what=form.row(id=key), column=form.text, text=text
    )
