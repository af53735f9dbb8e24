"""The rows of a file that were left out, are doubtful or worth a look: which they are, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from ipak_cli.base.problem import problem
from ipak_cli.catalogue import survey as p
from ipak_cli.catalogue.survey import (
    HIDDEN_ROWS_COUNTED,
    PERIOD_BY_OFFICE_TIME,
    ROWS_DOUBTFUL,
    TIMES_FROM_OTHER_ZONE,
)
from ipak_cli.survey.period import NO_PERIOD
from ipak_cli.survey.reading.repeats import repeated
from ipak_cli.survey.reading.summary_rows import RowDoubt, Skip
from ipak_cli.survey.result import OUTSIDE, UNDATED, RowNote
from ipak_cli.tables.cell import row_ranges, spans, spans_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import numpy.typing as npt

    from ipak_cli.base.message import Message
    from ipak_cli.base.period import Period
    from ipak_cli.base.problem import Problem, Where
    from ipak_cli.survey.reading.collect import Collected
    from ipak_cli.survey.reading.responses import Responses
    from ipak_cli.tables.cell import Addresses

    Prints = npt.NDArray[np.uint64]

_MOST_LABELS: Final = 6
_NOTES: Final = {
    "duplicates": p.DUPLICATE_ROWS,
    "same_person": p.SAME_PERSON_ROWS,
    "tests": p.TEST_ROWS,
    "straight_other": p.STRAIGHT_ROWS,
}
_SKIPPED: Final = {
    Skip.NO_ANSWER: p.ROWS_WITHOUT_ANSWER,
    Skip.HEADER: p.HEADER_ROWS,
}
_DOUBTS: Final = {
    RowDoubt.NUMBER: (p.WITHOUT_NUMBER(), p.WITHOUT_NUMBER_REMEDY()),
    RowDoubt.TEXT: (p.TEXT_FOR_NUMBER(), p.TEXT_FOR_NUMBER_REMEDY()),
    RowDoubt.BARE: (p.OTHERS_BLANK(), p.OTHERS_BLANK_REMEDY()),
    RowDoubt.LABEL: (p.SUMMARY_WORD(), p.SUMMARY_WORD_REMEDY()),
    RowDoubt.GAP: (p.BELOW_A_GAP(), p.BELOW_A_GAP_REMEDY()),
    RowDoubt.LEGEND: (p.NEARLY_BLANK(), p.NEARLY_BLANK_REMEDY()),
}
"""Why each kind of row is asked about, and how to tell that it is a response."""


@dataclass(frozen=True, slots=True, eq=False)
class RowRuns:
    """Rows in order; run ``i`` is ``firsts[i]`` and the following ones, ``counts[i]`` in all."""

    firsts: npt.NDArray[np.int64]
    counts: npt.NDArray[np.int64]

    @classmethod
    def of(cls, rows: npt.NDArray[np.int64]) -> RowRuns:
        """Gather row numbers that are in order."""
        starts = np.flatnonzero(np.diff(rows, prepend=-1) != 1)
        return cls(rows[starts], np.diff(starts, append=len(rows)))

    @classmethod
    def joined(cls, parts: Iterable[RowRuns]) -> RowRuns:
        """Return all the rows of parts that have none in common."""
        listed = list(parts)
        if not listed:
            return cls.of(np.zeros(0, np.int64))
        firsts = np.concatenate([part.firsts for part in listed])
        counts = np.concatenate([part.counts for part in listed])
        order = np.argsort(firsts, kind="stable")
        firsts, counts = firsts[order], counts[order]
        starts = np.flatnonzero(np.append(-1, (firsts + counts)[:-1])[: len(firsts)] != firsts)
        return cls(firsts[starts], np.add.reduceat(counts, starts) if len(starts) else counts)

    @classmethod
    def between(cls, spans: Sequence[tuple[int, int]]) -> RowRuns:
        """Return the rows from the first to the last of each span; the spans are in order."""
        ends = np.array(spans, np.int64).reshape(-1, 2)
        return cls(ends[:, 0], ends[:, 1] - ends[:, 0] + 1)

    def __len__(self) -> int:
        """Return the number of rows."""
        return int(self.counts.sum())

    def at(self, places: npt.NDArray[np.intp]) -> npt.NDArray[np.int64]:
        """Return the rows at some places, counted from 0."""
        before = np.cumsum(self.counts) - self.counts
        run = np.searchsorted(before, places, side="right") - 1
        return self.firsts[run] + places - before[run]

    def common(self, rows: Sequence[int]) -> list[int]:
        """Return those of some rows that are among these, in order."""
        asked = np.unique(np.array(rows, np.int64))
        run = np.searchsorted(self.firsts, asked, side="right") - 1
        within = run >= 0
        within[within] = asked[within] < (self.firsts + self.counts)[run[within]]
        found: list[int] = asked[within].tolist()
        return found

    def meets(self, first: int, last: int) -> bool:
        """Tell whether any row is between two, these included."""
        return bool(((self.firsts <= last) & (self.firsts + self.counts > first)).any())

    def spans(self) -> list[tuple[int, int]]:
        """Return first and last row of each run."""
        return list(zip(self.firsts.tolist(), (self.firsts + self.counts - 1).tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class KeptRows:
    """What is kept of each response for looks across all of them: no answer, no text.

    ``prints`` and ``persons`` are fingerprints in the order of ``rows``, in parts; without any ``persons``,
    nothing tells respondents apart. ``tests`` and ``low_straight`` are some of the rows.
    """

    rows: RowRuns
    prints: tuple[Prints, ...]
    persons: tuple[Prints, ...]
    tests: RowRuns
    low_straight: RowRuns

    @classmethod
    def of(cls, responses: Responses) -> KeptRows:
        """Keep it."""
        marks, rows = responses.marks, responses.marks.index.to_numpy()
        straight = pd.Categorical(marks["straight"])
        low = (straight.codes >= 0) & (straight.codes < len(straight.categories) - 1)
        return cls(
            RowRuns.of(rows),
            (marks["print"].to_numpy(),),
            (marks["person"].to_numpy(),) if "person" in marks else (),
            RowRuns.of(rows[marks["trial"].to_numpy()]),
            RowRuns.of(rows[low]),
        )

    @classmethod
    def joined(cls, parts: Sequence[KeptRows]) -> KeptRows:
        """Join the rows of several pieces of a sheet."""
        return cls(
            RowRuns.joined(part.rows for part in parts),
            tuple(prints for part in parts for prints in part.prints),
            tuple(persons for part in parts for persons in part.persons),
            RowRuns.joined(part.tests for part in parts),
            RowRuns.joined(part.low_straight for part in parts),
        )


def found_again(parts: Sequence[KeptRows]) -> dict[str, npt.NDArray[np.intp]]:
    """Return the places, in all files together, of responses that came again, and of respondents who did."""
    duplicates = repeated([prints for part in parts for prints in part.prints])
    persons = (
        [each for part in parts for each in _persons(part)] if any(part.persons for part in parts) else []
    )
    again = np.setdiff1d(repeated(persons), duplicates, assume_unique=True)
    return {"duplicates": duplicates, "same_person": again}


def _persons(part: KeptRows) -> Sequence[npt.NDArray[np.uint64]]:
    """Return a file's fingerprints of respondents; they tell nobody apart where it has no such column."""
    return part.persons or (np.zeros(len(part.rows), np.uint64),)


def rows_left_out(collected: Collected, period: Period | None, ordinal: int) -> tuple[RowNote, ...]:
    """Return the rows of a sheet that are no responses, and those that are not of the period scored.

    ``ordinal`` is the key of the sheet's responses that are scored.
    """
    found = (
        (Skip.SUMMARY.value, _summaries(collected.labels), collected.skipped_rows(Skip.SUMMARY)),
        *((skip.value, phrase(), collected.skipped_rows(skip)) for skip, phrase in _SKIPPED.items()),
        (OUTSIDE, p.OUTSIDE_ROWS(), _outside(collected, period)),
        (UNDATED, p.UNDATED_ROWS(), _undated(collected, ordinal)),
    )
    return _notes(found, collected.context.addresses)


def rows_noted(
    mine: KeptRows | None, repeats: Mapping[str, npt.NDArray[np.intp]], first: int, addresses: Addresses
) -> tuple[RowNote, ...]:
    """Return the rows of one file, told by their ``addresses``, that are counted and worth a look.

    ``repeats`` holds the places, in all files together, of what came again; this file's responses begin at
    the place ``first``.
    """
    if mine is None:
        return ()
    found = {"tests": mine.tests, "straight_other": mine.low_straight}
    for code, places in repeats.items():
        inside = places[(places >= first) & (places < first + len(mine.rows))]
        found[code] = RowRuns.of(mine.rows.at(inside - first))
    return _notes(((code, phrase(), found[code]) for code, phrase in _NOTES.items()), addresses)


def _notes(found: Iterable[tuple[str, Message, RowRuns]], addresses: Addresses) -> tuple[RowNote, ...]:
    """Note the rows that were found, by code and reason."""
    return tuple(
        RowNote(code, why, len(rows), spans_text(addresses.rows(rows.spans())))
        for code, why, rows in found
        if len(rows)
    )


def _summaries(labels: tuple[str, ...]) -> Message:
    """Say what the summary rows call themselves, a few of them."""
    if not labels:
        return p.SUMMARY_ROWS()
    told, more = tuple(p.QUOTED(text=label) for label in labels[:_MOST_LABELS]), len(labels) - _MOST_LABELS
    return (
        p.SUMMARY_ROWS_CALLED_AND_MORE(labels=told, more=more)
        if more > 0
        else p.SUMMARY_ROWS_CALLED(labels=told)
    )


def _outside(collected: Collected, period: Period | None) -> RowRuns:
    split = collected.context.split
    inside = (split.ordinal(period), NO_PERIOD) if period is not None else tuple(collected.rows)
    return RowRuns.joined(rows.rows for ordinal, rows in collected.rows.items() if ordinal not in inside)


def _undated(collected: Collected, ordinal: int) -> RowRuns:
    """Return the rows of no known period beside those scored; a strict reading refuses the sheet instead."""
    kept = collected.rows.get(NO_PERIOD) if collected.context.lenient and ordinal != NO_PERIOD else None
    return RowRuns.joined(() if kept is None else (kept.rows,))


def rows_in_sheet(rows: RowRuns, addresses: Addresses) -> RowRuns:
    """Return the rows of a sheet in which some rows of its table stand."""
    return RowRuns.between(addresses.rows(rows.spans()))


def hidden_rows_counted(hidden: Sequence[int], counted: RowRuns, where: Where) -> Iterator[Problem]:
    """Report the hidden rows among the sheet's rows that were counted."""
    if rows := counted.common(hidden):
        yield problem(HIDDEN_ROWS_COUNTED, where, count=len(rows), rows=row_ranges(rows))


def shift_notes(collected: Collected) -> Iterator[Problem]:
    """Say how many times were converted to the office's zone, and how many changed period by that."""
    context = collected.context
    if collected.shifted:
        yield problem(TIMES_FROM_OTHER_ZONE, context.time_header, count=collected.shifted, zone=context.zone)
    if collected.moved:
        moved = context.addresses.rows(spans(collected.moved))
        told = {"count": len(collected.moved), "rows": spans_text(moved)}
        yield problem(PERIOD_BY_OFFICE_TIME, context.time_header, zone=context.zone, **told)


def doubtful_rows(collected: Collected) -> Iterator[Problem]:
    """Ask about the rows that may be responses or summaries, a problem a reason."""
    for why, (told, remedy) in _DOUBTS.items():
        if rows := collected.skipped_rows(why).spans():
            count = sum(last - first + 1 for first, last in rows)
            first_cell = collected.context.at(rows[0][0], 1)
            listed = spans_text(collected.context.addresses.rows(rows))
            yield problem(ROWS_DOUBTFUL, first_cell, count=count, why=told, rows=listed, remedy=remedy)
