"""Where the tables of a recap begin and end: named rows below heads that say what stands in the columns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ipak_cli.survey.reading.recap_figures import Kind, Meaning
from ipak_cli.survey.reading.recap_numbers import read_number
from ipak_cli.survey.reading.recap_table import Table
from ipak_cli.survey.reading.recap_words import Other, is_converted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ipak_cli.base.period import Period
    from ipak_cli.survey.reading.recap_grid import Grid
    from ipak_cli.survey.reading.recap_periods import PeriodNames
    from ipak_cli.survey.reading.recap_words import RecapWords

_MOST_HEAD_ROWS: Final = 3
_MOST_SECTIONS: Final = 3
"""Lines between the heads and the first row: the name of an index, the numbers of the columns."""
_FEWEST_NUMBERED: Final = 3


@dataclass(frozen=True, slots=True)
class TableFinder:
    """Finds the tables of a grid whose rows are named: ``names`` by row, ``edge`` the column of the names."""

    grid: Grid
    words: RecapWords
    names: Mapping[int, object]
    edge: int
    periods: PeriodNames

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
            if named := self.periods.of_heads(texts):
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
        columns |= self._bare_means(rows, [each for each in periods if each not in columns.keys() | others])
        columns |= self._converted(columns, others, head)
        others -= columns.keys()
        heads = {n: self._texts(n, *head) for n in range(self.edge + 1, self.grid.width)}
        unknown = {n: texts[0] for n, texts in heads.items() if texts and n not in columns.keys() | others}
        short = self.words.abbreviated(unknown)
        columns |= short
        others -= short.keys()
        unknown = {n: text for n, text in unknown.items() if n not in columns}
        return Table(
            self.grid, head, self.edge, tuple(rows), columns, frozenset(others), end, periods, unknown
        )

    def _converted(
        self, columns: Mapping[int, Meaning], others: Iterable[int], head: tuple[int, int]
    ) -> dict[int, Meaning]:
        """Return the columns of converted means beside others: they only check those."""
        if not {each.kind for each in columns.values()} & {Kind.COUNT, Kind.SUM, Kind.MEAN}:
            return {}
        turned = any(each.turned for each in columns.values())
        converted = Meaning(Kind.MEAN, turned=turned, weak=True)
        return {n: converted for n in others if any(map(is_converted, self._texts(n, *head)[:1]))}

    def _bare_means(self, rows: Sequence[int], columns: Sequence[int]) -> dict[int, Meaning]:
        """Return columns headed by a period alone, if means stand there: on the scale, some with decimals."""
        low, high = self.words.values[0], self.words.values[-1]
        found = {
            n: [number for row in rows if (number := read_number(self.grid.cell(row, n), as_typed=True))]
            for n in columns
        }
        means = {
            n: any(each.whole is None for each in numbers)
            for n, numbers in found.items()
            if all(any(low <= each.value <= high for each in number.readings) for number in numbers)
        }
        return dict.fromkeys(means, Meaning(Kind.MEAN, weak=True)) if any(means.values()) else {}

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
        known = any(isinstance(self.words.meaning([text]), Meaning) for text in right)
        periods = {self.periods.of(text) for text in right} - {None}
        short = bool(self.words.abbreviated(dict(enumerate(right))))
        return (known or short or len(periods) > 1) and self._are_texts(row)

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
