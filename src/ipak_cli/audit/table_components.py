"""What a table's rows of the Zona Integritas result, of PEKPPP and of categories claim."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.cell import NOWHERE, PERFORMANCE
from ipak_cli.audit.claim import Claim, ClaimKind
from ipak_cli.audit.number_words import numbers_in
from ipak_cli.audit.topic import Topic

if TYPE_CHECKING:
    from ipak_cli.audit.cell import Cell
    from ipak_cli.audit.number_words import Number
    from ipak_cli.base.printed import Printed

_PERFORMANCE: Final = re.compile(r"(?i)capaian\s+kinerja")
_MAXIMUM: Final = re.compile(r"\((\d+(?:[.,]\d+)?)\)")
_LISTED: Final = re.compile(r"^(?:[a-z]{1,2}[.)]|[-–•])\s+")
_CATEGORY: Final = re.compile(
    r"(?i)[A-D]\b\s*(?:(?:[(/–-]|atau\b).*)?|(?:(?:sangat|kurang|tidak|cukup)\s+)?(?:baik|prima|memuaskan)"
)
_OF_PEKPPP: Final = re.compile(
    r"(?i)[A-F]-?\s*(?:[(/–].*)?|pelayanan\s+prima|(?:baik|cukup)\s+dengan\s+catatan|(?:sangat\s+)?(?:baik|buruk)"
    r"|cukup|gagal"
)
_VALUE: Final = re.compile(
    r"(?i)\d+[.,]\d+\s*(?:\(\s*)?(?:(?:mutu|kategori|predikat|kinerja)\s+)?(?P<word>[a-z][^()]*)\)?"
)
"""A value with its category in one cell: ``84,50 (B atau Baik)``."""
_HIGHEST_LEVEL: Final = 5
_FULFILLED: Final = (
    "terpenuhi", "memenuhi", "tidak terpenuhi", "belum terpenuhi", "tidak memenuhi", "belum memenuhi",
)  # fmt: skip
_OF_COMPONENTS: Final = (
    None, ClaimKind.INDEX, ClaimKind.POINTS, ClaimKind.SUM, ClaimKind.PERCENT, ClaimKind.MINIMUM,
    ClaimKind.ACHIEVEMENT,
)  # fmt: skip
"""Heads under which the points of a component can stand."""


def component_of(number: Number, cell: Cell, made: Claim) -> Claim | None:
    """Return what a number says in a row of the result component: ``17,13 (3,91-97,86%)`` of 17,5."""
    instrument = cell.instrument
    performance = _PERFORMANCE.search(cell.words) is not None and cell.label.item is None
    component = None if performance else instrument.component_named(cell.words)
    of = _limit(cell)
    if instrument.rubric.zi is None or not (performance or component or (of and made.subject)):
        return None
    if cell.column.kind not in _OF_COMPONENTS:
        return None
    made = replace(made, group=None, subject=PERFORMANCE if performance else made.subject)
    if cell.kind is ClaimKind.MINIMUM:
        return replace(made, kind=ClaimKind.MINIMUM, subject=component.code if component else made.subject)
    subject = instrument.index_of_component(component) if component else made.subject
    if number.percent or cell.column.kind is ClaimKind.PERCENT:
        return replace(made, kind=ClaimKind.PERCENT, subject=component.code if component else subject)
    inside = number.before.rstrip().endswith("(") or (number.before.strip() in {"-", "–", "/"})
    points = any(column.kind is ClaimKind.POINTS for column in cell.shape.columns)
    if inside or (cell.column.kind is ClaimKind.INDEX and (points or instrument.index_named(cell.text))):
        return replace(made, kind=ClaimKind.INDEX)
    return replace(made, kind=ClaimKind.COMPONENT, subject=subject, of=of) if subject else None


def is_component(cell: Cell) -> bool:
    """Tell whether a row is of the result component, or of a part of it."""
    words = cell.words
    named = cell.instrument.component_named(words) or cell.instrument.index_named(words)
    return named is not None or _PERFORMANCE.search(words) is not None


def _limit(cell: Cell) -> Printed | None:
    """Return the most that a row's points can be, from its name or from a column of its own."""
    if maximum := _MAXIMUM.search(cell.words):
        return numbers_in(maximum[1])[0].value
    zi = cell.instrument.rubric.zi
    known = {each.points for whole in zi.components for each in (whole, *whole.parts)} if zi else set()
    for place, column in enumerate(cell.shape.columns):
        limits = column.most or column.kind is ClaimKind.WEIGHT
        numbers = numbers_in(cell.row[place]) if limits else ()
        value = numbers[0].value if numbers else None
        if value is not None and (column.most or value.value in known):
            return value
    return None


def aspect_of(number: Number, cell: Cell, made: Claim) -> Claim | None:
    """Return what a figure is of an aspect of PEKPPP; those of indicators and principles stay unread."""
    subject = _LISTED.sub("", cell.words) or None
    if cell.label.total and cell.column.kind is ClaimKind.WEIGHTED and made.number is not None:
        of_all = made.number.value <= _HIGHEST_LEVEL  # else of points of 100, or a sum of weights
        return replace(made, kind=ClaimKind.ASPECT, subject="F-02", group=None) if of_all else None
    kinds = {ClaimKind.INDEX: ClaimKind.ASPECT, ClaimKind.POINTS: ClaimKind.ASPECT}
    kind = kinds.get(cell.column.kind or ClaimKind.SHARE, cell.column.kind)
    known = (ClaimKind.ASPECT, ClaimKind.WEIGHT, ClaimKind.WEIGHTED, ClaimKind.TARGET, ClaimKind.CONVERTED)
    if subject is None or kind not in known or (number.percent and kind is not ClaimKind.WEIGHT):
        return None
    subject = cell.instrument.aspect_named(subject) or subject
    return replace(made, kind=kind, subject=subject, group=None)


def category_of(cell: Cell) -> Claim | None:
    """Return the category, or the fulfilled condition, that a cell of words claims."""
    text = cell.text.strip()
    words = " ".join(text.lower().split())
    if cell.topic is Topic.PREDICATE and words in _FULFILLED:
        return Claim(ClaimKind.PREDICATE, NOWHERE, "", cell.words or None, word=words, period=cell.period)
    by_row = cell.label.kind is ClaimKind.CATEGORY and cell.place != cell.shape.first
    valued = _VALUE.fullmatch(text)
    text = valued["word"].strip() if valued else text
    if cell.is_band or not (by_row or valued or cell.column.kind is ClaimKind.CATEGORY):
        return None
    if (_OF_PEKPPP if cell.topic is Topic.PEKPPP else _CATEGORY).fullmatch(text) is None:
        return None
    subject = _LISTED.sub("", cell.words) if cell.topic is Topic.PEKPPP else cell.subject or cell.only_index
    if subject is None and cell.group is not None and len(cell.instrument.indices) == 1:
        subject = next(iter(cell.instrument.indices))
    if subject is None:
        return None
    return Claim(ClaimKind.CATEGORY, NOWHERE, "", subject, word=text, period=cell.period, group=cell.group)
