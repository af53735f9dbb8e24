"""What a long table says of a respondent in each of their rows: one value, or the last time within a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.base.problem import problem
from ipak_cli.catalogue.survey import LAST_TIME_OF_RESPONDENT, RESPONDENT_WITH_TWO_VALUES
from ipak_cli.survey.reading.date import TimeForm
from ipak_cli.survey.reading.date_column import read_times
from ipak_cli.survey.reading.date_order import DateOrder
from ipak_cli.survey.reading.header import ItemNames, find_profile, is_person
from ipak_cli.survey.reading.time_headers import is_sure, moment_of, speaks_of_time
from ipak_cli.tables.column import Column, as_text

if TYPE_CHECKING:
    import numpy.typing as npt

    from ipak_cli.base.problem import Problem
    from ipak_cli.survey.reading.long_table import LongTable

    Numbers = npt.NDArray[np.int64]

_NEARLY: Final = 0.8
"""The share of cells with a time that makes a column one of times."""
_DAY: Final = 24 * 3600


@dataclass(frozen=True, slots=True, eq=False)
class KeptColumn:
    """A column of the sheet, by its number, with a value for each respondent and the row it is from."""

    number: int
    header: str
    values: Column
    rows: Numbers


def kept_columns(
    table: LongTable, people: Numbers, firsts: Numbers, taken: frozenset[int]
) -> tuple[tuple[KeptColumn, ...], tuple[Problem, ...]]:
    """Return the columns beside those ``taken`` for questions and answers, and what is to be said of them.

    A column that says different things of one respondent belongs to the answers: it is kept without its
    values, as one of which nothing is taken, unless it is known for what it says of respondents.
    ``people`` are the respondents of the rows, and ``firsts`` the first row of each, counted from 0.
    """
    kept, problems = [], []
    for number, column in sorted(table.body.columns.items()):
        header = table.headers.get(number, "")
        if number in taken or (not header and column.blank.all()):
            continue
        places, differing = _first_values(column, people, len(firsts))
        if table.ignores(number):
            places = np.full(len(firsts), -1)
        elif len(differing):
            places, told = _settled(table, number, people, places, differing)
            problems += told
        codes = np.where(places < 0, -1, column.codes[places])
        rows = table.body.rows[np.where(places < 0, firsts, places)]
        kept.append(KeptColumn(number, header, Column(codes, column.values).trimmed(), rows))
    return tuple(kept), tuple(problems)


def _first_values(column: Column, people: Numbers, respondents: int) -> tuple[Numbers, Numbers]:
    """Return the row of each respondent's first value, -1 where none is, and the rows that say another."""
    texts = column.texts(as_text).codes
    filled = np.flatnonzero(texts >= 0)
    places = np.full(respondents, -1)
    places[people[filled][::-1]] = filled[::-1]  # of several, the last one written stays
    return places, filled[texts[filled] != texts[places[people[filled]]]]


def _settled(
    table: LongTable, number: int, people: Numbers, places: Numbers, differing: Numbers
) -> tuple[Numbers, list[Problem]]:
    """Return the rows to take a column's values from although some respondents have several."""
    column, header = table.body.columns[number], table.headers.get(number, "")
    several = len(np.unique(people[differing]))
    if (last := _last_time(column, header, people)) is not None:
        where = table.form.at(table.header, number)
        told = problem(LAST_TIME_OF_RESPONDENT, where, column=table.named(number), count=several)
        return np.where(last < 0, places, last), [told]
    if not _is_of_respondent(table, header):
        return (np.full(len(places), -1) if header else places), []
    second = int(differing[0])
    told = problem(
        RESPONDENT_WITH_TWO_VALUES,
        table.at(second, number),
        column=table.named(number),
        respondent=table.cell(second, table.respondent),
        cells=(table.cell(int(places[people[second]]), number), table.cell(second, number)),
        count=several,
    )
    return places, [told]


def _is_of_respondent(table: LongTable, header: str) -> bool:
    """Tell a column that the reading goes on to use: a profile, a person, a time, or one of the settings."""
    profile = find_profile(header, ItemNames.of(table.form.rubric))
    return bool(profile) or is_person(header) or is_sure(header) or table.form.role(header) is not None


def _last_time(column: Column, header: str, people: Numbers) -> Numbers | None:
    """Return the row of each respondent's last time (-1: none), if all lie within a day and a month.

    A filling may go on over midnight. The order of day and month does not matter: what lies within a day in
    one has the same last time in the other.
    """
    if moment_of(header) is None and not speaks_of_time(header):
        return None
    read = [read_times(column, TimeForm(order)) for order in DateOrder]
    times = max(read, key=lambda each: int(each.known.sum()))
    rows = np.flatnonzero(times.known)
    if len(rows) < _NEARLY * int((~column.blank).sum()):
        return None
    rows = rows[np.lexsort((times.seconds[rows], people[rows]))]
    first = np.flatnonzero(np.diff(people[rows], prepend=-1))
    last = np.append(first[1:], len(rows)) - 1
    seconds = times.seconds[rows]
    months = seconds.view("datetime64[s]").astype("datetime64[M]")
    if (seconds[last] - seconds[first] >= _DAY).any() or (months[first] != months[last]).any():
        return None
    places = np.full(int(people.max()) + 1, -1)
    places[people[rows[last]]] = rows[last]
    return places
