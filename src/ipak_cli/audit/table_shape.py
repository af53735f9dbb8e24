"""How a table is built: which rows are heads, which columns number, name and explain the rows."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.claim import ClaimKind
from ipak_cli.audit.number_words import numbers_in
from ipak_cli.audit.table_roles import (
    Label,
    is_free_text,
    is_sum,
    label_of,
    names_periods,
    period_in_column,
    star_named,
)
from ipak_cli.base.text import normalise

if TYPE_CHECKING:
    from ipak_cli.audit.document import Grid
    from ipak_cli.audit.instrument import Instrument

_ORDINAL: Final = re.compile(
    r"(?i)(?:no\.?|nomor|urut(?:an)?|#|no\.?\s*urut)(?:\s*(?:resp\.?|responden))?|responden\s+ke"
)
_TOTAL_WORDS: Final = re.compile(r"[^\W\d_]{2}")
_COUNTING: Final = re.compile(r"\(?\d{1,2}\)?")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_LONGEST_VALUE: Final = 40
_STARS_HEAD: Final = re.compile(
    r"(?:bintang|penilaian|skor|nilai jawaban|jawaban|skala|pilihan(?: jawaban)?|nilai|kategori jawaban)"
)
_STAR_NAME: Final = re.compile(r"(?:bintang|nilai|skor|jawaban|nilai jawaban) \d|\d bintang")
_GROUP_HEAD: Final = re.compile(
    r"(?:jenis kelamin|gender|usia|umur|pendidikan|pekerjaan|profesi|kelompok|karakteristik"
    r"|(?:jenis |nama |unit )?(?:layanan|pelayanan)"
    r"|asal\b.*|lokasi|loket|unit(?: kerja)?|kategori responden|profil.*|status|uraian"
    r"|jenjang)(?: responden| terakhir| usia| umur)*"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A table's rows with what its heads say of each column.

    ``heads`` counts the rows of the head, ``rows`` have the text of a merged cell in each place that it
    covers. ``numbered`` are the columns of running numbers, ``free`` those of sentences, ``periods`` and
    ``stars`` those whose cells name periods and answers, ``naming`` those whose words name the rows, as
    ``first`` always does. ``by_group`` tells that the rows are groups of respondents.
    """

    heads: int
    rows: tuple[tuple[str, ...], ...]
    columns: tuple[Label, ...]
    head_texts: tuple[str, ...]
    numbered: frozenset[int]
    free: frozenset[int]
    periods: frozenset[int]
    stars: frozenset[int]
    naming: frozenset[int]
    first: int
    by_group: bool
    groups: tuple[str | None, ...]
    """The groups of respondents that heads name above several columns, such as *Laki-laki* above *Orang*."""

    def is_named_by(self, place: int, text: str) -> bool:
        """Tell whether a cell belongs to the name of its row, and is no figure of it."""
        if place in self.numbered:
            return _TOTAL_WORDS.search(text) is not None  # where the numbers end, totals have their names
        if place in self.free:
            return False
        if place in self.periods or place in self.stars or (place == self.first and self.by_group):
            return bool(text)
        if not is_label(text):
            return False
        if place == self.first or self.columns[place].kind is None:
            return True
        return place in self.naming and not numbers_in(text)


def shape_of(grid: Grid, instrument: Instrument, year: int | None) -> Shape:
    """Return how a table is built."""
    heads = _head_rows(grid.rows)
    rows = (*_spread(grid.rows[:heads]), *_filled(grid.rows[heads:]))
    width = range(len(rows[0]))
    texts = [[rows[n][place] for n in range(heads)] for place in width]
    columns = tuple(label_of(each, instrument, year) for each in texts)
    numbered = frozenset(
        place for place in width if any(_ORDINAL.fullmatch(text.strip()) for text in texts[place])
    )
    first = next((place for place in width if place not in numbered), 0)
    periods = frozenset(place for place in width if any(map(names_periods, texts[place])))
    body = rows[heads:]
    stars = frozenset({first} if _are_stars(texts[first], [row[first] for row in body], instrument) else ())
    free = frozenset(
        place
        for place in width
        if place not in periods and place != first and any(map(is_free_text, texts[place]))
    )
    columns = _with_answers(columns, texts, instrument)
    if stars or first in periods or columns[first].kind is not None:
        columns = tuple(
            Label() if n == first and (stars or n in periods) else each for n, each in enumerate(columns)
        )
    naming = frozenset(
        place
        for place in width
        if columns[place].kind is None or any(_names_subject(row[place], instrument) for row in body)
    )
    by_group = any(_is_group(text, instrument) for text in texts[first])
    return Shape(
        heads, rows, columns, tuple(" ".join(filter(None, each)) for each in texts),
        numbered, free, periods, stars, naming, first, by_group, _groups(texts, first, columns, instrument),
    )  # fmt: skip


def _groups(
    texts: list[list[str]], first: int, columns: tuple[Label, ...], instrument: Instrument
) -> tuple[str | None, ...]:
    """Return for each column what its head names above a kind of figure, where columns differ in it."""
    found = [
        next((text for text in each if text and label_of([text], instrument, None) == Label()), None)
        if place > first and columns[place].kind is not None and columns[place].star is None
        else None
        for place, each in enumerate(texts)
    ]
    return tuple(found) if len({*found} - {None}) > 1 else (None,) * len(texts)


_FEWEST_ANSWERS: Final = 3


def _with_answers(
    columns: tuple[Label, ...], texts: list[list[str]], instrument: Instrument
) -> tuple[Label, ...]:
    """Give columns the answers that their heads name by words, where they name at least three of them."""
    named = [next(filter(None, map(instrument.answer_named, each)), None) for each in texts]
    if len({*named} - {None}) < _FEWEST_ANSWERS:
        return columns
    return tuple(
        replace(each, star=star, kind=None if each.kind is ClaimKind.CATEGORY else each.kind)
        if star is not None
        else each
        for each, star in zip(columns, named, strict=True)
    )


def row_label(shape: Shape, row: tuple[str, ...], instrument: Instrument, year: int | None) -> Label:
    """Return what the cells that name a row say of it."""
    periods = {
        place: found
        for place in sorted(shape.periods)
        if row[place] and (found := period_in_column(shape.head_texts[place], row[place], year)) is not None
    }
    names = [
        text for place, text in enumerate(row) if shape.is_named_by(place, text) and place not in periods
    ]
    label = label_of(names, instrument, year)
    label = replace(label, period=next(iter(periods.values()), label.period))
    return label if shape.stars or _says_star(names) else replace(label, star=None)


def has_other_items(shape: Shape, instrument: Instrument) -> bool:
    """Tell a table of another questionnaire: some rows are items, some are none, and there are more or fewer.

    A name such as *Percaloan* may be an item of several questionnaires.
    """
    if len(shape.rows) > _MOST_QUESTIONS:
        return False
    names = [
        (row, words)
        for row in shape.rows[shape.heads :]
        if (words := words_of(shape, row)) and not is_sum(words) and any(map(_is_figure, row))
    ]
    labels = [label_of(_naming(shape, row), instrument, None) for row, _ in names]
    items = {label.item for label in labels} - {None}
    others = sum(not label.names for label in labels)
    counts = {len(instrument.items), *(len(index.items) for index in instrument.rubric.indices)}
    return bool(items) and others >= _OTHERS and len(items) + others not in counts


_MOST_QUESTIONS: Final = 100
"""Rows of a table of items; a longer one lists offices or respondents."""
_OTHERS: Final = 3
"""Rows that are no items from which on a table of some items is another questionnaire's."""


def _naming(shape: Shape, row: tuple[str, ...]) -> list[str]:
    return [text for place, text in enumerate(row) if shape.is_named_by(place, text)]


def words_of(shape: Shape, row: tuple[str, ...]) -> str:
    """Return the text of the cells that name a row."""
    return " ".join(text for place, text in enumerate(row) if shape.is_named_by(place, text))


def is_label(text: str) -> bool:
    """Tell a cell of words from one of figures; the unit of a figure makes no words: ``24 orang``."""
    return any(c.isalpha() for c in text) and not _is_value(text)


def _is_value(text: str) -> bool:
    return text.strip()[:1].isdigit() and bool(numbers_in(text)) and len(text) < _LONGEST_VALUE


def _names_subject(text: str, instrument: Instrument) -> bool:
    return instrument.index_named(text) is not None or instrument.item_named(text) is not None


def _says_star(names: list[str]) -> bool:
    return any(_STAR_NAME.fullmatch(normalise(text)) for text in names)


def _is_group(head: str, instrument: Instrument) -> bool:
    plain = normalise(head)
    heads = {
        normalise(each) for profile in instrument.rubric.profiles for each in (profile.name, *profile.headers)
    }
    return bool(plain) and (
        plain in heads or (plain != "uraian" and _GROUP_HEAD.fullmatch(plain) is not None)
    )


def _are_stars(heads: list[str], cells: list[str], instrument: Instrument) -> bool:
    """Tell whether a column's cells are answers, each once for each group of rows."""
    if not any(_STARS_HEAD.fullmatch(normalise(head)) for head in heads):
        return False
    found = [
        star_named(normalise(cell), instrument) for cell in cells if not is_label(cell) or "intang" in cell
    ]
    return len(found) > 1 and None not in found and len({*found}) == len(found)


def _head_rows(rows: tuple[tuple[str, ...], ...]) -> int:
    """Return how many rows are heads: those before the first that has a figure."""
    for n, row in enumerate(rows):
        figures = [text for text in row if _is_figure(text)]
        if figures and not _counts_columns(row, figures, n):
            return n
    return 1


def _counts_columns(row: tuple[str, ...], figures: list[str], n: int) -> bool:
    """Tell a row of a head whose figures are years, answers, or the numbers of its columns."""
    if all(_YEAR.fullmatch(text.strip()) for text in figures):
        return not n or not row[0] or not is_label(row[0])
    small = [int(text.strip("() ")) for text in figures if _COUNTING.fullmatch(text.strip())]
    if len(small) != len(figures) or len(small) < 2:
        return False
    steps = {b - a for a, b in itertools.pairwise(small)}
    words = [text for text in row if text and not _is_figure(text)]
    return steps in ({1}, {-1}) and (not n or not words)


def _is_figure(text: str) -> bool:
    if _COUNTING.fullmatch(text.strip()):
        return True
    return bool(numbers_in(text)) and (not any(c.isalpha() for c in text) or _is_value(text))


def _spread(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Repeat what a merged cell of the head says in the columns that it covers, where heads stand below."""
    found: list[tuple[str, ...]] = []
    for n, row in enumerate(rows):
        kept = list(row)
        if n + 1 < len(rows):
            below = rows[n + 1]
            for place in range(1, len(row)):
                if not kept[place] and below[place] and kept[place - 1]:
                    kept[place] = kept[place - 1]
        found.append(tuple(kept))
    return tuple(found)


def _filled(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Repeat what a merged cell at the left says in the rows that it covers."""
    found: list[tuple[str, ...]] = []
    for row in rows:
        kept = list(row)
        begins = next(filter(None, row), "")
        if found and not row[0] and begins and not is_sum(begins):
            for place in range(len(row)):
                if kept[place] or (place and numbers_in(found[-1][place])):
                    break
                kept[place] = found[-1][place]
        found.append(tuple(kept))
    return tuple(found)
