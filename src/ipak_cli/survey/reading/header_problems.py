"""What is to be said of a header: items without a column or in two, and how the time was known."""

from __future__ import annotations

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
from ipak_cli.rubric import own_form
from ipak_cli.rubric.own_form import NO_OWN_HEADS, OwnHeads
from ipak_cli.survey.reading.header import is_running_number
from ipak_cli.survey.reading.shown_cells import SHORT_HEADER, short_header, shortened
from ipak_cli.tables.cell import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ipak_cli.base.message import Message
    from ipak_cli.survey.reading.choose_time_column import ChosenTime
    from ipak_cli.survey.reading.column_roles import ColumnRoles

_LONGEST_HEADER: Final = 108
"""Letters of a header that a message shows where two begin alike; a list's part may have 120."""


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
                cells=tuple(address(roles.row, column) for column in found),
            )
    told = torn | own.written.keys()
    missing = [item for item in roles.rubric.items if item.code not in roles.items and item.code not in told]
    if missing:
        yield problem(
            ITEM_WITHOUT_COLUMN,
            Where(roles.where.file, roles.where.sheet),
            items=tuple(roles.named(item.code) for item in missing),
            left_over=_left_over(roles),
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
    free = (pair for pair in roles.others.items() if pair[1] not in roles.claimed.get(own_form.IGNORE, ()))
    texts = {column: text for text, column in free if not is_running_number(text)}
    several = len({short_header(text) for text in texts.values()}) < len(texts)
    longest = _LONGEST_HEADER if several else SHORT_HEADER
    shown = (
        COLUMN_AND_HEADER(cell=address(roles.row, column), header=short_header(text, longest))
        for column, text in texts.items()
    )
    return tuple(shown) or (NO_COLUMN_LEFT(),)


def time_problems(chosen: ChosenTime, roles: ColumnRoles) -> Iterable[Problem]:
    """Say which column was taken for the time by what it holds, or which ones could be."""
    cells = tuple(
        COLUMN_AND_HEADER(cell=address(roles.row, column), header=_header(column, roles))
        for column in chosen.by_content
    )
    if chosen.column is None and cells:
        yield problem(TIME_COLUMN_UNCERTAIN, roles.at(chosen.by_content[0]), cells=cells)
    elif cells:
        yield problem(TIME_COLUMN_FROM_CONTENT, roles.at(chosen.by_content[0]), cell=cells[0])


def _header(column: int, roles: ColumnRoles) -> str | Message:
    return short_header(roles.headers[column][0]) if column in roles.headers else HEADER_MISSING()
