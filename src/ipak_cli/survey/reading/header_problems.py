"""What is to be said of a header: items that have no column or two, headers that are doubtful."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, Where, problem
from ipak_cli.base.text import normalise, spaced
from ipak_cli.catalogue.columns import (
    HEADER_ALMOST_MATCHES,
    HEADER_AMBIGUOUS,
    ITEM_IN_SEVERAL_COLUMNS,
    ITEM_WITHOUT_COLUMN,
    ITEMS_KNOWN_BY_NUMBER,
)
from ipak_cli.catalogue.phrases_survey import COLUMN_AND_HEADER, HEADER_MISSING, NO_COLUMN_LEFT
from ipak_cli.catalogue.times import TIME_COLUMN_FROM_CONTENT, TIME_COLUMN_UNCERTAIN
from ipak_cli.survey.reading.header import is_running_number
from ipak_cli.survey.reading.shown_cells import SHORT_HEADER, short_header, shortened
from ipak_cli.tables.cell import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ipak_cli.base.message import Message
    from ipak_cli.rubric.survey import Item, SurveyRubric
    from ipak_cli.survey.reading.choose_time_column import ChosenTime
    from ipak_cli.survey.reading.column_roles import ColumnRoles

_LONGEST_HEADER: Final = 108
"""Letters of a header that a message shows where two begin alike; a list's part may have 120."""


@dataclass(frozen=True, slots=True)
class HeaderPlace:
    """What the messages about a header need to say where and what."""

    where: Where
    row: int
    headers: Mapping[int, tuple[str, ...]]
    rubric: SurveyRubric

    def at(self, column: int) -> Where:
        """Return the place of a column's header."""
        return Where(self.where.file, self.where.sheet, address(self.row, column))

    def item(self, code: str) -> Item:
        """Return the item of a code."""
        return next(item for item in self.rubric.items if item.code == code)

    def named(self, code: str) -> str:
        """Return an item's code and the beginning of its sentence."""
        return f"{code} “{shortened(self.item(code).text)}”"


def header_problems(roles: ColumnRoles, place: HeaderPlace) -> Iterable[Problem]:
    """Yield what is wrong with the header: items without a column, in two, or between two."""
    torn = {code for _, codes in roles.between for code in codes}
    for column, codes in roles.between:
        yield problem(
            HEADER_AMBIGUOUS,
            place.at(column),
            header=short_header(place.headers[column][0]),
            candidates=tuple(place.named(code) for code in codes),
        )
    for code, found in roles.items.items():
        if len(found) > 1:
            yield problem(
                ITEM_IN_SEVERAL_COLUMNS,
                place.at(found[1]),
                code=code,
                text=shortened(place.item(code).text),
                cells=tuple(address(place.row, column) for column in found),
            )
    missing = [item for item in place.rubric.items if item.code not in roles.items and item.code not in torn]
    if missing:
        yield problem(
            ITEM_WITHOUT_COLUMN,
            Where(place.where.file, place.where.sheet),
            items=tuple(place.named(item.code) for item in missing),
            left_over=_left_over(roles, place),
        )
    for column, code in roles.near:
        yield problem(
            HEADER_ALMOST_MATCHES, place.at(column), header=short_header(place.headers[column][0]), code=code
        )


def number_problems(counted: Mapping[str, str], roles: ColumnRoles, place: HeaderPlace) -> Iterable[Problem]:
    """Say once that items were told by nothing but the number of their header."""
    told = (
        (column, text)
        for found in roles.items.values()
        for column in found
        for text in place.headers[column]
        if normalise(spaced(text)) in counted
    )
    meant = tuple(place.named(item.code) for item in place.rubric.items)
    for column, text in islice(told, 1):
        yield problem(ITEMS_KNOWN_BY_NUMBER, place.at(column), header=short_header(text), meant=meant)


def _left_over(roles: ColumnRoles, place: HeaderPlace) -> tuple[Message, ...]:
    """Name the columns that might be an item's, in full where two begin alike."""
    texts = {column: text for text, column in roles.others.items() if not is_running_number(text)}
    several = len({short_header(text) for text in texts.values()}) < len(texts)
    longest = _LONGEST_HEADER if several else SHORT_HEADER
    shown = (
        COLUMN_AND_HEADER(cell=address(place.row, column), header=short_header(text, longest))
        for column, text in texts.items()
    )
    return tuple(shown) or (NO_COLUMN_LEFT(),)


def time_problems(chosen: ChosenTime, place: HeaderPlace) -> Iterable[Problem]:
    """Say which column was taken for the time by what it holds, or which ones could be."""
    cells = tuple(
        COLUMN_AND_HEADER(cell=address(place.row, column), header=_header(column, place))
        for column in chosen.by_content
    )
    if chosen.column is None and cells:
        yield problem(TIME_COLUMN_UNCERTAIN, place.at(chosen.by_content[0]), cells=cells)
    elif cells:
        yield problem(TIME_COLUMN_FROM_CONTENT, place.at(chosen.by_content[0]), cell=cells[0])


def _header(column: int, place: HeaderPlace) -> str | Message:
    return short_header(place.headers[column][0]) if column in place.headers else HEADER_MISSING()
