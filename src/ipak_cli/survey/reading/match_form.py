"""A sheet beside the office's own form, or one of another time: an older quarter's, for example."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipak_cli.rubric.own_form import asked_of
from ipak_cli.rubric.survey import item_code
from ipak_cli.survey.reading.sheet_layout import match_layout
from ipak_cli.survey.reading.words import words_of
from ipak_cli.tables.cell import AS_IT_STANDS, Addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipak_cli.base.problem import Where
    from ipak_cli.rubric.own_form import OwnForm
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.reading.sheet_layout import Match, Rows
    from ipak_cli.survey.reading.words import Words


def match_form(head: Rows, form: OwnForm, where: Where, addresses: Addresses = AS_IT_STANDS) -> Match:
    """Match a sheet as :func:`match_layout` does, item by item with the form that it has.

    Settings may make an item the mean of several columns. A sheet that has the head of none of them, but one
    that asks the item itself, is read by that: the match's ``asked`` has the item as one column.
    """
    match = match_layout(head, form.asked, where, form.heads, addresses)
    joining = form.heads.of_items_together - set(map(item_code, match.claimed))
    while joining:
        asked = asked_of(form.rubric, joining)
        single = match_layout(head, asked, where, form.heads.joining(joining), addresses)
        there = joining.intersection(single.layout.items if single.layout else ())
        if there == joining:
            return replace(single, found=_columns(single, form.asked), asked=asked)
        joining = there
    return match


def _columns(match: Match, whole: SurveyRubric) -> int:
    """Return how many of the columns of the settings' form a sheet speaks for, to compare it with others."""
    found = set(match.layout.items if match.layout else ())
    return sum(item.code in found or item_code(item.code) in found for item in whole.items)


def words_for(match: Match, form: OwnForm) -> tuple[Words, ...]:
    """Return the words of each item that a sheet asks.

    In a sheet that has none of the heads which the settings name for items, words to which they give another
    value than the rubric are not read: nobody knows which of the two its form meant.
    """
    asked = match.asked or form.asked
    words = tuple(words_of(asked.scale, item) for item in asked.items)
    items = {item.code for item in form.asked.items}
    named = items.intersection(form.heads.written)
    if form.plain is None or not named or not named.isdisjoint(match.claimed):
        return words
    before = {item.code: words_of(form.plain.scale, item) for item in form.plain.items}
    return tuple(replace(each, turned=dict(_turned(each, before[item_code(each.item)]))) for each in words)


def _turned(now: Words, before: Words) -> Iterator[tuple[str, int]]:
    for word, value in before.values.items():
        if now.values.get(word, value) != value:
            yield word, value
