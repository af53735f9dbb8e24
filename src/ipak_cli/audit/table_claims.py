"""The claims of a table: each number by its column, its row and the caption; what is unclear is not used."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ipak_cli.audit.calendar_words import day_of, periods_in
from ipak_cli.audit.cell import NOWHERE, Cell, of_items
from ipak_cli.audit.claim import Aside, Claim, ClaimKind, Unread
from ipak_cli.audit.names import TOKEN, NameKind, names_in
from ipak_cli.audit.number_words import numbers_in, read_numbers
from ipak_cli.audit.sections import is_of_other
from ipak_cli.audit.table_components import category_of
from ipak_cli.audit.table_figures import claim_of
from ipak_cli.audit.table_shape import has_other_items, row_label, shape_of, words_of
from ipak_cli.audit.topic import Topic
from ipak_cli.base.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ipak_cli.audit.document import Grid, Place
    from ipak_cli.audit.instrument import Instrument
    from ipak_cli.audit.table_shape import Shape
    from ipak_cli.base.printed import Printed


@dataclass(frozen=True, slots=True)
class Context:
    """What a part's claims are about where its words do not say it: the document's period, the topic."""

    instrument: Instrument
    period: Period | None
    topic: Topic = Topic.SURVEY
    foreign: bool = False
    """Whether it is about another survey than the instrument's."""
    other_items: bool = False
    """Whether its items are those of another questionnaire, although some are named alike."""

    @property
    def year(self) -> int | None:
        """The year of quarters that print none."""
        return self.period.start.year if self.period else None


def read_table(grid: Grid, context: Context) -> tuple[Claim | Aside | Unread, ...]:
    """Return what each number of a table is, and the categories and dates of its cells."""
    shape = shape_of(grid, context.instrument, context.year)
    title = grid.caption or grid.place.heading or ""
    caption = {period for _, period in periods_in(title, names_in(title), context.year)}
    # Of several periods in a caption only rows and columns can tell which one a figure is of.
    own = None if len(caption) > 1 else next(iter(caption), context.period)
    if has_other_items(shape, context.instrument):
        context = replace(context, other_items=True)
    found: list[Claim | Aside | Unread] = [*_heads(grid, shape)]
    for n in range(shape.heads, len(grid.rows)):
        found += _without_doubtful([*_row(grid, shape, n, context, own)], grid.rows[n])
    return tuple(_with_totals(found))


def _heads(grid: Grid, shape: Shape) -> Iterator[Aside]:
    for n, row in enumerate(grid.rows[: shape.heads]):
        for place, text in enumerate(row):
            yield from _asides(text, text, grid.place.at(n + 1, place + 1))


def _asides(text: str, words: str, place: Place) -> Iterator[Aside]:
    for match in TOKEN.finditer(text):
        yield Aside(match[0], words, place)


def _row(
    grid: Grid, shape: Shape, n: int, context: Context, own: Period | None
) -> Iterator[Claim | Aside | Unread]:
    filled = shape.rows[n]
    label = row_label(shape, filled, context.instrument, context.year)
    words = words_of(shape, filled)
    quoted = " | ".join(text for text in filled if text)
    before = _period_before(context.period)
    across, answers = of_items(grid.rows[n], shape, context.instrument)
    for place, text in enumerate(grid.rows[n]):
        at = grid.place.at(n + 1, place + 1)
        column = shape.columns[place]
        earlier = column.previous or label.previous
        period = label.period or column.period or (before if earlier else own)
        cell = Cell(
            text, column, label, words, period, shape, context.instrument, context.topic,
            row=grid.rows[n], place=place, caption=grid.caption or "",
            is_across_items=across, answers=answers,
        )  # fmt: skip
        named = shape.is_named_by(place, text) and not column.most
        if (category := category_of(cell)) is not None:
            yield replace(category, place=at, words=quoted)
        if place in shape.numbered or named:
            yield from _asides(text, quoted, at)
            continue
        if len(text) > _LONGEST_CELL:
            yield from (Unread(match[0], quoted, at) for match in TOKEN.finditer(text))
            continue
        yield from (
            replace(each, place=at, words=quoted) for each in _figures(cell, context, place in shape.free)
        )


_ONE_IN_A_ROW: Final = (
    ClaimKind.INDEX, ClaimKind.ITEM_MEAN, ClaimKind.CONVERTED, ClaimKind.PERCENT, ClaimKind.SUM,
    ClaimKind.COMBINED,
)  # fmt: skip
"""Figures of which a subject has one in a row: what differs from column to column was not understood."""


def _without_doubtful(
    row: list[Claim | Aside | Unread], texts: tuple[str, ...]
) -> Iterator[Claim | Aside | Unread]:
    """Yield what a row says, without the figures of one subject in several columns that are not the same."""
    said: dict[tuple[object, ...], list[Claim]] = {}
    for each in row:
        if isinstance(each, Claim) and each.kind in _ONE_IN_A_ROW and each.number is not None:
            said.setdefault((each.kind, each.subject, each.period, each.group), []).append(each)
    doubtful = {
        (each.place, each.number)
        for same in said.values()
        if any(one.number and same[0].number and not one.number.agrees(same[0].number) for one in same)
        for each in same
    }
    for each in row:
        is_doubtful = isinstance(each, Claim) and each.kind in _ONE_IN_A_ROW
        if is_doubtful and isinstance(each, Claim) and (each.place, each.number) in doubtful:
            cell = numbers_in(texts[(each.place.column or 1) - 1])
            printed = (number.text for number in cell if each.number in number.readings)
            yield Unread(next(printed, str(each.number)), each.words, each.place)
        else:
            yield each


_LONGEST_CELL: Final = 2_000
"""A longer cell holds no figures, but a text."""


def _figures(
    cell: Cell,
    context: Context,
    free: bool,  # noqa: FBT001 (a column's kind)
) -> Iterator[Claim | Aside | Unread]:
    numbers, parts, names = read_numbers(cell.text)
    yield from (Aside(part, "", NOWHERE) for part in parts)
    for name in names:
        if name.kind is NameKind.DATE:
            yield Claim(ClaimKind.DATE, NOWHERE, "", word=name.text, day=day_of(name.text))
    count: Printed | None = None
    for number in numbers:
        made = None if free else claim_of(number, cell)
        if isinstance(made, Claim) and _is_strange(made, context):
            made = None
        if isinstance(made, Claim):
            yield replace(made, count=count) if made.kind is ClaimKind.SHARE else made
            count = made.number if made.kind in COUNTS else count
        else:
            yield Aside(number.text, "", NOWHERE) if made is not None else Unread(number.text, "", NOWHERE)


def _is_strange(claim: Claim, context: Context) -> bool:
    other = context.other_items and claim.subject in context.instrument.items
    return other or is_of_other(claim, foreign=context.foreign)


COUNTS: Final = (ClaimKind.STARS, ClaimKind.RESPONDENTS, ClaimKind.VISITORS)
"""The kinds of which a share can be the percentage."""


def _period_before(period: Period | None) -> Period | None:
    """Return the period of the same kind that ends where a period begins."""
    if period is None or not period.kind.months:
        return None
    return Period.of(period.start.fromordinal(period.start.toordinal() - 1), period.kind)


def _with_totals(found: Iterable[Claim | Aside | Unread]) -> Iterator[Claim | Aside | Unread]:
    """Give each share the count beside it in its row, and the total of its row or its column."""
    every = tuple(found)
    claims = [each for each in every if isinstance(each, Claim)]
    for each in every:
        if isinstance(each, Claim) and each.kind is ClaimKind.SHARE:
            beside = [
                one.number
                for one in claims
                if one.kind in COUNTS
                and (one.place.row, one.subject, one.group) == (each.place.row, each.subject, each.group)
            ]
            count = each.count or (beside[0] if len(beside) == 1 else None)
            yield replace(each, count=count, of=_total(each, claims))
        else:
            yield each


def _total(share: Claim, claims: list[Claim]) -> Printed | None:
    """Return the only number that a share can be of: its row's answers, or all respondents of its table."""
    people = [c.number for c in claims if c.kind is ClaimKind.RESPONDENTS and c.place.row == share.place.row]
    if len(people) > 1:  # groups in columns, of the row's people or of all
        return None
    row = [c.number for c in claims if c.kind is ClaimKind.ANSWERS and c.place.row == share.place.row]
    whole = [
        c.number
        for c in claims
        if c.group is None
        and c.kind in ((ClaimKind.RESPONDENTS,) if share.group else (ClaimKind.ANSWERS,))
        and c.period == share.period
        and c.subject is None
    ]
    return (row or whole or [None])[0] if len(row or whole) == 1 else None
