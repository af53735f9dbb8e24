"""Where a sheet's header is, and which column holds which item, the time, each profile and the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ipak_cli.cells import Cell, address
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
    own_words_of,
    role_of,
    time_rank,
)

if TYPE_CHECKING:
    from ipak_cli.rubric.models import Item, SurveyRubric

Rows = Sequence[Sequence[Cell]]
WIDEST: Final = 1_000
"""Columns among which items are looked for; no survey has nearly as many."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a response sheet, counted from 1 as in the sheet.

    ``header_rows`` are the first and last row of the header; ``suggestions`` ask for free text,
    ``identities`` for a name or an e-mail address; ``named_period`` is the quarter that a title names, and
    ``headers`` the text above each column; of the items' columns, ``coded`` ones are known by a code alone.
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
    headers: Mapping[int, str] = field(default_factory=dict)
    coded: frozenset[int] = frozenset()

    @property
    def columns(self) -> frozenset[int]:
        """Every column that is told apart."""
        named = (self.items, self.profiles, self.persons, self.others)
        time = () if self.time is None else (self.time,)
        return frozenset((*time, *(column for columns in named for column in columns.values())))

    @property
    def unused(self) -> dict[int, str]:
        """The headers of the columns of which nothing is taken, by column."""
        taken = {self.time, *self.suggestions, *self.identities}
        for columns in (self.items, self.profiles, self.persons):
            taken.update(columns.values())
        return {column: header for column, header in self.headers.items() if column not in taken}


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
    times: list[tuple[int, int]] = field(default_factory=list)
    profiles: dict[str, int] = field(default_factory=dict)
    persons: dict[str, int] = field(default_factory=dict)
    others: dict[str, int] = field(default_factory=dict)
    suggestions: list[int] = field(default_factory=list)
    identities: list[int] = field(default_factory=list)
    near: list[tuple[int, str]] = field(default_factory=list)
    torn: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    coded: set[int] = field(default_factory=set)


def match_layout(head: Rows, rubric: SurveyRubric, where: Where) -> Match:
    """Find the header among a sheet's first rows and tell its columns apart.

    The header is the row that asks most items (the last such block of rows, where codes stand above
    sentences). ``where`` names file and sheet.
    """
    names = Names.of(rubric)
    head = [row[:WIDEST] for row in head]
    asked = [_items_asked(row, names) for row in head]
    if not any(asked):
        return Match(0)
    best = max(range(len(asked)), key=lambda row: len(asked[row]))
    last = best
    while last + 1 < len(head) and len(asked[last + 1]) * 2 > len(asked[best]):
        last += 1
    headers = _header_texts(head, best, last)
    columns = _tell_apart(headers, names)
    _take_what_is_left(columns, rubric)
    layout = Layout(
        header_rows=(best + 1, last + 1),
        items={code: found[0] for code, found in columns.items.items()},
        time=min(columns.times)[1] if columns.times else None,
        profiles=columns.profiles,
        persons=columns.persons,
        others=columns.others,
        suggestions=tuple(columns.suggestions),
        identities=tuple(columns.identities),
        named_period=_named_period(head[:best]),
        headers={column: texts[0] for column, texts in headers.items()},
        coded=frozenset(columns.coded),
    )
    place = _Place(where, last + 1, headers, rubric)
    has_body = any(cell is not None for row in head[last + 1 :] for cell in row)
    return Match(len(layout.items), layout, tuple(_problems(columns, place)), has_body)


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


def _tell_apart(headers: Mapping[int, tuple[str, ...]], names: Names) -> _Columns:
    columns = _Columns()
    for column, texts in headers.items():
        found = [asks for asks in (find_item(text, names) for text in texts) if asks]
        if found:
            _take_item(columns, column, found)
        else:
            _take_other(columns, column, texts[0], names)
    return columns


def _take_item(columns: _Columns, column: int, found: Sequence[Asks | Torn]) -> None:
    sure = tuple(dict.fromkeys(asks.item for asks in found if isinstance(asks, Asks)))
    if len(sure) == 1:
        columns.items[sure[0]].append(column)
        if all(isinstance(asks, Asks) and asks.coded for asks in found):
            columns.coded.add(column)
        if all(isinstance(asks, Torn) or asks.near for asks in found):
            columns.near.append((column, sure[0]))
    else:
        torn = sure or next(asks.items for asks in found if isinstance(asks, Torn))
        columns.torn.append((column, torn))


def _take_what_is_left(columns: _Columns, rubric: SurveyRubric) -> None:
    """Where codes may be swapped and a name has taken one of them, give a bare code what is left."""
    for codes in rubric.swapped:
        missing = [code for code in codes if code not in columns.items]
        for code in codes:
            found = columns.items.get(code, [])
            bare = [column for column in found if column in columns.coded]
            if len(missing) == len(bare) == len(found) - 1 == 1:
                found.remove(bare[0])
                columns.items[missing[0]].append(bare[0])
                columns.coded.remove(bare[0])


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
        case Role.TIME:
            columns.times.append((time_rank(text), column))
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
    left_over = "; ".join(
        f"{address(place.row, column)} “{short_header(text)}”" for text, column in columns.others.items()
    )
    for item in place.rubric.items:
        if item.code not in columns.items and item.code not in torn:
            yield problem(
                "K202",
                Where(place.where.file, place.where.sheet),
                code=item.code,
                text=short_header(item.text),
                left_over=left_over or "tidak ada",
            )
    for column, code in columns.near:
        yield problem("K206", place.at(column), header=short_header(place.headers[column][0]), code=code)


def short_header(text: str) -> str:
    """Return a header as a message may show it: in short, and nothing that may be personal data."""
    flat = " ".join(text.split())
    if "@" in flat or sum(c.isdigit() for c in flat) > 5:
        return "(tidak ditampilkan)"
    return flat if len(flat) <= 48 else f"{flat[:47]}…"
