"""What each column is for, told by its header, and what is to be said of doubtful or missing ones."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Where
from ipak_cli.base.text import normalise, spaced
from ipak_cli.rubric import own_form
from ipak_cli.survey.reading.choose_time_column import RowsBelow, TimeColumn, is_no_item, time_column
from ipak_cli.survey.reading.header import (
    AsksItem,
    BetweenItems,
    ItemNames,
    OwnWords,
    find_item,
    find_own,
    find_profile,
    is_coded,
    is_person,
    own_words_of,
)
from ipak_cli.survey.reading.shown_cells import shortened
from ipak_cli.tables.cell import address

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ipak_cli.rubric.survey import Item, SurveyRubric
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
    """What each column below a header is for, left to right.

    ``row`` is the last of the header's rows, and ``headers`` the texts above each column, the lowest first.
    ``near`` are items known by a header with a slip of the pen, ``coded`` columns known by a code alone, and
    ``between`` columns whose header lies between several items. ``claimed`` are the columns that the office's
    settings name, by what they are for: nothing else is looked for there, nor elsewhere for the same.
    """

    rubric: SurveyRubric
    where: Where
    row: int
    headers: Mapping[int, tuple[str, ...]]
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
    claimed: dict[str, list[int]] = field(default_factory=dict)

    def at(self, column: int) -> Where:
        """Return the place of a column's header."""
        return Where(self.where.file, self.where.sheet, address(self.row, column))

    def item(self, code: str) -> Item:
        """Return the item of a code."""
        return next(item for item in self.rubric.items if item.code == code)

    def name_other(self, column: int) -> None:
        """Keep a column of which no more is known than its header."""
        text = self.headers[column][0]
        self.others[text if text not in self.others else f"{text} ({column})"] = column

    def named(self, code: str) -> str:
        """Return an item's code and the beginning of its sentence."""
        return f"{code} “{shortened(self.item(code).text)}”"


def tell_apart(roles: ColumnRoles, names: ItemNames, body: RowsBelow) -> None:
    """Tell what each column is for: by the office's own heads, its header texts, then by its cells."""
    own = {column: code for column, texts in roles.headers.items() if (code := _own_of(texts, names))}
    for column, code in own.items():
        _take_own(roles, column, code)
    for column, texts in roles.headers.items():
        if column in own:
            continue
        found = [asks for asks in (_unclaimed(find_item(text, names), roles) for text in texts) if asks]
        coded = any(is_coded(text, names) for text in texts)
        if found and (coded or not is_no_item(column, texts[0], body)):
            _take_item(roles, column, found)
            continue
        time = time_column(column, texts[0], body)
        roles.times += [time] if time else []
        if time is None or not time.named:
            _take_other(roles, column, texts[0], names)
    _free_further_questions(roles, names)
    _take_what_is_left(roles)


def _own_of(texts: Sequence[str], names: ItemNames) -> str | None:
    return next((code for text in texts if (code := find_own(text, names))), None)


def _take_own(roles: ColumnRoles, column: int, code: str) -> None:
    """Take a column for what the office's settings say."""
    roles.claimed.setdefault(code, []).append(column)
    match code:
        case own_form.TIME:
            return
        case own_form.IDENTITY:
            roles.identities.append(column)
            roles.persons[roles.headers[column][0]] = column
            return
        case own_form.SUGGESTION:
            roles.suggestions.append(column)
        case own_form.IGNORE:
            pass
        case _ if code in {profile.code for profile in roles.rubric.profiles}:
            roles.profiles.setdefault(code, column)
            return
        case _:
            roles.items[code].append(column)
            return
    roles.name_other(column)


def _unclaimed(asks: AsksItem | BetweenItems | None, roles: ColumnRoles) -> AsksItem | BetweenItems | None:
    """Leave out of what a header asks the items that have a column by the office's settings."""
    match asks:
        case AsksItem(item) if item in roles.claimed:
            return None
        case BetweenItems(items) if not roles.claimed.keys().isdisjoint(items):
            left = tuple(item for item in items if item not in roles.claimed)
            return BetweenItems(left) if len(left) > 1 else AsksItem(left[0], near=True) if left else None
        case _:
            return asks


def _free_further_questions(roles: ColumnRoles, names: ItemNames) -> None:
    """Take a header between items that all have columns of their own for a further question."""
    for column, codes in list(roles.between):
        if all(code in roles.items for code in codes):
            roles.between.remove((column, codes))
            _take_other(roles, column, roles.headers[column][0], names)


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


def _take_what_is_left(roles: ColumnRoles) -> None:
    """Where codes may be swapped and a name has taken one of them, give a bare code what is left."""
    for codes in roles.rubric.swapped:
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
        case OwnWords.SUGGESTION if own_form.SUGGESTION not in roles.claimed:
            roles.suggestions.append(column)
        case _:
            pass
    if is_person(text):
        roles.persons[text] = column
    else:
        roles.name_other(column)


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
