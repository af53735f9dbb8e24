"""Which column holds the time of a response: by its header, and by what stands below it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, Final, NamedTuple

from ipak_cli.base.problem import Fault
from ipak_cli.catalogue.survey import (
    DATE_IMPOSSIBLE,
    DAY_MONTH_ORDER_UNCERTAIN,
    YEAR_HAS_TWO_DIGITS,
    YEAR_IMPLAUSIBLE,
)
from ipak_cli.survey.reading.date import Instant, TimeForm, clock_time, instant_of
from ipak_cli.survey.reading.time_headers import (
    Moment,
    is_sure,
    may_be_of_office,
    moment_of,
    names_other_day,
    names_service_day,
    offset_named,
    speaks_of_time,
)
from ipak_cli.tables.column import is_blank

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from ipak_cli.tables.cell import Cell

_FORM: Final = TimeForm()
_SHORTEST: Final = len("1/1/25")
_SERIAL: Final = re.compile(r"\d{5}(?:[.,]\d+)?", re.ASCII)
_LIKE_DATES: Final = frozenset({DATE_IMPOSSIBLE, YEAR_IMPLAUSIBLE, DAY_MONTH_ORDER_UNCERTAIN})
"""Faults of what is a date all the same."""
_SHORT_YEAR: Final = YEAR_HAS_TWO_DIGITS
_SERIALS: Final = range(36_526, 73_051)
"""Excel's days of the years 2000 to 2099."""
_FIRST_YEAR: Final = 2010
"""Years before it are of birth, where nothing but its dates speaks for a column."""
_LONGEST: Final = 10
"""Years that a file of responses spans at most, by the same."""
_YEAR: Final = 31_556_952
"""Seconds of a mean year."""


class CellKinds(NamedTuple):
    """What a column's cells are like: how many are filled, how many are dates, and more strictly so."""

    filled: int
    dates: int
    sure_dates: int
    clocks: int
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RowsBelow:
    """The first rows below a header, those that hold something."""

    rows: tuple[Sequence[Cell], ...]

    @classmethod
    def of(cls, rows: Sequence[Sequence[Cell]]) -> RowsBelow:
        """Leave out blank rows."""
        return cls(tuple(row for row in rows if not all(map(is_blank, row))))

    @property
    def width(self) -> int:
        """The columns of the widest row."""
        return max(map(len, self.rows), default=0)

    def kind(self, column: int, *, short_years: bool) -> CellKinds:
        """Look at a column; a date whose year has two figures is one for sure where the header says so."""
        cells = [row[column - 1] for row in self.rows if column <= len(row)]
        filled = [cell for cell in cells if not is_blank(cell)]
        sure = [found for cell in filled if (found := _date(cell, short_years=short_years)) is not None]
        return CellKinds(
            filled=len(filled),
            dates=len(sure) + sum(map(_is_serial, filled)),
            sure_dates=len(sure),
            clocks=sum(map(_is_clock, filled)),
            years=tuple(sorted(year for year in sure if year)),
        )


@dataclass(frozen=True, slots=True)
class TimeColumn:
    """A column that may hold the time: the moment that its header names, if any, and what stands below."""

    column: int
    header: str
    moment: Moment | None
    dated: bool
    filled: bool = True

    @property
    def named(self) -> bool:
        """Whether the header speaks of nothing but a time."""
        return self.moment is not None


@dataclass(frozen=True, slots=True)
class ChosenTime:
    """The column of the time, the offset its header names, and the columns known by their dates alone."""

    column: int | None = None
    offset: int | None = None
    by_content: tuple[int, ...] = ()


def time_column(column: int, header: str, body: RowsBelow) -> TimeColumn | None:
    """Return a column as one that may hold the time, ``None`` where header and cells speak against it."""
    kind = body.kind(column, short_years=speaks_of_time(header))
    moment = moment_of(header)
    dated = kind.dates * 2 > kind.filled
    if moment is not None and (dated or (is_sure(header) and kind.clocks * 2 <= kind.filled)):
        return TimeColumn(column, header, moment, dated, kind.filled > 0)
    return TimeColumn(column, header, None, dated=True) if _may_be_time(header, kind, body) else None


def is_no_item(column: int, header: str, body: RowsBelow) -> bool:
    """Tell a time by its cells although its header asks an item, as "Waktu penyelesaian" does."""
    if not speaks_of_time(header):
        return False
    kind = body.kind(column, short_years=True)
    return max(kind.dates, kind.clocks) * 2 > kind.filled


def unnamed_times(headers: Container[int], body: RowsBelow) -> Iterator[TimeColumn]:
    """Yield the columns without a header whose cells are dates."""
    for column in range(1, body.width + 1):
        if column not in headers and _may_be_time("", body.kind(column, short_years=False), body):
            yield TimeColumn(column, "", None, dated=True)


def choose_time(columns: Iterable[TimeColumn]) -> ChosenTime:
    """Choose the time: a name above dates, the names in the order of :class:`Moment`; else dates alone.

    Days of the service count only where no other column holds dates; beside a name that may be of the
    office's own work, such as the day of entry, neither is chosen. Of several columns that nothing but their
    dates speak for none is chosen.
    """
    listed = list(columns)
    named = sorted(
        (each for each in listed if each.moment is not None), key=lambda each: (each.moment, each.column)
    )
    rivals = tuple(each.column for each in listed if each.moment is None and names_service_day(each.header))
    for wanted in ([each for each in named if each.dated], [each for each in named if each.filled]):
        if wanted and rivals and may_be_of_office(wanted[0].header):
            return ChosenTime(None, None, tuple(sorted((*rivals, wanted[0].column))))
        if wanted:
            return ChosenTime(wanted[0].column, offset_named(wanted[0].header))
    by_content = [each for each in listed if each.moment is None]
    by_content = [each for each in by_content if not names_service_day(each.header)] or by_content
    found = tuple(each.column for each in by_content)
    if len(found) > 1:
        return ChosenTime(None, None, found)
    chosen = [*by_content, *named][:1]
    return ChosenTime(chosen[0].column, offset_named(chosen[0].header), found) if chosen else ChosenTime()


def _may_be_time(header: str, kind: CellKinds, body: RowsBelow) -> bool:
    """Tell dates in most rows that are not of birth or another thing, by their name or their years."""
    if kind.sure_dates * 2 <= kind.filled or kind.filled * 2 < len(body.rows) or names_other_day(header):
        return False
    if not kind.years:
        return True
    edge = len(kind.years) // 10  # a few slips of the pen do not count
    return kind.years[edge] >= _FIRST_YEAR and kind.years[-1 - edge] - kind.years[edge] <= _LONGEST


def _date(cell: Cell, *, short_years: bool) -> int | None:
    """Return the year of a date, 0 where it cannot be told, ``None`` for another cell."""
    if isinstance(cell, date):
        return cell.year
    if not isinstance(cell, str) or len(cell) < _SHORTEST or _SERIAL.fullmatch(cell.strip()):
        return None
    match instant_of(cell, _FORM):
        case Instant(seconds):
            return 1970 + seconds // _YEAR
        case Fault(code, values) if code in _LIKE_DATES:
            year = values.get("value")
            return year if isinstance(year, int) else 0
        case Fault(code) if code == _SHORT_YEAR and short_years:
            return 0
        case _:
            return None


def _is_serial(cell: Cell) -> bool:
    if isinstance(cell, str) and _SERIAL.fullmatch(cell.strip()):
        return int(cell.strip()[:5]) in _SERIALS
    return isinstance(cell, int | float) and not isinstance(cell, bool) and _SERIALS[0] <= cell < _SERIALS[-1]


def _is_clock(cell: Cell) -> bool:
    return isinstance(cell, time) or (isinstance(cell, str) and clock_time(cell.strip()) is not None)
