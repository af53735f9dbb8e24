"""The columns that an office's settings name: the time among them, and the heads that a file lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Where, problem
from ipak_cli.base.text import nearest, normalise
from ipak_cli.catalogue.survey import (
    COLUMN_AND_HEADER,
    HEAD_MOST_LIKE,
    HEADER_MISSING,
    NO_HEAD_LIKE,
    OWN_HEAD_MISSING,
    OWN_HEAD_NOT_THERE,
    OWN_HEAD_REPLACED,
    OWN_HEAD_TWICE,
    OWN_HEADS_REPLACED,
    QUOTED,
)
from ipak_cli.rubric.own_form import IDENTITY, IGNORE, SUGGESTION, TIME
from ipak_cli.survey.reading.choose_time_column import ChosenTime
from ipak_cli.survey.reading.header import AsksItem, BetweenItems, find_own
from ipak_cli.survey.reading.shown_cells import short_header
from ipak_cli.survey.reading.time_headers import offset_named

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from ipak_cli.base.message import Message
    from ipak_cli.base.problem import Problem
    from ipak_cli.rubric.own_form import OwnHeads
    from ipak_cli.survey.reading.column_roles import ColumnRoles
    from ipak_cli.survey.reading.header import ItemNames

_SEVERAL: Final = 2
"""Items found by other heads from which a file is told of once: it has another form."""
_ALIKE: Final = 60
"""Percent from which a head may be the one that is meant."""


def take_own_columns(roles: ColumnRoles, names: ItemNames) -> frozenset[int]:
    """Take the columns whose heads the office's settings name for what they say; return them."""
    for column, texts in roles.headers.items():
        if code := next((code for text in texts if (code := find_own(text, names))), None):
            _take(roles, column, code)
    return frozenset(column for columns in roles.claimed.values() for column in columns)


def _take(roles: ColumnRoles, column: int, code: str) -> None:
    roles.claimed.setdefault(code, []).append(column)
    if code == TIME:
        return
    if code == IDENTITY:
        roles.identities.append(column)
        roles.persons[roles.headers[column][0]] = column
    elif code in (SUGGESTION, IGNORE):
        roles.suggestions += [column] if code == SUGGESTION else []
        roles.name_other(column)
    elif any(code == profile.code for profile in roles.rubric.profiles):
        roles.profiles.setdefault(code, column)
    else:
        roles.items[code].append(column)


def unclaimed(found: Sequence[AsksItem | BetweenItems], roles: ColumnRoles) -> list[AsksItem | BetweenItems]:
    """Leave out of what a header asks the items that have a column by the office's settings."""
    return [left for asks in found if (left := _left(asks, roles.claimed)) is not None]


def _left(asks: AsksItem | BetweenItems, claimed: Container[str]) -> AsksItem | BetweenItems | None:
    if isinstance(asks, AsksItem):
        return None if asks.item in claimed else asks
    items = tuple(item for item in asks.items if item not in claimed)
    if len(items) == len(asks.items):
        return asks
    return BetweenItems(items) if len(items) > 1 else AsksItem(items[0], near=True) if items else None


def own_time(roles: ColumnRoles) -> ChosenTime | None:
    """Return the column that the settings name for the time, if the sheet has it."""
    found = roles.claimed.get(TIME)
    return ChosenTime(found[0], offset_named(roles.headers[found[0]][0])) if found else None


def own_problems(own: OwnHeads, roles: ColumnRoles, time: ChosenTime) -> Iterator[Problem]:
    """Yield the heads of the settings that no column has, and those of which there may be one and are two."""
    items = {item.code for item in roles.rubric.items}
    profiles = {profile.code for profile in roles.rubric.profiles}
    where = Where(roles.where.file, roles.where.sheet)
    replaced: list[tuple[str, int, Problem]] = []
    for code, heads in own.written.items():
        found = roles.claimed.get(code, [])
        if len(found) > 1 and code in profiles | {TIME}:
            cells = tuple(_column(column, roles) for column in found)
            yield problem(OWN_HEAD_TWICE, roles.at(found[1]), code=code, cells=cells)
        for missing in _missing(code, heads, roles):
            quoted, near = tuple(QUOTED(text=head) for head in missing), _most_like(missing, roles)
            told: dict[str, object] = {"code": code, "heads": quoted, "near": near}
            instead = _found_otherwise(code, roles, time)
            if instead is not None:
                found_so = problem(OWN_HEAD_REPLACED, roles.at(instead), **told, cell=_column(instead, roles))
                replaced.append((code, instead, found_so))
            else:
                yield problem(OWN_HEAD_MISSING if code in items else OWN_HEAD_NOT_THERE, where, **told)
    if sum(code in items for code, _, _ in replaced) < _SEVERAL:
        yield from (told_alone for _, _, told_alone in replaced)
    else:
        places = tuple(roles.cell(column) for _, column, _ in replaced)
        codes = tuple(code for code, _, _ in replaced)
        yield problem(OWN_HEADS_REPLACED, roles.at(replaced[0][1]), codes=codes, cells=places)


def _missing(code: str, heads: tuple[str, ...], roles: ColumnRoles) -> list[tuple[str, ...]]:
    """Return the heads to be told of: any one of a code's is enough, of those to be ignored each is meant."""
    if code != IGNORE:
        return [] if code in roles.claimed else [heads]
    there = {normalise(text) for column in roles.claimed.get(code, ()) for text in roles.headers[column]}
    absent = tuple(head for head in heads if normalise(head) not in there)
    return [absent] if absent else []


def _found_otherwise(code: str, roles: ColumnRoles, time: ChosenTime) -> int | None:
    """Return the column that the reader found itself for what the settings name with other heads."""
    if code == TIME:
        return time.column
    if code in roles.profiles:
        return roles.profiles[code]
    return roles.items[code][0] if roles.items.get(code) else None


def _most_like(heads: tuple[str, ...], roles: ColumnRoles) -> Message:
    """Name the header that is most like one of the heads, among those that the settings do not name."""
    named = {column for columns in roles.claimed.values() for column in columns}
    free = {normalise(texts[0]): column for column, texts in roles.headers.items() if column not in named}
    for head in heads:
        if (near := nearest(normalise(head), list(free), _ALIKE)) is not None:
            return HEAD_MOST_LIKE(
                cell=roles.cell(free[near]), header=short_header(roles.headers[free[near]][0])
            )
    return NO_HEAD_LIKE()


def _column(column: int, roles: ColumnRoles) -> Message:
    header = short_header(roles.headers[column][0]) if column in roles.headers else HEADER_MISSING()
    return COLUMN_AND_HEADER(cell=roles.cell(column), header=header)
