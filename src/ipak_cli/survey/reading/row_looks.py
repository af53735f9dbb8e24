"""How a row looks beside the others: its label, number, name and profile, and what stands for answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.base.text import normalise
from ipak_cli.survey.reading.row_pattern import is_numbered
from ipak_cli.survey.reading.summary_rows import YEAR, SummaryLikeness, label_of
from ipak_cli.tables.column import as_text, is_blank

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import numpy.typing as npt

    from ipak_cli.survey.reading.context import SheetContext
    from ipak_cli.survey.reading.row_pattern import RowPattern
    from ipak_cli.survey.reading.taken import Taken
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.column import Mask

    Answers = npt.NDArray[np.int8]

_COUNTED_ON: Final = 5
"""Numbers in a row that count on from column to column, at the least."""
_FEW: Final = 2
"""Cells of a row that are too few to be a header again."""
_ANSWERED: Final = 2
"""Items with something in them, below which a row may be a legend."""
_LONGEST_NUMBER: Final = 25
_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class RowLook:
    """What a row has; columns are counted from 1.

    ``column`` is that of its label, the first text beside the answers that is no number, nor what others have
    (0: there is none).
    ``cells`` are those that hold something, ``values`` those of the items in the rubric's order, ``valid`` of
    them answers. ``gap`` tells of blank rows above it.
    """

    row: int
    cells: Mapping[int, Cell]
    values: tuple[Cell, ...]
    valid: int
    label: str
    column: int
    gap: bool

    @classmethod
    def of(
        cls, row: int, cells: Mapping[int, Cell], context: SheetContext, *, valid: int, gap: bool
    ) -> RowLook:
        """Look at one row."""
        frame = context.frame
        texts = {number: as_text(cells.get(number)) for number in frame.labels}
        labels = ((n, text) for n, text in texts.items() if _may_label(n, text, frame))
        column, label = next(labels, (0, ""))
        values = tuple(cells.get(context.layout.items[item.code]) for item in context.rubric.items)
        return cls(row, cells, values, valid, label, column, gap)

    @property
    def given(self) -> list[Cell]:
        """The cells of the items that are not blank."""
        return [value for value in self.values if not is_blank(value)]

    @property
    def filled(self) -> int:
        """How many cells are not blank."""
        return sum(not is_blank(value) for value in self.cells.values())

    @property
    def numbers(self) -> list[tuple[Fraction, int] | None]:
        """The items' cells as numbers, each with its decimals."""
        return [number_of(value) for value in self.values]

    @property
    def is_numeric(self) -> bool:
        """Whether all that stands where answers do is numbers."""
        return len([number for number in self.numbers if number]) == len(self.given)

    @property
    def has_fraction(self) -> bool:
        """Whether a number that is not whole stands where answers do."""
        return any(number is not None and number[0].denominator > 1 for number in self.numbers)

    @property
    def odd(self) -> bool:
        """Whether most of what stands where answers do is none."""
        return 2 * self.valid < len(self.given)

    def impossible(self, highest: int) -> bool:
        """Tell numbers that nobody types as answers: most are none, some are fractions or far too high."""
        far = any(number is not None and number[0] > 2 * highest for number in self.numbers)
        return self.odd and self.is_numeric and (far or self.has_fraction)

    def repeats_header(self, headers: Mapping[int, str]) -> bool:
        """Tell a header that stands again, or the numbers of the columns, from answers."""
        if self.filled <= _FEW:
            return False
        filled = {n: as_text(value) for n, value in sorted(self.cells.items()) if not is_blank(value)}
        same = sum(normalise(text) == normalise(headers[n]) for n, text in filled.items() if n in headers)
        digits = [text.strip("()[].").strip() for text in filled.values()]
        numbers = [int(text) for text in digits if text.isdecimal() and len(text) < _LONGEST_NUMBER]
        counts_on = all(b - a == 1 for a, b in pairwise(numbers))
        return (counts_on and len(filled) == len(numbers) >= _COUNTED_ON) or 2 * same > len(filled)


def looks(taken: Taken, answers: Answers, context: SheetContext, last: int) -> Iterator[tuple[int, RowLook]]:
    """Yield the place and look of each row that may be no response; ``last`` is the row in use above them.

    A row with a time and an answer is one, and so is a row like the others whose answers can be read.
    """
    timed = np.zeros(len(taken.rows), np.bool_) if taken.times is None else ~np.isnat(taken.times)
    places = np.flatnonzero(~(timed & answers.any(axis=1)))
    if not len(places):
        return
    gap = np.diff(taken.rows, prepend=last) > 1
    valid = (answers > 0).sum(axis=1)
    chosen = places[_strange(taken, places, context, valid, gap)]
    for place, cells in zip(chosen.tolist(), _cells(taken, chosen), strict=True):
        row = int(taken.rows[place])
        yield place, RowLook.of(row, cells, context, valid=int(valid[place]), gap=bool(gap[place]))


def _cells(taken: Taken, places: npt.NDArray[np.intp]) -> list[dict[int, Cell]]:
    """Return the cells of some rows that hold something; a wide sheet is empty in most places."""
    found: list[dict[int, Cell]] = [{} for _ in places]
    for number, column in taken.columns.items():
        filled = np.flatnonzero(column.codes[places] >= 0)
        cells = column.only(places[filled]).trimmed().cells()
        for order, cell in zip(filled.tolist(), cells.tolist(), strict=True):
            found[order][number] = cell
    return found


def _strange(
    taken: Taken,
    places: npt.NDArray[np.intp],
    context: SheetContext,
    valid: npt.NDArray[np.int64],
    gap: Mask,
) -> Mask:
    """Tell which rows must be looked at, by whole columns: the others are like any response."""
    frame = context.frame
    valid, gap = valid[places], gap[places]
    filled = np.zeros(len(places), np.int64)
    for number in context.layout.items.values():
        filled += ~taken.columns[number].only(places).blank
    strange: Mask = (valid == 0) | (filled < _ANSWERED) | (2 * valid < filled)
    strange |= taken.rows[places] == context.layout.header_rows[1] + 1
    unlike: Mask = gap | (valid < filled)
    if frame.running in taken.columns:
        running = taken.columns[frame.running].only(places).trimmed()
        unlike = ~running.map(frame.has_number, empty=False, kind=np.bool_)
    for number in frame.labels:
        column = taken.columns.get(number)
        if column is not None:
            usual = {text for repeated, text in frame.repeated if repeated == number}
            labelled = partial(_is_label, usual=usual)
            strange |= column.only(places).trimmed().map(labelled, empty=False, kind=np.bool_)
    for number in frame.always & taken.columns.keys():
        strange |= taken.columns[number].only(places).blank
    strange |= unlike
    return strange


def _is_label(value: Cell, usual: set[str]) -> bool:
    return (
        isinstance(value, str)
        and not value.isdecimal()
        and label_of(value) is not SummaryLikeness.OTHER
        and as_text(value) not in usual
    )


def _may_label(column: int, text: str, frame: RowPattern) -> bool:
    """Tell a text that may be a label: no code, and none that others have in its column, such as "SMA"."""
    if not any(c.isalpha() for c in text):
        year = YEAR.fullmatch(text) and column not in frame.numeric and column != frame.running
        return bool(year) or label_of(text) is SummaryLikeness.WHOLE
    coded = is_numbered(text) and (column in frame.numeric or column == frame.running)
    return not coded and (column, text) not in frame.common


def number_of(value: Cell) -> tuple[Fraction, int] | None:
    """Return a number exactly as it is written, and its decimals; ``None`` for what is no number."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = as_text(value).replace(",", ".")
    if len(text) > _LONGEST_NUMBER or not _NUMBER.fullmatch(text):
        return None
    return Fraction(text), len(text.partition(".")[2])
