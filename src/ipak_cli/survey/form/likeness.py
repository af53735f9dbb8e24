"""How much the heads of a form are like the items of a known instrument, and which head asks which item."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from ipak_cli.base.text import normalise, spaced
from ipak_cli.survey.reading.header import AsksItem, ItemNames, find_item
from ipak_cli.survey.reading.numbered_headers import numbered_items

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.form.columns import FormColumn

_ALIKE: Final = 75
"""How alike (0 to 100) the words of a head and of an item's name must be to be proposed."""
_NAMED: Final = 101
"""Stands above every likeness: the head has a name or a code of the item."""
_PARTED: Final = re.compile(
    r"\s*(?P<letters>[A-Za-z]{1,3})[\s.-]*0*(?P<number>[1-9]\d?)\s?[.-]?\s?(?P<part>[A-Ja-j])(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Matches:
    """The column of each item's code; ``named`` where every head has a name of its item, not one like it."""

    columns: Mapping[str, FormColumn]
    named: bool


def likeness(items: Sequence[FormColumn], rubric: SurveyRubric) -> float:
    """Return the part of a rubric's items that the columns seem to ask; none of another number of items."""
    leads = [group[0] for group in together(items)]
    if len(leads) != len(rubric.items):
        return 0
    return len(matched(leads, rubric).columns) / len(rubric.items)


def matched(columns: Sequence[FormColumn], rubric: SurveyRubric) -> Matches:
    """Find the column that seems to ask each item, as far as one seems to: each column one item."""
    names = ItemNames.of(rubric)
    counted = numbered_items([[column.head for column in columns]], rubric)
    if len(counted) == len(columns) == len(rubric.items):
        return Matches({counted[normalise(spaced(column.head))]: column for column in columns}, named=False)
    scores: list[tuple[float, int, str]] = []
    for place, column in enumerate(columns):
        for head in column.heads:
            asked = find_item(head, names)
            if isinstance(asked, AsksItem):
                scores.append((_NAMED, -place, asked.item))
            plain = normalise(spaced(head))
            scores += [
                (fuzz.token_set_ratio(plain, name), -place, code) for name, code in names.items.items()
            ]
            scores += [
                (fuzz.token_set_ratio(plain, normalise(item.element)), -place, item.code)
                for item in rubric.items
                if item.element
            ]
    found: dict[str, FormColumn] = {}
    named = True
    for score, place, code in sorted(scores, reverse=True):
        column = columns[-place]
        if score >= _ALIKE and code not in found and column not in found.values():
            found[code] = column
            named = named and score == _NAMED
    return Matches(found, named)


def together(columns: Sequence[FormColumn]) -> list[list[FormColumn]]:
    """Join columns side by side whose codes are one with letters, from a on: ``U1a``, ``U1b``."""
    groups: list[list[FormColumn]] = []
    for column, code in ((column, part_of(column)) for column in columns):
        last = groups[-1] if groups else []
        before = part_of(last[0]) if last else None
        follows = code and before and code == (before[0], chr(ord("a") + len(last)))
        if follows and before and before[1] == "a" and column.number == last[-1].number + 1:
            last.append(column)
        else:
            groups.append([column])
    return groups


def part_of(column: FormColumn) -> tuple[str, str] | None:
    """Return the code and the small letter of a head such as ``U1a Syarat jelas``, where it has both."""
    match = next((match for head in column.heads if (match := _PARTED.match(head))), None)
    return None if match is None else (f"{match['letters'].upper()}{match['number']}", match["part"].lower())
