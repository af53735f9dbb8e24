"""What is to be said of a service users' survey: problems, with the cells as Excel shows them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import InFull, Message
from ipak_cli.base.problem import Problem, Where, problem
from ipak_cli.catalogue.pekppp import (
    ANSWER_COLUMN_WITHOUT_HEADER,
    ANSWER_OUT_OF_RANGE,
    ANSWERS_IN_WORDS,
    ANSWERS_TURNED_INTO_DATES,
    COLUMN_MAYBE_QUESTION,
    COLUMNS_NOT_COUNTED,
    EXTREMES_NEVER_CHOSEN,
    FEW_RESPONDENTS,
    FORM_FOR_ONLINE_SERVICE,
    QUESTION_COUNT_UNUSUAL,
    QUESTION_IN_TWO_COLUMNS,
    QUESTION_NOT_ANSWERED,
    QUESTIONS_KNOWN_BY_NUMBER,
    QUESTIONS_KNOWN_BY_POSITION,
    ROWS_MAYBE_NOT_RESPONDENTS,
    ROWS_NOT_RESPONDENTS,
    TRIAL_ROWS_NOT_COUNTED,
)
from ipak_cli.catalogue.phrases_pekppp import (
    F03_IN_CELLS,
    F03_ROW_BELOW_A_GAP,
    F03_ROW_UNMARKED,
    F03_ROW_WITHOUT_ANSWER,
    F03_SUMMARY_ROW,
)
from ipak_cli.catalogue.phrases_survey import COLUMN_AND_HEADER, VALUE_NOT_SHOWN
from ipak_cli.f03.cells import Read
from ipak_cli.tables.cell import address, column_letters, row_ranges, spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ipak_cli.f03.count import AnswerFault, AnswerTable
    from ipak_cli.rubric.pekppp import UsersSurvey

_FIRST_CELLS: Final = 5
_LONGEST_TITLE: Final = 30
_LONGEST_LIST: Final = 110
"""A problem shows no more of a value than about so much."""
_LETTERS_OF_UNSHOWN: Final = 22
"""Letters, besides the column's, for which a title that is not shown counts in a list."""
_LONG_NUMBER: Final = re.compile(r"\d{6}")
"""May be a telephone or identity number."""
_KINDS: Final = {
    Read.BLANK: QUESTION_NOT_ANSWERED,
    Read.WORDS: ANSWERS_IN_WORDS,
    Read.DATE: ANSWERS_TURNED_INTO_DATES,
}
_MAIN_FORM: Final = "A"
"""The form that goes with the indicators of F-02 here."""


def f03_problems(table: AnswerTable, where: Where, survey: UsersSurvey | None = None) -> tuple[Problem, ...]:
    """Say what is wrong with a sheet of answers, and what was not counted.

    ``where`` names file and sheet. No cell's text is shown, only short numbers and titles of columns.
    """
    return (
        *_column_problems(table, where),
        *(_fault(fault, table, where) for fault in table.faults),
        *_row_problems(table, where),
        *_look(table, where, survey),
    )


def _column_problems(table: AnswerTable, where: Where) -> Iterator[Problem]:
    uses = table.uses
    groups = {
        COLUMN_MAYBE_QUESTION: uses.doubtful,
        ANSWER_COLUMN_WITHOUT_HEADER: uses.untitled,
        QUESTIONS_KNOWN_BY_NUMBER: uses.by_number,
        QUESTIONS_KNOWN_BY_POSITION: uses.by_place,
        COLUMNS_NOT_COUNTED: uses.beside,
    }
    for code, columns in groups.items():
        if columns:
            yield problem(code, _at(where, table.head.row, columns[0]), columns=_named(table, columns))
    for code, counted in ((ANSWERS_IN_WORDS, uses.worded), (ANSWERS_TURNED_INTO_DATES, uses.dated)):
        for column, count in counted.items():
            place = _at(where, table.head.row, column)
            yield problem(code, place, column=_title(table, column), count=count, cells="")
    for first, second in table.twice:
        names = {"first": _title(table, first), "second": _title(table, second)}
        yield problem(QUESTION_IN_TWO_COLUMNS, _at(where, table.head.row, second), **names)


def _fault(fault: AnswerFault, table: AnswerTable, where: Where) -> Problem:
    row, column = fault.cells[0]
    count, place = len(fault.cells), _at(where, row, column)
    if code := _KINDS.get(fault.kind):
        named = f": {_cells(fault)}"
        return problem(code, place, column=_title(table, column), count=count, cells=named)
    cells = F03_IN_CELLS(count=count, cells=_cells(fault)) if count > 1 else ""
    return problem(ANSWER_OUT_OF_RANGE, place, value=fault.shown, cells=cells)


def _row_problems(table: AnswerTable, where: Where) -> Iterator[Problem]:
    left = table.left_out
    told = (
        (ROWS_NOT_RESPONDENTS, left.summaries, F03_SUMMARY_ROW()),
        (ROWS_NOT_RESPONDENTS, left.texts, F03_ROW_WITHOUT_ANSWER()),
        (TRIAL_ROWS_NOT_COUNTED, left.trials, ""),
        (ROWS_MAYBE_NOT_RESPONDENTS, left.unmarked, F03_ROW_UNMARKED()),
        (ROWS_MAYBE_NOT_RESPONDENTS, left.apart, F03_ROW_BELOW_A_GAP()),
    )
    for code, rows, why in told:
        if rows:
            yield problem(code, where, rows=row_ranges(list(rows)), why=why)


def _look(table: AnswerTable, where: Where, survey: UsersSurvey | None) -> Iterator[Problem]:
    """Yield what to look at although it can be counted: the scale, the form, the number of respondents."""
    if not table.answers:
        return
    if not table.counts[0] and not table.counts[-1]:
        yield problem(EXTREMES_NEVER_CHOSEN, where, answers=table.answers)
    if survey is None:
        return
    if table.form is None and not table.uses.open:
        forms = tuple(InFull(f"{len(each.questions)} ({each.code}, {each.name})") for each in survey.forms)
        columns = _named(table, table.questions)
        yield problem(QUESTION_COUNT_UNUSUAL, where, count=len(table.questions), forms=forms, columns=columns)
    elif table.form and table.form.code != _MAIN_FORM:
        yield problem(FORM_FOR_ONLINE_SERVICE, where, form=table.form.code, name=table.form.name)
    if len(table.rows) < survey.respondents:
        yield problem(FEW_RESPONDENTS, where, count=len(table.rows), least=survey.respondents)


def _named(table: AnswerTable, columns: Iterable[int]) -> str | tuple[str | Message, ...]:
    """Name columns by cell and title, or by their letters alone where that would be too long to be shown."""
    columns = tuple(columns)
    titles = tuple(_title(table, column) for column in columns)
    if sum(_letters(title) + len(", ") for title in titles) - len(", ") <= _LONGEST_LIST:
        return titles
    runs = ((column_letters(first), column_letters(last)) for first, last in spans(columns))
    return ", ".join(first if first == last else f"{first}–{last}" for first, last in runs)


def _letters(title: str | Message) -> int:
    return len(title) if isinstance(title, str) else _LETTERS_OF_UNSHOWN + len(str(title.values["cell"]))


def _title(table: AnswerTable, column: int) -> str | Message:
    titles = table.head.titles.get(column, ())
    if not titles:
        return column_letters(column)
    text = " ".join(titles[0].split())
    if "@" in text or _LONG_NUMBER.search(text):
        return COLUMN_AND_HEADER(cell=column_letters(column), header=VALUE_NOT_SHOWN())
    short = text if len(text) <= _LONGEST_TITLE else f"{text[: _LONGEST_TITLE - 1]}…"
    return f"{column_letters(column)} “{short}”"


def _cells(fault: AnswerFault) -> str:
    shown = ", ".join(address(row, column) for row, column in fault.cells[:_FIRST_CELLS])
    return shown if len(fault.cells) <= _FIRST_CELLS else f"{shown} …"


def _at(where: Where, row: int, column: int) -> Where:
    return Where(where.file, where.sheet, address(max(row, 1), column))
