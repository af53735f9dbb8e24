"""Cells as whole columns: the distinct values, and for each row which of them it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, ClassVar, Final, Protocol, TypeGuard, TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.api.types import infer_dtype

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import tzinfo

    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.text_column import DaysAndClocks

Mask = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.intp]
Moments = npt.NDArray[np.datetime64]
T = TypeVar("T", bound=np.generic)
_WITHOUT_FLAGS: Final = frozenset({"string", "integer", "floating", "empty"})


class DistinctValues(Protocol):
    """The distinct values of a column, kept as its file stores them until they are asked for as cells."""

    def __len__(self) -> int:
        """Return how many there are."""

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The values."""

    @property
    def blank(self) -> Mask:
        """Which of them hold nothing but white space."""

    @property
    def moments(self) -> Moments | None:
        """The values as moments, where the file stores every one as a date."""

    @property
    def days_and_clocks(self) -> DaysAndClocks | None:
        """The values as texts of a day and a clock time, where all are fields of a text file."""

    def dates(self, codes: Codes) -> Iterator[Cell]:
        """Yield what holds all the dates of some of the values, given in order: fewer cells, if it can."""


@dataclass(frozen=True, slots=True, eq=False)
class CellValues:
    """Values that are at hand."""

    cells: tuple[Cell, ...]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.cells)

    @property
    def blank(self) -> Mask:
        """Which of them hold nothing but white space."""
        return np.fromiter(map(is_blank, self.cells), np.bool_, len(self.cells))

    moments: ClassVar[None] = None
    days_and_clocks: ClassVar[None] = None

    def dates(self, codes: Codes) -> Iterator[Cell]:
        """Yield some of the values."""
        return (self.cells[code] for code in codes.tolist())


@dataclass(frozen=True, eq=False)
class DateValues:
    """Dates, most of them with a time of day, as milliseconds of the calendar."""

    moments: Moments
    days_and_clocks: ClassVar[None] = None

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.moments)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The values; one at midnight is a date."""
        listed = self.moments.tolist()
        return tuple(moment if moment.time() != time() else moment.date() for moment in listed)

    @property
    def blank(self) -> Mask:
        """Which of them hold nothing: none does."""
        return np.zeros(len(self), np.bool_)

    def dates(self, codes: Codes) -> Iterator[Cell]:
        """Yield each day of some of the values once."""
        return iter(np.unique(self.moments[codes].astype("datetime64[D]")).tolist())


@dataclass(frozen=True, slots=True)
class _Flag:
    """Keeps apart what is equal in Python: TRUE and 1, FALSE and 0, one moment as two zones write it."""

    value: bool | datetime
    zone: tzinfo | None


def _zone(value: Cell) -> tzinfo | None:
    return value.tzinfo if isinstance(value, datetime) else None


def _is_flagged(value: Cell) -> TypeGuard[bool | datetime]:
    return isinstance(value, bool) or _zone(value) is not None


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A column's distinct values and, for each row, its value's code: the number among them, -1 if empty.

    A value may be listed that no row holds, or listed twice.
    """

    codes: npt.NDArray[np.signedinteger]
    values: DistinctValues

    @classmethod
    def of(cls, values: npt.NDArray[np.object_]) -> Column:
        """Take a column of cells apart."""
        flagged = infer_dtype(values) not in _WITHOUT_FLAGS and any(map(_is_flagged, values))
        if flagged:
            values = objects([_Flag(v, _zone(v)) if _is_flagged(v) else v for v in values])
        codes, distinct = pd.factorize(values)
        if flagged:
            distinct = objects([v.value if isinstance(v, _Flag) else v for v in distinct])
        return cls(codes, CellValues(tuple(distinct)))

    @classmethod
    def empty(cls, rows: int) -> Column:
        """Return a column without values."""
        return cls(np.full(rows, -1, np.int8), CellValues(()))

    @classmethod
    def joined(cls, parts: Sequence[Column]) -> Column:
        """Return the columns one below the other."""
        first, codes = 0, []
        for part in parts:
            mine = part.codes.astype(np.int64)
            codes.append(np.where(mine < 0, -1, mine + first))
            first += len(part.values)
        cells = chain.from_iterable(part.values.cells for part in parts)
        return cls(in_little_room(np.concatenate(codes), first), CellValues(tuple(cells)))

    @property
    def blank(self) -> Mask:
        """Which rows hold nothing but white space."""
        of_values = self.values.blank
        if not of_values.any() and self.codes.min(initial=0) >= 0:
            return np.zeros(len(self.codes), np.bool_)
        blank: Mask = np.append(of_values, [True])[self.codes]  # the last for empty cells
        return blank

    def map(self, function: Callable[[Cell], object], empty: object, kind: type[T]) -> npt.NDArray[T]:
        """Return ``function`` of each row's value, and ``empty`` for an empty cell."""
        values = chain(map(function, self.values.cells), [empty])
        mapped: npt.NDArray[T] = np.fromiter(values, kind, len(self.values) + 1)[self.codes]
        return mapped

    def texts(self, function: Callable[[Cell], str]) -> Column:
        """Return the column of ``function`` of each row's value; an empty text makes an empty cell."""
        texts = [function(cell) for cell in self.values.cells]
        numbers = {text: number for number, text in enumerate(dict.fromkeys(filter(None, texts)))}
        codes = np.array([numbers.get(text, -1) for text in (*texts, "")])
        return Column(codes[self.codes], CellValues(tuple(numbers)))

    def only(self, rows: npt.NDArray[np.intp] | Mask | slice) -> Column:
        """Return the column of some of its rows (counted from 0)."""
        return Column(self.codes[rows], self.values)

    def trimmed(self) -> Column:
        """Return the column without the values that no row holds."""
        used = self.used()
        codes = np.full(len(self.values) + 1, -1)  # the last for empty cells
        codes[used] = np.arange(len(used))
        return Column(codes[self.codes], CellValues(tuple(self.held())))

    def cells(self) -> npt.NDArray[np.object_]:
        """Return each row's cell."""
        cells: npt.NDArray[np.object_] = objects([*self.values.cells, None])[self.codes]
        return cells

    def used(self) -> npt.NDArray[np.intp]:
        """Return the codes of the distinct values that rows hold, in the order of the first rows that do."""
        first = self.first_rows()
        used = np.flatnonzero(first >= 0)
        return used[np.argsort(first[used], kind="stable")]

    def first_rows(self) -> npt.NDArray[np.intp]:
        """Return the first row (counted from 0) that holds each distinct value; -1 where none does."""
        first = np.full(len(self.values) + 1, -1)  # the last for empty cells
        first[self.codes[::-1]] = np.arange(len(self.codes))[::-1]  # of several, the last one written stays
        return first[:-1]

    def dates(self) -> Iterator[Cell]:
        """Yield what holds all the dates of the column, such as a text's day without its time."""
        return self.values.dates(self.used())

    def held(self) -> Iterator[Cell]:
        """Yield the distinct values that rows hold, in the order of the first rows that do."""
        cells = self.values.cells
        return (cells[code] for code in self.used().tolist())


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """Some rows of a sheet, in order: their numbers, and the columns by number; both count from 1.

    A column that is left out is empty, and so is a row.
    """

    rows: npt.NDArray[np.int64]
    columns: Mapping[int, Column]

    @classmethod
    def of(cls, rows: Sequence[int], columns: Sequence[int], cells: Iterable[Cell]) -> Piece:
        """Take a table apart whose cells come row by row."""
        values = np.fromiter(cells, dtype=object, count=len(rows) * len(columns))
        values = values.reshape(len(rows), len(columns))
        taken = {number: Column.of(values[:, place]) for place, number in enumerate(columns)}
        return cls(np.array(rows, np.int64), taken)

    @classmethod
    def joined(cls, parts: Sequence[Piece]) -> Piece:
        """Return the rows of several pieces, in order."""
        numbers = sorted({number for part in parts for number in part.columns})
        columns = {
            number: Column.joined(
                [part.columns.get(number) or Column.empty(len(part.rows)) for part in parts]
            )
            for number in numbers
        }
        rows = np.concatenate([part.rows for part in parts])
        return Piece(rows, columns).only(np.argsort(rows, kind="stable"))

    def only(self, rows: npt.NDArray[np.intp] | Mask | slice) -> Piece:
        """Return some of the rows (counted from 0)."""
        return Piece(self.rows[rows], {number: column.only(rows) for number, column in self.columns.items()})

    def parts(self, most: int) -> Iterator[Piece]:
        """Yield the rows, at most so many at a time."""
        if len(self.rows) <= most:
            yield self
            return
        for first in range(0, len(self.rows), most):
            yield self.only(slice(first, first + most))

    def cells(self) -> Iterator[tuple[tuple[int, int], Cell]]:
        """Yield row, column and value of each cell that holds something, a column at a time."""
        for number, column in self.columns.items():
            filled = np.flatnonzero(column.codes >= 0)
            for row, cell in zip(self.rows[filled].tolist(), column.only(filled).cells(), strict=True):
                yield (row, number), cell

    def frame(self) -> pd.DataFrame:
        """Return the cells as a frame with the sheet's numbers; an empty cell is ``None``."""
        cells = {number: column.cells() for number, column in self.columns.items()}
        return pd.DataFrame(cells, index=self.rows, dtype=object)


def in_little_room(codes: npt.NDArray[np.signedinteger], most: int) -> npt.NDArray[np.signedinteger]:
    """Return codes below ``most`` as the smallest whole numbers that hold them."""
    return codes.astype(np.min_scalar_type(-1 - most))


def objects(values: Iterable[object]) -> npt.NDArray[np.object_]:
    """Return an array of objects; numpy itself would look into values that are sequences."""
    listed = list(values)
    return np.fromiter(listed, dtype=object, count=len(listed))


def is_blank(value: Cell) -> bool:
    """Tell whether a cell holds nothing but white space."""
    return value is None or (isinstance(value, str) and not value.strip())


def as_text(value: Cell) -> str:
    """Return a value as one line of text, a whole number without its ``.0``."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else " ".join(str(value).split())
