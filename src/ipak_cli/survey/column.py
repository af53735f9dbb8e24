"""A column as its distinct values: each is looked at once, however many rows there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipak_cli.cells import Cell

T = TypeVar("T", bound=np.generic)


@dataclass(frozen=True, slots=True)
class _Flag:
    """Keeps TRUE and FALSE apart from 1 and 0, which are equal to them in Python."""

    value: bool


@dataclass(frozen=True, slots=True)
class Column:
    """A column's distinct values and, for each row, the place of its value among them (-1: an empty cell)."""

    places: npt.NDArray[np.intp]
    distinct: tuple[Cell, ...]

    @classmethod
    def of(cls, series: pd.Series) -> Column:
        """Take a column of cells apart."""
        values = series.to_numpy(dtype=object)
        flags = np.fromiter((value is True or value is False for value in values), np.bool_, len(values))
        if flags.any():
            values = values.copy()
            values[flags] = [_Flag(value) for value in values[flags]]
        places, distinct = pd.factorize(values)
        return cls(places, tuple(value.value if isinstance(value, _Flag) else value for value in distinct))

    @classmethod
    def empty(cls, rows: int) -> Column:
        """Return a column without values."""
        return cls(np.full(rows, -1, dtype=np.intp), ())

    def map(self, function: Callable[[Cell], object], empty: object, kind: type[T]) -> npt.NDArray[T]:
        """Return ``function`` of each row's value, and ``empty`` for an empty cell."""
        mapped = np.empty(len(self.distinct) + 1, dtype=kind)
        for place, value in enumerate(self.distinct):
            mapped[place] = function(value)
        mapped[-1] = empty
        return mapped[self.places]

    def rows_of(self, place: int) -> npt.NDArray[np.intp]:
        """Return the rows (counted from 0) that hold one distinct value."""
        return np.flatnonzero(self.places == place)


def is_blank(value: Cell) -> bool:
    """Tell whether a cell holds nothing but white space."""
    return value is None or (isinstance(value, str) and not value.strip())


def as_text(value: Cell) -> str:
    """Return a value as one line of text, a whole number without its ``.0``."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else " ".join(str(value).split())
