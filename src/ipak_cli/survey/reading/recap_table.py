"""Tables of numbers below named heads and beside named rows: where they begin, and what each cell says."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ipak_cli.base.period import find_period
from ipak_cli.base.problem import Problem, problem
from ipak_cli.catalogue.recap import RECAP_NUMBER_UNREADABLE
from ipak_cli.survey.reading.recap_figures import Figures, Kind, Meaning, Said
from ipak_cli.survey.reading.recap_form import shown_value
from ipak_cli.survey.reading.recap_numbers import read_number
from ipak_cli.survey.reading.recap_terms import what_of
from ipak_cli.survey.reading.recap_words import Other, is_about_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ipak_cli.base.period import Period
    from ipak_cli.survey.reading.recap_grid import Grid
    from ipak_cli.survey.reading.recap_words import RecapWords

_MOST_HEAD_ROWS: Final = 3
_MOST_SECTIONS: Final = 3
"""Lines between the heads and the first row: the name of an index, the numbers of the columns."""
_FEWEST_NUMBERED: Final = 3


@dataclass(frozen=True, slots=True)
class Table:
    """Rows by what they are called, and the columns whose heads are known.

    ``head`` are the first and last row of the heads; ``edge`` is the column of the rows' names. ``others``
    are columns with a head that says that no number of a recap stands there; ``end`` is the row behind the
    table; ``periods`` are those that the heads of columns name.
    """

    grid: Grid
    head: tuple[int, int]
    edge: int
    rows: tuple[int, ...]
    columns: Mapping[int, Meaning]
    others: frozenset[int]
    end: int
    periods: Mapping[int, Period] = field(default_factory=dict)

    @property
    def named_periods(self) -> set[Period]:
        """The periods that the heads of columns with known numbers name."""
        return {period for column, period in self.periods.items() if column in self.columns}

    def of_period(self, period: Period) -> Table:
        """Return the table without the columns of other periods."""
        of_all = {n: each for n, each in self.columns.items() if self.periods.get(n, period) == period}
        return replace(self, columns=of_all)

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

    def numbers(self, row: int) -> list[int]:
        """Return the columns of a row, right of its name, in which something stands that is a number."""
        return [n for n in self.grid.filled(row) if n > self.edge and self._number(row, n) is not None]

    def beyond(self, values: range) -> int:
        """Return how many rows have a count that is not on a scale, and so is no answer."""
        counts = self.kinds(Kind.COUNT)
        wholes = ([self.whole(row, column) for column in counts] for row in self.rows)
        return sum(any(each is not None and each not in values for each in row) for row in wholes)

    def label(self, row: int) -> str:
        """Return what a row is called: the last text ahead of its numbers."""
        ahead = min(self.columns, default=self.edge + 1)
        texts = [self.grid.cell(row, column) for column in range(ahead)]
        named = [text for text in texts if isinstance(text, str) and text.strip()]
        return " ".join(named[-1].split()) if named else ""

    def figures(self, row: int) -> tuple[Figures, list[Problem]]:
        """Return the numbers of a row, and what cannot be read as one."""
        figures, problems = Figures(self.grid.at(row, self.edge)), []
        for column, meaning in self.columns.items():
            cell, where = self.grid.cell(row, column), self.grid.at(row, column)
            if self.grid.is_blank(row, column):
                figures.blank[meaning] = where
            elif (number := read_number(cell, as_typed=self.grid.as_typed)) is None:
                figures.unread = True
                told = {"what": what_of(meaning), "value": shown_value(cell)}
                problems.append(problem(RECAP_NUMBER_UNREADABLE, where, **told))
            else:
                figures.said.append(Said(number, where, meaning, self._places(column)))
        return figures, problems

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


@dataclass(frozen=True, slots=True)
class TableFinder:
    """Finds the tables of a grid whose rows are named: ``names`` by row, ``edge`` the column of the names."""

    grid: Grid
    words: RecapWords
    names: Mapping[int, object]
    edge: int

    def tables(self) -> Iterator[Table]:
        """Yield each table: rows without heads between them, below heads."""
        parts = self._parts()
        for number, rows in enumerate(parts):
            end = parts[number + 1][0] if number + 1 < len(parts) else self.grid.height
            end = next((row for row in range(rows[-1] + 1, end) if self._is_head(row)), end)
            table = self._table(rows, end)
            if table is not None:
                yield table

    def _parts(self) -> list[list[int]]:
        parts: list[list[int]] = []
        for row in sorted(self.names):
            if parts and not any(self._is_head(between) for between in range(parts[-1][-1] + 1, row)):
                parts[-1].append(row)
            else:
                parts.append([row])
        return parts

    def _table(self, rows: list[int], end: int) -> Table | None:
        head = self._head(rows[0])
        if head is None:
            return None
        columns: dict[int, Meaning] = {}
        others: set[int] = set()
        periods: dict[int, Period] = {}
        for column in range(self.edge + 1, self.grid.width):
            texts = self._texts(column, *head)
            before = columns.get(column - 1)
            if named := next(filter(None, map(find_period, texts)), None):
                periods[column] = named
            if self.words.is_share(texts[:1]) and before and before.kind is Kind.COUNT:
                columns[column] = replace(before, kind=Kind.SHARE)
                continue
            match self.words.meaning(texts):
                case Meaning() as meaning:
                    columns[column] = meaning
                case Other():
                    others.add(column)
                case _:
                    pass
        return Table(self.grid, head, self.edge, tuple(rows), columns, frozenset(others), end, periods)

    def _head(self, first: int) -> tuple[int, int] | None:
        """Return the rows of the heads above a first row: at most some, the lowest one next to it."""
        last, passed = first - 1, 0
        while last >= 0 and not self._is_head(last):
            if self.grid.filled(last):
                passed += 1
            if passed > _MOST_SECTIONS or last in self.names:
                return None
            last -= 1
        if last < 0:
            return None
        top = last
        while top > 0 and last - top + 1 < _MOST_HEAD_ROWS and self._goes_on(top - 1):
            top -= 1
        return top, last

    def _goes_on(self, row: int) -> bool:
        """Tell a further row of heads from a title, or from the end of the table above."""
        filled = self.grid.filled(row)
        texts = all(isinstance(self.grid.cell(row, column), str) for column in filled)
        titled = self.grid.text(row, self.edge) and self.grid.text(row + 1, self.edge)
        right = any(column > self.edge for column in filled)
        return row not in self.names and texts and right and not titled

    def _is_head(self, row: int) -> bool:
        """Tell a row of heads: texts, or all answers of the scale in order, and one of them is known."""
        if row in self.names:
            return False
        right = [self.grid.text(row, column) for column in self.grid.filled(row) if column > self.edge]
        if not right or self._is_numbering(row):
            return False
        bare = [int(text) for text in right if text.isdecimal() and len(text) < _FEWEST_NUMBERED]
        if bare and sorted(bare) != list(self.words.values):
            return False
        known = (self.words.meaning([text]) for text in right)
        return any(isinstance(each, Meaning) for each in known) and self._are_texts(row)

    def _are_texts(self, row: int) -> bool:
        right = [column for column in self.grid.filled(row) if column > self.edge]
        values = {str(value) for value in self.words.values}
        numbers = (read_number(self.grid.cell(row, n), as_typed=True) is not None for n in right)
        texts = (isinstance(self.grid.cell(row, n), str) for n in right)
        bare = (self.grid.text(row, n) in values for n in right)
        return all(
            each_bare or (text and not number)
            for each_bare, text, number in zip(bare, texts, numbers, strict=True)
        )

    def _is_numbering(self, row: int) -> bool:
        """Tell the numbers of the columns, such as (1) (2) (3), from heads."""
        texts = [self.grid.text(row, column).strip("()[]. ") for column in self.grid.filled(row)]
        numbers = [int(text) for text in texts if text.isdecimal() and len(text) < _FEWEST_NUMBERED]
        begun = self.grid.filled(row)[0] <= self.edge
        return begun and len(numbers) == len(texts) >= _FEWEST_NUMBERED and _counts_on(numbers)

    def _texts(self, column: int, first: int, last: int) -> list[str]:
        """Return a column's heads, the lowest first; a blank one above another is that to its left."""
        texts: list[str] = []
        for row in range(last, first - 1, -1):
            text = self.grid.text(row, column)
            if not text and texts:
                left = (self.grid.text(row, n) for n in range(column - 1, self.edge, -1))
                text = next((each for each in left if each), "")
            if text:
                texts.append(text)
        return texts


def _counts_on(numbers: Sequence[int]) -> bool:
    return all(after - before == 1 for before, after in pairwise(numbers))
