"""What is to be said of a service users' survey: problems, with the cells as Excel shows them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ipak_cli.base.message import InFull
from ipak_cli.base.problem import Problem, Where, problem
from ipak_cli.catalogue.pekppp import (
    ANSWER_COLUMN_WITHOUT_HEADER,
    COLUMN_MAYBE_QUESTION,
    COLUMNS_NOT_COUNTED,
    EXTREMES_NEVER_CHOSEN,
    F03_ANSWER_ALL,
    F03_FORMAT_AS_TEXT,
    F03_WRITE_A_NUMBER,
    F03_WRITE_THE_NUMBER,
    FEW_RESPONDENTS,
    FORM_FOR_ONLINE_SERVICE,
    QUESTION_COUNT_UNUSUAL,
    QUESTIONS_KNOWN_BY_NUMBER,
    QUESTIONS_KNOWN_BY_POSITION,
    ROWS_NOT_RESPONDENTS,
    TOO_MANY_COLUMNS,
    TRIAL_ROWS_NOT_COUNTED,
)
from ipak_cli.catalogue.survey import (
    ANSWER_EMPTY,
    COLUMN_AND_HEADER,
    DATE_AS_ANSWER,
    HEADER_MISSING,
    ITEM_IN_SEVERAL_COLUMNS,
    MORE_IN_SAME_COLUMN,
    ROWS_DOUBTFUL,
    WORD_UNKNOWN,
)
from ipak_cli.survey.reading.shown_cells import short_header
from ipak_cli.tables.cell import address, column_letters, column_number, row_ranges, spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ipak_cli.base.message import Message
    from ipak_cli.f03.answers import AnswerTable
    from ipak_cli.f03.questions import Questions
    from ipak_cli.rubric.pekppp import UsersSurvey

_LONGEST_TITLE: Final = 30
_LONGEST_LIST: Final = 110
"""A problem shows no more of a value than about so much."""
_LENGTH_OF_UNSHOWN: Final = 18
"""Letters for which a title that is not shown counts in a list."""
_ADVICE: Final = {
    ANSWER_EMPTY: F03_ANSWER_ALL(),
    WORD_UNKNOWN: F03_WRITE_THE_NUMBER(),
    DATE_AS_ANSWER: F03_FORMAT_AS_TEXT(),
}
"""What to do about an answer here: there is no ``--lenient``, and no rubric that could declare a word."""
_MAIN_FORM: Final = "A"
"""The form that goes with the indicators of F-02 here."""


def f03_problems(table: AnswerTable, survey: UsersSurvey | None = None) -> tuple[Problem, ...]:
    """Say what is wrong with a sheet of answers, and what was not counted.

    Of cells no more is shown than of any survey's.
    """
    return (
        *_column_problems(table.asked, table.where),
        *(_advised(fault, table.asked) for fault in table.faults),
        *_row_problems(table),
        *_look(table, survey),
    )


def _column_problems(asked: Questions, where: Where) -> Iterator[Problem]:
    uses = asked.uses
    groups = {
        COLUMN_MAYBE_QUESTION: uses.doubtful,
        ANSWER_COLUMN_WITHOUT_HEADER: uses.untitled,
        QUESTIONS_KNOWN_BY_NUMBER: uses.by_number,
        QUESTIONS_KNOWN_BY_POSITION: uses.by_place,
        COLUMNS_NOT_COUNTED: uses.beside,
    }
    for code, columns in groups.items():
        if columns:
            yield problem(code, _at(where, asked.head.row, columns[0]), columns=_named(asked, columns))
    for pair in asked.twice:
        cells = tuple(address(max(asked.head.row, 1), column) for column in pair)
        place = _at(where, asked.head.row, pair[1])
        key = asked.headings[pair[0]].key or column_letters(pair[0])
        yield problem(ITEM_IN_SEVERAL_COLUMNS, place, code=key, text=_header(asked, pair[0]), cells=cells)


def _advised(fault: Problem, asked: Questions) -> Problem:
    """Name the question of a cell by its column's title, and say what to do about it in this survey."""
    column = str(fault.values.get("item", ""))
    if column.isalpha():  # several columns with the same word are named by their letters
        fault = replace(fault, values={**fault.values, "item": _title(asked, column_number(column))})
    if fault.entry in (ROWS_DOUBTFUL, MORE_IN_SAME_COLUMN, TOO_MANY_COLUMNS):
        return fault
    return replace(fault, other_advice=_ADVICE.get(fault.entry, F03_WRITE_A_NUMBER()))


def _row_problems(table: AnswerTable) -> Iterator[Problem]:
    for note in table.left_out:
        yield problem(ROWS_NOT_RESPONDENTS, table.where, rows=note.rows, why=note.why)
    if table.trials:
        yield problem(TRIAL_ROWS_NOT_COUNTED, table.where, rows=row_ranges(list(table.trials)))


def _look(table: AnswerTable, survey: UsersSurvey | None) -> Iterator[Problem]:
    """Yield what to look at although it can be counted: the scale, the form, the number of respondents."""
    if not table.answers:
        return
    if not table.counts[0] and not table.counts[-1]:
        yield problem(EXTREMES_NEVER_CHOSEN, table.where, answers=table.answers)
    if survey is None:
        return
    asked = table.asked
    if asked.form is None and not asked.uses.open:
        forms = tuple(InFull(f"{len(each.questions)} ({each.code}, {each.name})") for each in survey.forms)
        told = {"count": len(asked.columns), "forms": forms, "columns": _named(asked, asked.columns)}
        yield problem(QUESTION_COUNT_UNUSUAL, table.where, **told)
    elif asked.form and asked.form.code != _MAIN_FORM:
        yield problem(FORM_FOR_ONLINE_SERVICE, table.where, form=asked.form.code, name=asked.form.name)
    if len(table.rows) < survey.respondents:
        yield problem(FEW_RESPONDENTS, table.where, count=len(table.rows), least=survey.respondents)


def _named(asked: Questions, columns: Iterable[int]) -> str | tuple[Message, ...]:
    """Name columns by cell and title, or by their letters alone where that would be too long to be shown."""
    columns = tuple(columns)
    titles = tuple(_title(asked, column) for column in columns if asked.head.titles.get(column))
    whole = sum(_length(title) + len(", ") for title in titles) - len(", ") <= _LONGEST_LIST
    if whole and len(titles) == len(columns):
        return titles
    runs = ((column_letters(first), column_letters(last)) for first, last in spans(columns))
    return ", ".join(first if first == last else f"{first}–{last}" for first, last in runs)


def _length(title: Message) -> int:
    header = title.values["header"]
    shown = len(header) if isinstance(header, str) else _LENGTH_OF_UNSHOWN
    return shown + len(f"{title.values['cell']} “”")


def _title(asked: Questions, column: int) -> Message:
    return COLUMN_AND_HEADER(cell=column_letters(column), header=_header(asked, column))


def _header(asked: Questions, column: int) -> str | Message:
    titles = asked.head.titles.get(column, ())
    return short_header(titles[0], _LONGEST_TITLE) if titles else HEADER_MISSING()


def _at(where: Where, row: int, column: int) -> Where:
    return Where(where.file, where.sheet, address(max(row, 1), column))
