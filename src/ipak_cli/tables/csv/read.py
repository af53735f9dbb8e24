"""Text files of rows (CSV, TSV): the encoding found out, one sheet for each separator that may be meant."""

from __future__ import annotations

import codecs
import hashlib
import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from ipak_cli.base.figures import grouped_int
from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.files import (
    LINE_TOO_LONG,
    NOT_TEXT,
    READ_AS_WINDOWS_ENCODING,
    SUFFIX_NOT_FOR_TEXT,
    TEXT_EMPTY,
    TEXT_NOT_AN_ANSWER_TABLE,
)
from ipak_cli.tables.csv.fast import DelimitedForm, read_rows
from ipak_cli.tables.csv.strict import LONGEST_LINE, Lines, lines_of, records
from ipak_cli.tables.csv.text_file import FileState, TextFile, TextLocation, readable
from ipak_cli.tables.workbook import MergedRange, Workbook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ipak_cli.base.problem import Problem
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.column import Piece

SEPARATORS: Final = (",", ";", "\t", "|")
HEAD: Final = 60
"""Rows that decide how wide the table is."""
_BLOCK: Final = 128 << 10
"""Bytes that are looked at together: what fits in a processor's cache, and less than the longest line."""
_MOST_CELLS: Final = 1_000_000  # of one piece: a wide table takes no more memory than a narrow one
_SEP_LINE: Final = re.compile(r'"?sep=([^\w\s"]|\t)"?[\r\n]*', re.IGNORECASE)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_FALLBACK: Final = "cp1252"


def open_delimited(path: Path, *, part: str | None = None, misnamed: bool = False) -> Workbook:
    """Open a text file: one sheet for each separator that may be meant, to be chosen by its header.

    ``part`` names the text within a zip file, and the digest is that of the text. ``misnamed`` adds the
    warning that the file's name promises another kind of file. Raises ``ProblemsFoundError`` for a file that
    is empty, not text, or has a line or a quotation without end.
    """
    place, where = TextLocation(path, part), Where(path.name)
    with readable(path):
        state = FileState.of(path)
        text = _examine(place)
        sheets = _candidates(TextFile(place, text.encoding, state))
        state.check(path)
    warnings = {SUFFIX_NOT_FOR_TEXT: misnamed, READ_AS_WINDOWS_ENCODING: text.encoding == _FALLBACK}
    problems = tuple(problem(entry, where) for entry, found in warnings.items() if found)
    return Workbook(path.name, text.sha256, sheets, problems)


@dataclass(frozen=True, slots=True)
class _ExaminedText:
    encoding: str
    sha256: str


@dataclass(frozen=True, slots=True)
class DelimitedSheet:
    """A text file read with one separator; ``separator_line`` says that a line names it (``sep=;``)."""

    source: TextFile
    separator: str
    separator_line: bool
    first_rows: tuple[tuple[str, ...], ...]
    name: None = None
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    merged: tuple[MergedRange, ...] = ()
    epoch_1904: bool = False

    @property
    def file(self) -> str:
        """Return the file's name."""
        return self.source.path.name

    @property
    def width(self) -> int:
        """Return the number of columns: that of the widest among the first rows."""
        return max((len(row) for row in self.first_rows), default=1) or 1

    def head(self, rows: int = HEAD) -> list[list[Cell]]:
        """Return the first rows, at most 60, padded to the table's width."""
        return [
            [*(cell or None for cell in row), *[None] * (self.width - len(row))]
            for row in self.first_rows[:rows]
        ]

    def pieces(self, rows: int = 50_000) -> Iterator[Piece]:
        """Yield all rows, at most ``rows`` at a time; records are counted, as Excel does, not lines.

        Raises ``ProblemsFoundError`` for rows wider than the table, a quotation without end, and a file that
        changed since it was opened.
        """
        with readable(self.source.path):
            self.source.check()
            blocks = self.source.blocks(without_first_line=self.separator_line)
            table = DelimitedForm(self.file, self.separator, self.width)
            yield from read_rows(blocks, table, max(1, min(rows, _MOST_CELLS // self.width)))
            self.source.check()


def _lines(source: TextFile, separator: str, *, separator_line: bool) -> Lines:
    """Open a file's lines; a first line that only names the separator is no row, as in Excel."""
    return Lines(lines_of(source.blocks(without_first_line=separator_line)), source.path.name, separator)


def _examine(place: TextLocation) -> _ExaminedText:
    """Find the first encoding in which the whole file is text, and look at every line's length."""
    for encoding in _encodings(place):
        try:
            return _ExaminedText(encoding, _read_through(place, encoding))
        except UnicodeDecodeError:
            continue
    raise ProblemsFoundError([problem(NOT_TEXT, Where(place.path.name))])


def _encodings(place: TextLocation) -> tuple[str, ...]:
    with place.bytes() as file:
        mark = file.read(3)
    if mark.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16",)
    return ("utf-8-sig",) if mark == codecs.BOM_UTF8 else ("utf-8", _FALLBACK)


def _read_through(place: TextLocation, encoding: str) -> str:
    """Return the SHA-256 of a file whose every character is text in ``encoding``."""
    where = Where(place.path.name)
    # What no encoding can be told from is told by its control characters: text in cp1252 has none.
    fallback = encoding == _FALLBACK
    decoder = codecs.getincrementaldecoder(encoding)()
    digest = hashlib.sha256()
    length, blank, ended = 0, True, False
    with place.bytes() as file:
        while not ended:
            data = file.read(_BLOCK)
            ended = not data
            digest.update(data)
            block = decoder.decode(data, final=ended)
            if _CONTROL.search(block) if fallback else "\0" in block:
                raise ProblemsFoundError([problem(NOT_TEXT, where)])
            blank = blank and not block.strip()
            # Within a block no line can be too long: only what hangs over its ends is measured.
            ends = [end for mark in "\r\n" if (end := block.find(mark)) >= 0]
            if length + min(ends, default=len(block)) > LONGEST_LINE:
                raise ProblemsFoundError([problem(LINE_TOO_LONG, where, limit=grouped_int(LONGEST_LINE))])
            last = max(block.rfind("\r"), block.rfind("\n"))
            length = len(block) - last - 1 if ends else length + len(block)
    if blank:
        raise ProblemsFoundError([problem(TEXT_EMPTY, where)])
    return digest.hexdigest()


def _candidates(source: TextFile) -> tuple[DelimitedSheet, ...]:
    """Return one sheet for each separator that makes columns; without any, a table of one column."""
    named = _SEP_LINE.fullmatch(source.place.first_line(source.encoding))
    if named:
        sheet, fault = _sheet(source, named[1], separator_line=True)
        if fault is not None and not any(map(any, sheet.first_rows)):
            raise ProblemsFoundError([fault])
        return (sheet,)
    tried = [_sheet(source, separator, separator_line=False) for separator in SEPARATORS]
    several = tuple(sheet for sheet, _ in tried if sheet.width > 1)
    if several:
        return several
    faults = [fault for _, fault in tried if fault is not None]
    wide = [fault for fault in faults if fault.entry == TEXT_NOT_AN_ANSWER_TABLE]
    if wide or len(faults) == len(tried):
        raise ProblemsFoundError((wide or faults)[:1])
    return (next(sheet for sheet, fault in tried if fault is None),)


def _sheet(
    source: TextFile, separator: str, *, separator_line: bool
) -> tuple[DelimitedSheet, Problem | None]:
    """Read the first rows with one separator, as far as its quotation marks make sense.

    A separator that is not meant stumbles over the quotation marks at once; one that is meant shows its
    header before a faulty row, and reading on will report that row.
    """
    rows: list[tuple[str, ...]] = []
    fault = None
    try:
        for row in islice(records(_lines(source, separator, separator_line=separator_line)), HEAD):
            rows.append(tuple(row))  # noqa: PERF401 - the rows before a fault are kept
    except ProblemsFoundError as found:
        fault = found.problems[0]
    return DelimitedSheet(source, separator, separator_line, tuple(rows)), fault
