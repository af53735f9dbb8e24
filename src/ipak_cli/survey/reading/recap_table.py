"""Tables of numbers below named heads and beside named rows: where they begin, and what each cell says."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, problem
from ipak_cli.catalogue.recap import RECAP_NUMBER_UNREADABLE
from ipak_cli.survey.reading.recap_figures import Figures, Kind, Meaning, Said
from ipak_cli.survey.reading.recap_form import shown_value
from ipak_cli.survey.reading.recap_numbers import read_number, why_unread
from ipak_cli.survey.reading.recap_terms import what_of
from ipak_cli.survey.reading.recap_words import is_about_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ipak_cli.base.period import Period
    from ipak_cli.survey.reading.recap_grid import Grid
    from ipak_cli.survey.reading.recap_words import RecapWords


_SEVERAL: Final = 2


@dataclass(frozen=True, slots=True)
class Table:
    """Rows by what they are called, and the columns whose heads are known.

    ``head`` are the first and last row of the heads; ``edge`` is the column of the rows' names. ``others``
    are columns with a head that says that no number of a recap stands there; ``end`` is the row behind the
    table; ``periods`` are those that the heads of columns name, ``unknown`` the heads that say nothing known.
    """

    grid: Grid
    head: tuple[int, int]
    edge: int
    rows: tuple[int, ...]
    columns: Mapping[int, Meaning]
    others: frozenset[int]
    end: int
    periods: Mapping[int, Period] = field(default_factory=dict)
    unknown: Mapping[int, str] = field(default_factory=dict)

    @property
    def named_periods(self) -> set[Period]:
        """The periods that the heads of columns with known numbers name."""
        return {period for column, period in self.periods.items() if column in self.columns}

    def named_at(self, period: Period) -> str | None:
        """Return the cell of the lowest head whose column is that of a period."""
        columns = [n for n, each in self.periods.items() if each == period and n in self.columns]
        return self.grid.at(self.head[1], columns[0]).cell if columns else None

    def of_period(self, period: Period) -> Table:
        """Return the table without the columns of other periods."""
        of_all = {n: each for n, each in self.columns.items() if self.periods.get(n, period) == period}
        return replace(self, columns=of_all)

    @property
    def begin(self) -> int:
        """The first column of the table: that of the names, where its rows have any."""
        named = any(self.grid.text(row, self.edge) for row in self.rows)
        return self.edge if named else self.edge + 1

    def kinds(self, kind: Kind) -> dict[int, Meaning]:
        """Return the columns of a kind."""
        return {column: each for column, each in self.columns.items() if each.kind is kind}

    @property
    def values(self) -> set[int]:
        """The answers that are counted."""
        return {each.value for each in self.kinds(Kind.COUNT).values() if each.value is not None}

    @property
    def is_bare(self) -> bool:
        """Whether the answers that are counted are named by nothing but numbers."""
        counts = self.kinds(Kind.COUNT).values()
        return any(each.bare for each in counts)

    @property
    def is_about_values(self) -> bool:
        """Whether the heads, besides those of the counts, say that answers are counted."""
        first, last = self.head
        cells = ((row, column) for row in range(first, last + 1) for column in self.grid.filled(row))
        return any(is_about_values(self.grid.text(row, column)) for row, column in cells)

    def strange_answers(self, words: RecapWords) -> dict[int, str]:
        """Return the columns beside counts that are headed like an answer which the scale does not have."""
        if len(self.values) < _SEVERAL:
            return {}
        counts = self.kinds(Kind.COUNT)
        return {
            column: head
            for column, head in self.unknown.items()
            if any(self.whole(row, column) is not None for row in self.rows)
            and (words.is_like_answer(head) or min(counts) < column < max(counts))
        }

    def numbers(self, row: int) -> list[int]:
        """Return the columns of a row, right of its name, in which something stands that is a number."""
        return [n for n in self.grid.filled(row) if n > self.edge and self._number(row, n) is not None]

    def beyond(self, values: range) -> int:
        """Return how many rows have a count that is not on a scale, and so is no answer."""
        counts = self.kinds(Kind.COUNT)
        wholes = ([self.whole(row, column) for column in counts] for row in self.rows)
        return sum(any(each is not None and each not in values for each in row) for row in wholes)

    def label(self, row: int) -> str:
        """Return what a row is called: the last text ahead of its numbers that is no number itself."""
        ahead = min(self.columns, default=self.edge + 1)
        texts = [self.grid.cell(row, column) for column in range(ahead)]
        named = [
            text
            for text in texts
            if isinstance(text, str) and text.strip() and read_number(text, as_typed=True) is None
        ]
        return " ".join(named[-1].split()) if named else ""

    def figures(self, row: int) -> tuple[Figures, list[Problem]]:
        """Return the numbers of a row, and what cannot be read as one."""
        figures, problems = Figures(self.grid.at(row, max(self.edge, 0))), []
        for column, meaning in self.columns.items():
            cell, where = self.grid.cell(row, column), self.grid.at(row, column)
            if self.grid.is_blank(row, column):
                figures.blank[meaning] = where
            elif (number := read_number(cell, as_typed=self.grid.as_typed)) is None:
                figures.unread = True
                told = {"what": what_of(meaning), "value": shown_value(cell), "why": why_unread(cell)}
                problems.append(problem(RECAP_NUMBER_UNREADABLE, where, **told))
            else:
                figures.said.append(Said(number, where, meaning, self._places(column)))
        return figures, problems

    def said(self, row: int, columns: Iterable[int], meaning: Meaning | None = None) -> list[Said]:
        """Return the numbers of some columns of a row; of a column without a known head as ``meaning``."""
        found = []
        for column in columns:
            number = read_number(self.grid.cell(row, column), as_typed=self.grid.as_typed)
            meant = meaning or self.columns.get(column)
            if number and meant:
                found.append(Said(number, self.grid.at(row, column), meant, self._places(column)))
        return found

    def _number(self, row: int, column: int) -> object:
        return read_number(self.grid.cell(row, column), as_typed=self.grid.as_typed)

    def whole(self, row: int, column: int) -> int | None:
        """Return the whole number that a cell is, if it is one."""
        number = read_number(self.grid.cell(row, column), as_typed=self.grid.as_typed)
        return number.whole if number else None

    def _places(self, column: int) -> int:
        """Return the decimals of the longest number among a column's rows."""
        cells = (self.grid.cell(row, column) for row in self.rows)
        numbers = (read_number(cell, as_typed=self.grid.as_typed) for cell in cells)
        return max((number.places for number in numbers if number), default=0)
