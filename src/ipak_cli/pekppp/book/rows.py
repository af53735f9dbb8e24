"""A table's rows by the ids of the rubric: the sound ones, and what is wrong with the others."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pandas as pd

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
from ipak_cli.catalogue.phrases_pekppp import ROWS_COUNTED, ROWS_FROM_TO
from ipak_cli.pekppp.book.cell_values import told
from ipak_cli.tables.cell import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ipak_cli.base.problem import Where
    from ipak_cli.pekppp.book.table import Layout, Table


@dataclass(frozen=True, slots=True, eq=False)
class NamedRows:
    """A table's rows, joined with the rubric by the id in their key column.

    Each frame has the sheet's row numbers as its index, and the columns ``key`` and ``text`` as they are
    shown, ``inputs`` with what its input columns hold, ``id`` and ``belongs``: whether
    the row holds the rubric's sentence for its id. ``single`` rows alone have their id, ``repeated`` ones
    share it; ``unknown`` rows name no id of the rubric; ``nameless`` ones hold input without any id. A row
    without id and input is of no interest.
    """

    single: pd.DataFrame
    repeated: pd.DataFrame
    unknown: pd.DataFrame
    nameless: pd.DataFrame

    @property
    def fitting(self) -> dict[str, int]:
        """The row of each id that holds the id's sentence, in the order of the sheet."""
        fits = self.single[self.single["belongs"].astype(bool)]
        return dict(zip(fits["id"], fits.index, strict=True))


@dataclass(frozen=True, slots=True)
class Sorted:
    """The rows that may be read, as the sheet's row number by id, and why others may not."""

    rows: Mapping[str, int]
    problems: tuple[Problem, ...]


NOTHING: Final = Sorted({}, ())
"""What a sheet without a table holds."""
MOST_LISTED: Final = 20
"""Rows of a sheet that are named one by one for the same fault; beyond that they are only counted."""
_RUNS: Final = 6
"""Ranges of missing rows in one message."""


def name_rows(table: Table, texts: Mapping[str, str]) -> NamedRows:
    """Join a table's rows with the rubric; ``texts`` are its sentences by id."""
    form = table.layout.form
    rubric = pd.DataFrame(
        {"id": list(texts), "wanted": [normalise(text) for text in texts.values()]},
        index=pd.Index([normalise(each) for each in texts], dtype=object),
        dtype=object,
    )
    rows = pd.DataFrame(
        {"key": table.shown(form.key), "text": table.shown(form.text), "inputs": table.inputs()}, dtype=object
    )
    rows["name"] = rows["key"].map(normalise)
    rows = rows.join(rubric, on="name")
    # A missing column is another fault.
    rows["belongs"] = (form.text not in table.cells) | rows["text"].map(normalise).eq(rows["wanted"])
    known, named, filled = rows["id"].notna(), rows["key"].ne(""), rows["inputs"].map(len).astype(int).gt(0)
    twice = known & rows["id"].duplicated(keep=False)
    return NamedRows(
        single=rows[known & ~twice],
        repeated=rows[twice],
        unknown=rows[~known & named],
        nameless=rows[~known & ~named & filled],
    )


def sound_rows(table: Table, texts: Mapping[str, str], rubric: str) -> Sorted:
    """Return the one row of each id that holds the id's sentence; ``texts`` are the sentences by id."""
    if table.layout.form.key not in table.cells:
        return NOTHING
    named = name_rows(table, texts)
    problems = (
        *_missing(table.layout, named, tuple(texts)),
        *_unknown(table.layout, named, rubric),
        *_repeated(table.layout, named.repeated),
        *_foreign(table.layout, named.single),
    )
    return Sorted(named.fitting, tuple(listed(problems, table.layout.where)))


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


def _missing(layout: Layout, named: NamedRows, ids: Sequence[str]) -> Iterator[Problem]:
    """Report the ids without a row, in ranges by the rubric's order."""
    wanted = pd.Series(ids, dtype=object)
    absent = wanted[~wanted.isin([*named.single["id"], *named.repeated["id"]])]
    numbers = absent.index.to_series()
    runs = [list(run) for _, run in absent.groupby(numbers.diff().ne(1).cumsum())]
    for first in range(0, len(runs), _RUNS):
        part = runs[first : first + _RUNS]
        ranges = (run[0] if len(run) == 1 else ROWS_FROM_TO(first=run[0], last=run[-1]) for run in part)
        rows = layout.form.row(id=tuple(ranges))
        count = sum(map(len, part))
        what = rows if count == 1 else ROWS_COUNTED(rows=rows, count=count)
        yield problem(ROW_MISSING, layout.where, what=what)


def _unknown(layout: Layout, named: NamedRows, rubric: str) -> Iterator[Problem]:
    column = layout.form.key
    for row, key in zip(named.unknown.index, named.unknown["key"], strict=True):
        yield problem(
            ROW_NUMBER_UNKNOWN, layout.place(row, column), id=told(key), column=column, rubric=rubric
        )
    for row, inputs in zip(named.nameless.index, named.nameless["inputs"], strict=True):
        yield problem(ENTRY_WITHOUT_NUMBER, layout.place(row, next(iter(inputs))), column=column)


def _repeated(layout: Layout, repeated: pd.DataFrame) -> Iterator[Problem]:
    column = layout.form.key
    for key, rows in repeated.groupby("id", sort=False).groups.items():
        cells = ", ".join(address(row, layout.columns[column]) for row in rows)
        yield problem(ROW_NUMBER_TWICE, layout.place(rows[1], column), id=key, column=column, cells=cells)


def _foreign(layout: Layout, single: pd.DataFrame) -> Iterator[Problem]:
    form = layout.form
    foreign = single[~single["belongs"].astype(bool)]
    for row, key, text in zip(foreign.index, foreign["id"], foreign["text"], strict=True):
        what = form.row(id=key)
        where = layout.place(row, form.text)
        yield problem(WORDING_NOT_OF_NUMBER, where, what=what, column=form.text, text=told(text))
