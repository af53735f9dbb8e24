"""A column as its distinct values: each is looked at once, however many rows there are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.api.types import infer_dtype

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipak_cli.cells import Cell

_WITHOUT_FLAGS: Final = frozenset({"string", "integer", "floating", "datetime", "empty"})
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
        flagged = infer_dtype(values) not in _WITHOUT_FLAGS and bool in set(map(type, values))
        if flagged:
            values = np.array([_Flag(v) if isinstance(v, bool) else v for v in values], dtype=object)
        places, distinct = pd.factorize(values)
        if flagged:
            return cls(places, tuple(v.value if isinstance(v, _Flag) else v for v in distinct))
        return cls(places, tuple(distinct))

    @classmethod
    def empty(cls, rows: int) -> Column:
        """Return a column without values."""
        return cls(np.full(rows, -1, dtype=np.intp), ())

    def map(self, function: Callable[[Cell], object], empty: object, kind: type[T]) -> npt.NDArray[T]:
        """Return ``function`` of each row's value, and ``empty`` for an empty cell."""
        mapped = np.fromiter(chain(map(function, self.distinct), [empty]), kind, len(self.distinct) + 1)
        return mapped[self.places]

    def only(self, rows: npt.NDArray[np.intp]) -> Column:
        """Return the column of some of its rows (counted from 0)."""
        places = self.places[rows]
        used = np.unique(places[places >= 0])
        places = np.where(places >= 0, np.searchsorted(used, places), -1)
        return Column(places, tuple(self.distinct[place] for place in used.tolist()))

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
