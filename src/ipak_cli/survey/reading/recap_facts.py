"""What stands around a recap's table: the number of respondents, and the period in the title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.base.period import find_period
from ipak_cli.base.text import visible
from ipak_cli.survey.reading.recap_figures import Kind, Meaning, Said
from ipak_cli.survey.reading.recap_numbers import read_number
from ipak_cli.survey.reading.recap_periods import period_of, period_of_months

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ipak_cli.base.period import Period
    from ipak_cli.survey.reading.recap_figures import RecapFigures
    from ipak_cli.survey.reading.recap_grid import Grid
    from ipak_cli.survey.reading.recap_table import Table

_RESPONDENTS: Final = re.compile(
    r"(?:(?:jumlah|total|banyaknya|jml)\.?\s+)?(?:responden|sampel)(?:\s+survei)?(?:\s*\(?n\)?)?"
    r"\s*[:=]?\s*(?P<number>\d[\d.]*(?:\s*(?:orang|org|responden))?)?\s*\.?",
    re.IGNORECASE,
)
_AT_END: Final = re.compile(
    r"[^\d].*?(?:[,;(–—]|\s-)\s*(?:(?:jumlah|total|jml)\.?\s+(?:responden|sampel)\s*[:=]?\s*(?P<after>\d[\d.]*)"
    r"(?:\s*orang)?|(?P<before>\d[\d.]*)\s*responden)\s*[.)]*",
    re.IGNORECASE,
)
"""A title that ends in the number of respondents, behind a comma, a dash or a bracket."""
_N: Final = re.compile(
    r"\(?\s*n\s*[:=]\s*(?P<number>\d[\d.]*)\s*(?:orang|org|responden)?\s*\)?", re.IGNORECASE
)
_N_ALONE: Final = re.compile(r"\(?n\)?", re.IGNORECASE)
_APART: Final = frozenset({":", "="})
_PEOPLE: Final = Meaning(Kind.N, people=True)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The cells of a grid outside its tables: ``within`` are the rows that belong to them."""

    grid: Grid
    within: frozenset[int]
    first: int

    def respondents(self) -> list[Said]:
        """Return the numbers that a label calls respondents, in its own cell or the next filled one."""
        return list(self._respondents())

    def _respondents(self) -> Iterator[Said]:
        for row in range(self.grid.height):
            filled = [] if row in self.within else self.grid.filled(row)
            for place, column in enumerate(filled):
                said = self._said(row, column, filled[place + 1 :])
                if said is not None:
                    yield said

    def _said(self, row: int, column: int, behind: Iterable[int]) -> Said | None:
        text = visible(self.grid.text(row, column))
        found = _RESPONDENTS.fullmatch(text) or _N.fullmatch(text)
        if found is None:
            title = _AT_END.fullmatch(text) if row < self.first else None
            number = read_number(title["after"] or title["before"], as_typed=True) if title else None
            return Said(number, self.grid.at(row, column), _PEOPLE) if number else None
        if found["number"]:
            number = read_number(found["number"], as_typed=True)
            return Said(number, self.grid.at(row, column), _PEOPLE) if number else None
        for n in behind:
            if self.grid.text(row, n) not in _APART:
                number = read_number(_led(self.grid.cell(row, n)), as_typed=True)
                return Said(number, self.grid.at(row, n), _PEOPLE) if number else None
        return None

    def periods(self) -> set[Period]:
        """Return the periods that the lines above the first table name: cell by cell, else line by line."""
        found: set[Period] = set()
        for row in range(self.first):
            texts = [self.grid.text(row, column) for column in self.grid.filled(row)]
            named = {period for text in texts if (period := find_period(text) or period_of(text))}
            line = " ".join(text for text in texts if text not in _APART)
            joined = find_period(line)
            found |= named or ({joined} if joined else set())
            found |= {span} if (span := period_of_months(line)) else set()
        return found


def _below(table: Table) -> Iterator[tuple[int, Said]]:
    """Yield the lines of a table that tell the respondents of its one column of means, and their number."""
    means = list(table.kinds(Kind.MEAN))
    inside = [row for row in range(table.head[1] + 1, table.end) if row not in table.rows]
    for row in inside if len(means) == 1 else ():
        label = visible(table.label(row))
        number = read_number(_led(table.grid.cell(row, means[0])), as_typed=True)
        if number and (_RESPONDENTS.fullmatch(label) or _N_ALONE.fullmatch(label)):
            yield row, Said(number, table.grid.at(row, means[0]), _PEOPLE)


def _led(cell: object) -> str | int | float | None:
    """Return a number's cell without the colon before it: ``: 41 orang``."""
    if isinstance(cell, str):
        return cell.strip().lstrip(":=").strip()
    return cell if isinstance(cell, int | float) and not isinstance(cell, bool) else None


def take_surroundings(figures: RecapFigures, sheet: Grid, tables: Sequence[Table]) -> None:
    """Keep the respondents and the period that the lines around tables tell, or those of the tables."""
    grid = tables[0].grid
    if grid.turned:
        ends = [(table.begin, max(table.columns, default=table.edge)) for table in tables]
    else:
        ends = [(table.head[0], table.rows[-1]) for table in tables]
    down = grid.first - 1 if grid.turned else 0
    within = {row + down for first, last in ends for row in range(first, last + 1)}
    below = {} if grid.turned else {row: said for table in tables for row, said in _below(table)}
    around = Surroundings(sheet, frozenset(within | below.keys()), min(first for first, _ in ends) + down)
    figures.respondents += [*below.values(), *around.respondents()] or figures.people()
    figures.periods += sorted(around.periods())
