"""Where a sheet's header is, and which column holds which item, the time, each profile and the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.period import Period, PeriodKind, find_period
from ipak_cli.base.problem import Problem, Where, problem
from ipak_cli.base.timezones import JAKARTA, Clocks, Zone
from ipak_cli.catalogue.survey import TITLE_NAMES_OTHER_PERIOD
from ipak_cli.rubric.own_form import IGNORE, NO_OWN_HEADS, TIME, OwnHeads
from ipak_cli.survey.period import BY_QUARTER, PeriodSplit
from ipak_cli.survey.reading.choose_time_column import RowsBelow, choose_time, unnamed_times
from ipak_cli.survey.reading.column_roles import (
    ColumnRoles,
    header_problems,
    number_problems,
    tell_apart,
    time_problems,
)
from ipak_cli.survey.reading.date import TimeForm
from ipak_cli.survey.reading.header import NO_HEADS, AsksItem, BetweenItems, ItemNames, find_item, find_own
from ipak_cli.survey.reading.numbered_headers import numbered_items
from ipak_cli.survey.reading.own_columns import own_problems, own_time
from ipak_cli.survey.reading.row_pattern import RowPattern
from ipak_cli.tables.cell import AS_IT_STANDS, Addresses, Cell

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from ipak_cli.rubric.own_form import OwnForm
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.survey.reading.choose_time_column import ChosenTime
    from ipak_cli.survey.reading.date_order import DateOrder
    from ipak_cli.survey.reading.turned_table import TurnedTable
    from ipak_cli.survey.reading.words import Words

Rows = Sequence[Sequence[Cell]]
WIDEST: Final = 1_000
"""Columns among which items are looked for; no survey has nearly as many."""


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """The columns of a response sheet, counted from 1 as in the sheet.

    ``header_rows`` are the first and last row of the header; ``suggestions`` ask for free text,
    ``identities`` for a name or an e-mail address; ``named_period`` is the period that a title names;
    ``time_offset`` is that of the zone which the time's header names. ``headers`` are the text above each
    column; of the items' columns, ``coded`` ones are known by a code alone. ``ignored`` columns are none that
    is asked about.
    """

    header_rows: tuple[int, int]
    items: Mapping[str, int]
    time: int | None
    profiles: Mapping[str, int]
    persons: Mapping[str, int]
    others: Mapping[str, int]
    suggestions: tuple[int, ...] = ()
    identities: tuple[int, ...] = ()
    named_period: Period | None = None
    time_offset: int | None = None
    headers: Mapping[int, str] = field(default_factory=dict)
    coded: frozenset[int] = frozenset()
    ignored: frozenset[int] = frozenset()

    @property
    def columns(self) -> frozenset[int]:
        """Every column that is told apart."""
        named = (self.items, self.profiles, self.persons, self.others)
        time = () if self.time is None else (self.time,)
        return frozenset((*time, *(column for columns in named for column in columns.values())))

    def title_problems(self, where: Where, period: Period | None) -> list[Problem]:
        """Say that a title names another period than the answers'; a year stands beside any part of it."""
        named = self.named_period
        if named is None or period is None or named == period:
            return []
        if named.kind is PeriodKind.YEAR and named.holds(period):
            return []
        return [problem(TITLE_NAMES_OTHER_PERIOD, where, named=named, period=period)]

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
    ``turned`` is the table where it had one answer a row; ``claimed`` are the codes whose own heads the sheet
    has. ``asked`` is what the sheet asks, where it is another form than the settings'.
    """

    found: int
    layout: SheetLayout | None = None
    problems: tuple[Problem, ...] = ()
    has_body: bool = False
    turned: TurnedTable | None = None
    claimed: frozenset[str] = frozenset()
    asked: SurveyRubric | None = None


def match_sheet(head: Rows, form: OwnForm, where: Where, addresses: Addresses = AS_IT_STANDS) -> Match:
    """Match a sheet with an office's form, or with one that its settings do not speak of."""
    if form.plain is None:
        return match_layout(head, form.asked, where, form.heads, addresses)
    from ipak_cli.survey.reading.match_form import match_form  # noqa: PLC0415 (no own form: nothing of it)

    return match_form(head, form, where, addresses)


def match_layout(
    head: Rows,
    rubric: SurveyRubric,
    where: Where,
    own: OwnHeads = NO_OWN_HEADS,
    addresses: Addresses = AS_IT_STANDS,
) -> Match:
    """Find the header among a sheet's first rows and tell its columns apart.

    The header is the row that asks most items (the last such block of rows, where codes stand above
    sentences). ``where`` names file and sheet, ``own`` the heads of the office's own form, and
    ``addresses`` where the cells stand in the sheet.
    """
    names = ItemNames.of(rubric, own.codes if own.written else NO_HEADS)
    head = [row[:WIDEST] for row in head]
    asked = _items_asked(head, names)
    counted: Mapping[str, str] = {}
    if max(map(len, asked), default=0) * 2 < len(rubric.items) and (counted := numbered_items(head, rubric)):
        names = replace(names, numbered=counted)
        asked = _items_asked(head, names)
    if not any(asked):
        return Match(0)
    first, last = _header_rows(asked)
    headers = header_texts(head, first, last)
    body = RowsBelow.of(head[last + 1 :])
    roles = ColumnRoles(rubric, where, last + 1, headers, addresses=addresses)
    tell_apart(roles, names, body)
    named = own_time(roles) if TIME in roles.claimed else None
    time = named or choose_time((*roles.times, *unnamed_times(headers, body)))
    roles.others = {text: column for text, column in roles.others.items() if column != time.column}
    layout = replace(
        _layout_of(roles, time),
        header_rows=(first + 1, last + 1),
        named_period=named_period(head[:first]),
        headers={column: texts[0] for column, texts in headers.items()},
    )
    has_body = any(cell is not None for row in head[last + 1 :] for cell in row)
    problems = (
        *(own_problems(own, roles, time) if own.written else ()),
        *header_problems(roles, own),
        *number_problems(counted, roles),
        *time_problems(time, roles),
    )
    return Match(len(layout.items), layout, problems, has_body, claimed=frozenset(roles.claimed))


def _header_rows(asked: Sequence[frozenset[str]]) -> tuple[int, int]:
    """Return the row that asks most items, and the last of those below it that ask more than half as many."""
    first = max(range(len(asked)), key=lambda row: len(asked[row]))
    last = first
    while last + 1 < len(asked) and len(asked[last + 1]) * 2 > len(asked[first]):
        last += 1
    return first, last


def _layout_of(roles: ColumnRoles, time: ChosenTime) -> SheetLayout:
    """Return the layout of the columns, without what the rows of the header tell."""
    return SheetLayout(
        header_rows=(0, 0),
        items={code: found[0] for code, found in roles.items.items()},
        time=time.column,
        profiles=roles.profiles,
        persons=roles.persons,
        others=roles.others,
        suggestions=tuple(roles.suggestions),
        identities=tuple(roles.identities),
        time_offset=time.offset,
        coded=frozenset(roles.coded),
        ignored=frozenset(roles.claimed.get(IGNORE, ())),
    )


def _items_asked(head: Rows, names: ItemNames) -> list[frozenset[str]]:
    """Return the items that each row asks; an answer that stands in many cells is looked at once."""
    texts = {cell for row in head for cell in row if isinstance(cell, str)}
    asked = {text: _asked(text, names) for text in texts}
    return [frozenset().union(*(asked[cell] for cell in row if isinstance(cell, str))) for row in head]


def _asked(header: str, names: ItemNames) -> tuple[str, ...]:
    if names.own and (own := find_own(header, names)):
        return (own,) if own in names.items.values() else ()
    match find_item(header, names):
        case AsksItem(item):
            return (item,)
        case BetweenItems(several):
            return several
        case None:
            return ()


def header_texts(head: Rows, first: int, last: int) -> dict[int, tuple[str, ...]]:
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


def named_period(title: Rows) -> Period | None:
    """Return the period that titles name; of several the shortest: a year may stand above its quarter."""
    named = (find_period(cell) for row in title for cell in row if isinstance(cell, str))
    return min((period for period in named if period), key=lambda each: each.days, default=None)


@dataclass(frozen=True, slots=True)
class SheetContext:
    """How to read one sheet's rows as responses to one rubric, which has an item for each column.

    ``words[item]`` are the words each item's answers can be given in; ``lenient`` counts a faulty answer as
    not given, and says so; ``zone`` is the office's; ``frame`` tells what the rows have beside their answers,
    and ``split`` the periods apart. ``together`` is the rubric that is counted, where some of its items are
    several columns; ``addresses`` tell where the cells stand in the sheet. ``keeps_answers``: the answers of
    each response are kept beside their counts, for a workpaper.
    """

    where: Where
    rubric: SurveyRubric
    layout: SheetLayout
    words: tuple[Words, ...]
    order: DateOrder | None
    epoch_1904: bool
    lenient: bool
    zone: Zone = JAKARTA
    frame: RowPattern = field(default_factory=RowPattern)
    split: PeriodSplit = BY_QUARTER
    together: SurveyRubric | None = None
    addresses: Addresses = AS_IT_STANDS
    keeps_answers: bool = False

    @property
    def counted(self) -> SurveyRubric:
        """The rubric whose items are counted."""
        return self.together or self.rubric

    @property
    def time_form(self) -> TimeForm:
        """How the time column is read."""
        return TimeForm(self.order, Clocks(self.zone, self.layout.time_offset), self.epoch_1904, self.split)

    def suggestion_cells(self, rows: pd.Index[int]) -> Callable[[int, int], Where]:
        """Return what tells where a suggestion stands: that of a row and a column, counted from 0."""
        return lambda row, number: self.at(int(rows[row]), self.layout.suggestions[number])

    def at(self, row: int, column: int) -> Where:
        """Return the place of a cell."""
        return Where(self.where.file, self.where.sheet, self.addresses.cell(row, column))

    def header_cell(self, column: int) -> str:
        """Return the address of a column's header."""
        return self.addresses.cell(self.layout.header_rows[1], column)

    @property
    def time_header(self) -> Where:
        """The place of the time column's header, or of the first one where there is no time."""
        return self.at(self.layout.header_rows[1], self.layout.time or 1)
