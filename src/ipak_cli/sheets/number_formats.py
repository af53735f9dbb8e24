"""What a stored number is once its number format is known: a number, a percentage, a day or a time."""

from __future__ import annotations

import math
import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, Literal

from ipak_cli.cells import Cell, ErrorCell, PercentCell

if TYPE_CHECKING:
    from collections.abc import Mapping

Shown = Literal["number", "percent", "date", "time", "elapsed"]

_BUILT_IN: Final[Mapping[int, Shown]] = {
    **dict.fromkeys((9, 10), "percent"),
    **dict.fromkeys((14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)), "date"),
    **dict.fromkeys((18, 19, 20, 21, 45, 47), "time"),
    46: "elapsed",
}
_QUIET: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|General|E[+-]0|AM/PM|A/P', re.IGNORECASE)
_DAY: Final = re.compile(r"[dy]|m(?![^hs]*s)", re.IGNORECASE)
_ELAPSED: Final = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_SECONDS_A_DAY: Final = 86_400
_LEAP_BUG: Final = 60
_LARGEST_WHOLE: Final = 2**53


def shown_as(number: int, code: str | None) -> Shown:
    """Tell what a number format shows; ``code`` is None for the built-in formats."""
    if code is None:
        return _BUILT_IN.get(number, "number")
    first = _QUIET.sub("", code[:1000]).partition(";")[0]
    if _ELAPSED.search(first):
        return "elapsed"
    if re.search(r"[dy]", first, re.IGNORECASE):
        return "date"
    if re.search(r"[hs]", first, re.IGNORECASE):
        return "time"
    if re.search(r"m", first, re.IGNORECASE):
        return "date"
    return "percent" if "%" in first else "number"


def cell_of(value: float, shown: Shown, *, epoch_1904: bool) -> Cell:
    """Return what the cell shows; a day number that no calendar has stays a number."""
    if not math.isfinite(value):
        return ErrorCell("#NUM!")
    if shown == "percent":
        return PercentCell(value)
    if shown != "number":
        moment = _moment(value, shown, epoch_1904=epoch_1904)
        if moment is not None:
            return moment
    return int(value) if abs(value) <= _LARGEST_WHOLE and value == int(value) else value


def _moment(value: float, shown: Shown, *, epoch_1904: bool) -> Cell:
    """Count from the file's epoch, to the millisecond, as Excel shows it."""
    try:
        span = timedelta(milliseconds=round(value * _SECONDS_A_DAY * 1000))
        if shown == "elapsed":
            return span
        if value < 0:
            return None
        if shown == "time" and span < timedelta(days=1):
            return (datetime.min + span).time()
        if epoch_1904:
            return datetime(1904, 1, 1) + span  # noqa: DTZ001  a cell's time has no zone
        # Excel counts 29 February 1900, which no calendar has.
        first = datetime(1899, 12, 31) if value < _LEAP_BUG else datetime(1899, 12, 30)  # noqa: DTZ001  as above
        return first + span
    except OverflowError:
        return None
