"""Records of delimited text: many lines at once where that is safe, else one by one, and strictly."""

from __future__ import annotations

import csv
import io
import re
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

import pandas as pd

from ipak_cli.cells import LAST_COLUMN, LAST_ROW
from ipak_cli.problems import ProblemsFoundError, Where, problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    import numpy.typing as npt

    from ipak_cli.problems import Problem

LONGEST_LINE: Final = 1_000_000
"""Characters of a line or record; a response with every answer written out stays far below."""
_SHORTEST: Final = 3
"""Characters of a line that surely holds a cell, its end included."""


class Lines:
    """The lines of a file that holds one record after the other.

    ``row`` is the number of the record that comes next, ``blank`` counts the blank ones just before it,
    ``taken`` the characters of its lines so far, and ``waiting`` the lines that were only looked at.
    """

    def __init__(self, file: Iterator[str], name: str, separator: str) -> None:
        self.name = name
        self.separator = separator
        self.row = 1
        self.blank = 0
        self.taken = 0
        self.waiting = 0
        self._file = file
        self._lines = file

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.waiting -= 1
        self.taken += len(line)
        if self.taken > LONGEST_LINE:
            raise csv.Error("a record of many lines: its quotation does not end")
        return line

    def look_ahead(self, count: int) -> list[str]:
        """Return the next lines, which are still to be taken."""
        ahead = list(islice(self._file, count))
        self.waiting = len(ahead)
        self._lines = chain(ahead, self._file)
        return ahead

    def pass_over(self) -> None:
        """Take the lines that were looked at, each a record that is not blank."""
        self.row += self.waiting
        self.waiting = self.blank = 0
        self._lines = self._file


def records(lines: Lines) -> Iterator[list[str]]:
    """Yield the records one by one. Raises ``ProblemsFoundError`` for a quotation that makes no sense."""
    try:
        for record in csv.reader(lines, delimiter=lines.separator, strict=True):
            lines.taken = 0
            lines.blank = 0 if record else lines.blank + 1
            if len(record) > LAST_COLUMN or lines.blank > LAST_ROW:
                raise ProblemsFoundError([_too_much(lines)])
            lines.row += 1
            yield record
    except csv.Error:
        raise ProblemsFoundError([problem("F154", Where(lines.name, line=lines.row))]) from None


def waiting_records(lines: Lines) -> list[list[str]]:
    """Return the records of the lines that were looked at; the last may take further lines."""
    found, block = records(lines), []
    while lines.waiting > 0:
        block.append(next(found))
    return block


def plain_cells(lines: Sequence[str], separator: str, width: int) -> npt.NDArray[np.object_] | None:
    """Return the cells of lines, short rows filled up; ``None`` where only the strict reader can tell.

    Both readers agree on lines that are not blank, not wider than the table and not longer than a cell may
    be, and whose quotation marks enclose whole cells within the line or stand inside a cell without meaning.
    """
    text = "".join(lines)
    lengths = [len(line) for line in lines]
    if min(lengths) < _SHORTEST or max(lengths) > csv.field_size_limit() or not separator.isascii():
        return None
    if '"' in text and not _sound(separator).fullmatch(text):
        return None
    # A line before them says how wide the table is: the C reader refuses any wider line.
    wide = separator.join("x" * width)
    try:
        frame = pd.read_csv(
            io.StringIO(f"{wide}\n{text}", newline=""),
            sep=separator,
            header=None,
            dtype=object,
            na_filter=False,
            skip_blank_lines=False,
            engine="c",
            low_memory=False,
        )
    except pd.errors.ParserError:
        return None
    values: npt.NDArray[np.object_] = frame.to_numpy(copy=True)[1:]
    return values if len(values) == len(lines) else None


@lru_cache(maxsize=8)
def _sound(separator: str) -> re.Pattern[str]:
    """Return the pattern of a text whose quotation marks make sense line by line."""
    edge = rf"{re.escape(separator)}\r\n"
    return re.compile(
        rf'(?:[^"]++|(?<=[^{edge}])"|(?<![^{edge}])"[^"\r\n]*+(?:""[^"\r\n]*+)*+"(?=[{edge}]|\Z))*+'
    )


def _too_much(lines: Lines) -> Problem:
    where = Where(lines.name, line=lines.row)
    return problem("F159", where, columns=grouped(LAST_COLUMN), rows=grouped(LAST_ROW))


def grouped(number: int) -> str:
    """Write a whole number the Indonesian way: ``1.000.000``."""
    return f"{number:,}".replace(",", ".")
