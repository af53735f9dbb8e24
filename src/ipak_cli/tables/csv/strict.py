"""Records of delimited text, read one by one and strictly: what each is, and what makes no sense."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import grouped_int
from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.files import QUOTE_NOT_CLOSED, TEXT_NOT_AN_ANSWER_TABLE
from ipak_cli.tables.cell import LAST_COLUMN, LAST_ROW

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ipak_cli.base.problem import Problem

LONGEST_LINE: Final = 1_000_000
"""Characters of a line or record; a response with every answer written out stays far below."""


class Lines:
    """The lines of a file that holds one record after the other.

    ``row`` is the number of the record that comes next, ``blank`` counts the blank ones just before it,
    ``taken`` the characters of its lines so far.
    """

    def __init__(self, lines: Iterable[str], name: str, separator: str) -> None:
        self.name = name
        self.separator = separator
        self.row = 1
        self.blank = 0
        self.taken = 0
        self._lines = iter(lines)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.taken += len(line)
        if self.taken > LONGEST_LINE:
            raise csv.Error("a record of many lines: its quotation does not end")
        return line


def lines_of(blocks: Iterable[bytes]) -> Iterator[str]:
    """Yield the lines of a UTF-8 text that comes in blocks, each with its end."""
    line = ""
    for text in codecs.iterdecode(blocks, "utf-8", "replace"):
        stream, line = io.StringIO(line + text, newline=""), ""
        for following in stream:
            if line:
                yield line
            line = following  # the last one of a block may go on in the next
    if line:
        yield line


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
        raise ProblemsFoundError([problem(QUOTE_NOT_CLOSED, Where(lines.name, line=lines.row))]) from None


def _too_much(lines: Lines) -> Problem:
    where = Where(lines.name, line=lines.row)
    return problem(
        TEXT_NOT_AN_ANSWER_TABLE, where, columns=grouped_int(LAST_COLUMN), rows=grouped_int(LAST_ROW)
    )
