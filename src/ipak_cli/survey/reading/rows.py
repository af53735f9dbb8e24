"""Which rows below a header are responses, which are summaries, notes and signatures, and which are doubtful.

Each row is judged by what it is beside the others: its number, name and profile, its answers, its label. What
may be either is asked about, never counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.survey.reading.row_looks import RowLook, looks
from ipak_cli.survey.reading.summary_rows import SummaryLikeness, is_short, label_of
from ipak_cli.tables.column import is_blank

if TYPE_CHECKING:
    import numpy.typing as npt

    from ipak_cli.survey.reading.context import SheetContext
    from ipak_cli.survey.reading.row_pattern import RowPattern
    from ipak_cli.survey.reading.summary_rows import AnswersAbove
    from ipak_cli.survey.reading.taken import Taken
    from ipak_cli.tables.column import Mask

_HARDLY: Final = 2
"""Cells filled in a row of text, at the most."""

_LONGEST_SHOWN: Final = 40
"""Letters of a label that are shown."""


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
    taken: Taken, answers: npt.NDArray[np.int8], context: SheetContext, above: AnswersAbove
) -> tuple[Mask, tuple[SkippedRow, ...]]:
    """Tell responses from other rows; no row of ``taken`` is blank, and ``above`` takes the responses."""
    keep = np.ones(len(taken.rows), np.bool_)
    skipped: list[SkippedRow] = []
    first = 0
    for place, look in looks(taken, answers, context, above.row):
        above.take(answers[first:place])
        first = place
        timed = taken.times is not None and not np.isnat(taken.times[place])
        why = _no_answer(look) if timed else _judge(look, context, above)
        if why is not None:
            above.close()
            first, keep[place] = place + 1, False
            skipped.append(SkippedRow(int(taken.rows[place]), why, _label_shown(look, why)))
    above.take(answers[first:])
    above.row = int(taken.rows[-1]) if len(taken.rows) else above.row
    return keep, tuple(skipped)


def _label_shown(look: RowLook, why: Skip | RowDoubt) -> str:
    """Return a summary's label, if no word of it can be somebody's name."""
    if why is not Skip.SUMMARY or label_of(look.label) is not SummaryLikeness.WHOLE:
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
