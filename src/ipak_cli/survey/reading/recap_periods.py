"""What a recap calls its periods: with their year, or as a quarter alone in the year that the sheet names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from ipak_cli.base.period import MONTHS, Period, PeriodKind, find_period, parse_period

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.survey.reading.recap_grid import Grid

_MOST_COLUMNS: Final = 30
_TITLES: Final = 12
"""Rows in which a title stands."""
_LONGEST: Final = 60
_NUMBER: Final = r"(?:IV|III|II|I|[1-4])"
_YEARLESS: Final = re.compile(
    rf"\b(?:TW|TRIWULAN|SEMESTER|SMT|SEM)\.?\s*{_NUMBER}\b"
    rf"(?!\s*(?:[-–/,&]|s\.?/?d\.?|sampai|hingga|dan)\s*(?:TW|TRIWULAN|SEMESTER)?\.?\s*{_NUMBER}\b)",
    re.IGNORECASE,
)
"""A quarter or a semester without its year, that is not the first of a span."""
_MONTH: Final = re.compile(rf"(?:BULAN\s+)?(?:{'|'.join(MONTHS)})", re.IGNORECASE)
_NUMBER_OF: Final = {month.casefold(): number for number, month in enumerate(MONTHS, 1)}
_MONTHS_SPAN: Final = re.compile(
    rf"\b(?:\d{{1,2}}\s+)?(?P<first>{'|'.join(MONTHS)})(?:\s+(?P<from>20\d\d))?\s*"
    r"(?:[-\N{EN DASH}]|s\.?\s*/?\s*d\.?|sampai(?:\s+dengan)?|hingga)\s*(?:bulan\s+)?"
    rf"(?:\d{{1,2}}\s+)?(?P<last>{'|'.join(MONTHS)})\s+(?:tahun\s+)?(?P<to>20\d\d)\b",
    re.IGNORECASE,
)
_KINDS: Final = (PeriodKind.QUARTER, PeriodKind.SEMESTER, PeriodKind.YEAR)
_KIND_ALONE: Final = re.compile(r"(?:TW|TRIWULAN|SEMESTER|SMT)\.?", re.IGNORECASE)
_NUMBER_ALONE: Final = re.compile(_NUMBER, re.IGNORECASE)


def period_of(text: str) -> Period | None:
    """Return the period that a label is, or that a title names."""
    if not text or len(text) > _LONGEST or text.isdecimal():
        return None
    try:
        return parse_period(text)
    except ValueError:
        return find_period(text)


def period_of_months(text: str) -> Period | None:
    """Return the quarter, semester or year that a line spells from its first month to its last.

    Days may stand before the months: ``1 Oktober s.d. 30 Desember 2024``. Other spans are no such period.
    """
    found = _MONTHS_SPAN.search(" ".join(text.split()))
    if found is None or found["from"] not in (None, found["to"]):
        return None
    first, last = (_NUMBER_OF[found[name].casefold()] for name in ("first", "last"))
    begin = date(int(found["to"]), first, 1)
    spelled = (Period.of(begin, kind) for kind in _KINDS)
    return next((each for each in spelled if each.start == begin and each.end.month == last), None)


@dataclass(frozen=True, slots=True)
class PeriodNames:
    """Reads labels as periods; ``year`` is that of one that names none itself, where it is known."""

    year: int | None = None

    @classmethod
    def of_sheet(cls, grid: Grid, asked: Period | None) -> PeriodNames:
        """Take the one year of a sheet's titles, else that of the period which is asked for."""
        cells = (cell for row in grid.rows[:_TITLES] for cell in row if isinstance(cell, str))
        years = {period.start.year for cell in cells if (period := find_period(cell)) is not None}
        if asked is not None and (not years or asked.start.year in years):
            return cls(asked.start.year)
        return cls(years.pop() if len(years) == 1 else None)

    def of(self, text: str) -> Period | None:
        """Return the period that a label names; "Triwulan III" alone is that of the year."""
        found = period_of(text)
        if found is not None or self.year is None or len(text) > _LONGEST:
            return found
        named = _YEARLESS.findall(text) or ([text] if _MONTH.fullmatch(text.strip()) else [])
        return period_of(f"{named[0]} {self.year}") if len(named) == 1 else None

    def of_heads(self, texts: Sequence[str]) -> Period | None:
        """Return the period that a column's heads name, the lowest first, alone or together."""
        alone = (self.of(text) for text in texts)
        return next(filter(None, alone), None) or self.of(" ".join(reversed(texts)))

    def rows(self, grid: Grid) -> tuple[Mapping[int, Period], int] | None:
        """Return the rows that are called like periods, at least two of them, and their column."""
        best: tuple[Mapping[int, Period], int] | None = None
        for column in range(min(grid.width, _MOST_COLUMNS)):
            found = {row: period for row in range(grid.height) if (period := self._of_row(grid, row, column))}
            if len(set(found.values())) > 1 and (best is None or len(found) > len(best[0])):
                best = found, column
        return best

    def _of_row(self, grid: Grid, row: int, column: int) -> Period | None:
        """Return the period of a row; below "Triwulan" a number alone is one."""
        text = grid.text(row, column)
        if not _NUMBER_ALONE.fullmatch(text):
            return self.of(text)
        above = (grid.text(each, column) for each in range(row - 1, -1, -1))
        head = next((each for each in above if each and not _NUMBER_ALONE.fullmatch(each)), "")
        return self.of(f"{head} {text}") if _KIND_ALONE.fullmatch(head) else None
