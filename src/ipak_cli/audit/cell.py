"""A cell of a table with what its column and its row say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.claim import ClaimKind
from ipak_cli.audit.document import Place
from ipak_cli.audit.table_roles import Label
from ipak_cli.audit.topic import Topic
from ipak_cli.base.text import normalise

if TYPE_CHECKING:
    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.audit.table_shape import Shape
    from ipak_cli.base.period import Period

NOWHERE: Final = Place()
"""The place of a claim until it is known."""
PERFORMANCE: Final = "performance"
"""The subject of the points for performance (*capaian kinerja*)."""
_RANGE: Final = re.compile(r"\s*\d+[.,]\d+\s*(?:-|–|s\.?/?d\.?|sampai)\s*\d+(?:[.,]\d+)?\s*")
_NO_GROUP: Final = re.compile(r"(?:keterangan|isi|uraian|data|besaran|angka|satuan|informasi|deskripsi|)")
_OF_PEOPLE: Final = (ClaimKind.RESPONDENTS, ClaimKind.VISITORS, ClaimKind.PERCENT, ClaimKind.SUM)
_GENERIC: Final = (None, ClaimKind.INDEX, ClaimKind.SUM, ClaimKind.WEIGHTED)
"""Heads that say less of a figure than the name of its row."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with what its column and its row say; ``words`` is the row's name, ``row`` all of its cells."""

    text: str
    column: Label
    label: Label
    words: str
    period: Period | None
    shape: Shape
    instrument: Instrument
    topic: Topic
    row: tuple[str, ...]
    place: int
    caption: str
    is_across_items: bool
    """Whether its row has figures of several items, one a column; one alone is of all that it covers."""
    answers: bool
    """Whether the figures of its row can be one respondent's answers."""

    @property
    def is_band(self) -> bool:
        """Whether its row explains a category by the range of its values, and claims nothing."""
        return any(_RANGE.fullmatch(text) for text in self.row)

    @property
    def star(self) -> int | None:
        """The answer of which it is."""
        return self.column.star if self.column.star is not None else self.label.star

    @property
    def subject(self) -> str | None:
        """The item or index of which it is."""
        inner = self.instrument.index_named(self.text)
        label, column = self.label, self.column
        own = column.item if self.is_across_items else None
        return label.item or own or label.index or inner or column.item or column.index

    @property
    def is_answer(self) -> bool:
        """Whether it is what one respondent answered: a row of answers that has a running number alone."""
        return self.answers and not self.words

    @property
    def group(self) -> str | None:
        """The group of respondents of whom it is: the row's name where that names nothing else."""
        if self.column == Label() and self.shape.heads and self.label.kind is not None:
            head = self.shape.head_texts[self.place]
            return None if _NO_GROUP.fullmatch(normalise(head)) else head
        if (of_column := self.shape.groups[self.place]) is not None and self.column.kind in _OF_PEOPLE:
            return of_column if self.label.total else f"{self.words} {of_column}".strip()
        if self.label.total:
            return None
        if self.shape.by_group or self.topic is Topic.PROFILE:
            named = self.label.period is not None or self.label.item or self.label.index
            return None if named and not self.shape.by_group else self.words or None
        return None if self.label.names else self.words or None

    @property
    def kind(self) -> ClaimKind | None:
        """The kind that its row names where its column says little, else its column's."""
        if self.column.kind is ClaimKind.GAP and not any(
            each.kind is ClaimKind.TARGET for each in self.shape.columns
        ):
            return ClaimKind.CHANGE  # from one period to the next
        by_row = self.label.kind if self.label.item is None else None
        if by_row is not None and self.is_across_items and self.column.item is not None:
            return by_row
        if self.column.kind in _GENERIC and by_row is not None:
            return self.column.kind if by_row is ClaimKind.SUM and self.column.kind else by_row
        return self.column.kind or self.label.kind

    @property
    def table_index(self) -> str | None:
        """The only index of which the table has items."""
        items = {self.instrument.item_named(text) for row in self.shape.rows for text in row} - {None}
        items |= {each.item for each in self.shape.columns} - {None}
        found = {self.instrument.index_of(item) for item in items if item}
        return found.pop() if len(found) == 1 else None

    @property
    def only_index(self) -> str | None:
        """The index of a row that names a value and no subject, where there can be but one."""
        codes = [*self.instrument.indices]
        if self.label.kind not in (ClaimKind.INDEX, ClaimKind.CONVERTED, ClaimKind.CATEGORY):
            named = self.instrument.index_named(self.caption) or (codes[0] if len(codes) == 1 else None)
            return named if self.label.period is not None else None
        return self.table_index or (codes[0] if len(codes) == 1 and not self.label.total else None)


def of_items(row: tuple[str, ...], shape: Shape, instrument: Instrument) -> tuple[bool, bool]:
    """Return whether a row has figures of several items, and whether all of them can be answers."""
    scale = instrument.rubric.scale
    texts = [text.strip() for text, each in zip(row, shape.columns, strict=True) if each.item is not None]
    figures = [text for text in texts if text[:1].isdigit()]
    answers = all(text.isdigit() and scale.lowest <= int(text) <= scale.highest for text in texts if text)
    return len(figures) > 1, len(figures) > 1 and answers
