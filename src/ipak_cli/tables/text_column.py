"""Fields of a text, a whole column at a time: told apart by their bytes, decoded when they are asked for.

A column of answers holds few different texts, each many times. What is equal need not be decoded to be
known:

- A field is looked at in words of 8 bytes; a mask leaves out what stands behind its end. Several words
  are mixed into one key, and equal keys are found by counting, a column at a time.
- Two different fields may meet in one key. So every word of every field is compared with that of the
  field which stands for its key; where one differs, the bytes themselves are told apart, the slow and
  certain way.
- No field has a NUL, and behind a field's end the mask leaves zeros: fields of different lengths never
  look equal.
- Long fields, and columns in which hardly a field is like another (known by a sample), are not mixed:
  nothing is gained there. A value may then be listed twice, which ``Column`` allows.
- ``REACH`` bytes have to stand behind the last field, since words and marks are read beyond a field's
  end.

Columns of times fall apart into few days and few clock times, which are read once each: figures at fixed
places are read for all clock times together, and what stands behind them (``AM``, ``WIB``) is a column
again.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Final

import numpy as np
import pandas as pd
from numpy.lib.stride_tricks import sliding_window_view

from ipak_cli.tables.column import Column, Mask, is_blank, objects

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.column import Codes

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
_FORM: Final = len("HH:MM:SS")
_FIRST_MARK, _SECOND_MARK = 2, 5
_ZERO: Final = ord("0")
_ZONE_MARKS: Final = np.frombuffer(b"Zz+-", np.uint8)
"""What a zone begins with where no space stands before it."""
_NOTHING: Final = np.zeros(0, np.int64)
_SPACE, _T, _ASCII_END = 0x20, ord("T"), 0x80
_MIX: Final = np.uint64(0x9E3779B97F4A7C15)
_SHIFT: Final = np.uint64(29)
_LEFT: Final = np.array([(1 << 8 * length) - 1 for length in range(_WORD + 1)], np.uint64)
"""By the bytes of a word that belong to a field: the mask that keeps those."""


@dataclass(frozen=True, eq=False)
class TextValues:
    """Distinct fields of a UTF-8 text: where each begins and ends, and the mark that stands twice for one."""

    text: bytes
    starts: Numbers
    ends: Numbers
    doubled: str = ""

    moments: ClassVar[None] = None

    @classmethod
    def column(cls, text: bytes, starts: Numbers, ends: Numbers, *, doubled: str = "") -> Column:
        """Return the column of fields that begin and end there; ``REACH`` more bytes stand behind the last.

        The text has no NUL. An empty field is an empty cell.
        """
        return Column(*cls._told_apart(text, starts, ends, doubled))

    @classmethod
    def _told_apart(
        cls, text: bytes, starts: Numbers, ends: Numbers, doubled: str
    ) -> tuple[Numbers, TextValues]:
        codes, fields = _told_apart(text, starts, ends - starts)
        return codes, cls(text, starts[fields], ends[fields], doubled)

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
    def _letters(self) -> npt.NDArray[np.uint8]:
        return np.frombuffer(self.text, np.uint8)

    @property
    def blank(self) -> Mask:
        """Which of them hold nothing but white space."""
        first = self._letters[self.starts]
        doubtful = np.flatnonzero((first <= _SPACE) | (first >= _ASCII_END))
        blank = np.zeros(len(self), np.bool_)
        if len(doubtful):
            some = TextValues(self.text, self.starts[doubtful], self.ends[doubtful])
            blank[doubtful] = [is_blank(cell) for cell in some.cells]
        return blank

    def dates(self, codes: Codes) -> Iterator[Cell]:
        """Yield what holds all the dates of some of the values, in their order.

        Of those that begin with a figure it is what stands before the time, and each but once.
        """
        first = self._letters[self.starts[codes]]
        figure = (first >= ord("0")) & (first <= ord("9"))
        days = self.halves[0]
        firsts = days.only(codes[figure]).first_rows()
        shown = np.append(np.flatnonzero(figure)[firsts[firsts >= 0]], np.flatnonzero(~figure))
        for place in np.sort(shown).tolist():
            number = codes[place]
            yield days.values.cells[days.codes[number]] if figure[place] else self.cells[number]

    @property
    def days_and_clocks(self) -> DaysAndClocks:
        """The days and the clock times that the fields may be made of."""
        days, clocks = self.halves
        return DaysAndClocks(days, clocks, self._clocks[1].clock_parts(), self.ends - self.starts)

    @cached_property
    def halves(self) -> tuple[Column, Column]:
        """The columns of what stands before and behind each field's first space or ``T``.

        So a column of times falls apart into few days and few clock times. What is beyond
        ``REACH`` is not seen.
        """
        days = TextValues.column(self.text, self.starts, self._middles, doubled=self.doubled)
        return days, Column(*self._clocks)

    @cached_property
    def _middles(self) -> Numbers:
        return self._first(_SPACE, _T)

    @cached_property
    def _clocks(self) -> tuple[Numbers, TextValues]:
        starts = np.minimum(self._middles + 1, self.ends)
        return self._told_apart(self.text, starts, self.ends, self.doubled)

    def clock_parts(self) -> ClockParts:
        """Read clock times; a time ends at its first space, or where a zone follows its seconds at once."""
        ends = self._first(_SPACE)
        glued = (ends - self.starts > _FORM) & np.isin(self._letters[self.starts + _FORM], _ZONE_MARKS)
        ends = np.where(glued, self.starts + _FORM, ends)
        hours, seconds = _clock_figures(self._letters, self.starts, ends - self.starts)
        tails = TextValues.column(self.text, ends, self.ends, doubled=self.doubled)
        return ClockParts(hours, seconds, tails)

    def _first(self, *marks: int) -> Numbers:
        """Return where the first of some marks within ``REACH`` stands in each field, or the field's end."""
        lengths = self.ends - self.starts
        reach = min(int(lengths.max(initial=1)), REACH)
        letters = sliding_window_view(self._letters, reach)[self.starts]
        found = np.logical_or.reduce([letters == mark for mark in marks])
        first = np.where(found.any(axis=1), found.argmax(axis=1), lengths)
        places: Numbers = self.starts + np.minimum(first, lengths)
        return places


@dataclass(frozen=True, slots=True, eq=False)
class ClockParts:
    """Clock times taken apart: the hour (-1 for another form), seconds since it, and what stands behind."""

    hours: Numbers
    seconds: Numbers
    tails: Column


@dataclass(frozen=True, slots=True, eq=False)
class DaysAndClocks:
    """Fields as columns of days and of clock times, with a row for each field.

    ``parts`` has a row for each distinct clock time; ``lengths`` are those of the whole fields, in bytes.
    """

    days: Column
    clocks: Column
    parts: ClockParts
    lengths: Numbers


def _clock_figures(
    letters: npt.NDArray[np.uint8], starts: Numbers, lengths: Numbers
) -> tuple[Numbers, Numbers]:
    """Read ``HH:MM:SS`` and ``H:MM:SS``: the hour (-1 for another form), and the seconds of the rest."""
    form = np.array([letters[starts + lengths - _FORM + place] for place in range(_FORM)]).astype(np.int64)
    form[0, lengths == _FORM - 1] = _ZERO
    marks = form[_FIRST_MARK]
    usual = (lengths == _FORM) | (lengths == _FORM - 1)
    usual &= ((marks == ord(":")) | (marks == ord("."))) & (marks == form[_SECOND_MARK])
    figures = np.delete(form, (_FIRST_MARK, _SECOND_MARK), axis=0) - _ZERO
    usual &= ((figures >= 0) & (figures <= 9)).all(axis=0)
    hours, minutes, seconds = figures[::2] * 10 + figures[1::2]
    usual &= (hours < 24) & (minutes < 60) & (seconds < 60)
    return np.where(usual, hours, -1), minutes * 60 + seconds


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
