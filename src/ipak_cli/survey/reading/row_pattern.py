"""What nearly all rows have beside their answers, learnt from the first ones: numbers, names, profiles."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.base.text import normalise
from ipak_cli.survey.reading.answer import read_answer
from ipak_cli.survey.reading.row_looks import YEAR, SummaryLikeness, is_numbered, label_of
from ipak_cli.tables.column import Column, as_text

if TYPE_CHECKING:
    import numpy.typing as npt

    from ipak_cli.survey.reading.sheet_layout import SheetContext, SheetLayout
    from ipak_cli.survey.reading.words import Words
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.column import Mask, Piece

LEARNT: Final = 1_000
"""Rows below the header that are looked at; further rows change nothing that is learnt."""
NEARLY: Final = 0.8
"""The share of rows that is nearly all of them: summaries and gaps stand among the others."""
_NUMBERS: Final = frozenset({"no", "nomor", "nomer", "number", "num", "urut", "nourut", "id", "nr", "kode"})
_OTHER_NUMBERS: Final = frozenset(
    {
        "hp", "telepon", "telp", "tlp", "wa", "whatsapp", "ktp", "nik", "nip", "kk", "rekening", "antrian",
        "antrean", "surat", "resi", "layanan", "unit", "usia", "umur", "loket", "pendidikan", "pekerjaan",
        "kelamin", "jenis", "petugas",
    }
)  # fmt: skip
"""Words that say that a number runs on for somebody or something else than the rows."""
_FIRST_YEAR: Final = 1900
_FEW: Final = 3
"""Rows below a gap that may be no responses, at the most."""
_WORDED: Final = re.compile(r"[^\W\d_]{3}|\s")
"""What no code such as "3a" or "R-07" has: a word of three letters, or several words."""
_DIGITS: Final = re.compile(r"\d{1,12}")


@dataclass(frozen=True, slots=True)
class RowPattern:
    """The columns beside the items, by what nearly all rows have in them.

    ``running`` is a column of running numbers, ``counted`` if they are plain ones, ``low`` if they are far
    below a year; ``numeric`` columns hold numbers, ``usual`` ones are filled, ``always`` those that are so
    down to their last cell, and ``names`` tell respondents apart. ``labels`` are the columns in which a
    summary's label may stand, left to right; ``repeated`` are values like labels that stand there more than
    once, each with its column, and ``common`` other such values. ``scored`` tells whether most rows have an
    answer. ``last`` is the last row with a running number, ``tail`` the first of a
    few at the end with blank rows above them (0: there is none).
    """

    running: int | None = None
    counted: bool = False
    low: bool = False
    numeric: frozenset[int] = frozenset()
    usual: frozenset[int] = frozenset()
    always: frozenset[int] = frozenset()
    names: frozenset[int] = frozenset()
    labels: tuple[int, ...] = ()
    repeated: frozenset[tuple[int, str]] = frozenset()
    common: frozenset[tuple[int, str]] = frozenset()
    scored: bool = True
    last: int = 0
    tail: int = 0

    @classmethod
    def of(cls, first: Piece, context: SheetContext) -> RowPattern:
        """Learn from a sheet's first rows; those above and in its header are passed over."""
        layout = context.layout
        inside = (first.rows > layout.header_rows[1]) & (first.rows <= layout.header_rows[1] + LEARNT)
        body = first.only(inside)
        ends = len(body.rows) > 0 and int(body.rows[-1]) < layout.header_rows[1] + LEARNT
        given, filled = _answers_given(body, context)
        labels = tuple(sorted(_label_columns(body, layout)))
        told = {number: _ColumnTexts.of(column_of(body, number).only(given)) for number in labels}
        named = (layout.time, *layout.profiles.values(), *layout.persons.values())
        free = (number for number in labels if number not in named)
        running = next((n for n in free if told[n].runs(layout.headers.get(n))), None)
        beside = {n: each for n, each in told.items() if n not in (layout.time, running)}
        own = {n: each for n, each in beside.items() if n in named or not _is_recap(n, each, layout)}
        unnamed = beside.keys() - set(layout.profiles.values())
        return cls(
            running=running,
            counted=running is not None and told[running].is_counted,
            low=running is not None and ends and told[running].is_low,
            numeric=frozenset(n for n, each in told.items() if each.is_numeric),
            usual=frozenset(n for n, each in own.items() if each.covered >= NEARLY),
            always=frozenset(n for n, each in own.items() if each.covered == 1),
            names=frozenset(n for n in unnamed if told[n].is_distinct) | frozenset(layout.persons.values()),
            labels=labels,
            repeated=frozenset((n, text) for n, each in beside.items() for text in each.repeated),
            common=frozenset((n, text) for n, each in beside.items() for text in each.common),
            scored=2 * int(given.sum()) > int(filled.sum()),
            last=_last_numbered(body, running),
            tail=_tail(body.rows[filled]) if ends else 0,
        )

    def has_number(self, value: Cell) -> bool:
        """Tell whether a cell of the running numbers holds one: among plain ones, "12 orang" is a label."""
        text = as_text(value)
        labelled = (self.counted and _WORDED.search(text)) or (self.low and YEAR.fullmatch(text))
        return is_numbered(text) and not labelled


def column_of(piece: Piece, number: int) -> Column:
    """Return a column of a piece, an empty one where the piece has none."""
    return piece.columns.get(number) or Column.empty(len(piece.rows))


@dataclass(frozen=True, slots=True)
class _ColumnTexts:
    """A column's texts, and which of them have a number; what stands below the last one is left out."""

    texts: tuple[str, ...]
    numbered: Mask

    @classmethod
    def of(cls, column: Column) -> _ColumnTexts:
        texts = [as_text(cell) for cell in column.cells()]
        numbered = np.array([is_numbered(text) for text in texts], np.bool_)
        end, count = _end(numbered), int(numbered.sum())
        if 2 * count <= sum(map(bool, texts[:end])) or 4 * count < sum(map(bool, texts)):
            end = _end(np.array(list(map(bool, texts)), np.bool_))
        return cls(tuple(texts[:end]), numbered[:end])

    @property
    def given(self) -> list[str]:
        """The texts that are not blank."""
        return [text for text in self.texts if text]

    @property
    def covered(self) -> float:
        """The share of the rows that have something."""
        return len(self.given) / len(self.texts) if self.texts else 0

    @property
    def is_numeric(self) -> bool:
        return bool(self.texts) and int(self.numbered.sum()) >= NEARLY * len(self.given)

    @property
    def is_counted(self) -> bool:
        return 2 * sum(text.isdecimal() for text in self.given) > int(self.numbered.sum())

    @property
    def is_low(self) -> bool:
        low = [int(text) for text in self.given if text.isdecimal() and not YEAR.fullmatch(text)]
        return bool(low) and 2 * max(low) < _FIRST_YEAR

    @property
    def is_distinct(self) -> bool:
        return len(set(self.given)) == len(self.given)

    @property
    def _several(self) -> list[str]:
        return [text for text, count in Counter(self.given).items() if count > 1]

    @property
    def repeated(self) -> list[str]:
        """What is like a label and stands in several rows, as the name of a service may."""
        return [text for text in self._several if label_of(text) is not SummaryLikeness.OTHER]

    @property
    def common(self) -> list[str]:
        """What is like no label and stands in several rows, such as "SMA"."""
        return [text for text in self._several if label_of(text) is SummaryLikeness.OTHER]

    def runs(self, header: str | None) -> bool:
        """Tell running numbers: the column is called so and they rise, or they go up by one."""
        numbered = [text for text, number in zip(self.texts, self.numbered.tolist(), strict=True) if number]
        if self.covered < NEARLY or 2 * len(numbered) <= len(self.given):
            return False
        steps = [b - a for a, b in pairwise(int(_DIGITS.findall(text)[-1]) for text in numbered)]
        words = normalise(header or "").split()
        if not _NUMBERS.isdisjoint(words) and _OTHER_NUMBERS.isdisjoint(words):
            return sum(step > 0 for step in steps) >= NEARLY * len(steps)
        return len(steps) > 1 and sum(step == 1 for step in steps) >= NEARLY * len(steps)


def _is_recap(number: int, told: _ColumnTexts, layout: SheetLayout) -> bool:
    """Tell a sum, a mean or other numbers behind the items, which summaries have as well."""
    behind = number > max(layout.items.values())
    return label_of(layout.headers.get(number, "")) is not SummaryLikeness.OTHER or (
        behind and told.is_numeric
    )


def _last_numbered(body: Piece, running: int | None) -> int:
    if running is None:
        return 0
    numbered = column_of(body, running).map(_has_digits, empty=False, kind=np.bool_)
    return int(body.rows[numbered][-1]) if numbered.any() else 0


def _has_digits(value: Cell) -> bool:
    return as_text(value).isdecimal()


def _tail(rows: npt.NDArray[np.int64]) -> int:
    """Return the first row below the last gap, if those below it are few."""
    gaps = np.flatnonzero(np.diff(rows) > 1)
    start = int(gaps[-1]) + 1 if len(gaps) else len(rows)
    below = len(rows) - start
    return int(rows[start]) if 0 < below <= _FEW and below * _FEW < start else 0


def _end(mask: Mask) -> int:
    """Return the place behind the last row that is meant."""
    return int(np.flatnonzero(mask)[-1]) + 1 if mask.any() else 0


def _label_columns(body: Piece, layout: SheetLayout) -> set[int]:
    """Return the columns beside the items, but for free texts and what stands beyond the table."""
    items, last = set(layout.items.values()), max(layout.items.values())
    beside = {number for number in body.columns if number < last} | layout.columns
    return beside - items - set(layout.suggestions)


def _answers_given(body: Piece, context: SheetContext) -> tuple[Mask, Mask]:
    """Tell which rows have an answer, and which have anything where answers stand."""
    given, filled = np.zeros((2, len(body.rows)), np.bool_)
    for item, words in zip(context.rubric.items, context.words, strict=True):
        column = column_of(body, context.layout.items[item.code]).trimmed()
        given |= column.map(partial(_is_answer, words=words), empty=False, kind=np.bool_)
        filled |= ~column.blank
    return given, filled


def _is_answer(value: Cell, words: Words) -> bool:
    return isinstance(read_answer(value, words), int)
