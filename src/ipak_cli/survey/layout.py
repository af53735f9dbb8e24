"""Where a sheet's header is, and which column holds which item, the time, each profile and the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from ipak_cli.cells import Cell, address
from ipak_cli.names import normalise, spaced
from ipak_cli.period import Quarter, find_quarter
from ipak_cli.problems import Problem, Where, problem
from ipak_cli.survey.headers import (
    Asks,
    Names,
    OwnWords,
    Role,
    Torn,
    find_item,
    find_profile,
    is_coded,
    is_running_number,
    own_words_of,
    role_of,
)
from ipak_cli.survey.numbered import numbered_items
from ipak_cli.survey.time_choice import (
    Body,
    Choice,
    TimeColumn,
    choose_time,
    is_no_item,
    time_column,
    unnamed_times,
)

if TYPE_CHECKING:
    from ipak_cli.rubric.models import Item, SurveyRubric

Rows = Sequence[Sequence[Cell]]
WIDEST: Final = 1_000
"""Columns among which items are looked for; no survey has nearly as many."""
_SHORT: Final = 48
_LONGEST_HEADER: Final = 108
"""Letters of a header that a message shows where two begin alike; a list's part may have 120."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a response sheet, counted from 1 as in the sheet.

    ``header_rows`` are the first and last row of the header; ``suggestions`` ask for free text,
    ``identities`` for a name or an e-mail address; ``named_period`` is the quarter that a title names;
    ``time_offset`` is that of the zone which the time's header names.
    """

    header_rows: tuple[int, int]
    items: Mapping[str, int]
    time: int | None
    profiles: Mapping[str, int]
    persons: Mapping[str, int]
    others: Mapping[str, int]
    suggestions: tuple[int, ...] = ()
    identities: tuple[int, ...] = ()
    named_period: Quarter | None = None
    time_offset: int | None = None

    @property
    def columns(self) -> frozenset[int]:
        """Every column that is told apart."""
        named = (self.items, self.profiles, self.persons, self.others)
        time = () if self.time is None else (self.time,)
        return frozenset((*time, *(column for columns in named for column in columns.values())))


@dataclass(frozen=True, slots=True)
class Match:
    """How well a sheet fits a rubric: the items found, the layout, and what is wrong with its header.

    ``has_body`` tells whether anything stands below the header: a table without rows competes with no other.
    """

    found: int
    layout: Layout | None = None
    problems: tuple[Problem, ...] = ()
    has_body: bool = False


@dataclass(slots=True)
class _Columns:
    """Columns as they are told apart, left to right."""

    items: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    times: list[TimeColumn] = field(default_factory=list)
    profiles: dict[str, int] = field(default_factory=dict)
    persons: dict[str, int] = field(default_factory=dict)
    others: dict[str, int] = field(default_factory=dict)
    suggestions: list[int] = field(default_factory=list)
    identities: list[int] = field(default_factory=list)
    near: list[tuple[int, str]] = field(default_factory=list)
    torn: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)


def match_layout(head: Rows, rubric: SurveyRubric, where: Where) -> Match:
    """Find the header among a sheet's first rows and tell its columns apart.

    The header is the row that asks most items (the last such block of rows, where codes stand above
    sentences). ``where`` names file and sheet.
    """
    names = Names.of(rubric)
    head = [row[:WIDEST] for row in head]
    asked = [_items_asked(row, names) for row in head]
    counted: Mapping[str, str] = {}
    if max(map(len, asked), default=0) * 2 < len(rubric.items) and (counted := numbered_items(head, rubric)):
        names = replace(names, numbered=counted)
        asked = [_items_asked(row, names) for row in head]
    if not any(asked):
        return Match(0)
    best = max(range(len(asked)), key=lambda row: len(asked[row]))
    last = best
    while last + 1 < len(head) and len(asked[last + 1]) * 2 > len(asked[best]):
        last += 1
    headers = _header_texts(head, best, last)
    body = Body.of(head[last + 1 :])
    columns = _tell_apart(headers, names, body)
    chosen = choose_time((*columns.times, *unnamed_times(headers, body)))
    columns.others = {text: column for text, column in columns.others.items() if column != chosen.column}
    layout = Layout(
        header_rows=(best + 1, last + 1),
        items={code: found[0] for code, found in columns.items.items()},
        time=chosen.column,
        profiles=columns.profiles,
        persons=columns.persons,
        others=columns.others,
        suggestions=tuple(columns.suggestions),
        identities=tuple(columns.identities),
        named_period=_named_period(head[:best]),
        time_offset=chosen.offset,
    )
    place = _Place(where, last + 1, headers, rubric)
    has_body = any(cell is not None for row in head[last + 1 :] for cell in row)
    problems = (
        *_problems(columns, place),
        *_by_number(counted, columns, place),
        *_time_problems(chosen, place),
    )
    return Match(len(layout.items), layout, problems, has_body)


def _items_asked(row: Sequence[Cell], names: Names) -> frozenset[str]:
    found = (find_item(cell, names) for cell in row)
    return frozenset(
        item for asks in found if asks for item in ((asks.item,) if isinstance(asks, Asks) else asks.items)
    )


def _header_texts(head: Rows, first: int, last: int) -> dict[int, tuple[str, ...]]:
    """Return each column's header texts, the lowest first; a blank one takes what stands above it."""
    width = max(map(len, head[: last + 1]))
    texts: dict[int, tuple[str, ...]] = {}
    for column in range(width):
        cells = [row[column] if column < len(row) else None for row in head[: last + 1]]
        stack = [str(cell) for cell in reversed(cells[first:]) if _is_text(cell)]
        if not stack:
            stack = [str(cell) for cell in reversed(cells[max(0, first - 2) : first]) if _is_text(cell)][:1]
        if stack:
            texts[column + 1] = tuple(stack)
    return texts


def _is_text(cell: Cell) -> bool:
    return isinstance(cell, str) and bool(cell.strip())


def _tell_apart(headers: Mapping[int, tuple[str, ...]], names: Names, body: Body) -> _Columns:
    columns = _Columns()
    for column, texts in headers.items():
        found = [asks for asks in (find_item(text, names) for text in texts) if asks]
        coded = any(is_coded(text, names) for text in texts)
        if found and (coded or not is_no_item(column, texts[0], body)):
            _take_item(columns, column, found)
            continue
        time = time_column(column, texts[0], body)
        columns.times += [time] if time else []
        if time is None or not time.named:
            _take_other(columns, column, texts[0], names)
    return columns


def _take_item(columns: _Columns, column: int, found: Sequence[Asks | Torn]) -> None:
    sure = tuple(dict.fromkeys(asks.item for asks in found if isinstance(asks, Asks)))
    if len(sure) == 1:
        columns.items[sure[0]].append(column)
        if all(isinstance(asks, Torn) or asks.near for asks in found):
            columns.near.append((column, sure[0]))
    else:
        torn = sure or next(asks.items for asks in found if isinstance(asks, Torn))
        columns.torn.append((column, torn))


def _take_other(columns: _Columns, column: int, text: str, names: Names) -> None:
    profile = find_profile(text, names)
    if profile is not None and profile not in columns.profiles:
        columns.profiles[profile] = column
        return
    match own_words_of(text):
        case OwnWords.IDENTITY:
            columns.identities.append(column)
        case OwnWords.SUGGESTION:
            columns.suggestions.append(column)
        case None:
            pass
    match role_of(text):
        case Role.PERSON:
            columns.persons[text] = column
        case Role.OTHER:
            columns.others[text if text not in columns.others else f"{text} ({column})"] = column


def _named_period(title: Rows) -> Quarter | None:
    named = (find_quarter(cell) for row in title for cell in row if isinstance(cell, str))
    return next((quarter for quarter in named if quarter), None)


@dataclass(frozen=True, slots=True)
class _Place:
    """What the messages about a header need to say where and what."""

    where: Where
    row: int
    headers: Mapping[int, tuple[str, ...]]
    rubric: SurveyRubric

    def at(self, column: int) -> Where:
        return Where(self.where.file, self.where.sheet, address(self.row, column))

    def item(self, code: str) -> Item:
        return next(item for item in self.rubric.items if item.code == code)


def _problems(columns: _Columns, place: _Place) -> Iterable[Problem]:
    torn = {code for _, codes in columns.torn for code in codes}
    for column, codes in columns.torn:
        candidates = " atau ".join(f"{code} “{short_header(place.item(code).text)}”" for code in codes)
        yield problem(
            "K204", place.at(column), header=short_header(place.headers[column][0]), candidates=candidates
        )
    for code, found in columns.items.items():
        if len(found) > 1:
            cells = " dan ".join(address(place.row, column) for column in found)
            yield problem(
                "K203", place.at(found[1]), code=code, text=short_header(place.item(code).text), cells=cells
            )
    missing = [
        item for item in place.rubric.items if item.code not in columns.items and item.code not in torn
    ]
    if missing:
        yield problem(
            "K202",
            Where(place.where.file, place.where.sheet),
            items=tuple(f"{item.code} “{short_header(item.text)}”" for item in missing),
            left_over=_left_over(columns, place),
        )
    for column, code in columns.near:
        yield problem("K206", place.at(column), header=short_header(place.headers[column][0]), code=code)


def _by_number(counted: Mapping[str, str], columns: _Columns, place: _Place) -> Iterable[Problem]:
    """Say once that items were told by nothing but the number of their header."""
    told = (
        (column, text)
        for found in columns.items.values()
        for column in found
        for text in place.headers[column]
        if normalise(spaced(text)) in counted
    )
    meant = tuple(f"{item.code} “{short_header(item.text)}”" for item in place.rubric.items)
    for column, text in islice(told, 1):
        yield problem("K233", place.at(column), header=short_header(text), meant=meant)


def _left_over(columns: _Columns, place: _Place) -> tuple[str, ...]:
    """Name the columns that might be an item's, in full where two begin alike."""
    texts = {column: text for text, column in columns.others.items() if not is_running_number(text)}
    shortened = {short_header(text) for text in texts.values()}
    longest = _SHORT if len(shortened) == len(texts) else _LONGEST_HEADER
    shown = (
        f"{address(place.row, column)} “{short_header(text, longest)}”" for column, text in texts.items()
    )
    return tuple(shown) or ("tidak ada",)


def _time_problems(chosen: Choice, place: _Place) -> Iterable[Problem]:
    """Say which column was taken for the time by what it holds, or which ones could be."""
    cells = [f"{address(place.row, column)} “{_header(column, place)}”" for column in chosen.by_content]
    if chosen.column is None and cells:
        yield problem("W411", place.at(chosen.by_content[0]), cells=" dan ".join(cells))
    elif cells:
        yield problem("W410", place.at(chosen.by_content[0]), cell=cells[0])


def _header(column: int, place: _Place) -> str:
    return short_header(place.headers[column][0]) if column in place.headers else "(tanpa judul)"


def short_header(text: str, longest: int = _SHORT) -> str:
    """Return a header for a message: not too long, and nobody's address or number."""
    flat = " ".join(text.split())
    if "@" in flat or sum(c.isdigit() for c in flat) > 5:
        return "(tidak ditampilkan)"
    return flat if len(flat) <= longest else f"{flat[: longest - 1].rstrip()}…"
