"""A text file of any size divided by a column in one pass, on disk, in the memory of a few blocks.

A block's records are put in the order of their parts and written behind those of the block before, with
their row numbers in a second file. What is kept of them is where each part's bytes stand. Nothing is
decoded but the column: the records of a part are read by the reader of every text file, which is why they
say the same as a file that had only them.
"""

from __future__ import annotations

import csv
import io
from array import array
from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.tables.csv.fast import DelimitedForm, is_cut, missing_end, read_rows, split
from ipak_cli.tables.csv.strict import Lines, lines_of, records
from ipak_cli.tables.csv.text_file import readable
from ipak_cli.tables.divided import label_of
from ipak_cli.tables.text_column import REACH, TextValues
from ipak_cli.tables.workbook import PieceSheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from ipak_cli.tables.column import Piece
    from ipak_cli.tables.csv.fast import Split
    from ipak_cli.tables.csv.read import DelimitedSheet
    from ipak_cli.tables.divided import Division, Rows
    from ipak_cli.tables.workbook import Sheet

_BLOCK: Final = 16 << 20
"""Bytes that are divided together: the larger, the fewer places each part is read from."""
_READ: Final = 2 << 20
"""Bytes of a part that are read together."""
_STRICT: Final = 20_000
"""Records that are divided together where they are read one by one."""
_MOST_CELLS: Final = 1_000_000
_LINE: Final = ord("\n")
_TEXTS, _ROWS = "baris.csv", "nomor.i64"


@dataclass(slots=True)
class DividedText:
    """The parts of a text file in a folder.

    ``ranges`` tell of each part where it stands in both files, four numbers for each block that had some of
    it: of ten million rows of ten thousand units there are some hundred thousand, as objects more than the
    rest of the memory.
    """

    whole: DelimitedSheet
    folder: Path
    head: bytes = b""
    ranges: defaultdict[str, array[int]] = field(default_factory=lambda: defaultdict(partial(array, "q")))

    @classmethod
    def of(cls, sheet: DelimitedSheet, division: Division, folder: Path) -> DividedText:
        """Divide a file into a folder, which holds as much as its parts. Raises ``ProblemsFoundError``."""
        divided = cls(sheet, folder)
        with readable(sheet.source.path):
            sheet.source.check()
            with (folder / _TEXTS).open("wb") as texts, (folder / _ROWS).open("wb") as rows:
                writer = _Writer(divided, division, texts, rows)
                writer.take(sheet.source.blocks(without_first_line=sheet.separator_line))
            sheet.source.check()
        return divided

    @property
    def labels(self) -> tuple[str, ...]:
        """The parts, in the order of their names."""
        return tuple(sorted(self.ranges))

    def rows(self, label: str) -> Rows:
        """Return the numbers, in the whole file, of the rows of a part."""
        path = self.folder / _ROWS
        stands = self._stands(label)
        parts = [np.fromfile(path, np.int64, count, offset=8 * at) for _, _, at, count in stands]
        return np.concatenate(parts)

    def sheet(self, label: str) -> Sheet:
        """Return one part as a sheet of its own."""
        table = DelimitedForm(self.whole.file, self.whole.separator, self.whole.width)

        def read(most: int) -> Iterator[Piece]:
            yield from read_rows(self._blocks(label), table, max(1, min(most, _MOST_CELLS // table.width)))

        return PieceSheet(self.whole.file, None, read)

    def _stands(self, label: str) -> list[list[int]]:
        """Return where each piece of a part begins and how long it is, in bytes and then in rows."""
        found: list[list[int]] = np.frombuffer(self.ranges[label], np.int64).reshape(-1, 4).tolist()
        return found

    def _blocks(self, label: str) -> Iterator[bytes]:
        text = self.head
        with (self.folder / _TEXTS).open("rb") as file:
            for start, length, _, _ in self._stands(label):
                file.seek(start)
                text += file.read(length)
                if len(text) >= _READ:
                    yield text
                    text = b""
        if text:
            yield text


class _Writer:
    """Writes what comes in blocks, and notes where each part stands."""

    def __init__(
        self, divided: DividedText, division: Division, texts: io.BufferedWriter, rows: io.BufferedWriter
    ) -> None:
        self._divided = divided
        self._division = division
        self._texts, self._rows = texts, rows
        self._separator = divided.whole.separator
        self._row = 1
        self._written = self._counted = 0

    def take(self, blocks: Iterator[bytes]) -> None:
        """Divide a whole file."""
        text = b""
        for block in chain(_larger(blocks), (b"",)):
            text += block or missing_end(text)
            found = split(text, self._separator)
            if found is None or is_cut(text, found, ended=not block):
                self._strictly(chain((text,), blocks))
                return
            self._quickly(text, found)
            text = text[found.length :]

    def _quickly(self, text: bytes, found: Split) -> None:
        """Take records that were split."""
        begins, ends = _bounds(text, found)
        records_of = [text[begin:end] for begin, end in zip(begins.tolist(), ends.tolist(), strict=True)]
        self._take(records_of, self._labels(text, found), ~found.blank)

    def _labels(self, text: bytes, found: Split) -> list[str]:
        """Return what each record says in the column."""
        place = self._division.column - 1
        has = found.counts > place
        fields = np.where(has, found.firsts + place, 0)
        starts = np.where(has, found.starts[fields], 0) if len(fields) else fields
        ends = np.where(has, found.ends[fields], 0) if len(fields) else fields
        column = TextValues.column(text + bytes(REACH), starts, ends, doubled='"').texts(label_of)
        names = [*map(str, column.values.cells), ""]
        return [names[code] for code in column.codes.tolist()]

    def _strictly(self, blocks: Iterable[bytes]) -> None:
        """Take all further records, read one by one, and written again as they were meant."""
        lines = Lines(lines_of(blocks), self._divided.whole.file, self._separator)
        lines.row = self._row
        part: list[list[str]] = []
        for cells in records(lines):
            part.append(cells)
            if len(part) == _STRICT:
                self._take_cells(part)
                part = []
        self._take_cells(part)

    def _take_cells(self, part: Sequence[list[str]]) -> None:
        place = self._division.column - 1
        labels = [label_of(cells[place]) if len(cells) > place else "" for cells in part]
        texts = [_written(cells, self._separator) for cells in part]
        self._take(texts, labels, np.array([bool(cells) for cells in part], np.bool_))

    def _take(self, texts: Sequence[bytes], labels: Sequence[str], filled: np.ndarray) -> None:
        """Write records in the order of their parts; those of the header are kept apart."""
        first, self._row = self._row, self._row + len(texts)
        head = max(0, min(len(texts), self._division.head_rows + 1 - first))
        self._divided.head += b"".join(texts[:head])
        members: defaultdict[str, list[int]] = defaultdict(list)
        for place in (np.flatnonzero(filled[head:]) + head).tolist():
            members[labels[place]].append(place)
        for label, places in members.items():
            if self._division.keeps(label):
                written = self._texts.write(b"".join([texts[place] for place in places]))
                self._rows.write((np.array(places, np.int64) + first).tobytes())
                self._divided.ranges[label].extend((self._written, written, self._counted, len(places)))
                self._written += written
                self._counted += len(places)


def _bounds(text: bytes, found: Split) -> tuple[Rows, Rows]:
    """Return where each record begins and ends, its line feed included."""
    array = np.frombuffer(text, np.uint8)
    ends = found.ends[found.firsts + found.counts - 1].astype(np.int64)
    for _ in range(2):  # a quotation mark and a return may stand before the line feed
        ends += array[ends] != _LINE
    ends += 1
    return np.append(0, ends[:-1])[: len(ends)], ends


def _written(cells: Sequence[str], separator: str) -> bytes:
    if not cells:
        return b"\n"
    line = io.StringIO()
    csv.writer(line, delimiter=separator, lineterminator="\n").writerow(cells)
    return line.getvalue().encode()


def _larger(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield blocks that are large enough to be divided."""
    waiting: list[bytes] = []
    for block in blocks:
        waiting.append(block)
        if sum(map(len, waiting)) >= _BLOCK:
            yield b"".join(waiting)
            waiting = []
    if waiting:
        yield b"".join(waiting)
