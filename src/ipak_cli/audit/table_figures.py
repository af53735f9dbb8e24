"""What one figure of a table claims, by the labels of its column and its row."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.claim import Claim, ClaimKind
from ipak_cli.audit.document import Place
from ipak_cli.audit.instrument import COMBINED
from ipak_cli.audit.number_words import numbers_in
from ipak_cli.audit.topic import Topic

if TYPE_CHECKING:
    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.audit.number_words import Number
    from ipak_cli.audit.printed import Printed
    from ipak_cli.audit.table_roles import Label
    from ipak_cli.audit.table_shape import Shape
    from ipak_cli.base.period import Period

PERFORMANCE: Final = "performance"
"""The subject of the points for performance (*capaian kinerja*)."""
MAXIMUM: Final = "maximum"
"""What a figure is that is no claim: the most that another can be."""
NOWHERE: Final = Place()
_PERFORMANCE: Final = re.compile(r"(?i)capaian\s+kinerja")
_PREDICATE: Final = re.compile(r"\b(WBBM|WBK)\b")
_MAXIMUM: Final = re.compile(r"\((\d+(?:[.,]\d+)?)\)")
_LISTED: Final = re.compile(r"^(?:[a-z]{1,2}[.)]|[-–•])\s+")
_CATEGORY: Final = re.compile(r"(?i)([A-D])\b\s*(?:[(/–-]\s*([A-Za-z ]+)\)?)?|((?:sangat|kurang|tidak|cukup)?\s*(?:baik|prima|memuaskan))")
_GENERIC: Final = (None, ClaimKind.INDEX, ClaimKind.SUM, ClaimKind.WEIGHTED)
"""Heads that say less of a figure than the name of its row."""
_PEOPLE: Final = (ClaimKind.RESPONDENTS, ClaimKind.VISITORS, ClaimKind.LEAST_RESPONDENTS, ClaimKind.ANSWERS)
_MOST: Final = 100


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

    @property
    def star(self) -> int | None:
        """The answer of which it is."""
        return self.column.star if self.column.star is not None else self.label.star

    @property
    def subject(self) -> str | None:
        """The item or index of which it is."""
        inner = self.instrument.index_named(self.text)
        label, column = self.label, self.column
        return label.item or label.index or inner or column.item or column.index

    @property
    def group(self) -> str | None:
        """The group of respondents of whom it is: the row's name where that names nothing else."""
        if self.label.total:
            return None
        if self.shape.by_group or self.topic is Topic.PROFILE:
            named = self.label.period is not None or self.label.item or self.label.index
            return None if named and not self.shape.by_group else self.words or None
        return None if self.label.names else self.words or None

    @property
    def kind(self) -> ClaimKind | None:
        """The kind that its row names where its column says little, else its column's."""
        by_row = self.label.kind if self.label.item is None else None
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


def claim_of(number: Number, cell: Cell) -> Claim | str | None:
    """Return what a number claims, ``MAXIMUM`` for one that limits another, ``None`` where it is unclear."""
    if cell.topic is Topic.QUALITY:
        return None
    if cell.column.most:
        return MAXIMUM if cell.instrument.rubric.zi is not None and _is_component(cell) else None
    if cell.label.most and cell.label.item is None and cell.label.index is None:
        return None
    value = number.value or (number.whole if cell.kind in _PEOPLE or cell.star is not None else number.readings[0])
    if value is None or (cell.period is None and (cell.column.previous or cell.label.previous)):
        return None
    made = Claim(ClaimKind.SHARE, NOWHERE, "", cell.subject, value, period=cell.period, group=cell.group)
    if cell.topic is Topic.PEKPPP:
        return _of_pekppp(number, cell, made)
    if cell.star is not None and cell.column.kind in (None, ClaimKind.PERCENT, ClaimKind.SUM, *_PEOPLE):
        return _of_star(number, cell, made)
    return _component(number, cell, made) or _by_kind(number, cell, made)


def _of_star(number: Number, cell: Cell, made: Claim) -> Claim | None:
    percent = number.percent or cell.column.kind is ClaimKind.PERCENT
    if not percent and number.whole is None:
        return None
    subject = f"{cell.star}" if made.subject is None else f"{made.subject}:{cell.star}"
    kind = ClaimKind.SHARE if percent else ClaimKind.STARS
    return replace(made, kind=kind, subject=subject, number=made.number if percent else number.whole)


def _by_kind(number: Number, cell: Cell, made: Claim) -> Claim | None:
    """Return the claim of a figure whose column or row names a kind."""
    kind = cell.kind
    if kind is None and made.subject is not None and not cell.column.most:
        implied = cell.column.index or cell.column.period or not cell.shape.heads
        kind = ClaimKind.INDEX if implied else None
    if kind in _PEOPLE:
        return _people(number, cell, made)
    match kind:
        case ClaimKind.SUM:
            return _sum(number, cell, made)
        case ClaimKind.PERCENT:
            made = replace(made, subject=made.subject or _only_index(cell))
            if made.subject is None:
                whole = cell.label.total and (cell.shape.by_group or cell.topic is Topic.PROFILE)
                return made if made.group is not None or whole else None
            return replace(made, kind=kind)
        case ClaimKind.INDEX | ClaimKind.CONVERTED:
            return _value(number, cell, made)
        case ClaimKind.ACHIEVEMENT if cell.topic is Topic.PREDICATE and not number.percent:
            return replace(made, kind=ClaimKind.POINTS) if made.subject else None
        case ClaimKind.WEIGHTED if made.subject is None:
            codes = [*cell.instrument.indices]
            return replace(made, kind=ClaimKind.INDEX, subject=codes[0], group=None) if len(codes) == 1 else None
        case ClaimKind.CHANGE:
            return replace(made, kind=kind, unit="persen" if number.percent else None)
        case ClaimKind.MINIMUM:
            return replace(made, kind=kind, subject=made.subject or cell.words or None)
        case None | ClaimKind.CATEGORY:
            return None
        case _:
            return replace(made, kind=kind)


def _people(number: Number, cell: Cell, made: Claim) -> Claim | None:
    kind = cell.kind or ClaimKind.RESPONDENTS
    if number.percent:
        return made if made.group is not None else None
    if number.whole is None:
        return None
    least = kind is ClaimKind.LEAST_RESPONDENTS
    return replace(made, kind=kind, number=number.whole, word=rule_named(cell.words) if least else None)


_RULES: Final = ("Krejcie", "Slovin", "Morgan", "Cochran", "Isaac")


def rule_named(text: str) -> str | None:
    """Return the rule of a sample's size that a text names."""
    return next((rule for rule in _RULES if rule.lower() in text.lower()), None)


def _sum(number: Number, cell: Cell, made: Claim) -> Claim | None:
    """Return what a column or row called ``Jumlah`` counts: people of a group, or the answers' sum."""
    if cell.shape.by_group or (cell.topic is Topic.PROFILE and made.subject is None):
        if number.percent:
            return made
        return replace(made, kind=ClaimKind.RESPONDENTS, number=number.whole) if number.whole else None
    if cell.shape.stars and cell.label.total and number.whole is not None:
        return replace(made, kind=ClaimKind.ANSWERS, number=number.whole)
    if made.subject is None or number.percent:
        return None
    whole = number.whole or made.number
    return replace(made, kind=ClaimKind.SUM, number=whole)


def _value(number: Number, cell: Cell, made: Claim) -> Claim | None:
    """Return what a value is of its subject: a percentage, points above the scale, a mean, an index."""
    instrument = cell.instrument
    subject = made.subject or _only_index(cell)
    value = made.number
    if subject is None or value is None:
        return None
    made = replace(made, subject=subject)
    if number.percent:
        return replace(made, kind=ClaimKind.PERCENT)
    if subject == COMBINED:
        return replace(made, kind=ClaimKind.COMBINED)
    above = value.value > instrument.rubric.scale.highest + 1
    if not above:
        return replace(made, kind=ClaimKind.ITEM_MEAN if subject in instrument.items else ClaimKind.INDEX)
    if value.value > _MOST:
        return None
    points = instrument.rubric.zi is not None and subject not in instrument.items
    return replace(made, kind=ClaimKind.POINTS if points else ClaimKind.CONVERTED)


def _only_index(cell: Cell) -> str | None:
    """Return the index of a row that names a value and no subject, where there can be but one."""
    if cell.label.kind not in (ClaimKind.INDEX, ClaimKind.CONVERTED, ClaimKind.CATEGORY):
        return None
    codes = [*cell.instrument.indices]
    return cell.table_index or (codes[0] if len(codes) == 1 and not cell.label.total else None)


def _component(number: Number, cell: Cell, made: Claim) -> Claim | None:
    """Return what a number says in a row of the result component: ``17,13 (3,91-97,86%)`` of 17,5."""
    instrument = cell.instrument
    performance = _PERFORMANCE.search(cell.words) is not None and cell.label.item is None
    component = None if performance else instrument.component_named(cell.words)
    of = _limit(cell)
    if instrument.rubric.zi is None or not (performance or component or (of and made.subject)):
        return None
    if cell.kind is ClaimKind.MINIMUM:
        subject = component.code if component else made.subject
        return replace(made, kind=ClaimKind.MINIMUM, subject=PERFORMANCE if performance else subject, group=None)
    subject = instrument.index_of_component(component) if component else made.subject
    if number.percent:
        subject = component.code if component else subject
        return replace(made, kind=ClaimKind.PERCENT, subject=PERFORMANCE if performance else subject, group=None)
    inside = number.before.rstrip().endswith("(") or (number.before.strip() in {"-", "–", "/"})
    points = any(column.kind is ClaimKind.POINTS for column in cell.shape.columns)
    if inside or (cell.column.kind is ClaimKind.INDEX and (points or instrument.index_named(cell.text))):
        return replace(made, kind=ClaimKind.INDEX, group=None)
    subject = PERFORMANCE if performance else subject
    return replace(made, kind=ClaimKind.COMPONENT, subject=subject, of=of, group=None) if subject else None


def _is_component(cell: Cell) -> bool:
    """Tell whether a row is of the result component, or of a part of it."""
    words = cell.words
    named = cell.instrument.component_named(words) or cell.instrument.index_named(words)
    return named is not None or _PERFORMANCE.search(words) is not None


def _limit(cell: Cell) -> Printed | None:
    """Return the most that a row's points can be, from its name or from a column of its own."""
    if maximum := _MAXIMUM.search(cell.words):
        return numbers_in(maximum[1])[0].value
    for place, column in enumerate(cell.shape.columns):
        numbers = numbers_in(cell.row[place]) if column.most else ()
        if numbers:
            return numbers[0].value
    return None


def _of_pekppp(number: Number, cell: Cell, made: Claim) -> Claim | None:
    """Return what a figure is of an aspect of PEKPPP; those of indicators and principles stay unread."""
    subject = _LISTED.sub("", cell.words) or None
    kinds = {ClaimKind.INDEX: ClaimKind.ASPECT, ClaimKind.POINTS: ClaimKind.ASPECT}
    kind = kinds.get(cell.column.kind or ClaimKind.SHARE, cell.column.kind)
    known = (ClaimKind.ASPECT, ClaimKind.WEIGHT, ClaimKind.WEIGHTED, ClaimKind.TARGET, ClaimKind.CONVERTED)
    if subject is None or kind not in known or (number.percent and kind is not ClaimKind.WEIGHT):
        return None
    return replace(made, kind=kind, subject=subject, group=None)


def category_of(cell: Cell) -> Claim | None:
    """Return the category, or the fulfilled condition, that a cell of words claims."""
    text = cell.text.strip()
    words = " ".join(text.lower().split())
    if cell.topic is Topic.PREDICATE and words in {"terpenuhi", "memenuhi", "tidak terpenuhi", "belum terpenuhi", "tidak memenuhi", "belum memenuhi"}:
        return Claim(ClaimKind.PREDICATE, NOWHERE, "", cell.words or None, word=words, period=cell.period)
    if ClaimKind.CATEGORY not in (cell.column.kind, cell.label.kind) or cell.shape.is_named_by(cell.place, text):
        return None
    if _CATEGORY.match(text) is None:
        return None
    subject = _LISTED.sub("", cell.words) if cell.topic is Topic.PEKPPP else cell.subject or _only_index(cell)
    if subject is None and len(cell.instrument.indices) == 1:
        subject = next(iter(cell.instrument.indices))
    return Claim(ClaimKind.CATEGORY, NOWHERE, "", subject, word=text, period=cell.period, group=cell.group)
