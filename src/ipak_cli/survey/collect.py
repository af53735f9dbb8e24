"""From a sheet to its tallies by quarter: piece by piece, and the rows that are worth a look."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd

from ipak_cli.survey.read import RowFault, Skip, placed, read_piece
from ipak_cli.survey.suggestions import Heard
from ipak_cli.survey.tally import tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ipak_cli.problems import Problem
    from ipak_cli.rubric.models import SurveyRubric
    from ipak_cli.survey.counts import Tally
    from ipak_cli.survey.reading import SheetContext
    from ipak_cli.survey.responses import Responses

MOST_LISTED = 1000
"""Problems of one code that are listed by cell; beyond that they are only counted."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What is kept of each response for looks across all of them: no answer, no text."""

    rows: npt.NDArray[np.int64]
    prints: npt.NDArray[np.uint64]
    persons: npt.NDArray[np.uint64]
    tests: npt.NDArray[np.bool_]
    low_straight: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, responses: Responses, highest: int) -> Rows:
        """Keep it."""
        return cls(
            responses.rows,
            responses.prints,
            responses.persons,
            responses.tests,
            responses.straight & (responses.answers[:, 0] < highest),
        )

    @classmethod
    def joined(cls, parts: Iterable[Rows]) -> Rows:
        """Join the rows of several pieces."""
        listed = list(parts)
        return cls(
            np.concatenate([part.rows for part in listed]),
            np.concatenate([part.prints for part in listed]),
            np.concatenate([part.persons for part in listed]),
            np.concatenate([part.tests for part in listed]),
            np.concatenate([part.low_straight for part in listed]),
        )


@dataclass(slots=True)
class Collected:
    """All that one sheet says: tally, rows and texts of each quarter, the faults, the rows passed over."""

    context: SheetContext
    tallies: dict[int, Tally] = field(default_factory=dict)
    rows: dict[int, Rows] = field(default_factory=dict)
    heard: defaultdict[int, Heard] = field(default_factory=lambda: defaultdict(Heard))
    faults: list[RowFault] = field(default_factory=list)
    unlisted: Counter[str] = field(default_factory=Counter)
    skipped: dict[Skip, list[int]] = field(default_factory=lambda: defaultdict(list))

    @property
    def responses(self) -> dict[int, int]:
        """Responses in each quarter."""
        return {quarter: tally.total.respondents for quarter, tally in self.tallies.items()}

    def problems(self, quarter: int | None) -> list[Problem]:
        """Return the faults that concern a quarter: its own and those whose quarter is not known."""
        mine = (fault for fault in self.faults if quarter is None or fault.quarter in (quarter, None))
        return [placed(fault, self.context) for fault in mine]


def collect(frames: Iterable[pd.DataFrame], context: SheetContext, rubric: SurveyRubric) -> Collected:
    """Read a sheet piece by piece; the size of the pieces makes no difference to the outcome."""
    collected = Collected(context)
    parts: dict[int, list[Rows]] = defaultdict(list)
    listed: Counter[str] = Counter()
    for frame in frames:
        piece = read_piece(frame, context)
        for quarter in np.unique(piece.responses.quarters).tolist():
            mine = piece.responses.only(piece.responses.quarters == quarter)
            counted = tally(mine, rubric)
            before = collected.tallies.get(quarter)
            collected.tallies[quarter] = before + counted if before else counted
            parts[quarter].append(Rows.of(mine, len(rubric.scale.values)))
            collected.heard[quarter].hear(mine.suggestions.ravel().tolist(), mine.identities.ravel().tolist())
        _keep_faults(collected, piece.faults, listed)
        for skipped in piece.skipped:
            collected.skipped[skipped.why].append(skipped.row)
    collected.rows = {quarter: Rows.joined(rows) for quarter, rows in parts.items()}
    return collected


def _keep_faults(collected: Collected, faults: tuple[RowFault, ...], listed: Counter[str]) -> None:
    for fault in faults:
        code = fault.fault.code
        listed[code] += 1
        if listed[code] <= MOST_LISTED:
            collected.faults.append(fault)
        else:
            collected.unlisted[code] += 1


def repeated(values: npt.NDArray[np.uint64]) -> npt.NDArray[np.bool_]:
    """Mark the second and later appearances of each fingerprint; 0 is no fingerprint."""
    marks: npt.NDArray[np.bool_] = pd.Series(values).duplicated().to_numpy() & (values != 0)
    return marks


def merge_tallies(tallies: Iterable[Mapping[int, Tally]]) -> dict[int, Tally]:
    """Add up the tallies of several sheets, quarter by quarter."""
    merged: dict[int, Tally] = {}
    for by_quarter in tallies:
        for quarter, counted in by_quarter.items():
            merged[quarter] = merged[quarter] + counted if quarter in merged else counted
    return merged
