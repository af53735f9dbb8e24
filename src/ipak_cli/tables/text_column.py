"""Fields of a text, a whole column at a time: told apart by their bytes, decoded when they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
from numpy.lib.stride_tricks import sliding_window_view

from ipak_cli.tables.column import Column, Mask, is_blank, objects

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from ipak_cli.tables.cell import Cell

    Numbers = npt.NDArray[np.signedinteger]

_WORD: Final = 8
"""Bytes that are looked at together."""
REACH: Final = 64
"""Bytes of a field in which a mark is looked for; so many must stand behind a text's last field."""
_LONG: Final = 256
"""Bytes from which a field is rather cut out than looked at word by word."""
_SHORT: Final = 4
"""Bytes up to which fields are told apart in no time."""
_SAMPLE: Final = 200
"""Fields by which a column of different texts is known."""
_NOTHING: Final = np.zeros(0, np.int64)
_SPACE, _T, _ASCII_END = 0x20, ord("T"), 0x80
_MIX: Final = np.uint64(0x9E3779B97F4A7C15)
_SHIFT: Final = np.uint64(29)
_LEFT: Final = np.array([(1 << 8 * length) - 1 for length in range(_WORD + 1)], np.uint64)
"""By the bytes of a word that belong to a field: the mask that keeps those."""


@dataclass(frozen=True, eq=False)
class Texts:
    """Distinct fields of a UTF-8 text: where each begins and ends, and the mark that stands twice for one."""

    text: bytes
    starts: Numbers
    ends: Numbers
    doubled: str = ""

    @classmethod
    def column(cls, text: bytes, starts: Numbers, ends: Numbers, *, doubled: str = "") -> Column:
        """Return the column of fields that begin and end there; ``REACH`` more bytes stand behind the last.

        The text has no NUL. An empty field is an empty cell.
        """
        places, fields = _told_apart(text, starts, ends - starts)
        return Column(places, cls(text, starts[fields], ends[fields], doubled))

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.starts)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The fields as text."""
        # A file that changes under the reader's hands is refused when it has been read: no error before that.
        pairs = zip(self.starts.tolist(), self.ends.tolist(), strict=True)
        found = [self.text[start:end].decode("utf-8", "replace") for start, end in pairs]
        if self.doubled:
            found = [text.replace(self.doubled * 2, self.doubled) for text in found]
        return tuple(found)

    @property
    def first_bytes(self) -> npt.NDArray[np.uint8]:
        """The first byte of each."""
        return np.frombuffer(self.text, np.uint8)[self.starts]

    @property
    def blank(self) -> Mask:
        """Which of them hold nothing but white space."""
        first = self.first_bytes
        doubtful = np.flatnonzero((first <= _SPACE) | (first >= _ASCII_END))
        blank = np.zeros(len(self), np.bool_)
        if len(doubtful):
            some = Texts(self.text, self.starts[doubtful], self.ends[doubtful])
            blank[doubtful] = [is_blank(cell) for cell in some.cells]
        return blank

    @cached_property
    def halves(self) -> tuple[Column, Column]:
        """The columns of what stands before and behind each field's first space or ``T``.

        So a column of times falls apart into few days and few clock times. What is beyond
        ``REACH`` is not seen.
        """
        middles = self._first(_SPACE, _T)
        return self.between(self.starts, middles), self.between(np.minimum(middles + 1, self.ends), self.ends)

    @property
    def first_spaces(self) -> Numbers:
        """Where each field's first space within ``REACH`` is, or its end."""
        return self._first(_SPACE)

    def _first(self, *marks: int) -> Numbers:
        lengths = self.ends - self.starts
        reach = min(int(lengths.max(initial=1)), REACH)
        letters = sliding_window_view(np.frombuffer(self.text, np.uint8), reach)[self.starts]
        found = np.logical_or.reduce([letters == mark for mark in marks])
        first = np.where(found.any(axis=1), found.argmax(axis=1), lengths)
        places: Numbers = self.starts + np.minimum(first, lengths)
        return places

    def between(self, starts: Numbers, ends: Numbers) -> Column:
        """Return the column of what stands between some places, one pair for each field."""
        return Texts.column(self.text, starts, ends, doubled=self.doubled)


def _told_apart(text: bytes, starts: Numbers, lengths: Numbers) -> tuple[Numbers, Numbers]:
    """Return each field's place among the distinct ones (-1: it is empty), and a field for each place."""
    if not len(starts) or not lengths.min():
        some = np.flatnonzero(lengths)
        places = np.full(len(starts), -1)
        if len(some):
            places[some], fields = _told_apart(text, starts[some], lengths[some])
            some = some[fields]
        return places, some
    longest = int(lengths.max(initial=0))
    if longest <= 1:
        return _letters_apart(np.frombuffer(text, np.uint8)[starts])
    if longest > _SHORT and _differ(text, starts, lengths):
        return np.arange(len(starts)), np.arange(len(starts))
    if longest <= _LONG:
        places, fields = _words_apart(_words(text), starts, lengths)
        if len(places):
            return places, fields
    return _apart(objects(_cut_out(text, starts, lengths)))


def _letters_apart(letters: npt.NDArray[np.uint8]) -> tuple[Numbers, Numbers]:
    """Tell fields of one byte apart."""
    place, seen = np.zeros((2, 256), np.int64)
    seen[letters] = 1
    used = np.flatnonzero(seen)
    place[used] = np.arange(len(used))
    written = letters.tobytes()
    return place[letters], np.array([written.index(letter) for letter in used.tolist()], np.int64)


def _words_apart(words: npt.NDArray[np.uint64], starts: Numbers, lengths: Numbers) -> tuple[Numbers, Numbers]:
    """Tell fields apart by their words; nothing is returned where that does not tell."""
    keys = words[starts] & _LEFT[np.minimum(lengths, _WORD)]
    seen = [keys.copy()]
    for offset, rest in _further(lengths):
        word = np.zeros(len(keys), np.uint64)
        word[rest] = words[starts[rest] + offset] & _LEFT[np.minimum(lengths[rest] - offset, _WORD)]
        keys = (keys ^ (keys >> _SHIFT)) * _MIX + word
        seen.append(word)
    places, fields = _apart(keys)
    # Different fields may have met in one key: as no field has a NUL, those of other lengths differ too.
    if len(seen) > 1 and any((word != word[fields][places]).any() for word in seen):
        return _NOTHING, _NOTHING
    return places, fields


def _apart(values: npt.NDArray[np.uint64] | npt.NDArray[np.object_]) -> tuple[Numbers, Numbers]:
    places, distinct = pd.factorize(values)
    fields = np.zeros(len(distinct), np.int64)
    fields[places] = np.arange(len(places))
    return places, fields


def _differ(text: bytes, starts: Numbers, lengths: Numbers) -> bool:
    """Tell whether hardly a field is like another: then nothing is gained by telling which is."""
    some = slice(0, _SAMPLE)
    sample = _cut_out(text, starts[some], lengths[some])
    return len(set(sample)) > _SAMPLE // 2


def _cut_out(text: bytes, starts: Numbers, lengths: Numbers) -> list[bytes]:
    ends = starts + lengths
    return [text[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]


def _words(text: bytes) -> npt.NDArray[np.uint64]:
    """Return the 8 bytes from each place of a text on, as one number."""
    return np.ndarray(len(text) - _WORD + 1, np.dtype("<u8"), text, strides=(1,))


def _further(lengths: Numbers) -> Iterator[tuple[int, Numbers]]:
    """Yield where each further word begins, and the fields that reach into it."""
    offset, rest = _WORD, np.flatnonzero(lengths > _WORD)
    while len(rest):
        yield offset, rest
        offset += _WORD
        rest = rest[lengths[rest] > offset]
