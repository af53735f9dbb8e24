"""Which rows below a header are responses, which are summaries, notes and signatures, and which are doubtful.

Each row is judged by what it is beside the others: its number, name and profile, its answers, its label. What
may be either is asked about, never counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.base.text import counts_stars
from ipak_cli.survey.reading.row_looks import RowLook, SummaryLikeness, is_short, label_of, looks
from ipak_cli.tables.column import is_blank

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from ipak_cli.rubric.survey import Scale
    from ipak_cli.survey.reading.row_pattern import RowPattern
    from ipak_cli.survey.reading.sheet_layout import SheetContext
    from ipak_cli.tables.column import Mask, Piece

    Answers = npt.NDArray[np.int8]
    Value = tuple[Fraction, int]

_NO_PLACE: Final = np.iinfo(np.int8).max
"""Stands for no answer where the lowest is looked for."""
_FEWEST: Final = 2
"""Responses, and answers in a row, below which a match says nothing."""
_MOST_PLACES: Final = 6
"""Decimals of a number that was computed, not typed."""
_HARDLY: Final = 2
"""Cells filled in a row of text, at the most."""
_LONGEST_SHOWN: Final = 40
"""Letters of a label that are shown."""


@dataclass(frozen=True, slots=True, eq=False)
class _Totals:
    """For each item: answers, their sum, the lowest and the highest, as places on the scale."""

    counts: npt.NDArray[np.int64]
    sums: npt.NDArray[np.int64]
    lowest: Answers
    highest: Answers

    @classmethod
    def of(cls, answers: Answers) -> _Totals:
        given = answers > 0
        lowest = np.where(given, answers, _NO_PLACE).min(axis=0)
        return cls(given.sum(axis=0), answers.sum(axis=0, dtype=np.int64), lowest, answers.max(axis=0))

    def __add__(self, other: _Totals) -> _Totals:
        return _Totals(
            self.counts + other.counts,
            self.sums + other.sums,
            np.minimum(self.lowest, other.lowest),
            np.maximum(self.highest, other.highest),
        )

    def figures(self, item: int, scale: Scale) -> Iterator[Fraction]:
        """Yield what a summary may say of an item: sum, mean, percent, count, lowest, highest."""
        down = scale.lowest - 1
        count, total, low, high = (
            int(each[item]) for each in (self.counts, self.sums, self.lowest, self.highest)
        )
        mean = Fraction(total, count) + down
        yield from (Fraction(total + down * count), mean, mean * 100 / scale.highest)
        yield from map(Fraction, (count, low + down, high + down))

    def told_by(self, values: Sequence[Value | None], scale: Scale) -> bool:
        """Tell whether all values are the same figure of their items."""
        if int(self.counts.max()) < _FEWEST:
            return False
        given = [(item, value) for item, value in enumerate(values) if value is not None]
        if len(given) < min(_FEWEST, len(values)) or not all(self.counts[item] for item, _ in given):
            return False
        matched = [[_is(value, figure) for figure in self.figures(item, scale)] for item, value in given]
        return any(map(all, zip(*matched, strict=True)))


@dataclass(slots=True)
class AnswersAbove:
    """The responses above a row: all of them, and those since the last summary; and the last row in use."""

    scale: Scale
    row: int
    _all: _Totals | None = None
    _block: _Totals | None = None
    _closed: bool = False

    @property
    def begun(self) -> bool:
        """Whether any response stands above."""
        return self._all is not None

    def take(self, answers: Answers) -> None:
        """Take further responses."""
        if not len(answers) or not answers.any():
            return
        totals = _Totals.of(answers)
        block = None if self._closed else self._block
        self._all = totals if self._all is None else self._all + totals
        self._block = totals if block is None else block + totals
        self._closed = False

    def close(self) -> None:
        """End a block of responses: a row that is none stands below it."""
        self._closed = True

    def told_by(self, values: Sequence[Value | None]) -> bool:
        """Tell whether a row's numbers (with their decimals) sum up the answers above, or the last block."""
        totals = [each for each in (self._all, self._block) if each is not None]
        return any(each.told_by(values, self.scale) for each in totals)


def _is(value: Value, figure: Fraction) -> bool:
    """Tell whether a number is a figure, as far as it was written out."""
    number, places = value
    return (
        abs(number - figure) <= Fraction(1, 2 * 10 ** min(places, _MOST_PLACES))
        if places
        else number == figure
    )


class Skip(Enum):
    """Why a row below the header is no response."""

    SUMMARY = "summary"
    NO_ANSWER = "no_answer"
    HEADER = "header"


class RowDoubt(Enum):
    """Why a row with answers may be no response."""

    NUMBER = "number"
    BARE = "bare"
    TEXT = "text"
    LABEL = "label"
    GAP = "gap"
    LEGEND = "legend"


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row that is no response, or may be none; ``label`` is what a summary calls itself."""

    row: int
    why: Skip | RowDoubt
    label: str = ""


def sort_rows(
    piece: Piece, timed: Mask, answers: Answers, context: SheetContext, above: AnswersAbove
) -> tuple[Mask, tuple[SkippedRow, ...]]:
    """Tell responses from other rows; no row is blank, ``timed`` ones have a time.

    A row with a time and an answer is a response, and so is a row like the others whose answers can be read.
    ``above`` takes the responses.
    """
    keep = np.ones(len(piece.rows), np.bool_)
    skipped: list[SkippedRow] = []
    first = 0
    doubtful = np.flatnonzero(~(timed & answers.any(axis=1)))
    for place, look in looks(piece, answers, doubtful, context, above.row):
        above.take(answers[first:place])
        first = place
        why = _no_answer(look) if timed[place] else _judge(look, context, above)
        if why is not None:
            above.close()
            first, keep[place] = place + 1, False
            skipped.append(SkippedRow(look.row, why, _label_shown(look, why)))
    above.take(answers[first:])
    above.row = int(piece.rows[-1]) if len(piece.rows) else above.row
    return keep, tuple(skipped)


def _label_shown(look: RowLook, why: Skip | RowDoubt) -> str:
    """Return a summary's label, if no word of it can be somebody's name."""
    told = label_of(look.label) is SummaryLikeness.WHOLE or counts_stars(look.label)
    if why is not Skip.SUMMARY or not told:
        return ""
    flat = " ".join("".join(c if c.isprintable() else " " for c in look.label).split())
    return flat if len(flat) <= _LONGEST_SHOWN else f"{flat[: _LONGEST_SHOWN - 1]}…"


def _no_answer(look: RowLook) -> Skip | None:
    if look.given:
        return None
    return Skip.SUMMARY if label_of(look.label) is SummaryLikeness.WHOLE else Skip.NO_ANSWER


def _judge(look: RowLook, context: SheetContext, above: AnswersAbove) -> Skip | RowDoubt | None:
    """Judge a row without a time; ``None`` is a response, or one whose cells will be called faulty."""
    if look.repeats_header(context.layout.headers):
        return Skip.HEADER
    if not look.given:
        return _no_answer(look)
    if label_of(look.label) is SummaryLikeness.WHOLE:
        return _called_summary(look, context, above)
    counted = counts_stars(look.label) and look.is_numeric and above.begun
    if counted and (look.odd or context.layout.time is not None or _apart(look, context)):
        return Skip.SUMMARY
    if look.filled <= _HARDLY < len(look.values):
        return RowDoubt.LEGEND if look.valid else Skip.NO_ANSWER
    return _unlabelled(look, context, above)


def _unlabelled(look: RowLook, context: SheetContext, above: AnswersAbove) -> Skip | RowDoubt | None:
    """Judge a row that may be a response by its label."""
    frame = context.frame
    apart, timeless = _apart(look, context), context.layout.time is not None
    alone = not (timeless or frame.usual or frame.running)
    if (apart or timeless or alone) and frame.scored and _no_answers(look, context, above):
        return Skip.SUMMARY
    if timeless:
        return None  # the cell of the time is what is asked about
    below = look.row == frame.tail and len(frame.usual) == 1 and not frame.running
    if look.gap and above.begun and (alone or below):
        return RowDoubt.GAP
    mostly = label_of(look.label) is SummaryLikeness.MOST and (look.column, look.label) not in frame.repeated
    if mostly and not (frame.running or _filled(look, frame)):
        return RowDoubt.LABEL
    return apart


def _no_answers(look: RowLook, context: SheetContext, above: AnswersAbove) -> bool:
    """Tell numbers that are no answers: nobody types them, or they sum up the answers above."""
    wrong = look.valid < len(look.given)
    return wrong and (look.impossible(context.rubric.scale.highest) or _sums_up(look, above))


def _sums_up(look: RowLook, above: AnswersAbove) -> bool:
    return look.is_numeric and above.told_by(look.numbers)


def _filled(look: RowLook, frame: RowPattern) -> bool:
    """Tell whether any other cell that is usually filled is so."""
    return any(not is_blank(look.cells.get(number)) for number in frame.usual - {look.column})


def _apart(look: RowLook, context: SheetContext) -> RowDoubt | None:
    """Tell by what a row stands apart from the others, if by anything."""
    frame = context.frame
    if frame.running:
        number = look.cells.get(frame.running)
        if frame.has_number(number):
            return None
        if is_blank(number) and _only_unnumbered(look, frame):
            return None
        return RowDoubt.NUMBER if is_blank(number) else RowDoubt.TEXT
    beside = frame.usual - {look.column}
    if _filled(look, frame):
        return None
    if look.column in frame.numeric:
        return RowDoubt.TEXT
    alone = bool(look.column and frame.always & beside)
    strange = look.gap or look.has_fraction or label_of(look.label) is not SummaryLikeness.OTHER or alone
    return RowDoubt.BARE if beside and strange else None


def _only_unnumbered(look: RowLook, frame: RowPattern) -> bool:
    """Tell a response that lacks nothing but its number: the rest is filled, or numbered ones follow."""
    if label_of(look.label) is not SummaryLikeness.OTHER:
        return False
    within = not look.column and not look.gap and look.row < frame.last
    return _filled(look, frame) or (within and not look.has_fraction)


def _called_summary(look: RowLook, context: SheetContext, above: AnswersAbove) -> Skip | RowDoubt | None:
    """Judge a row whose label is that of a summary: it may still be a service, or somebody's initials."""
    frame = context.frame
    if look.odd or context.layout.time is not None or _apart(look, context) or _sums_up(look, above):
        return Skip.SUMMARY
    named = look.column in frame.names
    beside = _filled(look, frame)
    if named and not (beside or frame.running or is_short(look.label)):
        return Skip.SUMMARY
    if not named and (beside or frame.running or (look.column, look.label) in frame.repeated):
        return None
    return RowDoubt.LABEL
