"""Tables of one answer a row, as databases store them: where the questions stand, and what each row is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.survey import (
    ANSWERS_OF_NOBODY,
    COLUMN_AND_HEADER,
    HEADER_BLANK,
    MERGED_ANSWER_CELLS,
)
from ipak_cli.rubric.own_form import IGNORE
from ipak_cli.survey.reading.header import ItemNames, find_own
from ipak_cli.survey.reading.long_columns import speaks_of_question, speaks_of_respondent
from ipak_cli.survey.reading.row_looks import SummaryLikeness, label_of
from ipak_cli.survey.reading.sheet_layout import match_layout
from ipak_cli.survey.reading.shown_cells import short_header
from ipak_cli.tables.cell import address, spans, spans_text
from ipak_cli.tables.column import Column, as_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from ipak_cli.base.message import Message
    from ipak_cli.base.problem import Problem
    from ipak_cli.rubric.own_form import OwnHeads
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.column import Mask, Piece
    from ipak_cli.tables.workbook import MergedRange

_HEAD: Final = 60
"""Rows among which the header stands."""
_MOST_QUESTIONS: Final = 200
"""Different questions; no survey has nearly as many."""
_FEWEST_FILLED: Final = 3
"""Cells of a header: whose answer, to what, and which."""


@dataclass(frozen=True, slots=True)
class LongForm:
    """What is looked for in a sheet: a rubric's items, by their names and the heads of the office's form."""

    where: Where
    rubric: SurveyRubric
    heads: OwnHeads

    def at(self, row: int, column: int) -> Where:
        """Return the place of a cell."""
        return Where(self.where.file, self.where.sheet, address(row, column))

    def role(self, header: str) -> str | None:
        """Return what the office's settings say that a column is for, if anything."""
        return find_own(header, ItemNames({}, {}, {}, own=self.heads.codes))


@dataclass(frozen=True, slots=True, eq=False)
class LongTable:
    """A table of one answer a row: its header, and the rows below it that hold something.

    ``texts`` are the questions of the rows, and ``items`` the rubric's items by the codes of these texts.
    ``headers`` are the texts of the header by column; ``question``, ``respondent`` and ``answer`` are columns
    counted from 1, 0 while they are not known. ``also`` are further columns headed as answers, which may have
    those to other questions than the rubric's.
    """

    form: LongForm
    header: int
    headers: Mapping[int, str]
    body: Piece
    texts: Column
    items: Mapping[int, str]
    question: int
    respondent: int = 0
    answer: int = 0
    also: tuple[int, ...] = ()

    @property
    def asks_item(self) -> Mask:
        """Which rows ask one of the rubric's items."""
        asks: Mask = np.isin(self.texts.codes, list(self.items))
        return asks

    def ignores(self, column: int) -> bool:
        """Tell whether the office's settings leave a column out."""
        return self.form.role(self.headers.get(column, "")) == IGNORE

    @property
    def free(self) -> dict[int, Column]:
        """The columns that are not known yet, without those that the settings leave out."""
        taken = {self.question, self.respondent, self.answer}
        columns = self.body.columns.items()
        return {
            number: column for number, column in columns if number not in taken and not self.ignores(number)
        }

    def at(self, row: int, column: int) -> Where:
        """Return the place of a cell by its row in the body, counted from 0."""
        return self.form.at(int(self.body.rows[row]), column)

    def cell(self, row: int, column: int) -> str:
        """Return the address of such a cell."""
        return address(int(self.body.rows[row]), column)

    def named(self, column: int) -> Message:
        """Return the address of a column's header and what it says."""
        header = short_header(self.headers.get(column, "")) or HEADER_BLANK()
        return COLUMN_AND_HEADER(cell=address(self.header, column), header=header)

    def only(self, rows: npt.NDArray[np.intp] | Mask) -> LongTable:
        """Return the table with some of its rows."""
        return replace(self, body=self.body.only(rows), texts=self.texts.only(rows))


def find_questions(whole: Piece, form: LongForm) -> LongTable | None:
    """Find the column in which at least half of the rubric's items are asked again and again, below a header.

    Of several the one that asks most of them, by their sentences, since codes may be swapped, and fewest
    others: numbers of respondents often begin where those of questions do. A column that its header calls one
    of respondents asks nothing; of two that are alike, one that a header calls that of questions. ``None``
    where nothing decides.
    """
    best, asked, alike = None, (0, 0, 0, False), False
    for number, column in whole.columns.items():
        if len(set(column.values.cells)) > _MOST_QUESTIONS:
            continue
        texts = _questions(column)
        questions = texts.values.cells
        match = match_layout([questions], form.rubric, form.where, form.heads)
        if match.layout is None or match.found * 2 < len(form.rubric.items):
            continue
        items = {place - 1: code for code, place in match.layout.items.items()}
        table = _below_header(whole, number, texts, items, form)
        header = "" if table is None else table.headers.get(number, "")
        if table is None or speaks_of_respondent(header):
            continue
        others = len(table.texts.used()) - len(items)
        rank = match.found, -len(match.layout.coded), -others, speaks_of_question(header)
        if best is None or rank > asked:
            best, asked, alike = table, rank, False
        elif rank == asked:
            alike = True
    return None if alike else best


def _questions(column: Column) -> Column:
    """Return the texts of a column, one for all that differ in letter case and signs alone."""
    known: dict[str, str] = {}

    def as_question(cell: Cell) -> str:
        text = as_text(cell)
        return known.setdefault(normalise(text) or text, text)

    return column.texts(as_question)


def _below_header(
    whole: Piece, question: int, texts: Column, items: Mapping[int, str], form: LongForm
) -> LongTable | None:
    """Return the table below the first row that has a question and more; without a header there is none."""
    filled = np.zeros(len(whole.rows), np.int64)
    for column in whole.columns.values():
        filled += ~column.blank
    first = np.flatnonzero((texts.codes >= 0) & (filled >= _FEWEST_FILLED) & (whole.rows <= _HEAD))[:1]
    if not len(first) or int(texts.codes[first[0]]) in items:
        return None
    header = int(whole.rows[first[0]])
    cells = {number: as_text(column.only(first).cells()[0]) for number, column in whole.columns.items()}
    below = np.flatnonzero((whole.rows > header) & (filled > 0))
    table = LongTable(
        form=form,
        header=header,
        headers={number: text for number, text in cells.items() if text},
        body=whole.only(below),
        texts=texts.only(below),
        items=items,
        question=question,
    )
    asked = table.texts.codes[table.asks_item]
    return table if len(asked) > len(np.unique(asked)) else None


@dataclass(frozen=True, slots=True, eq=False)
class OtherRows:
    """The sheet's rows that are left out: those that say nothing, those that sum up, and what is wrong."""

    nothing: npt.NDArray[np.int64]
    summaries: npt.NDArray[np.int64]
    problems: tuple[Problem, ...] = ()


def answers_alone(table: LongTable) -> tuple[LongTable, OtherRows]:
    """Leave out the rows that ask and answer nothing, such as a note below the table, and sums and means.

    A question without anybody who was asked and an answer to nothing are a fault: nobody's answer is counted.
    Raises ``ProblemsFoundError`` where nobody who is known is asked some question.
    """
    columns = table.body.columns
    answered = ~np.logical_and.reduce([columns[number].blank for number in (table.answer, *table.also)])
    asked, told = table.texts.codes >= 0, ~columns[table.respondent].blank
    nothing = ~answered & ~(asked & told) | _repeats_header(table)
    lacking = ~nothing & ~(asked & told)
    summaries = lacking & _is_summary(table, asked & told)
    lacking &= ~summaries
    rows = table.body.rows
    problems = (_of_nobody(table, lacking, told),) if lacking.any() else ()
    kept = table.only(~(nothing | lacking | summaries))
    if problems and len(kept.texts.used()) < len(table.texts.used()):
        raise ProblemsFoundError(problems)  # what else is wrong would follow from it
    return kept, OtherRows(rows[nothing], rows[summaries], problems)


def _of_nobody(table: LongTable, lacking: Mask, told: Mask) -> Problem:
    rows = table.body.rows[lacking].tolist()
    first = int(np.flatnonzero(lacking)[0])
    return problem(
        ANSWERS_OF_NOBODY,
        table.at(first, table.respondent if not told[first] else table.question),
        count=len(rows),
        rows=spans_text(spans(rows)),
        respondent=table.named(table.respondent),
        question=table.named(table.question),
    )


def _is_summary(table: LongTable, complete: Mask) -> Mask:
    """Tell rows that call themselves a sum or mean in the place of a respondent or question, and ask no item.

    Below the last complete row, one with neither may say so in any column.
    """
    names = [table.body.columns[table.respondent], table.texts]
    labelled = np.logical_or.reduce([_labels(column) for column in names])
    last = int(np.flatnonzero(complete)[-1])
    below = np.arange(len(complete)) > last
    below &= np.logical_and.reduce([column.blank for column in names])
    others = (column for number, column in table.body.columns.items() if number != table.answer)
    summed: Mask = labelled | (below & np.logical_or.reduce([_labels(column) for column in others]))
    return summed & ~table.asks_item


def _labels(column: Column) -> Mask:
    """Tell the cells that are wholly the label of a sum, mean or the like."""
    return column.map(
        lambda cell: label_of(as_text(cell)) is SummaryLikeness.WHOLE, empty=False, kind=np.bool_
    )


def _repeats_header(table: LongTable) -> Mask:
    """Tell the rows that say what the header says, as at the top of each printed page."""
    again = np.ones(len(table.body.rows), np.bool_)
    for number in (table.question, table.answer):
        texts = table.body.columns[number].texts(as_text)
        header = [code for code, text in enumerate(texts.values.cells) if text == table.headers.get(number)]
        again &= np.isin(texts.codes, header)
    return again


def answer_cells(table: LongTable) -> tuple[Column, npt.NDArray[np.int64]]:
    """Return each row's answer, and the column in which it stands.

    An item's is in the column of the answers; another question's may be in one beside it, which is taken
    first if it has more words: what a code of the other column means, or a suggestion.
    """
    columns = [table.answer, *table.also]
    cells = [table.body.columns[number] for number in columns]
    others = ~table.asks_item
    worded = [_words(column.only(others)) for column in cells]
    chosen = np.zeros(len(others), np.int64)
    for place in sorted(range(len(columns)), key=lambda place: (worded[place], -place)):
        chosen[others & ~cells[place].blank] = place  # the last one written stays
    rows = chosen * len(others) + np.arange(len(others))
    return Column.joined(cells).only(rows), np.array(columns)[chosen]


def _words(column: Column) -> int:
    """Count the cells that have a letter."""
    return int(
        column.map(lambda cell: any(map(str.isalpha, as_text(cell))), empty=False, kind=np.bool_).sum()
    )


def refuse_merged(table: LongTable, merged: tuple[MergedRange, ...]) -> None:
    """Refuse merged cells among the answers: only the first of them has a value, which may be for all."""
    for area in merged:
        inside = (table.body.rows >= area.first_row) & (table.body.rows <= area.last_row)
        if (inside & table.asks_item).any():
            first, last = address(area.first_row, area.first_column), address(area.last_row, area.last_column)
            where = table.form.at(area.first_row, area.first_column)
            raise ProblemsFoundError([problem(MERGED_ANSWER_CELLS, where, range=f"{first}:{last}")])
