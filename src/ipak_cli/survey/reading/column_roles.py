"""What each column is for, told by its header: an item, a time, a profile, a person, a free text or else."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ipak_cli.base.text import normalise, spaced
from ipak_cli.survey.reading.choose_time_column import RowsBelow, TimeColumn, is_no_item, time_column
from ipak_cli.survey.reading.header import (
    AsksItem,
    BetweenItems,
    ItemNames,
    OwnWords,
    Role,
    find_item,
    find_profile,
    is_coded,
    own_words_of,
    role_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.tables.cell import Cell

_COUNTED: Final = re.compile(r"(?P<stem>.*\D|)(?P<number>\d{1,3})")
_BRACKETS: Final = re.compile(
    r"\s*\(\s*(?:(?:skala\s*)?\d\s*(?:[-–]|s/d|sampai)\s*\d|[A-Za-z]{0,2}[\s-]*0?(?P<code>\d{1,2}))\s*\)\s*$",
    re.IGNORECASE,
)
"""What may stand behind the number: the scale, or the item's code."""

_STEMS: Final = frozenset(
    {"unsur", "u", "p", "q", "x", "i", "pertanyaan", "question", "soal", "butir", "item", "indikator", "sq"}
    | {"tanya", "ke"}
)
"""The last word ahead of the number; other things that are counted, such as children, are no questions."""


@dataclass(slots=True)
class ColumnRoles:
    """What each column is for, left to right.

    ``near`` are items known by a header with a slip of the pen, ``coded`` columns known by a code alone, and
    ``between`` columns whose header lies between several items.
    """

    items: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    times: list[TimeColumn] = field(default_factory=list)
    profiles: dict[str, int] = field(default_factory=dict)
    persons: dict[str, int] = field(default_factory=dict)
    others: dict[str, int] = field(default_factory=dict)
    suggestions: list[int] = field(default_factory=list)
    identities: list[int] = field(default_factory=list)
    near: list[tuple[int, str]] = field(default_factory=list)
    between: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    coded: set[int] = field(default_factory=set)


def tell_apart(headers: Mapping[int, tuple[str, ...]], names: ItemNames, body: RowsBelow) -> ColumnRoles:
    """Tell what each column is for: by its header texts, the lowest first, then by its cells."""
    roles = ColumnRoles()
    for column, texts in headers.items():
        found = [asks for asks in (find_item(text, names) for text in texts) if asks]
        coded = any(is_coded(text, names) for text in texts)
        if found and (coded or not is_no_item(column, texts[0], body)):
            _take_item(roles, column, found)
            continue
        time = time_column(column, texts[0], body)
        roles.times += [time] if time else []
        if time is None or not time.named:
            _take_other(roles, column, texts[0], names)
    _free_further_questions(roles, headers, names)
    return roles


def _free_further_questions(
    roles: ColumnRoles, headers: Mapping[int, tuple[str, ...]], names: ItemNames
) -> None:
    """Take a header between items that all have columns of their own for a further question."""
    for column, codes in list(roles.between):
        if all(code in roles.items for code in codes):
            roles.between.remove((column, codes))
            _take_other(roles, column, headers[column][0], names)


def _take_item(roles: ColumnRoles, column: int, found: Sequence[AsksItem | BetweenItems]) -> None:
    sure = tuple(dict.fromkeys(asks.item for asks in found if isinstance(asks, AsksItem)))
    if len(sure) == 1:
        roles.items[sure[0]].append(column)
        if all(isinstance(asks, AsksItem) and asks.coded for asks in found):
            roles.coded.add(column)
        if all(isinstance(asks, BetweenItems) or asks.near for asks in found):
            roles.near.append((column, sure[0]))
    else:
        torn = sure or next(asks.items for asks in found if isinstance(asks, BetweenItems))
        roles.between.append((column, torn))


def take_what_is_left(roles: ColumnRoles, rubric: SurveyRubric) -> None:
    """Where codes may be swapped and a name has taken one of them, give a bare code what is left."""
    for codes in rubric.swapped:
        missing = [code for code in codes if code not in roles.items]
        for code in codes:
            found = roles.items.get(code, [])
            bare = [column for column in found if column in roles.coded]
            if len(missing) == len(bare) == len(found) - 1 == 1:
                found.remove(bare[0])
                roles.items[missing[0]].append(bare[0])
                roles.coded.remove(bare[0])


def _take_other(roles: ColumnRoles, column: int, text: str, names: ItemNames) -> None:
    profile = find_profile(text, names)
    if profile is not None and profile not in roles.profiles:
        roles.profiles[profile] = column
        return
    match own_words_of(text):
        case OwnWords.IDENTITY:
            roles.identities.append(column)
        case OwnWords.SUGGESTION:
            roles.suggestions.append(column)
        case None:
            pass
    match role_of(text):
        case Role.PERSON:
            roles.persons[text] = column
        case Role.OTHER:
            roles.others[text if text not in roles.others else f"{text} ({column})"] = column


def numbered_items(head: Sequence[Sequence[Cell]], rubric: SurveyRubric) -> Mapping[str, str]:
    """Return the item of each header that is a number, if a row counts as many questions as the rubric has.

    The headers are normalised; the first such row decides, and of several families in it all.
    """
    items = [item.code for item in rubric.items]
    for row in head:
        families: dict[str, dict[int, str]] = defaultdict(dict)
        for cell in row:
            if isinstance(cell, str) and (counted := _counted(cell)):
                families[counted["stem"]][int(counted["number"])] = normalise(spaced(cell))
        found = {
            header: items[number - 1]
            for stem, headers in families.items()
            if _asks(stem) and sorted(headers) == list(range(1, len(items) + 1))
            for number, header in headers.items()
        }
        if found:
            return found
    return {}


def _counted(header: str) -> re.Match[str] | None:
    """Part a header from its number; a code in brackets must be that number."""
    behind = _BRACKETS.search(header)
    counted = _COUNTED.fullmatch(normalise(spaced(header[: behind.start()] if behind else header)))
    same = not (counted and behind and behind["code"]) or int(behind["code"]) == int(counted["number"])
    return counted if same else None


def _asks(stem: str) -> bool:
    return stem.strip(" 0").rpartition(" ")[2] in _STEMS
