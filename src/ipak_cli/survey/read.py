"""One piece of a sheet to responses: each distinct value is read once, each fault keeps its cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.columns import as_text
from ipak_cli.names import normalise
from ipak_cli.rubric.models import BlankRule
from ipak_cli.survey.answers import read_answer
from ipak_cli.survey.faults import Fault
from ipak_cli.survey.fingerprints import fingerprint, number_print
from ipak_cli.survey.headers import is_running_number
from ipak_cli.survey.responses import NO_PERIOD, Responses
from ipak_cli.survey.skipped import SkippedRow, sort_rows
from ipak_cli.survey.suggestions import is_unread, texts_of
from ipak_cli.survey.taken import Shifted, Taken, take_apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import numpy.typing as npt

    from ipak_cli.cells import Cell
    from ipak_cli.columns import Piece
    from ipak_cli.survey.reading import SheetContext

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


_Found = tuple[int, int, Fault]
"""The row (counted from 0), the column and what is wrong with the cell there."""


@dataclass(frozen=True, slots=True)
class PieceRead:
    """What a piece of a sheet says; ``faults`` are in the order of their rows."""

    responses: Responses
    faults: list[_Found]
    skipped: tuple[SkippedRow, ...]
    shifted: Shifted

    def place_of(self, row: int) -> tuple[int, int | None]:
        """Return a row's number in the sheet, and the ordinal of its quarter if that is known."""
        quarter = int(self.responses.quarters[row])
        return int(self.responses.rows[row]), quarter if quarter != NO_PERIOD else None


def read_piece(piece: Piece, context: SheetContext) -> PieceRead:
    """Read the rows below the header."""
    taken = take_apart(piece, context)
    keep, skipped = sort_rows(taken, context)
    taken = taken.only(keep)
    quarters = taken.quarters
    answers, faults = _answers(taken, context)
    faults += _time_faults(taken, context)
    faults += _unread_suggestions(taken, context)
    faults.sort(key=lambda fault: fault[0])
    return PieceRead(
        responses=_responses(taken, (answers, quarters), context),
        faults=faults,
        skipped=skipped,
        shifted=taken.shifted,
    )


def _answers(taken: Taken, context: SheetContext) -> tuple[npt.NDArray[np.int8], list[_Found]]:
    answers = np.zeros((len(taken.rows), len(context.rubric.items)), dtype=np.int8, order="F")
    faults: list[_Found] = []
    for number, (item, words) in enumerate(zip(context.rubric.items, context.words, strict=True)):
        sheet_column = context.layout.items[item.code]
        column = taken.columns[sheet_column]
        read = [read_answer(value, words) for value in column.distinct.cells]
        codes = [r - context.rubric.scale.lowest + 1 if isinstance(r, int) else 0 for r in read]
        answers[:, number] = np.array([*codes, 0], np.int8)[column.places]  # the last for empty cells
        if wrong := {place: r for place, r in enumerate(read) if isinstance(r, Fault)}:
            rows = np.flatnonzero(np.isin(column.places, list(wrong)))
            told = zip(rows.tolist(), column.places[rows].tolist(), strict=True)
            faults += [(row, sheet_column, wrong[place]) for row, place in told]
        code = "J310" if context.rubric.blank is BlankRule.ERROR else "J311"
        blank = Fault(code, {"item": item.code})
        faults += [(row, sheet_column, blank) for row in np.flatnonzero(column.blank).tolist()]
    return answers, faults


def _time_faults(taken: Taken, context: SheetContext) -> Iterator[_Found]:
    if context.layout.time is not None and taken.times is not None:
        for row in np.flatnonzero(np.isnat(taken.times)).tolist():
            yield row, context.layout.time, taken.time_faults.get(row, Fault("W407"))


def _unread_suggestions(taken: Taken, context: SheetContext) -> Iterator[_Found]:
    for number in context.layout.suggestions:
        unread = taken.columns[number].map(is_unread, empty=False, kind=np.bool_)
        yield from ((row, number, Fault("J316")) for row in np.flatnonzero(unread).tolist())


def _responses(
    taken: Taken, read: tuple[npt.NDArray[np.int8], npt.NDArray[np.int64]], context: SheetContext
) -> Responses:
    layout, columns = context.layout, taken.columns
    answers, quarters = read
    seconds = taken.seconds
    others = {header: column for header, column in layout.others.items() if not is_running_number(header)}
    words = {**layout.persons, **others, **layout.profiles}
    tests = np.zeros(len(taken.rows), np.bool_)
    for column in words.values():
        tests |= columns[column].map(_is_trial, empty=False, kind=np.bool_)
    prints = np.zeros(len(taken.rows), np.uint64)
    if layout.time is not None or layout.persons:
        prints = fingerprint(taken, words) + number_print(answers, seconds)
    return Responses(
        rows=taken.rows,
        answers=answers,
        quarters=quarters,
        minutes=np.where(seconds < 0, -1, seconds // 60),
        groups={profile: columns[column].texts(as_text) for profile, column in layout.profiles.items()},
        prints=prints,
        persons=fingerprint(taken, _person(layout.persons)) if layout.persons else None,
        tests=tests,
        suggestions=texts_of(columns[number] for number in layout.suggestions),
        identities=texts_of(columns[number] for number in layout.identities),
    )


def _is_trial(value: Cell) -> bool:
    return isinstance(value, str) and len(value) < 40 and normalise(value) in TRIAL


def _person(persons: Mapping[str, int]) -> dict[str, int]:
    """Return the one column that tells respondents apart best; a name alone can be two people's."""
    ranked = sorted(persons, key=lambda header: (normalise(header).startswith(("nama", "name")), header))
    return {ranked[0]: persons[ranked[0]]} if ranked else {}
