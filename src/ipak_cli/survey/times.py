"""When a response was given: from a cell, in the day and month order that its column decides."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from ipak_cli.cells import Cell, ErrorCell, UncachedFormula
from ipak_cli.survey.column import Column, is_blank
from ipak_cli.survey.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan", "februari february feb", "maret march mar", "april apr", "mei may",
            "juni june jun", "juli july jul", "agustus august agu agt aug", "september sep sept",
            "oktober october okt oct", "november nov nopember", "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_CLOCK: Final = (
    r"(?:[T,]?\s*(?:pukul\s*)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?)?"
    r"\s*(?:Z|WIB|WITA|WIT|(?:GMT|UTC)\s*(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2})?"
)
_DAY_NAME: Final = r"(?:[A-Za-z']{3,9},?\s+)?"
_YEAR_FIRST: Final = re.compile(
    rf"(?P<year>\d{{4}})[/.-](?P<month>\d{{1,2}})[/.-](?P<day>\d{{1,2}}){_CLOCK}", re.IGNORECASE
)
_YEAR_LAST: Final = re.compile(
    rf"(?P<a>\d{{1,2}})[/.-](?P<b>\d{{1,2}})[/.-](?P<year>\d{{4}}){_CLOCK}", re.IGNORECASE
)
_DAY_NAMED: Final = re.compile(
    rf"{_DAY_NAME}(?P<day>\d{{1,2}})[\s-]+(?P<name>[A-Za-z]{{3,9}})\.?[\s,-]+(?P<year>\d{{4}}){_CLOCK}",
    re.IGNORECASE,
)
_MONTH_NAMED: Final = re.compile(
    rf"{_DAY_NAME}(?P<name>[A-Za-z]{{3,9}})\.?\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}}){_CLOCK}",
    re.IGNORECASE,
)
_SHORT_YEAR: Final = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2}(?!\d).*", re.DOTALL)
_SERIAL: Final = re.compile(r"\d{5}(?:[.,]\d+)?")
_EPOCH: Final = datetime(1899, 12, 30)  # noqa: DTZ001 (local time as printed)
_EPOCH_1904: Final = datetime(1904, 1, 1)  # noqa: DTZ001 (as above)
_FIRST_YEAR: Final = 2000
_LAST_YEAR: Final = 2100
_NO_TIME: Final = np.datetime64("NaT", "s")


class DateOrder(StrEnum):
    """Which comes first in dates such as 05/12/2024."""

    DMY = "dmy"
    MDY = "mdy"


def read_time(value: Cell, order: DateOrder | None, *, epoch_1904: bool = False) -> datetime | Fault | None:
    """Return the local time in a cell, ``None`` for a blank one, or the fault.

    A time zone is dropped, not converted: the quarter is that of the office's own clock, which the export
    prints. Two-digit years are not guessed.
    """
    match value:
        case None:
            return None
        case bool() | ErrorCell() | UncachedFormula():
            return _fault(value)
        case datetime():
            return _plausible(value.replace(tzinfo=None, microsecond=0), value)
        case date():
            return _plausible(datetime(value.year, value.month, value.day), value)  # noqa: DTZ001 (as above)
        case int() | float():
            return _serial(value, value, epoch_1904=epoch_1904)
        case str():
            return _text(value, order, epoch_1904=epoch_1904) if value.strip() else None
        case _:
            return _fault(value)


def orders_of(value: Cell) -> frozenset[DateOrder]:
    """Return the orders that a cell allows: both, unless it is a date such as 26/06/2026 that decides."""
    match = _YEAR_LAST.fullmatch(_squeezed(value)) if isinstance(value, str) else None
    if match is None:
        return frozenset(DateOrder)
    possible = {DateOrder.DMY: (match["a"], match["b"]), DateOrder.MDY: (match["b"], match["a"])}
    return frozenset(
        order for order, (day, month) in possible.items() if 1 <= int(day) <= 31 and 1 <= int(month) <= 12
    )


def needs_order(value: Cell) -> bool:
    """Tell whether a cell reads differently day first and month first."""
    match = _YEAR_LAST.fullmatch(_squeezed(value)) if isinstance(value, str) else None
    return match is not None and match["a"] != match["b"] and len(orders_of(value)) > 1


def find_order(values: Iterable[Cell]) -> DateOrder | Fault | None:
    """Return the order that a column's values decide on, ``None`` where none of them needs one.

    A column that cannot decide, or decides both ways, is a fault.
    """
    deciding: set[DateOrder] = set()
    doubtful: Cell = None
    for value in values:
        orders = orders_of(value)
        if len(orders) == 1:
            deciding |= orders
        elif doubtful is None and needs_order(value):
            doubtful = value
    if len(deciding) > 1:
        return Fault("W406")
    if deciding:
        return deciding.pop()
    return None if doubtful is None else Fault("W405", {"value": _shown(doubtful)})


def read_times(
    series: pd.Series, order: DateOrder | None, *, epoch_1904: bool = False
) -> tuple[npt.NDArray[np.datetime64], tuple[tuple[int, Fault], ...]]:
    """Read a whole column: times to the second (NaT for blank or faulty), and the faults by row from 0."""
    column = Column.of(series)
    faults: dict[int, Fault] = {}
    read = np.full(len(column.distinct) + 1, _NO_TIME, dtype="datetime64[s]")
    for place, value in enumerate(column.distinct):
        if is_blank(value):
            continue
        outcome = read_time(value, order, epoch_1904=epoch_1904)
        if isinstance(outcome, Fault):
            faults[place] = outcome
        elif outcome is not None:
            read[place] = np.datetime64(outcome, "s")
    placed = [(int(row), fault) for place, fault in faults.items() for row in column.rows_of(place)]
    return read[column.places], tuple(sorted(placed, key=lambda pair: pair[0]))


def _text(value: str, order: DateOrder | None, *, epoch_1904: bool) -> datetime | Fault:
    text = _squeezed(value)
    if _SERIAL.fullmatch(text):
        return _serial(float(text.replace(",", ".")), value, epoch_1904=epoch_1904)
    if match := _YEAR_FIRST.fullmatch(text):
        return _build(match, int(match["month"]), int(match["day"]), value)
    if match := _YEAR_LAST.fullmatch(text):
        return _ordered(match, order, value)
    for form in (_DAY_NAMED, _MONTH_NAMED):
        match = form.fullmatch(text)
        if match and (month := _MONTHS.get(match["name"].lower())):
            return _build(match, month, int(match["day"]), value)
    return Fault("W403", {"value": _shown(value)}) if _SHORT_YEAR.fullmatch(text) else _fault(value)


def _ordered(match: re.Match[str], order: DateOrder | None, value: str) -> datetime | Fault:
    first, second = int(match["a"]), int(match["b"])
    if order is None:
        allowed = orders_of(value)
        if len(allowed) > 1 and first != second:
            return Fault("W405", {"value": _shown(value)})
        order = next(iter(allowed), DateOrder.DMY)
    day, month = (first, second) if order is DateOrder.DMY else (second, first)
    return _build(match, month, day, value)


def _build(match: re.Match[str], month: int, day: int, value: str) -> datetime | Fault:
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    half = (match["half"] or "").replace(".", "").lower()
    if half:
        if not 1 <= hour <= 12:
            return Fault("W402", {"value": _shown(value)})
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        moment = datetime(int(match["year"]), month, day, hour, minute, second)  # noqa: DTZ001 (as above)
    except ValueError:
        return Fault("W402", {"value": _shown(value)})
    return _plausible(moment, value)


def _serial(days: float, value: Cell, *, epoch_1904: bool) -> datetime | Fault:
    """Read Excel's days since 1900 or 1904, rounded to the second as Excel shows them."""
    if not 0 < days < 100_000:
        return _fault(value)
    seconds = round(days * 86_400)
    return _plausible((_EPOCH_1904 if epoch_1904 else _EPOCH) + timedelta(seconds=seconds), value)


def _plausible(moment: datetime, value: Cell) -> datetime | Fault:
    if not _FIRST_YEAR <= moment.year < _LAST_YEAR:
        return Fault("W404", {"value": _shown(value)})
    return moment


def _fault(value: Cell) -> Fault:
    match value:
        case ErrorCell():
            return Fault("J306", {"value": value.text})
        case UncachedFormula():
            return Fault("J307")
        case _:
            return Fault("W401", {"value": _shown(value)})


def _shown(value: Cell) -> str:
    text = " ".join(str(value).split())
    if "@" in text:
        return "(tidak ditampilkan)"
    return text if len(text) <= 30 else f"{text[:29]}…"


def _squeezed(value: object) -> str:
    return " ".join(str(value).split())
