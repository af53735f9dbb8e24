"""The cells of plain rows of a worksheet, whole columns at a time: where each stands, and what it holds.

Only for rows that a pattern of ``row_patterns`` has matched; ``fast_tags`` tells where their cells stand.
Numbers of up to nine figures are added up figure by figure; others go through Python's own
``float``, so that none differs in its last bit. Each different value of a column is kept, and made a date
or a share, once. Rows or cells out of order, an address twice, a number beyond the sheet, a few cells in
very many columns: ``NotPlainError``, and the sheet is read cell by cell.
"""

from __future__ import annotations

from collections.abc import Callable  # noqa: TC003 (a constant is annotated with it)
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from ipak_cli.tables.cell import LAST_ROW, ErrorCell, PercentCell
from ipak_cli.tables.column import CellValues, Column, DateValues, DistinctValues, Piece, in_little_room
from ipak_cli.tables.number_format import Display, number_cell, usual_moments, written_moment
from ipak_cli.tables.sparse import too_spread
from ipak_cli.tables.text_column import TextValues
from ipak_cli.tables.xlsx.fast_tags import NotPlainError, Tags, other_rows, usual_rows
from ipak_cli.tables.xlsx.markup import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.column import Mask
    from ipak_cli.tables.xlsx.cell_by_cell import Lookup
    from ipak_cli.tables.xlsx.fast_tags import Elements

    Bytes = npt.NDArray[np.uint8]
    Numbers = npt.NDArray[np.signedinteger]
    Values = npt.NDArray[np.float64]
    Kinds = npt.NDArray[np.int8]
    _Read = tuple[Kinds, Values, list[Cell]]
    _TellApart = Callable[[Kinds, Values], tuple[Numbers, DistinctValues]]

_VALUES: Final[dict[str, Callable[[str], Cell]]] = {
    "r": partial(plain_text, spaced=True),
    "e": ErrorCell,
    "d": written_moment,
}
"""What a text of a type means, by the last letter of the type's name."""
_ZERO: Final = ord("0")
_MOST_FIGURES: Final = 9


class Meaning(IntEnum):
    """What a cell's value stands for: the numbers as they are shown, then the others."""

    NUMBER = 0
    MOMENT = 1
    SPAN = 2
    PERCENT = 3
    SHARED = 4
    TRUTH = 5
    WRITTEN = 6


_KINDS: Final = {Display.MOMENT: Meaning.MOMENT, Display.SPAN: Meaning.SPAN, Display.PERCENT: Meaning.PERCENT}
_MADE: Final = {Meaning.PERCENT: PercentCell, Meaning.TRUTH: bool, Meaning.NUMBER: float}
_KIND_OF: Final = np.full(256, Meaning.NUMBER, np.int8)
"""The kind of a cell by the last letter of its type's name; ``str`` and ``inlineStr`` share theirs."""
_KIND_OF[[ord(letter) for letter in "sb"]] = Meaning.SHARED, Meaning.TRUTH
_KIND_OF[[ord(letter) for letter in "red"]] = Meaning.WRITTEN


def read_cells(text: bytes, lookup: Lookup, *, spaced: bool = False, usual: bool = True) -> Piece:
    """Read plain rows, one after the other. Raises ``NotPlainError``.

    ``REACH`` more bytes stand behind the last row. A row without a cell is left out. ``spaced`` says that the
    spaces count at the ends of every text, ``usual`` that all rows are in the usual notation.
    """
    tags = Tags.of(text)
    rows, elements = usual_rows(tags) if usual else other_rows(tags)
    counts = tags.counts()
    height = int(np.count_nonzero(counts))
    places = np.repeat(np.arange(height), counts[counts > 0])
    doubled = (np.diff(places) == 0) & (np.diff(elements.columns) <= 0)
    if doubled.any() or (np.diff(rows, prepend=0) <= 0).any() or (rows > LAST_ROW).any():
        raise NotPlainError
    if too_spread(len(elements.columns), height, int(np.count_nonzero(np.bincount(elements.columns)))):
        raise NotPlainError  # columns take room for every row
    kinds, values, written = _read(text, elements, lookup, spaced=spaced)
    cells_of = partial(_told_apart, written=written, lookup=lookup)
    return Piece(rows[counts > 0], _columns(elements.columns, places, height, kinds, values, cells_of))


def _columns(
    letters: Numbers, places: Numbers, height: int, kinds: Kinds, values: Values, tell_apart: _TellApart
) -> dict[int, Column]:
    """Return the columns of cells that stand in some of ``height`` rows, counted from 0."""
    order = np.argsort(letters.astype(np.int16), kind="stable")  # numpy counts small numbers
    columns = letters[order]
    firsts = np.flatnonzero(np.diff(columns, prepend=0))
    found = {}
    for number, mine in zip(columns[firsts].tolist(), np.split(order, firsts[1:]), strict=False):
        column = np.full(height, -1)
        column[places[mine]], distinct = tell_apart(kinds[mine], values[mine])
        found[number] = Column(in_little_room(column, len(distinct)), distinct)
    return found


def _read(text: bytes, elements: Elements, lookup: Lookup, *, spaced: bool) -> _Read:
    """Return each cell's kind and value; that of a written one is its number in the list."""
    kinds = _kinds(elements, lookup.styles)
    starts, ends = elements.values()
    values, unread = _whole_numbers(elements.array, starts, ends - starts)
    if (unread & ((kinds == Meaning.SHARED) | (kinds == Meaning.TRUTH))).any():
        raise NotPlainError
    written: list[Cell] = []
    texts = np.flatnonzero(kinds == Meaning.WRITTEN)
    for cells, first, last, meaning in _texts(elements, texts, spaced=spaced):
        column = TextValues.column(text, first, last)
        values[cells] = np.where(column.codes < 0, -1, column.codes + len(written))
        written += [meaning(str(cell)) for cell in column.values.cells]
    for cell in np.flatnonzero(unread & (kinds <= Meaning.PERCENT)).tolist():
        content = text[starts[cell] : ends[cell]]
        try:
            values[cell] = float(content)
        except ValueError:  # what is no number in a numeric cell is kept as text
            kinds[cell], values[cell] = Meaning.WRITTEN, len(written)
            written.append(content.decode())
    return kinds, values, written


def _kinds(elements: Elements, styles: Sequence[Display]) -> Kinds:
    """Return the kinds of cells; of numbers, by their styles."""
    kinds: Kinds = _KIND_OF[elements.marks]
    shown = [_KINDS.get(style, Meaning.NUMBER) for style in styles]
    if any(shown):
        numbers = np.flatnonzero((elements.styles > 0) & (kinds == Meaning.NUMBER))
        style = elements.style_numbers(numbers)
        kinds[numbers] = np.array([*shown, Meaning.NUMBER])[np.minimum(style, len(shown))]
    return kinds


def _texts(
    elements: Elements, cells: Numbers, *, spaced: bool
) -> Iterator[tuple[Numbers, Numbers, Numbers, Callable[[str], Cell]]]:
    """Yield written cells of one kind after the other: their texts' starts, ends and meaning."""
    if not len(cells):
        return
    held = elements.in_place()[cells]
    for preserved in (False, True):
        meaning = partial(plain_text, spaced=spaced or preserved)
        yield *elements.written(cells[held], spaced=preserved), meaning
    marks = elements.marks[cells]
    starts, ends = elements.values()
    for mark, value_of in _VALUES.items():
        mine = cells[(marks == ord(mark)) & ~held]
        yield mine, starts[mine], ends[mine], value_of


def _whole_numbers(array: Bytes, starts: Numbers, lengths: Numbers) -> tuple[Values, Mask]:
    """Read what is written in a few figures, and tell what is not."""
    values = array[starts].astype(np.float64) - _ZERO
    unread = (values < 0) | (values > 9) | (lengths < 1) | (lengths > _MOST_FIGURES)
    rest = np.flatnonzero((lengths > 1) & ~unread)
    for place in range(1, _MOST_FIGURES):
        figures = array[starts[rest] + place].astype(np.float64) - _ZERO
        values[rest] = 10 * values[rest] + figures
        unread[rest] |= (figures < 0) | (figures > 9)
        rest = rest[lengths[rest] > place + 1]
    return values, unread


def _told_apart(
    kinds: Kinds, values: Values, *, written: list[Cell], lookup: Lookup
) -> tuple[Numbers, DistinctValues]:
    """Return the place of each of a column's cells among the distinct ones (-1: it is empty), and these."""
    places, parts, first = np.zeros(len(kinds), np.int64), [], 0
    uniform = kinds.min() == kinds.max()
    for kind in (int(kinds[0]),) if uniform else np.unique(kinds).tolist():
        mine = slice(None) if uniform else np.flatnonzero(kinds == kind)
        codes, distinct = pd.factorize(values[mine])
        places[mine] = codes + first
        first += len(distinct)
        parts.append(_cells(Meaning(kind), distinct, written, lookup))
    if len(parts) == 1 and isinstance(parts[0], DateValues):
        return places, parts[0]
    cells = tuple(cell for part in parts for cell in part.cells)
    empty = np.array([cell is None or cell == "" for cell in cells])
    return np.where(empty[places], -1, places), CellValues(cells)


def _cells(kind: Meaning, values: Values, written: list[Cell], lookup: Lookup) -> DistinctValues:
    """Return the cells that values of one kind stand for."""
    match kind:
        case Meaning.SHARED:
            if values.max() >= len(lookup.strings):
                raise NotPlainError
            return CellValues(tuple(lookup.strings[int(value)] for value in values))
        case Meaning.WRITTEN:
            return CellValues(tuple(written[int(value)] if value >= 0 else None for value in values))
        case Meaning.PERCENT | Meaning.TRUTH | Meaning.NUMBER:
            return CellValues(tuple(map(_MADE[kind], values.tolist())))
        case Meaning.MOMENT | Meaning.SPAN:
            epoch = lookup.epoch_1904
            moments = usual_moments(values, epoch_1904=epoch) if kind is Meaning.MOMENT else None
            if moments is not None:
                return DateValues(moments)
            shown = Display.MOMENT if kind is Meaning.MOMENT else Display.SPAN
            return CellValues(tuple(number_cell(value, shown, epoch_1904=epoch) for value in values.tolist()))
