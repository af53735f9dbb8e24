"""What a sheet's rows and columns were taken for: what is asked about, and what was not used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ipak_cli.base.problem import Problem, Where, problem
from ipak_cli.catalogue import phrases_survey as p
from ipak_cli.catalogue.columns import COLUMNS_NOT_IN_RUBRIC, ROWS_DOUBTFUL, UNUSED_COLUMNS_LIKE_ITEMS
from ipak_cli.catalogue.phrases_survey import COLUMN_AND_HEADER, HEADER_BLANK
from ipak_cli.rubric.load import list_shipped
from ipak_cli.rubric.survey import SurveyRubric
from ipak_cli.survey.reading.collect import columns_beside
from ipak_cli.survey.reading.extra_items import further_items
from ipak_cli.survey.reading.header import AsksItem, ItemNames, find_item
from ipak_cli.survey.reading.rows import RowDoubt
from ipak_cli.survey.reading.shown_cells import short_header
from ipak_cli.survey.result import UnusedColumn
from ipak_cli.tables.cell import address, spans_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipak_cli.survey.reading.collect import Collected
    from ipak_cli.survey.reading.context import SheetContext
    from ipak_cli.tables.column import Piece


def unused_columns(collected: Collected) -> tuple[UnusedColumn, ...]:
    """Return the columns of which nothing was taken, left to right.

    A running number tells rows apart where no time does.
    """
    layout = collected.context.layout
    running = collected.context.frame.running if layout.time is None else None
    headers = {**dict.fromkeys(collected.beside, ""), **layout.unused}
    return tuple(
        UnusedColumn(address(layout.header_rows[1], column), _shown_or_none(headers[column]))
        for column in sorted(headers.keys() - {running})
    )


def _shown_or_none(header: str) -> str | None:
    shown = short_header(header)
    return shown if isinstance(shown, str) else None


def further_columns(first: Piece, context: SheetContext) -> Iterable[Problem]:
    """Ask about the columns that look like items, and are none of a shipped rubric's either."""
    layout = context.layout
    further = further_items(first, context, frozenset(columns_beside(first, layout)))
    for code, alike in ((COLUMNS_NOT_IN_RUBRIC, further.headed), (UNUSED_COLUMNS_LIKE_ITEMS, further.alike)):
        if found := _asked_nowhere_else(alike, context):
            cells = [address(layout.header_rows[1], column) for column in found]
            heads = (short_header(layout.headers.get(column, "")) or HEADER_BLANK() for column in found)
            columns = tuple(
                COLUMN_AND_HEADER(cell=cell, header=head) for cell, head in zip(cells, heads, strict=True)
            )
            place = Where(context.where.file, context.where.sheet, cells[0])
            yield problem(code, place, columns=columns, rubric=context.rubric.id)


def _asked_nowhere_else(found: list[int], context: SheetContext) -> list[int]:
    """Leave out the columns that ask the sentences of another shipped rubric: one form, two surveys."""
    if not found:
        return found
    loaded = (each.rubric for each in list_shipped())
    others = [
        ItemNames.of(rubric)
        for rubric in loaded
        if isinstance(rubric, SurveyRubric) and rubric.id != context.rubric.id
    ]
    headers = context.layout.headers
    asked = {number: [find_item(headers.get(number), names) for names in others] for number in found}
    return [n for n, each in asked.items() if not any(isinstance(a, AsksItem) and not a.coded for a in each)]


def doubtful_rows(collected: Collected, where: Where) -> Iterable[Problem]:
    """Ask about the rows that may be responses or summaries, a problem a reason."""
    for why, (told, remedy) in _DOUBTS.items():
        if rows := collected.skipped_rows(why).spans():
            first = Where(where.file, where.sheet, address(rows[0][0], 1))
            count = sum(b - a + 1 for a, b in rows)
            yield problem(ROWS_DOUBTFUL, first, count=count, why=told, rows=spans_text(rows), remedy=remedy)


_DOUBTS: Final = {
    RowDoubt.NUMBER: (p.WITHOUT_NUMBER(), p.WITHOUT_NUMBER_REMEDY()),
    RowDoubt.TEXT: (p.TEXT_FOR_NUMBER(), p.TEXT_FOR_NUMBER_REMEDY()),
    RowDoubt.BARE: (p.OTHERS_BLANK(), p.OTHERS_BLANK_REMEDY()),
    RowDoubt.LABEL: (p.SUMMARY_WORD(), p.SUMMARY_WORD_REMEDY()),
    RowDoubt.GAP: (p.BELOW_A_GAP(), p.BELOW_A_GAP_REMEDY()),
    RowDoubt.LEGEND: (p.NEARLY_BLANK(), p.NEARLY_BLANK_REMEDY()),
}
"""Why each kind of row is asked about, and how to tell that it is a response."""
