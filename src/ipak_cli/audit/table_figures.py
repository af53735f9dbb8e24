"""What one figure of a table claims, by the labels of its column and its row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.cell import NOWHERE
from ipak_cli.audit.claim import Claim, ClaimKind
from ipak_cli.audit.instrument import COMBINED
from ipak_cli.audit.people_words import rule_named
from ipak_cli.audit.table_components import aspect_of, component_of, is_component
from ipak_cli.audit.topic import Topic

if TYPE_CHECKING:
    from ipak_cli.audit.cell import Cell
    from ipak_cli.audit.number_words import Number

MAXIMUM: Final = "maximum"
"""What a figure is that is no claim: the most that another can be."""
ANSWER: Final = "answer"
"""What a figure is that one respondent answered."""
_PEOPLE: Final = (ClaimKind.RESPONDENTS, ClaimKind.VISITORS, ClaimKind.LEAST_RESPONDENTS, ClaimKind.ANSWERS)
_MOST: Final = 100


def claim_of(number: Number, cell: Cell) -> Claim | str | None:
    """Return what a number claims, ``None`` where it is unclear.

    ``MAXIMUM`` is one that limits another, ``ANSWER`` one that a single respondent gave.
    """
    if cell.topic is Topic.QUALITY:
        return None
    if cell.is_band:
        return MAXIMUM
    if cell.is_answer:
        return ANSWER
    if cell.column.most:
        return MAXIMUM if cell.instrument.rubric.zi is not None and is_component(cell) else None
    if cell.label.most and cell.label.item is None and cell.label.index is None:
        return None
    value = number.value or (
        number.whole if cell.kind in _PEOPLE or cell.star is not None else number.readings[0]
    )
    if value is None or (cell.period is None and (cell.column.previous or cell.label.previous)):
        return None
    made = Claim(ClaimKind.SHARE, NOWHERE, "", cell.subject, value, period=cell.period, group=cell.group)
    if cell.topic is Topic.PEKPPP:
        return aspect_of(number, cell, made)
    if cell.star is not None and cell.column.kind in (None, ClaimKind.PERCENT, ClaimKind.SUM, *_PEOPLE):
        return _of_star(number, cell, made)
    return component_of(number, cell, made) or _by_kind(number, cell, made)


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
        exact = bool(number.readings[0].places)
        of_items = cell.column.item is not None and exact and (cell.is_across_items or cell.label.index)
        implied = cell.column.index or cell.column.period or of_items or not cell.shape.heads
        kind = ClaimKind.INDEX if implied else None
    if kind in _PEOPLE:
        return _people(number, cell, made)
    readers = {
        ClaimKind.SUM: _sum,
        ClaimKind.PERCENT: _percent,
        ClaimKind.INDEX: _value,
        ClaimKind.CONVERTED: _value,
    }
    if kind in readers:
        return readers[kind](number, cell, made)
    match kind:
        case ClaimKind.ACHIEVEMENT if cell.topic is Topic.PREDICATE and not number.percent:
            return replace(made, kind=ClaimKind.POINTS) if made.subject else None
        case ClaimKind.WEIGHTED if made.subject is None or made.subject in cell.instrument.indices:
            codes = [*cell.instrument.indices]  # the weighted means of all elements add up to the index
            subject = made.subject or (codes[0] if len(codes) == 1 else None)
            return _value(number, cell, replace(made, subject=subject, group=None)) if subject else None
        case ClaimKind.CHANGE:
            return replace(made, kind=kind, unit="persen" if number.percent else None)
        case ClaimKind.MINIMUM:
            return replace(made, kind=kind, subject=made.subject or cell.words or None)
        case None | ClaimKind.CATEGORY:
            return None
        case _ if cell.label.kind in _PEOPLE:
            return replace(made, kind=kind, subject=cell.label.kind, group=None)
        case _:
            return replace(made, kind=kind, subject=made.subject or cell.only_index)


def _percent(number: Number, cell: Cell, made: Claim) -> Claim | None:
    """Return what a percentage is of: of an index or item, else the share of a group of respondents."""
    del number
    subject = made.subject or cell.only_index
    if subject is not None:
        return replace(made, kind=ClaimKind.PERCENT, subject=subject)
    whole = cell.label.total and (cell.shape.by_group or cell.topic is Topic.PROFILE)
    return made if made.group is not None or whole else None


def _people(number: Number, cell: Cell, made: Claim) -> Claim | None:
    kind = cell.kind or ClaimKind.RESPONDENTS
    if number.percent:
        return made if made.group is not None else None
    if number.whole is None:
        return None
    rule = rule_named(f"{cell.words} {cell.shape.head_texts[cell.place]}")
    least = kind is ClaimKind.LEAST_RESPONDENTS
    return replace(made, kind=kind, number=number.whole, word=rule if least else None)


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
    if number.whole is not None and any(column.star is not None for column in cell.shape.columns):
        return replace(made, kind=ClaimKind.ANSWERS, number=number.whole)
    whole = number.whole or made.number
    return replace(made, kind=ClaimKind.SUM, number=whole)


def _value(number: Number, cell: Cell, made: Claim) -> Claim | None:
    """Return what a value is of its subject: a percentage, points above the scale, a mean, an index."""
    instrument = cell.instrument
    subject = made.subject or cell.only_index
    value = made.number
    if subject is None or value is None or value.value < instrument.rubric.scale.lowest:
        return None
    made = replace(made, subject=subject)
    if number.percent:
        return replace(made, kind=ClaimKind.PERCENT)
    if subject == COMBINED:
        return replace(made, kind=ClaimKind.COMBINED)
    above = value.value > instrument.rubric.scale.highest + 1
    if not above:
        return replace(made, kind=ClaimKind.ITEM_MEAN if subject in instrument.items else ClaimKind.INDEX)
    if not instrument.lowest_converted <= value.value <= _MOST and instrument.rubric.zi is None:
        return None
    if value.value > _MOST:
        return None
    if instrument.rubric.zi is not None and subject not in instrument.items:
        most = sum(component.points for component in instrument.rubric.zi.components)
        converted = value.value > most or ClaimKind.CONVERTED in {cell.column.kind, cell.label.kind}
        return replace(made, kind=ClaimKind.CONVERTED if converted else ClaimKind.POINTS)
    if not value.places and cell.label.kind is not ClaimKind.CONVERTED:
        return None  # a whole number may be a sum, whose head lost its first word
    return replace(made, kind=ClaimKind.CONVERTED)
