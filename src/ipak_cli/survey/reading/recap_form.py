"""A filled form of ours: the sheets that ``ipak template --recap`` makes, read by their labels and heads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ipak_cli.base.period import parse_period
from ipak_cli.base.problem import Where, problem
from ipak_cli.base.text import normalise
from ipak_cli.catalogue.recap import (
    NUMBER_OF_RESPONDENTS,
    RECAP_NUMBER_UNREADABLE,
    RECAP_PERIOD_UNREADABLE,
    RECAP_ROW_NOT_READ,
)
from ipak_cli.catalogue.recap_forms import FORM_HEAD_MISSING, FORM_HEAD_TWICE
from ipak_cli.catalogue.survey import HIDDEN_SHEET_USED
from ipak_cli.survey.reading import recap_names as names
from ipak_cli.survey.reading.recap_figures import Figures, Kind, Meaning, RecapFigures, Said
from ipak_cli.survey.reading.recap_form_checks import FormRow, mixed_shapes, unlike_sentences, wrong_codes
from ipak_cli.survey.reading.recap_numbers import read_number, why_unread
from ipak_cli.survey.reading.recap_terms import what_of
from ipak_cli.survey.reading.shown_cells import short_header
from ipak_cli.tables.cell import ErrorCell, UncachedFormula, address
from ipak_cli.tables.column import as_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from ipak_cli.base.message import Message
    from ipak_cli.base.problem import Problem
    from ipak_cli.rubric.survey import SurveyRubric
    from ipak_cli.tables.cell import Cell
    from ipak_cli.tables.workbook import Sheet, Workbook

ROWS: Final = 400
"""Rows of a form that are read; a rubric has far fewer items."""
_RECORD: Final = 20
_NOTHING: Final = frozenset({"", "-", "–", "—"})


def record_of(workbook: Workbook) -> Mapping[str, str] | None:
    """Return what the hidden sheet of a form of ours says, if it is a recap's."""
    sheet = next((each for each in workbook.sheets if each.name == names.RECORD_SHEET), None)
    if sheet is None:
        return None
    rows = [(*row, None, None)[:2] for row in sheet.head(_RECORD)]
    facts = {as_text(name): as_text(value) for name, value in rows}
    return facts if facts.get("form") == names.FORM else None


@dataclass(frozen=True, slots=True)
class FormSheets:
    """The sheets of a form: that of its items, and that of totals."""

    items: Sheet | None
    totals: Sheet | None


def read_form(workbook: Workbook, rubric: SurveyRubric, sheets: FormSheets) -> RecapFigures:
    """Return all that a filled form says; numbers that cannot be read are among its problems."""
    first = sheets.items or sheets.totals
    figures = RecapFigures(Where(workbook.file, first.name if first else None))
    if sheet := sheets.items:
        page = FormPage(sheet, sheet.head(ROWS), figures)
        page.read_facts()
        codes = [item.code for item in rubric.items]
        figures.items |= page.read_rows(names.CODE, codes, item_columns(rubric))
        named = page.named_rows()
        figures.problems += unlike_sentences(figures.items, named, rubric)
        wrong = list(wrong_codes(figures.items, named, rubric))
        figures.problems += wrong
        places = [each.where for each in wrong]
        figures.problems += page.rows_not_read(names.CODE, codes, item_columns(rubric), places)
        figures.problems += mixed_shapes(figures.items)
    if sheet := sheets.totals:
        page = FormPage(sheet, sheet.head(ROWS), figures)
        codes = [*(index.code for index in rubric.indices), names.ALL]
        read = page.read_rows(names.INDEX, codes, total_columns(rubric))
        figures.problems += page.rows_not_read(names.INDEX, codes, total_columns(rubric), ())
        figures.totals |= {
            "" if code == names.ALL else code: each for code, each in read.items() if each.said
        }
        if figures.totals and not any(each.said for each in figures.items.values()):
            figures.items.clear()
            figures.sheet = Where(workbook.file, sheet.name)
            first = sheet
    if first and first.hidden:
        figures.problems.append(problem(HIDDEN_SHEET_USED, figures.sheet))
    return figures


def total_columns(rubric: SurveyRubric) -> dict[str, Meaning]:
    """Return what the numbers of the sheet of totals are, by their heads."""
    return {names.count_head(rubric, value): Meaning(Kind.COUNT, value) for value in rubric.scale.values}


def item_columns(rubric: SurveyRubric) -> dict[str, Meaning]:
    """Return what the numbers of the sheet of items are, by their heads."""
    return {
        names.N: Meaning(Kind.N),
        **total_columns(rubric),
        names.sum_head(rubric): Meaning(Kind.SUM, turned=True),
        names.mean_head(rubric): Meaning(Kind.MEAN, turned=True),
    }


@dataclass(frozen=True, slots=True)
class FormPage:
    """A sheet of a form: its cells, and where what they say is kept."""

    sheet: Sheet
    grid: Sequence[Sequence[Cell]]
    figures: RecapFigures

    def at(self, row: int, column: int) -> Where:
        """Return the place of a cell, counted from 1."""
        return Where(self.sheet.file, self.sheet.name, address(row, column))

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell, counted from 1."""
        cells = self.grid[row - 1] if row <= len(self.grid) else ()
        return cells[column - 1] if column <= len(cells) else None

    def read_facts(self) -> None:
        """Read unit, period and respondents, each beside its label above the table."""
        for row in range(1, len(self.grid) + 1):
            label, value, where = as_text(self.cell(row, 1)), self.cell(row, 2), self.at(row, 2)
            if label == names.CODE:
                return
            if as_text(value) in _NOTHING:
                continue
            if label == names.UNIT:
                self.figures.unit = as_text(value)
            elif label == names.PERIOD:
                self._period(as_text(value), where)
            elif label == names.RESPONDENTS:
                meaning = Meaning(Kind.N, people=True)
                if said := self._said(value, where, meaning, NUMBER_OF_RESPONDENTS()):
                    self.figures.respondents.append(said)

    def _period(self, text: str, where: Where) -> None:
        try:
            self.figures.periods.append(parse_period(text))
        except ValueError:
            self.figures.problems.append(problem(RECAP_PERIOD_UNREADABLE, where, value=text))

    def read_rows(self, key: str, codes: Sequence[str], columns: Mapping[str, Meaning]) -> dict[str, Figures]:
        """Return the numbers of each row that the first column names, below the head ``key``."""
        header = self._header(key)
        if header is None:
            return {}
        found = self.columns(key, columns)
        faults = list(self._head_faults(header, found, columns))
        self.figures.problems += faults
        rows: dict[str, Figures] = {}
        for row in range(header + 1, len(self.grid) + 1):
            if (code := as_text(self.cell(row, 1))) in codes and code not in rows:
                rows[code] = self._row(row, found)
                rows[code].unread = rows[code].unread or bool(faults)
        self.figures.rows += sum(bool(each.said) for each in rows.values())
        return _with_places(rows)

    def rows_not_read(
        self, key: str, codes: Sequence[str], columns: Mapping[str, Meaning], told: Collection[Where]
    ) -> Iterator[Problem]:
        """Yield of each row of numbers that its code is no item's; ``told`` are places named already."""
        found = self.columns(key, columns)
        for row in range((self._header(key) or len(self.grid)) + 1, len(self.grid) + 1):
            code, at = as_text(self.cell(row, 1)), self.at(row, 1)
            filled = any(as_text(self.cell(row, column)) not in _NOTHING for column in found)
            if code and filled and code not in codes and at not in told:
                yield problem(RECAP_ROW_NOT_READ, at, label=short_header(code))

    def columns(self, key: str, columns: Mapping[str, Meaning]) -> dict[int, Meaning]:
        """Return what the columns are that the row of heads names which begins with ``key``."""
        header = self._header(key)
        heads = {normalise(head): meaning for head, meaning in columns.items()}
        return {
            number: heads[head]
            for number, cell in enumerate(self.grid[header - 1] if header else (), start=1)
            if (head := normalise(as_text(cell))) in heads
        }

    def _head_faults(
        self, header: int, found: Mapping[int, Meaning], columns: Mapping[str, Meaning]
    ) -> Iterator[Problem]:
        """Yield that a head stands twice, or that one of the counts is missing where others are there."""
        counted = any(meaning.kind is Kind.COUNT for meaning in found.values())
        second = None
        for head, meaning in columns.items():
            at = [column for column, each in found.items() if each == meaning]
            if len(at) > 1:
                second = self.at(header, at[1])
                told = {"head": head, "first": address(header, at[0]), "second": address(header, at[1])}
                yield problem(FORM_HEAD_TWICE, second, **told)
        others = range(3, len(self.grid[header - 1]) + 1)
        unknown = [each for each in others if each not in found and as_text(self.cell(header, each))]
        place = second or self.at(header, unknown[0] if unknown else 1)
        for head, meaning in columns.items():
            if counted and meaning.kind is Kind.COUNT and meaning not in found.values():
                yield problem(FORM_HEAD_MISSING, place, head=head)

    def named_rows(self) -> list[FormRow]:
        """Return the rows below the heads of items that have a code or a sentence."""
        header = self._header(names.CODE)
        heads = self.grid[header - 1] if header else ()
        column = next((n for n, cell in enumerate(heads, start=1) if as_text(cell) == names.TEXT), None)
        if header is None or column is None:
            return []
        found = []
        for row in range(header + 1, len(self.grid) + 1):
            code, sentence = as_text(self.cell(row, 1)), as_text(self.cell(row, column))
            if code or sentence not in _NOTHING:
                sentence = "" if sentence in _NOTHING else sentence
                found.append(FormRow(code, self.at(row, 1), sentence, self.at(row, column)))
        return found

    def _header(self, key: str) -> int | None:
        return next((n for n in range(1, len(self.grid) + 1) if as_text(self.cell(n, 1)) == key), None)

    def _row(self, row: int, columns: Mapping[int, Meaning]) -> Figures:
        figures = Figures(self.at(row, 1))
        for column, meaning in columns.items():
            value, where = self.cell(row, column), self.at(row, column)
            if as_text(value) in _NOTHING:
                figures.blank[meaning] = where
            elif said := self._said(value, where, meaning, what_of(meaning)):
                figures.said.append(said)
            else:
                figures.unread = True
        return figures

    def _said(self, value: Cell, where: Where, meaning: Meaning, what: Message) -> Said | None:
        number = read_number(value, as_typed=self.sheet.name is not None)
        if number is None:
            told = {"what": what, "value": shown_value(value), "why": why_unread(value)}
            self.figures.problems.append(problem(RECAP_NUMBER_UNREADABLE, where, **told))
            return None
        return Said(number, where, meaning)


def shown_value(value: Cell) -> str:
    """Return what a cell shows that is no number."""
    match value:
        case ErrorCell():
            return value.text
        case UncachedFormula():
            return "rumus tanpa hasil"
        case _:
            return as_text(value)


def _with_places(rows: Mapping[str, Figures]) -> dict[str, Figures]:
    """Tell each mean the decimals of the longest one in its column."""
    said = [each for figures in rows.values() for each in figures.said]
    places = {
        meaning: max(each.number.places for each in said if each.meaning == meaning)
        for meaning in {each.meaning for each in said}
    }
    for figures in rows.values():
        figures.said = [
            Said(each.number, each.where, each.meaning, places[each.meaning]) for each in figures.said
        ]
    return dict(rows)
