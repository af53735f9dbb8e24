"""One piece of a sheet to responses: each distinct value is read once, each fault keeps its cell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from ipak_cli.catalogue import Severity
from ipak_cli.names import normalise
from ipak_cli.problems import Problem, problem
from ipak_cli.rubric.models import BlankRule
from ipak_cli.survey.answers import read_answer
from ipak_cli.survey.column import Column, as_text, is_blank
from ipak_cli.survey.faults import Fault
from ipak_cli.survey.fingerprints import fingerprint
from ipak_cli.survey.responses import NO_PERIOD, Responses
from ipak_cli.survey.suggestions import is_unread, texts_of
from ipak_cli.survey.time_column import read_times

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ipak_cli.cells import Cell
    from ipak_cli.survey.reading import SheetContext
    from ipak_cli.survey.words import Words

SUMMARY: Final = frozenset(
    {
        "rata", "rerata", "jumlah", "total", "nilai", "nrr", "ikm", "indeks", "skor", "mean", "average",
        "median", "modus", "sum",
    }
)  # fmt: skip
TRIAL: Final = frozenset(
    {
        "test",
        "tes",
        "testing",
        "coba",
        "uji coba",
        "percobaan",
        "test test",
        "tes tes",
        "coba coba",
        "abaikan",
    }
)
_HARDLY: Final = 2
"""Cells filled in a row of text, at the most."""
Mask = npt.NDArray[np.bool_]


class Skip(Enum):
    """Why a row below the header is no response."""

    SUMMARY = "summary"
    NO_ANSWER = "no_answer"


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that is no response."""

    row: int
    why: Skip


@dataclass(frozen=True, slots=True)
class RowFault:
    """A fault, its cell, and the ordinal of the quarter in which its response lies, if that is known."""

    row: int
    column: int
    quarter: int | None
    fault: Fault


@dataclass(frozen=True, slots=True)
class Piece:
    """What a piece of a sheet says."""

    responses: Responses
    faults: tuple[RowFault, ...]
    skipped: tuple[SkippedRow, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """A piece taken apart: its row numbers, its columns by number, the times in it."""

    rows: npt.NDArray[np.int64]
    columns: dict[int, Column]
    blank: dict[int, Mask]
    times: npt.NDArray[np.datetime64] | None
    time_faults: dict[int, Fault]


def read_piece(frame: pd.DataFrame, context: SheetContext) -> Piece:
    """Read the rows below the header. ``frame`` holds cells; its index and columns count from 1."""
    frame = frame.loc[frame.index > context.layout.header_rows[1]]
    taken = _take_apart(frame, context)
    keep, skipped = _sort_rows(taken, context)
    chosen = np.flatnonzero(keep)
    quarters = _quarters(taken, len(frame))[chosen]
    answers, faults = _answers(taken, chosen, quarters, context)
    faults += _time_faults(taken, chosen, context)
    faults += _unread_suggestions(taken, chosen, quarters, context)
    faults.sort(key=lambda fault: fault.row)
    return Piece(
        responses=_responses(taken, chosen, (answers, quarters), context),
        faults=tuple(faults),
        skipped=skipped,
    )


def _take_apart(frame: pd.DataFrame, context: SheetContext) -> _Frame:
    columns = {int(number): Column.of(frame[number]) for number in frame.columns}
    for number in context.layout.columns - columns.keys():
        columns[number] = Column.empty(len(frame))
    blank = {number: column.map(is_blank, empty=True, kind=np.bool_) for number, column in columns.items()}
    times, faults = None, {}
    if context.layout.time is not None:
        values = frame.get(context.layout.time, pd.Series(None, index=frame.index, dtype=object))
        times, found = read_times(values, context.order, epoch_1904=context.epoch_1904)
        faults = dict(found)
    return _Frame(frame.index.to_numpy(dtype=np.int64), columns, blank, times, faults)


def _sort_rows(taken: _Frame, context: SheetContext) -> tuple[Mask, tuple[SkippedRow, ...]]:
    """Tell responses from blank rows (passed over), summary rows and rows of text (listed).

    A signature may stand under an item's column: a row without a time and with hardly a cell filled, none of
    them with anything like an answer, is text too.
    """
    filled = np.zeros(len(taken.rows), np.int64)
    for blank in taken.blank.values():
        filled += ~blank
    keep = filled > 0
    timed = ~np.isnat(taken.times) if taken.times is not None else np.zeros(len(keep), np.bool_)
    doubtful = np.flatnonzero(keep & ~timed)
    items = {column: context.words[n] for n, column in enumerate(_item_columns(context))}
    answered, telling, summary = (np.zeros(len(doubtful), np.int64) for _ in range(3))
    for number, whole in taken.columns.items():
        column = whole.only(doubtful)
        if number in items:
            answered += ~taken.blank[number][doubtful]
            telling += column.map(partial(_tells, words=items[number]), empty=False, kind=np.bool_)
        else:
            summary += column.map(_is_summary, empty=False, kind=np.bool_)
    sums = summary > 0
    wordy = ~sums & ((answered == 0) | ((filled[doubtful] <= _HARDLY) & (telling == 0)))
    keep[doubtful[sums | wordy]] = False
    skipped = [SkippedRow(row, Skip.SUMMARY) for row in taken.rows[doubtful[sums]].tolist()]
    skipped += [SkippedRow(row, Skip.NO_ANSWER) for row in taken.rows[doubtful[wordy]].tolist()]
    return keep, tuple(skipped)


def _item_columns(context: SheetContext) -> list[int]:
    return [context.layout.items[item.code] for item in context.rubric.items]


def _tells(value: Cell, words: Words) -> bool:
    """Tell what may be meant as an answer, rightly or wrongly, from mere text."""
    return not isinstance(value, str) or isinstance(read_answer(value, words), int)


def _is_summary(value: Cell) -> bool:
    """Tell a label such as "Rata-rata" or "Jumlah nilai" from a respondent's words."""
    if not isinstance(value, str) or len(value) > 40:
        return False
    words = normalise(value).split()
    return bool(words) and words[0] in SUMMARY


def _quarters(taken: _Frame, size: int) -> npt.NDArray[np.int64]:
    if taken.times is None:
        return np.full(size, NO_PERIOD, dtype=np.int64)
    months = taken.times.astype("datetime64[M]").astype(np.int64) + 1970 * 12
    return np.where(np.isnat(taken.times), NO_PERIOD, months // 3)


def _answers(
    taken: _Frame, chosen: npt.NDArray[np.intp], quarters: npt.NDArray[np.int64], context: SheetContext
) -> tuple[npt.NDArray[np.int8], list[RowFault]]:
    answers = np.zeros((len(chosen), len(context.rubric.items)), dtype=np.int8)
    faults: list[RowFault] = []
    kept = np.zeros(len(taken.rows), np.bool_)
    kept[chosen] = True
    known = np.full(len(taken.rows), NO_PERIOD, dtype=np.int64)
    known[chosen] = quarters
    for number, (item, words) in enumerate(zip(context.rubric.items, context.words, strict=True)):
        sheet_column = context.layout.items[item.code]
        column = taken.columns[sheet_column]
        read = [read_answer(value, words) for value in column.distinct]
        codes = np.array(
            [r - context.rubric.scale.lowest + 1 if isinstance(r, int) else 0 for r in read] + [0], np.int8
        )
        answers[:, number] = codes[column.places][chosen]
        for place, fault in _faults(column, read, (taken.blank[sheet_column] & kept, item.code), context):
            if kept[place]:
                quarter = int(known[place]) if known[place] != NO_PERIOD else None
                faults.append(RowFault(int(taken.rows[place]), sheet_column, quarter, fault))
    return answers, faults


def _faults(
    column: Column, read: list[int | Fault | None], blanks: tuple[Mask, str], context: SheetContext
) -> Iterator[tuple[int, Fault]]:
    blank, item = blanks
    for distinct, outcome in enumerate(read):
        if isinstance(outcome, Fault):
            for place in column.rows_of(distinct):
                yield int(place), outcome
    code = "J310" if context.rubric.blank is BlankRule.ERROR else "J311"
    for place in np.flatnonzero(blank):
        yield int(place), Fault(code, {"item": item})


def _time_faults(taken: _Frame, chosen: npt.NDArray[np.intp], context: SheetContext) -> list[RowFault]:
    column = context.layout.time
    if column is None or taken.times is None:
        return []
    found = []
    for place in chosen[np.isnat(taken.times[chosen])]:
        fault = taken.time_faults.get(int(place), Fault("W407"))
        row = int(taken.rows[place])
        found.append(RowFault(row, column, None, fault))
    return found


def _unread_suggestions(
    taken: _Frame, chosen: npt.NDArray[np.intp], quarters: npt.NDArray[np.int64], context: SheetContext
) -> Iterator[RowFault]:
    for number in context.layout.suggestions:
        unread = taken.columns[number].map(is_unread, empty=False, kind=np.bool_)[chosen]
        for row, quarter in zip(taken.rows[chosen][unread], quarters[unread], strict=True):
            known = int(quarter) if quarter != NO_PERIOD else None
            yield RowFault(int(row), number, known, Fault("J316"))


def placed(found: RowFault, context: SheetContext) -> Problem:
    """Make the problem of a fault; a lenient reading turns the error into a warning that says so."""
    told = problem(found.fault.code, context.at(found.row, found.column), **found.fault.values)
    return replace(told, severity=Severity.WARNING) if context.lenient else told


def _responses(
    taken: _Frame,
    chosen: npt.NDArray[np.intp],
    read: tuple[npt.NDArray[np.int8], npt.NDArray[np.int64]],
    context: SheetContext,
) -> Responses:
    layout = context.layout
    answers, quarters = read
    seconds = _seconds(taken)[chosen]
    labels = {
        profile: taken.columns[column].map(as_text, empty="", kind=np.object_)[chosen]
        for profile, column in layout.profiles.items()
    }
    words = {**layout.persons, **layout.others, **layout.profiles}
    tests = np.zeros(len(chosen), np.bool_)
    for column in words.values():
        tests |= taken.columns[column].map(_is_trial, empty=False, kind=np.bool_)[chosen]
    return Responses(
        rows=taken.rows[chosen],
        answers=answers,
        quarters=quarters,
        minutes=np.where(seconds < 0, -1, seconds // 60),
        groups=labels,
        prints=fingerprint(taken.columns, words, chosen, extra=(*answers.T, seconds))
        if layout.time is not None or layout.persons
        else np.zeros(len(chosen), np.uint64),
        persons=fingerprint(taken.columns, _person(layout.persons), chosen),
        tests=tests,
        suggestions=texts_of(taken.columns, layout.suggestions, chosen),
        identities=texts_of(taken.columns, layout.identities, chosen),
    )


def _seconds(taken: _Frame) -> npt.NDArray[np.int64]:
    if taken.times is None:
        return np.full(len(taken.rows), -1, dtype=np.int64)
    return np.where(np.isnat(taken.times), -1, taken.times.astype("datetime64[s]").astype(np.int64))


def _is_trial(value: Cell) -> bool:
    return isinstance(value, str) and len(value) < 40 and normalise(value) in TRIAL


def _person(persons: Mapping[str, int]) -> dict[str, int]:
    """Return the one column that tells respondents apart best; a name alone can be two people's."""
    ranked = sorted(persons, key=lambda header: (normalise(header).startswith(("nama", "name")), header))
    return {ranked[0]: persons[ranked[0]]} if ranked else {}
