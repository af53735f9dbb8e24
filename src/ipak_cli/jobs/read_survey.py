"""Reading a response export: its sheet by content, its responses by period."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ipak_cli.base.message import InFull
from ipak_cli.base.problem import Fault, Problem, ProblemsFoundError, Where, has_errors, problem
from ipak_cli.base.timezones import JAKARTA, Zone
from ipak_cli.catalogue.survey import (
    FILE_HAS_NO_SHEETS,
    HIDDEN_SHEET_USED,
    MERGED_ANSWER_CELLS,
    NAMED_SHEET_MISSING,
    SEVERAL_SHEETS_MATCH,
)
from ipak_cli.rubric.load import list_shipped
from ipak_cli.rubric.survey import SurveyRubric
from ipak_cli.survey.period import BY_QUARTER, PeriodSplit, is_dated
from ipak_cli.survey.reading.collect import Collected, collect
from ipak_cli.survey.reading.date_order import Days, date_doubts, find_order, time_cells
from ipak_cli.survey.reading.declared_words import other_scales, settle_codes
from ipak_cli.survey.reading.row_pattern import LEARNT, RowPattern
from ipak_cli.survey.reading.sheet_layout import Match, SheetContext, SheetLayout, match_sheet
from ipak_cli.survey.reading.unmatched_sheets import FirstRows, explain_unmatched, nothing_found
from ipak_cli.survey.reading.unused_columns import further_columns
from ipak_cli.survey.reading.words import words_asked
from ipak_cli.survey.row_notes import doubtful_rows, shift_notes
from ipak_cli.tables.cell import AS_IT_STANDS, address
from ipak_cli.tables.column import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ipak_cli.base.period import Period
    from ipak_cli.rubric.own_form import OwnForm
    from ipak_cli.survey.reading.date_order import DateOrder
    from ipak_cli.survey.reading.turned_table import TurnedTable
    from ipak_cli.tables.workbook import Sheet, Workbook

HEAD = 60
"""Rows among which a header is looked for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How the files are to be read: the form, what the user said of sheet, dates and faults, the zone.

    ``split`` tells the periods of the responses apart; ``keeps_answers`` keeps them beside their counts.
    ``period`` and ``respondents`` are what was asked of a recap.
    """

    form: OwnForm
    sheet: str | None = None
    date_order: DateOrder | None = None
    lenient: bool = False
    zone: Zone = JAKARTA
    split: PeriodSplit = BY_QUARTER
    keeps_answers: bool = False
    period: Period | None = None
    respondents: int | None = None

    @property
    def rubric(self) -> SurveyRubric:
        """The rubric with an item for each column."""
        return self.form.asked


@dataclass(frozen=True, slots=True)
class SourceRead:
    """One file as read: where it came from, what its header and sheet say, and its responses."""

    workbook: Workbook
    where: Where
    layout: SheetLayout
    collected: Collected
    problems: tuple[Problem, ...]
    hidden_rows: tuple[int, ...] = ()
    turned: TurnedTable | None = None

    @property
    def has_no_readable_time(self) -> bool:
        """Whether there is a column of times, and none of its times can be read."""
        responses = self.collected.responses
        return self.layout.time is not None and bool(responses) and not is_dated(responses)


@dataclass(frozen=True, slots=True)
class KnownForm:
    """What a sheet's header and first rows say, before all its rows are read."""

    sheet: Sheet
    match: Match
    context: SheetContext
    problems: tuple[Problem, ...]


def read_answers(workbook: Workbook, reading: Reading) -> SourceRead:
    """Read a file's responses; raises ``ProblemsFoundError`` when they cannot be read or matched."""
    return read_rows(workbook, recognise(workbook, reading), reading)


def recognise(workbook: Workbook, reading: Reading) -> KnownForm:
    """Find a file's sheet of responses and how it is read; raises ``ProblemsFoundError`` where none is."""
    sheet, match = _choose_sheet(workbook, reading)
    where = Where(workbook.file, sheet.name)
    problems = [*workbook.problems, *match.problems]
    if match.layout is None:
        problems.append(nothing_found((), reading.rubric, Where(workbook.file)))
        raise ProblemsFoundError(problems)
    if sheet.hidden:
        problems.append(problem(HIDDEN_SHEET_USED, where))
    if has_errors(problems):
        raise ProblemsFoundError(problems)
    problems += match.turned.problems if match.turned else ()  # beside those, faults of answers are told
    first = _first_rows(sheet, match.layout)
    context = SheetContext(
        where=where,
        rubric=match.asked or reading.rubric,
        layout=match.layout,
        words=words_asked(match, reading.form),
        order=reading.date_order or _likely_order(first, match.layout),
        epoch_1904=sheet.epoch_1904,
        lenient=reading.lenient,
        zone=reading.zone,
        split=reading.split,
        together=None if reading.form.asked is reading.form.rubric else reading.form.rubric,
        addresses=match.turned or AS_IT_STANDS,
        keeps_answers=reading.keeps_answers,
    )
    context = replace(context, frame=RowPattern.of(first, context))
    context, told = settle_codes(first, context)
    problems += [*told, *further_columns(first, context), *other_scales(first, context)]
    return KnownForm(sheet, match, context, tuple(problems))


def read_rows(workbook: Workbook, form: KnownForm, reading: Reading) -> SourceRead:
    """Read all rows of a sheet whose form is known; raises ``ProblemsFoundError`` when that fails."""
    sheet, context, problems = form.sheet, form.context, [*form.problems]
    collected, days = _collect(sheet, context)
    if (order := _date_order(days, reading, context)) != context.order:
        collected, days = _collect(sheet, replace(context, order=order))
    problems += _merged(sheet, context.layout, context.where, collected)
    problems += [*shift_notes(collected), *doubtful_rows(collected)]
    doubts = date_doubts(days, time_cells(sheet, context.layout), context.time_header, context.addresses)
    if has_errors(doubts):
        # Every fault of an answer is told in the same pass; those of times may come from the same mistake.
        faults = collected.faults.beside(context.layout.time).problems(None, context)
        raise ProblemsFoundError([*problems, *doubts, *faults])
    problems += doubts
    hidden, turned = sheet.hidden_rows, form.match.turned
    return SourceRead(workbook, context.where, context.layout, collected, tuple(problems), hidden, turned)


def sheet_missing(workbook: Workbook, asked: str) -> Problem:
    """Return the problem of a file that has no sheet of the name that was asked for."""
    where, names = Where(workbook.file), [each.name for each in workbook.sheets if each.name is not None]
    if not names:
        return problem(FILE_HAS_NO_SHEETS, where, sheet=asked)
    quoted = ", ".join(f"“{name}”" for name in names)
    return problem(NAMED_SHEET_MISSING, where, sheet=asked, sheets=quoted)


def _choose_sheet(workbook: Workbook, reading: Reading) -> tuple[Sheet, Match]:
    """Choose by content: the sheet that asks most items; a visible one before a hidden one."""
    sheets = workbook.sheets
    if reading.sheet is not None:
        sheets = tuple(sheet for sheet in sheets if sheet.name == reading.sheet)
        if not sheets:
            raise ProblemsFoundError([sheet_missing(workbook, reading.sheet)])
    matches = [(sheet, _match(sheet, workbook, reading)) for sheet in sheets]
    most = max((match.found for _, match in matches), default=0)
    if most * 2 < len(reading.rubric.items):
        if (long := _long_table(sheets, workbook, reading)) is not None:
            return long
        unclear = [sheet for sheet, match in matches if match.found == most]
        _refuse_unmatched(unclear, workbook, reading.rubric, matched=most > 0)
    matches = [(sheet, match) for sheet, match in matches if match.found]
    best = max(matches, key=lambda pair: (not pair[0].hidden, pair[1].found, pair[1].has_body))
    if best[1].found * 2 <= max(match.found for _, match in matches):
        best = max(matches, key=lambda pair: pair[1].found)
    rivals = [
        sheet.name
        for sheet, match in matches
        if sheet.name is not None
        and sheet.hidden == best[0].hidden
        and match.found * 2 > best[1].found
        and match.has_body
    ]
    if len(rivals) > 1:
        quoted = tuple(InFull(f"“{name}”") for name in rivals)
        raise ProblemsFoundError(
            [problem(SEVERAL_SHEETS_MATCH, Where(workbook.file), sheets=quoted, first=rivals[0])]
        )
    return best


def _long_table(sheets: Sequence[Sheet], workbook: Workbook, reading: Reading) -> tuple[Sheet, Match] | None:
    """Return a sheet that has one answer a row, turned into one that has one response a row."""
    from ipak_cli.survey.reading.long_table import LongForm  # noqa: PLC0415 (few files are so)
    from ipak_cli.survey.reading.turned_table import find_turned  # noqa: PLC0415 (as above)

    form = LongForm(Where(workbook.file), reading.rubric, reading.form.heads)
    found = find_turned(sheets, workbook.file, form)
    if found is None:
        return None
    own, turned = found
    where, sheet = Where(workbook.file, own.name), turned.sheet(own)
    match = match_sheet(sheet.head(HEAD), reading.form, where, turned)
    return sheet, replace(match, turned=turned)


def _match(sheet: Sheet, workbook: Workbook, reading: Reading) -> Match:
    where = Where(workbook.file, sheet.name)
    return match_sheet(sheet.head(HEAD), reading.form, where)


def _refuse_unmatched(
    sheets: Sequence[Sheet], workbook: Workbook, rubric: SurveyRubric, *, matched: bool
) -> None:
    """Raise what is wrong with sheets that ask less than half of the items, where it can be told."""
    heads = [FirstRows(Where(workbook.file, sheet.name), sheet.head(HEAD)) for sheet in sheets]
    shipped = (each.rubric for each in list_shipped())
    others = (each for each in shipped if isinstance(each, SurveyRubric) and each.id != rubric.id)
    told = explain_unmatched(heads, rubric, others)
    told = told if told or matched else nothing_found(heads, rubric, Where(workbook.file))
    if told is not None:
        raise ProblemsFoundError([*workbook.problems, told])


def _merged(sheet: Sheet, layout: SheetLayout, where: Where, collected: Collected) -> Iterable[Problem]:
    """Report merged cells among the responses; in titles, headers and footers they do no harm."""
    for area in sheet.merged:
        columns = range(area.first_column, area.last_column + 1)
        within = any(kept.rows.meets(area.first_row, area.last_row) for kept in collected.rows.values())
        if within and not layout.columns.isdisjoint(columns):
            first, last = address(area.first_row, area.first_column), address(area.last_row, area.last_column)
            yield problem(MERGED_ANSWER_CELLS, Where(where.file, where.sheet, first), range=f"{first}:{last}")


def _date_order(days: Days, reading: Reading, context: SheetContext) -> DateOrder | None:
    """Let the column's own values decide between day first and month first."""
    if reading.date_order is not None:
        return reading.date_order
    if isinstance(found := find_order(days), Fault):
        raise ProblemsFoundError([problem(found.entry, context.time_header, **found.values)])
    return found


def _likely_order(first: Piece, layout: SheetLayout) -> DateOrder | None:
    """Return the order that the first rows decide on; whether it holds is known when all rows are read."""
    return None if isinstance(found := find_order(_days(first, layout)), Fault) else found


def _first_rows(sheet: Sheet, layout: SheetLayout) -> Piece:
    """Return the first rows below the header, the same ones however short the pieces are."""
    last = layout.header_rows[1] + LEARNT
    parts = [Piece.of([], [], [])]
    for piece in sheet.pieces(last):
        parts.append(piece.only(piece.rows <= last))
        if piece.rows[-1] >= last:
            break
    return Piece.joined(parts)


def _collect(sheet: Sheet, context: SheetContext) -> tuple[Collected, Days]:
    """Read a sheet once: its responses, and what its time column tells of the order of dates."""
    days: list[Days] = []

    def pieces() -> Iterator[Piece]:
        for piece in _ahead(sheet.pieces()):
            days.append(_days(piece, context.layout))
            yield piece

    return collect(pieces(), context), Days.joined(days)


def _ahead(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Yield pieces while the next one is read: numpy lets both go on at a time."""
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(next, pieces, None)
        while (piece := waiting.result()) is not None:
            waiting = pool.submit(next, pieces, None)
            yield piece


def _days(piece: Piece, layout: SheetLayout) -> Days:
    if layout.time is None or layout.time not in piece.columns:
        return Days()
    return Days.of(piece.columns[layout.time].only(np.flatnonzero(piece.rows > layout.header_rows[1])))
