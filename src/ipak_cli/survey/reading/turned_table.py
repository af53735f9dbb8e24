"""A table of one answer a row, turned into one response a row: the usual reading goes on from there.

Each cell keeps its address, so that what is said of an answer names the cell in which it stands.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Final

import numpy as np

from ipak_cli.base.message import InFull
from ipak_cli.base.problem import ProblemsFoundError, Where, problem
from ipak_cli.catalogue.survey import (
    ANSWERS_OF_NOBODY,
    RESPONDENTS_ALIKE,
    RESPONDENTS_IN_PARTS,
    ROWS_WITHOUT_QUESTION,
    SEVERAL_SHEETS_MATCH,
    SUMMARY_ROWS,
)
from ipak_cli.survey.reading.header import ItemNames, find_profile, own_words_of
from ipak_cli.survey.reading.kept_columns import KeptColumn, kept_columns
from ipak_cli.survey.reading.likely_wide import with_respondents
from ipak_cli.survey.reading.long_columns import (
    find_answers,
    people_of,
)
from ipak_cli.survey.reading.long_table import answer_cells, answers_alone, find_questions, refuse_merged
from ipak_cli.survey.reading.respondent_faults import respondent_faults
from ipak_cli.survey.reading.unmatched_sheets import MOST_COLUMNS
from ipak_cli.survey.result import RowNote
from ipak_cli.tables.cell import Addresses, address, row_ranges
from ipak_cli.tables.column import Column, Piece, as_text
from ipak_cli.tables.workbook import PieceSheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from ipak_cli.base.problem import Problem
    from ipak_cli.survey.reading.long_table import LongForm, LongTable, OtherRows
    from ipak_cli.tables.workbook import Sheet

    Numbers = npt.NDArray[np.int64]


_ROWS_OF_OTHERS: Final = frozenset({ANSWERS_OF_NOBODY, RESPONDENTS_ALIKE, RESPONDENTS_IN_PARTS})


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """A question as a column: its text, and for those who were asked it, in order, where their answers stand.

    ``first`` is the sheet's row in which it is asked first; ``rows`` and ``columns`` are the sheet's, and
    ``answers`` has a cell for each of ``people``.
    """

    text: str
    first: int
    people: Numbers
    rows: Numbers
    columns: Numbers
    answers: Column

    def among(self, first: int, end: int) -> Column:
        """Return the column of some respondents, ``first`` to ``end`` (which is left out)."""
        part = slice(*np.searchsorted(self.people, [first, end]).tolist())
        codes = np.full(end - first, -1)
        codes[self.people[part] - first] = self.answers.codes[part]
        return Column(codes, self.answers.values)

    def place_of(self, person: int) -> tuple[int, int] | None:
        """Return row and column of somebody's answer, if they were asked."""
        place = int(np.searchsorted(self.people, person))
        asked = place < len(self.people) and int(self.people[place]) == person
        return (int(self.rows[place]), int(self.columns[place])) if asked else None


@dataclass(frozen=True, slots=True, eq=False)
class TurnedTable(Addresses):
    """A long table with a row for each respondent: the columns kept as they are, then one for each question.

    Respondents come in the order in which the sheet names them first, at ``starts`` among ``rows``: these are
    the sheet's rows, respondent by respondent. ``other`` are those that belong to nobody.
    """

    long: LongTable
    titles: tuple[tuple[int, str], ...]
    kept: tuple[KeptColumn, ...]
    questions: tuple[Question, ...]
    rows_by_person: Numbers
    starts: Numbers
    other: OtherRows
    problems: tuple[Problem, ...]

    @property
    def lacks_rows(self) -> bool:  # type: ignore[override]
        """Whether some rows are nobody's yet, or those of one respondent may be those of several."""
        return any(each.entry in _ROWS_OF_OTHERS for each in self.problems)

    @property
    def joined_by(self) -> int | None:  # type: ignore[override]
        """The column of the respondents, which is one of those that are kept."""
        return next(place for place, kept in enumerate(self.kept, 1) if kept.number == self.long.respondent)

    @property
    def respondents(self) -> int:
        """How many there are."""
        return len(self.starts) - 1

    @property
    def notes(self) -> tuple[RowNote, ...]:
        """Which rows were left out since they sum up others, or ask and answer nothing."""
        found = (
            ("summary", SUMMARY_ROWS(), self.other.summaries.tolist()),
            ("no_question", ROWS_WITHOUT_QUESTION(), self.other.nothing.tolist()),
        )
        return tuple(RowNote(code, why, len(rows), row_ranges(rows)) for code, why, rows in found if rows)

    def sheet(self, own: Sheet) -> PieceSheet:
        """Return the turned table in the place of its own sheet."""
        return PieceSheet(
            file=own.file,
            name=own.name,
            read=self.pieces,
            hidden=own.hidden,
            hidden_rows=own.hidden_rows,
            epoch_1904=own.epoch_1904,
        )

    def pieces(self, most: int) -> Iterator[Piece]:
        """Yield titles and header in their own rows, and below them the respondents."""
        width = len(self.kept) + len(self.questions)
        rows = {row: [*[None] * len(self.kept), title, *[None] * width][:width] for row, title in self.titles}
        rows[self.long.header] = [
            *(each.header or None for each in self.kept),
            *(q.text for q in self.questions),
        ]
        yield Piece.of(list(rows), range(1, width + 1), chain.from_iterable(rows.values()))
        for first in range(0, self.respondents, most):
            end = min(first + most, self.respondents)
            kept = (each.values.only(slice(first, end)) for each in self.kept)
            asked = (question.among(first, end) for question in self.questions)
            below = np.arange(first, end) + self.long.header + 1
            yield Piece(below, dict(enumerate((*kept, *asked), 1)))

    def _place(self, row: int, column: int) -> tuple[int, int]:
        """Return the sheet's row and column of a cell; of an answer that is not there, the respondent's."""
        person = row - self.long.header - 1
        if column > len(self.kept):
            question = self.questions[column - len(self.kept) - 1]
            if person < 0:
                return question.first, self.long.question
            found = question.place_of(person)
            if found is not None:
                return found
            return int(self.rows_by_person[self.starts[person]]), self.long.respondent
        kept = self.kept[column - 1]
        return (self.long.header if person < 0 else int(kept.rows[person])), kept.number

    def has_row(self, row: int, column: int) -> bool:
        """Tell whether a row of the sheet asks a respondent a question."""
        question = self.questions[column - len(self.kept) - 1]
        return question.place_of(row - self.long.header - 1) is not None

    def cell(self, row: int, column: int) -> str:
        """Return the address of a cell."""
        return address(*self._place(row, column))

    def runs(self, rows: Sequence[tuple[int, int]], column: int) -> Iterator[tuple[str, int]]:
        """Yield the cells of a column, those that stand one below the other together."""
        places = (self._place(row, column) for first, last in rows for row in range(first, last + 1))
        first, count = next(places), 1
        for row, number in places:
            if (row, number) == (first[0] + count, first[1]):
                count += 1
            else:
                yield from Addresses.runs(self, [(first[0], first[0] + count - 1)], first[1])
                first, count = (row, number), 1
        yield from Addresses.runs(self, [(first[0], first[0] + count - 1)], first[1])

    def rows(self, runs: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
        """Return all the rows of some respondents."""
        below = self.long.header + 1
        parts = (self.rows_by_person[self.starts[a - below] : self.starts[b - below + 1]] for a, b in runs)
        rows = np.sort(np.concatenate([np.zeros(0, np.int64), *parts]))
        firsts = np.flatnonzero(np.diff(rows, prepend=-1) != 1)
        lasts = np.append(firsts[1:], len(rows)) - 1
        return list(zip(rows[firsts].tolist(), rows[lasts].tolist(), strict=True)) if len(rows) else []


def find_turned(sheets: Sequence[Sheet], file: str, form: LongForm) -> tuple[Sheet, TurnedTable] | None:
    """Return the one sheet that is a table of one answer a row, a visible one before a hidden one.

    Raises ``ProblemsFoundError`` where there are several, or what is wrong with the only ones.
    """
    refused: list[Problem] = []
    for hidden in (False, True):
        found: list[tuple[Sheet, TurnedTable]] = []
        for sheet in (each for each in sheets if each.hidden == hidden):
            try:
                turned = turned_table(sheet, replace(form, where=Where(file, sheet.name)))
            except ProblemsFoundError as stop:
                refused += stop.problems
                continue
            found += [(sheet, turned)] if turned is not None else []
        if len(found) > 1:
            names = tuple(InFull(f"“{sheet.name}”") for sheet, _ in found)
            told = {"sheets": names, "first": found[0][0].name}
            raise ProblemsFoundError([problem(SEVERAL_SHEETS_MATCH, Where(file), **told)])
        if found:
            return found[0]
    if refused:
        raise ProblemsFoundError(refused)
    return None


def turned_table(sheet: Sheet, form: LongForm) -> TurnedTable | None:
    """Read a sheet as a table of one answer a row, if it is one for sure; ``None`` is another.

    Raises ``ProblemsFoundError`` where it is one, and whose an answer is, or which, cannot be told.
    """
    if max(map(len, sheet.head()), default=0) > MOST_COLUMNS:
        return None
    pieces = list(sheet.pieces())
    whole = Piece.joined(pieces) if pieces else Piece.of([], [], [])
    table = find_questions(whole, form)
    table = None if table is None else with_respondents(table)
    table = None if table is None else find_answers(table)
    if table is None:
        return None
    refuse_merged(table, sheet.merged)
    titles = tuple(_titles(whole, table.header))
    table, other = answers_alone(table)
    texts = (text for text in map(as_text, table.texts.values.cells) if _is_taken(text, form))
    faults = tuple(respondent_faults(table, texts))
    turned = _turned(table, titles, other)
    return replace(turned, problems=(*other.problems, *faults, *turned.problems))


def _titles(whole: Piece, header: int) -> Iterator[tuple[int, str]]:
    """Yield row and text of what stands above the header."""
    above = whole.only(whole.rows < header)
    for place, row in enumerate(above.rows.tolist()):
        cells = (column.cells()[place] for column in above.columns.values())
        if text := "; ".join(filter(None, map(as_text, cells))):
            yield row, text


def _is_taken(text: str, form: LongForm) -> bool:
    """Tell the questions of which something is taken; the choices of any other may be several rows."""
    names = ItemNames.of(form.rubric)
    asked = find_profile(text, names) or own_words_of(text)
    return bool(asked) or form.role(text) is not None


def _turned(table: LongTable, titles: tuple[tuple[int, str], ...], other: OtherRows) -> TurnedTable:
    people = people_of(table.body.columns[table.respondent])
    order = np.argsort(people, kind="stable")
    starts = np.searchsorted(people[order], np.arange(int(people.max()) + 2))
    answers, columns = answer_cells(table)
    taken = frozenset([table.question, table.answer, *np.unique(columns).tolist()])
    kept, problems = kept_columns(table, people, order[starts[:-1]], taken)
    return TurnedTable(
        long=table,
        titles=titles,
        kept=kept,
        questions=tuple(_questions(table, people, answers, columns)),
        rows_by_person=table.body.rows[order],
        starts=starts,
        other=other,
        problems=problems,
    )


def _questions(table: LongTable, people: Numbers, answers: Column, columns: Numbers) -> Iterator[Question]:
    """Yield the questions in the order in which they come; of several answers to one the first is taken."""
    asked = table.texts.codes
    order = np.lexsort((people, asked))
    starts = np.searchsorted(asked[order], np.arange(len(table.texts.values) + 1))
    for code in table.texts.used().tolist():
        rows = order[starts[code] : starts[code + 1]]
        mine, first = np.unique(people[rows], return_index=True)
        yield Question(
            text=str(table.texts.values.cells[code]),
            first=int(table.body.rows[rows.min()]),
            people=mine,
            rows=table.body.rows[rows[first]],
            columns=columns[rows[first]],
            answers=answers.only(rows[first]).trimmed(),
        )
