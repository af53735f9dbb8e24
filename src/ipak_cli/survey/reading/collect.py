"""From a sheet to its tallies by quarter: piece by piece, and the rows that are worth a look."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.survey.reading.count import tally
from ipak_cli.survey.reading.gather import Gathered, key_of
from ipak_cli.survey.reading.read import PieceRead, read_piece
from ipak_cli.survey.reading.row_numbers import RowRuns
from ipak_cli.survey.reading.suggestions import Heard
from ipak_cli.survey.reading.summary_rows import AnswersAbove
from ipak_cli.survey.reading.taken import Shifted
from ipak_cli.survey.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    import numpy.typing as npt

    from ipak_cli.base.problem import Problem
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.reading.context import SheetContext
    from ipak_cli.survey.reading.responses import Responses
    from ipak_cli.survey.reading.rows import RowDoubt, Skip, SkippedRow
    from ipak_cli.survey.reading.sheet_layout import SheetLayout
    from ipak_cli.tables.column import Piece

    Prints = npt.NDArray[np.uint64]

_MOST_TALLIES: Final = 16
"""Tallies that wait to be added up: one by one, the minutes of a big file would be copied for each piece."""
"""Bits that choose a fingerprint's share."""


@dataclass(frozen=True, slots=True)
class Rows:
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
    def of(cls, responses: Responses, highest: int) -> Rows:
        """Keep it."""
        marks, rows = responses.marks, responses.marks.index
        low = marks["straight"].notna() & (marks["straight"] != highest)
        return cls(
            RowRuns.of(rows.to_numpy()),
            (marks["print"].to_numpy(),),
            (marks["person"].to_numpy(),) if "person" in marks else (),
            RowRuns.of(rows[marks["trial"]].to_numpy()),
            RowRuns.of(rows[low].to_numpy()),
        )

    @classmethod
    def joined(cls, parts: Sequence[Rows]) -> Rows:
        """Join the rows of several pieces of a sheet."""
        return cls(
            RowRuns.joined(part.rows for part in parts),
            tuple(prints for part in parts for prints in part.prints),
            tuple(persons for part in parts for persons in part.persons),
            RowRuns.joined(part.tests for part in parts),
            RowRuns.joined(part.low_straight for part in parts),
        )


@dataclass(slots=True)
class _Quarter:
    """What one quarter's responses have given so far."""

    tallies: list[Tally] = field(default_factory=list)
    rows: list[Rows] = field(default_factory=list)

    def take(self, responses: Responses, rubric: SurveyRubric) -> None:
        self.tallies.append(tally(responses, rubric))
        if len(self.tallies) == _MOST_TALLIES:
            self.tallies = [Tally.joined(self.tallies)]
        self.rows.append(Rows.of(responses, rubric.scale.highest))


@dataclass(slots=True)
class Collected:
    """All that one sheet says: each quarter's tally, rows, texts; faults, rows passed over, times moved.

    ``beside`` are the columns without a header that hold something.
    """

    context: SheetContext
    tallies: dict[int, Tally] = field(default_factory=dict)
    rows: dict[int, Rows] = field(default_factory=dict)
    heard: defaultdict[int, Heard] = field(default_factory=lambda: defaultdict(Heard))
    faults: Gathered = field(default_factory=Gathered)
    skipped: list[SkippedRow] = field(default_factory=list)
    shifted: Shifted = field(default_factory=Shifted)
    beside: set[int] = field(default_factory=set)

    @property
    def responses(self) -> dict[int, int]:
        """Responses in each quarter."""
        return {quarter: tally.total.respondents for quarter, tally in self.tallies.items()}

    def skipped_rows(self, why: Skip | RowDoubt) -> RowRuns:
        """Return the rows that are no response, or doubtful, for one reason."""
        rows = sorted(skipped.row for skipped in self.skipped if skipped.why is why)
        return RowRuns.of(np.array(rows, np.int64))

    @property
    def labels(self) -> tuple[str, ...]:
        """What the summary rows call themselves, each label once."""
        return tuple(dict.fromkeys(skipped.label for skipped in self.skipped if skipped.label))

    def problems(self, quarter: int | None) -> list[Problem]:
        """Return the faults that concern a quarter: its own and those whose quarter is not known."""
        return self.faults.problems(quarter, self.context)


def collect(pieces: Iterable[Piece], context: SheetContext, rubric: SurveyRubric) -> Collected:
    """Read a sheet piece by piece; the size of the pieces makes no difference to the outcome."""
    collected = Collected(context)
    quarters: dict[int, _Quarter] = defaultdict(_Quarter)
    above = AnswersAbove(rubric.scale, context.layout.header_rows[1])
    for piece in pieces:
        read = read_piece(piece, context, above)
        for ordinal, responses in read.responses.by_quarter():
            quarters[ordinal].take(responses, rubric)
            collected.heard[ordinal].hear(responses.suggestions, responses.identities)
        _keep_faults(collected.faults, read)
        collected.beside |= columns_beside(piece, context.layout)
        collected.skipped += read.skipped
        collected.shifted += read.shifted
    collected.tallies = {ordinal: Tally.joined(each.tallies) for ordinal, each in quarters.items()}
    collected.rows = {ordinal: Rows.joined(each.rows) for ordinal, each in quarters.items()}
    return collected


def columns_beside(piece: Piece, layout: SheetLayout) -> set[int]:
    """Return the columns without a header that have something below where it would stand."""
    body = slice(int(np.searchsorted(piece.rows, layout.header_rows[1], "right")), None)
    free = piece.columns.keys() - layout.headers.keys()
    return {number for number in free if not piece.columns[number].only(body).blank.all()}


def _keep_faults(faults: Gathered, read: PieceRead) -> None:
    keys: dict[tuple[int, int], Hashable] = {}  # one fault stands for all cells of its value
    for found in read.faults:
        row, column, fault = found
        known = column, id(fault)
        if known not in keys:
            keys[known] = key_of(column, fault)
        cell, quarter = read.place_of(row)
        faults.add((cell, column), quarter, fault, keys[known])
