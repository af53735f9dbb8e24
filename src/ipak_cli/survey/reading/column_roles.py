"""What each column is for, told by its header, and what is to be said of doubtful or missing ones."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, Where, problem
from ipak_cli.base.text import normalise, spaced
from ipak_cli.catalogue.survey import (
    COLUMN_AND_HEADER,
    HEADER_ALMOST_MATCHES,
    HEADER_AMBIGUOUS,
    HEADER_MISSING,
    ITEM_IN_SEVERAL_COLUMNS,
    ITEM_WITHOUT_COLUMN,
    ITEMS_KNOWN_BY_NUMBER,
    NO_COLUMN_LEFT,
    TIME_COLUMN_FROM_CONTENT,
    TIME_COLUMN_UNCERTAIN,
)
from ipak_cli.rubric.own_form import IGNORE, NO_OWN_HEADS, SUGGESTION, OwnHeads
from ipak_cli.survey.reading.choose_time_column import RowsBelow, TimeColumn, is_no_item, time_column
from ipak_cli.survey.reading.header import (
    AsksItem,
    BetweenItems,
    ItemNames,
    OwnWords,
    find_item,
    find_profile,
    is_coded,
    is_person,
    is_running_number,
    own_words_of,
)
from ipak_cli.survey.reading.own_columns import take_own_columns, unclaimed
from ipak_cli.survey.reading.shown_cells import SHORT_HEADER, short_header, shortened
from ipak_cli.tables.cell import AS_IT_STANDS, Addresses

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ipak_cli.base.message import Message
    from ipak_cli.rubric.survey import Item, SurveyRubric
    from ipak_cli.survey.reading.choose_time_column import ChosenTime

_LONGEST_HEADER: Final = 108
"""Letters of a header that a message shows where two begin alike; a list's part may have 120."""


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
    addresses: Addresses = AS_IT_STANDS

    def at(self, column: int) -> Where:
        """Return the place of a column's header."""
        return Where(self.where.file, self.where.sheet, self.cell(column))

    def cell(self, column: int) -> str:
        """Return the address of a column's header."""
        return self.addresses.cell(self.row, column)

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
    own = take_own_columns(roles, names) if names.own else frozenset()
    for column, texts in roles.headers.items():
        if column in own:
            continue
        found = [asks for asks in (find_item(text, names) for text in texts) if asks]
        found = unclaimed(found, roles) if own else found
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
        case OwnWords.SUGGESTION if SUGGESTION not in roles.claimed:
            roles.suggestions.append(column)
        case _:
            pass
    if is_person(text):
        roles.persons[text] = column
    else:
        roles.name_other(column)


def header_problems(roles: ColumnRoles, own: OwnHeads = NO_OWN_HEADS) -> Iterable[Problem]:
    """Yield what is wrong with the header: items without a column, in two, or between two.

    Of items that the settings name with heads (``own``) it is told elsewhere that none of these is there.
    """
    torn = {code for _, codes in roles.between for code in codes}
    for column, codes in roles.between:
        yield problem(
            HEADER_AMBIGUOUS,
            roles.at(column),
            header=short_header(roles.headers[column][0]),
            candidates=tuple(roles.named(code) for code in codes),
        )
    for code, found in roles.items.items():
        if len(found) > 1:
            yield problem(
                ITEM_IN_SEVERAL_COLUMNS,
                roles.at(found[1]),
                code=code,
                text=shortened(roles.item(code).text),
                cells=tuple(roles.cell(column) for column in found),
            )
    told = torn | own.written.keys()
    missing = [item for item in roles.rubric.items if item.code not in roles.items and item.code not in told]
    if missing:
        yield problem(
            ITEM_WITHOUT_COLUMN,
            Where(roles.where.file, roles.where.sheet),
            items=tuple(roles.named(item.code) for item in missing),
            left_over=_left_over(roles),
            name=roles.where.file or "FILE",
        )
    for column, code in roles.near:
        yield problem(
            HEADER_ALMOST_MATCHES, roles.at(column), header=short_header(roles.headers[column][0]), code=code
        )


def number_problems(counted: Mapping[str, str], roles: ColumnRoles) -> Iterable[Problem]:
    """Say once that items were told by nothing but the number of their header."""
    told = (
        (column, text)
        for found in roles.items.values()
        for column in found
        for text in roles.headers[column]
        if normalise(spaced(text)) in counted
    )
    meant = tuple(roles.named(item.code) for item in roles.rubric.items)
    for column, text in islice(told, 1):
        yield problem(ITEMS_KNOWN_BY_NUMBER, roles.at(column), header=short_header(text), meant=meant)


def _left_over(roles: ColumnRoles) -> tuple[Message, ...]:
    """Name the columns that might be an item's, in full where two begin alike."""
    free = (pair for pair in roles.others.items() if pair[1] not in roles.claimed.get(IGNORE, ()))
    texts = {column: text for text, column in free if not is_running_number(text)}
    several = len({short_header(text) for text in texts.values()}) < len(texts)
    longest = _LONGEST_HEADER if several else SHORT_HEADER
    shown = (
        COLUMN_AND_HEADER(cell=roles.cell(column), header=short_header(text, longest))
        for column, text in texts.items()
    )
    return tuple(shown) or (NO_COLUMN_LEFT(),)


def time_problems(chosen: ChosenTime, roles: ColumnRoles) -> Iterable[Problem]:
    """Say which column was taken for the time by what it holds, or which ones could be."""
    cells = tuple(
        COLUMN_AND_HEADER(cell=roles.cell(column), header=_header(column, roles))
        for column in chosen.by_content
    )
    if chosen.column is None and cells:
        yield problem(TIME_COLUMN_UNCERTAIN, roles.at(chosen.by_content[0]), cells=cells)
    elif cells:
        yield problem(TIME_COLUMN_FROM_CONTENT, roles.at(chosen.by_content[0]), cell=cells[0])


def _header(column: int, roles: ColumnRoles) -> str | Message:
    return short_header(roles.headers[column][0]) if column in roles.headers else HEADER_MISSING()
