"""Reading F-03 from a file of service users' answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ipak_cli.base.figures import Figure, NotScored
from ipak_cli.base.message import InFull
from ipak_cli.base.problem import Problem, Where, problem
from ipak_cli.catalogue.pekppp import (
    F03_CELLS_MERGED,
    F03_NO_ANSWERS,
    F03_SEVERAL_SHEETS,
    NO_USER_ANSWERS,
    SEVERAL_ANSWER_SHEETS,
    USERS_TITLE_NAMES_OTHER_PERIOD,
)
from ipak_cli.catalogue.survey import HIDDEN_ROWS_COUNTED, MERGED_ANSWER_CELLS
from ipak_cli.f03.answers import AnswerTable, count_answers
from ipak_cli.f03.problems import f03_problems
from ipak_cli.pekppp.result import UsersAnswers, WorkbookSource
from ipak_cli.survey.reading.sheet_layout import named_period
from ipak_cli.tables.cell import address, column_letters, row_ranges
from ipak_cli.tables.column import Piece
from ipak_cli.tables.open import open_any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from ipak_cli.base.period import Period
    from ipak_cli.rubric.pekppp import UsersSurvey
    from ipak_cli.tables.workbook import Sheet, Workbook


@dataclass(frozen=True, slots=True)
class F03:
    """The service users' mean on the scale 0 to 5, what it was counted from, and what is to be said of it.

    ``named`` is the period that a title above the answers names.
    """

    mean: Figure
    users: UsersAnswers | None = None
    problems: tuple[Problem, ...] = ()
    named: Period | None = None

    def title_problems(self, period: Period | None) -> tuple[Problem, ...]:
        """Say that the title names a period which has no day of the assessed one's."""
        if self.named is None or period is None or self.named.meets(period):
            return ()
        where = Where(self.users.source.name if self.users else None)
        return (problem(USERS_TITLE_NAMES_OTHER_PERIOD, where, named=self.named, period=period),)


def read_f03(path: Path, survey: UsersSurvey | None) -> F03:
    """Return the service users' mean of a spreadsheet or text file, on the scale 0 to 5.

    The sheet is the one visible sheet with answers; :func:`ipak_cli.f03.answers.count_answers` says what
    counts. The mean is not scored where an error is among the problems. Raises ``ProblemsFoundError`` when
    the file cannot be read.
    """
    workbook = open_any(path)
    tables = list(_tables(workbook, survey))
    asking = [each for each in tables if each[1].rows or each[1].faults]
    asking = asking or [each for each in tables if each[1].asked.uses.open]
    if len(asking) != 1:
        return _nothing(workbook, [sheet for sheet, _ in asking])
    [(sheet, table)] = asking
    merged = tuple(_merged(sheet, table))
    mean = NotScored(F03_CELLS_MERGED()) if merged else table.mean
    told = (*f03_problems(table, survey), *merged, *_hidden(sheet, table))
    named = named_period(sheet.head()[: max(table.asked.head.row - 1, 0)])
    return F03(mean, _users(workbook, sheet, table), (*workbook.problems, *told), named)


def _tables(workbook: Workbook, survey: UsersSurvey | None) -> Iterator[tuple[Sheet, AnswerTable]]:
    """Count every visible sheet; of a text file, the separator under which its first rows answer most."""
    sheets: Sequence[Sheet] = [sheet for sheet in workbook.sheets if not sheet.hidden]
    if sheets and all(sheet.name is None for sheet in sheets):
        sheets = [max(sheets, key=lambda sheet: _fit(sheet, workbook.file, survey))]
    for sheet in sheets:
        pieces = list(sheet.pieces())
        where = Where(workbook.file, sheet.name)
        yield sheet, count_answers(Piece.joined(pieces) if pieces else Piece.of([], [], []), where, survey)


def _fit(sheet: Sheet, file: str, survey: UsersSurvey | None) -> tuple[int, int, int]:
    """Tell how well a separator fits: questions and answers in the first rows, then titles of columns."""
    rows = sheet.head()
    width = max(map(len, rows), default=0)
    cells = (cell for row in rows for cell in (*row, *[None] * (width - len(row))))
    first = Piece.of(range(1, len(rows) + 1), range(1, width + 1), cells)
    table = count_answers(first, Where(file), survey)
    return len(table.asked.columns), table.answers, sum(map(bool, table.asked.head.titles.values()))


def _nothing(workbook: Workbook, sheets: Sequence[Sheet]) -> F03:
    """Say why no sheet could be counted: none has answers, or several have."""
    where = Where(workbook.file)
    names = tuple(InFull(f"“{sheet.name}”") for sheet in sheets)
    fault = problem(SEVERAL_ANSWER_SHEETS, where, sheets=names) if sheets else problem(NO_USER_ANSWERS, where)
    reason = F03_SEVERAL_SHEETS() if sheets else F03_NO_ANSWERS()
    return F03(NotScored(reason), problems=(*workbook.problems, fault))


def _users(workbook: Workbook, sheet: Sheet, table: AnswerTable) -> UsersAnswers | None:
    if not table.asked.columns:
        return None
    return UsersAnswers(
        source=WorkbookSource(workbook.file, workbook.sha256, (sheet.name,) if sheet.name else ()),
        form=table.asked.form.code if table.asked.form else None,
        columns=tuple(map(column_letters, table.asked.columns)),
        questions=len(table.asked.columns),
        respondents=len(table.rows),
        answers=table.answers,
    )


def _merged(sheet: Sheet, table: AnswerTable) -> Iterator[Problem]:
    """Report merged cells among the answers; in titles and headers they do no harm."""
    rows, questions = set(table.rows), set(table.asked.columns)
    for area in sheet.merged:
        columns = range(area.first_column, area.last_column + 1)
        if not rows.isdisjoint(range(area.first_row, area.last_row + 1)) and not questions.isdisjoint(
            columns
        ):
            first, last = address(area.first_row, area.first_column), address(area.last_row, area.last_column)
            yield problem(MERGED_ANSWER_CELLS, replace(table.where, cell=first), range=f"{first}:{last}")


def _hidden(sheet: Sheet, table: AnswerTable) -> tuple[Problem, ...]:
    rows = sorted(set(sheet.hidden_rows) & set(table.rows))
    return (
        (problem(HIDDEN_ROWS_COUNTED, table.where, count=len(rows), rows=row_ranges(rows)),) if rows else ()
    )
